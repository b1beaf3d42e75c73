"""Uplink and downlink apart, on a TURN server that knows nothing of it.

The loop's capacity is that of its narrower half. Which half that is shows a train that loads the
uplink alone: ChannelData for a channel that was never bound, which the server discards without an
answer (RFC 8656 section 12.6). STUN Binding requests between its packets come back over an idle
downlink, so what their round trips gain is the queue of the uplink::

    train at twice the loop's rate ── round trips grow ──> uplink = rate / (1 + slope)
                                   └─ they do not ──────> uplink is at least the train's rate

    uplink about the loop's   ──> the uplink is the narrower half, the downlink at least as wide
    uplink clearly above it   ──> the downlink is the narrower half: it is the loop's figure

Where requests do not come back (a server that takes offence), nothing is said about directions.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from notifier.measurement import Throughput
from notifier.probe.capacity import CEILING_KBPS, Capacity
from notifier.probe.estimate import delay_trend
from notifier.probe.flow import FlowRecord

__all__ = ["UNBOUND_CHANNEL", "UplinkPlan", "plan_uplink", "throughput_of", "uplink_kbps"]

UNBOUND_CHANNEL = 0x4FFF
"""The last channel number of RFC 8656; ours are bound from the first on."""

REQUEST_OCTETS = 48
"""A Binding request at IP level over IPv4; 20 more over IPv6 do not matter beside the train."""

_OVERDRIVE = 2.0
_SECONDS = 0.15
_OCTETS = 80_000
_MIN_PACKETS = 12
_REQUESTS = 16
_PAYLOADS = (1200, 300)
_SAME = 1.2
"""Up to this ratio uplink and loop count as equal: less than the 1.5 that matters to a call, more
than the error of either."""

_BEFORE_FULL = 0.9
"""Round trips from this part of the highest on are left out: the queue may have been full."""


@dataclass(frozen=True, slots=True)
class UplinkPlan:
    """One train for the uplink alone."""

    kbps: float
    """At IP level, requests included."""

    count: int
    payload: int
    every: int
    """Packets from one Binding request to the next."""

    interval: float
    """Seconds between packets."""


def plan_uplink(loop: Capacity, overhead: int) -> UplinkPlan | None:
    """The train that tells the directions of a loop apart; None where the loop has shown no end.

    :param overhead: octets that headers add to a payload at IP level.
    """
    if loop.at_least:
        return None
    kbps = min(_OVERDRIVE * loop.kbps, CEILING_KBPS)
    if kbps < _SAME * loop.kbps:
        return None
    octets = min(kbps * 1000 / 8 * _SECONDS, _OCTETS)
    # On a slow link smaller packets: the queue is seen as often, for fewer octets.
    payload = next((p for p in _PAYLOADS if octets / (p + overhead) >= _MIN_PACKETS), _PAYLOADS[-1])
    count = max(_MIN_PACKETS, int(octets / (payload + overhead)))
    every = max(1, count // _REQUESTS)
    size = payload + overhead + REQUEST_OCTETS / every
    return UplinkPlan(kbps, count, payload, every, size * 8 / (kbps * 1000))


def uplink_kbps(plan: UplinkPlan, round_trips: Sequence[tuple[float, float]]) -> Capacity | None:
    """What the uplink carries, from (sent at, round trip) of the requests in the train, seconds.

    None where half of them or more did not come back.
    """
    sent = -(-plan.count // plan.every)
    if len(round_trips) <= sent / 2:
        return None
    base = min(rtt for _, rtt in round_trips)
    top = max(rtt for _, rtt in round_trips)
    limit = base + _BEFORE_FULL * (top - base)
    until = next((i for i, (_, rtt) in enumerate(round_trips) if rtt >= limit), len(round_trips))
    growing = round_trips[: max(until + 1, len(round_trips) // 3)]
    trend = delay_trend(
        FlowRecord(
            size=0,
            sent=tuple(at for at, _ in growing),
            arrived=tuple(at + rtt for at, rtt in growing),
            arrival_order=tuple(range(len(growing))),
        )
    )
    if trend is None:
        return None
    if not trend.growing:
        return Capacity(plan.kbps, True, None)
    return Capacity(plan.kbps / (1 + trend.slope), False, None)


def throughput_of(loop: Capacity, uplink: Capacity | None) -> Throughput:
    """The record's figures: the loop, and its halves where they can be told apart."""
    kbps = round(loop.kbps, 1)
    if loop.at_least:
        # What went through both went through each.
        return Throughput(
            loop=kbps,
            up=kbps,
            down=kbps,
            loop_at_least=True,
            up_at_least=True,
            down_at_least=True,
        )
    if uplink is None:
        return Throughput(loop=kbps, up=None, down=None)
    if uplink.kbps < _SAME * loop.kbps:
        # Both saw the same queue; the loop's trains were more of them.
        return Throughput(loop=kbps, up=kbps, down=kbps, down_at_least=True)
    return Throughput(loop=kbps, up=round(uplink.kbps, 1), down=kbps, up_at_least=uplink.at_least)
