"""One tray program per user and session: a second start raises the first one's window.

A local socket that only its user can open; one JSON object a line each way, with the protocol's
version. The second start connects first; where nobody answers it becomes the first. A lock file
held from the attempt to the listening keeps two simultaneous starts from both becoming first.

Windows' local sockets are pipes with a name, which QtNetwork knows how to use. Elsewhere the
system's own sockets do, and QtNetwork, which would stay for them with 3 MB, is not loaded.
"""

import errno
import getpass
import hashlib
import logging
import os
import socket
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QLockFile, QObject, QSocketNotifier, QTimer, Signal

__all__ = ["ANSWER_LIMIT_MS", "Claim", "InstanceError", "Server", "address", "claim"]

logger = logging.getLogger(__name__)

CONNECT_LIMIT_MS = 1_000
"""A local socket that somebody listens on accepts at once."""

ANSWER_LIMIT_MS = 5_000
"""How long the first instance may take to answer before it counts as hanging: its windows share
a thread with its socket, and a loaded machine can hold that up for a while."""

LOCK_LIMIT_MS = 8_000
"""How long another start may take between asking and listening."""

IDLE_LIMIT_MS = 5_000
"""A connection that says nothing for this long is closed."""

LINE_LIMIT = 4_096
"""Bytes in one message; there is no use for more."""

_PATH_LIMIT = 100
"""A Unix socket's path has 107 bytes at most, and Qt adds a few while it binds."""


class InstanceError(Exception):
    """The first instance is there but can't be talked to; the message is one sentence."""


def address(runtime_dir: Path, environ: Mapping[str, str]) -> str:
    """Return the socket's path (Windows: the pipe's name) for this user and session.

    Two sessions of one user (another seat, another remote desktop) have a tray each, so that the
    display is part of the name.
    """
    session = (
        environ.get("WAYLAND_DISPLAY")
        or environ.get("DISPLAY", "").partition(".")[0]
        or environ.get("SESSIONNAME", "")
    )
    digest = hashlib.sha256(f"{getpass.getuser()}\0{session}".encode()).hexdigest()[:12]
    name = f"call-notifier-{digest}"
    if sys.platform == "win32":
        return name
    path = runtime_dir / f"{name}.sock"
    if len(os.fsencode(path)) > _PATH_LIMIT:
        # A private folder with a short path, named by the long one.
        where = hashlib.sha256(os.fsencode(runtime_dir)).hexdigest()[:8]
        path = Path(f"/tmp/call-notifier-{os.getuid()}-{where}") / f"{digest}.sock"  # noqa: S108
    return str(path)


def claim(name: str, *, raise_window: bool = True) -> "Claim | None":
    """Become the first instance, or raise the first one's window.

    Works before a QApplication exists; blocks for ``ANSWER_LIMIT_MS`` at most in the usual case.

    :param raise_window: False leaves the first one's window alone: nobody asked for it.
    :returns: a claim to be handed to :class:`Server`; None where there is another instance, and
        this start is done.
    :raises InstanceError: another instance is there but does not answer.
    """
    try:
        _prepare_folder(name)
    except OSError as error:
        # No reason to stay away: only the second start won't be noticed.
        logger.warning("A second start won't find this one: %s", error)
        return Claim(name, None)
    lock = _lock(name)
    channel = _connected(name)
    if channel is None:
        return Claim(name, lock)
    try:
        if raise_window:
            _ask(channel)
    finally:
        channel.close()
        lock.unlock()
    return None


class Channel(Protocol):
    """A connection of a later start to the first instance, which waits."""

    def send(self, data: bytes) -> None:
        """Send all of it."""

    def receive(self) -> bytes:
        """Return what comes next; empty after :data:`ANSWER_LIMIT_MS`, or where nothing will."""

    def close(self) -> None:
        """End it."""


class _UnixChannel:
    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def send(self, data: bytes) -> None:
        with suppress(OSError):  # then nothing is received either
            self._connection.sendall(data)

    def receive(self) -> bytes:
        self._connection.settimeout(ANSWER_LIMIT_MS / 1000)
        try:
            return self._connection.recv(LINE_LIMIT)
        except OSError:
            return b""

    def close(self) -> None:
        self._connection.close()


def _connected(name: str) -> Channel | None:
    """A connection to whoever listens there; None where nobody does."""
    if sys.platform == "win32":
        from ui.system import named_pipe

        return named_pipe.connected(name, CONNECT_LIMIT_MS, ANSWER_LIMIT_MS)
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(CONNECT_LIMIT_MS / 1000)
    try:
        connection.connect(name)
    except OSError:
        connection.close()
        return None
    return _UnixChannel(connection)


def _prepare_folder(name: str) -> None:
    if sys.platform == "win32":
        return
    folder = Path(name).parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_uid != os.getuid() or not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def _lock(name: str) -> QLockFile:
    if sys.platform == "win32":
        name = str(Path(os.environ.get("TEMP", ".")) / name)
    lock = QLockFile(f"{name}.lock")
    # Held for a moment only: one that is older was left by a start that was killed.
    lock.setStaleLockTime(LOCK_LIMIT_MS)
    if not lock.tryLock(LOCK_LIMIT_MS):
        raise InstanceError("Another start of Call Notifier has not come to an end.")
    return lock


def _ask(channel: Channel) -> None:
    # Here, and below: most starts find nobody, and nobody asks them.
    from ui.system import instance_messages as messages

    channel.send(messages.line(messages.Request(messages.VERSION, "raise")))
    line = b""
    while not line.endswith(b"\n"):
        part = channel.receive()
        if len(line) > LINE_LIMIT or not part:
            raise InstanceError(
                f"Call Notifier is already running, but did not answer "
                f"within {ANSWER_LIMIT_MS // 1000} seconds."
            )
        line += part
    try:
        answer = messages.read_answer(line)
    except ValueError as error:
        raise InstanceError(
            "Call Notifier is already running, but its answer makes no sense."
        ) from error
    if not answer.ok:
        raise InstanceError(f"Call Notifier is already running, but says: {answer.error}.")


class Claim:
    """The right to be the first instance, until :class:`Server` listens."""

    def __init__(self, name: str, lock: QLockFile | None) -> None:
        self.name = name
        self._lock = lock

    @property
    def listenable(self) -> bool:
        """Whether a socket can be made at all."""
        return self._lock is not None

    def release(self) -> None:
        """Let other starts go on."""
        if self._lock is not None:
            self._lock.unlock()


class Server(QObject):
    """Listens for later starts. Needs a running Qt application."""

    raise_wanted = Signal()

    def __init__(self, claim: Claim, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener: Listener | None = None
        if not claim.listenable:
            return
        try:
            self._listener = self._listen(claim.name)
        except OSError as error:
            logger.warning("A second start won't find this one: %s: %s", claim.name, error)
        claim.release()

    def close(self) -> None:
        """Stop listening and remove the socket."""
        if self._listener is not None:
            self._listener.close()

    def _listen(self, name: str) -> "Listener":
        if sys.platform == "win32":
            from ui.system import named_pipe

            return named_pipe.PipeListener(name, self.answered, IDLE_LIMIT_MS, self)
        return _UnixListener(name, self)

    def answered(self, received: bytes) -> bytes | None:
        """The answer to what a later start has sent so far; None: it has not said all yet."""
        from ui.system import instance_messages as messages

        if b"\n" in received:
            error = self._obey(received.partition(b"\n")[0])
        elif len(received) >= LINE_LIMIT:
            error = "the message is too long"
        else:
            return None
        return messages.line(messages.Answer(messages.VERSION, ok=error is None, error=error))

    def _obey(self, line: bytes) -> str | None:
        """Do what is asked; returns why not, where that is so."""
        from ui.system import instance_messages as messages

        try:
            request = messages.read_request(line)
        except ValueError as error:
            return str(error)
        if request.version != messages.VERSION:
            return f"version {messages.VERSION} is spoken here"
        if request.command != "raise":
            return "this command is unknown"
        self.raise_wanted.emit()
        return None


class Listener(Protocol):
    """What waits for later starts."""

    def close(self) -> None:
        """Stop listening, remove the socket, and end what is connected."""


class _UnixListener:
    def __init__(self, name: str, server: Server) -> None:
        self._name = name
        self._server = server
        self._open: set[_Connection] = set()
        # Nobody answered on it while we held the lock: what is left there is stale.
        Path(name).unlink(missing_ok=True)
        self._socket = socket.socket(socket.AF_UNIX)
        try:
            self._socket.setblocking(False)
            # Between binding and chmod the folder (0700) keeps others out.
            self._socket.bind(name)
            Path(name).chmod(0o700)
            self._socket.listen()
        except OSError:
            self._socket.close()
            raise
        self._notifier = _readable(self._socket, server)
        self._notifier.activated.connect(self._on_connection)

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._socket.close()
        Path(self._name).unlink(missing_ok=True)
        for connection in tuple(self._open):
            connection.close()

    def _on_connection(self) -> None:
        try:
            connection, _ = self._socket.accept()
        except OSError:  # it has gone again
            return
        self._open.add(_Connection(connection, self._server, self._open.discard))


class _Connection(QObject):
    """One later start: a line in, a line out."""

    def __init__(
        self,
        connection: socket.socket,
        server: Server,
        on_end: "Callable[[_Connection], None]",
    ) -> None:
        super().__init__(server)
        self._socket = connection
        self._socket.setblocking(False)
        self._server = server
        self._on_end = on_end
        self._received = b""
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.close)
        self._idle.start(IDLE_LIMIT_MS)
        self._notifier = _readable(connection, self)
        self._notifier.activated.connect(self._on_data)

    def close(self) -> None:
        """End it, answered or not."""
        self._idle.stop()
        self._notifier.setEnabled(False)
        self._socket.close()
        self._on_end(self)
        self.deleteLater()

    def _on_data(self) -> None:
        try:
            part = self._socket.recv(LINE_LIMIT)
        except BlockingIOError:
            return
        except OSError:
            part = b""
        self._received += part
        answer = self._server.answered(self._received) if part else b""
        if answer is None:
            return
        with suppress(OSError):  # a line fits into the socket's buffer; who has gone needs none
            self._socket.sendall(answer)
        self.close()


def _readable(watched: socket.socket, parent: QObject) -> QSocketNotifier:
    return QSocketNotifier(watched.fileno(), QSocketNotifier.Type.Read, parent)
