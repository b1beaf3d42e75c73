"""Pages of a headless Chromium that run a piece of script each and tell what came of it.

One Chromium serves a whole test session: its first page asks for cases, one after the other, and
opens each in a frame of its own, so that no case knows of another. Everything is served from
loopback; the checkout's own scripts and examples under their paths.
"""

import contextlib
import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from tests.net.chromium import PageHandler, opened

__all__ = ["Browser", "Case", "browser_opened"]

RESULT_LIMIT = 40.0
"""Seconds for a case to tell its result; most take one or two."""

START_LIMIT = 60.0
"""Seconds for Chromium to open its first page, on a machine that is busy."""

SPEED = 4
"""How much faster the clock of a page goes where no real connection is in it."""

_ASK_S = 1.0
"""The runner's request for the next case is answered with nothing after so long."""

_ROOT = Path(__file__).parents[2]
_SERVED = ("resources/callstats/", "resources/icons/", "docs/examples/", "tests/callstats_js/")
_KINDS = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".html": "text/html",
    ".svg": "image/svg+xml",
}

_RUNNER = b"""<!doctype html><meta charset="utf-8"><title>runner</title><script>
const frames = new Map();
(async () => {
  for (;;) {
    const { open, close } = await (await fetch("/next")).json();
    if (open) {
      const frame = document.createElement("iframe");
      frame.src = open;
      frame.allow = "camera; microphone; autoplay";
      frames.set(open, frame);
      document.body.append(frame);
    }
    if (close) { frames.get(close)?.remove(); frames.delete(close); }
  }
})();
</script><body>"""

_CASE = """<!doctype html><meta charset="utf-8"><title>case</title>
<script>
window.problems = [];
window.speed = @speed;
addEventListener("error", (event) => problems.push(`error: ${event.message}`));
addEventListener("unhandledrejection", (event) => problems.push(`rejected: ${event.reason}`));
window.tellResult = (result) => fetch("/result/@number", {
  method: "POST", body: JSON.stringify({ ...result, problems }), keepalive: true,
});
</script>
<script src="/tests/callstats_js/page.js"></script>
@head
<body>
<script>
(async () => {
@script
})().then(
  (value) => tellResult({ value: value ?? null }),
  (error) => tellResult({ error: String(error?.stack ?? error) }),
);
</script>
"""


@dataclass(slots=True)
class Case:
    """A frame that is open."""

    path: str
    page: str
    """Its HTML."""

    told: Queue[dict[str, Any]] = field(default_factory=lambda: Queue(1))

    def result(self) -> Any:
        """What its script returned.

        :raises AssertionError: it threw, or something threw into the page; or it told nothing.
        """
        try:
            told = self.told.get(timeout=RESULT_LIMIT)
        except Empty:
            raise AssertionError(f"the page told nothing within {RESULT_LIMIT} s") from None
        assert "error" not in told, told["error"]
        assert told["problems"] == [], told["problems"]
        return told["value"]


class Browser:
    """A Chromium whose first page opens cases."""

    def __init__(self) -> None:
        self._cases: dict[str, Case] = {}
        self._orders: Queue[dict[str, str]] = Queue()
        self._count = 0
        self._lock = threading.Lock()
        self.origin = ""
        """Of all its pages."""

        self.asking = threading.Event()

    def run(
        self,
        script: str,
        *,
        head: str = "",
        speed: int = SPEED,
        until: Callable[[], object] = lambda: None,
    ) -> Any:
        """Open a case, wait for what it returns, close it.

        :param until: called before it is closed, to wait for what it says last: what a page has not
            sent yet is lost with it.
        """
        with self.opened(script, head=head, speed=speed) as case:
            result = case.result()
            until()
            return result

    @contextlib.contextmanager
    def opened(self, script: str, *, head: str = "", speed: int = SPEED) -> Iterator[Case]:
        """A case that is open to the end of the block.

        :param script: the body of an async function; what it returns is the result
        :param head: what stands before it in the page, with the script tags
        :param speed: how much faster than ours the page's clock goes
        """
        with self._lock:
            self._count += 1
            number = str(self._count)
        parts = {"@number": number, "@head": head, "@script": script, "@speed": str(speed)}
        page = re.sub("|".join(parts), lambda found: parts[found[0]], _CASE)
        path = f"/case/{number}"
        case = self._cases[path] = Case(path, page)
        self._orders.put({"open": path})
        try:
            yield case
        finally:
            self._orders.put({"close": path})

    @contextlib.contextmanager
    def visited(self, path: str) -> Iterator[None]:
        """One of the checkout's own pages, open to the end of the block."""
        self._orders.put({"open": path})
        try:
            yield
        finally:
            self._orders.put({"close": path})

    def handler(self) -> type[PageHandler]:
        """Who answers the browser's requests."""
        browser = self

        class Handler(PageHandler):
            def do_GET(self) -> None:
                path = self.path.partition("?")[0]
                if path == "/":
                    browser.origin = f"http://{self.headers['Host']}"
                    self.reply("text/html", _RUNNER)
                elif path == "/next":
                    # At the end it is killed with this request under way.
                    with contextlib.suppress(ConnectionError):
                        self.reply("application/json", json.dumps(browser._next()).encode())
                elif path in browser._cases:
                    self.reply("text/html", browser._cases[path].page.encode())
                else:
                    self.reply(*_file(path))

            def do_POST(self) -> None:
                case = browser._cases[self.path.replace("/result/", "/case/")]
                case.told.put(json.loads(self.body()))
                self.reply("text/plain", b"")

        return Handler

    def _next(self) -> dict[str, str]:
        self.asking.set()
        try:
            return self._orders.get(timeout=_ASK_S)
        except Empty:
            return {}


def _file(path: str) -> tuple[str, bytes]:
    name = path.lstrip("/")
    file = (_ROOT / name).resolve()
    if not name.startswith(_SERVED) or not file.is_relative_to(_ROOT) or not file.is_file():
        return "text/plain", b""
    return _KINDS.get(file.suffix, "text/plain"), file.read_bytes()


@contextlib.contextmanager
def browser_opened(*flags: str) -> Iterator[Browser]:
    """A browser with a camera and a microphone that nobody is in front of."""
    browser = Browser()
    with opened(
        browser.handler(),
        *("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"),
        "--autoplay-policy=no-user-gesture-required",
        *flags,
    ):
        assert browser.asking.wait(START_LIMIT), "Chromium has not opened its page"
        yield browser
