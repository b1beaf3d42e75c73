"""What the history gives back. All times are milliseconds since 1970-01-01 UTC."""

from collections.abc import Sequence
from dataclasses import dataclass

from notifier.calls.record import Outcome
from notifier.measurement import RunMeasurement, ServerEntry
from notifier.prediction import Prediction, ServerPrediction
from notifier.quality import CallFigures
from notifier.verdict import Verdict

__all__ = [
    "CallResult",
    "CallRow",
    "NotificationDecision",
    "RunSummary",
    "StoredRun",
    "best_server",
]


@dataclass(frozen=True, slots=True)
class RunSummary:
    """One run as lists and charts need it; the figures are those of :func:`best_server`."""

    id: int
    """Never used again, also after the run was deleted."""

    timestamp: float
    mode: str
    origin: str
    """The front end the run belonged to: ``tray``, ``watch``, ``probe``."""

    trigger: str
    """Why it was started: ``start``, ``schedule``, ``network``, ``wake``, ``settings``,
    ``manual``, ``unsure``."""

    demonstration: bool
    """It went to the embedded relay: the figures say nothing about the person's network."""

    network_id: str
    network_type: str
    isp: str | None
    connectivity_code: int
    status_code: int
    summary_code: int
    notification_code: int
    color: str
    notification: str
    """The sentence of that time, with the settings' own words where there were some."""

    confidence: float
    provider: str | None
    """The label of the server that the figures are from; None where none was reachable."""

    rtt_ms: float | None
    """Median round trip to the server, unloaded."""

    jitter_ms: float | None
    loss_fraction: float | None
    loop_kbps: float | None
    """Throughput through uplink and downlink together."""

    loop_at_least: bool
    """The path carries ``loop_kbps`` or more: the search ended before it was full."""

    loaded_rtt_ms: float | None
    """95th percentile of the round trip while loaded."""

    refused: bool = False
    """The servers let nobody in: the codes say nothing of the network
    (:attr:`notifier.verdict.Verdict.refused`)."""


@dataclass(frozen=True, slots=True)
class NotificationDecision:
    """Whether a verdict was told, why, and how it reached the person."""

    id: int
    timestamp: float
    network_id: str
    code: int
    """The notification code."""

    show: bool
    reason: str
    """A :class:`notifier.notify.rule.Reason`."""

    delivered_by: str | None
    """``freedesktop``, ``tray``, ``window``, …; ``none`` where nothing could show it; None where
    it was kept quiet, or is still on its way."""


@dataclass(frozen=True, slots=True)
class StoredRun:
    """Everything that is kept of one run."""

    summary: RunSummary
    verdict: Verdict
    measurement: RunMeasurement
    decision: NotificationDecision | None
    """None where nothing was decided, as for a run of ``probe``."""

    prediction: Prediction | None = None
    """What the model said, uncorrected; None where it was not kept or cannot be read any more."""


@dataclass(frozen=True, slots=True)
class CallResult:
    """A call that the program was attached to: what was forecast, and what it got."""

    id: int
    call_id: str
    """The application's own name of the call; there is one row for each."""

    timestamp: float
    """When the call began."""

    duration_ms: float
    """Of what the figures are of: the call without its warm-up."""

    network_id: str
    run_id: int | None
    """The run whose forecast was in force when the call began; None where there was none, or it
    was deleted."""

    forecast_code: int | None
    """The summary code that the person was told; None where there was no forecast."""

    confidence: float | None
    odds: ServerPrediction | None
    """What the model had said of the server that decided, before any correction. None where no
    model had, or where it cannot be read any more."""

    model: str | None
    """Which model that was."""

    figures: CallFigures
    code: int
    """The summary code that the call earned."""


@dataclass(frozen=True, slots=True)
class CallRow:
    """One call that is over, as lists need it."""

    call_id: str
    """The client's name of it; there is one row for each."""

    began: float
    ended: float
    duration_ms: float
    """From the first connection to the end; 0 where there was none."""

    application: str
    """Where the call took place: a program's name or a web page's host; may be empty."""

    network_id: str | None
    outcome: Outcome
    summary_code: int | None
    """The code that the call earned; None where too little is known of it."""

    color: str | None
    forecast_code: int | None
    """The summary code that was in force when it began; None where there was no forecast."""

    forecast_color: str | None
    forecast_right: bool | None
    rating: int | None
    """What the person said of the whole call, 1 to 5; None where nobody did."""


def best_server(servers: Sequence[ServerEntry], *, url: str | None = None) -> ServerEntry | None:
    """The server whose figures stand for the run.

    That is the one with this URL, where it was reachable; else the reachable one with the
    shortest round trip. A server without a round trip comes after those with one; of equals, the
    first in the settings. None where no server was reachable.

    :param url: the server that the forecast went by.
    """
    reachable = [server for server in servers if server.reachable]
    for server in reachable:
        if server.url == url:
            return server
    return min(
        reachable,
        key=lambda server: server.rtt_ms.median if server.rtt_ms else float("inf"),
        default=None,
    )
