"""The questions that the models answer: is this figure of a call worse than that limit?

A call has three ratings (:mod:`notifier.quality`). One model a rating answers yes or no for any
limit: the limit stands in the row that it is asked with. So every call teaches about limits on
both sides of what it got, and the classes' own limits need no models of their own, which a few
hundred calls could not feed. How likely each class is follows from the answers at its limits.

The rows, a column each::

    margin    how far the measured figure that the rating goes by is beyond the limit: the round
              trip and the throughput in octaves, the loss in grades
    limit     the limit, on the same scale
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

MOST_KBPS = 3600.0
"""More throughput makes no call better: Chromium sends 2.5 Mbit/s of a camera's picture, and looks
for little more (docs/calls-data.md has what calls found on fast lines)."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One of the three ratings, and how a model is asked about it."""

    name: str
    limits: tuple[float, ...]
    """Between its classes, in the order in which calls get worse."""

    telling: tuple[float, float]
    """Those of them beyond which a call is no longer green, and red."""

    figure: Callable[[CallFigures], float | None]
    """What a call got, in the unit of the limits; None where it does not say."""

    measured: Callable[[Mapping[str, float]], float]
    """The measured figure that it goes by, in the same unit; NaN where it was not measured."""

    cause: Cause
    """What is to blame for that figure."""

    taught: Callable[[float], Sequence[float]]
    """The limits that a call is compared with in training besides, by the measured figure: those
    around it, where the answer is not clear beforehand."""

    less_is_worse: bool = False
    octaves: bool = True
    """Whether its scale is logarithmic."""

    @property
    def columns(self) -> tuple[Feature, ...]:
        """The columns of a row, with the way in which each works."""
        margin = Feature("margin", self.cause, +1)
        # In octaves the limit is left free: margins say less of low limits than of high ones.
        limit = Feature("limit", None, 0 if self.octaves else -1)
        return (margin, limit, *FEATURES)

    def row(self, figures: Mapping[str, float], limit: float) -> list[float]:
        """What a model is asked: whether a call over this network is worse than the limit."""
        measured, asked = self._scaled(self.measured(figures)), self._scaled(limit)
        margin = asked - measured if self.less_is_worse else measured - asked
        return [margin, asked, *(figures[feature.name] for feature in FEATURES)]

    def is_worse(self, call: CallFigures, limit: float) -> bool | None:
        """What a call answers; None where it does not say."""
        figure = self.figure(call)
        if figure is None:
            return None
        return figure < limit if self.less_is_worse else figure >= limit

    def classes(self, worse: Sequence[float]) -> tuple[float, ...]:
        """How likely each class is, the best first, from the odds of "worse" at each limit."""
        odds = [1.0]
        for each in worse:  # no further limit is crossed without the ones before it
            odds.append(min(odds[-1], max(0.0, each)))
        return tuple(high - low for high, low in pairwise([*odds, 0.0]))

    def _scaled(self, value: float) -> float:
        if not self.octaves or math.isnan(value):
            return value
        return math.log2(max(_NOTHING, value))


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


def _lost(call: CallFigures) -> float | None:
    if call.connected and call.concealed is None and call.frozen is None:
        return None
    return severity(call)


def _latency(call: CallFigures) -> float | None:
    return call.one_way_ms if call.connected else _ENDLESS_MS


def _available(call: CallFigures) -> float | None:
    return call.available_kbps if call.connected else 0.0


def _severity_of_loss(figures: Mapping[str, float]) -> float:
    """As if just what is lost were concealed."""
    loss = figures["loss"]
    return math.nan if math.isnan(loss) else _severity(loss, CONCEALED)


def _rate(figures: Mapping[str, float]) -> float:
    rate = figures["loop_kbps"]
    return math.nan if math.isnan(rate) else min(MOST_KBPS, rate)


def _tenths(low: int, high: int, most: float) -> Callable[[float], Sequence[float]]:
    """Limits so many tenths of an octave below and above a measured figure, up to ``most``."""

    def around(measured: float) -> Sequence[float]:
        if math.isnan(measured):
            return [most * 2 ** (-step / 2) for step in range(1, 12)]
        limits = (max(_NOTHING, measured) * 2 ** (tenth / 10) for tenth in range(low, high + 1))
        return [limit for limit in limits if limit <= most]

    return around


RATINGS: tuple[Rating, ...] = (
    Rating(
        "loss",
        limits=(1.0, 2.0, 3.0),
        telling=(1.0, 2.0),
        figure=_lost,
        measured=_severity_of_loss,
        cause=Cause.LOSS,
        taught=lambda _: (0.15, 0.3, 0.5, 0.7, 0.85, 1.2, 1.5, 2.5),
        octaves=False,
    ),
    Rating(
        "latency",
        limits=ONE_WAY_MS,
        telling=ONE_WAY_MS,
        figure=_latency,
        measured=lambda figures: figures["rtt_ms"],
        cause=Cause.LATENCY,
        taught=_tenths(-6, 14, 2000.0),
    ),
    Rating(
        "tier",
        limits=tuple(reversed(AVAILABLE_KBPS)),
        telling=(AVAILABLE_KBPS[2], AVAILABLE_KBPS[0]),
        figure=_available,
        measured=_rate,
        cause=Cause.BANDWIDTH,
        taught=_tenths(-14, 10, 2400.0),
        less_is_worse=True,
    ),
)
"""All of them; a call's classes are those of :mod:`notifier.quality`."""
