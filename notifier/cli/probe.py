"""``call-notifier probe``: one run of the connectivity test, the verdict on standard output."""

import argparse
import asyncio
import contextlib
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

from notifier.cli.report import ProgressLine, Teller, print_verdict
from notifier.machine.media import media_device_present
from notifier.machine.metered import metered
from notifier.service.events import Event, RunFailed, VerdictReached
from notifier.service.job import Job
from notifier.service.targets import targets_of
from notifier.settings.load import Loaded, load
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from notifier.turn.uri import TurnUriError, parse_turn_uri

__all__ = ["add_arguments", "run"]

BUSY_LIMIT = 120.0
"""Seconds to wait for a run of the tray program to end before giving up."""

BUSY_INTERVAL = 1.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``probe`` understands."""
    parser.add_argument(
        "--server",
        metavar="URL",
        action="append",
        default=[],
        help="TURN URI (RFC 7065) to test instead of the configured servers; may be repeated",
    )
    parser.add_argument("--username", metavar="U", help="user name for these servers")
    parser.add_argument(
        "--password-env",
        metavar="VAR",
        help="environment variable that holds the password; without it the key ring is asked",
    )
    parser.add_argument(
        "--ca-file",
        metavar="FILE",
        type=Path,
        help="PEM file with further certificate authorities for turns: servers",
    )
    parser.add_argument("--light", action="store_true", help="reachability, latency, loss only")
    parser.add_argument(
        "--call-check",
        action=argparse.BooleanOptionalAction,
        help="make a WebRTC call through the relay, or not; without either, where something has "
        "changed since the last",
    )
    parser.add_argument("--json", action="store_true", help="the whole record as one JSON object")


def run(args: argparse.Namespace, paths: Paths, environ: Mapping[str, str]) -> int:
    """Run the test once.

    :returns: the exit status: 0 a verdict was reached, 1 none could be, 2 wrong usage or settings.
    :raises OutputError: the verdict cannot be written.
    """
    problem = _wrong_usage(args, environ)
    if problem is not None:
        print(f"call-notifier probe: {problem}", file=sys.stderr)
        return 2
    loaded = load(paths, environ)
    if not args.server:
        for wrong in loaded.problems:
            print(f"call-notifier: {wrong}", file=sys.stderr)
        if not loaded.settings.servers and _unread_policy(loaded):
            # A demonstration would be green, and the organisation's servers untested.
            why = "no server is known, and the organisation's policy can't be used"
            print(f"call-notifier probe: {why}", file=sys.stderr)
            return 2
    try:
        outcome = asyncio.run(_run(args, loaded.settings, paths, environ))
    except KeyboardInterrupt:
        print("call-notifier: cancelled", file=sys.stderr)
        return 1
    if isinstance(outcome, RunFailed):
        print(f"call-notifier: no verdict: {outcome.detail}", file=sys.stderr)
        return 1
    print_verdict(outcome.verdict, demonstration=outcome.demonstration, as_json=args.json)
    return 0


def _wrong_usage(args: argparse.Namespace, environ: Mapping[str, str]) -> str | None:
    for url in args.server:
        try:
            parse_turn_uri(url)
        except TurnUriError as error:
            return str(error)
    if not args.server and (args.username or args.password_env or args.ca_file):
        return "--username, --password-env and --ca-file go with --server"
    if args.light and args.call_check:
        return "--call-check goes with a full run, not with --light"
    if args.password_env and not environ.get(args.password_env):
        return f"the environment variable {args.password_env} is not set"
    if args.password_env and not args.username:
        return "--password-env goes with --username"
    if args.ca_file and not args.ca_file.is_file():
        return f"there is no file {args.ca_file}"
    return None


def _unread_policy(loaded: Loaded) -> bool:
    """Whether a whole source of policy is left out."""
    return any(not wrong.key and wrong.file != loaded.file for wrong in loaded.problems)


async def _run(
    args: argparse.Namespace, settings: Settings, paths: Paths, environ: Mapping[str, str]
) -> VerdictReached | RunFailed:
    line, teller = ProgressLine(), Teller()

    def emit(event: Event) -> None:
        line.show(event)
        if isinstance(event, RunFailed):
            teller.catch_up(event)  # the outcome itself is said in the end
        else:
            teller.tell(event)

    # The secret goes to the probe on its standard input, and nowhere else.
    others = {name: value for name, value in environ.items() if name != args.password_env}
    job = Job(paths, "probe", others, emit)
    loop = asyncio.get_running_loop()
    this = asyncio.current_task()

    def end() -> None:
        # Once: a second signal must not interrupt the cleaning up.
        if this is not None and not this.cancelling():
            this.cancel()

    with contextlib.suppress(NotImplementedError):  # Windows has no such signal handlers
        loop.add_signal_handler(signal.SIGTERM, end)
    try:
        job.media_present = await asyncio.to_thread(media_device_present)
        targets = None
        if args.server:
            setting = ServerSetting(
                urls=tuple(args.server),
                username=args.username,
                password_env=args.password_env,
                ca_file=args.ca_file,
            )
            targets = await targets_of((setting,), environ)
        call_check = args.call_check
        if call_check is None and await metered(environ):
            call_check = False
        deadline = loop.time() + BUSY_LIMIT
        waiting = False
        while True:
            outcome = await job.run(
                settings,
                mode="light" if args.light else "full",
                trigger="manual",
                targets=targets,
                call_check=call_check,
            )
            if not isinstance(outcome, RunFailed) or outcome.reason != "busy":
                return outcome
            if loop.time() >= deadline:
                return outcome
            if not waiting:
                waiting = True
                print(f"call-notifier: waiting, {outcome.detail}", file=sys.stderr)
            await asyncio.sleep(BUSY_INTERVAL)
    except asyncio.CancelledError:
        return RunFailed("cancelled", "the run was cancelled")
    finally:
        line.clear()
        await job.close()
