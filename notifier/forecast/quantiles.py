"""The habit of a network, learnt by quantile regression. The same runs give the same profile.

Only for a process of its own (:mod:`notifier.service.lesson`): what it needs must never stay
resident.

For each figure LightGBM learns three quantiles from the hour of the day (on a circle), the day of
the week and whether it is a weekend. What becomes of them is
:func:`notifier.forecast.baseline.learn_with`'s.
"""

import math
from collections.abc import Sequence
from datetime import tzinfo
from typing import Any

import lightgbm
import numpy as np
import numpy.typing as npt

from notifier.forecast.baseline import OUTER, Band, Profile, Sample, learn_with, rule_bands
from notifier.forecast.watched import SLOTS, Watched

__all__ = ["train"]

_Matrix = npt.NDArray[np.float64]

LEAST_SAMPLES = 300
"""Of a figure: a fortnight of full runs, one an hour. Of fewer, the simple rule."""

_ROUNDS = 60

_LEAST_LEAF = 60
_LEAST_LEAF_PART = 0.025
"""Values in a leaf: the outer twentieth of fewer is one odd run."""

_PARAMS: dict[str, Any] = {
    "objective": "quantile",
    "learning_rate": 0.1,
    "num_leaves": 8,
    "seed": 1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbosity": -1,
}


def train(runs: Sequence[Watched], *, now_ms: float, zone: tzinfo | None = None) -> Profile | None:
    """The profile; None where the history is too short to say anything.

    :param now_ms: milliseconds since 1970.
    :param zone: of the local clock; None is the system's.
    """
    return learn_with(_bands, "quantiles", runs, now_ms=now_ms, zone=zone)


def _bands(samples: Sequence[Sample]) -> list[Band]:
    if len(samples) < LEAST_SAMPLES:
        return rule_bands(samples)
    known = np.array([_features(sample.slot, sample.hour) for sample in samples])
    values = np.array([sample.badness for sample in samples])
    weights = np.array([sample.weight for sample in samples])
    hours = np.array([_features(slot, slot % 24 + 0.5) for slot in range(SLOTS)])
    found = [_quantile(alpha, known, values, weights, hours) for alpha in (OUTER, 0.5, 1 - OUTER)]
    # Learnt one by one, they may cross.
    return [Band(*sorted(map(float, ends))) for ends in zip(*found, strict=True)]


def _features(slot: int, hour: float) -> tuple[float, ...]:
    angle = hour / 24 * 2 * math.pi
    day = slot // 24
    return (math.sin(angle), math.cos(angle), float(day), float(day >= 5))


def _quantile(
    alpha: float, known: _Matrix, values: _Matrix, weights: _Matrix, hours: _Matrix
) -> _Matrix:
    least = max(_LEAST_LEAF, int(len(values) * _LEAST_LEAF_PART))
    params = _PARAMS | {"alpha": alpha, "min_data_in_leaf": least}
    data = lightgbm.Dataset(known, values, weight=weights, params=params)
    model = lightgbm.train(params, data, num_boost_round=_ROUNDS)
    return np.asarray(model.predict(hours, num_threads=1), dtype=np.float64)
