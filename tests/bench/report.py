"""The accuracy bench's report: the whole distribution of every figure, as Markdown.

Each figure of the record has a :class:`Bar`: how far off it was on a link, and whether that is near
enough. A link on which the probe gave no such figure, though it should have, is counted (column
``none``) and is not within the bar.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from notifier.measurement import Interval, ServerMeasurement
from tests.bench.record import LinkRecord, Outcome
from tests.bench.truth import Truth, loss_deviation, truth_of

__all__ = ["Bar", "Case", "Sample", "bottleneck", "quantile", "report"]

CEILING_KBPS = 10_000
"""From this rate on the probe may stop and say "at least"."""

NEAR = 0.1
"""Of the true rate."""

APART = 1.5
"""Where the directions differ by this factor, the probe has to name the narrower one."""

LONG_QUEUE_MS = 200
ENOUGH_BURSTS = 5

OWN = ("ours", "light", "servers")
"""The tools that are our probe."""


@dataclass(frozen=True)
class Case:
    """One link with what our probe, or a rival, found on it."""

    record: LinkRecord
    outcome: Outcome

    @cached_property
    def truth(self) -> Truth:
        """What there was to find."""
        return truth_of(self.record.link)

    @property
    def server(self) -> ServerMeasurement:
        """What our probe found."""
        assert self.outcome.own is not None
        return self.outcome.own.measurement.servers[0]

    @property
    def jitter_ms(self) -> float:
        """Of the direction that has more."""
        return max(self.record.link.up.jitter_ms, self.record.link.down.jitter_ms)


@dataclass(frozen=True, slots=True)
class Sample:
    """How far off a figure was."""

    error: float
    right: bool


Judge = Callable[[Case], Sample | None]
_Reader = Callable[[ServerMeasurement], Interval | None]


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure of the report."""

    name: str
    unit: str
    """Of the error: "%" multiplies it by 100."""

    wanted: str
    applies: Callable[[Case], bool]
    judge: Judge
    """None where the probe did not give the figure."""


# How far off each figure is


def _within(found: float, true: float, share: float) -> Sample:
    error = abs(found - true) / true
    return Sample(error, error <= share)


def _not_above(found: float, true: float, share: float) -> Sample:
    """An "at least": wrong only where it claims more than there is."""
    error = max(0.0, found / true - 1)
    return Sample(error, error <= share)


def _loop(case: Case) -> Sample | None:
    found = case.server.throughput_kbps
    if found is None:
        return None
    true = case.truth.loop_kbps
    if found.loop_at_least and true >= CEILING_KBPS:
        return _not_above(found.loop, true, NEAR)
    return _within(found.loop, true, NEAR)


def _early_stop(case: Case) -> bool:
    found = case.server.throughput_kbps
    return bool(found and found.loop_at_least and case.truth.loop_kbps < CEILING_KBPS)


def _up(case: Case) -> Sample | None:
    found = case.server.throughput_kbps
    if found is None or found.up is None:
        return None
    compare = _not_above if found.up_at_least else _within
    return compare(found.up, case.truth.up_kbps, NEAR)


def _up_told(case: Case) -> bool:
    found = case.server.throughput_kbps
    return found is not None and found.up is not None and not found.up_at_least


def bottleneck(server: ServerMeasurement) -> str | None:
    """Which direction the probe says is the narrower one: "up", "down", or None: not told."""
    found = server.throughput_kbps
    if found is None or found.up is None or found.down is None:
        return None
    up_is_known, down_is_known = not found.up_at_least, not found.down_at_least
    if up_is_known and (found.up < found.down or (found.up == found.down and not down_is_known)):
        return "up"
    if down_is_known and (found.down < found.up or (found.up == found.down and not up_is_known)):
        return "down"
    return None


def _apart(case: Case) -> bool:
    truth = case.truth
    return max(truth.up_kbps, truth.down_kbps) >= APART * truth.loop_kbps


def _above_ceiling(case: Case) -> bool:
    """The loop is wider than the probe has to look, and it said so."""
    found = case.server.throughput_kbps
    return bool(found and found.loop_at_least and case.truth.loop_kbps >= CEILING_KBPS)


def _loss_points(case: Case) -> Sample | None:
    found = case.server.loss_fraction
    if found is None:
        return None
    error = abs(found - case.truth.loss)
    return Sample(error, error <= 0.003)


def _loss_z(case: Case) -> Sample | None:
    found, packets = case.server.loss_fraction, case.server.packets_sent
    if found is None or not packets:
        return None
    z = abs(found - case.truth.loss) / loss_deviation(case.record.link, packets)
    return Sample(z, z <= 2)


def _burst(case: Case) -> Sample | None:
    found, true = case.server.loss_burst, case.truth.burst
    if found is None or true is None:
        return None
    return _within(found, true, 0.3)


def _rtt_sample(found: float, true: float) -> Sample:
    error = abs(found - true)
    return Sample(error, error <= max(3.0, 0.03 * true))


def _rtt(case: Case) -> Sample | None:
    found = case.server.rtt_ms
    return None if found is None else _rtt_sample(found.median, case.truth.rtt_ms)


def _ping(case: Case) -> Sample | None:
    own = case.outcome.own
    if own is None or not own.ping_ms:
        return None
    return _rtt_sample(median(own.ping_ms), case.truth.rtt_ms)


def _rtt_by_ping(case: Case) -> Sample | None:
    own, found = case.outcome.own, case.server.rtt_ms
    if own is None or not own.ping_ms or found is None:
        return None
    return _rtt_sample(found.median, median(own.ping_ms))


def _jitter(case: Case) -> Sample | None:
    found = case.server.jitter_ms
    if found is None:
        return None
    error = abs(found - case.truth.jitter_ms)
    return Sample(error, error <= max(3.0, 0.2 * case.truth.jitter_ms))


def _loaded(case: Case) -> Sample | None:
    found = case.server.loaded_rtt_ms
    if found is None:
        return None
    compare = _not_above if case.server.loaded_rtt_at_least else _within
    return compare(found, case.truth.loaded_rtt_ms, 0.2)


def _queue_seen(case: Case) -> Sample | None:
    found = case.server.loaded_rtt_ms
    if found is None:
        return None
    return Sample((found - case.truth.rtt_ms) / case.truth.queue_ms, True)


def _long_queue(case: Case) -> bool:
    return case.truth.queue_ms >= LONG_QUEUE_MS


def _run_s(case: Case) -> float:
    assert case.outcome.own is not None
    return case.outcome.own.measurement.duration_ms / 1000


def _seconds(case: Case) -> Sample:
    """Five seconds at a round trip of 100 ms, nine at 600, in between in proportion."""
    rtt_ms = min(600.0, max(100.0, case.truth.rtt_ms))
    return _at_most(_run_s(case), 5 + 4 * (rtt_ms - 100) / 500)


def _at_most(value: float, limit: float) -> Sample:
    return Sample(value, value <= limit)


def _cost(case: Case) -> Sample:
    limit = 150 if case.truth.loop_kbps <= 500 else 600
    return _at_most(case.outcome.octets.client / 1000, limit)


def _cpu(case: Case) -> Sample:
    assert case.outcome.own is not None
    return _at_most(case.outcome.own.cpu_s, 2)


def _always(case: Case) -> bool:
    del case
    return True


ACCURACY = (
    Bar("throughput of the loop", "%", "median 4, 90th 10", _always, _loop),
    Bar("… where it said at least below 10 Mbit/s", "%", "the same", _early_stop, _loop),
    Bar("uplink's rate", "%", "10", _always, _up),
    Bar("… where it is told, and not as at least", "%", "10", _up_told, _up),
    Bar(
        "false loss, loss-free links",
        "points",
        "0.3",
        lambda case: not case.truth.loss,
        _loss_points,
    ),
    Bar(
        "loss, standard deviations of the packets sent",
        "",
        "95 % within 2",
        lambda case: case.truth.loss > 0,
        _loss_z,
    ),
    Bar(
        f"burst length, {ENOUGH_BURSTS} bursts or more to be expected",
        "%",
        "30",
        lambda c: c.truth.bursts_per_packet * c.server.packets_sent >= ENOUGH_BURSTS,
        _burst,
    ),
    Bar("round trip", "ms", "3 ms or 3 %", _always, _rtt),
    Bar("… against ping's median", "ms", "3 ms or 3 %", _always, _rtt_by_ping),
    Bar("(ping's median against the truth)", "ms", "3 ms or 3 %", _always, _ping),
    Bar("jitter", "ms", "3 ms or 20 %", _always, _jitter),
    Bar(
        f"loaded round trip, queue of {LONG_QUEUE_MS} ms or more",
        "%",
        "20",
        lambda case: _long_queue(case) and not case.server.loaded_rtt_at_least,
        _loaded,
    ),
    Bar(
        "… where it said at least: by how much it claims too much",
        "%",
        "20",
        lambda case: _long_queue(case) and case.server.loaded_rtt_at_least,
        _loaded,
    ),
    Bar(
        "… where it said at least: the share of the queue it saw",
        "%",
        "",
        lambda case: _long_queue(case) and case.server.loaded_rtt_at_least,
        _queue_seen,
    ),
)

COST = (
    Bar("time of a full run", "s", "5 at 100 ms, 9 at 600 ms", _always, _seconds),
    Bar(
        "octets of a full run",
        "kB",
        "600; 150 up to 500 kbit/s",
        _always,
        _cost,
    ),
    Bar("processor time", "s", "2", _always, _cpu),
)

LIGHT = (
    Bar(
        "time of a light run, round trip up to 100 ms",
        "s",
        "2",
        lambda case: case.truth.rtt_ms <= 100,
        lambda case: _at_most(_run_s(case), 2),
    ),
    Bar(
        "octets of a light run",
        "kB",
        "25",
        _always,
        lambda case: _at_most(case.outcome.octets.client / 1000, 25),
    ),
    Bar(
        "loss seen where it is 5 % or more",
        "points",
        "any",
        lambda case: case.truth.loss >= 0.05,
        lambda case: (
            None
            if case.server.loss_fraction is None
            else Sample(
                abs(case.server.loss_fraction - case.truth.loss), bool(case.server.loss_fraction)
            )
        ),
    ),
    Bar("round trip of a light run", "ms", "3 ms or 3 %", _always, _rtt),
)

_Classes = Sequence[tuple[str, Callable[[Case], bool]]]

CLASSES: _Classes = (
    ("all", _always),
    ("below 0.5 Mbit/s", lambda case: case.truth.loop_kbps < 500),
    ("0.5 to 2 Mbit/s", lambda case: 500 <= case.truth.loop_kbps < 2000),
    ("2 to 10 Mbit/s", lambda case: 2000 <= case.truth.loop_kbps < CEILING_KBPS),
    ("10 Mbit/s and more", lambda case: case.truth.loop_kbps >= CEILING_KBPS),
    (
        "loss up to 5 %, jitter up to 30 ms",
        lambda case: case.truth.loss <= 0.05 and case.jitter_ms <= 30,
    ),
    (
        "loss above 5 % or jitter above 30 ms",
        lambda case: case.truth.loss > 0.05 or case.jitter_ms > 30,
    ),
    ("round trip up to 100 ms", lambda case: case.truth.rtt_ms <= 100),
    ("round trip above 100 ms", lambda case: case.truth.rtt_ms > 100),
)


def _interval(field: str, told: Callable[[ServerMeasurement], bool]) -> _Reader:
    """Reads one interval; what was told as "at least" only has none."""

    def read(server: ServerMeasurement) -> Interval | None:
        if server.intervals is None or not told(server):
            return None
        found: Interval | None = getattr(server.intervals, field)
        return found

    return read


def _rate_told(way: str) -> Callable[[ServerMeasurement], bool]:
    def told(server: ServerMeasurement) -> bool:
        found = server.throughput_kbps
        return found is not None and not getattr(found, f"{way}_at_least")

    return told


_INTERVALS: tuple[tuple[str, _Reader, Callable[[Truth], float]], ...] = (
    ("rttMs", _interval("rtt_ms", lambda _: True), lambda truth: truth.rtt_ms),
    ("jitterMs", _interval("jitter_ms", lambda _: True), lambda truth: truth.jitter_ms),
    ("lossFraction", _interval("loss_fraction", lambda _: True), lambda truth: truth.loss),
    ("loopKbps", _interval("loop_kbps", _rate_told("loop")), lambda truth: truth.loop_kbps),
    ("upKbps", _interval("up_kbps", _rate_told("up")), lambda truth: truth.up_kbps),
    ("downKbps", _interval("down_kbps", _rate_told("down")), lambda truth: truth.down_kbps),
    (
        "loadedRttMs",
        _interval("loaded_rtt_ms", lambda server: not server.loaded_rtt_at_least),
        lambda truth: truth.loaded_rtt_ms,
    ),
)


# The tables


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


def _distributions(bars: Iterable[Bar], cases: Sequence[Case], classes: _Classes) -> str:
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


def _direction(cases: Sequence[Case], classes: _Classes) -> str:
    rows = []
    for name, belongs in classes:
        chosen = [case for case in cases if belongs(case) and _apart(case)]
        above = [case for case in chosen if _above_ceiling(case)]
        judged = [case for case in chosen if not _above_ceiling(case)]
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
    for name, read, true in _INTERVALS:
        found = [
            (interval, true(case.truth))
            for case in cases
            if (interval := read(case.server)) is not None
        ]
        if not found:
            continue
        inside = sum(interval.low <= value <= interval.high for interval, value in found)
        widths = [(i.high - i.low) / value for i, value in found if value]
        width = f"{100 * median(widths):.0f} %" if widths else ""
        rows.append([name, str(len(found)), _share(inside, len(found)), width])
    head = ("figure", "n", "truth inside", "median width, of the truth")
    return _table(head, rows) if rows else ""


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
    wrong = [case for case in cases if _apart(case) and not _above_ceiling(case)]
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
        f"{_run_s(case):.1f} s{why}"
    )
