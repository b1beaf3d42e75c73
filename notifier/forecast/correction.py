"""Learning at home: what calls on a network got corrects the next forecasts on it.

The models know calls of other networks. Where this person's calls come out systematically worse or
better than they say (a far end always far away, an application that sends more than the reference
call), each rating's odds are moved by one number, the shift::

    log-odds of P(class >= k)  +  shift     for every k of a rating

which keeps the order of the classes (the proportional odds model, McCullagh 1980,
doi:10.1111/j.2517-6161.1980.tb01109.x). A shift is the most likely one after the calls, starting
from the belief that there is none (:data:`PRIOR_SD`); few calls move it little. docs/correction.md
says it in plain words, with what it gains and what it can cost.

Nothing here raises, whatever was kept of a call; no I/O, no clock.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Protocol

import msgspec

from notifier.codes import BY_SUMMARY, Color
from notifier.forecast.odds import figure
from notifier.forecast.reading import code_odds, likeliest
from notifier.prediction import Prediction, ServerPrediction
from notifier.quality import CallFigures, latency_grade, loss_grade, tier_of

__all__ = ["NONE", "ComparedCall", "Correction", "corrected", "corrected_run", "learn", "seen"]

PRIOR_SD = 0.5
"""Standard deviation of the shifts that are expected, in log-odds: on two networks of three the
odds are right within a factor of e^0.5 = 1.6. It takes a dozen calls or more, of which the forecast
was undecided, for the calls to weigh as much as this. Simulated over ten calls, 0.7 gains a fifth
more where the forecasts are off and costs twice as much where they are not."""

LIMIT = 1.5
"""No shift is greater: odds of 1 to 9 become 1 to 2 at most. What is farther off than that is no
matter of habit, and a forecast that is moved so far is not that of the model any more."""

HALF_LIFE_DAYS = 14.0
"""After which a call counts half: rooms, providers and neighbours change in weeks."""

MOST_CALLS = 50
"""Of the newest calls; more would only outvote what is new."""

LEAST_CALLS = 3
"""With fewer calls that say something of a rating its odds stay: two may be chance."""

LEAST_DURATION_MS = 10_000.0
"""A call that was measured for less counts not at all: the reference call is for 20 s, and in half
of that the share of frozen time says little."""

_SHARING_MS = 3_600_000.0
"""Calls within the same hour met the same network: together they weigh as one."""

_DAY_MS = 86_400_000.0

_STEPS = 50
"""Of a bisection: the interval's width by 2^-50, near what a float can tell."""


@dataclass(frozen=True, slots=True)
class Correction:
    """The shifts of one network, in log-odds of "this class or a higher one"."""

    loss: float = 0.0
    """Above 0: calls lose more than is forecast."""

    latency: float = 0.0
    """Above 0: calls take longer."""

    tier: float = 0.0
    """Above 0: calls find more bandwidth."""

    calls: int = 0
    """How many calls it was learnt from."""


NONE = Correction()


class ComparedCall(Protocol):
    """What is kept of a call, as :class:`notifier.history.rows.CallResult` has it."""

    @property
    def timestamp(self) -> float:
        """When it began, milliseconds since 1970."""

    @property
    def duration_ms(self) -> float:
        """Of what the figures are of."""

    @property
    def odds(self) -> ServerPrediction | None:
        """What the model had said, before any correction."""

    @property
    def model(self) -> str | None:
        """Which model."""

    @property
    def figures(self) -> CallFigures:
        """What the call got."""


@dataclass(frozen=True, slots=True)
class _Rating:
    odds: Callable[[ServerPrediction], Sequence[float]]
    seen: Callable[[CallFigures], int | None]


def _loss_seen(call: CallFigures) -> int | None:
    # The worse of sound and picture: of one alone it is not known.
    return loss_grade(call) if _told(call.concealed, call.frozen) else None


def _latency_seen(call: CallFigures) -> int | None:
    return latency_grade(call) if _told(call.one_way_ms) else None


def _tier_seen(call: CallFigures) -> int | None:
    # A call without a picture sends so little that its sender never finds out what there is.
    return tier_of(call) if _told(call.available_kbps, call.frozen) else None


def _told(*figures: float | None) -> bool:
    return all(figure(each) is not None for each in figures)


_RATINGS = {
    "loss": _Rating(lambda odds: odds.loss, _loss_seen),
    "latency": _Rating(lambda odds: odds.latency, _latency_seen),
    "tier": _Rating(lambda odds: odds.tier, _tier_seen),
}


def seen(call: CallFigures) -> dict[str, int]:
    """The classes of a call by rating, without those that its figures leave open."""
    found = {name: rating.seen(call) for name, rating in _RATINGS.items()} if call.connected else {}
    return {name: its for name, its in found.items() if its is not None}


def learn(calls: Iterable[ComparedCall], *, model: str | None, now: float) -> Correction:
    """Learn the correction of a network from its calls, in any order.

    :param model: the one in force: what another one got wrong says nothing of this one.
    :param now: the wall clock, milliseconds since 1970.
    """
    usable = [
        (call, call.odds)
        for call in calls
        if call.odds is not None and call.model == model and _teaches(call, call.odds)
    ]
    usable = sorted(usable, key=lambda item: -item[0].timestamp)[:MOST_CALLS]
    hours = Counter(_hour(call) for call, _ in usable)
    lessons: dict[str, list[_Lesson]] = {name: [] for name in _RATINGS}
    for call, odds in usable:
        age = max(0.0, now - call.timestamp) / _DAY_MS
        weight = 0.5 ** (age / HALF_LIFE_DAYS) / hours[_hour(call)]
        for name, its in seen(call.figures).items():
            lessons[name].append(_lesson(weight, _RATINGS[name].odds(odds), its))
    shifts = {name: _most_likely(of) for name, of in lessons.items()}
    return Correction(**shifts, calls=len(usable))


def corrected(server: ServerPrediction, correction: Correction) -> ServerPrediction:
    """Move the odds. They stay odds, and a shift that is greater moves them no less.

    By itself a correction never makes a red forecast green, nor a green one red: where it would,
    all shifts are made smaller by the same factor, until it does not.
    """
    if not _are_odds(server):
        return server
    whole = _moved(server, correction, 1.0)
    before = _color(server)
    if not _opposite(before, _color(whole)):
        return whole
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _opposite(before, _color(_moved(server, correction, middle))):
            high = middle
        else:
            low = middle
    return _moved(server, correction, low)


def corrected_run(prediction: Prediction, correction: Correction) -> Prediction:
    """Move the odds of all servers of a run."""
    if correction == NONE:
        return prediction
    servers = tuple(corrected(server, correction) for server in prediction.servers)
    return msgspec.structs.replace(prediction, servers=servers)


def _teaches(call: ComparedCall, odds: ServerPrediction) -> bool:
    return (
        call.duration_ms >= LEAST_DURATION_MS
        and math.isfinite(call.timestamp)
        and _are_odds(odds)
        and bool(seen(call.figures))
    )


def _hour(call: ComparedCall) -> float:
    return call.timestamp // _SHARING_MS


@dataclass(frozen=True, slots=True)
class _Lesson:
    """One call, one rating: between which two of the cumulative odds it came out."""

    weight: float
    reached: tuple[float, float]
    """How likely its class or a higher one was, and how likely a lower one."""

    passed: tuple[float, float]
    """How likely a higher class was, and how likely its class or a lower one."""


def _lesson(weight: float, odds: Sequence[float], its: int) -> _Lesson:
    ends = _ends(odds)
    return _Lesson(weight, ends[its], ends[its + 1])


def _most_likely(lessons: Sequence[_Lesson]) -> float:
    """The shift with the greatest posterior, between the limits.

    Of log(F(u + s) - F(l + s)), F the logistic function, the derivative by s is
    1 - F(u + s) - F(l + s): it only falls, so there is one maximum, and it needs no division.
    """
    if len(lessons) < LEAST_CALLS:
        return 0.0

    def slope(shift: float) -> float:
        pull = sum(
            lesson.weight * (1 - _shifted(lesson.reached, shift) - _shifted(lesson.passed, shift))
            for lesson in lessons
        )
        return pull - shift / PRIOR_SD**2

    low, high = -LIMIT, LIMIT
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if slope(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _ends(odds: Sequence[float]) -> list[tuple[float, float]]:
    """For each class and one more: how likely it or a higher one is, and how likely a lower one.

    Both, and not one as the rest of the other, so that small odds lose no digits.
    """
    below = list(accumulate(odds, initial=0.0))
    from_here = list(accumulate(reversed(odds), initial=0.0))[::-1]
    return list(zip(from_here, below, strict=True))


def _shifted(sides: tuple[float, float], shift: float) -> float:
    """How likely the first of the two sides is, its log-odds moved."""
    first, second = sides
    moved = first * math.exp(shift)
    return moved / (moved + second)


def _moved(server: ServerPrediction, correction: Correction, part: float) -> ServerPrediction:
    moved = {}
    for name, rating in _RATINGS.items():
        shift = part * min(LIMIT, max(-LIMIT, getattr(correction, name)))
        if shift == 0:  # to the last digit
            continue
        ends = [_shifted(sides, shift) for sides in _ends(rating.odds(server))]
        moved[name] = tuple(max(0.0, high - low) for high, low in pairwise(ends))
    return msgspec.structs.replace(server, **moved)


def _are_odds(server: ServerPrediction) -> bool:
    """Whether they can be odds at all; what comes out of a file may be anything."""
    for rating in _RATINGS.values():
        odds = rating.odds(server)
        if not all(0 <= p <= 1 for p in odds) or abs(sum(odds) - 1) > 1e-3:
            return False
    return True


def _color(server: ServerPrediction) -> Color:
    """The colour that is told of it, as :mod:`notifier.forecast.reckoning` tells it."""
    return BY_SUMMARY[likeliest(code_odds(server.loss, server.latency, server.tier))].color


def _opposite(before: Color, after: Color) -> bool:
    return {before, after} == {Color.RED, Color.GREEN}
