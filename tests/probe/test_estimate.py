"""The estimators: exact where nothing disturbs; how far off over drawn trains where much does."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from random import Random

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from notifier.probe import estimate
from notifier.probe.estimate import RateFit
from notifier.probe.flow import Flow, FlowRecord
from tests.net.direction import Direction
from tests.probe.links import Loop, train

MS = 0.001


def a_record(
    arrived: Sequence[float | None], interval: float = 0.02, size: int = 188
) -> FlowRecord:
    times = {i: at for i, at in enumerate(arrived) if at is not None}
    order = tuple(sorted(times, key=lambda i: times[i]))
    sent = tuple(i * interval for i in range(len(arrived)))
    return FlowRecord(size, sent, tuple(arrived), order)


def with_delays(delays: Sequence[float | None]) -> FlowRecord:
    return a_record([None if d is None else i * 0.02 + d for i, d in enumerate(delays)])


def fitted(record: FlowRecord, *, jitter: float = 0.0, loss: float = 0.0) -> RateFit:
    fit = estimate.service_rate(record, jitter=jitter, loss=loss)
    assert fit is not None
    return fit


# Percentiles, losses.


def test_percentile_interpolates() -> None:
    assert estimate.percentile([3, 1, 2], 0.5) == 2
    assert estimate.percentile([0, 10], 0.95) == pytest.approx(9.5)
    assert estimate.percentile([7], 0.95) == 7
    with pytest.raises(ValueError, match="no values"):
        estimate.percentile([], 0.5)


def test_loss_and_bursts() -> None:
    flow = with_delays([0.1, None, None, 0.1, None, 0.1, 0.1, 0.1, 0.1, 0.1])
    assert estimate.loss_fraction(flow) == pytest.approx(0.3)
    assert estimate.loss_burst(flow) == pytest.approx(1.5)


def test_nothing_lost_has_no_burst_and_nothing_sent_no_loss() -> None:
    assert estimate.loss_burst(with_delays([0.1, 0.1])) is None
    assert estimate.loss_fraction(with_delays([0.1, 0.1])) == 0.0
    assert estimate.loss_fraction(with_delays([])) is None


@given(st.integers(0, 1_000), st.integers(0, 100))
def test_a_network_that_loses_nothing_has_no_loss(seed: int, jitter_ms: int) -> None:
    record = train(Direction(delay_ms=20, jitter_ms=jitter_ms), kbps=500, seed=seed)
    assert estimate.loss_fraction(record) == 0.0


@given(st.lists(st.booleans(), min_size=1, max_size=60), st.integers(0, 59))
def test_one_more_loss_never_lowers_the_loss(kept: list[bool], index: int) -> None:
    before = with_delays([0.1 if k else None for k in kept])
    kept[index % len(kept)] = False
    after = with_delays([0.1 if k else None for k in kept])
    assert (estimate.loss_fraction(after) or 0) >= (estimate.loss_fraction(before) or 0)


sent_counts = st.integers(1, 500)
bursts = st.floats(1, 20)


@given(sent_counts, st.integers(0, 500), bursts)
def test_a_loss_interval_contains_the_loss(sent: int, lost: int, burst: float) -> None:
    assume(lost <= sent)
    low, high = estimate.loss_interval(lost, sent, burst)
    assert 0 <= low <= lost / sent <= high <= 1


@given(sent_counts, st.integers(0, 499), bursts)
def test_a_loss_interval_rises_with_the_losses(sent: int, lost: int, burst: float) -> None:
    assume(lost < sent)
    low, high = estimate.loss_interval(lost, sent, burst)
    more_low, more_high = estimate.loss_interval(lost + 1, sent, burst)
    assert more_low >= low
    assert more_high >= high


@given(sent_counts, st.integers(0, 500), bursts, bursts)
def test_losses_in_runs_say_less(sent: int, lost: int, one: float, other: float) -> None:
    assume(lost <= sent)
    short, long = sorted((one, other))
    low, high = estimate.loss_interval(lost, sent, short)
    wide_low, wide_high = estimate.loss_interval(lost, sent, long)
    assert wide_high - wide_low >= high - low - 1e-12


def test_a_loss_interval_is_wilsons() -> None:
    # The worked example of Brown, Cai, DasGupta, Statistical Science 16, 2001: 5 of 50.
    assert estimate.loss_interval(5, 50, 1.0) == pytest.approx((0.0435, 0.2136), abs=1e-4)
    assert estimate.loss_interval(0, 100, 1.0) == pytest.approx((0.0, 0.037), abs=1e-3)
    with pytest.raises(ValueError, match="nothing was sent"):
        estimate.loss_interval(0, 0, 1.0)


def test_loss_intervals_hold_over_drawn_streams() -> None:
    """Measured: 90 % of what is to be 95 %, since the length of runs is estimated as well."""
    inside = 0
    for seed in range(200):
        loss, burst = 0.03 + 0.0003 * seed, 1 + seed % 3
        record = train(Direction(loss=loss, burst=burst), count=100, kbps=500, seed=seed)
        lost = sum(at is None for at in record.arrived)
        low, high = estimate.loss_interval(lost, 100, estimate.loss_burst(record) or 1.0)
        inside += low <= loss <= high
    assert inside > 170


# Jitter.


def test_jitter_of_an_even_stream_is_zero() -> None:
    assert estimate.interarrival_jitter(with_delays([0.05] * 50)) == pytest.approx(0, abs=1e-12)


def test_jitter_is_what_rfc_3550_settles_at() -> None:
    delays = [0.05 + 0.01 * (i % 2) for i in range(400)]
    jitter = 0.0
    for before, after in pairwise(delays):
        jitter += (abs(after - before) - jitter) / 16  # RFC 3550 appendix A.8
    assert estimate.interarrival_jitter(with_delays(delays)) == pytest.approx(jitter, rel=0.01)


def test_jitter_goes_by_arrival_and_needs_three() -> None:
    assert estimate.interarrival_jitter(with_delays([0.1, 0.1])) is None
    overtaken = with_delays([0.1, 0.03, 0.1])
    assert overtaken.arrival_order == (1, 0, 2)
    assert estimate.interarrival_jitter(overtaken) == pytest.approx((0.07 + 0.0) / 2)


@given(st.lists(st.floats(0, 0.5), min_size=20, max_size=60), st.integers(0, 10), st.floats(0, 1))
def test_what_a_disturbed_packet_took_counts_for_nothing(
    delays: list[float], number: int, late: float
) -> None:
    # Within its place in the order: that it was late is what is not to count.
    record = with_delays(sorted(delays))
    spoilt = replace(record, disturbed=frozenset({number}))
    moved = list(record.arrived)
    moved[number] = (moved[number] or 0.0) + late
    worse = replace(spoilt, arrived=tuple(moved))
    assert estimate.interarrival_jitter(worse) == estimate.interarrival_jitter(spoilt)
    assert estimate.jitter_interval(worse) == estimate.jitter_interval(spoilt)
    assert estimate.delays(worse) == estimate.delays(spoilt)
    assert len(estimate.delays(worse)) == len(delays) - 1
    assert estimate.loss_fraction(worse) == 0.0
    rates = [estimate.service_rate(one, jitter=0.01, loss=0.0) for one in (worse, spoilt)]
    assert rates[0] == rates[1]


@given(st.lists(st.none() | st.floats(0, 0.5), max_size=80))
def test_a_jitter_interval_contains_the_jitter(delays: list[float | None]) -> None:
    record = with_delays(delays)
    ends = estimate.jitter_interval(record)
    jitter = estimate.interarrival_jitter(record)
    if ends is None:
        return
    assert jitter is not None
    assert 0 <= ends[0] <= jitter <= ends[1]


def test_a_jitter_interval_needs_sixteen_changes() -> None:
    assert estimate.jitter_interval(with_delays([0.1] * 16)) is None
    assert estimate.jitter_interval(with_delays([0.1] * 17)) is not None


# Medians.


@given(st.lists(st.floats(0, 10), max_size=200))
def test_a_median_interval_is_ordered_around_the_median(values: list[float]) -> None:
    ends = estimate.median_interval(values)
    assert (ends is None) == (len(values) < 6)
    if ends is not None:
        assert min(values) <= ends[0] <= estimate.percentile(values, 0.5) <= ends[1] <= max(values)


def test_a_median_interval_holds_in_nineteen_of_twenty() -> None:
    random = Random(1)
    inside = 0
    for _ in range(400):
        low, high = estimate.median_interval([random.expovariate(1.0) for _ in range(30)]) or (0, 0)
        inside += low <= math.log(2) <= high
    assert 370 < inside <= 400


# What packets that waited for others take by themselves.


def test_packets_that_come_at_once_have_waited() -> None:
    # The second is held for 50 ms; the third and fourth come with it.
    record = with_delays([0.03, 0.08, 0.06, 0.04, 0.03])
    found = estimate.undelayed(record, 0.001)
    assert [waited for _, waited in found] == [False, False, True, True, False]
    assert [delay for delay, _ in found] == pytest.approx([0.03, 0.08, 0.06, 0.04, 0.03])


def test_lost_and_disturbed_packets_have_no_delay() -> None:
    record = replace(with_delays([0.03, None, 0.03, 0.03]), disturbed=frozenset({2}))
    assert len(estimate.undelayed(record, 0.001)) == 2


@given(st.lists(st.floats(0, 10), min_size=1, max_size=50, unique=True), st.floats(0.01, 0.99))
def test_a_quantile_of_exact_values_is_one_of_them_at_its_rank(
    values: list[float], fraction: float
) -> None:
    found = estimate.censored_quantile([(value, False) for value in values], fraction)
    rank = sorted(values).index(found) / len(values)
    assert rank == pytest.approx(fraction, abs=1.0001 / len(values))


censored_values = st.lists(st.tuples(st.floats(0, 10), st.booleans()), min_size=1, max_size=50)


@given(censored_values, st.floats(0, 1), st.floats(0, 1))
def test_quantiles_are_ordered_and_among_the_values(
    values: list[tuple[float, bool]], one: float, other: float
) -> None:
    low, high = (estimate.censored_quantile(values, part) for part in sorted((one, other)))
    assert low <= high
    assert {low, high} <= {value for value, _ in values}


def test_upper_bounds_lower_the_quantile() -> None:
    values = [float(i) for i in range(20)]
    exact = estimate.censored_quantile([(value, False) for value in values], 0.5)
    bounded = estimate.censored_quantile([(value, value in (12.0, 15.0)) for value in values], 0.5)
    assert bounded <= exact
    with pytest.raises(ValueError, match="no values"):
        estimate.censored_quantile([], 0.5)


@given(censored_values)
def test_a_censored_medians_interval_contains_it(values: list[tuple[float, bool]]) -> None:
    ends = estimate.censored_median_interval(values)
    exact = [value for value, censored in values if not censored]
    assert (ends is None) == (len(exact) < 6)
    if ends is not None:
        assert ends[0] <= estimate.censored_quantile(values, 0.5) <= ends[1]
    if len(exact) == len(values):
        assert ends == estimate.median_interval(exact)


def test_delays_that_kept_the_order_are_those_that_packets_have_by_themselves() -> None:
    """Jitter of 40 ms and packets 20 ms apart: half of them wait for one before."""
    direction = Direction(delay_ms=30, jitter_ms=40)
    # |N(0, 40 ms)| has its median at 0.674 of 40 ms.
    truth = 0.03 + 0.674 * 0.04
    plain, found = [], []
    for seed in range(20):
        record = train(direction, count=100, kbps=188 * 8 / 20, size=188, seed=seed)
        plain.append(estimate.percentile(estimate.delays(record), 0.5))
        found.append(estimate.censored_quantile(estimate.undelayed(record, 0.0005), 0.5))
    assert sum(found) / 20 == pytest.approx(truth, abs=0.003)
    assert sum(plain) / 20 > truth + 0.005


# The rate at which packets leave a full link.


@pytest.mark.parametrize("kbps", [100, 500, 2000, 12000])
@pytest.mark.parametrize("overdrive", [1.1, 2.0, 8.0])
@pytest.mark.parametrize("queue_ms", [30, 150, 5000])
def test_a_clean_full_link_is_exact(kbps: int, overdrive: float, queue_ms: float) -> None:
    up = Direction(rate_bps=kbps * 1000, queue_ms=queue_ms, delay_ms=20)
    fit = fitted(train(up, kbps=kbps * overdrive, size=600))
    assert fit.bps == pytest.approx(kbps * 1000, rel=0.005)
    assert fit.error < 0.01
    assert fit.fine


@pytest.mark.parametrize("kbps", [100, 2000])
def test_a_link_that_is_not_full_shows_the_trains_own_rate(kbps: int) -> None:
    fit = fitted(train(Direction(rate_bps=10_000_000, queue_ms=100), kbps=kbps))
    assert fit.bps == pytest.approx(kbps * 1000, rel=0.005)
    assert not fit.overrun


def test_too_few_arrivals_give_no_figure() -> None:
    flow = with_delays([0.1, None, 0.1, None, 0.1])
    assert estimate.service_rate(flow, jitter=0.0, loss=0.0) is None
    assert estimate.tail_rate(flow, 0.1) is None


@dataclass(frozen=True, slots=True)
class Train:
    """A train over a link that it fills, and what the estimators made of it."""

    direction: Direction
    kbps: float
    record: FlowRecord
    drops: int
    fit: RateFit
    base: float

    @property
    def off(self) -> float:
        """Of the rate, above (or below) the truth."""
        return self.fit.bps / 1000 / self.kbps - 1

    @property
    def deviations(self) -> float:
        """The same in standard errors."""
        return self.off / self.fit.error


TRAINS = 300


@cache
def trains(
    jitter_ms: float, loss: float, burst: float, queue_ms: tuple[float, float]
) -> tuple[Train, ...]:
    """Trains over drawn links with up to so much of each."""
    made = []
    for number in range(TRAINS):
        random = Random(f"{jitter_ms} {loss} {burst} {queue_ms} {number}")
        kbps = math.exp(random.uniform(math.log(200), math.log(12_000)))
        jitter = random.uniform(0, jitter_ms)
        direction = Direction(
            rate_bps=round(kbps * 1000),
            queue_ms=random.uniform(*queue_ms),
            delay_ms=10,
            jitter_ms=jitter,
            loss=random.uniform(0, loss),
            burst=random.uniform(1, burst),
        )
        size, count = random.choice([300, 600, 1232]), random.randint(30, 120)
        # As much as such a link is given in a run: two seconds of it.
        count = max(20, min(count, int(kbps * 250 / size)))
        fast = kbps * random.uniform(1.4, 3.0)
        loop = Loop(direction, seed=number)
        flow = Flow(count=count, interval=size * 8 / fast / 1000, size=size, patience=3.0)
        record = loop.run(flow, size)
        # Of |N(0, 1)|: mean 0.8, standard deviation 0.6.
        fit = estimate.service_rate(record, jitter=0.6 * jitter * MS, loss=direction.loss)
        if fit is not None:
            base = (10 + 0.8 * jitter) * MS + size * 8 / (kbps * 1000)
            made.append(Train(direction, kbps, record, loop.up.queue_drops, fit, base))
    assert len(made) > 0.98 * TRAINS
    return tuple(made)


DEEP, SHORT = (10_000, 20_000), (15, 400)
"""Milliseconds of queue: one that no train fills, and one that most do."""


def share(good: Sequence[bool]) -> float:
    return sum(good) / len(good)


@pytest.mark.parametrize("queue_ms", [DEEP, SHORT])
def test_without_jitter_and_loss_every_train_is_exact(queue_ms: tuple[float, float]) -> None:
    assert all(abs(one.off) < 0.005 for one in trains(0, 0, 1, queue_ms))


@pytest.mark.parametrize("burst", [1, 8])
def test_loss_behind_the_queue_does_not_move_the_rate(burst: float) -> None:
    assert all(abs(one.off) < 0.005 for one in trains(0, 0.1, burst, DEEP))


@pytest.mark.parametrize("burst", [1, 8])
def test_loss_behind_a_queue_that_drops_moves_few(burst: float) -> None:
    """Measured: 19 of 20 exact, the others between 36 % below and 9 % above."""
    made = trains(0, 0.1, burst, SHORT)
    assert share([abs(one.off) < 0.005 for one in made]) > 0.9
    assert max(one.off for one in made) < 0.15


@pytest.mark.parametrize(
    ("jitter_ms", "loss", "burst", "queue_ms", "most", "part"),
    [
        (0, 0.1, 8, SHORT, 5, 0.98),
        (40, 0, 1, DEEP, 3, 0.99),
        (40, 0, 1, SHORT, 5, 0.98),
        (40, 0.1, 8, DEEP, 5, 0.97),
        (40, 0.1, 8, SHORT, 5, 0.94),
    ],
)
def test_a_rate_above_the_link_is_rare_in_its_own_errors(
    jitter_ms: float,
    loss: float,
    burst: float,
    queue_ms: tuple[float, float],
    most: float,
    part: float,
) -> None:
    """So many standard errors above the truth, at most, are all but these parts of the trains."""
    made = trains(jitter_ms, loss, burst, queue_ms)
    assert share([one.deviations <= most for one in made]) >= part


shifts = st.floats(-1000, 1000)
link_seeds = st.integers(0, 50)


@given(link_seeds, shifts)
@settings(max_examples=40)
def test_the_clock_may_begin_anywhere(seed: int, shift: float) -> None:
    record = noisy(seed)
    moved = replace(
        record,
        sent=tuple(at + shift for at in record.sent),
        arrived=tuple(None if at is None else at + shift for at in record.arrived),
    )
    fit, other = (fitted(one, jitter=0.005, loss=0.05) for one in (record, moved))
    assert (other.bps, other.error) == pytest.approx((fit.bps, fit.error), rel=1e-6)
    assert (other.overrun, other.dropped_from) == (fit.overrun, fit.dropped_from)
    queue, later = (estimate.queue_delay(one, fit, 0.02) for one in (record, moved))
    assert queue is not None
    assert later is not None
    assert later.seconds == pytest.approx(queue.seconds, abs=1e-9)
    assert later.ended == queue.ended


@given(link_seeds, st.integers(1, 20))
@settings(max_examples=40)
def test_longer_packets_at_the_same_times_are_so_much_more(seed: int, times: int) -> None:
    record = noisy(seed)
    fit, other = (
        fitted(one, jitter=0.005, loss=0.05)
        for one in (record, replace(record, size=times * record.size))
    )
    assert other.bps == pytest.approx(times * fit.bps)
    assert replace(other, bps=fit.bps) == fit


def noisy(seed: int) -> FlowRecord:
    up = Direction(rate_bps=1_500_000, queue_ms=100, delay_ms=20, jitter_ms=8, loss=0.05, burst=2)
    return train(up, count=80, kbps=2800, seed=seed)


# Where a full queue drops.


def test_lost_one_by_one_is_no_full_queue() -> None:
    made = trains(0, 0.1, 1, DEEP)
    assert not any(one.fit.dropped_from < len(one.record.sent) for one in made)


def test_runs_of_losses_are_seldom_taken_for_one() -> None:
    """Up to 10 % in runs of up to eight; a run at the end of a short train looks the same."""
    made = trains(0, 0.1, 8, DEEP)
    assert share([one.fit.dropped_from < len(one.record.sent) for one in made]) < 0.12
    mild = trains(0, 0.05, 3, DEEP)
    assert share([one.fit.dropped_from < len(one.record.sent) for one in mild]) < 0.04


@pytest.mark.parametrize(("jitter_ms", "loss", "burst"), [(0, 0, 1), (0, 0.1, 8), (40, 0.1, 8)])
def test_a_full_queue_is_seen(jitter_ms: float, loss: float, burst: float) -> None:
    made = [one for one in trains(jitter_ms, loss, burst, SHORT) if one.drops >= 20]
    assert len(made) > 50
    assert all(one.fit.overrun for one in made)
    assert all(one.fit.dropped_from < len(one.record.sent) for one in made)


def test_it_is_seen_from_where_it_dropped() -> None:
    """To within what two packets more or less are, where nothing else is lost."""
    for one in trains(0, 0, 1, SHORT):
        if one.drops < 20:
            continue
        first = one.record.arrived.index(None)
        assert abs(one.fit.dropped_from - first) <= 2


# How long it makes packets wait.


def queue_of(one: Train) -> estimate.QueueDelay:
    queue = estimate.queue_delay(one.record, one.fit, one.base)
    assert queue is not None
    return queue


def holds(one: Train) -> float:
    return one.direction.queue_limit() / (one.kbps * 125)


@pytest.mark.parametrize(("jitter_ms", "loss", "burst"), [(0, 0, 1), (0, 0.1, 1), (40, 0, 1)])
def test_a_queue_ends_only_where_it_was_full(jitter_ms: float, loss: float, burst: float) -> None:
    for queue_ms in (DEEP, SHORT):
        for one in trains(jitter_ms, loss, burst, queue_ms):
            if one.drops == 0:
                assert not queue_of(one).ended


def test_runs_of_losses_seldom_look_like_its_end() -> None:
    made = [one for one in trains(40, 0.1, 8, SHORT) if one.drops == 0]
    assert share([queue_of(one).ended for one in made]) < 0.05


@pytest.mark.parametrize("loss", [0, 0.1])
def test_the_end_of_a_queue_is_where_it_is(loss: float) -> None:
    ended = [one for one in trains(0, loss, 1, SHORT) if queue_of(one).ended]
    assert len(ended) > TRAINS // 4
    for one in ended:
        # A packet that does not fit leaves a part of the queue free.
        packet = one.record.size * 8 / (one.kbps * 1000)
        assert holds(one) - 1.5 * packet <= queue_of(one).seconds <= 1.02 * holds(one)


def test_a_queue_that_still_grew_is_what_it_had_come_to() -> None:
    for one in trains(0, 0, 1, DEEP):
        queue, last = queue_of(one), one.record.arrived[-1]
        assert last is not None
        waited = last - one.record.sent[-1] - one.base
        assert not queue.ended
        assert 0.75 * waited <= queue.seconds <= waited + 1e-6


# Transports that pace themselves.


def test_tail_rate_of_a_steady_transfer_is_its_rate() -> None:
    steady = a_record([i * 0.01 for i in range(100)], size=1250)
    rate, at_least = estimate.tail_rate(steady, 0.05) or (0.0, True)
    assert rate == pytest.approx(1e6, rel=0.02)
    assert not at_least


def test_tail_rate_leaves_slow_start_out() -> None:
    slow = [0.1 * i for i in range(10)]
    steady = [1.0 + 0.01 * i for i in range(90)]
    rate, at_least = estimate.tail_rate(a_record([*slow, *steady], size=1250), 0.05) or (0.0, True)
    assert rate == pytest.approx(1e6, rel=0.02)
    assert not at_least


@pytest.mark.parametrize("lost", range(5, 95, 5))
def test_packets_that_waited_for_a_repair_do_not_raise_the_tail_rate(lost: int) -> None:
    """One is lost and comes 0.3 s late; those behind it are given to the program with it."""
    times = [i * 0.01 for i in range(100)]
    again = times[lost] + 0.3
    held = [again if lost <= i and at < again else at for i, at in enumerate(times)]
    rate, _ = estimate.tail_rate(a_record(held, size=1250), 0.05) or (0.0, True)
    assert 0.6e6 < rate < 1.15e6


def test_tail_rate_says_when_it_was_still_growing_or_short_of_round_trips() -> None:
    at, times = 0.0, []
    for i in range(100):
        at += 0.05 / (1 + i)  # ever faster
        times.append(at)
    found = estimate.tail_rate(a_record(times, size=1250), 0.001)
    assert found is not None
    assert found[1]
    far = estimate.tail_rate(a_record([i * 0.01 for i in range(100)], size=1250), 0.3)
    assert far is not None
    assert far[1]


# Anything at all.

arrival_times = st.floats(0, 10, allow_nan=False)


@given(
    st.lists(st.none() | arrival_times, max_size=40),
    st.floats(0, 0.1),
    st.floats(0, 1),
    st.sets(st.integers(0, 39)),
)
@example([0.0, None, 0.0, None, 2e-309, 1.0], 0.0, 0.0, set())
@example([0.0, 0.0, 0.0, 2e-309], 0.01, 0.0, set())
@example([None] * 20 + [1.0, 2.0, 3.0, 4.0], 0.0, 1.0, set())
@settings(max_examples=200)
def test_no_record_makes_an_estimator_raise(
    arrived: list[float | None], jitter: float, loss: float, spoilt: set[int]
) -> None:
    flow = replace(a_record(arrived), disturbed=frozenset(spoilt))
    fit = estimate.service_rate(flow, jitter=jitter, loss=loss)
    for figure in (
        estimate.loss_fraction(flow),
        estimate.loss_burst(flow),
        estimate.interarrival_jitter(flow),
        None if fit is None else fit.bps,
        None if fit is None else fit.error,
    ):
        assert figure is None or (math.isfinite(figure) and figure >= 0)
    if fit is not None:
        assert 0 <= fit.dropped_from <= len(arrived)
        queue = estimate.queue_delay(flow, fit, 0.01)
        assert queue is None or (queue.seconds >= 0 and queue.error >= 0)
    estimate.jitter_interval(flow)
    estimate.tail_rate(flow, 0.1)
    estimate.undelayed(flow, 0.001)
