"""The statistics of one connection: raw entries in; samples, troubles, tracks and records out.

All of it is plain data, so that a call that goes on can be written down every few seconds and be
taken up by another process: with the same entries both say the same.
"""

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from notifier.calls.live import Trouble
from notifier.calls.record import StreamRecord
from notifier.calls.sample import Direction, FabricSample, Media, StreamSample
from notifier.calls.stats.dialect import read
from notifier.calls.stats.disruptions import Disrupted, Disruptions
from notifier.calls.stats.indicators import indicator
from notifier.calls.stats.meter import STREAMS_LIMIT, Meter
from notifier.calls.stats.spread import Histogram
from notifier.calls.vocabulary import QualityRating

__all__ = ["TRACKS_MS", "Disrupted", "FabricStats", "StreamName"]

TRACKS_MS = 10_000.0
"""What the stats callback is of; between half of it and all."""

SCREEN_WITHIN_MS = 5_000.0
"""A picture that begins so shortly before or after screen sharing does is the screen."""

_USUAL = 0.05
"""Weight of a second's frame rate in the usual one."""


class StreamName(msgspec.Struct, frozen=True, kw_only=True):
    """What the application says of an SSRC (``associateMstWithUserID``)."""

    user_id: str
    usage_label: str = ""
    video_tag: str | None = None


class _Window(msgspec.Struct, array_like=True):
    """Sums over some seconds."""

    began: float = 0.0
    ms: float = 0.0
    kbits: float = 0.0
    packets: float = 0.0
    lost: float = 0.0
    expected: float = 0.0


class _Life(msgspec.Struct, array_like=True):
    """One stream since it is watched."""

    ssrc: int
    direction: Direction
    media: Media
    began: float
    at: float
    ms: float = 0.0
    packets: float = 0.0
    lost: float = 0.0
    expected: float = 0.0
    kbps: Histogram = msgspec.field(default_factory=Histogram)
    jitter: Histogram = msgspec.field(default_factory=Histogram)
    rtt: Histogram = msgspec.field(default_factory=Histogram)
    rate: Histogram = msgspec.field(default_factory=Histogram)
    """Frames a second."""

    kbps_known: bool = True
    codec: str | None = None
    cname: str | None = None
    msid: str | None = None
    width: int | None = None
    height: int | None = None
    """Of the largest picture."""

    freezes: int | None = None
    frozen_ms: float = 0.0
    picture_ms: float = 0.0
    concealed: float = 0.0
    samples: float = 0.0
    usual_rate: float | None = None
    last_rate: float | None = None
    last_jitter: float | None = None
    last_rtt: float | None = None
    level: float | None = None
    now: _Window = msgspec.field(default_factory=_Window)
    before: _Window = msgspec.field(default_factory=_Window)


class FabricStats(msgspec.Struct):
    """Of one connection."""

    meter: Meter = msgspec.field(default_factory=Meter)
    disruptions: Disruptions = msgspec.field(default_factory=Disruptions)
    lives: dict[str, _Life] = {}
    round_trips: Histogram = msgspec.field(default_factory=Histogram)
    """Of the selected pair."""

    only_screen: bool = False
    sharing_since: float | None = None
    screens: list[int] = []
    """SSRCs that are screens because the application says so."""

    def expect(
        self,
        *,
        usage: str = "multiplex",
        direction: str = "sendrecv",
        endpoint: Literal["peer", "server"] = "peer",
    ) -> None:
        """What addNewFabric said: words of FabricUsage, TransmissionDirection, EndpointType."""
        self.only_screen = usage == "screen"
        self.disruptions.expects_outbound = direction in ("sendrecv", "sendonly")
        self.disruptions.expects_inbound = direction in ("sendrecv", "receiveonly")
        self.disruptions.server = endpoint == "server"

    def take(self, entries: list[dict[str, Any]], *, at: float) -> FabricSample | None:
        """Take in what getStats gave; None of the first one, and of one that says nothing new.

        :param at: the client's clock, ms since 1970
        """
        connection = read(entries)
        self._find_screens(connection.streams, at)
        sample = self.meter.take(connection, at=at)
        if sample is None:
            return None
        if sample.rtt_ms is not None:
            self.round_trips.add(sample.rtt_ms)
        for stream in sample.streams:
            self._live(stream, sample)
        self.disruptions.take(sample)
        return sample

    def set_muted(self, media: Media, direction: Direction, muted: bool) -> None:
        """Nothing is sent, or nothing is to come, and that is as it should be."""
        self.disruptions.set_muted(media, direction, muted)

    def set_held(self, held: bool) -> None:
        """The whole connection is on hold."""
        self.disruptions.held = held

    def set_screen(self, sharing: bool, ssrc: int | None = None) -> None:
        """A screen is shared; without an SSRC, it is the picture that begins now.

        Only needed where the browser does not say so itself (Chromium does).
        """
        if not sharing:
            self.sharing_since, self.screens = None, []
        elif ssrc is not None:
            self.screens = [*self.screens, ssrc][-STREAMS_LIMIT:]
        else:
            self.sharing_since = self.meter.at or 0.0

    def streams(self, names: Mapping[int, StreamName]) -> tuple[StreamRecord, ...]:
        """All streams over their whole lives, in the order in which they began."""
        return tuple(self._record(life, names.get(life.ssrc)) for life in self.lives.values())

    def tracks(
        self, names: Mapping[int, StreamName], *, remote_user_id: str
    ) -> list[dict[str, Any]]:
        """The stats callback's ``mediaStreamTracks``: streams that are there, in these seconds."""
        last = self.meter.at or 0.0
        return [
            self._track(life, names.get(life.ssrc), remote_user_id)
            for life in self.lives.values()
            if 0 <= last - life.at < TRACKS_MS
        ]

    def troubles(self) -> tuple[Trouble, ...]:
        """What disturbs at present."""
        return self.disruptions.troubles()

    def disrupted(self) -> list[Disrupted]:
        """What began and ended since this was asked."""
        return self.disruptions.take_news()

    def _find_screens(self, streams: list[Any], at: float) -> None:
        pictures = [stream for stream in streams if stream.media == "video"]
        shared = any(s.media == "screen" and s.direction == "outbound" for s in streams)
        if self.sharing_since is not None and not self.screens and not shared:
            ours = {s.ssrc: at for s in pictures if s.direction == "outbound"}
            for ssrc in ours:
                life = self.lives.get(f"o{ssrc}")
                ours[ssrc] = life.began if life is not None else at
            since = self.sharing_since - SCREEN_WITHIN_MS
            newest = max(ours.values(), default=0.0)
            # Nothing began in time: the camera's track was replaced.
            if newest >= since or (ours and at > self.sharing_since + SCREEN_WITHIN_MS):
                self.screens = [ssrc for ssrc, began in ours.items() if newest - began < 1500]
        for stream in pictures:
            if self.only_screen or (stream.direction == "outbound" and stream.ssrc in self.screens):
                stream.media = "screen"

    def _live(self, stream: StreamSample, sample: FabricSample) -> None:
        key = f"{stream.direction[0]}{stream.ssrc}"
        life = self.lives.get(key)
        if life is None:
            if len(self.lives) >= STREAMS_LIMIT:
                gone = [name for name in self.lives if name not in self.meter.counters]
                if not gone:
                    return
                del self.lives[min(gone, key=lambda name: self.lives[name].packets)]
            began = sample.at - sample.span_ms
            life = _Life(stream.ssrc, stream.direction, stream.media, began, sample.at)
            self.lives[key] = life
        life.at = sample.at
        life.media = stream.media
        counters = self.meter.counters[key]
        lost, life.lost = counters.all_lost - life.lost, counters.all_lost
        expected, life.expected = counters.all_expected - life.expected, counters.all_expected
        _add_window(life, stream, sample, lost, expected)
        _add_figures(life, stream, sample.span_ms)

    def _rtt(self, life: _Life) -> float | None:
        """The 95th percentile, of the stream or else of the connection."""
        return (life.rtt if life.rtt.count else self.round_trips).percentile(0.95)

    def _record(self, life: _Life, name: StreamName | None) -> StreamRecord:
        loss = life.lost / life.expected if life.expected else None
        media = life.media
        if media == "video" and name is not None and "screen" in name.usage_label.lower():
            media = "screen"
        return StreamRecord(
            ssrc=life.ssrc,
            direction=life.direction,
            media=media,
            user_id=name.user_id if name else None,
            usage_label=name.usage_label if name else None,
            codec=life.codec,
            duration_ms=round(life.ms, 1),
            kbps=life.kbps.spread(),
            packets=round(life.packets),
            loss_fraction=None if loss is None else round(loss, 5),
            jitter_ms=life.jitter.spread(),
            rtt_ms=life.rtt.spread(),
            width=life.width,
            height=life.height,
            frames_per_second=life.rate.spread(),
            freezes=life.freezes,
            frozen_fraction=_share(life.frozen_ms, life.picture_ms),
            concealed_fraction=_share(life.concealed, life.samples),
            quality=_word(
                indicator(
                    life.direction,
                    media,
                    kbps=life.kbps.mean() if life.kbps_known else None,
                    loss=loss,
                    rtt_p95_ms=self._rtt(life),
                )
            ),
        )

    def _track(self, life: _Life, name: StreamName | None, remote: str) -> dict[str, Any]:
        windows = (life.now, life.before)
        ms = sum(window.ms for window in windows)
        lost, expected = sum(w.lost for w in windows), sum(w.expected for w in windows)
        loss = lost / expected if expected else None
        kbps = sum(window.kbits for window in windows) / ms * 1000 if ms else None
        quiet = self.disruptions.held or self.disruptions.is_muted(life.media, life.direction)
        quality = indicator(
            life.direction,
            life.media,
            kbps=kbps if life.kbps_known and not quiet else None,
            loss=loss,
            rtt_p95_ms=self._rtt(life),
            frame_share=(
                life.last_rate / life.usual_rate
                if life.usual_rate and life.last_rate is not None and not quiet
                else None
            ),
        )
        level = "audioInputLevel" if life.direction == "outbound" else "audioOutputLevel"
        told = {
            "ssrc": str(life.ssrc),
            "remoteUserID": name.user_id if name else remote,
            "statsType": f"{life.direction}-rtp",
            "cname": life.cname,
            "msid": life.msid,
            "mediaType": "audio" if life.media == "audio" else "video",
            "usageLabel": name.usage_label if name else None,
            "associatedVideoTag": name.video_tag if name else None,
            "bitrate": _rounded(kbps),
            "packetRate": _rounded(sum(w.packets for w in windows) / ms * 1000 if ms else None),
            "fractionLoss": None if loss is None else round(loss, 5),
            "packetLossPercentage": None if loss is None else round(loss * 100, 3),
            "jitter": _rounded(life.last_jitter),
            "averageJitter": _rounded(life.jitter.mean()),
            "rtt": _rounded(life.last_rtt),
            "averageRTT": _rounded(life.rtt.mean()),
            "quality": quality.value,
            level: life.level,
        }
        return {key: value for key, value in told.items() if value is not None}


def _word(rating: QualityRating) -> Literal["excellent", "fair", "bad", "unknown"]:
    return rating.value


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _share(part: float, whole: float) -> float | None:
    return round(min(1.0, part / whole), 5) if whole else None


def _add_window(
    life: _Life, stream: StreamSample, sample: FabricSample, lost: float, expected: float
) -> None:
    window = life.now
    if not 0 <= sample.at - window.began < TRACKS_MS / 2:
        old = sample.at - window.began >= TRACKS_MS
        life.before = _Window() if old else window
        window = life.now = _Window(began=sample.at)
    window.ms += sample.span_ms
    window.kbits += stream.kbps * sample.span_ms / 1000
    window.packets += stream.packets
    window.lost += lost
    window.expected += expected


def _add_figures(life: _Life, stream: StreamSample, span_ms: float) -> None:
    life.ms += span_ms
    life.packets += stream.packets
    life.kbps.add(stream.kbps)
    life.kbps_known = not stream.kbps_estimated
    if stream.jitter_ms is not None:
        life.jitter.add(stream.jitter_ms)
        life.last_jitter = stream.jitter_ms
    if stream.rtt_ms is not None:
        life.rtt.add(stream.rtt_ms)
        life.last_rtt = stream.rtt_ms
    if stream.audio_level is not None:
        life.level = round(stream.audio_level, 4)
    life.codec = stream.codec or life.codec
    life.cname = stream.cname or life.cname
    life.msid = stream.msid or life.msid
    if stream.total_samples and stream.concealed_samples is not None:
        life.samples += stream.total_samples
        life.concealed += stream.concealed_samples
    if stream.media == "audio":
        return
    if (
        stream.width
        and stream.height
        and stream.width * stream.height > (life.width or 0) * (life.height or 0)
    ):
        life.width, life.height = stream.width, stream.height
    if stream.frozen_ms is not None:
        life.frozen_ms += stream.frozen_ms
        life.picture_ms += span_ms
    if stream.freezes is not None:
        life.freezes = (life.freezes or 0) + stream.freezes
    rate = life.last_rate = stream.frames_per_second
    if rate is not None:
        life.rate.add(rate)
        usual = rate if life.usual_rate is None else life.usual_rate
        life.usual_rate = usual + _USUAL * (rate - usual)
