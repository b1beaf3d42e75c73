"""What holds a window lets go of it on the windows' thread alone."""

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractEventDispatcher
from pytestqt.qtbot import QtBot

from notifier.history.store import History
from tests.ui.builders import add_run
from ui.history.reader import Reader
from ui.system import collector


class Witness:
    """Stands for a window; says on which thread it went."""

    gone: threading.Thread | None = None

    @classmethod
    def went_on_main(cls) -> bool:
        return cls.gone is threading.main_thread()

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        type(self).gone = threading.current_thread()


@pytest.fixture
def witness() -> Iterator[type[Witness]]:
    enabled = gc.isenabled()
    Witness.gone = None
    yield Witness
    if enabled:
        gc.enable()


def test_cycles_are_collected_on_the_thread_of_the_loop(
    qtbot: QtBot, witness: type[Witness]
) -> None:
    gc.enable()
    collector.install()
    witness()

    def work() -> None:
        kept = [[number] for number in range(gc.get_threshold()[0] * 3)]
        assert kept

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert witness.gone is None
    rest = [[number] for number in range(gc.get_threshold()[0] * 3)]
    qtbot.waitUntil(lambda: witness.gone is not None)
    assert witness.went_on_main()
    assert rest
    dispatcher = QAbstractEventDispatcher.instance()
    dispatcher.aboutToBlock.disconnect(collector.collect_due)


def test_the_reader_is_never_the_last_to_hold_who_waits(
    qtbot: QtBot, tmp_path: Path, witness: type[Witness]
) -> None:
    file = tmp_path / "history.sqlite3"
    with History.open(file) as history:
        add_run(history)
    asked, go_on = threading.Event(), threading.Event()
    reader = Reader()
    waits = witness()
    del waits.itself

    def question(history: History) -> int:
        asked.set()
        go_on.wait(10)
        return len(history.runs(limit=1))

    reader.ask("a", file, question, lambda found, waits=waits: print(found, waits))  # type: ignore[misc]
    del waits
    assert asked.wait(10)
    reader.forget("a")

    assert witness.went_on_main()
    go_on.set()
    reader.rest()


def test_a_connection_closed_meanwhile_needs_no_interrupting(tmp_path: Path) -> None:
    history = History.open(tmp_path / "history.sqlite3")
    history.close()
    history.interrupt()
