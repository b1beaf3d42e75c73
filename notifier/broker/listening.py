"""The socket that the service answers on: systemd's, or one of its own in a folder of root's."""

import contextlib
import os
import socket
import stat
from collections.abc import MutableMapping
from pathlib import Path

__all__ = ["BACKLOG", "ListenError", "bound", "handed_over"]

BACKLOG = 128
"""Clients that wait to be let in."""

_FIRST_HANDED_OVER = 3
"""SD_LISTEN_FDS_START of sd_listen_fds(3)."""


class ListenError(Exception):
    """There is nothing to listen on; the message is one sentence."""


def handed_over(environ: MutableMapping[str, str]) -> socket.socket | None:
    """Take the socket that systemd has opened (sd_listen_fds(3)); None where it has not.

    :param environ: the variables that say so are taken out of it.
    :raises ListenError: what was handed over is no listening Unix socket.
    """
    count, process = environ.pop("LISTEN_FDS", None), environ.pop("LISTEN_PID", None)
    environ.pop("LISTEN_FDNAMES", None)
    if count is None or process != str(os.getpid()):
        return None
    if count != "1":
        raise ListenError("systemd has to hand over one socket.")
    try:
        listener = socket.socket(fileno=_FIRST_HANDED_OVER)
        usual = (listener.family, listener.type) == (socket.AF_UNIX, socket.SOCK_STREAM)
        usual = usual and bool(listener.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
    except OSError as error:
        raise ListenError(f"what systemd has handed over is no socket: {error}.") from error
    if not usual:
        listener.detach()
        raise ListenError("what systemd has handed over is no listening Unix socket.")
    listener.set_inheritable(False)
    return listener


def bound(path: Path, *, owner: int) -> socket.socket:
    """Listen at a path that every user may connect to.

    The folder is made where there is none, and has to be one that only ``owner`` can write to:
    clients believe whoever listens there.

    :raises ListenError: that can't be done, or another process does it.
    """
    try:
        with contextlib.suppress(FileExistsError):
            path.parent.mkdir(mode=0o755)
            path.parent.chmod(0o755)  # whatever the umask
        facts = path.parent.lstat()
        if not stat.S_ISDIR(facts.st_mode) or facts.st_uid != owner or facts.st_mode & 0o022:
            raise ListenError(f"others than its owner can write to {path.parent}.")
        if _is_served(path):
            raise ListenError(f"another process listens at {path}.")
        path.unlink(missing_ok=True)
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            listener.bind(str(path))
            path.chmod(0o666)
            listener.listen(BACKLOG)
        except OSError:
            listener.close()
            raise
    except OSError as error:
        raise ListenError(f"{path} can't be used: {error.strerror or error}.") from error
    return listener


def _is_served(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.setblocking(False)
        try:
            client.connect(str(path))
        except (FileNotFoundError, ConnectionRefusedError):
            return False
        except BlockingIOError:  # its queue is full
            return True
    return True
