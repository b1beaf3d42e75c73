"""From events to the snapshot that front ends read."""

import math
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from notifier.forecast.report_card import Comparison
from notifier.notify.rule import Decision, Reason
from notifier.sentence import sentence
from notifier.service.events import (
    CallCompared,
    Event,
    Limit,
    LimitChanged,
    NotificationDecided,
    ProblemOver,
    RunFailed,
    RunProgress,
    RunStarted,
    ScheduleChanged,
    ServerMeasured,
    ServiceProblem,
    ServiceState,
    SettingsChanged,
    VerdictReached,
)
from notifier.service.state import fold
from tests.records import NOON, example_measurement, example_server, example_verdict

REACHED = VerdictReached(
    verdict=example_verdict(),
    measurement=example_measurement(),
    network_id="0" * 32,
    trigger="start",
    demonstration=False,
    run_id=1,
)
PROGRESS = RunProgress("stream", "turn:turn.example.org", 0.5, 2.0)
CALL = CallCompared(
    "meeting", Comparison(90, 90, True, 0, (), sentence("The call was good, as forecast."))
)
FAILED = RunFailed("crashed", "the probe ended by signal 11")


def folded(*events: Event, state: ServiceState | None = None) -> ServiceState:
    state = state or ServiceState()
    for event in events:
        state = fold(state, event)
    return state


def test_a_run_from_its_start_to_its_verdict() -> None:
    state = folded(ScheduleChanged(NOON, None), RunStarted("full", "start", False))
    assert state.progress is not None
    assert (state.progress.phase, state.progress.fraction) == ("reach", 0.0)
    assert state.progress.seconds_left > 0
    assert state.next_run is None
    state = folded(PROGRESS, state=state)
    assert state.progress == PROGRESS
    state = folded(ServerMeasured(example_server()), state=state)
    assert state.progress == PROGRESS
    state = folded(REACHED, state=state)
    assert state.last == REACHED
    assert state.progress is None


def test_a_run_that_failed_keeps_the_last_verdict() -> None:
    state = folded(REACHED, RunStarted("full", "schedule", False), PROGRESS, FAILED)
    assert state.last == REACHED
    assert state.failed == FAILED
    assert state.progress is None


def test_the_next_verdict_clears_the_failure_and_a_start_does_not() -> None:
    state = folded(FAILED, RunStarted("full", "schedule", False))
    assert state.failed == FAILED
    assert folded(REACHED, state=state).failed is None


def test_what_holds_runs_back_stays_until_it_is_over() -> None:
    light = Limit("metered", "light")
    state = folded(LimitChanged(light), RunStarted("light", "start", False, light), REACHED)
    assert state.limit == light
    assert folded(LimitChanged(None), state=state).limit is None


def test_why_a_run_is_lighter_ends_with_it() -> None:
    state = folded(RunStarted("light", "manual", False, Limit("call", "light")))
    assert state.run_limit == Limit("call", "light")
    for end in (REACHED, FAILED):
        assert folded(end, state=state).run_limit is None


def test_a_busy_run_never_began() -> None:
    state = folded(REACHED, RunFailed("busy", "another run is in progress"))
    assert state.progress is None
    assert state.last == REACHED


def test_the_demonstration_shows_from_the_start_of_its_run() -> None:
    state = folded(RunStarted("full", "start", True))
    assert state.demonstration
    assert folded(replace(REACHED, demonstration=True), state=state).demonstration
    assert not folded(RunStarted("full", "settings", False), state=state).demonstration


def test_the_schedule() -> None:
    state = folded(ScheduleChanged(None, math.inf))
    assert (state.next_run, state.paused_until) == (None, math.inf)
    state = folded(ScheduleChanged(NOON, None), state=state)
    assert (state.next_run, state.paused_until) == (NOON, None)


def test_there_is_one_reason_why_calls_are_not_watched_until_it_is_over() -> None:
    state = folded(
        ServiceProblem("history", "The disk is full."),
        ServiceProblem("feed", "The folder is everybody's."),
        ServiceProblem("feed", "The folder is a link."),
    )
    assert state.problems == ("The disk is full.", "The folder is a link.")
    assert folded(ProblemOver("feed"), state=state).problems == ("The disk is full.",)


def test_problems_of_settings_go_when_they_are_read_again_and_others_stay() -> None:
    state = folded(
        SettingsChanged(("settings.toml, line 3: interval",)),
        ServiceProblem("history", "The disk is full."),
        ServiceProblem("history", "The disk is full."),
    )
    assert state.problems == ("settings.toml, line 3: interval", "The disk is full.")
    state = folded(SettingsChanged(()), state=state)
    assert state.problems == ("The disk is full.",)


def test_problems_end_with_the_run_that_shows_they_are_over() -> None:
    state = folded(
        ServiceProblem("history", "The disk is full."),
        ServiceProblem("history-replaced", "The history was damaged and begun anew."),
        ServiceProblem("secret", "The key ring is locked."),
    )
    state = folded(RunStarted("full", "schedule", False), state=state)
    assert state.problems == ("The disk is full.", "The history was damaged and begun anew.")
    state = folded(replace(REACHED, run_id=None), state=state)
    assert "The disk is full." in state.problems
    state = folded(replace(REACHED, run_id=7), state=state)
    assert state.problems == ("The history was damaged and begun anew.",)


def test_the_forecast_is_missing_until_a_model_is_asked_again() -> None:
    first, second = (ServiceProblem("forecast", f"No forecast: {why}") for why in ("a", "b"))
    state = folded(first, RunStarted("light", "schedule", False), REACHED)
    assert state.problems == ("No forecast: a",), "no news of the model"
    state = folded(second, state=state)
    assert (state.problems, state.surroundings) == (("No forecast: b",), (second,))
    state = folded(replace(REACHED, model="m"), state=state)
    assert (state.problems, state.surroundings) == ((), ())


def test_how_the_last_call_went_stays_until_a_newer_verdict() -> None:
    other = replace(CALL, call_id="another")
    state = folded(REACHED, CALL, RunStarted("full", "schedule", False), PROGRESS, FAILED, other)
    assert state.call == other
    assert folded(REACHED, state=state).call is None


def test_what_changes_nothing() -> None:
    decided = NotificationDecided(example_verdict(), Decision(True, Reason.FIRST), 1)
    state = folded(REACHED, PROGRESS)
    assert fold(state, decided) is state
    assert fold(state, ServerMeasured(example_server())) is state


EVENTS = st.sampled_from(
    [
        RunStarted("full", "manual", False),
        RunStarted("light", "start", True),
        PROGRESS,
        REACHED,
        FAILED,
        ScheduleChanged(NOON, None),
        ScheduleChanged(None, NOON),
        LimitChanged(Limit("budget", "none")),
        LimitChanged(None),
        SettingsChanged(("wrong",)),
        SettingsChanged(()),
        ServiceProblem("secret", "The key ring is locked."),
        ServiceProblem("forecast", "No forecast: the model is damaged."),
        replace(REACHED, model="m"),
        CALL,
    ]
)


@given(st.lists(EVENTS))
def test_any_order_of_events(events: list[Event]) -> None:
    state = folded(*events)
    assert len(set(state.problems)) == len(state.problems)
    assert {problem.message for problem in state.surroundings} <= set(state.problems)
    ends = [event for event in events if isinstance(event, VerdictReached | RunFailed)]
    assert (state.failed is not None) == (bool(ends) and isinstance(ends[-1], RunFailed))
    assert (state.last is not None) == any(isinstance(event, VerdictReached) for event in events)
