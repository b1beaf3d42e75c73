"""The tests of the chosen time by colour, with the calls, and the hours that are usually bad."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notifier.history.filters import RunFilter
from notifier.history.queries import USUAL_DAYS, HourOfWeek, Network, Span
from notifier.history.rows import CallRow
from notifier.history.store import History
from ui.history import usual_hours
from ui.history.cell_grid import CellGrid, Place, Shares, draw_swatch
from ui.history.column_names import ColumnNames
from ui.history.extent import extent
from ui.history.network_name import network_names
from ui.history.reader import Reader
from ui.history.shown import Shown
from ui.history.timeline_grid import Grid, Piece, grid_of, hour_name, piece_title, shares_of
from ui.look.theme import Tone
from ui.parts.label import Text
from ui.parts.scrolled import scrolled
from ui.parts.time_marks import clock
from ui.words import call_wording

__all__ = ["CALLS_LIMIT", "NETWORKS_TOLD", "TimelinePage"]

CALLS_LIMIT = 2000
"""Calls on a timeline at most, the newest: more than it has room for."""

NETWORKS_TOLD = 3
"""Of so many networks it is said by itself which hours are usually bad: whoever asks whether it is
the office or the home has these two, and rarely a third."""

_DAY_MS = 86_400_000.0

_TONES = (Tone.GREEN, Tone.AMBER, Tone.RED)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read."""

    grid: Grid
    spans: Sequence[Span]
    calls: Sequence[CallRow]
    listed: bool
    """There are tests, if only in the list: those of servers that let nobody in, and of the
    demonstration, say nothing of a network."""

    hours: Sequence[HourOfWeek]
    networks: Sequence[Network]
    """All that there are."""

    apart: Sequence[tuple[int, Sequence[HourOfWeek]]]
    """The hours of some networks by themselves, with their places among them; empty where
    one network says it all."""


class TimelinePage(QWidget):
    """The grid of the chosen time, what its colours mean, and the week as it usually is.

    Signals:
        period_wanted: a cell was opened: its beginning and end, milliseconds since 1970.
        step_wanted: an earlier (-1) or later (1) time is wanted.
    """

    period_wanted = Signal(float, float)
    step_wanted = Signal(int)

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._found: _Found | None = None
        self._weekdays: Sequence[int] = ()
        """What the rows of :attr:`week` stand for: 0 is Monday."""
        gap = self.fontMetrics().height() // 2
        self.grid = CellGrid(self.tr("Timeline of tests and calls"), self)
        self.grid.opened.connect(self._on_opened)
        self.grid.paged.connect(self.step_wanted)
        self.readout = Text(parent=self, faint=True)
        self.grid.cursor_moved.connect(lambda: self._on_cursor(self.grid))
        self.grid.hovered.connect(self._on_hovered)
        self.key = _Key(self)
        weeks = QLocale().toString(USUAL_DAYS // 7)
        title = self.tr("The usual week, by the last {number} weeks").format(number=weeks)
        self.usual_title = Text(title, self, bold=True)
        self.usual = Text(parent=self)
        self.usual.setAccessibleName(self.tr("Hours that are usually bad"))
        self.week = CellGrid(self.tr("What the hours of a week are usually like"), self)
        self.week.align(self.grid)
        self.week.cursor_moved.connect(lambda: self._on_cursor(self.week))
        self.week.hovered.connect(self._on_hovered)

        content = self._content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, gap, 0, gap)
        inner.setSpacing(gap)
        inner.addWidget(self.grid)
        inner.addWidget(self.key)
        inner.addSpacing(gap)
        inner.addWidget(self.usual_title)
        inner.addWidget(self.usual)
        inner.addWidget(self.week)
        inner.addStretch(1)
        self.readout.setMinimumHeight(round(self.fontMetrics().height() * 1.2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, gap, 0, 0)
        column.addWidget(self.readout)
        self._area = scrolled(content)
        column.addWidget(self._area, 1)
        self._to_newest = False
        bar = self._area.verticalScrollBar()
        bar.rangeChanged.connect(self._show_newest)
        self._columns = ColumnNames(self.grid, self._area)
        bar.actionTriggered.connect(self._stay)

    @property
    def picture(self) -> QWidget:
        """What a picture of this page shows: all of it, also what has to be scrolled to."""
        return self._content

    def show_choice(self, shown: Shown, path: Path, *, now: float) -> None:
        """Read and show what is meant.

        :param now: the wall clock, milliseconds since 1970; what is usual goes by the time before.
        """
        self._reader.ask("timeline", path, lambda history: _read(history, shown, now), self._show)

    def _show(self, found: _Found) -> None:
        other_time = self._found is None or self._found.grid.edges != found.grid.edges
        self._found = found
        grid = found.grid
        self.grid.show_cells(
            grid.rows,
            grid.columns,
            grid.cells(found.spans),
            bars=grid.bars(found.calls),
            text=self._text,
            lines=grid.lines,
            whole=self._whole(found),
        )
        self._columns.refresh()
        self.readout.setText(self.grid.readout or self._hint())
        self.key.bars.setVisible(bool(found.calls))
        self.usual.setText(_usual(found))
        begins = QLocale().firstDayOfWeek().value - 1
        self._weekdays = tuple((begins + row) % 7 for row in range(7))
        self.week.show_cells(
            tuple(
                QLocale().standaloneDayName(weekday + 1, QLocale.FormatType.ShortFormat)
                for weekday in self._weekdays
            ),
            tuple(hour_name(hour) for hour in range(24)),
            {
                (self._weekdays.index(h.weekday), h.hour): shares_of(h.colors)
                for h in found.hours
                if h.runs
            },
            text=self._usual_text,
            lines=1.15,
            whole=self.usual.text().replace("\n", " "),
        )
        if other_time:
            self._to_newest = True
            self._show_newest()

    def _show_newest(self) -> None:
        """Have the last row with a test in sight: what was last is what one looks for.

        Again whenever the rows get their places, which takes the layouts some turns, until the
        person goes elsewhere.
        """
        cells = self._found.grid.cells(self._found.spans) if self._found else {}
        if cells and self._to_newest:
            self._have_in_sight(self.grid, max(cells))

    def _stay(self) -> None:
        self._to_newest = False

    def _hint(self) -> str:
        found = self._found
        if found is not None and not (found.calls or any(span.runs for span in found.spans)):
            if found.listed:
                return self.tr("The tests of this time say nothing of a network: see All tests.")
            return self.tr("No test here: choose another time, or all networks.")
        return self.tr("Arrow keys or the mouse read a cell; Enter or a double click opens it.")

    def _whole(self, found: _Found) -> str:
        shares = sum((shares_of(span.colors) for span in found.spans), Shares())
        calls = QCoreApplication.translate("TimelinePage", "%Ln call(s)", "", len(found.calls))
        return self.tr("{tests}; {calls}.").format(tests=_counts(shares), calls=calls)

    def _text(self, row: int, column: int) -> str:
        found = self._found
        piece = found.grid.piece(row, column) if found else None
        if found is None or piece is None:
            return ""
        number = found.grid.pieces.index(piece)
        counts = _counts(shares_of(found.spans[number].colors))
        lines = [self.tr("{time}: {counts}").format(time=piece_title(piece), counts=counts)]
        lines += [_call_text(call) for call in found.calls if _overlap(call, piece)]
        return "\n".join(lines)

    def _usual_text(self, row: int, column: int) -> str:
        if self._found is None:
            return ""
        weekday = self._weekdays[row]
        hour = self._found.hours[weekday * 24 + column]
        counts = _counts(shares_of(hour.colors))
        return self.tr("{weekday} {since} to {until} h: {counts}").format(
            weekday=QLocale().standaloneDayName(weekday + 1),
            since=QLocale().toString(column),
            until=QLocale().toString(column + 1),
            counts=counts,
        )

    def _on_cursor(self, grid: CellGrid) -> None:
        """Say the cell, and have it in sight."""
        self._stay()
        self.readout.setText(grid.readout)
        if grid.cursor_cell is not None:
            self._have_in_sight(grid, grid.cursor_cell)

    def _on_hovered(self, text: str) -> None:
        """Say it at once, in one line: more would move what the mouse is on. The tip has it all."""
        first = next(iter(text.splitlines()), "")
        self.readout.setText(first or self.grid.readout or self._hint())

    def _have_in_sight(self, grid: CellGrid, cell: Place) -> None:
        content = self._area.widget()
        if content is not None:
            at = grid.mapTo(content, grid.center_of(*cell))
            margin = self.grid.head_height + self.fontMetrics().height() * 2
            self._area.ensureVisible(at.x(), at.y(), margin, margin)

    def _on_opened(self, row: int, column: int) -> None:
        piece = self._found.grid.piece(row, column) if self._found else None
        if piece is not None:
            self.period_wanted.emit(piece.since, piece.until)


class _Key(QWidget):
    """What colours and hatchings mean."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        gap = self.fontMetrics().height() // 2
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        words = (self.tr("good"), self.tr("limited"), self.tr("bad"))
        for tone, word in zip(_TONES, words, strict=True):
            row.addWidget(_Swatch(tone, self))
            row.addWidget(Text(word, self, wrap=False))
            row.addSpacing(gap)
        self.bars = Text(
            self.tr(
                "A bar below is a call: what it got; the square at its beginning is the forecast."
            ),
            self,
            faint=True,
        )
        row.addWidget(self.bars, 1)
        row.addStretch()  # where there is no call


class _Swatch(QWidget):
    """A piece of one colour."""

    def __init__(self, tone: Tone, parent: QWidget) -> None:
        super().__init__(parent)
        self._tone = tone
        side = self.fontMetrics().height()
        self.setFixedSize(QSize(round(side * 1.4), side))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_swatch(painter, QRectF(self.rect()), self._tone, self.palette())
        painter.end()


def _read(history: History, shown: Shown, now: float) -> _Found:
    """On the reader's thread."""
    wanted = shown.filter
    period = shown.period
    first, last = extent(history, wanted, now=now) if period.since is None else (now, now)
    grid = grid_of(period, first=first, last=last)
    spans = history.spans(wanted, grid.edges, demonstration=shown.demonstration)
    calls = history.calls(
        RunFilter.of(
            since=grid.edges[0],
            until=grid.edges[-1],
            network_ids=wanted.network_ids,
            colors=wanted.colors,
        ),
        limit=CALLS_LIMIT,
    )
    usual = RunFilter(now - USUAL_DAYS * _DAY_MS, now, wanted.network_ids, wanted.providers, None)
    hours = history.hours(usual, demonstration=shown.demonstration)
    networks = history.networks()
    apart = []
    if wanted.network_ids is None and not shown.demonstration:
        lately = [n for n in networks if n.last >= now - USUAL_DAYS * _DAY_MS]
        most = sorted((n for n in lately if not n.demonstration), key=lambda n: -n.runs)
        for network in most[:NETWORKS_TOLD] if len(most) > 1 else ():
            of_it = replace(usual, network_ids=frozenset({network.network_id}))
            apart.append((networks.index(network), history.hours(of_it)))
    listed = bool(history.runs(wanted, limit=1))
    return _Found(grid, spans, calls, listed, hours, networks, apart)


def _usual(found: _Found) -> str:
    """Of one network after the other, where there are several: bad hours at home say nothing of
    the office."""
    if not found.apart:
        return usual_hours.sentences(found.hours)
    names = network_names(found.networks)
    return "\n".join(usual_hours.of_network(names[place], hours) for place, hours in found.apart)


def _counts(shares: Shares) -> str:
    if not shares.total:
        return QCoreApplication.translate("TimelinePage", "no tests")
    tests = QCoreApplication.translate("TimelinePage", "%Ln test(s)", "", shares.total)
    return QCoreApplication.translate(
        "TimelinePage", "{tests}: {green} good, {amber} limited, {red} bad"
    ).format(
        tests=tests,
        green=QLocale().toString(shares.green),
        amber=QLocale().toString(shares.amber),
        red=QLocale().toString(shares.red),
    )


def _call_text(call: CallRow) -> str:
    return QCoreApplication.translate(
        "TimelinePage", "{call}, {since} to {until}: {got}; forecast: {forecast}"
    ).format(
        call=call_wording.title(call.application),
        since=clock(call.began),
        until=clock(call.ended),
        got=call_wording.code_word(call.summary_code),
        forecast=call_wording.forecast_word(call.forecast_code, call.forecast_right),
    )


def _overlap(call: CallRow, piece: Piece) -> bool:
    return call.began < piece.until and call.ended >= piece.since
