"""The names of a grid's columns, kept in sight while its rows are scrolled below them."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.history.cell_grid import CellGrid

__all__ = ["ColumnNames"]


class ColumnNames(QWidget):
    """Lies on the top of a scroll area, and is seen where the grid's own names are not.

    To the mouse it is not there, and a picture of the area's content is without it.

    :param grid: within the area's content.
    """

    def __init__(self, grid: CellGrid, area: QScrollArea) -> None:
        super().__init__(area.viewport())
        self._area = area
        self._grid = grid
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoFillBackground(True)
        self.hide()
        area.verticalScrollBar().valueChanged.connect(self.refresh)
        grid.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The grid has another size or place."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.refresh()
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """The columns may have other names, or be elsewhere."""
        at = self._grid.mapTo(self._area.viewport(), QPoint())
        height = self._grid.head_height
        rows_left = at.y() + self._grid.height() - 2 * height
        self.setVisible(at.y() < 0 < rows_left)
        if self.isVisible():
            self.setGeometry(at.x(), 0, self._grid.width(), height)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the grid draws them."""
        painter = QPainter(self)
        painter.setFont(self._grid.font())
        self._grid.draw_columns(painter)
        painter.end()
