"""A client's way to the program: one socket, one daemon thread, and a queue in front of them.

Whoever reports a call puts messages in and goes on at once. The thread connects, says hello, sends
the queue and gives answers to a function. The program may be missing, slow, stopped or replaced by
another one: the thread tries again after :data:`RETRY_SECONDS`, and nobody hears of it.

The thread has an event loop of its own, the platform's own kind whatever policy the application
has set, since that is the one thing that speaks to Unix domain sockets and named pipes alike.
"""

import asyncio
import contextlib
import logging
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any, Protocol, cast

from notifier.calls.address import address_of_this_user, wrong_folder
from notifier.calls.client.backlog import Backlog
from notifier.calls.framing import BrokenFraming, FrameReader, FrameTooLong, frame
from notifier.calls.messages import (
    Acknowledgement,
    Hello,
    Incoming,
    Outgoing,
    Welcome,
    decode_answer,
    encode,
)

__all__ = ["Listener", "Transport"]

RETRY_SECONDS = (1.0, 2.0, 5.0, 10.0)
"""Before the second, third, ... attempt to connect; the last one from then on."""

STOOD_SECONDS = 10.0
"""What a connection has to last for the attempts after it to begin with the first pause again: a
program that lets us in and drops us is not asked every second."""

CONNECT_LIMIT = 2.0
"""Seconds until the socket is connected."""

WELCOME_LIMIT = 5.0
"""Seconds from the hello to the welcome."""

EXIT_LIMIT = 0.5
"""Seconds that the end of a process, or :meth:`Transport.finish`, waits for what is to be sent."""

BUFFER_LIMIT = 262_144
"""Bytes that are handed to the socket before it has taken them: the rest waits in the queue."""

DIRECT_LIMIT = 100
"""Messages without ``seq`` that wait for the next connection; older ones are dropped."""

IDLE_SECONDS = 1.0
"""Between two looks of the listener at what nobody tells it."""

_JOIN_SLACK = 0.1

_log = logging.getLogger(__name__)


class Listener(Protocol):
    """Who is told; all on the transport's thread, which nothing may keep waiting."""

    def hello(self) -> Hello:
        """The first message of a connection."""

    def answered(self, message: Outgoing) -> None:
        """The program said something; of acknowledgements the transport takes care."""

    def lost(self) -> None:
        """There is no connection, or none any more."""

    def idle(self) -> None:
        """Every :data:`IDLE_SECONDS`."""


class Transport:
    """The way to the program, for one client."""

    def __init__(self, listener: Listener, *, address: str | None = None) -> None:
        """Start nothing yet.

        :param address: of the feed; None for that of this user, looked up at each attempt.
        """
        self._listener = listener
        self._address = address
        self._lock = threading.Lock()
        self._backlog = Backlog()
        self._first: deque[bytes] = deque()
        """What goes before the queue on this connection."""

        self._direct: deque[bytes] = deque(maxlen=DIRECT_LIMIT)
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._work: asyncio.Event | None = None
        self._waking = False
        """The thread has been told, and has not looked yet."""

        self._ending: float | None = None
        """Monotonic time at which the thread ends, whatever is left."""

        self.welcome: Welcome | None = None
        """What the program said last; None while there is no connection."""

    @property
    def backlog(self) -> Backlog:
        """For looking at; it changes on other threads."""
        return self._backlog

    @property
    def ended(self) -> bool:
        """Whether the thread has run and ended."""
        return self._thread is not None and not self._thread.is_alive()

    def start(self) -> None:
        """Begin to connect; again: nothing."""
        with self._lock:
            if self._thread is not None or self._ending is not None:
                return
            self._thread = threading.Thread(target=self._run, name="call-notifier", daemon=True)
            self._thread.start()

    def put(self, *messages: Incoming) -> bool:
        """Queue messages until they are acknowledged; False if one is too long to be sent.

        Those of one call stay together, whatever other threads say.
        """
        with self._lock:
            taken = [self._backlog.put(message) for message in messages]
            self._wake()
        return all(taken)

    def say(self, message: Incoming) -> None:
        """Send a message once, on this connection or the next one; it is not acknowledged."""
        with self._lock:
            self._direct.append(encode(message))
            self._wake()

    def finish(self, limit: float = EXIT_LIMIT, *, wait: bool = True) -> None:
        """Send what is left, for some seconds at most, and end the thread.

        :param wait: for the thread.
        """
        with self._lock:
            if self._ending is None:
                self._ending = time.monotonic() + limit
            self._wake()
        thread = self._thread
        if wait and thread is not None and thread is not threading.current_thread():
            thread.join(limit + _JOIN_SLACK)

    def _wake(self) -> None:
        if self._loop is None or self._work is None or self._waking:
            return
        self._waking = True
        # A loop that has just ended refuses, and nothing is to be done then.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._work.set)

    def _run(self) -> None:
        loop: asyncio.AbstractEventLoop
        if sys.platform == "win32":
            loop = asyncio.ProactorEventLoop()
        else:
            loop = asyncio.SelectorEventLoop()
        try:
            loop.run_until_complete(self._live(loop))
        except Exception:
            _log.warning("the way to the program has ended", exc_info=True)
        finally:
            with self._lock:
                self._loop = self._work = self.welcome = None
            loop.close()

    async def _live(self, loop: asyncio.AbstractEventLoop) -> None:
        with self._lock:
            self._loop, self._work = loop, asyncio.Event()
            work = self._work
        attempt = 0
        idle = loop.create_task(self._idle())
        while True:
            last = self._ending is not None
            begun = time.monotonic()
            welcomed = await self._converse(loop, work)
            # Whoever ends at once, or between two attempts, still gets one.
            if self._ending is not None and (last or welcomed):
                break
            self._listener.lost()
            if welcomed and time.monotonic() - begun >= STOOD_SECONDS:
                attempt = 0
            await self._pause(work, RETRY_SECONDS[min(attempt, len(RETRY_SECONDS) - 1)])
            attempt += 1
        idle.cancel()
        await asyncio.gather(idle, return_exceptions=True)

    async def _idle(self) -> None:
        while True:
            await asyncio.sleep(IDLE_SECONDS)
            try:
                self._listener.idle()
            except Exception:
                _log.warning("looking after calls failed", exc_info=True)

    async def _pause(self, work: asyncio.Event, seconds: float) -> None:
        """Wait, though not for the end: messages that come in meanwhile only wait with us."""
        until = time.monotonic() + seconds
        while self._ending is None and (left := until - time.monotonic()) > 0:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(work.wait(), left)
            self._looked(work)

    def _looked(self, work: asyncio.Event) -> None:
        with self._lock:
            work.clear()
            self._waking = False

    async def _converse(self, loop: asyncio.AbstractEventLoop, work: asyncio.Event) -> bool:
        """One connection, from its beginning to its end; whether the program welcomed us."""
        try:
            address = self._address or address_of_this_user()
            if wrong_folder(address) is not None:
                return False
            connection = await asyncio.wait_for(_connected(loop, address), CONNECT_LIMIT)
        except (OSError, TimeoutError):
            return False
        try:
            with contextlib.suppress(OSError, BrokenFraming):
                await self._talk(connection, work)
            return self.welcome is not None
        finally:
            self.welcome = None
            connection.transport.abort()
            await asyncio.sleep(0)  # lets it close the socket

    async def _talk(self, connection: "_Connection", work: asyncio.Event) -> None:
        connection.told = work.set
        connection.write(encode(self._listener.hello()))
        until = time.monotonic() + WELCOME_LIMIT
        while not connection.lost:
            for answer in connection.answers():
                self._heard(answer)
            if self.welcome is not None:
                self._send(connection)
            now = time.monotonic()
            if self.welcome is None and now >= until:
                return
            if self._ending is not None:
                if now >= self._ending:
                    return
                if self._done(connection) and not connection.end():
                    return
            # Without a welcome, and at the end, there is a time to look at.
            limits = [] if self.welcome is not None else [until - now]
            limits += [] if self._ending is None else [min(0.01, self._ending - now)]
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(work.wait(), min(limits) if limits else None)
            self._looked(work)
        for answer in connection.answers():
            self._heard(answer)

    def _done(self, connection: "_Connection") -> bool:
        """Whether all has been sent: what is not acknowledged then is in the program's hands."""
        with self._lock:
            waiting = self._backlog.unsent or self._first or self._direct
        return self.welcome is not None and not waiting and not connection.unwritten

    def _heard(self, answer: Outgoing) -> None:
        match answer:
            case Acknowledgement():
                with self._lock:
                    self._backlog.acknowledge(answer.seq)
                return
            case Welcome():
                with self._lock:
                    self._backlog.acknowledge(answer.acknowledged)
                    if self.welcome is None:
                        self._backlog.rewind()
                        self._first = deque(self._backlog.announcements())
                self.welcome = answer
        self._listener.answered(answer)

    def _send(self, connection: "_Connection") -> None:
        while connection.unwritten < BUFFER_LIMIT and not connection.ended:
            with self._lock:
                first = self._first or self._direct
                body = first.popleft() if first else self._backlog.take()
            if body is None:
                return
            connection.write(body)


class _Connection(asyncio.Protocol):
    """One connection's bytes."""

    transport: asyncio.Transport

    def __init__(self) -> None:
        self.lost = False
        self.told: Callable[[], None] = lambda: None
        self._reader = FrameReader()
        self.ended = False

    @property
    def unwritten(self) -> int:
        return self.transport.get_write_buffer_size()

    def write(self, body: bytes) -> None:
        self.transport.write(frame(body))

    def end(self) -> bool:
        """Say that nothing more comes, and let the program close when it has read everything: what
        it had not read would be lost with our end. False where that can't be said."""
        if self.ended:
            return True
        if not self.transport.can_write_eof():
            return False
        self.ended = True
        self.transport.write_eof()
        return True

    def answers(self) -> list[Outgoing]:
        """What has been read since the last time.

        :raises BrokenFraming: whoever is at the other end is not our program.
        """
        found: list[Outgoing] = []
        while True:
            try:
                body = self._reader.take()
            except FrameTooLong:
                continue
            if body is None:
                return found
            answer = decode_answer(body)
            if answer is not None:
                found.append(answer)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)
        # resume_writing is only called of a buffer that has been above the high mark.
        self.transport.set_write_buffer_limits(high=BUFFER_LIMIT // 2, low=BUFFER_LIMIT // 4)

    def data_received(self, data: bytes) -> None:
        self._reader.feed(data)
        self.told()

    def resume_writing(self) -> None:
        self.told()

    def connection_lost(self, error: Exception | None) -> None:
        self.lost = True
        self.told()


async def _connected(loop: asyncio.AbstractEventLoop, address: str) -> _Connection:
    connection = _Connection()
    if sys.platform == "win32":
        pipes: Any = loop  # typeshed wants a StreamReaderProtocol where any protocol will do
        await pipes.create_pipe_connection(lambda: connection, address)
    else:
        await loop.create_unix_connection(lambda: connection, address)
    return connection
