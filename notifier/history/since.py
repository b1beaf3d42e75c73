"""``--since``: a date, a date with a time, or a span back from now."""

import re
from datetime import datetime, timedelta

__all__ = ["SinceError", "parse_since"]

_SPAN = re.compile(r"([0-9]{1,6})\s*([smhdw])", re.ASCII)
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


class SinceError(ValueError):
    """The text is neither a date nor a span; the message says what was expected."""


def parse_since(text: str, *, now: float) -> float:
    """Read the beginning of a period.

    ``2h``, ``3d``, ``1w`` (also ``s`` and ``m``) count back from now, a day being 24 hours.
    ``2026-11-21`` is that midnight and ``2026-11-21T08:30`` that moment, both ISO 8601 and in
    local time, unless an offset (``+01:00``, ``Z``) stands behind the time.

    :param now: the wall clock, milliseconds since 1970.
    :returns: milliseconds since 1970-01-01 UTC.
    :raises SinceError: with one sentence.
    """
    text = text.strip()
    if span := _SPAN.fullmatch(text):
        return now - timedelta(**{_UNITS[span[2]]: int(span[1])}).total_seconds() * 1000
    try:
        # Without an offset, timestamp() takes local time, daylight saving of that day included.
        return datetime.fromisoformat(text).timestamp() * 1000
    except (ValueError, OverflowError, OSError):
        raise SinceError(
            f"{text!r} is neither a date like 2026-11-21 or 2026-11-21T08:30 "
            "nor a span like 2h, 3d or 1w"
        ) from None
