"""Calls that are over and calls that go on: kept together or not at all, found again, deleted."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notifier.calls.record import CallRecord
from notifier.history import database
from notifier.history.call_records import LEFT_OVER_MS
from notifier.history.database import kept_copies, open_database
from notifier.history.migrations import STEPS
from notifier.history.rows import CallRow
from notifier.history.store import PRUNE_LIMIT, History, HistoryError
from notifier.quality import CallFigures
from tests.call_records import MINUTE, call_records, example_call, example_feedback
from tests.records import NOON, example_measurement, example_verdict

DAY = 86_400_000.0

GOOD = CallFigures(available_kbps=2500.0, concealed=0.001, frozen=0.0, one_way_ms=24.0)


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.sqlite3") as history:
        yield history


def keep(history: History, *over: CallRecord, now: float = NOON, **more: Any) -> None:
    history.keep_calls(**({"open": {}, "clients": {}} | more), over=over, now=now)


def keep_one(history: History, call_id: str, began: float = NOON, **changes: Any) -> None:
    keep(history, example_call(call_id, began=began, **changes))


def learn(history: History, call_id: str, *, network_id: str = "home", at: float = NOON) -> None:
    history.add_call_result(
        call_id, GOOD, timestamp=at, duration_ms=60_000.0, network_id=network_id
    )


def learnt(history: History) -> set[str]:
    return {result.call_id for result in history.call_results()}


def change(history: History, statement: str, *values: object) -> None:
    """As nobody of ours would."""
    with closing(sqlite3.connect(history.path)) as connection, connection:
        connection.execute(statement, values)


class TestOver:
    def test_everything_comes_back(self, history: History) -> None:
        call = example_call(feedback=example_feedback(2, comment="ö"))
        keep(history, call)
        assert history.call("call-1") == call
        assert history.calls() == [
            CallRow(
                call_id="call-1",
                began=NOON,
                ended=NOON + 10 * MINUTE + 2000.0,
                duration_ms=10 * MINUTE,
                application="meet.example.com",
                network_id="home",
                outcome="success",
                summary_code=95,
                color="green",
                forecast_code=90,
                forecast_color="green",
                forecast_right=True,
                rating=2,
            )
        ]

    def test_a_call_of_which_little_is_known(self, history: History) -> None:
        call = CallRecord(
            call_id="c", conference_id="", began=0.0, ended=1.0, duration_ms=0.0, outcome="missed"
        )
        keep(history, call)
        assert history.call("c") == call
        (row,) = history.calls()
        assert (row.application, row.network_id, row.outcome) == ("", None, "missed")
        assert (row.summary_code, row.color, row.rating) == (None, None, None)
        assert (row.forecast_code, row.forecast_color, row.forecast_right) == (None, None, None)

    @pytest.mark.parametrize("right", [True, False, None])
    def test_right_wrong_and_unknown_are_three_things(
        self, history: History, right: bool | None
    ) -> None:
        keep_one(history, "call", forecast_right=right)
        assert history.calls()[0].forecast_right is right

    @settings(
        max_examples=40,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(call=call_records)
    def test_any_call_comes_back(self, history: History, call: CallRecord) -> None:
        history.delete_calls()
        keep(history, call)
        assert history.call(call.call_id) == call
        (row,) = history.calls()
        assert (row.call_id, row.began, row.color) == (call.call_id, call.began, call.color)

    def test_newest_first_of_one_network_or_all(self, history: History) -> None:
        for number, network in enumerate(["home", None, "office", "home", "home"]):
            keep_one(history, f"call-{number}", NOON - number, network_id=network)
        keep_one(history, "same time", NOON)

        def names(**which: Any) -> list[str]:
            rows = [row.call_id for row in history.calls(**which)]
            if "offset" not in which:
                assert history.call_ids(**which) == rows
            if not {"limit", "offset"} & set(which):
                assert history.count_calls(**which) == len(rows)
            return rows

        assert names() == ["same time", "call-0", "call-1", "call-2", "call-3", "call-4"]
        assert names(network_id="home") == ["same time", "call-0", "call-3", "call-4"]
        assert names(network_id="home", limit=2, offset=1) == ["call-0", "call-3"]
        assert names(limit=2) == ["same time", "call-0"]
        assert names(offset=5) == ["call-4"]
        assert names(since=NOON - 2) == ["same time", "call-0", "call-1", "call-2"]
        assert names(until=NOON - 3) == ["call-4"]
        assert names(since=NOON - 3, until=NOON, network_id="home") == ["call-3"]
        assert names(network_id="hotel") == []

    def test_one_that_is_there_is_replaced(self, history: History) -> None:
        keep_one(history, "call", summary_code=95, color="green")
        keep_one(history, "other")
        keep_one(history, "call", NOON - 5, summary_code=20, color="red", network_id="office")
        assert [row.call_id for row in history.calls()] == ["other", "call"]
        row = history.calls(network_id="office")[0]
        assert (row.summary_code, row.color, row.began) == (20, "red", NOON - 5)
        assert history.call("call").summary_code == 20

    def test_what_a_person_said_stays_where_the_new_record_has_nothing(
        self, history: History
    ) -> None:
        keep_one(history, "call")
        assert history.set_call_feedback("call", example_feedback(2, comment="Echo."))
        keep_one(history, "call", summary_code=20, color="red")
        record, row = history.call("call"), history.calls()[0]
        assert record.feedback == example_feedback(2, comment="Echo.")
        assert (record.summary_code, row.rating) == (20, 2)
        keep_one(history, "call", feedback=example_feedback(5))
        assert history.call("call").feedback == example_feedback(5)
        assert history.calls()[0].rating == 5

    def test_a_damaged_record_is_replaced(self, history: History) -> None:
        keep_one(history, "call", feedback=example_feedback(2))
        change(history, "UPDATE call_records SET record = x'ff'")
        keep_one(history, "call")
        assert history.call("call") == example_call("call")

    def test_one_that_nobody_knows(self, history: History) -> None:
        keep_one(history, "call")
        with pytest.raises(HistoryError, match="There is no call other") as caught:
            history.call("other")
        assert caught.value.code == "missing"


class TestFeedback:
    def test_it_is_in_the_record_and_in_the_list(self, history: History) -> None:
        keep_one(history, "call")
        keep_one(history, "other")
        assert history.set_call_feedback("call", example_feedback(3))
        assert history.call("call") == example_call("call", feedback=example_feedback(3))
        assert {row.call_id: row.rating for row in history.calls()} == {"call": 3, "other": None}
        assert history.set_call_feedback("call", example_feedback(1))
        assert history.call("call").feedback == example_feedback(1)

    def test_of_no_call(self, history: History) -> None:
        keep(history, open={"open": b"{}"})
        assert not history.set_call_feedback("open", example_feedback())
        assert not history.set_call_feedback("other", example_feedback())
        assert history.calls() == []

    def test_of_a_damaged_record(self, history: History) -> None:
        keep_one(history, "call")
        change(history, "UPDATE call_records SET record = '{'")
        with pytest.raises(HistoryError, match="record of call call") as caught:
            history.set_call_feedback("call", example_feedback())
        assert caught.value.code == "record"
        assert history.calls()[0].rating is None
        keep_one(history, "other")  # no transaction was left open


class TestOpen:
    def test_the_last_state_counts(self, history: History) -> None:
        keep(history, open={"b": b"1", "a": b"\xff\x00"}, now=NOON)
        keep(history, open={"b": b"2"}, now=NOON + 1)
        assert history.open_calls() == [b"\xff\x00", b"2"]
        keep(history, now=NOON + 2)
        assert history.open_calls() == [b"\xff\x00", b"2"]

    def test_one_that_is_over_goes_on_no_more(self, history: History) -> None:
        keep(history, open={"call-1": b"1", "call-2": b"2"})
        keep(history, example_call("call-1"), open={"call-1": b"3"})
        assert history.open_calls() == [b"2"]
        assert history.call_ids() == ["call-1"]

    def test_those_that_came_to_nothing_go_on_no_more(self, history: History) -> None:
        keep(history, open={"call-1": b"1", "call-2": b"2"})
        history.keep_calls(open={}, over=(), clients={}, gone=["call-1", "none"], now=NOON)
        assert history.open_calls() == [b"2"]
        assert history.call_ids() == []

    def test_those_written_lately(self, history: History) -> None:
        keep(history, open={"old": b"1"}, now=NOON)
        keep(history, open={"new": b"2"}, now=NOON + 10)
        assert history.open_calls(since=NOON + 10) == [b"2"]
        assert history.open_calls(since=NOON + 11) == []

    def test_they_are_there_after_the_program_died(self, history: History) -> None:
        keep(history, open={"call": b"state"}, clients={"tab": 7})
        with History.open(history.path) as other:
            assert other.open_calls() == [b"state"]
            assert other.client_sequences() == {"tab": 7}

    def test_what_nobody_goes_on_with_is_forgotten(self, history: History) -> None:
        keep(history, open={"old": b"old", "new": b"new"}, clients={"old": 1, "new": 1})
        later = NOON + LEFT_OVER_MS
        keep(history, open={"new": b"newer"}, clients={"new": 2}, now=later)
        assert history.client_sequences() == {"old": 1, "new": 2}
        keep(history, now=later + 1)
        assert history.open_calls() == [b"newer"]
        assert history.client_sequences() == {"new": 2}

    def test_damaged_rows(self, history: History) -> None:
        keep(history, open={"a": b"a", "b": b"b"}, clients={"a": 1, "b": 2})
        change(history, "UPDATE open_calls SET state = 'täxt' WHERE call_id = 'a'")
        change(history, "UPDATE feed_clients SET seq = 'many' WHERE client_id = 'a'")
        assert history.open_calls() == ["täxt".encode(), b"b"]
        assert history.client_sequences() == {"b": 2}
        keep(history, clients={"a": 2**53})
        assert history.client_sequences() == {"a": 2**53, "b": 2}


class TestAllOrNothing:
    def test_a_call_is_not_both_over_and_open(self, history: History) -> None:
        keep(history, open={"call": b"1"}, clients={"tab": 1})
        change(
            history,
            "CREATE TRIGGER stop BEFORE UPDATE ON feed_clients"
            " BEGIN SELECT raise(ABORT, 'stop'); END",
        )
        with pytest.raises(sqlite3.IntegrityError, match="stop"):
            keep(history, example_call("call"), open={"other": b"2"}, clients={"tab": 2})
        assert history.calls() == []
        assert history.open_calls() == [b"1"]
        assert history.client_sequences() == {"tab": 1}
        change(history, "DROP TRIGGER stop")
        keep(history, example_call("call"), open={"other": b"2"}, clients={"tab": 2})
        assert (history.call_ids(), history.open_calls()) == (["call"], [b"2"])

    def test_on_a_full_disk(self, history: History) -> None:
        keep(history, example_call("first"), open={"call": b"1"}, clients={"tab": 1})
        (pages,) = history._connection.execute("PRAGMA page_count").fetchone()
        history._connection.execute(f"PRAGMA max_page_count = {pages}")
        many = [example_call(f"call-{number}") for number in range(500)]
        with pytest.raises(HistoryError, match="The disk is full") as caught:
            keep(history, *many, open={"call": b"2" * 500_000}, clients={"tab": 2})
        assert caught.value.code == "full"
        assert history.call_ids() == ["first"]
        assert history.open_calls() == [b"1"]
        assert history.client_sequences() == {"tab": 1}
        history._connection.execute("PRAGMA max_page_count = 1000000")
        keep(history, *many, clients={"tab": 2})
        assert history.count_calls() == 501

    def test_while_another_program_writes(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(database, "BUSY_LIMIT_MS", 50)
        path = tmp_path / "locked.sqlite3"
        with History.open(path) as history, closing(sqlite3.connect(path)) as other:
            other.execute("BEGIN IMMEDIATE")
            writes: list[Callable[[], object]] = [
                lambda: keep(history, open={"call": b"1"}),
                lambda: history.set_call_feedback("call", example_feedback()),
                history.delete_calls,
            ]
            for write in writes:
                with pytest.raises(HistoryError) as caught:
                    write()
                assert caught.value.code == "locked"
            other.rollback()
            keep(history, open={"call": b"1"})
            assert history.open_calls() == [b"1"]

    def test_a_reader_reads_and_does_not_write(self, history: History) -> None:
        keep(history, example_call("call"), open={"open": b"1"}, clients={"tab": 1})
        with History.open_read_only(history.path) as reader:
            assert reader.call("call") == example_call("call")
            assert reader.count_calls() == len(reader.calls()) == 1
            assert reader.open_calls() == [b"1"]
            assert reader.client_sequences() == {"tab": 1}
            writes: list[Callable[[], object]] = [
                lambda: keep(reader, example_call("other")),
                lambda: reader.set_call_feedback("call", example_feedback()),
                reader.delete_calls,
            ]
            for write in writes:
                with pytest.raises(HistoryError) as caught:
                    write()
                assert caught.value.code == "read-only"


class TestDelete:
    @pytest.fixture
    def filled(self, history: History) -> History:
        for number, network in enumerate(["home", "office", "home"]):
            keep_one(history, f"call-{number}", network_id=network)
            learn(history, f"call-{number}", network_id=network)
        learn(history, "before there were records")
        learn(history, "elsewhere", network_id="hotel")
        keep(history, open={"open": b"1"}, clients={"tab": 1})
        return history

    def records(self, history: History) -> int:
        (count,) = history._connection.execute("SELECT count(*) FROM call_records").fetchone()
        return int(count)

    def test_one_and_what_it_taught(self, filled: History) -> None:
        assert filled.delete_calls(call_id="call-0") == 1
        assert set(filled.call_ids()) == {"call-1", "call-2"}
        assert self.records(filled) == 2
        assert "call-0" not in learnt(filled)
        assert len(learnt(filled)) == 4
        assert filled.open_calls() == [b"1"]
        with pytest.raises(HistoryError):
            filled.call("call-0")

    def test_one_that_goes_on_or_is_none(self, filled: History) -> None:
        assert filled.delete_calls(call_id="open") == 0
        assert filled.open_calls() == []
        assert filled.delete_calls(call_id="other") == 0
        assert filled.count_calls() == 3
        assert len(learnt(filled)) == 5

    def test_one_network(self, filled: History) -> None:
        learn(filled, "call-x", network_id="office")
        keep_one(filled, "call-x", network_id="home")  # went over to another on its way
        assert filled.delete_calls(network_id="home") == 3
        assert filled.call_ids() == ["call-1"]
        assert learnt(filled) == {"call-1", "elsewhere"}
        assert filled.open_calls() == [b"1"], "of which network is not known"

    def test_all(self, filled: History) -> None:
        assert filled.delete_calls() == 3
        assert (filled.calls(), self.records(filled)) == ([], 0)
        assert learnt(filled) == set()
        assert filled.open_calls() == []
        assert filled.client_sequences() == {"tab": 1}, "its messages do not count twice"
        assert filled.delete_calls() == 0

    def test_an_identity_that_is_used_again_is_a_new_call(self, filled: History) -> None:
        filled.delete_calls(call_id="call-0")
        keep_one(filled, "call-0", summary_code=20, color="red")
        assert filled.call("call-0").summary_code == 20

    def test_by_age_and_in_short_calls(self, history: History) -> None:
        keep(history, *(example_call(f"old-{n}", began=float(n)) for n in range(PRUNE_LIMIT + 2)))
        learn(history, "old-0", at=NOON)  # a clock that was set in between
        keep_one(history, "new", NOON)
        learn(history, "new")
        assert history.prune(retention_days=0, now=NOON) == 0
        assert history.count_calls() == PRUNE_LIMIT + 3
        assert history.prune(retention_days=1, now=NOON) == 0  # runs are what it counts
        assert history.count_calls() == 3
        assert learnt(history) == {"new"}
        history.prune(retention_days=1, now=NOON)
        assert history.call_ids() == ["new"]
        assert self.records(history) == 1


class TestDamage:
    @pytest.mark.parametrize(
        ("column", "value"),
        [
            ("began", "'noon'"),
            ("ended", "x'00'"),
            ("duration_ms", "'long'"),
            ("application", "x'00ff'"),
            ("network_id", "x'00ff'"),
            ("outcome", "'fine'"),
            ("outcome", "7"),
            ("summary_code", "42"),
            ("summary_code", "'good'"),
            ("forecast_code", "80"),
            ("forecast_right", "2"),
            ("forecast_right", "'yes'"),
            ("rating", "'five'"),
            ("color", "x'ff'"),
        ],
    )
    def test_a_row_is_left_out(self, history: History, column: str, value: str) -> None:
        keep_one(history, "damaged")
        change(history, f"UPDATE calls SET {column} = {value}")  # noqa: S608
        keep_one(history, "whole")
        assert [row.call_id for row in history.calls()] == ["whole"]
        assert history.call("damaged") == example_call("damaged"), "its record is not damaged"

    @pytest.mark.parametrize("value", ["'{'", "'[]'", "'{}'", "x'ff'", "7", "'null'"])
    def test_a_record_costs_itself_alone(self, history: History, value: str) -> None:
        keep_one(history, "damaged")
        change(history, f"UPDATE call_records SET record = {value}")  # noqa: S608
        keep_one(history, "whole")
        with pytest.raises(HistoryError, match="of call damaged in the history can") as caught:
            history.call("damaged")
        assert caught.value.code == "record"
        assert history.call("whole") == example_call("whole")
        assert [row.call_id for row in history.calls()] == ["whole", "damaged"]

    @settings(
        max_examples=60,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(
        column=st.sampled_from([name for name in CallRow.__slots__ if name != "call_id"]),
        value=st.one_of(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
            st.binary(max_size=20),
            st.integers(-(2**63), 2**63 - 1),
            st.floats(allow_nan=False),
        ),
    )
    def test_whatever_a_column_holds(self, history: History, column: str, value: Any) -> None:
        history.delete_calls()
        keep_one(history, "damaged")
        change(history, f"UPDATE calls SET {column} = ?", value)  # noqa: S608
        keep_one(history, "whole", NOON + 1)
        rows = {row.call_id: row for row in history.calls()}
        assert "whole" in rows
        if "damaged" in rows:
            row = rows["damaged"]
            assert msgspec.convert(msgspec.to_builtins(row), CallRow) == row
        assert history.call("damaged") == example_call("damaged")

    def test_a_record_of_a_later_version(self, history: History) -> None:
        keep_one(history, "call")
        change(history, "UPDATE call_records SET record = json_set(record, '$.mood', 'fine')")
        assert history.call("call") == example_call("call")


class TestFromTheSecondVersion:
    """A file as the version before this one left it."""

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        path = tmp_path / "history.sqlite3"
        measurement = example_measurement()
        verdict = example_verdict(measurement)
        with closing(open_database(path, steps=STEPS[:2])[0]) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (2,)
            connection.execute(
                "INSERT INTO runs VALUES (1, ?, 'full', 'tray', 'schedule', 0, 'home', 'wifi',"
                " 'Example Net', 3, 5, 95, 950, 'green', 'Fine.', 0.75, 'Head office', 20.5, 1.25,"
                " 0.004, 5000.0, 1, 84.0)",
                (NOON,),
            )
            connection.execute(
                "INSERT INTO run_records VALUES (1, ?, ?, NULL)",
                [msgspec.json.encode(record).decode() for record in (verdict, measurement)],
            )
            connection.execute(
                "INSERT INTO call_results VALUES (1, 'call', ?, 60000.0, 'home', 1, 90, 0.8, NULL,"
                " NULL, ?, 95)",
                (NOON, msgspec.json.encode(GOOD).decode()),
            )
            connection.execute("INSERT INTO profiles VALUES ('home', ?, '{}')", (NOON,))
        return path

    def test_its_rows_are_all_there(self, path: Path) -> None:
        with History.open(path) as history:
            assert history.notice is None
            assert history.run(1).measurement == example_measurement()
            (result,) = history.call_results()
            assert (result.call_id, result.figures, result.run_id) == ("call", GOOD, 1)
            assert history.profile("home") == (NOON, b"{}")
            assert (history.calls(), history.open_calls()) == ([], [])
            assert history.client_sequences() == {}
        assert [copy.name for copy in kept_copies(path)] == ["history.sqlite3.version-2"]

    def test_what_is_new_can_be_kept_in_it(self, path: Path) -> None:
        with History.open(path) as history:
            keep(history, example_call("call"), open={"open": b"1"}, clients={"tab": 3})
        with History.open(path) as history:
            assert history.call("call") == example_call("call")
            assert history.delete_calls(call_id="call") == 1
            assert history.call_results() == []

    def test_it_refuses_the_new_file(self, path: Path) -> None:
        History.open(path).close()
        with pytest.raises(HistoryError, match="newer version") as caught:
            open_database(path, steps=STEPS[:2])
        assert caught.value.code == "newer"

    def test_reading_alone_does_not_change_it(self, path: Path) -> None:
        before = path.read_bytes()
        with pytest.raises(HistoryError) as caught:
            History.open_read_only(path)
        assert caught.value.code == "older"
        assert path.read_bytes() == before
