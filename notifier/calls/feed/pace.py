"""How much of the loop's time the feed takes, however much it is sent.

It lives in the thread of the windows. So what came is not worked on where it is read: connections
with something to do stand in a line, each does one message when it is its turn, and after
:data:`TURN_S` all rest for as long as they have worked. Whatever the number of connections, other
callbacks wait for no more than a turn and the message it ends with, and the feed has at most half
of the processor's time.
"""

import asyncio
import logging
import time
from collections import deque
from typing import Protocol

__all__ = ["BURST", "RATE", "TURN_S", "Allowance", "Turns", "Worker", "cost_of"]

TURN_S = 0.004
"""The longest that messages are worked on without a break."""

RATE = 500.0
"""Messages a second that one connection may send for ever: the samples of 50 connections and what
happens to them are 100."""

BURST = 2000.0
"""Messages that it may send at once: all that a client keeps while the program is away."""

_PIECE = 16_384
"""Bytes: a message that is longer counts for several."""

_SHORTEST_WAIT_S = 0.02
"""For the allowance to grow; a shorter one would be a wake-up for each message."""

_log = logging.getLogger(__name__)


def cost_of(length: int) -> int:
    """What a message of so many bytes counts for."""
    return 1 + length // _PIECE


class Allowance:
    """How many messages one connection may still send: a bucket that fills up with time."""

    def __init__(self, now: float, *, rate: float = RATE, burst: float = BURST) -> None:
        self._rate = rate
        self._burst = burst
        self._level = burst
        self._at = now

    def spend(self, cost: int) -> None:
        """Count a message; it may leave a debt, which the next ones wait for."""
        self._level -= cost

    def wait(self, now: float) -> float:
        """Seconds until the next message may be worked on; 0 is at once."""
        self._level = min(self._burst, self._level + (now - self._at) * self._rate)
        self._at = now
        return 0.0 if self._level > 0 else max(_SHORTEST_WAIT_S, (1 - self._level) / self._rate)


class Worker(Protocol):
    """Somebody who stands in the line."""

    def step(self) -> bool:
        """Work on one message; False where there is nothing to do for now."""


class Turns:
    """The line of all connections of a feed. Nobody's turn comes before :meth:`open`."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._line: deque[Worker] = deque()
        self._timer: asyncio.Handle | None = None
        self._closed = True
        self._rest_until = 0.0

    def open(self) -> None:
        """Begin."""
        self._closed = False
        if self._line:
            self._set_timer()

    def stand(self, worker: Worker) -> None:
        """Get into the line; once is enough, until ``step`` has said False."""
        self._line.append(worker)
        if self._timer is None and not self._closed:
            self._set_timer()

    def _set_timer(self) -> None:
        wait = self._rest_until - time.perf_counter()
        later = self._loop.call_later(wait, self._turn) if wait > 0 else None
        self._timer = later or self._loop.call_soon(self._turn)

    def _turn(self) -> None:
        self._timer = None
        self._closed = True
        line = self._line
        began = now = time.perf_counter()
        while line and now - began < TURN_S:
            worker = line.popleft()
            try:
                if worker.step():
                    line.append(worker)
            except Exception:
                _log.exception("a connection to the feed stands still by a mistake of ours")
            now = time.perf_counter()
        self._closed = False
        self._rest_until = now + (now - began)
        if line:
            self._set_timer()
