"""Rivals that are made for browsers, in a headless Chromium of their own.

``@jitsi/precall-test`` is the published callstats test, opened by its new owner; of
``@cloudflare/speedtest`` the packet-loss test is run, the only one of its tests that goes through a
TURN server. ``python -m tests.bench.baselines.browser`` is a child of the bench (:mod:`.child`) in
the client's namespace: it serves the page on loopback, starts Chromium, and waits for what the page
tells it.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from threading import Thread

import msgspec

from notifier.turn.uri import parse_turn_uri
from tests.bench.baselines.child import Answer, Request, answer, request
from tests.bench.baselines.packages import BUNDLE, CHROMIUM
from tests.net.namespace import tied_to_us

__all__ = ["measure"]

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--no-default-browser-check", "--disable-background-networking", "--disable-sync"),
    *("--disable-component-update", "--disable-extensions", "--disable-dev-shm-usage"),
    # Names would be looked up through the link that is measured.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

_PAGE = (
    b'<!doctype html><meta charset="utf-8"><title>rivals</title><script src="/bundle.js"></script>'
)


def measure(asked: Request) -> Answer:
    """Run the page once; the bench ends us where that takes too long."""
    answers: Queue[Answer] = Queue()
    host, port = parse_turn_uri(asked.url).host, parse_turn_uri(asked.url).port
    told = {**msgspec.to_builtins(asked), "host": f"{host}:{port}"}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            bodies = {
                "/": ("text/html", _PAGE),
                "/bundle.js": ("text/javascript", BUNDLE.read_bytes()),
                "/request": ("application/json", msgspec.json.encode(told)),
            }
            kind, body = bodies.get(self.path, ("text/plain", b""))
            self._reply(kind, body)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self._reply("text/plain", b"")
            try:
                answers.put(msgspec.json.decode(body, type=Answer))
            except msgspec.MsgspecError as error:
                answers.put(Answer(error=f"the page told something else: {error}"))

        def log_message(self, *_: object) -> None:
            pass

        def _reply(self, kind: str, body: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            with _chromium(f"http://127.0.0.1:{server.server_port}/"):
                return answers.get()
        finally:
            server.shutdown()


@contextlib.contextmanager
def _chromium(url: str) -> Iterator[None]:
    program = next(path for name in CHROMIUM if (path := shutil.which(name)))
    with tempfile.TemporaryDirectory(prefix="cn-chromium-", ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            tied_to_us(program, *FLAGS, f"--user-data-dir={profile}", url),
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


if __name__ == "__main__":
    answer(measure(request()))
