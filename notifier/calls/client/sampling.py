"""Looks at one connection once a second: at its states, and while it is connected at its getStats.

The connection belongs to an event loop where it was reported on one, as aiortc's does: everything
then happens there. Elsewhere a thread looks, and a second one waits for getStats, so that one that
hangs stops nothing but itself. A thread that learns of the connection's loop, since an event came
on it, leaves the rest to that loop.

A getStats that hangs, raises or takes long is the application's matter; it costs samples, and
never the call.
"""

import asyncio
import inspect
import threading
import time
from collections.abc import Callable
from typing import Any

from notifier.calls.client.peer import ask

__all__ = ["INTERVAL", "STATS_LIMIT", "Sampler"]

INTERVAL = 1.0
"""Seconds from one look to the next."""

STATS_LIMIT = 5.0
"""Seconds until a getStats is given up. The next one is asked when it has really ended."""

SHARE_LIMIT = 0.1
"""The part of a loop's time that a getStats without ``await`` may take: a dear one is asked less
often."""

LATE_LIMIT = 0.25
"""Seconds that a sample may be late on a busy loop before the rhythm begins anew."""


class Sampler:
    """The clock of one connection."""

    def __init__(
        self,
        connection: object,
        *,
        look: Callable[[], bool],
        take: Callable[[object], None],
        loop: asyncio.AbstractEventLoop | None,
    ) -> None:
        """Begin.

        :param look: reads the states; returns whether getStats is to be asked.
        :param take: gets the report.
        :param loop: the one that the connection lives on, which runs this now; None without.
        """
        self._connection = connection
        self._look = look
        self._take = take
        self._loop = loop
        self._over = threading.Event()
        self._asked = threading.Event()
        self._asking = False
        self._not_before = 0.0
        self._next = time.monotonic()
        self._timer: asyncio.TimerHandle | None = None
        self._asker: threading.Thread | None = None
        self._ticker: threading.Thread | None = None
        self._own: asyncio.AbstractEventLoop | None = None
        if loop is not None:
            self._timer = loop.call_later(INTERVAL, self._tick)
        else:
            self._ticker = _thread(self._ticking)

    @property
    def stranded(self) -> bool:
        """Whether the connection's loop is closed: nobody can ask it anything any more."""
        return self._loop is not None and self._loop.is_closed()

    def adopt(self, loop: asyncio.AbstractEventLoop) -> None:
        """Go on upon the loop that the connection's events come on; called on that loop."""
        if self._loop is None and not self._over.is_set():
            self._loop = loop
            self._next = time.monotonic()
            self._timer = loop.call_later(INTERVAL, self._tick)

    def stop(self) -> None:
        """Look no more; from any thread."""
        self._over.set()
        self._asked.set()

    # On the loop

    def _tick(self) -> None:
        loop = self._loop
        if self._over.is_set() or loop is None:
            return
        now = time.monotonic()
        self._next += INTERVAL
        if self._next + LATE_LIMIT < now + INTERVAL:
            self._next = now + INTERVAL
        self._timer = loop.call_later(self._next - now, self._tick)
        if self._look() and not self._asking and not self._over.is_set():
            self._sample(loop)

    def _sample(self, loop: asyncio.AbstractEventLoop) -> None:
        begun = time.monotonic()
        if begun < self._not_before:
            return
        try:
            answer = ask(self._connection)
        except Exception:
            return
        if not inspect.isawaitable(answer) and not _is_future(answer):
            self._take(answer)
            self._not_before = begun + (time.monotonic() - begun) / SHARE_LIMIT
            return
        self._asking = True
        task = loop.create_task(self._finish(answer))
        limit = loop.call_later(STATS_LIMIT, task.cancel)
        task.add_done_callback(lambda _: limit.cancel())

    async def _finish(self, answer: Any) -> None:
        try:
            report = await (asyncio.wrap_future(answer) if _is_future(answer) else answer)
            if not self._over.is_set():
                self._take(report)
        except Exception:
            return  # a sample less
        finally:
            self._asking = False

    # On threads

    def _ticking(self) -> None:
        while not self._over.wait(INTERVAL) and self._loop is None:
            if self._look() and not self._asking:
                self._asking = True
                self._asked.set()
                if self._asker is None:
                    self._asker = _thread(self._answering)

    def _answering(self) -> None:
        try:
            while self._asked.wait():
                # First cleared, then looked: a stop in between is not forgotten.
                self._asked.clear()
                if self._over.is_set() or self._loop is not None:
                    return
                self._take_one()
                self._asking = False
        finally:
            self._asking = False
            if self._own is not None:
                self._own.close()

    def _take_one(self) -> None:
        try:
            answer = ask(self._connection)
            if _is_future(answer):
                answer = answer.result(STATS_LIMIT)
            elif inspect.isawaitable(answer):
                answer = self._awaited(answer)
            if not self._over.is_set():
                self._take(answer)
        except Exception:
            return  # a sample less

    def _awaited(self, answer: Any) -> Any:
        """Run a coroutine whose loop nobody knows: one that only reads counters needs none."""
        if self._own is None:
            self._own = asyncio.SelectorEventLoop()

        async def wait() -> Any:
            return await asyncio.wait_for(answer, STATS_LIMIT)

        return self._own.run_until_complete(wait())


def _is_future(answer: object) -> bool:
    """A concurrent future: done by another thread, and not to be awaited as it is."""
    return not inspect.isawaitable(answer) and hasattr(answer, "add_done_callback")


def _thread(target: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=target, name="call-notifier-sampling", daemon=True)
    thread.start()
    return thread
