"""``python -m notifier.training``: from a data set to a model and its metrics."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from notifier.forecast.model import MODEL, Model, predict
from notifier.forecast.reckoning import calibrated
from notifier.prediction import Known
from notifier.training import __main__ as training
from notifier.training import fit
from notifier.training.dataset import Case
from tests.forecast.runs import run, server, unreachable
from tests.training.synthetic import cases, lines

ROOT = Path(__file__).parents[2]

ROUNDS = 8
"""Trees a model: what is tested here is not how good they are."""

DATA = cases(80, families=3, held_out=20)


def train(monkeypatch: pytest.MonkeyPatch, out: Path, *data: Path, test: bool = False) -> int:
    """Train on these files, and say what the command says in the end."""
    monkeypatch.setattr(fit, "ROUNDS", ROUNDS)
    words = ["training", *map(str, data), "--name", "try", "--out", str(out)]
    monkeypatch.setattr(sys, "argv", [*words, *(["--test"] if test else [])])
    return training.main()


def written(folder: Path, given: list[Case], name: str = "calls.jsonl") -> Path:
    file = folder / name
    file.write_bytes(lines(given))
    return file


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with model and metrics of :data:`DATA`."""
    folder = tmp_path_factory.mktemp("trained")
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert train(monkeypatch, folder / "models", written(folder, DATA), test=True) == 0
    return folder / "models"


def model_in(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / MODEL).read_bytes())
    return found


def metrics_in(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / training.METRICS).read_bytes())
    return found


class TestWhatItWrites:
    def test_is_a_model_that_can_be_asked(self, trained: Path) -> None:
        found = predict(run(server()), Known(), file=trained / MODEL)
        assert (found.problem, found.model) == (None, "try")
        assert len(found.servers) == 1

    def test_is_calibrated_and_never_falls(self, trained: Path) -> None:
        points = Model((trained / MODEL).read_bytes()).file.calibration
        told = [calibrated(odds / 100, points) for odds in range(101)]
        assert told == sorted(told)
        assert told[0] < told[-1]

    def test_tells_how_many_networks_taught_it(self, trained: Path) -> None:
        assert model_in(trained)["training"]["calls"] == 80

    def test_tells_how_often_it_is_right(self, trained: Path) -> None:
        metrics = metrics_in(trained)
        assert metrics["model"] == "try"
        for part, count in (("crossValidated", 80), ("heldOut", 20)):
            for kind in ("full", "light"):
                figures = metrics[part][kind]
                assert figures["networks"] == count
                assert 0 <= figures["code"] <= figures["color"] <= 1

    def test_is_all_there_is(self, trained: Path) -> None:
        assert {file.name for file in trained.iterdir()} == {MODEL, training.METRICS}


def test_tells_the_metrics(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train(monkeypatch, tmp_path, written(tmp_path, DATA), test=True) == 0
    told, errors = capsys.readouterr()
    assert json.loads(told) == metrics_in(tmp_path)
    assert errors == ""


_IN_ANOTHER_PROCESS = f"""
import sys
from notifier.training import __main__ as training, fit

fit.ROUNDS = {ROUNDS}
sys.exit(training.main())
"""


@pytest.mark.parametrize("seed", ["1", "999"])
def test_the_same_data_give_the_same_bytes_in_another_process(
    trained: Path, tmp_path: Path, seed: str
) -> None:
    data = written(tmp_path, DATA)
    subprocess.run(
        [
            *(sys.executable, "-c", _IN_ANOTHER_PROCESS, data),
            *("--name", "try", "--out", tmp_path, "--test"),
        ],
        env={**os.environ, "PYTHONHASHSEED": seed},
        cwd=ROOT,
        capture_output=True,
        timeout=100,
        check=True,
    )
    for name in (MODEL, training.METRICS):
        assert (tmp_path / name).read_bytes() == (trained / name).read_bytes()


def test_several_files_are_as_good_as_one(
    trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = written(tmp_path, DATA[:30], "a.jsonl"), written(tmp_path, DATA[30:], "b.jsonl")
    assert train(monkeypatch, tmp_path, *parts) == 0
    assert (tmp_path / MODEL).read_bytes() == (trained / MODEL).read_bytes()


def test_networks_that_are_held_out_teach_nothing(
    trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever their calls got, the model is the same."""
    hopeless = [
        msgspec.structs.replace(
            case, calls=tuple(msgspec.structs.replace(call, connected=False) for call in case.calls)
        )
        if case.held_out
        else case
        for case in DATA
    ]
    assert train(monkeypatch, tmp_path, written(tmp_path, hopeless), test=True) == 0
    assert (tmp_path / MODEL).read_bytes() == (trained / MODEL).read_bytes()
    before, after = metrics_in(trained), metrics_in(tmp_path)
    assert before["crossValidated"] == after["crossValidated"]
    assert before["heldOut"] != after["heldOut"]


def test_networks_that_are_held_out_are_judged_only_when_asked(
    trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert train(monkeypatch, tmp_path, written(tmp_path, DATA)) == 0
    assert (tmp_path / MODEL).read_bytes() == (trained / MODEL).read_bytes()
    found = metrics_in(trained)
    del found["heldOut"]
    assert metrics_in(tmp_path) == found


def test_without_any_held_out_there_are_no_figures_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert train(monkeypatch, tmp_path, written(tmp_path, DATA[:80]), test=True) == 0
    assert metrics_in(tmp_path)["heldOut"] == {}


def _none_works(case: Case) -> Case:
    dead = run(unreachable("timeout"))
    return msgspec.structs.replace(case, full=dead, light=dead)


class TestRefused:
    @pytest.mark.parametrize(
        "given",
        [
            [],
            cases(training.LEAST_CASES - 1, held_out=40),
            [msgspec.structs.replace(case, calls=()) for case in DATA],
            [_none_works(case) for case in DATA],
        ],
        ids=["empty", "one too few", "no calls", "no server works"],
    )
    def test_too_few_networks(
        self,
        given: list[Case],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        out = tmp_path / "models"
        assert train(monkeypatch, out, written(tmp_path, given)) == 1
        told, errors = capsys.readouterr()
        assert "too few" in errors
        assert told == ""
        assert not out.exists()

    def test_damaged_data(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        data = written(tmp_path, DATA)
        data.write_bytes(data.read_bytes()[:-100])
        assert train(monkeypatch, tmp_path / "models", data) == 2
        assert "calls.jsonl, line 100" in capsys.readouterr().err
        assert not (tmp_path / "models").exists()

    def test_missing_data(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        good = written(tmp_path, DATA)
        assert train(monkeypatch, tmp_path / "models", good, tmp_path / "none.jsonl") == 2
        assert "none.jsonl" in capsys.readouterr().err
        assert not (tmp_path / "models").exists()
