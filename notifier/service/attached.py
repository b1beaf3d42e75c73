"""The calls that applications report: the feed and its book, tied to the service.

The book (:mod:`notifier.calls.book`) knows what the messages mean; here is what follows from it.
A call that begins holds the tests back; while it goes on, the front ends are told how it goes, once
a second, and every few seconds all that is known of it is written into the history, so that only
what would outlive this program is acknowledged to the client. When it is over, its record gets the
forecast that it began with, goes into the history and to the front ends.

Where the history takes nothing, nothing is acknowledged, and everything else goes on.
"""

import asyncio
import logging
import sys
import time
from collections.abc import Callable
from typing import Protocol

import msgspec

from notifier.calls.address import SOCKET_NAME, address_of_this_user
from notifier.calls.book import (
    BookEvent,
    CallBegan,
    CallBook,
    CallEnded,
    FeedbackGiven,
    Source,
    Tell,
)
from notifier.calls.feed.server import Connection, Feed, FeedError
from notifier.calls.messages import (
    VERSION,
    Acknowledgement,
    Failure,
    Incoming,
    PrecallStart,
    PrecallStop,
    Welcome,
)
from notifier.calls.policy import FeedPolicy
from notifier.calls.record import CallForecast, CallRecord, FeedbackRecord
from notifier.codes import BY_SUMMARY
from notifier.quality import CallFigures
from notifier.service.calls import Begun, Calls, Ended
from notifier.service.events import CallLive, CallOver, Event
from notifier.service.precall import Precall
from notifier.service.records import Records
from notifier.settings.feed_token import feed_token
from notifier.settings.model import Settings
from notifier.settings.paths import Paths

__all__ = ["Attached"]

TICK = 1.0
"""Seconds between two looks at the calls that go on, and between two snapshots of them."""

CHECKPOINT = 5.0
"""Seconds between two writings of the calls that go on: what a crash of this program may cost
where the client is gone as well; else it sends again what was not acknowledged."""

TAKE_OVER = 30.0
"""Seconds between two tries to listen, while another program of this person does."""

SHORTEST_ASKED = 10_000.0
"""Milliseconds that a call must have lasted for the person to be asked how it was."""

log = logging.getLogger(__name__)


class _Host(Protocol):
    """What calls want of the service."""

    @property
    def settings(self) -> Settings: ...

    def call_started(self, call_id: str, begun: Begun | None = None) -> None: ...

    def call_ended(
        self, call_id: str, figures: CallFigures | None = None, *, duration_ms: float = 0.0
    ) -> Ended | None: ...

    def run_for_application(self) -> None: ...


class _Kept(msgspec.Struct):
    """A call that goes on, as it is written down."""

    begun: Begun
    call: msgspec.Raw


class Attached:
    """The feed from when it is started until it is stopped.

    It is the :class:`notifier.calls.feed.server.Handler` of its feed.

    :param emit: is told what the front ends should know.
    """

    def __init__(
        self,
        host: _Host,
        calls: Calls,
        records: Records,
        paths: Paths,
        emit: Callable[[Event], None],
    ) -> None:
        self._host = host
        self._calls = calls
        self._records = records
        self._paths = paths
        self._emit = emit
        self._book = CallBook(self._happened, policy=FeedPolicy(), was_over=records.has_call)
        self._precall = Precall(host.run_for_application)
        self._feed: Feed | None = None
        self._connections: dict[str, Connection] = {}
        self._written: dict[str, int] = {}
        """The highest ``seq`` of each client that is in the history."""

        self._over: list[CallRecord] = []
        """Records that are not in the history yet."""

        self._refused: set[str] = set()
        """Calls that go on, and that the history did not take."""

        self._asked: set[str] = set()
        self._checkpoint_at = 0.0
        self._told_live = False
        self._running = False
        self._opening = False
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    # Life

    async def start(self) -> None:
        """Listen to clients, and take up the calls that went on when the program ended."""
        self._running = True
        await self._open_feed()
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Write down what is known, and let go of the clients: they keep what comes after."""
        self._running = False
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._write()
        await self._close_feed()

    async def follow(self) -> None:
        """The settings have changed."""
        try:
            await self._follow()
        except Exception:
            log.exception("the feed does not follow the settings")

    async def _follow(self) -> None:
        settings = self._host.settings
        policy = _policy(settings)
        changed, self._book.policy = policy != self._book.policy, policy
        if self._opening or not self._running:
            return  # whoever opens it looks at the settings itself
        if not settings.attach_calls or _port(settings) != self._port:
            await self._close_feed()
        if self._feed is None:
            await self._open_feed()
        elif changed:
            self._feed.set_policy(policy)
            for connection in list(self._connections.values()):
                connection.send(self._welcome(connection))
                self._admit(connection)

    async def _open_feed(self) -> None:
        settings = self._host.settings
        self._port = _port(settings)
        if not settings.attach_calls:
            return
        self._book.policy = _policy(settings)
        self._opening = True
        try:
            self._paths.make_runtime_dir()
            feed = Feed(
                self._address(),
                self,
                policy=self._book.policy,
                token=None if self._port is None else feed_token(self._paths),
                websocket_port=self._port,
            )
            await feed.start()
        except (FeedError, OSError) as error:
            log.info("no calls are attached: %s", error)
            return
        finally:
            self._opening = False
        if not self._running:  # it was stopped meanwhile
            await feed.stop()
            return
        # Only whoever has the feed may go on with the calls of the one before.
        self._feed = feed
        self._restore()

    async def _close_feed(self) -> None:
        feed, self._feed = self._feed, None
        if feed is not None:
            await feed.stop()

    def _address(self) -> str:
        if sys.platform == "win32":
            return address_of_this_user()
        return str(self._paths.runtime_dir / SOCKET_NAME)

    def _restore(self) -> None:
        now, wall = time.monotonic(), time.time() * 1000
        self._written = self._records.client_sequences()
        for client_id, seq in self._written.items():
            self._book.set_sequence(client_id, seq)
        for state in self._records.open_calls():
            try:
                kept = msgspec.json.decode(state, type=_Kept)
            except (msgspec.DecodeError, UnicodeDecodeError):
                log.info("a call that was under way cannot be read any more")
                continue
            call_id = self._book.restore(bytes(kept.call), now=now, wall=wall)
            if call_id is not None:
                self._host.call_started(call_id, kept.begun)
        self._wake.set()

    async def _run(self) -> None:
        while True:
            self._wake.clear()
            try:
                async with asyncio.timeout(self._wait()):
                    await self._wake.wait()
            except TimeoutError:
                pass
            else:
                continue  # there is something to wait for now
            try:
                await self._tick()
            except Exception:
                log.exception("the calls that go on were not looked after")

    def _wait(self) -> float | None:
        """Seconds to the next look; None where there is nothing to look after."""
        if self._feed is None:
            return TAKE_OVER if self._host.settings.attach_calls else None
        if self._book.open_calls or self._unwritten():
            return TICK
        times = [at for at in (self._book.timer(), self._precall.timer()) if at is not None]
        return max(0.0, min(times) - time.monotonic()) if times else None

    async def _tick(self) -> None:
        if self._feed is None:
            await self._open_feed()
            return
        now, wall = time.monotonic(), time.time() * 1000
        self._book.advance(now=now, wall=wall)
        self._precall.advance(now)
        if self._over or now >= self._checkpoint_at:
            self._write()
        self._show()

    # What clients say (notifier.calls.feed.server.Handler)

    def opened(self, connection: Connection) -> Welcome | Failure:
        """A client has said hello."""
        self._connections[connection.hello.client_id] = connection
        self._admit(connection)
        return self._welcome(connection)

    def received(self, connection: Connection, message: Incoming) -> None:
        """A client says something."""
        hello, now = connection.hello, time.monotonic()
        if message.seq is not None and message.seq <= self._book.sequence(hello.client_id):
            return  # it was sent again
        source = Source(hello.client_id, hello.kind, connection.origin)
        failure = self._book.apply(message, source, now=now, wall=time.time() * 1000)
        match message:
            case PrecallStart():
                servers = self._host.settings.servers
                configured = frozenset(url for server in servers for url in server.urls)
                failure = self._precall.start(
                    connection, message, configured, in_call=bool(self._calls)
                )
            case PrecallStop():
                self._precall.stop(connection)
        if failure is not None:
            connection.send(failure)
        if not self._told_live:  # else the next look is a second away at most
            self._wake.set()

    def closed(self, connection: Connection) -> None:
        """A client is gone; its calls are over when nothing has been heard for a while."""
        self._precall.left(connection)
        client_id = connection.hello.client_id
        if self._connections.get(client_id) is connection:
            del self._connections[client_id]
            self._book.disconnected(client_id)

    def tell(self, event: Event) -> None:
        """Something happened that clients may be told."""
        if self._connections:
            self._precall.tell(event, time.monotonic())
            if self._precall.timer() is not None:
                self._wake.set()

    def _admit(self, connection: Connection) -> None:
        if self._book.policy.may_ask(connection.origin):
            self._precall.joined(connection)
        else:
            self._precall.left(connection)

    def _welcome(self, connection: Connection) -> Welcome:
        policy = self._book.policy
        return Welcome(
            version=VERSION,
            acknowledged=self._written.get(connection.hello.client_id, -1),
            watch=policy.watch,
            sites=policy.sites,
            collect_sdp=policy.collect_sdp,
            verdicts=policy.may_ask(connection.origin),
        )

    # What follows from it

    def _happened(self, event: BookEvent) -> None:
        match event:
            case CallBegan():
                self._host.call_started(event.call_id)
            case CallEnded():
                self._ended(event.record)
            case Tell():
                connection = self._connections.get(event.client_id)
                if connection is not None:
                    connection.send(event.message)
            case FeedbackGiven():
                record = self._records.set_call_feedback(event.call_id, event.feedback)
                if record is not None:
                    self._emit(CallOver(record, ask=False))

    def _ended(self, record: CallRecord) -> None:
        ended = self._host.call_ended(
            record.call_id, record.figures, duration_ms=record.figures_duration_ms
        )
        if not record.fabrics and record.outcome == "aborted":
            return  # somebody looked in, and no call came of it
        if ended is not None:
            record = _completed(record, ended)
        self._over.append(record)
        self._write()
        self._emit(CallOver(record, ask=self._may_ask(record)))
        self._show()

    def rate(self, call_id: str, feedback: FeedbackRecord) -> None:
        """Somebody says how a call was: during it, or afterwards."""
        self._asked.add(call_id)
        self._book.add_feedback(call_id, feedback)

    def _may_ask(self, record: CallRecord) -> bool:
        ask = (
            self._host.settings.ask_for_rating
            and record.duration_ms >= SHORTEST_ASKED
            and record.feedback is None
            and record.call_id not in self._asked
        )
        self._asked.add(record.call_id)
        return ask

    def _show(self) -> None:
        live = self._book.live(wall=time.time() * 1000)
        if live is not None or self._told_live:
            self._told_live = live is not None
            self._emit(CallLive(live))

    def _unwritten(self) -> bool:
        return bool(self._over) or bool(self._news())

    def _news(self) -> dict[str, int]:
        """What was applied of each client that is here and is not in the history."""
        applied = {client: self._book.sequence(client) for client in self._connections}
        return {
            client: seq for client, seq in applied.items() if seq > self._written.get(client, -1)
        }

    def _write(self) -> None:
        """Bring the history up to date, and acknowledge what is in it."""
        self._checkpoint_at = time.monotonic() + CHECKPOINT
        news, dirty = self._news(), self._book.dirty() | self._refused
        going_on = {
            call_id: msgspec.json.encode(
                _Kept(self._calls[call_id], msgspec.Raw(self._book.dump(call_id)))
            )
            for call_id in dirty
            if call_id in self._calls
        }
        if not (news or going_on or self._over):
            return
        if not self._records.keep_calls(going_on, self._over, news):
            self._refused = set(going_on)
            return
        self._refused.clear()
        self._over.clear()
        for client_id, seq in news.items():
            self._written[client_id] = seq
            self._connections[client_id].send(Acknowledgement(seq=seq))


def _policy(settings: Settings) -> FeedPolicy:
    return FeedPolicy(
        watch=settings.watch_sites,
        sites=settings.call_sites,
        origins=settings.call_origins,
        collect_sdp=settings.collect_sdp,
    )


def _port(settings: Settings) -> int | None:
    """Of the WebSocket; None where no origin may use it."""
    return settings.websocket_port if settings.call_origins else None


def _completed(record: CallRecord, ended: Ended) -> CallRecord:
    """The record with the forecast that the call began with."""
    begun, forecast, right = ended.begun, ended.begun.forecast, ended.comparison
    return msgspec.structs.replace(
        record,
        network_id=begun.network_id,
        forecast=None
        if forecast is None
        else CallForecast(
            summary_code=forecast.code,
            color=BY_SUMMARY[forecast.code].color,
            confidence=forecast.confidence,
            run_id=forecast.run_id,
            model=forecast.model,
        ),
        forecast_right=None if right is None else right.same_color,
        comparison=None if right is None else right.sentence,
    )
