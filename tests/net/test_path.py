"""The two-hop path by ping: the gateway is behind the first link, the server behind both."""

import re

import pytest

from tests.net.direction import Direction
from tests.net.path import TwoHopPath

pytestmark = [pytest.mark.root, pytest.mark.tools("ping")]

LIMIT = 60.0
"""Seconds for one run of ping."""

FREE = Direction()


def ping(path: TwoHopPath, address: str, count: int = 20) -> tuple[int, list[float]]:
    """Answers, and their round-trip times in ms."""
    done = path.client.exec(
        ["ping", "-n", "-i", "0.01", "-c", str(count), "-W", "1", address], limit=LIMIT
    )
    times = [float(found) for found in re.findall(r"time=([\d.]+) ms", done.stdout)]
    return len(times), times


@pytest.mark.parametrize("family", ["ip", "ipv6"])
def test_the_gateway_is_one_link_away_and_the_server_two(family: str) -> None:
    local, access = Direction(delay_ms=10), Direction(delay_ms=25)
    with TwoHopPath(local=(local, local), access=(access, access)) as path:
        _, near = ping(path, getattr(path, f"gateway_{family}"))
        _, far = ping(path, getattr(path, f"server_{family}"))
        assert path.access.stats().up.packets_in == 20
        assert path.local.stats().up.packets_in == 40
    assert min(near) == pytest.approx(20, abs=3)
    assert min(far) == pytest.approx(70, abs=5)


@pytest.mark.parametrize("where", ["local", "access"])
def test_loss_is_where_it_was_put(where: str) -> None:
    pairs = {"local": (FREE, FREE), "access": (FREE, FREE)}
    pairs[where] = (Direction(loss=0.3), FREE)
    with TwoHopPath(local=pairs["local"], access=pairs["access"], seed=4) as path:
        near, _ = ping(path, path.gateway_ip, 100)
        far, _ = ping(path, path.server_ip, 100)
        local, access = path.local.stats(), path.access.stats()
    losses = {"local": local.up.losses, "access": access.up.losses}
    assert losses.pop(where) == 200 - near - far
    assert set(losses.values()) == {0}
    assert (near == 100) == (where == "access")
    assert far < 100


def test_a_gateway_that_answers_no_pings_forwards_them() -> None:
    with TwoHopPath(local=(FREE, FREE), access=(FREE, FREE), answers=False) as path:
        assert ping(path, path.gateway_ip, 3)[0] == 0
        assert ping(path, path.gateway_ipv6, 3)[0] == 0
        assert ping(path, path.server_ip, 3)[0] == 3


def test_a_gateway_that_rations_its_answers_forwards_all() -> None:
    with TwoHopPath(local=(FREE, FREE), access=(FREE, FREE), ration_ms=100) as path:
        near, _ = ping(path, path.gateway_ip, 50)
        assert 6 <= near < 25
        assert ping(path, path.server_ip, 50)[0] == 50


def test_nothing_is_left_over() -> None:
    with TwoHopPath(local=(FREE, FREE), access=(FREE, FREE)) as path:
        namespaces = [path.client, path.gateway, path.server]
        assert all(namespace.path.exists() for namespace in namespaces)
    assert not any(namespace.path.exists() for namespace in namespaces)
