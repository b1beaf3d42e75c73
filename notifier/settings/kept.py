"""A value in a small private file: made once, read again, made anew where it is damaged."""

import logging
from collections.abc import Callable
from pathlib import Path

from notifier.settings.atomic import create, make_private, replace

__all__ = ["kept"]

logger = logging.getLogger(__name__)

REPAIR_LIMIT_S = 5.0
"""How long one process waits while another repairs the same damaged file."""

_READ_LIMIT = 256
"""Bytes; these files are far shorter, and a damaged one may be anything."""


def kept(path: Path, make: Callable[[], str], accept: Callable[[str], str | None]) -> str:
    """Return the value; of several processes that make it at once, one does, and all agree.

    :param make: gives a new value, ASCII on one line.
    :param accept: gives the value back as it is used, or None where it is damaged.
    :raises OSError: it can't be read or written.
    """
    found = _read(path, accept)
    if found is None and not path.exists() and create(path, f"{make()}\n".encode()):
        logger.info("%s made", path)
    # Read back in any case: another process may have been first.
    return found or _read(path, accept) or _repaired(path, make, accept)


def _read(path: Path, accept: Callable[[str], str | None]) -> str | None:
    try:
        with path.open("rb") as file:
            data = file.read(_READ_LIMIT)
    except FileNotFoundError:
        return None
    return accept(data.decode("ascii", "replace").strip())


def _repaired(path: Path, make: Callable[[], str], accept: Callable[[str], str | None]) -> str:
    """Replace a damaged value; of several processes that see the damage, one does it."""
    from filelock import FileLock  # only here: it takes longer to import than all the rest

    make_private(path.parent)
    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=REPAIR_LIMIT_S, mode=0o600)
    try:
        with lock:
            found = _read(path, accept)
            if found is None:
                found = make()
                replace(path, f"{found}\n".encode())
                logger.warning("%s was damaged; a new one was made", path)
            return found
    except NotImplementedError as error:  # filelock's, not the system's
        raise OSError(f"{path} can't be repaired: there are no locks on this disk") from error
