"""call-notifier autostart, as a person or a script calls it."""

import argparse
import json
import sys
from pathlib import Path

import pytest

from notifier.cli.autostart import add_arguments, run
from tests.program import run as run_program

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux's folders")


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of what starts for everybody."""
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "etc"))
    return tmp_path / "etc" / "autostart"


def call(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args(arguments))


def test_on_and_off(isolated_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("on") == 0
    assert call("off") == 0
    assert call("status", "--json") == 0
    on, off, as_json = capsys.readouterr().out.splitlines()
    assert on.startswith("On: ")
    assert off.startswith("Off: ")
    assert json.loads(as_json) == {"enabled": False, "scope": None, "changeable": True}


def test_what_is_for_everybody_is_said(
    machine: Path, isolated_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.mkdir(parents=True)
    (machine / "call-notifier.desktop").write_text("[Desktop Entry]\nExec=call-notifier\n")
    assert call("status") == 0
    assert "as for everybody here" in capsys.readouterr().out
    assert call("off") == 0
    assert "but not when you do" in capsys.readouterr().out


def test_a_folder_that_takes_nothing(
    isolated_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (isolated_home / "config").mkdir(parents=True)
    (isolated_home / "config" / "autostart").write_text("a file")
    assert call("on") == 1
    assert "can't be written" in capsys.readouterr().err


def test_the_whole_program() -> None:
    done = run_program("autostart", "status")
    assert (done.status, done.out[:3]) == (0, "Off")
