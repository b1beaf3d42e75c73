"""Makes the pictures of docs/images: tray, notification, windows, each from the real thing.

    python -m tests.desktop.screenshots [FOLDER]

Needs what the desktop tests need. Windows are those of :mod:`tests.desktop.window_shots`.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

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

WINDOWS = {
    "history-green": "history",
    "history-amber": "history-fair",
    "history-unusual": "history-unusual",
    "history-unsure": "history-unsure",
    "history-red": "history-red",
    "history-testing": "history-testing",
    "history-demonstration": "history-demonstration",
    "history-problems": "history-problems",
    "history-empty": "history-empty",
    "settings-servers": "settings",
    "settings-form": "settings-form",
    "settings-tests": "settings-tests",
    "settings-sentences": "settings-sentences",
    "settings-calls": "settings-calls",
    "welcome": "welcome",
    "live": "live",
    "live-trouble": "live-trouble",
    "live-idle": "live-idle",
    "rating": "rating",
    "calls": "calls",
    "calls-details": "calls-details",
}
"""Scenes of window_shots, and what their pictures are called in docs/images."""

DARK = (
    *("history-green", "history-amber", "history-testing", "settings-servers", "settings-form"),
    *("live", "rating", "calls"),
)
LARGE = ("history-green", "settings-servers", "welcome", "live")
"""Scenes shown in dark colours too, and at twice the size."""

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
    images = []
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
        _save(session.screen().copy(0, height - 240, 420, 240), folder / "tray.png")
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
        _save(session.screen().copy(0, height - 264, 480, 264), folder / "tray-call.png")
        stage.end()


def notification(folder: Path) -> None:
    """What the desktop shows when the verdict changes."""
    with _session(desk.DARK_PANEL) as session:
        stage = Stage(session)
        changes = {"causes": [Cause.JITTER], "advice": advice_for([Cause.JITTER])}
        stage.do("verdict", code=65, changes=changes)
        stage.next("notification_delivered")
        time.sleep(SETTLED_S)
        screen = session.screen()
        _save(screen.copy(screen.width() - 420, 0, 420, 150), folder / "notification.png")
        stage.end()


def windows(folder: Path) -> None:
    """Every window, drawn by window_shots on a display of our own; some dark, some large."""
    with desktop_session(width=3200, height=2000) as session, tempfile.TemporaryDirectory() as made:
        for suffix, options, scenes, scale in (
            ("", [], tuple(WINDOWS), "1"),
            ("-dark", ["--dark"], (*DARK, "welcome"), "1"),
            ("-2x", [], LARGE, "2"),
        ):
            environ = {**session.environ, "PYTHONPATH": str(ROOT), "QT_SCALE_FACTOR": scale}
            command = [sys.executable, "-m", "tests.desktop.window_shots", made, *options]
            subprocess.run(
                [*command, "--only", *scenes], env=environ, cwd=ROOT, check=True, timeout=300
            )
            for scene in scenes:
                picture = (Path(made) / f"{scene}{suffix}.png").read_bytes()
                (folder / f"{WINDOWS[scene]}{suffix}.png").write_bytes(picture)


def main() -> int:
    """Entry point."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "docs" / "images")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    _app = QGuiApplication(["screenshots", "-platform", "offscreen"])
    tray_states(folder)
    tray_with_menu(folder)
    tray_in_a_call(folder)
    notification(folder)
    windows(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
