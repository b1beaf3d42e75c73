"""A rival in a process of its own, in the client's namespace: how it is asked, and answers.

One :class:`Request` as a JSON line on standard input, one :class:`Answer` on standard output.
"""

import subprocess
import sys

import msgspec

from tests.bench.record import Figures
from tests.net.coturn import PASSWORD, USERNAME, Coturn
from tests.net.namespace import Namespace

__all__ = ["Answer", "Request", "RivalFailed", "answer", "ask", "request"]


class RivalFailed(RuntimeError):
    """No figures; the message says why."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Which server to measure through."""

    tool: str
    url: str
    username: str
    password: str


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """Figures, or why there are none."""

    figures: Figures | None = None
    error: str | None = None


def ask(namespace: Namespace, module: str, tool: str, server: Coturn, *, limit: float) -> Figures:
    """Run a rival to its end.

    :param limit: seconds
    :raises RivalFailed: with what it said.
    """
    child = namespace.start([sys.executable, "-m", module])
    asked = Request(tool=tool, url=server.url("udp"), username=USERNAME, password=PASSWORD)
    try:
        output, errors = child.communicate(msgspec.json.encode(asked).decode() + "\n", limit)
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()
        raise RivalFailed(f"it took more than {limit:g} s") from None
    try:
        answered = msgspec.json.decode(output, type=Answer)
    except msgspec.MsgspecError:
        words = errors.strip().rpartition("\n")[2] or "it said nothing"
        raise RivalFailed(words) from None
    if answered.figures is None:
        raise RivalFailed(answered.error or "no figures")
    return answered.figures


def request() -> Request:
    """What the child is asked."""
    return msgspec.json.decode(sys.stdin.readline(), type=Request)


def answer(answered: Answer) -> None:
    """What the child found."""
    print(msgspec.json.encode(answered).decode())
