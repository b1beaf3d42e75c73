"""Another process holds the history: nothing is lost, and the event loop waits for nobody."""

import asyncio
import sqlite3
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path

import pytest

from notifier.history.filters import ALL
from notifier.history.migrations import STEPS, migrate
from notifier.history.store import History
from notifier.quality import CallFigures
from notifier.service.events import Event, ServiceProblem
from notifier.service.memory import InForce
from notifier.service.records import Records
from notifier.settings.paths import Paths
from tests.service.bench import Network, bench_with_history

HELD_S = 1.5
"""Longer than the loop waits, shorter than a thread does."""

STALL_S = 1.1
"""Some statements in a row wait, each for ``LOOP_WAIT_MS``, and the machine may be busy; who
waited for the file on the loop would take longer."""


@contextmanager
def held(file: Path, seconds: float) -> Iterator[None]:
    """A write transaction of another program, for so long."""
    begun, free = threading.Event(), threading.Event()

    def hold() -> None:
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            begun.set()
            free.wait(seconds)
            other.execute("ROLLBACK")

    thread = threading.Thread(target=hold)
    thread.start()
    begun.wait()
    try:
        yield
    finally:
        free.set()
        thread.join()


@asynccontextmanager
async def never_stalled() -> AsyncIterator[None]:
    """The loop comes round all the time."""
    longest = 0.0

    async def tick() -> None:
        nonlocal longest
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.005)
            longest = max(longest, time.perf_counter() - before)

    task = asyncio.create_task(tick())
    await asyncio.sleep(0.02)
    yield
    await asyncio.sleep(0.02)
    task.cancel()
    assert longest < STALL_S


async def test_a_run_waits_in_a_thread_and_is_kept(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths)
    await bench.run()
    with held(paths.history_file, HELD_S):
        async with never_stalled():
            reached = await bench.run()
    assert reached.run_id is not None
    assert bench.problems == []
    with History.open_read_only(paths.history_file) as history:
        kept = history.run(reached.run_id)
        assert kept.decision is not None
    await bench.job.close()


async def test_what_is_held_for_too_long_is_said(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths)
    with held(paths.history_file, 60.0):
        async with never_stalled():
            reached = await bench.run()
    assert reached.run_id is None
    assert len(bench.problems) == 1
    assert "in use by another program" in bench.problems[0]
    await bench.run()
    assert [show for show, _ in bench.told] == [True, False], "told is told"
    await bench.job.close()


async def test_small_words_are_written_when_the_file_is_free(tmp_path: Path) -> None:
    events: list[Event] = []
    records = Records(tmp_path / "history.sqlite3", "tray", events.append)
    records.open()
    figures = CallFigures(available_kbps=900.0, concealed=0.0, frozen=0.0, one_way_ms=20.0)
    with held(records.file, HELD_S):
        async with never_stalled():
            began = time.perf_counter()
            records.set_delivered(7, "tray")
            records.add_call(
                "call",
                InForce(0.0, "network", None, 95, 0.8, None, None),
                figures,
                began=1.0,
                duration_ms=9.0,
            )
            assert time.perf_counter() - began < STALL_S
            await records.settle()
    assert records.history is not None
    assert [one.call_id for one in records.history.call_results()] == ["call"]
    assert events == []
    records.close()


async def test_an_older_file_is_brought_up_to_date_beside_the_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "history.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        migrate(connection, STEPS[:1])

    def slowly(connection: sqlite3.Connection, steps: object) -> None:
        time.sleep(HELD_S)
        migrate(connection, steps)  # type: ignore[arg-type]

    monkeypatch.setattr("notifier.history.database.migrate", slowly)
    events: list[Event] = []
    records = Records(file, "tray", events.append)
    async with never_stalled():
        await records.open_when_ready()
    assert records.history is not None
    assert records.history.count(ALL) == 0
    assert events == []
    records.close()


@pytest.mark.parametrize("seconds", [HELD_S, 60.0])
async def test_a_file_that_another_program_keeps_for_itself(tmp_path: Path, seconds: float) -> None:
    file = tmp_path / "history.sqlite3"
    History.open(file).close()
    other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    free = threading.Timer(seconds, other.close)
    free.start()
    events: list[Event] = []
    records = Records(file, "tray", events.append)
    async with never_stalled():
        await records.open_when_ready()
    free.cancel()
    other.close()
    if seconds == HELD_S:
        assert records.history is not None
        assert events == []
    else:
        assert [event.code for event in events if isinstance(event, ServiceProblem)] == ["history"]
        await records.open_when_ready()
        assert records.history is not None, "the next run opens it"
    records.close()


async def test_a_damaged_file_is_said_once(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    file.write_bytes(b"no database" * 1000)
    events: list[Event] = []
    records = Records(file, "tray", events.append)
    await records.open_when_ready()
    assert records.history is not None
    assert [event.code for event in events if isinstance(event, ServiceProblem)] == [
        "history-replaced"
    ]
    records.close()
