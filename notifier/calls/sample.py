"""What one second of a call was like: intervals between two getStats, not counters.

The border between reading raw statistics (``dialect``, ``meter``) and everything made of them.
Rates are in kbit/s of 1000 bits; times in milliseconds; fractions 0..1.
"""

from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Direction", "FabricSample", "Media", "StreamSample"]

Direction = Literal["inbound", "outbound"]
Media = Literal["audio", "video", "screen"]


@dataclass(frozen=True, slots=True)
class StreamSample:
    """One RTP stream during the interval; None is what nobody said."""

    ssrc: int
    direction: Direction
    media: Media
    kbps: float
    """RTP payload and headers."""

    packets: float
    """Sent or received in the interval."""

    packet_rate: float
    """Packets a second."""

    loss: float | None = None
    """lost / (received + lost) of the interval; of an outbound stream as the receiver reports."""

    jitter_ms: float | None = None
    """RFC 3550 interarrival jitter; of an outbound stream as the receiver reports."""

    rtt_ms: float | None = None
    """From RTCP, where the interval had a fresh report."""

    width: int | None = None
    height: int | None = None
    frames_per_second: float | None = None
    frozen_ms: float | None = None
    """Growth of totalFreezesDuration."""

    freezes: int | None = None
    concealed_samples: float | None = None
    total_samples: float | None = None
    """Growth of concealedSamples and totalSamplesReceived, inbound audio."""

    audio_level: float | None = None
    """0..1; of the track that is sent or played."""

    quality_limitation: str | None = None
    """W3C RTCQualityLimitationReason of an outbound picture: none, cpu, bandwidth, other."""

    target_kbps: float | None = None
    """targetBitrate of the encoder."""

    playout_delay_ms: float | None = None
    """What this stream's packets wait before they are heard or seen, in the interval."""

    codec: str | None = None
    cname: str | None = None
    msid: str | None = None
    has_reports: bool | None = None
    """Of an outbound stream: whether a receiver report has ever come; None: too early to tell."""

    report_age_ms: float | None = None
    """Since the last fresh report about this stream; None where there was none."""

    kbps_estimated: bool = False
    """The receiver counts no octets (aiortc): they are what its packets have on average."""

    active: bool | None = None
    """Of an outbound stream: whether there is something to send, as the browser says."""

    source_frames: float | None = None
    """Pictures that camera or screen gave in the interval."""

    sender_packets: float | None = None
    """Of an inbound stream: what its sender says it sent between its last two reports."""

    playout_at: float | None = None
    """estimatedPlayoutTimestamp: the sender's time, in ms, of what is heard or seen now."""


@dataclass(frozen=True, slots=True)
class FabricSample:
    """One connection during the interval from ``at - span_ms`` to ``at``."""

    at: float
    """The client's clock, milliseconds since 1970."""

    span_ms: float
    """Between the two samples; a missed one makes it longer, not wrong."""

    streams: tuple[StreamSample, ...] = field(default=())
    up_kbps: float = 0.0
    """On the wire, all that the connection sent: with RTP, RTCP, IP and UDP headers, and TURN's
    ChannelData header on a relayed path. What an observer on the link counts."""

    down_kbps: float = 0.0
    rtt_ms: float | None = None
    """Of the selected candidate pair (STUN); of RTCP where no pairs are told."""

    available_kbps: float | None = None
    """availableOutgoingBitrate of the selected pair."""

    available_limited: bool = False
    """The sender used what there was: the available rate is the path's and not the application's
    wish (see ``figures``)."""

    pair: str | None = None
    """Identity of the selected candidate pair; another one is a transport switch."""

    relay: str | None = None
    """``turn/udp``, ``turn/tcp``, ``turn/tls`` of a relayed path; ``""`` of a direct one."""

    network_type: str | None = None
    reset: bool = False
    """Counters went back: the interval was begun anew."""
