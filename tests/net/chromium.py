"""A headless Chromium of one's own, with the page that it opens served on loopback beside it."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from tests.net.namespace import tied_to_us

__all__ = ["CHROMIUM", "PageHandler", "opened"]

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")

_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--no-default-browser-check", "--disable-background-networking", "--disable-sync"),
    *("--disable-component-update", "--disable-extensions", "--disable-dev-shm-usage"),
    # Names would be looked up through the link that is measured.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


class PageHandler(BaseHTTPRequestHandler):
    """Answers the page's requests; says nothing on standard error."""

    def log_message(self, *_: object) -> None:
        """Be quiet."""

    def body(self) -> bytes:
        """What was posted."""
        return self.rfile.read(int(self.headers["Content-Length"]))

    def reply(self, kind: str, body: bytes) -> None:
        """Answer with a body of this media type."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextlib.contextmanager
def opened(handler: type[PageHandler], *flags: str) -> Iterator[None]:
    """A Chromium that has opened ``/`` of this handler, to the end of the block.

    :param flags: of Chromium, besides our own.
    """
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            with _chromium(f"http://127.0.0.1:{server.server_port}/", flags):
                yield
        finally:
            server.shutdown()


@contextlib.contextmanager
def _chromium(url: str, flags: tuple[str, ...]) -> Iterator[None]:
    program = next(path for name in CHROMIUM if (path := shutil.which(name)))
    with tempfile.TemporaryDirectory(prefix="cn-chromium-", ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            tied_to_us(program, *_FLAGS, *flags, f"--user-data-dir={profile}", url),
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
