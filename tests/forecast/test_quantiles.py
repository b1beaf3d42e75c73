"""The habit by quantile regression."""

from datetime import UTC

import msgspec
import pytest

from notifier.forecast.baseline import Habit, Profile
from notifier.forecast.quantiles import train
from notifier.forecast.watched import Figure, Watched
from tests.forecast.false_alarms import Found, by_quantiles, examine
from tests.forecast.histories import KINDS, MONDAY, history, steady


@pytest.fixture(scope="module")
def cable() -> list[Watched]:
    return history(KINDS["cable, slow evenings"], 14, seed=1)


def learnt(runs: list[Watched]) -> Profile | None:
    return train(runs, now_ms=runs[-1].timestamp_ms, zone=UTC)


def habit(profile: Profile | None, figure: Figure) -> Habit:
    assert profile is not None
    return profile.habits["turn.example.org"][figure]


def test_the_same_runs_give_the_same_profile(cable: list[Watched]) -> None:
    first, second = learnt(cable), learnt(cable)
    assert first is not None
    assert first.method == "quantiles"
    assert msgspec.json.encode(first) == msgspec.json.encode(second)


def test_evenings_and_weekends_are_found() -> None:
    """Round trips of 22 ms: two and a half times that at nine, a quarter more on weekends."""
    found = habit(learnt(history(KINDS["cable, slow evenings"], 28, seed=2)), Figure.ROUND_TRIP)
    assert found.median[4] == pytest.approx(22, rel=0.1)
    assert found.median[21] == pytest.approx(22 * 2.5, rel=0.25)
    assert found.median[5 * 24 + 13] > 1.1 * found.median[13]
    assert found.low[4] < found.median[4] < found.high[4]


def test_nine_in_ten_lie_between_the_ends() -> None:
    runs = history(KINDS["DSL"], 28, seed=3)
    found = habit(learnt(runs[: 21 * 288]), Figure.ROUND_TRIP)
    later = runs[21 * 288 :]
    inside = 0
    for number, run in enumerate(later):
        slot = number // 12 % 168
        inside += found.low[slot] <= (run.rtt_ms or 0.0) <= found.high[slot]
    assert inside / len(later) == pytest.approx(0.9, abs=0.05)


def test_figures_that_never_change_and_some_that_are_missing() -> None:
    profile = learnt(steady(10, rtt_ms=20.0, loss=0.0))
    assert set(habit(profile, Figure.ROUND_TRIP).median) == {20.0}
    assert set(habit(profile, Figure.LOSS).high) == {0.0}
    assert profile is not None
    assert set(profile.habits["turn.example.org"]) == {Figure.ROUND_TRIP, Figure.LOSS}


def test_a_short_history_is_no_profile() -> None:
    assert train((), now_ms=MONDAY) is None


def test_changes_are_seen_within_two_runs_and_a_quiet_fortnight_is_quiet() -> None:
    found = Found()
    for kind in ("fibre", "DSL", "cable, slow evenings"):
        examine(kind, 104, found, relearn=7, how=by_quantiles)
    assert sum(found.alarms.values()) < found.networks
    soon = {
        figure: sum(delay == 2 for delay in delays) / len(delays)
        for figure, delays in found.delays.items()
    }
    assert soon.pop(Figure.LOSS) >= 0.5
    assert soon.pop(Figure.THROUGHPUT) >= 0.9
    assert set(soon.values()) == {1.0}
