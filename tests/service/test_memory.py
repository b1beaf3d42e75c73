"""What is remembered of a network: made again from a real history, and carried from run to run."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from notifier.codes import BY_SUMMARY, Color
from notifier.forecast import correction
from notifier.forecast.baseline import learn
from notifier.forecast.belief import MEMORY, Belief, Run, run_of
from notifier.forecast.judge import judge
from notifier.forecast.thresholds import default_thresholds
from notifier.forecast.watched import DAY_MS, Figure, Watched
from notifier.history.errors import HistoryError
from notifier.history.store import History
from notifier.measurement import RunMeasurement, ServerMeasurement, Throughput
from notifier.prediction import Prediction, ServerPrediction
from notifier.quality import CallFigures
from notifier.service.memory import NetworkMemory
from tests.records import NOON, example_measurement, example_server, example_verdict
from tests.service.scripted import BAD, EXCELLENT, FAIR, UNREACHABLE, URL

HOME, OFFICE = "1" * 32, "2" * 32
MINUTE = 60_000.0
HOUR = 60 * MINUTE

RED = ServerPrediction(
    url=URL,
    loss=(0.02, 0.03, 0.9, 0.05),
    latency=(0.98, 0.01, 0.01),
    tier=(0.0, 0.0, 0.0, 0.05, 0.95),
    blame={"loss": 2.0},
)
SLOW = ServerPrediction(
    url=URL,
    loss=(0.25, 0.7, 0.05, 0.0),
    latency=(0.98, 0.01, 0.01),
    tier=(0.0, 0.0, 0.0, 0.05, 0.95),
    blame={"loss": 2.0},
)
"""Amber, and after calls that went better than that, green."""


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.sqlite") as history:
        yield history


def keep(
    history: History,
    measurement: RunMeasurement = EXCELLENT,
    *,
    ago: float = 5 * MINUTE,
    told: int = 95,
    prediction: Prediction | None = None,
    server_url: str | None = None,
    causes: tuple[str, ...] = (),
    unsure: bool = False,
    **options: Any,
) -> int:
    """Write a run as the job does; ``ago``: milliseconds before noon."""
    measurement = msgspec.structs.replace(measurement, timestamp=NOON - ago)
    wanted: dict[str, Any] = {
        "network_id": HOME,
        "origin": "tray",
        "trigger": "schedule",
        "demonstration": False,
    }
    return history.add_run(
        example_verdict(measurement, summary_code=told, causes=causes, unsure=unsure),
        measurement,
        prediction=prediction,
        server_url=server_url,
        **(wanted | options),
    )


def memory(
    history: History | None, network_id: str = HOME, *, corrects: bool = True
) -> NetworkMemory:
    return NetworkMemory(network_id, history, urls=frozenset({URL}), now=NOON, corrects=corrects)


def said(measurement: RunMeasurement, *, ago: float = 0.0, **changes: Any) -> Run:
    """What a run says by itself."""
    measurement = msgspec.structs.replace(measurement, timestamp=NOON - ago, **changes)
    return run_of(measurement, judge(measurement, default_thresholds()), has_route=True)


def color(belief: Belief) -> Color:
    return BY_SUMMARY[belief.code].color


# What is believed


@pytest.mark.parametrize("with_history", [False, True])
def test_on_a_network_that_was_never_met_a_run_stands_alone(
    history: History, with_history: bool
) -> None:
    belief = memory(history if with_history else None).believe(said(BAD))
    assert (color(belief), belief.unsure) == (Color.RED, False)


def test_after_a_start_an_odd_run_is_odd_still(history: History) -> None:
    for ago in (15, 10, 5):
        keep(history, ago=ago * MINUTE)
    remembered = memory(history)
    belief = remembered.believe(said(BAD))
    assert (color(belief), belief.unsure) == (Color.GREEN, True)
    assert color(remembered.believe(said(BAD))) is Color.RED


OTHER = example_measurement(example_server(url="turn:other.example.org", loss_fraction=0.0))
BOTH = example_measurement(*EXCELLENT.servers, *OTHER.servers)


@pytest.mark.parametrize(
    ("measurement", "options"),
    [
        (EXCELLENT, {"network_id": OFFICE}),
        (EXCELLENT, {"demonstration": True}),
        (EXCELLENT, {"origin": "probe"}),
        (EXCELLENT, {"ago": MEMORY * 1000 + MINUTE}),
        (OTHER, {}),
        (BOTH, {}),
    ],
    ids=["network", "demonstration", "command line", "old", "server", "one server more"],
)
def test_other_runs_say_nothing(
    history: History, measurement: RunMeasurement, options: dict[str, Any]
) -> None:
    for _ in range(3):
        keep(history, measurement, **options)
    belief = memory(history).believe(said(BAD))
    assert (color(belief), belief.unsure) == (Color.RED, False)


def test_runs_are_judged_again_and_not_what_was_told_with_them(history: History) -> None:
    for _ in range(3):
        keep(history, BAD, told=95)
    belief = memory(history).believe(said(EXCELLENT))
    assert (color(belief), belief.unsure) == (Color.RED, True)


def test_they_are_judged_with_what_the_model_had_said(history: History) -> None:
    for _ in range(3):
        keep(history, told=20, prediction=Prediction(servers=(RED,), model="m"))
    belief = memory(history).believe(said(EXCELLENT))
    assert (color(belief), belief.unsure) == (Color.RED, True)


def test_light_runs_are_judged_with_what_the_full_one_found(history: History) -> None:
    light = example_measurement(
        example_server(url=URL, loss_fraction=0.0, throughput_kbps=None), mode="light"
    )
    keep(history, FAIR, told=75, ago=30 * MINUTE)
    for ago in (25, 20, 15, 10, 5):
        keep(history, light, told=75, ago=ago * MINUTE)
    belief = memory(history).believe(said(FAIR))
    assert (color(belief), belief.unsure) == (Color.AMBER, False)


def test_light_runs_that_were_passed_over_are_again(history: History) -> None:
    keep(history, ago=40 * MINUTE)
    for ago in (35, 30, 25, 20, 15, 10, 5):
        keep(history, msgspec.structs.replace(BAD, mode="light"), told=95, ago=ago * MINUTE)
    belief = memory(history).believe(said(EXCELLENT))
    assert (color(belief), belief.unsure) == (Color.GREEN, False)


def test_a_run_without_a_network_comes_back_to_what_was_believed_before(history: History) -> None:
    keep(history, ago=15 * MINUTE)
    keep(history, ago=10 * MINUTE)
    keep(history, UNREACHABLE, told=10, causes=("no-route",))
    belief = memory(history).believe(said(BAD))
    assert (color(belief), belief.unsure) == (Color.GREEN, True)


@pytest.mark.parametrize("column", ["verdict", "measurement"])
def test_a_damaged_run_is_one_less(history: History, column: str) -> None:
    for ago in (15, 10):
        keep(history, ago=ago * MINUTE)
    damaged = keep(history, BAD)
    with closing(sqlite3.connect(history.path)) as connection, connection:
        connection.execute(
            f"UPDATE run_records SET {column} = x'ff00' WHERE run_id = ?",  # noqa: S608
            (damaged,),
        )
    belief = memory(history).believe(said(EXCELLENT))
    assert (color(belief), belief.unsure) == (Color.GREEN, False)
    assert belief.confidence > said(EXCELLENT).confidence


@pytest.mark.parametrize("method", ["runs", "run", "verdicts", "profile", "call_results"])
def test_a_history_that_cannot_be_read_costs_what_it_holds(
    history: History, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    keep(history, prediction=Prediction(servers=(RED,), model="m"))

    def broken(*_: object, **__: object) -> None:
        raise HistoryError("unavailable", "The disk is gone.")

    monkeypatch.setattr(History, method, broken)
    assert memory(history).believe(said(EXCELLENT)).at == NOON


@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    column=st.sampled_from(["verdict", "measurement", "prediction", "profile"]),
    value=st.none()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text(max_size=20)
    | st.binary(max_size=20)
    | st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["servers", "model", "loss", "habits"]), inner)
        ),
        max_leaves=5,
    ).map(lambda value: msgspec.json.encode(value).decode()),
)
def test_whatever_the_history_holds(history: History, column: str, value: object) -> None:
    keep(history)
    history.set_profile(HOME, NOON, "{}")
    table = "profiles" if column == "profile" else "run_records"
    with closing(sqlite3.connect(history.path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = 1")
        try:
            connection.execute(f"UPDATE OR IGNORE {table} SET {column} = ?", (value,))  # noqa: S608
        except sqlite3.IntegrityError:  # the table refuses it
            return
    remembered = memory(history)
    assert remembered.believe(said(EXCELLENT)).at == NOON
    assert remembered.profile is None


# A light run that a full one has contradicted


def test_what_is_no_news_changes_nothing_where_it_does_not_agree(history: History) -> None:
    keep(history)
    remembered = memory(history)
    before = remembered.believe(said(EXCELLENT))
    assert remembered.believe(said(BAD, mode="light"), news=False) == before


def test_what_is_no_news_and_agrees_counts(history: History) -> None:
    keep(history)
    remembered = memory(history)
    before = remembered.believe(said(EXCELLENT))
    belief = remembered.believe(said(EXCELLENT, mode="light"), news=False)
    assert color(belief) is Color.GREEN
    assert belief.confidence > before.confidence


def test_no_doubt_goes_on_for_ever_for_lack_of_news(history: History) -> None:
    keep(history)
    remembered = memory(history)
    assert remembered.believe(said(BAD)).unsure
    again = [remembered.believe(said(BAD, mode="light"), news=False) for _ in range(6)]
    assert not again[-1].unsure


def test_a_lost_network_is_always_news(history: History) -> None:
    keep(history)
    remembered = memory(history)
    lost = msgspec.structs.replace(UNREACHABLE, mode="light", timestamp=NOON)
    run = run_of(lost, judge(lost, default_thresholds()), has_route=False)
    assert color(remembered.believe(run, news=False)) is Color.RED


# What is usual


def line(kbps: float = 8000.0, provider: str = "Head office", **changes: Any) -> ServerMeasurement:
    rates = Throughput(loop=kbps, up=kbps, down=None)
    return example_server(
        **{"url": URL, "provider": provider, "throughput_kbps": rates, "loss_fraction": 0.0}
        | changes
    )


def two_weeks(*providers: str) -> tuple[Watched, ...]:
    """Good runs, one an hour, of each of these servers."""
    return tuple(
        Watched(
            timestamp_ms=NOON - hours * HOUR,
            works=True,
            provider=provider,
            rtt_ms=20.5,
            loss=0.0,
            jitter_ms=1.25,
            loop_kbps=8000.0,
            loaded_rtt_ms=84.0,
        )
        for hours in range(1, 14 * 24)
        for provider in providers or ("Head office",)
    )


def set_profile(history: History, *providers: str) -> None:
    profile = learn(two_weeks(*providers), now_ms=NOON - HOUR)
    assert profile is not None
    history.set_profile(HOME, profile.learnt_ms, msgspec.json.encode(profile).decode())


def look(
    remembered: NetworkMemory, kbps: float, *, ago: float = 0.0, unsure: bool = False
) -> list[tuple[Figure, bool]]:
    """What is unusual after a run that found this much, and whether it is news."""
    measurement = example_measurement(line(kbps), timestamp=NOON - ago)
    verdict = example_verdict(measurement, summary_code=75, unsure=unsure)
    return [(one.figure, one.new) for one in remembered.watch(verdict, URL)]


def test_what_is_unusual_is_new_once(history: History) -> None:
    set_profile(history)
    remembered = memory(history)
    assert look(remembered, 8000.0, ago=15 * MINUTE) == []
    assert look(remembered, 1000.0, ago=10 * MINUTE) == [], "one odd run"
    assert look(remembered, 1000.0, ago=5 * MINUTE) == [(Figure.THROUGHPUT, True)]
    assert look(remembered, 1000.0) == [(Figure.THROUGHPUT, False)]


def test_what_became_unusual_with_an_unsure_verdict_is_new_with_the_next(history: History) -> None:
    set_profile(history)
    remembered = memory(history)
    look(remembered, 1000.0, ago=15 * MINUTE)
    assert look(remembered, 1000.0, ago=10 * MINUTE, unsure=True) == [(Figure.THROUGHPUT, True)]
    assert look(remembered, 1000.0, ago=5 * MINUTE) == [(Figure.THROUGHPUT, True)]
    assert look(remembered, 1000.0) == [(Figure.THROUGHPUT, False)]


def test_after_a_start_what_is_unusual_is_known(history: History) -> None:
    set_profile(history)
    for ago in (15, 10, 5):
        keep(history, example_measurement(line(1000.0)), told=75, ago=ago * MINUTE)
    assert look(memory(history), 1000.0) == [(Figure.THROUGHPUT, False)]


def test_after_a_start_too_it_goes_by_the_server_that_decided(history: History) -> None:
    set_profile(history, "Head office", "Branch")
    for ago in (15, 10, 5):
        quicker = line(provider="Branch", url="turns:b.example.org", rtt_ms=None)
        both = example_measurement(quicker, line(1000.0))
        keep(history, both, told=75, ago=ago * MINUTE, server_url=URL)
    assert look(memory(history), 1000.0) == [(Figure.THROUGHPUT, False)]


def test_what_is_usual_is_learnt_once_a_day(history: History) -> None:
    set_profile(history)
    remembered = memory(history)
    assert remembered.profile is not None
    learnt = remembered.profile.learnt_ms
    assert not remembered.wants_learning(NOON)
    assert not remembered.wants_learning(learnt + DAY_MS - 1)
    assert remembered.wants_learning(learnt + DAY_MS)
    assert remembered.wants_learning(learnt - 1), "a clock that was put back"


def test_what_cannot_be_learnt_yet_is_tried_again_hourly() -> None:
    remembered = memory(None)
    assert remembered.wants_learning(NOON)
    assert not remembered.wants_learning(NOON + 1)
    assert not remembered.wants_learning(NOON + HOUR - 1)
    assert remembered.wants_learning(NOON + HOUR)
    assert remembered.wants_learning(NOON), "a clock that was put back"


# What calls got

GOOD_CALL = CallFigures(available_kbps=3000.0, concealed=0.0, frozen=0.0, one_way_ms=20.0)


def keep_calls(history: History, count: int, *, network_id: str = HOME, model: str = "m") -> None:
    for number in range(count):
        history.add_call_result(
            f"{network_id} {number}",
            GOOD_CALL,
            timestamp=NOON - (number + 1) * 2 * HOUR,
            duration_ms=60_000.0,
            network_id=network_id,
            odds=SLOW,
            model=model,
        )


FORECAST = Prediction(servers=(SLOW,), model="m")


def test_forecasts_are_corrected_once_there_are_calls_enough(history: History) -> None:
    keep_calls(history, correction.LEAST_CALLS - 1)
    assert memory(history).corrected(FORECAST, history, NOON) == FORECAST
    keep_calls(history, correction.LEAST_CALLS)
    found = memory(history).corrected(FORECAST, history, NOON)
    assert found.servers[0].loss[0] > SLOW.loss[0]
    assert found.model == "m"


@pytest.mark.parametrize(
    ("calls", "corrects"),
    [({}, False), ({"network_id": OFFICE}, True), ({"model": "another"}, True)],
    ids=["switched off", "another network", "another model"],
)
def test_they_are_left_alone(history: History, calls: dict[str, str], corrects: bool) -> None:
    keep_calls(history, 10, **calls)
    remembered = memory(history, corrects=corrects)
    assert remembered.corrected(FORECAST, history, NOON) == FORECAST


def test_without_a_model_or_a_history_there_is_nothing_to_correct(history: History) -> None:
    keep_calls(history, 10)
    assert memory(history).corrected(Prediction(), history, NOON) == Prediction()
    assert memory(None).corrected(FORECAST, None, NOON) == FORECAST


@pytest.mark.parametrize(("corrects", "expected"), [(True, Color.GREEN), (False, Color.AMBER)])
def test_what_is_believed_after_a_start_is_corrected_too(
    history: History, corrects: bool, expected: Color
) -> None:
    keep_calls(history, 20)
    for ago in (15, 10, 5):
        keep(history, ago=ago * MINUTE, prediction=FORECAST)
    remembered = memory(history, corrects=corrects)
    assert color(remembered.believe(said(BAD))) is expected
