"""Quiet hours and quiet for today, by the local clock."""

import os
import time
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.notify.quiet import LONGEST_MS, daily_quiet_ends, readable_end, today_ends

BERLIN = ZoneInfo("Europe/Berlin")

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of this process")


@pytest.fixture(autouse=True, scope="module")
def _berlin() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/Berlin"
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


def at(text: str, *, fold: int = 0) -> float:
    moment = datetime.fromisoformat(text).replace(tzinfo=BERLIN, fold=fold)
    return moment.timestamp() * 1000


def minutes(text: str) -> int:
    hours, _, rest = text.partition(":")
    return int(hours) * 60 + int(rest)


@pytest.mark.parametrize(
    ("hours", "now", "ends"),
    [
        ("12:00-14:00", "2026-05-05T11:59", None),
        ("12:00-14:00", "2026-05-05T12:00", "2026-05-05T14:00"),
        ("12:00-14:00", "2026-05-05T13:59", "2026-05-05T14:00"),
        ("12:00-14:00", "2026-05-05T14:00", None),
        ("22:00-07:00", "2026-05-05T21:59", None),
        ("22:00-07:00", "2026-05-05T22:00", "2026-05-06T07:00"),
        ("22:00-07:00", "2026-05-06T03:00", "2026-05-06T07:00"),
        ("22:00-07:00", "2026-05-06T07:00", None),
        ("00:00-24:00", "2026-05-06T07:00", "2026-05-07T00:00"),
        ("22:00-24:00", "2026-05-05T23:00", "2026-05-06T00:00"),
        ("07:00-07:00", "2026-05-05T07:00", None),
        # The clock goes from 2 to 3 at the end of March, and back at the end of October.
        ("22:00-07:00", "2026-03-28T23:00", "2026-03-29T07:00"),
        ("22:00-07:00", "2026-10-24T23:00", "2026-10-25T07:00"),
    ],
)
def test_quiet_hours(hours: str, now: str, ends: str | None) -> None:
    begin, end = map(minutes, hours.split("-"))
    expected = None if ends is None else at(ends)
    assert daily_quiet_ends(begin, end, at(now)) == expected


def test_an_hour_that_the_clock_shows_twice_is_quiet_twice() -> None:
    quiet = minutes("22:00"), minutes("02:30")
    first, second = at("2026-10-25T02:10"), at("2026-10-25T02:10", fold=1)
    assert daily_quiet_ends(*quiet, first) == at("2026-10-25T02:30")
    assert daily_quiet_ends(*quiet, at("2026-10-25T02:40")) is None
    assert daily_quiet_ends(*quiet, second) == at("2026-10-25T02:30", fold=1)


@given(
    st.integers(0, 1439),
    st.integers(0, 1440),
    st.floats(at("2026-01-01T00:00"), at("2027-01-01T00:00")),
)
def test_the_end_is_ahead_and_within_a_day(begin: int, end: int, now: float) -> None:
    ends = daily_quiet_ends(begin, end, now)
    if ends is not None:
        assert now < ends <= now + LONGEST_MS


@pytest.mark.parametrize(
    ("now", "ends"),
    [
        ("2026-05-05T10:00", "2026-05-06T04:00"),
        ("2026-05-05T23:30", "2026-05-06T04:00"),
        ("2026-05-06T01:00", "2026-05-06T04:00"),
        ("2026-05-06T04:00", "2026-05-07T04:00"),
        ("2026-03-28T10:00", "2026-03-29T04:00"),
        ("2026-10-24T10:00", "2026-10-25T04:00"),
    ],
)
def test_today_is_over_when_the_night_is(now: str, ends: str) -> None:
    assert today_ends(at(now)) == at(ends)


def test_an_end_that_was_written_down() -> None:
    now = at("2026-05-05T10:00")
    assert readable_end(today_ends(now), now) == today_ends(now)
    assert readable_end(now, now) is None, "over"
    assert readable_end(now + LONGEST_MS + 1, now) is None, "the clock was set back since"
    assert readable_end(float("nan"), now) is None
    assert readable_end(float("inf"), now) is None
