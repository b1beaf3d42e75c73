"""The process that collects for a window: real, crashed, hung, no longer wanted."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from notifier.diagnostics.collect import PARTS
from notifier.diagnostics.process import CollectFailed, collected
from notifier.sentence import sentence
from tests.processes import descendants_of


def test_the_real_one(isolated_home: Path) -> None:
    steps: list[tuple[int, int]] = []
    full = sentence("The disk is full: the history {file} cannot be written.", file="h.sqlite3")
    front = {"tray": {"kind": "notifier"}, "password": "hunter2", "problems": [full]}
    found = asyncio.run(
        collected(front, lambda done, of: steps.append((done, of)), addresses=False)
    )
    assert [name for name, _, _ in found.pieces] == ["about.txt", *(part.name for part in PARTS)]
    texts = {name: text for name, _, text in found.pieces}
    assert '"kind": "notifier"' in texts["tray.json"]
    assert "The disk is full: the history h.sqlite3" in texts["tray.json"]
    assert "hunter2" not in texts["tray.json"]
    assert steps[-1] == (len(PARTS), len(PARTS))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("raise SystemExit(3)", "ended with exit status 3"),
        ("import os; os.abort()", "ended by signal 6"),
        ("import sys; sys.exit('last words')", "ended with exit status 1: last words"),
        (
            "import os; os.write(2, b'last words'); os.kill(os.getpid(), 9)",
            "ended by signal 9: last words",
        ),
        ("print('nonsense', flush=True)", "makes no sense"),
        ("import time; time.sleep(60)", "took longer than 0.5 s"),
    ],
)
def test_one_that_fails(code: str, words: str) -> None:
    command = (sys.executable, "-c", code)
    with pytest.raises(CollectFailed, match=words):
        asyncio.run(
            collected({}, lambda done, of: None, addresses=False, command=command, limit=0.5)
            if "sleep" in code
            else collected({}, lambda done, of: None, addresses=False, command=command)
        )


def test_one_that_cannot_be_started() -> None:
    with pytest.raises(CollectFailed, match="can't be started"):
        asyncio.run(collected({}, lambda d, o: None, addresses=False, command=("/nowhere/x",)))


def test_one_that_nobody_waits_for_is_ended() -> None:
    async def run() -> None:
        command = (sys.executable, "-c", "import sys; sys.stdin.read()")
        task = asyncio.create_task(
            collected({}, lambda done, of: None, addresses=False, command=command)
        )
        await asyncio.sleep(0.2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(run())
    assert not list(descendants_of(os.getpid()))
