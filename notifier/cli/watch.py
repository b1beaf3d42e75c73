"""``call-notifier watch``: everything the tray program does but the windows."""

import argparse
import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Mapping

import msgspec
from filelock import FileLock, Timeout

from notifier.cli.report import tell, verdict_text
from notifier.service.events import Event, NotificationDecided, VerdictReached
from notifier.service.service import Service
from notifier.settings.paths import Paths, PathsError

__all__ = ["add_arguments", "run"]

MIN_INTERVAL = 30.0
"""Seconds; more often would be no politeness to the servers, and was callstats' floor as well."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``watch`` understands."""
    parser.add_argument(
        "--interval",
        metavar="S",
        type=_interval,
        help="seconds between two runs, instead of the setting",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a verdict")


def run(args: argparse.Namespace, paths: Paths, environ: Mapping[str, str]) -> int:
    """Run until a signal ends it.

    :returns: the exit status: 0 ended by SIGINT or SIGTERM, 1 it cannot run here.
    """
    try:
        lock = FileLock(paths.make_runtime_dir() / "watch.lock", timeout=0)
        lock.acquire()
    except Timeout:
        print("call-notifier: another watch of yours is running already", file=sys.stderr)
        return 1
    except PathsError as error:
        print(f"call-notifier: {error}", file=sys.stderr)
        return 1
    try:
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(_watch(args, paths, environ))
    except BrokenPipeError:
        # Whoever read the verdicts is gone. Python would complain again when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    finally:
        lock.release()
    return 0


async def _watch(args: argparse.Namespace, paths: Paths, environ: Mapping[str, str]) -> None:
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[None] = loop.create_future()

    def end() -> None:
        if not ended.done():
            ended.set_result(None)

    def show(event: Event) -> None:
        tell(event)
        if isinstance(event, NotificationDecided) and event.decision.show:
            service.notification_delivered(event.notification_row, "terminal")
        if not isinstance(event, VerdictReached):
            return
        try:
            if args.json:
                sys.stdout.write(msgspec.json.encode(event.verdict).decode() + "\n")
            else:
                print(verdict_text(event.verdict, demonstration=event.demonstration))
            sys.stdout.flush()
        except BrokenPipeError as error:
            if not ended.done():
                ended.set_exception(error)

    service = Service(paths, origin="watch", environ=environ, interval_s=args.interval)
    service.subscribe(show)
    with contextlib.suppress(NotImplementedError):  # Windows has no such signal handlers
        loop.add_signal_handler(signal.SIGTERM, end)
        loop.add_signal_handler(signal.SIGINT, end)
    await service.start()
    try:
        await ended
    finally:
        await service.stop()


def _interval(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds") from None
    if not MIN_INTERVAL <= seconds <= 86400:
        raise argparse.ArgumentTypeError(f"must be from {MIN_INTERVAL:g} to 86400 seconds")
    return seconds
