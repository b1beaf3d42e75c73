"""``python -m notifier.relay``: the embedded relay as a process of its own.

It makes random credentials, writes one line of JSON to standard output::

    {"url": "turn:127.0.0.1:40123?transport=udp", "username": "…", "password": "…"}

and serves until its standard input reaches end of file, so that it never outlives whoever
started it, or until SIGTERM or SIGINT; then it exits with 0.
"""

import argparse
import asyncio
import json
import os
import selectors
import signal
import sys
import threading
from collections.abc import Callable, Sequence

from notifier.relay.endpoint import EmbeddedRelay
from notifier.relay.impair import LinkSettings

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Serve; returns the exit status: 0 when told to end, 1 where nothing can be served."""
    parser = argparse.ArgumentParser(
        prog="python -m notifier.relay",
        description="A TURN server on loopback, for demonstrations and tests.",
    )
    parser.add_argument("--host", choices=["127.0.0.1", "::1"], default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    for way in ("up", "down"):
        _add_link_options(parser, way)
    options = parser.parse_args(argv)
    try:
        up, down = (_link_settings(options, way) for way in ("up", "down"))
    except ValueError as error:
        parser.error(str(error))
    # select() waits to the microsecond; epoll, the default, rounds up to a millisecond.
    with asyncio.Runner(
        loop_factory=lambda: asyncio.SelectorEventLoop(selectors.SelectSelector())
    ) as runner:
        try:
            runner.run(_serve(options.host, options.port, up, down))
        except OSError as error:
            sys.stderr.write(f"the embedded relay cannot listen: {error}\n")
            return 1
    return 0


def _add_link_options(parser: argparse.ArgumentParser, way: str) -> None:
    group = parser.add_argument_group(f"what the way {way} does to packets")
    group.add_argument(f"--rate-{way}", type=float, metavar="KBPS", help="kbit/s at IP level")
    group.add_argument(f"--queue-{way}", type=float, metavar="MS", help="queue before the rate")
    group.add_argument(f"--delay-{way}", type=float, metavar="MS", default=0.0, help="one way")
    group.add_argument(f"--jitter-{way}", type=float, metavar="MS", default=0.0)
    group.add_argument(f"--loss-{way}", type=float, metavar="FRACTION", default=0.0)
    group.add_argument(f"--loss-burst-{way}", type=float, metavar="PACKETS", help="mean length")
    group.add_argument(f"--seed-{way}", type=int, metavar="N", default=0)


def _link_settings(options: argparse.Namespace, way: str) -> LinkSettings:
    def value(name: str) -> float | None:
        found: float | None = getattr(options, f"{name}_{way}")
        return found

    return LinkSettings(
        rate_kbps=value("rate"),
        queue_ms=value("queue"),
        delay_ms=value("delay") or 0.0,
        jitter_ms=value("jitter") or 0.0,
        loss=value("loss") or 0.0,
        loss_burst=value("loss_burst"),
        seed=int(value("seed") or 0),
    )


async def _serve(host: str, port: int, up: LinkSettings, down: LinkSettings) -> None:
    loop = asyncio.get_running_loop()
    told_to_end = asyncio.Event()

    def end() -> None:
        loop.call_soon_threadsafe(told_to_end.set)

    async with EmbeddedRelay(
        host=host,
        port=port,
        up=None if up == LinkSettings() else up,
        down=None if down == LinkSettings() else down,
    ) as relay:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: end())
        access = {"url": relay.url, "username": relay.username, "password": relay.password}
        sys.stdout.write(json.dumps(access) + "\n")
        sys.stdout.flush()
        threading.Thread(target=_wait_for_end_of_input, args=(end,), daemon=True).start()
        await told_to_end.wait()


def _wait_for_end_of_input(end: Callable[[], None]) -> None:
    # A thread, because a pipe on Windows cannot be watched by select(); and the bare descriptor,
    # because a daemon thread that holds the lock of sys.stdin breaks the interpreter's exit.
    try:
        while os.read(0, 4096):
            pass
    except OSError:
        pass
    end()


if __name__ == "__main__":
    sys.exit(main())
