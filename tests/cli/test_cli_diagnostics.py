"""``call-notifier diagnostics``: listed before it is written, and asked where somebody answers."""

import argparse
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from notifier.cli import diagnostics as command
from notifier.diagnostics.collect import PARTS
from notifier.settings.paths import Paths

ROOT = Path(__file__).parents[2]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def call(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(arguments), Paths.default(), dict(os.environ))


def names(target: Path) -> list[str]:
    with zipfile.ZipFile(target) as archive:
        return archive.namelist()


def test_the_real_program_lists_and_writes(tmp_path: Path) -> None:
    target = tmp_path / "x.zip"
    done = subprocess.run(
        [sys.executable, "-m", "notifier", "diagnostics", str(target)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert names(target) == ["about.txt", *(part.name for part in PARTS)]
    listed, _, wrote = done.stderr.partition("Wrote ")
    assert str(target) in wrote
    for part in PARTS:
        assert part.name in listed
        assert part.says in listed
    assert "IP addresses are replaced" in listed


@pytest.mark.parametrize(("answer", "status"), [("y\n", 0), ("yes\n", 0), ("\n", 1), ("", 1)])
def test_a_person_is_asked(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answer: str,
    status: int,
) -> None:
    target = tmp_path / "x.zip"
    monkeypatch.setattr("sys.stdin", _Terminal(answer))
    assert call(str(target)) == status
    assert target.exists() == (status == 0)
    err = capsys.readouterr().err
    assert err.index("versions.json") < err.index("Write it? [y/N]")
    assert ("nothing was written" in err) == (status == 1)


def test_yes_asks_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", _Terminal(""))
    assert call(str(tmp_path / "x.zip"), "--yes") == 0
    assert "Write it?" not in capsys.readouterr().err


def test_a_file_that_is_there_stays_without_force(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "x.zip"
    target.write_text("mine")
    assert call(str(target), "--yes") == 2
    assert "--force" in capsys.readouterr().err
    assert target.read_text() == "mine"
    assert call(str(target), "--yes", "--force") == 0
    assert "about.txt" in names(target)


@pytest.mark.parametrize("name", ["-", "x", "x.tar.gz"])
def test_other_names_are_wrong_usage(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert call(name, "--yes") == 2
    assert list(tmp_path.glob("x*")) == []


def test_a_place_that_takes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(str(tmp_path / "no" / "x.zip"), "--yes") == 1
    assert "There is no folder" in capsys.readouterr().err


def test_addresses_are_agreed_to(tmp_path: Path) -> None:
    assert call(str(tmp_path / "x.zip"), "--yes", "--addresses") == 0
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert "this was agreed to" in archive.read("about.txt").decode()
        assert json.loads(archive.read("tray.json"))["note"]
