"""Trays and notification services, as a real desktop has them and as a machine without one."""

import pytest

from notifier.diagnostics.part import Asked
from notifier.diagnostics.parts.desktop import desktop
from notifier.machine.selection_x11 import selection_owner
from notifier.settings.paths import Paths
from tests.desktop import session


@pytest.mark.tools("Xvfb", "dunst", "dbus-daemon")
def test_a_real_desktop() -> None:
    with session.desktop_session(width=640, height=480) as real:
        real.start_notification_daemon()
        found = desktop(Asked(Paths.default(), real.environ))
        assert found["notifications"]["service"]["name"] == "dunst"
        assert "body" in found["notifications"]["capabilities"]
        assert found["statusNotifier"] == {"watcher": False, "host": None, "items": None}
        assert found["xEmbedTray"] is not True
        assert found["asksForQuiet"] is None


def test_no_desktop_at_all() -> None:
    environ = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    found = desktop(Asked(Paths.default(), environ))
    assert found["xEmbedTray"] is None
    assert str(found["sessionBus"]).startswith("not to be asked")
    assert "notifications" not in found


def test_a_display_that_is_none() -> None:
    assert selection_owner({"DISPLAY": ":9977"}, "_NET_SYSTEM_TRAY_S{screen}") is None
