"""From what getStats gave, wherever it came from, to one form: counters of a connection at a time.

What is read are the entries of W3C webrtc-stats as Chromium, Firefox and Safari give them, and as
aiortc does, which differ in this:

=====================  =========================================================================
aiortc                 jitter in units of the RTP clock, and there is no codec entry to tell it;
                       remote-inbound-rtp has the SSRC of whoever reports, and belongs to the
                       outbound-rtp of the same number in its id; fractionLost is 0..255; an
                       inbound stream counts no octets; retransmissions on an SSRC of their own
                       take the place of their stream's entry; no candidate pairs
Firefox                candidate pairs count octets but no packets, transports neither; pairs say
                       ``selected``; no available bit rate
Chromium               names the selected pair in its transport; an entry of the pair may say
                       ``in-progress`` while a consent check is on its way
older ones             ``mediaType`` for kind, ``isRemote``, ``ip``, ``inboundrtp``, and fields of
                       the picture and of concealment in entries of type ``track``
=====================  =========================================================================

Octets of a candidate pair and of a transport are those of SRTP, SRTCP and DTLS in all of them:
without STUN, without TURN's framing and without the headers of IP and UDP.

Everything here comes from outside and may be of any type: what is not a finite number is not
there, and nothing raises.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from notifier.calls.sample import Direction, Media

__all__ = ["Connection", "Report", "Stream", "Traffic", "read"]

STREAMS_LIMIT = 500
"""Streams that are read of one sample; the rest is passed over."""

TEXT_LIMIT = 100
"""Characters of a codec, label or id that are kept."""

_AUDIO_CLOCK, _VIDEO_CLOCK = 48_000, 90_000
"""Hz: Opus, and all that is video (RFC 7587, RFC 6184, RFC 7741)."""

_MICROSECONDS = 1e14
"""A timestamp beyond this (the year 5138 in milliseconds) is in microseconds, as in libwebrtc."""

_PAYLOADS_BESIDE = {"rtx", "red", "ulpfec", "flexfec-03", "cn", "telephone-event"}
"""Of a stream with one of these codecs nothing is heard or seen by itself."""

_TYPES = {
    "inboundrtp": "inbound-rtp",
    "outboundrtp": "outbound-rtp",
    "candidatepair": "candidate-pair",
    "localcandidate": "local-candidate",
    "remotecandidate": "remote-candidate",
}

Entry = Mapping[str, Any]


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


def read(entries: Sequence[Any]) -> Connection:
    """Bring the entries of one sample to the normal form."""
    by_type: dict[str, list[Entry]] = {}
    by_id: dict[str, Entry] = {}
    for entry in entries:
        if not isinstance(entry, Mapping):
            continue
        kind = entry.get("type")
        if not isinstance(kind, str):
            continue
        kind = _TYPES.get(kind, kind)
        if entry.get("isRemote") is True and kind in {"inbound-rtp", "outbound-rtp"}:
            kind = f"remote-{kind}"
        by_type.setdefault(kind, []).append(entry)
        if isinstance(number := entry.get("id"), str):
            by_id[number] = entry
    connection = Connection(streams=_streams(by_type, by_id))
    _transport(connection, by_type, by_id)
    return connection


def number(entry: Entry, *names: str) -> float | None:
    """The first of these fields that is a finite number."""
    for name in names:
        value = entry.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            try:
                value = float(value)
            except OverflowError:
                continue
            if math.isfinite(value):
                return value
    return None


def _count(entry: Entry, *names: str) -> float | None:
    """A counter: never below zero."""
    value = number(entry, *names)
    return None if value is None or value < 0 else value


def _ms(entry: Entry, *names: str) -> float | None:
    """Seconds, as milliseconds; never below zero."""
    value = _count(entry, *names)
    return None if value is None else value * 1000


def _text(entry: Entry, name: str) -> str | None:
    value = entry.get(name)
    return value[:TEXT_LIMIT] if isinstance(value, str) and value else None


def _linked(entry: Entry, name: str, by_id: Mapping[str, Entry]) -> Entry:
    """The entry whose id stands in this field; an empty one where there is none."""
    value = entry.get(name)
    return by_id.get(value, {}) if isinstance(value, str) else {}


def _stamp(entry: Entry) -> float | None:
    value = number(entry, "timestamp")
    return value / 1000 if value is not None and value > _MICROSECONDS else value


def _ssrc(entry: Entry) -> int | None:
    value = entry.get("ssrc")
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 10:
        value = int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**32:
        return None
    return value


def _suffix(entry: Entry) -> str | None:
    """The number in aiortc's ids (``inbound-rtp_140…``); None says another dialect."""
    name = entry.get("id")
    if not isinstance(name, str):
        return None
    kind, _, digits = name.partition("_")
    return digits if kind == entry.get("type") and digits.isdigit() else None


def _streams(by_type: Mapping[str, list[Entry]], by_id: Mapping[str, Entry]) -> list[Stream]:
    found: dict[str, Stream] = {}
    ways: tuple[tuple[Direction, str], ...] = (
        ("outbound", "remote-inbound-rtp"),
        ("inbound", "remote-outbound-rtp"),
    )
    for direction, about in ways:
        reports: dict[object, Entry] = {}
        for entry in by_type.get(about, ()):
            reports.setdefault(_suffix(entry) or _ssrc(entry), entry)
        for entry in by_type.get(f"{direction}-rtp", ()):
            stream = _stream(entry, direction, by_id)
            if stream is None or len(found) >= STREAMS_LIMIT:
                continue
            remote = reports.get(_suffix(entry) or stream.ssrc)
            if remote is not None:
                if direction == "inbound" and _ssrc(remote) != stream.ssrc:
                    continue  # aiortc: the retransmissions, in the place of the stream
                stream.report = _report(remote, stream)
            other = found.get(stream.key)
            if other is None or (other.packets or 0) < (stream.packets or 0):
                found[stream.key] = stream
    return list(found.values())


def _stream(entry: Entry, direction: Direction, by_id: Mapping[str, Entry]) -> Stream | None:
    ssrc = _ssrc(entry)
    kind = entry.get("kind", entry.get("mediaType"))
    if ssrc is None or kind not in ("audio", "video"):
        return None
    codec = _codec(_linked(entry, "codecId", by_id))
    if codec is not None and codec.lower() in _PAYLOADS_BESIDE:
        return None
    media: Media = kind
    if kind == "video" and entry.get("contentType") == "screenshare":
        media = "screen"
    stream = Stream(ssrc=ssrc, direction=direction, media=media, codec=codec)
    stream.stamp = _stamp(entry)
    stream.cname = _text(entry, "cname")
    stream.msid = _text(entry, "msid") or _text(entry, "trackIdentifier")
    _picture_and_sound(stream, entry, _linked(entry, "trackId", by_id))
    if direction == "outbound":
        _outbound(stream, entry, _source(entry, kind, by_id))
    else:
        _inbound(stream, entry)
    return stream


def _picture_and_sound(stream: Stream, entry: Entry, track: Entry) -> None:
    """What may also stand in an entry of type ``track``."""
    fields = {**track, **entry} if track else entry
    for name, attribute in (("frameWidth", "width"), ("frameHeight", "height")):
        size = _count(fields, name)
        if size and size < 65_536:
            setattr(stream, attribute, int(size))
    stream.freezes = _count(fields, "freezeCount")
    stream.frozen_ms = _ms(fields, "totalFreezesDuration")
    stream.concealed = _count(fields, "concealedSamples")
    stream.samples = _count(fields, "totalSamplesReceived")
    stream.delay_ms = _ms(fields, "jitterBufferDelay")
    stream.emitted = _count(fields, "jitterBufferEmittedCount")
    level = _count(fields, "audioLevel")
    stream.audio_level = None if level is None else min(level, 1.0)
    stream.frames_per_second = _count(fields, "framesPerSecond")


def _outbound(stream: Stream, entry: Entry, source: Entry | None) -> None:
    stream.packets = _count(entry, "packetsSent")
    stream.octets = _with_headers(entry, "bytesSent", "headerBytesSent", stream.packets)
    stream.frames = _count(entry, "framesEncoded", "framesSent")
    target = _count(entry, "targetBitrate")
    stream.target_kbps = None if target is None else target / 1000
    stream.limitation = _text(entry, "qualityLimitationReason")
    active = entry.get("active")
    stream.active = active if isinstance(active, bool) else None
    if source is None:
        return
    if not source or source.get("trackIdentifier") == "":
        stream.active = False  # there is no track to send from
    stream.source_frames = _count(source, "frames")
    if stream.audio_level is None:
        stream.audio_level = _count(source, "audioLevel")


def _source(entry: Entry, kind: str, by_id: Mapping[str, Entry]) -> Entry | None:
    """Camera, microphone or screen of an outbound stream; an empty one where its sender has no
    track, None where the browser says nothing of it."""
    if isinstance(entry.get("mediaSourceId"), str):
        return _linked(entry, "mediaSourceId", by_id)
    # Firefox: mediasource_video_1{track}, and an empty trackIdentifier without one.
    start = f"mediasource_{kind}_{entry.get('mid')}"
    return next((by_id[name] for name in by_id if name.partition("{")[0] == start), None)


def _inbound(stream: Stream, entry: Entry) -> None:
    stream.packets = _count(entry, "packetsReceived")
    stream.octets = _with_headers(entry, "bytesReceived", "headerBytesReceived", stream.packets)
    stream.lost = number(entry, "packetsLost")
    stream.jitter_ms = _jitter_ms(entry, stream.media)
    stream.frames = _count(entry, "framesDecoded", "framesReceived")
    stream.playout_at = _count(entry, "estimatedPlayoutTimestamp")


_RTP_HEADER = 12


def _with_headers(entry: Entry, payload: str, headers: str, packets: float | None) -> float | None:
    octets = _count(entry, payload)
    if octets is None:
        return None
    header = _count(entry, headers)
    return octets + (_RTP_HEADER * (packets or 0) if header is None else header)


def _jitter_ms(entry: Entry, media: Media) -> float | None:
    if _suffix(entry) is None:
        return _ms(entry, "jitter")
    units = _count(entry, "jitter")
    clock = _AUDIO_CLOCK if media == "audio" else _VIDEO_CLOCK
    return None if units is None else units / clock * 1000


def _report(entry: Entry, stream: Stream) -> Report | None:
    stamp = _stamp(entry)
    if stamp is None:
        return None
    report = Report(stamp, rtt_ms=_ms(entry, "roundTripTime"))
    report.measurements = _count(entry, "roundTripTimeMeasurements")
    if stream.direction == "inbound":
        report.packets = _count(entry, "packetsSent")
        report.octets = _count(entry, "bytesSent")
        return report
    report.lost = number(entry, "packetsLost")
    report.jitter_ms = _jitter_ms(entry, stream.media)
    fraction = _count(entry, "fractionLost")
    if _suffix(entry) is not None:
        fraction = None if fraction is None else fraction / 256
    else:
        report.packets = _count(entry, "packetsReceived")  # aiortc reckons it from what it sent
    report.fraction_lost = None if fraction is None or fraction > 1 else fraction
    return report


def _codec(entry: Entry) -> str | None:
    name = _text(entry, "mimeType")
    return None if name is None else name.rpartition("/")[2]


def _transport(
    connection: Connection, by_type: Mapping[str, list[Entry]], by_id: Mapping[str, Entry]
) -> None:
    transports = by_type.get("transport", [])
    pairs = by_type.get("candidate-pair", [])
    counting = [entry for entry in transports if number(entry, "bytesSent") is not None]
    told = counting or pairs
    connection.up = Traffic(
        _sum(told, "bytesSent"),
        _sum(told, "packetsSent"),
        _sum(pairs, "requestsSent", "responsesSent"),
    )
    connection.down = Traffic(
        _sum(told, "bytesReceived"),
        _sum(told, "packetsReceived"),
        _sum(pairs, "requestsReceived", "responsesReceived"),
    )
    stamps = [stamp for entry in told if (stamp := _stamp(entry)) is not None]
    connection.stamp = max(stamps, default=None)
    chosen = _selected(transports, pairs, by_id)
    if not chosen:
        return
    connection.pair = "+".join(sorted(str(pair.get("id"))[:TEXT_LIMIT] for pair in chosen))
    trips = [trip for pair in chosen if (trip := _ms(pair, "currentRoundTripTime")) is not None]
    connection.rtt_ms = max(trips, default=None)
    rates = [rate for p in chosen if (rate := _count(p, "availableOutgoingBitrate")) is not None]
    # Connections that are not bundled estimate each for itself, and share the path.
    connection.available_kbps = sum(rates) / 1000 if rates else None
    _way(connection, _linked(chosen[0], "localCandidateId", by_id))


def _sum(entries: Sequence[Entry], *names: str) -> float | None:
    found = [value for e in entries for name in names if (value := _count(e, name)) is not None]
    return sum(found) if found else None


def _selected(
    transports: Sequence[Entry], pairs: Sequence[Entry], by_id: Mapping[str, Entry]
) -> list[Entry]:
    """The pairs in use: one, or one a transport where they are not bundled."""
    named = [_linked(entry, "selectedCandidatePairId", by_id) for entry in transports]
    unique = {id(pair): pair for pair in named if pair}
    if unique:
        return list(unique.values())
    if chosen := [pair for pair in pairs if pair.get("selected") is True]:
        return chosen
    nominated = [
        pair for pair in pairs if pair.get("nominated") is True and pair.get("state") == "succeeded"
    ]
    return [max(nominated, key=lambda pair: _count(pair, "bytesSent") or 0)] if nominated else []


def _way(connection: Connection, local: Entry) -> None:
    if not local:
        return
    connection.network_type = _text(local, "networkType")
    protocol = local.get("protocol", local.get("transport"))
    if local.get("candidateType") in ("relay", "relayed"):
        to_server = local.get("relayProtocol")
        connection.relay = f"turn/{to_server if to_server in ('udp', 'tcp', 'tls') else 'udp'}"
        # The address is the relay's own; ours is the one that it was allocated from.
        address = local.get("relatedAddress")
    else:
        connection.relay = ""
        address = local.get("address", local.get("ip"))
    connection.protocol = "tcp" if protocol == "tcp" else "udp"
    connection.ipv6 = isinstance(address, str) and ":" in address
