"""What is usual on one network: the habit, by each hour of the week.

A profile holds, for each figure and each of the 168 hours of a week on the local clock, between
which ends the figure lies nine times out of ten, and how far two runs in a row have strayed from
that before. :mod:`notifier.forecast.unusual` holds runs against it. docs/baseline.md explains it
with its numbers.

All is pure and light. :mod:`notifier.forecast.quantiles` learns the same profile with LightGBM in
a process of its own once there is enough history; until then, and wherever that fails,
:func:`learn` does.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import tzinfo
from itertools import pairwise
from typing import NamedTuple

import msgspec

from notifier.forecast.odds import figure as usable
from notifier.forecast.watched import (
    DAY_MS,
    KINDS,
    SLOTS,
    Figure,
    Kind,
    Watched,
    local_time,
    slot_of,
)

__all__ = [
    "MOST_DAYS",
    "MOST_RUNS",
    "OUTER",
    "Band",
    "Habit",
    "Profile",
    "ProfileError",
    "Sample",
    "enough",
    "learn",
    "learn_with",
    "read_profile",
    "recent",
    "rule_bands",
    "stale",
    "together",
]

MOST_DAYS = 60.0
"""Older runs are of another season: other neighbours, other contracts."""

MOST_RUNS = 20_000
"""60 days at five minutes are 17 280."""

HALF_LIFE_DAYS = 30.0
"""After which a run counts half: last week says more than last month."""

ENOUGH_DAYS = 7.0
"""Each day of the week once, before a model may tell them apart."""

ENOUGH_RUNS = 500
"""Ten values for each hour of the day at the outer twentieth: fewer are guesses."""

LEAST_DAYS = 1.0
"""Nothing is said before a whole day was seen: the first evening would be news every time."""

LEAST_VALUES = 12
"""Of a figure, or in a part of the week: half a day of full runs, an hour of light ones."""

TIME_OF_DAY_DAYS = 4.0
"""From which the rule tells hours apart: fewer evenings are as likely chance."""

WEEKEND_DAYS = 14.0
"""And weekends from the other days: two of them."""

OUTER = 0.05
"""One run in twenty lies beyond either end of what is usual. Not 1 in 100: a single bad day among
three weeks is no habit, and must not stretch the ends."""

_RARE_DAYS = 14
"""What two runs in a row did on one day in so many is no habit yet."""

_ALONE = 1.4
"""But what they did on any day counts up to this many times what they do on such rare days."""

_MOST_PROVIDERS = 4


class Habit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one figure usually is, by the hour of the week; in its own unit."""

    low: tuple[float, ...]
    median: tuple[float, ...]
    high: tuple[float, ...]
    reach: float
    """How bad two runs in a row have been before: 0 is the hour's median, 1 the least that is
    unusual there."""

    values: int
    """From how many runs it was learnt."""

    at_least: bool = False
    """Most runs said "at least": the ends are lower bounds."""

    def __post_init__(self) -> None:
        if not len(self.low) == len(self.median) == len(self.high) == SLOTS:
            raise ValueError(f"a habit has {SLOTS} hours")
        numbers = (*self.low, *self.median, *self.high, self.reach)
        if not all(math.isfinite(number) and number >= 0 for number in numbers):
            raise ValueError("a habit is made of numbers from 0 on")
        ends = zip(self.low, self.median, self.high, strict=True)
        if not all(low <= median <= high for low, median, high in ends):
            raise ValueError("low, median and high must ascend")


class Profile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is usual on one network."""

    learnt_ms: float
    """When; milliseconds since 1970."""

    method: str
    """``rule`` or ``quantiles``."""

    runs: int
    days: float
    works: float
    """Share of the runs in which a server worked."""

    habits: dict[str, dict[Figure, Habit]]
    """By provider."""

    def __post_init__(self) -> None:
        if not (math.isfinite(self.learnt_ms) and 0 <= self.works <= 1):
            raise ValueError("a profile has a time, and a share between 0 and 1")


class ProfileError(ValueError):
    """A kept profile or watch cannot be used; the message says why. Begin anew."""


class Sample(NamedTuple):
    """One value of one figure, ready to learn from."""

    timestamp_ms: float
    slot: int
    """Hour of the week."""

    hour: float
    """Of the day, with its part."""

    day: int
    badness: float
    weight: float


class Band(NamedTuple):
    """One hour's usual values on the scale of badness: better end, median, worse end."""

    good: float
    median: float
    bad: float


def stale(profile: Profile | None, now_ms: float) -> bool:
    """Whether it is time to learn: there is no profile, or it is a day old or of the future."""
    return profile is None or not 0 <= now_ms - profile.learnt_ms < DAY_MS


def enough(runs: Sequence[Watched], now_ms: float) -> bool:
    """Whether the models can learn from this history; else :func:`learn` does better."""
    kept = recent(runs, now_ms)
    return len(kept) >= ENOUGH_RUNS and _days(kept) >= ENOUGH_DAYS


def recent(runs: Iterable[Watched], now_ms: float) -> list[Watched]:
    """The runs that are learnt from, oldest first: bounded, and none of a clock gone wrong."""
    least, most = now_ms - MOST_DAYS * DAY_MS, now_ms + DAY_MS
    kept = sorted(
        (run for run in runs if least <= run.timestamp_ms <= most), key=lambda run: run.timestamp_ms
    )
    return kept[-MOST_RUNS:]


def learn(runs: Iterable[Watched], *, now_ms: float, zone: tzinfo | None = None) -> Profile | None:
    """The profile by the simple rule; None where the history is too short to say anything.

    :param now_ms: milliseconds since 1970.
    :param zone: of the local clock; None is the system's.
    """
    return learn_with(rule_bands, "rule", runs, now_ms=now_ms, zone=zone)


def learn_with(
    bands_of: Callable[[Sequence[Sample]], list[Band]],
    method: str,
    runs: Iterable[Watched],
    *,
    now_ms: float,
    zone: tzinfo | None = None,
) -> Profile | None:
    """The profile by any way to find :data:`SLOTS` bands in the samples of a figure."""
    kept = recent(runs, now_ms)
    days = _days(kept)
    if days < LEAST_DAYS:
        return None
    providers = Counter(run.provider for run in kept if run.provider is not None)
    habits: dict[str, dict[Figure, Habit]] = {}
    for provider, _ in sorted(providers.most_common(_MOST_PROVIDERS)):
        of = [run for run in kept if run.provider == provider]
        found = {name: _habit(name, of, bands_of, now_ms, zone) for name in KINDS}
        habits[provider] = {name: habit for name, habit in found.items() if habit is not None}
    weights = [_weight(run, now_ms) for run in kept]
    works = sum(w for run, w in zip(kept, weights, strict=True) if run.works) / sum(weights)
    return Profile(
        learnt_ms=now_ms,
        method=method,
        runs=len(kept),
        days=round(days, 3),
        works=min(1.0, _round(works)),
        habits=habits,
    )


def read_profile(text: str | bytes) -> Profile:
    """Read a profile that was kept as JSON (``msgspec.json.encode``).

    :raises ProfileError: it is damaged, or of another version of the program.
    """
    try:
        return msgspec.json.decode(text, type=Profile)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ProfileError(f"the habit of this network cannot be used: {error}") from error


def _habit(
    name: Figure,
    runs: Sequence[Watched],
    bands_of: Callable[[Sequence[Sample]], list[Band]],
    now_ms: float,
    zone: tzinfo | None,
) -> Habit | None:
    kind = KINDS[name]
    informative = _informative(name, runs)
    samples = [
        Sample(
            timestamp_ms=run.timestamp_ms,
            slot=slot_of(local),
            hour=local.hour + local.minute / 60,
            day=local.toordinal(),
            badness=kind.badness(value),
            weight=_weight(run, now_ms),
        )
        for run in informative
        if (value := usable(kind.value(run))) is not None
        and (local := local_time(run.timestamp_ms, zone)) is not None
    ]
    if len(samples) < LEAST_VALUES or _days(samples) < LEAST_DAYS:
        return None
    bands = _with_gaps_filled(bands_of(samples), samples)
    ends = [tuple(map(kind.natural, band)) for band in bands]
    low, median, high = zip(*(map(_round, sorted(end)) for end in ends), strict=True)
    return Habit(
        low=low,
        median=median,
        high=high,
        reach=_round(_reach(kind, samples, bands_of)),
        values=len(samples),
        at_least=name is Figure.THROUGHPUT
        and sum(run.loop_at_least for run in informative) * 2 > len(informative),
    )


def _informative(name: Figure, runs: Sequence[Watched]) -> list[Watched]:
    """Without those that say nothing: "at least 3" where 20 is usual may have been anything."""
    if name is not Figure.THROUGHPUT:
        return list(runs)
    measured = [run for run in runs if usable(run.loop_kbps) is not None]
    rates = sorted(run.loop_kbps or 0.0 for run in measured)
    middle = rates[len(rates) // 2] if rates else 0.0
    return [run for run in measured if not run.loop_at_least or (run.loop_kbps or 0.0) >= middle]


def rule_bands(samples: Sequence[Sample]) -> list[Band]:
    """By median and spread: of all hours, or of each with the hours beside it.

    :raises ValueError: where there are no samples.
    """
    days = _days(samples)
    if days < TIME_OF_DAY_DAYS:
        return [_band(samples)] * SLOTS
    weekends = days >= WEEKEND_DAYS
    parts: dict[tuple[int, bool], list[Sample]] = defaultdict(list)
    for sample in samples:
        hour, weekend = sample.slot % 24, weekends and sample.slot >= 120
        for near in (hour - 1, hour, hour + 1):
            parts[near % 24, weekend].append(sample)
    all_hours = _band(samples)
    known = {part: _band(inside) for part, inside in parts.items() if len(inside) >= LEAST_VALUES}
    return [known.get((slot % 24, weekends and slot >= 120), all_hours) for slot in range(SLOTS)]


def _band(samples: Sequence[Sample]) -> Band:
    """The usual ends of all these, and their middle: weighted quantiles, or twice the spread where
    that is wider, for few values have no outer twentieth.

    :raises ValueError: where there are none.
    """
    values = sorted((sample.badness, sample.weight) for sample in samples)
    good, median, bad = _quantiles(values, (OUTER, 0.5, 1 - OUTER))
    [spread] = _quantiles(sorted((abs(b - median), weight) for b, weight in values), (0.5,))
    spread *= 2 * 1.4826
    # Never beyond what was seen: a spread says nothing of how a distribution ends.
    return Band(
        max(min(good, median - spread), values[0][0]),
        median,
        min(max(bad, median + spread), values[-1][0]),
    )


def _quantiles(ordered: Sequence[tuple[float, float]], fractions: Sequence[float]) -> list[float]:
    """Of values with their weights, ascending; so are the fractions.

    :raises ValueError: where there are no values.
    """
    if not ordered:
        raise ValueError("no values")
    total = sum(weight for _, weight in ordered)
    found: list[float] = []
    sofar = 0.0
    for value, weight in ordered:
        sofar += weight
        while len(found) < len(fractions) and sofar >= fractions[len(found)] * total:
            found.append(value)
    return found + [ordered[-1][0]] * (len(fractions) - len(found))


def _with_gaps_filled(bands: Sequence[Band], samples: Sequence[Sample]) -> list[Band]:
    """Hours of the day that were hardly ever seen are taken for like all the others."""
    seen = Counter(sample.slot % 24 for sample in samples)
    all_hours = _band(samples)
    return [
        one if sum(seen[(slot + near) % 24] for near in (-1, 0, 1)) >= LEAST_VALUES else all_hours
        for slot, one in enumerate(bands)
    ]


def _reach(
    kind: Kind, samples: Sequence[Sample], bands_of: Callable[[Sequence[Sample]], list[Band]]
) -> float:
    """How bad pairs of runs have been: the worst day's worst, unless that stands quite alone.

    Each day is held against what the days beside it say, for those to come will be strangers too.
    """
    halves = [[one for one in samples if one.day % 2 == odd] for odd in (0, 1)]
    if min(map(len, halves)) < LEAST_VALUES:
        halves = [list(samples)] * 2
    bands = [_with_gaps_filled(bands_of(half), half) for half in halves]
    ways = [[kind.least_limit(band.bad) - band.median for band in half] for half in bands]

    def excess(one: Sample) -> float:
        other = (one.day + 1) % 2
        return (one.badness - bands[other][one.slot].median) / ways[other][one.slot]

    worst: dict[int, float] = defaultdict(float)
    for sample, (before, now) in zip(samples[1:], pairwise(map(excess, samples)), strict=True):
        worst[sample.day] = max(worst[sample.day], together(before, now))
    ordered = sorted(worst.values(), reverse=True)
    if not ordered:
        return 0.0
    return min(ordered[0], _ALONE * ordered[len(ordered) // _RARE_DAYS])


def together(one: float, other: float) -> float:
    """How bad two runs in a row are together: their mean, with little of what only one of them was.

    Of a run and another that was ordinary nothing is left, however bad the one.
    """
    return min((one + other) / 2, 1.5 * min(one, other))


def _days(runs: Sequence[Watched] | Sequence[Sample]) -> float:
    return (runs[-1].timestamp_ms - runs[0].timestamp_ms) / DAY_MS if runs else 0.0


def _weight(run: Watched, now_ms: float) -> float:
    age = max(0.0, now_ms - run.timestamp_ms) / DAY_MS
    return float(0.5 ** (age / HALF_LIFE_DAYS))


def _round(value: float) -> float:
    """To five digits, and none beyond the sixth place: a profile is read by people too."""
    return round(float(f"{value:.5g}"), 6)
