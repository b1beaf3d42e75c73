"""The probe through emulated links: what it reports is what the link does."""

import pytest

from notifier.measurement import ServerMeasurement, Transport
from tests.net.coturn import Coturn
from tests.net.direction import Direction
from tests.net.emulator import Link
from tests.net.scenario import load
from tests.probe.runs import in_namespace, target

pytestmark = [pytest.mark.root, pytest.mark.coturn]


async def measured(link: Link) -> ServerMeasurement:
    with link, Coturn(link.server, ip=link.server_ip) as server:
        measurement = await in_namespace(link.client, target(server))
    [found] = measurement.servers
    assert found.error is None, found.detail
    return found


async def test_the_reference_link() -> None:
    """5 Mbit/s within 10 %, no loss, 40 ms."""
    scenario = load("clean-5m-40ms")
    found = await measured(Link(up=scenario.up, down=scenario.down, seed=1))
    assert found.throughput_kbps is not None
    assert found.throughput_kbps.loop == pytest.approx(5000, rel=0.1)
    assert not found.throughput_kbps.loop_at_least
    assert found.loss_fraction == 0.0
    assert found.rtt_ms is not None
    assert found.rtt_ms.median == pytest.approx(40, abs=5)
    assert found.mapped_address is not None
    # Queues of 100 ms each way.
    assert found.loaded_rtt_ms is not None
    assert 80 < found.loaded_rtt_ms < 260


async def test_a_narrow_uplink_is_the_loop() -> None:
    link = Link(
        up=Direction(rate_bps=500_000, queue_ms=400, delay_ms=30),
        down=Direction(rate_bps=8_000_000, queue_ms=100, delay_ms=30),
    )
    found = await measured(link)
    assert found.throughput_kbps is not None
    assert found.throughput_kbps.loop == pytest.approx(500, rel=0.1)
    assert found.loss_fraction == 0.0


@pytest.mark.parametrize(
    ("up_kbps", "down_kbps"), [(1000, 4000), (4000, 1000), (300, 900), (5000, 2000)]
)
async def test_which_direction_is_the_narrow_one(up_kbps: int, down_kbps: int) -> None:
    link = Link(
        up=Direction(rate_bps=up_kbps * 1000, queue_ms=300, delay_ms=20),
        down=Direction(rate_bps=down_kbps * 1000, queue_ms=300, delay_ms=20),
    )
    found = (await measured(link)).throughput_kbps
    assert found is not None
    assert found.loop == pytest.approx(min(up_kbps, down_kbps), rel=0.1)
    assert found.up is not None
    assert found.down is not None
    if up_kbps < down_kbps:
        assert found.up == pytest.approx(up_kbps, rel=0.1)
        assert found.down_at_least
        assert found.down <= down_kbps
    else:
        assert found.down == pytest.approx(down_kbps, rel=0.1)
        assert not found.down_at_least
        assert found.up <= up_kbps * 1.1
        assert found.up >= 1.2 * found.loop


@pytest.mark.parametrize("transport", ["tcp", "tls"])
async def test_tcp_and_tls_see_the_link_and_not_their_own_queue(transport: Transport) -> None:
    link = Link(
        up=Direction(rate_bps=1_000_000, queue_ms=100, delay_ms=10),
        down=Direction(rate_bps=1_000_000, queue_ms=100, delay_ms=10),
    )
    with link, Coturn(link.server, ip=link.server_ip) as server:
        measurement = await in_namespace(link.client, target(server, transport))
    [found] = measurement.servers
    assert found.error is None, found.detail
    throughput = found.throughput_kbps
    assert throughput is not None
    # What the transport gives: less than the link carries where it comes out of losses slowly, and
    # a third of it on a busy machine.
    assert 250 < throughput.loop < 1250
    assert found.loaded_rtt_ms is None


async def test_loss_is_the_loss_of_the_link() -> None:
    link = Link(
        up=Direction(rate_bps=5_000_000, queue_ms=200, delay_ms=10, loss=0.1),
        down=Direction(rate_bps=5_000_000, queue_ms=200, delay_ms=10),
        seed=5,
    )
    found = await measured(link)
    assert found.loss_fraction is not None
    # 100 packets at 10 %: three standard errors are 9 points.
    assert found.loss_fraction == pytest.approx(0.1, abs=0.091)
    assert found.loss_burst is not None


async def test_long_round_trips() -> None:
    scenario = load("satellite")
    found = await measured(Link(up=scenario.up, down=scenario.down, seed=2))
    assert found.rtt_ms is not None
    assert found.rtt_ms.median == pytest.approx(580, rel=0.05)
    assert found.throughput_kbps is not None
    assert found.throughput_kbps.loop == pytest.approx(3000, rel=0.1)


async def test_a_dead_link_is_a_timeout() -> None:
    link = Link(up=Direction(rate_bps=1_000_000, queue_ms=100, loss=0.999), down=Direction())
    with link, Coturn(link.server, ip=link.server_ip) as server:
        measurement = await in_namespace(link.client, target(server))
    [found] = measurement.servers
    assert (found.reachable, found.error) == (False, "timeout")
    assert measurement.bytes_sent > 0
