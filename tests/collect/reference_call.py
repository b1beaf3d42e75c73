"""The reference call in a real Chromium, in the client's namespace.

``python -m tests.collect.reference_call`` is a child of the collector. It serves the page on
loopback, starts Chromium with the film as camera and microphone, and says ``ready`` once the page
has both. Each line on standard input, the TURN server to call through (an RTCIceServer as JSON),
is then one call, answered with the page's one line of JSON.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue
from threading import Event, Thread

from tests.bench.baselines.browser import FLAGS
from tests.bench.baselines.packages import CHROMIUM
from tests.collect.film import film
from tests.net.namespace import tied_to_us

__all__: list[str] = []

_SCRIPT = Path(__file__).with_suffix(".js")
_PAGE = (
    b'<!doctype html><meta charset="utf-8"><title>call</title><audio></audio>'
    b'<script src="/call.js"></script>'
)


class _Exchange:
    """What page and child tell each other."""

    def __init__(self) -> None:
        self.ready = Event()
        self.server: Queue[bytes] = Queue(1)
        self.answer: Queue[bytes] = Queue(1)


def _handler(exchange: _Exchange) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/go":  # asked for once the page has camera and microphone
                exchange.ready.set()
                self._reply("application/json", exchange.server.get())
                return
            bodies = {"/": ("text/html", _PAGE)}
            bodies["/call.js"] = ("text/javascript", _SCRIPT.read_bytes())
            self._reply(*bodies.get(self.path, ("text/plain", b"")))

        def do_POST(self) -> None:
            exchange.answer.put(self.rfile.read(int(self.headers["Content-Length"])))
            self._reply("text/plain", b"")

        def log_message(self, *_: object) -> None:
            pass

        def _reply(self, kind: str, body: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler


@contextlib.contextmanager
def _chromium(url: str) -> Iterator[None]:
    video, sound = film()
    program = next(path for name in CHROMIUM if (path := shutil.which(name)))
    with tempfile.TemporaryDirectory(prefix="cn-chromium-", ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            tied_to_us(
                *(program, *FLAGS),
                *("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"),
                *(f"--use-file-for-fake-video-capture={video}",),
                *(f"--use-file-for-fake-audio-capture={sound}",),
                "--autoplay-policy=no-user-gesture-required",
                *(f"--user-data-dir={profile}", url),
            ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # Its children are many: they end as one group.
            start_new_session=True,
        )
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _main() -> None:
    exchange = _Exchange()
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(exchange)) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            with _chromium(f"http://127.0.0.1:{server.server_port}/"):
                exchange.ready.wait()
                print("ready", flush=True)
                for line in sys.stdin:
                    exchange.server.put(line.encode())
                    print(json.dumps(json.loads(exchange.answer.get())), flush=True)
        finally:
            server.shutdown()


if __name__ == "__main__":
    _main()
