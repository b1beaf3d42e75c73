"""``python -m notifier.forecast.quantiles``: the habit of a network, learnt by quantile regression.

A process of its own, for what it needs never stays resident: one JSON line with a
:class:`Lesson` on standard input, one with the :class:`notifier.forecast.baseline.Profile` on
standard output, or ``null`` where the history is too short. Whatever else goes wrong ends it with
exit status 1 and a sentence on standard error. The same lesson gives the same bytes.

For each figure LightGBM learns three quantiles from the hour of the day (on a circle), the day of
the week and whether it is a weekend. What becomes of them is
:func:`notifier.forecast.baseline.learn_with`'s.
"""

import math
import os
import sys
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import lightgbm
import msgspec
import numpy as np
import numpy.typing as npt

from notifier.forecast.baseline import OUTER, Band, Profile, Sample, learn_with, rule_bands
from notifier.forecast.watched import SLOTS, Watched

__all__ = ["Lesson", "main", "train"]

_Matrix = npt.NDArray[np.float64]

LEAST_SAMPLES = 300
"""Of a figure: a fortnight of full runs, one an hour. Of fewer, the simple rule."""

LEAST_URGENT = 19
"""The nice value of a process that waits for all others (setpriority(2))."""

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


class Lesson(msgspec.Struct, frozen=True, kw_only=True):
    """What to learn from."""

    runs: tuple[Watched, ...]
    now_ms: float
    """Milliseconds since 1970."""

    zone: str | None = None
    """IANA name of the local clock; None is the system's."""


def train(lesson: Lesson) -> Profile | None:
    """The profile; None where the history is too short to say anything.

    :raises ValueError: there is no such time zone.
    """
    zone = None
    if lesson.zone is not None:
        try:
            zone = ZoneInfo(lesson.zone)
        except (ZoneInfoNotFoundError, OSError) as error:
            raise ValueError(f"no such time zone: {lesson.zone}") from error
    return learn_with(_bands, "quantiles", lesson.runs, now_ms=lesson.now_ms, zone=zone)


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


def main() -> int:
    """Learn one lesson, when nothing else wants the processor: somebody may be in a call."""
    if sys.platform != "win32":
        os.nice(LEAST_URGENT)
    # Native code that prints would spoil the answer: it gets standard error instead.
    answer = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        lesson = msgspec.json.decode(sys.stdin.buffer.readline(), type=Lesson)
        profile = train(lesson)
    except (ValueError, msgspec.MsgspecError, lightgbm.basic.LightGBMError) as error:
        sys.stderr.write(f"the habit cannot be learnt: {error}\n")
        return 1
    with os.fdopen(answer, "wb") as out:
        out.write(msgspec.json.encode(profile) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
