"""Which hours of the week are usually bad, in words: "weekdays 17 to 19 h"."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from notifier.history.queries import HourOfWeek
from ui.cell_grid import Shares
from ui.timeline_grid import shares_of

__all__ = ["DAYS_LEAST", "HALF", "sentences"]

DAYS_LEAST = 4
"""On so many days there have to be tests in an hour until something is said of it: of that day of
the week, or else of days like it."""

HALF = 0.5
"""From this part of its tests on an hour is usually so."""

_WEEK = frozenset(range(7))
_WORKING = frozenset(range(5))
_WEEKEND = frozenset((5, 6))


def sentences(hours: Sequence[HourOfWeek]) -> str:
    """What is usual, as one or two sentences."""
    judged = [(hour, _basis(hour, hours)) for hour in hours]
    known = [(hour, basis) for hour, basis in judged if basis is not None]
    if not known:
        return QCoreApplication.translate(
            "UsualHours", "There are too few tests yet to say which hours are usually bad."
        )
    bad = {(of.weekday, of.hour) for of, basis in known if basis.red >= HALF * basis.total}
    limited = {
        (of.weekday, of.hour)
        for of, basis in known
        if basis.red + basis.amber >= HALF * basis.total
    } - bad
    told = []
    if bad:
        told.append(
            QCoreApplication.translate("UsualHours", "Usually bad: {hours}.").format(
                hours=_listed(bad)
            )
        )
    if limited:
        told.append(
            QCoreApplication.translate("UsualHours", "Usually limited: {hours}.").format(
                hours=_listed(limited)
            )
        )
    return " ".join(told) or QCoreApplication.translate(
        "UsualHours", "No hour of the week is usually bad."
    )


def _basis(hour: HourOfWeek, hours: Sequence[HourOfWeek]) -> Shares | None:
    """What a sentence about an hour rests on: its own tests, or those of the same hour on all
    working days, or on both days of the weekend; None where those are too few, too."""
    if hour.days >= DAYS_LEAST:
        return shares_of(hour.colors)
    alike = _WORKING if hour.weekday in _WORKING else _WEEKEND
    same = [other for other in hours if other.weekday in alike and other.hour == hour.hour]
    if sum(other.days for other in same) < DAYS_LEAST:
        return None
    return sum((shares_of(other.colors) for other in same), Shares())


def _listed(places: set[tuple[int, int]]) -> str:
    """Days with the same hours together."""
    by_hours: dict[tuple[int, ...], set[int]] = {}
    for day in range(7):
        hours = tuple(sorted(hour for weekday, hour in places if weekday == day))
        if hours:
            by_hours.setdefault(hours, set()).add(day)
    return "; ".join(
        QCoreApplication.translate("UsualHours", "{days} {hours} h").format(
            days=_days(frozenset(days)), hours=", ".join(_ranges(hours))
        )
        for hours, days in by_hours.items()
    )


def _days(days: frozenset[int]) -> str:
    if days == _WEEK:
        return QCoreApplication.translate("UsualHours", "every day")
    if days == _WORKING:
        return QCoreApplication.translate("UsualHours", "weekdays")
    if days == _WEEKEND:
        return QCoreApplication.translate("UsualHours", "weekends")
    names = [QLocale().standaloneDayName(day + 1) for day in sorted(days)]
    return QLocale().createSeparatedList(names)


def _ranges(hours: Iterable[int]) -> list[str]:
    ranges: list[list[int]] = []
    for hour in hours:
        if ranges and ranges[-1][1] == hour:
            ranges[-1][1] = hour + 1
        else:
            ranges.append([hour, hour + 1])
    return [
        QCoreApplication.translate("UsualHours", "{first} to {last}").format(
            first=QLocale().toString(first), last=QLocale().toString(last)
        )
        for first, last in ranges
    ]
