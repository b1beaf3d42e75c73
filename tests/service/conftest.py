"""What the tests of this room share."""

import pytest

from notifier.service import networks as networks_module
from notifier.settings.paths import Paths
from tests.service.bench import Network


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Network:
    """The network that this machine is on, and moves between."""
    network = Network()
    monkeypatch.setattr(networks_module, "observe", network)
    return network


@pytest.fixture
def paths() -> Paths:
    """A person's folders; those of the test."""
    return Paths.default()
