"""The record and its schema say the same: what is right passes, each kind of wrong does not."""

import copy
import json
import re
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any, get_args

import jsonschema
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from notifier.codes import ROWS, STATUS_TEXTS, Connectivity
from notifier.forecast.causes import Cause
from notifier.forecast.watched import Figure
from notifier.measurement import (
    CallCheck,
    Intervals,
    LocalLink,
    Origin,
    RoundTrip,
    ServerEntry,
    ServerError,
    Throughput,
    WifiLink,
)
from notifier.verdict import UnusualFigure, Verdict
from tests.records import (
    example_measurement,
    example_server,
    example_unusual,
    example_verdict,
    verdicts,
)

SCHEMA: dict[str, Any] = json.loads(
    (resources.files("notifier") / "verdict.schema.json").read_text("utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(
    SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)

Record = dict[str, Any]


def as_record(verdict: Verdict) -> Record:
    """What a reader gets: through real JSON."""
    record: Record = json.loads(msgspec.json.encode(verdict))
    return record


def full_record() -> Record:
    """A good record with nothing null that can be otherwise."""
    server = example_server(
        throughput_kbps=Throughput(
            loop=5000.0,
            up=6000.0,
            down=5000.0,
            loop_at_least=True,
            up_at_least=True,
            down_at_least=True,
        ),
        call_check=CallCheck(
            connected=True, ice_ms=80.0, dtls_ms=60.0, audio_loss_fraction=0.0, rtt_ms=21.0
        ),
    )
    return as_record(
        example_verdict(
            example_measurement(server),
            city="Turku",
            causes=("jitter", "wifi"),
            advice=("Sit closer to the access point.",),
            local=LocalLink(
                gateway_rtt_ms=2.0,
                gateway_loss_fraction=0.0,
                gateway_jitter_ms=3.5,
                gateway_loaded_rtt_ms=9.0,
                origin=Origin(loss="beyond", jitter="local", queue="beyond"),
                wifi=WifiLink(signal_dbm=-61.0, link_rate_mbps=144.4, retry_fraction=0.02),
            ),
            unusual=(example_unusual(),),
            model="calls-1",
        )
    )


def errors(record: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(record)]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_field_is_described() -> None:
    parts = [SCHEMA, *SCHEMA["$defs"].values()]
    for part in parts:
        for name, field in part.get("properties", {}).items():
            assert field.get("description"), name
        assert part["type"] == "array" or part["additionalProperties"] is False


@pytest.mark.parametrize(
    ("part", "struct"),
    [
        (SCHEMA, Verdict),
        (SCHEMA["$defs"]["server"], ServerEntry),
        (SCHEMA["$defs"]["roundTrip"], RoundTrip),
        (SCHEMA["$defs"]["throughput"], Throughput),
        (SCHEMA["$defs"]["callCheck"], CallCheck),
        (SCHEMA["$defs"]["intervals"], Intervals),
        (SCHEMA["$defs"]["localLink"], LocalLink),
        (SCHEMA["$defs"]["origin"], Origin),
        (SCHEMA["$defs"]["wifiLink"], WifiLink),
        (SCHEMA["$defs"]["unusualFigure"], UnusualFigure),
    ],
)
def test_the_schema_has_the_fields_of_the_struct_in_their_order(
    part: Record, struct: type[msgspec.Struct]
) -> None:
    config = struct.__struct_config__
    fields = msgspec.structs.fields(struct)
    assert list(part["properties"]) == [field.encode_name for field in fields]
    always = [field.encode_name for field in fields if field.required or not config.omit_defaults]
    assert part["required"] == always


def test_no_part_is_left_over() -> None:
    used = {f"#/$defs/{name}" for name in SCHEMA["$defs"]}
    assert set(references(SCHEMA)) == used


def references(part: object) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"]] if "$ref" in part else []
        return own + [name for value in part.values() for name in references(value)]
    if isinstance(part, list):
        return [name for value in part for name in references(value)]
    return []


@pytest.mark.parametrize("summary_code", [row.summary_code for row in ROWS])
def test_each_row_of_the_tables_passes(summary_code: int) -> None:
    assert errors(as_record(example_verdict(summary_code=summary_code))) == []


def test_the_full_record_and_the_barest_pass() -> None:
    assert errors(full_record()) == []
    unreachable = example_server(
        reachable=False,
        error="timeout",
        setup_ms=None,
        rtt_ms=None,
        jitter_ms=None,
        loss_fraction=None,
        loss_burst=None,
        throughput_kbps=None,
        loaded_rtt_ms=None,
    )
    barest = example_verdict(
        example_measurement(unreachable), summary_code=10, isp=None, country=None, local_ip=""
    )
    assert errors(as_record(msgspec.structs.replace(barest, local=None))) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(verdicts())
def test_every_verdict_passes_and_reads_back(verdict: Verdict) -> None:
    assert errors(as_record(verdict)) == []
    assert msgspec.json.decode(msgspec.json.encode(verdict), type=Verdict) == verdict


def test_a_record_of_a_version_that_was_never_unsure_still_reads() -> None:
    record = as_record(example_verdict())
    for later in ("unsure", "unusual", "model"):
        del record[later]
    verdict = msgspec.json.decode(json.dumps(record), type=Verdict)
    assert verdict == example_verdict()
    assert (verdict.unsure, verdict.unusual, verdict.model) == (False, (), None)


def spots(part: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Each field of a record, at every depth."""
    found: list[tuple[str | int, ...]] = []
    if isinstance(part, dict):
        for name, value in part.items():
            found += [(*path, name), *spots(value, (*path, name))]
    if isinstance(part, list):
        for number, value in enumerate(part):
            found += spots(value, (*path, number))
    return found


def changed(path: tuple[str | int, ...], change: Callable[[Any, Any], None]) -> Record:
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


ALL_SPOTS = spots(full_record())
CAN_BE_NULL = {
    *(
        "isp",
        "city",
        "country",
        "local",
        "model",
        "error",
        "setupMs",
        "rttMs",
        "jitterMs",
        "lossFraction",
    ),
    *(
        "lossBurst",
        "delaySpikes",
        "longestSpikeMs",
        "throughputKbps",
        "loadedRttMs",
        "callCheck",
        "relay",
        "intervals",
        "up",
        "down",
        "iceMs",
        "dtlsMs",
    ),
    *("audioLossFraction", "gatewayRttMs", "gatewayLossFraction", "gatewayLoadedRttMs", "wifi"),
    *("signalDbm", "linkRateMbps", "retryFraction", "gatewayJitterMs", "loss", "jitter", "queue"),
}
CAN_BE_MISSING = {"loopAtLeast", "upAtLeast", "downAtLeast"}


@pytest.mark.parametrize("path", ALL_SPOTS, ids=lambda path: ".".join(map(str, path)))
class TestEachField:
    def test_of_a_wrong_type(self, path: tuple[str | int, ...]) -> None:
        wrongs: list[object] = [[[]], {"x": 1}]
        for wrong in wrongs:
            assert errors(changed(path, put(wrong))), wrong

    def test_null(self, path: tuple[str | int, ...]) -> None:
        assert bool(errors(changed(path, put(None)))) == (path[-1] not in CAN_BE_NULL)

    def test_missing(self, path: tuple[str | int, ...]) -> None:
        record = changed(path, lambda part, name: part.pop(name))
        assert bool(errors(record)) == (path[-1] not in CAN_BE_MISSING)

    def test_under_another_name(self, path: tuple[str | int, ...]) -> None:
        def rename(part: Any, name: Any) -> None:
            part[f"{name}X"] = part[name]

        assert errors(changed(path, rename))


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("timestamp",), -1),
        (("timestamp",), "2026-11-21"),
        (("deviceId",), "7d0fbb6c"),
        (("deviceId",), "7D0FBB6C-8A5E-4B4E-9A36-3A2F5F1F2C11"),
        (("notificationID",), ""),
        (("notificationID",), "xyz"),
        (("connectivityCode",), 0),
        (("connectivityCode",), 4),
        (("connectivity",), "Success"),
        (("statusCode",), 6),
        (("status",), "great"),
        (("summaryCode",), 80),
        (("summaryCode",), "95"),
        (("summary",), "excellent"),
        (("notificationCode",), 850),
        (("notification",), ""),
        (("networkType",), "lte"),
        (("localIp",), "192.0.2"),
        (("localIp",), "turn.example.org"),
        (("isp",), ""),
        (("city",), 5),
        (("color",), "yellow"),
        (("confidence",), 1.01),
        (("confidence",), -0.01),
        (("causes",), ["Packet Loss"]),
        (("causes",), ["loss", "loss"]),
        (("advice",), [""]),
        (("advice",), "Use a cable."),
        (("mode",), "quick"),
        (("durationMs",), -1),
        (("bytesSent",), 1.5),
        (("bytesReceived",), -1),
        (("servers",), []),
        (("unsure",), 1),
        (("model",), ""),
        (("unusual", 0, "figure"), "Round Trip"),
        (("unusual", 0, "now"), -1),
        (("unusual", 0, "usualLow"), "5 Mbit/s"),
        (("unusual", 0, "text"), ""),
        (("local", "gatewayLossFraction"), 2),
        (("local", "gatewayRttMs"), -1),
        (("local", "origin", "loss"), "wifi"),
        (("local", "origin"), {"loss": "local"}),
        (("local", "wifi", "linkRateMbps"), -1),
        (("servers", 0, "url"), "https://turn.example.org"),
        (("servers", 0, "url"), "turn:user:secret@turn.example.org"),
        (("servers", 0, "provider"), ""),
        (("servers", 0, "reachable"), 1),
        (("servers", 0, "transport"), "dtls"),
        (("servers", 0, "error"), "broken"),
        (("servers", 0, "setupMs"), -1),
        (("servers", 0, "lossFraction"), 1.1),
        (("servers", 0, "lossBurst"), 0.5),
        (("servers", 0, "rttMs", "median"), -1),
        (("servers", 0, "throughputKbps", "loop"), -1),
        (("servers", 0, "throughputKbps", "loopAtLeast"), "yes"),
        (("servers", 0, "callCheck", "audioLossFraction"), 7),
    ],
)
def test_a_wrong_value(path: tuple[str | int, ...], wrong: object) -> None:
    assert errors(changed(path, put(wrong)))


@pytest.mark.parametrize("field", ["summary", "statusCode", "status", "color", "notificationCode"])
def test_codes_that_do_not_belong_together(field: str) -> None:
    """Each row of the tables with each other row's value."""
    records = [as_record(example_verdict(summary_code=row.summary_code)) for row in ROWS]
    for record in records:
        for other in records:
            mixed = record | {field: other[field]}
            assert bool(errors(mixed)) == (other[field] != record[field])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.summary_code))
@pytest.mark.parametrize("code", Connectivity)
def test_no_connection_is_always_a_bad_one(row: Any, code: Connectivity) -> None:
    texts = {1: "no connection", 2: "no media device", 3: "success"}
    record = as_record(
        example_verdict(summary_code=row.summary_code, causes=("no-media-device",))
    ) | {"connectivityCode": int(code), "connectivity": texts[code]}
    assert bool(errors(record)) == (code == 1 and row.summary_code != 10)
    for other, text in texts.items():
        assert (other == code) or errors(record | {"connectivity": text})


def test_a_missing_media_device_is_among_the_causes() -> None:
    record = full_record() | {"connectivityCode": 2, "connectivity": "no media device"}
    assert errors(record)
    assert errors(record | {"causes": ["loss", "no-media-device"]}) == []


def test_a_server_out_of_reach_says_why() -> None:
    record = full_record()
    record["servers"][0]["reachable"] = False
    assert errors(record)
    record["servers"][0]["error"] = "refused"
    assert errors(record) == []


def test_every_server_is_checked() -> None:
    record = full_record()
    record["servers"].append(copy.deepcopy(record["servers"][0]))
    assert errors(record) == []
    record["servers"][1]["transport"] = "sctp"
    assert errors(record)


@pytest.mark.parametrize("other", [None, [], "", 5, {}])
def test_no_record_at_all(other: object) -> None:
    assert errors(other)


PAGE = (Path(__file__).parents[1] / "docs" / "verdict.md").read_text("utf-8")


def test_the_example_in_the_documentation_passes() -> None:
    record = json.loads(PAGE.split("```json\n")[1].split("```")[0])
    assert errors(record) == []
    assert list(record) == list(SCHEMA["properties"])


def test_the_documentation_has_the_tables() -> None:
    lines = PAGE.splitlines()
    for row in ROWS:
        status = f"{int(row.status)} {STATUS_TEXTS[row.status]}"
        code = row.notification_code
        assert f"| {row.summary_code} | {row.color} | {status} | {row.summary} | {code} |" in lines
        assert f"| {code} | {row.notification} |" in lines


def test_the_documentation_explains_every_field_and_word() -> None:
    explained = "\n".join(line.split("|")[1] for line in PAGE.splitlines() if line.startswith("|"))
    parts = [SCHEMA, SCHEMA["$defs"]["server"], SCHEMA["$defs"]["unusualFigure"]]
    names = [name for part in parts for name in part["properties"] if name != "servers"]
    names += [f"local.{name}" for name in SCHEMA["$defs"]["localLink"]["properties"]]
    names.remove("throughputKbps")
    names += ["throughputKbps.loop", *Cause]
    names += [*get_args(ServerError), *Figure]
    assert [name for name in names if f"`{name}`" not in explained] == []


def test_the_documentation_names_the_causes_of_this_version_and_no_others() -> None:
    table = PAGE.split("### Causes")[1].split("### Unusual figures")[0]
    words = set(re.findall(r"`([a-z-]+)`(?=[^|]*\|[^|]*\|$)", table, re.M))
    assert words == set(Cause)
    described = SCHEMA["properties"]["causes"]["description"]
    assert [cause for cause in words if cause not in described] == []


def test_the_schema_and_the_documentation_name_the_figures_that_are_watched() -> None:
    table = PAGE.split("| figure | unit |")[1].split("## Where")[0]
    assert set(re.findall(r"^\| `([a-z-]+)`", table, re.M)) == set(Figure)
    described = SCHEMA["$defs"]["unusualFigure"]["properties"]["figure"]["description"]
    known = described.split("Known: ")[1].split(". ")[0]
    assert set(re.findall(r"[a-z]+(?:-[a-z]+)*(?= \(|,)", known)) >= set(Figure)
