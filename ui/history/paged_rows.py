"""Rows of the history as a table model: newest first, read page by page as one scrolls.

Pages go by time stamp and not by offset: a page costs the same at the millionth row as at the
first, and rows that other processes write or delete meanwhile shift nothing.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable
from itertools import takewhile
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from notifier.history.store import History, HistoryError
from ui.words.translation import engine

__all__ = ["PAGE", "Index", "PagedRows"]

PAGE = 200
"""Rows read at once: a few screens, a few milliseconds."""

Index = QModelIndex | QPersistentModelIndex

Row = TypeVar("Row")

_NOWHERE = QModelIndex()


class PagedRows(QAbstractTableModel, Generic[Row]):
    """What is the same of all lists; what a row holds, and how it is shown, is the heirs'.

    :param history: gives the history in force at each reading; it may come and go.

    Signals:
        trouble: reading failed, with a sentence for people; empty when it works again.
    """

    trouble = Signal(str)

    def __init__(self, history: Callable[[], History | None], parent: QObject | None = None):
        super().__init__(parent)
        self._history = history
        self._source: History | None = None
        self._rows: list[Row] = []
        self._known: dict[Hashable, Row] = {}
        """What was read, by key: the rows, and those that were left out."""
        self._exhausted = False
        self.reload()

    # -- what heirs say ----------------------------------------------------------------------

    def read(self, history: History, *, until: float | None, limit: int) -> list[Row]:
        """Read rows before ``until`` (milliseconds), newest first."""
        raise NotImplementedError

    def place(self, row: Row) -> tuple[float, int]:
        """Where a row stands: its time (milliseconds), and its number among those of one time."""
        raise NotImplementedError

    def key(self, row: Row) -> Hashable:
        """What makes it this row and no other."""
        raise NotImplementedError

    def heading(self, column: int) -> str:
        """What stands above a column."""
        raise NotImplementedError

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Where the text of a column begins."""
        raise NotImplementedError

    # -- reading -----------------------------------------------------------------------------

    def reload(self) -> None:
        """Forget everything and read the first page."""
        self.beginResetModel()
        self._source = self._history()
        self._rows = self._page(until=None, limit=PAGE)
        self._known = {self.key(row): row for row in self._rows}
        self._exhausted = len(self._rows) < PAGE
        self.endResetModel()

    def refresh(self) -> None:
        """Take in rows that are new; those that are there stay where they are.

        What the newest of them say is taken over as well: a call can be rated later.
        """
        if self._history() is not self._source:
            self.reload()
            return
        fresh: list[Row] = []
        until: float | None = None
        while True:
            page = self._page(until=until, limit=PAGE)
            for row in page:
                if self._known.get(self.key(row), row) != row:
                    self.change(row)
            unknown = [row for row in page if self.key(row) not in self._known]
            fresh += unknown
            # A page with a known row has reached what is loaded already.
            if len(page) < PAGE or len(unknown) < len(page):
                break
            until = self.place(page[-1])[0]
        if not self._known:
            self.reload()
            return
        for row in reversed(fresh):
            self.insert(row)

    def canFetchMore(self, parent: Index = _NOWHERE) -> bool:
        return not parent.isValid() and not self._exhausted

    def fetchMore(self, parent: Index = _NOWHERE) -> None:
        if parent.isValid() or self._exhausted:
            return
        until: float | None = None
        known_at_edge = 0
        if self._rows:
            edge = self.place(self._rows[-1])[0]
            # Rows of the same millisecond may be split by the page: read them again.
            until = math.nextafter(edge, math.inf)
            at_edge = takewhile(lambda row: self.place(row)[0] == edge, reversed(self._rows))
            known_at_edge = sum(1 for _ in at_edge)
        page = self._page(until=until, limit=PAGE + known_at_edge)
        self._exhausted = len(page) < PAGE + known_at_edge
        fresh = [row for row in page if self.key(row) not in self._known]
        if not fresh:
            self._exhausted = True
            return
        first = len(self._rows)
        self.beginInsertRows(_NOWHERE, first, first + len(fresh) - 1)
        self._rows += fresh
        self._known.update((self.key(row), row) for row in fresh)
        self.endInsertRows()

    def insert(self, row: Row) -> None:
        """Put a row into its place; one older than all that is loaded comes with its page."""
        number = bisect_right(self._rows, self._order(row), key=self._order)
        if number == len(self._rows) and not self._exhausted:
            return
        self.beginInsertRows(_NOWHERE, number, number)
        self._rows.insert(number, row)
        self._known[self.key(row)] = row
        self.endInsertRows()

    def change(self, row: Row) -> None:
        """Show this in the place of what was known of the same row."""
        number = self.row_of(self.key(row))
        if number is not None:
            self._rows[number] = self._known[self.key(row)] = row
            self.dataChanged.emit(self.index(number, 0), self.index(number, self.columnCount() - 1))

    def leave_out(self, key: Hashable) -> Row | None:
        """Take a row away, so that no refresh brings it back; :meth:`insert` does."""
        number = self.row_of(key)
        if number is None:
            return None
        self.beginRemoveRows(_NOWHERE, number, number)
        row = self._rows.pop(number)
        self.endRemoveRows()
        return row

    def row_at(self, number: int) -> Row | None:
        """The row at this number."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def row_of(self, key: Hashable) -> int | None:
        """The number of a row, where it is loaded."""
        known = self._known.get(key)
        if known is None:
            return None
        order = self._order(known)
        number = bisect_left(self._rows, order, key=self._order)
        while number < len(self._rows) and self._order(self._rows[number]) == order:
            if self.key(self._rows[number]) == key:
                return number
            number += 1
        return None

    def _order(self, row: Row) -> tuple[float, int]:
        """Rises down the list."""
        at, number = self.place(row)
        return -at, -number

    def _page(self, *, until: float | None, limit: int) -> list[Row]:
        if self._source is None:
            return []
        try:
            page = self.read(self._source, until=until, limit=limit)
        except HistoryError as error:
            self.trouble.emit(engine(error.message))
            return []
        self.trouble.emit("")
        return page

    # -- showing -----------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(section)
        # A heading that has no room is told in full.
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.heading(section)
        return None
