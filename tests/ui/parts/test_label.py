"""Running text: what a line may not break in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.parts.label import Text


def lines(label: QLabel, width: int) -> list[str]:
    """As they are drawn where there is so much room."""
    text = QLabel.text(label)
    layout = QTextLayout(text, label.font())
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return found


@pytest.mark.parametrize("figure", ["9,3 Mbit/s", "640 kbit/s", "200 ms", "12 %", "5 min", "30 MB"])
def test_a_figure_stays_on_a_line_with_its_unit(qtbot: QtBot, figure: str) -> None:
    said = f"it is {figure} at most, as before"
    label = Text(said)
    qtbot.addWidget(label)
    assert label.text() == said
    for width in range(40, 400, 3):
        for line in lines(label, width):
            assert not line.rstrip().endswith((figure.split()[0], "bit/"))


def test_a_text_that_is_set_later_stays_whole_too(qtbot: QtBot) -> None:
    label = Text()
    qtbot.addWidget(label)
    label.setText("5 min")
    assert QLabel.text(label) == "5\N{NO-BREAK SPACE}min"


def test_lines_begin_where_the_windows_do(qtbot: QtBot) -> None:
    label = Text("Wi-Fi")
    qtbot.addWidget(label)
    assert label.alignment() & Qt.AlignmentFlag.AlignLeft
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    # Of itself: letters from left to right would turn a right that is not absolute.
    assert label.alignment() & Qt.AlignmentFlag.AlignRight
    assert label.alignment() & Qt.AlignmentFlag.AlignAbsolute
