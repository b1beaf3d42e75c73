"""Asks root's service for what comes from a secret that only root can read.

One line of JSON goes to a Unix socket, and one comes back; :mod:`notifier.broker` is the other
side. A request names the secret and, where it is for a TURN server, one of the server's addresses:
``{"secret": "turn-office", "server": "turn:turn.example.com"}``. An answer is one of ::

    {"username": "1767225600", "password": "…"}    from a shared secret: they expire
    {"value": "…"}                                 a password, a token
    {"refused": "missing"}                         one of REFUSALS
"""

import asyncio
import contextlib
import json
import socket
import struct
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from notifier.settings.secret_files import MAX_SECRET, Refusal, is_one_line

__all__ = [
    "MAX_ANSWER",
    "MAX_REQUEST",
    "REFUSALS",
    "Answer",
    "NoAnswerError",
    "ServiceRefusal",
    "ask",
    "peer_of",
]

MAX_REQUEST = 4096
"""Octets of a request with its line break: a name and an address have some hundred."""

MAX_ANSWER = 16 * 1024
"""Octets; the longest secret has less than 13 kB in JSON, where each character is escaped."""

ServiceRefusal = Refusal | Literal["not-named", "shared", "request", "busy"]
"""Beyond those of a file: the policy in force does not use the secret for this; it is shared with
a TURN server and never given out; the request can't be understood; there are too many."""

_NOBODY = -1
"""The user at the other end of a socket that is not connected (unix(7))."""

_AGAIN_S = 0.1

REFUSALS: frozenset[str] = frozenset(
    word for part in get_args(ServiceRefusal) for word in (get_args(part) or (part,))
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the service said."""

    username: str | None = None
    """Only beside credentials that expire."""

    secret: str = field(default="", repr=False)
    """A password, shared secret's password or token; empty where it is refused."""

    refused: ServiceRefusal | None = None


class NoAnswerError(Exception):
    """The service is not there, does not answer in time, or is not to be believed."""

    def __init__(self, why: Literal["absent", "late", "stranger", "nonsense"]) -> None:
        super().__init__(why)
        self.why = why


async def ask(path: Path, name: str, *, server: str | None, owner: int, limit_s: float) -> Answer:
    """Ask once.

    :param path: the socket.
    :param server: an address of the server that the secret is for; None where it is for none.
    :param owner: the user whom the service has to belong to.
    :param limit_s: for connecting, which may start the service, and the answer.
    :raises NoAnswerError: there is none that can be used.
    """
    request = {"secret": name} if server is None else {"secret": name, "server": server}
    try:
        async with asyncio.timeout(limit_s):
            line = await _exchange(path, json.dumps(request).encode() + b"\n", owner)
    except TimeoutError:  # an OSError as well
        raise NoAnswerError("late") from None
    except OSError:
        raise NoAnswerError("absent") from None
    except ValueError:  # longer than any answer
        raise NoAnswerError("nonsense") from None
    return _read(line)


async def _exchange(path: Path, request: bytes, owner: int) -> bytes:
    reader, writer = await _connected(path)
    try:
        if peer_of(writer.get_extra_info("socket")) not in (owner, None):
            raise NoAnswerError("stranger")
        writer.write(request)
        await writer.drain()
        line = await reader.readline()
    finally:
        await _gone(writer)
    if not line:  # it has ended meanwhile
        raise ConnectionError
    return line


async def _connected(path: Path) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    while True:
        reader, writer = await asyncio.open_unix_connection(str(path), limit=MAX_ANSWER)
        if peer_of(writer.get_extra_info("socket")) != _NOBODY:
            return reader, writer
        # Its queue is full: connect(2) says EAGAIN then, which asyncio takes for a connection
        # that is on its way.
        await _gone(writer)
        await asyncio.sleep(_AGAIN_S)


async def _gone(writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()
    with contextlib.suppress(OSError):
        await writer.wait_closed()


def peer_of(connection: Any) -> int | None:
    """The user at the other end of a Unix socket; None where the system does not say.

    :param connection: a socket, or what asyncio gives in its place.
    """
    if sys.platform == "darwin":  # unix(4), sys/ucred.h: SOL_LOCAL, LOCAL_PEERCRED, struct xucred
        found = connection.getsockopt(0, 1, struct.calcsize("IIh16I"))
        return int(struct.unpack_from("II", found)[1])
    if sys.platform != "linux":
        return None
    # unix(7): of a server it is the user who called listen.
    found = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    return int(struct.unpack("3i", found)[1])


def _read(line: bytes) -> Answer:
    try:
        match json.loads(line):
            case {"refused": str(word), **rest} if not rest and word in REFUSALS:
                return Answer(refused=word)  # type: ignore[arg-type]  # one of them
            case {"value": str(secret), **rest} if not rest and _usable(secret):
                return Answer(secret=secret)
            case {"username": str(name), "password": str(secret), **rest} if (
                not rest and _usable(name) and _usable(secret)
            ):
                return Answer(name, secret)
    except (ValueError, RecursionError):
        pass
    raise NoAnswerError("nonsense")


def _usable(text: str) -> bool:
    return 0 < len(text) <= MAX_SECRET and is_one_line(text)
