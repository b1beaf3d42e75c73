"""One line of the log an event: what a help desk reads first.

Codes and reasons, no sentences: the history has those. Calls are told without where they were.
"""

import logging

from notifier.service.events import (
    CallOver,
    Event,
    LimitChanged,
    NotificationDecided,
    ProblemOver,
    QuietChanged,
    RunFailed,
    RunStarted,
    ScheduleChanged,
    ServerMeasured,
    ServiceProblem,
    SettingsChanged,
    VerdictReached,
)

__all__ = ["NETWORK_DIGITS", "log_event"]

log = logging.getLogger(__name__)

NETWORK_DIGITS = 6
"""Of a network's identity: enough to tell a person's networks apart."""


def log_event(event: Event) -> None:
    """Log what happened, where it is worth a line."""
    if log.isEnabledFor(logging.INFO) and (said := _said(event)):
        log.info("%s", said)


def _said(event: Event) -> str:
    match event:
        case RunStarted():
            limit = "" if event.limit is None else f", limited by {event.limit.reason}"
            return f"run: {event.mode}, by {event.trigger}{limit}"
        case ServerMeasured():
            server = event.measurement
            return f"server: {server.url}, {'reachable' if server.reachable else server.error}"
        case VerdictReached():
            return _verdict(event)
        case RunFailed():
            return f"run: no verdict, {event.reason}: {event.detail}"
        case NotificationDecided():
            told = "shown" if event.decision.show else "kept quiet"
            return f"notification: {told}, {event.decision.reason}"
        case CallOver():
            return f"call: over, {event.record.outcome}, code {event.record.summary_code}"
        case _:
            return _state(event)


def _verdict(event: VerdictReached) -> str:
    verdict = event.verdict
    return (
        f"verdict: {verdict.summary_code} {verdict.color}, "
        f"connectivity {verdict.connectivity_code}, status {verdict.status_code}, "
        f"network {event.network_id[:NETWORK_DIGITS]}, model {event.model}"
    )


def _state(event: Event) -> str:
    match event:
        case ScheduleChanged() if event.paused_until is not None:
            return f"schedule: paused until {event.paused_until}"
        case QuietChanged():
            return f"quiet: {'over' if event.quiet_until is None else 'for today'}"
        case LimitChanged():
            limit = event.limit
            return f"limit: {'none' if limit is None else f'{limit.reason}, {limit.left}'}"
        case SettingsChanged():
            return f"settings: read again, {len(event.problems)} problems"
        case ServiceProblem():
            return f"problem: {event.code}: {event.message}"
        case ProblemOver():
            return f"problem: {event.code} is over"
        case _:
            return ""
