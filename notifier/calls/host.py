"""``call-notifier-host``: what browsers start for the extension, to reach the feed for it.

A browser starts it with pipes for standard input and output and speaks frames over them (native
messaging). It passes them on to the feed's socket and back, as they are. Where the program does not
run it waits for it, and drops what the extension says meanwhile; the extension is told of each
change with ``{"type": "host", "connected": true}`` or ``false``. It ends with its standard input.

It has to start at once and to be small, as it lives as long as the browser: two threads that block,
no third-party library. It also runs as a file, with ``python -I -S``.
"""

import contextlib
import os
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from typing import Protocol

if not __package__:
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))

from notifier.calls.address import PIPE_PREFIX, address_of_this_user, wrong_folder
from notifier.calls.framing import BrokenFraming, FrameReader, FrameTooLong, frame

__all__ = ["RETRY_S", "Host", "Line", "SocketLine", "connect", "main"]

RETRY_S = (1.0, 2.0, 5.0, 10.0)
"""Between attempts to reach the program; the last one for ever."""

STEADY_S = 10.0
"""A connection that stood for so long begins these anew: one that ends at once is no success."""

CONNECT_S = 2.0
"""For the program to accept."""

WRITE_S = 5.0
"""For the program to take a message; one that is stopped would hold us up for ever."""

LAST_S = 1.5
"""For the last messages to be taken, once the browser has closed."""

_CHUNK = 65_536


class Line(Protocol):
    """A connection to the program."""

    greeted: bool
    """Whether the extension has said hello on it."""

    def read(self) -> bytes:
        """What comes next; nothing at the end, however that comes."""

    def write(self, data: bytes) -> None:
        """Send it all.

        :raises OSError: it can't be sent.
        """

    def finish(self) -> None:
        """There is no more to send."""

    def close(self) -> None:
        """End it, also for a thread that reads."""


class SocketLine:
    """A connection over the Unix socket."""

    def __init__(self, path: str) -> None:
        """Connect.

        :raises OSError: nobody serves it.
        """
        self.greeted = False
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._socket.settimeout(CONNECT_S)
            self._socket.connect(path)
            self._socket.settimeout(None)
            limit = struct.pack("@ll", int(WRITE_S), int(WRITE_S % 1 * 1e6))
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, limit)
        except BaseException:
            self._socket.close()
            raise

    def read(self) -> bytes:
        """What comes next."""
        try:
            return self._socket.recv(_CHUNK)
        except OSError:
            return b""

    def write(self, data: bytes) -> None:
        """Send it all; a part of it may have left when this fails."""
        self._socket.sendall(data)

    def finish(self) -> None:
        """The program reads to the end, and closes then."""
        self._shut(socket.SHUT_WR)

    def close(self) -> None:
        """Also wakes whoever reads."""
        self._shut(socket.SHUT_RDWR)
        self._socket.close()

    def _shut(self, how: int) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(how)


def connect() -> Line:
    """Reach the program.

    :raises OSError: it does not run, or its folder can't be trusted.
    """
    address = address_of_this_user()
    if sys.platform == "win32" and address.startswith(PIPE_PREFIX):
        from notifier.calls.pipe import PipeLine

        return PipeLine(address)
    wrong = wrong_folder(address)
    if wrong:
        raise OSError(wrong)
    return SocketLine(address)


class Host:
    """Passes frames on between a browser and the program.

    :param receive: reads some of what the browser sends; nothing at its end.
    :param send: writes all of it to the browser; raises OSError where that is gone.
    :param reach: connects to the program.
    :param log: takes a sentence for people.
    """

    def __init__(
        self,
        receive: Callable[[], bytes],
        send: Callable[[bytes], None],
        reach: Callable[[], Line],
        log: Callable[[str], None],
    ) -> None:
        self._receive = receive
        self._send = send
        self._reach = reach
        self._log = log
        self._line: Line | None = None
        self._over = threading.Event()
        self._sending = threading.Lock()
        self._status = 0

    def run(self) -> int:
        """Work until the browser closes; the exit status, 1 where it does not speak frames."""
        threading.Thread(target=self._browser_side, daemon=True).start()
        try:
            self._program_side()
        except OSError as error:
            self._log(f"The browser is gone: {error.strerror or error}.")
        return self._status

    # From the browser, in a thread of its own.

    def _browser_side(self) -> None:
        try:
            self._read_browser()
        except BrokenFraming as error:
            self._log(f"The browser does not speak native messaging: {error}.")
            self._status = 1
        except OSError as error:
            self._log(f"The browser is gone: {error.strerror or error}.")
        self._over.set()
        line = self._line
        if line is not None:
            line.finish()
        # The other thread ends when the program has read all, and the process with it. Where the
        # program hangs, or the browser has left its output unread, it would not.
        time.sleep(LAST_S)
        os._exit(self._status)

    def _read_browser(self) -> None:
        reader = FrameReader()
        while data := self._receive():
            reader.feed(data)
            while True:
                try:
                    body = reader.take()
                except FrameTooLong:
                    self._tell(
                        b'{"type":"error","code":"size",'
                        b'"message":"A message has at most 1000000 bytes."}'
                    )
                    continue
                if body is None:
                    break
                self._pass_on(body)

    def _pass_on(self, body: bytes) -> None:
        line = self._line
        if line is None:
            return
        if not line.greeted:
            # What was meant for the connection before, and was still on its way.
            if not _is_hello(body):
                return
            line.greeted = True
        try:
            line.write(frame(body))
        except OSError as error:
            self._log(f"The program takes no messages: {error.strerror or error}.")
            self._line = None
            line.close()

    # From the program.

    def _program_side(self) -> None:
        failed = 0
        reason = None
        self._tell_connected(False)
        while not self._over.is_set():
            try:
                line = self._reach()
            except OSError as error:
                if reason != str(error):
                    reason = str(error)
                    self._log(f"Call Notifier can't be reached: {error.strerror or error}.")
            else:
                began = time.monotonic()
                self._line = line
                try:
                    self._tell_connected(True)
                    self._read_program(line)
                finally:
                    self._line = None
                    line.close()
                self._tell_connected(False)
                if time.monotonic() - began >= STEADY_S:
                    failed = 0
                reason = None
            self._over.wait(RETRY_S[min(failed, len(RETRY_S) - 1)])
            failed += 1

    def _read_program(self, line: Line) -> None:
        reader = FrameReader()
        try:
            while data := line.read():
                reader.feed(data)
                while (body := reader.take()) is not None:
                    self._tell(body)
        except (FrameTooLong, BrokenFraming) as error:
            self._log(f"The program does not speak the feed's protocol: {error}.")

    def _tell_connected(self, connected: bool) -> None:
        self._tell(b'{"type":"host","connected":%s}' % (b"true" if connected else b"false"))

    def _tell(self, body: bytes) -> None:
        with self._sending:
            self._send(frame(body))


def _is_hello(body: bytes) -> bool:
    import json  # only before a hello

    try:
        message = json.loads(body)
    except (ValueError, RecursionError):
        return False
    return isinstance(message, dict) and message.get("type") == "hello"


def _read_input() -> bytes:
    return os.read(0, _CHUNK)


def _write_output(data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(1, rest) :]


def _log(text: str) -> None:
    with contextlib.suppress(OSError):
        os.write(2, f"call-notifier-host: {text}\n".encode())


def main() -> int:
    """Serve the browser that started this; its arguments say nothing that is needed."""
    if os.isatty(0):
        _log("Browsers start this program; it is of no use on a terminal.")
        return 2
    return Host(_read_input, _write_output, connect, _log).run()


if __name__ == "__main__":
    sys.exit(main())
