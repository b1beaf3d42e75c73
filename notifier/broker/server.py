"""Serves the socket: who asks, how many at once, how long; what they get is ``answers``'.

Policy is read anew for each request, so that a change counts at once and nothing of it, nor any
secret, stays in memory. That is some milliseconds of a file or two; nobody may ask so often that
it counts.
"""

import asyncio
import contextlib
import logging
import math
import os
import signal
import socket
import sys
import time
from collections import Counter
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any

from notifier.broker.answers import Allowances, Reply, refusal, reply_to
from notifier.broker.listening import ListenError, bound, handed_over
from notifier.settings.load import settle
from notifier.settings.model import Settings
from notifier.settings.paths import Paths
from notifier.settings.policy import read_policy
from notifier.settings.secret_files import SecretFileError, read_secret
from notifier.settings.secrets import nobodys_name
from notifier.settings.secrets_service import MAX_REQUEST, peer_of

__all__ = [
    "IDLE_S",
    "MAX_CONNECTIONS",
    "MAX_OF_ONE_USER",
    "REQUEST_LIMIT_S",
    "WARNING_S",
    "Server",
    "run",
]

IDLE_S = 120.0
"""Without a request for so long, a process that systemd has started ends; it is started again by
the next one. Until then it has some 20 MB for nothing."""

REQUEST_LIMIT_S = 3.0
"""From connecting to the end of the answer."""

MAX_CONNECTIONS = 64
"""At once; further ones are closed."""

MAX_OF_ONE_USER = 8
"""Of them, so that one user can't take all."""

WARNING_S = 60.0
"""Between two lines of the log about who asks too often."""

_UNTOUCHED: dict[str, Any] = {"cleanup_socket": False} if sys.version_info >= (3, 13) else {}
"""From Python 3.13 on asyncio deletes a socket's file at the end, and with it systemd's."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Server:
    """Answers requests.

    :param paths: where policy and secrets are; no person's file is read.
    """

    paths: Paths
    _allowances: Allowances = field(default_factory=Allowances)
    _open: Counter[int | None] = field(default_factory=Counter)
    _told: frozenset[str] = frozenset()
    """What was wrong with the policy when it was read last."""

    _warned: float = -math.inf
    """When somebody who asked too often was last told of."""

    _last: float = field(default_factory=time.monotonic)

    async def serve(self, listener: socket.socket, *, idle_s: float | None) -> None:
        """Serve until cancelled, or until nobody has asked for a while.

        :param idle_s: how long that is; None: for ever.
        """
        self._last = time.monotonic()
        server = await asyncio.start_unix_server(
            self._client, sock=listener, limit=MAX_REQUEST, **_UNTOUCHED
        )
        async with server:
            if idle_s is None:
                await server.serve_forever()
            while idle_s is not None:
                left = idle_s - (time.monotonic() - self._last)
                if left <= 0 and not self._open.total():
                    return
                await asyncio.sleep(max(left, 0.1))

    async def _client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        user = peer_of(writer.get_extra_info("socket"))
        self._last = time.monotonic()
        full = self._open.total() >= MAX_CONNECTIONS or self._open[user] >= MAX_OF_ONE_USER
        if full:
            writer.write(refusal("busy").line)
            writer.close()
            return
        self._open[user] += 1
        try:
            async with asyncio.timeout(REQUEST_LIMIT_S):
                await self._exchange(user, reader, writer)
        except (OSError, asyncio.CancelledError):
            # Gone; too slow, since a TimeoutError is an OSError; or this process ends, which
            # asyncio would log as a mistake.
            writer.transport.abort()
        finally:
            self._open -= Counter([user])  # what is zero goes
            writer.close()

    async def _exchange(
        self, user: int | None, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        try:
            request = await reader.readline()
        except ValueError:  # longer than a request may be
            request = b""
        writer.write(self._reply(request, user).line)
        await writer.drain()
        # Closing before all was read would be a reset, and could come before the answer.
        await reader.read(MAX_REQUEST)

    def _reply(self, request: bytes, user: int | None) -> Reply:
        now = time.monotonic()
        if not self._allowances.take(user, now):
            if now - self._warned >= WARNING_S:
                self._warned = now
                _log.warning("user %s asks too often", user)
            return refusal("busy")
        reply = reply_to(
            request, self._settings(), self._secret, now=time.time(), chance=nobodys_name()
        )
        _log.info("user %s: %s", user, reply.told)
        return reply

    def _settings(self) -> Settings:
        policy = read_policy(self.paths)
        layers = [*policy.default, *policy.mandatory]
        settled = settle(layers, {}, file=self.paths.config_file, problems=policy.problems)
        told = frozenset(str(problem) for problem in settled.problems)
        for problem in sorted(told - self._told):
            _log.warning("policy: %s", problem)
        self._told = told
        return settled.settings

    def _secret(self, name: str) -> str:
        folder = self.paths.secrets_dir
        if folder is None:
            raise SecretFileError("missing")
        return read_secret(folder, name, owner=self.paths.policy_owner)


def run(paths: Paths, environ: MutableMapping[str, str], *, idle_s: float = IDLE_S) -> int:
    """Serve until told to end; the process's exit status.

    :param idle_s: how long a process that was started for a request waits for another.
    """
    if paths.secrets_dir is None or paths.secrets_socket is None:
        _log.error("this system has no secrets that only root can read")
        return 1
    if os.geteuid() != paths.policy_owner:
        _log.error("only root can run this service")
        return 1
    _no_core_dump()
    try:
        listener = handed_over(environ)
        own = listener is None
        if listener is None:
            listener = bound(paths.secrets_socket, owner=paths.policy_owner)
    except ListenError as error:
        _log.error("%s", error)
        return 1
    try:
        asyncio.run(_until_ended(Server(paths), listener, None if own else idle_s))
    finally:
        if own:
            paths.secrets_socket.unlink(missing_ok=True)
    return 0


async def _until_ended(server: Server, listener: socket.socket, idle_s: float | None) -> None:
    task = asyncio.ensure_future(server.serve(listener, idle_s=idle_s))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await task


def _no_core_dump() -> None:
    """A crash must not leave a file with a secret in it."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
