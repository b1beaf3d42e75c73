"""One tray program per user and session: a second start raises the first one's window.

A local socket that only its user can open; one JSON object a line each way, with the protocol's
version. The second start connects first; where nobody answers it becomes the first. A lock file
held from the attempt to the listening keeps two simultaneous starts from both becoming first.
"""

import errno
import getpass
import hashlib
import logging
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec
from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

__all__ = ["ANSWER_LIMIT_MS", "Claim", "InstanceError", "Server", "address", "claim"]

logger = logging.getLogger(__name__)

VERSION = 1

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


class _Request(msgspec.Struct, frozen=True):
    version: int
    command: str


class _Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    version: int
    ok: bool
    error: str | None = None


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
        path = Path(f"/tmp/call-notifier-{os.getuid()}-{where}") / "tray.sock"  # noqa: S108
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
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(CONNECT_LIMIT_MS):
        return Claim(name, lock)
    try:
        if raise_window:
            _ask(socket)
    finally:
        socket.abort()
        lock.unlock()
    return None


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


def _ask(socket: QLocalSocket) -> None:
    socket.write(msgspec.json.encode(_Request(VERSION, "raise")) + b"\n")
    line = b""
    while not line.endswith(b"\n"):
        # What arrived together with the end of the connection is still to be read.
        there = socket.bytesAvailable() or socket.waitForReadyRead(ANSWER_LIMIT_MS)
        if len(line) > LINE_LIMIT or not there:
            raise InstanceError(
                f"Call Notifier is already running, but did not answer "
                f"within {ANSWER_LIMIT_MS // 1000} seconds."
            )
        line += bytes(socket.readLine(LINE_LIMIT).data())
    try:
        answer = msgspec.json.decode(line, type=_Answer)
    except msgspec.DecodeError as error:
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
        # Held here: Qt's own parents don't keep Python's part of a socket from being collected.
        self._open: set[_Connection] = set()
        self._server = QLocalServer(self)
        # 0700 by hand below, and not UserAccessOption, which on Unix listens on a second name and
        # renames it, so that an address in use goes unnoticed. WORKAROUND for QTBUG-48635.
        if sys.platform == "win32":
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not claim.listenable:
            return
        # Nobody answered on it while we held the lock: what is left there is stale.
        QLocalServer.removeServer(claim.name)
        # Between listening and chmod the folder (0700) keeps others out.
        if self._server.listen(claim.name):
            if sys.platform != "win32":
                Path(claim.name).chmod(0o700)
        else:
            logger.warning(
                "A second start won't find this one: %s: %s",
                claim.name,
                self._server.errorString(),
            )
        claim.release()

    def close(self) -> None:
        """Stop listening and remove the socket."""
        self._server.close()
        for connection in tuple(self._open):
            connection.give_up()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._open.add(_Connection(socket, self))


class _Connection(QObject):
    """One later start: a line in, a line out."""

    def __init__(self, socket: QLocalSocket, server: Server) -> None:
        super().__init__(server)
        self._socket = socket
        self._server = server
        self._line = b""
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.give_up)
        socket.readyRead.connect(self._on_data)
        socket.disconnected.connect(self._on_end)
        self._idle.start(IDLE_LIMIT_MS)
        if socket.bytesAvailable():
            self._on_data()

    def give_up(self) -> None:
        """Close it without an answer."""
        self._socket.abort()

    def _on_end(self) -> None:
        # Kept until the server goes, one for each later start: taking Qt's object apart within
        # its own signal has crashed.
        self._idle.stop()

    def _on_data(self) -> None:
        self._line += bytes(self._socket.read(LINE_LIMIT).data())
        if b"\n" not in self._line:
            if len(self._line) >= LINE_LIMIT:
                self._answer(_Answer(VERSION, ok=False, error="the message is too long"))
            return
        self._answer(self._obey(self._line.partition(b"\n")[0]))

    def _obey(self, line: bytes) -> _Answer:
        try:
            request = msgspec.json.decode(line, type=_Request)
        except msgspec.DecodeError as error:
            return _Answer(VERSION, ok=False, error=str(error))
        if request.version != VERSION:
            return _Answer(VERSION, ok=False, error=f"version {VERSION} is spoken here")
        if request.command != "raise":
            return _Answer(VERSION, ok=False, error="this command is unknown")
        self._server.raise_wanted.emit()
        return _Answer(VERSION, ok=True)

    def _answer(self, answer: _Answer) -> None:
        self._line = b""
        self._socket.write(msgspec.json.encode(answer) + b"\n")
        self._socket.disconnectFromServer()
