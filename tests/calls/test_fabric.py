"""The states of a connection: every row of the table, and every order."""

import itertools

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from notifier.calls.fabric import STATES, Fabric, Happening
from notifier.calls.vocabulary import FabricState, WebRTCFunction

T0 = 1_700_000_000_000.0


def through(*ice: str, fabric: Fabric | None = None) -> tuple[Fabric, list[Happening]]:
    """A connection that went through these ICE states, one a second; what the last one made."""
    fabric = fabric or Fabric(added=T0)
    found: list[Happening] = []
    start = max(fabric.last, T0)
    for second, state in enumerate(ice, 1):
        found = fabric.change("iceConnectionState", state, start + 1000 * second)
    return fabric, found


def words(found: list[Happening]) -> list[str]:
    """What happened, but for the change of state itself, which is always told first."""
    assert found[0].event == "fabricStateChange"
    return [happening.event for happening in found[1:]]


TABLE: list[tuple[tuple[str, ...], list[str], FabricState]] = [
    # any -> connected, completed, the first time
    (("connected",), ["fabricSetup"], FabricState.ESTABLISHED),
    (("completed",), ["fabricSetup"], FabricState.ESTABLISHED),
    (("checking", "connected"), ["fabricSetup"], FabricState.ESTABLISHED),
    (("checking", "completed"), ["fabricSetup"], FabricState.ESTABLISHED),
    (("checking", "failed", "connected"), ["fabricSetup"], FabricState.ESTABLISHED),
    (("checking", "failed", "new", "completed"), ["fabricSetup"], FabricState.ESTABLISHED),
    (
        ("checking", "disconnected", "connected"),
        ["iceConnectionDisruptionEnd", "fabricSetup"],
        FabricState.ESTABLISHED,
    ),
    # between connected and completed, and back
    (("connected", "completed"), [], FabricState.ESTABLISHED),
    (("completed", "connected"), [], FabricState.ESTABLISHED),
    # connected, completed -> disconnected, and back
    (("connected", "disconnected"), ["iceDisruptionStart"], FabricState.DISRUPTED),
    (("completed", "disconnected"), ["iceDisruptionStart"], FabricState.DISRUPTED),
    (("connected", "disconnected", "connected"), ["iceDisruptionEnd"], FabricState.ESTABLISHED),
    (("connected", "disconnected", "completed"), ["iceDisruptionEnd"], FabricState.ESTABLISHED),
    # a restart on the way: the disruption goes on until there is a path
    (("connected", "disconnected", "checking"), [], FabricState.DISRUPTED),
    (("connected", "disconnected", "checking", "disconnected"), [], FabricState.DISRUPTED),
    (
        ("connected", "disconnected", "checking", "connected"),
        ["iceDisruptionEnd"],
        FabricState.ESTABLISHED,
    ),
    # checking -> disconnected, and back
    (
        ("checking", "disconnected"),
        ["iceConnectionDisruptionStart"],
        FabricState.CHECKING_DISRUPTED,
    ),
    (
        ("checking", "disconnected", "checking"),
        ["iceConnectionDisruptionEnd"],
        FabricState.INITIALISING,
    ),
    (("disconnected",), ["iceConnectionDisruptionStart"], FabricState.CHECKING_DISRUPTED),
    # -> failed
    (("failed",), ["iceFailed"], FabricState.FAILED),
    (("checking", "failed"), ["iceFailed"], FabricState.FAILED),
    (("checking", "disconnected", "failed"), ["iceFailed"], FabricState.FAILED),
    (("connected", "failed"), ["fabricDropped"], FabricState.FAILED),
    (("completed", "failed"), ["fabricDropped"], FabricState.FAILED),
    (("connected", "disconnected", "failed"), ["fabricDropped"], FabricState.FAILED),
    (("connected", "checking", "failed"), ["fabricDropped"], FabricState.FAILED),
    (("connected", "disconnected", "failed", "checking"), [], FabricState.DISRUPTED),
    (
        ("connected", "disconnected", "failed", "checking", "connected"),
        ["iceDisruptionEnd"],
        FabricState.ESTABLISHED,
    ),
    (("connected", "failed", "checking", "connected"), [], FabricState.ESTABLISHED),
    (("checking", "failed", "checking"), [], FabricState.INITIALISING),
    # -> closed
    (("closed",), ["iceAborted"], FabricState.TERMINATED),
    (("checking", "closed"), ["iceAborted"], FabricState.TERMINATED),
    (("checking", "disconnected", "closed"), ["iceTerminated"], FabricState.TERMINATED),
    (("connected", "closed"), ["iceTerminated"], FabricState.TERMINATED),
    (("completed", "closed"), ["iceTerminated"], FabricState.TERMINATED),
    (("connected", "disconnected", "closed"), ["iceTerminated"], FabricState.TERMINATED),
    (("connected", "checking", "closed"), ["iceTerminated"], FabricState.TERMINATED),
    (("checking", "failed", "closed"), ["iceTerminated"], FabricState.TERMINATED),
    # -> new
    (("checking", "new"), ["iceRestarted"], FabricState.INITIALISING),
    (("connected", "new"), ["iceRestarted"], FabricState.ESTABLISHED),
    (("completed", "new"), ["iceRestarted"], FabricState.ESTABLISHED),
    (("connected", "disconnected", "new"), ["iceRestarted"], FabricState.DISRUPTED),
    (("checking", "failed", "new"), ["iceRestarted"], FabricState.INITIALISING),
    (
        ("checking", "disconnected", "new"),
        ["iceConnectionDisruptionEnd", "iceRestarted"],
        FabricState.INITIALISING,
    ),
    # a restart while the old path still carries
    (("connected", "checking"), [], FabricState.ESTABLISHED),
    (("completed", "checking"), [], FabricState.ESTABLISHED),
    (("connected", "new", "checking", "connected"), [], FabricState.ESTABLISHED),
    (
        ("connected", "checking", "disconnected"),
        ["iceConnectionDisruptionStart"],
        FabricState.CHECKING_DISRUPTED,
    ),
]


@pytest.mark.parametrize(("states", "events", "standing"), TABLE, ids=lambda part: str(part))
def test_every_row(states: tuple[str, ...], events: list[str], standing: FabricState) -> None:
    fabric, found = through(*states)
    assert words(found) == events
    assert fabric.state is standing


def test_the_rows_are_of_every_pair() -> None:
    ice = STATES["iceConnectionState"]
    pairs = {pair for states, *_ in TABLE for pair in itertools.pairwise(("new", *states))}
    # What is closed stays so, and W3C's machine knows no way from failed to disconnected.
    left = {(a, b) for a, b in itertools.permutations(ice, 2) if a != "closed"} - pairs
    assert left == {("failed", "disconnected"), ("failed", "completed")}


@pytest.mark.parametrize("state", sorted(STATES["iceConnectionState"]))
def test_a_state_told_again_is_nothing(state: str) -> None:
    fabric, _ = through("checking", state)
    before = msgspec.json.encode(fabric)
    assert fabric.change("iceConnectionState", state, fabric.last) == []
    assert msgspec.json.encode(fabric) == before


def test_a_change_is_told_with_its_states() -> None:
    fabric = Fabric(added=T0)
    for name, new, old in (
        ("signalingState", "have-local-offer", "stable"),
        ("iceGatheringState", "gathering", "new"),
        ("iceConnectionState", "checking", "new"),
        ("connectionState", "connecting", "new"),
    ):
        [found] = fabric.change(name, new, T0 + 1)  # type: ignore[arg-type]
        assert found == Happening(
            "fabricStateChange",
            T0 + 1,
            {"changedState": name, "prevState": old, "newState": new},
        )


def test_a_set_up_tells_its_delays() -> None:
    fabric = Fabric(added=T0)
    fabric.change("iceGatheringState", "gathering", T0 + 10)
    fabric.change("iceConnectionState", "checking", T0 + 50)
    fabric.change("iceGatheringState", "complete", T0 + 200)
    found = fabric.change("iceConnectionState", "connected", T0 + 450)
    assert found[-1] == Happening(
        "fabricSetup",
        T0 + 450,
        {"delay": 450, "iceGatheringDelay": 200, "iceConnectivityDelay": 450},
    )


def test_disruptions_are_counted_and_timed() -> None:
    fabric, found = through("connected", "disconnected", "connected")
    assert found[-1].data == {"delay": 1000}
    fabric, _ = through("disconnected", "checking", "connected", fabric=fabric)
    assert (fabric.disruptions, fabric.disrupted_ms) == (2, 3000)
    fabric, _ = through("disconnected", "failed", "closed", fabric=fabric)
    assert (fabric.disruptions, fabric.disrupted_ms, fabric.end) == (3, 4000, "dropped")


def test_a_drop_without_a_disruption_is_one() -> None:
    fabric, _ = through("connected", "failed", "checking", "connected")
    assert (fabric.disruptions, fabric.disrupted_ms) == (1, 2000)
    assert fabric.end is None


@pytest.mark.parametrize(
    ("states", "end"),
    [
        (("connected", "closed"), "terminated"),
        (("checking", "closed"), "aborted"),
        (("checking", "failed", "closed"), "failed"),
        (("connected", "failed", "closed"), "dropped"),
        (("connected", "disconnected", "closed"), "terminated"),
        (("checking", "failed", "checking", "connected", "closed"), "terminated"),
    ],
)
def test_the_first_reason_of_an_end_stays(states: tuple[str, ...], end: str) -> None:
    assert through(*states)[0].end == end


def test_a_closed_signalling_state_terminates() -> None:
    fabric, _ = through("connected")
    found = fabric.change("signalingState", "closed", T0 + 5000)
    assert words(found) == ["fabricTerminated"]
    assert (fabric.state, fabric.end, fabric.ended) == ("terminated", "terminated", T0 + 5000)
    before = msgspec.json.encode(fabric)
    assert fabric.change("iceConnectionState", "closed", T0 + 5000) == []
    assert fabric.terminate(T0 + 5000) == []
    assert msgspec.json.encode(fabric) == before


def test_an_application_says_that_it_terminated_after_ice_did() -> None:
    fabric, _ = through("connected", "closed")
    assert [found.event for found in fabric.terminate(T0 + 9000)] == ["fabricTerminated"]
    assert fabric.ended == T0 + 2000
    assert fabric.terminate(T0 + 9000) == []


class TestConnectionState:
    """Of implementations that do not say their ICE state, and of DTLS."""

    def test_stands_in_for_ice(self) -> None:
        fabric = Fabric(added=T0)
        fabric.change("connectionState", "connecting", T0 + 10)
        assert fabric.ice == "checking"
        found = fabric.change("connectionState", "connected", T0 + 300)
        assert words(found) == ["fabricSetup"]
        assert found[-1].data == {
            "delay": 300,
            "iceGatheringDelay": None,
            "iceConnectivityDelay": None,
        }
        found = fabric.change("connectionState", "disconnected", T0 + 400)
        assert words(found) == ["iceDisruptionStart"]
        found = fabric.change("connectionState", "failed", T0 + 500)
        assert words(found) == ["fabricDropped"]

    def test_is_only_noted_beside_ice(self) -> None:
        fabric, _ = through("checking", "connected")
        assert words(fabric.change("connectionState", "disconnected", T0 + 9000)) == []
        assert fabric.state is FabricState.ESTABLISHED

    def test_ice_takes_over_where_it_stands(self) -> None:
        fabric = Fabric(added=T0)
        fabric.change("connectionState", "connected", T0 + 300)
        assert fabric.change("iceConnectionState", "connected", T0 + 300) == []
        assert words(fabric.change("connectionState", "disconnected", T0 + 400)) == []
        assert fabric.state is FabricState.ESTABLISHED

    def test_dtls_that_fails_is_no_set_up(self) -> None:
        fabric, _ = through("checking", "connected")
        found = fabric.change("connectionState", "failed", T0 + 30_000)
        assert words(found) == ["fabricSetupFailed"]
        assert found[-1].data == {"delay": 30_000, "reason": "TransportFailure"}
        assert (fabric.state, fabric.end, fabric.was_set_up) == ("failed", "failed", False)
        assert words(fabric.change("iceConnectionState", "disconnected", T0 + 31_000)) == []
        assert words(fabric.change("iceConnectionState", "failed", T0 + 32_000)) == []
        assert fabric.end == "failed"
        assert words(fabric.change("iceConnectionState", "checking", T0 + 33_000)) == []
        assert fabric.state == "initialising"
        assert words(fabric.change("iceConnectionState", "connected", T0 + 34_000)) == []
        assert fabric.was_set_up
        assert fabric.state == "established"

    def test_dtls_that_is_lost_is_a_drop(self) -> None:
        fabric, _ = through("checking", "connected")
        fabric.change("connectionState", "connected", T0 + 3000)
        assert words(fabric.change("connectionState", "failed", T0 + 30_000)) == ["fabricDropped"]
        assert words(fabric.change("iceConnectionState", "failed", T0 + 31_000)) == []
        assert (fabric.end, fabric.was_set_up) == ("dropped", True)

    def test_closed_is_closed(self) -> None:
        fabric, _ = through("checking", "connected")
        assert words(fabric.change("connectionState", "closed", T0 + 9000)) == ["iceTerminated"]
        assert fabric.over


class TestErrors:
    """reportError."""

    @pytest.mark.parametrize(
        ("function", "reason"),
        [
            ("getUserMedia", "MediaConfigError"),
            ("createOffer", "NegotiationFailure"),
            ("createAnswer", "NegotiationFailure"),
            ("setRemoteDescription", "NegotiationFailure"),
            ("setLocalDescription", "SDPGenerationError"),
            ("addIceCandidate", "SDPGenerationError"),
            ("iceConnectionFailure", "IceConnectionFailure"),
            ("signalingError", "SignalingError"),
        ],
    )
    def test_fail_the_set_up(self, function: str, reason: str) -> None:
        fabric, _ = through("checking")
        found = fabric.report(WebRTCFunction(function), T0 + 2500, {"message": "no"})
        assert found == [
            Happening(
                "fabricSetupFailed",
                T0 + 2500,
                {
                    "delay": 2500,
                    "reason": reason,
                    "function": function,
                    "fabricState": "initialising",
                    "iceConnectionState": "checking",
                    "message": "no",
                },
            )
        ]
        assert (fabric.state, fabric.end, fabric.failed) == ("failed", "failed", T0 + 2500)
        assert fabric.ice_failed is (function == "iceConnectionFailure")

    @pytest.mark.parametrize("function", ["applicationLog", "applicationError"])
    def test_logs_are_none(self, function: str) -> None:
        fabric, _ = through("checking")
        assert fabric.report(WebRTCFunction(function), T0 + 2500) == []
        assert fabric.state is FabricState.INITIALISING

    def test_of_a_connection_that_stands_do_not_fell_it(self) -> None:
        fabric, _ = through("checking", "connected")
        found = fabric.report(WebRTCFunction.SET_REMOTE_DESCRIPTION, T0 + 9000)
        assert [happening.event for happening in found] == ["fabricSetupFailed"]
        assert fabric.state is FabricState.ESTABLISHED
        found = fabric.report(WebRTCFunction.ICE_CONNECTION_FAILURE, T0 + 9000)
        assert [happening.event for happening in found] == ["iceFailed"]
        assert (fabric.state, fabric.end) == ("established", None)

    def test_of_ice_once_it_was_lost_drop_it(self) -> None:
        fabric, _ = through("connected", "disconnected")
        found = fabric.report(WebRTCFunction.ICE_CONNECTION_FAILURE, T0 + 9000)
        assert [happening.event for happening in found] == ["iceFailed"]
        assert (fabric.state, fabric.end) == ("failed", "dropped")
        assert words(fabric.change("iceConnectionState", "failed", T0 + 9500)) == ["fabricDropped"]

    def test_that_did_not_matter_are_forgiven(self) -> None:
        fabric, _ = through("checking")
        fabric.report(WebRTCFunction.ADD_ICE_CANDIDATE, T0 + 1500)
        through("connected", fabric=fabric)
        assert (fabric.state, fabric.end, fabric.failed) == ("established", None, None)

    def test_the_first_one_has_the_delay(self) -> None:
        fabric = Fabric(added=T0)
        fabric.report(WebRTCFunction.CREATE_OFFER, T0 + 100)
        fabric.report(WebRTCFunction.CREATE_OFFER, T0 + 900)
        assert fabric.failed == T0 + 100


class TestHold:
    """fabricHold, fabricResume."""

    def test_is_a_state_of_its_own(self) -> None:
        fabric, _ = through("connected")
        assert fabric.hold(T0 + 2000, held=True) == [Happening("fabricHold", T0 + 2000)]
        assert fabric.hold(T0 + 2001, held=True) == []
        assert fabric.state == "hold"
        assert fabric.hold(T0 + 3000, held=False) == [Happening("fabricResume", T0 + 3000)]
        assert fabric.hold(T0 + 3001, held=False) == []
        assert fabric.state == "established"

    def test_hides_no_disruption_and_no_end(self) -> None:
        fabric, _ = through("connected")
        fabric.hold(T0 + 2000, held=True)
        through("disconnected", fabric=fabric)
        assert fabric.state == "disrupted"
        through("closed", fabric=fabric)
        assert fabric.state == "terminated"
        assert fabric.hold(T0 + 9000, held=False) == []


class TestTransport:
    """The selected pair."""

    def test_another_pair_is_a_switch(self) -> None:
        fabric, _ = through("connected")
        assert fabric.selected("a", "", T0 + 2000) == []
        assert fabric.selected("a", "", T0 + 3000) == []
        assert fabric.selected("b", "turn/udp", T0 + 4000) == [
            Happening(
                "fabricTransportSwitch",
                T0 + 4000,
                {
                    "prevIceCandidatePair": "a",
                    "currIceCandidatePair": "b",
                    "relayType": "turn/udp",
                    "delay": 2000,
                },
            )
        ]
        assert (fabric.transport_switches, fabric.relay) == (1, "turn/udp")

    def test_none_and_one_of_no_connection_are_passed_over(self) -> None:
        fabric, _ = through("checking")
        assert fabric.selected("a", "", T0 + 2000) == []
        assert fabric.pair is None
        through("connected", fabric=fabric)
        fabric.selected("a", "", T0 + 3000)
        assert fabric.selected(None, None, T0 + 4000) == []
        through("disconnected", fabric=fabric)
        assert fabric.selected("b", "", T0 + 6000) == []
        through("connected", fabric=fabric)
        assert [found.event for found in fabric.selected("b", "", T0 + 8000)] == [
            "fabricTransportSwitch"
        ]


@pytest.mark.parametrize(
    ("states", "end", "lost"),
    [
        ((), "never-connected", False),
        (("checking",), "never-connected", False),
        (("connected",), "timeout", False),
        (("connected", "disconnected"), "timeout", True),
        (("connected", "failed"), "dropped", True),
        (("checking", "failed"), "failed", False),
        (("connected", "closed"), "terminated", False),
    ],
)
def test_silence_is_an_end_too(states: tuple[str, ...], end: str, lost: bool) -> None:
    fabric, _ = through(*states)
    fabric.silence(T0 + 60_000)
    assert (fabric.end, fabric.lost) == (end, lost)
    assert fabric.ended is not None
    assert fabric.ended >= fabric.added


def test_time_does_not_go_back() -> None:
    fabric, _ = through("connected", "disconnected")
    found = fabric.change("iceConnectionState", "connected", T0 - 3_600_000)
    assert found[-1] == Happening("iceDisruptionEnd", T0 + 2000, {"delay": 0})


@pytest.mark.parametrize(
    ("signaling", "offered", "answered"),
    [
        ((), False, False),
        (("have-local-offer",), True, False),
        (("have-remote-offer",), True, False),
        (("have-local-offer", "stable"), True, True),
        (("have-remote-offer", "have-local-pranswer"), True, True),
        (("have-local-offer", "closed"), True, False),
    ],
)
def test_offers_are_answered_or_not(
    signaling: tuple[str, ...], offered: bool, answered: bool
) -> None:
    fabric = Fabric(added=T0)
    for state in signaling:
        fabric.change("signalingState", state, T0 + 100)
    assert (fabric.offered, fabric.answered) == (offered, answered)


class Orders(RuleBasedStateMachine):
    """Whatever comes in whatever order."""

    def __init__(self) -> None:
        super().__init__()
        self.fabric = Fabric(added=T0)
        self.told: list[Happening] = []
        self.at = T0

    def _do(self, found: list[Happening]) -> None:
        if found and self.told:
            assert found[0].at >= self.told[-1].at
        self.told += found

    @rule(step=st.sampled_from([-5000, 0, 1, 1000, 40_000]))
    def time_goes(self, step: int) -> None:
        self.at += step

    @rule(data=st.data(), name=st.sampled_from(sorted(STATES)))
    def changes(self, data: st.DataObject, name: str) -> None:
        new = data.draw(st.sampled_from([*sorted(STATES[name]), "sideways", ""]))
        over = self.fabric.over
        found = self.fabric.change(name, new, self.at)  # type: ignore[arg-type]
        assert not (over and found)
        self._do(found)

    @rule(held=st.booleans())
    def holds(self, held: bool) -> None:
        self._do(self.fabric.hold(self.at, held=held))

    @rule(function=st.sampled_from(list(WebRTCFunction)))
    def errs(self, function: WebRTCFunction) -> None:
        self._do(self.fabric.report(function, self.at))

    @rule(pair=st.sampled_from([None, "a", "b"]), relay=st.sampled_from(["", "turn/udp"]))
    def selects(self, pair: str | None, relay: str) -> None:
        self._do(self.fabric.selected(pair, relay, self.at))

    @rule()
    @precondition(lambda self: len(self.told) > 4)
    def terminates(self) -> None:
        self._do(self.fabric.terminate(self.at))

    @rule()
    def is_written_and_read(self) -> None:
        self.fabric = msgspec.json.decode(msgspec.json.encode(self.fabric), type=Fabric)

    @invariant()
    def is_possible(self) -> None:
        fabric = self.fabric
        events = [found.event for found in self.told]
        assert events.count("fabricSetup") == (fabric.set_up is not None)
        assert events.count("fabricTerminated") <= 1
        assert events.count("iceAborted") + events.count("iceTerminated") <= 1
        for kind in ("iceDisruption", "iceConnectionDisruption"):
            open_ones = events.count(f"{kind}Start") - events.count(f"{kind}End")
            assert open_ones == (fabric.disruption == kind)
        if fabric.standing is FabricState.ESTABLISHED:
            assert fabric.set_up is not None
            assert fabric.end is None
            assert fabric.disrupted_since is None
        if fabric.standing in {FabricState.FAILED, FabricState.TERMINATED}:
            assert fabric.end is not None
            assert fabric.ended is not None
        if fabric.standing is FabricState.INITIALISING:
            assert not fabric.was_set_up
        assert fabric.standing is not FabricState.HOLD
        assert (fabric.state is FabricState.HOLD) <= fabric.held
        assert fabric.disrupted_ms >= 0
        assert fabric.set_up is None or fabric.set_up >= fabric.added
        assert all(found.data is None or found.data.get("delay", 0) >= 0 for found in self.told)


TestOrders = Orders.TestCase
TestOrders.settings = settings(max_examples=150, stateful_step_count=40)
