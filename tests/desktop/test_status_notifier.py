"""The icon in a StatusNotifier tray: what a host and a screen reader get to know of it."""

import sys
from collections.abc import Iterator

import pytest

from tests.desktop.program import COLORS, ROOT, Stage
from tests.desktop.session import Session, desktop_session, wait_for
from tests.desktop.status_notifier import StatusNotifierTray

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(sys.platform != "linux", reason="X11 and D-Bus"),
]


@pytest.fixture
def session() -> Iterator[Session]:
    with desktop_session() as running:
        running.environ["PYTHONPATH"] = str(ROOT)
        running.environ["PYTHONWARNINGS"] = "error"
        yield running


def test_a_host_gets_title_words_menu_and_pictures_and_may_click(session: Session) -> None:
    session.start_notification_daemon()  # else the notification is a window
    with StatusNotifierTray(session.bus_address) as tray:
        stage = Stage(session)
        tray.wait_for_item()
        stage.do("verdict", code=95)
        sentence = "You are in a good network condition, at "
        wait_for(lambda: tray.menu()[0].startswith(sentence), "the sentence in the menu")
        assert "_Test now" in tray.menu()
        assert tray.item("Title") == "Call Notifier"
        assert tray.item("ToolTip")[2].startswith(sentence), "what a screen reader says after it"
        assert tray.item("Status") == "Active"
        widths = {width for width, _, _ in tray.item("IconPixmap")}
        assert {16, 22, 24, 32, 48} <= widths
        assert stage.windows() == []
        tray.activate()
        wait_for(lambda: stage.windows(), "a window")
        assert stage.end() == 0


def test_the_icon_moves_to_a_host_that_comes_after_an_older_tray(session: Session) -> None:
    session.start_tray_host()
    stage = Stage(session)
    stage.do("verdict", code=95)
    stage.wait_for_color(COLORS[95])
    with StatusNotifierTray(session.bus_address) as tray:
        tray.wait_for_item()
        stage.wait_for_no_color(COLORS[95])
        assert tray.items == 1
    # The host dies, and the older tray is still there.
    stage.wait_for_color(COLORS[95])
    assert stage.end() == 0
