"""The queue of what is not acknowledged: its order, its end, and what goes before it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.calls.client.backlog import Backlog
from notifier.calls.messages import (
    ConferenceJoin,
    ConferenceLeave,
    FabricAdd,
    FabricHappening,
    IceState,
    Incoming,
    Log,
    Stats,
)
from notifier.calls.vocabulary import FabricEvent

CALL = "c"
FABRIC = "f"


def join(call: str = CALL) -> ConferenceJoin:
    return ConferenceJoin(timestamp=1, call_id=call, conference_id="conference")


def add(call: str = CALL, fabric: str = FABRIC) -> FabricAdd:
    return FabricAdd(timestamp=2, call_id=call, fabric_id=fabric)


def ice(state: str, *, call: str = CALL, fabric: str = FABRIC) -> IceState:
    return IceState(
        timestamp=3,
        call_id=call,
        fabric_id=fabric,
        changed_state="iceConnectionState",
        new_state=state,
    )


def stats(octets: int = 10, *, call: str = CALL, fabric: str = FABRIC) -> Stats:
    return Stats(timestamp=4, call_id=call, fabric_id=fabric, stats=[{"id": "x" * octets}])


def log(text: str = "line") -> Log:
    return Log(timestamp=5, call_id=CALL, message=text)


def sent(backlog: Backlog) -> list[dict[str, Any]]:
    """All that is to be sent now."""
    found = []
    while (body := backlog.take()) is not None:
        found.append(json.loads(body))
    return found


def announced(backlog: Backlog) -> list[dict[str, Any]]:
    return [json.loads(body) for body in backlog.announcements()]


def test_messages_are_numbered_and_sent_once_in_their_order() -> None:
    backlog = Backlog()
    for message in (join(), add(), stats()):
        assert backlog.put(message)
    assert [(m["type"], m["seq"]) for m in sent(backlog)] == [
        ("conference.join", 0),
        ("fabric.add", 1),
        ("stats", 2),
    ]
    assert not backlog.unsent
    assert len(backlog) == 3


def test_after_another_connection_all_that_is_not_acknowledged_is_sent_again() -> None:
    backlog = Backlog()
    for message in (join(), add(), stats(), stats()):
        backlog.put(message)
    sent(backlog)
    backlog.acknowledge(1)
    backlog.put(stats())
    backlog.rewind()
    assert [m["seq"] for m in sent(backlog)] == [2, 3, 4]


def test_an_acknowledgement_of_what_was_never_said_does_no_harm() -> None:
    backlog = Backlog()
    backlog.put(join())
    backlog.acknowledge(1000)
    backlog.acknowledge(-1)
    assert len(backlog) == 0
    assert backlog.size == 0
    backlog.put(add())
    assert [m["seq"] for m in sent(backlog)] == [1]


def test_a_full_queue_drops_the_oldest_statistics_first() -> None:
    backlog = Backlog(messages_limit=4)
    for message in (join(), stats(), add(), stats(), stats(), log()):
        backlog.put(message)
    assert [(m["type"], m["seq"]) for m in sent(backlog)] == [
        ("conference.join", 0),
        ("fabric.add", 2),
        ("stats", 4),
        ("log", 5),
    ]
    assert backlog.dropped == 2


def test_without_statistics_the_oldest_goes() -> None:
    backlog = Backlog(messages_limit=3)
    for number in range(6):
        backlog.put(log(str(number)))
    assert [m["message"] for m in sent(backlog)] == ["3", "4", "5"]


def test_the_queue_is_bounded_in_bytes() -> None:
    backlog = Backlog(bytes_limit=50_000)
    backlog.put(join())
    for _ in range(30):
        backlog.put(stats(5000))
    assert backlog.size <= 50_000
    assert [m["seq"] for m in sent(backlog)][:1] == [0]


def test_what_no_program_would_take_is_not_taken() -> None:
    backlog = Backlog()
    assert not backlog.put(stats(1_000_001))
    assert len(backlog) == 0
    assert backlog.dropped == 1
    # And has no number: the next one does not leave a gap.
    backlog.put(join())
    assert [m["seq"] for m in sent(backlog)] == [0]


def test_what_was_sent_and_dropped_meanwhile_is_not_sent_again() -> None:
    backlog = Backlog(messages_limit=2)
    for _ in range(4):
        backlog.put(stats())
    backlog.take()
    backlog.put(log())
    backlog.put(log())
    backlog.rewind()
    assert [m["type"] for m in sent(backlog)] == ["log", "log"]


def test_before_the_queue_goes_what_it_begins_from() -> None:
    backlog = Backlog()
    for message in (join(), add(), ice("checking"), ice("connected"), stats(), ice("disconnected")):
        backlog.put(message)
    assert announced(backlog) == []  # the queue says it all
    backlog.acknowledge(3)
    assert [(m["type"], m.get("newState")) for m in announced(backlog)] == [
        ("conference.join", None),
        ("fabric.add", None),
        ("ice.state", "connected"),
    ]
    assert all(m["seq"] is None for m in announced(backlog))
    assert [m["timestamp"] for m in announced(backlog)] == [1, 2, 3]


def test_of_what_is_over_nothing_goes_before_the_queue() -> None:
    backlog = Backlog()
    ended = FabricHappening(
        timestamp=6, call_id=CALL, fabric_id=FABRIC, event=FabricEvent.FABRIC_TERMINATED
    )
    for message in (join(), add(), ice("connected"), add(fabric="g"), ended):
        backlog.put(message)
    backlog.acknowledge(4)
    assert [(m["type"], m.get("fabricId")) for m in announced(backlog)] == [
        ("conference.join", None),
        ("fabric.add", "g"),
    ]
    backlog.put(ConferenceLeave(timestamp=7, call_id=CALL))
    # The program has not heard of the end: it has to know of what.
    assert len(announced(backlog)) == 2
    backlog.acknowledge(5)
    assert announced(backlog) == []


def test_what_a_full_queue_lost_of_a_connection_goes_before_it() -> None:
    backlog = Backlog(messages_limit=2)
    for message in (join(), add(), ice("checking"), ice("connected"), log("a"), log("b")):
        backlog.put(message)
    assert [m.get("newState", m["type"]) for m in announced(backlog)] == [
        "conference.join",
        "fabric.add",
        "connected",
    ]


CALLS = st.sampled_from(["c", "d"])
FABRICS = st.sampled_from(["f", "g"])
STATES = st.sampled_from(["checking", "connected", "disconnected", "failed"])

MESSAGES = st.one_of(
    st.builds(join, CALLS),
    st.builds(add, CALLS, FABRICS),
    st.builds(lambda s, c, f: ice(s, call=c, fabric=f), STATES, CALLS, FABRICS),
    st.builds(lambda n, c, f: stats(n, call=c, fabric=f), st.integers(0, 300), CALLS, FABRICS),
    st.builds(lambda c: ConferenceLeave(timestamp=9, call_id=c), CALLS),
    st.builds(log),
)
STEPS = st.lists(
    st.one_of(MESSAGES, st.integers(0, 60), st.sampled_from(["take", "rewind"])), max_size=80
)


class _World:
    """What a program that hears these messages believes in: calls, connections and states."""

    def __init__(self) -> None:
        self.calls: dict[str, dict[str, str]] = {}

    def hear(self, message: dict[str, Any]) -> None:
        fabrics = self.calls.get(message.get("callId", ""))
        match message["type"]:
            case "conference.join":
                self.calls.setdefault(message["callId"], {})
            case "conference.leave":
                self.calls.pop(message["callId"], None)
            case "fabric.add" if fabrics is not None:
                fabrics.setdefault(message["fabricId"], "new")
            case "ice.state" if fabrics is not None and message["fabricId"] in fabrics:
                fabrics[message["fabricId"]] = message["newState"]


@given(STEPS)
def test_a_program_without_memory_comes_to_the_same_world(
    steps: list[Incoming | int | str],
) -> None:
    """Whatever was said, acknowledged, sent and dropped before it came."""
    backlog = Backlog(messages_limit=12, bytes_limit=2000)
    all_said = Backlog(messages_limit=10_000)
    for step in steps:
        if step == "take":
            backlog.take()
        elif step == "rewind":
            backlog.rewind()
        elif isinstance(step, int):
            backlog.acknowledge(step)
        elif not isinstance(step, str):
            backlog.put(step)
            all_said.put(step)
        assert len(backlog) <= 12
        assert backlog.size <= 2000
    backlog.rewind()
    heard = [*announced(backlog), *sent(backlog)]
    numbers = [m["seq"] for m in heard if m["seq"] is not None]
    assert numbers == sorted(set(numbers))
    new, old = _World(), _World()
    for message in heard:
        new.hear(message)
    for message in sent(all_said):
        old.hear(message)
    assert new.calls == old.calls


@pytest.mark.parametrize("count", [0, 1, 5])
def test_the_size_is_that_of_the_messages(count: int) -> None:
    backlog = Backlog()
    for _ in range(count):
        backlog.put(stats())
    size = backlog.size
    total = 0
    while (body := backlog.take()) is not None:
        total += len(body)
    assert size == total
