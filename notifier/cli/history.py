"""``call-notifier history``: what the local history holds, newest first; or its deletion.

Standard output is the answer's alone; a missing history is an empty one, and asking makes none.
"""

import argparse
import sys
import time
from collections.abc import Iterable
from contextlib import ExitStack

from notifier.cli import period
from notifier.cli.output import local_time, prepare_output, printable, symbol_of, writing
from notifier.codes import Color
from notifier.history.deletion import purge_file
from notifier.history.errors import HistoryError
from notifier.history.export import stored_runs, write_csv, write_json_array
from notifier.history.filters import ALL, RunFilter
from notifier.history.rows import RunSummary, StoredRun
from notifier.history.since import SinceError, parse_since
from notifier.history.store import History
from notifier.settings.paths import Paths

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``history`` understands."""
    period.add_arguments(parser, "tests")
    parser.add_argument("--until", metavar="WHEN", help="only tests before then, as --since")
    for option, metavar, what in (
        ("--network", "ID", "on this network, by its networkId in JSON and CSV"),
        ("--server", "LABEL", "whose figures are of this server"),
    ):
        parser.add_argument(
            option, metavar=metavar, action="append", help=f"only tests {what}; also several times"
        )
    parser.add_argument(
        "--color",
        action="append",
        choices=[color.value for color in Color],
        help="only tests of this colour; also several times",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON array of whole records")
    form.add_argument("--csv", action="store_true", help="one line a test, for spreadsheets")
    form.add_argument(
        "--delete",
        action="store_true",
        help="delete these tests, with the calls of that time and network; nothing is asked first",
    )
    parser.add_argument("--all", action="store_true", help="with --delete: the whole history")


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Print the history, or delete of it.

    :returns: the exit status: 0 done, 1 the history cannot be read or written, 2 wrong usage.
    :raises OutputError: standard output takes nothing any more.
    """
    try:
        wanted = _filter(args)
    except _UsageError as error:
        print(f"call-notifier: {error}", file=sys.stderr)
        return 2
    prepare_output(exact=args.json or args.csv)
    try:
        return _delete(paths, wanted) if args.delete else _print_history(args, paths, wanted)
    except HistoryError as error:
        _tell(error)
        return 1


class _UsageError(Exception):
    """The options do not go together; the message says why."""


def _filter(args: argparse.Namespace) -> RunFilter:
    moments: dict[str, float | None] = {}
    for name in ("since", "until"):
        text = getattr(args, name)
        try:
            moments[name] = None if text is None else parse_since(text, now=_now())
        except SinceError as error:
            raise _UsageError(f"--{name}: {error}") from error
    wanted = RunFilter.of(
        **moments, network_ids=args.network, providers=args.server, colors=args.color
    )
    if args.all and not args.delete:
        raise _UsageError("--all is for --delete alone")
    if args.delete and args.limit is not None:
        raise _UsageError("--limit is for the list alone")
    if args.delete and (wanted == ALL) != args.all:
        raise _UsageError("--delete needs a time, a network, a server or a colour, or else --all")
    return wanted


def _delete(paths: Paths, wanted: RunFilter) -> int:
    runs = calls = 0
    if paths.history_file.exists():  # else it would be made
        with History.open(paths.history_file) as history:
            if history.notice is not None:
                print(f"call-notifier: {history.notice}", file=sys.stderr)
            deleted = history.delete(wanted, now=_now())
        runs, calls = deleted.runs, deleted.calls
        if deleted.token is not None:
            # Nobody could say later what to undo.
            purge_file(paths.history_file, now=_now, stopped=lambda: False, token=deleted.token)
    with writing() as out:
        print(f"deleted {_counted(runs, 'test')} and {_counted(calls, 'call')}", file=out)
    return 0


def _now() -> float:
    return time.time() * 1000


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _print_history(args: argparse.Namespace, paths: Paths, wanted: RunFilter) -> int:
    with ExitStack() as stack:
        history = History.open_if_there(paths.history_file)
        if history is not None:
            stack.enter_context(history)
        out = stack.enter_context(writing())
        if args.json or args.csv:
            runs: Iterable[StoredRun] = ()
            if history is not None:
                run_ids = history.each_run_id(wanted, limit=args.limit)
                runs = stored_runs(history, run_ids, unreadable=_tell)
            (write_json_array if args.json else write_csv)(runs, out)
            return 0
        summaries = history.runs(wanted, limit=args.limit) if history else []
        for summary in summaries:
            print(_line(summary), file=out)
        if not summaries:
            some = history is not None and history.count() > 0
            only_since = wanted == RunFilter(since=wanted.since)
            which = "yet" if not some else "since then" if only_since else "of these"
            print(f"call-notifier: no tests {which}", file=sys.stderr)
    return 0


def _line(summary: RunSummary) -> str:
    parts = [
        local_time(summary.timestamp),
        "?      " if summary.refused else f"{symbol_of(summary.color)} {summary.color:<5}",
        # The codes are those of a bad connection, which nobody has found.
        "not known: the call server let nobody in"
        if summary.refused
        else printable(summary.notification),
        printable(summary.network_type),
    ]
    if figures := _figures(summary):
        parts.append(figures)
    if summary.demonstration:
        parts.append("demonstration")
    return "  ".join(parts)


def _figures(summary: RunSummary) -> str:
    figures = []
    if summary.rtt_ms is not None:
        figures.append(f"round trip {summary.rtt_ms:.0f} ms")
    if summary.loss_fraction is not None:
        figures.append(f"loss {summary.loss_fraction:.1%}")
    if summary.jitter_ms is not None:
        figures.append(f"jitter {summary.jitter_ms:.1f} ms")
    if summary.loop_kbps is not None:
        least = "at least " if summary.loop_at_least else ""
        figures.append(f"throughput {least}{summary.loop_kbps / 1000:.1f} Mbit/s")
    return ", ".join(figures)


def _tell(error: HistoryError) -> None:
    print(f"call-notifier: {error}", file=sys.stderr)
