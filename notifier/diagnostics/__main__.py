"""Collects for a front end: a request on standard input, progress and files on standard output.

In a process of its own, since nearly every part needs libraries that a program which stays should
not keep. End of input ends it: nobody waits for it any more.
"""

import os
import sys
import threading

import msgspec

from notifier.diagnostics.bundle import about
from notifier.diagnostics.collect import collect
from notifier.diagnostics.messages import Collected, Progressed, Reply, Request, encode
from notifier.diagnostics.part import Asked
from notifier.settings.paths import Paths

__all__ = ["main"]


def main() -> int:
    """Collect once."""
    out = sys.stdout.buffer
    request = msgspec.json.decode(sys.stdin.buffer.readline(), type=Request)
    threading.Thread(target=_leave_with_the_front_end, daemon=True).start()

    def say(reply: Reply) -> None:
        out.write(encode(reply) + b"\n")
        out.flush()

    asked = Asked(Paths.default(), addresses=request.addresses, front=request.front)
    pieces = collect(asked, progress=lambda done, of: say(Progressed(done, of)))
    pieces.insert(0, about(pieces, addresses=request.addresses))
    say(Collected([(piece.name, piece.says.template, piece.text) for piece in pieces]))
    return 0


def _leave_with_the_front_end() -> None:
    if not sys.stdin.buffer.read(1):
        os._exit(0)


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    os._exit(0)  # a part that hangs is not waited for
