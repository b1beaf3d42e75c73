"""What charts and comparisons need: runs counted, spread over time and summed up.

Functions of an open connection, for :class:`notifier.history.store.History`; what they return is
described here. Runs against the embedded relay say nothing of the person's network: the spans,
hours, series and figures are without them, or of them alone where they are asked for.

A run that made the next one come at once, because it did not fit what was known, counts like any
other: it was a test, and both are in the list.
"""

import math
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import pairwise
from statistics import quantiles
from typing import Any

import msgspec

from notifier.codes import BY_SUMMARY, Color, Connectivity
from notifier.history.calls import readable
from notifier.history.conditions import Condition, Hidden, runs_meant
from notifier.history.filters import RunFilter
from notifier.measurement import RoundTrip, Throughput

__all__ = [
    "FIGURES_LIMIT",
    "HOURS_OF_WEEK",
    "PAIRS_LIMIT",
    "SPANS_LIMIT",
    "USUAL_DAYS",
    "Band",
    "Figures",
    "HourOfWeek",
    "Network",
    "Point",
    "Provider",
    "Quartiles",
    "ServerPair",
    "Span",
    "count",
    "figures",
    "hours",
    "networks",
    "providers",
    "series",
    "server_pair",
    "spans",
]

FIGURES_LIMIT = 10_000
"""Runs that :func:`figures` rests on at most, the newest: five weeks at the usual interval."""

PAIRS_LIMIT = 1000
"""Runs whose records :func:`server_pair` reads at most, the newest."""

SPANS_LIMIT = 4000
"""Spans in one answer: more than a screen has columns."""

USUAL_DAYS = 56
"""What "usually" rests on, in days: eight of each hour of the week."""

HOURS_OF_WEEK = 168

_HOUR_MS = 3_600_000.0
_CALENDAR = (-2_208_988_800_000.0, 7_258_118_400_000.0)
"""1900 to 2200: what a clock that is far off says beyond that has no local hour."""

_OFFSET_STEP_MS = 7 * 86_400_000.0
"""A time zone does not change its offset twice within this."""

_EPOCH_WEEKDAY = 3
"""1970-01-01 was a Thursday; Monday is 0."""


@dataclass(frozen=True, slots=True)
class Span:
    """The runs of one piece of time."""

    since: float
    until: float
    """Where the next one begins, milliseconds since 1970."""

    runs: int
    colors: Mapping[str, int]
    """How many of each colour: ``red``, ``amber`` and ``green``, 0 included."""

    no_connection: int
    """How many of them (all red) found no connection at all."""

    worst_code: int | None
    """The lowest summary code; None where there is no run."""

    usual_code: int | None
    """The summary code that came most often; of equals the worse one."""

    @property
    def worst_color(self) -> str | None:
        """The colour of the worst run."""
        return next((color for color in _WORST_FIRST if self.colors[color]), None)


@dataclass(frozen=True, slots=True)
class HourOfWeek:
    """What an hour of the week was like, in local time."""

    weekday: int
    """0 is Monday."""

    hour: int
    """0 to 23."""

    runs: int
    days: int
    """On so many days there were runs in this hour: what the shares rest on."""

    colors: Mapping[str, int]
    """How many runs of each colour, 0 included."""

    def share(self, color: str) -> float | None:
        """Of this colour, 0..1; None where there is no run."""
        return self.colors[color] / self.runs if self.runs else None


@dataclass(frozen=True, slots=True)
class Band:
    """One figure of a point: the same three times where it is one run's."""

    low: float
    mean: float
    high: float
    runs: int
    """That have the figure."""


@dataclass(frozen=True, slots=True)
class Point:
    """The figures of one run, or of neighbours that share a place in a graph."""

    since: float
    """The first run's time, milliseconds since 1970."""

    until: float
    """The last run's: the same where it is one."""

    runs: int
    run_id: int | None
    """The run where it is one, else None."""

    throughput_kbps: Band | None
    at_least: int
    """Of so many runs the throughput is a lower bound."""

    rtt_ms: Band | None
    jitter_ms: Band | None
    loss_fraction: Band | None
    queue_ms: Band | None
    """How much longer the round trip was while loaded; never below 0."""


@dataclass(frozen=True, slots=True)
class Network:
    """A network that the history knows."""

    network_id: str
    network_type: str
    """``network_type``, ``isp`` and ``demonstration`` are as of its newest run."""

    isp: str | None
    demonstration: bool
    first: float
    """Its first run's time, milliseconds since 1970."""

    last: float
    runs: int


@dataclass(frozen=True, slots=True)
class Provider:
    """A server, by its label, whose figures stood for runs."""

    label: str
    first: float
    last: float
    runs: int


@dataclass(frozen=True, slots=True)
class Quartiles:
    """How one figure is spread."""

    low: float
    quarter: float
    """A quarter of the values is below."""

    median: float
    three_quarters: float
    high: float
    runs: int
    """That have the figure."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the runs of a filter were like, for setting two side by side."""

    runs: int
    """What it rests on."""

    complete: bool
    """These are all; else the newest :data:`FIGURES_LIMIT`, or :data:`PAIRS_LIMIT`."""

    since: float | None
    """The oldest of them; None where there is none."""

    until: float | None
    """The newest of them."""

    colors: Mapping[str, int]
    """How many of each colour, 0 included. Of one server: empty, for a colour is a run's."""

    no_connection: int
    """Runs without any connection; of one server, those that did not reach it."""

    throughput_kbps: Quartiles | None
    rtt_ms: Quartiles | None
    jitter_ms: Quartiles | None
    loss_fraction: Quartiles | None
    queue_ms: Quartiles | None
    at_least: int = 0
    """Of so many the throughput is a lower bound."""


@dataclass(frozen=True, slots=True)
class ServerPair:
    """Two servers by the same runs: each of them tested both, minutes apart at most."""

    first: Figures
    second: Figures


_WORST_FIRST = (Color.RED.value, Color.AMBER.value, Color.GREEN.value)

_QUEUE = "max(loaded_rtt_ms - rtt_ms, 0.0)"
"""A load that made the round trip shorter found no queue."""

_COUNTS = "SELECT name, runs FROM run_counts WHERE kind = ? AND runs > 0"

_FIGURES = ("loop_kbps", "rtt_ms", "jitter_ms", "loss_fraction")


def edges_of(connection: sqlite3.Connection, condition: Condition) -> tuple[float, float] | None:
    """The time stamps of the first and the last run; None where there is none."""
    where, values = condition.sql, condition.values
    ends = [
        connection.execute(
            f"SELECT timestamp FROM runs WHERE {where}"  # noqa: S608 - ours
            f" ORDER BY {condition.plus}timestamp {order}, id {order} LIMIT 1",
            values,
        ).fetchone()
        for order in ("ASC", "DESC")
    ]
    return None if None in ends else (ends[0][0], ends[1][0])


def count(connection: sqlite3.Connection, wanted: RunFilter, *, hidden: Sequence[Hidden]) -> int:
    """See :meth:`notifier.history.store.History.count`."""
    gone = [one for one in hidden if one.last_run and not one.filter.misses(wanted)]
    if len(gone) > 1 or wanted not in (RunFilter(), RunFilter(network_ids=wanted.network_ids)):
        return _count(connection, runs_meant(wanted, hidden))
    if gone and gone[0].filter.covers(wanted):
        return _count(connection, runs_meant(wanted, gone))
    known = dict(connection.execute(_COUNTS, ("network",)).fetchall())
    ids = known if wanted.network_ids is None else wanted.network_ids
    runs: int = sum(known.get(network_id, 0) for network_id in ids)
    for one in gone:  # most often fewer than are left
        condition = runs_meant(one.filter.both(wanted))
        condition.add([f"id <= {condition.name(one.last_run)}"])
        runs -= _count(connection, condition)
    return runs


def _count(connection: sqlite3.Connection, condition: Condition) -> int:
    (runs,) = connection.execute(
        f"SELECT count(*) FROM runs WHERE {condition.sql}",  # noqa: S608 - ours
        condition.values,
    ).fetchone()
    return int(runs)


def spans(
    connection: sqlite3.Connection,
    wanted: RunFilter,
    edges: Sequence[float] | None,
    *,
    width_ms: float | None,
    demonstration: bool,
    hidden: Sequence[Hidden],
) -> list[Span]:
    """See :meth:`notifier.history.store.History.spans`."""
    condition = _shown(wanted, demonstration, hidden)
    if edges is None:
        if width_ms is None or not width_ms > 0:
            raise ValueError("spans need edges or a width")
        edges = _even_edges(connection, wanted, condition, width_ms)
    if len(edges) > SPANS_LIMIT + 1:
        raise ValueError(f"more than {SPANS_LIMIT} spans")
    statement = (
        "SELECT color, connectivity_code, summary_code, count(*) FROM runs"  # noqa: S608 - ours
        f" WHERE {condition.sql}"
        " GROUP BY color, connectivity_code, summary_code"
    )
    found = []
    for begin, end in pairwise(edges):
        rows = connection.execute(statement, condition.between(begin, end)).fetchall()
        found.append(_span(begin, end, rows))
    return found


def _even_edges(
    connection: sqlite3.Connection, wanted: RunFilter, condition: Condition, width_ms: float
) -> list[float]:
    since, until = wanted.since, wanted.until
    if since is None or until is None:
        ends = edges_of(connection, condition)
        if ends is None:
            return []
        since = ends[0] if since is None else since
        until = math.nextafter(ends[1], math.inf) if until is None else until
    pieces = math.ceil((until - since) / width_ms)
    if pieces > SPANS_LIMIT:
        raise ValueError(f"more than {SPANS_LIMIT} spans")
    return [since + width_ms * number for number in range(pieces + 1)]


def _span(since: float, until: float, rows: Sequence[tuple[str, int, int, int]]) -> Span:
    colors = dict.fromkeys(_WORST_FIRST, 0)
    codes: Counter[int] = Counter()
    no_connection = 0
    for color, connectivity, code, count in rows:
        if color not in colors or code not in BY_SUMMARY:  # a damaged row
            continue
        colors[color] += count
        codes[code] += count
        if connectivity == Connectivity.NO_CONNECTION:
            no_connection += count
    usual = min(codes, key=lambda code: (-codes[code], code), default=None)
    worst = min(codes, default=None)
    return Span(since, until, codes.total(), colors, no_connection, worst, usual)


def hours(
    connection: sqlite3.Connection,
    wanted: RunFilter,
    zone: tzinfo | None,
    *,
    demonstration: bool,
    hidden: Sequence[Hidden],
) -> list[HourOfWeek]:
    """See :meth:`notifier.history.store.History.hours`."""
    wanted = wanted.within(*_CALENDAR)
    ends = edges_of(connection, _shown(wanted, demonstration, hidden))
    colors = [dict.fromkeys(_WORST_FIRST, 0) for _ in range(HOURS_OF_WEEK)]
    seen: list[set[int]] = [set() for _ in range(HOURS_OF_WEEK)]
    for since, until, offset in _offsets(*ends, zone) if ends else ():
        condition = _shown(wanted.within(since, until), demonstration, hidden)
        ahead = condition.name(offset)
        rows = connection.execute(
            # Rounding towards nought would join the hours around 1970.
            f"SELECT CAST(floor((timestamp + {ahead}) / {_HOUR_MS}) AS INTEGER) AS hour, color,"  # noqa: S608
            f" count(*) FROM runs WHERE {condition.sql} GROUP BY hour, color",
            condition.values,
        )
        for hour, color, count in rows:
            if color not in _WORST_FIRST:
                continue
            day, hour_of_day = divmod(hour, 24)
            place = (day + _EPOCH_WEEKDAY) % 7 * 24 + hour_of_day
            colors[place][color] += count
            seen[place].add(day)
    return [
        HourOfWeek(*divmod(place, 24), sum(of.values()), len(days), of)
        for place, (of, days) in enumerate(zip(colors, seen, strict=True))
    ]


def _offsets(
    first: float, last: float, zone: tzinfo | None
) -> Iterator[tuple[float, float, float]]:
    """Pieces of time within which local time is so many milliseconds ahead of UTC."""
    begin = at = first
    offset = _offset(first, zone)
    while at < last:
        after = min(at + _OFFSET_STEP_MS, last)
        if _offset(after, zone) != offset:
            low, high = at, after
            while high - low > 1.0:
                middle = (low + high) / 2
                low, high = (middle, high) if _offset(middle, zone) == offset else (low, middle)
            # Offsets change at whole seconds.
            change = round(high / 1000) * 1000.0
            yield begin, change, offset
            begin, after, offset = change, max(change, at), _offset(change, zone)
        at = after
    yield begin, math.inf, offset


def _offset(moment: float, zone: tzinfo | None) -> float:
    offset = datetime.fromtimestamp(moment / 1000, zone).astimezone(zone).utcoffset()
    return 0.0 if offset is None else offset.total_seconds() * 1000


def series(
    connection: sqlite3.Connection,
    wanted: RunFilter,
    points: int,
    *,
    demonstration: bool,
    hidden: Sequence[Hidden],
) -> list[Point]:
    """See :meth:`notifier.history.store.History.series`."""
    if points < 1:
        raise ValueError("a series needs a point")
    condition = _shown(wanted, demonstration, hidden)
    limit = condition.name(points + 1)
    rows = connection.execute(
        f"SELECT timestamp, id, loop_at_least, {', '.join(_FIGURES)}, {_QUEUE} FROM runs"  # noqa: S608
        f" WHERE {condition.sql} ORDER BY {condition.plus}timestamp, id LIMIT {limit}",
        condition.values,
    ).fetchall()
    if len(rows) <= points:
        return [_single(row) for row in rows]
    return _joined(connection, wanted, points, demonstration, hidden)


def _joined(
    connection: sqlite3.Connection,
    wanted: RunFilter,
    points: int,
    demonstration: bool,
    hidden: Sequence[Hidden],
) -> list[Point]:
    condition = _shown(wanted, demonstration, hidden)
    ends = edges_of(connection, condition)
    if ends is None:
        return []
    since = ends[0] if wanted.since is None else wanted.since
    until = math.nextafter(ends[1], math.inf) if wanted.until is None else wanted.until
    width = (until - since) / points
    columns = ", ".join(
        f"min({of}), avg({of}), max({of}), count({of})" for of in map(_number, (*_FIGURES, _QUEUE))
    )
    statement = (
        f"SELECT min(timestamp), max(timestamp), count(*), min(id),"  # noqa: S608 - ours
        f" total(loop_at_least AND loop_kbps IS NOT NULL), {columns} FROM runs"
        f" WHERE {condition.sql}"
    )
    found = []
    edges = [since + width * number for number in range(points)] + [until]
    for low, high in pairwise(edges):
        first, last, runs, run_id, at_least, *rest = connection.execute(
            statement, condition.between(low, high)
        ).fetchone()
        if runs:
            throughput, rtt, jitter, loss, queue = (
                Band(*rest[place : place + 4]) if rest[place + 3] else None
                for place in range(0, 20, 4)
            )
            only = run_id if runs == 1 else None
            found.append(
                Point(first, last, runs, only, throughput, int(at_least), rtt, jitter, loss, queue)
            )
    return found


def _number(column: str) -> str:
    """The column where it holds a number: one of SQLite holds whatever was put there."""
    return f"CASE WHEN typeof({column}) = 'real' THEN {column} END"


def _single(row: tuple[Any, ...]) -> Point:
    moment, run_id, bounded, *numbers = row
    throughput, rtt, jitter, loss, queue = (
        Band(value, value, value, 1) if isinstance(value, float) else None for value in numbers
    )
    at_least = int(bool(bounded) and throughput is not None)
    return Point(moment, moment, 1, run_id, throughput, at_least, rtt, jitter, loss, queue)


_ENDS = """
    SELECT timestamp, network_type, isp, demonstration FROM runs WHERE {where}
    ORDER BY {plus}timestamp {order}, id {order} LIMIT 1
"""


def networks(connection: sqlite3.Connection, *, hidden: Sequence[Hidden]) -> list[Network]:
    """See :meth:`notifier.history.store.History.networks`."""
    found = []
    for network_id, runs in connection.execute(_COUNTS, ("network",)).fetchall():
        wanted = RunFilter(network_ids=frozenset({network_id}))
        condition = runs_meant(wanted, hidden)
        first, last = _ends(connection, condition)
        if first is None or last is None:
            continue
        runs = count(connection, wanted, hidden=hidden) if hidden else runs
        found.append(Network(network_id, last[1], last[2], bool(last[3]), first[0], last[0], runs))
    return sorted(found, key=lambda network: -network.last)


def providers(connection: sqlite3.Connection, *, hidden: Sequence[Hidden]) -> list[Provider]:
    """See :meth:`notifier.history.store.History.providers`."""
    found = []
    for label, runs in connection.execute(_COUNTS, ("server",)).fetchall():
        wanted = RunFilter(providers=frozenset({label}))
        first, last = _ends(connection, runs_meant(wanted, hidden))
        if first is None or last is None:
            continue
        if any(not one.filter.misses(wanted) for one in hidden):
            runs = _count(connection, runs_meant(wanted, hidden))
        found.append(Provider(label, first[0], last[0], runs))
    return sorted(found, key=lambda provider: -provider.last)


def _ends(
    connection: sqlite3.Connection, condition: Condition
) -> list[tuple[float, str, str | None, int] | None]:
    """The first and the last run of a network or server; None where there is none."""
    return [
        connection.execute(
            _ENDS.format(where=condition.sql, plus=condition.plus, order=order), condition.values
        ).fetchone()
        for order in ("ASC", "DESC")
    ]


def figures(
    connection: sqlite3.Connection,
    wanted: RunFilter,
    *,
    demonstration: bool,
    hidden: Sequence[Hidden],
) -> Figures:
    """See :meth:`notifier.history.store.History.figures`."""
    condition = _shown(wanted, demonstration, hidden)
    limit = condition.name(FIGURES_LIMIT + 1)
    rows = connection.execute(
        f"SELECT timestamp, color, connectivity_code, {', '.join(_FIGURES)}, {_QUEUE},"  # noqa: S608
        " loop_at_least AND loop_kbps IS NOT NULL FROM runs"
        f" WHERE {condition.sql} ORDER BY {condition.plus}timestamp DESC, id DESC LIMIT {limit}",
        condition.values,
    ).fetchall()
    complete = len(rows) <= FIGURES_LIMIT
    rows = rows[:FIGURES_LIMIT]
    colors = Counter(row[1] for row in rows)
    throughput, rtt, jitter, loss, queue = (
        _quartiles([row[place] for row in rows]) for place in range(3, 8)
    )
    return Figures(
        len(rows),
        complete,
        rows[-1][0] if rows else None,
        rows[0][0] if rows else None,
        {color: colors[color] for color in _WORST_FIRST},
        sum(row[2] == Connectivity.NO_CONNECTION for row in rows),
        throughput,
        rtt,
        jitter,
        loss,
        queue,
        at_least=sum(bool(row[8]) for row in rows),
    )


def _quartiles(values: Sequence[object]) -> Quartiles | None:
    numbers = sorted(value for value in values if isinstance(value, float))
    if not numbers:
        return None
    quarter = median = three_quarters = numbers[0]
    if len(numbers) > 1:
        quarter, median, three_quarters = quantiles(numbers, n=4, method="inclusive")
    return Quartiles(numbers[0], quarter, median, three_quarters, numbers[-1], len(numbers))


class _Server(msgspec.Struct, frozen=True, rename="camel"):
    """What a comparison needs of a :class:`notifier.measurement.ServerEntry`."""

    provider: str
    reachable: bool
    rtt_ms: RoundTrip | None = None
    jitter_ms: float | None = None
    loss_fraction: float | None = None
    throughput_kbps: Throughput | None = None
    loaded_rtt_ms: float | None = None


class _Servers(msgspec.Struct, frozen=True):
    servers: tuple[_Server, ...]


def server_pair(
    connection: sqlite3.Connection,
    wanted: RunFilter,
    first: str,
    second: str,
    *,
    demonstration: bool,
    hidden: Sequence[Hidden],
) -> ServerPair:
    """See :meth:`notifier.history.store.History.server_pair`."""
    condition = _shown(wanted, demonstration, hidden)
    limit = condition.name(PAIRS_LIMIT + 1)
    rows = connection.execute(
        "SELECT timestamp, CAST(verdict AS BLOB) FROM runs JOIN run_records ON run_id = id"  # noqa: S608
        f" WHERE {condition.sql} ORDER BY {condition.plus}timestamp DESC, id DESC LIMIT {limit}",
        condition.values,
    )
    read, times = 0, []
    of: tuple[list[_Server], list[_Server]] = ([], [])
    for moment, text in rows:
        read += 1
        record = readable(text, _Servers) if read <= PAIRS_LIMIT else None
        found = [_entry(record.servers, label) for label in (first, second)] if record else []
        if found and found[0] and found[1]:
            times.append(moment)
            of[0].append(found[0])
            of[1].append(found[1])
    complete = read <= PAIRS_LIMIT
    return ServerPair(*(_server_figures(entries, times, complete=complete) for entries in of))


def _entry(servers: Sequence[_Server], label: str) -> _Server | None:
    """The server of this label; of several addresses the reachable one with the shortest way."""
    return min(
        (server for server in servers if server.provider == label),
        key=lambda server: (
            not server.reachable,
            server.rtt_ms.median if server.rtt_ms else math.inf,
        ),
        default=None,
    )


def _server_figures(
    entries: Sequence[_Server], times: Sequence[float], *, complete: bool
) -> Figures:
    return Figures(
        len(entries),
        complete,
        times[-1] if times else None,
        times[0] if times else None,
        {},
        sum(not entry.reachable for entry in entries),
        _quartiles([entry.throughput_kbps and entry.throughput_kbps.loop for entry in entries]),
        _quartiles([entry.rtt_ms and entry.rtt_ms.median for entry in entries]),
        _quartiles([entry.jitter_ms for entry in entries]),
        _quartiles([entry.loss_fraction for entry in entries]),
        _quartiles([_queue(entry) for entry in entries]),
        at_least=sum(
            entry.throughput_kbps is not None and entry.throughput_kbps.loop_at_least
            for entry in entries
        ),
    )


def _queue(entry: _Server) -> float | None:
    if entry.rtt_ms is None or entry.loaded_rtt_ms is None:
        return None
    return max(entry.loaded_rtt_ms - entry.rtt_ms.median, 0.0)


def _shown(wanted: RunFilter, demonstration: bool, hidden: Sequence[Hidden]) -> Condition:
    condition = runs_meant(wanted, hidden)
    # Whose servers let nobody in says nothing of a network.
    condition.add([f"demonstration = {int(demonstration)}", "refused = 0"])
    return condition
