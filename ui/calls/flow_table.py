"""What flows in a call: one row for each kind and direction, changed in place every second."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from notifier.calls.live import Flow
from ui.parts.tip import tip
from ui.words import call_wording, wording

__all__ = ["FlowTable"]

_COLUMNS = 6


class FlowTable(QTableWidget):
    """As high as its rows: nothing scrolls in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, _COLUMNS, parent)
        self._flows: list[tuple[str, str]] = []
        line = self.fontMetrics().height()
        self.setAccessibleName(self.tr("What flows, by kind and direction"))
        self._names = [
            self.tr("What"),
            self.tr("Bitrate"),
            self.tr("Lost"),
            self.tr("Jitter"),
            self.tr("Picture"),
            self.tr("Frames"),
        ]
        self.setHorizontalHeaderLabels(self._names)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(line * 1.6))
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        first = self.horizontalHeaderItem(0)
        if first is not None:
            first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_flows(self, flows: Sequence[Flow]) -> None:
        """Show these, in their order; where the kinds are the same, a chosen row stays so."""
        kinds = [(flow.direction, flow.media) for flow in flows]
        if kinds != self._flows:
            self._flows = [(str(direction), str(media)) for direction, media in kinds]
            self._make_rows(len(flows))
        for row, flow in enumerate(flows):
            for column, text in enumerate(_cells(flow)):
                item = self.item(row, column)
                if item is not None and item.text() != text:
                    item.setText(text)
                    spoken = f"{self._names[column]}: {text}"
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
                    item.setToolTip(tip(spoken))  # where the column is too narrow for the text

    def _make_rows(self, count: int) -> None:
        self.setRowCount(count)
        for row in range(count):
            for column in range(_COLUMNS):
                item = QTableWidgetItem()
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(row, column, item)
        height = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        self.setFixedHeight(height + count * self.verticalHeader().defaultSectionSize())


def _cells(flow: Flow) -> tuple[str, ...]:
    what = call_wording.flow(flow.direction, flow.media)
    return (
        call_wording.times(what, flow.streams),
        wording.kbps(flow.kbps),
        wording.loss(flow.loss),
        wording.milliseconds(flow.jitter_ms),
        call_wording.picture(flow.width, flow.height),
        call_wording.fps(flow.frames_per_second),
    )
