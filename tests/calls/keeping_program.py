"""``python -m tests.calls.keeping_program ADDRESS FILE``: a program that can be killed.

The real feed, with what the real program promises of it: messages are acknowledged once they are
kept, here in a file of JSON lines, every :data:`KEEP_SECONDS`. What it had heard and not kept is
lost when it is killed.
"""

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

from notifier.calls.feed.server import Connection, Feed
from notifier.calls.messages import VERSION, Acknowledgement, Failure, Incoming, Welcome, encode
from notifier.calls.policy import FeedPolicy

__all__ = ["Keeper", "lines_of"]

KEEP_SECONDS = 0.3


class Keeper:
    """Keeps all messages."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("ab")
        self._highest = {
            line["client"]: line["message"]["seq"]
            for line in lines_of(path)
            if line["message"]["seq"] is not None
        }
        self._waiting: list[tuple[Connection, Incoming]] = []

    def opened(self, connection: Connection) -> Welcome | Failure:
        self._waiting = [one for one in self._waiting if one[0] is connection]
        highest = self._highest.get(connection.hello.client_id, -1)
        return Welcome(version=VERSION, acknowledged=highest)

    def received(self, connection: Connection, message: Incoming) -> None:
        self._waiting.append((connection, message))

    def closed(self, connection: Connection) -> None:
        self.keep()

    def keep(self) -> None:
        """Write what is waiting, and say so."""
        waiting, self._waiting = self._waiting, []
        highest: dict[Connection, int] = {}
        for connection, message in waiting:
            line = {"client": connection.hello.client_id, "message": json.loads(encode(message))}
            self._file.write(json.dumps(line).encode() + b"\n")
            if message.seq is not None:
                highest[connection] = message.seq
        self._file.flush()
        os.fsync(self._file.fileno())
        for connection, seq in highest.items():
            self._highest[connection.hello.client_id] = seq
            connection.send(Acknowledgement(seq=seq))


def lines_of(path: Path) -> list[dict[str, Any]]:
    """What was kept; a last line that was cut off by the end is none."""
    lines = path.read_bytes().splitlines(keepends=True) if path.exists() else []
    return [json.loads(line) for line in lines if line.endswith(b"\n")]


async def main() -> None:
    keeper = Keeper(Path(sys.argv[2]))
    feed = Feed(sys.argv[1], keeper, policy=FeedPolicy(), token=None, websocket_port=None)
    await feed.start()
    print("ready", flush=True)
    while True:
        await asyncio.sleep(KEEP_SECONDS)
        keeper.keep()


if __name__ == "__main__":
    asyncio.run(main())
