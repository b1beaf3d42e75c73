"""What calls got, what models said and what is usual on a network: kept, found again, deleted."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notifier.history.export import CSV_COLUMNS, as_record
from notifier.history.rows import CallResult
from notifier.history.store import PRUNE_LIMIT, History, HistoryError
from notifier.prediction import Prediction, ServerPrediction
from notifier.quality import CallFigures
from tests.records import NOON, example_measurement, example_verdict

DAY = 86_400_000.0

GOOD = CallFigures(available_kbps=2500.0, concealed=0.001, frozen=0.0, one_way_ms=24.0)
FROZEN = CallFigures(available_kbps=900.0, concealed=0.001, frozen=0.08, one_way_ms=24.0)

ODDS = ServerPrediction(
    url="turn:turn.example.org",
    loss=(0.7, 0.2, 0.1, 0.0),
    latency=(0.9, 0.1, 0.0),
    tier=(0.0, 0.0, 0.1, 0.2, 0.7),
    blame={"loss": 0.4},
)

PREDICTION = Prediction(servers=(ODDS,), calibration=((0.5, 0.4), (1.0, 0.9)), model="m-1")


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.sqlite3") as history:
        yield history


def add_run(history: History, *, prediction: Prediction | None = None) -> int:
    measurement = example_measurement()
    return history.add_run(
        example_verdict(measurement),
        measurement,
        network_id="home",
        origin="tray",
        trigger="schedule",
        demonstration=False,
        prediction=prediction,
    )


def add_call(
    history: History, call_id: str, timestamp: float = NOON, *, network_id: str = "home"
) -> bool:
    return history.add_call_result(
        call_id, GOOD, timestamp=timestamp, duration_ms=60_000.0, network_id=network_id, odds=ODDS
    )


def spoil(history: History, table: str, column: str, value: str) -> None:
    """Put an SQL value into a column of every row."""
    with closing(sqlite3.connect(history.path)) as connection, connection:
        connection.execute(f"UPDATE {table} SET {column} = {value}")  # noqa: S608


class TestCallResults:
    def test_everything_comes_back(self, history: History) -> None:
        run_id = add_run(history)
        assert history.add_call_result(
            "call-7",
            FROZEN,
            timestamp=NOON,
            duration_ms=60_000.0,
            network_id="home",
            run_id=run_id,
            forecast_code=90,
            confidence=0.75,
            odds=ODDS,
            model="m-1",
        )
        assert history.call_results() == [
            CallResult(
                id=1,
                call_id="call-7",
                timestamp=NOON,
                duration_ms=60_000.0,
                network_id="home",
                run_id=run_id,
                forecast_code=90,
                confidence=0.75,
                odds=ODDS,
                model="m-1",
                figures=FROZEN,
                code=60,
            )
        ]

    def test_a_call_without_a_forecast(self, history: History) -> None:
        nothing = CallFigures(
            available_kbps=None, concealed=None, frozen=None, one_way_ms=None, connected=False
        )
        history.add_call_result("call", nothing, timestamp=NOON, duration_ms=0.0, network_id="home")
        (result,) = history.call_results()
        assert (result.run_id, result.forecast_code, result.confidence) == (None, None, None)
        assert (result.odds, result.model) == (None, None)
        assert (result.figures, result.code) == (nothing, 10)

    def test_a_call_that_is_reported_twice_is_kept_once(self, history: History) -> None:
        assert add_call(history, "call", NOON)
        assert not add_call(history, "call", NOON + 9)
        assert [result.timestamp for result in history.call_results()] == [NOON]

    def test_newest_first_of_one_network_or_all(self, history: History) -> None:
        for number, network in enumerate(["home", "office", "home", "home"]):
            add_call(history, f"call-{number}", NOON - number, network_id=network)
        add_call(history, "early", NOON - DAY)

        def names(**which: Any) -> list[str]:
            return [result.call_id for result in history.call_results(**which)]

        assert names() == ["call-0", "call-1", "call-2", "call-3", "early"]
        assert names(network_id="home") == ["call-0", "call-2", "call-3", "early"]
        assert names(network_id="home", limit=2) == ["call-0", "call-2"]
        assert names(since=NOON - 2) == ["call-0", "call-1", "call-2"]
        assert names(network_id="office", since=NOON) == []

    def test_a_run_that_goes_leaves_the_call(self, history: History) -> None:
        run_id = add_run(history)
        history.add_call_result(
            "call",
            GOOD,
            timestamp=NOON + 2 * DAY,
            duration_ms=1.0,
            network_id="home",
            run_id=run_id,
            forecast_code=95,
        )
        history.prune(retention_days=1, now=NOON + 2 * DAY)
        (result,) = history.call_results()
        assert (result.run_id, result.forecast_code) == (None, 95)

    def test_a_run_that_went_during_the_call(self, history: History) -> None:
        history.add_call_result(
            "call", GOOD, timestamp=NOON, duration_ms=1.0, network_id="home", run_id=99
        )
        (result,) = history.call_results()
        assert result.run_id is None

    def test_pruned_by_age_and_in_short_calls(self, history: History) -> None:
        for number in range(PRUNE_LIMIT + 2):
            add_call(history, f"old-{number}", number)
        add_call(history, "new", NOON)
        assert history.prune(retention_days=1, now=NOON) == 0  # runs are what it counts
        assert len(history.call_results()) == 3
        history.prune(retention_days=0, now=NOON)
        assert len(history.call_results()) == 3
        history.prune(retention_days=1, now=NOON)
        assert [result.call_id for result in history.call_results()] == ["new"]

    def test_forgotten_on_one_network_or_on_all(self, history: History) -> None:
        for number, network in enumerate(["home", "office", "home", "hotel"]):
            add_call(history, f"call-{number}", network_id=network)
        assert history.delete_call_results(network_id="home") == 2
        assert {result.network_id for result in history.call_results()} == {"office", "hotel"}
        assert history.delete_call_results() == 2
        assert history.call_results() == []

    def test_a_reader_reads_and_does_not_write(self, history: History) -> None:
        add_call(history, "call")
        with History.open_read_only(history.path) as reader:
            assert len(reader.call_results(network_id="home")) == 1
            for write in (
                lambda: add_call(reader, "other"),
                reader.delete_call_results,
                lambda: reader.set_profile("home", NOON, "{}"),
            ):
                with pytest.raises(HistoryError) as caught:
                    write()
                assert caught.value.code == "read-only"

    @pytest.mark.parametrize(
        ("column", "value"),
        [
            ("figures", "'{'"),
            ("figures", "'{}'"),
            ("figures", "x'ff'"),
            ("figures", "7"),
            ("figures", """'{"availableKbps": "many"}'"""),
            ("timestamp", "'noon'"),
            ("duration_ms", "x'00'"),
            ("code", "'good'"),
            ("code", "42"),
            ("forecast_code", "80"),
            ("confidence", "'sure'"),
            ("network_id", "x'00ff'"),
        ],
    )
    def test_a_damaged_row_is_left_out(self, history: History, column: str, value: str) -> None:
        add_call(history, "damaged")
        spoil(history, "call_results", column, value)
        add_call(history, "whole")
        assert [result.call_id for result in history.call_results()] == ["whole"]

    @pytest.mark.parametrize("value", ["'{'", "'[]'", "x'ff'", "7", """'{"loss": [1, 0]}'"""])
    def test_odds_that_cannot_be_read_are_none(self, history: History, value: str) -> None:
        """A later version may know other classes: its calls still count as calls."""
        add_call(history, "call")
        spoil(history, "call_results", "odds", value)
        (result,) = history.call_results()
        assert (result.odds, result.figures) == (None, GOOD)

    @settings(
        max_examples=60,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(
        column=st.sampled_from(
            [
                *("timestamp", "duration_ms", "network_id", "forecast_code", "confidence"),
                *("odds", "model", "figures", "code"),
            ]
        ),
        value=st.one_of(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
            st.binary(max_size=20),
            st.integers(-(2**63), 2**63 - 1),
            st.floats(allow_nan=False),
            st.recursive(
                st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=3),
                lambda inner: (
                    st.lists(inner, max_size=5)
                    | st.dictionaries(
                        st.sampled_from(["loss", "latency", "tier", "frozen", "url", "blame"]),
                        inner,
                    )
                ),
                max_leaves=6,
            ).map(lambda it: msgspec.json.encode(it).decode()),
        ),
    )
    def test_whatever_a_column_holds(self, history: History, column: str, value: Any) -> None:
        history.delete_call_results()
        add_call(history, "damaged")
        with closing(sqlite3.connect(history.path)) as connection, connection:
            connection.execute(f"UPDATE call_results SET {column} = ?", (value,))  # noqa: S608
        add_call(history, "whole", NOON + 1)
        results = {result.call_id: result for result in history.call_results()}
        assert "whole" in results
        if "damaged" in results:
            left = results["damaged"]
            assert isinstance(left.figures, CallFigures)
            assert left.odds is None or isinstance(left.odds, ServerPrediction)
            assert isinstance(left.timestamp, float)
            assert isinstance(left.duration_ms, float)
            assert isinstance(left.network_id, str)


class TestPrediction:
    def test_it_comes_back_with_its_run(self, history: History) -> None:
        run_id = add_run(history, prediction=PREDICTION)
        assert history.run(run_id).prediction == PREDICTION

    def test_without_one(self, history: History) -> None:
        assert history.run(add_run(history)).prediction is None

    @pytest.mark.parametrize("value", ["'{'", "'[]'", "x'ff'", "7", """'{"servers": [1]}'"""])
    def test_one_that_cannot_be_read_costs_no_run(self, history: History, value: str) -> None:
        run_id = add_run(history, prediction=PREDICTION)
        spoil(history, "run_records", "prediction", value)
        stored = history.run(run_id)
        assert stored.prediction is None
        assert stored.measurement == example_measurement()

    def test_what_is_exported_stays_what_it_was(self, history: History) -> None:
        plain, predicted = add_run(history), add_run(history, prediction=PREDICTION)
        runs = [history.run(run_id) for run_id in (plain, predicted)]
        first, second = ({**as_record(run), "id": 0} for run in runs)
        assert first == second
        lines = [[of(run) for name, of in CSV_COLUMNS.items() if name != "id"] for run in runs]
        assert lines[0] == lines[1]


class TestProfiles:
    def test_the_newest_one_of_each_network(self, history: History) -> None:
        assert history.profile("home") is None
        history.set_profile("home", NOON, '{"runs": 3}')
        history.set_profile("office", NOON + 1, "{}")
        history.set_profile("home", NOON + 2, '{"runs": 4, "name": "ü"}')
        assert history.profile("home") == (NOON + 2, '{"runs": 4, "name": "ü"}'.encode())
        assert history.profile("office") == (NOON + 1, b"{}")

    def test_pruned_by_age(self, history: History) -> None:
        history.set_profile("home", NOON - DAY, "{}")
        history.set_profile("hotel", NOON - DAY - 1, "{}")
        history.prune(retention_days=1, now=NOON)
        assert history.profile("home") == (NOON - DAY, b"{}")
        assert history.profile("hotel") is None

    def test_damage_is_for_the_reader_to_judge(self, history: History) -> None:
        history.set_profile("home", NOON, "{}")
        spoil(history, "profiles", "profile", "x'ff00'")
        assert history.profile("home") == (NOON, b"\xff\x00")
        spoil(history, "profiles", "made_at", "'once'")
        assert history.profile("home") is None
