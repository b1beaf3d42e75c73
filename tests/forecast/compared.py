"""Forecasts and calls for tests: given ones, possible ones, and those of a simulated network."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec
from hypothesis import strategies as st

from notifier.prediction import ServerPrediction
from notifier.quality import CallFigures

__all__ = ["HOUR", "Compared", "call_of", "figures", "server", "servers", "shift_odds", "simulate"]

HOUR = 3_600_000.0

_CONCEALED = (0.01, 0.06, 0.15, 0.4)
_ONE_WAY_MS = (50.0, 300.0, 600.0)
_AVAILABLE_KBPS = (30.0, 150.0, 500.0, 1500.0, 3000.0)
"""A figure in the middle of each class."""


@dataclass(frozen=True)
class Compared:
    """A call as the history gives it back, as far as learning reads it."""

    odds: ServerPrediction | None
    figures: CallFigures
    timestamp: float = 0.0
    duration_ms: float = 60_000.0
    model: str | None = "m"


def server(
    loss: Sequence[float] = (0.7, 0.2, 0.1, 0.0),
    latency: Sequence[float] = (0.7, 0.2, 0.1),
    tier: Sequence[float] = (0.1, 0.1, 0.2, 0.3, 0.3),
) -> ServerPrediction:
    return msgspec.convert(
        {"url": "turn:a", "loss": loss, "latency": latency, "tier": tier, "blame": {}},
        ServerPrediction,
    )


def call_of(loss: int = 0, latency: int = 0, tier: int = 4) -> CallFigures:
    """A call in these classes."""
    return CallFigures(
        available_kbps=_AVAILABLE_KBPS[tier],
        concealed=_CONCEALED[loss],
        frozen=0.0,
        one_way_ms=_ONE_WAY_MS[latency],
    )


def shift_odds(odds: Sequence[float], shift: float) -> list[float]:
    """What the correction is to do, written the way the formula is."""
    ends = [1.0]
    for place in range(1, len(odds)):
        p = min(1.0, sum(odds[place:]))
        log_odds = math.inf if p >= 1 else -math.inf if p <= 0 else math.log(p / (1 - p))
        ends.append(1 / (1 + math.exp(-(log_odds + shift))) if log_odds > -math.inf else 0.0)
    return [high - low for high, low in pairwise([*ends, 0.0])]


def _odds(count: int) -> st.SearchStrategy[tuple[float, ...]]:
    weights = st.lists(st.just(0.0) | st.floats(1e-9, 1.0), min_size=count, max_size=count).filter(
        any
    )
    return weights.map(lambda parts: tuple(part / sum(parts) for part in parts))


servers = st.builds(server, _odds(4), _odds(3), _odds(5))
"""Every prediction that there can be."""

_figure = st.none() | st.floats() | st.floats(0, 1)

figures = st.builds(
    CallFigures,
    available_kbps=_figure | st.floats(0, 5000),
    concealed=_figure,
    frozen=_figure,
    one_way_ms=_figure | st.floats(0, 1000),
    connected=st.booleans(),
)
"""Whatever may stand in the history."""


def simulate(
    rng: random.Random, count: int, bias: float, *, every_ms: float = 6 * HOUR
) -> list[Compared]:
    """Calls whose classes are drawn from the forecasts' odds, moved towards worse by the bias."""
    calls = []
    for number in range(count):
        odds = server(*(_drawn_odds(rng, classes) for classes in (4, 3, 5)))
        classes = [
            rng.choices(range(len(of)), shift_odds(of, way * bias))[0]
            for of, way in ((odds.loss, 1), (odds.latency, 1), (odds.tier, -1))
        ]
        calls.append(Compared(odds, call_of(*classes), timestamp=number * every_ms))
    return calls


def _drawn_odds(rng: random.Random, classes: int) -> list[float]:
    """From sure to undecided: where the middle is and how far the limits are apart is drawn."""
    middle, apart = rng.uniform(-3, 3), rng.uniform(1, 3)
    ends = [
        1 / (1 + math.exp(middle + apart * (place - classes / 2))) for place in range(1, classes)
    ]
    return [high - low for high, low in pairwise([1.0, *ends, 0.0])]
