"""The main window: how the network is now, every test that was made, and every call that was seen.

The calls are read, and their page made, when somebody first looks at it.
"""

import itertools

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from notifier.calls.record import CallRecord
from notifier.history.store import HistoryError
from notifier.service.events import NotificationDecided, VerdictReached
from notifier.settings.paths import Paths
from ui import call_wording, headline, icons, wording
from ui.banner import Banner
from ui.beside import ListBesideDetails
from ui.bridge import Bridge
from ui.calls_page import CallsPage
from ui.pause import add_pause_entries
from ui.run_details import RunDetails
from ui.run_list import Column, RunList
from ui.run_table import RunTable
from ui.service_like import ServiceLike
from ui.status_header import StatusHeader
from ui.theme import Tone
from ui.window_memory import WindowMemory

__all__ = ["HistoryWindow"]


class HistoryWindow(QWidget):
    """Reads the service's state and history, sends its commands.

    Signals:
        settings_wanted: the settings should open.
        server_wanted: a server should be entered, in place of the demonstration.
        live_wanted: the call that goes on should be shown.
        rate_wanted: the person wants to say how a call (its :class:`CallRecord`) was.
        quit_wanted: the whole program should end.
    """

    settings_wanted = Signal()
    quit_wanted = Signal()
    server_wanted = Signal()
    live_wanted = Signal()
    rate_wanted = Signal(CallRecord)

    def __init__(
        self, service: ServiceLike, parent: QWidget | None = None, *, paths: Paths | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._service = service
        self._bridge = Bridge(service, self)
        self.destroyed.connect(self._bridge.close)
        self._memory = WindowMemory("history", paths)
        self._tray_available = True
        self._list_trouble = ""
        self._calls_trouble = ""
        self.calls: CallsPage | None = None
        """None until it is first looked at."""
        self._following = True
        """The newest run stays chosen until the person chooses another."""
        self._choosing = False
        self._shown: int | None = None

        self.setWindowTitle(self.tr("Call Notifier"))
        self.setWindowIcon(icons.program_icon())
        self._build()
        self._bind_keys()

        self._bridge.verdict_reached.connect(self._on_verdict)
        self._bridge.notification_decided.connect(self._on_decision)
        self._bridge.state_changed.connect(self._on_state)
        self._show_state()
        self._choose_newest()
        if not self._memory.restore(self, self.splitter):
            self.resize(self._first_size())
            self.splitter.setSizes([self.width() * 69 // 100, self.width() * 31 // 100])

    # -- for the rest of the front end -------------------------------------------------------

    def set_tray_available(self, available: bool) -> None:
        """Say whether the desktop shows the tray icon; without one this window is all there is."""
        self._tray_available = available
        self._show_banners()

    def show_call(self, call_id: str) -> None:
        """Show what is kept of a call."""
        self.tabs.setCurrentWidget(self._calls_place)
        if self.calls is not None:
            self.calls.show_call(call_id)

    def show_notice(self, title: str, body: str) -> None:
        """Show a notification here, where the desktop has no other place for it."""
        self.notice.show_text(f"{title}\n{body}" if body else title)

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        line = self.fontMetrics().height()
        self.header = StatusHeader(self)
        self.header.test_wanted.connect(self._test)
        self.header.cancel_wanted.connect(self._service.cancel_run)
        self.header.settings_wanted.connect(self.settings_wanted)

        self.more_menu = QMenu(self)
        self.live_action = self.more_menu.addAction(self.tr("&Live call…"))
        self.live_action.triggered.connect(self.live_wanted)
        self.pauses = add_pause_entries(self.more_menu, self._service)
        self.more_menu.addSeparator()
        self.quit_action = self.more_menu.addAction(self.tr("&Quit"))
        # Written out: without a known desktop, Qt has no standard key for it.
        self.quit_action.setShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Q))
        self.quit_action.triggered.connect(self.quit_wanted)
        self.addAction(self.quit_action)  # in a closed menu its key would not be heard
        self.header.more.setMenu(self.more_menu)

        self.notice = Banner(Tone.NEUTRAL, button=self.tr("&Dismiss"), parent=self)
        self.notice.activated.connect(lambda: self.notice.show_text(""))
        self.notice.hide()
        self.demonstration = Banner(Tone.AMBER, button=self.tr("&Enter a server…"), parent=self)
        self.demonstration.activated.connect(self.server_wanted)
        self.paused = Banner(Tone.NEUTRAL, button=self.tr("&Resume"), parent=self)
        self.paused.activated.connect(self._service.resume)
        self.failed = Banner(Tone.RED, parent=self)
        self.problems = Banner(Tone.AMBER, parent=self)
        self.live = Banner(Tone.NEUTRAL, button=self.tr("Sho&w the call…"), parent=self)
        self.live.activated.connect(self.live_wanted)

        self.list = RunList(lambda: self._service.history, self)
        self.list.trouble.connect(self._on_list_trouble)
        self.table = RunTable(self.list, self)
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.details = RunDetails(self)
        self.splitter = ListBesideDetails(
            self.table, self.details, name="splitter", characters=48, parent=self
        )
        self.splitter.setContentsMargins(0, line // 2, 0, 0)
        self.list_area, self.empty = self.splitter.list_area, self.splitter.empty
        self._calls_place = QWidget(self)
        place = QVBoxLayout(self._calls_place)
        place.setContentsMargins(0, 0, 0, 0)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(self.tr("Tests or calls"))
        self.tabs.addTab(self.splitter, self.tr("&All tests"))
        self.tabs.addTab(self._calls_place, self.tr("Ca&lls"))
        self.tabs.currentChanged.connect(self._on_tab)

        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line // 2)
        column.addWidget(self.header)
        for banner in (
            self.live,
            self.notice,
            self.demonstration,
            self.paused,
            self.failed,
            self.problems,
        ):
            column.addWidget(banner)
        column.addSpacing(line // 4)
        column.addWidget(self.tabs, 1)

    def _bind_keys(self) -> None:
        for key, act in (
            (QKeySequence(QKeySequence.StandardKey.Refresh), self._test),
            (QKeySequence(Qt.Key.Key_Escape), self.close),
            (QKeySequence(QKeySequence.StandardKey.Close), self.close),
        ):
            shortcut = QShortcut(key, self)
            shortcut.activated.connect(act)
        order = (
            self.header.test,
            self.header.cancel,
            self.header.settings,
            self.header.more,
            self.live.button,
            self.notice.button,
            self.demonstration.button,
            self.paused.button,
            self.tabs,
            self.table,
            self.details,
        )
        for one, other in itertools.pairwise(order):
            QWidget.setTabOrder(one, other)

    def _first_size(self) -> QSize:
        """Large enough for every column, small enough for the screen."""
        metrics = self.fontMetrics()
        wanted = QSize(metrics.averageCharWidth() * 212, metrics.height() * 54)
        screen = self.screen().availableGeometry().size()
        return wanted.boundedTo(screen * 0.9)

    # -- what happens ------------------------------------------------------------------------

    def _test(self) -> None:
        if self._service.state.progress is None:
            self._service.run_now()

    def _on_state(self) -> None:
        """During a call something changes every second: nobody sees it in a closed window."""
        if self.isVisible():
            self._show_state()

    def _show_state(self) -> None:
        self.header.show_state(self._service.state, self._service.settings.servers)
        self.pauses.show_state(self._service.state)
        self._show_banners()
        self._show_list_or_not()

    def _show_banners(self) -> None:
        state = self._service.state
        self.demonstration.show_text(
            wording.demonstration_sentence() if state.demonstration else ""
        )
        self.paused.show_text(
            headline.pause_note(state.paused_until) if state.paused_until is not None else ""
        )
        failed = state.failed if state.progress is None else None
        by_hand = failed is not None and failed.reason == "cancelled"
        self.failed.set_tone(Tone.NEUTRAL if by_hand else Tone.RED)
        self.failed.show_text(wording.failure(failed) if failed is not None else "")
        self.problems.show_text("\n".join(self._all_problems()))
        line = call_wording.line(state.live) if state.live is not None else ""
        if line != self.live.text.text() or not line:
            self.live.show_text(line)

    def _all_problems(self) -> list[str]:
        problems = list(self._service.state.problems)
        for trouble in (self._list_trouble, self._calls_trouble):
            if trouble and trouble not in problems:
                problems.append(trouble)
        if not self._tray_available:
            problems.append(
                self.tr(
                    "This desktop shows no tray icon. Call Notifier goes on in the background "
                    "and opens this window when you start it again. "
                    "To pause or quit it, press More."
                )
            )
        return problems

    def _show_list_or_not(self) -> None:
        if self._service.history is None:
            self.empty.setText(
                self.tr("The history cannot be opened, so tests are not kept at the moment.")
            )
            self.list_area.setCurrentWidget(self.empty)
        elif self.list.rowCount() == 0:
            self.empty.setText(self.tr("No test has been made yet. Press F5 to make the first."))
            self.list_area.setCurrentWidget(self.empty)
        else:
            self.list_area.setCurrentWidget(self.table)
        self.details.setVisible(self.list_area.currentWidget() is self.table)

    def _on_verdict(self, _event: VerdictReached) -> None:
        self._refresh_list()

    def _on_decision(self, event: NotificationDecided) -> None:
        """The decision is made after the verdict: the details may show its run already."""
        last = self._service.state.last
        if last is not None and last.run_id is not None and last.run_id == self._shown:
            self._show_run(last.run_id)

    def _refresh_list(self) -> None:
        bar = self.table.verticalScrollBar()
        at_top = bar.value() == bar.minimum()
        top = self.table.rowAt(0)
        top_run = self.list.row_at(top)
        self.list.refresh()
        self._show_list_or_not()
        if not at_top and top_run is not None:
            row = self.list.row_of(top_run.id)
            if row is not None:
                self.table.scrollTo(
                    self.list.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop
                )
        if self._following:
            self._choose_newest()

    def _on_list_trouble(self, sentence: str) -> None:
        if sentence != self._list_trouble:
            self._list_trouble = sentence
            self._show_banners()

    # -- the calls ---------------------------------------------------------------------------

    def _on_tab(self) -> None:
        if self.tabs.currentWidget() is not self._calls_place or self.calls is not None:
            return
        self.calls = CallsPage(self._service, self._bridge, self._calls_place)
        self.calls.trouble.connect(self._on_calls_trouble)
        self.calls.rate_wanted.connect(self.rate_wanted)
        layout = self._calls_place.layout()
        if layout is not None:
            layout.addWidget(self.calls)
        self.calls.show()
        if not self._memory.restore_part(self.calls.splitter):
            self.calls.splitter.setSizes([5800, 4200])  # shares: it is as wide as the window

    def _on_calls_trouble(self, sentence: str) -> None:
        if sentence != self._calls_trouble:
            self._calls_trouble = sentence
            self._show_banners()

    # -- the chosen run ----------------------------------------------------------------------

    def _choose_newest(self) -> None:
        if self.list.rowCount() == 0:
            return
        self._choosing = True
        bar = self.table.verticalScrollBar()
        place = bar.value()
        self.table.selectionModel().setCurrentIndex(
            self.list.index(0, Column.SENTENCE),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        bar.setValue(place)
        self._choosing = False

    def _on_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._choosing:
            self._following = False
        run = self.list.row_at(current.row())
        if run is None:
            self._shown = None
            self.details.show_message(self.tr("Choose a test to see what it found."))
            return
        self._show_run(run.id)

    def _show_run(self, run_id: int) -> None:
        self._shown = run_id
        history = self._service.history
        if history is None:
            self.details.show_message(self.tr("The history cannot be opened."))
            return
        try:
            stored = history.run(run_id)
        except HistoryError as error:
            self.details.show_message(error.message)
            return
        self.details.show_run(stored)

    # -- the window's life -------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Other processes write the history too: look again."""
        super().showEvent(event)
        if not event.spontaneous():
            self._show_state()
            self._refresh_list()

    def closeEvent(self, event: QCloseEvent) -> None:
        parts = [self.splitter] if self.calls is None else [self.splitter, self.calls.splitter]
        self._memory.save(self, *parts)
        super().closeEvent(event)
