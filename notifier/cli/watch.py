"""``call-notifier watch``: everything the tray program does but the windows."""

import argparse
import asyncio
import contextlib
import signal
import sys
from collections import deque
from collections.abc import Mapping

from filelock import FileLock, Timeout

from notifier import __version__
from notifier.cli.output import OutputError
from notifier.cli.report import Teller, print_call, print_verdict
from notifier.journal.keeping import keeping, on_loop_exception
from notifier.service.events import (
    CallOver,
    Event,
    Limit,
    LimitChanged,
    NotificationDecided,
    ProgramReplaced,
    VerdictReached,
)
from notifier.service.replaced import start_again
from notifier.service.service import Service
from notifier.settings.paths import Paths

__all__ = ["add_arguments", "run"]

CALLS_TOLD = 100
"""Calls of which it is known that they were told: what is said of one later is not told."""

MIN_INTERVAL = 30.0
"""Seconds; more often would be no politeness to the servers, and was callstats' floor as well."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``watch`` understands."""
    parser.add_argument(
        "--interval",
        metavar="S",
        type=_interval,
        help="seconds between two tests, instead of the setting",
    )
    parser.add_argument(
        "--json", action="store_true", help="one JSON object a verdict; calls on standard error"
    )


def run(args: argparse.Namespace, paths: Paths, environ: Mapping[str, str]) -> int:
    """Run until a signal ends it.

    Where another version was installed meanwhile, it goes on as that one.

    :returns: the exit status: 0 ended by SIGINT, SIGTERM or SIGHUP, or the program was removed;
        1 it cannot run here.
    :raises OutputError: verdicts cannot be written.
    """
    try:
        lock = FileLock(paths.make_runtime_dir() / "watch.lock", timeout=0)
        lock.acquire()
    except Timeout:  # an OSError as well
        print("call-notifier: another watch of yours is running already", file=sys.stderr)
        return 1
    except (OSError, NotImplementedError) as error:  # the latter: no locks on this disk
        print(f"call-notifier: {error}", file=sys.stderr)
        return 1
    why = None
    try:
        with keeping(paths.state_dir, "watch", __version__), contextlib.suppress(KeyboardInterrupt):
            why = asyncio.run(_watch(args, paths, environ))
    finally:
        lock.release()
    if isinstance(why, OutputError):
        raise why
    if why is not None:
        return _make_way(why, environ)
    return 0


def _make_way(replaced: ProgramReplaced, environ: Mapping[str, str]) -> int:
    if replaced.gone:
        print("call-notifier: the program was removed from this machine", file=sys.stderr)
        return 0
    print("call-notifier: another version was installed; it is started now", file=sys.stderr)
    sys.stderr.flush()
    try:
        start_again(sys.argv[1:], environ)
    except OSError as error:
        reason = error.strerror or error
        print(f"call-notifier: it cannot be started: {reason}", file=sys.stderr)
    return 1


async def _watch(
    args: argparse.Namespace, paths: Paths, environ: Mapping[str, str]
) -> OutputError | ProgramReplaced | None:
    """Watch until told to end, or until something ends it: then what."""
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(on_loop_exception)
    ended: asyncio.Future[OutputError | ProgramReplaced | None] = loop.create_future()

    def end(why: OutputError | ProgramReplaced | None = None) -> None:
        if not ended.done():
            ended.set_result(why)

    teller = Teller()
    limits_told: set[Limit | None] = set()
    calls_told: deque[str] = deque(maxlen=CALLS_TOLD)

    def show(event: Event) -> None:
        if isinstance(event, LimitChanged):  # each once: they come and go all day
            if event.limit in limits_told:
                return
            limits_told.add(event.limit)
        if isinstance(event, ProgramReplaced):
            end(event)
        teller.tell(event)
        if isinstance(event, NotificationDecided) and event.decision.show:
            service.notification_delivered(event.notification_row, "terminal")
        try:
            if isinstance(event, VerdictReached):
                print_verdict(
                    event.verdict,
                    demonstration=event.demonstration,
                    as_json=args.json,
                    one_line=True,
                )
            elif isinstance(event, CallOver) and event.record.call_id not in calls_told:
                calls_told.append(event.record.call_id)
                print_call(event.record, as_json=args.json)
        except OutputError as error:
            end(error)

    service = Service(paths, origin="watch", environ=environ, interval_s=args.interval)
    service.subscribe(show)
    if sys.platform != "win32":  # which has no such signal handlers
        loop.add_signal_handler(signal.SIGTERM, end)
        loop.add_signal_handler(signal.SIGINT, end)
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # as nohup has it
            loop.add_signal_handler(signal.SIGHUP, end)
    try:
        await service.start()
        return await ended
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
