"""The rule's numbers: the shipped file, every kind of wrong one, and the page about them."""

import contextlib
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.forecast.thresholds import (
    Thresholds,
    ThresholdsError,
    default_thresholds,
    read_thresholds,
)

ROOT = Path(__file__).parents[2]
SHIPPED = (ROOT / "resources" / "models" / "threshold-rule.toml").read_text()


def flat(tables: dict[str, Any]) -> dict[str, list[float]]:
    return {
        f"{table}.{key}": value if isinstance(value, list) else [value]
        for table, keys in tables.items()
        for key, value in keys.items()
    }


def test_shipped_numbers() -> None:
    assert default_thresholds() == read_thresholds(SHIPPED)


def test_page_and_file_say_the_same() -> None:
    page = (ROOT / "docs" / "verdict-rule.md").read_text()
    rows = re.findall(r"^\| `([a-z_]+\.[a-z_]+)` \| ([-0-9., ]+) \|", page, re.MULTILINE)
    told = {key: [float(value) for value in values.split(",")] for key, values in rows}
    assert len(told) == len(rows)
    assert told == flat(tomllib.loads(SHIPPED))


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("bad = 0.10", "bad = 0.02", "loss"),
        ("bad_ms = 400", "bad_ms = 100", "latency"),
        ("good_kbps = 800", "good_kbps = 3000", "bandwidth"),
        ("minor = 0.03", "minor = 3", "loss.minor"),
        ("minor = 0.03", 'minor = "3 %"', "loss.minor"),
        ("minor = 0.03", "", "minor"),
        ("minor = 0.03", "minor = 0.03\nmayor = 0.04", "mayor"),
        ("usable_share = 0.9", "usable_share = 0", "usable_share"),
        ("[0.85, 0.10, 0.05]", "[0.85, 0.10, 0.06]", "missing.latency"),
        ("[0.85, 0.10, 0.05]", "[0.85, 0.15]", "latency"),
        ("weak_dbm = -75", "weak_dbm = 75", "wifi.weak_dbm"),
        ("rtt_samples = 10", "rtt_samples = 0", "rtt_samples"),
        ("[queue]", "[queues]", "queue"),
        ("[queue]", "[queue", "TOML|Expected|expected"),
    ],
)
def test_wrong_number_is_named(old: str, new: str, named: str) -> None:
    assert old in SHIPPED
    with pytest.raises(ThresholdsError, match=named):
        read_thresholds(SHIPPED.replace(old, new, 1))


@given(st.binary(max_size=200) | st.text(max_size=200))
def test_anything_else_is_refused(text: str | bytes) -> None:
    with pytest.raises(ThresholdsError):
        read_thresholds(text)


@given(st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(SHIPPED) - 1))
    text = SHIPPED[:position] + data.draw(st.text(max_size=3)) + SHIPPED[position + 1 :]
    with contextlib.suppress(ThresholdsError):
        assert isinstance(read_thresholds(text), Thresholds)
