"""The runs of the history as a table model."""

from enum import IntEnum

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from notifier.history.filters import ALL, RunFilter
from notifier.history.rows import RunSummary
from notifier.history.store import History
from ui.history.network_name import network_name
from ui.history.paged_rows import Index, PagedRows
from ui.look import icons
from ui.look.theme import tone_color
from ui.parts.tip import tip
from ui.words import said, wording

__all__ = ["Column", "RunList"]


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

_LONG = (Column.SENTENCE, Column.NETWORK)
"""Columns that have no room for all of their text."""

_ALIGNMENTS: dict[int, Qt.AlignmentFlag] = {
    column: (Qt.AlignmentFlag.AlignRight if column in _FIGURES else Qt.AlignmentFlag.AlignLeft)
    | Qt.AlignmentFlag.AlignVCenter
    for column in Column
}

_ANSWERED = frozenset(
    (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.ForegroundRole,
    )
)
"""What a row says something about."""

_NOWHERE = QModelIndex()


class RunList(PagedRows[RunSummary]):
    """Rows of :class:`RunSummary`; the key is the run's number."""

    filter: RunFilter = ALL
    """Which runs there are rows of."""

    def set_filter(self, wanted: RunFilter) -> None:
        """Show these runs and no others."""
        if wanted != self.filter:
            self.filter = wanted
            self.reload()

    def read(self, history: History, *, until: float | None, limit: int) -> list[RunSummary]:
        return history.runs(self.filter, until=until, limit=limit)

    def place(self, row: RunSummary) -> tuple[float, int]:
        return row.timestamp, row.id

    def key(self, row: RunSummary) -> int:
        return row.id

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Asked some thousand times for each screen: what has no answer ends at once."""
        if role not in _ANSWERED:
            return None
        run, column = self.row_at(index.row()), index.column()
        if run is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNMENTS[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(run, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(run, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # Read as one by a screen reader, whatever column is current.
            return f"{self.heading(column)}: {_spoken(run, column)}"
        if column != Column.STATE:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return icons.icon(icons.Look(said.shape(run), demonstration=run.demonstration))
        return tone_color(said.tone(run), QGuiApplication.palette())

    def _tip(self, run: RunSummary, column: int) -> str | None:
        if column == Column.THROUGHPUT and run.loop_kbps is None and run.mode == "light":
            return self.tr("A light test does not measure the throughput.")
        return tip(_text(run, column)) if column in _LONG else None

    def heading(self, column: int) -> str:
        match Column(column):
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

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        return _ALIGNMENTS[column]


def _text(run: RunSummary, column: int) -> str:
    match Column(column):
        case Column.STATE:
            return said.word(run)
        case Column.TIME:
            return wording.date_and_time(run.timestamp)
        case Column.SENTENCE:
            return said.sentence(run)
        case Column.NETWORK:
            return network_name(run.network_type, run.isp, demonstration=run.demonstration)
        case Column.RTT:
            return wording.milliseconds(run.rtt_ms)
        case Column.LOSS:
            return wording.loss(run.loss_fraction)
        case Column.THROUGHPUT:
            return wording.kbps_narrow(run.loop_kbps, at_least=run.loop_at_least)


def _spoken(run: RunSummary, column: int) -> str:
    """What a screen reader says: also what a drawing or a sign alone shows."""
    if column == Column.THROUGHPUT:
        return wording.kbps(run.loop_kbps, at_least=run.loop_at_least)
    text = _text(run, column)
    if column == Column.STATE and run.demonstration:
        return f"{text}, {wording.demonstration()}"
    return text
