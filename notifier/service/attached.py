"""The calls that applications report: the feed and its book, tied to the service.

The book (:mod:`notifier.calls.book`) knows what the messages mean; here is what follows from it.
A call that begins holds the tests back; while it goes on, the front ends are told how it goes, once
a second, and every few seconds all that is known of it is written into the history, so that only
what would outlive this program is acknowledged to the client. When it is over, its record gets the
forecast that it began with, goes into the history and to the front ends.

Where the history takes nothing, nothing is acknowledged, and everything else goes on. While nothing
is attached, nothing here wakes the machine.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Protocol

import msgspec

from notifier.calls.book import (
    BookEvent,
    CallBegan,
    CallBook,
    CallEnded,
    FeedbackGiven,
    Source,
    Tell,
)
from notifier.calls.feed.server import Connection
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
from notifier.service.call_keeping import CallKeeping
from notifier.service.calls import Begun, Calls, Ended
from notifier.service.events import CallLive, CallOver, Event, ServiceState
from notifier.service.feed_door import FeedDoor, policy_of
from notifier.service.precall import Precall
from notifier.service.records import Records
from notifier.settings.model import Settings
from notifier.settings.paths import Paths

__all__ = ["Attached"]

TICK = 1.0
"""Seconds between two looks at the calls that go on, and between two snapshots of them."""

SHORTEST_ASKED = 10_000.0
"""Milliseconds that a call must have lasted for the person to be asked how it was."""

LATEST_ASKED = 300_000.0
"""Milliseconds after its end: a call that went on when the machine was switched off is over when
the program starts again, perhaps days later."""

log = logging.getLogger(__name__)


class _Host(Protocol):
    """What calls want of the service."""

    state: ServiceState

    @property
    def settings(self) -> Settings: ...

    def call_started(self, call_id: str, begun: Begun | None = None) -> None: ...

    def call_ended(
        self, call_id: str, figures: CallFigures | None = None, *, duration_ms: float = 0.0
    ) -> Ended | None: ...

    def run_for_application(self) -> None: ...


class Attached:
    """The calls from when the feed is started until it is stopped.

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
        self._emit = emit
        self._book = CallBook(self._happened, policy=FeedPolicy(), was_over=records.has_call)
        self._keeping = CallKeeping(
            self._book,
            calls,
            records,
            acknowledge=self._acknowledge,
            changed=lambda record: emit(CallOver(record, ask=False)),
        )
        self._precall = Precall(host.run_for_application)
        self._door = FeedDoor(self, paths, opened=self._restore, emit=emit)
        self._connections: dict[str, Connection] = {}
        self._looked_at = 0.0
        self._told_live = False
        self._resting = True
        """The next look is further away than that at a call."""

        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    # Life

    async def start(self) -> None:
        """Listen to clients, and take up the calls that went on when the program ended."""
        self._task = asyncio.create_task(self._run())
        await self.follow()

    async def stop(self) -> None:
        """Write down what is known, and let go of the clients: they keep what comes after."""
        self._keeping.write()
        await self._door.stop()
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.wait([task])

    async def follow(self) -> None:
        """Do as the settings say now."""
        if self._task is None:
            return
        try:
            await self._follow(self._host.settings)
        except Exception:
            log.exception("the feed does not follow the settings")

    async def _follow(self, settings: Settings) -> None:
        policy = policy_of(settings)
        changed, self._book.policy = policy != self._book.policy, policy
        await self._door.follow(settings)
        for connection in list(self._connections.values()) if changed else ():
            connection.send(self._welcome(connection))
            self._admit(connection)
        self._wake.set()

    def _restore(self) -> None:
        now, wall = time.monotonic(), time.time() * 1000
        for kept in self._keeping.found():
            state = bytes(kept.call)
            call_id = self._book.restore(state, now=now, wall=wall, is_over=self._keeping.is_over)
            if call_id is not None and kept.begun is not None:
                self._host.call_started(call_id, kept.begun)
        self._wake.set()

    async def _run(self) -> None:
        while True:
            self._wake.clear()
            at, now = self._next(), time.monotonic()
            self._resting = at is None or at > now + TICK
            try:
                async with asyncio.timeout(None if at is None else max(0.0, at - now)):
                    await self._wake.wait()
            except TimeoutError:
                pass
            if at is None or time.monotonic() < at:
                continue  # what there is to look after may be another thing now
            try:
                await self._look()
            except Exception:
                log.exception("the calls that go on were not looked after")

    def _next(self) -> float | None:
        """When to look again, monotonic; None where there is nothing to look after."""
        times = [self._precall.timer(), self._door.due]
        if self._book.open_calls:
            times.append(self._looked_at + TICK)
        if self._keeping.waiting:
            times.append(self._keeping.due)
        return min((at for at in times if at is not None), default=None)

    async def _look(self) -> None:
        now, wall = time.monotonic(), time.time() * 1000
        self._looked_at = now
        self._book.advance(now=now, wall=wall)
        self._precall.advance(now)
        if now >= self._keeping.due:
            self._keeping.write()
        self._show()
        again = self._door.due
        if again is not None and now >= again:
            await self._door.try_again()

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
        if message.seq is not None:
            self._keeping.heard(hello.client_id)
        source = Source(hello.client_id, hello.kind, connection.origin)
        failure = self._book.apply(message, source, now=now, wall=time.time() * 1000)
        match message:
            case PrecallStart():
                servers = self._host.settings.servers
                configured = frozenset(url for server in servers for url in server.urls)
                failure = self._precall.start(
                    connection,
                    message,
                    configured,
                    in_call=bool(self._calls),
                    paused=self._host.state.paused_until is not None,
                    now=now,
                )
            case PrecallStop():
                self._precall.stop(connection)
        if failure is not None:
            connection.send(failure)
        if self._resting:
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
        self._precall.tell(event, time.monotonic())
        if self._precall.timer() is not None:
            self._wake.set()

    def _admit(self, connection: Connection) -> None:
        if self._may_know(connection):
            self._precall.joined(connection)
        else:
            self._precall.left(connection)

    def _welcome(self, connection: Connection) -> Welcome:
        policy = self._book.policy
        return Welcome(
            version=VERSION,
            acknowledged=self._keeping.written(connection.hello.client_id),
            watch=policy.watch,
            sites=policy.sites,
            collect_sdp=policy.collect_sdp,
            verdicts=self._may_know(connection),
        )

    def _may_know(self, connection: Connection) -> bool:
        """Whether to tell it verdicts; the extension by itself has no use for them."""
        return connection.hello.kind != "extension" and self._book.policy.may_ask(connection.origin)

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
                self._keeping.rated(event.call_id, event.feedback)

    def _acknowledge(self, client_id: str, seq: int) -> None:
        connection = self._connections.get(client_id)
        if connection is not None:
            connection.send(Acknowledgement(seq=seq))

    def _ended(self, record: CallRecord) -> None:
        ended = self._host.call_ended(
            record.call_id, record.figures, duration_ms=record.figures_duration_ms
        )
        if not record.fabrics and record.outcome == "aborted":
            self._keeping.nothing(record.call_id)  # somebody looked in, and no call came of it
            return
        if ended is not None:
            record = _completed(record, ended)
        self._keeping.over(record)
        self._emit(CallOver(record, ask=self._may_ask(record)))
        self._show()

    def elsewhere(self) -> bool:
        """Whether another program of this person is attached to a call."""
        return self._keeping.elsewhere()

    def rate(self, call_id: str, feedback: FeedbackRecord) -> None:
        """Somebody says how a call was: during it, or afterwards."""
        self._book.add_feedback(call_id, feedback)
        if self._resting:
            self._wake.set()

    def _may_ask(self, record: CallRecord) -> bool:
        """Whether to ask how it was; a call ends once, so it is asked once."""
        return (
            self._host.settings.ask_for_rating
            and record.duration_ms >= SHORTEST_ASKED
            and record.feedback is None
            and time.time() * 1000 - record.ended <= LATEST_ASKED
        )

    def _show(self) -> None:
        live = self._book.live(wall=time.time() * 1000)
        if live is not None or self._told_live:
            self._told_live = live is not None
            self._emit(CallLive(live))


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
        comparison=None if right is None else right.sentence.english,
    )
