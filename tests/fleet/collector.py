"""A collector for tests: a real HTTP(S) server on loopback that answers as it is told."""

import gzip
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from notifier.fleet.protobuf import fields
from tests.net.certificates import Certificates

__all__ = ["Collector", "Reply", "collector", "names_in", "snapshots_in"]


@dataclass(frozen=True)
class Reply:
    """One answer."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    content_type: str = "application/x-protobuf"
    hang: bool = False
    """Close the connection without a word."""


@dataclass
class Collector:
    """What came, and what is answered: each reply once, the last one from then on."""

    url: str
    replies: list[Reply]
    requests: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)

    @property
    def bodies(self) -> list[bytes]:
        """What was posted, unpacked."""
        return [gzip.decompress(body) for _, _, body in self.requests]


@contextmanager
def collector(
    *replies: Reply, certificates: Certificates | None = None, host: str = "127.0.0.1"
) -> Iterator[Collector]:
    """A collector that runs for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            it.requests.append((self.path, dict(self.headers), body))
            reply = it.replies.pop(0) if len(it.replies) > 1 else it.replies[0]
            if reply.hang:
                self.close_connection = True
                return
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.content_type)
            self.send_header("Content-Length", str(len(reply.body)))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer((host, 0), Handler)
    scheme = "http"
    if certificates is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificates.certificate, certificates.key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https"
    it = Collector(f"{scheme}://127.0.0.1:{server.server_port}", list(replies) or [Reply()])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield it
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def snapshots_in(request: bytes) -> list[bytes]:
    """The ResourceMetrics of a request."""
    return [value for number, value in fields(request) if number == 1 and isinstance(value, bytes)]


def names_in(request: bytes) -> list[str]:
    """The names of the metrics in a request, by walking its messages."""
    return [
        name.decode()
        for snapshot in snapshots_in(request)
        for scope in _inside(snapshot, 2)
        for metric in _inside(scope, 2)
        for name in _inside(metric, 1)
    ]


def _inside(message: bytes, number: int) -> list[bytes]:
    return [value for n, value in fields(message) if n == number and isinstance(value, bytes)]
