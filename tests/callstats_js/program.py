"""The program's side of a WebSocket, as far as a client can tell: it reads what it is sent with
the feed's own decoder, keeps it, and says what a test has it say."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import Server, ServerConnection, serve

from notifier.calls.messages import (
    VERSION,
    Acknowledgement,
    Failure,
    Hello,
    Incoming,
    Outgoing,
    Welcome,
    WrongMessage,
    decode,
    encode,
)

__all__ = ["WAIT_LIMIT", "Program", "program_running"]

WAIT_LIMIT = 25.0
"""Seconds for the page to say something, on a machine that is busy."""


Kind = TypeVar("Kind", bound=Incoming)
Found = TypeVar("Found")


class Program:
    """What has been heard on one port."""

    def __init__(
        self,
        *,
        collect_sdp: bool = False,
        verdicts: bool = False,
        acknowledge: bool = True,
        refusal: Failure | None = None,
        acknowledged: int = -1,
    ) -> None:
        self.welcome = Welcome(
            version=VERSION, acknowledged=acknowledged, collect_sdp=collect_sdp, verdicts=verdicts
        )
        self.acknowledge = acknowledge
        self.refusal = refusal
        self.port = 0
        self.hellos: list[Hello] = []
        self.origins: list[str | None] = []
        self.messages: list[Incoming] = []
        self.wrong: list[Failure] = []
        self._heard = threading.Condition()
        self._socket: ServerConnection | None = None
        self._server: Server | None = None

    def of(self, kind: type[Kind]) -> list[Kind]:
        """All messages of one type."""
        return [message for message in self.messages if isinstance(message, kind)]

    def wait(self, asked: Callable[[], Found], limit: float = WAIT_LIMIT) -> Found:
        """Until this gives something true.

        :raises AssertionError: it did not in time; says what was heard instead.
        """
        with self._heard:
            end = time.monotonic() + limit
            while not (found := asked()):
                left = end - time.monotonic()
                kinds = [type(message).__name__ for message in self.messages]
                assert left > 0, f"waited in vain; heard {kinds}, wrong {self.wrong}"
                self._heard.wait(left)
        return found

    def wait_for(self, kind: type[Kind], count: int = 1) -> list[Kind]:
        """Until so many messages of this type have come; all of them."""
        self.wait(lambda: len(self.of(kind)) >= count)
        return self.of(kind)

    def say(self, message: Outgoing) -> None:
        """Tell the page."""
        socket = self._socket
        assert socket is not None
        socket.send(encode(message).decode())

    def say_raw(self, text: str | bytes) -> None:
        """Tell the page something that may be no message."""
        socket = self._socket
        assert socket is not None
        socket.send(text)

    def hang_up(self) -> None:
        """Close the connection there is."""
        socket = self._socket
        assert socket is not None
        socket.close()

    def start(self, port: int = 0) -> None:
        """Listen."""
        self._server = serve(self._serve, "127.0.0.1", port, max_size=None)
        self.port = self._server.socket.getsockname()[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Be gone, from one moment to the next."""
        if self._server is not None:
            self._server.shutdown()
        if self._socket is not None:
            self._socket.close()

    def _serve(self, socket: ServerConnection) -> None:
        with contextlib.suppress(ConnectionClosed):
            for frame in socket:
                self._take(socket, frame.encode() if isinstance(frame, str) else frame)

    def _take(self, socket: ServerConnection, frame: bytes) -> None:
        try:
            message = decode(frame)
        except WrongMessage as wrong:
            with self._heard:
                self.wrong.append(wrong.failure)
                self._heard.notify_all()
            return
        assert message is not None, frame
        if isinstance(message, Hello):
            assert socket.request is not None
            self.origins.append(socket.request.headers.get("Origin"))
            answer = self.refusal or self.welcome
            socket.send(encode(answer).decode())
            self._socket = socket
        elif self.acknowledge and message.seq is not None:
            socket.send(encode(Acknowledgement(seq=message.seq)).decode())
        with self._heard:
            if isinstance(message, Hello):
                self.hellos.append(message)
            else:
                self.messages.append(message)
            self._heard.notify_all()


@contextlib.contextmanager
def program_running(**of_program: object) -> Iterator[Program]:
    """A program that listens to the end of the block, and has understood all that it heard."""
    program = Program(**of_program)  # type: ignore[arg-type]
    program.start()
    try:
        yield program
    finally:
        program.stop()
    assert program.wrong == []
