"""Which notification on the screen is ours: kept over a new start of the program.

A program that was killed leaves its notification behind, with its number in the daemon that shows
it. As long as the same daemon runs, the next start can replace it, or take it away.
"""

import logging
from pathlib import Path

import msgspec

from notifier.settings.atomic import replace

__all__ = ["Slot", "forget", "keep", "kept"]

logger = logging.getLogger(__name__)


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A notification that is on the screen."""

    daemon: str
    """The bus's identifier and the daemon's unique name on it: no other daemon has both."""

    number: int
    tag: str
    """What it says: :attr:`ui.notifications.message.Message.tag`."""


def kept(file: Path) -> Slot | None:
    """What was kept last; None where there is nothing, or nothing to be read."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Slot)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError) as error:
        logger.info("Not known which notification was shown last: %s", error)
        return None


def keep(file: Path, slot: Slot) -> None:
    """Keep it; where that fails, the next start shows one more."""
    try:
        replace(file, msgspec.json.encode(slot))
    except OSError as error:
        logger.info("The notification that is shown is not kept: %s", error)


def forget(file: Path) -> None:
    """There is none on the screen any more."""
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        logger.info("The notification that was shown is not forgotten: %s", error)
