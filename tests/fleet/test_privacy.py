"""What figures never say: at each level, of a record that is full of what must not get out."""

import json

import msgspec
import pytest

from notifier.calls.record import CallRecord
from notifier.fleet.exposition import exposition
from notifier.fleet.identity import instance, resource
from notifier.fleet.metrics import ATTRIBUTES, METRICS, RESOURCE, Level
from notifier.fleet.otlp import request, resource_metrics
from notifier.fleet.protobuf import encode_request
from tests.call_records import example_call
from tests.fleet.figures import NOW, empty
from tests.records import example_measurement, example_server, example_unusual, example_verdict

LEVELS: tuple[Level, ...] = ("none", "installation", "machine", "person")

DEVICE = "7d0fbb6c-8a5e-4b4e-9a36-3a2f5f1f2c11"

NEVER = (
    "9f2c5e0a41d7b836",  # the notification
    "192.0.2.77",  # this machine, on its own network
    "203.0.113.9",  # and outside
    "198.51.100.3",  # the address behind the server's name
    "Tiny Provider",
    "Smallville",
    "Ruritania",
    "hunter2",  # raw words of a failure
    "call-4711",
    "board-meeting",
    "meet.secret.example",
    "alice-the-user",
    "bob-the-other",
    "very personal comment",
    "fabric-1",
    "wpa-ssid",
)
"""Secrets, addresses, names and sites, each of which stands somewhere in the records below."""


def rich_call() -> CallRecord:
    call = msgspec.structs.replace(
        example_call("call-4711"),
        conference_id="board-meeting",
        application="meet.secret.example",
        origin="https://meet.secret.example",
        user_id="alice-the-user",
        client="extension",
        network_id="wpa-ssid",
        comparison="hunter2",
    )
    text = msgspec.json.encode(call).decode()
    raw = json.loads(text)
    for fabric in raw["fabrics"]:
        fabric["remoteUserId"] = "bob-the-other"
        fabric["fabricId"] = "fabric-1"
    raw["feedback"] = {"timestamp": 1, "overall": 4, "comment": "very personal comment"}
    return msgspec.json.decode(json.dumps(raw), type=CallRecord)


def payloads(level: Level, *, own: bool, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that leaves the program: the request, the file on the disk, the text file."""
    monkeypatch.setattr("platform.node", lambda: "laptop-of-alice")
    monkeypatch.setattr("getpass.getuser", lambda: "alice")
    server = example_server(
        detail="401 for hunter2", mapped_address="203.0.113.9", server_address="198.51.100.3"
    )
    measurement = example_measurement(server)
    verdict = example_verdict(
        measurement,
        summary_code=60,
        causes=("loss",),
        device_id=DEVICE,
        notification_id="9f2c5e0a41d7b836",
        local_ip="192.0.2.77",
        isp="Tiny Provider",
        city="Smallville",
        country="Ruritania",
        notification="hunter2",
        advice=("hunter2",),
        unusual=(example_unusual(text="hunter2"),),
    )
    tally = empty()
    tally.identity = level
    tally.run(verdict, measurement, own_servers=own)
    tally.call(rich_call())
    tally.compared(95, 60)
    tally.failed("crashed")
    of = resource(level, instance(level, tally.instance, DEVICE), ("site=Berlin",))
    snapshot = resource_metrics(tally, of, "deb", NOW)
    return [
        encode_request(request(snapshot)).decode("latin-1"),
        json.dumps(snapshot),
        exposition(tally, of, "deb", NOW),
        msgspec.json.encode(tally).decode(),
    ]


def test_the_record_holds_what_must_not_get_out() -> None:
    said = msgspec.json.encode(rich_call()).decode()
    assert sum(word in said for word in NEVER) >= 8


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("own", [False, True])
def test_nothing_of_it_is_told(level: Level, own: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for payload in payloads(level, own=own, monkeypatch=monkeypatch):
        assert not [word for word in NEVER if word in payload]
        assert ("turn.example.org" in payload) != own


@pytest.mark.parametrize(
    ("level", "told"),
    [
        ("none", set()),
        ("installation", {DEVICE}),
        ("machine", {DEVICE, "laptop-of-alice"}),
        ("person", {DEVICE, "laptop-of-alice", '"alice"'}),
    ],
)
def test_each_level_tells_what_it_says(
    level: Level, told: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = payloads(level, own=False, monkeypatch=monkeypatch)[1]
    assert {word for word in (DEVICE, "laptop-of-alice", '"alice"') if word in text} == told
    assert "Berlin" in text


@pytest.mark.parametrize("level", LEVELS)
def test_the_resource_is_what_the_table_says(level: Level) -> None:
    found = resource(level, "x", ())
    assert set(found) <= {each.name for each in RESOURCE if level in each.levels}


def test_an_organisation_cannot_make_a_label_twice() -> None:
    said = (
        "os_type=x",
        "job=y",
        "client=z",
        "model=m",
        "service.instance.id=all",
        "a.b=1",
        "a_b=2",
    )
    found = resource("none", "x", said)
    assert found["service.instance.id"] == "x"
    assert set(found) - {"service.name", "service.version", "service.instance.id", "os.type"} == {
        "a.b"
    }


def test_every_attribute_is_in_the_table() -> None:
    said = {name for metric in METRICS for name in metric.attributes}
    assert said == {attribute.name for attribute in ATTRIBUTES}
