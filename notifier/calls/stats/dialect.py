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

Everything here comes from outside and may be of any type: what is not a finite number is not
there, and nothing raises.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from notifier.calls.sample import Direction, Media
from notifier.calls.stats.entries import Entry, count, linked, ms, number, stamp, text
from notifier.calls.stats.normal import Connection, Report, Stream
from notifier.calls.stats.pairs import read_path

__all__ = ["read"]

STREAMS_LIMIT = 500
"""Streams that are read of one sample; the rest is passed over."""

_AUDIO_CLOCK, _VIDEO_CLOCK = 48_000, 90_000
"""Hz: Opus, and all that is video (RFC 7587, RFC 6184, RFC 7741)."""

_RTP_HEADER = 12
"""Octets, where the program does not count them."""

_PAYLOADS_BESIDE = {"rtx", "red", "ulpfec", "flexfec-03", "cn", "telephone-event"}
"""Of a stream with one of these codecs nothing is heard or seen by itself."""

_TYPES = {
    "inboundrtp": "inbound-rtp",
    "outboundrtp": "outbound-rtp",
    "candidatepair": "candidate-pair",
    "localcandidate": "local-candidate",
    "remotecandidate": "remote-candidate",
}


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
        if isinstance(name := entry.get("id"), str):
            by_id[name] = entry
    connection = Connection(streams=_streams(by_type, by_id))
    read_path(connection, by_type, by_id)
    return connection


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
    codec = _codec(linked(entry, "codecId", by_id))
    if codec is not None and codec.lower() in _PAYLOADS_BESIDE:
        return None
    media: Media = kind
    if kind == "video" and entry.get("contentType") == "screenshare":
        media = "screen"
    stream = Stream(ssrc=ssrc, direction=direction, media=media, codec=codec)
    stream.stamp = stamp(entry)
    stream.cname = text(entry, "cname")
    stream.msid = text(entry, "msid") or text(entry, "trackIdentifier")
    _picture_and_sound(stream, entry, linked(entry, "trackId", by_id))
    if direction == "outbound":
        _outbound(stream, entry, _source(entry, kind, by_id))
    else:
        _inbound(stream, entry)
    return stream


def _picture_and_sound(stream: Stream, entry: Entry, track: Entry) -> None:
    """What may also stand in an entry of type ``track``."""
    fields = {**track, **entry} if track else entry
    for name, attribute in (("frameWidth", "width"), ("frameHeight", "height")):
        size = count(fields, name)
        if size and size < 65_536:
            setattr(stream, attribute, int(size))
    stream.freezes = count(fields, "freezeCount")
    stream.frozen_ms = ms(fields, "totalFreezesDuration")
    stream.concealed = count(fields, "concealedSamples")
    stream.samples = count(fields, "totalSamplesReceived")
    stream.delay_ms = ms(fields, "jitterBufferDelay")
    stream.emitted = count(fields, "jitterBufferEmittedCount")
    level = count(fields, "audioLevel")
    stream.audio_level = None if level is None else min(level, 1.0)
    stream.frames_per_second = count(fields, "framesPerSecond")


def _outbound(stream: Stream, entry: Entry, source: Entry | None) -> None:
    stream.packets = count(entry, "packetsSent")
    stream.octets = _with_headers(entry, "bytesSent", "headerBytesSent", stream.packets)
    stream.frames = count(entry, "framesEncoded", "framesSent")
    target = count(entry, "targetBitrate")
    stream.target_kbps = None if target is None else target / 1000
    stream.limitation = text(entry, "qualityLimitationReason")
    active = entry.get("active")
    stream.active = active if isinstance(active, bool) else None
    if source is None:
        return
    if not source or source.get("trackIdentifier") == "":
        stream.active = False  # there is no track to send from
    stream.source_frames = count(source, "frames")
    if stream.audio_level is None:
        stream.audio_level = count(source, "audioLevel")


def _source(entry: Entry, kind: str, by_id: Mapping[str, Entry]) -> Entry | None:
    """Camera, microphone or screen of an outbound stream; an empty one where its sender has no
    track, None where the browser says nothing of it."""
    if isinstance(entry.get("mediaSourceId"), str):
        return linked(entry, "mediaSourceId", by_id)
    # Firefox: mediasource_video_1{track}, and an empty trackIdentifier without one.
    start = f"mediasource_{kind}_{entry.get('mid')}"
    return next((by_id[name] for name in by_id if name.partition("{")[0] == start), None)


def _inbound(stream: Stream, entry: Entry) -> None:
    stream.packets = count(entry, "packetsReceived")
    stream.octets = _with_headers(entry, "bytesReceived", "headerBytesReceived", stream.packets)
    stream.lost = number(entry, "packetsLost")
    stream.jitter_ms = _jitter_ms(entry, stream.media)
    stream.frames = count(entry, "framesDecoded", "framesReceived")
    stream.playout_at = count(entry, "estimatedPlayoutTimestamp")


def _with_headers(entry: Entry, payload: str, headers: str, packets: float | None) -> float | None:
    octets = count(entry, payload)
    if octets is None:
        return None
    header = count(entry, headers)
    return octets + (_RTP_HEADER * (packets or 0) if header is None else header)


def _jitter_ms(entry: Entry, media: Media) -> float | None:
    if _suffix(entry) is None:
        return ms(entry, "jitter")
    units = count(entry, "jitter")
    clock = _AUDIO_CLOCK if media == "audio" else _VIDEO_CLOCK
    return None if units is None else units / clock * 1000


def _report(entry: Entry, stream: Stream) -> Report | None:
    at = stamp(entry)
    if at is None:
        return None
    report = Report(at, rtt_ms=ms(entry, "roundTripTime"))
    report.measurements = count(entry, "roundTripTimeMeasurements")
    if stream.direction == "inbound":
        report.packets = count(entry, "packetsSent")
        report.octets = count(entry, "bytesSent")
        return report
    report.lost = number(entry, "packetsLost")
    report.jitter_ms = _jitter_ms(entry, stream.media)
    fraction = count(entry, "fractionLost")
    if _suffix(entry) is not None:
        fraction = None if fraction is None else fraction / 256
    else:
        report.packets = count(entry, "packetsReceived")  # aiortc reckons it from what it sent
    report.fraction_lost = None if fraction is None or fraction > 1 else fraction
    return report


def _codec(entry: Entry) -> str | None:
    name = text(entry, "mimeType")
    return None if name is None else name.rpartition("/")[2]
