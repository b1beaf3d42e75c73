"""Whatever a program does not catch is in its log, and the next start knows of it."""

import asyncio
import gc
import json
import logging
import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from notifier.journal import ending
from notifier.journal.keeping import keeping, log_folder, on_loop_exception

ROOT = Path(__file__).parent.parent.parent

LIMIT_S = 30.0
"""For a process that imports little and ends."""


def _log(state: Path, name: str = "tray") -> str:
    return (log_folder(state) / f"{name}.log").read_text()


def _run(state: Path, body: str) -> subprocess.CompletedProcess[str]:
    """A program with a journal that does this."""
    code = (
        "import sys, os, threading, logging\n"
        "from pathlib import Path\n"
        "from notifier.journal.keeping import keeping\n"
        "logging.basicConfig(level=logging.WARNING)\n"
        f"with keeping(Path({str(state)!r}), 'tray', '1.2.3'):\n"
        + "".join(f"    {line}\n" for line in body.splitlines())
    )
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )


def test_ours_are_kept_and_what_others_inform_of_is_not(tmp_path: Path) -> None:
    with keeping(tmp_path, "tray", "1.2.3"):
        logging.getLogger("notifier.x").info("ours")
        logging.getLogger("urllib3").info("theirs")
        logging.getLogger("urllib3").warning("their trouble")
        logging.getLogger("asyncio").debug("an argument: hunter2")
        logging.getLogger("qasync").info("another: hunter2")
    text = _log(tmp_path)
    assert "ours" in text
    assert "their trouble" in text
    assert "theirs" not in text
    assert "hunter2" not in text
    assert "tray 1.2.3 begins" in text
    assert text.endswith("ended\n")


def test_asyncio_and_qasync_stay_quiet_where_all_else_is_told(tmp_path: Path) -> None:
    root = logging.getLogger()
    before = root.level
    root.setLevel(logging.DEBUG)
    try:
        with keeping(tmp_path, "tray", "1.2.3"):
            for name in ("asyncio", "qasync", "qasync._QEventLoop"):
                assert not logging.getLogger(name).isEnabledFor(logging.INFO)
            logging.getLogger("urllib3").info("theirs")
    finally:
        root.setLevel(before)
    assert "theirs" not in _log(tmp_path)


def test_the_terminal_says_no_more_than_before(tmp_path: Path) -> None:
    done = _run(tmp_path, "logging.getLogger('notifier').info('quiet')")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "quiet" in _log(tmp_path)


def test_everything_is_put_back(tmp_path: Path) -> None:
    hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    handlers = list(logging.getLogger().handlers)
    level = logging.getLogger("notifier").level
    with keeping(tmp_path, "tray", "1.2.3"):
        assert sys.excepthook != hooks[0]
    assert hooks == (sys.excepthook, threading.excepthook, sys.unraisablehook)
    assert handlers == logging.getLogger().handlers
    assert level == logging.getLogger("notifier").level
    assert not list(log_folder(tmp_path).glob("*.running"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_the_folder_is_private(tmp_path: Path) -> None:
    log_folder(tmp_path).mkdir(mode=0o755)
    with keeping(tmp_path, "tray", "1.2.3"):
        pass
    assert stat.S_IMODE(log_folder(tmp_path).stat().st_mode) == 0o700
    for path in log_folder(tmp_path).iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.allow_log("no log is kept")
def test_where_no_log_can_be_the_program_runs(tmp_path: Path) -> None:
    log_folder(tmp_path).write_text("a file in its place")
    ran = False
    with keeping(tmp_path, "tray", "1.2.3"):
        ran = True
    assert ran


def test_an_orderly_end_leaves_nothing_to_tell(tmp_path: Path) -> None:
    with keeping(tmp_path, "tray", "1.2.3"):
        assert ending.running(log_folder(tmp_path), "tray") is not None
    assert ending.running(log_folder(tmp_path), "tray") is None
    assert ending.last_ending(log_folder(tmp_path), "tray") is None


def test_a_crash_in_native_code_is_told_by_the_next_start(tmp_path: Path) -> None:
    done = _run(tmp_path, "import faulthandler\nfaulthandler._sigsegv()")
    assert done.returncode != 0
    assert ending.running(log_folder(tmp_path), "tray") is None
    _run(tmp_path, "pass")
    assert "WARNING notifier.journal.keeping: the last run, from 2" in _log(tmp_path)
    assert "crashed Fatal Python error: Segmentation fault" in _log(tmp_path)
    kept = ending.read_crash(ending.kept_crash(log_folder(tmp_path), "tray"))
    assert "Current thread" in kept
    _run(tmp_path, "pass")
    assert _log(tmp_path).count("crashed") == 1


def test_an_exception_that_ends_the_program_is_kept_without_secrets(tmp_path: Path) -> None:
    done = _run(tmp_path, "raise RuntimeError('password=hunter2')")
    assert done.returncode == 1
    assert "ended by a mistake" in _log(tmp_path)
    last = ending.last_ending(log_folder(tmp_path), "tray")
    assert last is not None
    assert last.how == "crashed"
    assert last.version == "1.2.3"
    kept = ending.read_crash(ending.kept_crash(log_folder(tmp_path), "tray"))
    assert "RuntimeError" in kept
    assert "hunter2" not in kept + _log(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_what_was_killed_did_not_crash(tmp_path: Path) -> None:
    _run(tmp_path, f"os.kill(os.getpid(), {signal.SIGKILL.value})")
    last = ending.last_ending(log_folder(tmp_path), "tray")
    assert last is not None
    assert last.how == "ended from outside"


@pytest.mark.skipif(sys.platform == "win32", reason="a mark says nothing there")
def test_the_tray_program_of_another_session_is_no_last_run(tmp_path: Path) -> None:
    folder = log_folder(tmp_path)
    folder.mkdir()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        mark = {"pid": other.pid, "began": 1e12, "version": "1.2.3", "boot": ending._boot()}
        (folder / "tray.running").write_text(json.dumps(mark))
        ending.crash_file(folder, "tray").write_text("it says this just now")
        with keeping(tmp_path, "tray", "1.2.3"):
            pass
        assert "the last run" not in (folder / "tray.log").read_text()
        assert ending.read_crash(ending.crash_file(folder, "tray")) == "it says this just now"
        now = ending.running(folder, "tray")
        assert now is not None
        assert now.pid == other.pid
        other.communicate(b"\n")


def test_a_machine_that_went_down_is_no_crash(tmp_path: Path) -> None:
    mark = {"pid": os.getpid(), "began": 1e12, "version": "1.2.3", "boot": "another"}
    (tmp_path / "tray.running").write_text(json.dumps(mark))
    last = ending.last_ending(tmp_path, "tray")
    assert last is not None
    assert last.how == "the machine went down"
    assert ending.running(tmp_path, "tray") is None


_NO_DATE = '{"pid": 5, "began": %s, "version": "1.2.3", "boot": "another"}'


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", '{"pid": "x"}', '{"pid": -1}', "\0" * 5000),
        *(_NO_DATE % began for began in ("1e300", "-1e300", "NaN", "Infinity")),
    ],
)
def test_a_damaged_mark_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "tray.running").write_text(text)
    assert ending.running(tmp_path, "tray") is None
    assert ending.last_ending(tmp_path, "tray") is None


def test_what_a_thread_a_slot_and_a_destructor_do_not_catch(tmp_path: Path) -> None:
    body = (
        "def fail():\n"
        "    raise ValueError('in a thread')\n"
        "thread = threading.Thread(target=fail, name='worker')\n"
        "thread.start()\n"
        "thread.join()\n"
        "class Bad:\n"
        "    def __del__(self):\n"
        "        raise ValueError('in a destructor')\n"
        "Bad()\n"
        "try:\n"
        "    raise ValueError('in a slot')\n"
        "except ValueError:\n"
        "    sys.excepthook(*sys.exc_info())\n"
    )
    assert _run(tmp_path, body).returncode == 0
    gc.collect()
    text = _log(tmp_path)
    assert "the thread worker ended by a mistake" in text
    for where in ("thread", "destructor", "slot"):
        assert f"ValueError: in a {where}" in text


@pytest.mark.allow_log("never retrieved|Exception in callback")
def test_the_loop_tells_no_arguments(tmp_path: Path) -> None:
    def callback(password: str) -> None:
        raise ValueError("in a callback")

    async def work(password: str) -> None:
        raise ValueError("in a task")

    async def run() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(on_loop_exception)
        loop.call_soon(callback, "hunter2")
        task = loop.create_task(work("hunter2"))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        del task
        gc.collect()

    with keeping(tmp_path, "tray", "1.2.3"):
        asyncio.run(run())
    text = _log(tmp_path)
    assert "ValueError: in a callback" in text
    assert "ValueError: in a task" in text
    assert "test_the_loop_tells_no_arguments.<locals>.work" in text
    assert "hunter2" not in text
