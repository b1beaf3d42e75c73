"""A firewall on the way that lets no UDP through: the cause, and what the run costs."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from notifier.forecast.causes import Cause
from notifier.forecast.judge import judge
from notifier.forecast.thresholds import default_thresholds
from notifier.probe.run import FIRST_WAIT
from notifier.probe.server import SETUP_LIMIT
from tests.net.coturn import Coturn
from tests.net.direction import Direction
from tests.net.namespace import COMMAND_LIMIT, Namespace
from tests.net.path import TwoHopPath
from tests.probe.runs import in_namespace, target

pytestmark = [pytest.mark.root, pytest.mark.coturn]

FAST = Direction(rate_bps=10_000_000, queue_ms=100, delay_ms=5)


@contextmanager
def udp_dropped(router: Namespace, port: int) -> Iterator[None]:
    """Drop what a router gets for this UDP port, without a word to the sender."""
    rule = ["ipproto", "udp", "dport", str(port), "blackhole"]
    for family in ("-4", "-6"):
        done = router.exec(["ip", family, "rule", "add", *rule], limit=COMMAND_LIMIT)
        assert done.returncode == 0, done.stderr
    yield


async def test_udp_that_vanishes_while_tcp_and_tls_pass() -> None:
    with (
        TwoHopPath(local=(FAST, FAST), access=(FAST, FAST)) as path,
        Coturn(path.server, ip=path.server_ip) as server,
        udp_dropped(path.gateway, server.port),
    ):
        measurement = await in_namespace(
            path.client,
            target(server, "udp"),
            target(server, "tcp"),
            target(server, "tls"),
            mode="light",
        )
    udp, tcp, tls = measurement.servers
    assert (udp.reachable, udp.error) == (False, "timeout")
    assert (tcp.works, tls.works) == (True, True)
    judgement = judge(measurement, default_thresholds())
    assert Cause.UDP_BLOCKED in judgement.causes
    assert judgement.server_url == tcp.url
    # What the blocked server costs is its own limit; the others are measured meanwhile.
    assert udp.duration_ms < (SETUP_LIMIT + 1) * 1000
    assert measurement.duration_ms < (SETUP_LIMIT + FIRST_WAIT + 10) * 1000


async def test_udp_that_a_host_refuses_while_tcp_passes() -> None:
    with (
        TwoHopPath(local=(FAST, FAST), access=(FAST, FAST)) as path,
        Coturn(path.server, ip=path.server_ip) as server,
    ):
        # The host says so by ICMP: nothing there speaks UDP.
        closed = f"turn:{server.ip}:9"
        measurement = await in_namespace(
            path.client, target(server, "udp", url=closed), target(server, "tcp"), mode="light"
        )
    udp, tcp = measurement.servers
    assert (udp.error, tcp.error) == ("refused", None)
    assert Cause.UDP_BLOCKED in judge(measurement, default_thresholds()).causes
