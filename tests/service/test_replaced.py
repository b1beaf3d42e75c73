"""A program whose files were replaced while it ran."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from notifier.cli import watch
from notifier.service import replaced
from notifier.service.events import Event, ProgramReplaced, RunFailed, RunStarted, ServiceProblem
from notifier.service.replaced import SETTLED, Installation, start_again
from notifier.service.service import Service
from notifier.settings.paths import Paths


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "call-notifier"
    file.write_text("old", encoding="ascii")
    return file


def _write(program: Path, text: str, mode: int = 0o755) -> None:
    before = replaced._changed(program)
    while replaced._changed(program) == before:  # disks count time in steps of milliseconds
        program.write_text(text, encoding="ascii")
        program.chmod(mode)


def _upgrade(program: Path) -> None:
    new = program.with_name("call-notifier.dpkg-new")
    _write(new, "#!/bin/sh\nexit 0\n")
    os.replace(new, program)


def _remove(program: Path) -> None:
    program.unlink()


def test_nothing_changed(program: Path) -> None:
    assert Installation(program).look() == "same"


def test_a_checkout_is_never_replaced() -> None:
    assert Installation().look() == "same"


def test_files_that_are_being_replaced_are_waited_for(program: Path) -> None:
    installation = Installation(program)
    _upgrade(program)
    assert installation.look() == "changing"
    assert installation.look(time.time() + SETTLED + 1) == "new"


def test_what_was_put_beside_it_later_counts(program: Path, tmp_path: Path) -> None:
    installation = Installation(program)
    _upgrade(program)
    (tmp_path / "_internal").mkdir()
    later = (tmp_path / "_internal").stat().st_ctime
    assert installation.look(later + SETTLED - 1) == "changing"
    assert installation.look(later + SETTLED + 1) == "new"


def test_a_clock_that_was_set_back_holds_nothing_up(program: Path) -> None:
    installation = Installation(program)
    _upgrade(program)
    assert installation.look(time.time() - 3600) == "new"


def test_removed(program: Path) -> None:
    installation = Installation(program)
    program.unlink()
    assert installation.look(time.time() + SETTLED + 1) == "gone"


@pytest.mark.parametrize("gone", [False, True])
async def test_the_service_says_so_and_begins_no_run(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gone: bool
) -> None:
    monkeypatch.setattr(replaced, "SETTLED", 0.0)
    service = Service(
        Paths.under(tmp_path / "person"), origin="watch", environ={}, watch_machine=False
    )
    service._installation = Installation(program)
    if gone:
        _remove(program)
    else:
        _upgrade(program)
    said: list[Event] = []
    told = asyncio.Event()

    def listen(event: Event) -> None:
        said.append(event)
        if isinstance(event, ProgramReplaced):
            told.set()

    service.subscribe(listen)
    await service.start()
    try:
        async with asyncio.timeout(10):
            await told.wait()
    finally:
        await service.stop()
    assert ProgramReplaced(gone=gone) in said
    assert not [event for event in said if isinstance(event, RunStarted)]


async def test_a_test_that_is_asked_for_is_the_new_one_s(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replaced, "SETTLED", 0.0)
    paths = Paths.under(tmp_path / "person")
    service = Service(paths, origin="tray", environ={}, watch_machine=False)
    service._installation = Installation(program)
    _upgrade(program)
    told = asyncio.Event()
    service.subscribe(
        lambda event: told.set() if event == ProgramReplaced(gone=False, asked=True) else None
    )
    await service.start()
    try:
        assert not told.is_set()
        service.run_now()
        async with asyncio.timeout(10):
            await told.wait()
    finally:
        await service.stop()


@pytest.mark.parametrize(
    ("text", "mode", "why"),
    [
        ("#!/bin/sh\necho 'libqt6: cannot open' >&2\nexit 127\n", 0o755, "libqt6: cannot open"),
        ("#!/bin/sh\nexit 3\n", 0o755, "it ended with status 3"),
        ("#!/nowhere/sh\n", 0o755, "No such file"),
        ("#!/bin/sh\n", 0o644, "Permission denied"),
        ("#!/bin/sh\nexec sleep 60\n", 0o755, "it did not answer within 0 s"),
    ],
)
async def test_one_that_cannot_be_started_gets_no_way_made(
    program: Path, monkeypatch: pytest.MonkeyPatch, text: str, mode: int, why: str
) -> None:
    installation = Installation(program)
    assert await installation.fault(os.environ) is not None, "the old one is a text"
    _write(program, text, mode)
    with monkeypatch.context() as patched:
        if "sleep" in text:
            patched.setattr(replaced, "START_LIMIT", 0.3)
        fault = await installation.fault(os.environ)
    assert fault is not None
    assert why in fault
    _write(program, "#!/bin/sh\nexit 0\n")
    assert await installation.fault(os.environ) is None, "it was installed once more"


async def test_it_is_not_tried_at_every_look(program: Path, tmp_path: Path) -> None:
    _write(program, f"#!/bin/sh\necho tried >>{tmp_path}/said\nexit 1\n")
    installation = Installation(program)
    said = tmp_path / "said"
    said.touch()  # beside the program: what is put there counts as a change of it
    for _ in range(3):
        assert await installation.fault(os.environ) is not None
    assert said.read_text() == "tried\n"


async def test_the_old_one_goes_on_and_says_why(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replaced, "SETTLED", 0.0)
    service = Service(
        Paths.under(tmp_path / "person"), origin="tray", environ=os.environ, watch_machine=False
    )
    service._installation = Installation(program)
    _upgrade(program)
    _write(program, "#!/bin/sh\necho 'a library is missing' >&2\nexit 1\n")
    said: list[Event] = []
    failed = asyncio.Event()

    def listen(event: Event) -> None:
        said.append(event)
        if isinstance(event, RunFailed):
            failed.set()

    service.subscribe(listen)
    await service.start()
    try:
        service.run_now()
        async with asyncio.timeout(10):
            await failed.wait()
    finally:
        await service.stop()
    [problem] = [event for event in said if isinstance(event, ServiceProblem)]
    assert (problem.code, "a library is missing" in problem.message) == ("installation", True)
    assert not [event for event in said if isinstance(event, ProgramReplaced | RunStarted)]


async def test_a_call_that_begins_while_the_new_one_is_tried_is_not_broken_off(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replaced, "SETTLED", 0.0)
    service = Service(
        Paths.under(tmp_path / "person"), origin="tray", environ={}, watch_machine=False
    )
    service._installation = Installation(program)
    _upgrade(program)
    tried = asyncio.Event()

    async def fault(environ: Mapping[str, str]) -> None:
        if not tried.is_set():
            service.call_started("call")
        tried.set()

    monkeypatch.setattr(service._installation, "fault", fault)
    told = asyncio.Event()
    service.subscribe(lambda event: told.set() if isinstance(event, ProgramReplaced) else None)
    await service.start()
    try:
        async with asyncio.timeout(10):
            await tried.wait()
            assert not told.is_set()
            service.call_ended("call")
            await told.wait()
    finally:
        await service.stop()


def test_watch_says_that_it_was_removed(capsys: pytest.CaptureFixture[str]) -> None:
    assert watch._make_way(ProgramReplaced(gone=True), {}) == 0
    assert "was removed" in capsys.readouterr().err


def test_watch_says_why_the_new_one_cannot_be_started(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    assert watch._make_way(ProgramReplaced(gone=False), {}) == 1
    assert "cannot be started: No such file" in capsys.readouterr().err


def test_start_again_becomes_the_program(tmp_path: Path) -> None:
    """The same process, with the arguments and the environment of the person."""
    program = tmp_path / "call-notifier"
    program.write_text(
        '#!/bin/sh\necho "$$ $* ${LD_LIBRARY_PATH-none} $PYINSTALLER_RESET_ENVIRONMENT"\n',
        encoding="ascii",
    )
    program.chmod(0o755)
    code = (
        "import os, sys; from notifier.service.replaced import start_again; "
        "print(os.getpid(), flush=True); "
        f"start_again(['watch', '--json'], os.environ, {str(program)!r})"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "LD_LIBRARY_PATH": "/theirs"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\n")
    assert said[1] == f"{said[0]} watch --json /theirs 1"


def test_on_windows_a_path_with_blanks_stays_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """As far as that can be tried elsewhere: what Python is told to start, and that it ends."""
    started: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(subprocess, "Popen", lambda command, env: started.append(command))
    monkeypatch.setattr(os, "_exit", lambda status: (_ for _ in ()).throw(SystemExit(status)))
    with pytest.raises(SystemExit):
        start_again(["--background"], {}, r"C:\Program Files\Call Notifier\call-notifier.exe")
    assert started == [[r"C:\Program Files\Call Notifier\call-notifier.exe", "--background"]]
