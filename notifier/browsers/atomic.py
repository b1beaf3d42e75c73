"""Small public files, written whole or not at all: browsers may read them at any moment."""

import contextlib
import os
import tempfile
from pathlib import Path

__all__ = ["write"]


def write(path: Path, data: bytes, *, mode: int) -> None:
    """Write a file in place of what stands there; missing folders are made.

    :raises OSError: it can't be written; what stood there still does.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
