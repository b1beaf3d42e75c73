"""Dates, moments and spans, and everything that is none of them."""

import math
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.history.since import SinceError, parse_since

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC).timestamp() * 1000
HOUR = 3_600_000.0


@pytest.fixture
def helsinki(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two hours before UTC, three in summer."""
    monkeypatch.setenv("TZ", "EET-2EEST,M3.5.0/3,M10.5.0/4")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def utc(*moment: int) -> float:
    year, month, day, *rest = moment
    hour, minute = rest or (0, 0)
    return datetime(year, month, day, hour, minute, tzinfo=UTC).timestamp() * 1000


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("30s", 30 / 3600),
        ("90m", 1.5),
        ("2h", 2),
        ("3d", 72),
        ("1w", 168),
        ("0h", 0),
        (" 2 h ", 2),
        ("999999w", 999_999 * 168),
    ],
)
def test_a_span_counts_back_from_now(text: str, hours: float) -> None:
    assert parse_since(text, now=NOW) == NOW - hours * HOUR


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone cannot be chosen")
@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-21", (2026, 11, 20, 22, 0)),
        ("2026-07-01", (2026, 6, 30, 21, 0)),
        ("2026-11-21T08:30", (2026, 11, 21, 6, 30)),
        ("2026-11-21 08:30:00", (2026, 11, 21, 6, 30)),
        ("2026-11-21T08:30Z", (2026, 11, 21, 8, 30)),
        ("2026-11-21T08:30+01:00", (2026, 11, 21, 7, 30)),
        ("20261121T0830", (2026, 11, 21, 6, 30)),
    ],
)
def test_a_date_is_local_unless_it_says_otherwise(
    helsinki: None, text: str, moment: tuple[int, ...]
) -> None:
    assert parse_since(text, now=NOW) == utc(*moment)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "yesterday", "h", "2", "2x", "-2h", "2.5h", "2hours", "1234567d", "٣d", "2h3m"),
        *("2026", "2026-13-01", "2026-02-30", "21.11.2026", "2026-11-21T25:00", "08:30"),
        *("2026-11-21T", "2026-11-21T08:30 Europe/Helsinki", "2h\n3", "\0"),
    ],
)
def test_anything_else_is_named(text: str) -> None:
    with pytest.raises(SinceError, match="neither a date like") as caught:
        parse_since(text, now=NOW)
    assert repr(text.strip()) in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.text(max_size=30) | st.from_regex(r"[0-9]{1,9}-?[0-9]{0,3}-?[0-9TZ:+]{0,9}[smhdw]?"))
def test_any_text_is_a_moment_or_refused(text: str) -> None:
    try:
        moment = parse_since(text, now=NOW)
    except SinceError:
        return
    assert math.isfinite(moment)


@given(st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2200, 1, 1)))  # noqa: DTZ001
def test_iso_8601_of_any_moment(moment: datetime) -> None:
    moment = moment.replace(tzinfo=UTC)
    assert parse_since(moment.isoformat(), now=NOW) == moment.timestamp() * 1000
