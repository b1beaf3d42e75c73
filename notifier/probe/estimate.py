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
    "QueueDelay",
    "RateFit",
    "censored_median_interval",
    "censored_quantile",
    "change_point",
    "delays",
    "interarrival_jitter",
    "jitter_interval",
    "loss_burst",
    "loss_fraction",
    "loss_interval",
    "median_interval",
    "percentile",
    "queue_delay",
    "service_rate",
    "tail_rate",
    "undelayed",
]

_TICK = 1e-9
"""Seconds: what no clock tells apart; shorter spans say nothing about a rate."""

_SETTLING = 1.5
"""Multiples of the jitter after which arrivals that keep their order have settled."""

_LEAST_NOISE = 0.5
"""Of the jitter: what the times of a train are uncertain by, however even they look."""

_CAUTION = 1.3
"""Times that the formula's error: found over drawn links (tests/probe/test_capacity.py)."""

_FLOOR = 0.004
"""Relative standard error that no train beats: the clocks, and the links' own idea of a rate."""

_LEAST_GAIN = 10.0
"""Log-likelihood ratio that takes a run of missing packets for a full queue."""

_LEAST_DROPPED = 0.15
"""A full queue drops this part more than the idle line loses: trains are fast enough for it."""

_MIN_DROPPED = 12
"""Packets over which that is looked at, at least."""

_QUEUE_PERCENTILE = 0.95

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
    changes = _changes(record)
    return statistics.fmean(changes) if len(changes) >= 2 else None


@dataclass(frozen=True, slots=True)
class RateFit:
    """At what rate a train came through."""

    bps: float
    """bit/s at IP level: what the link carries, where the train filled it; else the train's own
    rate."""

    error: float
    """Relative standard error."""

    overrun: bool
    """A full queue dropped packets of it."""

    fine: bool
    """Gaps told packet by packet which were lost behind the queue and which were dropped by it."""

    dropped_from: int
    """The sequence number from which a full queue dropped packets; their count where none did."""


def service_rate(record: FlowRecord, *, jitter: float, loss: float) -> RateFit | None:
    """The rate at which packets left the narrowest place on the way; None below four arrivals.

    On a link that is never idle, packets leave one slot apart: slot = size / capacity. A line is
    fitted through the arrival times over the number of slots since the first. What a missing
    packet was is the difficulty: lost behind the queue it has used its slot, dropped by a full
    queue it has not. Without jitter the gap that it leaves tells which. With jitter, the place
    from which on many more are missing than the idle line loses tells where the queue was full
    (a change point, by the likelihood ratio of two Bernoulli sequences); before it every missing
    packet has used a slot, behind it a fraction ``loss`` has.

    Jitter that keeps the order delays those behind a late packet too, so arrivals begin early and
    settle at a later, steadier delay: the first ones are left out of the fit.

    :param jitter: standard deviation of the one-way delay of the idle loop, seconds.
    :param loss: part of the packets that the idle loop loses, 0..1.
    """
    arrivals = [
        (sequence, at)
        for sequence, at in enumerate(record.arrived)
        if at is not None and sequence not in record.disturbed
    ]
    if len(arrivals) < _MIN_PACKETS:
        return None
    dropped_from = change_point([at is None for at in record.arrived], loss)
    gaps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(arrivals)]
    slot = _even_slot([gap for step, gap in gaps if step == 1], len(gaps))
    slots = [0.0]
    for (step, gap), (sequence, _) in zip(gaps, arrivals[1:], strict=True):
        if slot is not None:
            used = float(min(step, max(1, round(gap / slot))))
        elif sequence >= dropped_from:
            used = 1 / (1 - min(0.5, loss))
        else:
            used = float(step)
        slots.append(slots[-1] + used)
    times = [at for _, at in arrivals]
    if slot is None and jitter > 0:
        settled = times[0] + _SETTLING * jitter
        begin = next((i for i, at in enumerate(times) if at >= settled), 0)
        begin = min(begin, len(times) // 3)
        slots, times = slots[begin:], times[begin:]
    if len(times) < _MIN_PACKETS:
        return None
    per_slot, deviation = _line(slots, times)
    if per_slot is None or per_slot <= _TICK:
        return None
    span = times[-1] - times[0]
    if span <= _TICK:
        return None
    # Neighbours wait for the same late packet: one independent time in each stretch of jitter.
    independent = min(float(len(times)), max(1.0, span / (2 * jitter)) if jitter > 0 else math.inf)
    noise = deviation if slot is not None else max(deviation, _LEAST_NOISE * jitter)
    error = _CAUTION * noise * math.sqrt(12 / independent) / span
    if slot is None:
        error = math.hypot(error, loss / 6)
    overrun = dropped_from < len(record.arrived) - _MIN_DROPPED // 2 or (
        slot is not None and len(record.arrived) - len(arrivals) > _dropped_at_most(record, loss)
    )
    return RateFit(
        record.size * 8 / per_slot, max(_FLOOR, error), overrun, slot is not None, dropped_from
    )


@dataclass(frozen=True, slots=True)
class QueueDelay:
    """What a train that filled the link made packets wait."""

    seconds: float
    """95th percentile; of a queue that still grew, what it had come to."""

    error: float
    """Standard error, seconds."""

    ended: bool
    """The queue was full: it grows no longer than this."""


def queue_delay(record: FlowRecord, fit: RateFit, base: float) -> QueueDelay | None:
    """How long a full link made packets wait; None where nothing arrived.

    The queue is full where packets were dropped by it and the delay of those behind them grew no
    more. Jitter is left out by a median over neighbours.

    :param base: median delay of the idle path, seconds.
    """
    rises = [
        (sequence, arrived - sent - base)
        for sequence, (sent, arrived) in enumerate(zip(record.sent, record.arrived, strict=True))
        if arrived is not None and sequence not in record.disturbed
    ]
    if not rises:
        return None
    values = [rise for _, rise in rises]
    width = max(1, len(values) // 10)
    smooth = [
        statistics.median(values[max(0, i - width // 2) : i + width // 2 + 1])
        for i in range(len(values))
    ]
    noise = statistics.median(abs(a - b) for a, b in zip(values, smooth, strict=True))
    top = max(0.0, percentile(smooth, _QUEUE_PERCENTILE))
    behind = [
        (record.sent[sequence], smooth[index])
        for index, (sequence, _) in enumerate(rises)
        if sequence >= fit.dropped_from
    ]
    third = len(behind) // 3
    open_end = QueueDelay(top, noise + 0.02 * top, False)
    if not fit.overrun or third < _MIN_PACKETS // 2 or len(record.sent) < 2:
        return open_end
    (sent_first, first), (sent_last, last) = _middle(behind[:third]), _middle(behind[-third:])
    rate = (len(record.sent) - 1) * record.size * 8 / (record.sent[-1] - record.sent[0] + _TICK)
    # How much it would have grown, had nothing been dropped.
    growth = (rate / fit.bps - 1) * (sent_last - sent_first)
    if growth < 3 * noise or last - first > 0.4 * growth:
        return open_end
    behind_rises = [rise for _, rise in behind]
    level = max(0.0, statistics.median(behind_rises))
    return QueueDelay(level, noise + 0.04 * level, True)


def _middle(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return statistics.fmean(x for x, _ in points), statistics.fmean(y for _, y in points)


def change_point(missing: Sequence[bool], loss: float) -> int:
    """From where on a full queue drops packets; the length where it never does.

    :param missing: by sequence number.
    :param loss: part of the packets that the idle loop loses, 0..1.
    """
    usual = min(max(loss, 0.02), 0.12)
    log_lost, log_kept = math.log(usual), math.log(1 - usual)
    best, at, lost = _LEAST_GAIN, len(missing), 0
    for index in range(len(missing) - 1, -1, -1):
        lost += missing[index]
        count = len(missing) - index
        part = lost / count
        if count < _MIN_DROPPED or part < usual + _LEAST_DROPPED or not missing[index]:
            continue
        part = min(part, 0.999)
        gain = lost * (math.log(part) - log_lost) + (count - lost) * (math.log(1 - part) - log_kept)
        if gain > best:
            best, at = gain, index
    return at


def _dropped_at_most(record: FlowRecord, loss: float) -> float:
    count = len(record.arrived)
    return count * loss + 3 * math.sqrt(count * max(loss, 0.01)) + 2


def _even_slot(neighbours: Sequence[float], gaps: int) -> float | None:
    """The slot, where packets come so evenly that the gaps of lost ones can be counted in it."""
    if len(neighbours) < max(4, gaps // 4):
        return None
    slot = statistics.median(neighbours)
    if slot <= _TICK:
        return None
    near = sum(abs(gap - slot) < 0.3 * slot for gap in neighbours)
    return slot if near > 0.9 * len(neighbours) else None


def _line(xs: Sequence[float], ys: Sequence[float]) -> tuple[float | None, float]:
    """Slope of the least squares line, and the deviation from it."""
    try:
        slope, intercept = statistics.linear_regression(xs, ys)
    except statistics.StatisticsError:
        return None, 0.0
    squares = sum((y - intercept - slope * x) ** 2 for x, y in zip(xs, ys, strict=True))
    return slope, math.sqrt(squares / len(xs))


def tail_rate(record: FlowRecord, rtt: float) -> tuple[float, bool] | None:
    """Rate of a reliable transport, bit/s at IP level: over the last three quarters that arrived.

    The first quarter is left to slow start (RFC 5681). Of the tails that begin in the second
    quarter the slowest counts: one that begins with packets that had waited for a lost one to be
    sent again has them without the time that they took. The second value is whether the figure is
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
    count = len(times) - 1
    pace = min(
        (count - begin) / (times[-1] - times[begin])
        for begin in range(quarter, 2 * quarter + 1)
        if times[-1] - times[begin] > _TICK
    )
    rate = pace * record.size * 8
    growing = middle * _GROWTH * late < (len(tail) - 1 - middle) * early
    return rate, growing or times[-1] - record.sent[0] < _SLOW_START_ROUND_TRIPS * rtt


def delays(record: FlowRecord) -> list[float]:
    """One-way delays in the order of sending, seconds, but of the packets whose times are ours."""
    return [
        arrived - sent
        for sequence, (sent, arrived) in enumerate(zip(record.sent, record.arrived, strict=True))
        if arrived is not None and sequence not in record.disturbed
    ]


def undelayed(record: FlowRecord, clump: float) -> list[tuple[float, bool]]:
    """Delays as packets have them by themselves: (delay, whether the packet waited for another).

    A network that keeps the order makes packets wait behind a late one; they come at once. What
    such a packet would have taken by itself is at most what it took: a left-censored value.

    :param clump: seconds between two arrivals up to which the second one has waited.
    """
    found: list[tuple[float, bool]] = []
    before = -math.inf
    for sequence in record.arrival_order:
        at = record.arrived[sequence]
        if at is None or sequence in record.disturbed:
            continue
        found.append((at - record.sent[sequence], at - before <= clump))
        before = at
    return found


def censored_quantile(values: Sequence[tuple[float, bool]], fraction: float) -> float:
    """The quantile of values of which some are only upper bounds.

    Kaplan and Meier, JASA 53, 1958, read from the right: the estimate of the distribution falls at
    each exact value by one part of those that may lie there or below.

    :param values: (value, whether the true one may be smaller).
    :raises ValueError: where there are no values.
    """
    if not values:
        raise ValueError("no values")
    ordered = sorted(values, reverse=True)
    below = 1.0
    found = ordered[0][0]
    for rank, (value, censored) in enumerate(ordered):
        if censored:
            continue
        found = value
        below *= 1 - 1 / (len(ordered) - rank)
        if below <= fraction:
            break
    return found


def median_interval(values: Sequence[float]) -> tuple[float, float] | None:
    """The median's 95 % confidence interval by order statistics; None below six values.

    Conover, Practical Nonparametric Statistics, section 3.2: ranks n/2 +- 0.98 sqrt(n).
    """
    count = len(values)
    if count < 6:
        return None
    ordered = sorted(values)
    half = 0.98 * math.sqrt(count)
    low = max(0, math.floor(count / 2 - half))
    high = min(count - 1, math.ceil(count / 2 + half))
    return ordered[low], ordered[high]


def censored_median_interval(values: Sequence[tuple[float, bool]]) -> tuple[float, float] | None:
    """The same of values of which some are only upper bounds; those say nothing of its width.

    :param values: as :func:`censored_quantile` has them.
    """
    exact = [value for value, censored in values if not censored]
    if len(exact) == len(values):
        return median_interval(exact)
    if len(exact) < 6:
        return None
    half = 0.98 / math.sqrt(len(exact))
    return (
        censored_quantile(values, max(0.0, 0.5 - half)),
        censored_quantile(values, min(1.0, 0.5 + half)),
    )


def loss_interval(lost: int, sent: int, burst: float) -> tuple[float, float]:
    """95 % confidence interval of a loss fraction (Wilson, JASA 22, 1927).

    Packets that are lost in runs are worth less than their number: the variance of a Gilbert
    channel's loss is about ``2 * burst - 1`` times that of independent losses, so the interval is
    that of so many fewer packets.

    :param burst: mean length of a run of lost packets.
    :raises ValueError: where nothing was sent.
    """
    if sent <= 0:
        raise ValueError("nothing was sent")
    count = max(1.0, sent / max(1.0, 2 * burst - 1))
    part = lost / sent
    z = 1.96
    centre = (part + z * z / (2 * count)) / (1 + z * z / count)
    spread = math.sqrt(part * (1 - part) / count + z * z / (4 * count * count))
    half = z * spread / (1 + z * z / count)
    return max(0.0, min(part, centre - half)), min(1.0, max(part, centre + half))


def jitter_interval(record: FlowRecord) -> tuple[float, float] | None:
    """95 % confidence interval of :func:`interarrival_jitter`, seconds; None below sixteen changes.

    From the means of eight blocks of the stream: neighbouring changes of delay share a packet, and
    a network's bad moments last longer than one.
    """
    changes = _changes(record)
    blocks = 8
    if len(changes) < 2 * blocks:
        return None
    size = len(changes) / blocks
    means = [statistics.fmean(changes[int(i * size) : int((i + 1) * size)]) for i in range(blocks)]
    # Student's t of seven degrees of freedom.
    half = 2.365 * statistics.stdev(means) / math.sqrt(blocks)
    middle = statistics.fmean(changes)
    return max(0.0, middle - half), middle + half


def _changes(record: FlowRecord) -> list[float]:
    transits = [
        arrived - record.sent[sequence]
        for sequence in record.arrival_order
        if (arrived := record.arrived[sequence]) is not None and sequence not in record.disturbed
    ]
    return [abs(b - a) for a, b in pairwise(transits)]
