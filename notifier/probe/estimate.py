"""Estimators: from the send and arrival times of a flow to figures. Pure functions.

All assume what the loop guarantees: send and arrival times are of one clock. None assumes that
packets arrive in order.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from notifier.probe.flow import FlowRecord

__all__ = [
    "Trend",
    "delay_rises",
    "delay_trend",
    "interarrival_jitter",
    "loss_burst",
    "loss_fraction",
    "percentile",
    "service_rate",
    "tail_rate",
]

_TICK = 1e-9
"""Seconds: what no clock tells apart; shorter spans say nothing about a rate."""

_GROWTH = 1.25
_SLOW_START_ROUND_TRIPS = 8
"""From ten segments (RFC 6928) to the 220 kB of a transfer in doubling steps, twice over."""

_MIN_PACKETS = 4
"""Fewer arrivals say nothing about a rate or a trend."""


def percentile(values: Sequence[float], fraction: float) -> float:
    """The value below which ``fraction`` of the values lie, by linear interpolation.

    :raises ValueError: where there are no values.
    """
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    position = (len(ordered) - 1) * fraction
    low = math.floor(position)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (position - low)


def loss_fraction(record: FlowRecord) -> float | None:
    """The part of the packets that never arrived, 0..1; None where none was sent."""
    if not record.sent:
        return None
    return sum(at is None for at in record.arrived) / len(record.sent)


def loss_burst(record: FlowRecord) -> float | None:
    """Mean length of a run of lost packets, packets; None where nothing was lost."""
    runs = 0
    lost = 0
    previous_lost = False
    for at in record.arrived:
        if at is None:
            lost += 1
            runs += not previous_lost
        previous_lost = at is None
    return lost / runs if runs else None


def interarrival_jitter(record: FlowRecord) -> float | None:
    """Interarrival jitter (RFC 3550 section 6.4.1), seconds; None below three arrivals.

    RFC 3550 smooths |D(i-1, i)|, the change of the one-way delay between two packets in the order
    of their arrival, with a gain of 1/16. This is the plain mean of |D|: the value that filter
    settles at, without its start from zero and with less noise over a short stream.
    """
    delays = [
        arrived - record.sent[sequence]
        for sequence in record.arrival_order
        if (arrived := record.arrived[sequence]) is not None
    ]
    if len(delays) < 3:
        return None
    return statistics.fmean(abs(b - a) for a, b in pairwise(delays))


@dataclass(frozen=True, slots=True)
class Trend:
    """How the one-way delay moved while a train went through."""

    slope: float
    """Seconds of delay gained per second of sending: R/C - 1 on a full link of capacity C."""

    rise: float
    """Seconds of delay gained over the train."""

    noise: float
    """Median deviation of the delays from the trend, seconds."""

    @property
    def growing(self) -> bool:
        """A queue built up: more than the noise, and more than a clock tick."""
        return self.slope > 0.05 and self.rise > max(0.002, 3 * self.noise)


def delay_trend(record: FlowRecord) -> Trend | None:
    """Theil-Sen fit of one-way delay over send time; None below four arrivals.

    The median of the slopes of all pairs (Sen, JASA 63, 1968) ignores up to 29 % outliers, so a
    few delayed packets do not look like a queue, nor do lost ones.
    """
    points = [
        (sent, arrived - sent)
        for sent, arrived in zip(record.sent, record.arrived, strict=True)
        if arrived is not None
    ]
    if len(points) < _MIN_PACKETS:
        return None
    slope = _theil_sen(points)
    if slope is None:
        return None
    span = points[-1][0] - points[0][0]
    offsets = [delay - slope * at for at, delay in points]
    middle = statistics.median(offsets)
    noise = statistics.median(abs(offset - middle) for offset in offsets)
    return Trend(slope, slope * span, noise)


def service_rate(record: FlowRecord) -> float | None:
    """The rate at which a full link let the train through, bit/s at IP level.

    On a link that is never idle, packets leave one slot apart: slot = size / capacity. Arrival
    times are fitted (Theil-Sen) over the number of slots since the first. A packet lost behind
    the queue has used its slot, one dropped before it has not; the gap it leaves in the arrivals
    tells which, to the nearest whole slot. None below four arrivals.
    """
    arrivals = [(sequence, at) for sequence, at in enumerate(record.arrived) if at is not None]
    if len(arrivals) < _MIN_PACKETS:
        return None
    gaps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(arrivals)]
    neighbours = [gap for step, gap in gaps if step == 1]
    if 2 * len(neighbours) >= len(gaps):
        # Their mean is the slot, also with jitter, which cancels out over neighbours.
        spacing = statistics.fmean(neighbours)
    else:
        # More gaps than not: only an overrun queue drops so many, and then most are one slot.
        spacing = statistics.median(gap for _, gap in gaps)
    slots = 0.0
    points = [(0.0, arrivals[0][1])]
    for (step, gap), (_, at) in zip(gaps, arrivals[1:], strict=True):
        behind = step if spacing <= _TICK else min(step, max(1, round(gap / spacing)))
        slots += behind
        points.append((slots, at))
    slot = _theil_sen(points)
    return record.size * 8 / slot if slot is not None and slot > _TICK else None


def tail_rate(record: FlowRecord, rtt: float) -> tuple[float, bool] | None:
    """Rate of a reliable transport, bit/s at IP level: over the last three quarters that arrived.

    The first quarter is left to slow start (RFC 5681). The second value is whether the figure is
    only a lower bound: the rate was still growing by a quarter or more, or the whole took fewer
    round trips than slow start may. None below sixteen arrivals.

    :param rtt: round trip, seconds.
    """
    times = sorted(at for at in record.arrived if at is not None)
    if len(times) < 4 * _MIN_PACKETS:
        return None
    quarter = len(times) // 4
    tail = times[quarter:]
    middle = len(tail) // 2
    early, late = tail[middle] - tail[0], tail[-1] - tail[middle]
    if early + late <= _TICK:
        return None
    rate = (len(tail) - 1) * record.size * 8 / (early + late)
    growing = middle * _GROWTH * late < (len(tail) - 1 - middle) * early
    return rate, growing or times[-1] - record.sent[0] < _SLOW_START_ROUND_TRIPS * rtt


def delay_rises(record: FlowRecord, base: float) -> list[float]:
    """By how much each packet's one-way delay exceeded ``base``, seconds, never below 0."""
    return [
        max(0.0, arrived - sent - base)
        for sent, arrived in zip(record.sent, record.arrived, strict=True)
        if arrived is not None
    ]


def _theil_sen(points: Sequence[tuple[float, float]]) -> float | None:
    slopes = [
        (y2 - y1) / (x2 - x1)
        for i, (x1, y1) in enumerate(points)
        for x2, y2 in points[i + 1 :]
        if x2 > x1
    ]
    return statistics.median(slopes) if slopes else None
