"""How messages lie in a stream: as frames with their length, or in a WebSocket (``websocket``)."""

from typing import Protocol

from notifier.calls.framing import FrameReader, frame

__all__ = ["FrameWire", "Wire"]


class Wire(Protocol):
    """How messages lie in a stream."""

    @property
    def origin(self) -> str | None:
        """Of the web page, checked by the handshake; None where there is none."""

    @property
    def held(self) -> int:
        """Bytes that were fed and not taken yet."""

    @property
    def hungry(self) -> bool:
        """Whether the last ``take`` gave None because it needs more bytes."""

    @property
    def over(self) -> bool:
        """Whether the wire itself has come to its end."""

    def feed(self, data: bytes) -> None:
        """Add what came; does no work."""

    def take(self) -> bytes | None:
        """The next message; None where it needs more bytes, or another turn.

        :raises FrameTooLong: it was too long and is passed over.
        :raises BrokenFraming: the stream is of no further use.
        """

    def wrap(self, body: bytes) -> bytes:
        """A message as it goes onto the stream."""

    def reply(self) -> bytes:
        """What the wire itself has to send."""

    def end(self) -> bytes:
        """What it says at the end."""


class FrameWire:
    """Length and body, nothing else."""

    origin = None
    over = False

    def __init__(self) -> None:
        self._reader = FrameReader()
        self.feed = self._reader.feed
        self.hungry = True

    @property
    def held(self) -> int:
        """Bytes that wait."""
        return self._reader.held

    def take(self) -> bytes | None:
        """The next body."""
        self.hungry = False
        body = self._reader.take()
        self.hungry = body is None
        return body

    def wrap(self, body: bytes) -> bytes:
        """With its length."""
        return frame(body)

    def reply(self) -> bytes:
        """Nothing, ever."""
        return b""

    def end(self) -> bytes:
        """Nothing either."""
        return b""
