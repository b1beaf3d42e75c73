"""The frozen program's beginning, and how children of a frozen program are started."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from notifier.probe.child import python_module
from tests.packaging.scripts import module

ROOT = Path(__file__).resolve().parents[2]
FROZEN = ROOT / "packaging" / "frozen"


program = module("frozen/program.py")


def run(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, FROZEN / "program.py", *words],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_a_module_of_ours_runs_with_its_arguments() -> None:
    done = run("-m", "notifier", "--version")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("call-notifier ")


def test_its_exit_status_is_the_program_s() -> None:
    done = run("-m", "notifier", "probe", "--no-such-option")
    assert done.returncode == 2
    assert "--no-such-option" in done.stderr


def test_the_last_line_says_what_went_wrong() -> None:
    done = run("-m", "notifier.nowhere")
    assert done.returncode == 1
    assert done.stderr.endswith("No module named notifier.nowhere\n")


@pytest.mark.parametrize("name", ["os", "notifierx", "notifier_", "", "ui.app", "runpy"])
def test_no_other_module_runs(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["call-notifier", "-m", name]) == 2
    assert "modules of notifier only" in capsys.readouterr().err


def test_without_m_it_is_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notifier.cli.main.main", len)
    assert program.main(["call-notifier", "probe", "-m"]) == 2


def test_programs_of_the_system_get_the_environment_that_we_were_given() -> None:
    given = {
        "PATH": "/usr/bin",
        "LD_LIBRARY_PATH": "/usr/lib/call-notifier/_internal:/opt/lib",
        "LD_LIBRARY_PATH_ORIG": "/opt/lib",
        "_PYI_ARCHIVE_FILE": "/usr/lib/call-notifier/call-notifier",
        "_PYI_PARENT_PROCESS_LEVEL": "1",
    }
    program.restore(given)
    assert given == {"PATH": "/usr/bin", "LD_LIBRARY_PATH": "/opt/lib"}


def test_where_no_libraries_were_named_none_are() -> None:
    given = {"LD_LIBRARY_PATH": "/usr/lib/call-notifier/_internal", "_PYI_ARCHIVE_FILE": "/x"}
    program.restore(given)
    assert given == {}


def test_outside_a_frozen_folder_nothing_is_taken_away() -> None:
    given = {"LD_LIBRARY_PATH": "/opt/lib"}
    program.restore(given)
    assert given == {"LD_LIBRARY_PATH": "/opt/lib"}


def test_without_a_console_words_go_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    program.mend_errors()
    print("for nobody", file=sys.stderr)
    sys.stderr.close()


def test_a_frozen_program_runs_its_children_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert python_module("notifier.sct") == (sys.executable, "-m", "notifier.sct")


_FORECASTS = """
import sys
sys.path[:0] = sys.argv[1:]
import scipy.sparse
import json, random
import numpy as np
from notifier.forecast.model import Model
from notifier.forecast.ratings import RATINGS
from pathlib import Path
import lightgbm, msgspec
file = json.loads(Path("resources/models/call-model.json").read_text())
by_chance = np.random.default_rng(1)
print(scipy.__file__)
for rating in RATINGS:
    booster = lightgbm.Booster(model_str=file["boosters"][rating.name])
    rows = by_chance.lognormal(2.0, 2.0, (200, len(rating.columns)))
    rows[by_chance.random(rows.shape) < 0.1] = np.nan
    print(booster.predict(rows, num_threads=1).tobytes().hex())
    print(booster.predict(rows[:20], num_threads=1, pred_contrib=True).tobytes().hex())
"""


def _forecasts(*paths: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", _FORECASTS, *map(str, paths)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.splitlines()


def test_forecasts_are_the_same_bits_without_scipy() -> None:
    replacements = FROZEN / "replacements"
    replaced, *without = _forecasts(replacements, ROOT)
    installed, *with_it = _forecasts(ROOT)
    assert Path(replaced).is_relative_to(replacements)
    assert not Path(installed).is_relative_to(replacements)
    assert len(without) == 6
    assert without == with_it


@pytest.mark.parametrize(("package", "file"), [("av", "codecs.txt"), ("numpy", "numpy.txt")])
def test_what_is_built_has_the_locked_version(package: str, file: str) -> None:
    def version(lock: Path) -> str:
        found = re.search(rf"^{package}==(\S+)", lock.read_text(), re.MULTILINE)
        assert found is not None, lock
        return found[1]

    assert version(FROZEN / file) == version(ROOT / "packaging/locks/linux.txt")
