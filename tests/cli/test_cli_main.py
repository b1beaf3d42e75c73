"""``call-notifier``: which command is run, from any folder, with a display or without."""

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import notifier
from notifier.cli.main import main
from tests import program
from tests.program import run, start


def test_the_version() -> None:
    ended = run("--version")
    assert (ended.status, ended.out) == (0, f"call-notifier {notifier.__version__}\n")


@pytest.mark.parametrize("command", ["probe", "watch", "history", "config"])
def test_every_command_explains_itself(command: str) -> None:
    ended = run(command, "--help")
    assert ended.status == 0
    assert f"call-notifier {command}" in ended.out
    assert command in run("--help").out


@pytest.mark.parametrize("arguments", [("prbe",), ("--wrong",), ("config",), ("history", "extra")])
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    ended = run(*arguments)
    assert ended.status == 2
    assert ended.out == ""
    assert ended.err.startswith("usage: call-notifier")


def test_without_a_display_it_watches() -> None:
    with start(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="") as watch:
        watch.until(watch.err, "Watching without windows.")
        watch.until(watch.out, "demonstration relay")
        watch.process.terminate()
        ended = watch.wait()
    assert ended.status == 0
    assert ended.err.splitlines()[0].startswith("call-notifier: There is no display")


def test_from_a_folder_with_other_things_of_the_same_names(tmp_path: Path) -> None:
    for name in ("notifier", "ui", "msgspec"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise SystemExit('the wrong one')")
    (tmp_path / "selectors.py").write_text("raise SystemExit('the wrong one')")
    ended = run("probe", "--light", "--json", cwd=tmp_path)
    assert ended.status == 0, ended.err
    assert "the wrong one" not in ended.err


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    ended = subprocess.run(
        [
            *("sh", "-c", 'rmdir "$PWD"; exec "$@"', "sh"),
            *program.command("probe", "--light", "--json"),
        ],
        cwd=gone,
        env=program.environment({}),
        capture_output=True,
        timeout=program.LIMIT,
    )
    assert ended.returncode == 0, ended.stderr
    assert not gone.exists()


def test_log_messages_where_they_are_wanted() -> None:
    ended = run("-v", "probe", "--light", "--json", "--server", "turn:127.0.0.1:1?transport=tcp")
    assert ended.status == 0
    assert ended.out.startswith("{")
    assert " DEBUG " in ended.err


class Display(ModuleType):
    """Stands for :mod:`ui.display` and :mod:`ui.app`."""

    def __init__(self, why_not: str | None) -> None:
        super().__init__("display")
        self.why_not = why_not
        self.started = 0

    def available(self, environ: object) -> str | None:
        assert environ is os.environ
        return self.why_not

    def run(self, argv: list[str], environ: object) -> int:
        assert argv
        self.started += 1
        return 0


def test_with_a_display_it_sits_in_the_tray(monkeypatch: pytest.MonkeyPatch) -> None:
    display = Display(None)
    for name in ("ui.display", "ui.app"):
        monkeypatch.setitem(sys.modules, name, display)
    monkeypatch.setattr("notifier.cli.main.watch.run", lambda *_: pytest.fail("watches"))
    assert main([]) == 0
    assert display.started == 1
