"""What is kept of each train: what went in, what came out, and how the delay grew meanwhile.

The capacity search takes a train that comes out slower than it went in for a full link. Where
somebody else's packets share that link, it is a share that comes out, and which one depends on how
fast the train was; several of them side by side tell the two apart. So they are kept as they were,
without a model of the link.
"""

import statistics
from collections.abc import Sequence

from notifier.measurement import Train, TrainWay
from notifier.probe.estimate import change_point, delays, percentile
from notifier.probe.flow import FlowRecord

__all__ = ["summarize", "waits"]

_AT_ONCE = 1e-4
"""Seconds: in a shorter time than this packets come or go at once, and have no rate."""

_FIRST = 3
"""Packets of which the quickest one shows the queue in front of the train: the others wait for it
as well, but a single one may be late by itself."""

_QUARTERS = 4


def summarize(record: FlowRecord, way: TrainWay, *, least: float, loss: float) -> Train:
    """What became of a train.

    :param least: the least delay of the run in this way, seconds.
    :param loss: part of the packets that the idle loop loses, 0..1.
    """
    missing = [at is None for at in record.arrived]
    return Train(
        way=way,
        packets=len(record.sent),
        octets=record.size,
        sent_kbps=_sent_kbps(record),
        received=len(missing) - sum(missing),
        received_kbps=_received_kbps(record),
        rise_ms=_rise_ms(record),
        first_delay_ms=_ms(min(first) - least) if (first := delays(record)[:_FIRST]) else None,
        lost_alone=sum(missing[: change_point(missing, loss)]),
    )


def waits(record: FlowRecord) -> tuple[float, float, float] | None:
    """Quartiles of the delay above its least, milliseconds; None of fewer than four packets."""
    found = delays(record)
    if len(found) < _QUARTERS:
        return None
    least = min(found)
    low, middle, high = (_ms(percentile(found, part) - least) for part in (0.25, 0.5, 0.75))
    return low, middle, high


def _sent_kbps(record: FlowRecord) -> float | None:
    packets = len(record.sent)
    return _kbps(record.size, record.sent, packets) if packets > 1 else None


def _received_kbps(record: FlowRecord) -> float | None:
    came = {sequence: at for sequence, at in enumerate(record.arrived) if at is not None}
    sure = [sequence for sequence in came if sequence not in record.disturbed]
    if len(sure) < 3:
        return None
    # One whose time is not sure came between two whose times are.
    between = sum(sure[0] < sequence < sure[-1] for sequence in record.disturbed & came.keys())
    return _kbps(record.size, [came[sequence] for sequence in sure], len(sure) + between)


def _kbps(size: int, times: Sequence[float], packets: int) -> float | None:
    span = max(times) - min(times)
    return round((packets - 1) * size * 8 / span / 1000, 1) if span >= _AT_ONCE else None


def _rise_ms(record: FlowRecord) -> float | None:
    found = delays(record)
    quarter = len(found) // _QUARTERS
    return _ms(statistics.median(found[-quarter:]) - min(found[:quarter])) if quarter else None


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)
