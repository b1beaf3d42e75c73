"""The call that goes on: how it is now, what disturbs it, and its last five minutes.

What is shown is a snapshot a second. While nobody can see the window, nothing is drawn: it is
brought up to date when it is shown again.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from notifier.calls.live import LiveCall
from notifier.codes import BY_SUMMARY, Color
from notifier.settings.paths import Paths
from ui.bridge import Bridge
from ui.calls.call_graph import CallGraph
from ui.calls.flow_table import FlowTable
from ui.calls.last_call import LastCall
from ui.calls.quality_mark import draw_quality
from ui.look import icons
from ui.look.theme import Tone, tone_of
from ui.parts.banner import Banner
from ui.parts.label import Text
from ui.parts.scrolled import scrolled
from ui.parts.throttle import Throttle
from ui.parts.window_memory import WindowMemory
from ui.service_like import ServiceLike
from ui.words import call_wording, headline, wording

__all__ = ["GRAPH_MS", "UPDATE_MS", "LiveWindow"]

UPDATE_MS = 900
"""Between two changes at least. Snapshots come once a second, some a little early: those are shown,
and not put off until the next."""

GRAPH_MS = 300_000.0
"""The graph's width: the five minutes that a snapshot holds."""

GAP_MS = 3_500.0
"""Seconds that are missing for longer than this are left open in the graph."""

_SEPARATOR = " \N{MIDDLE DOT} "


class LiveWindow(QWidget):
    """Reads ``service.state.live``, and ``over`` while no call goes on.

    :param wall: the wall clock, milliseconds since 1970.

    Signals:
        record_wanted: the history should show this call (its identity).
    """

    record_wanted = Signal(str)

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
        self._memory = WindowMemory("live", paths)
        self._bridge = Bridge(service, self)
        self._line = self.fontMetrics().height()
        self._throttle = Throttle(self._show_state, UPDATE_MS, self)

        self.setWindowTitle(self.tr("Live call"))
        self.setWindowIcon(icons.program_icon())
        self.stack = QStackedWidget(self)
        self.stack.addWidget(scrolled(self._live_page()))
        self.idle = LastCall(service, self)
        self.idle.record_wanted.connect(self.record_wanted)
        self.stack.addWidget(self.idle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        for key in (
            QKeySequence(Qt.Key.Key_Escape),
            QKeySequence(QKeySequence.StandardKey.Close),
        ):
            QShortcut(key, self).activated.connect(self.close)

        self._bridge.call_live.connect(self._on_event)
        self._bridge.call_over.connect(self._on_event)
        self._show_state()
        if not self._memory.restore(self):
            metrics = self.fontMetrics()
            wanted = QSize(metrics.averageCharWidth() * 112, self._line * 44)
            self.resize(wanted.boundedTo(self.screen().availableGeometry().size() * 0.9))

    # -- building ----------------------------------------------------------------------------

    def _live_page(self) -> QWidget:
        page = QWidget(self)
        line = self._line
        self.mark = QLabel(page)
        self.mark.setFixedSize(QSize(line * 3, line * 3))
        self.heading = Text(parent=page, scale=1.35, bold=True)
        self.quality = Text(parent=page, bold=True, wrap=False)
        self.facts = Text(parent=page, faint=True)
        words = QVBoxLayout()
        words.setSpacing(line // 4)
        words.addWidget(self.heading)
        under = QHBoxLayout()
        under.setSpacing(line // 2)
        under.addWidget(self.quality)
        under.addWidget(self.facts, 1)
        words.addLayout(under)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(line)
        top.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)

        self.several = Text(parent=page, faint=True)
        self.troubles = Banner(Tone.AMBER, parent=page)
        self.up = _BigFigure(
            self.tr("Up"), self.tr("What the call sends, with all that packets need."), page
        )
        self.down = _BigFigure(
            self.tr("Down"), self.tr("What the call receives, with all that packets need."), page
        )
        self.rtt = _BigFigure(
            self.tr("Round trip"),
            self.tr("To the other end, or the provider's server, and back."),
            page,
        )
        self.available = _BigFigure(
            self.tr("May send"),
            self.tr("What the sender has found to be there for it. It sends no more than this."),
            page,
        )
        figures = QHBoxLayout()
        figures.setSpacing(line)
        for figure in (self.up, self.down, self.rtt, self.available):
            figures.addWidget(figure, 1)
        self.table = FlowTable(page)
        self.nothing_flows = Text(self.tr("No sound or picture flows yet."), page, faint=True)
        self.graph = CallGraph(GAP_MS, page)

        column = QVBoxLayout(page)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line * 3 // 4)
        column.addLayout(top)
        column.addWidget(self.several)
        column.addWidget(self.troubles)
        column.addLayout(figures)
        column.addWidget(self.table)
        column.addWidget(self.nothing_flows)
        column.addWidget(self.graph, 1)
        return page

    # -- what happens ------------------------------------------------------------------------

    def _on_event(self) -> None:
        if self._can_be_seen():
            self._throttle.request()

    def _can_be_seen(self) -> bool:
        return self.isVisible() and not self.isMinimized()

    def _show_state(self) -> None:
        call = self._service.state.live
        if call is None:
            self.setWindowTitle(self.tr("Live call"))
            self.idle.show_state()
            self.stack.setCurrentIndex(1)
        else:
            self._show_call(call)
            self.stack.setCurrentIndex(0)

    def _show_call(self, call: LiveCall) -> None:
        title = call_wording.title(call.application)
        self.setWindowTitle(title)
        _set(self.heading, title)
        draw_quality(self.mark, call.code, self._line * 3)
        word, tone = _quality(call)
        self.quality.set_tone(tone)
        _set(self.quality, word)
        now = max(self._wall(), call.began)
        facts = [
            wording.summary(call.code)
            if call.code is not None and BY_SUMMARY[call.code].color != Color.GREEN
            else "",
            self.tr("since {time}, {length}").format(
                time=headline.clock(call.began), length=call_wording.length(now - call.began)
            ),
        ]
        _set(self.facts, _SEPARATOR.join(fact for fact in facts if fact))
        several = call_wording.number_of_calls(call.calls)
        self.several.setVisible(bool(several))
        _set(self.several, several)
        troubles = "\n".join(dict.fromkeys(map(call_wording.trouble, call.troubles)))
        if troubles != self.troubles.text.text() or not troubles:
            self.troubles.show_text(troubles)
        self.up.show_value(wording.kbps(call.up_kbps))
        self.down.show_value(wording.kbps(call.down_kbps))
        self.rtt.show_value(wording.milliseconds(call.rtt_ms))
        self.available.show_value(wording.kbps(call.available_kbps))
        self.table.show_flows(call.flows)
        self.table.setVisible(bool(call.flows))
        self.nothing_flows.setVisible(not call.flows)
        end = call.recent[-1].at if call.recent else now
        self.graph.show_points(call.recent, start=end - GRAPH_MS, end=end, ago=True)

    # -- the window's life -------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (
            QEvent.Type.WindowStateChange,
            QEvent.Type.DevicePixelRatioChange,
        ):
            self._on_event()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.save(self)
        super().closeEvent(event)


class _BigFigure(QWidget):
    """A figure to be read from afar, and what it is."""

    def __init__(self, name: str, explanation: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.value = Text(parent=self, scale=1.7, bold=True, wrap=False)
        caption = Text(name, self, faint=True, wrap=False)
        self.setToolTip(explanation)
        self.value.setAccessibleDescription(explanation)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(caption)
        column.addWidget(self.value)

    def show_value(self, text: str) -> None:
        if text != self.value.text():
            self.value.setText(text)
            self.value.setAccessibleName(f"{self._name}: {text}")


def _quality(call: LiveCall) -> tuple[str, Tone]:
    """The word beside the mark, and its colour."""
    if call.state in ("disrupted", "failed"):
        return call_wording.sentence_case(call_wording.state(call.state)), Tone.RED
    if call.state != "established":
        return call_wording.sentence_case(call_wording.state(call.state)), Tone.NEUTRAL
    if call.code is None:
        return call_wording.sentence_case(call_wording.quality(None)), Tone.NEUTRAL
    return call_wording.code_word(call.code), tone_of(BY_SUMMARY[call.code].color)


def _set(label: QLabel, text: str) -> None:
    """Only where it differs: a screen reader would hear each setting as a change."""
    if label.text() != text:
        label.setText(text)
