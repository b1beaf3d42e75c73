"""A client of the feed for its tests, of bare bytes, and a handler that notes what it is told."""

import asyncio
import json
import struct
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from notifier.calls.feed.server import Connection, Feed
from notifier.calls.messages import VERSION, Failure, Incoming, Welcome
from notifier.calls.policy import FeedPolicy

__all__ = [
    "LIMIT_S",
    "TOKEN",
    "Lateness",
    "Recorder",
    "Talker",
    "feed_at",
    "hello",
    "log_line",
    "until",
]

LIMIT_S = 20.0
"""For anything to happen on a loaded machine."""

TOKEN = "a-token-of-tests"


def hello(client_id: str = "client-1", **fields: Any) -> dict[str, Any]:
    """The first message."""
    return {
        "type": "hello",
        "timestamp": time.time() * 1000,
        "version": VERSION,
        "kind": "other",
        "client": "tests",
        "clientId": client_id,
        **fields,
    }


def log_line(number: int = 0, **fields: Any) -> dict[str, Any]:
    """A message that is right, with a number to know it by."""
    return {"type": "log", "timestamp": 1.0, "callId": "c", "message": f"{number}", **fields}


async def until(ready: Callable[[], object], limit: float = LIMIT_S) -> None:
    """Wait until something is so."""
    end = time.monotonic() + limit
    while not ready():
        assert time.monotonic() < end, "it has not become so"
        await asyncio.sleep(0.005)


class Lateness:
    """How late a callback of this loop comes that wants to run every 5 ms."""

    STEP_S = 0.005

    def __init__(self) -> None:
        self.late: list[float] = []
        self._task = asyncio.get_running_loop().create_task(self._tick())

    async def _tick(self) -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(self.STEP_S)
            self.late.append(time.perf_counter() - began - self.STEP_S)

    async def end(self) -> list[float]:
        """Seconds, the least first."""
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task
        return sorted(self.late)


class Recorder:
    """A handler: everything in order, and an answer to hello that tests may replace."""

    def __init__(self) -> None:
        self.happened: list[tuple[str, str]] = []
        self.messages: list[Incoming] = []
        self.connections: list[Connection] = []
        self.answer: Callable[[Connection], Welcome | Failure] = lambda _: Welcome(version=VERSION)
        self.then: Callable[[Connection, Incoming], None] = lambda connection, message: None

    def opened(self, connection: Connection) -> Welcome | Failure:
        answer = self.answer(connection)
        self.happened.append(("opened", connection.hello.client_id))
        self.connections.append(connection)
        return answer

    def received(self, connection: Connection, message: Incoming) -> None:
        self.happened.append(("received", type(message).__name__))
        self.messages.append(message)
        self.then(connection, message)

    def closed(self, connection: Connection) -> None:
        self.happened.append(("closed", connection.hello.client_id))

    def count(self, what: str) -> int:
        """How often something happened."""
        return sum(kind == what for kind, _ in self.happened)


@asynccontextmanager
async def feed_at(
    address: str,
    handler: Recorder,
    *,
    policy: FeedPolicy | None = None,
    token: str | None = TOKEN,
    websocket_port: int | None = None,
) -> AsyncIterator[Feed]:
    """A feed that runs."""
    feed = Feed(
        address,
        handler,
        policy=policy or FeedPolicy(),
        token=token,
        websocket_port=websocket_port,
    )
    await feed.start()
    try:
        yield feed
    finally:
        await feed.stop()


class Talker:
    """A connection to the socket, as any client has it."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @classmethod
    async def at(cls, address: str, first: dict[str, Any] | None = None) -> "Talker":
        """Connect, and say hello where it is given; its answer has then come."""
        talker = cls(*await asyncio.open_unix_connection(address))
        if first is not None:
            talker.say(first)
            assert (await talker.hear())["type"] == "welcome"
        return talker

    def say(self, *messages: Any) -> None:
        """Send messages."""
        self.put(*(json.dumps(message).encode() for message in messages))

    def put(self, *bodies: bytes) -> None:
        """Send frames with any bodies."""
        self.writer.write(b"".join(struct.pack("<I", len(body)) + body for body in bodies))

    async def hear(self) -> dict[str, Any]:
        """The next message."""
        async with asyncio.timeout(LIMIT_S):
            (length,) = struct.unpack("<I", await self.reader.readexactly(4))
            message: dict[str, Any] = json.loads(await self.reader.readexactly(length))
            return message

    async def hear_end(self) -> list[dict[str, Any]]:
        """All messages until the connection ends; then it is closed here too."""
        messages = []
        try:
            while True:
                messages.append(await self.hear())
        except (asyncio.IncompleteReadError, ConnectionError):
            await self.close()
            return messages

    async def close(self) -> None:
        """Hang up."""
        self.writer.close()
        with suppress(OSError):
            await self.writer.wait_closed()
