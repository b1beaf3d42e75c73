"""Commands and answers as JSON objects with an ``id``: how Chromium and Firefox are driven.

Chromium speaks its DevTools protocol over a pair of pipes, Firefox WebDriver BiDi over a WebSocket
(RFC 6455); what goes over either is the same: ``{id, method, params}``, an answer with the same
``id``, and events without one.
"""

import base64
import contextlib
import json
import os
import socket
import struct
import threading
from collections.abc import Callable
from typing import Any, BinaryIO, Protocol

__all__ = ["LIMIT", "Pipe", "Remote", "RemoteError", "WebSocket", "Wire"]

LIMIT = 60.0
"""Seconds for one command: only ever reached by a test that fails."""


class RemoteError(Exception):
    """The browser refused a command, or did not answer."""


class Wire(Protocol):
    """Carries texts both ways."""

    def send(self, text: str) -> None:
        """Send one."""

    def receive(self) -> str | None:
        """Wait for one; None once nothing comes any more."""

    def close(self) -> None:
        """End it; ``receive`` returns None then."""


class Pipe:
    """Texts with a zero byte behind each (``--remote-debugging-pipe``)."""

    def __init__(self, reader: int, writer: int) -> None:
        self._reader: BinaryIO = os.fdopen(reader, "rb", buffering=0)
        self._writer: BinaryIO = os.fdopen(writer, "wb", buffering=0)
        self._rest = b""

    def send(self, text: str) -> None:
        """See :class:`Wire`."""
        data = memoryview(text.encode() + b"\0")
        while data:
            data = data[self._writer.write(data) :]

    def receive(self) -> str | None:
        """See :class:`Wire`."""
        while b"\0" not in self._rest:
            more = self._reader.read(1 << 16)
            if not more:
                self._reader.close()
                return None
            self._rest += more
        text, _, self._rest = self._rest.partition(b"\0")
        return text.decode()

    def close(self) -> None:
        """See :class:`Wire`. The reader ends with the browser, which ends with the writer."""
        with contextlib.suppress(OSError):
            self._writer.close()


class WebSocket:
    """The client's side of RFC 6455, as far as a browser's remote port needs it."""

    def __init__(self, port: int, path: str) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=LIMIT)
        key = base64.b64encode(os.urandom(16)).decode()
        self._socket.sendall(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
            "Sec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        self._reader = self._socket.makefile("rb")
        if b" 101 " not in self._reader.readline():
            raise RemoteError("the browser refused the WebSocket")
        while self._reader.readline().strip():
            pass
        self._socket.settimeout(None)

    def send(self, text: str) -> None:
        """See :class:`Wire`."""
        self._frame(1, text.encode())

    def _frame(self, kind: int, data: bytes) -> None:
        length = len(data)
        if length < 126:
            head = struct.pack(">BB", 0x80 | kind, 0x80 | length)
        elif length < 1 << 16:
            head = struct.pack(">BBH", 0x80 | kind, 0x80 | 126, length)
        else:
            head = struct.pack(">BBQ", 0x80 | kind, 0x80 | 127, length)
        mask = os.urandom(4)
        whole = int.from_bytes(data) ^ int.from_bytes((mask * (length // 4 + 1))[:length])
        self._socket.sendall(head + mask + whole.to_bytes(length))

    def receive(self) -> str | None:
        """See :class:`Wire`."""
        whole = b""
        while True:
            try:
                head = self._read(2)
                length = head[1] & 0x7F
                if length == 126:
                    (length,) = struct.unpack(">H", self._read(2))
                elif length == 127:
                    (length,) = struct.unpack(">Q", self._read(8))
                data = self._read(length)
            except (OSError, EOFError):
                self._reader.close()
                return None
            kind = head[0] & 0x0F
            if kind == 8:
                self._reader.close()
                return None
            if kind == 9:
                self._frame(10, data)
            elif kind in (0, 1):
                whole += data
                if head[0] & 0x80:
                    return whole.decode()

    def _read(self, length: int) -> bytes:
        data = self._reader.read(length)
        if len(data) < length:
            raise EOFError
        return data

    def close(self) -> None:
        """See :class:`Wire`."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


class Remote:
    """A browser's remote end; its events go to ``heard``, in the thread that reads."""

    def __init__(self, wire: Wire, heard: Callable[[dict[str, Any]], None]) -> None:
        self._wire = wire
        self._heard = heard
        self._changed = threading.Condition()
        self._answers: dict[int, dict[str, Any]] = {}
        self._next = 0
        self._over = False
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        while (text := self._wire.receive()) is not None:
            message = json.loads(text)
            if "id" in message:
                with self._changed:
                    self._answers[message["id"]] = message
                    self._changed.notify_all()
            else:
                self._heard(message)
        with self._changed:
            self._over = True
            self._changed.notify_all()

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Do one command.

        :param params: of the command; ``session`` is DevTools' own, beside them.
        :raises RemoteError: it was refused, or the browser is gone.
        """
        self.post(method, **params)
        return self._answer(self._next, method)

    def post(self, method: str, **params: Any) -> None:
        """Send a command whose answer nobody waits for (from ``heard``: it must not wait)."""
        session = params.pop("session", None)
        with self._changed:
            self._next += 1
            command = {"id": self._next, "method": method, "params": params}
            if session is not None:
                command["sessionId"] = session
            try:
                self._wire.send(json.dumps(command))
            except OSError as error:
                raise RemoteError(f"{method}: the browser is gone") from error

    def _answer(self, number: int, method: str) -> dict[str, Any]:
        with self._changed:
            there = self._changed.wait_for(lambda: number in self._answers or self._over, LIMIT)
            answer = self._answers.pop(number, None)
        if not there or answer is None:
            raise RemoteError(f"{method}: no answer")
        if "error" in answer:
            raise RemoteError(f"{method}: {answer['error']} {answer.get('message', '')}")
        result: dict[str, Any] = answer.get("result", {})
        return result

    def close(self) -> None:
        """End the wire."""
        self._wire.close()
        self._thread.join(LIMIT)
