"""Whatever is said in whatever order: nothing raises, and every call ends exactly once."""

from typing import Any

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from notifier.calls.book import CALLS_LIMIT, QUIET_S, CallBook, Source
from notifier.calls.diary import EVENT_LIMIT
from notifier.calls.fabric import STATES
from notifier.calls.live import LiveCall
from notifier.calls.messages import Failure, decode
from notifier.calls.policy import FeedPolicy
from notifier.calls.record import CallRecord
from notifier.calls.vocabulary import FabricEvent, WebRTCFunction
from tests.calls.story import T0, Story, entries

_CALLS = st.sampled_from(["one", "two", "three"])
_FABRICS = st.sampled_from(["f", "g"])
_SOURCES = st.sampled_from(
    [
        Source("client", "python", None),
        Source("client", "python", None),
        Source("another", "javascript", "https://talk.example"),
        Source("pages", "extension", None),
    ]
)
_TIMES = st.sampled_from([None, None, None, -100_000_000.0, -5_000.0, 3_600_000.0])
_DATA: st.SearchStrategy[dict[str, Any] | None] = st.sampled_from(
    [None, {}, {"ssrc": 1}, {"ssrc": True}, {"ssrc": "x"}, {"deviceList": []}]
)
_STATS = st.sampled_from(
    [[], [{}], [{"type": "inbound-rtp"}], [{"type": "candidate-pair", "id": 7}]]
)


class Anything(RuleBasedStateMachine):
    """Clients that say anything, and a program that may be started anew at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.story = Story()
        self.joined: set[str] = set()

    def _say(
        self, kind: str, call_id: str, source: Source, *, at: float | None = None, **fields: Any
    ) -> Failure | None:
        story = self.story
        message = {"type": kind, "callId": call_id, **fields}
        message["timestamp"] = min(max(story.wall + (at or 0.0), 0.0), 1e13)
        read = decode(msgspec.json.encode(message))
        assert read is not None
        open_before = set(story.book.open_calls)
        failure = story.apply(read, source=source)
        if kind in {"conference.join", "fabric.add"}:
            self.joined |= set(story.book.open_calls) - open_before
        if failure is not None:
            assert failure.of == kind
            assert failure.call_id == call_id
        return failure

    @rule(seconds=st.sampled_from([0.0, 0.3, 1.0, 1.0, 12.0, 40.0]), back=st.booleans())
    def time_goes(self, seconds: float, back: bool) -> None:
        self.story.wait(seconds)
        if back and seconds > 10:
            self.story.wall -= 3_600_000

    @rule(seconds=st.sampled_from([0.1, 20.0, 4000.0]))
    def time_goes_unnoticed(self, seconds: float) -> None:
        self.story.sleep(seconds)

    @rule(call=_CALLS, source=_SOURCES, at=_TIMES, origin=st.sampled_from([None, "https://a.b"]))
    def joins(self, call: str, source: Source, at: float | None, origin: str | None) -> None:
        self._say("conference.join", call, source, at=at, conferenceId="room", origin=origin)

    @rule(call=_CALLS, source=_SOURCES, at=_TIMES, fabric=_FABRICS, seq=st.booleans())
    def adds(self, call: str, source: Source, at: float | None, fabric: str, seq: bool) -> None:
        number = {"seq": self.story.book.sequence(source.client_id) + 1} if seq else {}
        self._say("fabric.add", call, source, at=at, fabricId=fabric, **number)

    @rule(call=_CALLS, fabric=_FABRICS, data=st.data(), at=_TIMES, seq=st.booleans())
    def changes(
        self, call: str, fabric: str, data: st.DataObject, at: float | None, seq: bool
    ) -> None:
        source = data.draw(_SOURCES)
        name = data.draw(st.sampled_from(["iceConnectionState", *sorted(STATES)]))
        new = data.draw(st.sampled_from([*sorted(STATES[name]), "sideways"]))
        number = {"seq": self.story.book.sequence(source.client_id) + 1} if seq else {}
        self._say(
            "ice.state", call, source, at=at, fabricId=fabric, changedState=name, newState=new,
            **number,
        )  # fmt: skip

    @rule(
        call=_CALLS,
        source=_SOURCES,
        fabric=_FABRICS,
        event=st.sampled_from(list(FabricEvent)),
        data=_DATA,
    )
    def happens(
        self, call: str, source: Source, fabric: str, event: str, data: dict[str, Any] | None
    ) -> None:
        self._say("fabric.event", call, source, fabricId=fabric, event=event, data=data)

    @rule(
        call=_CALLS,
        source=_SOURCES,
        fabric=st.none() | _FABRICS,
        function=st.sampled_from(list(WebRTCFunction)),
    )
    def errs(self, call: str, source: Source, fabric: str | None, function: str) -> None:
        self._say("fabric.error", call, source, fabricId=fabric, function=function, localSdp="v=0")

    @rule(call=_CALLS, source=_SOURCES, fabric=_FABRICS, seconds=st.integers(1, 15), at=_TIMES)
    def talks(self, call: str, source: Source, fabric: str, seconds: int, at: float | None) -> None:
        for _ in range(seconds):
            self.story.wait(1.0)
            went = (self.story.wall - T0) / 1000
            stats = entries(abs(went), at=self.story.wall)
            self._say("stats", call, source, at=at, fabricId=fabric, stats=stats)

    @rule(call=_CALLS, source=_SOURCES, fabric=_FABRICS, stats=_STATS)
    def mumbles(self, call: str, source: Source, fabric: str, stats: list[dict[str, Any]]) -> None:
        self._say("stats", call, source, fabricId=fabric, stats=stats)

    @rule(call=_CALLS, source=_SOURCES, ssrc=st.sampled_from(["1000", "1500", "x", "-1"]))
    def names(self, call: str, source: Source, ssrc: str) -> None:
        self._say(
            "ssrc.map", call, source, fabricId="f", ssrc=ssrc, userId="u", usageLabel="screen"
        )

    @rule(call=_CALLS, source=_SOURCES, often=st.sampled_from([1, 600]))
    def logs(self, call: str, source: Source, often: int) -> None:
        for _ in range(often):
            self._say("log", call, source, message="a line")
        self._say("wifi.stats", call, source, signal=1, rssi=2)
        self._say("devices", call, source, devices=[], inUse=True)
        self._say("call.details", call, source, fabricId="f", callType="inbound")
        self._say("sdp", call, source, fabricId="f", localSdp="v=0")

    @rule(call=_CALLS, source=_SOURCES)
    def rates(self, call: str, source: Source) -> None:
        self._say("feedback", call, source, overall=3)

    @rule(call=_CALLS, source=_SOURCES, at=_TIMES)
    def leaves(self, call: str, source: Source, at: float | None) -> None:
        self._say("conference.leave", call, source, at=at)

    @rule(client=st.sampled_from(["client", "another", "pages"]))
    def goes(self, client: str) -> None:
        self.story.book.disconnected(client)

    @rule(watch=st.sampled_from(["all", "none"]), sdp=st.booleans())
    def is_set(self, watch: Any, sdp: bool) -> None:
        self.story.book.policy = FeedPolicy(watch=watch, collect_sdp=sdp)

    @rule()
    def starts_anew(self) -> None:
        old, story = self.story.book, self.story
        book = CallBook(story.events.append, policy=old.policy)
        for client in ("client", "another", "pages"):
            book.set_sequence(client, old.sequence(client))
        for call_id in set(old.open_calls):
            assert book.restore(old.dump(call_id), now=story.now, wall=story.wall) == call_id
        assert old.dirty() == set()
        # What was over is forgotten: the calls' names are not used again.
        book._over = old._over
        assert book._names == old._names
        story.book = book

    @invariant()
    def is_in_order(self) -> None:
        story = self.story
        records = story.ended()
        ended = [record.call_id for record in records]
        assert len(set(ended)) == len(ended)
        assert self.joined == set(ended) | set(story.book.open_calls)
        assert story.book.dirty() <= set(story.book.open_calls)
        assert len(story.book.open_calls) <= CALLS_LIMIT
        begun = story.begun()
        assert len(set(begun)) == len(begun)
        for record in records[-1:]:
            _check(record, begun=record.call_id in begun)
        live = story.book.live(wall=story.wall)
        assert live is None or isinstance(live, LiveCall)
        timer = story.book.timer()
        assert (timer is None) == (not story.book.open_calls)

    def teardown(self) -> None:
        self.story.wait(QUIET_S + 60)
        assert not self.story.book.open_calls
        self.is_in_order()


def _check(record: CallRecord, *, begun: bool) -> None:
    """A record is whole, can be written and read, and has no impossible number."""
    written = msgspec.json.encode(record)
    assert msgspec.json.decode(written, type=CallRecord) == record
    assert begun == bool(record.fabrics)
    assert record.began <= record.ended
    assert record.duration_ms >= 0
    assert len(record.events) <= EVENT_LIMIT
    assert (record.summary_code is None) == (record.figures is None)
    times = [event.timestamp for event in record.events]
    assert times == sorted(times)
    assert [event.event for event in record.events].count("userJoined") == 1
    for fabric in record.fabrics:
        assert fabric.end is not None
        assert fabric.ended is not None
        assert fabric.added <= fabric.ended
        assert fabric.setup_delay_ms is None or fabric.setup_delay_ms >= 0
        assert fabric.disrupted_ms >= 0
        for stream in fabric.streams:
            assert stream.loss_fraction is None or 0 <= stream.loss_fraction <= 1


TestAnything = Anything.TestCase
TestAnything.settings = settings(max_examples=60, stateful_step_count=40)
