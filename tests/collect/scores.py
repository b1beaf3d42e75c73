"""How good forecasts are, as numbers; pure functions.

A forecast and what came of it are two labels (codes, colours or statuses) in two sequences of the
same length; none of these functions takes empty ones.
"""

import math
from collections.abc import Callable, Hashable, Sequence
from itertools import pairwise
from random import Random

__all__ = [
    "agreement",
    "bootstrap",
    "calibration_error",
    "chance_error",
    "equal_mass",
    "equal_width",
    "weighted_kappa",
]

Bins = Callable[[Sequence[float]], list[list[int]]]
"""From confidences to the indices in each bin."""


def agreement(told: Sequence[Hashable], came: Sequence[Hashable]) -> float:
    """The share in which both are equal."""
    return sum(one == other for one, other in zip(told, came, strict=True)) / len(came)


def weighted_kappa(told: Sequence[int], came: Sequence[int]) -> float:
    """Cohen's kappa with quadratic weights (J. Cohen, Psychological Bulletin 70, 1968).

    1: both always agree; 0: as far apart as chance would have them. NaN where one label is all
    there is on both sides, for then chance agrees as well.
    """
    count = len(came)
    apart = sum((one - other) ** 2 for one, other in zip(told, came, strict=True))
    squares = sum(one * one for one in told) + sum(other * other for other in came)
    # Of every label on one side with every one on the other.
    by_chance = count * squares - 2 * sum(told) * sum(came)
    return 1 - apart * count / by_chance if by_chance else math.nan


def calibration_error(confidences: Sequence[float], right: Sequence[bool], bins: Bins) -> float:
    """Expected calibration error: over the bins, how far the mean confidence is from the share
    that was right, weighted with how many there are (Guo et al., ICML 2017)."""
    total = 0.0
    for members in bins(confidences):
        confidence = sum(confidences[index] for index in members)
        total += abs(confidence - sum(right[index] for index in members))
    return total / len(confidences)


def chance_error(
    confidences: Sequence[float], bins: Bins, *, rounds: int = 1000, seed: int = 1
) -> tuple[float, float]:
    """What :func:`calibration_error` comes to by chance alone, where each forecast is right exactly
    as often as it says: the mean of such samples, and what 95 % of them stay below."""
    random = Random(seed)
    errors = sorted(
        calibration_error(confidences, [random.random() < each for each in confidences], bins)
        for _ in range(rounds)
    )
    return sum(errors) / rounds, errors[round(0.95 * (rounds - 1))]


def equal_width(confidences: Sequence[float], *, count: int = 10) -> list[list[int]]:
    """Bins of equal width over 0..1, empty ones left out; 1 belongs to the last one."""
    bins: dict[int, list[int]] = {}
    for index, confidence in enumerate(confidences):
        bins.setdefault(min(count - 1, math.floor(confidence * count)), []).append(index)
    return [bins[number] for number in sorted(bins)]


def equal_mass(confidences: Sequence[float], *, count: int = 10) -> list[list[int]]:
    """Bins that hold equally many, or one more; of equal confidences the earlier comes first."""
    order = sorted(range(len(confidences)), key=lambda index: confidences[index])
    edges = [round(number * len(order) / count) for number in range(count + 1)]
    return [order[low:high] for low, high in pairwise(edges) if high > low]


def bootstrap(
    score: Callable[[Sequence[int]], float],
    count: int,
    *,
    rounds: int = 1000,
    share: float = 0.95,
    seed: int = 1,
) -> tuple[float, float]:
    """The percentile interval of a score, by drawing networks anew (Efron, 1979).

    :param score: of the indices that were drawn; a NaN is left out.
    :param count: networks there are.
    :returns: NaN twice where no draw has a score.
    """
    random = Random(seed)
    scores = [score(random.choices(range(count), k=count)) for _ in range(rounds)]
    told = sorted(found for found in scores if not math.isnan(found))
    if not told:
        return math.nan, math.nan
    edge = (1 - share) / 2
    last = len(told) - 1
    return told[round(edge * last)], told[round((1 - edge) * last)]
