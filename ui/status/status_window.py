"""What a click on the icon opens: how a call would go now, why, and what to do about it.

One column that scrolls where the screen is small, and below it, always in sight, the test and its
progress. It reads the service's state, its settings and the last day of the history, and sends
commands. While nobody can see it, nothing is drawn: it is brought up to date when it is shown.
"""

import itertools
import time
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QHideEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from notifier.codes import Connectivity
from notifier.forecast.advice import DEMONSTRATION
from notifier.history.store import HistoryError
from notifier.service.events import ServiceState, VerdictReached
from notifier.settings.paths import Paths
from notifier.verdict import Verdict
from ui.bridge import Bridge
from ui.look import icons
from ui.look.theme import Tone
from ui.parts.banner import Banner
from ui.parts.card import Card
from ui.parts.clear_button import ClearButton
from ui.parts.label import Text
from ui.parts.pause import add_pause_entries
from ui.parts.scrolled import scrolled
from ui.parts.window_memory import WindowMemory
from ui.service_like import ServiceLike
from ui.status import last_day
from ui.status.last_day import LastDay
from ui.status.meaning import meaning
from ui.status.meaning_row import MeaningRow
from ui.status.server_list import Server, ServerList, servers_of, ways_of
from ui.status.sparkline import Legend, Sparkline
from ui.words import call_wording, headline, said, update_wording, wording
from ui.words.joined import ended, listed, sentences
from ui.words.translation import engine

__all__ = ["SETTLE_MS", "StatusWindow"]

SETTLE_MS = 500
"""A press on the button this soon after a run's end was meant for Cancel, which stood there."""

AGE_MS = 60_000
"""Between two looks, while somebody can see the window, whether the verdict has grown old."""

_SEPARATOR = " \N{MIDDLE DOT} "

_BEFORE_ALL_SERVERS = frozenset({"no-route", "captive-portal"})
"""Causes that explain all that fails: no spelling and no firewall is to be looked at then."""

_STEPS = 1000
"""Resolution of the progress bar."""

_CHARACTERS = 86
"""The window's width at first, in average letters."""

_SCREEN_SHARE = 0.9
"""Of the screen that the window takes by itself at most."""

_LEAST_LINES = 10
"""Of the column that are to be seen however small the window is made."""


class StatusWindow(QWidget):
    """The window of a left click.

    :param wall: the wall clock, milliseconds since 1970.

    Signals:
        history_wanted: the history should open.
        run_wanted: the history should show this run (its number).
        settings_wanted: the settings should open.
        live_wanted: the call that goes on should be shown.
        server_wanted: a server should be entered, in place of the demonstration.
        diagnostics_wanted: what a help desk needs should be collected.
        about_wanted: what this is, and of what, should be shown.
        quit_wanted: the whole program should end.
    """

    history_wanted = Signal()
    run_wanted = Signal(int)
    settings_wanted = Signal()
    live_wanted = Signal()
    server_wanted = Signal()
    diagnostics_wanted = Signal()
    about_wanted = Signal()
    quit_wanted = Signal()

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
        self._memory = WindowMemory("status", paths)
        self._line = self.fontMetrics().height()
        self._since_run = QElapsedTimer()
        self._tray_available = True
        self._day_trouble = ""
        self._day_text = ""
        self._tested_before = False
        self._look: icons.Look | None = None
        self._ratio = 0.0
        self._shown_last: VerdictReached | None = None

        self.setWindowTitle(self.tr("Call Notifier"))
        self.setWindowIcon(icons.program_icon())
        self._build()
        self._bind_keys()
        self._bridge.state_changed.connect(self._on_state)
        self._bridge.settings_changed.connect(self._on_settings)
        self._bridge.verdict_reached.connect(self.look_again)
        self._bridge.call_over.connect(self.look_again)
        self._grows_old = QTimer(self)
        self._grows_old.setInterval(AGE_MS)
        self._grows_old.timeout.connect(self._on_state)
        self._show_all()
        self._placed = self._memory.restore(self)
        if not self._placed:
            wanted = QSize(self.fontMetrics().averageCharWidth() * _CHARACTERS, 30 * self._line)
            self.resize(wanted.boundedTo(self.screen().availableGeometry().size() * _SCREEN_SHARE))
        (self.test if service.state.progress is None else self.cancel).setFocus()

    # -- for the rest of the front end -------------------------------------------------------

    def set_tray_available(self, available: bool) -> None:
        """Say whether the desktop shows the tray icon; without one this window is all there is."""
        self._tray_available = available
        self._show_banners()

    def show_notice(self, title: str, body: str) -> None:
        """Show a notification here, where the desktop has no other place for it."""
        self.notice.show_text(f"{title}\n{body}" if body else title)
        self._fit_later()

    def show_advice(self) -> None:
        """Bring what the person can do into sight, and the focus to it."""
        place = self.advice_card if self.advice_card.isVisibleTo(self) else self.test
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        # A window that is only just shown has not laid its parts out yet.
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.advice_card))

    def look_again(self) -> None:
        """The history has changed: read the last day anew."""
        if self._can_be_seen():
            self._show_day()

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        line = self._line
        page = QWidget(self)
        self._page = page
        content = QVBoxLayout(page)
        content.setContentsMargins(line, line, line, line // 2)
        content.setSpacing(line * 3 // 4)
        content.addLayout(self._build_verdict(page))
        for banner in self._build_banners(page):
            content.addWidget(banner)
        self.meaning = MeaningRow(page)
        content.addWidget(self.meaning)
        content.addWidget(self._build_advice(page))
        content.addLayout(self._build_day(page))
        self.call = Text(parent=page, faint=True)
        content.addWidget(self.call)
        self.servers = ServerList(page)
        content.addSpacing(line // 4)
        content.addWidget(self.servers)
        content.addStretch(1)
        self.area = scrolled(page)
        self.area.setMinimumHeight(_LEAST_LINES * line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        edge = QFrame(self)
        edge.setFrameShape(QFrame.Shape.HLine)
        edge.setFrameShadow(QFrame.Shadow.Sunken)
        column.addWidget(edge)
        column.addWidget(self._build_footer())

    def _build_verdict(self, page: QWidget) -> QHBoxLayout:
        line = self._line
        self._side = line * 3
        self.mark = QLabel(page)
        self.mark.setFixedSize(QSize(self._side, self._side))
        self.state = Text(parent=page, scale=1.5, bold=True)
        self.sentence = Text(parent=page)
        self.unsure = Text(parent=page, bold=True)
        self.facts = Text(parent=page, faint=True)
        self.sure = Text(parent=page, faint=True)
        words = QVBoxLayout()
        words.setSpacing(line // 4)
        for part in (self.state, self.sentence, self.unsure, self.facts, self.sure):
            words.addWidget(part)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(line)
        top.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        return top

    def _build_banners(self, page: QWidget) -> tuple[Banner, ...]:
        self.live = Banner(Tone.NEUTRAL, button=self.tr("Sho&w the call…"), parent=page)
        self.live.activated.connect(self.live_wanted)
        self.notice = Banner(Tone.NEUTRAL, button=self.tr("&Dismiss"), parent=page)
        self.notice.activated.connect(lambda: self.notice.show_text(""))
        self.notice.hide()
        self.devices = Banner(Tone.AMBER, parent=page)
        self.portal = Banner(Tone.AMBER, button=self.tr("&Open its page…"), parent=page)
        self.portal.activated.connect(self._open_portal)
        self.demonstration = Banner(Tone.AMBER, button=self.tr("&Enter a server…"), parent=page)
        self.demonstration.activated.connect(self.server_wanted)
        self.paused = Banner(Tone.NEUTRAL, button=self.tr("&Resume"), parent=page)
        self.paused.activated.connect(self._service.resume)
        self.quiet = Banner(Tone.NEUTRAL, button=self.tr("Tell me agai&n"), parent=page)
        self.quiet.activated.connect(self._service.end_quiet)
        self.stale = Banner(Tone.NEUTRAL, parent=page)
        self.failed = Banner(Tone.RED, parent=page)
        self.problems = Banner(Tone.AMBER, parent=page)
        self.update_banner = Banner(Tone.NEUTRAL, button=self.tr("Got &it"), parent=page)
        self.update_banner.activated.connect(self._service.dismiss_update)
        self.no_tray = Banner(Tone.NEUTRAL, button=self.tr("&Got it"), parent=page)
        self.no_tray.activated.connect(self._on_no_tray_read)
        self.banners = (
            self.live,
            self.notice,
            self.portal,
            self.devices,
            self.demonstration,
            self.paused,
            self.quiet,
            self.stale,
            self.failed,
            self.problems,
            self.update_banner,
            self.no_tray,
        )
        return self.banners

    def _build_advice(self, page: QWidget) -> QWidget:
        line = self._line
        self.advice_card = Card(page, focusable=True)
        self.causes = Text(parent=self.advice_card, bold=True)
        self.unusual = Text(parent=self.advice_card)
        self.advice_heading = Text(self.tr("What you can do"), self.advice_card, faint=True)
        self.advice = Text(parent=self.advice_card)
        column = QVBoxLayout(self.advice_card)
        column.setContentsMargins(line, line * 3 // 4, line, line * 3 // 4)
        column.setSpacing(line // 3)
        for part in (self.causes, self.unusual, self.advice_heading, self.advice):
            column.addWidget(part)
        return self.advice_card

    def _build_day(self, page: QWidget) -> QVBoxLayout:
        line = self._line
        self.day_heading = Text(self.tr("Last 24 hours"), page, bold=True, wrap=False)
        self.day_readout = Text(parent=page, faint=True)
        self.day_readout.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
        self.sparkline = Sparkline(page)
        self.sparkline.marked.connect(self._on_marked)
        self.sparkline.run_wanted.connect(self.run_wanted)
        self.legend = Legend(page)
        top = QHBoxLayout()
        top.setSpacing(line)
        top.addWidget(self.day_heading, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.day_readout, 1)
        column = QVBoxLayout()
        column.setSpacing(line // 3)
        column.addSpacing(line // 4)
        column.addLayout(top)
        column.addWidget(self.sparkline)
        column.addWidget(self.legend)
        return column

    def _build_footer(self) -> QWidget:
        line = self._line
        footer = QWidget(self)
        self.phase = Text(parent=footer, faint=True)
        self.phase.setMinimumHeight(line)  # nothing moves when there is something to say
        self.bar = QProgressBar(footer)
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(max(6, line // 3))
        self.bar.setAccessibleName(self.tr("Progress of the test"))
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # likewise
        self.bar.setSizePolicy(policy)
        self.test = ClearButton(self.tr("&Test now"), footer)
        self.test.setDefault(True)
        self.test.setToolTip(self.tr("Measure the network now (F5)"))
        self.test.clicked.connect(self._on_test)
        self.cancel = QPushButton(self.tr("&Cancel the test"), footer)
        self.cancel.clicked.connect(self._service.cancel_run)
        self._test_or_cancel = QStackedWidget(footer)
        self._test_or_cancel.addWidget(self.test)
        self._test_or_cancel.addWidget(self.cancel)
        stack_policy = self._test_or_cancel.sizePolicy()
        stack_policy.setHorizontalPolicy(stack_policy.Policy.Fixed)
        stack_policy.setVerticalPolicy(stack_policy.Policy.Fixed)
        self._test_or_cancel.setSizePolicy(stack_policy)
        self.history = QPushButton(self.tr("&History…"), footer)
        self.history.clicked.connect(self.history_wanted)
        self.settings = QPushButton(self.tr("&Settings…"), footer)
        self.settings.clicked.connect(self.settings_wanted)
        self.more = QPushButton(self.tr("&More"), footer)
        self.more.setAccessibleName(self.tr("More: pause, quiet, quit"))
        self.more.setMenu(self._build_menu())
        for button in (self.test, self.cancel, self.history, self.settings, self.more):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(line // 2)
        row.addWidget(self._test_or_cancel)
        row.addStretch(1)
        row.addWidget(self.history)
        row.addWidget(self.settings)
        row.addWidget(self.more)
        column = QVBoxLayout(footer)
        column.setContentsMargins(line, line // 2, line, line)
        column.setSpacing(line // 3)
        column.addWidget(self.phase)
        column.addWidget(self.bar)
        column.addLayout(row)
        return footer

    def _build_menu(self) -> QMenu:
        self.more_menu = QMenu(self)
        self.live_action = self.more_menu.addAction(self.tr("&Live call…"))
        self.live_action.triggered.connect(self.live_wanted)
        self.pauses = add_pause_entries(self.more_menu, self._service)
        self.quiet_action = self.more_menu.addAction(self.tr("Q&uiet for today"))
        self.quiet_action.triggered.connect(self._service.quiet_for_today)
        self.tell_action = self.more_menu.addAction(self.tr("Tell me agai&n"))
        self.tell_action.triggered.connect(self._service.end_quiet)
        self.more_menu.addSeparator()
        self.diagnostics_action = self.more_menu.addAction(self.tr("Collect &diagnostics…"))
        self.diagnostics_action.triggered.connect(self.diagnostics_wanted)
        self.about_action = self.more_menu.addAction(self.tr("&About…"))
        self.about_action.triggered.connect(self.about_wanted)
        self.quit_action = self.more_menu.addAction(self.tr("&Quit"))
        # Written out: without a known desktop, Qt has no standard key for it.
        self.quit_action.setShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Q))
        self.quit_action.triggered.connect(self.quit_wanted)
        self.addAction(self.quit_action)  # in a closed menu its key would not be heard
        return self.more_menu

    def _bind_keys(self) -> None:
        bar = self.area.verticalScrollBar()
        for key, act in (
            (QKeySequence(QKeySequence.StandardKey.Refresh), self._run),
            (QKeySequence(Qt.Key.Key_Escape), self.close),
            (QKeySequence(QKeySequence.StandardKey.Close), self.close),
            (QKeySequence(Qt.Key.Key_PageDown), lambda: bar.setValue(bar.value() + bar.pageStep())),
            (QKeySequence(Qt.Key.Key_PageUp), lambda: bar.setValue(bar.value() - bar.pageStep())),
        ):
            QShortcut(key, self).activated.connect(act)
        order = (
            *(banner.button for banner in self.banners),
            self.advice_card,
            self.sparkline,
            self.servers.details,
            self.test,
            self.cancel,
            self.history,
            self.settings,
            self.more,
        )
        for one, other in itertools.pairwise(order):
            QWidget.setTabOrder(one, other)

    # -- what happens ------------------------------------------------------------------------

    def _run(self) -> None:
        if self._service.state.progress is None:
            self._service.run_now()

    def _on_test(self) -> None:
        if not self._since_run.isValid() or self._since_run.elapsed() >= SETTLE_MS:
            self._run()

    def _can_be_seen(self) -> bool:
        return self.isVisible() and not self.isMinimized()

    def _on_state(self) -> None:
        """During a run or a call something changes all the time: only what did is shown again."""
        if self._can_be_seen():
            self._show_state()

    def _on_settings(self) -> None:
        if self._can_be_seen():
            self._show_servers()
            self._show_day()

    def _show_all(self) -> None:
        self._shown_last = None
        self._show_day()
        self._show_state()
        self._show_servers()

    def _show_state(self) -> None:
        state = self._service.state
        if state.last is None:
            self._show_no_verdict(state)
        elif state.last is not self._shown_last:
            self._show_verdict(state.last)
            self._show_servers()
            self._fit_later()
        self._shown_last = state.last
        unsure = headline.unsure_note(state)
        self.unsure.setVisible(bool(unsure))
        _set(self.unsure, unsure)
        self.sure.setVisible(
            state.last is not None and not unsure and not state.last.verdict.refused
        )
        self._show_banners()
        # What may hold no more, and what is said of no network, has the colour of none.
        last = state.last
        holds = last is not None and not last.demonstration and not self.stale.text.text()
        self.state.set_tone(said.tone(last.verdict) if last is not None and holds else None)
        self._show_progress(state)
        self._show_call(state)
        self.pauses.show_state(state)
        self.quiet_action.setVisible(state.quiet_until is None)
        self.tell_action.setVisible(state.quiet_until is not None)
        self._draw()
        # A screen reader says a window's name when it comes to the front, and when it changes then.
        name = listed((self.windowTitle(), self.state.text(), self.sentence.text()))
        if name != self.accessibleName():
            self.setAccessibleName(name)

    # -- the verdict -------------------------------------------------------------------------

    def _show_no_verdict(self, state: ServiceState) -> None:
        self.meaning.hide()
        self.advice_card.hide()
        self.facts.hide()
        if state.progress is None:
            text = (
                self.tr("Nothing was tested since the start")
                if self._tested_before
                else self.tr("Nothing was tested yet")
            )
        else:
            text = (
                self.tr("Testing your network")
                if self._tested_before
                else self.tr("Testing your network for the first time")
            )
        _set(self.state, text)
        _set(self.sentence, self.tr("A test takes some seconds and says how a call would go."))

    def _show_verdict(self, last: VerdictReached) -> None:
        verdict = last.verdict
        _set(self.sentence, said.sentence(verdict, verdict.causes))
        word = said.word(verdict)
        network = wording.network(verdict.network_type)
        # What is found of the demonstration must not be the first that is read.
        big, first = (wording.demonstration(), word) if last.demonstration else (word, network)
        _set(self.state, big)
        facts = (
            first,
            verdict.isp or "",
            self.tr("tested at {time}").format(time=headline.clock(verdict.timestamp)),
        )
        self.facts.show()
        _set(self.facts, _SEPARATOR.join(fact for fact in facts if fact))
        _set(
            self.sure,
            self.tr("{words} ({percent})").format(
                words=wording.how_sure(verdict.confidence),
                percent=wording.percent(verdict.confidence),
            ),
        )
        self.sure.setToolTip(wording.how_sure_explained(verdict.confidence))
        self.sure.setAccessibleDescription(self.sure.toolTip())
        found = (
            None if verdict.refused else meaning(verdict.summary_code, verdict.connectivity_code)
        )
        self.meaning.setVisible(found is not None)
        if found is not None:
            self.meaning.show_meaning(found)
        self._show_advice(verdict)

    def _show_advice(self, verdict: Verdict) -> None:
        # A missing device and the demonstration have banners of their own.
        causes = tuple(cause for cause in verdict.causes if cause != "no-media-device")
        advice = tuple(line for line in verdict.advice if line != DEMONSTRATION)
        causes_text = (
            self.tr("Held back by: {causes}").format(causes=wording.causes(causes))
            if causes and not verdict.refused  # the sentence says it
            else ""
        )
        unusual_text = "\n".join(map(wording.unusual, verdict.unusual))
        advice_text = wording.advice(advice) if advice else ""
        for label, text in (
            (self.causes, causes_text),
            (self.unusual, unusual_text),
            (self.advice, advice_text),
        ):
            label.setVisible(bool(text))
            _set(label, text)
        self.advice_heading.setVisible(bool(advice_text))
        self.advice_card.setVisible(bool(causes_text or unusual_text or advice_text))
        self.advice_card.setAccessibleName(
            self.advice_heading.text() if advice_text else self.tr("What was found")
        )
        self.advice_card.setAccessibleDescription(
            "\n".join(text for text in (causes_text, unusual_text, advice_text) if text)
        )

    def _draw(self) -> None:
        state = self._service.state
        look = icons.look_of(state)
        if look != self._look or self._ratio != self.devicePixelRatioF():
            self._look, self._ratio = look, self.devicePixelRatioF()
            icons.draw(look, self.mark, self._side)
        if state.last is None:
            name = self.tr("Nothing known yet")
        else:
            verdict = state.last.verdict
            name = said.word(verdict)
            if unsure := headline.unsure_note(state):
                name = sentences((ended(name), unsure))
        if name != self.mark.accessibleName():
            self.mark.setAccessibleName(name)

    # -- the rest of the column --------------------------------------------------------------

    def _show_banners(self) -> None:
        # Not with every word: whoever made the window smaller in a call wants it so.
        before = [bool(banner.text.text()) for banner in self.banners]
        self._tell_in_banners()
        if before != [bool(banner.text.text()) for banner in self.banners]:
            self._fit_later()

    def _tell_in_banners(self) -> None:
        state = self._service.state
        failed = state.failed if state.progress is None else None
        by_hand = failed is not None and failed.reason == "cancelled"
        self.failed.set_tone(Tone.NEUTRAL if by_hand else Tone.RED)
        page = self._service.settings.captive_check_url
        self.portal.button.setVisible(page is not None)
        _show(self.live, call_wording.line(state.live) if state.live is not None else "")
        _show(
            self.portal,
            self.tr("Sign in to the network first.") if _is_captive(state) else "",
        )
        _show(
            self.devices,
            self.tr("Neither a microphone nor a camera was found: nobody would hear or see you.")
            if _lacks_devices(state)
            else "",
        )
        _show(self.demonstration, wording.demonstration_sentence() if state.demonstration else "")
        _show(
            self.paused,
            headline.pause_note(state.paused_until) if state.paused_until is not None else "",
        )
        _show(
            self.quiet,
            self.tr("No notifications until {time}").format(time=headline.until(state.quiet_until))
            if state.quiet_until is not None
            else "",
        )
        _show(self.stale, self._how_old(state))
        _show(self.failed, wording.failure(failed) if failed is not None else "")
        problems = [
            problem
            for problem in state.problems
            if failed is None or problem != failed.detail  # else it stands there twice
        ]
        if self._day_trouble and self._day_trouble not in problems:
            problems.append(self._day_trouble)
        _show(self.problems, "\n".join(map(engine, problems)))
        offer = None if state.update_seen else state.update
        _show(self.update_banner, update_wording.notice(offer) if offer is not None else "")
        _show(
            self.no_tray,
            self.tr(
                "This desktop shows no tray icon. Call Notifier goes on in the background "
                "and opens this window when you start it again. "
                "To pause or quit it, press More."
            )
            if not self._tray_available and not self._memory.is_read("no-tray")
            else "",
        )

    def _how_old(self, state: ServiceState) -> str:
        """Said where the last verdict may hold no more: the computer slept, or tests are paused."""
        if state.last is None or state.last.demonstration or state.progress is not None:
            return ""
        age = self._wall() - state.last.verdict.timestamp
        if age <= last_day.holds_ms(self._service.settings.interval_s):
            return ""
        return wording.how_old(age)

    def _on_no_tray_read(self) -> None:
        self._memory.mark_read("no-tray")
        self._show_banners()

    def _open_portal(self) -> None:
        page = self._service.settings.captive_check_url
        if page is not None:
            QDesktopServices.openUrl(QUrl(page))

    def _show_call(self, state: ServiceState) -> None:
        self.call.setVisible(state.call is not None)
        if state.call is not None:
            _set(
                self.call,
                self.tr("Last call: {sentence}").format(
                    sentence=engine(state.call.comparison.sentence)
                ),
            )

    def _show_servers(self) -> None:
        state, settings = self._service.state, self._service.settings
        if state.last is None:
            servers = servers_of(settings.servers, ())
        else:
            raw = {s.url: s.detail for s in state.last.measurement.servers if s.detail}
            entries = state.last.verdict.servers
            if state.last.demonstration:  # its relay is in no settings
                servers = (Server(wording.demonstration(), ways_of(entries, raw)),)
            else:
                servers = servers_of(settings.servers, entries, raw)
        causes = state.last.verdict.causes if state.last is not None else ()
        self.servers.setVisible(bool(servers))
        self.servers.show_servers(servers, advise=_BEFORE_ALL_SERVERS.isdisjoint(causes))

    def _show_day(self) -> None:
        history, now = self._service.history, self._wall()
        day, trouble = LastDay(now - last_day.DAY_MS, now), ""
        if history is not None:
            try:
                day = last_day.read(
                    history,
                    now,
                    interval_s=self._service.settings.interval_s,
                    demonstration=self._service.state.demonstration,
                )
            except HistoryError as error:
                trouble = error.message
        self._tested_before = bool(day.spans)
        self.sparkline.show_day(day)
        self.legend.show_day(day)
        self._day_text = (
            self.tr("The history cannot be opened, so tests are not kept at the moment.")
            if history is None
            else ""
        )
        self._on_marked(self.sparkline.readout)
        if trouble != self._day_trouble:
            self._day_trouble = trouble
            self._show_banners()

    def _on_marked(self, reading: str) -> None:
        self.day_readout.setText(reading or self._day_text)

    # -- the test ----------------------------------------------------------------------------

    def _show_progress(self, state: ServiceState) -> None:
        progress = state.progress
        if progress is not None:
            self.bar.setValue(round(progress.fraction * _STEPS))
            name = (
                wording.demonstration()
                if state.demonstration
                else wording.server_name(self._service.settings.servers, progress.server)
            )
            words = [wording.progress(progress, name)]
            if state.run_limit is not None:
                words.append(wording.limit(state.run_limit))
            _set(self.phase, _SEPARATOR.join(words))
        else:
            _set(self.phase, self._schedule(state))
        self.bar.setVisible(progress is not None)
        # The focus moves with the button's two faces, so that Space stops what it started.
        before, after = (
            (self.test, self.cancel) if progress is not None else (self.cancel, self.test)
        )
        if self._test_or_cancel.currentWidget() is after:
            return
        had_focus = before.hasFocus()
        if progress is None:
            self._since_run.start()
        self._test_or_cancel.setCurrentWidget(after)
        if had_focus:
            after.setFocus()

    def _schedule(self, state: ServiceState) -> str:
        if state.paused_until is not None:
            return ""
        parts: list[str] = []
        # Where nothing is run, the time is only that of the next look whether that is over.
        if state.next_run is not None and (state.limit is None or state.limit.left != "none"):
            parts.append(self.tr("Next test at {time}").format(time=headline.clock(state.next_run)))
        if state.limit is not None:
            parts.append(wording.limit(state.limit))
        return _SEPARATOR.join(parts)

    # -- the window's life -------------------------------------------------------------------

    def _fit_later(self) -> None:
        """Once what has changed is laid out."""
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Grow with the content as far as the screen allows; never shrink, never move."""
        if not self._can_be_seen() or self.isMaximized() or self.isFullScreen():
            return
        width = self.area.viewport().width()
        missing = self._page.heightForWidth(width) - self.area.viewport().height()
        most = round(self.screen().availableGeometry().height() * _SCREEN_SHARE)
        height = min(self.height() + missing, most)
        if missing > 0 and height > self.height():
            self.resize(self.width(), height)
            self._fit_later()  # lines that broke anew with it may want more

    def showEvent(self, event: QShowEvent) -> None:
        """Other processes write the history too: look again."""
        super().showEvent(event)
        if not event.spontaneous():
            self._show_all()
            self._grows_old.start()
            self.area.setMinimumWidth(
                self._page.minimumSizeHint().width()
                + self.area.verticalScrollBar().sizeHint().width()
            )
            self._fit_later()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing wakes up for a window that nobody sees."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._grows_old.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._on_state()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.look_again()  # a command may have deleted something meanwhile
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.save(self)
        super().closeEvent(event)


def _is_captive(state: ServiceState) -> bool:
    return state.last is not None and "captive-portal" in state.last.verdict.causes


def _lacks_devices(state: ServiceState) -> bool:
    return (
        state.last is not None
        and state.last.verdict.connectivity_code == Connectivity.NO_MEDIA_DEVICE
    )


def _set(label: Text, text: str) -> None:
    """Only where it differs: a screen reader would hear each setting as a change."""
    if label.text() != text:
        label.setText(text)


def _show(banner: Banner, text: str) -> None:
    if text != banner.text.text() or not text:
        banner.show_text(text)
