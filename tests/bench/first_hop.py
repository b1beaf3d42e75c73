"""``python -m tests.bench.first_hop [--paths N] [--mode light]``: on which side of the gateway?

Draws paths of two links with a router between them, runs the full probe through each to a real
coturn, and prints how often ``local.origin`` names the side on which the trouble was put: a
Markdown table, as docs/numbers.md shows it. Needs root.

Every path has a local link of 30 to 100 Mbit/s and 1 to 4 ms one way, and an access link of 2 to 8
Mbit/s, 5 to 40 ms and a queue of 40 ms. One thing is then wrong on one side:

======= ===========================================================================================
loss    3 to 10 % up, down or half each way, each packet by itself
jitter  15 to 40 ms (standard deviation of the normal whose half is added) up, down or both ways
queue   200 to 600 ms, up, down or both ways, at 1 to 6 Mbit/s; the other side carries five times
        as much
clean   nothing: neither loss nor jitter may be placed, and no queue before the gateway
silent  one of the above, and the gateway answers no echoes: ``local`` has to be null
======= ===========================================================================================

``other`` counts placements of something else than what was wrong that are wrong too.
"""

import argparse
import asyncio
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from random import Random
from typing import Any, get_args

import msgspec

from notifier.measurement import LocalLink, Mode, Origin
from tests.net.coturn import Coturn
from tests.net.direction import Direction
from tests.net.path import TwoHopPath
from tests.probe.runs import in_namespace, target

KINDS = ("loss", "jitter", "queue")
SIDES = ("local", "beyond")
CLEAN_EVERY, SILENT_EVERY = 8, 15
"""Every eighth path is clean, every fifteenth gateway silent."""

_COLUMNS = ("what", "where", "paths", "right", "undecided", "wrong", "other")

Ways = tuple[Direction, Direction]


@dataclass(frozen=True, slots=True)
class Case:
    """One path and what is wrong with it."""

    kind: str
    """One of KINDS, or clean."""

    side: str
    silent: bool
    local: Ways
    access: Ways


def draw(seed: int, number: int) -> Case:
    """The path of this number; equal arguments give equal paths on every machine."""
    random = Random(f"path {seed} {number}")
    kind = KINDS[number % len(KINDS)]
    side = SIDES[number // len(KINDS) % len(SIDES)]
    if number % CLEAN_EVERY == CLEAN_EVERY - 1:
        kind, side = "clean", ""
    near: dict[str, Any] = {
        "rate_bps": round(random.uniform(30e6, 100e6)),
        "queue_ms": 20.0,
        "delay_ms": round(random.uniform(1, 4), 2),
    }
    far: dict[str, Any] = {
        "rate_bps": round(random.uniform(2e6, 8e6)),
        "queue_ms": 40.0,
        "delay_ms": round(random.uniform(5, 40), 2),
    }
    ways = random.choice(((1.0, 0.0), (0.0, 1.0), (0.5, 0.5)))
    culprit, other = (near, far) if side == "local" else (far, near)
    changes: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    if kind == "loss":
        loss = random.uniform(0.03, 0.1)
        changes = tuple({"loss": round(loss * share, 5)} for share in ways)  # type: ignore[assignment]
    elif kind == "jitter":
        jitter = round(random.uniform(15, 40), 2)
        changes = tuple({"jitter_ms": jitter if share else 0.0} for share in ways)  # type: ignore[assignment]
    elif kind == "queue":
        culprit["rate_bps"] = round(random.uniform(1e6, 6e6))
        other["rate_bps"] = 5 * culprit["rate_bps"]
        other["queue_ms"] = 20.0
        queue = round(random.uniform(200, 600), 1)
        changes = tuple(  # type: ignore[assignment]
            {"queue_ms": queue} if share else {"rate_bps": other["rate_bps"], "queue_ms": 20.0}
            for share in ways
        )
    sides = {
        id(culprit): tuple(Direction(**{**culprit, **change}) for change in changes),
        id(other): (Direction(**other), Direction(**other)),
    }
    return Case(
        kind=kind,
        side=side,
        silent=number % SILENT_EVERY == SILENT_EVERY - 1,
        local=sides[id(near)],  # type: ignore[arg-type]
        access=sides[id(far)],  # type: ignore[arg-type]
    )


async def _measure(case: Case, seed: int, mode: Mode) -> LocalLink | None:
    path = TwoHopPath(local=case.local, access=case.access, seed=seed, answers=not case.silent)
    with path, Coturn(path.server, ip=path.server_ip) as server:
        run = await in_namespace(path.client, target(server), mode=mode)
    return run.local


def outcome(case: Case, local: LocalLink | None) -> tuple[str, bool]:
    """Right, undecided or wrong; and whether something else was placed where it is not."""
    if case.silent:
        return ("right" if local is None else "wrong"), False
    if local is None:
        return "undecided", False
    placed = msgspec.structs.asdict(local.origin)
    if case.kind == "clean":
        blamed = local.origin.loss or local.origin.jitter or local.origin.queue == "local"
        return ("wrong" if blamed else "right"), False
    found = placed.pop(case.kind)
    # The access link is the narrow one but where the queue is what is wrong.
    elsewhere = placed.pop("queue", None) == "local" or any(placed.values())
    if found is None:
        return "undecided", elsewhere
    return ("right" if found == case.side else "wrong"), elsewhere


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paths", type=int, default=60)
    parser.add_argument("--first", type=int, default=0, help="number of the first path")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mode", choices=get_args(Mode), default="full")
    parser.add_argument("--verbose", action="store_true", help="each path on standard error")
    args = parser.parse_args()
    table: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for number in range(args.first, args.first + args.paths):
        case = draw(args.seed, number)
        local = asyncio.run(_measure(case, args.seed * 1000 + number, args.mode))
        result, elsewhere = outcome(case, local)
        row = ("silent", "") if case.silent else (case.kind, case.side)
        table[row].update([result, *(["other"] if elsewhere else [])])
        if args.verbose:
            print(number, *row, result, elsewhere, local, file=sys.stderr, flush=True)
    print(f"| {' | '.join(_COLUMNS)} |\n|{'---|' * len(_COLUMNS)}")
    culprits: Counter[str] = Counter()
    for (kind, side), counts in sorted(table.items()):
        if kind in KINDS:
            culprits += counts
        _print_row(kind, side, counts)
    _print_row("a clear culprit", "", culprits)
    return 0


def _print_row(kind: str, side: str, counts: Counter[str]) -> None:
    figures = [counts[name] for name in ("right", "undecided", "wrong", "other")]
    total = sum(figures[:3])
    share = f" ({figures[0] / total:.0%})" if total else ""
    print(
        f"| {kind} | {side} | {total} | {figures[0]}{share} | {' | '.join(map(str, figures[1:]))} |"
    )


if __name__ == "__main__":
    assert set(KINDS) == set(Origin.__struct_fields__)
    sys.exit(main())
