"""The habit of a network."""

import math
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.forecast.baseline import (
    Profile,
    ProfileError,
    enough,
    learn,
    read_profile,
    recent,
    stale,
)
from notifier.forecast.watched import DAY_MS, SLOTS, Figure, Watched
from tests.forecast.histories import (
    KINDS,
    MONDAY,
    ORDINARY,
    RUN_MS,
    any_run,
    calm,
    history,
    learnt,
    steady,
)


@pytest.fixture(scope="module")
def ordinary() -> Profile:
    """Two days without any change."""
    return learnt(steady(2, **ORDINARY))


# Learning


def test_nothing_is_said_before_a_whole_day_was_seen() -> None:
    assert learn(steady(0.99, **ORDINARY), now_ms=MONDAY + DAY_MS) is None
    assert learn((), now_ms=MONDAY) is None


def test_a_figure_needs_a_dozen_values() -> None:
    few = steady(2, every_ms=DAY_MS / 5.5, rtt_ms=20.0)
    assert len(few) == 11
    assert learnt(few).habits["turn.example.org"] == {}


def test_hours_are_told_apart_once_there_are_enough_evenings() -> None:
    line = calm(KINDS["cable, slow evenings"])
    evening, morning = 21, 9
    for days, apart in ((3, False), (10, True)):
        habit = learnt(history(line, days, seed=1)).habits["turn.example.org"][Figure.ROUND_TRIP]
        assert (habit.median[evening] > 1.5 * habit.median[morning]) is apart


def test_weekends_are_told_apart_after_two_of_them() -> None:
    all_runs = [
        msgspec.structs.replace(run, rtt_ms=80.0 if number // 288 % 7 >= 5 else 20.0)
        for number, run in enumerate(steady(21, **ORDINARY))
    ]
    habit = learnt(all_runs).habits["turn.example.org"][Figure.ROUND_TRIP]
    assert habit.median[2 * 24 + 12] == 20.0
    assert habit.median[5 * 24 + 12] == 80.0


def test_hours_that_were_never_seen_are_taken_for_like_the_others() -> None:
    office = [run for run in steady(10, **ORDINARY) if 8 <= _hour(run) < 17]
    habit = learnt(office).habits["turn.example.org"][Figure.ROUND_TRIP]
    assert habit.median[3] == 20.0


def _hour(run: Watched) -> int:
    return datetime.fromtimestamp(run.timestamp_ms / 1000, UTC).hour


def test_an_hour_is_that_of_the_wall_clock_in_summer_and_winter() -> None:
    """Helsinki left summer time on 2026-10-25: nine in the evening stays nine in the evening."""
    helsinki = ZoneInfo("Europe/Helsinki")
    start = datetime(2026, 10, 12, tzinfo=helsinki).timestamp() * 1000
    all_runs = [
        msgspec.structs.replace(run, timestamp_ms=at, rtt_ms=90.0 if 20 <= local < 23 else 20.0)
        for number, run in enumerate(steady(26, **ORDINARY))
        for at in [start + number * RUN_MS]
        for local in [datetime.fromtimestamp(at / 1000, helsinki).hour]
    ]
    profile = learn(all_runs, now_ms=all_runs[-1].timestamp_ms, zone=helsinki)
    assert profile is not None
    habit = profile.habits["turn.example.org"][Figure.ROUND_TRIP]
    assert habit.median[21] == 90.0
    assert habit.low[21] == 90.0
    assert habit.high[15] == 20.0


def test_each_server_has_its_own_habit() -> None:
    both = [
        msgspec.structs.replace(run, provider="far", rtt_ms=200.0) if number % 2 else run
        for number, run in enumerate(steady(3, **ORDINARY))
    ]
    habits = learnt(both).habits
    medians = {name: habits[name][Figure.ROUND_TRIP].median[0] for name in habits}
    assert medians == {"turn.example.org": 20.0, "far": 200.0}


def test_a_low_at_least_stretches_no_habit() -> None:
    odd = [
        msgspec.structs.replace(run, loop_kbps=900.0, loop_at_least=True)
        if number % 4 == 0
        else run
        for number, run in enumerate(steady(3, **ORDINARY))
    ]
    assert learnt(odd).habits["turn.example.org"][Figure.THROUGHPUT].low[0] == 20_000.0


def test_history_is_bounded_and_a_wrong_clock_left_out() -> None:
    now = MONDAY
    times = [now - 61 * DAY_MS, now - DAY_MS, math.nan, now + 400 * DAY_MS, math.inf, now]
    kept = recent([Watched(timestamp_ms=at, works=True) for at in times], now)
    assert [run.timestamp_ms for run in kept] == [now - DAY_MS, now]
    many = [Watched(timestamp_ms=now - number, works=True) for number in range(20_005)]
    assert len(recent(many, now)) == 20_000


def test_when_to_learn_and_how(ordinary: Profile) -> None:
    at = ordinary.learnt_ms
    assert stale(None, at)
    assert not stale(ordinary, at + DAY_MS - 1)
    assert stale(ordinary, at + DAY_MS)
    assert stale(ordinary, at - 1)
    week = steady(7.01, **ORDINARY)
    assert enough(week, week[-1].timestamp_ms)
    assert not enough(week[:-10], week[-1].timestamp_ms)
    assert not enough(week[::5], week[-1].timestamp_ms)
    assert not enough([], MONDAY)


# What comes from outside


def test_a_profile_is_kept_as_json(ordinary: Profile) -> None:
    assert read_profile(msgspec.json.encode(ordinary)) == ordinary


def _damaged(profile: Profile, **changes: Any) -> bytes:
    record = msgspec.to_builtins(profile)
    record["habits"]["turn.example.org"]["round-trip"] |= changes
    return msgspec.json.encode(record)


@pytest.mark.parametrize(
    "changes",
    [
        {"low": [1.0] * (SLOTS - 1)},
        {"low": [-1.0] * SLOTS},
        {"low": [30.0] * SLOTS},
        {"median": [None] * SLOTS},
        {"reach": -1.0},
        {"reach": "far"},
        {"something": 1},
    ],
)
def test_a_damaged_profile_is_refused(ordinary: Profile, changes: dict[str, Any]) -> None:
    with pytest.raises(ProfileError, match="the habit of this network cannot be used"):
        read_profile(_damaged(ordinary, **changes))


@given(st.binary(max_size=200) | st.text(max_size=200))
def test_no_text_of_a_profile_raises_anything_else(text: str | bytes) -> None:
    with pytest.raises(ProfileError):
        read_profile(text)


def test_a_number_that_overflows_is_refused() -> None:
    with pytest.raises(ProfileError):
        read_profile(b'{"learnt_ms":1e999,"method":"rule","runs":1,"days":1,"works":1,"habits":{}}')


@given(st.lists(any_run, max_size=60), st.floats() | st.just(MONDAY))
def test_no_figures_raise_and_what_is_learnt_can_be_kept(
    past: list[Watched], now_ms: float
) -> None:
    profile = learn(past, now_ms=now_ms, zone=UTC)
    if profile is not None:
        assert read_profile(msgspec.json.encode(profile)) == profile
