"""The program on a real desktop: seen on the screen, heard on the bus.

The stage (:mod:`tests.desktop.stage`) runs the program's own windows, tray and notifications around
a service that does what the test says; the last tests run the whole program.
"""

import contextlib
import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from notifier.machine.x11 import connected
from notifier.service.job import DEMONSTRATION_LABEL
from tests.desktop import session as desk
from tests.desktop.program import COLORS, MARK_BLUE, MARK_CALL, MARK_VIOLET, PAUSED, ROOT, Stage
from tests.desktop.session import Session, close_to, desktop_session, wait_for
from ui.look import icons
from ui.look.icons import Ink

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


@pytest.mark.parametrize("panel", [desk.DARK_PANEL, desk.LIGHT_PANEL], ids=["dark", "light"])
def test_the_icons_colour_is_on_the_screen_in_every_state(session: Session, panel: str) -> None:
    session.start_tray_host(panel)
    stage = Stage(session)
    for code, color in COLORS.items():
        stage.do("verdict", code=code)
        area = stage.wait_for_color(color)
        others = [c for c in COLORS.values() if c != color]
        # The two ambers are neighbours, and the drawings tell them apart.
        assert close_to(area, color) > max(close_to(area, c, 12) for c in others)
    stage.do("run")
    area = stage.wait_for_color(MARK_BLUE, 10)
    assert close_to(area, COLORS[20]) >= 10, "the last verdict stays to be seen during a test"
    stage.do("verdict", code=95)
    stage.wait_for_no_color(MARK_BLUE)
    stage.wait_for_color(COLORS[95])
    stage.do("pause")
    stage.wait_for_color(PAUSED)
    stage.do("resume")
    stage.wait_for_color(COLORS[95])
    assert stage.windows() == []
    assert stage.end() == 0
    assert stage.next("stopped")


def test_on_plasma_windows_and_icon_follow_when_colours_become_the_default_ones(
    session: Session,
) -> None:
    """The settings portal, which Qt listens to, says nothing then; and here is none."""
    session.environ |= {"XDG_CURRENT_DESKTOP": "KDE", "KDE_SESSION_VERSION": "6"}
    _plasma_colors(session, window="32,35,38", text="252,252,252")
    session.start_tray_host(desk.LIGHT_PANEL)
    stage = Stage(session)
    stage.do("icons", set="monochrome")
    stage.do("verdict", code=95)
    stage.do("choose", entry="&About…")
    stage.wait_for_window("AboutWindow")
    dark, light = "#202326", "#eff0f1"
    wait_for(lambda: close_to(session.screen().copy(0, 0, 300, 300), dark, 4) > 5000, "dark")
    assert close_to(session.tray_area(), icons.ink_color(Ink.DARK).name()) == 0
    _plasma_colors(session, window="239,240,241", text="35,38,41")
    stage.wait_for_color(icons.ink_color(Ink.DARK).name())
    wait_for(lambda: close_to(session.screen().copy(0, 0, 300, 300), light, 4) > 5000, "light")
    # The window's heading; what is below it has its colours from Qt.
    ink = "#232629"
    wait_for(lambda: close_to(session.screen().copy(60, 0, 240, 40), ink, 8) > 20, "the heading")
    assert stage.end() == 0


def _plasma_colors(session: Session, *, window: str, text: str) -> None:
    """Write a colour scheme as Plasma does: a new file in the place of the old one."""
    file = Path(session.environ["XDG_CONFIG_HOME"]) / "kdeglobals"
    file.parent.mkdir(exist_ok=True)
    new = file.with_suffix(".new")
    groups = [
        f"[Colors:{part}]\nBackgroundNormal={window}\nForegroundNormal={text}\n"
        for part in ("Window", "Button", "View")
    ]
    new.write_text("".join(groups))
    new.replace(file)


def test_the_demonstration_has_its_mark_and_its_window(session: Session) -> None:
    session.start_tray_host()
    stage = Stage(session, "--demonstration")
    stage.do("verdict", code=95)
    # The mark is there from the start, the colour only once there is a verdict.
    area = stage.wait_for_color(COLORS[95], 30)
    assert close_to(area, MARK_VIOLET) >= 15
    stage.wait_for_window("Assistant")
    assert stage.end() == 0


def test_a_tray_that_comes_late_gets_the_icon(session: Session) -> None:
    stage = Stage(session)
    stage.do("verdict", code=95)
    assert stage.windows() == []
    session.start_tray_host()
    stage.wait_for_color(COLORS[95])
    assert stage.end() == 0


def test_a_tray_that_dies_and_comes_back_has_the_icon_again(session: Session) -> None:
    host = session.start_tray_host()
    stage = Stage(session)
    stage.do("verdict", code=20)
    stage.wait_for_color(COLORS[20])
    desk.end(host)
    session.start_tray_host(desk.LIGHT_PANEL)
    stage.wait_for_color(COLORS[20])
    assert stage.end() == 0


def test_a_tray_that_dies_for_good_opens_the_window(session: Session) -> None:
    host = session.start_tray_host()
    stage = Stage(session)
    stage.do("verdict", code=20)
    stage.wait_for_color(COLORS[20])
    assert stage.windows() == []
    desk.end(host)
    stage.wait_for_window("StatusWindow")
    assert stage.end() == 0


def test_without_a_tray_the_window_opens_by_itself(session: Session) -> None:
    stage = Stage(session)
    stage.wait_for_window("StatusWindow")
    # A tray that comes after all takes the icon, and nothing has to be started again.
    session.start_tray_host()
    stage.do("verdict", code=95)
    stage.wait_for_color(COLORS[95])
    assert stage.end() == 0


def test_a_second_start_raises_the_first_and_leaves(session: Session) -> None:
    session.start_tray_host()
    stage = Stage(session)
    assert stage.windows() == []
    second = subprocess.run(
        [sys.executable, "-m", "tests.desktop.stage"],
        env=session.environ,
        cwd=ROOT,
        capture_output=True,
        timeout=desk.START_LIMIT_S,
        check=False,
    )
    assert (second.returncode, second.stdout, second.stderr) == (0, b"", b"")
    stage.wait_for_window("StatusWindow")
    assert stage.end() == 0


@pytest.mark.tools("xdotool")
def test_a_window_that_is_asked_for_again_is_in_front_of_what_was_typed_since(
    session: Session,
) -> None:
    """Window managers go by when the person last did something in it, as the window says."""
    session.start_tray_host()
    stage = Stage(session)
    stage.do("choose", entry="&History…")
    stage.wait_for_window("HistoryWindow")
    [window] = _found(session, "^Call Notifier.*History|^History")

    def last_done() -> int:
        with connected(session.environ) as display:
            assert display is not None
            return next(iter(display.numbers(window, "_NET_WM_USER_TIME", _CARDINAL)), 0)

    wait_for(last_done, "a time at the window")
    time.sleep(1.0)  # what the display still tells of its first moments is over
    moment = int(time.monotonic() * 1000)  # X servers on Linux count the same milliseconds
    assert last_done() < moment, "to the window manager it has been idle since"
    stage.do("choose", entry="&History…")
    wait_for(lambda: last_done() >= moment, "a later time at the window")
    assert stage.end() == 0


_CARDINAL = 6
"""The predefined atom (X Window System Protocol, appendix B)."""


def _found(session: Session, title: str) -> list[int]:
    """The windows with a title like this."""
    search = ["xdotool", "search", "--onlyvisible", "--name", title]
    said = subprocess.run(search, env=session.environ, capture_output=True, check=True)
    return [int(number) for number in said.stdout.split()]


@pytest.mark.tools("xdotool")
def test_a_click_on_the_icon_opens_the_status(session: Session) -> None:
    session.start_tray_host()
    session.start_notification_daemon()  # else Qt's own balloon would be clicked on
    stage = Stage(session)
    stage.do("verdict", code=20)
    _click(session, stage.wait_for_color(COLORS[20]), COLORS[20])
    stage.wait_for_window("StatusWindow")
    assert stage.end() == 0


def _click(session: Session, area: QImage, color: str) -> None:
    """Click on the icon, where it has this colour."""
    spots = [
        (x, y)
        for x in range(area.width())
        for y in range(area.height())
        if close_to(area.copy(x, y, 1, 1), color)
    ]
    x, y = spots[len(spots) // 2]
    y += session.screen().height() - area.height()
    click = ["xdotool", "mousemove", str(x), str(y), "click", "1"]
    subprocess.run(click, env=session.environ, timeout=desk.START_LIMIT_S, check=True)


@pytest.mark.tools("xdotool")
def test_a_call_is_in_the_tray_and_a_click_leads_to_it(session: Session) -> None:
    session.start_tray_host()
    session.start_notification_daemon()  # else Qt's own balloon would be clicked on
    stage = Stage(session)
    stage.do("verdict", code=95)
    stage.wait_for_color(COLORS[95])
    stage.do("call", code=20)
    stage.wait_for_color(MARK_CALL, 15)
    area = stage.wait_for_color(COLORS[20])
    assert close_to(area, COLORS[95]) == 0, "the call's own quality, not the forecast's"
    _click(session, area, COLORS[20])
    stage.wait_for_window("StatusWindow")
    stage.do("call-over", ask=False)
    stage.wait_for_no_color(MARK_CALL)
    stage.wait_for_color(COLORS[95])
    assert stage.windows() == ["StatusWindow"], "nobody wanted to be asked"
    assert stage.end() == 0


def test_the_question_after_a_call_leaves_the_keyboard_where_it_is(session: Session) -> None:
    session.start_tray_host()
    stage = Stage(session)
    stage.do("choose", entry="&History…")
    stage.wait_for_window("HistoryWindow")
    wait_for(lambda: stage.active() == "HistoryWindow", "the keyboard")
    stage.do("call", code=95)
    stage.do("call-over", ask=True)
    stage.wait_for_window("RatingWindow")
    assert stage.active() == "HistoryWindow"
    assert stage.end() == 0


def test_a_notification_is_told_once_and_replaced_by_the_next(session: Session) -> None:
    session.start_tray_host()
    session.start_notification_daemon()
    calls = session.monitor("Notify")
    stage = Stage(session)
    stage.do("verdict", code=95, changes={"advice": ["Nothing to do."]})
    assert stage.next("notification_delivered") == ["notification_delivered", 1, "freedesktop"]
    first = calls.next()
    assert first.header.fields[8] == "susssasa{sv}i"
    application, replaces, _icon, title, body, actions, hints, _time = first.body
    assert (application, replaces) == ("Call Notifier", 0)
    assert title == "Excellent network"
    assert body == "You are in a good network condition.\nNothing to do."
    assert actions[0] == "default"
    assert hints["urgency"] == ("y", 0)
    assert hints["desktop-entry"] == ("s", "call-notifier")
    # The same again is kept quiet; what comes next on the bus is the change.
    stage.do("verdict", code=95)
    stage.do("verdict", code=20, changes={"advice": []})
    assert stage.next("notification_delivered") == ["notification_delivered", 3, "freedesktop"]
    second = calls.next()
    assert second.body[1] != 0, "it replaces the first"
    assert second.body[3] == "Poor: Lossy network"
    assert second.body[4] == "You are in a very lossy network."
    assert second.body[6]["urgency"] == ("y", 2)
    assert desk.dunst_displayed(session.bus_address) == 1, "never two of ours on the screen"
    # The person clicks the topmost.
    desk.dunst_call(session.bus_address, "NotificationAction", "u", 0)
    stage.wait_for_window("StatusWindow")
    assert stage.end() == 0


def test_what_is_chosen_in_a_notification_happens(session: Session) -> None:
    session.start_tray_host()
    session.start_notification_daemon()
    calls = session.monitor("Notify")
    stage = Stage(session)
    stage.do("verdict", code=20, changes={"advice": ["Use a cable."]})
    assert stage.next("notification_delivered") == ["notification_delivered", 1, "freedesktop"]
    assert calls.next().body[5][2::2] == ["advice", "quiet-today"]
    desk.choose_action(session.bus_address, "advice")
    stage.wait_for_window("StatusWindow")
    # What the window says need not stand beside it.
    wait_for(lambda: desk.dunst_displayed(session.bus_address) == 0, "the end of the notification")
    stage.do("verdict", code=55)
    stage.next("notification_delivered")
    wait_for(lambda: desk.dunst_displayed(session.bus_address) == 1, "another one")
    desk.choose_action(session.bus_address, "quiet-today")
    stage.next("quiet_for_today")
    wait_for(lambda: desk.dunst_displayed(session.bus_address) == 0, "the end of that one")
    assert stage.end() == 0


def test_one_that_was_left_behind_is_replaced_and_one_that_holds_no_more_is_closed(
    session: Session,
) -> None:
    session.start_tray_host()
    session.start_notification_daemon()
    stage = Stage(session)
    stage.do("verdict", code=20)
    stage.next("notification_delivered")
    stage.process.kill()
    stage.process.wait(desk.END_LIMIT_S)
    assert desk.dunst_displayed(session.bus_address) == 1
    stage = Stage(session)
    stage.do("verdict", code=95)
    stage.next("notification_delivered")
    assert desk.dunst_displayed(session.bus_address) == 1, "replaced, not stacked"
    assert stage.end() == 0
    assert desk.dunst_displayed(session.bus_address) == 0, "taken back at the end"


def test_without_a_daemon_the_tray_shows_it(session: Session) -> None:
    session.start_tray_host()
    stage = Stage(session)
    stage.do("verdict", code=20)
    stage.wait_for_color(COLORS[20])
    stage.do("verdict", code=95)
    assert stage.next("notification_delivered")[2] in ("tray", "window")
    assert stage.next("notification_delivered")[2] == "tray"
    assert stage.end() == 0


def test_without_daemon_and_tray_our_window_shows_it(session: Session) -> None:
    stage = Stage(session)
    stage.do("choose", entry="&History…")
    wait_for(lambda: stage.active() == "HistoryWindow", "the keyboard")
    stage.do("verdict", code=20)
    assert stage.next("notification_delivered") == ["notification_delivered", 1, "window"]
    stage.wait_for_window("StatusWindow")
    assert stage.active() == "HistoryWindow", "somebody may be typing"
    assert stage.end() == 0


def test_the_whole_program_measures_colours_the_icon_and_remembers(session: Session) -> None:
    """No server is set: the real program tests its own relay, and says that it is only that."""
    session.start_tray_host()
    program = session.run([sys.executable, "-m", "notifier"], cwd=ROOT)
    colors = [COLORS[code] for code in (95, 75, 55)]

    def verdict() -> bool:
        area = session.tray_area()
        return close_to(area, MARK_VIOLET) >= 15 and any(close_to(area, c) >= 30 for c in colors)

    wait_for(verdict, "a verdict in the tray", 90.0)
    assert desk.end(program) == 0
    [file] = Path(session.environ["XDG_DATA_HOME"]).rglob("history.sqlite3")
    listed = subprocess.run(
        [sys.executable, "-m", "notifier", "history", "--json"],
        env=session.environ,
        cwd=ROOT,
        capture_output=True,
        timeout=desk.START_LIMIT_S,
        check=True,
    )
    runs = json.loads(listed.stdout)
    assert len(runs) >= 1
    with sqlite3.connect(file) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_display_that_dies_during_a_test_ends_the_program_quietly(session: Session) -> None:
    program = session.run([sys.executable, "-m", "notifier"], cwd=ROOT, stderr=subprocess.PIPE)
    test = wait_for(lambda: _child(program.pid, "notifier.sct"), "the test", 60.0)
    relay = _child(program.pid, "notifier.relay")
    assert relay is not None

    session.display.kill()

    assert program.wait(desk.START_LIMIT_S) == 1
    assert program.stderr is not None
    lines = program.stderr.read().decode().splitlines()
    assert lines[0] == f"call-notifier: {DEMONSTRATION_LABEL}"
    assert all("X11 connection broke" in line for line in lines[1:]), lines
    children = [Path(f"/proc/{child}") for child in (test, relay)]
    wait_for(lambda: not any(path.exists() for path in children), "the children's end")


def _child(parent: int, command: str) -> int | None:
    """The number of this process's child whose command line holds these words."""
    listed = Path(f"/proc/{parent}/task/{parent}/children").read_text()
    for number in listed.split():
        with contextlib.suppress(OSError):
            if command.encode() in Path(f"/proc/{number}/cmdline").read_bytes():
                return int(number)
    return None


def test_it_says_why_where_there_is_no_display(session: Session) -> None:
    environ = {k: v for k, v in session.environ.items() if k != "DISPLAY"}
    code = "import os, sys; from ui import app; sys.exit(app.run(['x'], os.environ))"
    for display in (None, ":6998"):
        if display:
            environ["DISPLAY"] = display
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=environ,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=desk.START_LIMIT_S,
            check=False,
        )
        assert done.returncode == 1
        assert done.stdout == ""
        assert len(done.stderr.splitlines()) == 1
        assert "display" in done.stderr
    assert os.environ.get("DISPLAY") != ":6998"
