"""The callstats API for Python: what each function says to the program, refuses and calls back."""

import asyncio
import json
import threading
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from notifier.calls.address import address_of_this_user
from notifier.calls.client import (
    AppError,
    CallStats,
    FabricEvent,
    FabricUsage,
    Result,
    WebRTCFunction,
    reported,
    reporter,
    sampling,
    transport,
)
from notifier.calls.messages import decode
from tests.calls.fake_peer import FakePeer, entry
from tests.calls.small_program import SmallProgram, small_program, until
from tests.calls.talking import until as until_so

CONFERENCE = "conference-1"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "RETRY_SECONDS", (0.02, 0.05))
    monkeypatch.setattr(transport, "IDLE_SECONDS", 0.02)
    monkeypatch.setattr(sampling, "INTERVAL", 0.02)
    monkeypatch.setattr(reporter, "INIT_LIMIT", 0.1)
    monkeypatch.setattr(reporter, "AGAIN_LIMIT", 0.0)


@pytest.fixture
def address() -> str:
    return address_of_this_user()


@pytest.fixture
def program(address: str) -> Iterator[SmallProgram]:
    with small_program(address) as found:
        yield found
        # The program would refuse none of what was said.
        for message in found.messages:
            assert decode(json.dumps(message).encode()) is not None, message


@pytest.fixture
def client() -> Iterator[CallStats]:
    found = CallStats()
    assert found.initialize("app", "secret", "alice").status == "success"
    yield found
    found.close()
    until(lambda: not _threads(), "the end of the threads")


def _threads() -> list[str]:
    names = ("call-notifier", "call-notifier-sampling")
    return [thread.name for thread in threading.enumerate() if thread.name in names]


def add(client: CallStats, peer: object, conference: str = CONFERENCE, **more: Any) -> Result:
    return client.add_new_fabric(peer, "bob", FabricUsage.MULTIPLEX, conference, **more)


def succeeded(result: Result) -> None:
    assert result.status == "success", result


def refused(result: Result, message: str) -> None:
    assert result == Result("failure", message)


# A call from its beginning to its end


def test_a_call_of_a_hidden_connection(client: CallStats, program: SmallProgram) -> None:
    """The fake peer connection of an SDK: events of three kinds, states, getStats; no loop."""
    peer = FakePeer()
    succeeded(add(client, peer))
    peer.signal("have-local-offer")
    peer.ice("checking")
    peer.ice("connected")
    peer.signal("stable")
    program.wait(3, "stats")
    peer.icegatheringstate = "complete"  # told by no event: polled
    until(lambda: "complete" in str(program.messages), "the polled state")
    peer.signal("closed")
    (leave,) = program.wait(1, "conference.leave")

    (join,) = program.of("conference.join")
    (added,) = program.of("fabric.add")
    assert join["conferenceId"] == CONFERENCE
    assert join["userId"] == "alice"
    assert join["callId"] == added["callId"] == leave["callId"]
    assert added["remoteUserId"] == "bob"
    assert added["fabricUsage"] == "multiplex"
    assert added["timestamp"] <= join["timestamp"]
    states = [(m["changedState"], m["newState"]) for m in program.of("ice.state")]
    assert states == [
        ("signalingState", "have-local-offer"),
        ("iceConnectionState", "checking"),
        ("iceConnectionState", "connected"),
        ("signalingState", "stable"),
        ("iceGatheringState", "complete"),
        ("signalingState", "closed"),
    ]
    stats = program.of("stats")
    assert stats[0]["stats"] == [entry(packetsReceived=1)]
    assert stats[0]["fabricId"] == added["fabricId"]
    assert [m["seq"] for m in program.messages] == list(range(len(program.messages)))
    assert program.messages[-1]["type"] == "conference.leave"
    assert not any(peer.listeners.values())
    count = peer.asked
    until(lambda: "call-notifier-sampling" not in _threads(), "the end of the samples")
    assert peer.asked <= count + 1


async def test_a_call_on_a_loop(client: CallStats, program: SmallProgram) -> None:
    peer = FakePeer()
    where: set[int] = set()

    async def answer() -> list[Any]:
        where.add(threading.get_ident())
        return [entry()]

    peer.answer = answer
    succeeded(add(client, peer))
    peer.ice("connected")
    await until_so(lambda: len(program.of("stats")) >= 3)
    assert where == {threading.get_ident()}
    peer.ice("closed")
    await until_so(lambda: program.of("conference.leave"))


def test_states_that_were_before(client: CallStats, program: SmallProgram) -> None:
    peer = FakePeer()
    peer.iceconnectionstate = "connected"
    peer.icegatheringstate = "complete"
    succeeded(add(client, peer))
    program.wait(1, "stats")
    assert {m["newState"] for m in program.of("ice.state")} == {"connected", "complete"}


def test_a_connection_without_an_ice_state(client: CallStats, program: SmallProgram) -> None:
    peer = SimpleNamespace(connectionState="new", getStats=lambda: [entry()])
    called: list[tuple[str, str]] = []
    succeeded(add(client, peer, pc_callback=lambda *a: called.append(a)))
    peer.connectionState = "connected"
    program.wait(1, "stats")
    peer.connectionState = "disconnected"
    until(lambda: len(called) == 2, "the callback")
    assert called[1][0] == "appConnectivityError"
    peer.connectionState = "closed"
    program.wait(1, "conference.leave")


def test_a_call_lasts_as_long_as_one_of_its_connections(
    client: CallStats, program: SmallProgram
) -> None:
    first, second, other = FakePeer(), FakePeer(), FakePeer()
    succeeded(add(client, first))
    succeeded(add(client, second))
    succeeded(add(client, other, "conference-2"))
    adds = program.wait(3, "fabric.add")
    assert adds[0]["callId"] == adds[1]["callId"] != adds[2]["callId"]
    assert adds[0]["fabricId"] != adds[1]["fabricId"]
    assert len(program.of("conference.join")) == 2
    first.signal("closed")
    succeeded(client.send_fabric_event(other, FabricEvent.FABRIC_TERMINATED, "conference-2"))
    (leave,) = program.wait(1, "conference.leave")
    assert leave["callId"] == adds[2]["callId"]
    assert program.of("fabric.event")[0]["event"] == "fabricTerminated"
    second.signal("closed")
    program.wait(2, "conference.leave")
    # The same conference again is another call.
    third = FakePeer()
    succeeded(add(client, third))
    joins = program.wait(3, "conference.join")
    assert joins[2]["conferenceId"] == joins[0]["conferenceId"]
    assert joins[2]["callId"] != joins[0]["callId"]


def test_a_call_whose_connection_is_replaced(
    client: CallStats, program: SmallProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An application that closes one connection and makes another is still in its call."""
    monkeypatch.setattr(reporter, "AGAIN_LIMIT", 0.3)
    first, second = FakePeer(), FakePeer()
    succeeded(add(client, first))
    first.signal("closed")
    succeeded(add(client, second))
    time.sleep(0.5)
    assert len(program.of("conference.join")) == 1
    assert program.of("conference.leave") == []
    second.signal("closed")
    program.wait(1, "conference.leave")
    third = FakePeer()
    succeeded(add(client, third))
    # Nobody waits for what the application says is over.
    monkeypatch.setattr(reporter, "AGAIN_LIMIT", 1000.0)
    succeeded(client.send_fabric_event(third, FabricEvent.FABRIC_TERMINATED, CONFERENCE))
    program.wait(2, "conference.leave")


def test_a_connection_that_was_added_before(client: CallStats, program: SmallProgram) -> None:
    peer = FakePeer()
    succeeded(add(client, peer))
    again = add(client, peer)
    assert again == Result("success", "add_new_fabric: this connection has been added already")
    peer.signal("closed")
    program.wait(1, "conference.leave")
    assert len(program.of("fabric.add")) == 1


def test_a_connection_says_that_it_is_there(
    client: CallStats, program: SmallProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reported, "ALIVE_SECONDS", 0.1)
    peer = FakePeer()
    succeeded(add(client, peer))
    peer.ice("checking")
    found = program.wait(2, "stats")
    assert found[0]["stats"] == []
    assert peer.asked == 0


def test_identifiers_that_are_known_later(client: CallStats, program: SmallProgram) -> None:
    peer = FakePeer()
    succeeded(client.add_new_fabric(peer, None, "audio", ""))
    peer.ice("checking")
    peer.ice("connected")
    succeeded(client.send_fabric_event(peer, FabricEvent.AUDIO_MUTE, CONFERENCE))
    until(lambda: peer.asked > 2, "statistics")
    assert program.messages == []
    refused(
        client.set_identifiers({"conferenceID": CONFERENCE}, peer),
        "set_identifiers: argument missing: remoteUserID",
    )
    refused(
        client.set_identifiers({}, FakePeer()),
        "set_identifiers: not initialized or no fabrics added",
    )
    refused(
        client.report_error(peer, CONFERENCE, WebRTCFunction.CREATE_OFFER),
        "report_error: conferenceId does not exist: set_identifiers has not named it",
    )
    succeeded(client.set_identifiers({"conference_id": CONFERENCE, "remoteUserID": "bob"}, peer))
    program.wait(1, "stats")
    kinds = [message["type"] for message in program.messages]
    assert kinds[:5] == ["conference.join", "fabric.add", "ice.state", "ice.state", "fabric.event"]
    assert program.of("fabric.add")[0]["remoteUserId"] == "bob"
    assert client.set_identifiers(
        {"conferenceID": "other", "remoteUserID": "eve"}, peer
    ).message.endswith("named already")


# What else is said


def test_events(client: CallStats, program: SmallProgram) -> None:
    peer = FakePeer()
    add(client, peer)
    data = {"ssrc": 5, "object": object()}
    succeeded(client.send_fabric_event(peer, "screenShareStart", CONFERENCE, data))
    succeeded(client.send_fabric_event(peer, FabricEvent.FABRIC_SETUP, CONFERENCE))
    device = {"deviceId": "d", "kind": "videoinput", "label": "Camera", "groupId": "g"}
    succeeded(
        client.send_fabric_event(
            peer, FabricEvent.ACTIVE_DEVICE_LIST, CONFERENCE, {"deviceList": [device]}
        )
    )
    (devices,) = program.wait(1, "devices")
    (event,) = program.of("fabric.event")
    assert event["event"] == "screenShareStart"
    assert event["data"]["ssrc"] == 5
    assert devices["devices"] == [device]
    assert devices["inUse"] is True
    assert devices["fabricId"] == event["fabricId"]


def test_events_that_are_refused(client: CallStats, program: SmallProgram) -> None:
    peer = FakePeer()
    add(client, peer)
    send = client.send_fabric_event
    nameless = "send_fabric_event: argument invalid: conference_id is empty"
    refused(send(peer, "nothing", CONFERENCE), "send_fabric_event: unsupported fabricEvent nothing")
    refused(
        send(peer, FabricEvent.FABRIC_SETUP_FAILED, CONFERENCE),
        "send_fabric_event: unsupported fabricEvent fabricSetupFailed: use report_error",
    )
    refused(send(None, "audioMute", CONFERENCE), "send_fabric_event: argument missing: pc")
    refused(send(peer, "audioMute", ""), nameless)
    refused(
        send(FakePeer(), "audioMute", CONFERENCE),
        "send_fabric_event: not initialized or no fabrics added",
    )
    refused(
        send(peer, "audioMute", "conference-2"),
        "send_fabric_event: conferenceId does not exist: the connection belongs to another one",
    )
    refused(
        send(peer, "audioMute", CONFERENCE, [1]),
        "send_fabric_event: argument invalid: event_data is no object",
    )
    refused(
        send(peer, "audioMute", CONFERENCE, {str(n): "x" * 20_000 for n in range(9)}),
        "send_fabric_event: argument invalid: event_data has more than 100000 bytes",
    )
    refused(
        send(peer, "activeDeviceList", CONFERENCE),
        "send_fabric_event: argument missing: event_data.deviceList",
    )
    program.wait(1, "fabric.add")
    assert program.of("fabric.event", "devices") == []


def test_errors(client: CallStats, program: SmallProgram) -> None:
    peer = FakePeer()
    # Before there is a connection, the call begins with its error.
    succeeded(client.report_error(None, CONFERENCE, "getUserMedia", {"name": "NotAllowedError"}))
    add(client, peer)
    succeeded(client.report_error(peer, CONFERENCE, "createOffer", ValueError("no"), "v=0", "v=0"))
    first, second = program.wait(2, "fabric.error")
    assert len(program.of("conference.join")) == 1
    assert (first["function"], first["name"], first["fabricId"]) == (
        "getUserMedia",
        "NotAllowedError",
        None,
    )
    assert (second["function"], second["message"]) == ("createOffer", "no")
    assert second["fabricId"] is not None
    assert "ValueError" in second["stack"]
    assert second["localSdp"] is None  # the program did not say that it wants them
    refused(
        client.report_error(peer, CONFERENCE, "createNothing"),
        "report_error: invalid webRTC functionName createNothing",
    )


def test_application_logs(client: CallStats, program: SmallProgram) -> None:
    peer = FakePeer()
    add(client, peer)
    log = WebRTCFunction.APPLICATION_LOG
    succeeded(client.report_error(peer, CONFERENCE, log, "a line"))
    succeeded(client.report_error(peer, CONFERENCE, log, {"level": "warn", "message": "m"}))
    cut = client.report_error(peer, CONFERENCE, "applicationError", "x" * 20_001)
    assert cut == Result("success", "report_error: the log is cut after 20000 characters")
    lines = program.wait(3, "log")
    assert [(m["level"], m["messageType"]) for m in lines] == [
        ("info", "text"),
        ("warn", "json"),
        ("info", "text"),
    ]
    assert len(lines[2]["message"]) == 20_000


def test_a_call_of_nothing_but_an_error_ends(
    client: CallStats, program: SmallProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reporter, "LONELY_LIMIT", 0.1)
    succeeded(client.report_error(None, CONFERENCE, "getUserMedia", "denied"))
    program.wait(1, "conference.leave")


def test_streams_and_details(client: CallStats, program: SmallProgram) -> None:
    peer = FakePeer()
    add(client, peer)
    succeeded(
        client.associate_mst_with_user_id(peer, "bob", CONFERENCE, 1234, "front-camera", "video")
    )
    succeeded(client.associate_mst_with_user_id(peer, "bob", CONFERENCE, "4294967295", "mic"))
    succeeded(client.send_call_details(peer, CONFERENCE, {"callType": "outbound", "role": "agent"}))
    first, _ = program.wait(2, "ssrc.map")
    (details,) = program.wait(1, "call.details")
    assert (first["ssrc"], first["usageLabel"], first["associatedVideoTag"]) == (
        "1234",
        "front-camera",
        "video",
    )
    assert (details["callType"], details["role"]) == ("outbound", "agent")
    refused(
        client.associate_mst_with_user_id(peer, "bob", CONFERENCE, "", "mic"),
        "associate_mst_with_user_id: argument invalid: ssrc is empty",
    )
    refused(
        client.associate_mst_with_user_id(peer, "bob", CONFERENCE, 1, "x" * 21),
        "associate_mst_with_user_id: argument invalid: usage_label has more than 20 bytes",
    )
    refused(
        client.send_call_details(peer, CONFERENCE, {"role": "manager"}),
        "send_call_details: argument invalid: role manager",
    )


def test_feedback_also_of_a_call_that_is_over(client: CallStats, program: SmallProgram) -> None:
    peer = FakePeer()
    add(client, peer)
    peer.signal("closed")
    told: list[tuple[str, str]] = []
    feedback = {"userID": "alice", "overall": 4, "audio": 5, "comment": "good"}
    succeeded(client.send_user_feedback(CONFERENCE, feedback, lambda *a: told.append(a)))
    (message,) = program.wait(1, "feedback")
    assert message["callId"] == program.of("conference.join")[0]["callId"]
    assert (message["overall"], message["audio"], message["video"]) == (4, 5, None)
    assert message["comment"] == "good"
    until(lambda: told, "the callback")
    assert told[0][0] == "success"
    for wrong, said in (
        (None, "argument missing: feedback"),
        ({"userID": "alice"}, "argument missing: feedback.overall"),
        ({"overall": 3}, "argument missing: feedback.userID"),
        ({"userID": "alice", "overall": 6}, "argument invalid: feedback.overall is not 1 to 5"),
        (
            {"userID": "a", "overall": 1, "comment": 5},
            "argument invalid: feedback.comment is no string",
        ),
    ):
        refused(client.send_user_feedback(CONFERENCE, wrong), f"send_user_feedback: {said}")
    refused(
        client.send_user_feedback("conference-2", feedback),
        "send_user_feedback: conferenceId does not exist: conference-2",
    )


def test_another_user(client: CallStats, program: SmallProgram) -> None:
    peer = FakePeer()
    add(client, peer)
    succeeded(client.report_user_id_change(peer, CONFERENCE, "alice-2", "local"))
    (log,) = program.wait(1, "log")
    assert json.loads(log["message"])["userID"] == "alice-2"
    add(client, FakePeer(), "conference-2")
    assert program.wait(2, "conference.join")[1]["userId"] == "alice-2"
    succeeded(client.initialize("app", None, {"userName": "Carol", "aliasName": "c1"}))
    add(client, FakePeer(), "conference-3")
    join = program.wait(3, "conference.join")[2]
    assert (join["userId"], join["userName"]) == ("c1", "Carol")


def test_wifi(client: CallStats, program: SmallProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reporter, "WIFI_SECONDS", 0.05)
    asked: list[int] = []

    async def handler() -> str:
        asked.append(1)
        return json.dumps({"signal": 70, "rssi": -55, "timestamp": 1, "interface": "wlan0"})

    succeeded(client.attach_wifi_stats_handler(handler))
    until(lambda: program.hellos, "a hello")
    assert not asked  # there is no call
    add(client, FakePeer())
    found = program.wait(2, "wifi.stats")
    assert (found[0]["signal"], found[0]["rssi"], found[0]["interface"]) == (70, -55, "wlan0")
    succeeded(client.reset_wifi_stats_handler())
    succeeded(client.attach_wifi_stats_handler(lambda: {"signal": 1, "rssi": -90, "noise": -95}))
    until(lambda: program.of("wifi.stats")[-1]["noise"] == -95, "the other handler")


@pytest.mark.allow_log("a function that the application gave us failed")
@pytest.mark.parametrize("said", [None, "no json", "{}", {"signal": "x", "rssi": 1}])
def test_wifi_that_is_none(
    client: CallStats, program: SmallProgram, said: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reporter, "WIFI_SECONDS", 0.02)
    asked: list[int] = []

    def handler() -> object:
        asked.append(1)
        return said

    succeeded(client.attach_wifi_stats_handler(handler))
    add(client, FakePeer())
    until(lambda: len(asked) > 2, "several attempts")
    assert program.of("wifi.stats") == []


def test_descriptions_are_sent_where_they_are_wanted(address: str, client: CallStats) -> None:
    peer = FakePeer()
    described: Any = peer
    described.localDescription = SimpleNamespace(sdp="v=0 local")
    described.remoteDescription = SimpleNamespace(sdp="v=0 remote")
    with small_program(address, welcome={"collectSdp": True}) as program:
        until(lambda: program.hellos, "a hello")
        add(client, peer)
        (sdp,) = program.wait(1, "sdp")
        assert (sdp["localSdp"], sdp["remoteSdp"]) == ("v=0 local", "v=0 remote")
        peer.signal("have-local-offer")
        described.localDescription.sdp = "v=0 other"
        peer.signal("stable")
        assert program.wait(2, "sdp")[1]["localSdp"] == "v=0 other"
        succeeded(client.report_error(peer, CONFERENCE, "createOffer", "e", "v=0 l", "v=0 r"))
        (error,) = program.wait(1, "fabric.error")
        assert (error["localSdp"], error["remoteSdp"]) == ("v=0 l", "v=0 r")


def test_the_secret_goes_nowhere(address: str) -> None:
    def generator(*_: object) -> None:
        raise AssertionError("called")

    with small_program(address) as program:
        for secret in ("a-secret", generator):
            client = CallStats()
            succeeded(client.initialize("app", secret, "alice"))
            add(client, FakePeer())
            program.wait(1, "fabric.add")
            client.close()
        said = json.dumps([program.hellos, program.messages])
        assert "a-secret" not in said
        assert "a-secret" not in str(vars(client))


# What is refused


def test_before_initialize_nothing_is_taken() -> None:
    client, peer = CallStats(), FakePeer()
    for result in (
        add(client, peer),
        client.report_error(peer, CONFERENCE, "createOffer"),
        client.send_fabric_event(peer, "audioMute", CONFERENCE),
        client.associate_mst_with_user_id(peer, "u", CONFERENCE, "1", "mic"),
        client.send_user_feedback(CONFERENCE, {"userID": "u", "overall": 1}),
        client.send_call_details(peer, CONFERENCE, {}),
        client.report_user_id_change(peer, CONFERENCE, "u", "local"),
        client.set_identifiers({}, peer),
        client.start_precall_tests([{"urls": "turn:a"}]),
        client.stop_precall_tests(),
        client.make_precall_test(),
    ):
        assert result.status == "failure"
        assert result.message.endswith(": not initialized")
    assert client.get_sct_results() == []
    succeeded(client.close())
    succeeded(client.set_proxy_config({"collectorURL": "x"}))
    until(lambda: not _threads(), "no thread but those of earlier tests")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((None, None, "alice"), "argument missing: app_id"),
        (("app", None, None), "argument missing: local_user_id"),
        (("app", None, ""), "argument invalid: local_user_id is empty"),
        (("app", None, "alice", 5), "argument invalid: init_callback is no function"),
        (("app", None, "alice", None, 5), "argument invalid: stats_callback is no function"),
    ],
)
def test_wrong_initializations(arguments: tuple[Any, ...], said: str) -> None:
    refused(CallStats().initialize(*arguments), f"initialize: {said}")
    until(lambda: not _threads(), "no thread but those of earlier tests")


def test_wrong_connections(client: CallStats) -> None:
    peer = FakePeer()
    for arguments, said in (
        ((None, "bob", "multiplex", CONFERENCE), "argument missing: pc"),
        ((object(), "bob", "multiplex", CONFERENCE),
         "invalid PeerConnection object: it needs getStats and iceConnectionState"),
        ((peer, "bob", "everything", CONFERENCE), "invalid fabricUsage value everything"),
        ((peer, "x" * 129, "audio", CONFERENCE),
         "argument invalid: remote_user_id has more than 128 bytes"),
        ((peer, "bob", "audio", 5), "argument invalid: conference_id is no string"),
        ((peer, "bob", "audio", "x" * 257),
         "argument invalid: conference_id has more than 256 bytes"),
        ((peer, "bob", "audio", CONFERENCE, {"remoteEndpointType": "moon"}),
         "invalid remoteEndpointType moon"),
        ((peer, "bob", "audio", CONFERENCE, {"fabricTransmissionDirection": "up"}),
         "invalid fabricTransmissionDirection up"),
    ):  # fmt: skip
        refused(client.add_new_fabric(*arguments), f"add_new_fabric: {said}")


def test_missing_arguments_do_not_raise(client: CallStats) -> None:
    result = client.add_new_fabric()  # type: ignore[call-arg]
    assert result.status == "failure"
    assert result.message.startswith("add_new_fabric: argument missing:")
    result = client.send_user_feedback(conference="x")  # type: ignore[call-arg]
    assert result.status == "failure"


@pytest.mark.allow_log("add_new_fabric failed")
def test_a_fault_of_ours_does_not_raise(client: CallStats, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(reporter.Reporter, "add", broken)
    refused(add(client, FakePeer()), "add_new_fabric: internal error: ZeroDivisionError")


# What is called back


def test_initialize_is_told_that_the_program_does_not_run_and_that_it_came(
    address: str,
) -> None:
    told: list[tuple[str, str]] = []
    client = CallStats()
    succeeded(client.initialize("app", None, "alice", lambda *a: told.append(a)))
    until(lambda: told, "the first callback")
    assert told[0][0] == AppError.WS_CHANNEL_FAILURE
    with small_program(address) as program:
        until(lambda: len(told) == 2, "the second callback")
        assert told[1][0] == "success"
        program.hang_up()
        until(lambda: len(program.hellos) >= 2, "another connection")
        # And nobody is bothered again with how it goes.
        add(client, FakePeer())
        program.wait(1, "fabric.add")
        assert len(told) == 2
        succeeded(client.initialize("app", None, "bob", lambda *a: told.append(a)))
        until(lambda: len(told) == 3, "the callback of the other user")
        assert told[2][0] == "success"
    client.close()


def test_a_program_that_turns_us_away(address: str) -> None:
    told: list[tuple[str, str]] = []
    client = CallStats()
    with small_program(address, welcome={"type": "error", "code": "version", "message": "No."}):
        succeeded(client.initialize("app", None, "alice", lambda *a: told.append(a)))
        until(lambda: told, "the callback")
        assert told[0] == ("csProtoError", "No.")
    client.close()


def test_a_lost_path_is_called_back(client: CallStats) -> None:
    told: list[tuple[str, str]] = []
    peer = FakePeer()
    # A function in the place of the attributes is the callback, as it was before there were any.
    succeeded(client.add_new_fabric(peer, "bob", "audio", CONFERENCE, lambda *a: told.append(a)))
    peer.ice("connected")
    until(lambda: told, "the first callback")
    assert told == [("success", "add_new_fabric: done")]
    peer.ice("disconnected")
    until(lambda: len(told) == 2, "the callback")
    assert told[1] == ("appConnectivityError", "ICE is disconnected")
    peer.ice("connected")
    peer.ice("disconnected")
    until(lambda: len(told) == 3, "another one")


async def test_functions_are_called_on_the_loop(program: SmallProgram) -> None:
    client = CallStats()
    told: dict[str, tuple[Any, ...]] = {}
    here = threading.get_ident()

    def note(name: str) -> Callable[..., None]:
        def called(*arguments: Any) -> None:
            assert threading.get_ident() == here
            told[name] = arguments

        return called

    async def later(*arguments: Any) -> None:
        await asyncio.sleep(0)
        told["mediaDisruption"] = arguments

    for event in ("preCallTestResults", "connectionRecommendation", "pctConnectionQualityChange"):
        succeeded(client.on(event, note(event)))
    succeeded(client.on("mediaDisruption", later))
    succeeded(client.initialize("app", None, "alice", note("init"), note("stats")))
    await until_so(lambda: "init" in told)
    program.say({"type": "stats.callback", "callId": "c", "fabricId": "f", "stats": {"a": 1}})
    program.say({"type": "verdict", "verdict": {"summaryCode": 95}})
    program.say({"type": "precall.result", "status": "success", "results": {"rtt": 20}})
    program.say({"type": "connection.recommendation", "recommendation": {"providerRanking": []}})
    program.say(
        {"type": "media.disruption", "callId": "c", "fabricId": "f", "kind": "circuitBreaker",
         "payload": {"ssrc": 1}}
    )  # fmt: skip
    await until_so(lambda: len(told) == 6)
    assert told["stats"] == ({"a": 1},)
    assert told["pctConnectionQualityChange"] == ({"summaryCode": 95},)
    assert told["preCallTestResults"] == ("success", {"rtt": 20})
    assert told["connectionRecommendation"] == ({"providerRanking": []},)
    assert told["mediaDisruption"] == ({"type": "circuitBreaker", "payload": {"ssrc": 1}},)
    assert client.get_sct_results() == [{"rtt": 20}]
    client.close()


def test_events_that_do_not_exist() -> None:
    client = CallStats()
    refused(client.on("nothing", print), "on: argument invalid: event")
    refused(client.on([], print), "on: argument invalid: event is no string")  # type: ignore[arg-type]
    refused(client.on("stats", None), "on: argument invalid: callback is no function")  # type: ignore[arg-type]
    # Of the original, and never called here.
    succeeded(client.on("defaultConfig", print))
    until(lambda: not _threads(), "no thread but those of earlier tests")


@pytest.mark.allow_log("a function that the application gave us failed")
@pytest.mark.parametrize("on_loop", [True, False])
async def test_functions_that_raise(program: SmallProgram, on_loop: bool) -> None:
    client = CallStats()
    told: list[object] = []

    def raising(*_: object) -> None:
        told.append(1)
        raise ValueError("the application's")

    async def raising_later(*_: object) -> None:
        raising()

    def start() -> Result:
        client.on("stats", raising_later)
        return client.initialize("app", None, "alice", raising)

    succeeded(start() if on_loop else await asyncio.to_thread(start))
    await until_so(lambda: told)
    for _ in range(3):
        program.say({"type": "stats.callback", "callId": "c", "fabricId": "f", "stats": {}})
    await until_so(lambda: len(told) == 4)
    peer = FakePeer()
    succeeded(add(client, peer, pc_callback=raising))
    peer.ice("disconnected")
    await until_so(lambda: len(told) == 6)
    client.close()


def test_a_function_that_hangs_stops_neither_call_nor_report(
    client: CallStats, program: SmallProgram
) -> None:
    free = threading.Event()
    peer = FakePeer()
    succeeded(client.on("stats", lambda _: free.wait(20)))
    program.say({"type": "stats.callback", "callId": "c", "fabricId": "f", "stats": {}})
    add(client, peer)
    peer.ice("connected")
    program.wait(5, "stats")
    free.set()


@pytest.mark.allow_log("the program refused stats: Expected")
def test_what_the_program_refuses_is_logged_once(
    client: CallStats, program: SmallProgram, caplog: pytest.LogCaptureFixture
) -> None:
    until(lambda: program.hellos, "a hello")
    for _ in range(3):
        program.say(
            {"type": "error", "code": "field", "message": "Expected `int`.", "field": "ssrc",
             "of": "stats", "seq": 5}
        )  # fmt: skip
    until(lambda: "refused" in caplog.text, "the line")
    assert caplog.text.count("refused") == 1


# Tests of the network


def test_rounds_of_tests_are_asked_for_at_each_connection(client: CallStats, address: str) -> None:
    servers = [{"urls": ["turn:a", "turn:b"], "credential": "s"}]
    succeeded(client.start_precall_tests(servers, 5))
    with small_program(address) as program:
        (start,) = program.wait(1, "precall.start")
        assert start["urls"] == ["turn:a", "turn:b"]
        assert start["intervalS"] == 30
        program.hang_up()
        program.wait(2, "precall.start")
        succeeded(client.stop_precall_tests())
        program.wait(1, "precall.stop")
        program.hang_up()
        until(lambda: len(program.hellos) >= 3, "another connection")
        add(client, FakePeer())
        program.wait(1, "fabric.add")
        assert len(program.of("precall.start")) == 2
    refused(client.start_precall_tests([]), "start_precall_tests: argument missing: ice_servers")
    refused(
        client.start_precall_tests(servers, "often"),  # type: ignore[arg-type]
        "start_precall_tests: argument invalid: interval",
    )


def test_one_test_is_asked_for_once(address: str) -> None:
    client = CallStats()
    told: list[tuple[Any, ...]] = []
    client.on("preCallTestResults", lambda *a: told.append(a))
    with small_program(address) as program:
        client.initialize("app", None, "alice")
        succeeded(client.make_precall_test())
        (start,) = program.wait(1, "precall.start")
        assert (start["urls"], start["intervalS"]) == ([], None)
        program.say({"type": "error", "code": "forbidden", "message": "No.", "of": "precall.start"})
        until(lambda: told, "the refusal")
        assert told == [("failure", None)]
        program.hang_up()
        until(lambda: len(program.hellos) >= 2, "another connection")
        assert len(program.of("precall.start")) == 1
    client.close()


def test_a_test_that_nobody_makes_fails() -> None:
    client = CallStats()
    told: list[tuple[Any, ...]] = []
    client.on("preCallTestResults", lambda *a: told.append(a))
    client.initialize("app", None, "alice")
    succeeded(client.make_precall_test())
    until(lambda: told, "the failure")
    assert told == [("failure", None)]
    client.close()


# Several clients, loops that end


def test_two_clients_in_one_process(program: SmallProgram) -> None:
    clients = [CallStats(), CallStats()]
    for number, client in enumerate(clients):
        client.initialize("app", None, f"user-{number}")
        add(client, FakePeer())
    joins = program.wait(2, "conference.join")
    assert {m["userId"] for m in joins} == {"user-0", "user-1"}
    assert joins[0]["callId"] != joins[1]["callId"]
    assert len({m["clientId"] for m in program.hellos}) == 2
    # One connection may be in both.
    peer = FakePeer()
    for client in clients:
        succeeded(add(client, peer, "conference-2"))
    peer.ice("connected")
    until(lambda: len(program.of("ice.state")) >= 2, "both tell")
    for client in clients:
        client.close()
    program.wait(4, "conference.leave")


def test_calls_of_many_threads(client: CallStats, program: SmallProgram) -> None:
    """Calls that begin and end on several threads, with a program that hangs up now and then."""

    def work(name: str) -> None:
        for number in range(25):
            conference = f"{name}-{number}"
            peers = [FakePeer(), FakePeer()]
            for peer in peers:
                succeeded(add(client, peer, conference))
                peer.ice("connected")
            for peer in peers:
                succeeded(client.send_fabric_event(peer, "audioMute", conference))
                peer.signal("closed") if number % 2 else client.send_fabric_event(
                    peer, "fabricTerminated", conference
                )

    threads = [threading.Thread(target=work, args=(str(number),)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        while thread.is_alive():
            program.hang_up()
            thread.join(0.05)
    program.wait(100, "conference.leave", seconds=30)
    said = {m["seq"]: m for m in program.messages if m["seq"] is not None}
    assert sorted(said) == list(range(max(said) + 1))
    kinds: dict[str, list[str]] = {}
    for _, message in sorted(said.items()):
        kinds.setdefault(message["callId"], []).append(message["type"])
    assert len(kinds) == 100
    for of_call in kinds.values():
        assert of_call[:2] == ["conference.join", "fabric.add"]
        assert of_call[-1] == "conference.leave"
        assert of_call.count("fabric.add") == 2
        assert of_call.count("conference.join") == of_call.count("conference.leave") == 1


def test_functions_may_call_the_client(client: CallStats, program: SmallProgram) -> None:
    """From a callback, from getStats and from within an event of the connection."""
    peer = FakePeer()

    def answer() -> list[Any]:
        succeeded(client.report_error(peer, CONFERENCE, "applicationLog", "from getStats"))
        return [entry()]

    def lost(word: str, _: str) -> None:
        if word != "success":
            succeeded(client.send_fabric_event(peer, "fabricTerminated", CONFERENCE))

    peer.answer = answer
    succeeded(add(client, peer, pc_callback=lost))
    peer.addEventListener(
        "iceconnectionstatechange",
        lambda _: client.report_error(peer, CONFERENCE, "applicationLog", "from an event"),
    )
    peer.ice("connected")
    until(lambda: "from getStats" in str(program.messages), "the first")
    assert "from an event" in str(program.messages)
    peer.ice("disconnected")
    program.wait(1, "conference.leave")


def test_a_state_that_changes_while_it_is_read(client: CallStats, program: SmallProgram) -> None:
    """A connection that tells of another state from within the reading of one."""

    class Restless(FakePeer):
        def __init__(self) -> None:
            super().__init__()
            self.left: list[str] = []

        @property
        def iceConnectionState(self) -> str:
            if self.left:
                self.ice(self.left.pop(0))
            return self.iceconnectionstate

    peer = Restless()
    succeeded(add(client, peer))
    peer.left = ["checking", "connected"]
    program.wait(1, "stats")
    assert [m["newState"] for m in program.of("ice.state")][-1] == "connected"


def test_a_loop_that_ends_ends_its_calls(client: CallStats, program: SmallProgram) -> None:
    peer = FakePeer()
    told: list[object] = []

    async def call() -> None:
        client.on("stats", lambda *a: told.append(a))
        succeeded(add(client, peer))
        peer.ice("connected")
        await until_so(lambda: program.of("stats"))

    asyncio.run(call())
    program.wait(1, "conference.leave")
    # Functions are still called, and the next loop is as good as the first.
    program.say({"type": "stats.callback", "callId": "c", "fabricId": "f", "stats": {}})
    until(lambda: told, "the callback")
    asyncio.run(call())
    program.wait(2, "conference.leave")
    assert not any(peer.listeners.values())


def test_after_the_end_a_client_can_begin_anew(program: SmallProgram) -> None:
    client = CallStats()
    for _ in range(2):
        succeeded(client.initialize("app", None, "alice"))
        succeeded(add(client, FakePeer()))
        succeeded(client.close())
        assert add(client, FakePeer()).message.endswith("not initialized")
    leaves = program.wait(2, "conference.leave")
    assert len({m["callId"] for m in leaves}) == 2
    assert len({m["clientId"] for m in program.hellos}) == 2
