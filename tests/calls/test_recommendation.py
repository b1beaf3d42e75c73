"""The recommendation of a server."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.calls.recommendation import KEPT, ServerResult, connection_recommendation


def result(provider: str = "one", /, **figures: float | None) -> ServerResult:
    """A good server's result, with other figures where they are named."""
    good: dict[str, Any] = {
        "rtt_ms": 50.0,
        "jitter_ms": 2.0,
        "loss": 0.0,
        "throughput_kbps": 8000.0,
    }
    return ServerResult(provider=provider, **(good | figures))


def ranking(*results: ServerResult) -> list[tuple[str, bool]]:
    """The providers, the best first, and whether each is acceptable."""
    found = connection_recommendation(results)["providerRanking"]
    return [(entry["provider"], entry["acceptable"]) for entry in found]


def test_the_published_example() -> None:
    """Two providers as in the API's documentation: one good, one that loses half."""
    found = connection_recommendation(
        [
            result("bad", rtt_ms=106.7, jitter_ms=1547.4, loss=0.526, throughput_kbps=584.6),
            result("good", rtt_ms=46.3, jitter_ms=143.8, loss=0.0, throughput_kbps=4160.7),
        ]
    )
    assert found == {
        "aggregatedStats": [
            {
                "provider": "bad",
                "roundTripTime": 106.7,
                "jitter": 1547.4,
                "fractionLost": 0.526,
                "throughput": 584.6,
            },
            {
                "provider": "good",
                "roundTripTime": 46.3,
                "jitter": 143.8,
                "fractionLost": 0.0,
                "throughput": 4160.7,
            },
        ],
        "providerRanking": [
            {"provider": "good", "acceptable": True},
            {"provider": "bad", "acceptable": False},
        ],
    }


def test_figures_are_medians() -> None:
    results = [result(rtt_ms=rtt) for rtt in (100.0, 10.0, 20.0)]
    [stats] = connection_recommendation(results)["aggregatedStats"]
    assert stats["roundTripTime"] == 20.0


@pytest.mark.parametrize(
    ("figures", "acceptable"),
    [
        ({"throughput_kbps": 30.0}, True),
        ({"throughput_kbps": 29.9}, False),
        ({"loss": 0.05}, True),
        ({"loss": 0.051}, False),
        ({"rtt_ms": 400.0}, True),
        ({"rtt_ms": 400.1}, False),
        ({"throughput_kbps": None}, True),
        ({"throughput_kbps": None, "loss": None, "rtt_ms": None, "jitter_ms": None}, False),
    ],
)
def test_what_is_acceptable(figures: dict[str, float | None], acceptable: bool) -> None:
    assert ranking(result(**figures)) == [("one", acceptable)]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ([{"rtt_ms": 99.0}], [{"rtt_ms": 100.0}]),
        ([{"rtt_ms": 149.0}], [{"rtt_ms": 150.0}]),
        ([{"rtt_ms": 199.0}], [{"rtt_ms": 200.0}]),
        ([{"rtt_ms": 249.0}], [{"rtt_ms": 250.0}]),
        ([{"rtt_ms": 349.0}], [{"rtt_ms": 350.0}]),
        # the worst of three, at one median
        ([{"rtt_ms": 50.0}] * 3, [{"rtt_ms": 50.0}, {"rtt_ms": 50.0}, {"rtt_ms": 360.0}]),
        ([{"loss": 0.004}], [{"loss": 0.005}]),
        ([{"loss": 0.009}], [{"loss": 0.01}]),
        ([{"loss": 0.024}], [{"loss": 0.025}]),
        ([{"loss": 0.039}], [{"loss": 0.04}]),
        ([{"throughput_kbps": 5001.0}], [{"throughput_kbps": 5000.0}]),
        ([{"throughput_kbps": 2001.0}], [{"throughput_kbps": 1999.0}]),
        # the least of three, at one median
        (
            [{"throughput_kbps": 6000.0}] * 3,
            [{"throughput_kbps": rate} for rate in (6000.0, 6000.0, 900.0)],
        ),
    ],
)
def test_scores_order_what_is_acceptable(
    better: list[dict[str, float]], worse: list[dict[str, float]]
) -> None:
    one = [result("worse", **figures) for figures in worse]
    other = [result("better", **figures) for figures in better]
    assert ranking(*one, *other) == [("better", True), ("worse", True)]
    assert ranking(*other, *one) == [("better", True), ("worse", True)]


def test_equal_ones_keep_their_order() -> None:
    assert ranking(result("b"), result("a"), result("b")) == [("b", True), ("a", True)]


def test_low_rates_cost_no_points_of_other_figures() -> None:
    """The throughput's score ends at 0: at one loss and round trip, slow ones are equal."""
    slow, slower = result("slow", throughput_kbps=99.0), result("slower", throughput_kbps=40.0)
    assert ranking(slower, slow) == [("slower", True), ("slow", True)]


def test_only_the_last_results_count() -> None:
    old = [result("old")] * 5
    found = connection_recommendation([*old, *[result("new")] * KEPT])
    assert [stats["provider"] for stats in found["aggregatedStats"]] == ["new"]


def test_nothing_recommends_nothing() -> None:
    assert connection_recommendation([]) == {"aggregatedStats": [], "providerRanking": []}


_FIGURES = st.none() | st.floats(0, 1e6)


@given(
    st.lists(
        st.builds(
            ServerResult,
            provider=st.sampled_from("abc"),
            rtt_ms=_FIGURES,
            jitter_ms=_FIGURES,
            loss=st.none() | st.floats(0, 1),
            throughput_kbps=_FIGURES,
        )
    )
)
def test_every_provider_is_ranked_once(results: list[ServerResult]) -> None:
    found = ranking(*results)
    assert sorted(name for name, _ in found) == sorted({one.provider for one in results[-KEPT:]})
    acceptable = [good for _, good in found]
    assert acceptable == sorted(acceptable, reverse=True)
