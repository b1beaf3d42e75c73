"""How often the watch cries wolf, how soon it sees one: ``python -m tests.forecast.false_alarms``.

Prints a Markdown table (docs/baseline.md has one). Each network has three weeks of history, learnt
from once, and two weeks of runs after that, learnt from again every ``--relearn`` days. Changes
are made at six moments of those two weeks, each on the network as it would have been.
"""

import argparse
import statistics
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC

from notifier.forecast.baseline import Profile, learn
from notifier.forecast.unusual import Watch, observe
from notifier.forecast.watched import DAY_MS, Figure, Watched
from tests.forecast.histories import CHANGES, KINDS, MONDAY, RUN_MS, changed, history, news

__all__ = ["Found", "by_quantiles", "examine"]

LEARN_DAYS = 21
WATCH_DAYS = 14
MOMENTS = 6
DELAY_LIMIT = 6
"""Runs that measure a figure, within which a change has to be seen to count at all."""

_RUNS_A_DAY = round(DAY_MS / RUN_MS)

Learn = Callable[[list[Watched], float], Profile | None]


@dataclass(slots=True)
class Found:
    """Of one kind of network."""

    networks: int = 0
    alarms: dict[Figure, int] = field(default_factory=dict)
    """Told without a change made."""

    delays: dict[Figure, list[int | None]] = field(default_factory=dict)
    """Runs that measured the figure until a change was told; None where it was not."""


def by_rule(runs: list[Watched], now_ms: float) -> Profile | None:
    """Learn in this process."""
    return learn(runs, now_ms=now_ms, zone=UTC)


def examine(kind: str, seed: int, found: Found, *, relearn: int = 1, how: Learn = by_rule) -> None:
    """One network of one kind."""
    runs = history(KINDS[kind], LEARN_DAYS + WATCH_DAYS, seed=seed)
    found.networks += 1
    watch = Watch()
    profile = None
    moments = {
        LEARN_DAYS * _RUNS_A_DAY + round((number + 0.37) * WATCH_DAYS / MOMENTS * _RUNS_A_DAY)
        for number in range(MOMENTS)
    }
    for number in range(LEARN_DAYS * _RUNS_A_DAY, len(runs)):
        day, rest = divmod(number - LEARN_DAYS * _RUNS_A_DAY, _RUNS_A_DAY)
        if rest == 0 and day % relearn == 0:
            profile = how(runs[:number], MONDAY + number * RUN_MS)
        watch, unusual = observe(watch, profile, runs[number], zone=UTC)
        for one in unusual:
            if one.new:
                found.alarms[one.figure] = found.alarms.get(one.figure, 0) + 1
        if number in moments:
            for figure in CHANGES:
                after = runs[number + 1 : number + 1 + 12 * DELAY_LIMIT]
                delay = _delay(
                    profile, watch, figure, changed(after, figure, seed=seed * 100_000 + number)
                )
                found.delays.setdefault(figure, []).append(delay)


def _delay(
    profile: Profile | None, watch: Watch, figure: Figure, runs: list[Watched]
) -> int | None:
    """How many runs that measure the figure it takes, the last one included."""
    told = next(
        (number for number, one in news(profile, runs, watch=watch) if one.figure is figure), None
    )
    if told is None:
        return None
    measured = sum(_measures(run, figure) for run in runs[: told + 1])
    return measured if measured <= DELAY_LIMIT else None


def _measures(run: Watched, figure: Figure) -> bool:
    if figure in {Figure.THROUGHPUT, Figure.LOADED_ROUND_TRIP}:
        return run.loop_kbps is not None
    return run.rtt_ms is not None or figure is Figure.SERVERS


def by_quantiles(runs: list[Watched], now_ms: float) -> Profile | None:
    from notifier.forecast.quantiles import train

    return train(runs, now_ms=now_ms, zone=UTC)


def _table(found: dict[str, Found]) -> str:
    lines = [
        "| network | networks | false alarms | of which | " + " | ".join(CHANGES) + " |",
        "| --- " * (4 + len(CHANGES)) + "|",
    ]
    for kind, of in found.items():
        which = ", ".join(f"{name} {count}" for name, count in sorted(of.alarms.items()))
        delays = " | ".join(_delays(of.delays.get(figure, [])) for figure in CHANGES)
        alarms = sum(of.alarms.values())
        lines.append(
            f"| {kind} | {of.networks} | {alarms}, {alarms / of.networks:.2f} each"
            f" | {which or '-'} | {delays} |"
        )
    return "\n".join(lines)


def _delays(delays: list[int | None]) -> str:
    if not delays:
        return "-"
    told = [delay for delay in delays if delay is not None]
    soon = sum(delay <= 2 for delay in told) / len(delays)
    median = f"{statistics.median(told):g}" if told else "-"
    return f"{soon:.0%} in 2, {len(told) / len(delays):.0%} in {DELAY_LIMIT}, median {median}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--first", type=int, default=1000, help="the first of the seeds")
    parser.add_argument("--relearn", type=int, default=1, help="days between two lessons")
    parser.add_argument("--quantiles", action="store_true", help="learn with LightGBM")
    args = parser.parse_args()
    found = {kind: Found() for kind in KINDS}
    for kind, of in found.items():
        for seed in range(args.first, args.first + args.seeds):
            how = by_quantiles if args.quantiles else by_rule
            examine(kind, seed, of, relearn=args.relearn, how=how)
    print(_table(found))


if __name__ == "__main__":
    main()
