"""Periods of the history window: by local days, weeks as the locale has them."""

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from ui.parts.period import ALL_TIME, Kind, Period, day_of, day_start
from ui.parts.plot import Span
from ui.parts.time_marks import clock_to_the_second, month_and_year, short_day, time_marks

pytestmark = pytest.mark.usefixtures("qapp", "british")

DAY = 86_400_000.0
SATURDAY = QDate(2026, 11, 21)
NOON = day_start(SATURDAY) + DAY / 2


def days(period: Period) -> tuple[QDate, QDate]:
    assert period.since is not None
    assert period.until is not None
    return day_of(period.since), day_of(period.until - 1)


@pytest.mark.parametrize(
    ("kind", "first", "last", "title"),
    [
        (Kind.DAY, (21, 11), (21, 11), "Saturday, 21 November 2026"),
        (Kind.WEEK, (16, 11), (22, 11), "16/11/2026 to 22/11/2026"),
        (Kind.MONTH, (1, 11), (30, 11), "November 2026"),
    ],
)
def test_around_a_day(
    kind: Kind, first: tuple[int, int], last: tuple[int, int], title: str
) -> None:
    period = Period.around(kind, SATURDAY)
    assert days(period) == (QDate(2026, first[1], first[0]), QDate(2026, last[1], last[0]))
    assert period.title == title
    assert period.has(NOON)
    assert not period.moved(1).has(NOON)
    assert period.moved(1).moved(-1) == period


def test_weeks_begin_as_the_locale_says() -> None:
    QLocale.setDefault(QLocale("en_US"))
    assert days(Period.around(Kind.WEEK, SATURDAY))[0].dayOfWeek() == 7


def test_a_month_on_is_a_whole_month() -> None:
    january = Period.around(Kind.MONTH, QDate(2027, 1, 31))
    assert days(january.moved(1)) == (QDate(2027, 2, 1), QDate(2027, 2, 28))


def test_another_kind_stays_about_the_same_time() -> None:
    october = Period.around(Kind.MONTH, QDate(2026, 10, 5))
    assert days(october.as_kind(Kind.DAY, now=NOON))[0] == QDate(2026, 10, 31)
    november = Period.around(Kind.MONTH, SATURDAY)
    assert days(november.as_kind(Kind.DAY, now=NOON))[0] == SATURDAY
    assert days(ALL_TIME.as_kind(Kind.DAY, now=NOON))[0] == SATURDAY


def test_a_chosen_range_moves_by_its_length() -> None:
    chosen = Period.chosen(1000.0, 4000.0)
    assert chosen.moved(-1) == Period.chosen(-2000.0, 1000.0)
    assert ALL_TIME.moved(1) == ALL_TIME
    assert ALL_TIME.title == "the whole history"


@pytest.mark.parametrize(
    ("length", "texts"),
    [
        (DAY, ["21 Nov", "06:00", "12:00", "18:00", "22 Nov"]),
        (7 * DAY, ["21 Nov", "23 Nov", "25 Nov", "27 Nov"]),
        (400 * DAY, ["Jan 2027", "Apr 2027", "Jul 2027", "Oct 2027"]),
    ],
)
def test_an_axis_has_round_marks(length: float, texts: list[str]) -> None:
    start = day_start(SATURDAY)
    marks = time_marks(Span(start, start + length), most=5)
    assert [text for _, text in marks] == texts


@pytest.mark.parametrize(
    ("locale", "day", "month", "clock"),
    [
        ("en_US", "Nov 21", "Nov 2026", "2:05:09\N{NARROW NO-BREAK SPACE}PM"),
        ("en_GB", "21 Nov", "Nov 2026", "14:05:09"),
        ("de_DE", "21. Nov.", "Nov. 2026", "14:05:09"),
        ("es_ES", "21 nov", "nov 2026", "14:05:09"),
        ("fr_FR", "21 nov.", "nov. 2026", "14:05:09"),
        ("fr_CA", "21 nov.", "nov. 2026", "14:05:09"),
        ("fi_FI", "21. marras", "marras 2026", "14.05.09"),
        ("hu_HU", "nov. 21.", "2026. nov.", "14:05:09"),
        ("ja_JP", "11月21日", "2026年11月", "14:05:09"),
    ],
)
def test_dates_and_times_are_those_of_the_locale(
    locale: str, day: str, month: str, clock: str
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        assert short_day(SATURDAY) == day
        assert month_and_year(SATURDAY) == month
        at = QDateTime(SATURDAY, QTime(14, 5, 9)).toMSecsSinceEpoch()
        assert clock_to_the_second(float(at)) == clock
    finally:
        QLocale.setDefault(before)
