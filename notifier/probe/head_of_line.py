"""What TCP's retransmissions do to a call: head-of-line blocking, seen from outside.

TCP and TLS lose nothing. A lost segment instead holds back all that follows until its
retransmission has arrived, and then everything comes at once. In the arrival times of a stream
that left evenly that looks like nothing else::

    delay                 ·
      │                   ··     the first packet waited longest,
      │                   ···    each later one a packet interval less
      │ · · · · ·         ···· · · · ·
      └──────────[  gap  ]────────────── arrival

The sender learns of the loss when the acknowledgement of a later packet comes back (RFC 8985), a
packet interval and a round trip after the lost one left, or by a timer that is longer than that.
So a spike is a wait of that length at least. Jitter and what a relay holds back for a moment stay
below it; a queue rises and falls gradually and leaves no gap.
"""

from dataclasses import dataclass
from itertools import pairwise

from notifier.probe.estimate import percentile
from notifier.probe.flow import FlowRecord

__all__ = ["DelaySpikes", "delay_spikes"]

LEAST_SPIKE = 0.04
"""Seconds: what the jitter buffer of a call takes in without a sound (two packets of 20 ms)."""

_FEW = 10
"""Fewer arrivals do not show what the delay is between the spikes."""

_USUAL = 0.1
"""The share of the delays that lies below what is taken for the undisturbed delay."""


@dataclass(frozen=True, slots=True)
class DelaySpikes:
    """The waits of a stream for retransmissions."""

    count: int
    """Spikes; losses within one wait are one spike."""

    longest: float | None
    """Seconds that a packet came later than the undisturbed delay; None without a spike."""


def delay_spikes(record: FlowRecord, rtt: float) -> DelaySpikes | None:
    """Count the delay spikes of a stream over TCP or TLS; None where too few packets arrived.

    :param record: of a stream sent at even intervals.
    :param rtt: round trip to the server while idle, seconds.
    """
    arrivals = [
        (at, at - record.sent[sequence])
        for sequence, at in enumerate(record.arrived)
        if at is not None and sequence not in record.disturbed
    ]
    if len(arrivals) < _FEW or len(record.sent) < 2:
        return None
    interval = percentile([after - before for before, after in pairwise(record.sent)], 0.5)
    usual = percentile([delay for _, delay in arrivals], _USUAL)
    least = max(LEAST_SPIKE, rtt + 0.9 * interval)
    count = 0
    longest = 0.0
    after_gap = 1
    while after_gap < len(arrivals):
        (before, _), (at, delay) = arrivals[after_gap - 1 : after_gap + 1]
        end = after_gap + 1
        if delay - usual >= least and at - before >= least:
            # The wait lasts until the delay is back; a second loss behind the first one is the
            # same wait, as the call hears it.
            while end < len(arrivals) and arrivals[end][1] - usual > least / 2:
                end += 1
            held = arrivals[after_gap : end + 1]
            if any(after - at <= interval / 2 for (at, _), (after, _) in pairwise(held)):
                count += 1
                longest = max(longest, *(delay - usual for _, delay in held))
        after_gap = end
    return DelaySpikes(count, longest if count else None)
