import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.measurement import Throughput
from notifier.probe.capacity import CEILING_KBPS, Capacity
from notifier.probe.uplink import (
    REQUEST_OCTETS,
    UplinkPlan,
    plan_uplink,
    throughput_of,
    uplink_kbps,
)
from notifier.relay.impair import Link, LinkSettings

OVERHEAD = 32


def planned(loop_kbps: float) -> UplinkPlan:
    plan = plan_uplink(Capacity(loop_kbps, False, None), OVERHEAD)
    assert plan is not None
    return plan


def train(
    plan: UplinkPlan, up: LinkSettings, down: LinkSettings | None = None
) -> list[tuple[float, float]]:
    """The round trips of the requests in a train over an imagined link."""
    uplink: Link[int] = Link(up)
    downlink: Link[int] = Link(down or LinkSettings())
    sent: dict[int, float] = {}
    for number in range(plan.count):
        now = number * plan.interval
        if number % plan.every == 0:
            sent[number] = now
            uplink.push(number, REQUEST_OCTETS, now)
        uplink.push(-1, plan.payload + OVERHEAD, now)
    found: dict[int, float] = {}
    while (now := uplink.get_timer() or 0.0) > 0:
        for number in uplink.pop(now):
            if number >= 0:  # the server answers requests alone
                downlink.push(number, REQUEST_OCTETS, now)
    while (now := downlink.get_timer() or 0.0) > 0:
        for number in downlink.pop(now):
            found[number] = now
    return [(at, found[number] - at) for number, at in sent.items() if number in found]


@pytest.mark.parametrize("kbps", [100.0, 500.0, 2000.0, 7000.0])
def test_a_narrow_uplink_is_found(kbps: float) -> None:
    up = LinkSettings(rate_kbps=kbps, queue_ms=max(200.0, 48e3 / kbps), delay_ms=20)
    plan = planned(kbps)
    found = uplink_kbps(plan, train(plan, up, LinkSettings(delay_ms=20)))
    assert found is not None
    assert not found.at_least
    assert found.kbps == pytest.approx(kbps, rel=0.05)


@pytest.mark.parametrize("loop_kbps", [100.0, 500.0, 2000.0, 7000.0])
def test_a_wide_uplink_is_at_least_the_train(loop_kbps: float) -> None:
    up = LinkSettings(rate_kbps=8 * loop_kbps, queue_ms=200, delay_ms=20)
    down = LinkSettings(rate_kbps=loop_kbps, queue_ms=500, delay_ms=20)
    plan = planned(loop_kbps)
    assert uplink_kbps(plan, train(plan, up, down)) == Capacity(plan.kbps, True, None)


@pytest.mark.parametrize("queue_ms", [15.0, 30.0, 60.0])
def test_a_short_queue_that_runs_over_does_not_look_wide(queue_ms: float) -> None:
    up = LinkSettings(rate_kbps=4000, queue_ms=queue_ms, delay_ms=20)
    plan = planned(4000)
    found = uplink_kbps(plan, train(plan, up))
    assert found is not None
    assert found.kbps < 1.2 * 4000


def test_a_server_that_does_not_answer_says_nothing() -> None:
    plan = planned(1000)
    assert uplink_kbps(plan, []) is None
    answered = train(plan, LinkSettings(rate_kbps=1000, queue_ms=500))
    assert uplink_kbps(plan, answered[: len(answered) // 2]) is None


def test_a_loop_without_an_end_needs_no_train() -> None:
    assert plan_uplink(Capacity(16_000, True, None), OVERHEAD) is None
    assert plan_uplink(Capacity(0.95 * CEILING_KBPS, False, None), OVERHEAD) is None


@pytest.mark.parametrize(
    ("uplink", "expected"),
    [
        (None, Throughput(loop=1000, up=None, down=None)),
        (
            Capacity(1040, False, None),
            Throughput(loop=1000, up=1000, down=1000, down_at_least=True),
        ),
        (Capacity(1600, False, None), Throughput(loop=1000, up=1600, down=1000)),
        (Capacity(2000, True, None), Throughput(loop=1000, up=2000, down=1000, up_at_least=True)),
    ],
)
def test_what_the_record_says(uplink: Capacity | None, expected: Throughput) -> None:
    assert throughput_of(Capacity(1000, False, None), uplink) == expected


def test_what_went_through_both_went_through_each() -> None:
    found = throughput_of(Capacity(16_000, True, None), None)
    assert (found.up, found.down) == (16_000, 16_000)
    assert found.loop_at_least
    assert found.up_at_least
    assert found.down_at_least


@given(st.floats(50, CEILING_KBPS / 1.3))
def test_a_train_is_paid_for_and_paced(loop_kbps: float) -> None:
    plan = planned(loop_kbps)
    octets = plan.count * (plan.payload + OVERHEAD)
    assert octets <= 80_000
    requests = -(-plan.count // plan.every)
    seconds = plan.count * plan.interval
    rate = (octets + requests * REQUEST_OCTETS) * 8 / seconds / 1000
    assert rate == pytest.approx(plan.kbps, rel=0.05)
    assert requests >= 12


finite = st.floats(0, 10)


@given(st.lists(st.tuples(finite, finite), max_size=20))
def test_no_round_trips_make_it_raise(round_trips: list[tuple[float, float]]) -> None:
    plan = planned(1000)
    found = uplink_kbps(plan, sorted(round_trips))
    assert found is None or found.kbps > 0
