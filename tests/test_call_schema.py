"""The record of a call and its schema say the same: what is right passes, what is not does not."""

import json
from collections import defaultdict
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any, get_args

import jsonschema
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notifier.calls.book import BookEvent, CallBook, CallEnded, Source
from notifier.calls.messages import decode
from notifier.calls.policy import FeedPolicy
from notifier.calls.record import (
    CallForecast,
    CallRecord,
    EventRecord,
    FabricRecord,
    FeedbackRecord,
    Outcome,
    Spread,
    StreamRecord,
    TimePoint,
)
from notifier.calls.vocabulary import CallType, FabricState, FabricUsage, Role
from notifier.codes import ROWS
from notifier.quality import CallFigures
from tests.call_records import call_records, example_call, example_feedback
from tests.records import NOON

SCHEMA: dict[str, Any] = json.loads(
    (resources.files("notifier") / "call.schema.json").read_text("utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

Record = dict[str, Any]


def as_record(call: CallRecord) -> Record:
    """What a reader gets: through real JSON."""
    record: Record = json.loads(msgspec.json.encode(call))
    return record


def full_record() -> Record:
    return as_record(example_call(feedback=example_feedback(audio=5, comment="Fine.")))


def errors(record: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(record)]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_field_is_described() -> None:
    for part in [SCHEMA, *SCHEMA["$defs"].values()]:
        assert part["additionalProperties"] is False
        for name, field in part["properties"].items():
            assert field.get("description"), name


PARTS = {
    "fabric": FabricRecord,
    "stream": StreamRecord,
    "spread": Spread,
    "event": EventRecord,
    "point": TimePoint,
    "figures": CallFigures,
    "forecast": CallForecast,
    "feedback": FeedbackRecord,
}


def test_every_part_is_one_of_the_record() -> None:
    assert set(SCHEMA["$defs"]) == set(PARTS)


@pytest.mark.parametrize(
    ("part", "struct"),
    [(SCHEMA, CallRecord), *((SCHEMA["$defs"][name], kind) for name, kind in PARTS.items())],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_schema_has_the_fields_of_the_struct_in_their_order(
    part: Record, struct: type[msgspec.Struct]
) -> None:
    names = [field.encode_name for field in msgspec.structs.fields(struct)]
    assert list(part["properties"]) == names
    assert part["required"] == names, "what nobody said is null, and not missing"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(call_records)
def test_every_call_passes_and_reads_back(call: CallRecord) -> None:
    assert errors(as_record(call)) == []
    assert msgspec.json.decode(msgspec.json.encode(call), type=CallRecord) == call


def test_the_full_record_and_the_barest_pass() -> None:
    assert errors(full_record()) == []
    barest = CallRecord(
        call_id="c", conference_id="", began=0.0, ended=0.0, duration_ms=0.0, outcome="missed"
    )
    assert errors(as_record(barest)) == []


def spots(part: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Each field of a record, at every depth but that of an event's own data."""
    found: list[tuple[str | int, ...]] = []
    if isinstance(part, dict):
        for name, value in part.items():
            found += [(*path, name), *(spots(value, (*path, name)) if name != "data" else [])]
    if isinstance(part, list):
        for number, value in enumerate(part):
            found += spots(value, (*path, number))
    return found


def changed(path: tuple[str | int, ...], change: Callable[[Any, Any], object]) -> Record:
    record = full_record()
    part: Any = record
    for step in path[:-1]:
        part = part[step]
    change(part, path[-1])
    return record


def put(value: object) -> Callable[[Any, Any], None]:
    def change(part: Any, name: Any) -> None:
        part[name] = value

    return change


@pytest.mark.parametrize("path", spots(full_record()), ids=lambda path: ".".join(map(str, path)))
def test_each_field_is_there_and_of_its_type(path: tuple[str | int, ...]) -> None:
    assert errors(changed(path, put([[]])))
    assert errors(changed(path, lambda part, name: part.pop(name)))
    assert errors(changed(path, lambda part, name: put(1)(part, f"{name}X")))


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("callId",), ""),
        (("callId",), None),
        (("began",), -1),
        (("began",), "2026-11-21"),
        (("durationMs",), None),
        (("outcome",), "fine"),
        (("outcome",), None),
        (("eventsDropped",), -1),
        (("summaryCode",), 80),
        (("summaryCode",), "95"),
        (("color",), "yellow"),
        (("forecastRight",), 1),
        (("figures", "concealed"), 1.01),
        (("figures", "connected"), None),
        (("forecast", "confidence"), -0.01),
        (("forecast", "summaryCode"), None),
        (("feedback", "overall"), 0),
        (("feedback", "overall"), 6),
        (("feedback", "overall"), None),
        (("feedback", "audio"), 4.5),
        (("feedback", "source"), "nobody"),
        (("fabrics", 0, "fabricId"), ""),
        (("fabrics", 0, "end"), "closed"),
        (("fabrics", 0, "disruptedMs"), -1),
        (("fabrics", 0, "streams", 0, "ssrc"), 2**32),
        (("fabrics", 0, "streams", 0, "direction"), "up"),
        (("fabrics", 0, "streams", 0, "lossFraction"), 2),
        (("fabrics", 0, "streams", 1, "quality"), None),
        (("events", 1, "data"), []),
        (("timeline", 0, "upKbps"), -1),
    ],
)
def test_a_wrong_value(path: tuple[str | int, ...], wrong: object) -> None:
    assert errors(changed(path, put(wrong)))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.summary_code))
def test_a_code_has_its_colour(row: Any) -> None:
    for color in ("red", "amber", "green", None):
        right = color == row.color
        record = full_record() | {"summaryCode": row.summary_code, "color": color}
        assert bool(errors(record)) != right
        record = full_record()
        record["forecast"] |= {"summaryCode": row.summary_code, "color": color}
        assert bool(errors(record)) != right
    assert errors(full_record() | {"summaryCode": None})
    assert errors(full_record() | {"summaryCode": None, "color": None}) == []


def test_the_words_of_the_interface_are_named() -> None:
    fabric = SCHEMA["$defs"]["fabric"]["properties"]
    for field, words in (
        (fabric["usage"], FabricUsage),
        (fabric["state"], FabricState),
        (SCHEMA["properties"]["callType"], CallType),
        (SCHEMA["properties"]["role"], Role),
    ):
        for word in words:
            assert word in field["description"]


STATES = {
    "signalingState": ["have-local-offer", "stable", "closed"],
    "iceGatheringState": ["gathering", "complete"],
    "iceConnectionState": ["checking", "connected", "disconnected", "failed", "closed"],
    "connectionState": ["connecting", "connected", "disconnected", "failed", "closed"],
}
NUMBERS = st.integers(0, 10**5) | st.floats(-1e6, 1e9)
COUNTERS = (
    *("bytesSent", "bytesReceived", "packetsSent", "packetsReceived", "packetsLost"),
    *("freezeCount", "totalFreezesDuration", "concealedSamples", "totalSamplesReceived"),
)
"""Of which the growth is drawn."""

FURTHER = ("jitter", "frameWidth", "framesPerSecond", "currentRoundTripTime")
STATS = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["inbound-rtp", "outbound-rtp", "candidate-pair"]),
        "kind": st.sampled_from(["audio", "video"]),
        **dict.fromkeys(COUNTERS, NUMBERS),
    },
    optional=dict.fromkeys((*FURTHER, "availableOutgoingBitrate"), NUMBERS),
)
SAID = st.one_of(
    st.just({"type": "fabric.add", "remoteUserId": "bob"}),
    st.sampled_from([(state, word) for state, words in STATES.items() for word in words]).map(
        lambda change: {"type": "ice.state", "changedState": change[0], "newState": change[1]}
    ),
    st.sampled_from(["fabricTerminated", "callUnAnswered", "fabricHold", "audioMute"]).map(
        lambda event: {"type": "fabric.event", "event": event}
    ),
    st.integers(1, 5).map(lambda stars: {"type": "feedback", "overall": stars}),
    st.just({"type": "fabric.error", "function": "createOffer", "message": "no"}),
    st.just({"type": "log", "message": "hello"}),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.booleans(),
    st.lists(
        st.tuples(
            st.lists(STATS, max_size=3, unique_by=lambda entry: entry["type"]),
            st.one_of(st.none(), st.none(), st.none(), SAID),
            st.sampled_from("fffg"),
            st.sampled_from([1000, 1000, 1000, 0, 9999, 60_000, -5000]),
        ),
        max_size=30,
    ),
)
def test_whatever_a_client_says_the_record_passes(
    connected: bool, said: list[tuple[list[Record], Record | None, str, int]]
) -> None:
    """Its clock may be set back on the way, and its counters may be anything."""
    counted: dict[tuple[str, str], float] = defaultdict(float)
    told: list[BookEvent] = []
    book = CallBook(told.append, policy=FeedPolicy())
    wall, now = NOON, 0.0

    def say(message: dict[str, Any], fabric: str = "f") -> None:
        whole = {"callId": "call", "fabricId": fabric, "timestamp": wall} | message
        incoming = decode(json.dumps(whole).encode())
        assert incoming is not None
        book.apply(incoming, Source("client", "python", None), now=now, wall=wall)

    say({"type": "conference.join", "conferenceId": "stand-up"})
    if connected:
        say({"type": "fabric.add"})
        say({"type": "ice.state", "changedState": "connectionState", "newState": "connecting"})
        say({"type": "ice.state", "changedState": "connectionState", "newState": "connected"})
    for stats, message, fabric, step in said:
        wall += step
        now += abs(step) / 1000
        for entry in stats:
            entry |= {"id": entry["type"], "ssrc": 7, "state": "succeeded", "timestamp": wall}
            for name in COUNTERS:
                counted[entry["type"], name] += entry[name]
                entry[name] = counted[entry["type"], name]
        say({"type": "stats", "stats": stats})
        if message is not None:
            say(message, fabric)
        book.advance(now=now, wall=wall)
    say({"type": "conference.leave"})
    while (at := book.timer()) is not None:
        now, wall = max(now, at), wall + max(0.0, at - now) * 1000
        book.advance(now=now, wall=wall)
    # More than one where a connection came after a silence: that is another call.
    records = [event.record for event in told if isinstance(event, CallEnded)]
    assert records
    for record in records:
        assert errors(as_record(record)) == []
        assert msgspec.json.decode(msgspec.json.encode(record), type=CallRecord) == record


PAGE = (Path(__file__).parents[1] / "docs" / "history.md").read_text("utf-8")


def test_the_documentation_explains_every_field_and_outcome() -> None:
    table = PAGE.split("## JSON of calls")[1].split("\n## ")[0]
    explained = "\n".join(line.split("|")[1] for line in table.splitlines() if line[:1] == "|")
    assert [name for name in SCHEMA["properties"] if f"`{name}`" not in explained] == []
    assert [word for word in get_args(Outcome) if f"`{word}`" not in table] == []
