"""A run judged with a prediction; what holds without one stands in test_forecast_rule.py."""

import math
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.codes import BY_SUMMARY
from notifier.forecast.causes import Cause
from notifier.forecast.judge import Judgement, judge
from notifier.forecast.thresholds import default_thresholds
from notifier.measurement import CallCheck, LocalLink, Origin, RunMeasurement, ServerMeasurement
from notifier.prediction import Prediction, ServerPrediction
from tests.forecast.runs import any_run, call, known_loop, rtt, run, server, throughput, unreachable

T = default_thresholds()
MODEL = "calls-1"

EXCELLENT: dict[str, Any] = {
    "loss": (1.0, 0.0, 0.0, 0.0),
    "latency": (1.0, 0.0, 0.0),
    "tier": (0.0, 0.0, 0.0, 0.0, 1.0),
    "blame": {},
}
LOSSY = EXCELLENT | {"loss": (0.0, 0.0, 0.9, 0.1), "blame": {"loss": 1.0}}
SLOW = EXCELLENT | {"tier": (0.0, 0.1, 0.9, 0.0, 0.0), "blame": {"bandwidth": 1.0}}
"""Code 75."""


def said(**of_servers: dict[str, Any]) -> Prediction:
    """What a model says of the servers ``turn:<name>``."""
    return Prediction(
        servers=tuple(
            ServerPrediction(url=f"turn:{name}", **fields) for name, fields in of_servers.items()
        ),
        model=MODEL,
    )


def judged(prediction: Prediction, *servers: ServerMeasurement) -> Judgement:
    return judge(run(*servers), T, prediction=prediction)


A, B = server(url="turn:a"), server(url="turn:b")


class TestAPrediction:
    def test_decides_code_confidence_odds_and_causes(self) -> None:
        found = judged(said(a=LOSSY), A)
        assert (found.summary_code, found.causes, found.model) == (20, (Cause.LOSS,), MODEL)
        assert (found.server_url, found.connects) == ("turn:a", True)
        assert found.odds[20] == pytest.approx(0.9)
        assert found.confidence == pytest.approx(1.0)

    def test_is_calibrated(self) -> None:
        prediction = Prediction(
            servers=said(a=SLOW).servers, calibration=((0.0, 0.2), (1.0, 0.6)), model=MODEL
        )
        assert judged(prediction, A).confidence == pytest.approx(0.6)

    def test_of_another_server_is_passed_over(self) -> None:
        assert judged(said(elsewhere=LOSSY), A) == judge(run(A), T)

    def test_of_a_server_that_does_not_work_is_passed_over(self) -> None:
        failed = unreachable("timeout", url="turn:a")
        assert judged(said(a=EXCELLENT), failed) == judge(run(failed), T)

    def test_with_unknown_causes_names_the_known_ones(self) -> None:
        blame = {"gremlins": 0.6, "loss": 0.4}
        assert judged(said(a=LOSSY | {"blame": blame}), A).causes == (Cause.LOSS,)

    def test_that_is_none_leaves_the_rule_to_judge(self) -> None:
        found = judged(Prediction(problem="the model is damaged"), A)
        assert found == judge(run(A), T)
        assert found.model is None

    def test_takes_the_place_of_what_is_known(self) -> None:
        light = run(server(url="turn:a", throughput_kbps=None), mode="light")
        known = known_loop(30.0)
        found = judge(light, T, prediction=said(a=EXCELLENT), known=known)
        assert (found.summary_code, found.model) == (95, MODEL)
        assert judge(light, T, known=known).summary_code == 40


class TestWhatIsAddedToTheCausesOfAPrediction:
    def test_the_first_hop(self) -> None:
        local = LocalLink(origin=Origin(loss="local"))
        found = judge(run(A, local=local), T, prediction=said(a=LOSSY))
        assert found.causes == (Cause.LOSS, Cause.LOCAL_NETWORK)

    def test_nothing_for_what_the_model_does_not_blame(self) -> None:
        local = LocalLink(origin=Origin(jitter="local"))
        found = judge(run(A, local=local), T, prediction=said(a=LOSSY))
        assert found.causes == (Cause.LOSS,)

    def test_blocked_udp(self) -> None:
        tcp = server(url="turn:turn.example.com?transport=tcp", transport="tcp")
        prediction = Prediction(servers=(ServerPrediction(url=tcp.url, **SLOW),), model=MODEL)
        found = judged(prediction, unreachable("timeout"), tcp)
        assert found.causes == (Cause.BANDWIDTH_UP, Cause.UDP_BLOCKED)


class TestACallThatDoesNotPass:
    @pytest.mark.parametrize("check", [call(False, ice_ms=None), call(False)])
    def test_overrides_the_prediction(self, check: CallCheck) -> None:
        blocked = server(url="turn:a", call_check=check)
        found = judged(said(a=EXCELLENT), blocked)
        assert (found.summary_code, found.causes) == (10, (Cause.MEDIA_BLOCKED,))
        assert found.confidence == T.confidence.unreachable
        assert (found.connects, found.model) == (False, None)
        assert found.odds == judge(run(blocked), T).odds

    def test_leaves_another_server_to_its_prediction(self) -> None:
        blocked = server(url="turn:a", call_check=call(False))
        found = judged(said(a=EXCELLENT, b=SLOW), blocked, B)
        assert (found.summary_code, found.server_url, found.model) == (75, "turn:b", MODEL)
        assert found.causes == (Cause.BANDWIDTH_UP, Cause.MEDIA_BLOCKED)


class TestWhichServerDecides:
    def test_udp_whatever_is_predicted_of_the_others(self) -> None:
        tls = server(url="turn:b", transport="tls")
        found = judged(said(a=LOSSY, b=EXCELLENT), tls, A)
        assert (found.summary_code, found.server_url) == (20, "turn:a")

    def test_of_one_transport_the_better_prediction(self) -> None:
        assert judged(said(a=LOSSY, b=SLOW), A, B).server_url == "turn:b"
        assert judged(said(a=EXCELLENT, b=SLOW), A, B).server_url == "turn:a"

    def test_of_equal_predictions_the_shorter_way(self) -> None:
        near = server(url="turn:b", rtt_ms=rtt(10.0))
        assert judged(said(a=SLOW, b=SLOW), A, near).server_url == "turn:b"

    def test_one_without_a_prediction_is_read_by_the_rule(self) -> None:
        narrow = server(url="turn:b", throughput_kbps=throughput(100.0))
        found = judged(said(a=LOSSY), A, narrow)
        assert (found.summary_code, found.server_url, found.model) == (70, "turn:b", None)
        assert found.causes == (Cause.BANDWIDTH,)
        found = judged(said(a=EXCELLENT), A, narrow)
        assert (found.summary_code, found.server_url, found.model) == (95, "turn:a", MODEL)

    @pytest.mark.parametrize(
        "servers",
        [
            (A, B),
            (B, A),
            (server(url="turn:a", rtt_ms=rtt(90.0)), B),
            (server(url="turn:a", transport="tcp"), server(url="turn:b", rtt_ms=rtt(300.0))),
            (server(url="turn:a", loss_fraction=None), B),
            (server(url="turn:a", call_check=call(False, ice_ms=None)), B),
            (unreachable("timeout", url="turn:a"), B),
        ],
    )
    def test_a_prediction_that_tells_no_difference_makes_none(
        self, servers: tuple[ServerMeasurement, ...]
    ) -> None:
        by_rule = judged(Prediction(), *servers).server_url
        assert judged(said(a=EXCELLENT, b=EXCELLENT), *servers).server_url == by_rule


def _shares(count: int) -> st.SearchStrategy[tuple[float, ...]]:
    return (
        st.lists(st.floats(0, 1), min_size=count, max_size=count)
        .filter(lambda weights: sum(weights) > 1e-3)
        .map(lambda weights: tuple(weight / sum(weights) for weight in weights))
    )


_predictions = st.builds(
    Prediction,
    servers=st.lists(
        st.builds(
            ServerPrediction,
            url=st.sampled_from(
                ["turn:a.example", "turns:a.example", "turn:b.example?transport=tcp", "?", "x"]
            ),
            loss=_shares(4),
            latency=_shares(3),
            tier=_shares(5),
            blame=st.dictionaries(
                st.sampled_from(["loss", "latency", "jitter", "bandwidth", "bufferbloat", "?"]),
                st.floats(0, 1),
            ),
        ),
        max_size=4,
    ).map(tuple),
    calibration=st.sampled_from([(), ((0.0, 0.1), (1.0, 0.9))]),
    model=st.just(MODEL),
)


@given(any_run, _predictions)
def test_any_run_is_judged_with_any_prediction(
    measurement: RunMeasurement, prediction: Prediction
) -> None:
    found = judge(measurement, T, prediction=prediction)
    assert found.summary_code in BY_SUMMARY
    assert 0 <= found.confidence <= 1
    assert math.isclose(sum(found.odds.values()), 1, abs_tol=1e-9)
    assert len(set(found.causes)) == len(found.causes)
    working = [s.url for s in measurement.servers if s.works]
    assert (found.server_url in working) if working else found.server_url is None
    if found.model is not None:
        assert found.server_url in {s.url for s in prediction.servers}


@given(any_run, _predictions)
def test_a_prediction_of_no_server_of_the_run_changes_nothing(
    measurement: RunMeasurement, prediction: Prediction
) -> None:
    others = tuple(
        msgspec.structs.replace(server, url=f"turn:elsewhere-{number}")
        for number, server in enumerate(prediction.servers)
    )
    elsewhere = msgspec.structs.replace(prediction, servers=others)
    assert judge(measurement, T, prediction=elsewhere) == judge(measurement, T)
