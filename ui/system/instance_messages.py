"""What two starts of the program say to each other: one JSON object a line.

Beside :mod:`ui.system.instance`, since most starts find nobody, and should not load msgspec before
their icon is there.
"""

import msgspec

__all__ = ["VERSION", "Answer", "Request", "line", "read_answer", "read_request"]

VERSION = 1


class Request(msgspec.Struct, frozen=True):
    """What a later start asks of the first one."""

    version: int
    command: str


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the first one says to that."""

    version: int
    ok: bool
    error: str | None = None


def line(message: Request | Answer) -> bytes:
    """The message as it is sent."""
    return msgspec.json.encode(message) + b"\n"


def read_request(received: bytes) -> Request:
    """Read a request.

    :raises ValueError: it is none; the message says why.
    """
    return msgspec.json.decode(received, type=Request)


def read_answer(received: bytes) -> Answer:
    """Read an answer.

    :raises ValueError: it is none.
    """
    return msgspec.json.decode(received, type=Answer)
