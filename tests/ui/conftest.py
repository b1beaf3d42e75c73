"""What tests of windows share: the loop of the desktop program, and how numbers are written."""

import asyncio
import gc
import os
import tempfile
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

os.environ["QT_API"] = "pyside6"
import qasync

from tests.session_bus import session_bus
from ui.system.collector import collect_due
from ui.words import translation

LIMIT_S = 20.0
"""For anything to happen on a loaded machine."""


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """As in the program: no other thread destroys a window that a test has left behind."""
    gc.disable()
    yield
    if QApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    collect_due()


@pytest.fixture(autouse=True)
def no_language_stays() -> Iterator[None]:
    """What a test makes the process speak, the next one does not hear."""
    before = QLocale()
    yield
    for translator in translation._installed:
        QCoreApplication.removeTranslator(translator)
    translation._installed.clear()
    translation._in_force = "en"
    QLocale.setDefault(before)


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a message bus of the test's own."""
    with (
        tempfile.TemporaryDirectory(prefix="cn-bus-") as folder,
        session_bus(Path(folder), {"PATH": "/usr/bin:/bin"}) as address,
    ):
        yield address


@pytest.fixture
def run_on_qt(qapp: QApplication) -> Iterator[Callable[[Coroutine[Any, Any, None]], None]]:
    """Run a coroutine on a qasync loop, as the desktop program does."""
    qapp.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(qapp)
    asyncio.set_event_loop(loop)

    def run(coroutine: Coroutine[Any, Any, None]) -> None:
        loop.run_until_complete(asyncio.wait_for(coroutine, LIMIT_S))

    yield run
    loop.close()
    asyncio.set_event_loop(None)


@pytest.fixture
def british() -> Iterator[None]:
    """Numbers and times as in Britain, whatever the machine's locale is."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)
