"""Fields of getStats' entries. They come from outside and may be of any type: nothing raises."""

import math
from collections.abc import Mapping
from typing import Any

__all__ = ["TEXT_LIMIT", "Entry", "count", "linked", "ms", "number", "stamp", "text"]

TEXT_LIMIT = 100
"""Characters of a codec, label or id that are kept."""

_MICROSECONDS = 1e14
"""A timestamp beyond this (the year 5138 in milliseconds) is in microseconds, as in libwebrtc."""

_ABSURD = 1e18
"""No counter or time is as large, and none but 0 as small as its inverse: what is divided by and
multiplied with anything between stays finite."""

Entry = Mapping[str, Any]


def number(entry: Entry, *names: str) -> float | None:
    """The first of these fields that is a number, and not an absurd one."""
    for name in names:
        value = entry.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            try:
                value = float(value)
            except OverflowError:
                continue
            if math.isfinite(value) and abs(value) < _ABSURD:
                return value if abs(value) * _ABSURD > 1 else 0.0
    return None


def count(entry: Entry, *names: str) -> float | None:
    """A counter: never below zero."""
    value = number(entry, *names)
    return None if value is None or value < 0 else value


def ms(entry: Entry, *names: str) -> float | None:
    """Seconds, as milliseconds; never below zero."""
    value = count(entry, *names)
    return None if value is None else value * 1000


def text(entry: Entry, name: str) -> str | None:
    value = entry.get(name)
    return value[:TEXT_LIMIT] if isinstance(value, str) and value else None


def linked(entry: Entry, name: str, by_id: Mapping[str, Entry]) -> Entry:
    """The entry whose id stands in this field; an empty one where there is none."""
    value = entry.get(name)
    return by_id.get(value, {}) if isinstance(value, str) else {}


def stamp(entry: Entry) -> float | None:
    value = number(entry, "timestamp")
    return value / 1000 if value is not None and value > _MICROSECONDS else value
