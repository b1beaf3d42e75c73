"""Tries one way after the other until one has shown the notification.

Each way says by itself whether it did; the last one, our own window, always does. Which one it
was goes back to the service, which keeps it in the history beside the decision.
"""

import asyncio
import logging
from collections.abc import Sequence
from typing import Protocol

from notifier.service.events import NotificationDecided
from ui.bridge import Bridge
from ui.notifications.message import Message, message
from ui.service_like import ServiceLike

__all__ = ["Chain", "Way"]

logger = logging.getLogger(__name__)


class Way(Protocol):
    """One way to show a notification; there is one at a time, a new one replaces the old."""

    @property
    def name(self) -> str:
        """What the history calls it."""

    async def show(self, message: Message) -> bool:
        """Show it; False where this way can't. Comes back within a named limit, never raises."""

    async def close(self) -> None:
        """Give back what it holds."""


class Chain:
    """Shows what the service decided to tell."""

    def __init__(self, service: ServiceLike, bridge: Bridge, ways: Sequence[Way]) -> None:
        self._service = service
        self._ways = tuple(ways)
        self._one_at_a_time = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._slot = bridge.notification_decided.connect(self._on_decided)
        self._bridge = bridge

    async def close(self) -> None:
        """Stop listening, let what is being shown come to its end, close every way."""
        self._bridge.notification_decided.disconnect(self._slot)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for way in self._ways:
            await way.close()

    def _on_decided(self, event: NotificationDecided) -> None:
        if not event.decision.show:
            return
        task = asyncio.get_running_loop().create_task(self._tell(event))
        # The loop itself holds tasks weakly.
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _tell(self, event: NotificationDecided) -> None:
        told = message(event.verdict)
        async with self._one_at_a_time:
            for way in self._ways:
                try:
                    shown = await way.show(told)
                except Exception:
                    # A defect of one way must not keep the person from being told.
                    logger.exception("The %s notification failed", way.name)
                    continue
                if shown:
                    self._service.notification_delivered(event.notification_row, way.name)
                    return
            self._service.notification_delivered(event.notification_row, "none")
