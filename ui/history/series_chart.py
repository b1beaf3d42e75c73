"""Figures of many tests over time: panels below each other on one axis of time, to be zoomed.

Each panel has the mean as its line and, where more than one test stands for a point, a band from
the least to the most. A few values that are far above all others do not squeeze the rest: they are
marked at the upper edge. One zooms with the wheel, by drawing over a range, with + and -; arrows
read one point after another, Ctrl and arrows move along the time, as does a wheel that tilts; 0 and
a double click show all again.
"""

import math
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.theme import muted
from ui.parts.plot import (
    Line,
    Span,
    announce,
    draw_band,
    draw_focus,
    draw_line,
    draw_names,
    draw_scale,
    grid_color,
    scale_top,
)
from ui.parts.stepped import stepped
from ui.parts.time_marks import clock, time_marks
from ui.words import wording

__all__ = ["MOST_SPAN_MS", "ZOOM_QUIET_MS", "Panel", "Point", "SeriesChart"]

ZOOM_QUIET_MS = 250
"""How long the wheel has to rest until the range that it came to is asked for."""

_STEP = 1.25
"""How much one notch of the wheel, or one press of a key, widens or narrows."""

_LEAST_SPAN_MS = 5 * 60_000.0
"""The narrowest range: tests are minutes apart."""

MOST_SPAN_MS = 30 * 366 * 86_400_000.0
"""The widest range: longer than anybody has a history."""

_CALENDAR = Span(0.0, 7_258_118_400_000.0)
"""1970 to 2200: beyond that are no tests, and further on no dates."""

_OUTLIERS = 0.025
"""Of so large a part of the points the highest may be cut off, so that the others can be told apart
where ..."""

_FAR = 4.0
"""... they are so many times as high as all the rest. Marks at the edge show where."""

_ENOUGH = 40
"""Points below which each of them counts: an outlier is one among many."""

_EDGE_PIXELS = 2.0
"""Of lines at the upper and lower edge, which are as wide."""

_MARK_PIXELS = 4.0
"""Half the width of a mark."""

_APART_PIXELS = 16.0
"""Between two marks of "at least"."""

_DRAG_PIXELS = 6.0
"""A press and release that are closer together are a click."""


@dataclass(frozen=True, slots=True)
class Point:
    """The tests around one moment."""

    at: float
    """Milliseconds since 1970."""

    least: float
    mean: float
    most: float
    at_least: bool = False
    """Mean and most are lower bounds."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One figure over time."""

    name: str
    line: Line
    write: Callable[[float], str]
    """A value with its unit."""

    points: Sequence[Point]
    """The oldest first."""

    gap_ms: float
    """Points further apart than this are not joined."""

    write_at_least: Callable[[float], str] | None = None
    """A lower bound with its unit; None where there are none."""

    def written(self, value: float, *, bounded: bool) -> str:
        """A value with its unit.

        :param bounded: it is a lower bound.
        """
        write = self.write_at_least if bounded and self.write_at_least is not None else self.write
        return write(value)


class SeriesChart(QWidget):
    """Panels below each other.

    Signals:
        zoomed: another range is wanted: its start and end, milliseconds since 1970.
        whole_wanted: the range before all zooming is wanted.
    """

    zoomed = Signal(float, float)
    whole_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panels: Sequence[Panel] = ()
        self._span = Span(0.0, 1.0)
        self._marked: float | None = None
        """The moment that the mouse or the arrow keys are at; there is a point."""
        self._drawn: QPixmap | None = None
        self._pressed: float | None = None
        self._dragged: float | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(ZOOM_QUIET_MS)
        self._quiet.timeout.connect(lambda: self.zoomed.emit(self._span.start, self._span.end))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Graphs of what the tests found"))

    def show_panels(self, panels: Sequence[Panel], span: Span) -> None:
        """Draw these."""
        self._quiet.stop()
        self._panels = panels
        self._span = Span(span.start, max(span.end, span.start + 1.0))
        self._pressed = self._dragged = None
        if self._marked not in self._moments():
            self._marked = None
        self._describe()
        self.updateGeometry()
        self._draw_anew()

    @property
    def span(self) -> Span:
        """The range that is drawn."""
        return self._span

    @property
    def readout(self) -> str:
        """The figures of the marked moment; empty where none is marked.

        What was not measured then, as light tests measure no throughput, is the nearest before or
        after it, with its time.
        """
        marked = self._marked
        if marked is None:
            return ""
        parts = [wording.date_and_time(marked)]
        for panel in self._panels:
            point = min(panel.points, key=lambda p: abs(p.at - marked), default=None)
            if point is None or abs(point.at - marked) > panel.gap_ms:
                continue
            told = self._figures(panel, point)
            if point.at != marked:
                told = self.tr("{figure} ({time})").format(figure=told, time=clock(point.at))
            parts.append(told)
        return "; ".join(parts)

    def _figures(self, panel: Panel, point: Point) -> str:
        value = panel.written(point.mean, bounded=point.at_least)
        if point.least == point.most:
            return self.tr("{name} {value}").format(name=panel.name, value=value)
        return self.tr("{name} {value}, from {least} to {most}").format(
            name=panel.name,
            value=value,
            least=panel.write(point.least),
            most=panel.written(point.most, bounded=point.at_least),
        )

    def _describe(self) -> None:
        if self._marked is not None:
            self.setAccessibleDescription(self.readout)
            return
        parts = [
            self.tr("{name} from {least} to {most}.").format(
                name=panel.name,
                least=panel.write(min(p.least for p in panel.points)),
                most=panel.written(
                    max(p.most for p in panel.points),
                    bounded=max(panel.points, key=lambda p: p.most).at_least,
                ),
            )
            for panel in self._panels
            if panel.points
        ]
        self.setAccessibleDescription(" ".join(parts) or self.tr("Nothing was measured here."))

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 110, round(metrics.height() * self._lines()))

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 50, round(metrics.height() * self._lines()))

    def _lines(self) -> float:
        return 2.5 + 5.5 * max(1, len(self._panels))

    # -- keys --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zooming and moving work where nothing was tested, too: they are the way back."""
        along = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        middle = self._marked or (self._span.start + self._span.end) / 2
        match event.key():
            case Qt.Key.Key_Left if along:
                self._move(-0.25)
            case Qt.Key.Key_Right if along:
                self._move(0.25)
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Home | Qt.Key.Key_End:
                self._step(event.key())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal | Qt.Key.Key_Up:
                self.zoom(1 / _STEP, about=middle)
            case Qt.Key.Key_Minus | Qt.Key.Key_Down:
                self.zoom(_STEP, about=middle)
            case Qt.Key.Key_0:
                self.whole_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def _step(self, key: int) -> None:
        """Read another point."""
        moments = self._moments()
        at = None if self._marked is None else bisect_left(moments, self._marked)
        to = stepped(key, at, len(moments))
        if to is not None:
            self._mark(moments[to])

    def zoom(self, factor: float, *, about: float) -> None:
        """Show so many times the range, and keep a moment in its place."""
        length = min(max(_LEAST_SPAN_MS, self._span.length * factor), MOST_SPAN_MS)
        share = (about - self._span.start) / self._span.length
        start = about - share * length
        self._range(Span(start, start + length))

    def _move(self, share: float) -> None:
        start = self._span.start + share * self._span.length
        self._range(Span(start, start + self._span.length))

    def _range(self, span: Span) -> None:
        """Draw what is known of another range at once, and ask for the rest when it rests."""
        start = min(max(span.start, _CALENDAR.start), _CALENDAR.end - span.length)
        self._span = span = Span(start, start + span.length)
        if self._marked is not None and not span.start <= self._marked < span.end:
            self._mark(None)
        self._quiet.start()
        self._draw_anew()

    # -- mouse -------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches, aside = event.angleDelta().y() / 120.0, event.angleDelta().x() / 120.0
        if aside and abs(aside) > abs(notches):  # a wheel that tilts, two fingers on a touchpad
            self._move(-aside / 10)
            event.accept()
            return
        if not notches:
            super().wheelEvent(event)
            return
        about = self._span.at(self._area(), event.position().x())
        self.zoom(_STEP**-notches, about=min(max(about, self._span.start), self._span.end))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._pressed is not None:
            self._dragged = x if abs(x - self._pressed) >= _DRAG_PIXELS else None
            self.update()
            return
        inside = self._area().left() <= x <= self._area().right()
        self._mark(self._near(self._span.at(self._area(), x)) if inside else None, say=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, dragged = self._pressed, self._dragged
        self._pressed = self._dragged = None
        if pressed is not None and dragged is not None:
            area = self._area()
            ends = sorted(self._span.at(area, x) for x in (pressed, dragged))
            start, end = max(ends[0], self._span.start), min(ends[1], self._span.end)
            if end - start >= _LEAST_SPAN_MS:
                self._range(Span(start, end))
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self.whole_wanted.emit()

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._mark(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark(None)

    def _moments(self) -> list[float]:
        span = self._span
        return sorted(
            {p.at for panel in self._panels for p in panel.points if span.start <= p.at < span.end}
        )

    def _near(self, at: float) -> float | None:
        return min(self._moments(), key=lambda moment_: abs(moment_ - at), default=None)

    def _mark(self, at: float | None, *, say: bool = True) -> None:
        if at == self._marked:
            return
        self._marked = at
        self._describe()
        if say:
            announce(self, self.readout)
        self.update()

    # -- drawing -----------------------------------------------------------------------------

    def _area(self) -> QRectF:
        """Where the panels are, with what is between them."""
        metrics = self.fontMetrics()
        left = metrics.horizontalAdvance(wording.kbps(999.0)) + metrics.averageCharWidth() * 2
        top = metrics.height() * 2.8  # the readout, and the first name
        right = metrics.averageCharWidth() * 3
        bottom = metrics.height() * 1.7
        return QRectF(left, top, self.width() - left - right, self.height() - top - bottom)

    def _places(self) -> list[QRectF]:
        area, between = self._area(), self.fontMetrics().height() * 1.6
        count = max(1, len(self._panels))
        high = (area.height() - between * (count - 1)) / count
        return [
            QRectF(area.left(), area.top() + number * (high + between), area.width(), high)
            for number in range(count)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawing())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places, area = self._places(), self._area()
        text = self.palette().color(QPalette.ColorRole.WindowText)
        if self._marked is not None:
            x = self._span.x(area, self._marked)
            painter.setPen(QPen(text, 1.0))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            self._draw_marked(painter, places, self._marked)
        metrics = self.fontMetrics()
        line = self.readout or self._hint()
        painter.setPen(text if self._marked is not None else muted(self.palette()))
        room = self.width() - metrics.averageCharWidth() * 3
        told = metrics.elidedText(line, Qt.TextElideMode.ElideRight, round(room))
        painter.drawText(QPointF(metrics.averageCharWidth(), metrics.height()), told)
        if self._pressed is not None and self._dragged is not None:
            chosen = QRectF(self._pressed, area.top(), self._dragged - self._pressed, area.height())
            wash = self.palette().color(QPalette.ColorRole.Highlight)
            wash.setAlphaF(0.25)
            painter.fillRect(chosen.normalized(), wash)
        draw_focus(painter, self)
        painter.end()

    def _drawing(self) -> QPixmap:
        """Panels and axis, kept while only the mouse moves: lines of 400 points take a while."""
        ratio = self.devicePixelRatioF()
        pixels = (QSizeF(self.size()) * ratio).toSize()
        drawn = self._drawn
        if drawn is not None and drawn.size() == pixels and drawn.devicePixelRatio() == ratio:
            return drawn
        drawn = self._drawn = QPixmap(pixels)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setFont(self.font())
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self._places()
        self._draw_times(painter, places)
        for panel, place in zip(self._panels, places, strict=False):
            self._draw_panel(painter, panel, place)
        painter.end()
        return drawn

    def _draw_anew(self) -> None:
        self._drawn = None
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Colours or fonts may be others."""
        self._draw_anew()
        super().changeEvent(event)

    def _hint(self) -> str:
        if not any(panel.points for panel in self._panels):
            return self.tr("Nothing was measured here.")
        return self.tr("Line: mean. Band: least to most. Wheel, drag, + and - zoom; 0 shows all.")

    def _draw_times(self, painter: QPainter, places: Sequence[QRectF]) -> None:
        metrics, area = self.fontMetrics(), self._area()
        widest = metrics.horizontalAdvance("00/00/0000 00:00") + metrics.averageCharWidth() * 2
        for at, text in time_marks(self._span, most=max(2, int(area.width() // widest))):
            x = self._span.x(area, at)
            painter.setPen(grid_color(self.palette()))
            for place in places:
                painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))
            painter.setPen(muted(self.palette()))
            width = metrics.horizontalAdvance(text)
            left = min(max(0.0, x - width / 2), self.width() - width)
            below = area.bottom() + metrics.ascent() + metrics.height() * 0.5
            painter.drawText(QPointF(left, below), text)

    def _draw_panel(self, painter: QPainter, panel: Panel, place: QRectF) -> None:
        span, color = self._span, panel.line.color(self.palette())
        shown = self._shown(panel)
        top = draw_scale(painter, self, place, _highest(shown), panel.write)
        note = self._note(panel, shown, top)
        draw_names(painter, self, place, ((panel.line, panel.name),), note=note)
        painter.save()
        painter.setClipRect(place.adjusted(-1.0, -_EDGE_PIXELS, 1.0, _EDGE_PIXELS))
        spread = any(p.least != p.most for p in shown)
        bounds = [(p.at, p.least, min(p.most, top)) for p in shown] if spread else []
        draw_band(painter, color, place, span, bounds, top=top, gap_ms=panel.gap_ms)
        line = [(p.at, p.mean) for p in shown]
        pen = panel.line.pen(self.palette())
        draw_line(painter, pen, place, span, line, top=top, gap_ms=panel.gap_ms)
        painter.restore()
        self._draw_arrows(painter, color, place, shown, top)

    def _shown(self, panel: Panel) -> list[Point]:
        return [p for p in panel.points if self._span.start <= p.at <= self._span.end]

    def _note(self, panel: Panel, shown: Sequence[Point], top: float) -> str:
        """What the marks mean, where there are any."""
        told = []
        if any(p.at_least for p in shown):
            told.append(self.tr("↑ at least so much: the line was not full"))
        highest = max((p.most for p in shown), default=0.0)
        if highest > top:
            told.append(
                self.tr("▲ higher than is shown, up to {most}").format(most=panel.write(highest))
            )
        return ", ".join(told)

    def _draw_arrows(
        self, painter: QPainter, color: QColor, place: QRectF, shown: Sequence[Point], top: float
    ) -> None:
        """An arrow up on what is a lower bound, a triangle at the edge below what is higher."""
        free_from = -math.inf
        painter.setBrush(color)
        for point in shown:
            x = self._span.x(place, point.at)
            if point.most > top:
                painter.setPen(Qt.PenStyle.NoPen)
                edge = place.top()
                painter.drawPolygon(
                    [
                        QPointF(x - _MARK_PIXELS, edge + 1.5 * _MARK_PIXELS),
                        QPointF(x, edge),
                        QPointF(x + _MARK_PIXELS, edge + 1.5 * _MARK_PIXELS),
                    ]
                )
            elif point.at_least and x >= free_from:
                painter.setPen(QPen(color, 1.2))
                y = place.bottom() - point.mean / top * place.height()
                tip = QPointF(x, y - 2.4 * _MARK_PIXELS)
                painter.drawLine(QPointF(x, y), tip)
                for side in (-0.7, 0.7):
                    barb = QPointF(side * _MARK_PIXELS, _MARK_PIXELS)
                    painter.drawLine(tip, tip + barb)
                free_from = x + _APART_PIXELS

    def _draw_marked(self, painter: QPainter, places: Sequence[QRectF], at: float) -> None:
        """A dot on each line where it is read."""
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Window), 1.0))
        for panel, place in zip(self._panels, places, strict=False):
            shown = self._shown(panel)
            top = scale_top(self, place, _highest(shown))
            for point in shown:
                if point.at == at and point.mean <= top:
                    painter.setBrush(panel.line.color(self.palette()))
                    y = place.bottom() - point.mean / top * place.height()
                    painter.drawEllipse(QPointF(self._span.x(place, at), y), 4.0, 4.0)


def _highest(shown: Sequence[Point]) -> float | None:
    """What the scale has to reach; without a few that are far above all others."""
    values = sorted(p.most for p in shown)
    if not values:
        return None
    rest = values[math.ceil(len(values) * (1 - _OUTLIERS)) - 1]
    if len(values) >= _ENOUGH and rest > 0 and values[-1] > _FAR * rest:
        return rest * 1.5
    return values[-1]
