"""Which hours of the week are usually bad, in words: "weekdays 17 to 19 h"."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from notifier.history.queries import HourOfWeek

__all__ = ["DAYS_LEAST", "HALF", "sentences"]

DAYS_LEAST = 4
"""On so many days there have to be tests in an hour until something is said of it."""

HALF = 0.5
"""From this part of its tests on an hour is usually so."""

_WEEK = frozenset(range(7))
_WORKING = frozenset(range(5))
_WEEKEND = frozenset((5, 6))


def sentences(hours: Sequence[HourOfWeek]) -> str:
    """What is usual, as one or two sentences."""
    known = [hour for hour in hours if hour.days >= DAYS_LEAST]
    if not known:
        return QCoreApplication.translate(
            "UsualHours", "There are too few tests yet to say which hours are usually bad."
        )
    bad = {(h.weekday, h.hour) for h in known if (h.share("red") or 0.0) >= HALF}
    limited = {
        (h.weekday, h.hour)
        for h in known
        if (h.share("red") or 0.0) + (h.share("amber") or 0.0) >= HALF
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
