"""The history window: what the tests found over time, one by one and side by side, and the calls.

A bar on top chooses time, network, server and colour, and every page follows it. Pages are made,
and read, when somebody first looks at them; what may take long is read beside this thread.
"""

import itertools
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QTabWidget, QVBoxLayout, QWidget

from notifier.calls.record import CallRecord
from notifier.history.filters import RunFilter
from notifier.history.queries import Network, Provider
from notifier.history.store import History, HistoryError
from notifier.service.events import CallOver, NotificationDecided, VerdictReached
from notifier.settings.paths import Paths
from notifier.turn.uri import parse_turn_uri
from ui.bridge import Bridge
from ui.history.calls_page import CallsPage
from ui.history.compare_page import ComparePage
from ui.history.extent import AHEAD_MS
from ui.history.filter_bar import FilterBar
from ui.history.graphs_page import GraphsPage
from ui.history.history_tools import HistoryTools
from ui.history.reader import Reader
from ui.history.tests_page import TestsPage
from ui.history.timeline_page import TimelinePage
from ui.look import icons
from ui.look.theme import Tone
from ui.parts.banner import Banner
from ui.parts.label import Text
from ui.parts.period import Kind, Period, day_of
from ui.parts.window_memory import WindowMemory
from ui.service_like import ServiceLike
from ui.words.translation import engine

__all__ = ["SLOW_MS", "HistoryWindow", "Tab"]

SLOW_MS = 300
"""How long counting may take until the sentence of the filter says that it goes on."""

_HOUR_MS = 3_600_000.0


class Tab(IntEnum):
    """The pages from left to right."""

    TIMELINE = 0
    GRAPHS = 1
    TESTS = 2
    CALLS = 3
    COMPARE = 4


@dataclass(frozen=True, slots=True)
class _Known:
    """What the filter bar needs to know."""

    networks: Sequence[Network]
    providers: Sequence[Provider]
    runs: int
    on_networks: int


class _TabBar(QTabBar):
    """Takes the focus where a page is chosen by its letter, whatever had it before."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Shortcut:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return super().event(event)


class HistoryWindow(QWidget):
    """Reads the service's history; the tests that it makes appear.

    :param wall: the wall clock, milliseconds since 1970.

    Signals:
        settings_wanted: the settings should open.
        rate_wanted: the person wants to say how a call (its :class:`CallRecord`) was.
        changed: something was deleted, or is there again.
    """

    settings_wanted = Signal()
    rate_wanted = Signal(CallRecord)
    changed = Signal()

    def __init__(
        self,
        service: ServiceLike,
        parent: QWidget | None = None,
        *,
        paths: Paths | None = None,
        wall: Callable[[], float] = lambda: time.time() * 1000,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._service = service
        self._wall = wall
        self._bridge = Bridge(service, self)
        self._reader = Reader(self)
        self.destroyed.connect(self._reader.rest)
        self._memory = WindowMemory("history", paths)
        self._troubles: dict[str, str] = {}
        """Sentences by where they come from."""
        self._stale = set(Tab)
        """Pages that have not read what is shown now."""
        self._known: _Known | None = None
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self.timeline: TimelinePage | None = None
        """None until it is first looked at, as are the other pages."""
        self.graphs: GraphsPage | None = None
        self.tests: TestsPage | None = None
        self.calls: CallsPage | None = None
        self.compare: ComparePage | None = None

        self.setWindowTitle(self.tr("History of Call Notifier"))
        self.setWindowIcon(icons.program_icon())
        self._build()
        self._bind_keys()

        self._slow.timeout.connect(lambda: self.filter.say(None, 0))
        self._reader.trouble.connect(self._on_unread)
        self._bridge.verdict_reached.connect(self._on_verdict)
        self._bridge.call_over.connect(self._on_over)
        self._bridge.notification_decided.connect(self._on_decision)
        self._bridge.state_changed.connect(self._on_state)
        self._show_state()
        if not self._memory.restore(self):
            self.resize(self._first_size())

    # -- for the rest of the front end -------------------------------------------------------

    def show_tab(self, tab: Tab) -> None:
        """Show a page."""
        self.tabs.setCurrentIndex(tab)
        self._look_at(tab)

    def show_run(self, run_id: int) -> None:
        """Show what a test found."""
        history = self._service.history
        if history is not None:
            with suppress(HistoryError):  # the details say it
                self.filter.show_moment(history.run(run_id).summary.timestamp)
        self.show_tab(Tab.TESTS)
        if self.tests is not None:
            self.tests.show_run(run_id)

    def show_call(self, call_id: str) -> None:
        """Show what is kept of a call."""
        history = self._service.history
        if history is not None:
            with suppress(HistoryError):  # the page says it
                self.filter.show_moment(history.call(call_id).began)
        self.show_tab(Tab.CALLS)
        if self.calls is not None:
            self.calls.show_call(call_id)

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        line = self.fontMetrics().height()
        self.problems = Banner(Tone.AMBER, parent=self)
        self.problems.hide()
        self.filter = FilterBar(self._wall, self)
        self.filter.changed.connect(self._on_filter)
        self.filter.newest_wanted.connect(self._show_the_newest)
        self.tools = HistoryTools(
            self._service,
            lambda: self.filter.shown,
            self._picture,
            lambda: self.filter.told,
            self._wall,
            self,
        )
        self.tools.changed.connect(self._on_deleted)
        self.tools.changed.connect(self.changed)
        self.tools.trouble.connect(lambda sentence: self._on_trouble("tools", sentence))
        self.filter.tools.addWidget(self.tools)
        self.none = Text(
            self.tr("The history cannot be opened, so tests are not kept at the moment."),
            self,
            faint=True,
        )
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.tabs = QTabWidget(self)
        self.tabs.setTabBar(_TabBar(self.tabs))
        self.tabs.setDocumentMode(True)
        # A page that wants more room than there is takes none from the choice above it.
        self.tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(self.tr("Pages of the history"))
        self._places: list[QVBoxLayout] = []
        for name in (
            self.tr("Timeli&ne"),
            self.tr("&Graphs"),
            self.tr("&All tests"),
            self.tr("&Calls"),
            self.tr("Side &by side"),
        ):
            place = QWidget(self)
            layout = QVBoxLayout(place)
            layout.setContentsMargins(0, 0, 0, 0)
            self._places.append(layout)
            self.tabs.addTab(place, name)
        self.tabs.currentChanged.connect(lambda tab: self._look_at(Tab(tab)))

        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line // 2)
        column.addWidget(self.problems)
        column.addWidget(self.tools.gone)
        column.addWidget(self.filter)
        column.addWidget(self.none)
        column.addWidget(self.tabs, 1)

    def _bind_keys(self) -> None:
        for key, act in (
            (QKeySequence(QKeySequence.StandardKey.Refresh), self._look_again),
            (QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Comma), self.settings_wanted.emit),
            (QKeySequence(Qt.Key.Key_Escape), self.close),
            (QKeySequence(QKeySequence.StandardKey.Close), self.close),
        ):
            shortcut = QShortcut(key, self)
            shortcut.activated.connect(act)
        order = (
            self.tools.gone.button,
            self.filter.period,
            self.filter.earlier,
            self.filter.later,
            self.filter.today,
            self.tools.export,
            self.tools.delete,
            self.filter.network,
            self.filter.server,
            self.filter.color,
            self.filter.way_out,
            self.tabs,
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

    def _on_state(self) -> None:
        """During a call something changes every second: nobody sees it in a closed window."""
        if self.isVisible():
            self._show_state()

    def _show_state(self) -> None:
        self.filter.set_demonstration(self._service.state.demonstration)
        there = self._service.history is not None
        self.none.setVisible(not there)
        self.filter.setVisible(there)
        self.tabs.setVisible(there)

    def _on_unread(self, sentence: str) -> None:
        if sentence:  # nothing is being read any more
            self._slow.stop()
            self.filter.sentence.setText("")
        self._on_trouble("reader", sentence)

    def _on_trouble(self, source: str, sentence: str) -> None:
        if sentence != self._troubles.get(source, ""):
            self._troubles[source] = sentence
            told = dict.fromkeys(trouble for trouble in self._troubles.values() if trouble)
            self.problems.show_text("\n".join(told))

    def _on_verdict(self, event: VerdictReached) -> None:
        self._follow(event.verdict.timestamp)
        self._look_again()

    def _on_over(self, event: CallOver) -> None:
        self._follow(event.record.began)
        self._look_again()

    def _follow(self, at: float) -> None:
        """Something new is there: show it where nobody looks at another time."""
        if self._known is None or not self._known.networks:  # the first one of all
            self._go_to_the_newest()
        else:
            self.filter.follow(at)

    def _on_decision(self, _event: NotificationDecided) -> None:
        """The decision is made after the verdict: the details may show its run already."""
        last = self._service.state.last
        if last is not None and last.run_id is not None and self.tests is not None:
            self.tests.show_again(last.run_id)

    # -- what is shown -----------------------------------------------------------------------

    def _on_filter(self) -> None:
        self._look_again()

    def _on_deleted(self) -> None:
        self._reader.forget("undoable")  # it may have been asked before
        for page in (self.tests, self.calls):
            if page is not None:
                page.read_all_again()
        self._look_again()

    def _look_again(self) -> None:
        """All pages are to read anew: the one that is looked at does so now."""
        self._stale = set(Tab)
        if not self.isVisible():
            return
        self._look_at(Tab(self.tabs.currentIndex()))  # asked first, so that it is there first
        self._count()

    def _count(self) -> None:
        history = self._service.history
        if history is None:
            return
        self._slow.start()
        wanted = self.filter.shown.filter
        self._reader.ask("known", history.path, lambda h: _known(h, wanted), self._on_known)

    def _on_known(self, known: _Known) -> None:
        self._slow.stop()
        self._known = known
        self.filter.show_known(known.networks, known.providers)
        self.filter.say(known.runs, known.on_networks)
        if self.compare is not None:
            self.compare.show_known(known.networks, self._servers(known))

    def _look_at(self, tab: Tab) -> None:
        history = self._service.history
        if history is None:
            return
        shown, now = self.filter.shown, self._wall()
        stale = tab in self._stale
        self._stale.discard(tab)
        match tab:
            case Tab.TIMELINE:
                self.timeline = self.timeline or self._make_timeline()
                if stale:
                    self.timeline.show_choice(shown, history.path, now=now)
            case Tab.GRAPHS:
                self.graphs = self.graphs or self._make_graphs()
                if stale:
                    self.graphs.show_choice(shown, history.path, now=now)
            case Tab.TESTS:
                self.tests = self.tests or self._make_tests()
                if stale:
                    self.tests.show_choice(shown)
            case Tab.CALLS:
                self.calls = self.calls or self._make_calls()
                if stale:
                    self.calls.show_choice(shown)
            case Tab.COMPARE:
                self.compare = self.compare or self._make_compare()
                if stale:
                    self.compare.show_choice(shown, history.path)

    def _make_timeline(self) -> TimelinePage:
        page = TimelinePage(self._reader, self)
        page.period_wanted.connect(self._on_cell)
        page.step_wanted.connect(self.filter.step)
        self._places[Tab.TIMELINE].addWidget(page)
        page.show()
        return page

    def _make_graphs(self) -> GraphsPage:
        page = GraphsPage(self._reader, self)
        page.zoomed.connect(self.filter.zoom)
        page.whole_wanted.connect(self.filter.leave_zoom)
        self._places[Tab.GRAPHS].addWidget(page)
        page.show()
        return page

    def _make_tests(self) -> TestsPage:
        page = TestsPage(self._service, self)
        page.trouble.connect(lambda sentence: self._on_trouble("tests", sentence))
        self._places[Tab.TESTS].addWidget(page)
        page.show()
        if not self._memory.restore_part(page.splitter):
            page.splitter.setSizes([6900, 3100])  # shares: it is as wide as the window
        return page

    def _make_calls(self) -> CallsPage:
        page = CallsPage(self._service, self._bridge, self)
        page.trouble.connect(lambda sentence: self._on_trouble("calls", sentence))
        page.rate_wanted.connect(self.rate_wanted)
        self._places[Tab.CALLS].addWidget(page)
        page.show()
        if not self._memory.restore_part(page.splitter):
            page.splitter.setSizes([5800, 4200])
        return page

    def _make_compare(self) -> ComparePage:
        page = ComparePage(self._reader, self)
        self._places[Tab.COMPARE].addWidget(page)
        page.show()
        if self._known is not None:
            page.show_known(self._known.networks, self._servers(self._known))
        return page

    def _servers(self, known: _Known) -> list[str]:
        """Labels of those that decided a verdict, and of those that are only tested beside them."""
        labels = [provider.label for provider in known.providers]
        labels += [
            server.label or parse_turn_uri(server.urls[0]).host
            for server in self._service.settings.servers
        ]
        return list(dict.fromkeys(labels))

    def _on_cell(self, since: float, until: float) -> None:
        """A cell was opened: its day, and of a day its tests."""
        if until - since < _HOUR_MS:
            self.filter.zoom(since, until)
            self.show_tab(Tab.TESTS)
        else:
            self.filter.set_period(Period.around(Kind.DAY, day_of(since)))

    def _picture(self) -> QWidget | None:
        """The drawing that is looked at."""
        page = {Tab.TIMELINE: self.timeline, Tab.GRAPHS: self.graphs}.get(
            Tab(self.tabs.currentIndex())
        )
        return None if page is None else page.picture

    # -- the window's life -------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Other processes write the history too: look again."""
        super().showEvent(event)
        if event.spontaneous():
            return
        self._show_state()
        self._go_to_the_newest()
        self._look_again()
        history, now = self._service.history, self._wall()
        if history is not None:
            self._reader.ask(
                "undoable", history.path, lambda h: h.undoable(now=now), self.tools.show_undoable
            )

    def _go_to_the_newest(self) -> None:
        """Where the last test or call is older than what is shown at first, begin there."""
        if self._known is None or not self._known.networks:
            self._show_the_newest()

    def _show_the_newest(self) -> None:
        """Show the time of the last test or call."""
        history = self._service.history
        if history is None:
            return
        # What a clock that ran ahead has left is not the newest, where there is anything else.
        ends = (self._wall() + AHEAD_MS, None)
        times: list[float] = []
        try:
            for end in ends:
                times += [run.timestamp for run in history.runs(until=end, limit=1)]
                times += [call.began for call in history.calls(until=end, limit=1)]
                if times:
                    break
        except HistoryError as error:
            self._on_trouble("reader", engine(error.message))
            return
        period = self.filter.shown.period
        if times and not period.has(max(times)):
            kind = Kind.WEEK if period.kind is Kind.CHOSEN else period.kind
            self.filter.set_period(Period.around(kind, day_of(max(times))))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is read in a closed window."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._reader.rest()

    def closeEvent(self, event: QCloseEvent) -> None:
        pages = [page for page in (self.tests, self.calls) if page is not None]
        self._memory.save(self, *(page.splitter for page in pages))
        super().closeEvent(event)


def _known(history: History, wanted: RunFilter) -> _Known:
    """On the reader's thread."""
    networks = history.networks()
    runs = history.count(wanted)
    if wanted.network_ids is not None or len(networks) == 1:
        on = min(1, runs)
    else:
        on = sum(
            _overlaps(network, wanted)
            and history.count(
                RunFilter(
                    wanted.since,
                    wanted.until,
                    frozenset({network.network_id}),
                    wanted.providers,
                    wanted.colors,
                )
            )
            > 0
            for network in networks
        )
    return _Known(networks, history.providers(), runs, on)


def _overlaps(network: Network, wanted: RunFilter) -> bool:
    return (wanted.until is None or network.first < wanted.until) and (
        wanted.since is None or network.last >= wanted.since
    )
