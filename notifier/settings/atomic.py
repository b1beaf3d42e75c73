"""Small private files, written whole or not at all.

Each is written beside its place, forced to the disk and then linked or renamed there, so that
nobody ever reads half of one, not even after a power cut; but for :func:`replace_quickly`.
"""

import contextlib
import errno
import os
import sys
import tempfile
from pathlib import Path

__all__ = ["create", "make_private", "replace", "replace_quickly"]

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
"""What file systems without hard links (FAT, some network shares) answer to ``link``."""


def make_private(directory: Path) -> Path:
    """Make a directory, with its parents, for this user alone (mode 0700); existing ones stay.

    The XDG Base Directory Specification asks for this mode.

    :raises OSError: it can't be made, or something else stands there.
    """
    if directory.is_dir():
        return directory
    if directory.parent != directory:
        make_private(directory.parent)
    directory.mkdir(mode=0o700, exist_ok=True)
    return directory


def create(path: Path, data: bytes) -> bool:
    """Write a new file with mode 0600; False where something stands there already.

    Of two processes that do this at once, exactly one gets True.

    :raises OSError: it can't be written.
    """
    make_private(path.parent)
    beside = _written_beside(path, data)
    try:
        os.link(beside, path)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return _create_without_links(path, data)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()
    _force_directory(path.parent)
    return True


def replace(path: Path, data: bytes) -> None:
    """Write a file anew. An existing one keeps its mode, a new one gets 0600.

    A symbolic link stays one: what it points to is replaced.

    :raises OSError: it can't be written; the old content is then untouched.
    """
    path = path.resolve()
    make_private(path.parent)
    beside = _written_beside(path, data)
    try:
        with contextlib.suppress(FileNotFoundError):
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    _force_directory(path.parent)


def replace_quickly(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Write a file anew, whole or not at all, without forcing it to the disk.

    For what is written every few minutes, would keep the disk awake, and may be lost by a power
    cut.

    :raises OSError: it can't be written; the old content is then untouched.
    """
    beside = _written_beside(path, data, forced=False)
    try:
        beside.chmod(mode)
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _written_beside(path: Path, data: bytes, *, forced: bool = True) -> Path:
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            if forced:
                file.flush()
                os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    return Path(name)


def _create_without_links(path: Path, data: bytes) -> bool:
    """As good as it gets without hard links: still one winner, but no longer all or nothing."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with open(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return True


def _force_directory(directory: Path) -> None:
    """Force the new name itself to the disk; not every system can."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
