"""How far a figure may be off, and how likely that puts it into another class.

Standard errors are those of docs/verdict-rule.md, "Confidence"; the numbers are data.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from statistics import NormalDist

from notifier.forecast.thresholds import Errors
from notifier.measurement import ServerMeasurement

__all__ = ["class_odds", "figure", "loss_error", "reach_odds", "rtt_error"]

_P95 = NormalDist().inv_cdf(0.95)
_MEDIAN_ERROR = math.sqrt(math.pi / 2)
"""Standard error of a median over that of a mean, for normal samples."""

_MANY = 10**9
"""Packets beyond which a count makes no difference."""


def figure(value: float | None) -> float | None:
    """The value, where it is one: a figure that cannot be is taken as missing."""
    return value if value is not None and math.isfinite(value) and value >= 0 else None


def class_odds(value: float, error: float, limits: Sequence[float]) -> list[float]:
    """How likely the true value is in each class: normal with this standard error."""
    around = NormalDist(value, max(error, 1e-9))
    below = [0.0, *(around.cdf(limit) for limit in limits), 1.0]
    return [high - low for low, high in pairwise(below)]


def reach_odds(value: float | None, relative: float, limit: float, missing: float) -> float:
    """How likely the true value reaches a limit; ``missing`` where there is no value."""
    if value is None:
        return missing
    return class_odds(value, value * relative, (limit,))[1]


def loss_error(server: ServerMeasurement, loss: float, errors: Errors) -> float:
    """Binomial, drawn a little towards the middle so that "none lost" is not taken for certain.

    Bursts of mean length b (geometric) hold as much as one packet in 2b - 1.
    """
    packets = min(server.packets_sent, _MANY)
    if packets < 1:
        packets = errors.loss_unknown_packets
    share = (min(loss, 1.0) * packets + 1) / (packets + 2)
    burst = max(1.0, figure(server.loss_burst) or 1.0)
    return math.sqrt(share * (1 - share) * (2 * burst - 1) / packets)


def rtt_error(server: ServerMeasurement, rtt: float, errors: Errors) -> float:
    """Of the median, from the spread; and what a path wanders by itself."""
    p95 = figure(server.rtt_ms.p95 if server.rtt_ms is not None else None)
    spread = max(0.0, (rtt if p95 is None else p95) - rtt) / _P95
    sampling = _MEDIAN_ERROR * spread / math.sqrt(errors.rtt_samples)
    return math.hypot(sampling, errors.rtt_relative * rtt, errors.rtt_floor_ms)
