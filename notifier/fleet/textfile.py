"""The file for node_exporter's textfile collector: written while the program runs, gone after it.

node_exporter shows what lies there for ever. So the file is removed when the program ends; one that
was killed leaves it, and ``node_textfile_mtime_seconds`` says how old it is. Its name recognises
this installation, that the next start finds it again, and tells nobody whose it is.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from notifier.fleet.exposition import exposition
from notifier.fleet.tally import Tally
from notifier.settings.atomic import replace_quickly

__all__ = ["file_in", "remove", "write"]

READABLE = 0o644
"""Mode: node_exporter is another user."""


def file_in(folder: Path, device_id: str) -> Path:
    """The file of this installation."""
    return folder / f"call-notifier-{hashlib.sha256(device_id.encode()).hexdigest()[:12]}.prom"


def write(
    file: Path, tally: Tally, resource: Mapping[str, str], installed: str, now: float
) -> None:
    """Write everything as it is now.

    :raises OSError: the folder is not there, or not ours to write to.
    """
    text = exposition(tally, resource, installed, now)
    replace_quickly(file, text.encode(), mode=READABLE)


def remove(file: Path) -> None:
    """The program ends.

    :raises OSError: it cannot be removed.
    """
    file.unlink(missing_ok=True)
