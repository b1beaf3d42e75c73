"""What the tests of this room share."""

import pytest

from notifier.service import networks as networks_module
from notifier.service import telling as telling_module
from notifier.settings.paths import Paths
from tests.service.bench import Network


@pytest.fixture(autouse=True)
def _desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desktop that nobody has asked for quiet."""

    async def nobody(_environ: object) -> None:
        return None

    monkeypatch.setattr(telling_module, "asks_for_quiet", nobody)


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
