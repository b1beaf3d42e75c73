"""From events to a snapshot: where the service stands, for whoever starts looking now."""

from dataclasses import replace

from notifier.service.events import (
    Event,
    RunFailed,
    RunProgress,
    RunStarted,
    ScheduleChanged,
    ServiceProblem,
    ServiceState,
    SettingsChanged,
    VerdictReached,
)

__all__ = ["fold"]

_USUAL_SECONDS = 5.0
"""What a run usually takes, shown until the probe's own first report."""


def fold(state: ServiceState, event: Event) -> ServiceState:
    """The state after an event."""
    match event:
        case RunStarted():
            begun = RunProgress("reach", "", 0.0, _USUAL_SECONDS)
            return replace(state, progress=begun, demonstration=event.demonstration, next_run=None)
        case RunProgress():
            return replace(state, progress=event)
        case VerdictReached():
            return replace(state, last=event, progress=None, failed=None)
        case RunFailed():
            return replace(state, progress=None, failed=event)
        case ScheduleChanged():
            return replace(state, next_run=event.next_run, paused_until=event.paused_until)
        case SettingsChanged():
            return replace(state, problems=(*event.problems, *state.surroundings))
        case ServiceProblem() if event.message not in state.surroundings:
            return replace(
                state,
                problems=(*state.problems, event.message),
                surroundings=(*state.surroundings, event.message),
            )
        case _:
            return state
