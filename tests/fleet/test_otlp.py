"""The request: its shape in JSON, and its octets."""

import struct
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.fleet.identity import resource
from notifier.fleet.metrics import BY_NAME
from notifier.fleet.otlp import request, resource_metrics
from notifier.fleet.protobuf import encode_request, fields
from tests.fleet.collector import names_in
from tests.fleet.figures import NOW, empty, full

RESOURCE = resource("none", "0123456789abcdef", ("site=Berlin",))


def snapshot(tally: Any = None) -> dict[str, Any]:
    return resource_metrics(tally or full(), RESOURCE, "deb", NOW)


def metric(name: str, tally: Any = None) -> dict[str, Any]:
    metrics = snapshot(tally)["scopeMetrics"][0]["metrics"]
    return next(each for each in metrics if each["name"] == name)


def test_every_metric_of_the_table_is_told() -> None:
    metrics = snapshot()["scopeMetrics"][0]["metrics"]
    assert [each["name"] for each in metrics] == list(BY_NAME)
    assert all(each["unit"] and each["description"] for each in metrics)


def test_a_counter_is_cumulative_since_the_beginning() -> None:
    told = metric("callnotifier.runs")["sum"]
    assert told["aggregationTemporality"] == 2
    assert told["isMonotonic"] is True
    zero, one = told["dataPoints"]
    assert (zero["asDouble"], one["asDouble"]) == (0.0, 1.0)
    assert zero["timeUnixNano"] == zero["startTimeUnixNano"] == one["startTimeUnixNano"]
    assert int(one["timeUnixNano"]) == round(NOW) * 10**9


def test_a_series_begins_with_zero_only_once() -> None:
    tally = full()
    snapshot(tally)
    tally.taken(NOW)
    tally.failed("busy")
    tally.failed("crashed")
    points = metric("callnotifier.runs.failed", tally)["sum"]["dataPoints"]
    assert [point["asDouble"] for point in points] == [2.0, 0.0, 1.0]
    assert int(points[1]["timeUnixNano"]) == round(NOW) * 10**9


def test_a_histogram_has_counts_of_each_bucket() -> None:
    point = metric("callnotifier.run.rtt")["histogram"]["dataPoints"][-1]
    assert point["count"] == "1"
    assert point["sum"] == 0.0205
    assert len(point["bucketCounts"]) == len(point["explicitBounds"]) + 1
    assert point["bucketCounts"][3] == "1"


def test_the_info_says_what_the_client_is() -> None:
    (point,) = metric("callnotifier.client.info")["gauge"]["dataPoints"]
    said = {each["key"]: each["value"]["stringValue"] for each in point["attributes"]}
    assert said["model"] == "forecast-3"
    assert said["site"] == "Berlin"
    assert said["installed"] == "deb"
    assert said["identity"] == "none"
    assert "service.instance.id" not in said


def test_before_the_first_run_there_is_the_info_alone() -> None:
    metrics = snapshot(empty())["scopeMetrics"][0]["metrics"]
    assert [each["name"] for each in metrics] == ["callnotifier.client.info"]


def test_it_is_json() -> None:
    assert msgspec.json.decode(msgspec.json.encode(snapshot())) == snapshot()


def test_its_octets_are_those_of_the_specification() -> None:
    # By hand, from the .proto files and "Encoding" of protobuf.dev.
    small = {
        "resource": {"attributes": [{"key": "a", "value": {"stringValue": "b"}}]},
        "scopeMetrics": [
            {
                "metrics": [
                    {
                        "name": "n",
                        "sum": {
                            "dataPoints": [{"timeUnixNano": "1", "asDouble": 2.0}],
                            "aggregationTemporality": 2,
                            "isMonotonic": True,
                        },
                    }
                ]
            }
        ],
    }
    point = b"\x19" + struct.pack("<Q", 1) + b"\x21" + struct.pack("<d", 2.0)
    told = b"\x0a" + bytes([len(point)]) + point + b"\x10\x02\x18\x01"
    metric_ = b"\x0a\x01n\x3a" + bytes([len(told)]) + told
    scope = b"\x12" + bytes([len(metric_)]) + metric_
    key_value = b"\x0a\x01a\x12\x03\x0a\x01b"
    of = b"\x0a" + bytes([len(key_value)]) + key_value
    whole = b"\x0a" + bytes([len(of)]) + of + b"\x12" + bytes([len(scope)]) + scope
    assert encode_request(request(small)) == b"\x0a" + bytes([len(whole)]) + whole


def test_all_names_are_found_again_in_the_octets() -> None:
    assert names_in(encode_request(request(snapshot()))) == list(BY_NAME)


@given(st.binary(max_size=200))
def test_any_octets_are_fields_or_refused(octets: bytes) -> None:
    try:
        found = list(fields(octets))
    except ValueError:
        return
    assert len(found) <= len(octets)


def test_a_message_that_ends_too_early_is_refused() -> None:
    whole = encode_request(request(snapshot()))
    with pytest.raises(ValueError, match="too early"):
        list(fields(whole[:-1]))
