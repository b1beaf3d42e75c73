"""``call-notifier``: chooses the command; without one, the tray program.

Each command is a module of this room. The tray program is another package, which the engine does
not know: it is looked up by name only here, when it is to be started.
"""

import argparse
import importlib
import logging
import os
import sys
from typing import TYPE_CHECKING

from notifier import __version__
from notifier.cli.output import (
    OutputError,
    discard_output,
    flush_output,
    mend_streams,
    require_output,
)

if TYPE_CHECKING:
    from notifier.settings.paths import Paths

__all__ = ["command_line", "main"]

_LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def main(argv: list[str] | None = None) -> int:
    """Run the program; returns the exit status (docs: README, "Command line")."""
    mend_streams()
    try:
        try:
            return _command(argv)
        finally:
            flush_output()  # also what argparse has printed
    except OutputError as error:
        discard_output()
        if error.reader_gone:
            return 0
        print(f"call-notifier: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("call-notifier: cancelled", file=sys.stderr)
        return 1


_BACKGROUND = "--background"


def _command(argv: list[str] | None) -> int:
    # Here, because it takes long enough for a person to think again and press Ctrl-C.
    from notifier.settings.paths import Paths

    paths = Paths.default()
    words = sys.argv[1:] if argv is None else argv
    if not words or words == [_BACKGROUND]:
        # At each log-in: none of the commands is loaded for it, which takes a tenth of a second.
        logging.basicConfig(level=logging.WARNING, format=_LOG_FORMAT)
        return _tray(words, paths)
    from notifier.cli import (
        autostart,
        browsers,
        calls,
        config,
        diagnostics,
        erase,
        history,
        probe,
        updates,
        watch,
    )

    args = command_line().parse_args(argv)
    logging.basicConfig(
        level=logging.DEBUG if getattr(args, "verbose", False) else logging.WARNING,
        format=_LOG_FORMAT,
    )
    from notifier.journal.keeping import TALKATIVE

    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    environ = os.environ
    if args.command is None:
        return _tray([_BACKGROUND] if args.background else [], paths)
    require_output()  # before anything is measured that nobody could be told
    match args.command:
        case "probe":
            return probe.run(args, paths, environ)
        case "watch":
            return watch.run(args, paths, environ)
        case "history":
            return history.run(args, paths)
        case "calls":
            return calls.run(args, paths)
        case "browsers":
            return browsers.run(args, paths, environ)
        case "autostart":
            return autostart.run(args)
        case "updates":
            return updates.run(args, paths, environ)
        case "diagnostics":
            return diagnostics.run(args, paths, environ)
        case "erase":
            return erase.run(args, paths, environ)
        case _:
            return config.run(args, paths, environ)


def command_line() -> argparse.ArgumentParser:
    """What the program understands: also for its manual page and its completions."""
    from notifier.cli import (
        autostart,
        browsers,
        calls,
        config,
        diagnostics,
        erase,
        history,
        probe,
        updates,
        watch,
    )

    verbose = argparse.ArgumentParser(add_help=False)
    # Without a default: the command's own parser must not take back what stood before it.
    verbose.add_argument(
        *("-v", "--verbose"),
        action="store_true",
        default=argparse.SUPPRESS,
        help="log to standard error",
    )
    parser = argparse.ArgumentParser(
        prog="call-notifier",
        description="Tells you, before a call, how the call will go. "
        "Without a command it sits in the tray.",
        parents=[verbose],
    )
    parser.add_argument("--version", action="version", version=f"call-notifier {__version__}")
    parser.add_argument(
        _BACKGROUND,
        action="store_true",
        help="without a command: show no window (for what starts the program at log-in)",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, what, add_arguments in (
        ("probe", "one run of the connectivity test", probe.add_arguments),
        ("watch", "run the test from time to time, and attend calls", watch.add_arguments),
        ("history", "what the local history holds", history.add_arguments),
    ):
        add_arguments(commands.add_parser(name, help=what, parents=[verbose]))
    calls.add_arguments(
        commands.add_parser("calls", help="what your calls were like", parents=[verbose]),
        parents=[verbose],
    )
    config.add_arguments(
        commands.add_parser("config", help="the settings and passwords", parents=[verbose]),
        parents=[verbose],
    )
    browsers.add_arguments(
        commands.add_parser("browsers", help="let browsers find the program", parents=[verbose]),
        parents=[verbose],
    )
    autostart.add_arguments(
        commands.add_parser("autostart", help="start it at log-in, or not", parents=[verbose]),
        parents=[verbose],
    )
    updates.add_arguments(
        commands.add_parser("updates", help="whether there is a newer version", parents=[verbose])
    )
    diagnostics.add_arguments(
        commands.add_parser("diagnostics", help="what a help desk needs", parents=[verbose])
    )
    erase.add_arguments(
        commands.add_parser("erase", help="delete all it keeps for you", parents=[verbose])
    )
    return parser


def _tray(words: list[str], paths: "Paths") -> int:
    """The tray program; watching without windows where none can be shown."""
    display = importlib.import_module("ui.display")
    why_not: str | None = display.available(os.environ)
    if why_not is None:
        status: int = importlib.import_module("ui.app").run([sys.argv[0], *words], os.environ)
        return status
    from notifier.cli import watch

    print(f"call-notifier: {why_not} Watching without windows.", file=sys.stderr)
    require_output()  # before anything is measured that nobody could be told
    args = argparse.Namespace(command="watch", interval=None, json=False)
    return watch.run(args, paths, os.environ)
