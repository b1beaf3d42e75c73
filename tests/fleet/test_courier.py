"""When a client sends: alone, in a crowd, and while the collector is away."""

import itertools
import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from notifier.fleet.answer import LONGEST_RETRY_AFTER, Answer
from notifier.fleet.courier import (
    BATCH_COUNT,
    LONGEST_WAIT,
    MAX_AGE,
    MAX_COUNT,
    MAX_OCTETS,
    Courier,
    Entry,
    Plan,
    batches,
    too_many,
)

T0 = 1_790_000_000.0
TAKEN = Answer("taken", 200)
AWAY = Answer("again")


def begun(seed: int = 1, interval: float = 300.0) -> Courier:
    courier = Courier(interval=interval, rng=random.Random(seed))
    courier.begin(T0)
    return courier


def test_the_first_send_lies_anywhere_in_the_first_interval() -> None:
    dues = [begun(seed).due - T0 for seed in range(2000)]
    thirds = Counter(int(due // 100) for due in dues)
    assert set(thirds) == {0, 1, 2}
    assert all(550 < count < 790 for count in thirds.values())


def test_a_client_keeps_its_place_in_the_interval() -> None:
    courier = begun()
    first = courier.due
    for round_ in range(5):
        now = courier.due + 1.5  # the machine is never on time
        step = courier.look(now)
        assert step.snapshot
        assert step.send
        courier.answered(TAKEN, now)
        assert courier.due == first + 300.0 * (round_ + 1)


def test_snapshots_go_on_while_the_collector_is_away_and_sends_get_rarer() -> None:
    courier = begun()
    now, snapshots, sends = T0, 0, []
    while now < T0 + 86400:
        now = courier.due
        step = courier.look(now)
        snapshots += step.snapshot
        if step.send:
            sends.append(now)
            courier.answered(AWAY, now)
    assert 286 <= snapshots <= 289
    assert len(sends) < 70  # at a mean wait of half an hour
    assert max(b - a for a, b in itertools.pairwise(sends)) <= LONGEST_WAIT


def test_a_crowd_is_never_more_often_at_a_collector_that_is_away() -> None:
    crowd = [begun(seed) for seed in range(1000)]
    sends = [0] * 12  # of five minutes each
    for courier in crowd:
        while courier.due < T0 + 3600:
            now = courier.due
            if courier.look(now).send:
                sends[int((now - T0) // 300)] += 1
                courier.answered(AWAY, now)
    assert max(sends) < 1700  # the first retry of some meets the first send of others, once
    assert sum(sends[2:]) / 10 < 600


def test_a_crowd_that_was_sent_away_comes_back_spread() -> None:
    backs = []
    for seed in range(1000):
        courier = begun(seed)
        now = courier.plan.send_at
        courier.look(now)
        courier.answered(Answer("again", 503, retry_after=600.0), T0)
        backs.append(courier.plan.send_at - T0)
    assert min(backs) >= 600.0
    assert max(backs) <= 900.0
    assert max(Counter(int(back // 30) for back in backs).values()) < 150


def test_a_collectors_day_of_rest_is_kept_over_a_restart() -> None:
    courier = begun()
    courier.look(courier.due)
    courier.answered(Answer("again", 503, retry_after=LONGEST_RETRY_AFTER), T0)
    until = courier.plan.send_at
    again = Courier(interval=300.0, rng=random.Random(2), plan=courier.plan)
    again.begin(T0 + 1000)
    now = T0 + 1000
    while now < until - 300:
        now = again.due
        assert not again.look(now).send
    assert again.plan.send_at == until


def test_a_machine_that_slept_does_not_send_in_the_second_it_wakes() -> None:
    courier = begun()
    woke = courier.due + 8 * 3600
    step = courier.look(woke)
    assert not step.snapshot
    assert not step.send
    assert woke < courier.due <= woke + 300


def test_a_clock_that_is_set_back_silences_nobody() -> None:
    courier = begun()
    courier.look(T0 - 400 * 86400)
    assert courier.due <= T0 - 400 * 86400 + 300


def test_a_refusal_is_a_failure_too_but_ends_with_one_success() -> None:
    courier = begun()
    for _ in range(3):
        now = courier.plan.send_at
        courier.look(now)
        courier.answered(Answer("refused", 401), now)
    assert courier.plan.failures == 3
    now = courier.plan.send_at
    courier.look(now)
    courier.answered(TAKEN, now)
    assert courier.plan.failures == 0
    assert courier.plan.send_at == courier.plan.snapshot_at


entries = st.lists(
    st.builds(
        Entry,
        at=st.floats(min_value=T0 - 3 * MAX_AGE, max_value=T0 + 3 * MAX_AGE),
        size=st.integers(min_value=0, max_value=MAX_OCTETS),
    ),
    max_size=400,
)


@given(entries)
def test_what_waits_keeps_all_limits(waiting: list[Entry]) -> None:
    kept = list(waiting)
    for entry in too_many(waiting, T0):
        kept.remove(entry)
    assert len(kept) <= MAX_COUNT
    assert sum(entry.size for entry in kept) <= MAX_OCTETS
    assert all(abs(entry.at - T0) <= MAX_AGE for entry in kept)
    assert not too_many(kept, T0)


def test_batches_are_in_order_and_bounded() -> None:
    waiting = [Entry(T0 - n, 10) for n in range(BATCH_COUNT + 3)]
    made = list(batches(waiting))
    assert [len(batch) for batch in made] == [BATCH_COUNT, 3]
    assert [e.at for batch in made for e in batch] == sorted(e.at for e in waiting)


times = st.lists(st.floats(min_value=0.0, max_value=200_000.0), min_size=1, max_size=40)


@given(times, st.sampled_from([TAKEN, AWAY, Answer("again", 429, 50.0), Answer("refused", 400)]))
def test_something_is_always_due_within_the_interval(ticks: list[float], answer: Answer) -> None:
    courier = begun()
    for tick in ticks:  # in any order: the clock may be set
        if courier.look(T0 + tick).send:
            courier.answered(answer, T0 + tick)
        assert courier.due <= T0 + tick + 300.0


def test_a_plan_of_an_earlier_life_that_lies_ahead_stays() -> None:
    plan = Plan(snapshot_at=T0 + 200, send_at=T0 + 200, failures=2)
    courier = Courier(interval=300.0, rng=random.Random(1), plan=plan)
    courier.begin(T0)
    assert courier.plan == Plan(snapshot_at=T0 + 200, send_at=T0 + 200, failures=2)
