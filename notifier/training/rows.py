"""From networks and their calls to what LightGBM is given: rows, answers and weights."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from notifier.forecast.features import features, known_from
from notifier.forecast.ratings import Rating
from notifier.measurement import RunMeasurement
from notifier.prediction import Known
from notifier.quality import CallFigures
from notifier.training.dataset import Case

__all__ = ["Answers", "Example", "answers", "examples", "known_of"]

LIGHT_WEIGHT = 0.5
"""Of a light run with what the full run before it knew: most runs are such, but its figures are
the full run's with less behind them, and the same call's."""

ALONE_WEIGHT = 0.1
"""Of a light run on a network never seen before: so that a missing throughput is nothing new."""

QUESTIONS = 20
"""What an example's questions weigh together: about as many as there are."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One run of the probe, and a call over the same network."""

    figures: dict[str, float]
    call: CallFigures
    weight: float


@dataclass(frozen=True, slots=True)
class Answers:
    """What one rating's model is trained with."""

    rows: Floats
    """(questions, columns)"""

    worse: Floats
    """(questions,): 1 where the call was worse than the limit asked about, else 0."""

    weights: Floats
    """(questions,)"""


def known_of(case: Case) -> Known:
    """What a full run has found, for a light one that follows it."""
    servers = () if case.full is None else case.full.servers
    working = [server for server in servers if server.works]
    return known_from(working[0]) if working else Known()


def examples(case: Case) -> Iterator[Example]:
    """What one network teaches: each call by the full run, and by the light one."""
    known = known_of(case)
    runs = [(case.full, Known(), 1.0)]
    if known != Known():
        runs.append((case.light, known, LIGHT_WEIGHT))
    runs.append((case.light, Known(), ALONE_WEIGHT))
    for call in case.calls:
        for run, known, weight in runs:
            figures = _figures(run, known)
            if figures is not None:
                yield Example(figures, call, weight / len(case.calls))


def answers(rating: Rating, given: Iterable[Example]) -> Answers:
    """Each example, asked about the rating's limits and those around what was measured.

    However many questions an example is asked, it weighs as much as any other.
    """
    rows: list[list[float]] = []
    worse: list[float] = []
    weights: list[float] = []
    for example in given:
        limits = (*rating.limits, *rating.taught(rating.measured(example.figures)))
        answered = [
            (limit, answer)
            for limit in limits
            if (answer := rating.is_worse(example.call, limit)) is not None
        ]
        for limit, answer in answered:
            rows.append(rating.row(example.figures, limit))
            worse.append(float(answer))
            weights.append(example.weight * QUESTIONS / len(answered))
    return Answers(np.array(rows), np.array(worse), np.array(weights))


def _figures(run: RunMeasurement | None, known: Known) -> dict[str, float] | None:
    """Of the first server that works; a run without one is no question for a model."""
    working = [] if run is None else [server for server in run.servers if server.works]
    return features(working[0], working, known) if working else None
