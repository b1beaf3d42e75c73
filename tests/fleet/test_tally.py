"""From what the service tells to series."""

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notifier.fleet.courier import Plan
from notifier.fleet.metrics import BY_NAME, METRICS, MOST_SERIES
from notifier.fleet.tally import BEGINNINGS, VERDICT_AGE, Histogram, Point, Tally
from notifier.verdict import Verdict
from tests.fleet.figures import NOW, empty, full, run
from tests.records import example_measurement, example_server, example_verdict, verdicts


def values(tally: Tally, name: str) -> dict[tuple[str, ...], float]:
    points = tally.gauges.get(name) or tally.counters.get(name, [])
    return {tuple(point.attributes.values()): point.value for point in points}


def test_a_verdict_is_gauges() -> None:
    tally = full()
    assert values(tally, "callnotifier.verdict.color") == {
        ("red",): 0,
        ("amber",): 0,
        ("green",): 1,
    }
    assert values(tally, "callnotifier.verdict.code") == {(): 95}
    assert values(tally, "callnotifier.verdict.timestamp") == {(): NOW - 60}
    assert tally.model == "forecast-3"


def test_figures_of_a_server_are_in_base_units() -> None:
    tally = full()
    head_office = ("Head office", "turn.example.org", "3478", "udp")
    backup = ("Backup", "turn2.example.org", "5349", "tls")
    assert values(tally, "callnotifier.server.reachable") == {head_office: 1, backup: 0}
    assert values(tally, "callnotifier.server.rtt") == {head_office: 0.0205}
    assert values(tally, "callnotifier.server.throughput") == {head_office: 625_000}
    assert values(tally, "callnotifier.server.tests") == {head_office: 1, (*backup, "timeout"): 1}


def test_what_is_over_says_so() -> None:
    tally = full()
    tally.run(*run(causes=("latency",)), own_servers=False)
    assert values(tally, "callnotifier.verdict.cause") == {("latency",): 1, ("loss",): 0}
    tally.problems([])
    assert values(tally, "callnotifier.problem") == {("history",): 0}


def test_a_light_run_leaves_what_it_does_not_measure() -> None:
    tally = full()
    server = example_server(throughput_kbps=None, loaded_rtt_ms=None)
    measurement = example_measurement(server, mode="light")
    tally.run(example_verdict(measurement), measurement, own_servers=False)
    assert tally.gauges["callnotifier.server.throughput"]
    assert values(tally, "callnotifier.runs") == {("full", "green"): 1, ("light", "green"): 1}


def test_histograms_count_what_is_not_above_a_bound() -> None:
    tally = empty()
    for value in (0.0, 0.001, 0.0011, 0.9):
        tally.observe("callnotifier.run.loss", {}, value)
    (histogram,) = tally.histograms["callnotifier.run.loss"]
    assert histogram.counts == [1, 1, 1, 0, 0, 0, 0, 0, 0, 1]
    assert histogram.total == pytest.approx(0.9021)


def test_calls_and_forecasts() -> None:
    tally = empty()
    tally.compared(95, 90)
    tally.compared(90, 60)
    assert values(tally, "callnotifier.forecasts") == {
        ("green", "green", "true"): 1,
        ("green", "amber", "false"): 1,
    }
    assert values(tally, "callnotifier.call.code") == {(): 60}
    assert values(tally, "callnotifier.call.forecast.code") == {(): 90}


def test_a_persons_own_servers_have_numbers_for_names() -> None:
    tally = empty()
    tally.run(*run(), own_servers=True)
    labels = {p.attributes["server.label"] for p in tally.gauges["callnotifier.server.reachable"]}
    assert labels == {"own-1", "own-2"}
    assert b"example.org" not in msgspec.json.encode(tally)


def test_an_old_verdict_is_not_told_any_more() -> None:
    tally = full()
    assert tally.shown("callnotifier.verdict.color", NOW)
    later = NOW - 60 + VERDICT_AGE + 1
    assert not tally.shown("callnotifier.verdict.color", later)
    assert not tally.shown("callnotifier.server.rtt", later)
    assert tally.shown("callnotifier.problem", later)


def test_the_number_of_series_is_bounded() -> None:
    tally = empty()
    for number in range(3 * MOST_SERIES):
        tally.count("callnotifier.runs.failed", {"reason": f"made up {number}"})
    servers = [
        example_server(url=f"turn:turn{n}.example.org", provider="x" * 1000) for n in range(200)
    ]
    measurement = example_measurement(*servers)
    tally.run(example_verdict(measurement), measurement, own_servers=False)
    assert len(tally.counters["callnotifier.runs.failed"]) == MOST_SERIES
    assert len(tally.gauges["callnotifier.server.reachable"]) == MOST_SERIES
    assert len(tally.counters["callnotifier.server.tests"]) == MOST_SERIES
    assert len(msgspec.json.encode(tally)) < 200_000


def test_two_addresses_alike_are_one_series() -> None:
    tally = empty()
    measurement = example_measurement(example_server(), example_server(reachable=False))
    tally.run(example_verdict(measurement), measurement, own_servers=False)
    assert len(tally.gauges["callnotifier.server.reachable"]) == 1


def test_every_metric_of_the_table_is_filled_and_no_other() -> None:
    tally = full()
    filled: dict[str, Sequence[Point | Histogram]] = {
        **tally.gauges,
        **tally.counters,
        **tally.histograms,
    }
    assert set(filled) == set(BY_NAME) - {"callnotifier.client.info"}
    for name, series in filled.items():
        for one in series:
            assert set(one.attributes) <= set(BY_NAME[name].attributes), name


def test_names_are_unique_and_without_what_promtool_refuses() -> None:
    names = [metric.prometheus for metric in METRICS]
    assert len(set(names)) == len(names)
    for metric in METRICS:
        assert metric.prometheus.endswith("_total") == (metric.kind == "counter")
        assert not {"gauge", "counter", "histogram", "summary"} & set(metric.prometheus.split("_"))
        assert bool(metric.bounds) == (metric.kind == "histogram")
        assert list(metric.bounds) == sorted(metric.bounds)


@settings(max_examples=25)
@given(verdicts(), st.booleans())
def test_any_verdict_can_be_told(verdict: Verdict, own: bool) -> None:
    tally = empty()
    tally.run(verdict, example_measurement(), own_servers=own)
    again = msgspec.json.decode(msgspec.json.encode(tally), type=Tally)
    assert again == tally


def test_begun_anew_nothing_ties_it_to_the_one_before() -> None:
    tally = full()
    tally.plan = Plan(snapshot_at=NOW + 7.125, send_at=NOW + 7.125, failures=2)
    tally.anew("another", NOW + 5.125)
    assert tally.gauges == {"callnotifier.problem": [Point({"problem": "history"}, 1.0)]}
    assert not tally.counters
    assert not tally.histograms
    assert tally.plan == Plan()
    assert tally.began == tally.snapshot_at == NOW // BEGINNINGS * BEGINNINGS
