"""``python -m tests.collect.describe``: what is in the data set, as docs/calls-data.md shows it."""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from notifier.codes import BY_SUMMARY, ROWS, Color
from notifier.quality import CallFigures, call_code, latency_grade, loss_grade, tier_of
from tests.collect.dataset import DATA, Line, PackedCall, read_lines, unpacked
from tests.collect.draw import FAMILIES
from tests.collect.figures import rated, value
from tests.collect.markdown import table

__all__ = ["PAGE", "describe", "ranges"]

PAGE = Path(__file__).parents[2] / "docs" / "calls-data.md"
_HEADING = "## What is in it\n"
"""Of the page's last section, which is this."""

STILL_S = 4
"""Seconds without a new picture at the end of a call, from which it stood still."""


def describe(lines: Sequence[Line], size: int) -> str:
    """All tables.

    :param size: of the file, bytes.
    """
    calls = [call for line in lines for call in line.calls]
    firsts = [line.calls[0] for line in lines]
    held_out = sum(line.held_out for line in lines)
    again = sum(call.attempts - 1 for call in calls)
    amount = f"{len(lines)} networks, {held_out} of them held out; {len(calls)} calls"
    return "\n\n".join(
        [
            f"{amount}; {size / 1e6:.2f} MB.",
            "### Classes of the first calls",
            table(["code", "colour", "taught", "held out"], _by_code(lines)),
            table(["rating", "class", "calls"], _by_rating(firsts)),
            "### Families",
            table(["family", "networks", *Color, "median available, kbit/s"], _by_family(lines)),
            "### Two calls on the same network",
            _twice(lines),
            "### Conditions",
            table(["of a call", "median", "95th", "most"], _conditions(calls)),
            f"Calls made again because the machine disturbed them: {again}.",
            "### What the rule does not see",
            _unseen(calls),
        ]
    )


def ranges() -> str:
    """What each family's networks are drawn from."""
    header = (
        *("family", "narrower direction, kbit/s", "the other, times", "one way, ms"),
        *("jitter, ms", "loss of the loop, %", "burst", "queue, ms", "second flow", "rate steps"),
    )
    return table(
        header,
        [
            [
                family,
                _range(kind.kbps),
                _range(kind.wider),
                _range(kind.delay_ms),
                _some(kind.jittery, kind.jitter_ms),
                _some(kind.lossy, [100 * loss for loss in kind.loss]),
                _range(kind.burst),
                _range(kind.queue_ms),
                f"{kind.crossed:.0%}",
                f"{kind.stepping:.0%}",
            ]
            for family, kinds in FAMILIES.items()
            for kind in kinds
        ],
    )


def _range(limits: Sequence[float]) -> str:
    return " to ".join(f"{limit:.4g}" if limit < 1e4 else f"{limit:.0f}" for limit in limits)


def _some(share: float, limits: Sequence[float]) -> str:
    return f"{share:.0%}: {_range(limits)}"


def _by_code(lines: Sequence[Line]) -> list[list[object]]:
    counts = Counter((call_code(line.calls[0]), line.held_out) for line in lines)
    codes = [row.summary_code for row in ROWS]
    return [
        [code, BY_SUMMARY[code].color, counts[code, False], counts[code, True]] for code in codes
    ]


def _by_rating(calls: Sequence[CallFigures]) -> list[list[object]]:
    connected = [call for call in calls if call.connected]
    ratings: dict[str, Callable[[CallFigures], object]] = {
        "loss": lambda call: loss_grade(call).name.lower(),
        "latency": lambda call: latency_grade(call).name.lower(),
        "bandwidth": lambda call: tier_of(call).name.lower(),
    }
    found = [
        [name, kind, count]
        for name, rating in ratings.items()
        for kind, count in Counter(rating(call) for call in connected).most_common()
    ]
    return [*found, ["connection", "none", len(calls) - len(connected)]]


def _by_family(lines: Sequence[Line]) -> list[list[object]]:
    rows: list[list[object]] = []
    for family in FAMILIES:
        firsts = [line.calls[0] for line in lines if line.family == family]
        if not firsts:
            continue
        colors = Counter(BY_SUMMARY[call_code(call)].color for call in firsts)
        available = [call.available_kbps or 0.0 for call in firsts]
        rows.append(
            [family, len(firsts), *(colors[color] for color in Color), f"{median(available):.0f}"]
        )
    return rows


def _twice(lines: Sequence[Line]) -> str:
    pairs = [
        (call_code(line.calls[0]), call_code(line.calls[1]))
        for line in lines
        if len(line.calls) > 1
    ]
    same = sum(one == other for one, other in pairs)
    colors = sum(BY_SUMMARY[one].color is BY_SUMMARY[other].color for one, other in pairs)
    apart = Counter(f"{one} then {other}" for one, other in pairs if one != other)
    told = ", ".join(f"{what} ({count})" for what, count in sorted(apart.items()))
    return (
        f"Of {len(pairs)} pairs {same} have the same code and {colors} the same colour. "
        f"Apart: {told or 'none'}."
    )


def _conditions(calls: Sequence[PackedCall]) -> list[list[object]]:
    columns: dict[str, list[float]] = {
        "worst lateness of the emulator, ms": [c.conditions.lateness_ms for c in calls],
        "packets late by over 1 ms, %": [100 * c.conditions.late for c in calls],
        "threads waiting for a processor, s/s": [c.conditions.waited for c in calls],
        "set-up, ms": [c.setup_ms for c in calls if c.setup_ms is not None],
    }
    rows: list[list[object]] = []
    for name, values in columns.items():
        ordered = sorted(values)
        places = [ordered[round(share * (len(ordered) - 1))] for share in (0.5, 0.95, 1)]
        rows.append([name, *(f"{place:.4g}" for place in places)])
    return rows


def _unseen(calls: Sequence[PackedCall]) -> str:
    """A freeze counts when it ends: pictures that never came, and those that stood at the end."""
    none = still = 0
    for call in calls:
        frames = [
            value(sample.callee, "inbound-rtp/video", "framesDecoded") or 0.0
            for sample in rated(unpacked(call).samples)
        ]
        if len(frames) <= STILL_S:
            continue
        if frames[-1] - frames[0] < 2:
            none += 1
        elif frames[-1] == frames[-1 - STILL_S]:
            still += 1
    least = min((call.available_kbps for call in calls if call.available_kbps), default=0.0)
    return (
        f"Calls with hardly a picture after the warm-up, and so with no freeze to count: {none}; "
        f"with a picture that stood for the last {STILL_S} s: {still}. "
        f"The least that a sender found available: {least:.1f} kbit/s."
    )


def main() -> int:
    """Print it, or put it into the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--page", action="store_true", help=f"put it into {PAGE.name}")
    args = parser.parse_args()
    try:
        text = describe(read_lines(args.data), args.data.stat().st_size)
        if args.page:
            before = PAGE.read_text(encoding="utf-8").partition(_HEADING)[0]
            PAGE.write_text(f"{before}{_HEADING}\n{text}\n", encoding="utf-8")
        else:
            print(text)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
