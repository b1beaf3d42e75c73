"""Rows of cells over time, each filled with the colours of the tests in it, with calls below them.

A colour never stands alone: green is plain, amber hatched, red hatched both ways; they lie on each
other in this order, so that also the height tells them apart. A cell is said in words under the
mouse, and under the arrow keys' frame to whoever listens to a screen reader.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.look.theme import Tone, fill_color, muted
from ui.parts.plot import announce, draw_focus, grid_color
from ui.parts.tip import tip

__all__ = ["Bar", "CellGrid", "Place", "Shares", "draw_swatch"]

Place = tuple[int, int]
"""Row and column of a cell."""

_HATCHES = {
    Tone.AMBER: Qt.BrushStyle.BDiagPattern,
    Tone.RED: Qt.BrushStyle.DiagCrossPattern,
}

_STACK = (Tone.GREEN, Tone.AMBER, Tone.RED)
"""From the bottom to the top of a cell."""


@dataclass(frozen=True, slots=True)
class Shares:
    """How many tests of each colour are in a cell."""

    green: int = 0
    amber: int = 0
    red: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.green + self.amber + self.red

    def of(self, tone: Tone) -> float:
        """The part of one colour, 0 to 1."""
        counts = {Tone.GREEN: self.green, Tone.AMBER: self.amber, Tone.RED: self.red}
        return counts.get(tone, 0) / max(1, self.total)

    def __add__(self, other: "Shares") -> "Shares":
        return Shares(self.green + other.green, self.amber + other.amber, self.red + other.red)


@dataclass(frozen=True, slots=True)
class Bar:
    """A call, below the cells of its time."""

    row: int
    first: float
    """Where it begins: columns from the left, with their fractions."""

    last: float
    tone: Tone
    """What it got."""

    forecast: Tone | None
    """What had been forecast; None where nothing was."""


class CellGrid(QWidget):
    """The cells; one of them is the cursor's.

    :param name: what a screen reader calls it.

    Signals:
        opened: a cell was double-clicked, or Enter pressed on it: its row and column.
        paged: Page Up (-1) or Page Down (1) was pressed.
        cursor_moved: the cursor is on another cell.
        hovered: the mouse is on another cell, with its text; empty where it is on none.
    """

    opened = Signal(int, int)
    paged = Signal(int)
    cursor_moved = Signal()
    hovered = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[str] = ()
        self._columns: Sequence[str] = ()
        self._cells: Mapping[Place, Shares] = {}
        self._bars: Sequence[Bar] = ()
        self._text: Callable[[int, int], str] = lambda _row, _column: ""
        self._lines = 1.4
        self._cursor: Place | None = None
        self._hovered: Place | None = None
        self._below: CellGrid | None = None
        """Another one whose columns stand where these do."""
        self._widest: float | None = None
        """Of the names of the rows; None until it is asked for."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_cells(
        self,
        rows: Sequence[str],
        columns: Sequence[str],
        cells: Mapping[Place, Shares],
        *,
        bars: Sequence[Bar] = (),
        text: Callable[[int, int], str],
        lines: float,
        whole: str = "",
    ) -> None:
        """Draw these.

        :param rows: their names.
        :param columns: what stands above each; empty where nothing does.
        :param cells: those with tests in them.
        :param text: what a cell says in words.
        :param lines: the height of a row in lines of text.
        :param whole: the whole in words, for a screen reader, while no cell is chosen.
        """
        if (len(rows), len(columns)) != (len(self._rows), len(self._columns)):
            self._cursor = None
        self._widest = None
        self._rows, self._columns, self._cells, self._bars = rows, columns, cells, bars
        self._text, self._lines = text, lines
        self._hovered = None
        self.setAccessibleDescription(self.readout or whole)
        self.updateGeometry()
        self.update()
        if self._below is not None:
            self._below.update()

    def align(self, other: "CellGrid") -> None:
        """Have the columns of both begin at the same place."""
        self._below, other._below = other, self

    @property
    def cursor_cell(self) -> Place | None:
        """The cell that the arrow keys are on."""
        return self._cursor

    @property
    def readout(self) -> str:
        """The cursor's cell in words; empty where there is none."""
        return "" if self._cursor is None else self._text(*self._cursor)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        height = self._head() + len(self._rows) * self._row_height() + metrics.height() * 0.3
        return QSize(metrics.averageCharWidth() * 110, round(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 50, self.sizeHint().height())

    # -- mouse and keys ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move over the cells, Home and End in a row, with Ctrl over all."""
        last_row, last = len(self._rows) - 1, len(self._columns) - 1
        if last_row < 0 or last < 0:
            super().keyPressEvent(event)
            return
        row, column = self._cursor or (last_row, last)
        far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Left:
                column -= 1
            case Qt.Key.Key_Right:
                column += 1
            case Qt.Key.Key_Up:
                row -= 1
            case Qt.Key.Key_Down:
                row += 1
            case Qt.Key.Key_Home:
                row, column = (0 if far else row), 0
            case Qt.Key.Key_End:
                row, column = (last_row if far else row), last
            case Qt.Key.Key_PageUp:
                self.paged.emit(-1)
                return
            case Qt.Key.Key_PageDown:
                self.paged.emit(1)
                return
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._cursor is not None:
                self.opened.emit(row, column)
                return
            case _:
                super().keyPressEvent(event)
                return
        if self._cursor is None:
            row, column = last_row, last
        self.move_cursor(min(max(row, 0), last_row), min(max(column, 0), last))

    def move_cursor(self, row: int, column: int) -> None:
        """Put the cursor on a cell, and say it."""
        self._cursor = row, column
        self.setAccessibleDescription(self.readout)
        announce(self, self.readout)
        self.cursor_moved.emit()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._cell_at(event.position()))

    def _hover(self, cell: Place | None) -> None:
        if cell == self._hovered:
            return
        for one in (self._hovered, cell):
            if one is not None:
                edge = self._rect(one[0], one[1], one[1] + 1).adjusted(-2.0, -2.0, 2.0, 2.0)
                self.update(edge.toAlignedRect())
        self._hovered = cell
        self.hovered.emit("" if cell is None else self._text(*cell))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        cell = self._cell_at(event.position())
        if cell is not None:
            self.move_cursor(*cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if cell is not None:
            self.opened.emit(*cell)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._widest = None
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell_at(QPointF(event.pos()))
            text = "" if cell is None else self._text(*cell)
            QToolTip.showText(event.globalPos(), tip(text), self)
            return True
        return super().event(event)

    def center_of(self, row: int, column: int) -> QPoint:
        """The middle of a cell."""
        return self._rect(row, column, column + 1).center().toPoint()

    def _cell_at(self, at: QPointF) -> Place | None:
        area = self._area()
        row = int((at.y() - area.top()) // self._row_height())
        column = int((at.x() - area.left()) // self._cell_width())
        inside = 0 <= row < len(self._rows) and 0 <= column < len(self._columns)
        return (row, column) if inside and area.contains(at) else None

    # -- drawing -----------------------------------------------------------------------------

    @property
    def head_height(self) -> int:
        """How much of the top the names of the columns take, in pixels."""
        return round(self._head())

    def _head(self) -> float:
        return self.fontMetrics().height() * 1.5

    def _row_height(self) -> float:
        return self.fontMetrics().height() * self._lines

    def _names_width(self) -> float:
        if self._widest is None:
            metrics = self.fontMetrics()
            self._widest = max((metrics.horizontalAdvance(row) for row in self._rows), default=0)
        return self._widest

    def _area(self) -> QRectF:
        """Where the cells are."""
        metrics = self.fontMetrics()
        widest = self._names_width()
        if self._below is not None:
            widest = max(widest, self._below._names_width())
        left = widest + metrics.averageCharWidth() * 2.0
        right = metrics.averageCharWidth() * 1.5
        height = len(self._rows) * self._row_height()
        return QRectF(left, self._head(), max(1.0, self.width() - left - right), height)

    def _cell_width(self) -> float:
        return self._area().width() / max(1, len(self._columns))

    def _rect(self, row: int, first: float, last: float) -> QRectF:
        area, width, height = self._area(), self._cell_width(), self._row_height()
        return QRectF(
            area.left() + first * width, area.top() + row * height, (last - first) * width, height
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw_headings(painter)
        looks = _Looks(self.palette())
        below = self._below_cells()
        shown = QRectF(event.rect())
        area, width, height = self._area(), self._cell_width(), self._row_height()
        for row in range(len(self._rows)):
            line = QRectF(area.left(), area.top() + row * height, area.width(), height)
            if not line.intersects(shown):
                continue
            for column in range(len(self._columns)):
                cell = QRectF(line.left() + column * width, line.top(), width, height)
                if cell.intersects(shown):
                    cell.setBottom(cell.bottom() - below)
                    _draw_cell(painter, cell, self._cells.get((row, column)), looks)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for bar in sorted(self._bars, key=lambda bar: bar.first - bar.last):
            self._draw_bar(painter, bar, looks)  # a short call lies on a long one
        for place, width in ((self._hovered, 1.0), (self._cursor if self.hasFocus() else None, 2)):
            if place is not None:
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), width))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self._rect(place[0], place[1], place[1] + 1))
        draw_focus(painter, self)
        painter.end()

    def _draw_headings(self, painter: QPainter) -> None:
        self.draw_columns(painter)
        metrics = self.fontMetrics()
        area = self._area()
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        height = self._row_height()
        middle = (height - self._below_cells()) / 2 + (metrics.ascent() - metrics.descent()) / 2
        for row, name in enumerate(self._rows):
            base = area.top() + row * height + middle
            painter.drawText(QPointF(metrics.averageCharWidth() * 0.8, base), name)

    def draw_columns(self, painter: QPainter) -> None:
        """What stands above the columns, as it stands on top of the widget."""
        metrics = self.fontMetrics()
        area = self._area()
        painter.setPen(muted(self.palette()))
        free_from = 0.0
        for column, heading in enumerate(self._columns):
            x = area.left() + column * self._cell_width()
            if heading and x >= free_from:
                painter.drawText(QPointF(x, area.top() - metrics.height() * 0.4), heading)
                free_from = x + metrics.horizontalAdvance(heading) + metrics.averageCharWidth()

    def _below_cells(self) -> float:
        """Room for calls in each row; none where there is no call at all."""
        return self._bar_height() if self._bars else 0.0

    def _bar_height(self) -> float:
        return min(max(5.0, self._row_height() * 0.24), self.fontMetrics().height() * 0.75)

    def _draw_bar(self, painter: QPainter, bar: Bar, looks: "_Looks") -> None:
        """What the call got as a bar; what was forecast as a square at its beginning."""
        place = self._rect(bar.row, bar.first, max(bar.last, bar.first))
        height = self._bar_height() - 1.5
        least = height * 2.5
        place.setTop(place.bottom() - height - 1.0)
        place.setHeight(height)
        place.setWidth(max(place.width(), least))
        edge = QPen(self.palette().color(QPalette.ColorRole.WindowText), 1.0)
        looks.fill(painter, place, bar.tone)
        painter.setPen(edge)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
        if bar.forecast is not None:
            mark = QRectF(place.left(), place.top(), height, height)
            looks.fill(painter, mark, bar.forecast)
            painter.setPen(edge)
            painter.drawRect(mark)


class _Looks:
    """What a palette makes of the states: found once for a drawing of thousands of cells."""

    def __init__(self, palette: QPalette) -> None:
        self._palette = palette
        self._ground = palette.color(QPalette.ColorRole.Window)
        self.faint = grid_color(palette)
        """Of a cell without a test."""
        self.faint.setAlphaF(0.06)
        self._known: dict[Tone, tuple[QColor, QBrush | None]] = {}

    def fill(self, painter: QPainter, place: QRectF, tone: Tone) -> None:
        """A piece in a state's colour and hatching, whatever was there."""
        if tone not in self._known:
            self._known[tone] = self._look(tone)
        color, hatching = self._known[tone]
        painter.fillRect(place, color)
        if hatching is not None:
            painter.fillRect(place, hatching)

    def _look(self, tone: Tone) -> tuple[QColor, QBrush | None]:
        color = fill_color(tone, self._palette)
        hatch = _HATCHES.get(tone)
        if hatch is None:
            return color, None
        ground = QColor(self._ground)
        ground.setAlphaF(0.75)
        return color, QBrush(ground, hatch)


def draw_swatch(painter: QPainter, place: QRectF, tone: Tone, palette: QPalette) -> None:
    """A piece in a state's colour and hatching."""
    _Looks(palette).fill(painter, place, tone)


def _draw_cell(painter: QPainter, cell: QRectF, shares: Shares | None, looks: _Looks) -> None:
    gap = 1.0 if cell.width() < 8 else 2.0
    inner = cell.adjusted(0.0, gap, -gap, -gap)
    if shares is None or shares.total == 0:
        painter.fillRect(inner, looks.faint)
        return
    bottom = inner.bottom()
    for tone in _STACK:
        height = inner.height() * shares.of(tone)
        if height:
            part = QRectF(inner.left(), bottom - height, inner.width(), height)
            looks.fill(painter, part, tone)
            bottom -= height
