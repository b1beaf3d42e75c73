"""The packed data set: nothing that matters is lost, and training reads it."""

import lzma
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.quality import CallFigures
from notifier.training.dataset import read_cases
from tests.collect import pack
from tests.collect.columns import pack_samples, unpack_samples
from tests.collect.dataset import Line, line_of, read_lines, unpacked, write_lines
from tests.collect.draw import draw, held_out
from tests.collect.figures import figures
from tests.collect.record import Call, Collected, Sample, write
from tests.records import example_measurement

REAL = msgspec.json.decode(Path(__file__).with_name("call_1-0007.json").read_bytes(), type=Call)
LOST = msgspec.structs.replace(REAL, setup_ms=None, samples=())


def collected(number: int, *calls: Call) -> Collected:
    return Collected(
        seed=1,
        network=draw(1, number),
        emulator_seed=10_000 + number,
        light=example_measurement(mode="light"),
        full=example_measurement(),
        calls=calls,
    )


LINES = [line_of(collected(3, REAL)), line_of(collected(11, LOST, REAL))]

numbers = st.none() | st.integers(0, 2**40).map(float)
milliseconds = st.none() | st.integers(0, 2**40).map(lambda ms: ms / 1000)
entries = st.fixed_dictionaries(
    {"jitter": milliseconds, "bytesSent": numbers, "reason": st.none() | st.text(max_size=4)}
)
samples = st.builds(
    Sample,
    ms=st.integers(0, 40_000).map(float),
    state=st.sampled_from(["connected", "failed"]),
    caller=st.just({}) | st.fixed_dictionaries({"candidate-pair": entries}),
    callee=st.just({}) | st.fixed_dictionaries({"inbound-rtp/video": entries}),
)


@given(st.lists(samples, max_size=6))
def test_samples_come_back_from_their_columns(given: list[Sample]) -> None:
    def told(sample: Sample) -> Sample:
        """Without entries of which no field is told."""
        sides = {
            name: {
                entry: fields
                for entry, fields in getattr(sample, name).items()
                if any(value is not None for value in fields.values())
            }
            for name in ("caller", "callee")
        }
        return msgspec.structs.replace(sample, **sides)

    columns = msgspec.json.encode(pack_samples(given))
    back = unpack_samples(msgspec.json.decode(columns, type=type(pack_samples([]))))
    assert list(back) == [told(sample) for sample in given]


def test_columns_of_different_length_are_refused() -> None:
    columns = pack_samples(REAL.samples)
    columns.caller["candidate-pair"]["currentRoundTripTime"].pop()
    with pytest.raises(ValueError, match="argument"):
        unpack_samples(columns)


def test_a_real_call_comes_back_to_the_millisecond() -> None:
    (back,) = (unpacked(call) for call in LINES[0].calls)
    assert back.conditions == REAL.conditions
    for was, now in zip(REAL.samples, back.samples, strict=True):
        assert now.ms == pytest.approx(was.ms, abs=0.5)
        assert (now.state, now.caller, now.callee) == (was.state, was.caller, was.callee)


def test_the_figures_can_be_made_again_from_what_is_kept() -> None:
    kept = [call for line in LINES for call in line.calls]
    for call, raw in zip(kept, (REAL, LOST, REAL), strict=True):
        again = msgspec.structs.asdict(figures(unpacked(call)))
        assert again == {name: getattr(call, name) for name in again}
        for name, unrounded in msgspec.structs.asdict(figures(raw)).items():
            close = None if unrounded is None else pytest.approx(unrounded, rel=1e-4)
            assert again[name] == close


def test_what_was_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl.xz"
    write_lines(file, reversed(LINES))
    assert read_lines(file) == LINES
    assert [path.name for path in tmp_path.iterdir()] == ["calls.jsonl.xz"]


def test_the_same_lines_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "1.xz", tmp_path / "2.xz"
    write_lines(one, LINES)
    write_lines(other, reversed(LINES))
    assert one.read_bytes() == other.read_bytes()


def test_training_reads_its_part(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl.xz"
    write_lines(file, LINES)
    cases = read_cases(file)
    assert [case.name for case in cases] == ["1-0003", "1-0011"]
    for case, line in zip(cases, LINES, strict=True):
        assert (case.family, case.held_out) == (line.family, held_out(line.number))
        assert (case.light, case.full) == (line.light, line.full)
        assert all(type(call) is CallFigures for call in case.calls)
    assert [call.connected for call in cases[1].calls] == [False, True]


@pytest.mark.parametrize("damage", [b"", b"xz", b"\xfd7zXZ\x00 and then nothing"])
def test_a_damaged_data_set_is_refused(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "calls.jsonl.xz"
    file.write_bytes(damage or lzma.compress(msgspec.json.encode(LINES[0])[:-1]))
    with pytest.raises(ValueError, match=r"."):
        read_lines(file)


def test_packs_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = tmp_path / "networks", tmp_path / "data" / "calls.jsonl.xz"
    folder.mkdir()
    monkeypatch.setattr(sys, "argv", ["pack", str(folder), "--out", str(out)])
    assert pack.main() == 1
    assert "no collected networks" in capsys.readouterr().err
    write(folder / "1-0011.json", collected(11, LOST, REAL))
    write(folder / "1-0003.json", collected(3, REAL))
    (folder / "1-0012.part").write_bytes(b"{")
    assert pack.main() == 0
    assert read_lines(out) == LINES


def test_a_line_says_what_it_is_in_the_names_of_the_wire() -> None:
    line = msgspec.json.decode(msgspec.json.encode(LINES[0]))
    assert set(line) == {
        *("name", "seed", "number", "family", "heldOut", "emulatorSeed", "network"),
        *("light", "full", "probedAgain", "calls"),
    }
    assert msgspec.convert(line, Line) == LINES[0]
