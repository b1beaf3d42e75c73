"""What is usual on one network, and when a run is not: the habit, and the watch over it.

A profile holds, for each figure and each of the 168 hours of a week on the local clock, between
which ends the figure lies nine times out of ten, and how far two runs in a row have strayed from
that before. A figure is unusual where two runs in a row that measured it are worse than all that.
One odd run says nothing; a network that is always bad keeps to its habit; a change that lasts is
said once, and after a day or two it is the habit. docs/baseline.md explains it with its numbers.

All is pure and light. :mod:`notifier.forecast.quantiles` learns the same profile with LightGBM in
a process of its own once there is enough history; until then, and wherever that fails,
:func:`learn` does.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple, Protocol, TypeVar

import msgspec

from notifier.codes import Connectivity
from notifier.forecast.odds import figure as usable
from notifier.measurement import ServerEntry
from notifier.verdict import Verdict

__all__ = [
    "DAY_MS",
    "MOST_DAYS",
    "MOST_RUNS",
    "OUTER",
    "SLOTS",
    "Band",
    "Figure",
    "Habit",
    "Profile",
    "ProfileError",
    "RunLike",
    "Sample",
    "Telling",
    "Unusual",
    "Watch",
    "Watched",
    "enough",
    "history_of",
    "learn",
    "learn_with",
    "observe",
    "read_profile",
    "read_watch",
    "recent",
    "replayed",
    "rule_bands",
    "stale",
    "told",
    "watched",
]

DAY_MS = 86_400_000.0
SLOTS = 168
"""Hours of a week, from Monday 0:00 of the local clock on."""

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

_SLACK = 1.2
"""How much farther than ever before a pair of runs has to go."""

_MOST = 1e9
"""No figure is larger, in its own unit."""

_MOST_PROVIDERS = 4

_END_RUNS = 3
"""Runs in a row that end an episode."""

_ROW_MS = DAY_MS
"""Runs farther apart are not in a row."""

_REST_MS = 6 * 3_600_000.0
"""A figure that was told is not told again within so long, even if it was well meanwhile."""

_LASTING_MS = DAY_MS
_LASTING_REST_MS = 8 * DAY_MS
"""After an episode that lasted, which ends since it has become the habit: not within so long. The
weekend after a change is the first weekend with it."""

_RELIABLE = 0.98
"""Share of the runs in which a server works, from which none working is unusual."""


class Figure(StrEnum):
    """What is watched."""

    THROUGHPUT = "throughput"
    """Through uplink and downlink, kbit/s."""

    ROUND_TRIP = "round-trip"
    """Median, ms."""

    LOSS = "loss"
    """0..1."""

    JITTER = "jitter"
    """ms."""

    LOADED_ROUND_TRIP = "loaded-round-trip"
    """95th percentile while loaded, ms."""

    SERVERS = "servers"
    """1 where a server works, else 0."""


class Watched(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """The figures of one run that are compared with the habit; None where not measured."""

    timestamp_ms: float
    """Since 1970-01-01 UTC."""

    works: bool
    """A call could be connected."""

    provider: str | None = None
    """The server that the figures are of: each server has a habit of its own."""

    rtt_ms: float | None = None
    loss: float | None = None
    jitter_ms: float | None = None
    loop_kbps: float | None = None
    loop_at_least: bool = False
    loaded_rtt_ms: float | None = None
    loaded_rtt_at_least: bool = False


class RunLike(Protocol):
    """What is read of a stored run: a :class:`notifier.history.rows.RunSummary` is one."""

    @property
    def timestamp(self) -> float: ...
    @property
    def demonstration(self) -> bool: ...
    @property
    def network_id(self) -> str: ...
    @property
    def connectivity_code(self) -> int: ...
    @property
    def provider(self) -> str | None: ...
    @property
    def rtt_ms(self) -> float | None: ...
    @property
    def jitter_ms(self) -> float | None: ...
    @property
    def loss_fraction(self) -> float | None: ...
    @property
    def loop_kbps(self) -> float | None: ...
    @property
    def loop_at_least(self) -> bool: ...
    @property
    def loaded_rtt_ms(self) -> float | None: ...


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a figure is compared: on a logarithmic scale on which more is worse."""

    sign: int
    offset: float
    """Added before the logarithm: differences among smaller values are nothing to a call."""

    step: float
    """Least logarithm beyond the usual end."""

    least: float
    """And least amount beyond it, in the unit of the figure."""

    value: Callable[[Watched], float | None]

    def badness(self, value: float) -> float:
        return self.sign * math.log(min(value, _MOST) + self.offset)

    def natural(self, badness: float) -> float:
        return max(0.0, math.exp(self.sign * badness) - self.offset)

    def least_limit(self, usual: "Band") -> float:
        """The badness up to which nothing is unusual, however steady the network is."""
        amount = max(0.0, self.natural(usual.bad) + self.sign * self.least)
        return max(usual.bad + self.step, self.badness(amount))


def _loss(run: Watched) -> float | None:
    return None if run.loss is None else min(run.loss, 1.0)


_KINDS: dict[Figure, _Kind] = {
    Figure.THROUGHPUT: _Kind(-1, 20.0, 0.35, 50.0, lambda run: run.loop_kbps),
    Figure.ROUND_TRIP: _Kind(1, 10.0, 0.2, 25.0, lambda run: run.rtt_ms),
    # One packet of a light run's 56 is 1.8 points: one in each of two runs is chance.
    Figure.LOSS: _Kind(1, 0.01, 0.3, 0.02, _loss),
    Figure.JITTER: _Kind(1, 3.0, 0.35, 8.0, lambda run: run.jitter_ms),
    Figure.LOADED_ROUND_TRIP: _Kind(1, 50.0, 0.25, 150.0, lambda run: run.loaded_rtt_ms),
}


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


class Unusual(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that is worse than usual on this network, confirmed by two runs in a row."""

    figure: Figure
    now: float
    """Of the last run that measured it, in the figure's unit."""

    usual_low: float
    usual_median: float
    usual_high: float
    since_ms: float
    """The first of the runs that found it; milliseconds since 1970."""

    new: bool
    """To be told: it has just been confirmed, and was not told a short while ago."""

    now_at_least: bool = False
    usual_at_least: bool = False


class _Track(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One figure's recent past."""

    excess: float = 0.0
    inside: int = 0
    last_ms: float = -DAY_MS
    current: Unusual | None = None
    quiet_ms: float = 0.0
    """Until when the figure is not told again."""


class Watch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What goes on right now on a network; a new one knows of nothing."""

    tracks: dict[Figure, _Track] = {}


_Kept = TypeVar("_Kept", Profile, Watch)


class Telling(msgspec.Struct, frozen=True):
    """One :class:`Unusual` for people: a code, what to fill in, and the English sentence."""

    code: str
    arguments: dict[str, float | bool]
    text: str


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


# What is watched of a run


def watched(verdict: Verdict, server: ServerEntry | None) -> Watched:
    """Of a run that has just ended.

    :param server: the one whose figures stand for the run (``history.rows.best_server``).
    """
    works = verdict.connectivity_code != Connectivity.NO_CONNECTION
    if server is None:
        return Watched(timestamp_ms=verdict.timestamp, works=works)
    rates = server.throughput_kbps
    return Watched(
        timestamp_ms=verdict.timestamp,
        works=works,
        provider=server.provider,
        rtt_ms=usable(server.rtt_ms.median if server.rtt_ms else None),
        loss=usable(server.loss_fraction),
        jitter_ms=usable(server.jitter_ms),
        loop_kbps=usable(rates.loop if rates else None),
        loop_at_least=bool(rates and rates.loop_at_least),
        loaded_rtt_ms=usable(server.loaded_rtt_ms),
        loaded_rtt_at_least=server.loaded_rtt_at_least,
    )


def history_of(rows: Iterable[RunLike], network_id: str) -> tuple[Watched, ...]:
    """The stored runs on a network, oldest first, without demonstrations."""
    runs = [
        Watched(
            timestamp_ms=row.timestamp,
            works=row.connectivity_code != Connectivity.NO_CONNECTION,
            provider=row.provider,
            rtt_ms=usable(row.rtt_ms),
            loss=usable(row.loss_fraction),
            jitter_ms=usable(row.jitter_ms),
            loop_kbps=usable(row.loop_kbps),
            loop_at_least=row.loop_at_least,
            loaded_rtt_ms=usable(row.loaded_rtt_ms),
        )
        for row in rows
        if row.network_id == network_id and not row.demonstration
    ]
    return tuple(sorted(runs, key=lambda run: run.timestamp_ms))


# Learning


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
        found = {name: _habit(name, of, bands_of, now_ms, zone) for name in _KINDS}
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
    return _read(text, Profile)


def read_watch(text: str | bytes) -> Watch:
    """Read a watch that was kept as JSON.

    :raises ProfileError: it is damaged, or of another version of the program.
    """
    return _read(text, Watch)


def _read(text: str | bytes, kind: type[_Kept]) -> _Kept:
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ProfileError(f"the habit of this network cannot be used: {error}") from error


def _habit(
    name: Figure,
    runs: Sequence[Watched],
    bands_of: Callable[[Sequence[Sample]], list[Band]],
    now_ms: float,
    zone: tzinfo | None,
) -> Habit | None:
    kind = _KINDS[name]
    informative = _informative(name, runs)
    samples = [
        Sample(
            timestamp_ms=run.timestamp_ms,
            slot=_slot(local),
            hour=local.hour + local.minute / 60,
            day=local.toordinal(),
            badness=kind.badness(value),
            weight=_weight(run, now_ms),
        )
        for run in informative
        if (value := usable(kind.value(run))) is not None
        and (local := _local(run.timestamp_ms, zone)) is not None
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
    kind: _Kind, samples: Sequence[Sample], bands_of: Callable[[Sequence[Sample]], list[Band]]
) -> float:
    """How bad pairs of runs have been: the worst day's worst, unless that stands quite alone.

    Each day is held against what the days beside it say, for those to come will be strangers too.
    """
    halves = [[one for one in samples if one.day % 2 == odd] for odd in (0, 1)]
    if min(map(len, halves)) < LEAST_VALUES:
        halves = [list(samples)] * 2
    bands = [_with_gaps_filled(bands_of(half), half) for half in halves]
    ways = [[kind.least_limit(band) - band.median for band in half] for half in bands]

    def excess(one: Sample) -> float:
        other = (one.day + 1) % 2
        return (one.badness - bands[other][one.slot].median) / ways[other][one.slot]

    worst: dict[int, float] = defaultdict(float)
    for sample, (before, now) in zip(samples[1:], pairwise(map(excess, samples)), strict=True):
        worst[sample.day] = max(worst[sample.day], _pair(before, now))
    ordered = sorted(worst.values(), reverse=True)
    if not ordered:
        return 0.0
    return min(ordered[0], _ALONE * ordered[len(ordered) // _RARE_DAYS])


def _pair(one: float, other: float) -> float:
    """How bad two runs in a row are together: their mean, with little of what only one of them was.

    Of a run and another that was ordinary nothing is left, however bad the one.
    """
    return min((one + other) / 2, 1.5 * min(one, other))


# Watching


def observe(
    watch: Watch, profile: Profile | None, run: Watched, *, zone: tzinfo | None = None
) -> tuple[Watch, tuple[Unusual, ...]]:
    """What is unusual on this network after one more run on it.

    :param profile: learnt before this run; None says nothing is unusual.
    :param zone: of the local clock; None is the system's.
    :returns: the watch for the next run, and what is unusual now, whether told before or not.
    """
    local = _local(run.timestamp_ms, zone)
    if profile is None or local is None:
        return watch, ()
    tracks = dict(watch.tracks)
    for name in Figure:
        seen = _look(name, profile, run, _slot(local))
        if seen is not None:
            tracks[name] = _follow(tracks.get(name, _Track()), seen, run.timestamp_ms)
    found = tuple(track.current for track in tracks.values() if track.current is not None)
    kept = {
        name: msgspec.structs.replace(
            track,
            current=track.current and msgspec.structs.replace(track.current, new=False),
        )
        for name, track in tracks.items()
    }
    return Watch(kept), found


def replayed(
    profile: Profile | None, runs: Iterable[Watched], *, zone: tzinfo | None = None
) -> Watch:
    """The watch after these runs, oldest first: for a program that has just started."""
    watch = Watch()
    for run in runs:
        watch, _ = observe(watch, profile, run, zone=zone)
    return watch


@dataclass(frozen=True, slots=True)
class _Look:
    """One figure of one run beside the habit."""

    unusual: Unusual
    """As it would be told."""

    excess: float
    """How bad it is: 0 like the median, 1 the least that is unusual on the steadiest network."""

    limit: float
    """What a pair of runs has to reach on this one."""

    inside: bool
    """Usual again, where it was not."""


def _look(name: Figure, profile: Profile, run: Watched, slot: int) -> _Look | None:
    """None where the run, or the habit, says nothing about the figure."""
    if name is Figure.SERVERS:
        unusual = _unusual(name, float(run.works), (profile.works,) * 3, run)
        gone = not run.works and profile.works >= _RELIABLE
        return _Look(unusual, excess=float(gone), limit=1.0, inside=run.works)
    kind = _KINDS[name]
    value = usable(kind.value(run))
    habit = profile.habits.get(run.provider or "", {}).get(name)
    if value is None or habit is None:
        return None
    ends = (habit.low[slot], habit.median[slot], habit.high[slot])
    low, median, high = map(kind.badness, ends)
    usual = Band(0.0, median, low if kind.sign < 0 else high)
    way = kind.least_limit(usual) - median
    excess = (kind.badness(value) - median) / way
    limit = max(1.0, _SLACK * habit.reach)
    inside = excess < ((usual.bad - median) / way + limit) / 2
    unusual = _unusual(name, value, ends, run)
    at_least = name is Figure.LOADED_ROUND_TRIP and run.loaded_rtt_at_least
    if name is Figure.THROUGHPUT and run.loop_at_least:
        if not inside:
            return None  # it may be as fast as ever, or not
        at_least = True
    unusual = msgspec.structs.replace(unusual, now_at_least=at_least, usual_at_least=habit.at_least)
    return _Look(unusual, excess, limit, inside)


def _unusual(name: Figure, now: float, ends: tuple[float, float, float], run: Watched) -> Unusual:
    low, median, high = ends
    return Unusual(
        figure=name,
        now=now,
        usual_low=low,
        usual_median=median,
        usual_high=high,
        since_ms=run.timestamp_ms,
        new=False,
    )


def _follow(track: _Track, seen: _Look, now_ms: float) -> _Track:
    in_a_row = abs(now_ms - track.last_ms) <= _ROW_MS
    inside = (track.inside if in_a_row else 0) + 1 if seen.inside else 0
    current, quiet = track.current, track.quiet_ms
    if current is not None:
        since = current.since_ms
        current = msgspec.structs.replace(seen.unusual, since_ms=since)
        if inside >= _END_RUNS:
            current = None
            if now_ms - since >= _LASTING_MS:
                quiet = now_ms + _LASTING_REST_MS
    elif in_a_row and _pair(track.excess, seen.excess) >= seen.limit:
        # A clock that was far ahead, and was put right, does not silence a figure for years.
        new = not 0 < quiet - now_ms <= _LASTING_REST_MS
        current = msgspec.structs.replace(seen.unusual, since_ms=track.last_ms, new=new)
        quiet = now_ms + _REST_MS if new else quiet
    return _Track(
        excess=seen.excess,
        inside=inside,
        last_ms=now_ms,
        current=current,
        quiet_ms=quiet,
    )


# Telling


def told(unusual: Unusual) -> Telling:
    """One sentence for people; front ends may say it in their own words by the code."""
    now, low, high = unusual.now, unusual.usual_low, unusual.usual_high
    least = "at least " if unusual.now_at_least else ""
    match unusual.figure:
        case Figure.THROUGHPUT:
            usual = _range(_mbps(low), _mbps(high), "Mbit/s", or_more=unusual.usual_at_least)
            text = f"unusually slow for this network: {_mbps(now)} Mbit/s, {usual}"
        case Figure.ROUND_TRIP:
            usual = _range(f"{low:.0f}", f"{high:.0f}", "ms")
            text = f"unusually long delay for this network: {now:.0f} ms, {usual}"
        case Figure.LOSS:
            below = max(0.005, math.ceil(round(high * 200, 6)) / 200)
            text = f"unusually many losses for this network: {now:.1%}, usually below {below:.1%}"
        case Figure.JITTER:
            usual = _range(f"{low:.0f}", f"{high:.0f}", "ms")
            text = f"unusually uneven delay for this network: jitter {now:.0f} ms, {usual}"
        case Figure.LOADED_ROUND_TRIP:
            usual = _range(f"{low:.0f}", f"{high:.0f}", "ms")
            text = f"unusually long delay under load for this network: {least}{now:.0f} ms, {usual}"
        case Figure.SERVERS:
            text = "unusual for this network: no call server works"
    arguments: dict[str, float | bool] = {
        "now": now,
        "low": low,
        "median": unusual.usual_median,
        "high": high,
        "sinceMs": unusual.since_ms,
        "nowAtLeast": unusual.now_at_least,
        "usualAtLeast": unusual.usual_at_least,
    }
    return Telling(f"unusual-{unusual.figure}", arguments, text)


def _range(low: str, high: str, unit: str, *, or_more: bool = False) -> str:
    if or_more:
        return f"usually {low} {unit} or more"
    return f"usually {low} {unit}" if low == high else f"usually {low} to {high} {unit}"


def _mbps(kbps: float) -> str:
    digits = 0 if kbps >= 10_000 else 1 if kbps >= 1000 else 2
    return f"{kbps / 1000:.{digits}f}"


# Time and weights


def _local(timestamp_ms: float, zone: tzinfo | None) -> datetime | None:
    """The wall clock; None for a time beyond the calendar."""
    try:
        return datetime.fromtimestamp(timestamp_ms / 1000, zone)
    except (ValueError, OverflowError, OSError):
        return None


def _slot(local: datetime) -> int:
    return local.weekday() * 24 + local.hour


def _days(runs: Sequence[Watched] | Sequence[Sample]) -> float:
    return (runs[-1].timestamp_ms - runs[0].timestamp_ms) / DAY_MS if runs else 0.0


def _weight(run: Watched, now_ms: float) -> float:
    age = max(0.0, now_ms - run.timestamp_ms) / DAY_MS
    return float(0.5 ** (age / HALF_LIFE_DAYS))


def _round(value: float) -> float:
    """To five digits, and none beyond the sixth place: a profile is read by people too."""
    return round(float(f"{value:.5g}"), 6)
