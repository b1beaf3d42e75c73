"""Where an axis of time has its marks, and what stands there: round local times."""

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from ui.period import day_of, day_start, moment
from ui.plot import Span

__all__ = ["clock", "short_day", "time_marks"]

_MINUTE_MS = 60_000.0

_CLOCK_STEPS = tuple(minutes * _MINUTE_MS for minutes in (1, 2, 5, 10, 15, 30, 60, 120, 180, 360))
"""Marks within days."""

_DAY_STEPS = (1, 2, 3, 7, 14)

_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)

_DAY_MS = 86_400_000.0


def time_marks(span: Span, *, most: int) -> list[tuple[float, str]]:
    """Moments and their texts, at most so many."""
    for step in _CLOCK_STEPS:
        if span.length / step <= most:
            return _clock_marks(span, step)
    days = next((d for d in _DAY_STEPS if span.length / (d * _DAY_MS) <= most), None)
    if days is not None:
        return _day_marks(span, days)
    months = next(
        (m for m in _MONTH_STEPS if span.length / (m * 30 * _DAY_MS) <= most), _MONTH_STEPS[-1]
    )
    return _month_marks(span, months)


def clock(at: float | QTime) -> str:
    """The time of day, short."""
    time = at if isinstance(at, QTime) else moment(at).time()
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def short_day(day: QDate) -> str:
    """A day with its month, in the order of the locale, without the year."""
    locale = QLocale()
    form = locale.dateFormat(QLocale.FormatType.ShortFormat)
    first, last = form.find("d"), form.find("M")
    if 0 <= first < last:
        return locale.toString(day, "d MMM")
    return locale.toString(day, "MMM d")


def _clock_marks(span: Span, step: float) -> list[tuple[float, str]]:
    """Counted from local midnight, so that they are round there."""
    marks = []
    day = day_of(span.start)
    while day_start(day) <= span.end:
        midnight, next_midnight = day_start(day), day_start(day.addDays(1))
        at = midnight
        while at < next_midnight:
            if span.start <= at <= span.end:
                marks.append((at, short_day(day) if at == midnight else clock(at)))
            at += step
        day = day.addDays(1)
    return marks


def _day_marks(span: Span, days: int) -> list[tuple[float, str]]:
    marks = []
    day = day_of(span.start)
    while day_start(day) <= span.end:
        if day_start(day) >= span.start and day.toJulianDay() % days == 0:
            marks.append((day_start(day), short_day(day)))
        day = day.addDays(1)
    return marks


def _month_marks(span: Span, months: int) -> list[tuple[float, str]]:
    marks = []
    first = day_of(span.start)
    day = QDate(first.year(), first.month(), 1)
    while day_start(day) <= span.end:
        if day_start(day) >= span.start and (day.year() * 12 + day.month() - 1) % months == 0:
            marks.append(
                (day_start(day), QLocale().toString(QDateTime(day, QTime(0, 0)), "MMM yyyy"))
            )
        day = day.addMonths(1)
    return marks
