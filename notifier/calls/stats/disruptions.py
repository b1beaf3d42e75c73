"""What disturbs the media of a connection: found from its samples, told when it starts and stops.

=====================  =========================================================================
one-way-media          nothing goes in one direction while the same medium flows in the other;
                       after 15 s, from the fifth such sample to the fifth good one
rtcp-timeout           a stream flows and no RTCP about it has come for 30 s, or for five of its
                       usual intervals
media-timeout          nothing has come (or, sending, gone out) for 10 s although there is something
                       to send
media-usability        more than 99 % lost for 5 s, or round trips above 1.5 s (sound) or 2 s
                       (picture) on average for 15 s
congestion             sending more than ten times what TCP would (TFRC) at this loss and RTT
av-desync              sound later than its picture by more than 90 ms, or the picture later than
                       the sound by more than 185 ms
no-receiver-reports    a stream has been sent for 15 s and the other end (a middlebox that does not
                       do so) never reported: its loss and delay are unknown
=====================  =========================================================================

The limits are those of the callstats API. What the application says is muted, paused or held is
not judged; what else may be meant to be silent, :mod:`notifier.calls.stats.breakers` says.

Troubles are told by kind, direction and medium, not by stream, and no kind begins more often than
once in 30 s.
"""

from typing import Literal

import msgspec

from notifier.calls.live import Trouble, TroubleKind
from notifier.calls.sample import Direction, FabricSample, Media
from notifier.calls.stats.breakers import Watched, should_flow, stream_troubles

__all__ = ["Disrupted", "Disruptions"]

START_MS = 15_000.0
"""After the first media, in which nothing is held to be one-way."""

CHECKS = 5
"""In a row, to begin and to end one-way media and desynchrony."""

AUDIO_LATE_MS, VIDEO_LATE_MS = 90.0, 185.0

AGAIN_MS = 30_000.0
"""Between two reports of a kind."""

_PICTURE_MS = 40.0
"""What a picture takes longer than sound, roughly, outside of what is counted: to be taken, coded
and shown. Only where the waits before playing are all that is known."""

BreakerKind = Literal["", "RTCPTimeout", "mediaTimeout", "mediaUsability", "congestion"]

_BREAKERS: dict[TroubleKind, BreakerKind] = {
    "rtcp-timeout": "RTCPTimeout",
    "media-timeout": "mediaTimeout",
    "media-usability": "mediaUsability",
    "congestion": "congestion",
}


class Disrupted(msgspec.Struct, frozen=True, kw_only=True):
    """A trouble began or ended."""

    kind: TroubleKind
    started: bool
    direction: Direction | None
    media: Media | None
    ssrc: int | None
    """Of one of the streams that have it."""

    at: float
    """The client's clock, ms since 1970."""

    detail: str = ""
    """The original's disruptionType: RTCPTimeout, mediaTimeout, mediaUsability, congestion of a
    circuit breaker, the direction of one-way media; else empty."""


class _State(msgspec.Struct, array_like=True):
    """A trouble: of one kind, direction and medium."""

    on: bool = False
    told: bool = False
    bad: int = 0
    good: int = 0
    began: float | None = None
    ssrc: int | None = None


_MEDIA: tuple[tuple[Media, Direction], ...] = (
    *(("audio", "inbound"), ("video", "inbound"), ("screen", "inbound")),
    *(("audio", "outbound"), ("video", "outbound"), ("screen", "outbound")),
)

_Key = tuple[TroubleKind, Direction | None, Media | None]


class Disruptions(msgspec.Struct):
    """Of one connection."""

    expects_inbound: bool = True
    """False of a connection that is for sending only, and likewise the next."""

    expects_outbound: bool = True
    server: bool = False
    """The other end forwards what it likes: silence in sound means nothing either."""

    began: float | None = None
    held: bool = False
    muted: dict[str, bool] = {}
    """By medium and direction."""

    streams: dict[str, Watched] = {}
    states: dict[str, _State] = {}
    news: list[Disrupted] = []

    def set_muted(self, media: Media, direction: Direction, muted: bool) -> None:
        """The application says that nothing is sent, or nothing is to come."""
        self.muted[f"{media} {direction}"] = muted

    def is_muted(self, media: Media, direction: Direction) -> bool:
        """Whether the application said so."""
        return self.muted.get(f"{media} {direction}", False)

    def take(self, sample: FabricSample) -> None:
        """Judge the streams of a sample."""
        at = sample.at
        if self.began is None:
            if not any(stream.packets for stream in sample.streams):
                return
            self.began = at - sample.span_ms
        if at < self.began:  # the clock was set back
            self.began, self.streams = at, {}
        found: dict[_Key, int] = {}
        broken: dict[tuple[Media, Direction], int] = {}
        there = set()
        for stream in sample.streams:
            key = f"{stream.direction[0]}{stream.ssrc}"
            there.add(key)
            watched = self.streams.get(key)
            if watched is None:
                watched = self.streams[key] = Watched(seen=at)
            quiet = self.held or self.is_muted(stream.media, stream.direction)
            expected = should_flow(stream, watched, sample, self.server)
            if expected and not stream.packets:
                broken.setdefault((stream.media, stream.direction), stream.ssrc)
            for kind in stream_troubles(stream, watched, sample, quiet, expected):
                found.setdefault((kind, stream.direction, stream.media), stream.ssrc)
        self.streams = {key: value for key, value in self.streams.items() if key in there}
        one_way = self._one_way(sample, broken)
        desync = _is_desync(sample)
        for name in dict.fromkeys([*found, *map(_parsed, self.states)]):
            if name[0] not in ("one-way-media", "av-desync"):
                self._judge(name, found.get(name), at, checks=1)
        for medium, way in _MEDIA:
            silent = one_way.get((medium, way))
            self._judge(("one-way-media", way, medium), silent, at, checks=CHECKS)
        self._judge(("av-desync", "inbound", None), desync, at, checks=CHECKS)

    def troubles(self) -> tuple[Trouble, ...]:
        """Those of the present."""
        return tuple(
            Trouble(*_parsed(name)) for name, state in sorted(self.states.items()) if state.on
        )

    def take_news(self) -> list[Disrupted]:
        """What began and ended since this was asked."""
        news, self.news = self.news, []
        return news

    def _judge(self, key: _Key, ssrc: int | None, at: float, *, checks: int) -> None:
        """Count one check; ``ssrc`` is that of a stream that has the trouble, None: none has."""
        name = " ".join(part or "-" for part in key)
        state = self.states.get(name)
        if state is None:
            if ssrc is None:
                return
            state = self.states[name] = _State()
        if ssrc is None:
            state.bad, state.good = 0, state.good + 1
        else:
            state.bad, state.good = state.bad + 1, 0
            state.ssrc = ssrc
        if state.on and state.good >= checks:
            state.on = False
            if state.told:
                self._tell(key, state, at, started=False)
        elif not state.on and state.bad >= checks:
            state.on = True
            state.told = state.began is None or not 0 <= at - state.began < AGAIN_MS
            if state.told:
                state.began = at
                self._tell(key, state, at, started=True)

    def _tell(self, key: _Key, state: _State, at: float, *, started: bool) -> None:
        kind, direction, media = key
        detail: str = _BREAKERS.get(kind, "")
        if kind == "one-way-media":
            detail = direction or ""
        self.news.append(
            Disrupted(
                kind=kind,
                started=started,
                direction=direction,
                media=media,
                ssrc=state.ssrc,
                at=at,
                detail=detail,
            )
        )

    def _one_way(
        self, sample: FabricSample, broken: dict[tuple[Media, Direction], int]
    ) -> dict[tuple[Media, Direction], int]:
        """Media and directions in which nothing goes though it should, with a stream of each."""
        if self.held or self.began is None or sample.at - self.began < START_MS:
            return {}
        found: dict[tuple[Media, Direction], int] = {}
        flows = {(s.media, s.direction) for s in sample.streams if s.packets}
        for (media, direction), ssrc in broken.items():
            other: Direction = "outbound" if direction == "inbound" else "inbound"
            expected = self.expects_inbound if direction == "inbound" else self.expects_outbound
            if (
                expected
                and (media, direction) not in flows
                and (media, other) in flows
                and not self.is_muted(media, direction)
            ):
                found[media, direction] = ssrc
        return found


def _parsed(name: str) -> _Key:
    kind, direction, media = (None if part == "-" else part for part in name.split(" "))
    return kind, direction, media  # type: ignore[return-value]  # made of the same in _judge


def _is_desync(sample: FabricSample) -> int | None:
    """The SSRC of a picture that is not played together with its sound."""
    flowing = [s for s in sample.streams if s.direction == "inbound" and s.packets]
    sounds = [stream for stream in flowing if stream.media == "audio"]
    pictures = [stream for stream in flowing if stream.media == "video"]
    if len(sounds) != 1 or len(pictures) != 1:
        return None  # nothing says which belong together
    [sound], [picture] = sounds, pictures
    if sound.playout_at is not None and picture.playout_at is not None:
        # Both are the sender's time of what is played now: what is behind is later.
        audio_late = picture.playout_at - sound.playout_at
    elif sound.playout_delay_ms is not None and picture.playout_delay_ms is not None:
        audio_late = sound.playout_delay_ms - picture.playout_delay_ms - _PICTURE_MS
    else:
        return None
    late = audio_late > AUDIO_LATE_MS or -audio_late > VIDEO_LATE_MS
    return picture.ssrc if late else None
