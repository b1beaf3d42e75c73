"""From counters to intervals: what a connection did between two samples.

Counters are as unreliable as where they come from. What is done about it:

* A stream's interval is measured by its entry's own timestamps, and by the client's clock where
  they make no sense. A missed sample makes the interval longer.
* A counter that goes back, or forward faster than any link, is another stream's (an SSRC used
  again, a renegotiation): the stream is begun anew, and the sample says ``reset``.
* A stream that appears while we watch began at zero. One that was gone and comes back goes on.
* A sample that is not later than the one before is a duplicate and passed over; a second such one
  in a row means that the clock was set back, and then everything is begun anew. So it is after
  :data:`GAP_LIMIT`: a machine that slept tells nothing about its network.

**On the wire.** getStats counts the datagrams' content: SRTP, SRTCP and DTLS. To each packet come
IP and UDP, TURN's ChannelData header on a relayed path (RFC 8656 section 12.4), and the frames of
TCP and TLS where the path is one; STUN checks where they are told. Firefox counts no packets on
its pairs: those of RTP are known, and the octets that they leave over are RTCP's.

**Whether the available rate is the path's.** A congestion control finds out what it needs: above
one and a half times of what is sent, it raises its estimate no further (draft-ietf-rmcat-gcc-02
section 5.5). An estimate far above what is sent says what the application wants. Chromium's
``qualityLimitationReason`` is no help by itself: it is ``bandwidth`` also where the application's
own ``maxBitrate`` is what limits (observed in version 156). So the sender is held to be limited by
the network where it sends :data:`LIMITED_SHARE` of the estimate, or :data:`REDUCED_SHARE` while
its picture is reduced for want of bandwidth; and from :data:`PLENTY_KBPS` on it does not matter.
"""

import msgspec

from notifier.calls.dialect import Connection, Report, Stream, Traffic
from notifier.calls.sample import Direction, FabricSample, StreamSample

__all__ = ["GAP_LIMIT", "STREAMS_LIMIT", "Counters", "Meter"]

GAP_LIMIT = 60_000.0
"""Milliseconds between two samples that still make an interval."""

SPAN_MIN = 20.0
"""Milliseconds below which an interval says nothing; the sample waits for the next one."""

STREAMS_LIMIT = 200
"""Streams of a connection that are remembered; beyond, the ones that are gone make room."""

REPORTS_MISSING = 15_000.0
"""Milliseconds that a stream has sent without any receiver report until there will be none."""

PACKETS_LIMIT = 50_000.0
"""Packets a second that no stream has."""

LIMITED_SHARE = 0.8
REDUCED_SHARE = 0.65
PLENTY_KBPS = 2000.0
"""The highest limit of :data:`notifier.quality.AVAILABLE_KBPS`: above it nothing changes."""

_SMOOTHING = 0.3
"""Weight of the newest second in what is held against the estimate: encoders vary."""

_STUN_OCTETS = 82
"""Of a check or its answer, on average; 110 with IPv4 and UDP in Chromium."""

_RTCP_OCTETS = 76
"""Of an SRTCP packet, on average, in Firefox, whose share of packets is reckoned by it."""

_SRTP_TAG = 10
"""RFC 3711 section 4.2; AES-GCM has 16."""

_IPV4, _IPV6, _UDP, _TCP = 20, 40, 8, 32
"""Headers, octets; TCP's with its timestamps (RFC 7323)."""

_CHANNEL_DATA, _FRAME, _TLS_RECORD = 4, 2, 22
"""TURN's, ICE-TCP's (RFC 4571), and those of TLS 1.3 with its tag."""

_INITIAL_OCTETS = 140.0
"""Of a packet of an inbound stream that nobody has told the octets of yet."""


class Counters(msgspec.Struct, array_like=True):
    """A stream as it stood at its last sample, and what it came to since it is watched."""

    at: float
    """The client's clock."""

    began: float
    stamp: float | None = None
    octets: float | None = None
    packets: float | None = None
    lost: float | None = None
    frames: float | None = None
    freezes: float | None = None
    frozen_ms: float | None = None
    concealed: float | None = None
    samples: float | None = None
    delay_ms: float | None = None
    emitted: float | None = None
    source_frames: float | None = None
    sent_for: float = 0.0
    """Milliseconds of the intervals in which there were packets."""

    report_at: float | None = None
    """When a fresh report was first seen."""

    report_stamp: float | None = None
    report_packets: float | None = None
    report_octets: float | None = None
    report_lost: float | None = None
    report_measurements: float | None = None
    own_packets: float | None = None
    """What was sent when the last report came."""

    octets_each: float | None = None
    """Of an inbound stream of aiortc: what its sender puts into a packet, with the header."""

    all_lost: float = 0.0
    """Packets, over all intervals of which it is known."""

    all_expected: float = 0.0


class Meter(msgspec.Struct):
    """Of one connection."""

    at: float | None = None
    stamp: float | None = None
    late: bool = False
    """The last sample was not later than the one before."""

    counters: dict[str, Counters] = {}
    up: Traffic = msgspec.field(default_factory=Traffic)
    down: Traffic = msgspec.field(default_factory=Traffic)
    up_kbps: float | None = None
    """Smoothed, to be held against the estimate."""

    def take(self, now: Connection, *, at: float) -> FabricSample | None:
        """What happened since the sample before; None of the first one, and of a duplicate."""
        if self.at is None:
            self._begin(now, at)
            return None
        span = at - self.at
        if span < SPAN_MIN:
            if self.late:
                self._begin(now, at)
            self.late = not self.late
            return None
        self.late = False
        if span > GAP_LIMIT:
            self._begin(now, at)
            return None
        span = _span(now.stamp, self.stamp, span)
        streams: list[StreamSample] = []
        reset = False
        for stream in now.streams:
            interval, again = self._stream(stream, at, span)
            reset = reset or again
            if interval is not None:
                streams.append(interval)
        up = _wire_kbps(now.up, self.up, _headers(now), _of(streams, "outbound"), span)
        down = _wire_kbps(now.down, self.down, _headers(now), _of(streams, "inbound"), span)
        sample = FabricSample(
            at=at,
            span_ms=span,
            streams=tuple(streams),
            up_kbps=up,
            down_kbps=down,
            rtt_ms=_round_trip(now, streams),
            available_kbps=now.available_kbps,
            available_limited=self._limited(now, streams, up),
            pair=now.pair,
            relay=now.relay,
            network_type=now.network_type,
            reset=reset or _is_less(now.up, self.up) or _is_less(now.down, self.down),
        )
        self._keep(now, at)
        return sample

    def _begin(self, now: Connection, at: float) -> None:
        """What was counted until now is not ours."""
        self.up_kbps = None
        for stream in now.streams:
            self._begin_stream(stream, at)
        self._keep(now, at)

    def _keep(self, now: Connection, at: float) -> None:
        self.at, self.stamp = at, now.stamp
        self.up, self.down = now.up, now.down

    def _begin_stream(self, stream: Stream, at: float) -> Counters | None:
        known = self.counters.get(stream.key)
        if known is None and not self._room(at):
            return None
        counters = self.counters[stream.key] = Counters(at, at)
        if known is not None:
            counters.began, counters.sent_for = known.began, known.sent_for
            counters.all_lost, counters.all_expected = known.all_lost, known.all_expected
        _note(counters, stream, at)
        if stream.report is not None:
            _note_report(counters, stream.report, stream)
            # It may be as old as the stream.
            counters.report_at = at
        return counters

    def _room(self, at: float) -> bool:
        """Whether another stream can be remembered, if need be in the place of one that is gone."""
        if len(self.counters) < STREAMS_LIMIT:
            return True
        gone = [(c.packets or 0, key) for key, c in self.counters.items() if c.at < (self.at or at)]
        if not gone:
            return False
        del self.counters[min(gone)[1]]
        return True

    def _stream(self, stream: Stream, at: float, span: float) -> tuple[StreamSample | None, bool]:
        """The interval of one stream, and whether its counters went back."""
        was = self.counters.get(stream.key)
        if was is None:
            if not self._room(at):
                return None, False
            # It began since the last sample, and from zero.
            was = self.counters[stream.key] = Counters(at - span, at - span)
            was.octets = was.packets = was.lost = was.frames = was.freezes = 0.0
            was.frozen_ms = was.concealed = was.samples = was.delay_ms = was.emitted = 0.0
            was.source_frames, was.own_packets = stream.source_frames, 0.0
            was.report_lost = was.report_packets = 0.0
            if _too_fast(stream, was, span):
                self._begin_stream(stream, at)
                return None, False
        since = at - was.at
        own = _span(stream.stamp, was.stamp, since)
        packets = _growth(stream.packets, was.packets)
        if _went_back(stream, was) or _too_fast(stream, was, own):
            self._begin_stream(stream, at)
            return None, True
        if packets is None:  # nobody counted them: there is nothing to say
            self._begin_stream(stream, at)
            return None, False
        sample = _interval(stream, was, packets, own, at)
        _note(was, stream, at)
        return sample, False

    def _limited(self, now: Connection, streams: list[StreamSample], up_kbps: float) -> bool:
        last = self.up_kbps if self.up_kbps is not None else up_kbps
        self.up_kbps = last + _SMOOTHING * (up_kbps - last)
        if not now.available_kbps:
            return False
        if now.available_kbps >= PLENTY_KBPS:
            return True
        reduced = any(stream.quality_limitation == "bandwidth" for stream in streams)
        share = self.up_kbps / now.available_kbps
        return share >= (REDUCED_SHARE if reduced else LIMITED_SHARE)


def _span(now: float | None, was: float | None, by_clock: float) -> float:
    """Milliseconds between two timestamps of one entry, where they agree with the clock's."""
    if now is None or was is None:
        return by_clock
    own = now - was
    return own if by_clock / 2 < own < by_clock * 2 and own >= SPAN_MIN else by_clock


def _growth(now: float | None, was: float | None) -> float | None:
    return None if now is None or was is None else now - was


def _grown(now: float | None, was: float | None) -> float | None:
    """Of a figure that only says something when it grew or stayed."""
    grown = _growth(now, was)
    return None if grown is None or grown < 0 else grown


def _went_back(stream: Stream, was: Counters) -> bool:
    pairs = ((stream.packets, was.packets), (stream.octets, was.octets))
    return any((_growth(now, before) or 0) < 0 for now, before in pairs)


def _too_fast(stream: Stream, was: Counters, span: float) -> bool:
    return (_growth(stream.packets, was.packets) or 0) > PACKETS_LIMIT * span / 1000 + 1000


def _round_trip(now: Connection, streams: list[StreamSample]) -> float | None:
    """Of the pair (STUN); where there is none (aiortc), the least that a report measured."""
    if now.pair is not None:
        return now.rtt_ms
    return min((one.rtt_ms for one in streams if one.rtt_ms is not None), default=None)


def _of(streams: list[StreamSample], direction: Direction) -> list[StreamSample]:
    return [stream for stream in streams if stream.direction == direction]


def _is_less(now: Traffic, was: Traffic) -> bool:
    return (_growth(now.octets, was.octets) or 0) < 0


def _wire_kbps(
    now: Traffic, was: Traffic, headers: int, streams: list[StreamSample], span: float
) -> float:
    """All that went in one direction; from the streams alone where the transport says nothing.

    :param headers: octets in front of each datagram's content
    """
    payload = sum(stream.kbps for stream in streams) * span / 8
    rtp = sum(stream.packets for stream in streams)
    octets, packets = _grown(now.octets, was.octets), _grown(now.packets, was.packets)
    if octets is None:
        octets, packets = payload + rtp * _SRTP_TAG, rtp
    if packets is None:
        packets = rtp + max(0.0, octets - payload - rtp * _SRTP_TAG) / _RTCP_OCTETS
    checks = _grown(now.checks, was.checks) or 0.0
    return (octets + packets * headers + checks * (_STUN_OCTETS + headers)) * 8 / span


def _headers(now: Connection) -> int:
    """Octets of IP and all else in front of the content of a datagram."""
    size = _IPV6 if now.ipv6 else _IPV4
    if now.relay in ("turn/tcp", "turn/tls"):
        return size + _TCP + _CHANNEL_DATA + (_TLS_RECORD if now.relay == "turn/tls" else 0)
    if now.relay:
        return size + _UDP + _CHANNEL_DATA
    return size + (_TCP + _FRAME if now.protocol == "tcp" else _UDP)


def _interval(
    stream: Stream, was: Counters, packets: float, span: float, at: float
) -> StreamSample:
    """The figures of one stream; ``was`` is told of reports, and what comes of them."""
    seconds = span / 1000
    fresh = stream.report if _is_fresh(stream.report, was) else None
    first = was.report_at is None
    sender_packets = None
    rtt = _fresh_rtt(fresh, was)
    if stream.direction == "outbound":
        loss = _reported_loss(fresh, stream, was)
        jitter = fresh.jitter_ms if fresh is not None else None
    else:
        loss = _loss(packets, _growth(stream.lost, was.lost), was)
        jitter = stream.jitter_ms if packets else None
        if fresh is not None and not first:
            sender_packets = _grown(fresh.packets, was.report_packets)
    if fresh is not None:
        _note_report(was, fresh, stream)
        was.report_at = at
    if packets:
        was.sent_for += span
    octets = _grown(stream.octets, was.octets)
    estimated = octets is None
    if octets is None:
        octets = packets * (was.octets_each or _INITIAL_OCTETS)
    frames = _grown(stream.frames, was.frames)
    delay, emitted = _grown(stream.delay_ms, was.delay_ms), _grown(stream.emitted, was.emitted)
    return StreamSample(
        ssrc=stream.ssrc,
        direction=stream.direction,
        media=stream.media,
        kbps=octets * 8 / span,
        packets=packets,
        packet_rate=packets / seconds,
        loss=loss,
        jitter_ms=jitter,
        rtt_ms=rtt,
        width=stream.width,
        height=stream.height,
        frames_per_second=stream.frames_per_second if frames is None else frames / seconds,
        frozen_ms=_grown(stream.frozen_ms, was.frozen_ms),
        freezes=_whole(_grown(stream.freezes, was.freezes)),
        concealed_samples=_grown(stream.concealed, was.concealed),
        total_samples=_grown(stream.samples, was.samples),
        audio_level=stream.audio_level,
        quality_limitation=stream.limitation,
        target_kbps=stream.target_kbps,
        playout_delay_ms=delay / emitted if delay is not None and emitted else None,
        codec=stream.codec,
        cname=stream.cname,
        msid=stream.msid,
        has_reports=_has_reports(stream, was),
        report_age_ms=None if was.report_at is None else at - was.report_at,
        kbps_estimated=estimated,
        active=stream.active,
        source_frames=_grown(stream.source_frames, was.source_frames),
        sender_packets=sender_packets,
        playout_at=stream.playout_at,
    )


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def _is_fresh(report: Report | None, was: Counters) -> bool:
    if report is None:
        return False
    return (
        report.stamp != was.report_stamp
        or (_growth(report.measurements, was.report_measurements) or 0) > 0
    )


def _fresh_rtt(fresh: Report | None, was: Counters) -> float | None:
    """The round trip of a report that measured one: not each does (RFC 3550, DLSR of 0)."""
    if fresh is None:
        return None
    if fresh.measurements is not None and fresh.measurements <= (was.report_measurements or 0):
        return None
    return fresh.rtt_ms


def _loss(received: float, lost: float | None, was: Counters) -> float | None:
    """lost / (received + lost); a packet that came late after all is not lost less than none."""
    if lost is None:
        return None
    lost = max(0.0, lost)
    if not received + lost:
        return None
    was.all_lost += lost
    was.all_expected += received + lost
    return lost / (received + lost)


def _reported_loss(fresh: Report | None, stream: Stream, was: Counters) -> float | None:
    if fresh is None:
        return None
    if was.report_lost is None:
        return fresh.fraction_lost
    lost = _growth(fresh.lost, was.report_lost)
    if lost is None:
        return fresh.fraction_lost
    lost = max(0.0, lost)
    received = _growth(fresh.packets, was.report_packets)
    if received is None:  # Chromium: what was sent between the samples with the two reports
        sent = _growth(stream.packets, was.own_packets)
        received = None if sent is None else sent - lost
    return None if received is None else _loss(max(0.0, received), lost, was)


def _has_reports(stream: Stream, was: Counters) -> bool | None:
    if stream.direction == "inbound":
        return None
    if was.report_at is not None or stream.report is not None:
        return True
    return False if was.sent_for >= REPORTS_MISSING else None


def _note(was: Counters, stream: Stream, at: float) -> None:
    was.at, was.stamp = at, stream.stamp
    was.octets, was.packets, was.lost = stream.octets, stream.packets, stream.lost
    was.frames, was.source_frames = stream.frames, stream.source_frames
    was.freezes, was.frozen_ms = stream.freezes, stream.frozen_ms
    was.concealed, was.samples = stream.concealed, stream.samples
    was.delay_ms, was.emitted = stream.delay_ms, stream.emitted


def _note_report(was: Counters, report: Report, stream: Stream) -> None:
    if stream.direction == "inbound" and report.octets is not None and report.packets:
        octets = _growth(report.octets, was.report_octets)
        packets = _growth(report.packets, was.report_packets)
        if octets is None or packets is None or octets < 0 or packets <= 0:
            octets, packets = report.octets, report.packets
        was.octets_each = octets / packets + 12
    was.report_stamp = report.stamp
    was.report_packets, was.report_octets = report.packets, report.octets
    was.report_lost, was.report_measurements = report.lost, report.measurements
    was.own_packets = stream.packets
