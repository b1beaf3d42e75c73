"""An organisation's web server, by https on loopback."""

import http.server
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import trustme

__all__ = ["Page", "Server", "serving"]

Page = tuple[int, dict[str, str], bytes]
"""Status, headers, body."""


class Server:
    """What it answers, and what it was asked."""

    def __init__(self, address: str, authority: Path) -> None:
        self.url = address
        self.authority = authority
        """The certificate authority, PEM."""

        self.pages: dict[str, Page | Callable[[], Page]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    @property
    def environ(self) -> dict[str, str]:
        """For a process that trusts this server and uses no proxy."""
        return {"SSL_CERT_FILE": str(self.authority), "no_proxy": "*"}


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Serve until the end of the block."""
    authority = trustme.CA()
    file = folder / "authority.pem"
    authority.cert_pem.write_to_path(file)

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append((self.path, dict(self.headers)))
            page = server.pages.get(self.path, (404, {}, b""))
            status, headers, body = page() if callable(page) else page
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    httpd.handle_error = lambda *_: None  # type: ignore[method-assign]  # clients may hang up
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    httpd.socket = context.wrap_socket(
        httpd.socket, server_side=True, do_handshake_on_connect=False
    )
    server = Server(f"https://localhost:{httpd.server_address[1]}", file)
    thread = threading.Thread(target=httpd.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        httpd.shutdown()
        httpd.server_close()
        thread.join()


def slowly(seconds: float) -> Page:
    """Answer after a while."""
    time.sleep(seconds)
    return 200, {}, b"{}"
