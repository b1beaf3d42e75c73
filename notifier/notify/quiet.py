"""When nothing is told: a time of each day, and the rest of a day that somebody asked for.

By the local clock, as people read it: where it is set forward or back in between, the hours are
still those on the clock. No I/O; the time is an argument, milliseconds since 1970.
"""

import math
from datetime import datetime, time, timedelta

__all__ = ["NIGHT_ENDS", "daily_quiet_ends", "readable_end", "today_ends"]

NIGHT_ENDS = time(4)
"""When a day that somebody wants quiet is over. Not midnight: who asks for it late in the evening
means the rest of the evening, and is not done with it at twelve."""

LONGEST_MS = 26 * 3_600_000.0
"""No quiet for today lasts longer: a day, and the two hours that a change of the clocks may add."""


def today_ends(now: float) -> float:
    """When a quiet that is asked for now is over: at the next :data:`NIGHT_ENDS`."""
    return _next(NIGHT_ENDS, now)


def readable_end(until: float, now: float) -> float | None:
    """The end of a quiet that was written down; None where it is over, or is none of ours.

    Where the clock was set back since, it would last for longer than anybody has asked for.
    """
    return until if math.isfinite(until) and now < until <= now + LONGEST_MS else None


def daily_quiet_ends(begin: int, end: int, now: float) -> float | None:
    """When the quiet time of each day that it is now is over; None where it is not quiet now.

    :param begin: minutes since midnight.
    :param end: the first minute that is not quiet any more; where it is not after ``begin``, the
        time crosses midnight. Where both are the same, no time is quiet.
    """
    local = _local(now)
    minute = local.hour * 60 + local.minute
    inside = begin <= minute < end if begin < end else minute >= begin or minute < end
    if begin == end or not inside:
        return None
    return _next(time(*divmod(end % (24 * 60), 60)), now)


def _local(now: float) -> datetime:
    return datetime.fromtimestamp(now / 1000)  # noqa: DTZ006 (the clock on the wall is meant)


def _next(wanted: time, now: float) -> float:
    """The next moment at which the local clock shows this time."""
    today = _local(now).date()
    moments: list[float] = []
    for days in (0, 1, 2):
        moment = datetime.combine(today + timedelta(days=days), wanted)
        at = moment.timestamp()
        moments.append(at)
        # An hour that the clock shows twice has each of its times twice.
        again = moment.replace(fold=1).timestamp()
        if again > at:
            moments.append(again)
    return min(at * 1000 for at in moments if at * 1000 > now)
