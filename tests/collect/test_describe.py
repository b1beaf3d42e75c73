"""What is said of the data set."""

import sys
from pathlib import Path

import msgspec
import pytest

from tests.collect import describe
from tests.collect.columns import pack_samples
from tests.collect.dataset import unpacked, write_lines
from tests.collect.draw import FAMILIES
from tests.collect.record import Entry, Sample
from tests.collect.test_evaluate import LINES

PICTURE = "inbound-rtp/video"


def standing(frames: list[float]) -> list[Sample]:
    """The samples of a real call, with these pictures decoded from second 12 on."""
    samples = list(unpacked(LINES[0].calls[0]).samples)
    for place, count in enumerate(frames, start=12):
        picture: Entry = {**samples[place].callee[PICTURE], "framesDecoded": count}
        callee = {**samples[place].callee, PICTURE: picture}
        samples[place] = msgspec.structs.replace(samples[place], callee=callee)
    return samples


@pytest.mark.parametrize(
    ("frames", "said"),
    [
        ([0.0] * 21, "no freeze to count: 1; with a picture that stood for the last 4 s: 0"),
        (
            [30.0 * min(second, 16) for second in range(21)],
            "no freeze to count: 0; with a picture that stood for the last 4 s: 1",
        ),
        (
            [30.0 * min(second, 17) for second in range(21)],
            "no freeze to count: 0; with a picture that stood for the last 4 s: 0",
        ),
    ],
)
def test_pictures_that_stand_are_counted(frames: list[float], said: str) -> None:
    (call,) = LINES[2].calls
    call = msgspec.structs.replace(call, samples=pack_samples(standing(frames)))
    text = describe.describe([msgspec.structs.replace(LINES[2], calls=(call,))], 1)
    assert said in text


def test_says_what_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "calls.jsonl.xz"
    monkeypatch.setattr(sys, "argv", ["describe", "--data", str(data)])
    assert describe.main() == 1
    assert "calls.jsonl.xz" in capsys.readouterr().err
    given = [msgspec.structs.replace(line, held_out=line.number < 3) for line in LINES]
    write_lines(data, given)
    assert describe.main() == 0
    text = capsys.readouterr().out
    # LINES' calls: 95 95, 75 95, 20, 95
    assert "4 networks, 2 of them held out; 6 calls" in text
    assert "| 95 | green | 1 | 1 |" in text
    assert "| 75 | amber | 0 | 1 |" in text
    assert "| 20 | red | 1 | 0 |" in text
    assert "| cable | 1 | 0 | 0 | 1 | 2500 |" in text
    assert "Of 2 pairs 1 have the same code and 1 the same colour. Apart: 75 then 95 (1)." in text
    assert "The least that a sender found available: 400.0 kbit/s." in text


def test_the_page_says_what_networks_are_drawn_from() -> None:
    page = describe.PAGE.read_text(encoding="utf-8")
    assert describe.ranges() in page
    for family in FAMILIES:
        assert f"| {family} | " in page


def test_puts_it_into_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, page = tmp_path / "calls.jsonl.xz", tmp_path / "calls-data.md"
    write_lines(data, LINES)
    page.write_text("# Calls\n\nHow.\n\n## What is in it\n\n3 networks\n")
    monkeypatch.setattr(describe, "PAGE", page)
    monkeypatch.setattr(sys, "argv", ["describe", "--data", str(data), "--page"])
    assert describe.main() == 0
    text = page.read_text()
    assert text.startswith("# Calls\n\nHow.\n\n## What is in it\n\n4 networks, ")
    assert "3 networks" not in text
