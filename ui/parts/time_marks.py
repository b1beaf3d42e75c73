"""Where an axis of time has its marks, and what stands there: round local times."""

import re

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from ui.parts.period import day_of, day_start, moment
from ui.parts.plot import Span

__all__ = ["clock", "clock_to_the_second", "month_and_year", "short_day", "time_marks"]

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


def clock_to_the_second(at: float) -> str:
    """The time of day with its seconds, which the locale's own form has only beside a time zone."""
    short = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    form, added = _MINUTES.subn(r"\1mm\1ss", short)
    return QLocale().toString(moment(at).time(), form if added else "HH:mm:ss")


_MINUTES = re.compile(r"([:.])mm")


def short_day(day: QDate) -> str:
    """A day with its month, as the locale writes them, without the year: "21 Nov", "11月21日"."""
    return QLocale().toString(day, _part_of_date("dM"))


def month_and_year(day: QDate) -> str:
    """The month of a day, and its year: "Nov 2026", "2026年11月"."""
    return QLocale().toString(QDateTime(day, QTime(0, 0)), _part_of_date("My"))


_LITERAL = re.compile(r"dddd|'[^']*'")
"""The weekday, and words, in the form of a date."""

_NUMBER = re.compile(r"(d+|M+|y+)([.年月日년월일]?)")
"""Day, month or year there, with the sign that belongs to it."""


def _part_of_date(letters: str) -> str:
    """The form of these parts of a date, in their order in the locale's long form."""
    form = _LITERAL.sub(" ", QLocale().dateFormat(QLocale.FormatType.LongFormat))
    blank = "" if "月" in form else " "
    return blank.join(
        ("MMM" if number == "MMMM" else number) + sign
        for number, sign in _NUMBER.findall(form)
        if number[0] in letters
    )


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
            marks.append((day_start(day), month_and_year(day)))
        day = day.addMonths(1)
    return marks
