"""The links that the bench draws."""

from tests.bench.draw import draw
from tests.net.direction import LEAST_QUEUE

LINKS = [draw(7, number) for number in range(600)]
WAYS = [way for link in LINKS for way in (link.up, link.down)]


def rates(link: int) -> tuple[int, int]:
    up, down = LINKS[link].up.rate_bps, LINKS[link].down.rate_bps
    assert up is not None
    assert down is not None
    return min(up, down), max(up, down)


def test_depends_on_seed_and_number_only() -> None:
    assert draw(7, 3) == LINKS[3]
    assert draw(8, 3) != LINKS[3]
    assert len({link.up for link in LINKS}) == len(LINKS)


def test_results_of_another_day_are_of_the_same_links() -> None:
    link = draw(1, 0)
    assert link.up.arguments() == (
        "rate=1760118,queue=341880,delay=3870000,jitter=2210000,reorder=0,loss=0.0,burst=1.0"
    )
    assert link.down.arguments() == (
        "rate=427942,queue=11870,delay=3870000,jitter=2210000,reorder=0,loss=0.00891,burst=3.57"
    )


def test_stays_within_its_bounds() -> None:
    for link in LINKS:
        assert 1 - (1 - link.up.loss) * (1 - link.down.loss) <= 0.1
    for way in WAYS:
        assert way.rate_bps is not None
        assert way.queue_ms is not None
        assert 100_000 <= way.rate_bps <= 30_000_000
        assert 2 <= way.delay_ms <= 300
        assert way.jitter_ms <= 40
        assert 1 <= way.burst <= 10
        assert 15 <= way.queue_ms <= 2000
        assert way.queue_limit() >= LEAST_QUEUE


def test_every_kind_of_link_is_there() -> None:
    count = len(LINKS)
    pairs = [rates(number) for number in range(count)]
    assert all(wide <= 8.01 * narrow for narrow, wide in pairs)
    assert 0.15 < sum(narrow == wide for narrow, wide in pairs) / count < 0.25
    assert 0.4 < sum(narrow < 2e6 for narrow, _ in pairs) / count < 0.6
    assert sum(not link.up.jitter_ms and not link.down.jitter_ms for link in LINKS) / count > 0.25
    lossy = [link for link in LINKS if link.up.loss or link.down.loss]
    assert 0.6 < len(lossy) / count < 0.75
    bursty = [link for link in lossy if max(link.up.burst, link.down.burst) > 1]
    assert 0.4 < len(bursty) / len(lossy) < 0.6
    narrow_up = [link for link in LINKS if (link.up.rate_bps or 0) < (link.down.rate_bps or 0)]
    assert 0.3 < len(narrow_up) / count < 0.5
