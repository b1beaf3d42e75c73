"""``call-notifier calls``: the calls that the program was attached to, newest first.

Standard output is the answer's alone; a missing history is an empty one, and asking makes none.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack

import msgspec

from notifier.calls.record import CallRecord
from notifier.cli import period
from notifier.cli.call_report import call_line, call_text
from notifier.cli.output import prepare_output, printable, writing
from notifier.history.call_export import write_calls_csv
from notifier.history.errors import HistoryError
from notifier.history.export import stored_calls, write_calls
from notifier.history.since import SinceError
from notifier.history.store import History
from notifier.settings.paths import Paths

__all__ = ["add_arguments", "run"]

_ALL = "all"


def add_arguments(
    parser: argparse.ArgumentParser, *, parents: Sequence[argparse.ArgumentParser] = ()
) -> None:
    """Declare what ``calls`` understands.

    :param parents: have the options that ``show`` understands besides its own.
    """
    period.add_arguments(parser, "calls")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON array of whole records")
    form.add_argument("--csv", action="store_true", help="one line a call, for spreadsheets")
    form.add_argument(
        "--delete",
        metavar="CALL_ID",
        help=f'delete this call, or "{_ALL}", with what the forecast learnt from it',
    )
    commands = parser.add_subparsers(dest="calls_command", metavar="COMMAND")
    show = commands.add_parser("show", help="everything about one call", parents=parents)
    show.add_argument(
        "call_id",
        metavar="CALL_ID",
        help="as at the end of its line in the list, or its beginning, if of no other call",
    )
    show.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,  # what stood before "show" holds
        help="its whole record as one JSON object",
    )


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Print calls, or delete them.

    :returns: the exit status: 0 done, 1 the history cannot be read or written or has no such call,
        2 wrong usage.
    :raises OutputError: standard output takes nothing any more.
    """
    chosen = args.since is not None or args.limit is not None
    if chosen and (args.delete is not None or args.calls_command is not None):
        # Whoever says both might mean: all that are older.
        return _say("--since and --limit are for the list alone", 2)
    if args.delete is not None and args.calls_command is not None:
        return _say("--delete and show are two commands", 2)
    try:
        since = period.since_of(args)
    except SinceError as error:
        return _say(f"--since: {error}", 2)
    if args.csv and args.calls_command is not None:
        return _say("--csv is for the list alone", 2)
    prepare_output(exact=args.json or args.csv)
    try:
        if args.delete is not None:
            return _delete(args.delete, paths)
        if args.calls_command is not None:
            return _show(args.call_id, paths, as_json=args.json)
        return _list(args, paths, since)
    except HistoryError as error:
        return _say(error.message, 1)


def _list(args: argparse.Namespace, paths: Paths, since: float | None) -> int:
    with ExitStack() as stack:
        history = History.open_if_there(paths.history_file)
        if history is not None:
            stack.enter_context(history)
        out = stack.enter_context(writing())
        if args.json or args.csv:
            records: Iterable[CallRecord] = ()
            if history is not None:
                call_ids = history.call_ids(since=since, limit=args.limit)
                records = stored_calls(history, call_ids, unreadable=_tell)
            (write_calls if args.json else write_calls_csv)(records, out)
            return 0
        calls = history.calls(since=since, limit=args.limit) if history else []
        for call in calls:
            print(call_line(call), file=out)
        if not calls:
            some = history is not None and history.count_calls() > 0
            _say(f"no calls {'since then' if some else 'yet'}", 0)
    return 0


def _show(beginning: str, paths: Paths, *, as_json: bool) -> int:
    try:
        with History.open_read_only(paths.history_file) as history:
            found = _meant(history, beginning)
            if len(found) > 1:
                return _say(f"{len(found)} calls begin with {beginning}", 1)
            call = history.call(found[0] if found else beginning)
    except HistoryError as error:
        if error.code != "missing":
            raise
        return _say(f"there is no call {beginning}", 1)
    with writing() as out:
        print(msgspec.json.encode(call).decode() if as_json else call_text(call), file=out)
    return 0


def _meant(history: History, beginning: str) -> list[str]:
    """The call of this name, else those whose names begin like this."""
    call_ids = history.call_ids()
    if beginning in call_ids or not beginning:
        return [beginning]
    return [call_id for call_id in call_ids if call_id.startswith(beginning)]


def _delete(which: str, paths: Paths) -> int:
    deleted = 0
    if paths.history_file.exists():  # else it would be made
        with History.open(paths.history_file) as history:
            if history.notice is not None:
                _say(history.notice, 0)
            deleted = history.delete_calls(call_id=None if which == _ALL else which)
    if not deleted and which != _ALL:
        return _say(f"there is no call {which}", 1)
    calls, them = ("1 call", "it") if deleted == 1 else (f"{deleted} calls", "them")
    with writing() as out:
        print(f"deleted {calls}, and what the forecast learnt from {them}", file=out)
    return 0


def _tell(error: HistoryError) -> None:
    _say(error.message, 0)


def _say(sentence: str, status: int) -> int:
    # A call's name is its application's.
    print(f"call-notifier: {printable(sentence)}", file=sys.stderr)
    return status
