"""What the history window takes: opening, scrolling, a month's graph. No display is needed.

The rows of :mod:`tests.bench.history` that need windows; each is given the path of a history and
returns milliseconds. They are of the whole way, from the wish to the last pixel that is drawn.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from notifier.history.store import History
from notifier.settings.paths import Paths
from tests.bench.history_build import LAST
from tests.ui.fake_service import FakeService
from ui.history.history_window import HistoryWindow, Tab
from ui.parts.period import ALL_TIME, Kind, Period, day_of

__all__ = ["WINDOW_FIGURES"]

SCREENS = 1000
"""Through so many the list is scrolled, as far as it goes."""

TRIES = 3

_LIMIT_MS = 60_000
"""Until an answer counts as none."""


def _application() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else QApplication([])


@contextmanager
def _window(path: Path) -> Iterator[HistoryWindow]:
    _application()
    with TemporaryDirectory() as folder, History.open(path) as history:
        window = HistoryWindow(
            FakeService(history=history), paths=Paths.under(Path(folder)), wall=lambda: LAST
        )
        window.resize(1180, 860)
        try:
            yield window
        finally:
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def _settle(window: HistoryWindow) -> None:
    """Until all that was asked for is there and drawn."""
    reader = window._reader
    if reader.busy:
        loop = QEventLoop()
        reader.idle.connect(loop.quit)
        QTimer.singleShot(_LIMIT_MS, loop.quit)
        loop.exec()
    window.grab()


def _best(measure: Callable[[], float]) -> float:
    return min(measure() for _ in range(TRIES)) * 1000


def _opened(path: Path, *, settled: bool) -> float:
    """Until the window can be used; ``settled``: until its timeline is there."""

    def measure() -> float:
        _application()
        began = time.perf_counter()
        with _window(path) as window:
            window.show()
            window.grab()
            if settled:
                _settle(window)
            return time.perf_counter() - began

    measure()  # what Qt loads once
    return _best(measure)


def _month_graph(path: Path) -> float:
    with _window(path) as window:
        window.show()
        window.show_tab(Tab.GRAPHS)
        _settle(window)
        assert window.graphs is not None
        chart = window.graphs.chart
        month = Period.around(Kind.MONTH, day_of(LAST)).moved(-1)

        def measure() -> float:
            window.filter.set_period(month.moved(-1))
            _settle(window)
            began = time.perf_counter()
            window.filter.set_period(month)
            while chart.span.start != month.since:
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            chart.grab()
            return time.perf_counter() - began

        return _best(measure)


@cache
def _scrolled(path: Path) -> tuple[float, float, float]:
    """Of the steps that show one more screen the longest, the mean, and the most processor time
    that one took (what the longest took beside that, other programs had), in milliseconds."""
    with _window(path) as window:
        window.filter.set_period(ALL_TIME)
        window.show_tab(Tab.TESTS)
        window.show()
        _settle(window)
        assert window.tests is not None
        bar = window.tests.table.verticalScrollBar()
        steps: list[float] = []
        own: list[float] = []
        while len(steps) < SCREENS:
            at, used, before = time.perf_counter(), time.process_time(), bar.value()
            bar.setValue(before + bar.pageStep())
            QCoreApplication.processEvents()
            if bar.value() == before:
                break
            steps.append((time.perf_counter() - at) * 1000)
            own.append((time.process_time() - used) * 1000)
        return max(steps), sum(steps) / len(steps), max(own)


WINDOW_FIGURES: dict[str, Callable[[Path], float]] = {
    "window: opened, until it can be used": lambda path: _opened(path, settled=False),
    "window: opened, until its timeline is there": lambda path: _opened(path, settled=True),
    "window: a month's graph": _month_graph,
    f"window: scrolled by a screen, the longest of {SCREENS}": lambda path: _scrolled(path)[0],
    "window: scrolled by a screen, on average": lambda path: _scrolled(path)[1],
    "window: scrolled by a screen, processor time at most": lambda path: _scrolled(path)[2],
}
"""Each figure, and how it is found."""
