"""What is drawn can be read in both themes and in high contrast: measured on windows as drawn."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)

from tests.desktop.window_shots import dark_palette
from tests.ui.windows import WINDOWS, parts, window_of
from ui.calls.call_graph import CallGraph
from ui.history.cell_grid import CellGrid
from ui.history.series_chart import SeriesChart
from ui.look import theme
from ui.look.theme import contrast
from ui.status.sparkline import Sparkline

pytestmark = pytest.mark.usefixtures("british", "qapp")

READABLE = 4.5
"""WCAG 2.2, success criterion 1.4.3."""

ENHANCED = 7.0
"""WCAG 2.2, success criterion 1.4.6."""

SEEN = 3.0
"""WCAG 2.2, success criterion 1.4.11."""

_BLUR = 0.93
"""Of a thin letter's contrast that is left where its edges are smoothed."""

_FRAME = 3
"""Pixels at the edge of a button that are not its text's ground."""

_LEAST_PIXELS = 12
"""Of a colour in a chart that is more than the smoothed edge of another."""


def high_contrast_palette() -> QPalette:
    """White on black, as in Windows's and GNOME's themes."""
    palette = QPalette(QColor("#000000"), QColor("#000000"))
    role = QPalette.ColorRole
    for one in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        palette.setColor(one, QColor("#ffffff"))
    palette.setColor(role.Base, QColor("#000000"))
    palette.setColor(role.Highlight, QColor("#1aebff"))
    palette.setColor(role.HighlightedText, QColor("#000000"))
    return palette


@pytest.fixture(params=["light", "dark", "high contrast"])
def least(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[float]:
    """The contrast that texts need in a theme, which is in force."""
    before = QApplication.palette()
    if request.param == "high contrast":
        monkeypatch.setattr(theme, "high_contrast", lambda: True)
        QApplication.setPalette(high_contrast_palette())
    elif request.param == "dark":
        QApplication.setPalette(dark_palette())
    yield ENHANCED if request.param == "high contrast" else READABLE
    QApplication.setPalette(before)


def text_of(part: QWidget) -> str:
    match part:
        case QLabel() | QAbstractButton() | QLineEdit():
            return part.text()
        case QComboBox():
            return part.currentText()
        case QTabBar():
            return part.tabText(part.currentIndex())
        case _:
            return ""


def colors_of(drawn: QImage) -> Counter[int]:
    return Counter(memoryview(drawn.constBits()).cast("B").cast("I"))


def best_contrast(colors: Counter[int]) -> float:
    """Of what is drawn on the colour that most of it has."""
    ground = QColor.fromRgb(colors.most_common(1)[0][0])
    return max(contrast(QColor.fromRgb(color), ground) for color in colors)


@pytest.mark.parametrize("name", list(WINDOWS)[::3])
def test_texts_and_charts(least: float, name: str) -> None:
    with window_of(name) as window:
        drawn = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        faint = []
        for part in parts(window):
            place = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
            shown = part.visibleRegion().boundingRect().translated(place.topLeft())
            if not part.isEnabled() or shown.size() != place.size():
                continue  # what is off may be faint; what is half in sight is not all measured
            if text_of(part).strip():
                inner = place.adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
                framed = isinstance(part, QAbstractButton | QComboBox)
                found = best_contrast(colors_of(drawn.copy(inner if framed else place)))
                if found < least * _BLUR:
                    faint.append(f"{text_of(part)!r} has {found:.1f}")
            elif isinstance(part, CallGraph | CellGrid | SeriesChart | Sparkline):
                found = best_contrast(
                    Counter(
                        {
                            color: count
                            for color, count in colors_of(drawn.copy(place)).items()
                            if count >= _LEAST_PIXELS
                        }
                    )
                )
                if found < SEEN:
                    faint.append(f"{part.accessibleName()!r} has {found:.1f}")
        assert faint == []
