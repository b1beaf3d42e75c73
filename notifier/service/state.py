"""From events to a snapshot: where the service stands, for whoever starts looking now."""

from dataclasses import replace

from notifier.service.events import (
    CallCompared,
    CallLive,
    CallOver,
    Event,
    LimitChanged,
    ProblemOver,
    QuietChanged,
    RunFailed,
    RunProgress,
    RunStarted,
    ScheduleChanged,
    ServiceProblem,
    ServiceState,
    SettingsChanged,
    UpdateChanged,
    VerdictReached,
    VerdictRevised,
)

__all__ = ["fold"]

_USUAL_SECONDS = 5.0
"""What a run usually takes, shown until the probe's own first report."""


def fold(state: ServiceState, event: Event) -> ServiceState:
    """The state after an event."""
    match event:
        case RunStarted():
            begun = RunProgress("reach", "", 0.0, _USUAL_SECONDS)
            # What each run finds out anew.
            state = _without(state, "secret", "relay")
            return replace(
                state,
                progress=begun,
                run_limit=event.limit,
                demonstration=event.demonstration,
                next_run=None,
            )
        case RunProgress():
            return replace(state, progress=event)
        case VerdictReached():
            if event.run_id is not None:
                state = _without(state, "history")
            if event.model is not None:
                state = _without(state, "forecast")
            return replace(state, last=event, progress=None, run_limit=None, failed=None, call=None)
        case VerdictRevised():
            return replace(state, last=event.reached)
        case RunFailed():
            return replace(state, progress=None, run_limit=None, failed=event)
        case CallCompared():
            return replace(state, call=event)
        case CallLive():
            return replace(state, live=event.call)
        case CallOver():
            return replace(state, over=event)
        case ScheduleChanged():
            return replace(state, next_run=event.next_run, paused_until=event.paused_until)
        case QuietChanged():
            return replace(state, quiet_until=event.quiet_until)
        case LimitChanged():
            return replace(state, limit=event.limit)
        case SettingsChanged():
            others = (problem.message for problem in state.surroundings)
            return replace(state, problems=(*event.problems, *others))
        case ServiceProblem() if event not in state.surroundings:
            if event.code in (
                "forecast",
                "feed",
                "websocket",
                "installation",
            ):  # there is one reason at a time
                state = _without(state, event.code)
            return replace(
                state,
                problems=(*state.problems, event.message),
                surroundings=(*state.surroundings, event),
            )
        case UpdateChanged():
            return replace(state, update=event.offer, update_seen=event.seen)
        case ProblemOver():
            return _without(state, event.code)
        case _:
            return state


def _without(state: ServiceState, *codes: str) -> ServiceState:
    """The state with these problems of the surroundings over."""
    over = {problem.message for problem in state.surroundings if problem.code in codes}
    return replace(
        state,
        problems=tuple(message for message in state.problems if message not in over),
        surroundings=tuple(p for p in state.surroundings if p.code not in codes),
    )
