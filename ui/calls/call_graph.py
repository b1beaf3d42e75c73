"""A call over time, drawn: what went up and down, and below it the round trip on its own scale.

The lines differ by their style as well as by their colour, and each is named where it is drawn.
What the drawing shows is said in figures too: of one moment under the mouse or under the arrow
keys' line, of the whole as the description that screen readers read.
"""

import math
from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from notifier.calls.live import LivePoint
from ui.look.theme import muted
from ui.parts.plot import Line, Span, draw_focus, draw_line, draw_names, draw_scale, grid_color
from ui.parts.stepped import stepped
from ui.parts.time_marks import clock_to_the_second
from ui.parts.tip import tip
from ui.words import wording

__all__ = ["LINES", "CallGraph"]

LINES = {
    "up": Line("#1c5fc4", "#82b4ff"),
    "down": Line("#8f3fb0", "#dd9bf5", dash=(4.0, 3.0)),
    "rtt": Line("#00706b", "#5fd3cb"),
}
"""None has a state's colour."""

_RATES_SHARE = 0.62
"""Of the height for the rates; the round trip has the rest."""

_STEPS_S = (
    *(5, 10, 20, 30),
    *(60 * minutes for minutes in (1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440)),
)
"""Seconds between two marks of the time."""

_MOST_MARKS = 6


class CallGraph(QWidget):
    """The points of one call.

    :param gap_ms: points further apart than this are not joined: nothing is known in between.
    """

    def __init__(self, gap_ms: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap_ms = gap_ms
        self._points: Sequence[LivePoint] = ()
        self._start = 0.0
        self._end = 1.0
        self._ago = False
        self._marked: int | None = None
        """The point that the mouse or the arrow keys are at."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Graph of what goes up and down, and of the round trip"))

    def show_points(
        self, points: Sequence[LivePoint], *, start: float, end: float, ago: bool
    ) -> None:
        """Draw these points.

        :param points: the oldest first.
        :param start: of the axis of time, milliseconds since 1970.
        :param end: likewise.
        :param ago: times are told backwards from the end; else forwards from the start.
        """
        same_place = self._points[self._marked].at if self._marked is not None else None
        self._points = points
        self._start, self._end, self._ago = start, max(end, start + 1.0), ago
        self._marked = None if same_place is None else self._at(same_place)
        self._describe()
        self.update()

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 48, metrics.height() * 11)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 80, metrics.height() * 14)

    # -- in figures --------------------------------------------------------------------------

    @property
    def readout(self) -> str:
        """The figures of the marked moment; empty where none is marked."""
        if self._marked is None:
            return ""
        return self._figures(self._points[self._marked])

    def _figures(self, point: LivePoint) -> str:
        text = self.tr("{time}: {up} up, {down} down, round trip {rtt}").format(
            time=clock_to_the_second(point.at),
            up=wording.kbps(point.up_kbps),
            down=wording.kbps(point.down_kbps),
            rtt=wording.milliseconds(point.rtt_ms),
        )
        if point.loss:
            text += self.tr(", {loss} lost").format(loss=wording.loss(point.loss))
        return text

    def _describe(self) -> None:
        if self._marked is not None:
            self.setAccessibleDescription(self.readout)
        elif not self._points:
            self.setAccessibleDescription(self.tr("Nothing is known yet."))
        else:
            parts = [
                self.tr("Up {low} to {high}, at last {last}.").format(
                    **_span([p.up_kbps for p in self._points], wording.kbps)
                ),
                self.tr("Down {low} to {high}, at last {last}.").format(
                    **_span([p.down_kbps for p in self._points], wording.kbps)
                ),
            ]
            delays = [p.rtt_ms for p in self._points if p.rtt_ms is not None]
            if delays:
                parts.append(
                    self.tr("Round trip {low} to {high}, at last {last}.").format(
                        **_span(delays, wording.milliseconds)
                    )
                )
            self.setAccessibleDescription(" ".join(parts))

    # -- mouse and keys ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move along the time, Home and End to its ends."""
        to = stepped(event.key(), self._marked, len(self._points))
        if to is None:
            super().keyPressEvent(event)
        else:
            self._mark(to)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place()
        share = (event.position().x() - place.left()) / max(1.0, place.width())
        inside = 0.0 <= share <= 1.0
        self._mark(self._at(self._start + share * (self._end - self._start)) if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._mark(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark(None)

    def _mark(self, index: int | None) -> None:
        if index != self._marked:
            self._marked = index
            self.setToolTip(tip(self.readout))
            self._describe()
            self.update()

    def _at(self, time: float) -> int | None:
        """The point nearest to a time, where one is near."""
        if not self._points:
            return None
        right = bisect_left(self._points, time, key=lambda point: point.at)
        near = [i for i in (right - 1, right) if 0 <= i < len(self._points)]
        best = min(near, key=lambda i: abs(self._points[i].at - time))
        return best if abs(self._points[best].at - time) <= self._gap_ms else None

    # -- drawing -----------------------------------------------------------------------------

    def _place(self) -> QRectF:
        """Where the lines are, both drawings and what is between them."""
        metrics = self.fontMetrics()
        left = metrics.horizontalAdvance(wording.kbps(999.0)) + metrics.averageCharWidth()
        top = metrics.height() * 1.5
        right = metrics.averageCharWidth() * 2
        bottom = metrics.height() * 1.7
        return QRectF(left, top, self.width() - left - right, self.height() - top - bottom)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self._place()
        between = self.fontMetrics().height() * 1.5
        high = (place.height() - between) * _RATES_SHARE
        rates = QRectF(place.left(), place.top(), place.width(), high)
        delays = QRectF(
            place.left(), rates.bottom() + between, place.width(), place.height() - between - high
        )
        self._draw_times(painter, (rates, delays))
        span = Span(self._start, self._end)
        ups = [(p.at, p.up_kbps) for p in self._points]
        downs = [(p.at, p.down_kbps) for p in self._points]
        trips = [(p.at, p.rtt_ms) for p in self._points if p.rtt_ms is not None]
        highest = max((v for _, v in ups + downs), default=None)
        top_rate = draw_scale(painter, self, rates, highest, wording.kbps)
        longest = max((v for _, v in trips), default=None)
        top_trip = draw_scale(painter, self, delays, longest, wording.milliseconds)
        # What comes down is dashed and on top, so that two equal lines are both to be seen.
        for line, place, points, top in (
            ("up", rates, ups, top_rate),
            ("down", rates, downs, top_rate),
            ("rtt", delays, trips, top_trip),
        ):
            pen = LINES[line].pen(self.palette())
            draw_line(painter, pen, place, span, points, top=top, gap_ms=self._gap_ms)
        up, down, trip = LINES["up"], LINES["down"], LINES["rtt"]
        draw_names(painter, self, rates, ((up, self.tr("Up")), (down, self.tr("Down, dashed"))))
        if self._marked is None:
            draw_names(painter, self, delays, ((trip, self.tr("Round trip")),))
        self._draw_mark(painter, rates, delays)
        draw_focus(painter, self)
        painter.end()

    def _x(self, place: QRectF, at: float) -> float:
        return Span(self._start, self._end).x(place, at)

    def _draw_times(self, painter: QPainter, places: Sequence[QRectF]) -> None:
        metrics = self.fontMetrics()
        seconds = (self._end - self._start) / 1000
        days = math.ceil(seconds / 86_400 / _MOST_MARKS)
        step = next((s for s in _STEPS_S if seconds / s <= _MOST_MARKS), days * 86_400)
        texts = [self._time_text(number * step) for number in range(int(seconds // step) + 1)]
        widest = max(map(metrics.horizontalAdvance, texts)) + metrics.averageCharWidth() * 2
        apart = places[0].width() * step / max(seconds, step)
        each = math.ceil(widest / max(apart, 1.0))  # so that none stands over another
        for number, text in enumerate(texts):
            offset = number * step * 1000.0
            x = self._x(places[0], self._end - offset if self._ago else self._start + offset)
            painter.setPen(grid_color(self.palette()))
            for place in places:
                painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))
            if number % each:
                continue
            painter.setPen(muted(self.palette()))
            width = metrics.horizontalAdvance(text)
            left = min(max(0.0, x - width / 2), self.width() - width)
            below = places[-1].bottom() + metrics.ascent() + metrics.height() * 0.5
            painter.drawText(QPointF(left, below), text)

    def _time_text(self, seconds: int) -> str:
        if seconds == 0:
            return self.tr("now") if self._ago else QLocale().toString(0)
        if seconds % 60:
            length = self.tr("{seconds} s").format(seconds=QLocale().toString(seconds))
        else:
            length = self.tr("{minutes} min").format(minutes=QLocale().toString(seconds // 60))
        return self.tr("{length} ago").format(length=length) if self._ago else length

    def _draw_mark(self, painter: QPainter, rates: QRectF, delays: QRectF) -> None:
        if self._marked is None:
            return
        metrics = self.fontMetrics()
        x = self._x(rates, self._points[self._marked].at)
        color = self.palette().color(QPalette.ColorRole.WindowText)
        painter.setPen(QPen(color, 1.0))
        painter.drawLine(QPointF(x, rates.top()), QPointF(x, delays.bottom()))
        base = delays.top() - metrics.height() * 0.45
        painter.drawText(QPointF(delays.left(), base), self.readout)


def _span(values: Sequence[float], write: Callable[[float], str]) -> dict[str, str]:
    return {"low": write(min(values)), "high": write(max(values)), "last": write(values[-1])}
