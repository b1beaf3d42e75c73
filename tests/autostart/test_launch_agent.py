"""Autostart on macOS: the bytes of the property list, and the two folders."""

import plistlib
from pathlib import Path

import pytest

from notifier.autostart.launch_agent import LABEL, LaunchAgent, property_list
from notifier.autostart.state import Autostart, AutostartError

COMMAND = ("/Applications/Call Notifier.app/Contents/MacOS/call-notifier", "--background")


@pytest.fixture
def place(tmp_path: Path) -> LaunchAgent:
    return LaunchAgent(tmp_path / "Library", tmp_path / "system", COMMAND)


def put(library: Path, data: bytes) -> None:
    folder = library / "LaunchAgents"
    folder.mkdir(parents=True)
    (folder / f"{LABEL}.plist").write_bytes(data)


def test_the_file() -> None:
    data = property_list(("/a & <b>/c", "--background"))
    assert data.startswith(b"<?xml")
    assert b"<string>/a &amp; &lt;b&gt;/c</string>" in data
    assert plistlib.loads(data) == {
        "Label": "org.call-notifier.tray",
        "ProgramArguments": ["/a & <b>/c", "--background"],
        "RunAtLoad": True,
        "LimitLoadToSessionType": "Aqua",
        "ProcessType": "Interactive",
    }


def test_on_and_off(place: LaunchAgent) -> None:
    assert place.status() == Autostart(False, None, changeable=True)
    place.enable()
    assert place.status() == Autostart(True, "user", changeable=True)
    place.disable()
    place.disable()
    assert place.status() == Autostart(False, None, changeable=True)


@pytest.mark.parametrize(
    ("data", "enabled"),
    [
        (property_list(COMMAND), True),
        (plistlib.dumps({"RunAtLoad": True, "Disabled": True}), False),
        (plistlib.dumps({"Label": LABEL}), False),
    ],
)
def test_the_administrator_s_stays(place: LaunchAgent, data: bytes, enabled: bool) -> None:
    put(place.system_library, data)
    assert place.status() == Autostart(enabled, "machine", changeable=False)
    for change in (place.enable, place.disable):
        with pytest.raises(AutostartError, match="administrator"):
            change()


@pytest.mark.parametrize("data", [b"", b"<plist", b"bplist00\xff", plistlib.dumps(["a"])])
def test_a_damaged_file_is_none(place: LaunchAgent, data: bytes) -> None:
    put(place.library, data)
    assert place.status() == Autostart(False, None, changeable=True)
    place.enable()
    assert place.status().enabled
