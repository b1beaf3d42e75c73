"""After a call: what had been forecast beside what the call got, and the difference in a sentence.

It compares and words; :mod:`notifier.forecast.correction` learns.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from notifier.codes import BY_SUMMARY, Status
from notifier.forecast.correction import seen
from notifier.forecast.odds import figure
from notifier.prediction import ServerPrediction
from notifier.quality import (
    CONCEALED,
    FROZEN,
    CallFigures,
    Tier,
    call_code,
    latency_grade,
    loss_grade,
    tier_of,
)
from notifier.sentence import Sentence, sentence

__all__ = ["Comparison", "Difference", "Rating", "compare"]

Rating = Literal["loss", "latency", "bandwidth"]

_RATINGS: tuple[Rating, ...] = ("loss", "latency", "bandwidth")

_STATUS_WORDS: dict[Status, Sentence] = {
    Status.BAD: sentence("bad"),
    Status.POOR: sentence("poor"),
    Status.FAIR: sentence("fair"),
    Status.GOOD: sentence("good"),
    Status.EXCELLENT: sentence("excellent"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One rating that came out otherwise than was forecast."""

    rating: Rating
    steps: int
    """Classes between the likeliest one of the forecast and that of the call; above 0: worse."""

    @property
    def worse(self) -> bool:
        """Than forecast; else better."""
        return self.steps > 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """A forecast and a call."""

    forecast_code: int
    call_code: int
    same_color: bool
    status_distance: int
    """Status of the call less that of the forecast: below 0 the call was worse, -4..4."""

    differences: tuple[Difference, ...]
    """The greatest first; only those that forecast and call both tell."""

    sentence: Sentence


def compare(
    forecast_code: int, call: CallFigures, *, odds: ServerPrediction | None = None
) -> Comparison:
    """Compare what a person was told before a call with what the call got.

    :param forecast_code: a summary code.
    :param odds: how likely each class was forecast to be; without it there are no differences.
    """
    code = call_code(call)
    forecast, got = BY_SUMMARY[forecast_code], BY_SUMMARY[code]
    differences = () if odds is None else _differences(odds, call)
    distance = int(got.status) - int(forecast.status)
    return Comparison(
        forecast_code=forecast_code,
        call_code=code,
        same_color=forecast.color is got.color,
        status_distance=distance,
        differences=differences,
        sentence=_sentence(forecast_code, code, distance, call, differences),
    )


def _differences(odds: ServerPrediction, call: CallFigures) -> tuple[Difference, ...]:
    its = seen(call)
    steps: dict[Rating, int] = {}
    if "loss" in its:
        steps["loss"] = its["loss"] - _likeliest(odds.loss)
    if "latency" in its:
        steps["latency"] = its["latency"] - _likeliest(odds.latency)
    if "tier" in its:  # the only one that counts upwards
        steps["bandwidth"] = _likeliest(odds.tier) - its["tier"]
    found = [Difference(rating, by) for rating, by in steps.items() if by]
    return tuple(sorted(found, key=lambda difference: -abs(difference.steps)))


def _likeliest(odds: Sequence[float]) -> int:
    return max(range(len(odds)), key=lambda place: odds[place])


def _sentence(
    forecast_code: int,
    code: int,
    distance: int,
    call: CallFigures,
    differences: Sequence[Difference],
) -> Sentence:
    forecast, got = (_STATUS_WORDS[BY_SUMMARY[each].status] for each in (forecast_code, code))
    if not call.connected:
        return sentence(
            "The forecast said {forecast}; the call did not connect.", forecast=forecast
        )
    said = {"forecast": forecast, "got": got}
    if code == forecast_code:
        return sentence("The forecast said {forecast}, and the call was {got}.", **said)
    reason = _reason(call, distance, differences)
    if distance == 0 and reason is None:
        return sentence("The forecast said {forecast}, and the call was {got}.", **said)
    if reason is None:
        return sentence("The forecast said {forecast}; the call got {got}.", **said)
    if distance == 0:
        return sentence(
            "The forecast said {forecast}, and the call was {got}, with a difference: {reason}.",
            reason=reason,
            **said,
        )
    return sentence(
        "The forecast said {forecast}; the call got {got}: {reason}.", reason=reason, **said
    )


def _reason(call: CallFigures, distance: int, differences: Sequence[Difference]) -> Sentence | None:
    """The figure to name: of the greatest difference in the way in which the call differed.

    Without such a one, or where only the kind of trouble was another, what held the call back; a
    better call needs no reason.
    """
    named: Sequence[Rating] = ()
    if distance != 0:
        named = [each.rating for each in differences if each.worse == (distance < 0)]
    if not named and distance <= 0:
        named = _held_back(call)
    told = (_WORDS[rating](call) for rating in named)
    return next((text for text in told if text is not None), None)


def _held_back(call: CallFigures) -> Sequence[Rating]:
    """What a call suffered from, most first."""
    weights: dict[Rating, float] = {
        "loss": loss_grade(call),
        "latency": latency_grade(call),
        "bandwidth": (Tier.EXCELLENT - tier_of(call)) / 2,
    }
    found = [rating for rating in _RATINGS if weights[rating] > 0]
    return sorted(found, key=lambda rating: -weights[rating])


def _loss_words(call: CallFigures) -> Sentence | None:
    """Of sound and picture, whichever is farther towards the limit from which it is bad."""
    concealed, frozen = figure(call.concealed), figure(call.frozen)
    if concealed is None and frozen is None:
        return None
    if (concealed or 0) / CONCEALED[1] > (frozen or 0) / FROZEN[1]:
        return sentence("{share} of the sound was missing", share=_share(concealed or 0))
    return sentence("the picture froze for {share} of the time", share=_share(frozen or 0))


def _latency_words(call: CallFigures) -> Sentence | None:
    delay = figure(call.one_way_ms)
    if delay is None:
        return None
    return sentence("sound and picture took {delay} ms to arrive", delay=round(delay))


def _bandwidth_words(call: CallFigures) -> Sentence | None:
    kbps = figure(call.available_kbps)
    if kbps is None:
        return None
    if kbps < 1000:
        return sentence("there were {rate} kbit/s to send with", rate=round(kbps))
    return sentence("there were {rate} Mbit/s to send with", rate=Decimal(f"{kbps / 1000:.1f}"))


_WORDS: dict[Rating, Callable[[CallFigures], Sentence | None]] = {
    "loss": _loss_words,
    "latency": _latency_words,
    "bandwidth": _bandwidth_words,
}


def _share(part: float) -> Sentence:
    percent = 100 * min(1.0, part)
    if percent < 1:
        return sentence("less than 1 %")
    return sentence("{percent} %", percent=round(percent))
