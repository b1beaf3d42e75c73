"""An event loop whose clock is moved by waiting: a week of a real service in seconds."""

import asyncio
import selectors
from typing import Any

__all__ = ["FakeTimeLoop"]


class _Selector(selectors.SelectSelector):
    """Instead of waiting, says how long it was asked to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.waited = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, Any]]:
        ready = super().select(0)
        if ready or timeout == 0:
            return ready
        if timeout is None:  # Somebody waits for a thread or another process.
            return super().select(None)
        self.waited += max(timeout, 0.0)
        return []


class FakeTimeLoop(asyncio.SelectorEventLoop):
    """Starts at 0. Whatever waits for real time (threads, processes) must not be used on it."""

    def __init__(self) -> None:
        self._clock = _Selector()
        super().__init__(self._clock)

    def time(self) -> float:
        """Seconds waited so far."""
        return self._clock.waited
