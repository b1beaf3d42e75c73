"""``--since`` and ``--limit``: which rows of the history a command is about."""

import argparse
import time

from notifier.history.since import parse_since

__all__ = ["add_arguments", "since_of"]


def add_arguments(parser: argparse.ArgumentParser, what: str) -> None:
    """Declare both.

    :param what: there are, in the plural.
    """
    parser.add_argument(
        "--since",
        metavar="WHEN",
        help=f"only {what} from then on: 2h, 3d, 1w, 2026-11-21 or 2026-11-21T08:30 (local time)",
    )
    parser.add_argument(
        "--limit", metavar="N", type=_positive, help=f"only the newest N of these {what}"
    )


def since_of(args: argparse.Namespace) -> float | None:
    """The beginning of the period, milliseconds since 1970; None where all are meant.

    :raises SinceError: the text is no moment.
    """
    return None if args.since is None else parse_since(args.since, now=time.time() * 1000)


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 9 or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 on")
    return int(text)
