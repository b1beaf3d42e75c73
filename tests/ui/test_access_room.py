"""Texts can be read whole with large fonts, on dense screens and in long languages."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from tests.desktop.program import ROOT
from tests.ui.pseudo import pseudo_language
from tests.ui.room import cut_off
from tests.ui.windows import WINDOWS, settle, window_of

pytestmark = pytest.mark.usefixtures("british")

SMALL = QSize(800, 560)
"""A small screen, without panel and title bar."""

LARGER = QSize(1024, 600)
"""What fonts of twice the size need."""

SCALES = (1.5, 2.0)

LIMIT_S = 60.0


@pytest.fixture(params=SCALES)
def scale(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[float]:
    """The size of the person's font, as a factor."""
    before = QApplication.font()
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * request.param)
    QApplication.setFont(font)
    yield request.param
    QApplication.setFont(before)


def faults(window: QWidget, size: QSize, *, columns: bool = True) -> list[str]:
    """What can't be read in a window of this size.

    :param columns: those of a table have room beside each other.
    """
    least = window.minimumSizeHint()
    found = []
    if least.width() > size.width() or least.height() > size.height():
        found.append(f"at least {least.width()} by {least.height()} pixels")
    window.resize(size)
    settle(window)
    found += cut_off(window)
    return [fault for fault in found if columns or "columns need" not in fault]


@pytest.mark.parametrize("name", WINDOWS)
def test_large_fonts(scale: float, name: str) -> None:
    with window_of(name) as window:
        size = SMALL if scale <= 1.5 else LARGER
        assert faults(window, size, columns=False) == []


@pytest.mark.parametrize("name", WINDOWS)
def test_long_texts(qapp: QApplication, name: str) -> None:
    with pseudo_language(), window_of(name) as window:
        assert faults(window, SMALL, columns=False) == []


@pytest.mark.parametrize(("factor", "half"), [("1.25", "0"), ("1.5", "1")])
def test_fractional_scales(factor: str, half: str) -> None:
    """Qt reads the factor once: each needs a process of its own, with every other window."""
    environ = {**os.environ, "QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.test_access_room", half],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")


def main() -> int:
    """Print what can't be read in windows on a screen of this process's scale."""
    app = QApplication([])
    app.setStyle("Fusion")
    for name in list(WINDOWS)[int(sys.argv[1]) :: 2]:
        with window_of(name) as window:
            for fault in faults(window, SMALL):
                sys.stdout.write(f"{name}: {fault}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
