"""How much data the tests have cost: in the last day, against the budget, and this month."""

import time
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from notifier.history.errors import HistoryError
from notifier.history.periods import edges
from notifier.history.store import History
from ui.parts.label import Text
from ui.words import wording

__all__ = ["DataUsed"]

_DAY_MS = 86_400_000.0
_MB = 1_000_000


class DataUsed(QWidget):
    """A bar with words; counts only while it is shown.

    The days of the month are summed up one at a time between other events, so that a long history
    holds nothing up, and a day that is over only once.

    :param history: asked each time; None where there is none.
    :param now: the wall clock, seconds since 1970.
    """

    def __init__(
        self,
        history: Callable[[], History | None],
        parent: QWidget | None = None,
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._now = now
        self._budget = 0.0
        self._days: dict[float, int] = {}
        """What each day cost, octets, by its beginning."""

        self._left: list[tuple[float, float]] = []
        line = self.fontMetrics().height()
        self.title = Text(self.tr("Data used by tests"), self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(max(6, line // 3))
        self.bar.setAccessibleName(self.title.text())
        self.last_day = Text(parent=self, faint=True)
        self.month = Text(parent=self, faint=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(line // 3)
        for part in (self.title, self.bar, self.last_day, self.month):
            column.addWidget(part)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._count_one)

    def set_budget(self, megabytes: float) -> None:
        """The budget of any 24 hours."""
        self._budget = megabytes * _MB
        if self.isVisible():
            self.count()

    def count(self) -> None:
        """Look anew."""
        now = self._now() * 1000
        used = self._between(now - _DAY_MS, now + _DAY_MS)
        self.bar.setVisible(used is not None and self._budget > 0)
        if used is None:
            self.last_day.setText(self.tr("What tests have cost is not known."))
            self.month.hide()
            return
        self.bar.setRange(0, 1000)
        share = used / self._budget if self._budget else 0.0
        self.bar.setValue(min(1000, round(share * 1000)))
        amount, budget = wording.bytes_amount(used), wording.bytes_amount(self._budget)
        text = (
            self.tr("In the last 24 hours {amount}; by itself no test runs.")
            if not self._budget
            else self.tr("In the last 24 hours {amount} of {budget}.")
            if share <= 1
            else self.tr("In the last 24 hours {amount}, more than the budget of {budget}.")
        )
        self.last_day.setText(text.format(amount=amount, budget=budget))
        self.bar.setAccessibleDescription(self.last_day.text())
        self._left = self._days_of_month()
        self._next.start(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.count()

    def _days_of_month(self) -> list[tuple[float, float]]:
        """Begin and end of each day of this month so far, by the local clock."""
        now = self._now() * 1000
        month = edges(now, now + 1, "month")[0]
        return list(pairwise(edges(month, now + 1, "day")))

    def _count_one(self) -> None:
        days = self._days_of_month()
        while self._left and self._left[0] != days[-1] and self._left[0][0] in self._days:
            self._left.pop(0)
        if self._left:
            begin, end = self._left.pop(0)
            used = self._between(begin, end)
            if used is None:
                self.month.hide()
                return
            self._days[begin] = used
            self._next.start(0)
            return
        figures = [self._days.get(begin, 0) for begin, _ in days]
        self.month.setText(
            self.tr("Today {today}; this month {month}, {average} a day on average.").format(
                today=wording.bytes_amount(figures[-1]),
                month=wording.bytes_amount(sum(figures)),
                average=wording.bytes_amount(sum(figures) / len(figures)),
            )
        )
        self.month.show()

    def _between(self, since: float, until: float) -> int | None:
        history = self._history()
        if history is None:
            return None
        try:
            return history.bytes_between(since, until)
        except HistoryError:
            return None
