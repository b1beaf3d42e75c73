"""The last day as a small drawing: a bar for each test, the higher the better, and calls below.

Height as well as colour tells the states apart; no connection is hatched; where nothing was tested,
that is written where there is room. One moment is said in words under the mouse or under the arrow
keys' line, the whole as the description that screen readers read. Time runs from left to right.

Below it, :class:`Legend` says which bar is which, and how much of the time each had.
"""

from itertools import pairwise

from PySide6.QtCore import QDateTime, QEvent, QPointF, QRectF, QSize, Qt, QTime, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.theme import fill_color, muted, tone_of
from ui.parts.stepped import stepped
from ui.parts.tip import tip
from ui.status import last_day
from ui.status.last_day import LastDay, Share, Span
from ui.words.joined import listed

__all__ = ["Legend", "Sparkline"]

_HEIGHTS = (1.0, 0.22, 0.40, 0.60, 0.80, 1.0)
"""Of a bar, by :attr:`ui.status.last_day.Span.height`; no connection is hatched all over."""

_WASH = 0.16
"""Of the tone behind a bar, so that a low one is found."""

_NARROWEST = 2.0
"""Device-independent pixels: a single test is to be seen too."""

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)

_HOURS = 6
"""Between two marks of the time."""

_ROOM_AROUND = 1.4
"""Times its own width that a word on the drawing wants."""

_LANE = 0.45
"""Height of the calls' lane, in lines."""

_CALL_SHARE = 0.45
"""Of the lane that a call's mark has."""


class Sparkline(QWidget):
    """Shows a :class:`ui.status.last_day.LastDay`.

    Signals:
        marked: what the marked moment was, in words; empty where none is marked.
        run_wanted: a test was clicked, or Enter was pressed on it (its number).
    """

    marked = Signal(str)
    run_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = LastDay(0.0, 1.0)
        self._marked: int | None = None
        self._reading = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How the network was in the last 24 hours"))

    def show_day(self, day: LastDay) -> None:
        """Draw this day; a marked test stays marked."""
        before = self._marked_span()
        self._day = day
        self._marked = None
        if before is not None:
            same = (n for n, span in enumerate(day.spans) if span.run_id == before.run_id)
            self._marked = next(same, None)
        self._tell()
        self.update()

    @property
    def readout(self) -> str:
        """What the marked moment was; empty where none is marked."""
        return self._reading

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 60, round(metrics.height() * 4.4))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 24, self.sizeHint().height())

    # -- in words ----------------------------------------------------------------------------

    def _marked_span(self) -> Span | None:
        return None if self._marked is None else self._day.spans[self._marked]

    def _mark(self, index: int | None) -> None:
        if index != self._marked:
            self._marked = index
            self._tell()
            self.update()

    def _tell(self, elsewhere: str = "") -> None:
        span = self._marked_span()
        reading = elsewhere if span is None else self._words(span)
        self.setAccessibleDescription(reading or last_day.describe(self._day))
        if reading != self._reading:
            self._reading = reading
            self.setToolTip(tip(reading))
            self.marked.emit(reading)

    def _words(self, span: Span) -> str:
        time, state = last_day.clock(span.start), span.word
        if any(call.start < span.end and span.start < call.end for call in self._day.calls):
            return self.tr("{time} {state}, during a call").format(time=time, state=state)
        return self.tr("{time} {state}").format(time=time, state=state)

    # -- mouse and keys ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from test to test, Home and End to the ends, Enter opens one."""
        spans, at = self._day.spans, self._marked
        to = stepped(event.key(), at, len(spans))
        if to is not None:
            self._mark(to)
        elif spans and at is not None and event.key() in _OPENING:
            self.run_wanted.emit(spans[at].run_id)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        time = self._time_at(event.position().x())
        at = self._at(time)
        self._mark(at)
        if at is None and self._day.start <= time <= self._day.end and self._day.spans:
            self._tell(self.tr("{time} not tested").format(time=last_day.clock(time)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(self._time_at(event.position().x()))
        if event.button() == Qt.MouseButton.LeftButton and at is not None:
            self.run_wanted.emit(self._day.spans[at].run_id)
        super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._mark(None)
        self._tell()
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark(None)

    def _at(self, time: float) -> int | None:
        """The test that held at this time, with those too short to point at a little widened."""
        slack = _NARROWEST * (self._day.end - self._day.start) / max(1, self.width())
        near = [
            (max(span.start - time, time - span.end, 0.0), number)
            for number, span in enumerate(self._day.spans)
            if span.start - slack <= time <= span.end + slack
        ]
        return min(near)[1] if near else None

    # -- drawing -----------------------------------------------------------------------------

    def _x(self, time: float) -> float:
        """Time runs from left to right in every language, as on every chart of the program."""
        return (time - self._day.start) / (self._day.end - self._day.start) * self.width()

    def _time_at(self, x: float) -> float:
        share = x / max(1, self.width())
        return self._day.start + share * (self._day.end - self._day.start)

    def _box(self, start: float, end: float, top: float, height: float) -> QRectF:
        left, right = self._x(start), self._x(end)
        if right - left < _NARROWEST:
            middle = (left + right) / 2
            left, right = middle - _NARROWEST / 2, middle + _NARROWEST / 2
        return QRectF(left, top, right - left, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = self.fontMetrics()
        lane = metrics.height() * _LANE
        bars = QRectF(0, 1, self.width(), self.height() - lane - metrics.height() * 1.35)
        painter.fillRect(bars, self._faint(0.05))
        # The worst on top: where many tests share a pixel, it is the one to be seen.
        for span in sorted(self._day.spans, key=lambda span: -span.height):
            box = self._box(span.start, span.end, bars.top(), bars.height())
            painter.fillRect(box, self.palette().color(QPalette.ColorRole.Window))
            _draw_bar(painter, box, span, self.palette())
        self._draw_gaps(painter, bars)
        self._draw_calls(painter, bars.bottom(), lane)
        self._draw_times(painter, bars, metrics.height())
        marked = self._marked_span()
        if marked is not None:
            box = self._box(marked.start, marked.end, bars.top(), bars.height() + lane * 0.5)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2.0))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _draw_gaps(self, painter: QPainter, bars: QRectF) -> None:
        """An empty place is not a bad one: where there is room, it says what it is."""
        text = self.tr("not tested")
        width = self.fontMetrics().horizontalAdvance(text) * _ROOM_AROUND
        ends = [self._day.start, *(t for s in self._day.spans for t in (s.start, s.end))]
        ends.append(self._day.end)
        painter.setPen(muted(self.palette()))
        for begin, end in list(pairwise(ends))[::2]:
            gap = self._box(begin, end, bars.top(), bars.height())
            if gap.width() > width:
                painter.drawText(gap, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_calls(self, painter: QPainter, top: float, lane: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.WindowText))
        for call in self._day.calls:
            box = self._box(call.start, call.end, top + lane * 0.35, lane * _CALL_SHARE)
            if box.width() < lane:
                box = QRectF(box.center().x() - lane / 2, box.top(), lane, box.height())
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    def _draw_times(self, painter: QPainter, bars: QRectF, line: int) -> None:
        metrics = self.fontMetrics()
        base = self.height() - metrics.descent() - 1.0
        when = QDateTime.fromMSecsSinceEpoch(int(self._day.start))
        when.setTime(QTime(when.time().hour() // _HOURS * _HOURS, 0))
        while (at := float(when.toMSecsSinceEpoch())) < self._day.end:
            if at > self._day.start:
                x = self._x(at)
                painter.setPen(self._faint(0.25))
                painter.drawLine(QPointF(x, bars.bottom()), QPointF(x, bars.bottom() + line * 0.4))
                text = last_day.clock(at)
                width = metrics.horizontalAdvance(text)
                left = min(max(0.0, x - width / 2), self.width() - width)
                painter.setPen(muted(self.palette()))
                painter.drawText(QPointF(left, base), text)
            # Through the local time, so that a day of 23 hours has round hours too.
            hours = (when.time().hour() // _HOURS + 1) * _HOURS
            when = QDateTime(when.date().addDays(hours // 24), QTime(hours % 24, 0))

    def _faint(self, alpha: float) -> QColor:
        color = QColor(self.palette().color(QPalette.ColorRole.WindowText))
        color.setAlphaF(alpha)
        return color


class Legend(QWidget):
    """What stands on the drawing, each beside its bar; on as many lines as it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: tuple[Share, ...] = ()
        self._calls = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_day(self, day: LastDay) -> None:
        """Explain this day; nothing is shown where there is nothing on it."""
        self._shares, self._calls = last_day.shares(day), last_day.calls(day)
        self.setAccessibleName(self.text())
        self.setVisible(bool(self._shares or self._calls))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What is written on it."""
        return listed(self._words())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return round(places[-1].bottom() + 1) if places else 0

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * 60
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max((place.width() for place in self._places(0)), default=0.0)
        return QSize(round(widest), self.fontMetrics().height())

    def _words(self) -> tuple[str, ...]:
        words = tuple(map(last_day.share_words, self._shares))
        return (*words, self._calls) if self._calls else words

    def _places(self, width: int) -> list[QRectF]:
        """Where each word stands with its bar, one after the other, from left to right."""
        metrics = self.fontMetrics()
        line, gap = metrics.height(), metrics.height()
        places: list[QRectF] = []
        x = y = 0.0
        for text in self._words():
            wide = line * 1.25 + metrics.horizontalAdvance(text) + 1
            if places and x + wide > width:
                x, y = 0.0, y + line * 1.25
            places.append(QRectF(x, y, wide, line))
            x += wide + gap
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = self.fontMetrics().height()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = self._words()
        for number, place in enumerate(self._places(self.width())):
            sign = QRectF(place.left(), place.top() + line * 0.1, line * 0.8, line * 0.8)
            text = place.adjusted(line * 1.25, 0, 0, 0)
            if mirrored:
                sign.moveRight(self.width() - sign.left())
                text.moveRight(self.width() - text.left())
            if number < len(self._shares):
                _draw_bar(painter, sign, self._shares[number], self.palette())
            else:
                height = line * _LANE * _CALL_SHARE
                sign.setTop(sign.center().y() - height / 2)
                sign.setHeight(height)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.palette().color(QPalette.ColorRole.WindowText))
                painter.drawRoundedRect(sign, height / 2, height / 2)
            painter.setPen(muted(self.palette()))
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, words[number])
        painter.end()


def _draw_bar(painter: QPainter, box: QRectF, state: Span | Share, palette: QPalette) -> None:
    """The bar of a state, over a wash of its colour as high as the best one's."""
    tone = fill_color(tone_of(state.color), palette)
    wash = QColor(tone)
    wash.setAlphaF(_WASH)
    painter.fillRect(box, wash)
    if state.height == 0:
        painter.fillRect(box, QBrush(tone, Qt.BrushStyle.DiagCrossPattern))
        return
    bar = QRectF(box)
    bar.setTop(box.bottom() - _HEIGHTS[state.height] * box.height())
    painter.fillRect(bar, tone)
