"""``call-notifier diagnostics FILE.zip``: what a help desk needs, listed before it is written."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from notifier.cli.output import printable
from notifier.settings.paths import Paths

if TYPE_CHECKING:
    from notifier.diagnostics.collect import Piece

__all__ = ["add_arguments", "run"]

OK = 0
FAILED = 1
"""It can't be written, or the person said no."""

WRONG = 2
"""Wrong usage: the file's name, or there is such a file already."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``diagnostics`` understands."""
    parser.add_argument("file", metavar="FILE.zip", type=Path, help="the archive to be written")
    parser.add_argument(
        "--addresses",
        action="store_true",
        help="leave IP addresses in it, which are replaced otherwise",
    )
    parser.add_argument("--yes", action="store_true", help="write it without asking first")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")


def run(args: argparse.Namespace, paths: Paths, environ: Mapping[str, str]) -> int:
    """Collect, list, ask where somebody can answer, and write.

    :returns: the exit status: 0 written, 1 not, 2 wrong usage.
    """
    # Here, since it knows every room: the other commands do without.
    from notifier.diagnostics.bundle import BundleError, about, write
    from notifier.diagnostics.collect import collect
    from notifier.diagnostics.part import Asked

    target: Path = args.file
    if target.suffix.lower() != ".zip":
        return _say(f"{target} does not end with .zip", WRONG)
    if target.exists() and not args.force:
        return _say(f"there is a file {target} already; --force writes over it", WRONG)
    pieces = collect(Asked(paths, environ, addresses=args.addresses))
    pieces.insert(0, about(pieces, addresses=args.addresses))
    _list(target, pieces, addresses=args.addresses)
    if not args.yes and sys.stdin.isatty() and not _agreed():
        return _say("nothing was written", FAILED)
    try:
        write(target, [(each.name, each.text) for each in pieces], replacing=args.force)
    except BundleError as error:
        return _say(str(error.message), WRONG if error.exists else FAILED)
    _tell(f"Wrote {target}: look at it before you send it.")
    return OK


def _list(target: Path, pieces: "list[Piece]", *, addresses: bool) -> None:
    _tell(f"{target} will hold:")
    for piece in pieces:
        _tell(f"  {piece.name:<16} {piece.size:>8} bytes  {piece.says}")
    kept = "are in it" if addresses else "are replaced by numbers (--addresses keeps them)"
    _tell(f"Passwords, tokens and names are taken out; IP addresses {kept}.")


def _agreed() -> bool:
    sys.stderr.write("Write it? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def _tell(text: str) -> None:
    print(printable(text), file=sys.stderr)


def _say(message: str, status: int) -> int:
    _tell(f"call-notifier: {message}")
    return status
