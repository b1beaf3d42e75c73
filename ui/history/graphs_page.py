"""Throughput, round trip, loss and queue of the chosen tests, as graphs to be zoomed."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notifier.history import queries
from notifier.history.store import History
from ui.history.extent import extent
from ui.history.reader import Reader
from ui.history.series_chart import Panel, Point, SeriesChart
from ui.history.shown import Shown
from ui.parts.plot import Line, Span
from ui.parts.scrolled import scrolled
from ui.words import wording

__all__ = ["POINTS", "GraphsPage"]

POINTS = 400
"""Points of a graph at most: as many as one can tell apart."""

_GAP_STEPS = 4.0
"""Points further apart than so many usual steps are not joined: nothing was tested in between. What
only full tests find has longer steps than the rest."""

_LEAST_GAP_MS = 45 * 60_000.0

_LINES = {
    "throughput": Line("#1c5fc4", "#82b4ff"),
    "rtt": Line("#00706b", "#5fd3cb"),
    "loss": Line("#8f3fb0", "#dd9bf5"),
    "queue": Line("#6b5900", "#d9c45a"),
}
"""None has a state's colour; each has a panel of its own, with its name."""


class GraphsPage(QWidget):
    """The chart, which says what range is wanted.

    Signals:
        zoomed: another range is wanted: its start and end, milliseconds since 1970.
        whole_wanted: the range before all zooming is wanted.
    """

    zoomed = Signal(float, float)
    whole_wanted = Signal()

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.chart = SeriesChart(self)
        self.chart.zoomed.connect(self.zoomed)
        self.chart.whole_wanted.connect(self.whole_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, self.fontMetrics().height() // 2, 0, 0)
        column.addWidget(scrolled(self.chart), 1)

    @property
    def picture(self) -> QWidget:
        """What a picture of this page shows."""
        return self.chart

    def show_choice(self, shown: Shown, path: Path, *, now: float) -> None:
        """Read and show what is meant.

        :param now: the wall clock, milliseconds since 1970.
        """
        self._reader.ask(
            "series",
            path,
            lambda history: _read(history, shown, now),
            lambda found: self._show(*found),
        )

    def _show(self, points: Sequence[queries.Point], span: Span) -> None:
        panels = []
        for key, name, write, band_of in self._kinds():
            known = [point for point in points if band_of(point) is not None]
            drawn = _points(known, band_of, bounded=key == "throughput")
            panels.append(Panel(name, _LINES[key], write, drawn, _gap(known), _at_least))
        self.chart.show_panels(panels, span)

    def _kinds(
        self,
    ) -> tuple[
        tuple[str, str, Callable[[float], str], Callable[[queries.Point], queries.Band | None]], ...
    ]:
        return (
            ("throughput", self.tr("Throughput"), wording.kbps, lambda p: p.throughput_kbps),
            ("rtt", self.tr("Round trip"), wording.milliseconds, lambda p: p.rtt_ms),
            ("loss", self.tr("Loss"), wording.loss, lambda p: p.loss_fraction),
            ("queue", self.tr("Queue under load"), wording.milliseconds, lambda p: p.queue_ms),
        )


def _read(history: History, shown: Shown, now: float) -> tuple[Sequence[queries.Point], Span]:
    """On the reader's thread."""
    since, until = shown.period.since, shown.period.until
    if since is None or until is None:
        since, last = extent(history, shown.filter, now=now)
        until = last + 1.0
    wanted = shown.filter.within(since, until)
    points = history.series(wanted, POINTS, demonstration=shown.demonstration)
    return points, Span(since, max(until, since + 1.0))


def _at_least(kbps: float) -> str:
    return wording.kbps(kbps, at_least=True)


def _points(
    points: Sequence[queries.Point],
    band_of: Callable[[queries.Point], queries.Band | None],
    *,
    bounded: bool,
) -> list[Point]:
    """:param bounded: some of the values may be lower bounds."""
    return [
        Point((p.since + p.until) / 2, band.low, band.mean, band.high, bounded and p.at_least > 0)
        for p in points
        if (band := band_of(p)) is not None
    ]


def _gap(points: Sequence[queries.Point]) -> float:
    steps = [later.since - earlier.until for earlier, later in pairwise(points)]
    usual = median([point.until - point.since for point in points]) if points else 0.0
    between = median(steps) if steps else 0.0
    return max(_LEAST_GAP_MS, _GAP_STEPS * (between + usual))
