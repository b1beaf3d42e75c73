"""The accuracy bench's report: the whole distribution of every figure, as Markdown.

A link on which the probe gave no figure, though it should have, is counted (column ``none``) and is
not within the bar.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from tests.bench.bars import (
    ACCURACY,
    APART,
    CEILING_KBPS,
    CLASSES,
    COST,
    INTERVALS,
    LIGHT,
    NEAR,
    OWN_MS,
    Bar,
    Case,
    Classes,
    above_ceiling,
    apart,
    bottleneck,
    run_s,
)
from tests.bench.record import LinkRecord, Outcome

__all__ = ["OWN", "quantile", "report"]

OWN = ("ours", "light", "servers")
"""The tools that are our probe."""


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which this share of all lies, between two of them in proportion.

    :raises ValueError: where there is none.
    """
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def report(records: Sequence[LinkRecord], *, worst: int = 0, brief: bool = False) -> str:
    """Everything that the file holds.

    :param worst: links to list under each figure of our probe, the worst first.
    :param brief: only over all links, not by class.
    """
    own = [Case(r, r.tools["ours"]) for r in records if _measured(r, "ours")]
    light = [Case(r, r.tools["light"]) for r in records if _measured(r, "light")]
    classes = CLASSES[:1] if brief else CLASSES
    parts = [_conditions(records)]
    if own:
        parts += ["### Accuracy", _distributions(ACCURACY, own, classes)]
        parts += [_direction(own, classes)]
        parts += ["### Cost", _distributions(COST, own, classes)]
        if intervals := _coverage(own):
            parts += ["### 95 % intervals", intervals]
    if light:
        parts += ["### Light runs", _distributions(LIGHT, light, classes)]
    if further := _further_servers(records):
        parts.append(further)
    parts += ["### Side by side", _side_by_side(records)]
    if worst and own:
        parts += ["### The worst links", _worst(own, worst)]
    return "\n\n".join(parts)


def _measured(record: LinkRecord, tool: str) -> bool:
    outcome = record.tools.get(tool)
    return outcome is not None and outcome.own is not None and not outcome.disturbed


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _number(value: float, unit: str) -> str:
    value *= 100 if unit in {"%", "points"} else 1
    return f"{value:.0f}" if abs(value) >= 99.5 else f"{value:.3g}"


def _share(right: int, count: int) -> str:
    return f"{100 * right / count:.1f} %" if count else ""


def _distributions(bars: Iterable[Bar], cases: Sequence[Case], classes: Classes) -> str:
    rows = []
    for bar in bars:
        for name, belongs in classes:
            chosen = [case for case in cases if belongs(case) and bar.applies(case)]
            if chosen:
                rows.append(_distribution(bar, name, chosen))
    head = ("error of", "links", "n", "none", "median", "75th", "90th", "95th", "most")
    return _table((*head, "bar", "within"), rows)


def _distribution(bar: Bar, class_name: str, cases: Sequence[Case]) -> list[str]:
    samples = [sample for case in cases if (sample := bar.judge(case)) is not None]
    errors = [sample.error for sample in samples]
    cells = [""] * 5
    if errors:
        cells = [_number(quantile(errors, s), bar.unit) for s in (0.5, 0.75, 0.9, 0.95, 1.0)]
    first = class_name == "all"
    return [
        f"**{bar.name}**{', ' + bar.unit if bar.unit else ''}" if first else "",
        class_name,
        str(len(cases)),
        str(len(cases) - len(errors)),
        *cells,
        bar.wanted if first else "",
        _share(sum(sample.right for sample in samples), len(cases)) if bar.wanted else "",
    ]


def _direction(cases: Sequence[Case], classes: Classes) -> str:
    rows = []
    for name, belongs in classes:
        chosen = [case for case in cases if belongs(case) and apart(case)]
        above = [case for case in chosen if above_ceiling(case)]
        judged = [case for case in chosen if not above_ceiling(case)]
        said = Counter(_said(case) for case in judged)
        if chosen:
            rows.append(
                [
                    name,
                    str(len(judged)),
                    *(str(said[word]) for word in ("right", "wrong", "not told")),
                    _share(said["right"], len(judged)),
                    str(len(above)),
                ]
            )
    head = ("links", "n", "right", "wrong", "not told", "right (bar: 95 %)", "above the ceiling")
    return f"The bottleneck's direction, where they differ by {APART} times or more:\n\n" + _table(
        head, rows
    )


def _said(case: Case) -> str:
    told = bottleneck(case.server)
    if told is None:
        return "not told"
    narrow = "up" if case.truth.up_kbps < case.truth.down_kbps else "down"
    return "right" if told == narrow else "wrong"


def _coverage(cases: Sequence[Case]) -> str:
    rows = []
    for name, read, true in INTERVALS:
        found = [
            (interval, true(case.truth))
            for case in cases
            if (interval := read(case.server)) is not None
        ]
        if not found:
            continue
        added = OWN_MS if name.endswith("Ms") else 0.0
        inside = sum(i.low <= value + added and value <= i.high for i, value in found)
        widths = [(i.high - i.low) / value for i, value in found if value]
        width = f"{100 * median(widths):.0f} %" if widths else ""
        rows.append([name, str(len(found)), _share(inside, len(found)), width])
    head = ("figure", "n", "truth inside", "median width, of the truth")
    if not rows:
        return ""
    return (
        _table(head, rows) + f"\n\nTo a time, up to {OWN_MS} ms of the machine's own may be added."
    )


def _further_servers(records: Sequence[LinkRecord]) -> str:
    seconds = [
        (_duration_s(record.tools["servers"]) - _duration_s(record.tools["ours"]))
        / (record.servers - 1)
        for record in records
        if record.servers > 1 and _measured(record, "ours") and _measured(record, "servers")
    ]
    if not seconds:
        return ""
    shown = ", ".join(
        f"{name} {quantile(seconds, share):.2f} s"
        for name, share in (("median", 0.5), ("90th", 0.9), ("most", 1.0))
    )
    within = _share(sum(s <= 1.5 for s in seconds), len(seconds))
    return f"Each further server ({len(seconds)} links): {shown}; within 1.5 s: {within}."


def _duration_s(outcome: Outcome) -> float:
    assert outcome.own is not None
    return outcome.own.measurement.duration_ms / 1000


def _side_by_side(records: Sequence[LinkRecord]) -> str:
    """Every tool on the links on which all tools in the file ran undisturbed.

    A rival that failed is counted; where our own probe crashed, the run was none. Rates are
    compared below the ceiling, above which ours may say "at least".
    """
    tools = list(dict.fromkeys(tool for record in records for tool in record.tools))
    tools = [tool for tool in tools if tool not in OWN[1:]]
    common = [
        record
        for record in records
        if all(tool in record.tools and _valid(tool, record.tools[tool]) for tool in tools)
    ]
    rows = [
        _tool_row(tool, [Case(record, record.tools[tool]) for record in common]) for tool in tools
    ]
    head = (
        *("tool", "links", "failed", "rate below 10 Mbit/s: none", "error %: median", "90th"),
        "within 10 %",
        *("false loss, points: median", "95th", "most"),
        *("loss's error, points: median", "95th"),
        *("round trip's error ms: median", "90th", "s: median", "most", "kB: median", "most"),
    )
    notes = [
        f"{tool}: {count} x {error}"
        for tool in tools
        for error, count in Counter(
            (record.tools[tool].error or "").partition("\n")[0]
            for record in common
            if record.tools[tool].error
        ).items()
    ]
    return "\n\n".join([_table(head, rows), *(["Failed: " + "; ".join(notes)] if notes else [])])


def _valid(tool: str, outcome: Outcome) -> bool:
    return not outcome.disturbed and (tool not in OWN or outcome.own is not None)


def _tool_row(tool: str, cases: Sequence[Case]) -> list[str]:
    found = [(case, case.outcome.figures) for case in cases if case.outcome.figures is not None]
    slow = [case for case in cases if case.truth.loop_kbps < CEILING_KBPS]
    rates = [
        abs(figures.loop_kbps - case.truth.loop_kbps) / case.truth.loop_kbps
        for case in slow
        if (figures := case.outcome.figures) is not None and figures.loop_kbps is not None
    ]
    losses = [
        (case.truth.loss, abs(figures.loss - case.truth.loss))
        for case, figures in found
        if figures.loss is not None
    ]
    trips = [
        abs(figures.rtt_ms - case.truth.rtt_ms)
        for case, figures in found
        if figures.rtt_ms is not None
    ]
    seconds = [figures.seconds or case.outcome.wall_s for case, figures in found]
    cost = [case.outcome.octets.client / 1000 for case, _ in found]
    free, lossy = [e for true, e in losses if not true], [e for true, e in losses if true]
    return [
        tool,
        str(len(cases)),
        str(len(cases) - len(found)),
        str(len(slow) - len(rates)) if rates else "",
        *_quantiles(rates, "%", 0.5, 0.9),
        _share(sum(error <= NEAR for error in rates), len(slow)) if rates else "",
        *_quantiles(free, "points", 0.5, 0.95, 1),
        *_quantiles(lossy, "points", 0.5, 0.95),
        *_quantiles(trips, "ms", 0.5, 0.9),
        *_quantiles(seconds, "s", 0.5, 1),
        *_quantiles(cost, "kB", 0.5, 1),
    ]


def _quantiles(values: Sequence[float], unit: str, *shares: float) -> list[str]:
    return [_number(quantile(values, share), unit) if values else "" for share in shares]


def _conditions(records: Sequence[LinkRecord]) -> str:
    outcomes = [outcome for record in records for outcome in record.tools.values()]
    disturbed = sum(outcome.disturbed for outcome in outcomes)
    repeated = sum(outcome.attempts > 1 for outcome in outcomes)
    left_out = sum(
        bool(o.own and any(server.left_out for server in o.own.measurement.servers))
        for o in outcomes
    )
    idle = [outcome.idle for outcome in outcomes]
    seeds = ", ".join(str(seed) for seed in sorted({record.seed for record in records}))
    failed = Counter(
        outcome.error
        for record in records
        for tool, outcome in record.tools.items()
        if tool in OWN and outcome.error
    )
    text = (
        f"{len(records)} links of seed {seeds}, {len(outcomes)} runs. Repeated because the "
        f"emulator was late: {repeated}; late again, left out: {disturbed}. Runs of ours in which "
        f"the processor was taken away: {left_out}. Idle share of the processors: "
        f"{_number(min(idle, default=0), '%')} to {_number(max(idle, default=0), '%')} %."
    )
    if failed:
        words = "; ".join(f"{count} x {error}" for error, count in failed.items())
        text += f"\n\n**Runs of ours that crashed, and are in no table: {words}**"
    return text


def _worst(cases: Sequence[Case], count: int) -> str:
    parts = []
    for bar in (*ACCURACY, *COST):
        missed = [
            (math.inf if sample is None else sample.error, case)
            for case in cases
            if bar.applies(case) and ((sample := bar.judge(case)) is None or not sample.right)
        ]
        missed.sort(key=lambda pair: pair[0], reverse=True)
        if missed:
            parts.append(f"**{bar.name}**: {len(missed)} outside the bar")
            parts += [_line(bar, error, case) for error, case in missed[:count]]
    wrong = [case for case in cases if apart(case) and not above_ceiling(case)]
    wrong = [case for case in wrong if _said(case) != "right"]
    if wrong:
        parts.append(f"**direction**: {len(wrong)} not right")
        parts += [f"- {_said(case)}: {_link(case)}" for case in wrong[:count]]
    return "\n".join(parts)


def _line(bar: Bar, error: float, case: Case) -> str:
    shown = "none" if error == math.inf else f"{_number(error, bar.unit)} {bar.unit}"
    return f"- {shown}: {_link(case)}"


def _link(case: Case) -> str:
    """The link and what was found, on one line."""
    up, down, truth = case.record.link.up, case.record.link.down, case.truth
    found, server = case.server.throughput_kbps, case.server
    ways = " / ".join(
        f"{(way.rate_bps or 0) / 1000:.0f} kbit/s {way.delay_ms:.0f}+{way.jitter_ms:.0f} ms "
        f"{100 * way.loss:.1f} % x {way.burst:g} queue {way.queue_ms:.0f}"
        for way in (up, down)
    )
    rates = "no rate"
    if found is not None:
        rates = " ".join(
            f"{name} {'≥' if least else ''}{'?' if value is None else format(value, '.0f')}"
            for name, value, least in (
                ("loop", found.loop, found.loop_at_least),
                ("up", found.up, found.up_at_least),
                ("down", found.down, found.down_at_least),
            )
        )
    rtt = "?" if server.rtt_ms is None else f"{server.rtt_ms.median:.1f}"
    loss = "?" if server.loss_fraction is None else f"{100 * server.loss_fraction:.1f}"
    loaded = "?" if server.loaded_rtt_ms is None else f"{server.loaded_rtt_ms:.0f}"
    least = "≥" if server.loaded_rtt_at_least else ""
    why = f" ({server.error}: {server.detail})" if server.error or server.detail else ""
    return (
        f"link {case.record.number}: {ways}; found {rates}, rtt {rtt} of {truth.rtt_ms:.1f}, "
        f"loss {loss} of {100 * truth.loss:.1f} %, jitter {server.jitter_ms} of "
        f"{truth.jitter_ms:.1f}, loaded {least}{loaded} of {truth.loaded_rtt_ms:.0f}, "
        f"{run_s(case):.1f} s{why}"
    )
