"""A flow: packets that leave on a schedule and are looked for at the other end of the loop.

Everything the probe sends through the relay is a flow: the call-like stream is one packet every
20 ms, a train is one every half millisecond. A :class:`Flow` says when which packet is due and
keeps when it was sent and when it arrived; both ends of the loop are sockets of this process, so
all times are of one clock and one-way delays need no synchronisation. The estimators
(:mod:`notifier.probe.estimate`) read only the finished :class:`FlowRecord`.
"""

import math
import struct
from collections.abc import Sequence
from dataclasses import dataclass

from notifier.probe.stall import Stall, disturbed

__all__ = ["HEADER_SIZE", "Flow", "FlowRecord", "pack_header", "unpack_header"]

_HEADER = struct.Struct("!IHI")
HEADER_SIZE = _HEADER.size
"""Octets of the header of a flow's packets: run token, flow number, sequence number."""

_ABSOLUTE_PATIENCE = 4.0
"""Seconds after the last packet was sent beyond which nothing is waited for any more: a packet
that needs longer is of no use to a call."""


def pack_header(token: int, flow: int, sequence: int) -> bytes:
    """The first octets of a packet."""
    return _HEADER.pack(token, flow, sequence)


def unpack_header(payload: bytes) -> tuple[int, int, int] | None:
    """Token, flow and sequence number; None where the packet is too short to be ours."""
    if len(payload) < HEADER_SIZE:
        return None
    token, flow, sequence = _HEADER.unpack_from(payload)
    return token, flow, sequence


@dataclass(frozen=True, slots=True)
class FlowRecord:
    """What became of a flow's packets; index is the sequence number."""

    size: int
    """Octets of one packet at IP level on the client's link."""

    sent: tuple[float, ...]
    """Seconds, of a monotonic clock."""

    arrived: tuple[float | None, ...]
    """None where the packet was lost, or came too late to wait for."""

    arrival_order: tuple[int, ...]
    """Sequence numbers as they came."""

    disturbed: frozenset[int] = frozenset()
    """Packets whose times say more of this program than of the network: it did not run."""


class Flow:
    """The schedule and the book of one flow.

    :param count: packets.
    :param interval: seconds between two; 0 sends all at once.
    :param size: octets of a packet at IP level, for the record.
    :param patience: seconds for which missing packets are waited for beyond the time at which
        they should be there, by the delays and gaps of those that are.
    :param delay: one-way delay to expect as long as nothing has arrived, seconds.
    :param enough: arrivals after which nothing more is sent or waited for; None wants all.
    :param limit: seconds from the first packet after which the flow is over, whatever is missing.
    """

    def __init__(
        self,
        *,
        count: int,
        interval: float,
        size: int,
        patience: float,
        delay: float = 0.0,
        enough: int | None = None,
        limit: float = math.inf,
    ) -> None:
        self.count = count
        self._enough = count if enough is None else enough
        self._interval = interval
        self._size = size
        self._patience = patience
        self._limit = limit
        self._start: float | None = None
        self._sent: list[float] = []
        self._due: list[float] = []
        self._arrived: dict[int, float] = {}
        self._doubts: dict[int, float] = {}
        self._delay = delay
        self._longest_gap = 0.0
        self._last_arrival = -math.inf
        self._over = False

    def start(self, now: float) -> None:
        """The first packet is due now."""
        self._start = now

    def due(self, now: float) -> range:
        """Sequence numbers that have to leave by now, in order."""
        if self._start is None:
            return range(0)
        if self._interval <= 0:
            until = self._wanted
        else:
            # The small allowance keeps float error from holding a packet to the next wake-up.
            until = min(self._wanted, int((now - self._start) / self._interval + 1e-6) + 1)
        return range(len(self._sent), until)

    def mark_sent(self, now: float) -> None:
        """The next packet in order has left; ``now`` is the time after the send."""
        start = now if self._start is None else self._start
        self._due.append(min(now, start + len(self._sent) * self._interval))
        self._sent.append(now)

    def mark_arrived(self, sequence: int, now: float, doubt: float = 0.0) -> None:
        """A packet is there; repeats and numbers never sent are ignored.

        :param doubt: seconds by which it may have been there earlier.
        """
        if sequence >= len(self._sent) or sequence in self._arrived:
            return
        self._arrived[sequence] = now
        self._doubts[sequence] = doubt
        delay = now - self._sent[sequence]
        if len(self._arrived) == 1:
            self._delay = delay
        else:
            self._delay = max(self._delay, delay)
            self._longest_gap = max(self._longest_gap, now - self._last_arrival)
        self._last_arrival = max(self._last_arrival, now)

    def end(self) -> None:
        """Send no more; what is under way is still waited for."""
        self._over = True

    @property
    def progress(self) -> float:
        """The part of the packets that has left, 0..1."""
        return len(self._sent) / self.count

    @property
    def all_sent(self) -> bool:
        """Nothing more is to be sent."""
        return len(self._sent) >= self._wanted

    @property
    def under_way(self) -> int:
        """Packets that have left and not arrived, as far as is known."""
        return len(self._sent) - len(self._arrived)

    def get_timer(self) -> float | None:
        """When there is something to send or to give up; None once enough has arrived."""
        if self._start is None or len(self._arrived) >= min(self._enough, self._wanted):
            return None
        over = self._start + self._limit
        if len(self._sent) < self._wanted:
            return min(over, self._start + len(self._sent) * self._interval)
        return min(over, self._give_up_at())

    def done(self, now: float) -> bool:
        """Enough has arrived, all packets are sent and the missing ones given up, or time is up."""
        if len(self._arrived) >= min(self._enough, self._wanted):
            return True
        if self._start is not None and now >= self._start + self._limit:
            return True
        return len(self._sent) == self._wanted and now >= self._give_up_at()

    def record(self, stalls: Sequence[Stall] = ()) -> FlowRecord:
        """What became of the packets so far.

        :param stalls: when this program did not run.
        """
        arriving = [
            (self._arrived[sequence], self._doubts[sequence]) if sequence in self._arrived else None
            for sequence in range(len(self._sent))
        ]
        return FlowRecord(
            self._size,
            tuple(self._sent),
            tuple(self._arrived.get(sequence) for sequence in range(len(self._sent))),
            tuple(self._arrived),
            disturbed(stalls, list(zip(self._due, self._sent, strict=True)), arriving),
        )

    @property
    def _wanted(self) -> int:
        return len(self._sent) if self._over else self.count

    def _give_up_at(self) -> float:
        if not self._sent:
            return -math.inf
        last = self._sent[-1]
        expected = max(last + self._delay, self._last_arrival + self._longest_gap)
        return min(expected + self._patience, last + _ABSOLUTE_PATIENCE)
