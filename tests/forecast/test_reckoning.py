"""A model's prediction for one server, read."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.codes import BY_SUMMARY, Color
from notifier.forecast.causes import Cause
from notifier.forecast.reading import code_odds, color_odds, likeliest
from notifier.forecast.reckoning import calibrated, reckon
from notifier.prediction import ServerPrediction
from tests.forecast.runs import rtt, server, throughput

_FINE: dict[str, Any] = {
    "url": "turn:turn.example.com",
    "loss": (1.0, 0.0, 0.0, 0.0),
    "latency": (1.0, 0.0, 0.0),
    "tier": (0.0, 0.0, 0.0, 0.0, 1.0),
    "blame": {},
}
LOSSY = {"loss": (0.1, 0.7, 0.2, 0.0)}


def predicted(**changes: Any) -> ServerPrediction:
    """Of an excellent call, but for the changes."""
    return ServerPrediction(**(_FINE | changes))


class TestReckon:
    def test_an_excellent_call(self) -> None:
        one = server(rtt_ms=rtt(40.0))
        found = reckon(one, predicted(), ())
        assert (found.server, found.code, found.confidence) == (one, 95, 1.0)
        assert (found.causes, found.rtt_ms, found.block) == ((), 40.0, None)

    def test_the_code_and_its_odds_are_those_of_the_classes(self) -> None:
        its = predicted(
            loss=(0.6, 0.2, 0.1, 0.1), latency=(0.5, 0.4, 0.1), tier=(0.1, 0.2, 0.3, 0.3, 0.1)
        )
        found = reckon(server(), its, ())
        odds = code_odds(its.loss, its.latency, its.tier)
        assert (found.odds, found.code) == (odds, likeliest(odds))
        assert found.confidence == color_odds(odds)[BY_SUMMARY[found.code].color]

    def test_the_confidence_is_how_often_such_odds_were_right(self) -> None:
        its = predicted(loss=(0.2, 0.8, 0.0, 0.0))
        found = reckon(server(), its, ((0.0, 0.0), (1.0, 0.5)))
        assert found.confidence == pytest.approx(0.4)
        assert found.odds[65] == pytest.approx(0.8)

    @pytest.mark.parametrize("unknown", [None, rtt(math.nan), rtt(math.inf), rtt(-1.0)])
    def test_a_round_trip_that_is_not_known_is_endless(self, unknown: Any) -> None:
        assert reckon(server(rtt_ms=unknown), predicted(), ()).rtt_ms == math.inf


class TestCauses:
    def causes(self, blame: dict[str, float], **changes: Any) -> tuple[Cause, ...]:
        return reckon(server(**changes), predicted(**LOSSY, blame=blame), ()).causes

    def test_come_by_their_share_of_the_blame(self) -> None:
        assert self.causes({"jitter": 0.2, "loss": 0.5, "latency": 0.3}) == (
            Cause.LOSS,
            Cause.LATENCY,
            Cause.JITTER,
        )

    def test_little_blame_is_not_worth_a_sentence(self) -> None:
        assert self.causes({"loss": 0.9, "jitter": 0.05}) == (Cause.LOSS,)

    def test_a_name_that_nobody_knows_is_passed_over(self) -> None:
        assert self.causes({"gremlins": 0.6, "loss": 0.4}) == (Cause.LOSS,)

    def test_a_green_call_has_none(self) -> None:
        assert reckon(server(), predicted(blame={"loss": 0.01}), ()).causes == ()

    @pytest.mark.parametrize("blame", [{}, {"loss": 0.0}, {"gremlins": 1.0}])
    def test_where_nothing_is_to_blame_nothing_is_blamed(self, blame: dict[str, float]) -> None:
        assert self.causes(blame) == ()

    @pytest.mark.parametrize(
        ("up", "down", "cause"),
        [
            (500.0, 8000.0, Cause.BANDWIDTH_UP),
            (8000.0, 500.0, Cause.BANDWIDTH_DOWN),
            (500.0, 500.0, Cause.BANDWIDTH),
        ],
    )
    def test_bandwidth_is_told_with_its_direction(
        self, up: float, down: float, cause: Cause
    ) -> None:
        narrow = throughput(500.0, up, down)
        assert self.causes({"bandwidth": 1.0}, throughput_kbps=narrow) == (cause,)

    def test_none_is_told_twice(self) -> None:
        narrow = throughput(500.0, 500.0, 8000.0)
        blame = {"bandwidth": 0.5, "bandwidth-up": 0.5}
        assert self.causes(blame, throughput_kbps=narrow) == (Cause.BANDWIDTH_UP,)


_odds = st.floats(0, 1)
_points = st.lists(_odds, max_size=6, unique=True).flatmap(
    lambda xs: st.lists(_odds, min_size=len(xs), max_size=len(xs)).map(
        lambda ys: list(zip(sorted(xs), sorted(ys), strict=True))
    )
)


class TestCalibrated:
    def test_without_points_the_odds_are_taken_as_they_are(self) -> None:
        assert calibrated(0.7, ()) == 0.7
        assert calibrated(1.0 + 1e-9, ()) == 1.0

    @pytest.mark.parametrize(
        ("odds", "right"), [(0.5, 0.4), (1.0, 0.8), (0.75, 0.6), (0.0, 0.4), (1.0 + 1e-9, 0.8)]
    )
    def test_along_straight_lines_and_level_beyond_the_ends(
        self, odds: float, right: float
    ) -> None:
        assert calibrated(odds, ((0.5, 0.4), (1.0, 0.8))) == pytest.approx(right)

    @given(odds=_odds, points=_points)
    def test_is_never_beyond_the_points(
        self, odds: float, points: Sequence[tuple[float, float]]
    ) -> None:
        found = calibrated(odds, points)
        assert 0 <= found <= 1
        if points:
            assert points[0][1] - 1e-12 <= found <= points[-1][1] + 1e-12

    @given(odds=st.lists(_odds, min_size=2, max_size=5), points=_points)
    def test_never_falls(self, odds: list[float], points: Sequence[tuple[float, float]]) -> None:
        found = [calibrated(each, points) for each in sorted(odds)]
        assert all(before <= after + 1e-12 for before, after in pairwise(found))

    @given(_points)
    def test_goes_through_the_points(self, points: Sequence[tuple[float, float]]) -> None:
        for odds, right in points:
            assert calibrated(odds, points) == pytest.approx(right)


def _shares(count: int) -> st.SearchStrategy[tuple[float, ...]]:
    return st.lists(_odds, min_size=count, max_size=count).map(tuple)


@given(
    its=st.builds(
        predicted,
        loss=_shares(4),
        latency=_shares(3),
        tier=_shares(5),
        blame=st.dictionaries(
            st.sampled_from([str(cause) for cause in Cause]) | st.text(max_size=3), st.floats()
        ),
    ),
    points=_points,
)
def test_any_prediction_is_read(
    its: ServerPrediction, points: Sequence[tuple[float, float]]
) -> None:
    found = reckon(server(), its, points)
    assert found.code in BY_SUMMARY
    assert 0 <= found.confidence <= 1
    assert len(set(found.causes)) == len(found.causes)
    assert not found.causes or BY_SUMMARY[found.code].color is not Color.GREEN
