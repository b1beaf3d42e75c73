"""Where clients come in: the feed is open while the settings want it, and a person is told where it
cannot be.

Another program of this person may serve it; that is no problem, and when it ends this one takes
over. A folder that is not this person's alone, or a port that is taken, is one: it is told, tried
again from time to time, and told when it is over.
"""

import asyncio
import logging
import sys
import time
from collections.abc import Callable
from typing import Literal

from notifier.calls.address import SOCKET_NAME, address_of_this_user
from notifier.calls.feed.server import Feed, FeedTaken, Handler
from notifier.calls.policy import FeedPolicy
from notifier.sentence import sentence
from notifier.service.events import Event, ProblemOver, ServiceProblem
from notifier.settings.feed_token import feed_token
from notifier.settings.model import Settings
from notifier.settings.paths import Paths

__all__ = ["FeedDoor", "policy_of"]

TAKE_OVER = 30.0
"""Seconds between two tries to listen, while another program of this person does, or where
something is in the way."""

log = logging.getLogger(__name__)


def policy_of(settings: Settings) -> FeedPolicy:
    """What the settings say of the feed."""
    return FeedPolicy(
        watch=settings.watch_sites,
        sites=settings.call_sites,
        origins=settings.call_origins,
        collect_sdp=settings.collect_sdp,
    )


class FeedDoor:
    """The feed, open or not.

    :param handler: is told what clients say.
    :param opened: is told when the feed is open, before any client is; only who has it may go on
        with the calls of the program before.
    :param emit: is told what keeps calls from being reported, and when that is over.
    """

    def __init__(
        self,
        handler: Handler,
        paths: Paths,
        *,
        opened: Callable[[], None],
        emit: Callable[[Event], None],
    ) -> None:
        self._handler = handler
        self._paths = paths
        self._opened = opened
        self._emit = emit
        self._feed: Feed | None = None
        self._settings: Settings | None = None
        """Those that are followed; None before the start and after the end."""

        self._stopped = False
        self._port: int | None = None
        self._token_problem: str | None = None
        self._problems: dict[str, str] = {}
        self._tried_at = 0.0
        self._turn = asyncio.Lock()
        """Of whoever opens or closes the feed."""

    @property
    def due(self) -> float | None:
        """When to try again, monotonic; None: all is as it should be."""
        wanted = self._settings is not None and self._settings.attach_calls
        if not wanted or (self._feed is not None and not self._problems):
            return None
        return self._tried_at + TAKE_OVER

    async def follow(self, settings: Settings) -> None:
        """Be open as these settings want it, from now on."""
        async with self._turn:
            if self._stopped:
                return
            self._settings = settings
            if not settings.attach_calls or _port(settings) != self._port:
                await self._close()
            await self._see_to(settings)

    async def try_again(self) -> None:
        """Open what could not be opened before."""
        async with self._turn:
            if self._settings is not None:
                await self._see_to(self._settings)

    async def stop(self) -> None:
        """Close it, once and for all."""
        async with self._turn:
            self._stopped, self._settings = True, None
            await self._close()

    async def _see_to(self, settings: Settings) -> None:
        self._tried_at = time.monotonic()
        if self._feed is not None:
            self._feed.set_policy(policy_of(settings))
            self._feed.set_token(self._token())
        elif settings.attach_calls:
            self._tell("feed", await self._open(settings))
        else:
            self._tell("feed", None)
        web = None
        if self._feed is not None:
            web = self._token_problem or self._feed.websocket_problem
        self._tell(
            "websocket",
            web and sentence("Web applications can't report their calls. {reason}", reason=web),
        )

    async def _open(self, settings: Settings) -> str | None:
        """Open it; returns what a person should know of why not."""
        self._port = _port(settings)
        try:
            self._paths.make_runtime_dir()
            feed = Feed(
                self._address(),
                self._handler,
                policy=policy_of(settings),
                token=self._token(),
                websocket_port=self._port,
            )
            await feed.start()
        except FeedTaken as taken:
            log.info("no calls are attached: %s", taken)
            return None
        except OSError as error:
            said = str(error)
            if error.strerror is not None:
                said = sentence("{file}: {reason}.", file=error.filename, reason=error.strerror)
            return sentence("Calls can't be watched. {reason}", reason=said)
        self._feed = feed
        self._opened()
        return None

    async def _close(self) -> None:
        feed, self._feed = self._feed, None
        if feed is not None:
            await feed.stop()

    def _address(self) -> str:
        if sys.platform == "win32":
            return address_of_this_user()
        return str(self._paths.runtime_dir / SOCKET_NAME)

    def _token(self) -> str | None:
        """What web applications have to know; None where there are none, or it can't be kept."""
        self._token_problem = None
        if self._port is None:
            return None
        try:
            return feed_token(self._paths)
        except OSError as error:
            file, why = self._paths.feed_token_file, error.strerror or error
            self._token_problem = sentence(
                "{file} can't be read or written: {reason}.", file=file, reason=why
            )
            return None

    def _tell(self, code: Literal["feed", "websocket"], message: str | None) -> None:
        before = self._problems.pop(code, None)
        if message is not None:
            self._problems[code] = message
            if message != before:
                self._emit(ServiceProblem(code, message))
        elif before is not None:
            self._emit(ProblemOver(code))


def _port(settings: Settings) -> int | None:
    """Of the WebSocket; None where no origin may use it."""
    return settings.websocket_port if settings.call_origins else None
