"""The calls of the history as a table model."""

import math
from collections.abc import Hashable
from enum import IntEnum

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from notifier.history.filters import ALL, RunFilter
from notifier.history.rows import CallRow
from notifier.history.store import History
from ui.history.paged_rows import Index, PagedRows
from ui.look import icons
from ui.look.theme import tone_color, tone_of
from ui.parts.tip import tip
from ui.words import call_wording, wording

__all__ = ["CallColumn", "CallList"]

_BEGAN_AGAIN = 20
"""Calls that began in the same millisecond: far more than there can be."""


class CallColumn(IntEnum):
    """The columns from left to right."""

    QUALITY = 0
    BEGAN = 1
    PLACE = 2
    LENGTH = 3
    FORECAST = 4
    RATING = 5


_NOWHERE = QModelIndex()


class CallList(PagedRows[CallRow]):
    """Rows of :class:`CallRow`; the key is the call's identity."""

    filter: RunFilter = ALL
    """Which calls there are rows of; servers do not matter: a call does not say which it used."""

    def set_filter(self, wanted: RunFilter) -> None:
        """Show these calls and no others."""
        if wanted != self.filter:
            self.filter = wanted
            self.reload()

    def read(self, history: History, *, until: float | None, limit: int) -> list[CallRow]:
        return history.calls(self.filter, until=until, limit=limit)

    def place(self, row: CallRow) -> tuple[float, int]:
        return row.began, 0

    def key(self, row: CallRow) -> Hashable:
        return row.call_id

    def read_again(self, call_id: str, began: float) -> None:
        """The record of a call has changed: show what the history says of it now.

        :param began: milliseconds since 1970.
        """
        source = self._history()
        if source is None or self.row_of(call_id) is None:
            return
        page = self._page(until=math.nextafter(began, math.inf), limit=_BEGAN_AGAIN)
        for row in page:
            if row.call_id == call_id:
                self.change(row)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(CallColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        call = self.row_at(index.row())
        if call is None:
            return None
        column = CallColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(call, column)
            case Qt.ItemDataRole.ToolTipRole if column == CallColumn.PLACE:
                return tip(_text(call, column))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.heading(column)}: {_text(call, column)}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(column)
            case Qt.ItemDataRole.DecorationRole if column == CallColumn.QUALITY:
                return icons.icon(icons.Look(icons.shape_of_code(call.summary_code)))
            case Qt.ItemDataRole.ForegroundRole if column == CallColumn.QUALITY:
                return tone_color(tone_of(call.color), QGuiApplication.palette())
        return None

    def heading(self, column: int) -> str:
        match CallColumn(column):
            case CallColumn.QUALITY:
                return self.tr("Quality")
            case CallColumn.BEGAN:
                return self.tr("Began")
            case CallColumn.PLACE:
                return self.tr("Where")
            case CallColumn.LENGTH:
                return self.tr("Length")
            case CallColumn.FORECAST:
                return self.tr("Forecast")
            case CallColumn.RATING:
                return self.tr("Rating")

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _text(call: CallRow, column: CallColumn) -> str:
    match column:
        case CallColumn.QUALITY:
            if call.summary_code is None and call.outcome in ("failed", "missed", "aborted"):
                return call_wording.short_outcome(call.outcome)
            return call_wording.code_word(call.summary_code)
        case CallColumn.BEGAN:
            return wording.date_and_time(call.began)
        case CallColumn.PLACE:
            return call_wording.place(call.application)
        case CallColumn.LENGTH:
            return call_wording.length(call.ended - call.began)
        case CallColumn.FORECAST:
            return call_wording.forecast_word(call.forecast_code, call.forecast_right)
        case CallColumn.RATING:
            return call_wording.stars(call.rating)
