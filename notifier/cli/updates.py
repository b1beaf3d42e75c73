"""``call-notifier updates``: whether there is a newer version, asked now."""

import argparse
import asyncio
import json
import sys
from collections.abc import Mapping

from notifier import __version__
from notifier.cli.output import prepare_output, writing
from notifier.service.targets import without_secrets
from notifier.service.updating import ask_in_child, question_of
from notifier.settings.load import Loaded, load
from notifier.settings.paths import Paths
from notifier.updates.installed import installed_by
from notifier.updates.look import Answer
from notifier.updates.offer import Offer

__all__ = ["add_arguments", "run"]

OK = 0
UNKNOWN = 1
"""Nobody could be asked, or nobody may be."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``updates``."""
    parser.description = (
        "Asks your organisation's list of versions, or the package manager's lists on this "
        "computer. Nothing is ever installed."
    )
    parser.add_argument("--json", action="store_true", help="as one JSON object")


def run(args: argparse.Namespace, paths: Paths, environ: Mapping[str, str]) -> int:
    """Ask, and return the exit status.

    :raises OutputError: standard output takes nothing any more.
    """
    prepare_output(exact=args.json)
    loaded = load(paths, environ)
    settings, installed = loaded.settings, installed_by()
    question = question_of(settings, installed)
    if question is None:
        answer = Answer(problem=_why_not(loaded))
    else:
        answer = asyncio.run(ask_in_child(question, without_secrets(environ, settings)))
    if args.json:
        document = {
            "version": __version__,
            "installedBy": installed,
            "newer": None if answer.offer is None else _as_json(answer.offer),
            "problem": answer.problem or None,
        }
        with writing() as out:
            print(json.dumps(document, ensure_ascii=False), file=out)
    elif answer.problem:
        print(f"call-notifier: {answer.problem}", file=sys.stderr)
    else:
        with writing() as out:
            print(_sentence(answer.offer), file=out)
    return UNKNOWN if answer.problem else OK


def _why_not(loaded: Loaded) -> str:
    if loaded.settings.updates_check:
        return "there is nobody to ask: neither a feed in the settings nor a package manager"
    if loaded.locked("updates.check"):
        return "your organisation has turned off the look for newer versions"
    return "the look for newer versions is turned off in the settings (updates.check)"


def _sentence(offer: Offer | None) -> str:
    if offer is None:
        return f"Nothing newer than {__version__} is known."
    if offer.ready:
        return f"Version {offer.version} is installed: start Call Notifier anew to use it."
    if offer.source == "packages":
        return f"Version {offer.version} is available. Your package manager installs it."
    lines = [
        f"Version {offer.version} is available. Your organisation says how to get it: {offer.url}"
    ]
    if offer.summary:
        lines.append(offer.summary)
    return "\n".join(lines)


def _as_json(offer: Offer) -> dict[str, object]:
    return {
        "version": offer.version,
        "source": offer.source,
        "ready": offer.ready,
        "url": offer.url,
        "summary": offer.summary,
        "published": offer.published,
    }
