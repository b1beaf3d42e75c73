"""A model's prediction for one server, read: the code that is told, how sure, and why."""

import math
from collections.abc import Mapping, Sequence

from notifier.codes import BY_SUMMARY, Color
from notifier.forecast.capacity import direction
from notifier.forecast.causes import Cause
from notifier.forecast.odds import figure
from notifier.forecast.reading import Reading, code_odds, color_odds, likeliest
from notifier.measurement import ServerMeasurement, Throughput
from notifier.prediction import Known, ServerPrediction

__all__ = ["calibrated", "reckon"]

LEAST_BLAME = 0.15
"""Of the whole blame: a cause with less is not worth a sentence."""

DIRECTION_ERROR = 0.15
"""Relative error of a throughput up to which both directions count as equally narrow."""


def reckon(
    server: ServerMeasurement,
    prediction: ServerPrediction,
    calibration: Sequence[tuple[float, float]],
    known: Known = Known(),  # noqa: B008 - frozen
) -> Reading:
    """Read one server; never raises.

    :param calibration: see :func:`calibrated`.
    :param known: what the last full run has found, for a run that measured less.
    """
    throughput = server.throughput_kbps or known.throughput
    odds = code_odds(prediction.loss, prediction.latency, prediction.tier)
    code = likeliest(odds)
    color = BY_SUMMARY[code].color
    rtt = figure(server.rtt_ms.median if server.rtt_ms is not None else None)
    return Reading(
        server=server,
        code=code,
        confidence=calibrated(color_odds(odds)[color], calibration),
        odds=odds,
        causes=() if color is Color.GREEN else _causes(throughput, prediction, color),
        rtt_ms=math.inf if rtt is None else rtt,
    )


def calibrated(odds: float, calibration: Sequence[tuple[float, float]]) -> float:
    """How often a forecast with these odds was right, 0..1.

    :param calibration: points (odds, how often right), ascending, joined by straight lines; none:
        the odds are taken as they are.
    """
    if not calibration:
        return min(1.0, max(0.0, odds))
    left = calibration[0]
    for right in calibration:
        if odds <= right[0]:
            span = right[0] - left[0]
            part = (odds - left[0]) / span if span > 0 else 1.0
            return left[1] + max(0.0, part) * (right[1] - left[1])
        left = right
    return left[1]


def _causes(
    throughput: Throughput | None, prediction: ServerPrediction, color: Color
) -> tuple[Cause, ...]:
    """The causes with a share of the blame that is worth telling, the greatest first.

    Of a red forecast those come first that make it red, not just no longer green.
    """
    named = _named(prediction.blame_red) if color is Color.RED else []
    named += _named(prediction.blame)
    causes = (
        direction(throughput, DIRECTION_ERROR) if name == Cause.BANDWIDTH else Cause(name)
        for name in named
    )
    return tuple(dict.fromkeys(causes))


def _named(blame: Mapping[str, float]) -> list[str]:
    whole = sum(blame.values())
    known = {str(cause) for cause in Cause}
    found = sorted(blame.items(), key=lambda item: -item[1])
    return [
        name for name, its in found if whole > 0 and its >= LEAST_BLAME * whole and name in known
    ]
