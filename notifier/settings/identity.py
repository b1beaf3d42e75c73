"""What identifies this installation: a number for the records, a key for hashing networks.

Both are made once for each user, lie in the data directory with mode 0600 and are never sent
anywhere but as part of what they are for: the number is ``deviceId`` of each verdict, and the
key turns the name of a network into something that only this installation can recognise again.
"""

import binascii
import logging
import os
import uuid
from collections.abc import Callable
from pathlib import Path

from notifier.settings.kept import kept
from notifier.settings.paths import Paths

__all__ = ["DEVICE_ID_FILE", "NETWORK_KEY_FILE", "device_id", "network_key"]

logger = logging.getLogger(__name__)

DEVICE_ID_FILE = "device-id"
NETWORK_KEY_FILE = "network-key"

KEY_BYTES = 32
"""Length of the key: that of the hash it is used with, SHA-256."""

_ephemeral: dict[Path, str] = {}
"""What could not be stored, by file, so that it stays the same for as long as we run."""


def device_id(paths: Paths) -> str:
    """Return the UUID (version 4) of this installation and user, made at the first call.

    Where it can't be stored it lasts as long as the process; the log says so.
    """
    return _kept(paths.data_dir / DEVICE_ID_FILE, lambda: str(uuid.uuid4()), _as_uuid4)


def network_key(paths: Paths) -> bytes:
    """Return 32 random bytes of this installation and user, made at the first call.

    Where they can't be stored they last as long as the process: the networks of this session
    are then not recognised in the next one.
    """
    path = paths.data_dir / NETWORK_KEY_FILE
    return bytes.fromhex(_kept(path, lambda: os.urandom(KEY_BYTES).hex(), _as_key))


def _kept(path: Path, make: Callable[[], str], accept: Callable[[str], str | None]) -> str:
    try:
        return kept(path, make, accept)
    except OSError as error:
        if path not in _ephemeral:
            logger.warning("%s can't be kept, so it lasts until the program ends: %s", path, error)
        return _ephemeral.setdefault(path, make())


def _as_uuid4(text: str) -> str | None:
    try:
        value = uuid.UUID(text)
    except ValueError:
        return None
    return str(value) if value.version == 4 else None


def _as_key(text: str) -> str | None:
    try:
        return text if len(binascii.unhexlify(text)) == KEY_BYTES else None
    except ValueError:  # also what unhexlify raises
        return None
