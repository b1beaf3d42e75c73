"""Local sockets of Windows, which are pipes with a name, through QtNetwork.

What :mod:`ui.system.instance` uses there; elsewhere this module is not loaded.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

__all__ = ["PipeListener", "connected"]

_PART = 4_096


class _PipeChannel:
    """A connection that waits."""

    def __init__(self, pipe: QLocalSocket, limit_ms: int) -> None:
        self._pipe = pipe
        self._limit_ms = limit_ms

    def send(self, data: bytes) -> None:
        """Send all of it."""
        self._pipe.write(data)

    def receive(self) -> bytes:
        """Return what comes next; empty after the limit, or where nothing will come."""
        # What arrived together with the end of the connection is still to be read.
        if self._pipe.bytesAvailable() or self._pipe.waitForReadyRead(self._limit_ms):
            return bytes(self._pipe.readLine(_PART).data())
        return b""

    def close(self) -> None:
        """End it."""
        self._pipe.abort()


def connected(name: str, connect_ms: int, answer_ms: int) -> _PipeChannel | None:
    """Connect to whoever listens there; None where nobody does."""
    pipe = QLocalSocket()
    pipe.connectToServer(name)
    return _PipeChannel(pipe, answer_ms) if pipe.waitForConnected(connect_ms) else None


class PipeListener:
    """Waits for later starts.

    :param answered: gives the answer to what one has sent so far; None: it has not said all.
    :param idle_ms: a connection that says nothing for this long is closed.
    :raises OSError: the name can't be listened on.
    """

    def __init__(
        self,
        name: str,
        answered: Callable[[bytes], bytes | None],
        idle_ms: int,
        parent: QObject,
    ) -> None:
        self._answered = answered
        self._idle_ms = idle_ms
        self._open: list[QLocalSocket] = []
        self._server = QLocalServer(parent)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not self._server.listen(name):
            raise OSError(self._server.errorString())

    def close(self) -> None:
        """Stop listening, and end what is connected."""
        self._server.close()
        for pipe in self._open:
            pipe.abort()

    def _on_connection(self) -> None:
        while (pipe := self._server.nextPendingConnection()) is not None:
            # Kept until the program ends, one for each later start: taking Qt's object apart
            # within its own signal has crashed.
            self._open.append(pipe)
            self._serve(pipe)

    def _serve(self, pipe: QLocalSocket) -> None:
        received = bytearray()

        def read() -> None:
            received.extend(pipe.read(_PART).data())
            answer = self._answered(bytes(received))
            if answer is not None:
                received.clear()
                pipe.write(answer)
                pipe.disconnectFromServer()

        pipe.readyRead.connect(read)
        QTimer.singleShot(self._idle_ms, pipe, pipe.abort)
        if pipe.bytesAvailable():
            read()
