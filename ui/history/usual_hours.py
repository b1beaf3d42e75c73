"""Which hours of the week are usually bad, in words: "weekdays 17 to 19 h"."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QLocale

from notifier.history.queries import HourOfWeek
from ui.history.cell_grid import Shares
from ui.history.timeline_grid import shares_of
from ui.words.joined import listed, lists

__all__ = ["DAYS_LEAST", "HALF", "LISTED", "NEARLY", "of_network", "sentences"]

DAYS_LEAST = 4
"""On so many days there have to be tests in an hour until something is said of it: of that day of
the week, or else of days like it."""

HALF = 0.5
"""From this part of its tests on an hour is usually so."""

NEARLY = 0.3
"""From this part on it is, too, where the same hour of days like it is: a Monday at 40 % among
weekdays at 55 % is most often chance, and a sentence that leaves it out is twice as long."""

LISTED = 4
"""Groups of days that a sentence has at most; who wants all of them looks at the grid."""

_WEEK = frozenset(range(7))
_WORKING = frozenset(range(5))
_WEEKEND = frozenset((5, 6))

_Places = set[tuple[int, int]]
"""Days, 0 is Monday, and hours."""


def sentences(hours: Sequence[HourOfWeek]) -> str:
    """What is usual, as one or two sentences, each on its line."""
    found = _found(hours)
    if found is None:
        return QCoreApplication.translate(
            "UsualHours", "There are too few tests yet to say which hours are usually bad."
        )
    bad, limited = found
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
    return "\n".join(told) or QCoreApplication.translate(
        "UsualHours", "No hour of the week is usually bad."
    )


def of_network(name: str, hours: Sequence[HourOfWeek]) -> str:
    """The same of one network among several, as one sentence."""
    found = _found(hours)
    bad, limited = found or (set(), set())
    if found is None:
        template = QCoreApplication.translate("UsualHours", "{network}: too few tests yet to say.")
    elif bad and limited:
        template = QCoreApplication.translate(
            "UsualHours", "{network}: usually bad {bad}; usually limited {limited}."
        )
    elif bad:
        template = QCoreApplication.translate("UsualHours", "{network}: usually bad {bad}.")
    elif limited:
        template = QCoreApplication.translate("UsualHours", "{network}: usually limited {limited}.")
    else:
        template = QCoreApplication.translate(
            "UsualHours", "{network}: no hour of the week is usually bad."
        )
    return template.format(network=name, bad=_listed(bad), limited=_listed(limited))


def _found(hours: Sequence[HourOfWeek]) -> tuple[_Places, _Places] | None:
    """The bad hours, and those that are limited only; None where there are too few tests."""
    bad: _Places = set()
    limited: _Places = set()
    known = False
    for hour in hours:
        alike = _alike(hour, hours)
        if alike is None:
            continue
        known = True
        if _usually(hour, alike, red=True):
            bad.add((hour.weekday, hour.hour))
        elif _usually(hour, alike, red=False):
            limited.add((hour.weekday, hour.hour))
    return (bad, limited) if known else None


def _alike(hour: HourOfWeek, hours: Sequence[HourOfWeek]) -> Shares | None:
    """The same hour on all working days, or on both days of the weekend; None where those are too
    few, too."""
    kind = _WORKING if hour.weekday in _WORKING else _WEEKEND
    same = [other for other in hours if other.weekday in kind and other.hour == hour.hour]
    if sum(other.days for other in same) < DAYS_LEAST:
        return None
    return sum((shares_of(other.colors) for other in same), Shares())


def _usually(hour: HourOfWeek, alike: Shares, *, red: bool) -> bool:
    """Whether an hour is so by its own days, or is like the same hour of days like it.

    :param red: bad, else limited or worse.
    """

    def share(of: Shares) -> float:
        return (of.red if red else of.red + of.amber) / max(1, of.total)

    own = share(shares_of(hour.colors))
    if hour.days < DAYS_LEAST:
        return share(alike) >= HALF
    return own >= HALF or (share(alike) >= HALF and own >= NEARLY)


def _listed(places: _Places) -> str:
    """Days with the same hours together; of many groups the largest."""
    by_hours: dict[tuple[int, ...], set[int]] = {}
    for day in _days_in_order():
        hours = tuple(sorted(hour for weekday, hour in places if weekday == day))
        if hours:
            by_hours.setdefault(hours, set()).add(day)
    groups = list(by_hours.items())
    largest = sorted(groups, key=lambda group: -len(group[0]) * len(group[1]))[:LISTED]
    told = lists(_group(days, hours) for hours, days in groups if (hours, days) in largest)
    if len(groups) <= LISTED:
        return told
    return QCoreApplication.translate("UsualHours", "{hours}; and others, see below").format(
        hours=told
    )


def _group(days: set[int], hours: Sequence[int]) -> str:
    if len(hours) == 24:
        template = QCoreApplication.translate("UsualHours", "{days}, all day")
    else:
        template = QCoreApplication.translate("UsualHours", "{days} {hours} h")
    return template.format(days=_days(days), hours=listed(_ranges(hours)))


def _days(days: set[int]) -> str:
    if days == _WEEK:
        return QCoreApplication.translate("UsualHours", "every day")
    if days == _WORKING:
        return QCoreApplication.translate("UsualHours", "weekdays")
    if days == _WEEKEND:
        return QCoreApplication.translate("UsualHours", "weekends")
    order = [day for day in _days_in_order() if day in days]
    names = [QLocale().standaloneDayName(day + 1) for day in order]
    if len(days) > 2 and all((a + 1) % 7 == b for a, b in pairwise(order)):
        return QCoreApplication.translate("UsualHours", "{first} to {last}").format(
            first=names[0], last=names[-1]
        )
    return QLocale().createSeparatedList(names)


def _days_in_order() -> list[int]:
    """As weeks begin here."""
    first = QLocale().firstDayOfWeek().value - 1
    return [(first + day) % 7 for day in range(7)]


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
