"""Tries one way after the other until one has shown the notification.

Each way says by itself whether it did; the last one, our own window, always does. Which one it
was goes back to the service, which keeps it in the history beside the decision. What was shown and
is not true any more, or was seen in the window, is taken back.
"""

import asyncio
import logging
from collections.abc import Coroutine, Sequence
from typing import Any, Protocol

from notifier.notify.rule import Reason
from notifier.service.events import NotificationDecided
from ui.bridge import Bridge
from ui.notifications.message import Message, message, tag_of
from ui.service_like import ServiceLike

__all__ = ["Chain", "Way"]

logger = logging.getLogger(__name__)

_NOTHING_NEW = frozenset(
    {
        *(Reason.UNSURE, Reason.ONCE, Reason.FLAPPING, Reason.SETTLING),
        *(Reason.DEMONSTRATION, Reason.COMMAND_LINE),
    }
)
"""Verdicts kept quiet for these reasons do not say that what was told holds no more."""


class Way(Protocol):
    """One way to show a notification; there is one at a time, a new one replaces the old.

    No method raises; each comes back within a named limit.
    """

    @property
    def name(self) -> str:
        """What the history calls it."""

    async def left_over(self) -> str | None:
        """The tag of a notification that this program showed before its start, and that can be
        replaced and withdrawn still; None where there is none."""

    async def show(self, message: Message) -> bool:
        """Show it; False where this way can't."""

    async def withdraw(self) -> None:
        """Take what was shown from the screen, where that is possible."""

    async def close(self) -> None:
        """Give back what it holds; what was shown stays."""


class Chain:
    """Shows what the service decided to tell, and takes it back."""

    def __init__(self, service: ServiceLike, bridge: Bridge, ways: Sequence[Way]) -> None:
        self._service = service
        self._ways = tuple(ways)
        self._one_at_a_time = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._slot = bridge.notification_decided.connect(self._on_decided)
        self._bridge = bridge
        self._shown: tuple[Way, str] | None = None
        """The way that shows something, and the tag of what it shows."""

        self._looked_back = False

    @property
    def names(self) -> tuple[str, ...]:
        """The ways, the first one that is tried first."""
        return tuple(way.name for way in self._ways)

    @property
    def shown_by(self) -> str | None:
        """Which way shows something now; None where nothing is shown."""
        return None if self._shown is None else self._shown[0].name

    def start(self) -> None:
        """Find what an earlier life of this program has left on the screen, so that what is chosen
        there counts, and a look at the window takes it away."""
        self._later(self._look_back_alone())

    def seen(self) -> None:
        """The person has opened the window that says it all: the notification is of no more use."""
        if self._shown is not None:
            self._later(self._withdraw())

    async def close(self) -> None:
        """Stop listening, take back what is shown, close every way.

        A notification that stays would have buttons that do nothing.
        """
        self._bridge.notification_decided.disconnect(self._slot)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._withdraw()
        for way in self._ways:
            await way.close()

    def _on_decided(self, event: NotificationDecided) -> None:
        if event.decision.show:
            self._later(self._tell(event))
        elif event.decision.reason not in _NOTHING_NEW:
            self._later(self._keep(tag_of(event.verdict)))

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        # The loop itself holds tasks weakly.
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _tell(self, event: NotificationDecided) -> None:
        told = message(event.verdict, event.decision)
        async with self._one_at_a_time:
            await self._look_back()
            for way in self._ways:
                try:
                    shown = await way.show(told)
                except Exception:
                    # A defect of one way must not keep the person from being told.
                    logger.exception("The %s notification failed", way.name)
                    continue
                if shown:
                    if self._shown is not None and self._shown[0] is not way:
                        await self._shown[0].withdraw()
                    self._shown = (way, told.tag)
                    self._service.notification_delivered(event.notification_row, way.name)
                    return
            self._service.notification_delivered(event.notification_row, "none")

    async def _keep(self, tag: str) -> None:
        """Take back what is shown, unless it says this."""
        async with self._one_at_a_time:
            await self._look_back()
            if self._shown is not None and self._shown[1] != tag:
                way, self._shown = self._shown[0], None
                await way.withdraw()

    async def _withdraw(self) -> None:
        async with self._one_at_a_time:
            if self._shown is not None:
                way, self._shown = self._shown[0], None
                await way.withdraw()

    async def _look_back_alone(self) -> None:
        async with self._one_at_a_time:
            await self._look_back()

    async def _look_back(self) -> None:
        """Find, once, what an earlier life of this program has left on the screen."""
        if self._looked_back:
            return
        self._looked_back = True
        for way in self._ways:
            tag = await way.left_over()
            if tag is not None:
                self._shown = (way, tag)
                return
