"""The list of runs on screen: rows to choose from with mouse and arrow keys."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui import wording
from ui.run_list import Column, RunList

__all__ = ["RunTable"]

_SPARED_FIRST = (Column.NETWORK, Column.THROUGHPUT, Column.LOSS)
"""Columns that go, in this order, where the window is narrow; the details show them still."""

_SENTENCE_CHARACTERS = 22
"""Room the sentence keeps at least."""


class RunTable(QTableView):
    """A :class:`RunList` with one chosen row."""

    def __init__(self, runs: RunList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        line = self.fontMetrics().height()
        self.setModel(runs)
        self.setAccessibleName(self.tr("Tests, newest first"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab leaves the list; the arrow keys move in it
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setIconSize(QSize(line, line))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(line * 1.75))
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(line * 2)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setSectionResizeMode(Column.SENTENCE, QHeaderView.ResizeMode.Stretch)
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._spare_columns()
        super().resizeEvent(event)

    def _fit_columns(self) -> None:
        """Room for the longest entry that there can be, by the person's own font and locale."""
        metrics = self.fontMetrics()
        pad = metrics.averageCharWidth() * 3
        samples = {
            Column.STATE: wording.longest_state_word(),
            Column.TIME: wording.date_and_time(0.0) + "0",
            Column.NETWORK: wording.demonstration(),
            Column.RTT: wording.milliseconds(10_000.0),
            Column.LOSS: wording.loss(0.0001),
            Column.THROUGHPUT: wording.kbps_narrow(99_900.0, at_least=True),
        }
        for column, sample in samples.items():
            heading = str(self._runs.headerData(column, Qt.Orientation.Horizontal))
            width = max(metrics.horizontalAdvance(text) for text in (sample, heading)) + pad
            if column == Column.STATE:
                width += self.iconSize().width() + pad // 2
            self.setColumnWidth(column, width)

    def _spare_columns(self) -> None:
        for column in _SPARED_FIRST:
            self.setColumnHidden(column, False)
        wanted = self.fontMetrics().averageCharWidth() * _SENTENCE_CHARACTERS
        others = sum(self.columnWidth(c) for c in Column if c != Column.SENTENCE)
        room = self.viewport().width() - others
        for column in _SPARED_FIRST:
            if room >= wanted:
                return
            room += self.columnWidth(column)
            self.setColumnHidden(column, True)
