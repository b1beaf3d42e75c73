"""How good the models are on networks of a family that they have never seen.

Grouped cross-validation: the networks are put into groups by their family, each group is forecast
by models that were trained on all the others, and all these forecasts together are judged and
give the calibration. Held-out networks take no part in any of it.
"""

import contextlib
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from notifier.codes import BY_SUMMARY, Color
from notifier.forecast.model import Model
from notifier.forecast.reading import code_odds, color_odds, likeliest
from notifier.measurement import RunMeasurement
from notifier.prediction import Known
from notifier.quality import call_code
from notifier.training.dataset import Case
from notifier.training.fit import TooFewError
from notifier.training.rows import known_of

__all__ = ["Forecast", "calibration", "cross_validate", "forecasts"]

GROUPS = 9
"""The families are dealt out to so many groups."""

_RIDGE = 1.0
"""How strongly the calibration is drawn towards the odds as they are: as much as so many
forecasts say otherwise."""

_POINTS = 20
_STEPS = 50
_EPSILON = 1e-4


@dataclass(frozen=True, slots=True)
class Forecast:
    """One forecast, and the call that came."""

    case: str
    light: bool
    """From a light run, with what the full run before it had found."""

    code: int
    odds: float
    """Of its colour, as the model says, before calibration."""

    call: int
    """The code that the call earned."""

    @property
    def right(self) -> bool:
        """In colour."""
        return _color(self.code) is _color(self.call)


def _color(code: int) -> Color:
    return BY_SUMMARY[code].color


def cross_validate(
    cases: Sequence[Case], train: Callable[[Sequence[Case]], Model]
) -> list[Forecast]:
    """Every case, forecast by a model that has not seen its family."""
    families = sorted({case.family for case in cases})
    group = {family: number % GROUPS for number, family in enumerate(families)}
    found: list[Forecast] = []
    for number in sorted(set(group.values())):
        rest = [case for case in cases if group[case.family] != number]
        left_out = [case for case in cases if group[case.family] == number]
        if not rest:
            continue
        with contextlib.suppress(TooFewError):  # nothing to learn from without this group
            found += forecasts(train(rest), left_out)
    return found


def forecasts(model: Model, cases: Sequence[Case]) -> list[Forecast]:
    """What a model says of each case's full and light run, beside its first call."""
    return [
        forecast
        for case in cases
        if case.calls
        for light, run, known in (
            (False, case.full, Known()),
            (True, case.light, known_of(case)),
        )
        for forecast in _forecast(model, case, run, known, light=light)
    ]


def _forecast(
    model: Model, case: Case, run: RunMeasurement | None, known: Known, *, light: bool
) -> Iterator[Forecast]:
    if run is None:
        return
    # The first server that works, as in training: the networks of a data set have one.
    for server in model.predict(run, known).servers[:1]:
        odds = code_odds(server.loss, server.latency, server.tier)
        code = likeliest(odds)
        yield Forecast(
            case.name, light, code, color_odds(odds)[_color(code)], call_code(case.calls[0])
        )


def calibration(found: Sequence[Forecast]) -> tuple[tuple[float, float], ...]:
    """How often forecasts were right, by the odds that the model gave: points on a curve.

    Platt's method (1999): a logistic curve over the log-odds, here with a ridge towards the odds
    as they are and never falling. No forecasts, no points.
    """
    if not found:
        return ()
    x = [_logit(forecast.odds) for forecast in found]
    y = [1.0 if forecast.right else 0.0 for forecast in found]
    slope, shift = _platt(x, y)
    slope = max(0.0, slope)
    grid = [number / _POINTS for number in range(_POINTS + 1)]
    return tuple((odds, round(_logistic(slope * _logit(odds) + shift), 4)) for odds in grid)


def _platt(x: Sequence[float], y: Sequence[float]) -> tuple[float, float]:
    """Slope and shift of the curve, by Newton's steps on the penalized likelihood."""
    slope, shift = 1.0, 0.0
    for _ in range(_STEPS):
        p = [_logistic(slope * each + shift) for each in x]
        g0 = sum((b - a) * c for a, b, c in zip(y, p, x, strict=True)) + _RIDGE * (slope - 1)
        g1 = sum(b - a for a, b in zip(y, p, strict=True)) + _RIDGE * shift
        w = [b * (1 - b) for b in p]
        h00 = sum(a * c * c for a, c in zip(w, x, strict=True)) + _RIDGE
        h01 = sum(a * c for a, c in zip(w, x, strict=True))
        h11 = sum(w) + _RIDGE
        determinant = h00 * h11 - h01 * h01
        by_slope = (h11 * g0 - h01 * g1) / determinant
        by_shift = (h00 * g1 - h01 * g0) / determinant
        # Where forecasts were sure and wrong the curve is flat, and a whole step leads far beyond.
        cost, part = _cost(x, y, slope, shift), 1.0
        while part > _EPSILON and cost < _cost(
            x, y, slope - part * by_slope, shift - part * by_shift
        ):
            part /= 2
        slope -= part * by_slope
        shift -= part * by_shift
    return slope, shift


def _cost(x: Sequence[float], y: Sequence[float], slope: float, shift: float) -> float:
    """The negative logarithm of the penalized likelihood."""
    z = [slope * each + shift for each in x]
    misfit = sum(
        max(a, 0.0) + math.log1p(math.exp(-abs(a))) - a * b for a, b in zip(z, y, strict=True)
    )
    return misfit + _RIDGE / 2 * ((slope - 1) ** 2 + shift**2)


def _logit(odds: float) -> float:
    kept = min(1 - _EPSILON, max(_EPSILON, odds))
    return math.log(kept / (1 - kept))


def _logistic(value: float) -> float:
    return (1 + math.tanh(value / 2)) / 2  # which no value overflows
