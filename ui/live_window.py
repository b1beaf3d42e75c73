"""The call that goes on: how it is now, what disturbs it, and its last five minutes.

What is shown is a snapshot a second. While nobody can see the window, nothing is drawn: it is
brought up to date when it is shown again.
"""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPixmap, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from notifier.calls.live import Flow, LiveCall
from notifier.codes import BY_SUMMARY, Color
from notifier.history.store import HistoryError
from notifier.settings.paths import Paths
from ui import call_wording, headline, icons, wording
from ui.banner import Banner
from ui.bridge import Bridge
from ui.call_graph import CallGraph
from ui.label import Text
from ui.scrolled import scrolled
from ui.service_like import ServiceLike
from ui.theme import Tone, tone_of
from ui.throttle import Throttle
from ui.window_memory import WindowMemory

__all__ = ["GRAPH_MS", "UPDATE_MS", "LiveWindow"]

UPDATE_MS = 900
"""At most one change a second. Snapshots come once a second, some a little early: none is lost."""

GRAPH_MS = 300_000.0
"""The graph's width: the five minutes that a snapshot holds."""

GAP_MS = 3_500.0
"""Seconds that are missing for longer than this are left open in the graph."""

_SEPARATOR = " \N{MIDDLE DOT} "

_COLUMNS = 6


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
        self.destroyed.connect(self._bridge.close)
        self._line = self.fontMetrics().height()
        self._throttle = Throttle(self._show_state, UPDATE_MS, self)

        self.setWindowTitle(self.tr("Live call"))
        self.setWindowIcon(icons.program_icon())
        self.stack = QStackedWidget(self)
        self.stack.addWidget(scrolled(self._live_page()))
        self.stack.addWidget(self._idle_page())
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
        self.table = _FlowTable(page)
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

    def _idle_page(self) -> QWidget:
        page = QWidget(self)
        line = self._line
        self.idle = Text(self.tr("No call is on"), page, scale=1.35, bold=True)
        self.hint = Text(parent=page, faint=True)
        self.last_heading = Text(self.tr("The last call"), page, bold=True)
        self.last = Text(parent=page)
        self.last_quality = Text(parent=page, bold=True, wrap=False)
        self.last_mark = QLabel(page)
        self.last_mark.setFixedSize(QSize(line * 2, line * 2))
        self.details = QPushButton(self.tr("&Details of this call…"), page)
        self.details.clicked.connect(self._on_details)
        self.last_box = QWidget(page)
        row = QHBoxLayout(self.last_box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(line)
        row.addWidget(self.last_mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(line // 4)
        words.addWidget(self.last_heading)
        words.addWidget(self.last_quality)
        words.addWidget(self.last)
        words.addSpacing(line // 2)
        words.addWidget(self.details, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line // 2)
        column.addWidget(self.idle)
        column.addWidget(self.hint)
        column.addSpacing(line)
        column.addWidget(self.last_box)
        column.addStretch(1)
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
            self._show_idle()
            self.stack.setCurrentIndex(1)
        else:
            self._show_call(call)
            self.stack.setCurrentIndex(0)

    def _show_call(self, call: LiveCall) -> None:
        title = call_wording.title(call.application)
        self.setWindowTitle(title)
        _set(self.heading, title)
        self._draw(self.mark, call.code, self._line * 3)
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

    def _show_idle(self) -> None:
        self.setWindowTitle(self.tr("Live call"))
        if self._service.settings.attach_calls:
            hint = self.tr(
                "A call that a browser or another program reports appears here by itself."
            )
        else:
            hint = self.tr("Watching calls is switched off in the settings.")
        self.hint.setText(hint)
        over = self._service.state.over
        there = over is not None and not self._is_deleted(over.record.call_id)
        self.last_box.setVisible(there)
        if over is None or not there:
            return
        record = over.record
        self._draw(self.last_mark, record.summary_code, self._line * 2)
        self.last_quality.set_tone(tone_of(record.color))
        if record.summary_code is not None:
            self.last_quality.setText(call_wording.code_word(record.summary_code))
        else:
            self.last_quality.setText(self.tr("Quality not known"))
        lines = [
            _SEPARATOR.join(
                (
                    call_wording.place(record.application),
                    headline.clock(record.began),
                    call_wording.length(record.ended - record.began),
                )
            )
        ]
        if record.outcome != "success":
            lines.append(call_wording.outcome(record.outcome))
        elif record.figures is None:
            lines.append(self.tr("It was too short, or said too little, to be judged."))
        lines.append(record.comparison or call_wording.forecast_right(record))
        self.last.setText("\n".join(text for text in lines if text))

    def _is_deleted(self, call_id: str) -> bool:
        """The service still knows of a call that was deleted from the history."""
        history = self._service.history
        try:
            if history is not None:
                history.call(call_id)
        except HistoryError as error:
            return error.code == "missing"
        return False

    def _on_details(self) -> None:
        over = self._service.state.over
        if over is not None:
            self.record_wanted.emit(over.record.call_id)

    def _draw(self, label: QLabel, code: int | None, side: int) -> None:
        ratio = self.devicePixelRatioF()
        look = icons.Look(icons.shape_of_code(code))
        pixmap = QPixmap.fromImage(icons.image(look, round(side * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        label.setPixmap(pixmap)
        label.setAccessibleName(call_wording.code_word(code))

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


class _FlowTable(QTableWidget):
    """What flows, one row for each kind and direction; changed in place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, _COLUMNS, parent)
        self._flows: list[tuple[str, str]] = []
        line = self.fontMetrics().height()
        self.setAccessibleName(self.tr("What flows, by kind and direction"))
        self._names = [
            self.tr("What"),
            self.tr("Bitrate"),
            self.tr("Lost"),
            self.tr("Jitter"),
            self.tr("Picture"),
            self.tr("Frames"),
        ]
        self.setHorizontalHeaderLabels(self._names)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(line * 1.6))
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        first = self.horizontalHeaderItem(0)
        if first is not None:
            first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_flows(self, flows: Sequence[Flow]) -> None:
        kinds = [(flow.direction, flow.media) for flow in flows]
        if kinds != self._flows:
            self._flows = [(str(direction), str(media)) for direction, media in kinds]
            self._make_rows(len(flows))
        for row, flow in enumerate(flows):
            for column, text in enumerate(_cells(flow)):
                item = self.item(row, column)
                if item is not None and item.text() != text:
                    item.setText(text)
                    spoken = f"{self._names[column]}: {text}"
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _make_rows(self, count: int) -> None:
        self.setRowCount(count)
        for row in range(count):
            for column in range(_COLUMNS):
                item = QTableWidgetItem()
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(row, column, item)
        height = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        self.setFixedHeight(height + count * self.verticalHeader().defaultSectionSize())


def _cells(flow: Flow) -> tuple[str, ...]:
    what = call_wording.flow(flow.direction, flow.media)
    return (
        call_wording.times(what, flow.streams),
        wording.kbps(flow.kbps),
        wording.loss(flow.loss),
        wording.milliseconds(flow.jitter_ms),
        call_wording.picture(flow.width, flow.height),
        call_wording.fps(flow.frames_per_second),
    )


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
