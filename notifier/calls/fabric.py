"""One connection's life: from the states that a browser or a library reports to what happened.

No I/O and no clock: a state and its time go in, what happened comes out, and all that is
remembered is plain data. The machine is that of callstats.js::

    ICE state, from -> to                      what happened                  state afterwards
    any -> connected, completed; first time    fabricSetup                    established
    connected, completed -> disconnected       iceDisruptionStart             disrupted
    that -> connected, completed               iceDisruptionEnd               established
    checking -> disconnected                   iceConnectionDisruptionStart   checkingDisrupted
    that -> checking, or any other             iceConnectionDisruptionEnd     initialising
    any -> failed, never set up                iceFailed                      failed
    any -> failed, once set up                 fabricDropped                  failed
    new, checking -> closed, never set up      iceAborted                     terminated
    any other -> closed                        iceTerminated                  terminated
    any other -> new                           iceRestarted                   as it was
    signalling: any -> closed                  fabricTerminated               terminated
    another selected pair while connected      fabricTransportSwitch          as it was
    any state -> another                       fabricStateChange, before the rest

A disruption that was told to have begun is told to have ended, whichever way it ends but by the
end of the connection. A connection that failed may be restarted (JSEP, RFC 8829 section 4.1.18);
one that is terminated stays so, and what is said of it afterwards is passed over.
"""

from typing import Any, Literal

import msgspec

from notifier.calls.vocabulary import FabricState, WebRTCFunction

__all__ = ["FAILURE_REASONS", "STATES", "End", "Fabric", "Happening", "StateName"]

StateName = Literal["signalingState", "iceConnectionState", "iceGatheringState", "connectionState"]

End = Literal["terminated", "dropped", "failed", "aborted", "timeout", "never-connected"]

STATES: dict[str, frozenset[str]] = {
    "signalingState": frozenset(
        {
            *("stable", "have-local-offer", "have-remote-offer"),
            *("have-local-pranswer", "have-remote-pranswer", "closed"),
        }
    ),
    "iceConnectionState": frozenset(
        {"new", "checking", "connected", "completed", "disconnected", "failed", "closed"}
    ),
    "iceGatheringState": frozenset({"new", "gathering", "complete"}),
    "connectionState": frozenset(
        {"new", "connecting", "connected", "disconnected", "failed", "closed"}
    ),
}
"""The words of W3C webrtc (RTCSignalingState and so on)."""

FAILURE_REASONS: dict[WebRTCFunction, str] = {
    WebRTCFunction.GET_USER_MEDIA: "MediaConfigError",
    WebRTCFunction.CREATE_OFFER: "NegotiationFailure",
    WebRTCFunction.CREATE_ANSWER: "NegotiationFailure",
    WebRTCFunction.SET_REMOTE_DESCRIPTION: "NegotiationFailure",
    WebRTCFunction.SET_LOCAL_DESCRIPTION: "SDPGenerationError",
    WebRTCFunction.ADD_ICE_CANDIDATE: "SDPGenerationError",
    WebRTCFunction.ICE_CONNECTION_FAILURE: "IceConnectionFailure",
    WebRTCFunction.SIGNALING_ERROR: "SignalingError",
}
"""What kind of failure an error in each function is; the others are logs, not failures."""

_UP = frozenset({"connected", "completed"})

_Disruption = Literal["iceDisruption", "iceConnectionDisruption"]


class Happening(msgspec.Struct, frozen=True):
    """What happened to a connection."""

    event: str
    at: float
    data: dict[str, Any] | None = None


class Fabric(msgspec.Struct, kw_only=True):
    """Where a connection stands, and what is remembered of how it came there.

    Times are milliseconds since 1970 and do not go back: an earlier one counts as the last one.
    """

    added: float
    """Of addNewFabric: the zero of all delays."""

    last: float = 0.0
    ice: str = "new"
    """The ICE connection state; told by ``connectionState`` while nobody has said it."""

    ice_told: bool = False
    signaling: str = "stable"
    gathering: str = "new"
    connection: str = "new"

    standing: FabricState = FabricState.INITIALISING
    """Without hold."""

    held: bool = False
    end: End | None = None
    """Why it ended, or will have when nothing more is heard of it."""

    ended: float | None = None
    set_up: float | None = None
    connected_by_ice: float | None = None
    gathered: float | None = None
    failed: float | None = None
    """When it failed first, if it was not set up in spite of that."""

    ice_failed: bool = False
    """It failed for want of a path, and not over what the application did."""

    tried: bool = False
    """ICE has looked for a path: it is no connection that was made and never used."""

    offered: bool = False
    """An offer was made, here or there."""

    answered: bool = False
    """And answered."""

    unanswered: bool = False
    """The application says that nobody took the call."""

    carried: bool = False
    """All of it was connected, DTLS too."""

    dropped_told: bool = False
    terminated_told: bool = False
    disrupted_since: float | None = None
    disruption: _Disruption | None = None
    """The one that was told to have begun."""

    disruption_began: float = 0.0
    disruptions: int = 0
    disrupted_ms: float = 0.0
    """Once set up: from each loss of the path to its return or the end."""

    pair: str | None = None
    pair_since: float = 0.0
    relay: str | None = None
    transport_switches: int = 0

    @property
    def state(self) -> FabricState:
        """Where it stands."""
        if self.held and self.standing is FabricState.ESTABLISHED:
            return FabricState.HOLD
        return self.standing

    @property
    def over(self) -> bool:
        """Whether it is terminated, for good."""
        return self.standing is FabricState.TERMINATED

    @property
    def was_set_up(self) -> bool:
        """Whether it was ever connected."""
        return self.set_up is not None and self.end != "failed"

    @property
    def lost(self) -> bool:
        """Whether it was set up, and lost against somebody's will."""
        return self.end == "dropped" or (
            self.end == "timeout" and self.standing is not FabricState.ESTABLISHED
        )

    def change(self, name: StateName, new: str, at: float) -> list[Happening]:
        """One of the states is another now; the same one again, and an unknown word, is nothing."""
        at = self._time(at)
        if self.over or new not in STATES[name]:
            return []
        found: list[Happening] = []
        match name:
            case "signalingState":
                old, self.signaling = self.signaling, new
                self._negotiated(new)
                if new == "closed":
                    found = self.terminate(at)
            case "iceGatheringState":
                old, self.gathering = self.gathering, new
                if new == "complete" and self.gathered is None:
                    self.gathered = at
            case "iceConnectionState":
                old, self.ice, self.ice_told = self.ice, new, True
                found = self._ice(old, new, at)
            case "connectionState":
                old, self.connection = self.connection, new
                found = self._connection(new, at)
        if new == old:
            return found
        data = {"changedState": name, "prevState": old, "newState": new}
        return [Happening("fabricStateChange", at, data), *found]

    def hold(self, at: float, *, held: bool) -> list[Happening]:
        """No media for now, or media again."""
        at = self._time(at)
        if self.over or self.held == held:
            return []
        self.held = held
        return [Happening("fabricHold" if held else "fabricResume", at)]

    def terminate(self, at: float) -> list[Happening]:
        """The application, the signalling or the whole call says that this is the end."""
        at = self._time(at)
        if self.terminated_told:
            return []
        self.terminated_told = True
        self._finish(at)
        return [Happening("fabricTerminated", at)]

    def silence(self, at: float) -> None:
        """Nothing more is heard of it: ``at`` is when something was, the last time."""
        if self.end is None:
            self.end = "timeout" if self.set_up is not None else "never-connected"
        if self.ended is None:
            self.ended = max(at, self.added)
        self._close_loss(self.ended)

    def report(
        self, function: WebRTCFunction, at: float, data: dict[str, Any] | None = None
    ) -> list[Happening]:
        """An error in one of the functions that make a connection.

        :param data: what else is known of it: message, name, stack.
        :returns: nothing for the two functions that are logs.
        """
        at = self._time(at)
        reason = FAILURE_REASONS.get(function)
        if self.over or reason is None:
            return []
        data = {
            "delay": at - self.added,
            "reason": reason,
            "function": function.value,
            "fabricState": self.state.value,
            "iceConnectionState": self.ice,
            **(data or {}),
        }
        by_ice = function is WebRTCFunction.ICE_CONNECTION_FAILURE
        if self.set_up is None:
            self._fail(at, "failed")
            self.ice_failed = self.ice_failed or by_ice
        elif by_ice and self.ice not in _UP:
            self._fail(at, "dropped")
        # Else an established connection goes on: what failed was to change it.
        event = "iceFailed" if by_ice and self.set_up is not None else "fabricSetupFailed"
        return [Happening(event, at, data)]

    def selected(self, pair: str | None, relay: str | None, at: float) -> list[Happening]:
        """The candidate pair of the last statistics.

        :param relay: ``turn/udp`` and so on; empty for a direct path.
        """
        at = self._time(at)
        if pair is None or self.over or self.ice not in _UP:
            return []
        before, since, self.relay = self.pair, self.pair_since, relay
        if pair == before:
            return []
        self.pair, self.pair_since = pair, at
        if before is None:
            return []
        self.transport_switches += 1
        data = {
            "prevIceCandidatePair": before,
            "currIceCandidatePair": pair,
            "relayType": relay or "",
            "delay": at - since,
        }
        return [Happening("fabricTransportSwitch", at, data)]

    def _time(self, at: float) -> float:
        self.last = max(self.last, self.added, at)
        return self.last

    def _negotiated(self, new: str) -> None:
        if new in {"have-local-offer", "have-remote-offer"}:
            self.offered = True
        elif new != "closed" and self.offered:
            self.answered = True

    def _connection(self, new: str, at: float) -> list[Happening]:
        self.carried = self.carried or new == "connected"
        if not self.ice_told or new == "closed":
            old, self.ice = self.ice, "checking" if new == "connecting" else new
            return self._ice(old, self.ice, at)
        if new == "failed" and self.ice in _UP and self.standing is not FabricState.FAILED:
            # There is a path and no connection over it: DTLS, after fabricSetup was told.
            self.dropped_told = True
            data = {"delay": at - self.added, "reason": "TransportFailure"}
            if self.carried:
                self._fail(at, "dropped")
                return [Happening("fabricDropped", at, data)]
            self._fail(at, "failed")
            return [Happening("fabricSetupFailed", at, data)]
        return []

    def _ice(self, old: str, new: str, at: float) -> list[Happening]:
        if new == old:
            return []
        if new != "new":
            self.tried = True
        if new in _UP:
            return self._connected(at)
        match new:
            case "disconnected":
                return self._disconnected(at, was_up=old in _UP)
            case "checking":
                found = self._path_again(at, "iceConnectionDisruption")
                self.standing = self._resting()
                return found
            case "failed":
                if self.set_up is None:
                    self.ice_failed = True
                    self._fail(at, "failed")
                    return [Happening("iceFailed", at, {"delay": at - self.added})]
                self._fail(at, "dropped")
                told, self.dropped_told = self.dropped_told, True
                return [] if told else [Happening("fabricDropped", at)]
            case "closed":
                aborted = self.set_up is None and old in {"new", "checking"}
                self._finish(at)
                return [Happening("iceAborted" if aborted else "iceTerminated", at)]
            case _:
                found = self._path_again(at, "iceConnectionDisruption")
                self.standing = self._resting()
                return [*found, Happening("iceRestarted", at)]

    def _connected(self, at: float) -> list[Happening]:
        found = self._path_again(at, self.disruption) if self.disruption else []
        self._close_loss(at)
        self.standing = FabricState.ESTABLISHED
        self.end = self.ended = self.failed = None
        self.ice_failed = self.dropped_told = False
        if self.set_up is None:
            self.set_up = at
            if self.ice_told:
                self.connected_by_ice = at
            data = {
                "delay": at - self.added,
                "iceGatheringDelay": self._delay(self.gathered),
                "iceConnectivityDelay": self._delay(self.connected_by_ice),
            }
            found.append(Happening("fabricSetup", at, data))
        return found

    def _disconnected(self, at: float, *, was_up: bool) -> list[Happening]:
        if was_up and self.standing is FabricState.FAILED:
            return []
        self.standing = FabricState.DISRUPTED if was_up else FabricState.CHECKING_DISRUPTED
        if self.set_up is not None and self.disrupted_since is None:
            self.disrupted_since = at
        if self.disruption is not None:
            # Lost, looked for, and lost again: the first disruption is not over.
            self.standing = FabricState.DISRUPTED
            return []
        self.disruption = "iceDisruption" if was_up else "iceConnectionDisruption"
        self.disruption_began = at
        self.disruptions += 1
        return [Happening(f"{self.disruption}Start", at)]

    def _path_again(self, at: float, kind: _Disruption) -> list[Happening]:
        if self.disruption != kind:
            return []
        self.disruption = None
        return [Happening(f"{kind}End", at, {"delay": at - self.disruption_began})]

    def _resting(self) -> FabricState:
        """Where it stands while ICE looks for a path."""
        if not self.was_set_up:
            return FabricState.INITIALISING
        if self.disrupted_since is not None:
            return FabricState.DISRUPTED
        return FabricState.ESTABLISHED

    def _fail(self, at: float, end: End) -> None:
        self.standing = FabricState.FAILED
        self.end = self.end or end
        self.ended = at if self.ended is None else self.ended
        if end == "failed":
            self.failed = at if self.failed is None else self.failed
        elif self.disrupted_since is None:
            self.disrupted_since = at
            self.disruptions += 1

    def _finish(self, at: float) -> None:
        if self.over:
            return
        self.standing = FabricState.TERMINATED
        self.end = self.end or ("terminated" if self.set_up is not None else "aborted")
        self.ended = at if self.ended is None else self.ended
        self._close_loss(self.ended)

    def _close_loss(self, at: float) -> None:
        if self.disrupted_since is not None:
            self.disrupted_ms += max(at - self.disrupted_since, 0.0)
            self.disrupted_since = None

    def _delay(self, at: float | None) -> float | None:
        return None if at is None else at - self.added
