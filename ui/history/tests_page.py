"""The tests of the history: the list, and the details of the chosen one."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from notifier.history.store import HistoryError
from ui.history.beside import ListBesideDetails
from ui.history.run_details import RunDetails
from ui.history.run_list import Column, RunList
from ui.history.run_table import RunTable
from ui.history.shown import Shown
from ui.service_like import ServiceLike
from ui.words.translation import engine

__all__ = ["TestsPage"]


class TestsPage(QWidget):
    """A list and a pane beside it.

    Signals:
        trouble: reading failed, with a sentence for people; empty when it works again.
    """

    trouble = Signal(str)

    __test__ = False
    """No test of pytest's."""

    def __init__(self, service: ServiceLike, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._following = True
        """The newest run stays chosen until the person chooses another."""
        self._choosing = False
        self._shown_run: int | None = None
        self.list = RunList(lambda: self._service.history, self)
        self.list.trouble.connect(self.trouble)
        self.table = RunTable(self.list, self)
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.details = RunDetails(self)
        self.splitter = ListBesideDetails(
            self.table, self.details, name="splitter", characters=48, parent=self
        )
        self.list_area, self.empty = self.splitter.list_area, self.splitter.empty
        column = QVBoxLayout(self)
        column.setContentsMargins(0, self.fontMetrics().height() // 2, 0, 0)
        column.addWidget(self.splitter)
        QWidget.setTabOrder(self.table, self.details)
        self.refresh()

    # -- for the window ----------------------------------------------------------------------

    def show_choice(self, shown: Shown) -> None:
        """Show the tests that are meant."""
        if shown.filter != self.list.filter:
            self.list.set_filter(shown.filter)
            self._following = True
        self.refresh()

    def show_run(self, run_id: int) -> None:
        """Choose this test; one that is not in what was read of the list is shown alone."""
        self.refresh()
        number = self.list.row_of(run_id)
        self._following = False
        if number is None:
            self._show_run(run_id)
            return
        self._choose(number)
        self.table.scrollTo(self.list.index(number, 0))
        self.table.setFocus()

    def show_again(self, run_id: int) -> None:
        """Something was decided about a test: read it again where it is shown."""
        if run_id == self._shown_run:
            self._show_run(run_id)

    def refresh(self) -> None:
        """Look for new tests; what is at the top of the window stays there."""
        bar = self.table.verticalScrollBar()
        at_top = bar.value() == bar.minimum()
        top_run = self.list.row_at(self.table.rowAt(0))
        self.list.refresh()
        self._show_list_or_not()
        if not at_top and top_run is not None:
            row = self.list.row_of(top_run.id)
            if row is not None:
                self.table.scrollTo(
                    self.list.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop
                )
        if self._following or not self.table.currentIndex().isValid():
            self._choose_newest()

    def read_all_again(self) -> None:
        """Rows may be gone, or there again."""
        self.list.reload()
        self._following = True
        self.refresh()

    # -- the chosen run ----------------------------------------------------------------------

    def _show_list_or_not(self) -> None:
        there = self._service.history is not None and self.list.rowCount() > 0
        if self._service.history is None:
            self.empty.setText(
                self.tr("The history cannot be opened, so tests are not kept at the moment.")
            )
        elif not there and not self._any():
            self.empty.setText(self.tr("No test has been made yet."))
        else:
            self.empty.setText(self.tr("No test here: choose another time, or all networks."))
        self.list_area.setCurrentWidget(self.table if there else self.empty)
        self.details.setVisible(there)

    def _any(self) -> bool:
        """Whether there is a test at all."""
        try:
            return self._service.history is not None and bool(self._service.history.runs(limit=1))
        except HistoryError:
            return True  # reading the list has said why

    def _choose_newest(self) -> None:
        if self.list.rowCount() == 0:
            return
        bar = self.table.verticalScrollBar()
        place = bar.value()
        self._choosing = True
        self._choose(0)
        self._choosing = False
        bar.setValue(place)

    def _choose(self, number: int) -> None:
        self.table.selectionModel().setCurrentIndex(
            self.list.index(number, Column.SENTENCE),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def _on_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._choosing:
            self._following = False
        run = self.list.row_at(current.row())
        if run is None:
            self._shown_run = None
            self.details.show_message(self.tr("Choose a test to see what it found."))
        else:
            self._show_run(run.id)

    def _show_run(self, run_id: int) -> None:
        self._shown_run = run_id
        history = self._service.history
        if history is None:
            self.details.show_message(self.tr("The history cannot be opened."))
            return
        try:
            stored = history.run(run_id)
        except HistoryError as error:
            self.details.show_message(engine(error.message))
            return
        self.details.setVisible(True)
        self.details.show_run(stored)
