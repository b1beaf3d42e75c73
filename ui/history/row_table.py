"""A list on screen: rows to choose from with mouse and arrow keys, as wide as what is in them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

__all__ = ["RowTable"]


class RowTable(QTableView):
    """A model's rows with one chosen row; the first column has a drawing.

    :param stretched: the column that gets the room that is left.
    :param least: characters of room that this one keeps.
    :param spared_first: columns that go, in this order, where the window is narrow; what they say
        stands elsewhere too.
    :param samples: the longest entry that there can be in each of the other columns.
    """

    def __init__(
        self,
        rows: QAbstractTableModel,
        *,
        stretched: int,
        least: int,
        spared_first: Sequence[int],
        samples: Mapping[int, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._stretched = stretched
        self._least = least
        self._spared_first = spared_first
        line = self.fontMetrics().height()
        self.setModel(rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab leaves the list; the arrow keys move in it
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setIconSize(QSize(line, line))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(round(line * 1.75))
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(line * 2)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        self._fit_columns(samples)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End are the first and the last row: where rows are chosen, no column is."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self.model().rowCount() - 1,
        }
        if action in ends:
            return self.model().index(ends[action], max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._spare_columns()
        super().resizeEvent(event)

    def _fit_columns(self, samples: Mapping[int, str]) -> None:
        """Room by the person's own font and locale."""
        metrics = self.fontMetrics()
        pad = metrics.averageCharWidth() * 3
        for column, sample in samples.items():
            heading = str(self.model().headerData(column, Qt.Orientation.Horizontal))
            width = max(metrics.horizontalAdvance(text) for text in (sample, heading)) + pad
            if column == 0:
                width += self.iconSize().width() + pad // 2
            self.setColumnWidth(column, width)

    def _spare_columns(self) -> None:
        for column in (*self._spared_first, self._stretched):
            self.setColumnHidden(column, False)
        wanted = self.fontMetrics().averageCharWidth() * self._least
        columns = range(self.model().columnCount())
        others = sum(self.columnWidth(c) for c in columns if c != self._stretched)
        room = self.viewport().width() - others
        for column in self._spared_first:
            if room >= wanted:
                return
            room += self.columnWidth(column)
            self.setColumnHidden(column, True)
        # Three letters of a sentence say nothing, and would push the first column out of sight.
        self.setColumnHidden(self._stretched, room < wanted / 3)
