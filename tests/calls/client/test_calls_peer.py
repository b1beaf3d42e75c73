"""What can be read of anything that is like a peer connection, and that nothing of it raises."""

import dataclasses
import enum
import json
import math
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.calls.client import peer
from notifier.calls.messages import Stats, encode
from tests.calls.fake_peer import FakePeer, entry


class State(enum.Enum):
    CONNECTED = "connected"


class Raising:
    """Every attribute of it raises."""

    def __getattr__(self, name: str) -> Any:
        raise RuntimeError(name)


@pytest.mark.parametrize(
    "attributes",
    [
        {"iceConnectionState": "connected"},
        {"iceconnectionstate": "connected"},
        {"ice_connection_state": "connected"},
        {"iceConnectionState": lambda: "connected"},
        {"iceConnectionState": State.CONNECTED},
        {"iceConnectionState": None, "iceconnectionstate": "connected"},
    ],
)
def test_states_have_several_spellings(attributes: dict[str, Any]) -> None:
    assert peer.states(SimpleNamespace(**attributes)) == {"iceConnectionState": "connected"}


def test_states_of_a_fake_connection() -> None:
    assert peer.states(FakePeer()) == {
        "signalingState": "stable",
        "iceGatheringState": "new",
        "iceConnectionState": "new",
    }


@pytest.mark.parametrize("value", [None, 3, "", "x" * 41, b"new", [], object()])
def test_what_is_no_state_is_missing(value: object) -> None:
    assert peer.states(SimpleNamespace(iceConnectionState=value)) == {}


def _kind(value: object) -> str:
    return type(value).__name__


@pytest.mark.parametrize(
    "thing", [None, 1, "text", object(), Raising(), {}, lambda: None], ids=_kind
)
def test_other_things_can_not_be_asked(thing: object) -> None:
    assert not peer.can_be_asked(thing)
    assert peer.states(thing) == {}
    assert peer.descriptions(thing) == (None, None)
    peer.listen(thing, lambda: None)()


def test_what_has_no_state_can_not_be_asked() -> None:
    assert not peer.can_be_asked(SimpleNamespace(getStats=list))
    assert not peer.can_be_asked(SimpleNamespace(getStats=5, iceConnectionState="new"))
    assert peer.can_be_asked(SimpleNamespace(getStats=list, iceConnectionState="new"))
    assert peer.can_be_asked(SimpleNamespace(get_stats=list, connection_state="new"))


def test_listening_to_what_takes_some_events_only() -> None:
    fake = FakePeer()
    heard: list[object] = []
    stop = peer.listen(fake, lambda *event: heard.append(event))
    fake.ice("checking")
    fake.signal("have-local-offer")
    assert len(heard) == 2
    stop()
    fake.ice("connected")
    assert len(heard) == 2
    assert not any(fake.listeners.values())


def test_listening_to_an_emitter_of_pyee() -> None:
    from pyee.base import EventEmitter

    emitter = EventEmitter()
    heard: list[object] = []
    stop = peer.listen(emitter, lambda *event: heard.append(event))
    emitter.emit("iceconnectionstatechange")
    assert heard == [()]
    stop()
    emitter.emit("iceconnectionstatechange")
    assert len(heard) == 1


def test_listening_where_the_third_argument_is_needed() -> None:
    class Strict:
        def __init__(self) -> None:
            self.names: list[str] = []

        def addEventListener(self, name: str, _: Callable[..., Any], capture: bool) -> None:
            assert capture is False
            self.names.append(name)

    strict = Strict()
    peer.listen(strict, lambda: None)()
    assert "iceconnectionstatechange" in strict.names


@dataclasses.dataclass
class Report:
    timestamp: datetime
    type: str
    bytesSent: int


class Entry:
    def __init__(self) -> None:
        self.type = "inbound-rtp"
        self.packets_received = 7
        self._hidden = 1


class Map:
    """A JavaScript map, as bridges give them."""

    def values(self) -> Iterator[Any]:
        return iter([entry(packetsLost=3)])


AT = datetime(2026, 1, 2, 3, 4, 5, 678000, tzinfo=UTC)


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ({"a": entry(jitter=0.5)}, [entry(jitter=0.5)]),
        ([entry(jitter=0.5)], [entry(jitter=0.5)]),
        ((entry(jitter=0.5),), [entry(jitter=0.5)]),
        (iter([entry(jitter=0.5)]), [entry(jitter=0.5)]),
        (entry(jitter=0.5), [entry(jitter=0.5)]),
        (Map(), [entry(packetsLost=3)]),
        (Entry(), [{"type": "inbound-rtp", "packetsReceived": 7}]),
        ([Entry()], [{"type": "inbound-rtp", "packetsReceived": 7}]),
        (
            {"a": Report(timestamp=AT, type="transport", bytesSent=5)},
            [{"timestamp": AT.timestamp() * 1000, "type": "transport", "bytesSent": 5}],
        ),
        ([entry(goog_frame_rate=5, Already_There=1)], [entry(googFrameRate=5, Already_There=1)]),
        ([entry(a=None, b=math.nan, c=b"x", d=2**80)], [entry()]),
        ([entry(qualityLimitationDurations={"cpu": 1.5})],) * 2,
        ([3, None, "text", entry()], [entry()]),
        (None, []),
        ("text", []),
        (b"bytes", []),
        (5, []),
        (Raising(), []),
        ({}, []),
    ],
    ids=_kind,
)
def test_reports_of_all_kinds(report: object, expected: list[dict[str, Any]]) -> None:
    assert peer.entries(report) == expected


def test_a_report_that_breaks_off_is_none() -> None:
    def broken() -> Iterator[dict[str, Any]]:
        yield entry()
        raise RuntimeError("gone")

    assert peer.entries(broken()) == []


def test_a_report_has_an_end() -> None:
    def endless() -> Iterator[dict[str, Any]]:
        while True:
            yield entry()

    assert len(peer.entries(endless())) == peer.ENTRIES_LIMIT


def test_numbers_of_other_libraries() -> None:
    class Number:
        def item(self) -> float:
            return 1.5

    assert peer.plain(Number()) == 1.5


def test_what_refers_to_itself_ends() -> None:
    loop: dict[str, Any] = {"type": "inbound-rtp"}
    loop["self"] = loop
    json.dumps(peer.entries([loop]))


def test_descriptions() -> None:
    fake = SimpleNamespace(localDescription=SimpleNamespace(sdp="v=0"), remoteDescription=None)
    assert peer.descriptions(fake) == ("v=0", None)


VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(st.characters()),
        st.binary(max_size=20),
        st.datetimes(timezones=st.just(UTC)),
        st.builds(object),
        st.builds(Raising),
        st.builds(Entry),
        st.just(State.CONNECTED),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.text(max_size=8), st.integers()), inner, max_size=4),
    ),
    max_leaves=20,
)


@given(VALUES)
def test_whatever_a_report_holds_it_becomes_a_message(report: object) -> None:
    found = peer.entries(report)
    body = encode(Stats(timestamp=0, call_id="c", fabric_id="f", stats=found))
    read = json.loads(body)
    assert all(isinstance(one, dict) for one in read["stats"])


@given(VALUES)
def test_whatever_an_events_data_holds_it_becomes_json(data: object) -> None:
    json.dumps(peer.plain(data), allow_nan=False).encode()
