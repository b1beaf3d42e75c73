import math
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from notifier.probe import estimate
from notifier.probe.flow import FlowRecord
from notifier.relay.impair import LinkSettings
from tests.probe.links import record


def a_record(arrived: list[float | None], interval: float = 0.02, size: int = 188) -> FlowRecord:
    times = {i: at for i, at in enumerate(arrived) if at is not None}
    order = tuple(sorted(times, key=lambda i: times[i]))
    sent = tuple(i * interval for i in range(len(arrived)))
    return FlowRecord(size, sent, tuple(arrived), order)


def with_delays(delays: list[float | None]) -> FlowRecord:
    return a_record([None if d is None else i * 0.02 + d for i, d in enumerate(delays)])


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


def test_jitter_of_an_even_stream_is_zero() -> None:
    assert estimate.interarrival_jitter(with_delays([0.05] * 50)) == pytest.approx(0, abs=1e-12)


def test_jitter_is_what_rfc_3550_settles_at() -> None:
    delays = [0.05 + 0.01 * (i % 2) for i in range(400)]
    jitter = 0.0
    for before, after in pairwise(delays):
        jitter += (abs(after - before) - jitter) / 16  # RFC 3550 appendix A.8
    assert estimate.interarrival_jitter(with_delays(list(delays))) == pytest.approx(
        jitter, rel=0.01
    )


def test_jitter_goes_by_arrival_and_needs_three() -> None:
    assert estimate.interarrival_jitter(with_delays([0.1, 0.1])) is None
    overtaken = with_delays([0.1, 0.03, 0.1])
    assert overtaken.arrival_order == (1, 0, 2)
    assert estimate.interarrival_jitter(overtaken) == pytest.approx((0.07 + 0.0) / 2)


@pytest.mark.parametrize("kbps", [100.0, 500.0, 2000.0, 10000.0])
@pytest.mark.parametrize("overdrive", [1.2, 1.5, 3.0])
def test_service_rate_of_a_full_link_is_its_rate(kbps: float, overdrive: float) -> None:
    flow = record(LinkSettings(rate_kbps=kbps, queue_ms=5000), kbps=kbps * overdrive)
    rate = estimate.service_rate(flow)
    assert rate is not None
    assert rate / 1000 == pytest.approx(kbps, rel=0.01)
    trend = estimate.delay_trend(flow)
    assert trend is not None
    assert trend.growing
    assert trend.slope == pytest.approx(overdrive - 1, rel=0.05)


@pytest.mark.parametrize("queue_ms", [20.0, 50.0, 100.0])
def test_tail_drops_do_not_move_the_service_rate(queue_ms: float) -> None:
    flow = record(LinkSettings(rate_kbps=2000, queue_ms=queue_ms), kbps=4000)
    assert estimate.loss_fraction(flow) or 0 > 0.1
    rate = estimate.service_rate(flow)
    assert rate is not None
    assert rate / 1000 == pytest.approx(2000, rel=0.03)


@pytest.mark.parametrize("seed", range(8))
def test_random_loss_does_not_move_the_service_rate(seed: int) -> None:
    lossy = LinkSettings(rate_kbps=2000, queue_ms=5000, loss=0.05, seed=seed)
    rate = estimate.service_rate(record(lossy, kbps=3000))
    assert rate is not None
    assert rate / 1000 == pytest.approx(2000, rel=0.02)


@pytest.mark.parametrize("seed", range(8))
def test_an_idle_link_shows_no_trend_whatever_its_loss_and_jitter(seed: int) -> None:
    calm = LinkSettings(rate_kbps=8000, delay_ms=20, jitter_ms=10, loss=0.05, seed=seed)
    trend = estimate.delay_trend(record(calm, kbps=2000))
    assert trend is not None
    assert not trend.growing


def test_too_few_arrivals_give_no_figure() -> None:
    flow = with_delays([0.1, None, 0.1, None, 0.1])
    assert estimate.service_rate(flow) is None
    assert estimate.delay_trend(flow) is None
    assert estimate.tail_rate(flow, 0.1) is None


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


def test_tail_rate_says_when_it_was_still_growing_or_short_of_round_trips() -> None:
    at, times = 0.0, []
    for i in range(100):
        at += 0.05 / (1 + i)  # ever faster
        times.append(at)
    found = estimate.tail_rate(a_record(list(times), size=1250), 0.001)
    assert found is not None
    assert found[1]
    far = estimate.tail_rate(a_record([i * 0.01 for i in range(100)], size=1250), 0.3)
    assert far is not None
    assert far[1]


times = st.floats(0, 10, allow_nan=False)


@given(st.lists(st.none() | times, max_size=40))
@example([0.0, None, 0.0, None, 2e-309, 1.0])
@example([0.0, 0.0, 0.0, 2e-309])
def test_no_record_makes_an_estimator_raise(arrived: list[float | None]) -> None:
    flow = a_record(arrived)
    for figure in (
        estimate.loss_fraction(flow),
        estimate.loss_burst(flow),
        estimate.interarrival_jitter(flow),
        estimate.service_rate(flow),
    ):
        assert figure is None or (math.isfinite(figure) and figure >= 0)
    estimate.delay_trend(flow)
    estimate.tail_rate(flow, 0.1)


@given(st.lists(st.booleans(), min_size=1, max_size=60), st.integers(0, 59))
def test_one_more_loss_never_lowers_the_loss(kept: list[bool], index: int) -> None:
    before = with_delays([0.1 if k else None for k in kept])
    kept[index % len(kept)] = False
    after = with_delays([0.1 if k else None for k in kept])
    assert (estimate.loss_fraction(after) or 0) >= (estimate.loss_fraction(before) or 0)


@given(
    st.floats(100, 15000),
    st.floats(1.15, 3.0),
    st.floats(60, 2000),
    st.integers(0, 1000),
)
def test_the_service_rate_is_never_above_the_link(
    kbps: float, overdrive: float, queue_ms: float, seed: int
) -> None:
    link = LinkSettings(rate_kbps=kbps, queue_ms=max(queue_ms, 48e3 / kbps), loss=0.02, seed=seed)
    rate = estimate.service_rate(record(link, kbps=kbps * overdrive))
    assert rate is None or rate / 1000 <= kbps * 1.05
