"""Frames on a stream: four bytes, little-endian, say how long the body is that follows.

Browsers use the same frames for native messaging (there in the machine's byte order, which is
little-endian wherever we run), so that the host between them and the feed passes frames on as they
are. No I/O in here, and nothing is imported that costs the host time.
"""

import struct

__all__ = ["FRAME_LIMIT", "SKIP_LIMIT", "BrokenFraming", "FrameReader", "FrameTooLong", "frame"]

FRAME_LIMIT = 1_000_000
"""Bytes of a body; :data:`notifier.calls.messages.MESSAGE_LIMIT`, which is too dear to import."""

SKIP_LIMIT = 64 << 20
"""Bytes of a body that is passed over unread: the most that a browser sends its host. A length
beyond it is none: somebody speaks another protocol."""

_HEADER = struct.Struct("<I")


class FrameTooLong(ValueError):
    """A body is too long; it is passed over, and the next frame can be read."""

    def __init__(self, length: int) -> None:
        super().__init__(f"a frame of {length} bytes, where {FRAME_LIMIT} are the most")
        self.length = length


class BrokenFraming(ValueError):
    """These are no frames: where the next one begins can't be known."""


def frame(body: bytes) -> bytes:
    """Put the length before a body.

    :raises FrameTooLong: it has more than :data:`FRAME_LIMIT` bytes.
    """
    if len(body) > FRAME_LIMIT:
        raise FrameTooLong(len(body))
    return _HEADER.pack(len(body)) + body


class FrameReader:
    """Cuts a stream into frames, whatever pieces it comes in.

    It holds what was fed and not taken yet. What is passed over it does not hold.
    """

    def __init__(self) -> None:
        self._held = bytearray()
        self._skip = 0
        """Bytes of a too long body that are still to come."""

    @property
    def held(self) -> int:
        """Bytes that wait."""
        return len(self._held)

    @property
    def cut(self) -> bool:
        """Whether the stream so far ends within a frame; to be asked after the last one."""
        return bool(self._held or self._skip)

    def feed(self, data: bytes) -> None:
        """Add what came."""
        if self._skip:
            passed = min(self._skip, len(data))
            self._skip -= passed
            data = data[passed:]
        self._held += data

    def take(self) -> bytes | None:
        """The next body, or None while it is not complete.

        :raises FrameTooLong: once for each such frame; go on after it.
        :raises BrokenFraming: this stream is of no further use.
        """
        if len(self._held) < _HEADER.size:
            return None
        (length,) = _HEADER.unpack_from(self._held)
        end = _HEADER.size + length
        if length > SKIP_LIMIT:
            raise BrokenFraming(f"a frame of {length} bytes")
        if length > FRAME_LIMIT:
            self._skip = max(0, end - len(self._held))
            del self._held[:end]
            raise FrameTooLong(length)
        if len(self._held) < end:
            return None
        body = bytes(self._held[_HEADER.size : end])
        del self._held[:end]
        return body
