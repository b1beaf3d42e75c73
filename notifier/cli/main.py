"""``call-notifier``: chooses the command; without one, the tray program.

Each command is a module of this room. The tray program is another package, which the engine does
not know: it is looked up by name only here, when it is to be started.
"""

import argparse
import importlib
import logging
import os
import sys

from notifier import __version__
from notifier.cli import config, history, probe, watch
from notifier.settings.paths import Paths

__all__ = ["main"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="call-notifier",
        description="Tells you, before a call, how the call will go. "
        "Without a command it sits in the tray.",
    )
    parser.add_argument("--version", action="version", version=f"call-notifier {__version__}")
    parser.add_argument("-v", "--verbose", action="store_true", help="log to standard error")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    probe.add_arguments(commands.add_parser("probe", help="one run of the connectivity test"))
    watch.add_arguments(commands.add_parser("watch", help="run the test from time to time"))
    history.add_arguments(commands.add_parser("history", help="what the local history holds"))
    config.add_arguments(commands.add_parser("config", help="the settings and passwords"))
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run the program; returns the exit status (docs: README, "Command line")."""
    args = _parser().parse_args(argv)
    logging.basicConfig(
        level=logging.DEBUG if args.verbose else logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    paths = Paths.default()
    environ = os.environ
    match args.command:
        case "probe":
            return probe.run(args, paths, environ)
        case "watch":
            return watch.run(args, paths, environ)
        case "history":
            return history.run(args, paths)
        case "config":
            return config.run(args, paths, environ)
        case _:
            return _tray(paths)


def _tray(paths: Paths) -> int:
    why_not: str | None = importlib.import_module("ui.display").available(os.environ)
    if why_not is None:
        status: int = importlib.import_module("ui.app").run([sys.argv[0]], os.environ)
        return status
    print(f"call-notifier: {why_not} Watching without windows.", file=sys.stderr)
    return watch.run(argparse.Namespace(interval=None, json=False), paths, os.environ)
