"""What is remembered of looks for newer versions, in a small file: so that each is told once."""

import logging
from pathlib import Path

import msgspec

from notifier.settings.atomic import make_private, replace_quickly
from notifier.updates.offer import Offer

__all__ = ["Kept", "read_kept", "write_kept"]

FILE = "updates.json"
"""In the folder of the state."""

_READ_LIMIT = 16 * 1024
"""Octets; the file has some hundred."""

log = logging.getLogger(__name__)


class Kept(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The file."""

    asked: str = ""
    """Who was asked: the feed's address or the kind of package. Another one knows nothing of what
    this one said."""

    looked: float | None = None
    """When it last answered; seconds since 1970."""

    offer: Offer | None = None
    seen: str = ""
    """The version whose notice the person has put away."""


def read_kept(folder: Path) -> Kept:
    """What is remembered; nothing where the file cannot be read or is damaged."""
    try:
        with (folder / FILE).open("rb") as file:
            return msgspec.json.decode(file.read(_READ_LIMIT), type=Kept)
    except FileNotFoundError:
        return Kept()
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        log.info("what was found of newer versions cannot be read: %s", error)
        return Kept()


def write_kept(folder: Path, kept: Kept) -> None:
    """Remember it, where that can be written.

    Not forced to the disk, for which windows would have to wait: what a power cut takes is found
    again by the next look.
    """
    try:
        replace_quickly(make_private(folder) / FILE, msgspec.json.encode(kept) + b"\n")
    except OSError as error:
        log.info("what was found of newer versions is not kept: %s", error)
