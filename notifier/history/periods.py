"""Where hours, days, weeks and months begin in local time, on days with a change of clocks too."""

from datetime import UTC, datetime, timedelta, tzinfo
from typing import Literal

__all__ = ["Unit", "edges"]

Unit = Literal["quarter", "hour", "day", "week", "month"]

_LENGTHS: dict[Unit, timedelta] = {
    "quarter": timedelta(minutes=15),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(days=7),
}


def edges(since: float, until: float, unit: Unit, zone: tzinfo | None = None) -> list[float]:
    """The edges of the periods that cover this time, milliseconds since 1970, in rising order.

    The first one is at or before ``since`` and the last one at or after ``until``. A week begins
    on Monday. An hour that is passed twice in autumn is two, and one that is left out in spring
    is none: so a day has 23, 24 or 25.

    :param zone: the time zone; None takes that of the machine.
    :raises ValueError: ``until`` is not after ``since``, or beyond the calendar.
    """
    if not since < until:
        raise ValueError("a period ends after it begins")
    try:
        moment = _local(since, zone)
        at = _begin(moment, unit)
        found = [_stamp(at, zone)]
        while found[-1] < until:
            at, stamp = _next(at, unit, zone)
            if stamp > found[-1]:
                found.append(stamp)
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError("a period lies within the calendar") from error
    return found


def _begin(moment: datetime, unit: Unit) -> datetime:
    if unit in ("quarter", "hour"):
        minute = moment.minute // 15 * 15 if unit == "quarter" else 0
        return moment.replace(minute=minute, second=0, microsecond=0)
    begin = moment.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    if unit == "week":
        begin -= timedelta(days=begin.weekday())
    return begin.replace(day=1) if unit == "month" else begin


def _next(at: datetime, unit: Unit, zone: tzinfo | None) -> tuple[datetime, float]:
    if unit == "month":
        at = at.replace(year=at.year + at.month // 12, month=at.month % 12 + 1)
    elif unit in ("quarter", "hour"):
        # Through UTC: these have the same length on every day.
        stamp = _stamp(at, zone) + _LENGTHS[unit].total_seconds() * 1000
        return _local(stamp, zone), stamp
    else:
        at += _LENGTHS[unit]
    return at, _stamp(at, zone)


def _local(stamp: float, zone: tzinfo | None) -> datetime:
    if zone is None:  # astimezone() would not say which of two passages of an hour it is
        return datetime.fromtimestamp(stamp / 1000)  # noqa: DTZ006 (the machine's zone is meant)
    return datetime.fromtimestamp(stamp / 1000, UTC).astimezone(zone).replace(tzinfo=None)


def _stamp(at: datetime, zone: tzinfo | None) -> float:
    return at.replace(tzinfo=zone).timestamp() * 1000
