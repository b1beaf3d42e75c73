"""Made-up histories of networks, and what stored runs become for the watch.

What real lines do: noise with heavy tails that lasts from one run to the next, slow evenings,
other weekends, short incidents, and light runs that count the losses of 56 packets only.
"""

import math
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from typing import Any

import msgspec
from hypothesis import strategies as st

from notifier.forecast.baseline import Profile, learn
from notifier.forecast.unusual import Unusual, Watch, observe
from notifier.forecast.watched import DAY_MS, Figure, Watched, watched
from notifier.history.rows import best_server
from notifier.verdict import Verdict

__all__ = [
    "CHANGES",
    "KINDS",
    "MONDAY",
    "ORDINARY",
    "RUN_MS",
    "Line",
    "any_run",
    "calm",
    "changed",
    "history",
    "learnt",
    "news",
    "read_verdicts",
    "spaced",
    "steady",
    "watched_verdicts",
]

MONDAY = 1_795_392_000_000.0
"""2026-11-23 0:00 UTC."""

RUN_MS = 300_000.0
FULL_EVERY = 12
LIGHT_PACKETS = 56
FULL_PACKETS = 100
"""Of the streams of a run (docs/numbers.md)."""

ORDINARY: dict[str, Any] = {
    "rtt_ms": 20.0,
    "loss": 0.0,
    "jitter_ms": 2.0,
    "loop_kbps": 20_000.0,
    "loaded_rtt_ms": 100.0,
}
"""Of a network to which nothing happens."""


@dataclass(frozen=True, slots=True)
class Line:
    """What one kind of network is like; spreads are standard deviations of logarithms."""

    rtt_ms: float
    kbps: float
    queue_ms: float
    jitter_ms: float
    loss: float
    noise: float
    """Of everything, from run to run."""

    wander: float
    """Of everything, over half an hour."""

    evening: float = 1.0
    """By how much it is slower and longer at nine in the evening."""

    weekend: float = 1.0
    """And on Saturdays and Sundays."""

    bursts: float = 0.002
    """Part of the runs in which a burst of packets is lost."""

    ceiling: float = math.inf
    """kbit/s beyond which the search says "at least"."""

    works: float = 0.9998


KINDS: dict[str, Line] = {
    "fibre": Line(8, 200_000, 20, 0.6, 0.0, noise=0.05, wander=0.04, ceiling=60_000),
    "cable, slow evenings": Line(
        *(22, 25_000, 120, 3, 0.0005), noise=0.12, wander=0.12, evening=2.5, weekend=1.25
    ),
    "DSL": Line(35, 4500, 400, 2, 0.0002, noise=0.08, wander=0.08, evening=1.3),
    "lossy Wi-Fi": Line(
        *(18, 15_000, 180, 8, 0.03), noise=0.25, wander=0.3, evening=1.3, bursts=0.02
    ),
    "mobile": Line(
        *(55, 9000, 350, 12, 0.004), noise=0.3, wander=0.4, evening=1.6, bursts=0.01, works=0.999
    ),
}

Change = Callable[[Watched, random.Random], Watched]


def history(
    line: Line, days: float, *, seed: int, start: float = MONDAY, zone: tzinfo = UTC
) -> list[Watched]:
    """A run every five minutes, every twelfth a full one; oldest first."""
    chance = random.Random(seed)
    wander = [0.0] * 4
    runs = []
    for number in range(round(days * DAY_MS / RUN_MS)):
        # Half of what was remains after half an hour: six runs.
        wander = [0.89 * one + chance.gauss(0, line.wander * 0.456) for one in wander]
        at = start + number * RUN_MS + chance.uniform(-0.1, 0.1) * RUN_MS
        runs.append(_run(line, at, number % FULL_EVERY == 0, wander, chance, zone))
    return runs


def _run(
    line: Line, at: float, full: bool, wander: list[float], chance: random.Random, zone: tzinfo
) -> Watched:
    local = datetime.fromtimestamp(at / 1000, zone)
    hour = local.hour + local.minute / 60
    busy = math.exp(-(((hour - 21) / 1.5) ** 2)) * math.log(line.evening)
    if local.weekday() >= 5 and 9 < hour < 23:
        busy += math.log(line.weekend)

    def drawn(value: float, which: int, load: float = 0.0) -> float:
        # Student's t with four degrees of freedom, as most round trips have it.
        noise = chance.gauss(0, 1) / math.sqrt(chance.gammavariate(2, 0.5))
        return value * math.exp(load + wander[which] + line.noise * noise)

    if chance.random() > line.works:
        return Watched(timestamp_ms=at, works=False)
    packets = FULL_PACKETS if full else LIGHT_PACKETS
    share = min(0.5, drawn(line.loss, 3, busy))
    lost = sum(chance.random() < share for _ in range(packets)) if line.loss else 0
    if chance.random() < line.bursts:
        lost += min(packets, 1 + int(chance.expovariate(1 / 3)))
    run = Watched(
        timestamp_ms=at,
        works=True,
        provider="turn.example.org",
        rtt_ms=drawn(line.rtt_ms, 0, busy),
        loss=min(1.0, lost / packets),
        jitter_ms=drawn(line.jitter_ms, 1, busy),
    )
    if not full:
        return run
    rate = drawn(line.kbps, 2, -busy)
    return msgspec.structs.replace(
        run,
        loop_kbps=min(rate, line.ceiling * chance.uniform(0.85, 1)),
        loop_at_least=rate >= line.ceiling,
        loaded_rtt_ms=(run.rtt_ms or 0.0) + drawn(line.queue_ms, 0, busy),
    )


def steady(days: float, *, every_ms: float = RUN_MS, **figures: Any) -> list[Watched]:
    """Always the same."""
    fields: dict[str, Any] = {"works": True, "provider": "turn.example.org", **figures}
    return [
        Watched(timestamp_ms=MONDAY + number * every_ms, **fields)
        for number in range(round(days * DAY_MS / every_ms))
    ]


def learnt(runs: list[Watched]) -> Profile:
    """What the rule makes of them."""
    profile = learn(runs, now_ms=runs[-1].timestamp_ms, zone=UTC)
    assert profile is not None
    return profile


def _slower(run: Watched, _: random.Random) -> Watched:
    if run.loop_kbps is None:
        return run
    # What said "at least" is measured now: a third of the ceiling is well below it.
    return msgspec.structs.replace(run, loop_kbps=run.loop_kbps / 3, loop_at_least=False)


def _longer(run: Watched, _: random.Random) -> Watched:
    return _plus(run, "rtt_ms", 150.0)


def _lossier(run: Watched, chance: random.Random) -> Watched:
    if run.loss is None:
        return run
    packets = LIGHT_PACKETS if run.loop_kbps is None else FULL_PACKETS
    more = sum(chance.random() < 0.05 for _ in range(packets)) / packets
    return msgspec.structs.replace(run, loss=min(1.0, run.loss + more))


def _queued(run: Watched, _: random.Random) -> Watched:
    return _plus(run, "loaded_rtt_ms", 800.0)


def _uneven(run: Watched, _: random.Random) -> Watched:
    return _plus(run, "jitter_ms", 37.0)


def _gone(run: Watched, _: random.Random) -> Watched:
    return Watched(timestamp_ms=run.timestamp_ms, works=False)


def _plus(run: Watched, name: str, more: float) -> Watched:
    value = getattr(run, name)
    return run if value is None else msgspec.structs.replace(run, **{name: value + more})


CHANGES: dict[Figure, Change] = {
    Figure.THROUGHPUT: _slower,
    Figure.ROUND_TRIP: _longer,
    Figure.LOSS: _lossier,
    Figure.JITTER: _uneven,
    Figure.LOADED_ROUND_TRIP: _queued,
    Figure.SERVERS: _gone,
}
"""A third of the throughput, 150 ms, 5 % loss, 37 ms of jitter, a queue of 800 ms; no server."""


def changed(runs: Iterable[Watched], figure: Figure, *, seed: int) -> list[Watched]:
    """The same runs with one thing gone worse."""
    chance = random.Random(seed)
    return [CHANGES[figure](run, chance) for run in runs]


def news(
    profile: Profile | None,
    runs: Iterable[Watched],
    *,
    zone: tzinfo = UTC,
    watch: Watch | None = None,
) -> Iterator[tuple[int, Unusual]]:
    """What the watch would tell, with the number of the run after which it does."""
    watch = watch or Watch()
    for number, run in enumerate(runs):
        watch, unusual = observe(watch, profile, run, zone=zone)
        for one in unusual:
            if one.new:
                yield number, one


def read_verdicts(text: str | bytes) -> list[Verdict]:
    """Verdicts as ``call-notifier history --json`` prints them, or one a line; oldest first.

    :raises msgspec.DecodeError: one of them is none.
    """
    data = text.encode() if isinstance(text, str) else text
    if data.lstrip().startswith(b"["):
        verdicts = msgspec.json.decode(data, type=list[Verdict])
    else:
        verdicts = [
            msgspec.json.decode(line, type=Verdict) for line in data.splitlines() if line.strip()
        ]
    return sorted(verdicts, key=lambda verdict: verdict.timestamp)


def watched_verdicts(verdicts: Iterable[Verdict]) -> list[Watched]:
    """Their figures, as the program takes them from a run."""
    return [watched(verdict, best_server(verdict.servers)) for verdict in verdicts]


def spaced(runs: Iterable[Watched], every_ms: float, start: float = MONDAY) -> list[Watched]:
    """The same runs at even times: what a test measures in seconds stands for hours."""
    return [
        msgspec.structs.replace(run, timestamp_ms=start + number * every_ms)
        for number, run in enumerate(runs)
    ]


def calm(line: Line) -> Line:
    """The same line without bursts and outages."""
    return replace(line, bursts=0.0, works=1.0)


_number = st.none() | st.floats() | st.integers(-2, 3000).map(float)
any_run = st.builds(
    Watched,
    timestamp_ms=st.floats() | st.floats(MONDAY - 30 * DAY_MS, MONDAY),
    works=st.booleans(),
    provider=st.sampled_from([None, "a", "b", "c", "d", "e"]),
    rtt_ms=_number,
    loss=_number,
    jitter_ms=_number,
    loop_kbps=_number,
    loop_at_least=st.booleans(),
    loaded_rtt_ms=_number,
    loaded_rtt_at_least=st.booleans(),
)
"""Of any past, with any figures."""
