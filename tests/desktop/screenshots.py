"""Makes the pictures of docs/images: tray, notifications, windows, each from the real thing.

    python -m tests.desktop.screenshots [FOLDER] [--only PART …]

Needs what the desktop tests need. Windows are those of :mod:`tests.desktop.window_shots`: one by
one in light colours, a few at twice the size, and on sheets in dark colours and in every language.
Japanese needs a font with its letters, and notifications with buttons a daemon that draws them
(Debian's fonts-noto-cjk and xfce4-notifyd): without, those pictures are left as they are, and a
sentence says so.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QImage, QPainter

from notifier.forecast.advice import advice_for
from notifier.forecast.causes import Cause
from tests.desktop import session as desk
from tests.desktop.program import (
    COLORS,
    MARK_BLUE,
    MARK_CALL,
    MARK_VIOLET,
    PAUSED,
    ROOT,
    Stage,
)
from tests.desktop.session import Session, desktop_session
from tests.desktop.sheets import contact_sheet, with_few_colors
from tests.desktop.window_shots import SCENES
from ui.words.translation import available

LARGE = ("status-fair", "history-week", "settings-tests", "assistant-works", "live")
"""Scenes shown at twice the size, too."""

DARK = ("status", "history", "calls", "live", "settings", "assistant", "about")
"""Beginnings of names: each has a sheet of its scenes in dark colours."""

BESIDE = {"rating": "live", "diagnostics": "about"}
"""Scenes that are on the sheet of others."""

SPOKEN = (
    *("status-fair", "status-call", "live-trouble", "rating"),
    *("assistant-blocked", "assistant-amount", "assistant-last", "settings-notifications"),
    *("history-week", "history-graphs", "history-explained", "history-networks"),
    *("calls", "settings-calls", "settings-sentences"),
    *("diagnostics", "about"),
)
"""Scenes shown in every language: each window, and each page of words."""

MIRRORED = ("status-fair", "settings-tests", "history-week", "calls")
"""Scenes shown from right to left, in a language that nobody speaks."""

NOTIFICATION_DAEMON = "xfce4/notifyd/xfce4-notifyd"
"""Below /usr/lib and the machine's architecture."""

SETTLED_S = 0.7
"""For what nothing announces: an icon redrawn, a menu faded in. Only pictures hang on it."""


@contextmanager
def _session(panel: str) -> Iterator[Session]:
    with desktop_session(width=1280, height=900) as session:
        session.environ["PYTHONPATH"] = str(ROOT)
        session.start_tray_host(panel)
        session.start_notification_daemon()  # else Qt's own balloons lie over the icon
        yield session


def _icon_area(session: Session) -> QImage:
    time.sleep(SETTLED_S)
    return session.tray_area().copy(0, 0, 32, 32)


def _save(image: QImage, target: Path) -> None:
    if not image.save(str(target)):
        raise OSError(f"{target} can't be written")
    with_few_colors(target)


def tray_states(folder: Path) -> None:
    """Every state in both sets of icons, as a dark and a light panel show them."""
    columns: list[tuple[str, list[QImage]]] = []
    # Desktops of whose panel the program knows that it is dark, or as light as the windows.
    for panel, desktop in ((desk.DARK_PANEL, "GNOME"), (desk.LIGHT_PANEL, "KDE")):
        with _session(panel) as session:
            session.environ["XDG_CURRENT_DESKTOP"] = desktop
            taken: list[tuple[str, list[QImage]]] = []
            stage = Stage(session)
            taken.append(("nothing tested yet", _both_sets(session, stage)))
            for code, name in ((95, "good, excellent"), (75, "good, with limits"), (55, "fair")):
                stage.do("verdict", code=code)
                stage.wait_for_color(COLORS[code])
                taken.append((name, _both_sets(session, stage)))
            stage.do("verdict", code=20)
            stage.wait_for_color(COLORS[20])
            taken.append(("poor, bad", _both_sets(session, stage)))
            stage.do("verdict", code=10, changes={"connectivity_code": 1})
            taken.append(("no connection", _both_sets(session, stage)))
            stage.do("verdict", code=95)
            stage.wait_for_color(COLORS[95])
            stage.do("run")
            stage.wait_for_color(MARK_BLUE, 10)
            taken.append(("testing again", _both_sets(session, stage)))
            stage.do("verdict", code=95)
            stage.do("pause")
            stage.wait_for_color(PAUSED)
            taken.append(("paused", _both_sets(session, stage)))
            stage.do("resume")
            stage.do("call", code=None)
            stage.wait_for_color(MARK_CALL, 10)
            taken.append(("call, not known yet", _both_sets(session, stage)))
            stage.do("call", code=75)
            stage.wait_for_color(COLORS[75])
            taken.append(("call, good so far", _both_sets(session, stage)))
            stage.do("call", code=20)
            stage.wait_for_color(COLORS[20])
            taken.append(("call, poor so far", _both_sets(session, stage)))
            stage.end()
            demonstration = Stage(session, "--demonstration")
            demonstration.do("verdict", code=95)
            demonstration.wait_for_color(MARK_VIOLET, 15)
            taken.append(("demonstration", _both_sets(session, demonstration)))
            demonstration.end()
        if not columns:
            columns = [(name, []) for name, _ in taken]
        for (_, images), (_, more) in zip(columns, taken, strict=True):
            images += more
    _save(_sheet(columns), folder / "tray-states.png")


def _both_sets(session: Session, stage: Stage) -> list[QImage]:
    """The icon in colour and in one colour."""
    images: list[QImage] = []
    for name in ("monochrome", "color"):
        stage.do("icons", set=name)
        images.insert(0, _icon_area(session))
    return images


def _sheet(columns: list[tuple[str, list[QImage]]]) -> QImage:
    """Both icons on dark and on light, at twice the size, and the name; one row a state."""
    row, side = 72, 64
    sheet = QImage(604, row * len(columns) + 8, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#ffffff"))
    painter = QPainter(sheet)
    font = QFont("DejaVu Sans")
    font.setPixelSize(22)
    painter.setFont(font)
    painter.setPen(QColor("#202428"))
    for index, (name, images) in enumerate(columns):
        top = index * row + 8
        for place, image in enumerate(images):
            painter.drawImage(QRect(8 + place * (side + 8), top, side, side), image)
        painter.drawText(QRect(4 * side + 52, top, 300, side), Qt.AlignmentFlag.AlignVCenter, name)
    painter.end()
    return sheet


def tray_with_menu(folder: Path) -> None:
    """The icon in a panel, its menu open above it."""
    with _session(desk.DARK_PANEL) as session:
        stage = Stage(session)
        stage.do("verdict", code=95)
        stage.wait_for_color(COLORS[95])
        height = session.screen().height()
        stage.do("menu", x=2, bottom=height - 32)
        time.sleep(SETTLED_S)
        _save(session.screen().copy(0, height - 288, 420, 288), folder / "tray.png")
        stage.end()


def tray_in_a_call(folder: Path) -> None:
    """The same while a call goes on."""
    with _session(desk.DARK_PANEL) as session:
        stage = Stage(session)
        stage.do("verdict", code=95)
        stage.wait_for_color(COLORS[95])
        stage.do("call", code=75)
        stage.wait_for_color(COLORS[75])
        height = session.screen().height()
        stage.do("menu", x=2, bottom=height - 32)
        time.sleep(SETTLED_S)
        _save(session.screen().copy(0, height - 312, 480, 312), folder / "tray-call.png")
        stage.end()


def notifications(folder: Path) -> None:
    """What the desktop shows when the verdict changes, and when it is good again."""
    daemon = next(Path("/usr/lib").glob(f"*/{NOTIFICATION_DAEMON}"), None)
    if daemon is None:
        _say("xfce4-notifyd is not installed: no pictures of notifications")
        return
    with desktop_session(width=1280, height=900) as session:
        session.environ["PYTHONPATH"] = str(ROOT)
        session.start_tray_host(desk.DARK_PANEL)
        session.run([str(daemon)], stderr=subprocess.DEVNULL)
        desk.wait_for(lambda: desk.has_owner(session.bus_address, desk.NOTIFICATIONS), daemon.name)
        stage = Stage(session)
        changes = {"causes": [Cause.JITTER], "advice": advice_for([Cause.JITTER])}
        for code, found, name in (
            (65, changes, "notification"),
            (95, {}, "notification-good-again"),
        ):
            stage.do("verdict", code=code, changes=found)
            stage.next("notification_delivered")
            time.sleep(2 * SETTLED_S)  # it is faded in
            screen = session.screen()
            _save(_off_the_ground(screen.copy(0, 0, screen.width(), 300)), folder / f"{name}.png")
        stage.end()


def _off_the_ground(picture: QImage) -> QImage:
    """What stands on the ground in the upper right corner, with some of the ground around it."""
    ground = picture.pixel(0, 0)
    right, bottom = picture.width(), picture.height()
    rows = [y for y in range(bottom) if picture.pixel(right - 60, y) != ground]
    middle = (rows[0] + rows[-1]) // 2
    left = next(x for x in range(right) if picture.pixel(x, middle) != ground)
    around = rows[0]
    return picture.copy(left - around, 0, right - left + around, rows[-1] + around)


def windows(folder: Path) -> None:
    """Every window, drawn by window_shots on a display of our own."""
    with desktop_session(width=3200, height=2000) as session:
        _take(session, folder, tuple(SCENES))
        with tempfile.TemporaryDirectory() as made:
            _take(session, Path(made), LARGE, scale="2")
            for scene in LARGE:
                shutil.copyfile(Path(made) / f"{scene}.png", folder / f"{scene}-2x.png")


def dark(folder: Path) -> None:
    """The same in dark colours, on sheets."""
    with desktop_session(width=3200, height=2000) as session:
        for kind in DARK:
            _take_sheet(session, folder / f"dark-{kind}.png", scenes_of(kind), "--dark")


def languages(folder: Path) -> None:
    """One state of each window in each language, a sheet a language; and from right to left."""
    with desktop_session(width=3200, height=2000) as session:
        for language in available():
            if language == "en":
                continue
            if language == "ja" and not QFontDatabase.families(
                QFontDatabase.WritingSystem.Japanese
            ):
                _say("there is no font for Japanese (fonts-noto-cjk): no pictures in it")
                continue
            target = folder / f"language-{language}.png"
            _take_sheet(session, target, SPOKEN, "--language", language)
        _take_sheet(session, folder / "mirrored.png", MIRRORED, "--mirrored")


def scenes_of(kind: str) -> tuple[str, ...]:
    """The scenes whose names begin so, and those that go with them."""
    return tuple(scene for scene in SCENES if BESIDE.get(scene, scene).startswith(kind))


def pictures() -> list[str]:
    """The names of all the files that are made."""
    return [
        *("tray-states.png", "tray.png", "tray-call.png"),
        *("notification.png", "notification-good-again.png"),
        *(f"{scene}.png" for scene in SCENES),
        *(f"{scene}-2x.png" for scene in LARGE),
        *(f"dark-{kind}.png" for kind in DARK),
        *(f"language-{language}.png" for language in available() if language != "en"),
        "mirrored.png",
    ]


def _take(
    session: Session, folder: Path, scenes: Sequence[str], *options: str, scale: str = "1"
) -> None:
    environ = {**session.environ, "PYTHONPATH": str(ROOT), "QT_SCALE_FACTOR": scale}
    command = [sys.executable, "-m", "tests.desktop.window_shots", str(folder), *options]
    subprocess.run([*command, "--only", *scenes], env=environ, cwd=ROOT, check=True, timeout=300)


def _take_sheet(session: Session, target: Path, scenes: Sequence[str], *options: str) -> None:
    with tempfile.TemporaryDirectory() as made:
        _take(session, Path(made), scenes, *options)
        sheet = contact_sheet([QImage(str(Path(made) / f"{scene}.png")) for scene in scenes])
    _save(sheet, target)


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


PARTS: dict[str, Callable[[Path], None]] = {
    "states": tray_states,
    "tray": tray_with_menu,
    "call": tray_in_a_call,
    "notifications": notifications,
    "windows": windows,
    "dark": dark,
    "languages": languages,
}


def main() -> int:
    """Entry point."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "docs" / "images")
    parser.add_argument("--only", nargs="*", choices=PARTS, default=list(PARTS))
    arguments = parser.parse_args()
    folder: Path = arguments.folder
    folder.mkdir(parents=True, exist_ok=True)
    _app = QGuiApplication(["screenshots", "-platform", "offscreen"])
    for part in arguments.only:
        PARTS[part](folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
