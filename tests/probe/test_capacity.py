import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notifier.probe.capacity import BUDGET_OCTETS, CEILING_KBPS, Capacity, CapacitySearch
from notifier.probe.flow import Flow
from notifier.relay.impair import LinkSettings
from tests.probe.links import Loop

OVERHEAD = 32
SETTLE = 0.05


def search(up: LinkSettings, down: LinkSettings | None = None) -> tuple[Capacity | None, int]:
    """Run the search over a loop; returns the figure and the octets spent, both ways."""
    loop = Loop(up, down)
    machine = CapacitySearch(overhead=OVERHEAD)
    spent = 0
    while (plan := machine.next_train()) is not None:
        size = plan.payload + OVERHEAD
        interval = size * 8 / (plan.kbps * 1000)
        flow = Flow(count=plan.count, interval=interval, size=size, patience=1.0)
        machine.add(plan, loop.run(flow, size))
        spent += 2 * plan.count * size
        loop.now += SETTLE
    return machine.capacity(), spent


@pytest.mark.parametrize("kbps", [80.0, 250.0, 500.0, 1000.0, 2000.0, 5000.0, 10000.0])
@pytest.mark.parametrize("delay_ms", [5.0, 20.0, 150.0])
def test_a_clean_link_is_found_to_a_hundredth(kbps: float, delay_ms: float) -> None:
    link = LinkSettings(rate_kbps=kbps, delay_ms=delay_ms, queue_ms=max(100.0, 48e3 / kbps))
    found, _ = search(link, link)
    assert found is not None
    assert found.kbps == pytest.approx(kbps, rel=0.01)
    assert not found.at_least


def test_the_narrower_direction_is_the_loop() -> None:
    wide, narrow = LinkSettings(rate_kbps=8000), LinkSettings(rate_kbps=1500, queue_ms=200)
    for up, down in ((wide, narrow), (narrow, wide)):
        found, _ = search(up, down)
        assert found is not None
        assert found.kbps == pytest.approx(1500, rel=0.02)


def test_a_link_beyond_the_ceiling_is_at_least_the_ceiling() -> None:
    found, _ = search(LinkSettings(rate_kbps=100_000, delay_ms=10))
    assert found is not None
    assert found.at_least
    assert found.kbps == pytest.approx(CEILING_KBPS)


def test_a_dead_link_gives_no_figure() -> None:
    found, _ = search(LinkSettings(loss=1.0))
    assert found is None


@pytest.mark.parametrize("seed", range(6))
def test_random_loss_of_five_hundredths(seed: int) -> None:
    link = LinkSettings(rate_kbps=3000, delay_ms=20, queue_ms=150, loss=0.025, seed=seed)
    found, _ = search(link, link)
    assert found is not None
    assert found.kbps == pytest.approx(3000, rel=0.06)


def test_the_queue_is_seen_up_to_what_the_load_train_builds() -> None:
    short, _ = search(LinkSettings(rate_kbps=2000, queue_ms=60))
    long, _ = search(LinkSettings(rate_kbps=2000, queue_ms=2000))
    assert short is not None
    assert long is not None
    assert short.queue_s == pytest.approx(0.06, rel=0.25)
    assert long.queue_s is not None
    assert 0.15 < long.queue_s < 1.0


@settings(max_examples=60)
@given(
    kbps=st.floats(60, 30_000),
    delay_ms=st.floats(1, 300),
    queue_ms=st.floats(15, 2000),
    loss=st.floats(0, 0.1),
    jitter_ms=st.floats(0, 40),
    seed=st.integers(0, 10_000),
)
def test_whatever_the_link_the_budget_holds_and_the_search_ends(
    kbps: float, delay_ms: float, queue_ms: float, loss: float, jitter_ms: float, seed: int
) -> None:
    link = LinkSettings(
        rate_kbps=kbps,
        delay_ms=delay_ms,
        queue_ms=max(queue_ms, 48e3 / kbps),
        loss=loss,
        jitter_ms=jitter_ms,
        seed=seed,
    )
    found, spent = search(link)
    assert spent <= BUDGET_OCTETS
    if found is not None:
        assert 0 < found.kbps <= CEILING_KBPS * 1.05
        assert found.queue_s is None or found.queue_s >= 0
