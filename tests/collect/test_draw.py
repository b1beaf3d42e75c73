"""The networks that the data set of real calls is collected on."""

import msgspec

from tests.collect.draw import FAMILIES, ROUNDS, TCP_BPS, Network, called_twice, draw, held_out
from tests.net.direction import Direction

COUNT = 600
NETWORKS = [draw(7, number) for number in range(COUNT)]
WAYS = [way for network in NETWORKS for way in (network.up, network.down)]


def rate(way: Direction) -> int:
    assert way.rate_bps is not None
    return way.rate_bps


def narrow(network: Network) -> int:
    return min(rate(network.up), rate(network.down))


def test_depends_on_seed_and_number_only() -> None:
    assert [draw(7, number) for number in reversed(range(COUNT))] == NETWORKS[::-1]
    assert draw(8, 3) != NETWORKS[3]
    assert len({network.up for network in NETWORKS}) == COUNT


def test_survives_the_record_it_is_kept_in() -> None:
    for network in NETWORKS:
        assert msgspec.json.decode(msgspec.json.encode(network), type=Network) == network


def test_every_round_has_every_family() -> None:
    families = list(FAMILIES)
    for start in range(0, COUNT - len(families), len(families)):
        one_round = NETWORKS[start : start + len(families)]
        assert [network.family for network in one_round] == families
    assert [network.number for network in NETWORKS] == list(range(COUNT))


def test_directions_stay_within_their_bounds() -> None:
    for way in WAYS:
        assert way.queue_ms is not None
        assert 50_000 <= rate(way) <= 20_000_000
        assert 15 <= way.queue_ms <= 2500
        assert 0.8 <= way.delay_ms <= 420
        assert way.jitter_ms <= 60
        assert 1 <= way.burst <= 12
        assert all(1.5 <= seconds <= 10 and 0.15 <= share <= 1 for seconds, share in way.rate_steps)
    for network in NETWORKS:
        assert 1 - (1 - network.up.loss) * (1 - network.down.loss) <= 0.2501


def test_cross_traffic_is_what_the_emulator_can_carry() -> None:
    crossed = [network for network in NETWORKS if network.cross]
    for network in crossed:
        cross = network.cross
        assert cross is not None
        assert cross.on_s >= 2
        assert cross.off_s == 0 or cross.off_s >= 2
        way = network.up if cross.kind.endswith("up") else network.down
        if cross.kind.startswith("tcp"):
            assert cross.rate_share is None
            assert rate(way) <= TCP_BPS
        else:
            assert cross.rate_share is not None
            assert 0.15 <= cross.rate_share <= 0.8
    assert {network.cross.kind for network in crossed if network.cross} == {
        *("tcp-up", "tcp-down", "udp-up", "udp-down")
    }
    assert 0.1 < len(crossed) / COUNT < 0.3


def test_a_family_has_what_it_is_named_after() -> None:
    by_family = {
        family: [network for network in NETWORKS if network.family == family] for family in FAMILIES
    }
    assert all(network.cross for network in by_family["cross-traffic"])
    for network in by_family["changing-rate"]:
        assert network.up.rate_steps or network.down.rate_steps
    for network in by_family["burst-loss"]:
        assert max(network.up.burst, network.down.burst) >= 2
        assert network.up.loss or network.down.loss
    for network in by_family["shallow-queue"]:
        assert max(network.up.queue_ms or 0, network.down.queue_ms or 0) <= 60
    for network in by_family["bloated-queue"]:
        assert min(network.up.queue_ms or 0, network.down.queue_ms or 0) >= 500
    assert all(narrow(network) >= 2_500_000 for network in by_family["fibre"])
    delays = [network.up.delay_ms for network in by_family["satellite"]]
    assert any(delay > 260 for delay in delays)
    assert any(delay < 60 for delay in delays)


def test_every_class_of_bandwidth_and_of_latency_is_in_reach() -> None:
    edges = (80e3, 325e3, 1040e3, 2600e3)
    classes = [sum(narrow(network) >= edge for edge in edges) for network in NETWORKS]
    least = (0.01, 0.05, 0.12, 0.12, 0.2)
    for number, share in enumerate(least):
        assert classes.count(number) / COUNT > share
    loops = [network.up.delay_ms + network.down.delay_ms for network in NETWORKS]
    assert sum(loop >= 400 for loop in loops) / COUNT > 0.04
    assert sum(200 <= loop < 400 for loop in loops) / COUNT > 0.05


def test_one_network_in_four_is_held_out_of_every_family_alike() -> None:
    families = len(FAMILIES)
    block = families * ROUNDS
    for start in range(0, 20 * block, block):
        held = [number for number in range(start, start + block) if held_out(number)]
        assert sorted(number % families for number in held) == list(range(families))
    rounds = [number // families % ROUNDS for number in range(20 * block) if held_out(number)]
    assert all(0.15 < rounds.count(one) / len(rounds) < 0.35 for one in range(ROUNDS))


def test_only_what_is_held_out_is_called_twice() -> None:
    assert [called_twice(number) for number in range(COUNT)] == [
        held_out(number) for number in range(COUNT)
    ]
