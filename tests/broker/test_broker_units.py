"""The units that start the service: what they say is what the program does."""

import os
import plistlib
from pathlib import Path

import pytest

from notifier.broker.listening import BACKLOG
from notifier.settings import paths, secrets
from notifier.settings.paths import Paths

PACKAGING = Path(__file__).parent.parent.parent / "packaging"
UNITS = PACKAGING / "linux" / "units"


def unit(name: str) -> dict[str, list[str]]:
    """The keys of a unit, whatever their sections."""
    found: dict[str, list[str]] = {}
    for line in (UNITS / name).read_text().splitlines():
        if line and line[0] not in "[#":
            key, _, value = line.partition("=")
            found.setdefault(key, []).append(value)
    return found


@pytest.mark.skipif(os.name != "posix", reason="only where the service is")
def test_systemd_listens_where_clients_look() -> None:
    socket = unit("call-notifier-secrets.socket")
    places = Paths.default()
    assert socket["ListenStream"] == [str(places.secrets_socket)]
    assert socket["ConditionPathIsDirectory"] == [str(places.secrets_dir)]
    assert (socket["SocketMode"], socket["DirectoryMode"]) == (["0666"], ["0755"])
    assert socket["Backlog"] == [str(BACKLOG)]
    assert "Accept" not in socket, "one process for all"


def test_systemd_leaves_it_nothing_but_its_duty() -> None:
    service = unit("call-notifier-secrets.service")
    assert service["ExecStart"] == ["/usr/lib/call-notifier/call-notifier -m notifier.broker"]
    assert service["CapabilityBoundingSet"] == [""]
    assert service["RestrictAddressFamilies"] == ["AF_UNIX"]
    assert service["ProtectSystem"] == ["strict"]
    assert service["LimitCORE"] == ["0"]
    for key in ("NoNewPrivileges", "PrivateNetwork", "ProtectHome", "MemoryDenyWriteExecute"):
        assert service[key] == ["yes"], key
    # In a user namespace of its own it would not know who asks.
    assert "PrivateUsers" not in service


def test_launchd_runs_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    file = PACKAGING / "macos" / "org.call-notifier.secrets.plist"
    daemon = plistlib.loads(file.read_bytes())
    assert daemon["Label"] == file.stem
    assert daemon["ProgramArguments"][1:] == ["-m", "notifier.broker"]
    assert daemon["HardResourceLimits"] == {"Core": 0}
    assert daemon["Umask"] == 0o077
    monkeypatch.setattr("sys.platform", "darwin")
    assert str(paths._secrets_socket()) == "/var/run/call-notifier/secrets.sock"
    assert list(daemon["KeepAlive"]["PathState"]) == [str(paths._SECRETS_DIR)]
    assert secrets._service() == daemon["Label"]
