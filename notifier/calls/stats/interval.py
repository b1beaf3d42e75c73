"""What one stream did between two samples: the differences of its counters.

Loss and round trip of what is sent are the receiver's to tell, and known in an interval with a
fresh report (RFC 3550 section 6.4) alone.
"""

import msgspec

from notifier.calls.sample import StreamSample
from notifier.calls.stats.normal import Report, Stream

__all__ = ["SPAN_MIN", "Counters", "grown", "growth", "interval", "note", "note_report", "span"]

SPAN_MIN = 20.0
"""Milliseconds below which an interval says nothing; the sample waits for the next one."""

REPORTS_MISSING = 15_000.0
"""Milliseconds that a stream has sent without any receiver report until there will be none."""

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


def interval(stream: Stream, was: Counters, packets: float, span: float, at: float) -> StreamSample:
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
        loss = _loss(packets, growth(stream.lost, was.lost), was)
        jitter = stream.jitter_ms if packets else None
        if fresh is not None and not first:
            sender_packets = grown(fresh.packets, was.report_packets)
    if fresh is not None:
        note_report(was, fresh, stream)
        was.report_at = at
    if packets:
        was.sent_for += span
    octets = grown(stream.octets, was.octets)
    estimated = octets is None
    if octets is None:
        octets = packets * (was.octets_each or _INITIAL_OCTETS)
    frames = grown(stream.frames, was.frames)
    delay, emitted = grown(stream.delay_ms, was.delay_ms), grown(stream.emitted, was.emitted)
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
        frozen_ms=grown(stream.frozen_ms, was.frozen_ms),
        freezes=_whole(grown(stream.freezes, was.freezes)),
        concealed_samples=grown(stream.concealed, was.concealed),
        total_samples=grown(stream.samples, was.samples),
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
        source_frames=grown(stream.source_frames, was.source_frames),
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
        or (growth(report.measurements, was.report_measurements) or 0) > 0
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
    lost = growth(fresh.lost, was.report_lost)
    if lost is None:
        return fresh.fraction_lost
    lost = max(0.0, lost)
    received = growth(fresh.packets, was.report_packets)
    if received is None:  # Chromium: what was sent between the samples with the two reports
        sent = growth(stream.packets, was.own_packets)
        received = None if sent is None else sent - lost
    return None if received is None else _loss(max(0.0, received), lost, was)


def _has_reports(stream: Stream, was: Counters) -> bool | None:
    if stream.direction == "inbound":
        return None
    if was.report_at is not None or stream.report is not None:
        return True
    return False if was.sent_for >= REPORTS_MISSING else None


def note(was: Counters, stream: Stream, at: float) -> None:
    was.at, was.stamp = at, stream.stamp
    was.octets, was.packets, was.lost = stream.octets, stream.packets, stream.lost
    was.frames, was.source_frames = stream.frames, stream.source_frames
    was.freezes, was.frozen_ms = stream.freezes, stream.frozen_ms
    was.concealed, was.samples = stream.concealed, stream.samples
    was.delay_ms, was.emitted = stream.delay_ms, stream.emitted


def note_report(was: Counters, report: Report, stream: Stream) -> None:
    if stream.direction == "inbound" and report.octets is not None and report.packets:
        octets = growth(report.octets, was.report_octets)
        packets = growth(report.packets, was.report_packets)
        if octets is None or packets is None or octets < 0 or packets <= 0:
            octets, packets = report.octets, report.packets
        was.octets_each = octets / packets + 12
    was.report_stamp = report.stamp
    was.report_packets, was.report_octets = report.packets, report.octets
    was.report_lost, was.report_measurements = report.lost, report.measurements
    was.own_packets = stream.packets


def span(now: float | None, was: float | None, by_clock: float) -> float:
    """Milliseconds between two timestamps of one entry, where they agree with the clock's."""
    if now is None or was is None:
        return by_clock
    own = now - was
    return own if by_clock / 2 < own < by_clock * 2 and own >= SPAN_MIN else by_clock


def growth(now: float | None, was: float | None) -> float | None:
    return None if now is None or was is None else now - was


def grown(now: float | None, was: float | None) -> float | None:
    """Of a figure that only says something when it grew or stayed."""
    grown = growth(now, was)
    return None if grown is None or grown < 0 else grown
