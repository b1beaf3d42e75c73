"""The calls of the history: the list, and the details of the chosen one.

A call that is deleted goes from the list at once and from the history some seconds later, so that
it can be taken back until then.
"""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notifier.calls.record import CallRecord
from notifier.history.rows import CallRow
from notifier.history.store import HistoryError
from notifier.service.events import CallOver
from ui.bridge import Bridge
from ui.history.beside import ListBesideDetails
from ui.history.call_details import CallDetails
from ui.history.call_list import CallColumn, CallList
from ui.history.call_table import CallTable
from ui.history.shown import Shown
from ui.look.theme import Tone
from ui.parts.banner import Banner
from ui.service_like import ServiceLike
from ui.words import call_wording
from ui.words.translation import engine

__all__ = ["UNDO_MS", "CallsPage"]

UNDO_MS = 12_000
"""How long a deleted call can be taken back."""


class CallsPage(QWidget):
    """A list and a pane beside it.

    Signals:
        trouble: reading or deleting failed, with a sentence for people; empty when it works again.
        rate_wanted: the person wants to say how this call (a :class:`CallRecord`) was.
    """

    trouble = Signal(str)
    rate_wanted = Signal(CallRecord)

    def __init__(self, service: ServiceLike, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._record: CallRecord | None = None
        self._deleted: CallRow | None = None
        """Gone from the list, and not from the history yet."""

        line = self.fontMetrics().height()
        self.list = CallList(lambda: service.history, self)
        self.list.trouble.connect(self.trouble)
        self.table = CallTable(self.list, self)
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.details = CallDetails(self)
        self.details.delete_wanted.connect(self.delete_call)
        self.details.rate_wanted.connect(self._on_rate)
        self.splitter = ListBesideDetails(
            self.table, self.details, name="calls-splitter", characters=56, parent=self
        )
        self.list_area, self.empty = self.splitter.list_area, self.splitter.empty
        self.gone = Banner(Tone.NEUTRAL, button=self.tr("&Undo"), parent=self)
        self.gone.activated.connect(self.undo)
        self.gone.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, line // 2, 0, 0)
        column.setSpacing(line // 2)
        column.addWidget(self.gone)
        column.addWidget(self.splitter, 1)
        QWidget.setTabOrder(self.gone.button, self.table)
        QWidget.setTabOrder(self.table, self.details)

        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.delete_call)
        self._undo_timer = QTimer(self)
        self._undo_timer.setSingleShot(True)
        self._undo_timer.setInterval(UNDO_MS)
        self._undo_timer.timeout.connect(self.delete_for_good)

        bridge.call_over.connect(self._on_over)
        self._show_list_or_not()
        self._choose(0)

    # -- for the window ----------------------------------------------------------------------

    def show_call(self, call_id: str) -> None:
        """Choose this call; one that is not in what was read of the list is shown alone."""
        self._refresh()
        number = self.list.row_of(call_id)
        if number is not None:
            self._choose(number)
            self.table.scrollTo(self.list.index(number, 0))
            self.table.setFocus()
        else:
            self._show_record(call_id)

    def show_choice(self, shown: Shown) -> None:
        """Show the calls that are meant."""
        self.list.set_filter(shown.filter)
        self._refresh()

    def read_all_again(self) -> None:
        """Rows may be gone, or there again."""
        self.list.reload()
        self._refresh()

    def delete_for_good(self) -> None:
        """Delete now what was only gone from the list so far."""
        self._undo_timer.stop()
        self.gone.show_text("")
        deleted, self._deleted = self._deleted, None
        history = self._service.history
        if deleted is None:
            return
        try:
            if history is not None:
                history.delete_calls(call_id=deleted.call_id)
        except HistoryError as error:
            self.list.insert(deleted)
            self._show_list_or_not()
            self.trouble.emit(engine(error.message))

    # -- what happens ------------------------------------------------------------------------

    def _on_over(self, event: CallOver) -> None:
        if not self.isVisible():
            return  # it looks again when it is shown
        self._refresh()
        self.list.read_again(event.record.call_id, event.record.began)
        if self._record is not None and self._record.call_id == event.record.call_id:
            self._show_record(event.record.call_id)

    def _refresh(self) -> None:
        self.list.refresh()
        self._show_list_or_not()
        if not self.table.currentIndex().isValid():
            self._choose(0)

    def _show_list_or_not(self) -> None:
        if self._service.history is None:
            self.empty.setText(
                self.tr("The history cannot be opened, so calls are not kept at the moment.")
            )
        elif self._any():
            self.empty.setText(self.tr("No call here: choose another time, or all networks."))
        else:
            self.empty.setText(
                self.tr(
                    "No call has been seen yet. Calls in a browser or in another program appear "
                    "here once it tells Call Notifier of them."
                )
            )
        there = self._service.history is not None and self.list.rowCount() > 0
        self.list_area.setCurrentWidget(self.table if there else self.empty)
        self.details.setVisible(there)

    def _any(self) -> bool:
        """Whether there is a call at all, also one that is about to be deleted."""
        try:
            calls = self._service.history.calls(limit=2) if self._service.history else []
        except HistoryError:
            return True  # reading the list has said why
        gone = self._deleted.call_id if self._deleted else None
        return any(call.call_id != gone for call in calls)

    def _choose(self, number: int) -> None:
        if not 0 <= number < self.list.rowCount():
            return
        self.table.selectionModel().setCurrentIndex(
            self.list.index(number, CallColumn.PLACE),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def _on_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        call = self.list.row_at(current.row())
        if call is None:
            self._record = None
            self.details.show_message(self.tr("Choose a call to see how it went."))
        else:
            self._show_record(call.call_id)

    def _show_record(self, call_id: str) -> None:
        self._record = None
        history = self._service.history
        if history is None:
            self.details.show_message(self.tr("The history cannot be opened."))
            return
        try:
            self._record = history.call(call_id)
        except HistoryError as error:
            self.details.show_message(engine(error.message))
            return
        self.details.show_call(self._record)

    def _on_rate(self) -> None:
        if self._record is not None:
            self.rate_wanted.emit(self._record)

    # -- deleting ----------------------------------------------------------------------------

    def delete_call(self) -> None:
        """Take the chosen call out; it can be brought back for a while."""
        call = self.list.row_at(self.table.currentIndex().row())
        if call is None:
            return
        self.delete_for_good()  # of two, the earlier one
        number = self.table.currentIndex().row()
        self._deleted = self.list.leave_out(call.call_id)
        self._choose(min(number, self.list.rowCount() - 1))
        self._show_list_or_not()
        self.gone.show_text(
            self.tr("Deleted: {call}, with all that was learnt from it.").format(
                call=call_wording.title(call.application)
            )
        )
        self._undo_timer.start()

    def undo(self) -> None:
        """Bring back the call that was deleted last."""
        self._undo_timer.stop()
        self.gone.show_text("")
        deleted, self._deleted = self._deleted, None
        if deleted is None:
            return
        self.list.insert(deleted)
        self._show_list_or_not()
        number = self.list.row_of(deleted.call_id)
        if number is not None:
            self._choose(number)
            self.table.setFocus()

    # -- the page's life ---------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Other processes write the history too: look again."""
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody can press Undo any more."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.delete_for_good()
