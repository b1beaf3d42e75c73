"""``call-notifier history``: what the local history holds, newest first.

Standard output is the answer's alone; a missing history is an empty one, and asking makes none.
"""

import argparse
import sys
import time
from datetime import datetime

from notifier.cli.output import discard_output, prepare_output
from notifier.history.errors import HistoryError
from notifier.history.export import stored_runs, write_csv, write_json_array
from notifier.history.rows import RunSummary
from notifier.history.since import SinceError, parse_since
from notifier.history.store import History
from notifier.settings.paths import Paths

__all__ = ["PLAIN_SYMBOLS", "SYMBOLS", "add_arguments", "run"]

SYMBOLS = {"green": "●", "amber": "▲", "red": "■"}
"""A shape for each colour, for those who cannot tell colours apart."""

PLAIN_SYMBOLS = {"green": "+", "amber": "~", "red": "!"}
"""The same where the terminal's character set has no shapes."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``history`` understands."""
    parser.add_argument(
        "--since",
        metavar="WHEN",
        help="only runs from then on: 2h, 3d, 1w, 2026-11-21 or 2026-11-21T08:30 (local time)",
    )
    parser.add_argument(
        "--limit", metavar="N", type=_positive, help="only the newest N of these runs"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON array of whole records")
    form.add_argument("--csv", action="store_true", help="one line a run, for spreadsheets")


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Print the history.

    :returns: the exit status: 0 printed, 1 the history cannot be read, 2 ``--since`` is wrong.
    """
    since = None
    if args.since is not None:
        try:
            since = parse_since(args.since, now=time.time() * 1000)
        except SinceError as error:
            print(f"call-notifier: --since: {error}", file=sys.stderr)
            return 2
    prepare_output(exact=args.json or args.csv)
    try:
        _print_history(args, paths, since)
        sys.stdout.flush()
    except HistoryError as error:
        print(f"call-notifier: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader (``| head``) has seen enough
        discard_output()
    except OSError as error:
        discard_output()
        print(f"call-notifier: the output cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    return 0


def _print_history(args: argparse.Namespace, paths: Paths, since: float | None) -> None:
    try:
        history = History.open_read_only(paths.history_file)
    except HistoryError as error:
        if error.code != "missing":
            raise
        history = None
    if history is None:
        if args.json:
            write_json_array((), sys.stdout)
        elif args.csv:
            write_csv((), sys.stdout)
        return
    with history:
        if args.json or args.csv:
            write = write_json_array if args.json else write_csv
            run_ids = history.run_ids(since=since, limit=args.limit)
            write(stored_runs(history, run_ids, unreadable=_tell), sys.stdout)
        else:
            for summary in history.runs(since=since, limit=args.limit):
                print(_line(summary))


def _line(summary: RunSummary) -> str:
    symbols = SYMBOLS if _can_print("".join(SYMBOLS.values())) else PLAIN_SYMBOLS
    parts = [
        _local_time(summary.timestamp),
        f"{symbols.get(summary.color, '?')} {summary.color:<5}",
        _printable(summary.notification),
        _printable(summary.network_type),
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


def _local_time(timestamp: float) -> str:
    try:
        return datetime.fromtimestamp(timestamp / 1000).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    except (ValueError, OverflowError, OSError):  # a clock far beyond the calendar
        return f"{timestamp:.0f} ms"


def _printable(text: str) -> str:
    """Keep a text from a settings file or a database from steering the terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


def _can_print(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _tell(error: HistoryError) -> None:
    print(f"call-notifier: {error}", file=sys.stderr)


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 9 or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 on")
    return int(text)
