"""What all drawings of figures over time share: scales, lines, bands, names, and their colours.

Functions that draw on a painter, and small values that say what; each widget decides what stands
where. Time runs from left to right in every language, as on paper.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QWidget

from ui.look.theme import is_dark, muted
from ui.words import wording

__all__ = [
    "Line",
    "Span",
    "announce",
    "draw_band",
    "draw_focus",
    "draw_line",
    "draw_names",
    "draw_scale",
    "grid_color",
    "scale_top",
    "ticks",
]

_POINT_PIXELS = 1.5
"""Points closer to each other than this are drawn as their mean."""

_DOT_PIXELS = 2.5
"""Half the width of a point that no line reaches."""

_HEADROOM = 1.06
"""Above the highest value, so that a flat line does not lie on the frame."""

_LEAST = 1e-9
"""What is less is nothing on a scale of kbit/s or milliseconds."""


@dataclass(frozen=True, slots=True)
class Line:
    """How a line is drawn; two lines of one drawing differ by more than their colour."""

    light: str
    """Its colour on a light ground."""

    dark: str
    width: float = 2.0
    """Device-independent pixels."""

    dash: tuple[float, ...] = ()
    """Pieces and gaps in widths of the line; empty for a line that is drawn through."""

    def color(self, palette: QPalette) -> QColor:
        """Its colour on this palette's window."""
        return QColor(self.dark if is_dark(palette) else self.light)

    def pen(self, palette: QPalette) -> QPen:
        """A pen that draws it."""
        pen = QPen(self.color(palette), self.width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if self.dash:
            pen.setDashPattern(list(self.dash))
        return pen


@dataclass(frozen=True, slots=True)
class Span:
    """An axis of time, milliseconds since 1970; the end is later than the start."""

    start: float
    end: float

    @property
    def length(self) -> float:
        """Milliseconds."""
        return self.end - self.start

    def x(self, place: QRectF, at: float) -> float:
        """Where a moment is in this place."""
        return place.left() + (at - self.start) / self.length * place.width()

    def at(self, place: QRectF, x: float) -> float:
        """The moment at this abscissa."""
        return self.start + (x - place.left()) / max(1.0, place.width()) * self.length


def ticks(most_value: float, *, most: int = 4) -> list[float]:
    """Even marks of a scale from 0 to at least this value: steps of 1, 2 or 5 times a power of ten.

    :param most: how many marks above 0 at most.
    """
    value = most_value if _LEAST <= most_value < math.inf else 1.0
    power = 10.0 ** math.floor(math.log10(value / most))
    step = next(s * power for s in (1.0, 2.0, 5.0, 10.0, 20.0) if s * power * most >= value)
    return [step * number for number in range(math.ceil(round(value / step, 9)) + 1)]


def grid_color(palette: QPalette) -> QColor:
    """Of the lines behind a drawing: faint, as nothing depends on them alone."""
    color = QColor(palette.color(QPalette.ColorRole.WindowText))
    color.setAlphaF(0.16)
    return color


def scale_top(widget: QWidget, place: QRectF, highest: float | None) -> float:
    """What the top of a scale stands for, see :func:`draw_scale`."""
    return max(_marks(widget, place, highest)[-1], (highest or 0.0) * _HEADROOM)


def _marks(widget: QWidget, place: QRectF, highest: float | None) -> list[float]:
    room = max(1, int(place.height() // (widget.fontMetrics().height() * 1.6)))
    return ticks(highest or 0.0, most=min(4, room))


def draw_scale(
    painter: QPainter,
    widget: QWidget,
    place: QRectF,
    highest: float | None,
    write: Callable[[float], str],
) -> float:
    """Draw lines across and their figures beside them; return what the top stands for.

    :param highest: of the values; None where there are none, and then no figures stand there.
    """
    metrics, palette = widget.fontMetrics(), widget.palette()
    marks, top = _marks(widget, place, highest), scale_top(widget, place, highest)
    for value in marks:
        y = place.bottom() - value / top * place.height()
        painter.setPen(grid_color(palette))
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
        if highest is None and value:
            continue
        painter.setPen(muted(palette))
        text = write(value) if value else wording.number(0)
        left = place.left() - metrics.horizontalAdvance(text) - metrics.averageCharWidth() * 0.6
        painter.drawText(QPointF(left, y + metrics.ascent() * 0.4), text)
    return top


def draw_line(
    painter: QPainter,
    pen: QPen,
    place: QRectF,
    span: Span,
    points: Sequence[tuple[float, float]],
    *,
    top: float,
    gap_ms: float,
) -> None:
    """Draw values over time.

    :param points: moments and values, the oldest first.
    :param top: what the place's upper edge stands for.
    :param gap_ms: points further apart than this are not joined: nothing is known in between.
    """
    path = QPainterPath()
    alone: list[QPointF] = []
    before: float | None = None
    every = math.ceil(len(points) * _POINT_PIXELS / max(1.0, place.width()))
    gap_ms *= max(1, every)
    for at, value in _means(points, every):
        if not span.start <= at <= span.end:
            continue
        point = QPointF(span.x(place, at), place.bottom() - value / top * place.height())
        if before is None or at - before > gap_ms:
            path.moveTo(point)
            alone.append(point)
        else:
            path.lineTo(point)
            if alone and path.elementAt(path.elementCount() - 2).isMoveTo():
                alone.pop()
        before = at
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    for point in alone:
        painter.drawEllipse(point, _DOT_PIXELS, _DOT_PIXELS)


def draw_band(
    painter: QPainter,
    color: QColor,
    place: QRectF,
    span: Span,
    bounds: Sequence[tuple[float, float, float]],
    *,
    top: float,
    gap_ms: float,
) -> None:
    """Fill between the least and the most of each moment.

    :param bounds: moment, least and most, the oldest first.
    """
    wash, edge = QColor(color), QColor(color)
    wash.setAlphaF(0.18)
    edge.setAlphaF(0.45)
    painter.setPen(QPen(edge, 0.8))
    painter.setBrush(wash)
    for part in _unbroken(bounds, gap_ms):
        upper, lower = [], []
        for at, least, most in part:
            x = span.x(place, at)
            upper.append(QPointF(x, place.bottom() - most / top * place.height()))
            lower.append(QPointF(x, place.bottom() - least / top * place.height()))
        if len(part) == 1:
            painter.drawLine(upper[0], lower[0])
        else:
            painter.drawPolygon([*upper, *reversed(lower)])


def draw_names(
    painter: QPainter,
    widget: QWidget,
    place: QRectF,
    names: Sequence[tuple[Line, str]],
    *,
    note: str = "",
) -> None:
    """Above a place: a piece of each line, and what it is.

    :param note: what has to be known of them beside that.
    """
    metrics, palette = widget.fontMetrics(), widget.palette()
    letter = metrics.averageCharWidth()
    sample = letter * 4.0
    needed = sum(sample + letter * 4 + metrics.horizontalAdvance(name) for _, name in names)
    # Where they are long, they begin above the scale.
    x = max(0.0, min(place.left(), widget.width() - needed + letter * 3))
    base = place.top() - metrics.height() * 0.45
    for line, name in names:
        middle = base - metrics.ascent() * 0.35
        painter.setPen(line.pen(palette))
        painter.drawLine(QPointF(x, middle), QPointF(x + sample, middle))
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        x += sample + letter
        painter.drawText(QPointF(x, base), name)
        x += metrics.horizontalAdvance(name) + letter * 3
    if note:
        painter.setPen(muted(palette))
        room = max(0, round(place.right() - x))
        told = metrics.elidedText(note, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(x, base), told)


def draw_focus(painter: QPainter, widget: QWidget) -> None:
    """A frame around a drawing that has the keyboard."""
    if not widget.hasFocus():
        return
    painter.setPen(QPen(widget.palette().color(QPalette.ColorRole.Highlight), 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(widget.rect()).adjusted(1.0, 1.0, -1.0, -1.0))


def announce(widget: QObject, text: str) -> None:
    """Have a screen reader say this now, as it does with what a moved cursor is on."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def _means(points: Sequence[tuple[float, float]], every: int) -> Sequence[tuple[float, float]]:
    """Of so many points each: hours of a call have more than a line can show."""
    if every < 2:
        return points
    parts = (points[first : first + every] for first in range(0, len(points), every))
    return [
        (sum(at for at, _ in part) / len(part), sum(value for _, value in part) / len(part))
        for part in parts
    ]


def _unbroken(
    bounds: Sequence[tuple[float, float, float]], gap_ms: float
) -> list[list[tuple[float, float, float]]]:
    parts: list[list[tuple[float, float, float]]] = []
    for bound in bounds:
        if not parts or bound[0] - parts[-1][-1][0] > gap_ms:
            parts.append([])
        parts[-1].append(bound)
    return parts
