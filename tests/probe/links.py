"""Flows over an imagined loop: what the estimators see, without a socket or a clock.

An access link up and one down, one after the other, each doing to packets what ``tests/net/link.c``
does, in the same order and with the same random numbers: equal seeds lose the same packets and draw
the same jitter in both. Time is a number that jumps from one event to the next, so that a run of
five seconds takes some milliseconds.
"""

import heapq
from dataclasses import dataclass
from itertools import count
from random import Random

from notifier.probe.flow import Flow, FlowRecord
from tests.net.direction import Direction

__all__ = ["ANSWER_OCTETS", "Loop", "Under", "train"]

ANSWER_OCTETS = 112
"""Of the answer to a Binding request at IP level, however long the request was."""

_MASK = (1 << 64) - 1
_ONE = 1 << 32


class _Draws:
    """splitmix64, as ``link.c`` has it."""

    def __init__(self, seed: int) -> None:
        self._state = seed

    def draw(self) -> int:
        """64 random bits."""
        self._state = z = (self._state + 0x9E3779B97F4A7C15) & _MASK
        z = ((z ^ z >> 30) * 0xBF58476D1CE4E5B9) & _MASK
        z = ((z ^ z >> 27) * 0x94D049BB133111EB) & _MASK
        return z ^ z >> 31

    def uniform(self) -> float:
        """0..1."""
        return (self.draw() >> 11) * 2.0**-53

    def half_normal(self) -> float:
        """|N(0, 1)|, by the sum of twelve uniforms."""
        return abs(sum(self.draw() >> 32 for _ in range(12)) - 6 * _ONE) / _ONE


class _Way:
    """One direction: queue (tail drop), transmitter, then the air: loss, delay, jitter."""

    def __init__(self, direction: Direction, seed: int) -> None:
        self._direction = direction
        self._rate = direction.rate_bps or 0
        self._limit = direction.queue_limit()
        self._losses = _Draws(seed)
        self._jitters = _Draws(self._losses.draw())
        self._losing = direction.burst > 1 and self._losses.uniform() < direction.loss
        self._busy_until = 0.0
        self._last_due = 0.0
        self.entered = 0
        """Packets."""

        self.octets_in = 0
        self.octets_out = 0
        self.queue_drops = 0
        self.losses = 0

    def enter(self, size: int, at: float) -> float | None:
        """When a packet that arrives now comes out at the other end; None where it is lost."""
        direction = self._direction
        self.entered += 1
        self.octets_in += size
        sent = at
        if self._rate:
            waiting = max(0.0, self._busy_until - at) * self._rate / 8 + size
            if waiting > self._limit:
                self.queue_drops += 1
                return None
            sent = self._busy_until = max(self._busy_until, at) + size * 8 / self._rate
        due = sent + direction.delay_ms / 1000
        if direction.jitter_ms:
            due += direction.jitter_ms / 1000 * self._jitters.half_normal()
        if self._lost():
            self.losses += 1
            return None
        if not direction.reorder:
            due = self._last_due = max(due, self._last_due)
        self.octets_out += size
        return due

    def _lost(self) -> bool:
        loss, burst = self._direction.loss, self._direction.burst
        u = self._losses.uniform()
        if burst <= 1:
            return u < loss
        self._losing = u >= 1 / burst if self._losing else u < loss / (burst * (1 - loss))
        return self._losing


@dataclass(slots=True)
class Under:
    """A flow on its way."""

    flow: Flow
    size: int
    """Octets of a packet on the way up."""

    back: int
    """Octets of what comes down for it; 0 where nothing does."""


@dataclass(frozen=True, slots=True)
class _Packet:
    under: Under
    sequence: int
    left: float
    down: bool


class Loop:
    """An uplink and a downlink one after the other, which stay as full as they are left.

    :param seed: that of the emulator whose random numbers these are.
    :param late: seconds by which the sender's timers are late, at most.
    """

    def __init__(
        self, up: Direction, down: Direction | None = None, *, seed: int = 1, late: float = 0.0
    ) -> None:
        seeds = _Draws(seed)
        self.up = _Way(up, seeds.draw())
        self.down = _Way(down or Direction(), seeds.draw())
        self.now = 0.0
        self._late = late
        self._random = Random(seed)
        self._events: list[tuple[float, int, _Packet]] = []
        self._order = count()

    @property
    def octets(self) -> int:
        """What a client has sent and received."""
        return self.up.octets_in + self.down.octets_out

    def run(self, flow: Flow, size: int, back: int | None = None) -> FlowRecord:
        """Send a flow and wait for it; see :meth:`send`."""
        return self.settle(self.send(flow, size, back))

    def send(self, flow: Flow, size: int, back: int | None = None) -> Under:
        """Send a flow, and leave its last packets on their way.

        :param size: octets of a packet on the way up.
        :param back: octets of a packet on the way down; None: the same.
        """
        under = Under(flow, size, size if back is None else back)
        flow.start(self.now)
        while not flow.done(self.now):
            for sequence in flow.due(self.now):
                packet = _Packet(under, sequence, self.now, down=False)
                self._push(packet, self.up.enter(size, self.now))
                flow.mark_sent(self.now)
            if flow.all_sent:
                break
            self._advance(flow.get_timer())
        return under

    def settle(self, under: Under) -> FlowRecord:
        """Wait for what is still under way of a flow."""
        while not under.flow.done(self.now):
            self._advance(under.flow.get_timer())
        return under.flow.record()

    def rest(self, seconds: float) -> None:
        """Do nothing for so long."""
        until = self.now + seconds
        while self.now < until:
            self._advance(until)

    def _push(self, packet: _Packet, due: float | None) -> None:
        if due is not None:
            heapq.heappush(self._events, (due, next(self._order), packet))

    def _advance(self, timer: float | None) -> None:
        """To the next packet or to the timer, whichever is sooner."""
        if self._events and (timer is None or self._events[0][0] <= timer):
            at, _, packet = heapq.heappop(self._events)
            # What a late timer has missed carries the time at which it came.
            self.now = max(self.now, at)
            under = packet.under
            if packet.down:
                under.flow.mark_arrived(packet.sequence, at)
            elif under.back:
                come_up = _Packet(under, packet.sequence, packet.left, down=True)
                self._push(come_up, self.down.enter(under.back, at))
            return
        assert timer is not None, "a flow without a timer is done"
        self.now = max(self.now, timer + self._random.uniform(0, self._late))


def train(
    up: Direction,
    down: Direction | None = None,
    *,
    count: int = 60,
    kbps: float = 1000.0,
    size: int = 1232,
    seed: int = 1,
    back: int | None = None,
) -> FlowRecord:
    """The record of one train over a fresh loop.

    :param back: octets of a packet on the way down; None: the same.
    """
    interval = size * 8 / (kbps * 1000)
    # What a queue holds back is no later than this: nothing that is under way is given up.
    flow = Flow(count=count, interval=interval, size=size, patience=3.0)
    return Loop(up, down, seed=seed).run(flow, size, back)
