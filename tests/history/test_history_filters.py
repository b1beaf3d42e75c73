"""Each question to the history is answered as going through all runs one by one would answer it."""

import math
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from itertools import pairwise
from statistics import mean, median
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notifier.history import queries
from notifier.history.filters import ALL, RunFilter
from notifier.history.periods import edges
from notifier.history.store import History
from notifier.measurement import RoundTrip
from tests.history.rows import Row, write_runs
from tests.records import NOON, example_measurement, example_server, example_verdict

HOUR = 3_600_000.0
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[History]:
    with History.open(tmp_path_factory.mktemp("history") / "history.sqlite3") as history:
        yield history


@pytest.fixture
def history(shared: History) -> History:
    empty(shared)
    return shared


def empty(history: History) -> None:
    with closing(sqlite3.connect(history.path)) as connection, connection:
        connection.execute("DELETE FROM run_records")
        connection.execute("DELETE FROM runs")
        connection.execute("DELETE FROM deletions")


moments = st.integers(0, 12).map(lambda hour: NOON + hour * HOUR)
rows = st.lists(
    st.builds(
        Row,
        timestamp=moments,
        network_id=st.sampled_from(["home", "office", "train"]),
        provider=st.sampled_from(["Helsinki", "Frankfurt", None]),
        summary_code=st.sampled_from([10, 40, 70, 90, 95]),
        demonstration=st.booleans(),
        rtt_ms=st.none() | st.floats(1.0, 500.0),
        loop_kbps=st.none() | st.floats(1.0, 9000.0),
        loop_at_least=st.booleans(),
    ),
    max_size=12,
)
filters = st.builds(
    RunFilter,
    since=st.none() | moments,
    until=st.none() | moments,
    network_ids=st.none() | st.frozensets(st.sampled_from(["home", "office", "nowhere"])),
    providers=st.none() | st.frozensets(st.sampled_from(["Helsinki", "Frankfurt"])),
    colors=st.none() | st.frozensets(st.sampled_from(["red", "amber", "green"])),
)
quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def meant(row: Row, wanted: RunFilter) -> bool:
    return (
        (wanted.since is None or row.timestamp >= wanted.since)
        and (wanted.until is None or row.timestamp < wanted.until)
        and (wanted.network_ids is None or row.network_id in wanted.network_ids)
        and (wanted.providers is None or row.provider in wanted.providers)
        and (wanted.colors is None or row.color in wanted.colors)
    )


def newest_first(found: Sequence[tuple[int, Row]]) -> list[int]:
    return [
        run_id
        for run_id, _ in sorted(found, key=lambda one: (one[1].timestamp, one[0]), reverse=True)
    ]


class TestAgainstGoingThroughThemAll:
    @quick
    @given(rows=rows, wanted=filters, gone=st.lists(filters, max_size=2), later=rows)
    def test_lists_and_counts(
        self,
        history: History,
        rows: list[Row],
        wanted: RunFilter,
        gone: list[RunFilter],
        later: list[Row],
    ) -> None:
        empty(history)
        there = list(zip(write_runs(history, rows), rows, strict=True))
        for one in gone:
            deleted = history.delete(one, now=NOON)
            assert deleted.runs == sum(meant(row, one) for _, row in there)
            there = [(run_id, row) for run_id, row in there if not meant(row, one)]
        there += zip(write_runs(history, later), later, strict=True)
        for ask in (wanted, ALL, RunFilter(network_ids=wanted.network_ids)):
            expected = newest_first([one for one in there if meant(one[1], ask)])
            assert [run.id for run in history.runs(ask)] == expected
            assert history.run_ids(ask, limit=3) == expected[:3]
            assert list(history.each_run_id(ask)) == expected
            assert history.count(ask) == len(expected)
        self.check_networks(history, there)

    def check_networks(self, history: History, there: list[tuple[int, Row]]) -> None:
        networks = {network.network_id: network for network in history.networks()}
        assert {key: one.runs for key, one in networks.items()} == Counter(
            row.network_id for _, row in there
        )
        for key, network in networks.items():
            times = [row.timestamp for _, row in there if row.network_id == key]
            assert (network.first, network.last) == (min(times), max(times))
        assert {one.label: one.runs for one in history.providers()} == Counter(
            row.provider for _, row in there if row.provider is not None
        )

    @quick
    @given(rows=rows, wanted=filters, width=st.sampled_from([HOUR / 2, HOUR, 5 * HOUR]))
    def test_spans(
        self, history: History, rows: list[Row], wanted: RunFilter, width: float
    ) -> None:
        empty(history)
        write_runs(history, rows)
        left = [row for row in rows if meant(row, wanted) and not row.demonstration]
        spans = history.spans(wanted, width_ms=width)
        assert sum(span.runs for span in spans) == len(left)
        for span in spans:
            inside = [row for row in left if span.since <= row.timestamp < span.until]
            codes = Counter(row.summary_code for row in inside)
            assert span.runs == len(inside)
            assert Counter(row.color for row in inside) == +Counter(span.colors)
            assert span.no_connection == codes[10]
            assert span.worst_code == min(codes, default=None)
            often = max(codes.values(), default=0)
            assert span.usual_code == min(
                (code for code in codes if codes[code] == often), default=None
            )

    @quick
    @given(rows=rows, wanted=filters, points=st.integers(1, 14))
    def test_series(
        self, history: History, rows: list[Row], wanted: RunFilter, points: int
    ) -> None:
        empty(history)
        write_runs(history, rows)
        left = [row for row in rows if meant(row, wanted) and not row.demonstration]
        found = history.series(wanted, points)
        assert len(found) <= points
        assert sum(point.runs for point in found) == len(left)
        assert found == sorted(found, key=lambda point: point.since)
        if len(left) <= points:
            assert all(point.runs == 1 and point.run_id is not None for point in found)
        rtts = [row.rtt_ms for row in left if row.rtt_ms is not None]
        bands = [point.rtt_ms for point in found if point.rtt_ms]
        assert sum(band.runs for band in bands) == len(rtts)
        assert max((band.high for band in bands), default=0.0) == max(rtts, default=0.0)
        assert min((band.low for band in bands), default=0.0) == min(rtts, default=0.0)
        total = sum(band.mean * band.runs for band in bands)
        assert total == pytest.approx(sum(rtts))
        assert sum(point.at_least for point in found) == sum(
            row.loop_at_least for row in left if row.loop_kbps is not None
        )

    @quick
    @given(rows=rows, wanted=filters)
    def test_figures(self, history: History, rows: list[Row], wanted: RunFilter) -> None:
        empty(history)
        write_runs(history, rows)
        left = [row for row in rows if meant(row, wanted) and not row.demonstration]
        figures = history.figures(wanted)
        assert (figures.runs, figures.complete) == (len(left), True)
        assert +Counter(figures.colors) == Counter(row.color for row in left)
        assert figures.at_least == sum(
            row.loop_at_least for row in left if row.loop_kbps is not None
        )
        rtts = [row.rtt_ms for row in left if row.rtt_ms is not None]
        if figures.rtt_ms is None:
            assert not rtts
        else:
            assert figures.rtt_ms.runs == len(rtts)
            assert figures.rtt_ms.median == pytest.approx(median(rtts))
            assert (figures.rtt_ms.low, figures.rtt_ms.high) == (min(rtts), max(rtts))

    @quick
    @given(
        hours=st.lists(st.integers(-600, 600), max_size=12),
        zone=st.sampled_from([UTC, BERLIN, ZoneInfo("Asia/Kolkata"), ZoneInfo("Asia/Tokyo")]),
    )
    def test_hours_of_the_week(self, history: History, hours: list[int], zone: ZoneInfo) -> None:
        """Across both changes of the clocks, a month around NOON not being enough."""
        empty(history)
        rows = [Row(NOON + hour * 17 * HOUR) for hour in hours]
        write_runs(history, rows)
        found = {
            (one.weekday, one.hour): (one.runs, one.days)
            for one in history.hours(zone=zone)
            if one.runs
        }
        local = [datetime.fromtimestamp(row.timestamp / 1000, zone) for row in rows]
        runs = Counter((moment.weekday(), moment.hour) for moment in local)
        days = Counter(
            place for place, _ in {((one.weekday(), one.hour), one.date()) for one in local}
        )
        assert found == {place: (runs[place], days[place]) for place in runs}


class TestSpans:
    def test_edges_are_local_and_some_days_are_longer(self, history: History) -> None:
        autumn = datetime(2026, 10, 24, tzinfo=BERLIN).timestamp() * 1000
        days = edges(autumn, autumn + 3 * 24 * HOUR, "day", BERLIN)
        assert [(end - begin) / HOUR for begin, end in pairwise(days)] == [24, 25, 24]
        write_runs(history, [Row(days[1]), Row(days[2] - 1)])
        assert [span.runs for span in history.spans(ALL, days)][:3] == [0, 2, 0]

    def test_the_repeated_hour_is_two_and_the_missing_one_none(self) -> None:
        for month, day, expected in ((10, 25, 25), (3, 29, 23)):
            begin = datetime(2026, month, day, tzinfo=BERLIN).timestamp() * 1000
            end = datetime(2026, month, day + 1, tzinfo=BERLIN).timestamp() * 1000
            found = edges(begin, end, "hour", BERLIN)
            assert (found[0], found[-1], len(found)) == (begin, end, expected + 1)

    @pytest.mark.skipif(sys.platform == "win32", reason="the time zone of a process")
    def test_the_repeated_hour_of_the_machines_zone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        begin = datetime(2026, 10, 25, tzinfo=BERLIN).timestamp() * 1000
        monkeypatch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        try:
            found = edges(begin, begin + 25 * HOUR, "hour")
        finally:
            monkeypatch.undo()
            time.tzset()
        assert found == [begin + hour * HOUR for hour in range(26)]

    @given(
        since=st.floats(0, 4e12),
        length=st.floats(1.0, 40 * 24 * HOUR),
        unit=st.sampled_from(["quarter", "hour", "day", "week", "month"]),
        zone=st.sampled_from(
            [UTC, BERLIN, ZoneInfo("Australia/Lord_Howe"), ZoneInfo("Asia/Tokyo")]
        ),
    )
    @settings(max_examples=60, deadline=None)
    def test_edges_cover_the_time(
        self, since: float, length: float, unit: str, zone: ZoneInfo
    ) -> None:
        found = edges(since, since + length, unit, zone)  # type: ignore[arg-type]
        assert found[0] <= since
        assert found[-1] >= since + length
        assert len(found) < 3 or found[-2] < since + length
        assert found == sorted(set(found))
        if unit in ("day", "week", "month"):
            assert {datetime.fromtimestamp(edge / 1000, zone).hour for edge in found} <= {0, 1}

    @pytest.mark.parametrize(("since", "until"), [(1.0, 1.0), (2.0, 1.0), (0.0, 1e300)])
    def test_no_time_at_all(self, since: float, until: float) -> None:
        with pytest.raises(ValueError, match="period"):
            edges(since, until, "month", UTC)

    def test_too_many(self, history: History) -> None:
        write_runs(history, [Row(0.0), Row(NOON)])
        with pytest.raises(ValueError, match="more than"):
            history.spans(ALL, width_ms=1.0)
        with pytest.raises(ValueError, match="more than"):
            history.spans(ALL, [float(edge) for edge in range(queries.SPANS_LIMIT + 2)])

    @pytest.mark.parametrize("width", [None, 0.0, -1.0, math.nan])
    def test_no_width(self, history: History, width: float | None) -> None:
        with pytest.raises(ValueError, match="width"):
            history.spans(ALL, width_ms=width)

    def test_of_the_demonstration_alone(self, history: History) -> None:
        write_runs(history, [Row(demonstration=True, summary_code=20), Row()])
        (span,) = history.spans(ALL, [NOON, NOON + 1], demonstration=True)
        assert (span.runs, span.worst_color) == (1, "red")


class TestDamaged:
    """A column of SQLite holds whatever was put there: the other rows are still counted."""

    @pytest.mark.parametrize(
        ("column", "value"),
        [
            ("timestamp", "noon"),
            ("color", "blue"),
            ("summary_code", 7),
            ("rtt_ms", "quick"),
            ("loop_kbps", b"\xff"),
        ],
    )
    def test_the_others_are_there(self, history: History, column: str, value: object) -> None:
        _, bad, _ = write_runs(history, [Row(NOON), Row(NOON + 1), Row(NOON + 2)])
        with closing(sqlite3.connect(history.path)) as connection, connection:
            update = f"UPDATE runs SET {column} = ? WHERE id = ?"  # noqa: S608 - of the list above
            connection.execute(update, (value, bad))
        damaged_figure = column in ("rtt_ms", "loop_kbps")
        (span,) = history.spans(ALL, [NOON, NOON + HOUR])
        assert span.runs == (3 if damaged_figure else 2)
        for points in (1, 9):
            bands = [point.rtt_ms for point in history.series(ALL, points) if point.rtt_ms]
            assert {(band.low, band.high) for band in bands} == {(20.0, 20.0)}
        assert history.figures(ALL).rtt_ms is not None
        assert [network.network_id for network in history.networks()] == ["home"]
        assert sum(hour.runs for hour in history.hours(zone=UTC)) in (2, 3)

    def test_a_clock_beyond_the_calendar(self, history: History) -> None:
        write_runs(history, [Row(1e300), Row(-1e300), Row(NOON)])
        assert sum(hour.runs for hour in history.hours(zone=BERLIN)) == 1
        assert sum(point.runs for point in history.series(ALL, 2)) == 3


class TestServerPair:
    def add(self, history: History, moment: float, *rtts: tuple[str, float | None]) -> None:
        servers = [
            example_server(provider=label, reachable=False, error="timeout", rtt_ms=None)
            if rtt is None
            else example_server(
                provider=label,
                url=f"turn:{label}",
                rtt_ms=RoundTrip(min=rtt, median=rtt, p95=rtt),
            )
            for label, rtt in rtts
        ]
        measurement = example_measurement(*servers, timestamp=moment)
        history.add_run(
            example_verdict(measurement),
            measurement,
            network_id="home",
            origin="tray",
            trigger="schedule",
            demonstration=False,
        )

    def test_only_runs_that_tested_both(self, history: History) -> None:
        self.add(history, NOON, ("a", 10.0), ("b", 30.0))
        self.add(history, NOON + 1, ("a", 20.0), ("b", None))
        self.add(history, NOON + 2, ("a", 900.0))
        pair = history.server_pair("a", "b")
        assert (pair.first.runs, pair.second.runs) == (2, 2)
        assert (pair.first.no_connection, pair.second.no_connection) == (0, 1)
        assert pair.first.rtt_ms is not None
        assert pair.first.rtt_ms.median == mean([10.0, 20.0])
        assert pair.second.rtt_ms is not None
        assert (pair.second.rtt_ms.median, pair.second.rtt_ms.runs) == (30.0, 1)
        assert (pair.first.since, pair.first.until) == (NOON, NOON + 1)
        bounds = [one.throughput_kbps for one in example_measurement().servers]
        assert pair.first.at_least == 2 * any(
            rate is not None and rate.loop_at_least for rate in bounds
        )

    def test_of_two_addresses_the_quicker_one(self, history: History) -> None:
        self.add(history, NOON, ("a", 40.0), ("a", 10.0), ("a", None), ("b", 1.0))
        pair = history.server_pair("a", "b")
        assert pair.first.rtt_ms is not None
        assert pair.first.rtt_ms.median == 10.0

    def test_a_damaged_record_is_left_out(self, history: History) -> None:
        for number in range(3):
            self.add(history, NOON + number, ("a", 10.0), ("b", 30.0))
        with closing(sqlite3.connect(history.path)) as connection, connection:
            connection.execute(
                "UPDATE run_records SET verdict = x'ff' WHERE run_id = (SELECT max(id) FROM runs)"
            )
        pair = history.server_pair("a", "b")
        assert (pair.first.runs, pair.first.complete) == (2, True)

    def test_none(self, history: History) -> None:
        pair = history.server_pair("a", "b")
        assert (pair.first.runs, pair.first.rtt_ms, pair.first.since) == (0, None, None)

    def test_bounded(self, history: History, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(queries, "PAIRS_LIMIT", 2)
        for number in range(3):
            self.add(history, NOON + number, ("a", 10.0), ("b", 30.0))
        pair = history.server_pair("a", "b")
        assert (pair.first.runs, pair.first.complete) == (2, False)
        assert pair.first.since == NOON + 1


def test_figures_say_where_they_are_not_all(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "FIGURES_LIMIT", 2)
    write_runs(history, [Row(NOON + number) for number in range(3)])
    figures = history.figures(ALL)
    assert (figures.runs, figures.complete, figures.since) == (2, False, NOON + 1)


@pytest.mark.parametrize("page", [1, 2, 3, 100])
@pytest.mark.parametrize("limit", [None, 0, 1, 4, 99])
def test_page_by_page_many_at_the_same_time(
    history: History, monkeypatch: pytest.MonkeyPatch, page: int, limit: int | None
) -> None:
    monkeypatch.setattr("notifier.history.store.ID_PAGE", page)
    write_runs(history, [Row(NOON + number // 5) for number in range(12)])
    assert list(history.each_run_id(limit=limit)) == history.run_ids()[:limit]


def test_a_filter_of_any_collections() -> None:
    assert RunFilter.of(network_ids=["a", "a"], colors=()) == RunFilter(
        network_ids=frozenset({"a"}), colors=frozenset()
    )
    assert RunFilter(since=1.0, until=9.0).within(0.0, 5.0) == RunFilter(since=1.0, until=5.0)
