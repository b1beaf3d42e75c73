"""The hours above the timeline stay in sight while its days are scrolled."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.waiting import WAIT_MS
from ui.history.cell_grid import CellGrid
from ui.history.column_names import ColumnNames
from ui.parts.scrolled import scrolled

pytestmark = pytest.mark.usefixtures("british")


def test_the_names_are_seen_where_those_of_the_grid_are_not(qtbot: QtBot) -> None:
    grid = CellGrid("days")
    days = [f"day {number}" for number in range(31)]
    grid.show_cells(days, ["00", "01", "02"], {}, text=lambda *_: "", lines=1.3)
    content = QWidget()
    column = QVBoxLayout(content)
    column.addWidget(grid)
    below = QWidget()
    below.setFixedHeight(2000)
    column.addWidget(below)
    area = scrolled(content)
    names = ColumnNames(grid, area)
    qtbot.addWidget(area)
    area.resize(400, 200)
    area.show()
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 2000, timeout=WAIT_MS)
    assert not names.isVisible()
    place = QRect(grid.x(), grid.y(), grid.width(), grid.head_height)
    own = area.viewport().grab(place).toImage()

    bar.setValue(grid.y() + 40)
    assert names.isVisible()
    place.moveTop(0)
    assert area.viewport().grab(place).toImage() == own, "in the same places, in the same words"

    bar.setValue(grid.geometry().bottom() - 5)
    assert not names.isVisible(), "they would stand on what comes after the grid"
    bar.setValue(0)
    assert not names.isVisible()
