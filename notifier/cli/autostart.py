"""``call-notifier autostart``: whether the program starts at log-in, for scripts and people."""

import argparse
import json
import sys
from collections.abc import Sequence

from notifier.autostart import Autostart, AutostartError, disable, enable, status
from notifier.cli.output import prepare_output, writing

__all__ = ["add_arguments", "run"]

OK = 0
FAILED = 1
"""It can't be changed."""

_SENTENCES = {
    (True, "user"): "On: Call Notifier starts when you log in.",
    (True, "machine"): "On: Call Notifier starts when you log in, as for everybody here.",
    (False, "machine"): "Off: it starts when others log in, but not when you do.",
    (False, "user"): "Off: there is an entry of yours, but it does not start the program.",
    (False, None): "Off: Call Notifier does not start when you log in.",
}


def add_arguments(
    parser: argparse.ArgumentParser, *, parents: Sequence[argparse.ArgumentParser] = ()
) -> None:
    """Add the sub-commands of ``autostart``.

    :param parents: have the options that each of them understands besides its own.
    """
    commands = parser.add_subparsers(dest="autostart_command", metavar="COMMAND", required=True)
    commands.add_parser("on", help="start it when you log in", parents=parents)
    commands.add_parser(
        "off", help="do not start it for you, even if it starts for everybody", parents=parents
    )
    shown = commands.add_parser("status", help="whether it starts when you log in", parents=parents)
    shown.add_argument("--json", action="store_true", help="as one JSON object")


def run(args: argparse.Namespace) -> int:
    """Do what the arguments ask for and return the exit status.

    :raises OutputError: standard output takes nothing any more.
    """
    as_json = getattr(args, "json", False)
    prepare_output(exact=as_json)
    try:
        match args.autostart_command:
            case "on":
                enable()
            case "off":
                disable()
        found = status()
    except (AutostartError, RuntimeError) as error:  # RuntimeError: there is no home
        print(f"call-notifier: {error}", file=sys.stderr)
        return FAILED
    with writing() as out:
        print(_as_json(found) if as_json else _SENTENCES[found.enabled, found.scope], file=out)
    return OK


def _as_json(found: Autostart) -> str:
    return json.dumps(
        {"enabled": found.enabled, "scope": found.scope, "changeable": found.changeable}
    )
