"""All that is known of one call while it goes on, and what each message changes of it.

Everything in here is plain data, so that a call can be written down in the middle and taken up
again by another process (``book``). Times are the client's, milliseconds since 1970, made to go
forward; what waits for time to pass is the book's.
"""

from dataclasses import dataclass
from typing import Any

import msgspec

from notifier.calls.clock import Clock, plausible
from notifier.calls.diary import Diary
from notifier.calls.event_data import (
    added_data,
    device_data,
    disruption_event,
    error_data,
    is_log,
    joined_data,
    log_data,
    wifi_data,
)
from notifier.calls.fabric import FAILURE_REASONS, STATES, Fabric, Happening, StateName
from notifier.calls.messages import (
    CallDetails,
    CallMessage,
    ConferenceJoin,
    Devices,
    FabricAdd,
    FabricError,
    FabricHappening,
    IceState,
    Log,
    Sdp,
    SsrcMap,
    Stats,
    WifiStats,
)
from notifier.calls.record import FeedbackRecord
from notifier.calls.refusal import refused
from notifier.calls.sample import FabricSample, Media
from notifier.calls.stats.disruptions import Disrupted
from notifier.calls.stats.fabric_stats import FabricStats, StreamName
from notifier.calls.stats.figures import CallMeter
from notifier.calls.timeline import Timeline
from notifier.calls.vocabulary import FabricEvent, FabricState

__all__ = ["FABRICS_LIMIT", "SSRCS_LIMIT", "Applied", "Call", "Line"]

FABRICS_LIMIT = 64
"""Connections of one call."""

SSRCS_LIMIT = 2000
"""Streams of one call that have a name."""

RESTART_MS = 90_000.0
"""How long a connection that failed may still be restarted: what is said of it meanwhile says that
the call goes on."""

SILENT_MS = 30_000.0
"""A connection of which nobody said anything for this long, when the call ends, had gone before."""

_MUTES: dict[FabricEvent, tuple[Media, bool]] = {
    FabricEvent.AUDIO_MUTE: ("audio", True),
    FabricEvent.AUDIO_UNMUTE: ("audio", False),
    FabricEvent.VIDEO_PAUSE: ("video", True),
    FabricEvent.VIDEO_RESUME: ("video", False),
}


@dataclass(slots=True)
class Applied:
    """What a message came to, beyond what the call now knows."""

    alive: bool = False
    """It says that the call goes on."""

    sample: FabricSample | None = None
    disrupted: list[Disrupted] | tuple[()] = ()


class Line(msgspec.Struct, kw_only=True):
    """One connection: its life and its statistics."""

    fabric: Fabric
    stats: FabricStats
    remote_user_id: str
    usage: str
    heard: float
    """When something was said of it, the last time."""

    names: dict[int, StreamName] = {}
    announced: dict[str, tuple[str, float]] = {}
    """States that were told without a sequence number, and when: how things stand at the end of
    what may still come from the client's queue."""


class Call(msgspec.Struct, kw_only=True):
    """One conference of one local user."""

    call_id: str
    name: str
    """What its client calls it; the same, but for a call that goes on after a silence."""

    number: int = 1
    """Of calls of this name."""

    client_id: str
    client: str
    origin: str | None
    conference_id: str
    application: str
    user_id: str
    began: float
    clock: Clock
    lines: dict[str, Line] = {}
    diary: Diary = msgspec.field(default_factory=Diary)
    timeline: Timeline = msgspec.field(default_factory=Timeline)
    meter: CallMeter = msgspec.field(default_factory=CallMeter)
    feedback: FeedbackRecord | None = None
    call_type: str | None = None
    role: str | None = None
    media_failed: bool = False
    """An error was reported before there was a connection, getUserMedia's for example."""

    @classmethod
    def joined(
        cls,
        message: ConferenceJoin,
        *,
        client_id: str,
        client: str,
        application: str,
        origin: str | None,
        wall: float,
    ) -> "Call":
        """A call that begins."""
        began = plausible(message.timestamp, wall)
        call = cls(
            call_id=message.call_id,
            name=message.call_id,
            client_id=client_id,
            client=client,
            origin=origin,
            conference_id=message.conference_id,
            application=application,
            user_id=message.user_id,
            began=began,
            clock=Clock(began),
        )
        call.diary.add("userJoined", began, joined_data(message))
        return call

    def bare(self) -> "Call":
        """Who and where, without what happened."""
        return Call(
            call_id=self.call_id,
            name=self.name,
            number=self.number,
            client_id=self.client_id,
            client=self.client,
            origin=self.origin,
            conference_id=self.conference_id,
            application=self.application,
            user_id=self.user_id,
            began=self.began,
            clock=Clock(self.clock.last),
        )

    def another(self, timestamp: float, *, wall: float) -> "Call":
        """A call like this one, that goes on under the same name after it was over."""
        call = self.bare()
        call.number += 1
        call.call_id = f"{self.name}.{call.number}"
        call.began = plausible(timestamp, wall)
        call.clock = Clock(call.began)
        call.diary.add("userJoined", call.began, None)
        return call

    @property
    def waiting(self) -> bool:
        """Whether states were announced that wait for what the client has queued."""
        return any(line.announced for line in self.lines.values())

    @property
    def quiet(self) -> bool:
        """Whether nothing need be said of it: no connection yet, or all of them on hold."""
        going = [line.fabric for line in self.lines.values() if not line.fabric.over]
        return not self.lines or bool(going and all(fabric.held for fabric in going))

    def apply(self, message: CallMessage, *, wall: float, collect_sdp: bool) -> Applied:
        """Take a message of this call, but for those with which it begins and ends.

        :raises Refused: it names a connection that is not there, or there are too many.
        """
        if isinstance(message, FabricAdd):
            return self._add(message, wall)
        line = None
        fabric_id = getattr(message, "fabric_id", None)
        if fabric_id is not None:
            line = self._line(message, fabric_id)
            if isinstance(message, IceState) and message.seq is None:
                return self._announced(message, line, wall)
            self.catch_up(line, fabric_id, until=message.timestamp, wall=wall)
        at = self.clock.time(message.timestamp, wall)
        match message:
            case Log():
                self.diary.add("applicationLog", at, log_data(message))
            case Devices():
                event = "activeDeviceList" if message.in_use else "connectedDeviceList"
                self.diary.add(event, at, device_data(message), fabric_id=fabric_id)
            case WifiStats():
                self.diary.add("wifiStats", at, wifi_data(message))
            case FabricError() if is_log(message):
                self.diary.add("applicationLog", at, log_data(message))
            case FabricError() if line is None:
                self._failed_without_connection(message, at)
        if line is None or fabric_id is None:
            return Applied()
        return self._of_line(message, line, fabric_id, at, collect_sdp=collect_sdp)

    def catch_up(self, line: Line, fabric_id: str, *, until: float, wall: float) -> None:
        """Let a connection stand as was announced before this time.

        What was announced at the time of a message from the queue may be that message.
        """
        for name, (state, at) in list(line.announced.items()):
            if at < until:
                del line.announced[name]
                found = line.fabric.change(name, state, self.clock.time(at, wall))  # type: ignore[arg-type]
                self._tell(fabric_id, line, found)

    def catch_up_all(self, *, wall: float) -> None:
        """Let all connections stand as was announced: the client's queue is empty."""
        for fabric_id, line in self.lines.items():
            self.catch_up(line, fabric_id, until=float("inf"), wall=wall)

    def leave(self, timestamp: float, *, wall: float) -> float:
        """The local user is out of the call: what still stands is terminated.

        :returns: when that was.
        """
        self.catch_up_all(wall=wall)
        at = self.clock.time(timestamp, wall)
        for fabric_id, line in self.lines.items():
            if not line.fabric.over and line.heard >= at - SILENT_MS:
                self._tell(fabric_id, line, line.fabric.terminate(at))
        self.diary.add("userLeft", at, None)
        self.fall_silent()
        return at

    def fall_silent(self, *, wall: float | None = None) -> float:
        """Nothing more is said.

        :returns: when something was, the last time.
        """
        if wall is not None:
            self.catch_up_all(wall=wall)
        for line in self.lines.values():
            line.fabric.silence(line.heard)
        return max((line.heard for line in self.lines.values()), default=self.clock.last)

    def callback(self, fabric_id: str) -> dict[str, Any] | None:
        """What ``csStatsCallback`` says of a connection; None while there is nothing to say."""
        line = self.lines[fabric_id]
        if line.fabric.held or line.fabric.over:
            return None
        tracks = line.stats.tracks(line.names, remote_user_id=line.remote_user_id)
        off = {FabricState.DISRUPTED, FabricState.CHECKING_DISRUPTED, FabricState.FAILED}
        return {
            "connectionState": "offline" if line.fabric.state in off else "online",
            "fabricState": line.fabric.state.value,
            "conferenceURL": f"call-notifier:calls/{self.call_id}",
            "mediaStreamTracks": tracks,
            "streams": {str(track["ssrc"]): track for track in tracks},
        }

    def _line(self, message: CallMessage, fabric_id: str) -> Line:
        line = self.lines.get(fabric_id)
        if line is None:
            raise refused(message, "unknown-fabric", "No such connection was added to the call.")
        return line

    def _add(self, message: FabricAdd, wall: float) -> Applied:
        if message.fabric_id in self.lines:
            return Applied()
        if len(self.lines) >= FABRICS_LIMIT:
            text = f"A call has at most {FABRICS_LIMIT} connections."
            raise refused(message, "too-many", text)
        # Said again after the client was away, it has the time of then, and what came since then
        # is still to come: the call's own time does not follow it.
        at = max(
            self.clock.time(message.timestamp, wall)
            if message.seq is not None
            else self.clock.earlier(message.timestamp, wall),
            self.began,
        )
        stats = FabricStats()
        stats.expect(
            usage=message.fabric_usage.value,
            direction=message.direction.value,
            endpoint=message.remote_endpoint_type.value,
        )
        self.lines[message.fabric_id] = Line(
            fabric=Fabric(added=at),
            stats=stats,
            remote_user_id=message.remote_user_id,
            usage=message.fabric_usage.value,
            heard=at,
        )
        self.diary.add("addNewFabric", at, added_data(message), fabric_id=message.fabric_id)
        return Applied(alive=True)

    def _announced(self, message: IceState, line: Line, wall: float) -> Applied:
        _check_state(message)
        earlier = line.announced.get(message.changed_state)
        if earlier is not None and earlier[1] < message.timestamp:
            # Nothing is queued that could come before this one: the client has no numbers.
            self.catch_up(line, message.fabric_id, until=message.timestamp, wall=wall)
        line.announced[message.changed_state] = (message.new_state, message.timestamp)
        return Applied(alive=_goes_on(line, message.timestamp))

    def _of_line(
        self, message: CallMessage, line: Line, fabric_id: str, at: float, *, collect_sdp: bool
    ) -> Applied:
        went_on = _goes_on(line, at)
        fabric = line.fabric
        applied = Applied()
        found: list[Happening] = []
        match message:
            case Stats():
                applied = self._stats(message, line, fabric_id, at)
            case IceState():
                _check_state(message)
                found = fabric.change(message.changed_state, message.new_state, at)
            case FabricHappening():
                found = self._happening(message, line, at)
            case FabricError():
                said = error_data(message, sdp=collect_sdp)
                found = fabric.report(message.function, at, said)
            case SsrcMap():
                self._name(message, line)
            case CallDetails():
                self.call_type = message.call_type.value
                self.role = message.role.value if message.role else None
            case Sdp() if collect_sdp and not fabric.over:
                said = {"localSDP": message.local_sdp, "remoteSDP": message.remote_sdp}
                self.diary.add("sdp", at, said, fabric_id=fabric_id)
        self._tell(fabric_id, line, found)
        applied.alive = went_on or bool(found)
        if applied.alive:
            line.heard = at
        return applied

    def _stats(self, message: Stats, line: Line, fabric_id: str, at: float) -> Applied:
        fabric = line.fabric
        if fabric.over or not message.stats:
            return Applied()
        sample = line.stats.take(message.stats, at=at)
        disrupted = line.stats.disrupted()
        for one in disrupted:
            event, said = disruption_event(one)
            self.diary.add(event, at, said, fabric_id=fabric_id)
        if sample is not None:
            self._tell(fabric_id, line, fabric.selected(sample.pair, sample.relay, at))
            self.timeline.add(fabric_id, sample)
            if not fabric.held:
                self.meter.add(fabric_id, sample)
        return Applied(sample=sample, disrupted=disrupted)

    def _happening(self, message: FabricHappening, line: Line, at: float) -> list[Happening]:
        event, data = message.event, message.data
        if line.fabric.over and event is not FabricEvent.FABRIC_TERMINATED:
            return []
        match event:
            case FabricEvent.FABRIC_SETUP:
                return []
            case FabricEvent.FABRIC_SETUP_FAILED:
                text = "A set-up that failed is told with fabric.error."
                raise refused(message, "field", text, field="event")
            case FabricEvent.FABRIC_TERMINATED:
                return line.fabric.terminate(at)
            case FabricEvent.FABRIC_HOLD | FabricEvent.FABRIC_RESUME:
                held = event is FabricEvent.FABRIC_HOLD
                line.stats.set_held(held)
                return line.fabric.hold(at, held=held)
            case FabricEvent.CALL_UNANSWERED:
                line.fabric.unanswered = True
            case FabricEvent.ACTIVE_DEVICE_LIST:
                if not isinstance((data or {}).get("deviceList"), list):
                    text = "Expected a list of devices."
                    raise refused(message, "field", text, field="data.deviceList")
            case FabricEvent.SCREEN_SHARE_START | FabricEvent.SCREEN_SHARE_STOP:
                ssrc = _ssrc((data or {}).get("ssrc"))
                line.stats.set_screen(event is FabricEvent.SCREEN_SHARE_START, ssrc)
        if event in _MUTES:
            media, muted = _MUTES[event]
            line.stats.set_muted(media, "outbound", muted)
        return [Happening(event.value, at, data)]

    def _failed_without_connection(self, message: FabricError, at: float) -> None:
        self.media_failed = True
        said = {
            "delay": at - self.began,
            "reason": FAILURE_REASONS[message.function],
            "function": message.function.value,
            **error_data(message, sdp=False),
        }
        self.diary.add("fabricSetupFailed", at, said)

    def _name(self, message: SsrcMap, line: Line) -> None:
        ssrc = _ssrc(message.ssrc)
        if ssrc is None:
            raise refused(message, "field", "Expected a number below 2^32 as text.", field="ssrc")
        if ssrc not in line.names and sum(len(one.names) for one in self.lines.values()) >= (
            SSRCS_LIMIT
        ):
            raise refused(message, "too-many", f"A call names at most {SSRCS_LIMIT} streams.")
        line.names[ssrc] = StreamName(
            user_id=message.user_id,
            usage_label=message.usage_label,
            video_tag=message.associated_video_tag,
        )

    def _tell(self, fabric_id: str, line: Line, found: list[Happening]) -> None:
        for happening in found:
            self.diary.add(happening.event, happening.at, happening.data, fabric_id=fabric_id)
        if found:
            line.heard = max(line.heard, found[-1].at)
        if line.fabric.over:
            self.timeline.forget(fabric_id)


def _ssrc(said: object) -> int | None:
    """An SSRC, as a number or a text."""
    if isinstance(said, str) and said.isascii() and said.isdigit() and len(said) <= 10:
        said = int(said)
    # Not a bool, which is an int too; written down, it could not be read again.
    return said if type(said) is int and 0 <= said < 1 << 32 else None


def _goes_on(line: Line, at: float) -> bool:
    """Whether what is said of a connection at this time says that its call goes on."""
    fabric = line.fabric
    if fabric.standing is FabricState.FAILED:
        return fabric.ended is not None and at - fabric.ended < RESTART_MS
    return not fabric.over


def _check_state(message: IceState) -> None:
    name: StateName = message.changed_state
    if message.new_state not in STATES[name]:
        raise refused(message, "field", f"No {name} of W3C webrtc.", field="newState")
