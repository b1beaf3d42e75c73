"""What is kept of a call: the record of ``call-notifier calls --json`` and of the history.

Names on the wire are in camelCase. Times are milliseconds since 1970, durations milliseconds, rates
kbit/s of 1000 bits, fractions 0..1. A figure that nobody said is null, never 0.
"""

from typing import Any, Literal

import msgspec

from notifier.quality import CallFigures

__all__ = [
    "CallForecast",
    "CallRecord",
    "EventRecord",
    "FabricRecord",
    "FeedbackRecord",
    "Outcome",
    "Spread",
    "StreamRecord",
    "TimePoint",
]

Outcome = Literal["success", "partially-failed", "failed", "dropped", "aborted", "missed"]
"""Of a call: every connection was set up; some were not; none was; all were lost against
somebody's will; it ended while connecting; an offer had no answer."""


class _Record(msgspec.Struct, kw_only=True, rename="camel", frozen=True):
    pass


class Spread(_Record, kw_only=True, frozen=True):
    """How one figure was spread over the samples."""

    mean: float
    p50: float
    p75: float
    p95: float


class StreamRecord(_Record, kw_only=True, frozen=True):
    """One RTP stream, over its whole life."""

    ssrc: int
    direction: Literal["inbound", "outbound"]
    media: Literal["audio", "video", "screen"]
    user_id: str | None = None
    usage_label: str | None = None
    codec: str | None = None
    duration_ms: float = 0.0
    kbps: Spread | None = None
    packets: int = 0
    loss_fraction: float | None = None
    jitter_ms: Spread | None = None
    rtt_ms: Spread | None = None
    width: int | None = None
    height: int | None = None
    frames_per_second: Spread | None = None
    freezes: int | None = None
    frozen_fraction: float | None = None
    concealed_fraction: float | None = None
    quality: Literal["excellent", "fair", "bad", "unknown"] = "unknown"
    """The callstats indicator of the whole stream."""


class FabricRecord(_Record, kw_only=True, frozen=True):
    """One connection."""

    fabric_id: str
    remote_user_id: str = ""
    usage: str = "multiplex"
    added: float
    ended: float | None = None
    state: str
    """A :class:`notifier.calls.vocabulary.FabricState`, the last one."""

    end: (
        Literal["terminated", "dropped", "failed", "aborted", "timeout", "never-connected"] | None
    ) = None
    setup_delay_ms: float | None = None
    """From addNewFabric to connected."""

    failure_delay_ms: float | None = None
    ice_gathering_delay_ms: float | None = None
    ice_connectivity_delay_ms: float | None = None
    relay_type: str | None = None
    disruptions: int = 0
    disrupted_ms: float = 0.0
    transport_switches: int = 0
    streams: tuple[StreamRecord, ...] = ()


class EventRecord(_Record, kw_only=True, frozen=True):
    """Something that happened: life cycle, actions, errors, disruptions, logs."""

    timestamp: float
    event: str
    fabric_id: str | None = None
    data: dict[str, Any] | None = None


class TimePoint(_Record, kw_only=True, frozen=True):
    """The means of ten seconds."""

    timestamp: float
    up_kbps: float
    down_kbps: float
    rtt_ms: float | None = None
    loss_fraction: float | None = None


class FeedbackRecord(_Record, kw_only=True, frozen=True):
    """What the person said."""

    timestamp: float
    overall: int
    audio: int | None = None
    video: int | None = None
    screen: int | None = None
    comment: str | None = None
    user_id: str = ""
    source: Literal["application", "person"] = "application"
    """``person``: our own window asked."""


class CallForecast(_Record, kw_only=True, frozen=True):
    """What had been forecast when the call began."""

    summary_code: int
    color: str
    confidence: float
    run_id: int | None = None
    model: str | None = None


class CallRecord(_Record, kw_only=True, frozen=True):
    """One call, from join to leave."""

    call_id: str
    conference_id: str
    application: str = ""
    origin: str | None = None
    user_id: str = ""
    client: str = ""
    """The kind of client that reported it."""

    began: float
    ended: float
    duration_ms: float
    """From the first connection to the end; 0 where there was none."""

    outcome: Outcome
    fabrics: tuple[FabricRecord, ...] = ()
    events: tuple[EventRecord, ...] = ()
    events_dropped: int = 0
    timeline: tuple[TimePoint, ...] = ()
    figures: CallFigures | None = None
    """None where the call was too short, or said too little, for a label."""

    figures_duration_ms: float = 0.0
    """Of what the figures are of: without the warm-up."""

    summary_code: int | None = None
    """The code that the call earned (notifier.quality); None without figures."""

    color: str | None = None
    call_type: str | None = None
    role: str | None = None
    network_id: str | None = None
    """This and what follows is filled in by whoever knows."""

    forecast: CallForecast | None = None
    forecast_right: bool | None = None
    """Whether the call had the colour that was forecast; None without forecast or figures."""

    comparison: str | None = None
    """The same in a sentence."""

    feedback: FeedbackRecord | None = None
