"""The list of calls on screen."""

from PySide6.QtWidgets import QWidget

from ui.history.call_list import CallColumn, CallList
from ui.history.row_table import RowTable
from ui.words import call_wording, wording

__all__ = ["CallTable"]

_SPARED_FIRST = (CallColumn.RATING, CallColumn.LENGTH, CallColumn.FORECAST)
"""Columns that go, in this order, where the window is narrow; the details show them still."""

_PLACE_CHARACTERS = 18
"""Room the place keeps at least."""


class CallTable(RowTable):
    """A :class:`CallList` with one chosen row."""

    def __init__(self, calls: CallList, parent: QWidget | None = None) -> None:
        words = (wording.longest_state_word(), call_wording.code_word(None))
        super().__init__(
            calls,
            stretched=CallColumn.PLACE,
            least=_PLACE_CHARACTERS,
            spared_first=_SPARED_FIRST,
            samples={
                CallColumn.QUALITY: max(words, key=len),
                CallColumn.BEGAN: wording.longest_date_and_time(),
                CallColumn.LENGTH: call_wording.length(10 * 3_600_000.0 + 59 * 60_000.0),
                CallColumn.FORECAST: call_wording.longest_forecast_word(),
                CallColumn.RATING: call_wording.stars(5),
            },
            parent=parent,
        )
        self.setAccessibleName(self.tr("Calls, newest first"))
