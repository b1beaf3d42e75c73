"""What is deleted is hidden at once, comes back whole, and is really gone in the end."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from notifier.history import deletion
from notifier.history.database import open_database
from notifier.history.deletion import UNDO_MS, Deleted, Undoable, purge_file
from notifier.history.errors import HistoryError
from notifier.history.filters import ALL, RunFilter
from notifier.history.migrations import STEPS
from notifier.history.store import History
from notifier.notify.rule import Decision, Reason
from notifier.quality import CallFigures
from tests.call_records import example_call
from tests.history.rows import Row, write_runs
from tests.records import NOON

TELL = Decision(True, Reason.CHANGED)
LATER = NOON + UNDO_MS
FIGURES = CallFigures(available_kbps=900.0, concealed=0.0, frozen=0.0, one_way_ms=20.0)
HOME = RunFilter.of(network_ids={"home"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


@pytest.fixture
def history(path: Path) -> Iterator[History]:
    """Two runs at home, one in the office; each told; a call, a result and a profile of each."""
    with History.open(path) as history:
        rows = [Row(NOON), Row(NOON + 1), Row(NOON + 2, network_id="office", summary_code=40)]
        for run_id, row in zip(write_runs(history, rows), rows, strict=True):
            history.add_notification(
                run_id,
                timestamp=row.timestamp,
                network_id=row.network_id,
                code=row.summary_code * 10,
                decision=TELL,
            )
        for network in ("home", "office"):
            call = example_call(f"call-{network}", network_id=network, began=NOON)
            history.keep_calls(
                open={f"open-{network}": b"{}"}, over=[call], clients={"client": 1}, now=NOON
            )
            history.add_call_result(
                f"call-{network}",
                FIGURES,
                timestamp=NOON,
                duration_ms=60_000.0,
                network_id=network,
                run_id=1,
            )
            history.set_profile(network, NOON, f"profile of {network}")
        yield history


def contents(history: History) -> dict[str, object]:
    """All that anybody can see."""
    return {
        "runs": history.runs(),
        "ids": history.run_ids(),
        "count": history.count(),
        "verdicts": len(history.verdicts(limit=9)),
        "networks": history.networks(),
        "servers": history.providers(),
        "spans": history.spans(ALL, [NOON, NOON + 2, NOON + 9]),
        "series": history.series(ALL),
        "figures": history.figures(ALL),
        "calls": history.calls(),
        "call ids": history.call_ids(),
        "count of calls": history.count_calls(),
        "results": history.call_results(),
        "told": [history.last_told(network) for network in ("home", "office")],
        "profiles": [history.profile(network) for network in ("home", "office")],
    }


def left(path: Path) -> dict[str, int]:
    """Rows that are really in the file."""
    tables = ("runs", "run_records", "notifications", "calls", "call_records", "call_results")
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in (*tables, "profiles", "open_calls", "deletions", "run_counts")
        }


def purge_all(history: History, *, now: float = LATER) -> int:
    slices = 1
    while history.purge(now=now):
        slices += 1
    return slices


class TestHidden:
    def test_everything(self, history: History) -> None:
        before = contents(history)
        deleted = history.delete(ALL, now=NOON)
        assert (deleted.runs, deleted.calls) == (3, 2)
        for what, there in contents(history).items():
            if what == "spans":
                assert [span.runs for span in history.spans(ALL, [NOON, NOON + 9])] == [0]
            elif what == "figures":
                assert history.figures(ALL).runs == 0
            else:
                assert there in ([], 0, [None, None]), what
        assert deleted.token is not None
        assert history.undo(deleted.token)
        assert contents(history) == before
        assert not history.undo(deleted.token)

    def test_one_network(self, history: History) -> None:
        deleted = history.delete(HOME, now=NOON)
        assert (deleted.runs, deleted.calls) == (2, 1)
        assert [run.network_id for run in history.runs()] == ["office"]
        assert history.call_ids() == ["call-office"]
        assert [result.call_id for result in history.call_results()] == ["call-office"]
        assert (history.last_told("home"), history.last_told("office")) == (None, 400)
        assert history.profile("home") is None
        assert history.profile("office") is not None

    @pytest.mark.parametrize("read", [lambda h: h.run(1), lambda h: h.call("call-home")])
    def test_one_row_by_its_name(self, history: History, read) -> None:  # type: ignore[no-untyped-def]
        history.delete(HOME, now=NOON)
        with pytest.raises(HistoryError) as caught:
            read(history)
        assert caught.value.code == "missing"

    def test_what_is_written_later_is_not_meant(self, history: History) -> None:
        history.delete(ALL, now=NOON)
        (run_id,) = write_runs(history, [Row(NOON)])
        assert history.run_ids() == [run_id]
        purge_all(history)
        assert history.run_ids() == [run_id]

    def test_a_range_takes_its_calls_along(self, history: History) -> None:
        before = RunFilter(until=NOON + 1)
        assert history.delete(before, now=NOON) == Deleted(1, 1, 2)
        assert history.count() == 2

    @pytest.mark.parametrize(
        ("what", "runs", "calls"), [("runs", 3, 0), ("calls", 0, 2), ("both", 3, 2)]
    )
    def test_one_kind_alone(self, history: History, what, runs: int, calls: int) -> None:  # type: ignore[no-untyped-def]
        deleted = history.delete(ALL, now=NOON, what=what)
        assert (deleted.runs, deleted.calls) == (runs, calls)
        assert (history.count(), history.count_calls()) == (3 - runs, 2 - calls)
        purge_all(history)
        assert (history.count(), history.count_calls()) == (3 - runs, 2 - calls)

    def test_a_server_or_a_colour_is_about_runs_alone(self, history: History) -> None:
        assert history.delete(RunFilter.of(colors={"red"}), now=NOON) == Deleted(1, 1, 0)
        assert history.delete(RunFilter.of(providers={"Head office"}), now=NOON).calls == 0
        assert history.count_calls() == 2

    def test_nothing_to_delete(self, history: History) -> None:
        assert history.delete(RunFilter(since=LATER), now=NOON) == Deleted(None, 0, 0)
        assert left(history.path)["deletions"] == 0

    def test_two_that_overlap(self, history: History) -> None:
        first = history.delete(HOME, now=NOON)
        second = history.delete(ALL, now=NOON)
        assert (first.runs, second.runs) == (2, 1)
        assert first.token is not None
        assert history.undo(first.token)
        assert history.count() == 0  # the second one names them too

    def test_another_reader_sees_it_at_once(self, history: History) -> None:
        with History.open_read_only(history.path) as reader:
            assert reader.count() == 3
            history.delete(ALL, now=NOON)
            assert reader.count() == 0

    def test_what_can_be_undone_is_known_to_all(self, history: History) -> None:
        first = history.delete(RunFilter.of(network_ids={"home"}), now=NOON)
        second = history.delete(ALL, now=NOON + 1)
        assert history.undoable(now=NOON + 2) == [Undoable(first, NOON), Undoable(second, NOON + 1)]
        assert history.undoable(now=NOON + UNDO_MS) == [Undoable(second, NOON + 1)]
        assert second.token is not None
        history.undo(second.token)
        assert history.undoable(now=NOON + 2) == [Undoable(first, NOON)]
        history.purge(now=NOON, token=first.token)
        assert history.undoable(now=NOON + 2) == [], "removing it has begun"


class TestPurge:
    def test_not_before_its_time(self, history: History) -> None:
        deleted = history.delete(ALL, now=NOON)
        assert not history.purge_is_due(now=LATER - 1)
        assert not history.purge(now=LATER - 1)
        assert left(history.path)["runs"] == 3
        assert history.purge_is_due(now=LATER)
        assert history.purge_is_due(now=NOON - UNDO_MS)  # a clock that was set back
        assert history.purge(now=LATER)
        assert deleted.token is not None
        assert not history.undo(deleted.token)

    def test_everything_is_gone(self, history: History) -> None:
        history.delete(ALL, now=NOON)
        purge_all(history)
        assert set(left(history.path).values()) == {0}
        assert not history.purge_is_due(now=LATER)
        assert history.client_sequences() == {"client": 1}, "else a message would count twice"

    def test_one_network(self, history: History) -> None:
        history.delete(HOME, now=NOON)
        purge_all(history)
        assert left(history.path) == {
            **dict.fromkeys(("runs", "run_records", "notifications", "calls"), 1),
            **dict.fromkeys(("call_records", "call_results", "profiles"), 1),
            "open_calls": 2,
            "deletions": 0,
            "run_counts": 2,
        }

    def test_what_was_last_told_stays_while_the_network_does(self, history: History) -> None:
        history.delete(RunFilter(since=NOON + 1), now=NOON)
        purge_all(history)
        assert (history.last_told("home"), history.last_told("office")) == (950, None)
        assert left(history.path)["notifications"] == 2
        history.delete(ALL, now=NOON)
        purge_all(history)
        assert left(history.path)["notifications"] == 0

    def test_slice_by_slice_and_dying_between(self, path: Path) -> None:
        with History.open(path) as history:
            write_runs(history, [Row(NOON + number) for number in range(10)])
            history.delete(RunFilter(since=NOON + 2), now=NOON)
            connection = history._connection
            for expected in (7, 4, 2):
                assert deletion.purge(connection, path, now=LATER, limit=3)
                assert left(path)["runs"] == expected
                assert history.count() == 2
        with History.open(path) as history:
            assert history.count() == 2
            assert not deletion.purge(history._connection, path, now=LATER, limit=3)
            assert left(path)["deletions"] == 0
            assert history.count() == 2

    def test_a_failure_in_a_slice_leaves_all_of_it(self, history: History) -> None:
        with closing(sqlite3.connect(history.path)) as connection, connection:
            connection.execute(
                "CREATE TRIGGER fail BEFORE DELETE ON runs WHEN old.id = 2"
                " BEGIN SELECT raise(ABORT, 'no'); END"
            )
        history.delete(ALL, now=NOON)
        with pytest.raises(sqlite3.IntegrityError):
            history.purge(now=LATER)
        assert left(history.path)["runs"] == 3
        assert left(history.path)["notifications"] == 3

    def test_nothing_is_left_in_the_files(self, tmp_path: Path) -> None:
        path = tmp_path / "history.sqlite3"
        secret = "Penguin Café"
        with History.open(path) as history:
            write_runs(history, [Row(NOON + number, provider=secret) for number in range(300)])
            write_runs(history, [Row(NOON)])
            Path(f"{path}.version-1").write_text(secret)
            history.delete(RunFilter.of(providers={secret}), now=NOON)
            purge_all(history)
            for file in tmp_path.iterdir():
                assert secret.encode() not in file.read_bytes(), file.name
            assert history.count() == 1

    def test_a_file_that_was_emptied_is_small_again(self, path: Path) -> None:
        with History.open(path) as history:
            write_runs(history, [Row(NOON + number) for number in range(1000)])
            history.delete(ALL, now=NOON)
            purge_all(history)
            assert path.stat().st_size < 300_000

    def test_a_reader_does_not_keep_it_from_ending(self, history: History) -> None:
        history.delete(ALL, now=NOON)
        with closing(sqlite3.connect(history.path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM runs").fetchone()
            purge_all(history)
        assert left(history.path)["runs"] == 0

    def test_one_that_nobody_undoes(self, history: History) -> None:
        first = history.delete(HOME, now=NOON)
        second = history.delete(ALL, now=NOON)
        purge_file(history.path, now=lambda: NOON, stopped=lambda: False, token=second.token)
        assert left(history.path)["deletions"] == 1
        assert history.count() == 0
        assert first.token is not None
        assert history.undo(first.token)
        assert history.count() == 0

    def test_stopped_after_a_slice(self, history: History) -> None:
        history.delete(ALL, now=NOON)
        purge_file(history.path, now=lambda: LATER, stopped=lambda: True)
        assert left(history.path)["deletions"] == 1

    @pytest.mark.parametrize("text", [b"\xff", b"{}x", b'{"since": "noon"}'])
    def test_a_damaged_deletion_hides_nothing_and_goes(self, history: History, text: bytes) -> None:
        history.delete(ALL, now=NOON)
        with closing(sqlite3.connect(history.path)) as connection, connection:
            connection.execute("UPDATE deletions SET filter = ?", (text,))
        assert history.count() == 3
        purge_all(history)
        assert left(history.path)["deletions"] == 0
        assert history.count() == 3


class TestFromFormat3:
    def test_its_runs_are_counted_and_listed(self, path: Path) -> None:
        connection, _ = open_database(path, steps=STEPS[:3])
        connection.close()

        class Old(History):
            """Writes rows without opening."""

        connection = sqlite3.connect(path)
        old = Old(connection, path)
        write_runs(
            old,
            [Row(NOON), Row(NOON + 1, provider=None), Row(NOON + 2, network_id="office")],
        )
        connection.close()
        with History.open(path) as history:
            assert history.run_ids() == [3, 2, 1]
            assert [(one.network_id, one.runs) for one in history.networks()] == [
                ("office", 1),
                ("home", 2),
            ]
            assert [(one.label, one.runs) for one in history.providers()] == [("Head office", 2)]
            write_runs(history, [Row(NOON + 3)])
            assert history.count(HOME) == 3
            assert history.delete(ALL, now=NOON).runs == 4

    def test_a_very_long_file_is_not_copied(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("notifier.history.database.COPY_LIMIT", 1)
        connection, _ = open_database(path, steps=STEPS[:3])
        connection.close()
        with History.open(path) as history:
            assert history.count() == 0
        assert not list(path.parent.glob("*.version-*"))


def test_a_query_can_be_stopped(history: History) -> None:
    def stop() -> int:
        history.interrupt()
        return 0

    history._connection.set_progress_handler(stop, 1)
    with pytest.raises(HistoryError) as caught:
        history.hours()
    assert caught.value.code == "interrupted"


def test_going_past_what_is_hidden_costs_nothing(history: History) -> None:
    """With a million rows deleted, a list looks only at those that were written later."""
    history.delete(ALL, now=NOON)
    statements: list[str] = []
    history._connection.set_trace_callback(statements.append)
    history.runs(limit=9)
    history.calls(limit=9)
    history.networks()
    history._connection.set_trace_callback(None)
    for statement in statements:
        if "FROM runs" in statement or "FROM calls" in statement:
            text = statement.replace("Inf", "9e999")
            plan = history._connection.execute(f"EXPLAIN QUERY PLAN {text}").fetchall()
            assert "INTEGER PRIMARY KEY (rowid>?" in plan[0][3]


@pytest.mark.parametrize(
    ("one", "other", "covers", "misses"),
    [
        (ALL, HOME, True, False),
        (HOME, ALL, False, False),
        (HOME, RunFilter.of(network_ids={"home", "office"}), False, False),
        (HOME, RunFilter.of(network_ids={"office"}), False, True),
        (RunFilter(until=NOON), RunFilter(since=NOON), False, True),
        (RunFilter(since=NOON), RunFilter(since=NOON, until=LATER), True, False),
        (RunFilter.of(colors={"red"}), HOME, False, False),
    ],
)
def test_one_filter_and_another(
    one: RunFilter, other: RunFilter, covers: bool, misses: bool
) -> None:
    assert (one.covers(other), one.misses(other)) == (covers, misses)
    assert one.misses(other) == other.misses(one)
    assert one.both(other) == other.both(one)
