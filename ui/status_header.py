"""The top of the main window: how the network is now, what holds it back, what to do, and the run.

The line with the button keeps its place: while a run is in hand, the button says Cancel and the
words beside it become a progress bar, so that nothing below jumps.
"""

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from notifier.forecast.advice import DEMONSTRATION
from notifier.service.events import Limit, RunProgress, ServiceState
from notifier.settings.model import ServerSetting
from notifier.verdict import Verdict
from ui import headline, icons, wording
from ui.label import Text
from ui.theme import tone_of

__all__ = ["SETTLE_MS", "StatusHeader"]

SETTLE_MS = 500
"""A press on the button this soon after a run's end was meant for Cancel, which stood there."""

_SEPARATOR = " \N{MIDDLE DOT} "

_STEPS = 1000
"""Resolution of the progress bar."""


class StatusHeader(QWidget):
    """Shows a :class:`ServiceState`.

    Signals:
        test_wanted, cancel_wanted, settings_wanted: a button was pressed.

    ``more`` is a button for the menu that the window gives it.
    """

    test_wanted = Signal()
    cancel_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = self.fontMetrics().height()
        self._state = ServiceState()
        self._side = line * 3

        self.mark = QLabel(self)
        self.mark.setFixedSize(QSize(self._side, self._side))
        self.sentence = Text(parent=self, scale=1.35, bold=True)
        self.state = Text(parent=self, bold=True, wrap=False)
        self.unsure = Text(parent=self, bold=True, wrap=False)
        self.facts = Text(parent=self, faint=True)
        self.unusual = Text(parent=self)
        self.causes = Text(parent=self)
        self.advice = Text(parent=self)
        self.call = Text(parent=self, faint=True)

        words = QVBoxLayout()
        words.setSpacing(line // 4)
        words.addWidget(self.sentence)
        under = QHBoxLayout()
        under.setSpacing(line // 2)
        under.addWidget(self.state)
        under.addWidget(self.unsure)
        under.addWidget(self.facts, 1)
        words.addLayout(under)
        words.addSpacing(line // 4)
        words.addWidget(self.unusual)
        words.addWidget(self.causes)
        words.addWidget(self.advice)
        words.addWidget(self.call)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(line)
        top.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)

        self.schedule = Text(parent=self, faint=True, wrap=False)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the test"))
        self.phase = Text(parent=self, faint=True, wrap=False)
        running = QWidget(self)
        running_column = QVBoxLayout(running)
        running_column.setContentsMargins(0, 0, 0, 0)
        running_column.setSpacing(line // 4)
        running_column.addStretch(1)
        running_column.addWidget(self.phase)
        running_column.addWidget(self.bar)
        running_column.addStretch(1)
        self.bar.setFixedHeight(max(6, line // 3))
        self._line = QStackedWidget(self)
        self._line.addWidget(self.schedule)
        self._line.addWidget(running)

        self.test = QPushButton(self.tr("&Test now"), self)
        self.test.setDefault(True)
        self.test.setToolTip(self.tr("Measure the network now (F5)"))
        self.test.clicked.connect(self._on_test)
        self._since_run = QElapsedTimer()
        self.cancel = QPushButton(self.tr("&Cancel the test"), self)
        self.cancel.clicked.connect(self.cancel_wanted)
        self._buttons = QStackedWidget(self)
        self._buttons.addWidget(self.test)
        self._buttons.addWidget(self.cancel)
        self.settings = QPushButton(self.tr("&Settings…"), self)
        self.settings.clicked.connect(self.settings_wanted)
        self.more = QPushButton(self.tr("&More"), self)
        self.more.setAccessibleName(self.tr("More: pause, quit"))
        for button in (self.test, self.cancel, self.settings, self.more):
            button.setAutoDefault(False)

        bottom = QHBoxLayout()
        bottom.setSpacing(line)
        bottom.addWidget(self._line, 1)
        bottom.addWidget(self._buttons)
        bottom.addWidget(self.settings)
        bottom.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(line // 2)
        column.addLayout(top)
        column.addLayout(bottom)
        for stack in (self._line, self._buttons):
            policy = stack.sizePolicy()
            policy.setVerticalPolicy(policy.Policy.Fixed)
            stack.setSizePolicy(policy)
        policy = self._buttons.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Fixed)
        self._buttons.setSizePolicy(policy)
        self.show_state(self._state)

    def show_state(self, state: ServiceState, servers: tuple[ServerSetting, ...] = ()) -> None:
        """Bring everything up to date; a run's server is called as these settings call it."""
        self._state = state
        last = state.last
        if last is None:
            self._show_no_verdict(state)
        else:
            self._show_verdict(last.verdict, demonstration=last.demonstration)
        unsure = headline.unsure_note(state)
        self.unsure.setVisible(bool(unsure))
        self.unsure.setText(unsure)
        self._show_call(state)
        self._show_progress(state.progress, state.run_limit, servers)
        self.schedule.setText(_schedule(state))
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw()

    def _draw(self) -> None:
        icons.draw(icons.look_of(self._state), self.mark, self._side)
        verdict = self._state.last.verdict if self._state.last is not None else None
        if verdict is None:
            self.mark.setAccessibleName(self.tr("Nothing known yet"))
            return
        word = wording.state_word(verdict.status_code, verdict.connectivity_code)
        unsure = headline.unsure_note(self._state)
        self.mark.setAccessibleName(f"{word}. {unsure}" if unsure else word)

    def _show_no_verdict(self, state: ServiceState) -> None:
        self.state.hide()
        if state.progress is not None:
            self.sentence.setText(self.tr("Testing your network for the first time"))
        else:
            self.sentence.setText(self.tr("Nothing was tested yet"))
        self.facts.setText(self.tr("A test takes some seconds and says how a call would go."))
        self.unusual.hide()
        self.causes.hide()
        self.advice.hide()

    def _show_verdict(self, verdict: Verdict, *, demonstration: bool) -> None:
        self.state.show()
        self.state.set_tone(tone_of(verdict.color))
        self.state.setText(wording.state_word(verdict.status_code, verdict.connectivity_code))
        self.sentence.setText(wording.sentence(verdict.notification_code, verdict.notification))
        where = wording.demonstration() if demonstration else wording.network(verdict.network_type)
        facts = [
            where,
            verdict.isp or "",
            self.tr("tested at {time}").format(time=headline.clock(verdict.timestamp)),
        ]
        self.facts.setText(_SEPARATOR.join(fact for fact in facts if fact))
        self.unusual.setVisible(bool(verdict.unusual))
        self.unusual.setText("\n".join(map(wording.unusual, verdict.unusual)))
        self.causes.setVisible(bool(verdict.causes))
        self.causes.setText(
            self.tr("Held back by: {causes}").format(causes=wording.causes(verdict.causes))
        )
        # The demonstration has a banner of its own right below.
        advice = tuple(line for line in verdict.advice if line != DEMONSTRATION)
        self.advice.setVisible(bool(advice))
        self.advice.setText(wording.advice(advice))

    def _show_call(self, state: ServiceState) -> None:
        self.call.setVisible(state.call is not None)
        if state.call is not None:
            self.call.setText(
                self.tr("Last call: {sentence}").format(sentence=state.call.comparison.sentence)
            )

    def _show_progress(
        self,
        progress: RunProgress | None,
        limit: Limit | None,
        servers: tuple[ServerSetting, ...],
    ) -> None:
        running = progress is not None
        if progress is not None:
            self.bar.setValue(round(progress.fraction * _STEPS))
            name = wording.server_name(servers, progress.server)
            words = [wording.progress(progress, name)]
            if limit is not None:
                words.append(wording.limit(limit))
            self.phase.setText(_SEPARATOR.join(words))
        # The focus moves with the button's two faces, so that Space stops what it started.
        before, after = (self.test, self.cancel) if running else (self.cancel, self.test)
        had_focus = before.hasFocus()
        if not running and self._buttons.currentWidget() is self.cancel:
            self._since_run.start()
        self._buttons.setCurrentWidget(after)
        self._line.setCurrentIndex(1 if running else 0)
        if had_focus:
            after.setFocus()

    def _on_test(self) -> None:
        if not self._since_run.isValid() or self._since_run.elapsed() >= SETTLE_MS:
            self.test_wanted.emit()


def _schedule(state: ServiceState) -> str:
    if state.paused_until is not None:
        return ""
    parts: list[str] = []
    if state.next_run is not None:
        parts.append(
            QCoreApplication.translate("StatusHeader", "Next test at {time}").format(
                time=headline.clock(state.next_run)
            )
        )
    if state.limit is not None:
        parts.append(wording.limit(state.limit))
    return _SEPARATOR.join(parts)
