"""What runs have cost, with a real history and without."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from notifier.history.errors import HistoryError
from notifier.history.store import History
from notifier.measurement import ServerMeasurement
from notifier.service.ledger import FULL_AT_MOST, LIGHT_AT_MOST, Ledger
from notifier.service.polite import Costs
from tests.records import NOON, example_measurement, example_server, example_verdict

DAY = 86_400_000.0
URL = "turn:turn.example.org"
URLS = frozenset({URL})


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.sqlite3") as history:
        yield history


def add(
    history: History,
    sent: int,
    *servers: ServerMeasurement,
    mode: str = "full",
    at: float = NOON,
    demonstration: bool = False,
) -> None:
    measurement = example_measurement(
        *(servers or (example_server(url=URL),)),
        timestamp=at,
        mode=mode,
        bytes_sent=sent,
        bytes_received=0,
    )
    history.add_run(
        example_verdict(measurement),
        measurement,
        network_id="home",
        origin="probe",
        trigger="manual",
        demonstration=demonstration,
    )


def test_the_runs_of_all_programs_count_for_24_hours(history: History) -> None:
    add(history, 1000, at=NOON - DAY - 1)
    add(history, 200, at=NOON - DAY + 1)
    add(history, 30, at=NOON)
    add(history, 4, at=NOON, demonstration=True)
    assert Ledger().spent(history, NOON) == 230


def test_a_clock_put_back_frees_nothing_and_a_wild_one_blocks_nothing(history: History) -> None:
    add(history, 5, at=NOON + DAY / 2)
    add(history, 700, at=NOON + 1000 * DAY)
    assert Ledger().spent(history, NOON) == 5


def test_what_the_history_took_counts_once(history: History) -> None:
    ledger = Ledger()
    add(history, 100)
    ledger.note(NOON, 100, kept=True)
    ledger.note(NOON, 30, kept=False)
    assert ledger.spent(history, NOON) == 130
    assert ledger.spent(history, NOON + DAY + 1) == 0


def test_without_a_history_our_own_runs_count() -> None:
    ledger = Ledger()
    ledger.note(NOON - DAY - 1, 1000, kept=True)
    ledger.note(NOON, 100, kept=True)
    ledger.note(NOON, 30, kept=False)
    assert ledger.spent(None, NOON) == 130


def test_a_history_that_cannot_be_read(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object, **__: object) -> int:
        raise HistoryError("locked", "The history is in use.")

    monkeypatch.setattr(History, "bytes_between", locked)
    monkeypatch.setattr(History, "verdicts", locked)
    ledger = Ledger()
    ledger.note(NOON, 100, kept=True)
    assert ledger.spent(history, NOON) == 100
    assert ledger.expected(history, URLS) == Costs(FULL_AT_MOST, LIGHT_AT_MOST)


def test_before_the_first_run_the_most_is_expected(history: History) -> None:
    urls = URLS | {"turn:b.example.org"}
    for known in (history, None):
        assert Ledger().expected(known, urls) == Costs(2 * FULL_AT_MOST, 2 * LIGHT_AT_MOST)
    assert Ledger().expected(history, urls).of("light") == 2 * LIGHT_AT_MOST


def test_the_dearest_of_the_last_runs_is_expected(history: History) -> None:
    add(history, 900_000)
    for sent in (*range(300_000, 300_009), 200_000):
        add(history, sent)
    add(history, 20_000, mode="light")
    assert Ledger().expected(history, URLS) == Costs(full=300_008, light=20_000)


def test_runs_against_others_or_nobody_say_nothing(history: History) -> None:
    add(history, 100, example_server(url="turn:b.example.org"))
    add(history, 200, example_server(url=URL, reachable=False, error="timeout"))
    assert Ledger().expected(history, URLS).full == FULL_AT_MOST
