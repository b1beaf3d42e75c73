"""The evaluation's tables, on a few networks whose calls are given."""

import sys
from pathlib import Path

import msgspec
import pytest

from notifier.forecast.causes import Cause
from notifier.measurement import RunMeasurement
from notifier.prediction import Known
from notifier.quality import CallFigures, call_code
from notifier.training import fit
from tests.collect import evaluate, truth_features
from tests.collect.contenders import ModelMissing, Told, contenders, forecast
from tests.collect.dataset import Line, PackedCall, line_of, write_lines
from tests.collect.draw import draw
from tests.collect.evaluate import PAGE, report
from tests.collect.markdown import filled
from tests.collect.record import Call, Collected
from tests.net.direction import Direction
from tests.records import example_measurement

REAL = msgspec.json.decode(Path(__file__).with_name("call_1-0007.json").read_bytes(), type=Call)
NARROW = Direction(rate_bps=500_000, queue_ms=50, delay_ms=10)
WIDE = Direction(rate_bps=5_000_000, queue_ms=50, delay_ms=10)

GOOD = CallFigures(available_kbps=2500, concealed=0, frozen=0, one_way_ms=30)
SMALL = CallFigures(available_kbps=400, concealed=0, frozen=0, one_way_ms=30)
LOSSY = CallFigures(available_kbps=2500, concealed=0.2, frozen=0, one_way_ms=30)


def line(number: int, *calls: CallFigures) -> Line:
    """A network with a narrow uplink, and these calls."""
    network = msgspec.structs.replace(draw(1, number), up=NARROW, down=WIDE, cross=None)
    collected = Collected(
        seed=1,
        network=network,
        emulator_seed=1,
        light=example_measurement(mode="light"),
        full=example_measurement(),
        calls=(REAL,),
    )
    made = line_of(collected)
    packed = tuple(
        msgspec.structs.replace(made.calls[0], **msgspec.structs.asdict(call)) for call in calls
    )
    assert all(isinstance(call, PackedCall) for call in packed)
    return msgspec.structs.replace(made, calls=packed)


LINES = [line(1, GOOD, GOOD), line(2, SMALL, GOOD), line(3, LOSSY), line(4, GOOD)]
"""Their codes are 95 95, 75 95, 20, 95."""

SAID = {
    "1-0001": Told(95, 0.9, ()),
    "1-0002": Told(55, 0.6, (Cause.BANDWIDTH_DOWN,)),
    "1-0003": Told(95, 0.7, ()),
    "1-0004": Told(90, 0.9, ()),
}


def rows(text: str) -> dict[str, list[str]]:
    """By their first cell; the first table of all."""
    lines = [line for line in text.split("\n\n")[1].splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {first: rest for first, *rest in cells}


def test_the_codes_are_those_that_the_tests_below_reckon_with() -> None:
    codes = [[call_code(call) for call in line.calls] for line in LINES]
    assert codes == [[95, 95], [75, 95], [20], [95]]


def test_scores() -> None:
    second = contenders()["a second call"]
    text = report(LINES, {"ours": lambda line: SAID[line.name], "second": second})
    found = rows(text)
    n, code, color, red_green, green_red, _, width, _ = found["ours"]
    assert (n, red_green, green_red) == ("4", "1", "0")
    assert code.startswith("25.0% (")
    assert color.startswith("75.0% (")
    # two of 0.9 right; 0.6 right; 0.7 wrong
    assert float(width) == pytest.approx((0.2 + 0.4 + 0.7) / 4, abs=5e-4)
    n, code, *_, width, mass = found["second"]
    assert (n, width, mass) == ("2", "", "")
    assert code.startswith("50.0% (")


def test_says_what_chance_makes_of_so_few() -> None:
    text = report(LINES, {"sure": lambda _: Told(95, 1.0), "unsure": lambda _: Told(95, 0.5)})
    assert 'confidences of "sure" been exactly right: 0.000 in the mean, below 0.000' in text
    assert "been exactly right" not in report(LINES, {"silent": lambda _: Told(95)})


def test_networks_that_were_looked_at_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluate, "LOOKED_AT", range(3))
    text = report(LINES, {"ours": lambda line: SAID[line.name]})
    assert "| ours | 2 of 2 | 1 of 2 |" in text


def test_the_other_way_round_green_told_red() -> None:
    found = rows(report(LINES, {"always red": lambda _: Told(10)}))
    assert found["always red"][3:5] == ["0", "2"]


def test_causes_are_judged_on_calls_that_were_not_green() -> None:
    text = report(LINES, {"ours": lambda line: SAID[line.name]})
    # The line's uplink is narrow: "downlink" is right but for the direction; the loss is unnamed.
    assert "| ours | 2 | 0 | 1 | 1 |" in text


def test_confusion_and_the_worst() -> None:
    text = report(LINES, {"ours": lambda line: SAID[line.name]})
    assert "| excellent | 0 | 0 | 0 | 1 | 1 |" in text
    assert "| poor | 0 | 0 | 0 | 0 | 1 |" in text
    worst = text.split("### The worst: ours")[1].strip().splitlines()[2:]
    assert [row.split("|")[1].strip() for row in worst] == ["1-0003"]
    assert "| 95 (70%) | 20 | 2500 kbit/s | 20.0% | 0.0% | 30 ms |" in worst[0]


def test_a_contender_without_an_answer_is_left_out() -> None:
    text = report(LINES, {"ours": lambda line: SAID[line.name], "silent": lambda _: None})
    assert "silent" not in text


def test_the_rules_answer_for_every_network() -> None:
    field = contenders()
    for name in ("threshold rule, full run", "threshold rule, light run"):
        for told in map(field[name], LINES):
            assert told is not None
            assert told.confidence is not None
            assert told.causes is not None
    for name in ("callstats rule, perfect figures", "Jitsi's rule, perfect figures"):
        told = field[name](LINES[0])
        assert told is not None
        assert told.confidence is None
    # 500 kbit/s uplink, though the probe's example figures are of a far better one
    assert field["callstats rule, perfect figures"](LINES[0]) == Told(90)
    assert field["callstats rule, our figures"](LINES[0]) == Told(95)


def test_no_model_is_no_forecast_rather_than_another_rule(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="none"):
        forecast(LINES[0].full, Known(), tmp_path / "none.json")


def test_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "calls.jsonl.xz"
    monkeypatch.setattr(sys, "argv", ["evaluate", "--data", str(data), "--model", "/none.json"])
    assert evaluate.main() == 1
    assert "calls.jsonl.xz" in capsys.readouterr().err
    write_lines(data, [msgspec.structs.replace(LINES[0], held_out=True)])
    assert evaluate.main() == 1
    assert "/none.json" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["evaluation", "truth"])
def test_the_page_has_a_place_for_it(name: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert "\n\nnew text\n\n" in filled(page, name, "new text")


def test_puts_it_into_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, page = tmp_path / "calls.jsonl.xz", tmp_path / "forecast.md"
    write_lines(data, [msgspec.structs.replace(line, held_out=line.number < 3) for line in LINES])
    page.write_text("How.\n\n<!-- evaluation -->\nbefore\n<!-- /evaluation -->\n\nWhy.\n")
    monkeypatch.setattr(evaluate, "PAGE", page)
    monkeypatch.setattr(evaluate, "contenders", lambda _: {"ours": lambda line: SAID[line.name]})
    monkeypatch.setattr(sys, "argv", ["evaluate", "--data", str(data), "--page"])
    for _ in range(2):
        assert evaluate.main() == 0
        text = page.read_text()
        assert text.startswith("How.\n\n<!-- evaluation -->\n\n2 networks; ")
        assert text.endswith("\n\n<!-- /evaluation -->\n\nWhy.\n")
        assert "before" not in text


def test_a_page_without_a_place_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data, page = tmp_path / "calls.jsonl.xz", tmp_path / "forecast.md"
    write_lines(data, [msgspec.structs.replace(LINES[0], held_out=True)])
    page.write_text("How.\n\n<!-- evaluation -->\n")
    monkeypatch.setattr(evaluate, "PAGE", page)
    monkeypatch.setattr(evaluate, "contenders", lambda _: {"ours": lambda line: SAID[line.name]})
    monkeypatch.setattr(sys, "argv", ["evaluate", "--data", str(data), "--page"])
    assert evaluate.main() == 1
    assert "<!-- /evaluation -->" in capsys.readouterr().err
    assert page.read_text() == "How.\n\n<!-- evaluation -->\n"


def test_the_truth_looks_at_no_held_out_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "calls.jsonl.xz"
    write_lines(data, [msgspec.structs.replace(line, held_out=line.number < 2) for line in LINES])
    seen: list[str] = []

    def truthful(line: Line) -> RunMeasurement:
        seen.append(line.name)
        return line.full

    monkeypatch.setattr(truth_features, "truthful", truthful)
    monkeypatch.setattr(fit, "ROUNDS", 2)
    monkeypatch.setattr(sys, "argv", ["evaluate", "--data", str(data), "--truth"])
    assert evaluate.main() == 0
    assert seen == ["1-0002", "1-0003", "1-0004"]
    assert "| models, by the emulator's settings | all | 3 | " in capsys.readouterr().out
