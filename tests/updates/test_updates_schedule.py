"""When it is looked: a clock that only counts."""

import itertools
import random
import statistics

from notifier.updates.schedule import AGAIN, DAY, FIRST, Looks

NOON = 1_800_000_000.0


def looks(seed: int = 1, *, looked: float | None = None) -> Looks:
    return Looks(wall=NOON, looked=looked, rng=random.Random(seed))


def test_the_first_look_is_some_minutes_after_the_start() -> None:
    waits = [looks(seed).due - NOON for seed in range(500)]
    assert min(waits) >= FIRST[0]
    assert max(waits) <= FIRST[1]
    assert statistics.stdev(waits) > 300  # not all at once


def test_then_about_once_a_day() -> None:
    looking, wall, times = looks(), NOON, []
    for _ in range(200):
        wall = looking.due
        times.append(wall)
        looking.looked(wall, answered=True)
    apart = [b - a for a, b in itertools.pairwise(times)]
    assert 0.8 * DAY <= min(apart) <= max(apart) <= 1.2 * DAY
    assert 0.97 * DAY < statistics.mean(apart) < 1.03 * DAY


def test_a_new_start_does_not_look_again() -> None:
    due = looks(looked=NOON - 3600).due
    assert NOON + 0.8 * DAY - 3600 <= due <= NOON + 1.2 * DAY - 3600


def test_one_after_a_holiday_does_but_not_at_once() -> None:
    assert FIRST[0] <= looks(looked=NOON - 20 * DAY).due - NOON <= FIRST[1]


def test_a_time_to_come_is_not_believed() -> None:
    assert looks(looked=NOON + 900 * DAY).due - NOON <= FIRST[1]


def test_waking_up_is_no_time_to_look() -> None:
    looking = looks(looked=NOON - 0.9 * DAY)
    morning = NOON + 10 * 3600
    looking.woke_up(morning)
    assert looking.due >= morning + FIRST[0]


def test_after_a_failure_sooner_and_then_later_and_later() -> None:
    looking, wall, waits = looks(), NOON, []
    for _ in range(9):
        looking.looked(wall, answered=False)
        waits.append(looking.due - wall)
        wall = looking.due
    assert waits[0] <= 1.2 * AGAIN or waits[0] <= FIRST[1]
    assert waits[3] > 4 * waits[0]
    assert all(wait <= 1.2 * DAY for wait in waits)
    assert waits[-1] >= 0.8 * DAY
    looking.looked(wall, answered=True)
    looking.looked(wall, answered=False)
    assert looking.due - wall <= 1.2 * AGAIN


def test_a_clock_set_back_does_not_end_the_looks() -> None:
    looking = looks()
    looking.looked(NOON + 800 * DAY, answered=True)
    looking.clock_was_set(NOON)
    assert looking.due <= NOON + 1.2 * DAY
