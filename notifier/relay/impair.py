"""An impaired link as a machine without I/O: rate, queue, delay, jitter and loss, one way.

A packet goes through these stations, in this order::

    push ── queue, tail drop ── sent at the rate ── lost or not ── delay + jitter ── pop

Each packet gets its time of arrival when it is pushed, computed from the times of the packets
before it and not from when anybody looked: who pops late gets all that is due, and lateness does
not add up. Sizes are bytes at IP level, headers included; times are seconds on any clock.
"""

import heapq
import random
from dataclasses import dataclass
from typing import Generic, TypeVar

__all__ = ["DEFAULT_QUEUE_MS", "Link", "LinkSettings"]

DEFAULT_QUEUE_MS = 100.0
"""The queue in front of a rate where none is given: a rate without an end to its queue would
hold packets without limit."""

_ROUNDING = 1e-9
"""Seconds: a packet that exactly fills the queue is not dropped for the rounding of floats."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class LinkSettings:
    """What a link does to packets; the default is nothing at all.

    :raises ValueError: with one sentence, where the figures make no link.
    """

    rate_kbps: float | None = None
    """kbit/s at IP level (1 kbit = 1000 bit); None is without limit."""

    queue_ms: float | None = None
    """Longest time that a packet waits and is sent, milliseconds at the rate; at the most one
    of ``queue_ms`` and ``queue_bytes``."""

    queue_bytes: int | None = None
    """The same, in bytes at IP level, with the packet on its way out."""

    delay_ms: float = 0.0
    """One way, milliseconds, after a packet is sent."""

    jitter_ms: float = 0.0
    """Added to the delay: evenly spread from 0 to this."""

    loss: float = 0.0
    """Fraction of the packets that is lost after being sent, 0..1."""

    loss_burst: float | None = None
    """Mean length of a burst of losses in packets, 1 or more (Gilbert's model); None loses
    packets independently."""

    keep_order: bool = True
    """Whether jitter may not let a packet overtake another."""

    seed: int = 0
    """For jitter and loss: the same seed does the same to the same packets."""

    def __post_init__(self) -> None:
        if self.rate_kbps is not None and not self.rate_kbps > 0:
            raise ValueError("the rate of a link must be above 0")
        if self.queue_ms is not None and self.queue_bytes is not None:
            raise ValueError("the queue of a link is given in milliseconds or in bytes, not both")
        if not all(
            value >= 0
            for value in (self.queue_ms or 0, self.queue_bytes or 0, self.delay_ms, self.jitter_ms)
        ):
            raise ValueError("queue, delay and jitter of a link must be 0 or more")
        if not 0 <= self.loss <= 1:
            raise ValueError("the loss of a link must be from 0 to 1")
        if self.loss_burst is not None and not self.loss_burst >= 1:
            raise ValueError("a burst of losses is 1 packet long or more")
        if self.loss_burst is not None and self.loss > self.loss_burst / (self.loss_burst + 1):
            # The good state lasts one packet at least.
            raise ValueError("this loss needs longer bursts")


class Link(Generic[_T]):
    """One direction of a link, from :class:`LinkSettings`."""

    def __init__(self, settings: LinkSettings) -> None:
        self._settings = settings
        self._random = random.Random(settings.seed)
        self._seconds_per_byte = 8e-3 / settings.rate_kbps if settings.rate_kbps else 0.0
        if settings.queue_bytes is not None:
            self._queue = settings.queue_bytes * self._seconds_per_byte
        else:
            queue_ms = DEFAULT_QUEUE_MS if settings.queue_ms is None else settings.queue_ms
            self._queue = queue_ms / 1000
        self._delay = settings.delay_ms / 1000
        self._jitter = settings.jitter_ms / 1000
        burst = settings.loss_burst
        if burst is None:
            self._lose_after_kept = self._lose_after_lost = settings.loss
        else:
            # Gilbert: of the mean burst length follows how a burst ends, and of the share of
            # time in it how often one begins.
            self._lose_after_lost = 1 - 1 / burst
            self._lose_after_kept = settings.loss / (burst * (1 - settings.loss))
        self._losing = False
        self._free_at = float("-inf")
        self._last_arrival = float("-inf")
        self._pushed = 0
        self._in_flight: list[tuple[float, int, _T]] = []
        self.dropped = 0
        """Packets that found the queue full."""

        self.lost = 0
        """Packets lost on the way."""

    def push(self, packet: _T, size: int, now: float) -> None:
        """A packet of ``size`` bytes at IP level enters the link."""
        busy = self._free_at > now
        sent_at = (self._free_at if busy else now) + size * self._seconds_per_byte
        # A link that is free takes any packet: a queue shorter than one still lets it through.
        if busy and sent_at - now > self._queue + _ROUNDING:
            self.dropped += 1
            return
        self._free_at = sent_at
        self._losing = self._random.random() < (
            self._lose_after_lost if self._losing else self._lose_after_kept
        )
        if self._losing:
            self.lost += 1
            return
        arrival = sent_at + self._delay
        if self._jitter:
            arrival += self._random.uniform(0, self._jitter)
        if self._settings.keep_order:
            arrival = self._last_arrival = max(arrival, self._last_arrival)
        # The running number keeps packets of one time in order.
        self._pushed += 1
        heapq.heappush(self._in_flight, (arrival, self._pushed, packet))

    def pop(self, now: float) -> list[_T]:
        """All packets that have arrived by now, in the order of their arrival."""
        arrived = []
        while self._in_flight and self._in_flight[0][0] <= now:
            arrived.append(heapq.heappop(self._in_flight)[2])
        return arrived

    def get_timer(self) -> float | None:
        """When the next packet arrives."""
        return self._in_flight[0][0] if self._in_flight else None
