"""The program's side of the feed for tests: a socket that notes what comes and answers as asked.

It is as strict as the feed: each message must be one of :mod:`notifier.calls.messages`.
"""

import contextlib
import os
import shutil
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from notifier.calls.messages import (
    VERSION,
    Acknowledgement,
    Hello,
    Incoming,
    Outgoing,
    Welcome,
    decode,
    encode,
)

__all__ = ["LIMIT", "Program", "running"]

LIMIT = 40.0
"""Seconds for whatever a test waits for: only ever reached by a test that fails."""

Message = TypeVar("Message")


class Program:
    """Listens where the tray program does, and welcomes whoever says hello."""

    def __init__(self, runtime: Path, welcome: Welcome) -> None:
        self.welcome = welcome
        self.messages: list[Incoming] = []
        self.acknowledge = True
        """Whether it says that it keeps what it gets."""

        self._changed = threading.Condition()
        self._peers: list[socket.socket] = []
        self._folder = runtime / "call-notifier"
        self._closed = False
        self._folder.mkdir(mode=0o700, exist_ok=True)
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(os.fspath(self._folder / "feed.sock"))
        self._listener.listen()
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                peer, _ = self._listener.accept()
            except OSError:
                return
            with self._changed:
                self._peers.append(peer)
            threading.Thread(target=self._read, args=(peer,), daemon=True).start()

    def _read(self, peer: socket.socket) -> None:
        with peer.makefile("rb") as reader:
            while len(head := reader.read(4)) == 4:
                message = decode(reader.read(struct.unpack("<I", head)[0]))
                if message is None:
                    continue
                if isinstance(message, Hello):
                    self._send(peer, self.welcome)
                elif message.seq is not None and self.acknowledge:
                    self._send(peer, Acknowledgement(seq=message.seq))
                with self._changed:
                    self.messages.append(message)
                    self._changed.notify_all()

    def _send(self, peer: socket.socket, message: Outgoing) -> None:
        data = encode(message)
        with contextlib.suppress(OSError):
            peer.sendall(struct.pack("<I", len(data)) + data)

    def say(self, message: Outgoing) -> None:
        """Send something to everybody who is connected."""
        for peer in self._peers:
            self._send(peer, message)

    def of(self, kind: type[Message]) -> list[Message]:
        """The messages of one type, so far."""
        with self._changed:
            return [message for message in self.messages if isinstance(message, kind)]

    def until(self, enough: Callable[[], object], what: str) -> None:
        """Wait until something is true; asked again with each message.

        :param what: was expected.
        """
        with self._changed:
            found = self._changed.wait_for(enough, LIMIT)
        assert found, f"no {what} within {LIMIT:g} s; got {self.messages[-20:]}"

    def wait(self, kind: type[Message], number: int = 1) -> list[Message]:
        """Wait for so many messages of a type, and return them all."""
        self.until(lambda: len(self.of(kind)) >= number, f"{number} {kind.__name__}")
        return self.of(kind)

    def silent(self, seconds: float) -> bool:
        """Whether nothing comes for a while."""
        with self._changed:
            before = len(self.messages)
            end = time.monotonic() + seconds
            while (left := end - time.monotonic()) > 0 and len(self.messages) == before:
                self._changed.wait(left)
            return len(self.messages) == before

    def close(self) -> None:
        """Be gone, as a program that was ended; again: nothing."""
        if self._closed:  # another program may be there by now
            return
        self._closed = True
        with contextlib.suppress(OSError):
            # Wakes whoever waits in accept().
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for peer in self._peers:
            with contextlib.suppress(OSError):
                peer.shutdown(socket.SHUT_RDWR)
            peer.close()
        shutil.rmtree(self._folder, ignore_errors=True)  # its home may be gone by now


@contextlib.contextmanager
def running(runtime: Path, **welcome: object) -> Iterator[Program]:
    """A program to the end of the block.

    :param runtime: ``XDG_RUNTIME_DIR`` of the browser.
    :param welcome: fields of :class:`Welcome`, besides its defaults.
    """
    program = Program(runtime, Welcome(version=VERSION, **welcome))  # type: ignore[arg-type]
    try:
        yield program
    finally:
        program.close()
