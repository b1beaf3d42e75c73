"""The numbers that the models look at, from any run and for each kind of gap in it."""

import math
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.forecast.features import FEATURES, features, known_from
from notifier.forecast.ratings import RATINGS
from notifier.measurement import (
    Interval,
    Intervals,
    RunMeasurement,
    Throughput,
)
from notifier.prediction import Known
from tests.forecast.runs import any_run, known_loop, rtt, server, throughput

NAMES = {feature.name for feature in FEATURES}
FULL: dict[str, Any] = {
    "loss_fraction": 0.02,
    "loss_burst": 2.0,
    "intervals": Intervals(loss_fraction=Interval(0.0, 0.04), loop_kbps=Interval(4500.0, 5500.0)),
}


def alone(known: Known = Known(), **changes: Any) -> dict[str, float]:  # noqa: B008 - frozen
    """The numbers of the one server of a run."""
    one = server(**(FULL | changes))
    return features(one, [one], known)


def missing(found: dict[str, float]) -> set[str]:
    return {name for name, value in found.items() if math.isnan(value)}


def test_all_figures_of_a_full_run() -> None:
    assert alone() == {
        "loss": 0.02,
        "loss_at_most": 0.04,
        "loss_burst": 2.0,
        "rtt_ms": 40.0,
        "rtt_spread_ms": 4.0,
        "jitter_ms": 2.0,
        "loop_kbps": 5000.0,
        "loop_at_least": 0.0,
        "loop_uncertain": pytest.approx(0.2),
        "queue_ms": 50.0,
        "queue_at_least": 0.0,
        "packets": 1000.0,
        "stream_transport": 0.0,
    }


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        ({"loss_fraction": None, "loss_burst": None}, {"loss", "loss_burst"}),
        ({"loss_fraction": math.nan}, {"loss"}),
        ({"rtt_ms": None}, {"rtt_ms", "rtt_spread_ms", "queue_ms"}),
        ({"rtt_ms": rtt(math.nan, 50.0)}, {"rtt_ms", "rtt_spread_ms", "queue_ms"}),
        ({"rtt_ms": rtt(40.0, math.inf)}, {"rtt_spread_ms"}),
        ({"jitter_ms": None}, {"jitter_ms"}),
        ({"jitter_ms": -1.0}, {"jitter_ms"}),
        ({"loaded_rtt_ms": None}, {"queue_ms"}),
        ({"throughput_kbps": None}, {"loop_kbps", "loop_uncertain", "queue_ms"}),
        ({"throughput_kbps": throughput(math.nan)}, {"loop_kbps", "loop_uncertain", "queue_ms"}),
        ({"intervals": None}, {"loss_at_most", "loop_uncertain"}),
        ({"intervals": Intervals()}, {"loss_at_most", "loop_uncertain"}),
        (
            {"intervals": Intervals(loss_fraction=Interval(0.0, math.nan))},
            {"loss_at_most", "loop_uncertain"},
        ),
        ({"loss_burst": None}, {"loss_burst"}),
    ],
    ids=lambda value: ", ".join(sorted(value)) if isinstance(value, set) else str(value),
)
def test_what_was_not_measured_is_missing_and_nothing_else(
    changes: dict[str, Any], names: set[str]
) -> None:
    assert missing(alone(**changes)) == names


def test_where_nothing_was_lost_there_is_no_burst() -> None:
    assert alone(loss_fraction=0.0, loss_burst=None)["loss_burst"] == 0.0


def test_what_goes_by_tcp_is_told() -> None:
    assert alone(transport="tcp")["stream_transport"] == 1.0
    assert alone(transport="tls")["stream_transport"] == 1.0


def test_a_queue_is_what_the_load_added_and_never_less_than_none() -> None:
    assert alone(loaded_rtt_ms=640.0)["queue_ms"] == 600.0
    assert alone(loaded_rtt_ms=30.0)["queue_ms"] == 0.0


class TestLowerBounds:
    def test_of_the_throughput(self) -> None:
        found = alone(
            throughput_kbps=Throughput(loop=900.0, up=None, down=None, loop_at_least=True)
        )
        assert (found["loop_kbps"], found["loop_at_least"]) == (900.0, 1.0)

    def test_of_the_loop_say_nothing_of_an_uplink_that_was_found_narrower(self) -> None:
        narrow = Throughput(loop=900.0, up=700.0, down=None, loop_at_least=True)
        found = alone(throughput_kbps=narrow)
        assert (found["loop_kbps"], found["loop_at_least"]) == (700.0, 0.0)
        light = alone(known_from(server(throughput_kbps=narrow)), throughput_kbps=None)
        assert (light["loop_kbps"], light["loop_at_least"]) == (700.0, 0.0)

    def test_of_the_queue(self) -> None:
        assert alone(loaded_rtt_at_least=True)["queue_at_least"] == 1.0


class TestAServerThatWasNotLoaded:
    ONE = server(url="turn:a", throughput_kbps=None, loaded_rtt_ms=None)

    def test_has_the_link_of_the_best_other_one(self) -> None:
        slow = server(url="turn:b", throughput_kbps=throughput(700.0))
        fast = server(
            url="turn:c",
            throughput_kbps=Throughput(loop=2000.0, up=None, down=None, loop_at_least=True),
        )
        found = features(self.ONE, [slow, self.ONE, fast], known_loop(100.0))
        assert (found["loop_kbps"], found["loop_at_least"]) == (2000.0, 1.0)

    def test_has_no_queue_of_another_way(self) -> None:
        found = features(self.ONE, [self.ONE, server(loaded_rtt_ms=900.0)], Known())
        assert math.isnan(found["queue_ms"])

    def test_has_its_own_figure_where_there_is_one(self) -> None:
        own = server(url="turn:a", throughput_kbps=throughput(300.0))
        found = features(own, [own, server(throughput_kbps=throughput(9000.0))], Known())
        assert found["loop_kbps"] == 300.0

    def test_has_what_the_last_full_run_found_as_if_it_had_measured_it(self) -> None:
        full = server(
            throughput_kbps=Throughput(loop=900.0, up=900.0, down=4000.0, loop_at_least=True),
            loaded_rtt_ms=640.0,
            loaded_rtt_at_least=True,
        )
        loaded = {"loop_kbps", "queue_ms", "queue_at_least"}
        light = features(self.ONE, [self.ONE], known_from(full))
        measured = features(full, [full], Known())
        assert {name: light[name] for name in loaded} == {name: measured[name] for name in loaded}

    @pytest.mark.parametrize("known", [0.0, 250.0])
    def test_has_a_line_that_carried_nothing_too(self, known: float) -> None:
        assert (
            features(
                self.ONE, [self.ONE], Known(throughput=Throughput(loop=900.0, up=known, down=None))
            )["loop_kbps"]
            == known
        )

    @pytest.mark.parametrize("known", [Known(), known_loop(math.nan), known_loop(-1.0)])
    def test_has_nothing_where_nothing_is_known(self, known: Known) -> None:
        found = features(self.ONE, [self.ONE], known)
        assert {"loop_kbps", "queue_ms"} <= missing(found)
        assert (found["loop_at_least"], found["queue_at_least"]) == (0.0, 0.0)


def test_a_run_without_load_leaves_nothing_known() -> None:
    assert known_from(server(throughput_kbps=None, loaded_rtt_ms=700.0)) == Known()


_figures = st.none() | st.floats()
_interval = st.none() | st.builds(Interval, st.floats(), st.floats())


@given(
    measurement=any_run,
    known=st.builds(
        Known,
        throughput=st.none()
        | st.builds(
            Throughput,
            loop=st.floats(),
            up=_figures,
            down=_figures,
            loop_at_least=st.booleans(),
            up_at_least=st.booleans(),
        ),
        loaded_rtt_ms=_figures,
        loaded_rtt_at_least=st.booleans(),
    ),
    intervals=st.none() | st.builds(Intervals, loss_fraction=_interval, loop_kbps=_interval),
)
def test_any_run_gives_figures_that_can_be_or_none(
    measurement: RunMeasurement, known: Known, intervals: Intervals | None
) -> None:
    servers = [
        msgspec.structs.replace(server, intervals=intervals) for server in measurement.servers
    ]
    for one in servers:
        found = features(one, servers, known)
        assert found.keys() == NAMES
        assert all(math.isnan(value) or 0 <= value < math.inf for value in found.values())
        assert all(found[name] <= 1 or name in missing(found) for name in ("loss", "loss_at_most"))
        assert not math.isnan(found["packets"])
        for rating in RATINGS:
            for limit in (*rating.limits, *rating.taught(rating.measured(found))):
                assert all(not math.isinf(value) for value in rating.row(found, limit))


def test_counts_beyond_any_float() -> None:
    assert math.isfinite(alone(packets_sent=10**400)["packets"])
    assert alone(packets_sent=-5)["packets"] == 0.0


def test_names_are_told_apart() -> None:
    assert len(NAMES) == len(FEATURES)
