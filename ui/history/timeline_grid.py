"""How a period is laid out as rows of cells: quarters of an hour of a day, hours of days, days of
months; and which calls lie where. Everything goes by local time.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

from notifier.history.queries import SPANS_LIMIT, Span
from notifier.history.rows import CallRow
from ui.history.cell_grid import Bar, Place, Shares
from ui.look.theme import tone_of
from ui.parts.period import Period, day_of, day_start, moment
from ui.parts.time_marks import clock, month_and_year, short_day

__all__ = ["Grid", "Piece", "grid_of", "hour_name", "piece_title", "shares_of"]

_DAY_MS = 86_400_000.0

_MOST_DAYS = 62
"""Days that have a row each; of a longer time each month has one."""

_MOST_MONTHS = SPANS_LIMIT // 31


@dataclass(frozen=True, slots=True)
class Piece:
    """The time of one cell, milliseconds since 1970."""

    since: float
    until: float
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    pieces: tuple[Piece, ...]
    """One after another in time, without a gap; a cell without a piece stands for no time."""

    lines: float
    """The height of a row in lines of text."""

    @property
    def edges(self) -> list[float]:
        """Where each piece begins, and where the last one ends."""
        return [*(piece.since for piece in self.pieces), self.pieces[-1].until]

    def piece(self, row: int, column: int) -> Piece | None:
        """The time of a cell."""
        return next((p for p in self.pieces if (p.row, p.column) == (row, column)), None)

    def cells(self, spans: Sequence[Span]) -> dict[Place, Shares]:
        """What is in the cells that have tests.

        :param spans: counted between :attr:`edges`.
        """
        return {
            (piece.row, piece.column): shares_of(span.colors)
            for piece, span in zip(self.pieces, spans, strict=True)
            if span.runs
        }

    def bars(self, calls: Iterable[CallRow]) -> list[Bar]:
        """Calls where they lie; one over several rows has a part in each."""
        starts = [piece.since for piece in self.pieces]
        bars = []
        for call in calls:
            if call.ended <= starts[0] or call.began >= self.pieces[-1].until:
                continue
            number = max(0, bisect_right(starts, call.began) - 1)
            forecast = None if call.forecast_color is None else tone_of(call.forecast_color)
            while number < len(self.pieces) and starts[number] <= call.ended:
                row = self.pieces[number].row
                first = last = _column(self.pieces[number], call.began)
                while number < len(self.pieces) and self.pieces[number].row == row:
                    if starts[number] <= call.ended:
                        last = _column(self.pieces[number], call.ended)
                    number += 1
                bars.append(Bar(row, first, last, tone_of(call.color), forecast))
                forecast = None  # its mark stands where the call begins
        return bars


def shares_of(colors: Mapping[str, int]) -> Shares:
    """Counts of the colours."""
    return Shares(*(colors.get(color, 0) for color in ("green", "amber", "red")))


def grid_of(period: Period, *, first: float, last: float) -> Grid:
    """Lay a period out.

    :param first: when the first test was; of all that there is, rows begin there.
    :param last: when the last one was.
    """
    since = first if period.since is None else period.since
    until = last + 1.0 if period.until is None else period.until
    first_day, last_day = day_of(since), day_of(max(since, until - 1.0))
    days = first_day.daysTo(last_day) + 1
    if days == 1:
        return _quarters(first_day)
    if days <= _MOST_DAYS:
        return _hours([first_day.addDays(number) for number in range(days)])
    return _days_of_months(first_day, last_day)


def hour_name(hour: int) -> str:
    """What stands above an hour's column: "08"."""
    return QLocale().toString(QTime(hour, 0), "HH")


def _quarters(day: QDate) -> Grid:
    edges = [_at(day, quarter // 4, quarter % 4 * 15) for quarter in range(96)]
    pieces = _pieces([(0, column, at) for column, at in enumerate(edges)], _end(day))
    columns = tuple(hour_name(q // 4) if q % 4 == 0 else "" for q in range(96))
    return Grid((short_day(day),), columns, pieces, 7.0)


def _hours(days: Sequence[QDate]) -> Grid:
    edges = [(row, hour, _at(day, hour)) for row, day in enumerate(days) for hour in range(24)]
    rows = tuple(
        QCoreApplication.translate("Timeline", "{weekday} {day}").format(
            weekday=QLocale().dayName(day.dayOfWeek(), QLocale.FormatType.ShortFormat),
            day=short_day(day),
        )
        for day in days
    )
    columns = tuple(hour_name(hour) for hour in range(24))
    return Grid(rows, columns, _pieces(edges, _end(days[-1])), 2.6 if len(days) <= 10 else 1.5)


def _days_of_months(first: QDate, last: QDate) -> Grid:
    months: list[QDate] = []
    month = QDate(last.year(), last.month(), 1)
    while month.addMonths(1) > first and len(months) < _MOST_MONTHS:
        months.append(month)
        month = month.addMonths(-1)
    months.reverse()
    edges = [
        (row, day, day_start(month.addDays(day)))
        for row, month in enumerate(months)
        for day in range(month.daysInMonth())
    ]
    rows = tuple(month_and_year(month) for month in months)
    columns = tuple(QLocale().toString(day) for day in range(1, 32))
    return Grid(rows, columns, _pieces(edges, day_start(months[-1].addMonths(1))), 1.6)


def _at(day: QDate, hour: int, minute: int = 0) -> float:
    return float(QDateTime(day, QTime(hour, minute)).toMSecsSinceEpoch())


def _end(day: QDate) -> float:
    return day_start(day.addDays(1))


def _pieces(edges: Sequence[tuple[int, int, float]], end: float) -> tuple[Piece, ...]:
    """A time that clocks pass over has no piece: Qt takes one for a later time of the clock, which
    has an edge of its own."""
    rising: list[tuple[int, int, float]] = []
    until = end
    for row, column, since in reversed(edges):
        if since < until:
            rising.append((row, column, since))
            until = since
    rising.reverse()
    ends = [*(at for _, _, at in rising[1:]), end]
    return tuple(
        Piece(since, until, row, column)
        for (row, column, since), until in zip(rising, ends, strict=True)
    )


def _column(piece: Piece, at: float) -> float:
    share = (at - piece.since) / (piece.until - piece.since)
    return piece.column + min(max(share, 0.0), 1.0)


def piece_title(piece: Piece) -> str:
    """The time of a cell in words."""
    day = QLocale().toString(moment(piece.since).date(), QLocale.FormatType.LongFormat)
    if piece.until - piece.since > _DAY_MS / 2:
        return day
    return QCoreApplication.translate("Timeline", "{day}, {since} to {until}").format(
        day=day, since=clock(piece.since), until=clock(piece.until)
    )
