"""Rivals that are made for browsers, in a headless Chromium of their own.

``@jitsi/precall-test`` is the published callstats test, opened by its new owner; of
``@cloudflare/speedtest`` the packet-loss test is run, the only one of its tests that goes through a
TURN server. ``python -m tests.bench.baselines.browser`` is a child of the bench (:mod:`.child`) in
the client's namespace: it serves the page on loopback, starts Chromium, and waits for what the page
tells it.
"""

from queue import Queue

import msgspec

from notifier.turn.uri import parse_turn_uri
from tests.bench.baselines.child import Answer, Request, answer, request
from tests.bench.baselines.packages import BUNDLE
from tests.net.chromium import PageHandler, opened

__all__ = ["measure"]

_PAGE = (
    b'<!doctype html><meta charset="utf-8"><title>rivals</title><script src="/bundle.js"></script>'
)


def measure(asked: Request) -> Answer:
    """Run the page once; the bench ends us where that takes too long."""
    answers: Queue[Answer] = Queue()
    host, port = parse_turn_uri(asked.url).host, parse_turn_uri(asked.url).port
    told = {**msgspec.to_builtins(asked), "host": f"{host}:{port}"}

    class Handler(PageHandler):
        def do_GET(self) -> None:
            bodies = {
                "/": ("text/html", _PAGE),
                "/bundle.js": ("text/javascript", BUNDLE.read_bytes()),
                "/request": ("application/json", msgspec.json.encode(told)),
            }
            self.reply(*bodies.get(self.path, ("text/plain", b"")))

        def do_POST(self) -> None:
            body = self.body()
            self.reply("text/plain", b"")
            try:
                answers.put(msgspec.json.decode(body, type=Answer))
            except msgspec.MsgspecError as error:
                answers.put(Answer(error=f"the page told something else: {error}"))

    with opened(Handler):
        return answers.get()


if __name__ == "__main__":
    answer(measure(request()))
