"""The reference call in a real Chromium, in the client's namespace.

``python -m tests.collect.reference_call`` is a child of the collector. It serves the page on
loopback, starts Chromium with the film as camera and microphone, and says ``ready`` once the page
has both. Each line on standard input, the TURN server to call through (an RTCIceServer as JSON),
is then one call, answered with the page's one line of JSON.
"""

import json
import sys
from pathlib import Path
from queue import Queue
from threading import Event

from tests.collect.film import film
from tests.net.chromium import PageHandler, opened

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


def _handler(exchange: _Exchange) -> type[PageHandler]:
    class Handler(PageHandler):
        def do_GET(self) -> None:
            if self.path == "/go":  # asked for once the page has camera and microphone
                exchange.ready.set()
                self.reply("application/json", exchange.server.get())
                return
            bodies = {"/": ("text/html", _PAGE)}
            bodies["/call.js"] = ("text/javascript", _SCRIPT.read_bytes())
            self.reply(*bodies.get(self.path, ("text/plain", b"")))

        def do_POST(self) -> None:
            exchange.answer.put(self.body())
            self.reply("text/plain", b"")

    return Handler


def _main() -> None:
    exchange = _Exchange()
    video, sound = film()
    with opened(
        _handler(exchange),
        *("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"),
        f"--use-file-for-fake-video-capture={video}",
        f"--use-file-for-fake-audio-capture={sound}",
        "--autoplay-policy=no-user-gesture-required",
    ):
        exchange.ready.wait()
        print("ready", flush=True)
        for line in sys.stdin:
            exchange.server.put(line.encode())
            print(json.dumps(json.loads(exchange.answer.get())), flush=True)


if __name__ == "__main__":
    _main()
