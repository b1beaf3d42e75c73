"""An integration as callstats.js's own guide has it, step by step, against this library."""

from itertools import pairwise
from typing import Any

import pytest

from notifier.calls.messages import (
    CallDetails,
    ConferenceJoin,
    ConferenceLeave,
    Devices,
    Disruption,
    FabricAdd,
    FabricError,
    FabricHappening,
    Feedback,
    IceState,
    SsrcMap,
    Stats,
    StatsCallback,
)
from notifier.calls.vocabulary import FabricEvent, FabricUsage, WebRTCFunction
from tests.callstats_js.browser import Browser
from tests.callstats_js.program import program_running

pytestmark = pytest.mark.tools("chromium")

# Only the script's address is another one, and the way to the program stands on its tag. Of the two
# libraries that old versions needed, the page still has the names.
_HEAD = """<script>var io = {}, jsSHA = function () {};</script>
<script src="/resources/callstats/callstats.js" data-port="{port}" data-token="secret"></script>
"""

_GUIDE = """
var callStats = new callstats(null, io, jsSHA);

// Step 2
var AppID = "YOUR APPLICATION ID";
var AppSecret = "YOUR APPLICATION SECRET";
var localUserID = "Alice";
var told = { init: [], pc: [], stats: [], disruptions: [] };
function csInitCallback(csError, csErrMsg) { told.init.push([csError, csErrMsg]); }
function csStatsCallback(stats) { told.stats.push(stats); }
var configParams = { applicationVersion: "7.1", siteID: "Turku" };
callStats.initialize(AppID, AppSecret, localUserID, csInitCallback, csStatsCallback, configParams);
callStats.on("mediaDisruption", (said) => told.disruptions.push(said));

// Step 3
var pcObject = new RTCPeerConnection({ iceServers: [] });
var far = new RTCPeerConnection();
var conferenceID = "AliceAndBobAndCharlie";
var remoteUserID = "Bob";
function pcCallback(err, msg) { told.pc.push([err, msg]); }
var usage = callStats.fabricUsage.multiplex;
callStats.addNewFabric(pcObject, remoteUserID, usage, conferenceID, pcCallback);
const again = callStats.addNewFabric(pcObject, remoteUserID, usage, conferenceID, pcCallback);

// Step 4
function createOfferError(err) {
  callStats.reportError(pcObject, conferenceID, callStats.webRTCFunctions.createOffer, err);
}
createOfferError(new DOMException("no codec in common", "OperationError"));
const media = madeMedia();
for (const track of media.getTracks()) pcObject.addTrack(track, media);
await connect(pcObject, far);

// Step 5
callStats.sendFabricEvent(pcObject, callStats.fabricEvent.videoPause, conferenceID);
var devices = [];
var device = {
  "deviceId": "default", "kind": "videoinput", "label": "FaceTime HD Camera", "groupId": "2004"
};
devices.push(device);
callStats.sendFabricEvent(
  pcObject, callStats.fabricEvent.activeDeviceList, conferenceID, { deviceList: devices });

// Step 6
var ssrc1 = Number(/a=ssrc:(\\d+)/.exec(pcObject.localDescription.sdp)[1]);
callStats.associateMstWithUserID(pcObject, localUserID, conferenceID, ssrc1, "front-camera");
callStats.associateMstWithUserID(pcObject, remoteUserID, conferenceID, "77", "mic", "video-2");
callStats.sendCallDetails(pcObject, conferenceID, { callType: "inbound", role: "agent" });

// Step 7
var feedback = { "userID": localUserID, "overall": 4, comment: "fine" };
callStats.sendUserFeedback(conferenceID, feedback, pcCallback);

// Step 8
await until(() => told.stats.length, "csStatsCallback");
await until(() => told.disruptions.length, "mediaDisruption");
callStats.sendFabricEvent(pcObject, callStats.fabricEvent.fabricTerminated, conferenceID);
const handlers = [];
for (const name in pcObject) if (name.startsWith("on") && pcObject[name]) handlers.push(name);
return { ...told, again, changed: [...Object.keys(pcObject), ...handlers] };
"""

_SAID: dict[str, Any] = {
    "connectionState": "online",
    "fabricState": "established",
    "mediaStreamTracks": [{"ssrc": "77", "bitrate": 31.5, "quality": "excellent"}],
    "streams": {"77": {"ssrc": "77"}},
}


def test_the_guide_step_by_step(browser: Browser) -> None:
    with program_running() as program:
        head = _HEAD.replace("{port}", str(program.port))
        with browser.opened(_GUIDE, head=head, speed=1) as case:
            added = program.wait_for(FabricAdd)[0]
            samples = program.wait_for(Stats, 3)
            about = {"call_id": added.call_id, "fabric_id": added.fabric_id}
            program.say(StatsCallback(stats=_SAID, **about))
            started = {"mediaType": "audio", "ssrc": "77", "disruptionType": "inbound"}
            program.say(Disruption(kind="oneWayMediaStart", payload=started, **about))
            told = case.result()
            program.wait_for(ConferenceLeave)

    assert told["init"] == [["success", "initialize: success"]]
    assert told["pc"] == [
        ["success", "addNewFabric: success"],
        ["success", "addNewFabric: success"],
        ["success", "sendUserFeedback: success"],
    ]
    assert told["again"]["status"] == "success"
    assert told["changed"] == []  # The connection is as it was.
    assert told["stats"] == [_SAID]
    assert told["disruptions"] == [{"type": "oneWayMediaStart", "payload": started}]

    hello = program.hellos[0]
    assert (hello.kind, hello.token, hello.app_id) == (
        "javascript",
        "secret",
        "YOUR APPLICATION ID",
    )
    assert program.origins == [browser.origin]

    join = program.messages[0]
    assert isinstance(join, ConferenceJoin)
    assert (join.conference_id, join.user_id) == ("AliceAndBobAndCharlie", "Alice")
    assert (join.application_version, join.site_id) == ("7.1", "Turku")
    assert join.application == browser.origin.removeprefix("http://")
    assert len(program.of(ConferenceJoin)) == len(program.of(FabricAdd)) == 1
    assert (added.remote_user_id, added.fabric_usage) == ("Bob", FabricUsage.MULTIPLEX)

    (error,) = program.of(FabricError)
    assert (error.function, error.fabric_id) == (WebRTCFunction.CREATE_OFFER, added.fabric_id)
    assert (error.name, error.message) == ("OperationError", "no codec in common")

    states = [(state.changed_state, state.new_state) for state in program.of(IceState)]
    ice = [new for name, new in states if name == "iceConnectionState"]
    assert ice[:2] == ["checking", "connected"]
    assert ("signalingState", "have-local-offer") in states
    assert ("signalingState", "stable") in states

    # Raw entries, once a second, of a connection that has a path.
    kinds = {entry["type"] for entry in samples[-1].stats}
    assert {"outbound-rtp", "candidate-pair", "transport", "codec"} <= kinds
    gaps = [after.timestamp - before.timestamp for before, after in pairwise(samples)]
    assert all(600 < gap < 2500 for gap in gaps), gaps
    assert samples[0].timestamp >= next(
        state.timestamp for state in program.of(IceState) if state.new_state == "connected"
    )

    events = [happening.event for happening in program.of(FabricHappening)]
    assert events == [FabricEvent.VIDEO_PAUSE, FabricEvent.FABRIC_TERMINATED]
    (active,) = [devices for devices in program.of(Devices) if devices.in_use]
    assert [device.label for device in active.devices] == ["FaceTime HD Camera"]
    named = [(one.user_id, one.usage_label) for one in program.of(SsrcMap)]
    assert named == [("Alice", "front-camera"), ("Bob", "mic")]
    assert program.of(SsrcMap)[1].associated_video_tag == "video-2"
    (details,) = program.of(CallDetails)
    assert (details.call_type, details.role) == ("inbound", "agent")
    (feedback,) = program.of(Feedback)
    assert (feedback.overall, feedback.user_id, feedback.comment) == (4, "Alice", "fine")
    assert isinstance(program.messages[-1], ConferenceLeave)

    # Everything that is to arrive is counted, in order.
    seqs = [message.seq for message in program.messages]
    assert seqs == list(range(len(seqs)))
