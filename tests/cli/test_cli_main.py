"""``call-notifier``: which command is run, from any folder, with a display or without."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import notifier
from notifier.cli.main import main
from notifier.history.store import History
from notifier.settings.paths import Paths
from tests import program
from tests.program import run, start
from tests.records import example_measurement, example_verdict


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


@pytest.mark.parametrize(
    "arguments",
    [
        ("-v", "config", "path"),
        ("config", "-v", "path"),
        ("config", "path", "--verbose"),
        ("-v", "config", "path", "-v"),
        ("history", "-v"),
        ("-v", "history"),
        ("history",),
    ],
)
def test_verbose_stands_before_the_command_or_after(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    levels: list[int] = []
    monkeypatch.setattr("logging.basicConfig", lambda **options: levels.append(options["level"]))
    assert main(list(arguments)) == 0
    wanted = "-v" in arguments or "--verbose" in arguments
    assert levels == [logging.DEBUG if wanted else logging.WARNING]


_SECRET = """
import logging
from notifier.cli.main import main
main(["-v", "config", "path"])
import PySide6.QtCore
import qasync
executor = qasync.QThreadExecutor(1)
assert executor.submit(lambda: "hunter2").result() == "hunter2"
executor.shutdown()
logging.getLogger("notifier").debug("the end")
"""


def test_what_the_event_loop_hands_on_is_not_logged() -> None:
    """It may be a password."""
    done = subprocess.run(
        [sys.executable, "-c", _SECRET], capture_output=True, text=True, timeout=60, check=True
    )
    assert "DEBUG notifier: the end" in done.stderr
    assert "hunter2" not in done.stderr


COMMANDS = [
    ("probe", "--light"),
    ("probe", "--light", "--json"),
    ("watch",),
    ("watch", "--json"),
    ("history",),
    ("history", "--json"),
    ("history", "--csv"),
    ("config", "path"),
    ("config", "show"),
    ("config", "show", "--json"),
    ("config", "check"),
]


def in_a_shell(script: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the program as ``"$@"`` in a shell's script."""
    return subprocess.run(
        ["sh", "-c", script, "sh", *program.command(*arguments)],
        cwd=program.ROOT,
        env=program.environment({}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=program.LIMIT,
        check=False,
    )


def one_run_in_the_history() -> None:
    measurement = example_measurement()
    with History.open(Paths.default().history_file) as history:
        history.add_run(
            example_verdict(measurement),
            measurement,
            network_id="home",
            origin="tray",
            trigger="start",
            demonstration=False,
        )


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_an_output_that_is_full(arguments: tuple[str, ...]) -> None:
    one_run_in_the_history()
    ended = in_a_shell('"$@" >/dev/full', *arguments)
    assert ended.returncode == 1
    assert ended.stderr.endswith(
        "call-notifier: the output cannot be written: No space left on device\n"
    )
    assert "Traceback" not in ended.stderr
    assert "Exception ignored" not in ended.stderr


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_an_output_that_is_closed(arguments: tuple[str, ...]) -> None:
    ended = in_a_shell('"$@" >&-', *arguments)
    assert (ended.returncode, ended.stderr) == (
        1,
        "call-notifier: the output cannot be written: standard output is closed\n",
    )
    assert not Paths.default().history_file.exists(), "nothing was measured in vain"


@pytest.mark.parametrize(
    "arguments", [("--help",), ("history",), ("config", "show"), ("config", "path")], ids=" ".join
)
def test_a_reader_that_has_gone(arguments: tuple[str, ...]) -> None:
    one_run_in_the_history()
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = subprocess.run(
            program.command(*arguments),
            cwd=program.ROOT,
            env=program.environment({}),
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=program.LIMIT,
            check=False,
        )
    finally:
        os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_without_an_error_stream_the_output_is_the_answers_alone() -> None:
    ended = in_a_shell('"$@" 2>&- <&-', "probe", "--light", "--json")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert json.loads(ended.stdout)["mode"] == "light"


def test_without_an_input_no_password_is_read() -> None:
    file = Paths.default().config_file
    file.parent.mkdir(parents=True)
    file.write_text('[[server]]\nurls = ["turn:one.example"]\nusername = "ann"\n')
    ended = in_a_shell('"$@" <&-', "config", "password", "turn:one.example")
    assert ended.returncode == 1
    assert ended.stderr == "call-notifier config: nothing was read and nothing stored\n"


@pytest.mark.parametrize("module", ["notifier.settings.paths", "notifier.service.service"])
def test_a_signal_before_anything_has_begun(module: str) -> None:
    script = (
        "import signal, sys\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {module!r}: signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "from notifier.cli.main import main\n"
        "sys.exit(main(['history']))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script],
        cwd=program.ROOT,
        capture_output=True,
        text=True,
        timeout=program.LIMIT,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", "call-notifier: cancelled\n")


class Display(ModuleType):
    """Stands for :mod:`ui.system.display` and :mod:`ui.app`."""

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
    for name in ("ui.system.display", "ui.app"):
        monkeypatch.setitem(sys.modules, name, display)
    monkeypatch.setattr("notifier.cli.watch.run", lambda *_: pytest.fail("watches"))
    assert main([]) == 0
    assert display.started == 1
