"""What a help desk would get: shown as it will be written, and written as it was shown."""

import asyncio
import zipfile
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notifier.diagnostics.messages import Collected
from notifier.diagnostics.process import CollectFailed
from notifier.sentence import sentence
from notifier.settings.paths import Paths
from tests.desktop import made_up
from ui.help import diagnostics_window
from ui.help.diagnostics_window import DiagnosticsWindow

pytestmark = [
    pytest.mark.usefixtures("british"),
    pytest.mark.qt_log_ignore("This plugin does not support"),
]

Run = Callable[[Coroutine[Any, Any, None]], None]

FRONT = {"tray": {"kind": "notifier"}}


class Collecting:
    """In the place of the process that collects."""

    def __init__(self) -> None:
        self.asked: list[tuple[Mapping[str, Any], bool]] = []
        self.answer: asyncio.Future[Collected] | None = None
        self.cancelled = 0
        self.progress: Callable[[int, int], None] = lambda done, of: None

    async def __call__(
        self,
        front: Mapping[str, Any],
        progress: Callable[[int, int], None],
        *,
        addresses: bool,
    ) -> Collected:
        self.asked.append((front, addresses))
        self.progress = progress
        self.answer = asyncio.get_running_loop().create_future()
        try:
            return await self.answer
        except asyncio.CancelledError:
            self.cancelled += 1
            raise

    def be_done(self) -> None:
        assert self.answer is not None
        self.answer.set_result(Collected(made_up.diagnostics()))


@pytest.fixture
def collecting() -> Collecting:
    return Collecting()


@pytest.fixture
def window(qtbot: QtBot, collecting: Collecting, tmp_path: Path) -> DiagnosticsWindow:
    window = DiagnosticsWindow(lambda: FRONT, paths=Paths.under(tmp_path), collect=collecting)
    qtbot.addWidget(window)
    window.show()
    return window


async def _settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def test_it_shows_each_file_as_it_will_be(
    run_on_qt: Run, window: DiagnosticsWindow, collecting: Collecting
) -> None:
    async def play() -> None:
        window.collect()
        await _settled()
        assert collecting.asked == [(FRONT, False)]
        assert window.busy
        assert window.cancel.isVisible()
        assert not window.save.isEnabled()
        collecting.be_done()
        await _settled()
        assert window.cancel.isHidden()
        rows = [window.files.item(row).text() for row in range(window.files.count())]
        assert rows[0].startswith("about.txt, ")
        assert rows[-1] == "crash.txt, 19 bytes"
        for row, (name, says, text) in enumerate(made_up.diagnostics()):
            window.files.setCurrentRow(row)
            assert window.says.text() == says
            assert window.text.toPlainText() == text
            assert window.text.accessibleName() == f"What stands in {name}"
        assert window.save.isEnabled()

    run_on_qt(play())


def test_addresses_are_collected_anew(
    run_on_qt: Run, window: DiagnosticsWindow, collecting: Collecting
) -> None:
    async def play() -> None:
        window.collect()
        await _settled()
        QTest.keyClick(window.addresses, Qt.Key.Key_Space)
        await _settled()
        assert [addresses for _, addresses in collecting.asked] == [False, True]
        assert collecting.cancelled == 1
        assert window.busy
        assert window.files.count() == 0
        collecting.be_done()
        await _settled()
        assert window.files.count() == len(made_up.diagnostics())

    run_on_qt(play())


def test_what_takes_long_says_how_far_it_is_and_can_be_cancelled(
    run_on_qt: Run,
    window: DiagnosticsWindow,
    collecting: Collecting,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window._patience.setInterval(1)

    async def play() -> None:
        window.collect()
        await _settled()
        collecting.progress(3, 12)
        await asyncio.sleep(0.05)
        assert window.bar.isVisible()
        assert (window.bar.value(), window.bar.maximum()) == (3, 12)
        window.cancel.click()
        await _settled()
        assert collecting.cancelled == 1
        assert not window.bar.isVisible()
        assert window.said.text() == "Cancelled: nothing was collected."
        assert window.again.isVisible()
        window.again.click()
        await _settled()
        assert len(collecting.asked) == 2
        window.close()
        await _settled()
        assert collecting.cancelled == 2

    run_on_qt(play())


def test_what_fails_is_said(
    run_on_qt: Run, window: DiagnosticsWindow, collecting: Collecting
) -> None:
    async def play() -> None:
        window.collect()
        await _settled()
        assert collecting.answer is not None
        why = sentence("Collecting took longer than {seconds} s.", seconds=90)
        collecting.answer.set_exception(CollectFailed(why))
        await _settled()
        assert window.said.text() == "Collecting took longer than 90 s."
        assert not window.save.isEnabled()

    run_on_qt(play())


def test_what_was_shown_is_written(
    run_on_qt: Run,
    window: DiagnosticsWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile())
    )
    target = tmp_path / "out" / "x.zip"
    target.parent.mkdir()

    async def play() -> None:
        window.show_pieces(made_up.diagnostics())
        assert not window.folder.isVisible()
        window.write(target)
        assert window._writing is not None
        await window._writing
        assert window.said.text() == f"Written to {target}"
        window.folder.click()
        assert opened == [str(target.parent)]

    run_on_qt(play())
    with zipfile.ZipFile(target) as archive:
        read = {name: archive.read(name).decode() for name in archive.namelist()}
    assert read == {name: text for name, _, text in made_up.diagnostics()}


def test_a_place_that_takes_nothing_is_said(
    run_on_qt: Run, window: DiagnosticsWindow, tmp_path: Path
) -> None:
    async def play() -> None:
        window.show_pieces(made_up.diagnostics())
        window.write(tmp_path / "nowhere" / "x.zip")
        assert window._writing is not None
        await window._writing
        assert window.said.text() == f"There is no folder {tmp_path / 'nowhere'}."
        assert window.save.isEnabled()

    run_on_qt(play())


def test_the_place_is_asked_for_with_a_name_of_today(
    window: DiagnosticsWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(diagnostics_window, "ask_place", lambda *words: asked.append(words))
    window.show_pieces(made_up.diagnostics())
    window.save.click()
    assert str(asked[0][2]).startswith("call-notifier-diagnostics-20")
    assert str(asked[0][2]).endswith(".zip")


def test_what_ends_after_its_window_touches_none(run_on_qt: Run, tmp_path: Path) -> None:
    """At the end of the program, and where everything is made anew in another language."""
    ended = asyncio.Event()

    async def slow(*_: object, **__: object) -> Collected:
        try:
            await asyncio.get_running_loop().create_future()
            raise AssertionError
        finally:
            await ended.wait()

    async def play() -> None:
        failed: list[object] = []
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: failed.append(context))
        window = DiagnosticsWindow(lambda: FRONT, paths=Paths.under(tmp_path), collect=slow)
        window.collect()
        await _settled()
        window.write(tmp_path / "no folder" / "x.zip")
        writing = window._writing
        assert writing is not None
        await asyncio.sleep(0)
        window.close()
        shiboken6.delete(window)
        ended.set()
        await writing
        await _settled()
        assert not failed

    run_on_qt(play())


def test_files_read_from_the_left_in_every_language(window: DiagnosticsWindow) -> None:
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.show_pieces(made_up.diagnostics())
    option = window.text.document().defaultTextOption()
    assert option.textDirection() == Qt.LayoutDirection.LeftToRight
    assert window.text.layoutDirection() == Qt.LayoutDirection.LeftToRight
