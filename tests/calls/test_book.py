"""The book of calls: who, how many, when a call begins and ends, and what is told."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.calls.book import (
    CALLS_LIMIT,
    QUIET_S,
    SILENCE_S,
    STEP_S,
    CallBegan,
    CallBook,
    FeedbackGiven,
    Source,
)
from notifier.calls.call import FABRICS_LIMIT, SSRCS_LIMIT
from notifier.calls.messages import Hello, PrecallStart, StatsCallback
from notifier.calls.policy import FeedPolicy
from notifier.calls.record import CallRecord, FeedbackRecord
from tests.calls.story import T0, Story, words

OTHER = Source("another", "python", None)


class TestLife:
    """From the first connection to the end."""

    def test_a_call_begins_with_its_first_connection(self) -> None:
        story = Story()
        story.join()
        assert story.begun() == []
        story.add("f")
        story.add("g")
        assert story.events == [CallBegan("call", story.source, story.wall)]

    def test_and_ends_when_the_client_says_so(self) -> None:
        story = Story()
        story.begin()
        story.talk(20)
        record = story.leave()
        assert (record.call_id, record.conference_id, record.user_id) == ("call", "room", "me")
        assert (record.client, record.outcome) == ("python", "success")
        assert record.began == T0
        assert record.ended == T0 + 20_200
        assert record.duration_ms == 20_200
        [fabric] = record.fabrics
        assert (fabric.state, fabric.end, fabric.ended) == ("terminated", "terminated", T0 + 20_200)
        assert fabric.setup_delay_ms == pytest.approx(200)
        assert words(record) == [
            "userJoined",
            "addNewFabric",
            "fabricSetup",
            "fabricTerminated",
            "userLeft",
        ]
        assert story.book.open_calls == set()
        assert story.book.timer() is None
        assert story.book.live(wall=story.wall) is None

    def test_saying_things_again_changes_nothing(self) -> None:
        story = Story()
        story.begin()
        story.talk(3)
        before = story.book.dump("call")
        assert story.join(at=0, seq=None) is None
        assert story.add(at=0, seq=None) is None
        assert story.book.dump("call") == before
        assert story.begun() == ["call"]

    def test_of_one_that_is_over_begins_nothing(self) -> None:
        story = Story()
        story.begin()
        record = story.leave()
        assert story.join(at=0, seq=None) is None
        assert story.add(at=0, seq=None) is None
        assert story.stats() is None
        assert story.happens("fabricTerminated") is None
        assert story.ended() == [record]
        assert story.begun() == ["call"]
        assert story.book.open_calls == set()

    def test_a_sequence_is_taken_once(self) -> None:
        story = Story()
        story.begin()
        for _ in range(2):
            story.say("log", message="once", seq=50)
        story.say("log", message="late", seq=49)
        assert story.book.sequence("client") == 50
        assert story.book.sequence("another") == -1
        story.seq = 50
        assert words(story.leave()).count("applicationLog") == 1

    def test_messages_of_no_call_count_too(self) -> None:
        story = Story()
        hello = Hello(timestamp=T0, seq=3, version=1, kind="python", client="x", client_id="client")
        assert story.apply(hello) is None
        assert story.apply(PrecallStart(timestamp=T0, seq=4)) is None
        assert story.book.sequence("client") == 4
        assert story.events == []


class TestSilence:
    """What is over though nobody says so."""

    def test_half_a_minute_after_the_last_word(self) -> None:
        story = Story()
        story.begin()
        story.talk(15)
        last = story.wall
        story.wait(SILENCE_S - 1)
        assert story.ended() == []
        story.wait(2)
        record = story.record
        assert (record.ended, record.outcome) == (last, "success")
        assert record.fabrics[0].end == "timeout"

    def test_what_says_nothing_of_a_connection_is_no_word(self) -> None:
        story = Story()
        story.begin()
        for _ in range(4):
            story.wait(10)
            story.say("log", message="still here")
            story.say("wifi.stats", signal=-50, rssi=-50)
        assert len(story.ended()) == 1

    def test_statistics_without_content_are_a_word(self) -> None:
        story = Story()
        story.begin()
        for _ in range(10):
            story.wait(10)
            story.say("stats", fabric_id="f", stats=[])
        assert story.ended() == []

    def test_an_ended_connection_has_no_word(self) -> None:
        story = Story()
        story.begin()
        story.ice("closed")
        for _ in range(4):
            story.wait(10)
            story.stats()
        assert len(story.ended()) == 1

    def test_a_failed_one_has_some_time_to_be_restarted(self) -> None:
        story = Story()
        story.begin()
        story.ice("failed")
        for _ in range(10):
            story.wait(10)
            story.stats()
        assert story.ended() == []
        story.wait(20)
        assert story.record.outcome == "dropped"

    def test_another_connection_within_the_half_minute_goes_on(self) -> None:
        story = Story()
        story.begin()
        story.happens("fabricTerminated")
        story.wait(25)
        story.add("g")
        story.ice("connected", fabric_id="g")
        story.talk(40, "g")
        assert story.ended() == []
        record = story.leave()
        assert [fabric.end for fabric in record.fabrics] == ["terminated", "terminated"]

    def test_a_failed_connection_that_is_restarted_goes_on(self) -> None:
        story = Story()
        story.begin()
        story.ice("failed")
        for _ in range(5):
            story.wait(10)
            story.say("stats", fabric_id="f", stats=[])
        story.ice("checking", "connected")
        story.wait(25)
        assert story.ended() == []
        assert story.leave().outcome == "success"

    def test_waiting_and_hold_are_quiet(self) -> None:
        story = Story()
        story.join()
        story.wait(600)
        story.add()
        story.ice("connected")
        story.happens("fabricHold")
        story.wait(600)
        assert story.ended() == []
        story.happens("fabricResume")
        story.wait(SILENCE_S + 1)
        assert len(story.ended()) == 1

    def test_but_not_for_ever(self) -> None:
        story = Story()
        story.join()
        story.wait(QUIET_S + 1)
        assert story.record.outcome == "aborted"
        assert story.begun() == []

    def test_and_not_without_the_client(self) -> None:
        story = Story()
        story.join()
        story.wait(100)
        story.book.disconnected("another")
        story.wait(100)
        story.book.disconnected("client")
        story.wait(STEP_S)
        assert len(story.ended()) == 1

    def test_a_client_that_is_back_is_there(self) -> None:
        story = Story()
        story.join()
        story.book.disconnected("client")
        story.wait(10)
        story.join(seq=None, at=0)
        story.wait(100)
        assert story.ended() == []

    def test_a_machine_that_slept_hears_its_clients_first(self) -> None:
        story = Story()
        story.begin()
        story.talk(5)
        story.sleep(7200)
        story.book.advance(now=story.now, wall=story.wall)
        assert story.ended() == []
        story.sleep(STEP_S / 2)
        story.stats()
        story.wait(SILENCE_S - 1)
        assert story.ended() == []
        story.wait(2)
        assert len(story.ended()) == 1

    def test_a_machine_that_slept_ends_what_nobody_speaks_of(self) -> None:
        story = Story()
        story.begin()
        story.sleep(7200)
        story.book.advance(now=story.now, wall=story.wall)
        story.wait(STEP_S)
        assert len(story.ended()) == 1


class TestAgain:
    """A connection of a call that a silence had ended."""

    def test_is_another_calls(self) -> None:
        story = Story()
        story.join(application="Talk", conference_id="room")
        story.add()
        story.ice("connected", "failed")
        story.wait(40)
        assert story.record.outcome == "dropped"
        assert story.add("g") is None
        assert story.begun() == ["call", "call.2"]
        assert set(story.book.open_calls) == {"call.2"}
        story.ice("connected", fabric_id="g")
        story.talk(12, "g")
        assert story.stats("f") is not None
        [told] = story.told()
        assert told.call_id == "call"
        refused = story.say("conference.leave", source=OTHER)
        assert refused is not None
        story.say("conference.leave")
        first, second = story.ended()
        assert (second.call_id, second.outcome, second.application) == ("call.2", "success", "Talk")
        assert second.conference_id == "room"
        assert second.began > first.ended
        assert len(second.fabrics) == 1
        story.say("feedback", overall=2)
        assert story.feedback()[0].call_id == "call.2"
        assert story.add("h") is None
        assert len(story.begun()) == 2

    def test_in_another_process_has_the_next_number(self) -> None:
        story = Story()
        story.begin()
        story.wait(40)
        story.add("g")
        book = CallBook(story.events.append, policy=FeedPolicy())
        book.set_sequence("client", story.book.sequence("client"))
        assert book.restore(story.book.dump("call.2"), now=story.now, wall=story.wall) == "call.2"
        story.book = book
        story.ice("connected", fabric_id="g")
        story.wait(40)
        story.add("h")
        assert story.begun() == ["call", "call.2", "call.3"]
        assert [record.call_id for record in story.ended()] == ["call", "call.2"]

    def test_said_again_is_the_old_one(self) -> None:
        story = Story()
        story.begin()
        story.talk(3)
        story.wait(40)
        story.join(at=0, seq=None)
        story.add(at=100, seq=None)
        story.add(at=100)
        assert story.begun() == ["call"]
        assert len(story.ended()) == 1

    def test_of_one_that_another_process_ended(self) -> None:
        story = Story()
        known = {"call", "call.2"}
        story.book = CallBook(story.events.append, policy=FeedPolicy(), was_over=known.__contains__)
        story.sleep(60)
        story.join(at=0, seq=None)
        story.add(at=100, seq=None)
        story.ice("connected", seq=None)
        assert story.stats() is None
        assert story.events == []
        story.sleep(1)
        story.add("g")
        assert story.begun() == ["call.3"]

    def test_takes_no_other_calls_name(self) -> None:
        story = Story()
        story.begin()
        story.say("conference.join", call_id="call.2", conference_id="another", source=OTHER)
        story.say("conference.join", call_id="call.3", conference_id="one more")
        story.say("conference.leave", call_id="call.3")
        story.wait(40)
        story.add("g")
        assert story.begun() == ["call", "call.4"]
        assert set(story.book.open_calls) == {"call.2", "call.4"}

    def test_after_a_leave_is_none(self) -> None:
        story = Story()
        story.begin()
        story.leave()
        story.wait(40)
        assert story.add("g") is None
        assert story.begun() == ["call"]

    def test_is_held_to_limits_and_policy(self) -> None:
        story = Story(source=Source("client", "extension", None))
        story.join(origin="https://a.example")
        story.add()
        story.wait(40)
        for number in range(CALLS_LIMIT):
            story.join(call_id=f"call-{number}")
        refused = story.add("g")
        assert refused is not None
        assert refused.code == "too-many"
        story.book.policy = FeedPolicy(watch="none")
        refused = story.add("g")
        assert refused is not None
        assert refused.code == "forbidden"


class TestWho:
    """Owners, sites, limits, names."""

    def test_a_call_is_its_clients(self) -> None:
        story = Story()
        story.begin()
        for refused in (
            story.say("conference.leave", source=OTHER),
            story.say("conference.join", conference_id="room", source=OTHER),
            story.say("feedback", overall=1, source=OTHER),
        ):
            assert refused is not None
            assert refused.code == "forbidden"
        assert story.ended() == []
        story.leave()
        refused = story.say("feedback", overall=1, source=OTHER)
        assert refused is not None
        assert refused.code == "forbidden"

    @pytest.mark.parametrize(
        ("kind", "origin", "page", "policy", "allowed"),
        [
            ("python", None, None, FeedPolicy(watch="none"), True),
            ("python", None, "https://meet.example", FeedPolicy(watch="none"), True),
            ("javascript", "https://a.example", None, FeedPolicy(watch="none"), False),
            (
                "javascript",
                "https://a.example",
                None,
                FeedPolicy(watch="none", origins=("https://a.example",)),
                True,
            ),
            ("extension", None, "https://a.example", FeedPolicy(), True),
            ("extension", None, "https://a.example", FeedPolicy(watch="none"), False),
            ("extension", None, "https://a.example", FeedPolicy(watch="listed"), False),
            (
                "extension",
                None,
                "https://a.example",
                FeedPolicy(watch="listed", sites=("a.example",)),
                True,
            ),
            ("extension", None, None, FeedPolicy(), True),
            ("extension", None, None, FeedPolicy(watch="listed", sites=("a.example",)), False),
            ("extension", None, None, FeedPolicy(watch="none"), False),
        ],
    )
    def test_sites_are_watched_by_the_policy(
        self, kind: str, origin: str | None, page: str | None, policy: FeedPolicy, allowed: bool
    ) -> None:
        story = Story(policy=policy, source=Source("client", kind, origin))
        refused = story.join(origin=page)
        assert (refused is None) == allowed
        assert ("call" in story.book.open_calls) == allowed
        if refused is not None:
            assert (refused.code, refused.of, refused.call_id) == (
                "forbidden",
                "conference.join",
                "call",
            )

    def test_a_policy_that_changes_holds_for_calls_that_go_on(self) -> None:
        story = Story(source=Source("client", "extension", None))
        story.join(origin="https://a.example")
        story.add()
        story.book.policy = FeedPolicy(watch="none")
        refused = story.stats()
        assert refused is not None
        assert refused.code == "forbidden"
        story.wait(SILENCE_S + 1)
        assert len(story.ended()) == 1

    def test_a_place_has_a_name(self) -> None:
        story = Story(source=Source("client", "extension", None))
        story.join(origin="https://Meet.example:8443")
        record = story.leave()
        assert (record.application, record.origin) == ("meet.example", "https://Meet.example:8443")
        story.call_id = "another"
        story.join(application="Talk", origin="https://meet.example")
        story.say("conference.leave")
        assert story.ended()[1].application == "Talk"

    def test_unknown_calls_and_connections_are_answered_by_name(self) -> None:
        story = Story()
        refused = story.add()
        assert refused is not None
        assert (refused.code, refused.of, refused.call_id, refused.seq) == (
            "unknown-call",
            "fabric.add",
            "call",
            1,
        )
        story.join()
        refused = story.stats()
        assert refused is not None
        assert (refused.code, refused.of) == ("unknown-fabric", "stats")
        refused = story.say("devices", fabric_id="f", devices=[], in_use=True)
        assert refused is not None
        assert refused.code == "unknown-fabric"

    def test_calls_have_a_limit(self) -> None:
        story = Story()
        for number in range(CALLS_LIMIT):
            assert story.join(call_id=f"call-{number}") is None
        refused = story.join()
        assert refused is not None
        assert refused.code == "too-many"
        refused = story.add()
        assert refused is not None
        assert (refused.code, refused.of) == ("too-many", "fabric.add")
        assert story.join(call_id="call-0") is None
        story.say("conference.leave", call_id="call-0")
        assert story.join() is None
        assert story.add() is None

    def test_connections_have_a_limit(self) -> None:
        story = Story()
        story.join()
        for number in range(FABRICS_LIMIT):
            assert story.add(f"f{number}") is None
        refused = story.add("one more")
        assert refused is not None
        assert refused.code == "too-many"
        assert story.add("f0") is None

    def test_names_of_streams_have_a_limit(self) -> None:
        story = Story()
        story.begin()
        named: dict[str, Any] = {"fabric_id": "f", "user_id": "u", "usage_label": "mic"}
        for ssrc in range(SSRCS_LIMIT):
            assert story.say("ssrc.map", ssrc=str(ssrc), **named) is None
        refused = story.say("ssrc.map", ssrc=str(SSRCS_LIMIT), **named)
        assert refused is not None
        assert refused.code == "too-many"
        assert story.say("ssrc.map", ssrc="0", **named) is None

    def test_sequences_are_remembered_of_so_many_clients(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("notifier.calls.book.CLIENTS_LIMIT", 2)
        book = CallBook(lambda _: None, policy=FeedPolicy())
        for number, client in enumerate("abac"):
            book.set_sequence(client, number)
        assert [book.sequence(client) for client in "abc"] == [2, -1, 3]


class TestTold:
    """What the client of a call is told."""

    def test_statistics_every_ten_seconds_of_each_connection(self) -> None:
        story = Story()
        story.begin()
        story.add("g")
        story.ice("connected", fabric_id="g")
        story.talk(35, "f", "g")
        told = [message for message in story.told() if isinstance(message, StatsCallback)]
        assert [message.fabric_id for message in told] == ["f", "g"] * 3
        for message in told:
            assert message.call_id == "call"
            stats = message.stats
            assert stats["connectionState"] == "online"
            assert stats["fabricState"] == "established"
            assert stats["conferenceURL"] == "call-notifier:calls/call"
            assert len(stats["mediaStreamTracks"]) >= 1
            assert stats["streams"] == {
                str(track["ssrc"]): track for track in stats["mediaStreamTracks"]
            }
            msgspec.json.encode(message)

    def test_nothing_on_hold_and_nothing_when_it_is_over(self) -> None:
        story = Story()
        story.begin()
        story.happens("fabricHold")
        story.talk(25)
        assert story.told() == []
        story.happens("fabricResume")
        story.talk(10)
        assert len(story.told()) == 1
        story.happens("fabricTerminated")
        story.talk(25)
        assert len(story.told()) == 1

    def test_disrupted_is_offline(self) -> None:
        story = Story()
        story.begin()
        story.ice("disconnected")
        story.talk(12)
        [message] = story.told()
        assert isinstance(message, StatsCallback)
        assert message.stats["connectionState"] == "offline"
        assert message.stats["fabricState"] == "disrupted"

    def test_what_waited_in_a_queue_is_told_once(self) -> None:
        """A client that was away sends an hour of statistics at once."""
        story = Story()
        story.begin()
        story.stats()
        for _ in range(60):
            story.wall += 1000
            story.stats()
        story.sleep(10)
        story.stats()
        assert len(story.told()) == 1

    def test_feedback_goes_into_the_record(self) -> None:
        story = Story()
        story.begin()
        story.say("feedback", overall=4, audio=5, comment="fine", user_id="me")
        feedback = story.leave().feedback
        assert feedback == FeedbackRecord(
            timestamp=T0 + 200, overall=4, audio=5, comment="fine", user_id="me"
        )

    def test_feedback_of_a_call_that_is_over_is_told(self) -> None:
        story = Story()
        story.begin()
        record = story.leave()
        story.say("feedback", overall=2)
        story.say("feedback", overall=3, call_id="of another day")
        assert [(given.call_id, given.feedback.overall) for given in story.feedback()] == [
            ("call", 2),
            ("of another day", 3),
        ]
        assert record.feedback is None

    def test_a_persons_own_feedback(self) -> None:
        story = Story()
        story.begin()
        said = FeedbackRecord(timestamp=T0, overall=1, source="person")
        story.book.add_feedback("call", said)
        assert story.leave().feedback == said
        story.book.add_feedback("call", said)
        assert story.events[-1] == FeedbackGiven("call", said)


class TestCheckpoints:
    """A call that is written down and taken up."""

    def test_what_changed_is_dirty_until_it_is_written(self) -> None:
        story = Story()
        assert story.book.dirty() == set()
        story.begin()
        assert story.book.dirty() == {"call"}
        story.book.dump("call")
        assert story.book.dirty() == set()
        story.stats()
        assert story.book.dirty() == {"call"}
        story.leave()
        assert story.book.dirty() == set()

    def test_another_process_goes_on(self) -> None:
        whole, broken = _told(restart=False), _told(restart=True)
        assert broken == whole

    def test_nobody_speaks_of_a_restored_call(self) -> None:
        story = Story()
        story.begin()
        story.talk(5)
        last = story.wall
        book = CallBook(story.events.append, policy=FeedPolicy())
        assert book.restore(story.book.dump("call"), now=5.0, wall=story.wall + 60_000) == "call"
        story.book, story.now = book, 5.0
        story.wall += 60_000
        story.wait(SILENCE_S - 1)
        assert story.ended() == []
        story.wait(2)
        assert (story.record.ended, story.record.outcome) == (last, "success")
        assert story.begun() == ["call"]

    def test_a_held_call_that_is_restored_waits_for_its_client_no_longer(self) -> None:
        story = Story()
        story.begin()
        story.happens("fabricHold")
        book = CallBook(story.events.append, policy=FeedPolicy())
        book.restore(story.book.dump("call"), now=5.0, wall=story.wall)
        story.book, story.now = book, 5.0
        story.wait(SILENCE_S + 1)
        assert len(story.ended()) == 1

    @pytest.mark.parametrize(
        "state", [b"", b"{}", b"[1]", b"\xff", b'{"version":1,"call":{}}', b'{"version":0}']
    )
    def test_what_cannot_be_read_is_passed_over(self, state: bytes) -> None:
        story = Story()
        assert story.book.restore(state, now=0, wall=T0) is None
        assert story.book.open_calls == set()

    def test_another_versions_state_and_a_call_that_is_there_are_too(self) -> None:
        story = Story()
        story.begin()
        state = story.book.dump("call")
        assert story.book.restore(state, now=story.now, wall=story.wall) is None
        older = state.replace(b'"version":1', b'"version":0', 1)
        assert older != state
        fresh = CallBook(story.events.append, policy=FeedPolicy())
        assert fresh.restore(older, now=story.now, wall=story.wall) is None
        assert fresh.restore(state, now=story.now, wall=story.wall) == "call"


def _told(*, restart: bool) -> CallRecord:
    """A call with everything in it; in the middle it may go over to another process."""
    story = Story(policy=FeedPolicy(collect_sdp=True))
    story.begin()
    story.say("ssrc.map", fabric_id="f", ssrc="1000", user_id="me", usage_label="mic")
    story.say("call.details", fabric_id="f", call_type="inbound", role="agent")
    story.talk(17)
    story.happens("audioMute")
    story.ice("disconnected")
    story.talk(4)
    if restart:
        book = CallBook(story.events.append, policy=story.book.policy)
        book.set_sequence("client", story.book.sequence("client"))
        book.restore(story.book.dump("call"), now=77.0, wall=story.wall)
        story.book, story.now = book, 77.0
        story.join(seq=None, at=0)
        story.add(seq=None, at=0)
    story.ice("connected")
    story.happens("audioUnmute")
    story.talk(13, pair="CP2", relay="udp")
    story.say("log", message="a line")
    return story.leave()


_DONE: list[tuple[str, dict[str, Any]]] = [
    ("fabric.add", {"fabric_id": "g", "fabric_usage": "screen"}),
    ("fabric.event", {"event": "fabricHold"}),
    ("fabric.event", {"event": "fabricResume"}),
    ("fabric.event", {"event": "audioMute"}),
    ("fabric.event", {"event": "screenShareStart"}),
    ("fabric.event", {"fabric_id": "g", "event": "fabricTerminated"}),
    ("fabric.error", {"function": "addIceCandidate", "message": "no"}),
    ("ssrc.map", {"ssrc": "1500", "user_id": "bob", "usage_label": "mic"}),
    ("feedback", {"overall": 3}),
    ("log", {"message": "a line"}),
    ("call.details", {"call_type": "inbound", "role": "agent"}),
    *(
        ("ice.state", {"changed_state": "iceConnectionState", "new_state": state} | seq)
        for state in ("checking", "connected", "disconnected", "failed")
        for seq in ({}, {"seq": None})
    ),
]


@given(
    st.lists(st.sampled_from(_DONE) | st.integers(1, 8), max_size=25),
    st.lists(st.integers(0, 25), min_size=1, max_size=3),
)
def test_a_checkpoint_changes_nothing(done: list[Any], restarts: list[int]) -> None:
    """However often and wherever the program is started anew, the record is the same."""
    records = []
    for places in ([], restarts):
        story = Story()
        story.begin()
        for place, step in enumerate(done):
            if place in places:
                book = CallBook(story.events.append, policy=FeedPolicy())
                book.set_sequence("client", story.book.sequence("client"))
                book.restore(story.book.dump("call"), now=story.now, wall=story.wall)
                story.book = book
            if isinstance(step, int):
                for _ in range(step):
                    story.wait(1.0)
                    story.stats()
                    story.stats("g")
            else:
                kind, fields = step
                story.say(kind, **({"fabric_id": "f"} | fields))
        records.append(story.leave())
    assert records[0] == records[1]


class TestQueue:
    """A client that was away says how things stand, and then what happened meanwhile."""

    def test_the_queue_is_what_happened(self) -> None:
        """The call began while the program was not there."""
        story = Story()
        story.sleep(60)
        story.join(at=0, seq=None)
        story.add(at=100, seq=None)
        story.add("g", at=50_000, seq=None)
        story.state("iceConnectionState", "connected", at=60_000, seq=None)
        story.state("signalingState", "stable", at=60_000, seq=None)
        # From here on the queue, as it was said at the time.
        story.join(at=0, seq=1)
        story.add(at=100, seq=2)
        story.state("signalingState", "have-local-offer", at=150, seq=3)
        story.state("signalingState", "stable", at=180, seq=4)
        story.state("iceConnectionState", "checking", at=200, seq=5)
        story.state("iceConnectionState", "connected", at=700, seq=6)
        story.state("iceConnectionState", "disconnected", at=20_000, seq=7)
        story.state("iceConnectionState", "connected", at=22_000, seq=8)
        story.add("g", at=50_000, seq=9)
        story.seq = 10
        story.talk(2)
        record = story.leave()
        fabric = record.fabrics[0]
        assert record.duration_ms == pytest.approx(61_900)
        assert (fabric.setup_delay_ms, fabric.disrupted_ms) == (600, 2000)
        assert words(record, "userJoined", "addNewFabric", "userLeft") == [
            "fabricSetup",
            "iceDisruptionStart",
            "iceDisruptionEnd",
            "fabricTerminated",
            "fabricTerminated",
        ]

    def test_what_nobody_queued_stands_as_it_is_said(self) -> None:
        story = Story()
        story.join(at=0, seq=None)
        story.add(at=0, seq=None)
        story.ice("checking", seq=None)
        story.ice("connected", seq=None)
        live = story.book.live(wall=story.wall)
        assert live is not None
        assert live.state == "connecting"
        story.wait(3)
        live = story.book.live(wall=story.wall)
        assert live is not None
        assert live.state == "established"
        assert story.leave().fabrics[0].setup_delay_ms == pytest.approx(200)

    def test_or_with_the_next_statistics(self) -> None:
        story = Story()
        story.join(seq=None)
        story.add(seq=None)
        story.ice("checking", seq=None)
        story.ice("connected", seq=None)
        story.sleep(0.5)
        story.stats(seq=None)
        live = story.book.live(wall=story.wall)
        assert live is not None
        assert live.state == "established"
