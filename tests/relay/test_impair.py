"""The impaired link: what holds for any settings and any packets."""

import itertools
import math
from dataclasses import dataclass

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from notifier.relay.impair import DEFAULT_QUEUE_MS, Link, LinkSettings

TOLERANCE = 1e-6
"""Seconds, for the rounding of floats."""


@dataclass(frozen=True)
class Packet:
    number: int
    size: int
    pushed: float


@dataclass(frozen=True)
class Arrival:
    packet: Packet
    at: float


def run(link: Link[Packet], traffic: list[tuple[float, int]]) -> tuple[list[Packet], list[Arrival]]:
    """Push (gap in seconds, size) one after another; pop each packet just when it is due."""
    now = 100.0
    packets: list[Packet] = []
    arrivals: list[Arrival] = []

    def pop_until(end: float) -> None:
        while (due := link.get_timer()) is not None and due <= end:
            arrived = link.pop(due)
            assert arrived, "the timer was due and nothing came"
            arrivals.extend(Arrival(packet, due) for packet in arrived)

    for gap, size in traffic:
        now += gap
        pop_until(now)
        packet = Packet(len(packets), size, now)
        packets.append(packet)
        link.push(packet, size, now)
    pop_until(math.inf)
    return packets, arrivals


_traffic = st.lists(st.tuples(st.floats(0, 0.05), st.integers(29, 1500)), max_size=60)
_queues: st.SearchStrategy[dict[str, float]] = st.one_of(
    st.fixed_dictionaries({"queue_ms": st.floats(0, 200)}),
    st.fixed_dictionaries({"queue_bytes": st.integers(0, 50000)}),
    st.just({}),
)
_settings = st.builds(
    lambda queue, **other: LinkSettings(**queue, **other),
    queue=_queues,
    rate_kbps=st.one_of(st.none(), st.floats(50, 50_000)),
    delay_ms=st.floats(0, 200),
    jitter_ms=st.floats(0, 50),
    loss=st.floats(0, 0.4),
    loss_burst=st.one_of(st.none(), st.floats(1, 10)),
    keep_order=st.booleans(),
    seed=st.integers(0, 1000),
)


@given(_settings, _traffic)
def test_every_packet_comes_once_or_is_counted(
    settings: LinkSettings, traffic: list[tuple[float, int]]
) -> None:
    link: Link[Packet] = Link(settings)
    packets, arrivals = run(link, traffic)
    numbers = [arrival.packet.number for arrival in arrivals]
    assert len(set(numbers)) == len(numbers)
    assert len(numbers) + link.lost + link.dropped == len(packets)
    if settings.rate_kbps is None:
        assert link.dropped == 0
    if settings.loss == 0:
        assert link.lost == 0


@given(_settings, _traffic)
def test_times_of_arrival(settings: LinkSettings, traffic: list[tuple[float, int]]) -> None:
    """At least the delay and the packet's own time at the rate; at most queue and jitter more."""
    link: Link[Packet] = Link(settings)
    _, arrivals = run(link, traffic)
    at_rate = 8e-3 / settings.rate_kbps if settings.rate_kbps else 0.0
    if settings.queue_bytes is not None:
        queue = settings.queue_bytes * at_rate
    else:
        queue = (DEFAULT_QUEUE_MS if settings.queue_ms is None else settings.queue_ms) / 1000
    for arrival in arrivals:
        own = arrival.packet.size * at_rate
        took = arrival.at - arrival.packet.pushed
        least = own + settings.delay_ms / 1000
        most = max(queue, own) + (settings.delay_ms + settings.jitter_ms) / 1000
        assert least - TOLERANCE <= took <= most + TOLERANCE


@given(_settings, _traffic)
def test_order(settings: LinkSettings, traffic: list[tuple[float, int]]) -> None:
    assume(settings.keep_order or settings.jitter_ms == 0)
    _, arrivals = run(Link(settings), traffic)
    assert [a.packet.number for a in arrivals] == sorted(a.packet.number for a in arrivals)


@given(st.floats(50, 50_000), st.floats(0, 200), st.floats(0, 0.4), st.floats(0, 100), _traffic)
def test_never_above_the_rate_over_any_window(
    rate_kbps: float,
    queue_ms: float,
    loss: float,
    delay_ms: float,
    traffic: list[tuple[float, int]],
) -> None:
    settings = LinkSettings(rate_kbps=rate_kbps, queue_ms=queue_ms, loss=loss, delay_ms=delay_ms)
    _, arrivals = run(Link(settings), traffic)
    for first, last in itertools.combinations(range(len(arrivals)), 2):
        # Of the first packet only the end lies in the window: that is the one beyond.
        size = sum(arrival.packet.size for arrival in arrivals[first + 1 : last + 1])
        window = arrivals[last].at - arrivals[first].at
        assert size * 8 <= rate_kbps * 1000 * (window + TOLERANCE)


@given(st.floats(100, 20_000), st.integers(100, 1500))
def test_a_loaded_link_is_used_to_the_full(rate_kbps: float, size: int) -> None:
    own = size * 8e-3 / rate_kbps
    settings = LinkSettings(rate_kbps=rate_kbps, queue_ms=own * 1000 * 4, delay_ms=20)
    _, arrivals = run(Link(settings), [(own / 2, size)] * 100)
    gaps = [b.at - a.at for a, b in itertools.pairwise(arrivals)]
    assert gaps == pytest.approx([own] * len(gaps), abs=TOLERANCE)


def test_tail_drop_in_bytes() -> None:
    link: Link[int] = Link(LinkSettings(rate_kbps=8, queue_bytes=3000))
    for number in range(5):
        link.push(number, 1000, 0.0)
    assert link.dropped == 2
    link.push(5, 1000, 1.0)  # the first is out: there is room for one
    link.push(6, 1000, 1.0)
    assert link.dropped == 3
    assert link.pop(1e9) == [0, 1, 2, 5]


def test_a_queue_is_full_to_the_byte() -> None:
    link: Link[int] = Link(LinkSettings(rate_kbps=8, queue_bytes=3000))
    link.push(0, 2000, 5.0)
    link.push(1, 1001, 5.0)
    link.push(2, 1000, 5.0)
    assert link.pop(1e9) == [0, 2]


def test_tail_drop_in_milliseconds() -> None:
    link: Link[int] = Link(LinkSettings(rate_kbps=8000, queue_ms=10))
    for number in range(20):
        link.push(number, 1000, 50.0)  # 1 ms each
    assert link.pop(1e9) == list(range(10))
    assert link.dropped == 10


def test_small_packets_fit_where_big_ones_do_not() -> None:
    link: Link[str] = Link(LinkSettings(rate_kbps=8, queue_bytes=1500))
    link.push("big", 1000, 0.0)
    link.push("big again", 1000, 0.0)
    link.push("small", 500, 0.0)
    assert link.pop(1e9) == ["big", "small"]


@pytest.mark.parametrize("queue", [LinkSettings(8, queue_ms=0), LinkSettings(8, queue_bytes=0)])
def test_a_free_link_takes_any_packet(queue: LinkSettings) -> None:
    link: Link[int] = Link(queue)
    link.push(1, 1000, 0.0)
    link.push(2, 1000, 0.5)
    link.push(3, 1000, 1.0)
    assert link.pop(1e9) == [1, 3]


def test_lateness_does_not_add_up() -> None:
    """Popped late, and all the same the next packets are due at their computed times."""
    link: Link[int] = Link(LinkSettings(rate_kbps=8000, queue_ms=1000, delay_ms=5))
    for number in range(100):
        link.push(number, 1000, 0.0)
    assert link.get_timer() == pytest.approx(0.006)
    assert link.pop(0.0305) == list(range(25))
    assert link.get_timer() == pytest.approx(0.031)
    assert link.pop(0.0551) == list(range(25, 50))
    assert link.get_timer() == pytest.approx(0.056)
    assert link.pop(0.1051) == list(range(50, 100))
    assert link.get_timer() is None


def test_a_link_without_settings_passes_at_once() -> None:
    link: Link[str] = Link(LinkSettings())
    assert link.get_timer() is None
    link.push("a", 1500, 7.0)
    link.push("b", 1500, 7.0)
    assert link.get_timer() == 7.0
    assert link.pop(6.999) == []
    assert link.pop(7.0) == ["a", "b"]


def _outcomes(settings: LinkSettings, count: int) -> list[bool]:
    """For each packet whether it was lost."""
    link: Link[int] = Link(settings)
    for number in range(count):
        link.push(number, 100, float(number))
    arrived = set(link.pop(1e9))
    return [number not in arrived for number in range(count)]


@pytest.mark.parametrize("loss", [0.01, 0.05, 0.3])
@pytest.mark.parametrize("burst", [None, 1.0, 4.0])
def test_loss_fraction(loss: float, burst: float | None) -> None:
    count = 40_000
    lost = sum(_outcomes(LinkSettings(loss=loss, loss_burst=burst, seed=3), count))
    # Five standard deviations; a burst counts like one loss of its length. The seed is fixed.
    spread = 5 * math.sqrt(loss * (1 - loss) / count * 2 * (burst or 1))
    assert lost / count == pytest.approx(loss, abs=spread)


@pytest.mark.parametrize(("burst", "expected"), [(None, 1 / 0.9), (1.0, 1.0), (5.0, 5.0)])
def test_length_of_bursts(burst: float | None, expected: float) -> None:
    outcomes = _outcomes(LinkSettings(loss=0.1, loss_burst=burst, seed=5), 60_000)
    bursts = [len(list(group)) for lost, group in itertools.groupby(outcomes) if lost]
    assert sum(bursts) / len(bursts) == pytest.approx(expected, rel=0.1)


def test_loss_of_everything_and_of_nothing() -> None:
    assert all(_outcomes(LinkSettings(loss=1), 100))
    assert not any(_outcomes(LinkSettings(loss=0), 100))
    assert not any(_outcomes(LinkSettings(loss=0, loss_burst=3), 100))


def test_lost_packets_take_their_share_of_the_rate() -> None:
    link: Link[int] = Link(LinkSettings(rate_kbps=8000, queue_ms=1000, loss=0.5, seed=1))
    for number in range(100):
        link.push(number, 1000, 0.0)
    assert 0 < link.lost < 100
    while (due := link.get_timer()) is not None:
        (number,) = link.pop(due)
        assert due == pytest.approx((number + 1) / 1000)


def test_the_seed_decides() -> None:
    settings = LinkSettings(loss=0.2, seed=1)
    assert _outcomes(settings, 200) == _outcomes(settings, 200)
    assert _outcomes(settings, 200) != _outcomes(LinkSettings(loss=0.2, seed=2), 200)


def test_jitter_spreads_and_can_reorder() -> None:
    settings = LinkSettings(delay_ms=20, jitter_ms=30, keep_order=False, seed=4)
    _, arrivals = run(Link(settings), [(0.001, 100)] * 300)
    took = [arrival.at - arrival.packet.pushed for arrival in arrivals]
    assert min(took) < 0.023
    assert max(took) > 0.047
    numbers = [arrival.packet.number for arrival in arrivals]
    assert numbers != sorted(numbers)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"rate_kbps": 0}, "rate"),
        ({"rate_kbps": -1}, "rate"),
        ({"rate_kbps": math.nan}, "rate"),
        ({"queue_ms": 5, "queue_bytes": 5}, "not both"),
        ({"queue_ms": -1}, "0 or more"),
        ({"queue_bytes": -1}, "0 or more"),
        ({"delay_ms": -1}, "0 or more"),
        ({"delay_ms": math.nan}, "0 or more"),
        ({"jitter_ms": -1}, "0 or more"),
        ({"loss": -0.1}, "from 0 to 1"),
        ({"loss": 1.1}, "from 0 to 1"),
        ({"loss": math.nan}, "from 0 to 1"),
        ({"loss": 0.1, "loss_burst": 0.5}, "1 packet"),
        ({"loss": 0.9, "loss_burst": 2}, "longer bursts"),
        ({"loss": 1, "loss_burst": 10}, "longer bursts"),
    ],
)
def test_wrong_settings(wrong: dict[str, float], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        LinkSettings(**wrong)  # type: ignore[arg-type]
