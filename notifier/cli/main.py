"""``call-notifier``: chooses the command; without one, the tray program.

Each command is a module of this room. The tray program is another package, which the engine does
not know: it is looked up by name only here, when it is to be started.
"""

import argparse
import importlib
import logging
import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

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
    commands = _commands()
    args = _parser(commands).parse_args(argv)
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
    return commands[args.command].run(args, paths, environ)


def command_line() -> argparse.ArgumentParser:
    """What the program understands: also for its manual page and its completions."""
    return _parser(_commands())


class _Command(NamedTuple):
    """One word of the command line, and the module of this room behind it."""

    help: str
    add_arguments: Callable[..., None]
    """Given the command's parser; where it has commands of its own, also ``parents``, which have
    the options that each of them understands besides."""
    run: "Callable[[argparse.Namespace, Paths, Mapping[str, str]], int]"
    has_commands: bool = False


def _commands() -> dict[str, _Command]:
    """Every command, in the order of the help."""
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

    return {
        "probe": _Command("one run of the connectivity test", probe.add_arguments, probe.run),
        "watch": _Command(
            "run the test from time to time, and attend calls", watch.add_arguments, watch.run
        ),
        "history": _Command(
            "what the local history holds",
            history.add_arguments,
            lambda args, paths, _: history.run(args, paths),
        ),
        "calls": _Command(
            "what your calls were like",
            calls.add_arguments,
            lambda args, paths, _: calls.run(args, paths),
            has_commands=True,
        ),
        "config": _Command(
            "the settings and passwords", config.add_arguments, config.run, has_commands=True
        ),
        "browsers": _Command(
            "let browsers find the program",
            browsers.add_arguments,
            browsers.run,
            has_commands=True,
        ),
        "autostart": _Command(
            "start it at log-in, or not",
            autostart.add_arguments,
            lambda args, *_: autostart.run(args),
            has_commands=True,
        ),
        "updates": _Command("whether there is a newer version", updates.add_arguments, updates.run),
        "diagnostics": _Command(
            "what a help desk needs", diagnostics.add_arguments, diagnostics.run
        ),
        "erase": _Command("delete all it keeps for you", erase.add_arguments, erase.run),
    }


def _parser(commands: Mapping[str, _Command]) -> argparse.ArgumentParser:
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
    words = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, command in commands.items():
        its_own = words.add_parser(name, help=command.help, parents=[verbose])
        command.add_arguments(its_own, **({"parents": [verbose]} if command.has_commands else {}))
    return parser


def _tray(words: list[str], paths: "Paths") -> int:
    """The tray program; watching without windows where none can be shown."""
    display = importlib.import_module("ui.system.display")
    why_not: str | None = display.available(os.environ)
    if why_not is None:
        status: int = importlib.import_module("ui.app").run([sys.argv[0], *words], os.environ)
        return status
    from notifier.cli import watch

    print(f"call-notifier: {why_not} Watching without windows.", file=sys.stderr)
    require_output()  # before anything is measured that nobody could be told
    args = argparse.Namespace(command="watch", interval=None, json=False)
    return watch.run(args, paths, os.environ)
