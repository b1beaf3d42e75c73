"""Measuring the networks of the data set once more: new runs, the same calls, each but once."""

from pathlib import Path

import msgspec
import pytest

from tests.collect.__main__ import main
from tests.collect.draw import draw
from tests.collect.record import Call, Collected, read, write
from tests.records import example_measurement

CALL = msgspec.json.decode(Path(__file__).with_name("call_1-0007.json").read_bytes(), type=Call)


def example() -> Collected:
    return Collected(
        seed=1,
        network=draw(1, 0),
        emulator_seed=10_000,
        light=example_measurement(mode="light"),
        full=example_measurement(),
        calls=(CALL,),
    )


@pytest.mark.root
@pytest.mark.coturn
@pytest.mark.tools("iperf3")
def test_the_runs_are_new_and_the_calls_stay(tmp_path: Path) -> None:
    old = example()
    file = tmp_path / "1-0000.json"
    write(file, old)
    arguments = ["--probe-again", "--out", str(tmp_path)]
    assert main(arguments) == 0
    new = read(file)
    assert (new.light.mode, new.full.mode) == ("light", "full")
    assert old.full.timestamp < new.light.timestamp < new.full.timestamp
    [server] = new.full.servers
    assert server.error is None, server.detail
    assert server.trains
    same = msgspec.structs.replace(new, light=old.light, full=old.full, probed_again=False)
    assert same == old
    assert main(arguments) == 0
    assert read(file) == new
    assert list(tmp_path.iterdir()) == [file]


def test_what_is_done_is_left_and_what_is_damaged_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = tmp_path / "1-0000.json"
    write(done, msgspec.structs.replace(example(), probed_again=True))
    damaged = tmp_path / "1-0001.json"
    damaged.write_bytes(b"{")
    before = done.read_bytes()
    assert main(["--probe-again", "--out", str(tmp_path)]) == 1
    assert done.read_bytes() == before
    assert "1-0001.json" in capsys.readouterr().err
