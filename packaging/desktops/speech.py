"""A speech server that says nothing and writes down what it is given.

It speaks as much of SSIP (Speech Dispatcher's protocol) as a screen reader asks of it, and so takes
the place of a sound card, which Speech Dispatcher does not start without.
"""

import html
import re
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["QUIET", "Speech", "speech_server"]

QUIET = 0.8
"""Seconds without a word after which all is said."""

LONGEST = 8.0
"""Seconds that are waited for that."""

_ANSWERS = {
    "LIST": ["250 OK"],
    "HISTORY": ["245-1", "245 OK CLIENT ID SENT"],
    "GET": ["251-0", "251 OK GET RETURNED"],
}
"""To commands whose reply has more than one line, or another code than the others."""


class Speech:
    """What was said, in order."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._last = time.monotonic()
        self._lock = threading.Lock()

    def add(self, text: str) -> None:
        """Say one more."""
        plain = " ".join(html.unescape(re.sub(r"<[^>]*>", "", text)).split())
        with self._lock:
            self._last = time.monotonic()
            if plain:
                self._said.append(plain)

    def take(self) -> list[str]:
        """What was said since the last time, once there is quiet."""
        begun = time.monotonic()
        while time.monotonic() - begun < LONGEST:
            if time.monotonic() - max(self._last, begun) > QUIET:
                break
            time.sleep(0.02)
        with self._lock:
            said, self._said = self._said, []
        return said


@contextmanager
def speech_server(socket: Path) -> Iterator[Speech]:
    """Listen where Speech Dispatcher does, until the block is left."""
    speech = Speech()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            for line in self.rfile:
                words = line.decode("utf-8", "replace").split()
                if not words:
                    continue
                command = words[0].upper()
                if command == "SPEAK":
                    self._reply("230 OK RECEIVING DATA")
                    speech.add(self._data())
                    self._reply("225-1", "225 OK MESSAGE QUEUED")
                elif command in ("CHAR", "KEY", "SOUND_ICON"):
                    speech.add(" ".join(words[1:]))
                    self._reply("225-1", "225 OK MESSAGE QUEUED")
                elif command == "QUIT":
                    self._reply("231 HAPPY HACKING")
                    return
                else:
                    self._reply(*_ANSWERS.get(command, ["208 OK"]))

        def _data(self) -> str:
            lines = []
            for line in self.rfile:
                text = line.decode("utf-8", "replace").rstrip("\r\n")
                if text == ".":
                    break
                lines.append(text[1:] if text.startswith("..") else text)
            return "\n".join(lines)

        def _reply(self, *lines: str) -> None:
            self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())

    class Server(socketserver.ThreadingUnixStreamServer):
        daemon_threads = True

    with Server(str(socket), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield speech
        finally:
            server.shutdown()
            thread.join()
