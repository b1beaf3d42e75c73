"""The whole record: codes that hang together, texts, identities, and the published schema."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.codes import BY_SUMMARY, ROWS, Row
from notifier.forecast.advice import ADVICE, DEMONSTRATION
from notifier.forecast.causes import Cause
from notifier.forecast.compose import compose, local_ip, notification_id
from notifier.forecast.judge import Judgement, judge
from notifier.forecast.reading import sure_of
from notifier.forecast.thresholds import default_thresholds
from notifier.machine.facts import NetworkFacts, Place
from notifier.measurement import LocalLink, Origin, RunMeasurement, WifiLink
from notifier.verdict import Verdict
from tests.forecast.runs import any_run, rtt, run, server, unreachable

SCHEMA = Path(__file__).parents[2] / "notifier" / "verdict.schema.json"
WIFI = NetworkFacts("wifi", "wlan0", True, "a" * 32)
VPN = NetworkFacts("vpn", "tun0", True, "b" * 32)
OFFLINE = NetworkFacts("unknown", None, False, "c" * 32)


def composed(measurement: RunMeasurement, **changes: Any) -> Verdict:
    arguments: dict[str, Any] = {
        "measurement": measurement,
        "judgement": judge(measurement, default_thresholds()),
        "facts": WIFI,
        "device_id": "8b7e2c9e-3f0a-4a53-9d5e-0d0c6f6f2f11",
        "media_device_present": True,
        "texts": {},
    }
    return compose(**(arguments | changes))


def wire(verdict: Verdict) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(msgspec.json.encode(verdict))
    return found


def check(verdict: Verdict) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(SCHEMA.read_text())
    validator = jsonschema.validators.validator_for(schema)
    validator(schema, format_checker=validator.FORMAT_CHECKER).validate(wire(verdict))


def test_the_record() -> None:
    place = Place("An ISP", "London", None)
    verdict = composed(run(server(), unreachable("dns", url="turn:b")), place=place)
    record = wire(verdict)
    servers = record.pop("servers")
    assert record == {
        "timestamp": 1_800_000_000_000.0,
        "deviceId": "8b7e2c9e-3f0a-4a53-9d5e-0d0c6f6f2f11",
        "notificationID": notification_id(950, "a" * 32),
        "connectivityCode": 3,
        "connectivity": "success",
        "statusCode": 5,
        "status": "excellent",
        "summaryCode": 95,
        "summary": "excellent network",
        "notificationCode": 950,
        "notification": "You are in a good network condition",
        "networkType": "wifi",
        "localIp": "203.0.113.7",
        "isp": "An ISP",
        "city": "London",
        "country": None,
        "color": "green",
        "confidence": verdict.confidence,
        "causes": [],
        "advice": [],
        "mode": "full",
        "durationMs": 9000.0,
        "bytesSent": 400_000,
        "bytesReceived": 390_000,
        "local": None,
        "unsure": False,
        "unusual": [],
        "model": None,
    }
    assert [entry["url"] for entry in servers] == ["turn:turn.example.com", "turn:b"]
    assert [entry["error"] for entry in servers] == [None, "dns"]
    assert "mappedAddress" not in servers[0]


def test_the_first_hop_is_in_the_record() -> None:
    local = LocalLink(gateway_rtt_ms=2.0, origin=Origin(loss="local"), wifi=WifiLink())
    verdict = composed(run(server(loss_fraction=0.1), local=local))
    check(verdict)
    assert verdict.local == local
    assert verdict.causes == ("loss", "wifi")
    assert verdict.advice == (ADVICE[Cause.LOSS], ADVICE[Cause.WIFI])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.summary_code))
def test_codes_hang_together(row: Row) -> None:
    judgement = Judgement(
        row.summary_code, 0.5, sure_of(row.summary_code, 0.5), (), "turn:turn.example.com"
    )
    verdict = composed(run(server()), judgement=judgement)
    assert (verdict.summary_code, verdict.summary) == (row.summary_code, row.summary)
    assert (verdict.status_code, verdict.color) == (row.status, row.color)
    assert verdict.notification_code == 10 * row.summary_code
    assert verdict.notification == row.notification


def test_what_is_made_sure_of_says_so() -> None:
    verdict = composed(run(server()), unsure=True)
    check(verdict)
    assert verdict.unsure
    assert verdict.summary_code == 95


def test_the_model_that_judged_is_named() -> None:
    judgement = replace(judge(run(server()), default_thresholds()), model="calls-1")
    verdict = composed(run(server()), judgement=judgement)
    check(verdict)
    assert verdict.model == "calls-1"


def test_text_of_this_code_is_replaced() -> None:
    verdict = composed(run(server()), texts={950: "All fine.", 900: "Fine."})
    assert verdict.notification == "All fine."
    assert verdict.summary == BY_SUMMARY[95].summary


def test_no_connection() -> None:
    verdict = composed(run(unreachable("timeout")))
    assert (verdict.connectivity_code, verdict.connectivity) == (1, "no connection")
    assert (verdict.summary_code, verdict.notification_code, verdict.status_code) == (10, 100, 1)
    assert verdict.causes == ("relay-unreachable",)
    assert verdict.advice == (ADVICE[Cause.RELAY_UNREACHABLE],)
    assert verdict.local_ip == ""


def test_no_network_at_all() -> None:
    verdict = composed(run(unreachable("timeout")), facts=OFFLINE)
    assert verdict.connectivity_code == 1
    assert verdict.causes == ("no-route",)


def test_a_reachable_server_disproves_a_missing_route() -> None:
    verdict = composed(run(server()), facts=OFFLINE)
    assert verdict.connectivity_code == 3
    assert verdict.causes == ()


def test_no_media_device_leaves_what_the_network_earned() -> None:
    verdict = composed(run(server(loss_fraction=0.05)), media_device_present=False)
    assert (verdict.connectivity_code, verdict.connectivity) == (2, "no media device")
    assert (verdict.summary_code, verdict.status_code) == (65, 3)
    assert verdict.causes == ("loss", "no-media-device")


def test_devices_that_cannot_be_looked_up() -> None:
    verdict = composed(run(server()), media_device_present=None)
    assert verdict.connectivity_code == 3
    assert "no-media-device" not in verdict.causes


def test_no_connection_comes_before_no_media_device() -> None:
    verdict = composed(run(unreachable("timeout")), media_device_present=False)
    assert verdict.connectivity_code == 1
    assert verdict.causes == ("relay-unreachable", "no-media-device")


def test_vpn_is_named_where_it_may_matter() -> None:
    assert composed(run(server()), facts=VPN).causes == ()
    slow = composed(run(server(rtt_ms=rtt(500))), facts=VPN)
    assert slow.causes == ("latency", "vpn")
    assert slow.network_type == "vpn"


def test_demonstration_is_said_in_the_advice() -> None:
    verdict = composed(run(server()), demonstration=True)
    assert verdict.advice == (DEMONSTRATION,)
    assert verdict.causes == ()


def test_local_ip_is_what_the_deciding_server_saw() -> None:
    near = server(url="turn:a", rtt_ms=rtt(10), mapped_address="198.51.100.1")
    far = server(url="turn:b", rtt_ms=rtt(90), mapped_address="203.0.113.9")
    assert composed(run(far, near)).local_ip == "198.51.100.1"
    silent = server(url="turn:a", rtt_ms=rtt(10), mapped_address=None)
    measurement = run(silent, far)
    assert local_ip(measurement, judge(measurement, default_thresholds())) == "203.0.113.9"


def test_notification_id_names_code_and_network() -> None:
    first = notification_id(950, "a" * 32)
    assert first == notification_id(950, "a" * 32)
    assert len({first, notification_id(900, "a" * 32), notification_id(950, "b" * 32)}) == 3
    assert len(first) == 32
    assert int(first, 16) >= 0


@pytest.mark.parametrize(
    "measurement",
    [
        run(server()),
        run(unreachable("timeout"), server(url="turns:b", transport="tls", loss_burst=2.5)),
        run(server(rtt_ms=None, jitter_ms=None, loss_fraction=None, throughput_kbps=None)),
    ],
)
def test_records_follow_the_schema(measurement: RunMeasurement) -> None:
    check(composed(measurement))
    check(composed(measurement, facts=OFFLINE, media_device_present=False, demonstration=True))


@given(
    any_run,
    st.sampled_from([WIFI, VPN, OFFLINE]),
    st.sampled_from([True, False, None]),
    st.booleans(),
)
def test_any_run_gives_a_record(
    measurement: RunMeasurement, facts: NetworkFacts, media: bool | None, demonstration: bool
) -> None:
    verdict = composed(
        measurement, facts=facts, media_device_present=media, demonstration=demonstration
    )
    assert verdict.connectivity_code in {1, 2, 3}
    if not any(s.works for s in measurement.servers):
        assert verdict.connectivity_code == 1
    elif verdict.connectivity_code == 1:
        assert verdict.causes[0] == "media-blocked"
    if verdict.connectivity_code == 1:
        assert verdict.summary_code == 10
    assert len(verdict.advice) == len(verdict.causes) + demonstration
    assert msgspec.json.decode(msgspec.json.encode(verdict), type=dict)["color"] == verdict.color
