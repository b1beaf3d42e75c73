"""A call as it is now: the snapshot that windows and the command line show, once a second."""

from dataclasses import dataclass
from typing import Literal

from notifier.calls.sample import Media

__all__ = ["Flow", "LiveCall", "LivePoint", "LiveState", "Trouble", "TroubleKind"]

LiveState = Literal["connecting", "established", "disrupted", "held", "failed", "over"]

TroubleKind = Literal[
    "one-way-media", "rtcp-timeout", "media-timeout", "media-usability", "congestion",
    "av-desync", "no-receiver-reports", "disconnected",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trouble:
    """What disturbs the call at present; sentences are the front ends'."""

    kind: TroubleKind
    direction: Literal["inbound", "outbound"] | None = None
    media: Media | None = None


@dataclass(frozen=True, slots=True)
class Flow:
    """All streams of one kind in one direction, over the last second."""

    direction: Literal["up", "down"]
    media: Media
    kbps: float
    streams: int
    loss: float | None = None
    """Fraction 0..1, packets lost of packets sent."""

    jitter_ms: float | None = None
    """Of the worst stream."""

    width: int | None = None
    """Of the largest picture, with height and frame rate."""

    height: int | None = None
    frames_per_second: float | None = None


@dataclass(frozen=True, slots=True)
class LivePoint:
    """One second, for the graph."""

    at: float
    """Milliseconds since 1970."""

    up_kbps: float
    down_kbps: float
    rtt_ms: float | None = None
    loss: float | None = None
    """The greater one of both directions."""


@dataclass(frozen=True, slots=True)
class LiveCall:
    """The call that goes on; of several the one that began last."""

    call_id: str
    application: str
    """Where the call takes place: a program's name or a web page's host; may be empty."""

    began: float
    """Milliseconds since 1970."""

    state: LiveState
    up_kbps: float = 0.0
    """On the wire, all headers included."""

    down_kbps: float = 0.0
    rtt_ms: float | None = None
    available_kbps: float | None = None
    code: int | None = None
    """The summary code that the last half a minute would earn (docs/numbers.md); None while that
    is not known."""

    flows: tuple[Flow, ...] = ()
    """Up before down; audio, video, screen."""

    troubles: tuple[Trouble, ...] = ()
    recent: tuple[LivePoint, ...] = ()
    """The last five minutes, oldest first."""

    calls: int = 1
    """How many go on at once."""
