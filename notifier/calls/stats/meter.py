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

**Whether the available rate is the path's.** A congestion control finds out what it needs: above
one and a half times of what is sent, it raises its estimate no further (draft-ietf-rmcat-gcc-02
section 5.5). An estimate far above what is sent says what the application wants. Chromium's
``qualityLimitationReason`` is no help by itself: it is ``bandwidth`` also where the application's
own ``maxBitrate`` is what limits (observed in version 156). So the sender is held to be limited by
the network where it sends :data:`LIMITED_SHARE` of the estimate, or :data:`REDUCED_SHARE` while
its picture is reduced for want of bandwidth; and from :data:`PLENTY_KBPS` on it does not matter.
"""

import msgspec

from notifier.calls.sample import Direction, FabricSample, StreamSample
from notifier.calls.stats.interval import (
    SPAN_MIN,
    Counters,
    growth,
    interval,
    note,
    note_report,
)
from notifier.calls.stats.interval import span as span_of
from notifier.calls.stats.normal import Connection, Stream, Traffic
from notifier.calls.stats.overhead import headers, wire_kbps

__all__ = ["GAP_LIMIT", "STREAMS_LIMIT", "Meter"]

GAP_LIMIT = 60_000.0
"""Milliseconds between two samples that still make an interval."""

STREAMS_LIMIT = 200
"""Streams of a connection that are remembered; beyond, the ones that are gone make room."""

PACKETS_LIMIT = 50_000.0
"""Packets a second that no stream has."""

LIMITED_SHARE = 0.8
REDUCED_SHARE = 0.65
PLENTY_KBPS = 2000.0
"""The highest limit of :data:`notifier.quality.AVAILABLE_KBPS`: above it nothing changes."""

_SMOOTHING = 0.3
"""Weight of the newest second in what is held against the estimate: encoders vary."""


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
        span = span_of(now.stamp, self.stamp, span)
        streams: list[StreamSample] = []
        reset = False
        for stream in now.streams:
            figures, again = self._stream(stream, at, span)
            reset = reset or again
            if figures is not None:
                streams.append(figures)
        up = wire_kbps(now.up, self.up, headers(now, "outbound"), _of(streams, "outbound"), span)
        down = wire_kbps(
            now.down, self.down, headers(now, "inbound"), _of(streams, "inbound"), span
        )
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
        note(counters, stream, at)
        if stream.report is not None:
            note_report(counters, stream.report, stream)
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
        own = span_of(stream.stamp, was.stamp, since)
        packets = growth(stream.packets, was.packets)
        if _went_back(stream, was) or _too_fast(stream, was, own):
            self._begin_stream(stream, at)
            return None, True
        if packets is None:  # nobody counted them: there is nothing to say
            self._begin_stream(stream, at)
            return None, False
        sample = interval(stream, was, packets, own, at)
        note(was, stream, at)
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


def _went_back(stream: Stream, was: Counters) -> bool:
    pairs = ((stream.packets, was.packets), (stream.octets, was.octets))
    return any((growth(now, before) or 0) < 0 for now, before in pairs)


def _too_fast(stream: Stream, was: Counters, span: float) -> bool:
    return (growth(stream.packets, was.packets) or 0) > PACKETS_LIMIT * span / 1000 + 1000


def _round_trip(now: Connection, streams: list[StreamSample]) -> float | None:
    """Of the pair (STUN); where there is none (aiortc), the least that a report measured."""
    if now.pair is not None:
        return now.rtt_ms
    return min((one.rtt_ms for one in streams if one.rtt_ms is not None), default=None)


def _of(streams: list[StreamSample], direction: Direction) -> list[StreamSample]:
    return [stream for stream in streams if stream.direction == direction]


def _is_less(now: Traffic, was: Traffic) -> bool:
    return (growth(now.octets, was.octets) or 0) < 0
