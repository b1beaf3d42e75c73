"""Which time the history window shows: a day, a week, a month, all, or a range somebody chose.

All bounds are milliseconds since 1970, of local days; weeks begin as the locale says.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

__all__ = ["ALL_TIME", "Kind", "Period", "day_of", "day_start", "moment"]

_DAY_MS = 86_400_000.0


class Kind(StrEnum):
    """How a period was chosen."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Period:
    """From ``since`` on and before ``until``; both are None for all that there is."""

    kind: Kind
    since: float | None = None
    until: float | None = None

    @classmethod
    def around(cls, kind: Kind, day: QDate) -> "Period":
        """The day, week or month that a day is in, or all."""
        match kind:
            case Kind.DAY:
                first, last = day, day.addDays(1)
            case Kind.WEEK:
                begins = QLocale().firstDayOfWeek().value
                first = day.addDays(-((day.dayOfWeek() - begins) % 7))
                last = first.addDays(7)
            case Kind.MONTH:
                first = QDate(day.year(), day.month(), 1)
                last = first.addMonths(1)
            case _:
                return cls(Kind.ALL)
        return cls(kind, day_start(first), day_start(last))

    @classmethod
    def chosen(cls, since: float, until: float) -> "Period":
        """Any range."""
        return cls(Kind.CHOSEN, since, until)

    def moved(self, by: int) -> "Period":
        """The period so many later, or earlier where the number is negative."""
        if self.since is None or self.until is None:
            return self
        if self.kind is Kind.CHOSEN:
            length = self.until - self.since
            return Period.chosen(self.since + by * length, self.until + by * length)
        first = day_of(self.since)
        steps = {Kind.DAY: first.addDays(by), Kind.WEEK: first.addDays(7 * by)}
        return Period.around(self.kind, steps.get(self.kind) or first.addMonths(by))

    def as_kind(self, kind: Kind, *, now: float) -> "Period":
        """Another kind of period about the same time; of all that there is, the last."""
        anchor = now
        if self.since is not None and self.until is not None and not self.has(now):
            anchor = self.until - 1.0 if self.until <= now else self.since
        return Period.around(kind, day_of(anchor))

    def has(self, at: float) -> bool:
        """Whether a moment is in it."""
        return (self.since is None or self.since <= at) and (self.until is None or at < self.until)

    @property
    def title(self) -> str:
        """In words: "Saturday, 21 November 2026", "November 2026"."""
        if self.since is None or self.until is None:
            return QCoreApplication.translate("Period", "the whole history")
        first, last = day_of(self.since), day_of(self.until - 1.0)
        locale = QLocale()
        if self.kind is Kind.DAY:
            return locale.toString(first, QLocale.FormatType.LongFormat)
        if self.kind is Kind.MONTH:
            return QCoreApplication.translate("Period", "{month} {year}").format(
                month=locale.standaloneMonthName(first.month()), year=str(first.year())
            )
        if self.kind is Kind.CHOSEN and self.until - self.since < 2 * _DAY_MS:
            return QCoreApplication.translate("Period", "{first} to {last}").format(
                first=locale.toString(moment(self.since), QLocale.FormatType.ShortFormat),
                last=locale.toString(moment(self.until), QLocale.FormatType.ShortFormat),
            )
        return QCoreApplication.translate("Period", "{first} to {last}").format(
            first=locale.toString(first, QLocale.FormatType.ShortFormat),
            last=locale.toString(last, QLocale.FormatType.ShortFormat),
        )


ALL_TIME = Period(Kind.ALL)
"""All that there is."""


def moment(at: float) -> QDateTime:
    """Local date and time of milliseconds since 1970."""
    return QDateTime.fromMSecsSinceEpoch(int(at))


def day_of(at: float) -> QDate:
    """The local day of milliseconds since 1970."""
    return moment(at).date()


def day_start(day: QDate) -> float:
    """When a local day begins, milliseconds since 1970; not midnight where clocks jump then."""
    return float(day.startOfDay().toMSecsSinceEpoch())
