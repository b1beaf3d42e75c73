"""One client's connection: from bytes to messages and back, and what a client may not do.

It is an asyncio protocol on whatever transport, and what its bytes mean says a ``wire``. Input
waits until it is this connection's turn (``pace``); meanwhile it is not read any further, so that a
client that sends more is held up by the kernel. Output that a client does not read is bounded, and
ends the connection.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Protocol, cast

import msgspec

from notifier.calls.feed.pace import Allowance, Turns, cost_of
from notifier.calls.feed.wire import Wire
from notifier.calls.framing import FRAME_LIMIT, BrokenFraming, FrameTooLong
from notifier.calls.messages import (
    VERSION,
    Disruption,
    Failure,
    Hello,
    Incoming,
    Outgoing,
    StatsCallback,
    Welcome,
    WrongMessage,
    decode,
    encode,
)

__all__ = [
    "CLOSE_S",
    "HELLO_S",
    "SLOW_S",
    "WRONG_LIMIT",
    "Connection",
    "Owner",
]

HELLO_S = 5.0
"""From the connection to its hello."""

SLOW_S = 10.0
"""How long a client may leave unread what is more than :data:`_OUTPUT_HIGH`."""

CLOSE_S = 2.0
"""For the last words to leave."""

WRONG_LIMIT = 100
"""Wrong messages in a row after which a connection ends."""

_INPUT_HIGH = 65_536
"""Bytes that wait for their turn, above which no more are read."""

_OUTPUT_HIGH = 262_144
"""Bytes that wait to be sent, above which callbacks and disruptions are left out."""

_OUTPUT_LIMIT = 2_000_000
"""Bytes that wait to be sent, above which the client is given up."""

_log = logging.getLogger(__name__)


class Owner(Protocol):
    """Who has the connections: the feed."""

    turns: Turns

    def connected(self, connection: "Connection", transport: asyncio.Transport) -> Failure | None:
        """Somebody connects. Why not, or None."""

    def greeted(self, connection: "Connection") -> Welcome | Failure:
        """It said hello; a failure ends it."""

    def received(self, connection: "Connection", message: Incoming) -> None:
        """It sent a message that is right. Never raises."""

    def ended(self, connection: "Connection") -> None:
        """Nothing more comes from it, nor goes to it."""

    def lost(self, connection: "Connection") -> None:
        """Its transport is closed."""


class _Version(msgspec.Struct):
    version: int
    type: str


_VERSION = msgspec.json.Decoder(_Version)


class Connection(asyncio.Protocol):
    """One client; the feed's handler is given these."""

    hello: Hello
    """There once it has greeted."""

    origin: str | None
    """Of its web page; None of a program. On a WebSocket it is the browser's word."""

    def __init__(self, owner: Owner, wire: Wire) -> None:
        self.greeted = False
        self.origin = None
        self.dropped = 0
        """Callbacks and disruptions that were left out because it does not read."""

        self.wire = wire
        self._owner = owner
        self._loop = asyncio.get_running_loop()
        self.allowance = Allowance(self._loop.time())
        """How much of it may be worked on; the owner may give it another."""

        self._transport: asyncio.Transport
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._in_line = False
        self._reading = True
        self._full = False
        self._no_more = False
        """The other side has ended, or is gone: what it sent before is still worked on."""

        self._over = False
        self._wrong = 0

    def __repr__(self) -> str:
        return f"<{self.hello.kind} {self.hello.client_id}>" if self.greeted else "<stranger>"

    # For the handler.

    def send(self, message: Outgoing) -> None:
        """Send a message, or keep it until the client reads; returns at once.

        A client that does not read loses callbacks and disruptions first, and then its connection:
        ``closed`` is told of that later, never from within this.
        """
        if self._over or self._transport.is_closing():
            return
        if self._full and isinstance(message, StatsCallback | Disruption):
            self.dropped += 1
            return
        body = encode(message)
        if len(body) > FRAME_LIMIT:
            _log.error("a %s of %d bytes is not sent", type(message).__name__, len(body))
            return
        self._transport.write(self.wire.wrap(body))
        waits = self._transport.get_write_buffer_size()
        if waits > _OUTPUT_LIMIT and "overflow" not in self._timers:
            self._set_timer("overflow", 0, self._is_slow)

    def end(self, failure: Failure | None) -> None:
        """End the connection, with the reason where there is one. Twice is harmless."""
        if self._over:
            return
        last = b"" if failure is None else self.wire.wrap(encode(failure))
        self._over = True
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
        if not self._transport.is_closing():
            self._transport.write(last + self.wire.end())
            self._transport.close()
            self._set_timer("close", CLOSE_S, self._transport.abort)
        self._owner.ended(self)

    # What the transport says.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for hello."""
        self._transport = cast("asyncio.Transport", transport)
        self._transport.set_write_buffer_limits(high=_OUTPUT_HIGH)
        refused = self._owner.connected(self, self._transport)
        if refused:
            self.end(refused)
        else:
            self._set_timer("hello", HELLO_S, self._is_silent)

    def data_received(self, data: bytes) -> None:
        """Keep what came until it is this connection's turn."""
        if self._over:
            return
        self.wire.feed(data)
        if self.wire.held >= _INPUT_HIGH and self._reading:
            self._reading = False
            self._transport.pause_reading()
        self._get_in_line()

    def eof_received(self) -> bool:
        """The client has said all; it may still read."""
        self._no_more = True
        self._get_in_line()
        return True

    def connection_lost(self, error: Exception | None) -> None:
        """The client is gone; what it sent before still counts."""
        self._owner.lost(self)
        if self._over:
            for timer in self._timers.values():
                timer.cancel()
            self._timers.clear()
            return
        self._no_more = True
        self._full = False
        self._get_in_line()

    def pause_writing(self) -> None:
        """The client does not read: it is given some time, and no message of it is worked on."""
        self._full = True
        if not self._over and "slow" not in self._timers:
            self._set_timer("slow", SLOW_S, self._is_slow)

    def resume_writing(self) -> None:
        """It reads again."""
        self._full = False
        timer = self._timers.pop("slow", None)
        if timer is not None:
            timer.cancel()
        self._get_in_line()

    # Its turn.

    def step(self) -> bool:
        """Work on one message."""
        self._in_line = not self._over and not self._full and self._step()
        return self._in_line

    def _step(self) -> bool:
        wait = self.allowance.wait(self._loop.time())
        if wait:
            self._set_timer("allowance", wait, self._may_go_on)
            return False
        try:
            body = self.wire.take()
        except FrameTooLong:
            self.allowance.spend(1)
            message = f"A message has at most {FRAME_LIMIT} bytes."
            self._answer_wrong(Failure(code="size", message=message))
            return not self._over
        except BrokenFraming:
            message = "This is not the feed's protocol: docs/feed.md."
            self.end(Failure(code="size", message=message))
            return False
        reply = self.wire.reply()
        if reply and not self._transport.is_closing():
            self._transport.write(reply)
        if body is not None:
            self.allowance.spend(cost_of(len(body)))
            self._take(body)
            return not self._over
        if self.wire.over:
            self.end(None)
        elif self.wire.hungry:
            self._read_on()
            return False
        return not self._over

    def _read_on(self) -> None:
        if self._no_more:
            self.end(None)
        elif not self._reading:
            self._reading = True
            self._transport.resume_reading()

    def _take(self, body: bytes) -> None:
        try:
            message = decode(body)
        except WrongMessage as wrong:
            self._answer_wrong(self._other_version(body) or wrong.failure)
            return
        if not self.greeted:
            self._greet(message)
        elif message is not None:
            self._wrong = 0
            if isinstance(message, Hello):
                text = "A connection has one hello, at its beginning."
                self.send(Failure(code="hello", message=text, of="hello"))
            else:
                self._owner.received(self, message)

    def _greet(self, message: Incoming | None) -> None:
        if not isinstance(message, Hello):
            text = "The first message of a connection is hello."
            self.end(Failure(code="hello", message=text))
            return
        if message.version != VERSION:
            self.end(_wrong_version())
            return
        self.hello = message
        self.origin = self.wire.origin or message.origin
        answer = self._owner.greeted(self)
        if isinstance(answer, Failure):
            self.end(answer)
            return
        timer = self._timers.pop("hello", None)
        if timer is not None:
            timer.cancel()
        self.greeted = True
        self.send(answer)

    def _other_version(self, body: bytes) -> Failure | None:
        """What is wrong with the hello of a client that speaks another version, in which other
        fields may be right."""
        if self.greeted:
            return None
        try:
            said = _VERSION.decode(body)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None
        return _wrong_version() if said.type == "hello" and said.version != VERSION else None

    def _answer_wrong(self, failure: Failure) -> None:
        if not self.greeted:
            self.end(failure)
            return
        self._wrong += 1
        self.send(failure)
        if self._wrong >= WRONG_LIMIT:
            text = f"{WRONG_LIMIT} wrong messages in a row."
            self.end(Failure(code="closing", message=text))

    # Waits.

    def _get_in_line(self) -> None:
        if not (self._in_line or self._over or self._full or "allowance" in self._timers):
            self._in_line = True
            self._owner.turns.stand(self)

    def _may_go_on(self) -> None:
        del self._timers["allowance"]
        self._get_in_line()

    def _is_silent(self) -> None:
        text = f"There was no hello within {HELLO_S:g} seconds."
        self.end(Failure(code="hello", message=text))

    def _is_slow(self) -> None:
        _log.info("%r does not read and is given up", self)
        text = "This client does not read what it is told."
        self.end(Failure(code="slow", message=text))

    def _set_timer(self, name: str, seconds: float, then: Callable[[], None]) -> None:
        self._timers[name] = self._loop.call_later(seconds, then)


def _wrong_version() -> Failure:
    text = f"This program speaks version {VERSION} of the protocol."
    return Failure(code="version", message=text, field="version", of="hello")
