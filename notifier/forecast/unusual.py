"""When a run is not as usual on its network: the watch over the habit, and what it tells.

A figure is unusual where two runs in a row that measured it are worse than the network's
:class:`notifier.forecast.baseline.Profile` knows of. One odd run says nothing; a network that is
always bad keeps to its habit; a change that lasts is said once, and after a day or two it is the
habit. docs/baseline.md explains it with its numbers.

All is pure: a :class:`Watch` is what goes on, and each run makes the next one of it.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo

import msgspec

from notifier.forecast.baseline import Profile, together
from notifier.forecast.odds import figure as usable
from notifier.forecast.watched import DAY_MS, KINDS, Figure, Watched, local_time, slot_of
from notifier.verdict import UnusualFigure

__all__ = [
    "Telling",
    "Unusual",
    "Watch",
    "in_record",
    "observe",
    "replayed",
    "told",
]

_SLACK = 1.2
"""How much farther than ever before a pair of runs has to go."""

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


class Telling(msgspec.Struct, frozen=True):
    """One :class:`Unusual` for people: a code, what to fill in, and the English sentence."""

    code: str
    arguments: dict[str, float | bool]
    text: str


def observe(
    watch: Watch, profile: Profile | None, run: Watched, *, zone: tzinfo | None = None
) -> tuple[Watch, tuple[Unusual, ...]]:
    """What is unusual on this network after one more run on it.

    :param profile: learnt before this run; None says nothing is unusual.
    :param zone: of the local clock; None is the system's.
    :returns: the watch for the next run, and what is unusual now, whether told before or not.
    """
    local = local_time(run.timestamp_ms, zone)
    if profile is None or local is None:
        return watch, ()
    tracks = dict(watch.tracks)
    for name in Figure:
        seen = _look(name, profile, run, slot_of(local))
        if seen is not None:
            tracks[name] = _follow(tracks.get(name, _Track()), seen, run.timestamp_ms)
    found = tuple(
        track.current
        for track in tracks.values()
        # Where one works again, the rest of the episode is nothing to speak of.
        if track.current is not None and not (track.current.figure is Figure.SERVERS and run.works)
    )
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
    kind = KINDS[name]
    value = usable(kind.value(run))
    habit = profile.habits.get(run.provider or "", {}).get(name)
    if value is None or habit is None:
        return None
    ends = (habit.low[slot], habit.median[slot], habit.high[slot])
    low, median, high = map(kind.badness, ends)
    bad = low if kind.sign < 0 else high
    way = kind.least_limit(bad) - median
    excess = (kind.badness(value) - median) / way
    limit = max(1.0, _SLACK * habit.reach)
    inside = excess < ((bad - median) / way + limit) / 2
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
    elif in_a_row and together(track.excess, seen.excess) >= seen.limit:
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


def in_record(unusual: Unusual) -> UnusualFigure:
    """As the verdict's record carries it."""
    return UnusualFigure(
        figure=str(unusual.figure),
        now=unusual.now,
        usual_low=unusual.usual_low,
        usual_high=unusual.usual_high,
        text=told(unusual).text,
    )


def _range(low: str, high: str, unit: str, *, or_more: bool = False) -> str:
    if or_more:
        return f"usually {low} {unit} or more"
    return f"usually {low} {unit}" if low == high else f"usually {low} to {high} {unit}"


def _mbps(kbps: float) -> str:
    digits = 0 if kbps >= 10_000 else 1 if kbps >= 1000 else 2
    return f"{kbps / 1000:.{digits}f}"
