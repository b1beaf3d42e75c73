"""The runs of the history as a table model: newest first, read page by page as one scrolls.

Pages go by time stamp and not by offset: a page costs the same at the millionth row as at the
first, and rows that other processes write or delete meanwhile shift nothing.
"""

import math
from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication

from notifier.history.rows import RunSummary
from notifier.history.store import History, HistoryError
from ui import icons, wording
from ui.theme import tone_color, tone_of

__all__ = ["PAGE", "Column", "RunList"]

PAGE = 200
"""Rows read at once: a few screens, a few milliseconds."""


class Column(IntEnum):
    """The columns from left to right."""

    STATE = 0
    TIME = 1
    SENTENCE = 2
    NETWORK = 3
    RTT = 4
    LOSS = 5
    THROUGHPUT = 6


_FIGURES = (Column.RTT, Column.LOSS, Column.THROUGHPUT)
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class RunList(QAbstractTableModel):
    """Rows of :class:`RunSummary`.

    :param history: gives the history in force at each reading; it may come and go.

    Signals:
        trouble: reading failed, with a sentence for people; empty when it works again.
    """

    trouble = Signal(str)

    def __init__(self, history: Callable[[], History | None], parent: QObject | None = None):
        super().__init__(parent)
        self._history = history
        self._source: History | None = None
        self._rows: list[RunSummary] = []
        self._ids: set[int] = set()
        self._exhausted = False
        self.reload()

    # -- reading -----------------------------------------------------------------------------

    def reload(self) -> None:
        """Forget everything and read the first page."""
        self.beginResetModel()
        self._source = self._history()
        self._rows = self._page(until=None, limit=PAGE)
        self._ids = {row.id for row in self._rows}
        self._exhausted = len(self._rows) < PAGE
        self.endResetModel()

    def refresh(self) -> None:
        """Take in runs that are new; rows that are there stay where they are."""
        if self._history() is not self._source:
            self.reload()
            return
        fresh: list[RunSummary] = []
        until: float | None = None
        while True:
            page = self._page(until=until, limit=PAGE)
            unknown = [row for row in page if row.id not in self._ids]
            fresh += unknown
            # A page with a known row has reached what is loaded already.
            if len(page) < PAGE or len(unknown) < len(page):
                break
            until = page[-1].timestamp
        if not self._rows:
            self.reload()
            return
        for row in reversed(fresh):
            self._insert(row)

    def canFetchMore(self, parent: _Index = _NOWHERE) -> bool:
        return not parent.isValid() and not self._exhausted

    def fetchMore(self, parent: _Index = _NOWHERE) -> None:
        if parent.isValid() or self._exhausted:
            return
        until: float | None = None
        known_at_edge = 0
        if self._rows:
            edge = self._rows[-1].timestamp
            # Runs of the same millisecond may be split by the page: read them again.
            until = math.nextafter(edge, math.inf)
            known_at_edge = sum(1 for row in self._rows if row.timestamp == edge)
        page = self._page(until=until, limit=PAGE + known_at_edge)
        self._exhausted = len(page) < PAGE + known_at_edge
        fresh = [row for row in page if row.id not in self._ids]
        if not fresh:
            self._exhausted = True
            return
        first = len(self._rows)
        self.beginInsertRows(_NOWHERE, first, first + len(fresh) - 1)
        self._rows += fresh
        self._ids.update(row.id for row in fresh)
        self.endInsertRows()

    def run_at(self, row: int) -> RunSummary | None:
        """The run in this row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, run_id: int) -> int | None:
        """The row of a run, where it is loaded."""
        if run_id not in self._ids:
            return None
        return next(i for i, row in enumerate(self._rows) if row.id == run_id)

    def _page(self, *, until: float | None, limit: int) -> list[RunSummary]:
        if self._source is None:
            return []
        try:
            page = self._source.runs(until=until, limit=limit)
        except HistoryError as error:
            self.trouble.emit(error.message)
            return []
        self.trouble.emit("")
        return page

    def _insert(self, row: RunSummary) -> None:
        key = (row.timestamp, row.id)
        place = next(
            (i for i, other in enumerate(self._rows) if (other.timestamp, other.id) < key),
            len(self._rows),
        )
        if place == len(self._rows) and not self._exhausted:
            return  # older than all that is loaded: it comes with its page
        self.beginInsertRows(_NOWHERE, place, place)
        self._rows.insert(place, row)
        self._ids.add(row.id)
        self.endInsertRows()

    # -- showing -----------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(Column(section))
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        run = self.run_at(index.row())
        if run is None:
            return None
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(run, column)
            case Qt.ItemDataRole.ToolTipRole:
                if column == Column.THROUGHPUT and run.loop_kbps is None and run.mode == "light":
                    return self.tr("A light test does not measure the throughput.")
                return _text(run, column) if column == Column.SENTENCE else None
            case Qt.ItemDataRole.AccessibleTextRole:
                # Read as one by a screen reader, whatever column is current.
                heading = self._heading(column)
                return f"{heading}: {_spoken(run, column)}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.DecorationRole if column == Column.STATE:
                shape = icons.shape_of(run.color, run.status_code, run.connectivity_code)
                return icons.icon(icons.Look(shape, demonstration=run.demonstration))
            case Qt.ItemDataRole.ForegroundRole if column == Column.STATE:
                return tone_color(tone_of(run.color), QGuiApplication.palette())
        return None

    def _heading(self, column: Column) -> str:
        match column:
            case Column.STATE:
                return self.tr("State")
            case Column.TIME:
                return self.tr("Time")
            case Column.SENTENCE:
                return self.tr("What it means")
            case Column.NETWORK:
                return self.tr("Network")
            case Column.RTT:
                return self.tr("Round trip")
            case Column.LOSS:
                return self.tr("Loss")
            case Column.THROUGHPUT:
                return self.tr("Throughput")


def _text(run: RunSummary, column: Column) -> str:
    match column:
        case Column.STATE:
            return wording.state_word(run.status_code, run.connectivity_code)
        case Column.TIME:
            return wording.date_and_time(run.timestamp)
        case Column.SENTENCE:
            return wording.sentence(run.notification_code, run.notification)
        case Column.NETWORK:
            return (
                wording.demonstration() if run.demonstration else wording.network(run.network_type)
            )
        case Column.RTT:
            return wording.milliseconds(run.rtt_ms)
        case Column.LOSS:
            return wording.loss(run.loss_fraction)
        case Column.THROUGHPUT:
            return wording.kbps_narrow(run.loop_kbps, at_least=run.loop_at_least)


def _spoken(run: RunSummary, column: Column) -> str:
    """What a screen reader says: also what a drawing or a sign alone shows."""
    if column == Column.THROUGHPUT:
        return wording.kbps(run.loop_kbps, at_least=run.loop_at_least)
    text = _text(run, column)
    if column == Column.STATE and run.demonstration:
        return f"{text}, {wording.demonstration()}"
    return text


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _FIGURES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
