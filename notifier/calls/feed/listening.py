"""The feed's Unix socket: its folder, who serves it, and what one that crashed has left behind.

The folder (mode 0700, ours) keeps other people out; so does the socket's own mode (0600), and on
Linux the kernel says who connects. Whoever serves the socket holds a lock beside it, so that of two
that start at once one does. The lock goes with its process, however that ends, and what socket is
then left is a stale one.
"""

import contextlib
import errno
import os
import socket
import stat
import struct
import sys
from dataclasses import dataclass

from notifier.calls.address import wrong_folder
from notifier.sentence import sentence

__all__ = ["FeedError", "FeedTaken", "Place", "is_this_user", "take_place"]

_BACKLOG = 32

_LONGEST_PATH = 103 if sys.platform == "darwin" else 107
"""Bytes of a socket's path; unix(7)."""


class FeedError(OSError):
    """The feed can't be served; the message is one sentence."""


class FeedTaken(FeedError):
    """Another program of this user serves it."""


@dataclass(slots=True)
class Place:
    """A socket that listens, and the right to it."""

    path: str
    listener: socket.socket
    lock: int
    identity: tuple[int, int, int]
    """Of the socket's file: by it, ours is known again."""

    def leave(self) -> None:
        """Remove the socket and give the lock back; closing the listener is the loop's.

        Twice is harmless.
        """
        if self.lock < 0:
            return
        with contextlib.suppress(OSError):
            if _identity(self.path) == self.identity:
                os.unlink(self.path)
        os.close(self.lock)
        self.lock = -1


def take_place(path: str) -> Place:
    """Listen at a path, in a folder that is made where it is missing.

    :raises FeedError: the folder is not this user's alone, the path is too long or not a socket's,
        or another process serves it.
    """
    if len(os.fsencode(path)) > _LONGEST_PATH:
        raise FeedError(
            sentence("The path {path} is too long for a socket; set XDG_RUNTIME_DIR.", path=path)
        )
    folder = os.path.dirname(path)
    try:
        _make_private(folder)
    except OSError as error:
        raise FeedError(
            sentence("{folder} can't be made: {reason}.", folder=folder, reason=_why(error))
        ) from error
    wrong = wrong_folder(path)
    if wrong:
        raise FeedError(wrong)
    lock = _locked(f"{path}.lock")
    try:
        _clear(path)
        listener, identity = _listen(path)
    except BaseException as error:
        os.close(lock)
        if isinstance(error, FeedError) or not isinstance(error, OSError):
            raise
        raise _not_used(path, error) from error
    return Place(path, listener, lock, identity)


def is_this_user(peer: socket.socket) -> bool:
    """Whether a process of this user connected to the Unix socket; where the kernel does not say,
    it is believed: the modes of folder and socket have let it in."""
    if sys.platform != "linux" or peer.family != socket.AF_UNIX:
        return True
    credentials = peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    _pid, uid, _gid = struct.unpack("3i", credentials)
    return bool(uid == os.geteuid())


def _not_used(path: str, error: OSError) -> FeedError:
    return FeedError(sentence("{file} can't be used: {reason}.", file=path, reason=_why(error)))


def _why(error: OSError) -> str:
    return error.strerror or str(error)


def _make_private(folder: str) -> None:
    if not os.path.lexists(folder):
        parent = os.path.dirname(folder)
        if parent != folder:
            _make_private(parent)
        with contextlib.suppress(FileExistsError):
            os.mkdir(folder, 0o700)


def _locked(path: str) -> int:
    if sys.platform == "win32":
        raise FeedError(sentence("Windows has named pipes for this."))
    import fcntl

    try:
        lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise _not_used(path, error) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(lock)
        if error.errno not in (errno.EAGAIN, errno.EACCES):
            raise FeedError(
                sentence("{file} can't be locked: {reason}.", file=path, reason=_why(error))
            ) from error
        raise FeedTaken(
            sentence("Another program of yours takes reports of calls already.")
        ) from None
    return lock


def _clear(path: str) -> None:
    """Remove a socket that nobody serves.

    :raises FeedError: somebody does, lock or no lock, or it is no socket.
    """
    try:
        facts = os.lstat(path)
    except FileNotFoundError:
        return
    if not stat.S_ISSOCK(facts.st_mode):
        raise FeedError(sentence("{file} is in the way: it is no socket.", file=path))
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.setblocking(False)
        answer = probe.connect_ex(path)
    if answer not in (errno.ECONNREFUSED, errno.ENOENT):
        # EAGAIN among them: its queue is full, so there is one.
        raise FeedTaken(sentence("Another program of yours takes reports of calls already."))
    os.unlink(path)


def _listen(path: str) -> tuple[socket.socket, tuple[int, int, int]]:
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        listener.setblocking(False)
        listener.bind(path)
        # Between these two lines the folder alone keeps others out.
        os.chmod(path, 0o600)
        listener.listen(_BACKLOG)
        identity = _identity(path)
    except BaseException:
        listener.close()
        raise
    return listener, identity


def _identity(path: str) -> tuple[int, int, int]:
    facts = os.lstat(path)
    # A file system may give the number of a file that is gone to the next one.
    return facts.st_dev, facts.st_ino, facts.st_ctime_ns
