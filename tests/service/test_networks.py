"""Which network a call is on, where the servers are reached over another route."""

from pathlib import Path

import pytest

from notifier.machine.facts import NetworkFacts
from notifier.service import networks as networks_module
from notifier.service.networks import MOST_MEMORIES, Networks
from notifier.service.records import Records
from notifier.settings.paths import Paths
from tests.records import example_measurement, example_server

OFFICE = NetworkFacts("ethernet", "eth0", True, "1" * 32)
VPN = NetworkFacts("vpn", "tun0", True, "2" * 32)
HOME = NetworkFacts("wifi", "wlan0", True, "3" * 32)


@pytest.fixture
def networks(tmp_path: Path) -> Networks:
    paths = Paths.under(tmp_path)
    return Networks(paths, Records(paths.history_file, "tray", lambda event: None))


def test_a_call_is_on_the_network_that_the_runs_measured(
    networks: Networks, monkeypatch: pytest.MonkeyPatch
) -> None:
    default = OFFICE
    monkeypatch.setattr(
        networks_module, "observe", lambda key, server, _public: VPN if server else default
    )
    assert networks.now() == OFFICE.network_id  # nothing better is known yet
    run = example_measurement(example_server(server_address="10.8.0.1"))
    assert networks.of_run(run, demonstration=False) == VPN
    assert networks.now() == VPN.network_id
    default = HOME  # of which no run has said that the servers are elsewhere
    assert networks.now() == HOME.network_id


def test_the_demonstration_says_nothing_of_where_we_are(
    networks: Networks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        networks_module, "observe", lambda key, server, _: VPN if server else OFFICE
    )
    run = example_measurement(example_server(server_address="127.0.0.1"))
    networks.of_run(run, demonstration=True)
    assert networks.now() == OFFICE.network_id


def test_somebody_who_travels_does_not_fill_the_memory(networks: Networks) -> None:
    home = networks.memory(HOME.network_id)
    for number in range(3 * MOST_MEMORIES):
        networks.memory(f"{number:032x}")
        assert networks.memory(HOME.network_id) is home, "it was asked for last"
    met = [number for number in range(3 * MOST_MEMORIES) if networks.met(f"{number:032x}")]
    assert met == list(range(2 * MOST_MEMORIES + 1, 3 * MOST_MEMORIES))
