"""The probe's event loop: knows since when its sockets were empty, and when it did not run.

A socket that has no timestamps of the kernel's (TCP, TLS, every socket outside Linux) only shows
a packet when the program looks. How much earlier it may have been there follows from when the
loop last found nothing: :attr:`ProbeLoop.idle_until`. It costs one more poll an iteration.

The poll sleeps in short slices. One that takes much longer than asked for shows that the process
did not run, also where nothing was due; so does a round of callbacks that takes long. Both go into
:attr:`ProbeLoop.stalls`.

``select`` rather than ``epoll``: Python rounds the latter's timeouts up to whole milliseconds, and
packets of a train leave every half of one.
"""

import asyncio
import math
import selectors
import time

from notifier.probe.stall import STALL, StallWatch

__all__ = ["ProbeLoop", "idle_until"]

_SLICE = 0.01
"""Seconds of one sleep at most; a hundred wake-ups a second, of a process that lives for some."""


class _Poll(selectors.SelectSelector):
    """A selector that keeps the times of its polls."""

    def __init__(self, stalls: StallWatch) -> None:
        super().__init__()
        self.idle_until = -math.inf
        self._stalls = stalls
        self._left = math.inf

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        now = time.monotonic()
        self._stalls.worked(self._left, now)
        until = math.inf if timeout is None else now + timeout
        ready = super().select(0)
        if not ready:
            self.idle_until = now
        while not ready and now < until:
            began, asked = now, min(until - now, _SLICE)
            ready = super().select(asked)
            now = time.monotonic()
            if now - began < asked + STALL:
                self.idle_until = now
            else:
                # Nothing says when within this time a packet came.
                self.idle_until = began
                self._stalls.woke(began, now)
        self._left = now
        return ready


class ProbeLoop(asyncio.SelectorEventLoop):
    """A loop over ``select`` that keeps account of its own time."""

    def __init__(self) -> None:
        self.stalls = StallWatch()
        """When the process did not run, or did not come to the loop, for 10 ms or more."""
        self._poll = _Poll(self.stalls)
        super().__init__(self._poll)

    @property
    def idle_until(self) -> float:
        """When the loop last knew that no socket had anything to read, on its own clock."""
        return self._poll.idle_until


def idle_until(loop: asyncio.AbstractEventLoop) -> float:
    """:attr:`ProbeLoop.idle_until`; minus infinity for a loop that keeps no such account."""
    return loop.idle_until if isinstance(loop, ProbeLoop) else -math.inf
