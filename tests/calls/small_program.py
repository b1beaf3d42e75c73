"""A small program at the other end of a client's socket: reads frames, answers what it is told to.

Not the feed: nothing of ``notifier`` but the words of the protocol is in it, so that the client is
held to what docs/feed.md says, and to programs that behave worse than ours.
"""

import contextlib
import json
import os
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

__all__ = ["SmallProgram", "small_program", "until"]

Message = dict[str, Any]


def until(true: Callable[[], Any], what: str, seconds: float = 10.0) -> Any:
    """Wait until something is true, and give it; fails after some seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = true()
        if found:
            return found
        time.sleep(0.005)
    raise AssertionError(f"not within {seconds} s: {what}")


class SmallProgram:
    """Serves one address on threads of its own."""

    def __init__(
        self,
        address: str,
        *,
        acknowledged: int = -1,
        welcome: dict[str, Any] | None = None,
        silent: bool = False,
        reads: bool = True,
        acknowledges: bool = True,
    ) -> None:
        self.messages: list[Message] = []
        """All but hellos, in their order."""

        self.hellos: list[Message] = []
        self._welcome = {"type": "welcome", "version": 1, "acknowledged": acknowledged}
        self._welcome.update(welcome or {})
        self._silent = silent
        self._reads = reads
        self._acknowledges = acknowledges
        self._connections: list[socket.socket] = []
        os.makedirs(os.path.dirname(address), mode=0o700, exist_ok=True)
        self._listener = socket.socket(socket.AF_UNIX)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(address)
        self._listener.bind(address)
        self._listener.listen()
        threading.Thread(target=self._accept, daemon=True).start()

    def of(self, *types: str) -> list[Message]:
        """The messages of these types."""
        return [message for message in list(self.messages) if message["type"] in types]

    def wait(self, count: int, *types: str, seconds: float = 10.0) -> list[Message]:
        """The messages of these types, when there are that many."""
        until(lambda: len(self.of(*types)) >= count, f"{count} of {types}", seconds)
        return self.of(*types)

    def say(self, message: Message) -> None:
        """Send a message to whoever is connected."""
        self.say_bytes(_frame(message))

    def say_bytes(self, data: bytes) -> None:
        """Send anything to whoever is connected."""
        for connection in list(self._connections):
            with contextlib.suppress(OSError):
                connection.sendall(data)

    def hang_up(self) -> None:
        """Close all connections, and go on listening."""
        while self._connections:
            connection = self._connections.pop()
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()

    def close(self) -> None:
        """Be gone."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.hang_up()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._connections.append(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        self._read(connection)
        if self._reads:
            connection.close()

    def _read(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError):
            for message in _frames(connection):
                if message["type"] == "hello":
                    self.hellos.append(message)
                    if not self._silent:
                        connection.sendall(_frame(self._welcome))
                    if not self._reads:
                        return
                    continue
                self.messages.append(message)
                if self._acknowledges and message.get("seq") is not None:
                    connection.sendall(_frame({"type": "ack", "seq": message["seq"]}))


@contextlib.contextmanager
def small_program(address: str, **options: Any) -> Iterator[SmallProgram]:
    """A small program, gone afterwards."""
    program = SmallProgram(address, **options)
    try:
        yield program
    finally:
        program.close()


def _frame(message: Message) -> bytes:
    body = json.dumps(message).encode()
    return struct.pack("<I", len(body)) + body


def _frames(connection: socket.socket) -> Iterator[Message]:
    while True:
        (length,) = struct.unpack("<I", _exactly(connection, 4))
        yield json.loads(_exactly(connection, length))


def _exactly(connection: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        piece = connection.recv(count - len(data))
        if not piece:
            raise ValueError("the connection ended")
        data += piece
    return data
