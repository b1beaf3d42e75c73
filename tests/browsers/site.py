"""A web site on loopback that knows nothing of us, and makes calls with itself."""

import contextlib
from collections.abc import Iterator, Mapping
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.net.chromium import PageHandler

__all__ = ["PAGES", "served"]

_FOLDER = Path(__file__).parent / "pages"

PAGES = {f"/{path.name}": path.read_bytes() for path in sorted(_FOLDER.iterdir())}
"""What there is, by its path."""

_KINDS = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8"}


@contextlib.contextmanager
def served(more: Mapping[str, bytes] | None = None) -> Iterator[str]:
    """The site, to the end of the block.

    :param more: pages besides ``PAGES``.
    :returns: its origin, on 127.0.0.1; ``localhost`` is another site at the same port.
    """
    pages = {**PAGES, **(more or {})}

    class Handler(PageHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            if path in pages:
                self.reply(_KINDS[Path(path).suffix], pages[path])
            else:
                self.send_error(404)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
