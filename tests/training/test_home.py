"""A history as a data set: its calls, each with the run that was measured before it."""

import contextlib
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notifier.forecast.model import MODEL, Model
from notifier.history.store import History
from notifier.measurement import RunMeasurement
from notifier.quality import CallFigures
from notifier.training import __main__ as training
from notifier.training import fit
from notifier.training.dataset import Case, DatasetError
from notifier.training.home import read_history
from notifier.training.rows import examples
from tests.forecast.runs import run, server
from tests.records import NOON, example_verdict
from tests.training.synthetic import cases, lines

MINUTE = 60_000.0

GOOD = CallFigures(available_kbps=2500.0, concealed=0.001, frozen=0.0, one_way_ms=24.0)
LATE = CallFigures(available_kbps=900.0, concealed=None, frozen=None, one_way_ms=430.0)
NEVER = CallFigures(
    available_kbps=None, concealed=None, frozen=None, one_way_ms=None, connected=False
)

FULL = run(server())
LIGHT = run(server(throughput_kbps=None, loaded_rtt_ms=None), mode="light")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An empty history."""
    path = tmp_path / "history.sqlite3"
    History.open(path).close()
    return path


def add_run(history: History, measurement: RunMeasurement, *, network_id: str = "home") -> int:
    return history.add_run(
        example_verdict(measurement),
        measurement,
        network_id=network_id,
        origin="tray",
        trigger="schedule",
        demonstration=False,
    )


def add_call(
    history: History,
    call_id: str,
    figures: CallFigures = GOOD,
    *,
    run_id: int | None,
    timestamp: float = NOON,
    network_id: str = "home",
) -> None:
    assert history.add_call_result(
        call_id,
        figures,
        timestamp=timestamp,
        duration_ms=MINUTE,
        network_id=network_id,
        run_id=run_id,
    )


def fill(path: Path, given: Sequence[Case]) -> None:
    """Put these networks' full runs into the history, each with the first call over it."""
    with History.open(path) as history:
        for number, case in enumerate(given):
            assert case.full is not None
            run_id = add_run(history, case.full, network_id=case.family)
            add_call(
                history,
                case.name,
                case.calls[0],
                run_id=run_id,
                timestamp=NOON + number * MINUTE,
                network_id=case.family,
            )


class TestCalls:
    def test_come_with_the_run_before_them(self, file: Path) -> None:
        with History.open(file) as history:
            add_call(history, "a", GOOD, run_id=add_run(history, FULL))
            run_id = add_run(history, LIGHT, network_id="café")
            add_call(history, "b", LATE, run_id=run_id, timestamp=NOON + MINUTE, network_id="café")
        assert read_history(file) == [
            Case(name="a", family="home", held_out=False, light=None, full=FULL, calls=(GOOD,)),
            Case(name="b", family="café", held_out=False, light=LIGHT, full=None, calls=(LATE,)),
        ]

    def test_come_in_the_order_of_time(self, file: Path) -> None:
        with History.open(file) as history:
            run_id = add_run(history, FULL)
            for minute in (2, 0, 1):
                add_call(history, str(minute), run_id=run_id, timestamp=NOON + minute * MINUTE)
        assert [case.name for case in read_history(file)] == ["0", "1", "2"]

    def test_after_one_run_all_come_with_it(self, file: Path) -> None:
        with History.open(file) as history:
            run_id = add_run(history, FULL)
            add_call(history, "a", GOOD, run_id=run_id)
            add_call(history, "b", NEVER, run_id=run_id, timestamp=NOON + MINUTE)
        found = read_history(file)
        assert [case.calls for case in found] == [(GOOD,), (NEVER,)]
        assert [case.full for case in found] == [FULL, FULL]

    def test_without_a_run_teach_nothing(self, file: Path) -> None:
        with History.open(file) as history:
            add_call(history, "a", run_id=None)
            add_call(history, "b", run_id=add_run(history, FULL), timestamp=NOON + MINUTE)
        assert [case.name for case in read_history(file)] == ["b"]

    def test_whose_run_was_deleted_teach_nothing(self, file: Path) -> None:
        with History.open(file) as history:
            add_call(history, "a", run_id=add_run(history, FULL))
            add_call(history, "b", run_id=add_run(history, LIGHT), timestamp=NOON + MINUTE)
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("DELETE FROM runs WHERE id = 1")
        assert [case.name for case in read_history(file)] == ["b"]

    def test_whose_figures_are_damaged_are_passed_over(self, file: Path) -> None:
        with History.open(file) as history:
            run_id = add_run(history, FULL)
            add_call(history, "a", run_id=run_id)
            add_call(history, "b", run_id=run_id, timestamp=NOON + MINUTE)
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("UPDATE call_results SET figures = '{' WHERE call_id = 'a'")
        assert [case.name for case in read_history(file)] == ["b"]

    def test_are_none_in_an_empty_history(self, file: Path) -> None:
        assert read_history(file) == []

    @pytest.mark.parametrize("measurement", [FULL, LIGHT], ids=["full", "light"])
    def test_give_examples_of_the_run_there_was(
        self, file: Path, measurement: RunMeasurement
    ) -> None:
        with History.open(file) as history:
            add_call(history, "a", run_id=add_run(history, measurement))
        (case,) = read_history(file)
        found = list(examples(case))
        assert found
        assert all(example.call == GOOD for example in found)
        assert all(example.figures["rtt_ms"] == 40.0 for example in found)


def test_the_history_stays_as_it_was(file: Path) -> None:
    fill(file, cases(3))
    before = file.read_bytes()
    assert len(read_history(file)) == 3
    assert file.read_bytes() == before


class TestRefused:
    @pytest.mark.parametrize("name", ["none.sqlite3", "."])
    def test_a_file_that_is_missing_is_named_and_not_made(self, tmp_path: Path, name: str) -> None:
        file = tmp_path / name
        with pytest.raises(DatasetError, match=r"there is no such file") as refused:
            read_history(file)
        assert str(file) in str(refused.value)
        assert list(tmp_path.iterdir()) == []

    def test_a_file_that_is_no_history(self, tmp_path: Path) -> None:
        file = tmp_path / "history.sqlite3"
        file.write_bytes(lines(cases(2)))
        with pytest.raises(DatasetError, match=r"history\.sqlite3: .* is damaged"):
            read_history(file)

    def test_a_history_of_a_newer_program(self, file: Path) -> None:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("PRAGMA user_version = 999")
        with pytest.raises(DatasetError, match="newer"):
            read_history(file)

    def test_a_run_that_cannot_be_read_costs_its_own_call(self, file: Path) -> None:
        fill(file, cases(3))
        whole = read_history(file)
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("UPDATE run_records SET measurement = '{' WHERE run_id = 2")
        assert len(read_history(file)) == len(whole) - 1

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(data=st.binary(min_size=1))
    def test_any_bytes(self, tmp_path: Path, data: bytes) -> None:
        file = tmp_path / "history.sqlite3"
        file.write_bytes(data)
        with pytest.raises(DatasetError):
            read_history(file)

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(length=st.integers(0, 200) | st.integers(0, 10**6))
    def test_a_file_that_was_cut(self, file: Path, length: int) -> None:
        if not (whole := file.with_name("whole")).exists():
            fill(file, cases(3))
            whole.write_bytes(file.read_bytes())
        data = whole.read_bytes()
        file.write_bytes(data[: length % len(data)])
        with contextlib.suppress(DatasetError):  # where what is gone is in a call's own record
            assert len(read_history(file)) <= 3


class TestTraining:
    def train(self, monkeypatch: pytest.MonkeyPatch, out: Path, *data: Path) -> int:
        monkeypatch.setattr(fit, "ROUNDS", 8)
        words = ["training", *map(str, data), "--name", "home", "--out", str(out)]
        monkeypatch.setattr(sys, "argv", words)
        return training.main()

    def test_a_history_of_too_few_calls_is_refused(
        self,
        file: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        fill(file, cases(training.LEAST_CASES - 1))
        assert self.train(monkeypatch, tmp_path / "models", file) == 1
        told, errors = capsys.readouterr()
        count = training.LEAST_CASES - 1
        assert errors == f"{count} networks or calls are too few to learn from: it takes 60\n"
        assert told == ""
        assert not (tmp_path / "models").exists()

    def test_a_history_of_enough_calls_teaches_a_model(
        self, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        given = cases(training.LEAST_CASES, families=3)
        fill(file, given)
        assert self.train(monkeypatch, tmp_path / "models", file) == 0
        model = Model((tmp_path / "models" / MODEL).read_bytes())
        assert (model.file.name, model.file.training.calls) == ("home", len(given))

    def test_a_history_fills_up_a_data_set(
        self, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        given = cases(training.LEAST_CASES, families=3)
        fill(file, given[40:])
        data = tmp_path / "calls.jsonl"
        data.write_bytes(lines(given[:40]))
        assert self.train(monkeypatch, tmp_path / "models", data, file) == 0
        model = Model((tmp_path / "models" / MODEL).read_bytes())
        assert model.file.training.calls == len(given)

    def test_a_history_of_one_network_teaches_a_model_that_nothing_checks(
        self, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """There is no other family to train on, so nothing is said of how good it is."""
        fill(file, cases(training.LEAST_CASES, families=1))
        assert self.train(monkeypatch, tmp_path / "models", file) == 0
        model = Model((tmp_path / "models" / MODEL).read_bytes())
        assert model.file.calibration == ()
        text = (tmp_path / "models" / training.METRICS).read_bytes()
        assert msgspec.json.decode(text) == {"model": "home", "crossValidated": {}}

    def test_a_damaged_history_is_refused(
        self,
        file: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        file.write_bytes(b"nothing of the kind" * 100)
        assert self.train(monkeypatch, tmp_path / "models", file) == 2
        assert "is damaged" in capsys.readouterr().err
        assert not (tmp_path / "models").exists()
