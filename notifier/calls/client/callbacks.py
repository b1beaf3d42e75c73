"""The application's functions: which are called on what, and where.

They are called on the event loop that the application runs, as everything of a call is there, and
without one on a thread of ours that does nothing else. One that raises is written into the log;
one that hangs on the thread holds up the others, and nothing else.
"""

import asyncio
import contextlib
import inspect
import logging
import queue
import threading
from collections.abc import Callable
from typing import Any

__all__ = ["EVENTS", "Callbacks"]

EVENTS = frozenset(
    {
        *("stats", "preCallTestResults", "connectionRecommendation", "mediaDisruption"),
        "pctConnectionQualityChange",
        # There is no dashboard that would configure anything: never called.
        *("defaultConfig", "recommendedConfig", "preCallTest", "error"),
    }
)
"""What ``on`` takes."""

WAITING_LIMIT = 1000
"""Calls that wait for a function which hangs; further ones are left out."""

_log = logging.getLogger(__name__)

_Call = tuple[Callable[..., Any], tuple[Any, ...]]


class Callbacks:
    """The functions of one client; safe for threads."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._by_event: dict[str, Callable[..., Any]] = {}
        self._waiting: queue.SimpleQueue[_Call] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    def use_running_loop(self) -> asyncio.AbstractEventLoop | None:
        """Call functions on this thread's loop from now on, unless another one is used already.

        :returns: this thread's loop, None without one.
        """
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return None
        if self._loop is None or self._loop.is_closed():
            self._loop = loop
        return loop

    def on(self, event: str, function: Callable[..., Any]) -> None:
        """Call this of an event of :data:`EVENTS`, in place of what was called before."""
        self._by_event[event] = function

    def tell(self, event: str, *arguments: Any) -> None:
        """Call what waits for an event."""
        function = self._by_event.get(event)
        if function is not None:
            self.call(function, *arguments)

    def call(self, function: Callable[..., Any], *arguments: Any) -> None:
        """Call a function, soon; a coroutine that it returns is run."""
        loop = self._loop
        if loop is not None:
            # Closed meanwhile: the thread does it then.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(self._on_loop, loop, function, arguments)
                return
        if self._waiting.qsize() >= WAITING_LIMIT:
            return
        self._waiting.put((function, arguments))
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._on_thread, name="call-notifier-callbacks", daemon=True
                )
                self._thread.start()

    def _on_loop(
        self,
        loop: asyncio.AbstractEventLoop,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
    ) -> None:
        with _logged():
            answer = function(*arguments)
            if inspect.isawaitable(answer):
                task = loop.create_task(_awaited(answer))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    def _on_thread(self) -> None:
        while True:
            function, arguments = self._waiting.get()
            with _logged():
                answer = function(*arguments)
                if inspect.isawaitable(answer):
                    loop = asyncio.SelectorEventLoop()
                    try:
                        loop.run_until_complete(_awaited(answer))
                    finally:
                        loop.close()


async def _awaited(answer: Any) -> None:
    with _logged():
        await answer


@contextlib.contextmanager
def _logged() -> Any:
    try:
        yield
    except Exception:
        _log.warning("a function that the application gave us failed", exc_info=True)
