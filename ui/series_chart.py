"""Figures of many tests over time: panels below each other on one axis of time, to be zoomed.

Each panel has the mean as its line and, where more than one test stands for a point, a band from
the least to the most. One zooms with the wheel, by drawing over a range, with + and -; arrows read
one point after another, Ctrl and arrows move along the time; 0 and a double click show all again.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import wording
from ui.plot import (
    Line,
    Span,
    announce,
    draw_band,
    draw_focus,
    draw_line,
    draw_names,
    draw_scale,
    grid_color,
)
from ui.theme import muted
from ui.time_marks import time_marks

__all__ = ["ZOOM_QUIET_MS", "Panel", "Point", "SeriesChart"]

ZOOM_QUIET_MS = 250
"""How long the wheel has to rest until the range that it came to is asked for."""

_STEP = 1.25
"""How much one notch of the wheel, or one press of a key, widens or narrows."""

_LEAST_SPAN_MS = 5 * 60_000.0
"""The narrowest range: tests are minutes apart."""

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
        self.update()

    @property
    def span(self) -> Span:
        """The range that is drawn."""
        return self._span

    @property
    def readout(self) -> str:
        """The figures of the marked moment; empty where none is marked."""
        if self._marked is None:
            return ""
        parts = [wording.date_and_time(self._marked)]
        for panel in self._panels:
            point = next((p for p in panel.points if p.at == self._marked), None)
            if point is not None:
                parts.append(self._figures(panel, point))
        return "; ".join(parts)

    def _figures(self, panel: Panel, point: Point) -> str:
        if point.least == point.most:
            return self.tr("{name} {value}").format(name=panel.name, value=panel.write(point.mean))
        return self.tr("{name} {value}, from {least} to {most}").format(
            name=panel.name,
            value=panel.write(point.mean),
            least=panel.write(point.least),
            most=panel.write(point.most),
        )

    def _describe(self) -> None:
        if self._marked is not None:
            self.setAccessibleDescription(self.readout)
            return
        parts = [
            self.tr("{name} from {least} to {most}.").format(
                name=panel.name,
                least=panel.write(min(p.least for p in panel.points)),
                most=panel.write(max(p.most for p in panel.points)),
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
        moments = self._moments()
        if not moments:
            super().keyPressEvent(event)
            return
        at = None if self._marked is None else bisect_left(moments, self._marked)
        last = len(moments) - 1
        along = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        middle = self._marked or (self._span.start + self._span.end) / 2
        match event.key():
            case Qt.Key.Key_Left if along:
                self._move(-0.25)
            case Qt.Key.Key_Right if along:
                self._move(0.25)
            case Qt.Key.Key_Left:
                self._mark(moments[last if at is None else max(0, at - 1)])
            case Qt.Key.Key_Right:
                self._mark(moments[last if at is None else min(last, at + 1)])
            case Qt.Key.Key_Home:
                self._mark(moments[0])
            case Qt.Key.Key_End:
                self._mark(moments[last])
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal | Qt.Key.Key_Up:
                self.zoom(1 / _STEP, about=middle)
            case Qt.Key.Key_Minus | Qt.Key.Key_Down:
                self.zoom(_STEP, about=middle)
            case Qt.Key.Key_0:
                self.whole_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def zoom(self, factor: float, *, about: float) -> None:
        """Show so many times the range, and keep a moment in its place."""
        length = max(_LEAST_SPAN_MS, self._span.length * factor)
        share = (about - self._span.start) / self._span.length
        start = about - share * length
        self._range(Span(start, start + length))

    def _move(self, share: float) -> None:
        by = share * self._span.length
        self._range(Span(self._span.start + by, self._span.end + by))

    def _range(self, span: Span) -> None:
        """Draw what is known of another range at once, and ask for the rest when it rests."""
        self._span = span
        if self._marked is not None and not span.start <= self._marked < span.end:
            self._mark(None)
        self._quiet.start()
        self.update()

    # -- mouse -------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120.0
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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self._places()
        self._draw_times(painter, places)
        for panel, place in zip(self._panels, places, strict=False):
            self._draw_panel(painter, panel, place)
        area = self._area()
        text = self.palette().color(QPalette.ColorRole.WindowText)
        if self._marked is not None:
            x = self._span.x(area, self._marked)
            painter.setPen(QPen(text, 1.0))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
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

    def _hint(self) -> str:
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
        span = self._span
        shown = [p for p in panel.points if span.start <= p.at <= span.end]
        highest = max((p.most for p in shown), default=None)
        top = draw_scale(painter, self, place, highest, panel.write)
        draw_names(painter, self, place, ((panel.line, panel.name),))
        spread = any(p.least != p.most for p in shown)
        bounds = [(p.at, p.least, p.most) for p in shown] if spread else []
        color = panel.line.color(self.palette())
        draw_band(painter, color, place, span, bounds, top=top, gap_ms=panel.gap_ms)
        line = [(p.at, p.mean) for p in shown]
        pen = panel.line.pen(self.palette())
        draw_line(painter, pen, place, span, line, top=top, gap_ms=panel.gap_ms)
