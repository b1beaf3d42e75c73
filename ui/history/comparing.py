"""Two networks or two servers side by side: which is better, where that is more than chance.

Medians are told apart where their notches do not overlap: median ± 1.57 of the distance between
the quartiles, divided by the root of the number of values (McGill, Tukey, Larsen: Variations of
Box Plots, The American Statistician 32, 1978), about 95 % sure. Shares are told apart by the test
of two proportions at the same level. Neither is said of fewer than :data:`LEAST` values.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from notifier.history.queries import Figures, Quartiles
from ui.words import wording

__all__ = ["LEAST", "Comparison", "compare"]

LEAST = 10
"""Values that each side needs."""

_NOTCH = 1.57
_SURE = 1.96
"""Standard deviations: 95 % of a normal distribution lie within."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One row of the table."""

    name: str
    first: str
    second: str
    better: int | None
    """0 or 1 for the side that is better, where that is sure; None else."""

    compared: bool = True
    """Whether one side can be better in it at all."""


def compare(first: Figures, second: Figures) -> list[Comparison]:
    """All that can be set side by side."""
    rows = [
        Comparison(
            QCoreApplication.translate("Comparing", "Tests"),
            wording.number(first.runs),
            wording.number(second.runs),
            None,
            compared=False,
        )
    ]
    if first.colors and second.colors:
        rows += [
            _shares(
                QCoreApplication.translate("Comparing", "Good"), first, second, "green", more=True
            ),
            _shares(
                QCoreApplication.translate("Comparing", "Bad"), first, second, "red", more=False
            ),
        ]
    rows += [
        _medians(
            QCoreApplication.translate("Comparing", "Throughput"),
            first.throughput_kbps,
            second.throughput_kbps,
            wording.kbps,
            more=True,
            medians=(_throughput(first), _throughput(second)),
        ),
        _medians(
            QCoreApplication.translate("Comparing", "Round trip"),
            first.rtt_ms,
            second.rtt_ms,
            wording.milliseconds,
        ),
        _medians(
            QCoreApplication.translate("Comparing", "Loss"),
            first.loss_fraction,
            second.loss_fraction,
            wording.loss,
        ),
        _medians(
            QCoreApplication.translate("Comparing", "Jitter"),
            first.jitter_ms,
            second.jitter_ms,
            wording.milliseconds,
        ),
        _medians(
            QCoreApplication.translate("Comparing", "Queue under load"),
            first.queue_ms,
            second.queue_ms,
            wording.milliseconds,
        ),
        _proportions(
            QCoreApplication.translate("Comparing", "Could not connect"),
            (first.no_connection, first.runs),
            (second.no_connection, second.runs),
            more=False,
        ),
    ]
    return rows


def _shares(name: str, first: Figures, second: Figures, color: str, *, more: bool) -> Comparison:
    return _proportions(
        name,
        (first.colors.get(color, 0), first.runs),
        (second.colors.get(color, 0), second.runs),
        more=more,
    )


def _proportions(
    name: str, first: tuple[int, int], second: tuple[int, int], *, more: bool
) -> Comparison:
    texts = [wording.percent(part / of) if of else wording.NONE for part, of in (first, second)]
    better = None
    if min(first[1], second[1]) >= LEAST:
        a, b = first[0] / first[1], second[0] / second[1]
        pooled = (first[0] + second[0]) / (first[1] + second[1])
        spread = math.sqrt(pooled * (1 - pooled) * (1 / first[1] + 1 / second[1]))
        if spread > 0 and abs(a - b) > _SURE * spread:
            better = int((b > a) == more)
    return Comparison(name, texts[0], texts[1], better)


def _medians(
    name: str,
    first: Quartiles | None,
    second: Quartiles | None,
    write: Callable[[float], str],
    *,
    more: bool = False,
    medians: tuple[str, str] | None = None,
) -> Comparison:
    """:param medians: how they are written, where that is not as the rest is."""
    better = None
    if first is not None and second is not None and min(first.runs, second.runs) >= LEAST:
        apart = abs(first.median - second.median) - _notch(first) - _notch(second)
        if apart > 0:
            better = int((second.median > first.median) == more)
    told = medians or tuple("" if of is None else write(of.median) for of in (first, second))
    return Comparison(name, _spread(first, told[0], write), _spread(second, told[1], write), better)


def _throughput(of: Figures) -> str:
    """The middle one; a lower bound where most tests ended before the line was full."""
    found = of.throughput_kbps
    if found is None:
        return ""
    return wording.kbps(found.median, at_least=of.at_least > found.runs / 2)


def _notch(of: Quartiles) -> float:
    return _NOTCH * (of.three_quarters - of.quarter) / math.sqrt(of.runs)


def _spread(of: Quartiles | None, median: str, write: Callable[[float], str]) -> str:
    if of is None:
        return wording.NONE
    return QCoreApplication.translate("Comparing", "{median} ({low} to {high})").format(
        median=median, low=write(of.quarter), high=write(of.three_quarters)
    )
