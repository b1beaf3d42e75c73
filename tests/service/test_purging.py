"""What was deleted is removed beside everything else, and ending the program does not wait."""

import asyncio
import time
from pathlib import Path

import pytest

from notifier.history.errors import HistoryError
from notifier.history.filters import ALL
from notifier.service.events import Event
from notifier.service.purging import purge_history
from notifier.service.records import Records
from tests.history.rows import Row, write_runs


@pytest.fixture
def records(tmp_path: Path) -> Records:
    events: list[Event] = []
    records = Records(tmp_path / "history.sqlite3", "tray", events.append)
    records.open()
    assert records.history is not None
    write_runs(records.history, [Row(float(number)) for number in range(500)])
    return records


async def test_what_can_be_undone_no_more(records: Records) -> None:
    assert records.history is not None
    records.history.delete(ALL, now=time.time() * 1000 - 3_600_000)
    assert records.purge_is_due()
    await purge_history(records)
    assert not records.purge_is_due()
    records.close()


async def test_not_what_can_be(records: Records) -> None:
    assert records.history is not None
    deleted = records.history.delete(ALL, now=time.time() * 1000)
    await purge_history(records)
    assert deleted.token is not None
    assert records.history.undo(deleted.token)
    assert records.history.count() == 500
    records.close()


async def test_an_end_in_the_middle_leaves_the_rest(records: Records) -> None:
    assert records.history is not None
    records.history.delete(ALL, now=0.0)
    task = asyncio.create_task(purge_history(records))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.get_running_loop().shutdown_default_executor()
    assert records.history.count() == 0
    assert records.purge_is_due()
    records.close()


async def test_without_a_history(records: Records) -> None:
    records.close()
    await purge_history(records)


async def test_a_file_that_cannot_be_written_is_said(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise HistoryError("full", "The disk is full.")

    assert records.history is not None
    records.history.delete(ALL, now=0.0)
    monkeypatch.setattr("notifier.service.purging.purge_file", fail)
    with pytest.raises(HistoryError, match="full"):
        await purge_history(records)
    records.close()
