"""The questions that the models answer: is this figure of a call worse than that limit?

A call has three ratings (:mod:`notifier.quality`). One model a rating answers yes or no for any
limit: the limit stands in the row that it is asked with. So every call teaches about limits on
both sides of what it got, and the classes' own limits need no models of their own, which a few
hundred calls could not feed. How likely each class is follows from the answers at its two limits.

The rows, a column each::

    margin    how far the measured figure that the rating goes by is beyond the limit, in octaves
              (latency: the round trip; tier: the throughput; loss has none)
    limit     the limit, in octaves (loss: as it is)
    ...       the features, notifier.forecast.features

Where physics says which way a column works, the model may not learn otherwise: farther beyond the
limit, more loss, a longer round trip, more jitter and less throughput never make "worse" less
likely.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from notifier.forecast.causes import Cause
from notifier.forecast.features import FEATURES, Feature
from notifier.quality import AVAILABLE_KBPS, CONCEALED, FROZEN, ONE_WAY_MS, CallFigures

__all__ = ["RATINGS", "Rating", "severity"]

_NOTHING = 1.0
"""Least kbit/s and ms that are told apart from nothing."""

_ENDLESS_MS = 10_000.0
"""The latency of a call that never was."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One of the three ratings, and how a model is asked about it."""

    name: str
    limits: tuple[float, ...]
    """Between its classes, in the order in which calls get worse."""

    telling: tuple[float, float]
    """Those of them beyond which a call is no longer green, and red."""

    taught: tuple[float, ...]
    """The limits that calls are compared with in training, besides."""

    figure: Callable[[CallFigures], float]
    """What a call got, in the unit of the limits."""

    less_is_worse: bool
    margin: tuple[Cause, Callable[[Mapping[str, float], float], float]] | None
    """What a large margin is to blame on, and the margin in octaves."""

    @property
    def columns(self) -> tuple[Feature, ...]:
        """The columns of a row, with the way in which each works."""
        margin = [] if self.margin is None else [Feature("margin", self.margin[0], +1)]
        limit = Feature("limit", None, -1 if self.margin is None else 0)
        return (*margin, limit, *FEATURES)

    def row(self, figures: Mapping[str, float], limit: float) -> list[float]:
        """What a model is asked: whether a call over this network is worse than the limit."""
        margin = [] if self.margin is None else [self.margin[1](figures, limit)]
        told = limit if self.margin is None else math.log2(limit)
        return [*margin, told, *(figures[feature.name] for feature in FEATURES)]

    def is_worse(self, call: CallFigures, limit: float) -> bool:
        """What a call answers."""
        figure = self.figure(call)
        return figure < limit if self.less_is_worse else figure >= limit

    def classes(self, worse: Sequence[float]) -> tuple[float, ...]:
        """How likely each class is, the best first, from the odds of "worse" at each limit."""
        odds = [1.0]
        for each in worse:  # no further limit is crossed without the ones before it
            odds.append(min(odds[-1], max(0.0, each)))
        return tuple(high - low for high, low in pairwise([*odds, 0.0]))


def severity(call: CallFigures) -> float:
    """How bad the losses of a call were: 0 none, from 1 minor, from 2 bad, from 3 terrible, 4 all.

    In between along straight lines, of what was heard or of what was seen, whichever is worse.
    """
    if not call.connected:
        return 4.0
    return max(_severity(call.concealed, CONCEALED), _severity(call.frozen, FROZEN))


def _severity(value: float | None, limits: Sequence[float]) -> float:
    if value is None:
        return 0.0
    points = [0.0, *limits, 1.0]
    for grade, (low, high) in enumerate(pairwise(points)):
        if value < high:
            # Below a limit by however little is below it: no rounding may take it there.
            return min(grade + (value - low) / (high - low), math.nextafter(grade + 1.0, 0.0))
    return 4.0


def _latency(call: CallFigures) -> float:
    if call.one_way_ms is None:
        return _NOTHING if call.connected else _ENDLESS_MS
    return max(_NOTHING, call.one_way_ms)


def _available(call: CallFigures) -> float:
    if call.available_kbps is None:
        return max(AVAILABLE_KBPS) if call.connected else 0.0
    return call.available_kbps


def _beyond_rtt(figures: Mapping[str, float], limit: float) -> float:
    rtt = figures["rtt_ms"]
    return math.nan if math.isnan(rtt) else math.log2(max(_NOTHING, rtt) / limit)


def _beyond_rate(figures: Mapping[str, float], limit: float) -> float:
    rate = figures["loop_kbps"]
    return math.nan if math.isnan(rate) else math.log2(limit / max(_NOTHING, rate))


def _thirds(first: float, last: float) -> tuple[float, ...]:
    """From ``first`` to ``last`` in thirds of an octave."""
    count = round(3 * math.log2(last / first))
    return tuple(round(first * 2 ** (step / 3), 3) for step in range(count + 1))


RATINGS: tuple[Rating, ...] = (
    Rating(
        "loss",
        limits=(1.0, 2.0, 3.0),
        telling=(1.0, 2.0),
        taught=(0.15, 0.3, 0.5, 0.7, 0.85, 1.2, 1.5, 2.5),
        figure=severity,
        less_is_worse=False,
        margin=None,
    ),
    Rating(
        "latency",
        limits=ONE_WAY_MS,
        telling=ONE_WAY_MS,
        taught=_thirds(100.0, 800.0),
        figure=_latency,
        less_is_worse=False,
        margin=(Cause.LATENCY, _beyond_rtt),
    ),
    Rating(
        "tier",
        limits=tuple(reversed(AVAILABLE_KBPS)),
        telling=(AVAILABLE_KBPS[2], AVAILABLE_KBPS[0]),
        taught=_thirds(30.0, 3840.0),
        figure=_available,
        less_is_worse=True,
        margin=(Cause.BANDWIDTH, _beyond_rate),
    ),
)
"""All of them; a call's classes are those of :mod:`notifier.quality`."""
