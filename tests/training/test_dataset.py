"""The data set of real calls, read for training."""

import contextlib
import json
import lzma
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notifier.quality import CallFigures
from notifier.training.dataset import Case, DatasetError, read_cases
from tests.records import example_measurement

CALL = CallFigures(available_kbps=1200.5, concealed=0.01, frozen=0.0, one_way_ms=45.0)
CASES = [
    Case(
        name="1-0000",
        family="fibre",
        held_out=False,
        light=None,
        full=example_measurement(),
        calls=(CALL,),
    ),
    Case(
        name="1-0001",
        family="vpn",
        held_out=True,
        light=example_measurement(),
        full=None,
        calls=(CALL, CALL),
    ),
]


def lines(cases: list[Case]) -> bytes:
    return b"".join(msgspec.json.encode(case) + b"\n" for case in cases)


@pytest.mark.parametrize("name", ["calls.jsonl", "calls.jsonl.xz"])
def test_reads_what_was_written(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    data = lines(CASES)
    file.write_bytes(lzma.compress(data) if name.endswith(".xz") else data)
    assert read_cases(file) == CASES


def test_passes_over_what_training_does_not_need(tmp_path: Path) -> None:
    line = json.loads(msgspec.json.encode(CASES[0]))
    line["network"] = {"up": {"rateBps": 1}}
    line["calls"][0]["samples"] = {"ms": [0, 1000]}
    file = tmp_path / "calls.jsonl"
    file.write_text(json.dumps(line))
    assert read_cases(file) == CASES[:1]


def test_an_empty_file_has_no_networks(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    file.write_bytes(b"")
    assert read_cases(file) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("family", 3), ("heldOut", "no"), ("calls", None), ("full", {"mode": "full"})],
)
def test_names_file_line_and_field(tmp_path: Path, field: str, value: Any) -> None:
    line = json.loads(msgspec.json.encode(CASES[1])) | {field: value}
    file = tmp_path / "calls.jsonl"
    file.write_bytes(lines(CASES[:1]) + json.dumps(line).encode())
    with pytest.raises(DatasetError, match=rf"calls\.jsonl, line 2: .*`\$\.{field}"):
        read_cases(file)


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"none\.jsonl: No such file"):
        read_cases(tmp_path / "none.jsonl")


def test_a_compressed_file_that_was_cut_is_named(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl.xz"
    whole = lzma.compress(lines(CASES))
    file.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DatasetError, match=r"calls\.jsonl\.xz, after line \d+: damaged"):
        read_cases(file)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.integers(0, 2000),
    put=st.binary(max_size=8),
    over=st.integers(0, 8),
    compressed=st.booleans(),
)
def test_a_damaged_file_is_read_or_refused(
    tmp_path: Path, at: int, put: bytes, over: int, compressed: bool
) -> None:
    data = lines(CASES)
    if compressed:
        data = lzma.compress(data)
    at %= len(data)
    file = tmp_path / ("calls.jsonl.xz" if compressed else "calls.jsonl")
    file.write_bytes(data[:at] + put + data[at + over :])
    cases: list[Case] = []
    with contextlib.suppress(DatasetError):
        cases = read_cases(file)
    assert all(isinstance(case, Case) for case in cases)
