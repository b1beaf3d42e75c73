"""``call-notifier history``: what the local history holds, newest first.

Standard output is the answer's alone; a missing history is an empty one, and asking makes none.
"""

import argparse
import sys
from collections.abc import Iterable
from contextlib import ExitStack

from notifier.cli import period
from notifier.cli.output import local_time, prepare_output, printable, symbol_of, writing
from notifier.history.errors import HistoryError
from notifier.history.export import stored_runs, write_csv, write_json_array
from notifier.history.rows import RunSummary, StoredRun
from notifier.history.since import SinceError
from notifier.history.store import History
from notifier.settings.paths import Paths

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``history`` understands."""
    period.add_arguments(parser, "runs")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON array of whole records")
    form.add_argument("--csv", action="store_true", help="one line a run, for spreadsheets")


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Print the history.

    :returns: the exit status: 0 printed, 1 the history cannot be read, 2 ``--since`` is wrong.
    :raises OutputError: standard output takes nothing any more.
    """
    try:
        since = period.since_of(args)
    except SinceError as error:
        print(f"call-notifier: --since: {error}", file=sys.stderr)
        return 2
    prepare_output(exact=args.json or args.csv)
    try:
        return _print_history(args, paths, since)
    except HistoryError as error:
        _tell(error)
        return 1


def _print_history(args: argparse.Namespace, paths: Paths, since: float | None) -> int:
    with ExitStack() as stack:
        history = History.open_if_there(paths.history_file)
        if history is not None:
            stack.enter_context(history)
        out = stack.enter_context(writing())
        if args.json or args.csv:
            runs: Iterable[StoredRun] = ()
            if history is not None:
                run_ids = history.run_ids(since=since, limit=args.limit)
                runs = stored_runs(history, run_ids, unreadable=_tell)
            (write_json_array if args.json else write_csv)(runs, out)
            return 0
        summaries = history.runs(since=since, limit=args.limit) if history else []
        for summary in summaries:
            print(_line(summary), file=out)
        if not summaries:
            some = history is not None and history.count() > 0
            print(f"call-notifier: no runs {'since then' if some else 'yet'}", file=sys.stderr)
    return 0


def _line(summary: RunSummary) -> str:
    parts = [
        local_time(summary.timestamp),
        f"{symbol_of(summary.color)} {summary.color:<5}",
        printable(summary.notification),
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
