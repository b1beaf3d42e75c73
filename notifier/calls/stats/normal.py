"""One getStats in normal form: the counters of a connection, whichever program gave them.

What is None was not told. Counters are since the stream's or the connection's beginning.
"""

from dataclasses import dataclass, field

import msgspec

from notifier.calls.sample import Direction, Media

__all__ = ["Connection", "Report", "Stream", "Traffic"]


@dataclass(slots=True)
class Report:
    """What the other end says of a stream: RTCP, RFC 3550 section 6.4."""

    stamp: float
    """Changes when there is a fresh one."""

    packets: float | None = None
    """Sent or received, as the other end counts; not in all receiver reports."""

    octets: float | None = None
    """Of the sender report: payload alone."""

    lost: float | None = None
    fraction_lost: float | None = None
    jitter_ms: float | None = None
    rtt_ms: float | None = None
    measurements: float | None = None
    """How many round trips were measured; None where that is not told."""


@dataclass(slots=True)
class Stream:
    """One RTP stream: counters since its beginning, where nothing else is said."""

    ssrc: int
    direction: Direction
    media: Media
    stamp: float | None = None
    """The entry's own time, ms; only differences mean something."""

    octets: float | None = None
    """Payload and RTP headers; inbound of aiortc None."""

    packets: float | None = None
    lost: float | None = None
    jitter_ms: float | None = None
    report: Report | None = None
    width: int | None = None
    height: int | None = None
    frames: float | None = None
    frames_per_second: float | None = None
    """As the browser says."""

    freezes: float | None = None
    frozen_ms: float | None = None
    concealed: float | None = None
    samples: float | None = None
    delay_ms: float | None = None
    """jitterBufferDelay: the waits of all samples or pictures, summed."""

    emitted: float | None = None
    """Of how many that is the sum."""

    audio_level: float | None = None
    limitation: str | None = None
    target_kbps: float | None = None
    active: bool | None = None
    source_frames: float | None = None
    playout_at: float | None = None
    codec: str | None = None
    cname: str | None = None
    msid: str | None = None

    @property
    def key(self) -> str:
        """Identity among the streams of a connection."""
        return f"{self.direction[0]}{self.ssrc}"


class Traffic(msgspec.Struct, array_like=True):
    """What went in one direction, over all pairs, so that another pair is no step back."""

    octets: float | None = None
    """SRTP, SRTCP and DTLS."""

    packets: float | None = None
    checks: float | None = None
    """STUN messages: connectivity and consent checks and answers."""


@dataclass(slots=True)
class Connection:
    """All of one sample."""

    streams: list[Stream] = field(default_factory=list)
    up: Traffic = field(default_factory=Traffic)
    down: Traffic = field(default_factory=Traffic)
    stamp: float | None = None
    pair: str | None = None
    rtt_ms: float | None = None
    available_kbps: float | None = None
    relay: str | None = None
    protocol: str | None = None
    """``udp`` or ``tcp`` of the selected pair."""

    ipv6: bool = False
    network_type: str | None = None
