"""The feed's WebSocket (RFC 6455), for web pages and Electron applications that the settings list.

Any web page that is open in a browser may connect to this machine. So the browser's word for the
page's origin has to be listed, letter by letter; the host that the browser asked for has to be this
machine, not a name that was pointed here (DNS rebinding); and the page has to know the token. The
protocol itself is the library's, which does no I/O here: bytes go through :class:`WebSocketWire`
into the same connection as those of the socket, under the same limits.
"""

import logging
import socket
import sys
from collections import deque
from http import HTTPStatus

from websockets.datastructures import MultipleValuesError
from websockets.frames import Frame, Opcode
from websockets.http11 import Request
from websockets.protocol import State
from websockets.server import ServerProtocol
from websockets.typing import Origin

from notifier.calls.framing import FRAME_LIMIT, BrokenFraming

__all__ = ["HOST", "WebSocketWire", "listen"]

HOST = "127.0.0.1"

_BACKLOG = 32

_PIECE = 4096
"""Bytes that are read in one turn: they may hold hundreds of empty frames."""

_CONTROL_LIMIT = 100
"""Frames in a row that complete no message."""

_log = logging.getLogger(f"{__name__}.protocol")
# The library would write what clients say, tokens too, wherever all of the program logs for
# debugging.
_log.setLevel(logging.WARNING)


def listen(port: int) -> socket.socket:
    """Listen on this machine alone; port 0 takes a free one.

    :raises OSError: the port is taken.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setblocking(False)
        listener.bind((HOST, port))
        listener.listen(_BACKLOG)
    except BaseException:
        listener.close()
        raise
    return listener


class WebSocketWire:
    """A :class:`notifier.calls.feed.wire.Wire`: one message a text frame, without compression."""

    def __init__(self, origins: tuple[str, ...], port: int) -> None:
        self.origin: str | None = None
        self.hungry = True
        self.over = False
        self._hosts = {f"{HOST}:{port}", f"localhost:{port}"}
        self._protocol = ServerProtocol(
            origins=[Origin(origin) for origin in origins],
            extensions=None,
            max_size=FRAME_LIMIT,
            logger=_log,
        )
        self._raw = bytearray()
        self._messages: deque[bytes] = deque()
        self._parts: list[bytes] = []
        self._in_a_row = 0

    @property
    def held(self) -> int:
        """Bytes that were not looked at yet."""
        return len(self._raw)

    def feed(self, data: bytes) -> None:
        """Add what came."""
        self._raw += data

    def take(self) -> bytes | None:
        """The next message, or None after a piece of input that ends none."""
        if not self._messages and self._raw:
            piece = bytes(self._raw[:_PIECE])
            del self._raw[:_PIECE]
            self._protocol.receive_data(piece)
            for event in self._protocol.events_received():
                if isinstance(event, Request):
                    self._answer(event)
                elif isinstance(event, Frame):
                    self._put_together(event)
        if self._messages:
            self.hungry = False
            return self._messages.popleft()
        self.hungry = not self._raw
        return None

    def wrap(self, body: bytes) -> bytes:
        """As a text frame; nothing before and after the time of frames."""
        if self._protocol.state is not State.OPEN:
            return b""
        self._protocol.send_text(body)
        return self.reply()

    def reply(self) -> bytes:
        """The handshake's answer, pongs, the closing frame."""
        said = self._protocol.data_to_send()
        if b"" in said or self._protocol.close_expected():  # how the library says: the end
            self.over = True
        return b"".join(said)

    def end(self) -> bytes:
        """The closing frame."""
        if self._protocol.state is State.OPEN:
            self._protocol.send_close(1000)
        return self.reply()

    def _answer(self, request: Request) -> None:
        """Answer the handshake; the library looks at the origin and all else."""
        try:
            host = request.headers.get("Host", "")
        except MultipleValuesError:
            host = ""
        if host.lower() not in self._hosts:
            text = "This is a WebSocket of this machine alone.\n"
            response = self._protocol.reject(HTTPStatus.FORBIDDEN, text)
        else:
            response = self._protocol.accept(request)
        self._protocol.send_response(response)
        if self._protocol.state is State.OPEN:
            self.origin = request.headers["Origin"]

    def _put_together(self, piece: Frame) -> None:
        if piece.opcode in (Opcode.TEXT, Opcode.BINARY, Opcode.CONT):
            self._parts.append(bytes(piece.data))
            if piece.fin:
                self._messages.append(b"".join(self._parts))
                self._parts.clear()
                self._in_a_row = 0
                return
        self._in_a_row += 1
        if self._in_a_row > _CONTROL_LIMIT:
            raise BrokenFraming(f"{self._in_a_row} frames that are no message")
