"""What each call refuses, in which words, and that nothing is thrown."""

import pytest

from notifier.calls.messages import FabricError, FabricHappening, Feedback, Log, SsrcMap
from notifier.calls.vocabulary import FabricEvent, WebRTCFunction
from tests.callstats_js.browser import Browser
from tests.callstats_js.pages import LIBRARY
from tests.callstats_js.program import program_running

pytestmark = pytest.mark.tools("chromium")

_CASES = [
    ("initialize()", "argument missing: AppID"),
    ("initialize('', 's', 'u')", "argument missing: AppID"),
    ("initialize('a', null, 'u')", "argument missing: AppSecret or tokenGenerator"),
    ("initialize('a', 's')", "argument missing: localUserID"),
    ("initialize('a', 's', '')", "argument missing: localUserID"),
    (
        "initialize('a', 's', 'ü'.repeat(65))",
        "argument invalid: localUserID is longer than 128 bytes",
    ),
    ("initialize('a', 's', {userName: 'x'})", "argument missing: localUserID.aliasName"),
    ("addNewFabric(null, 'bob', 'multiplex', 'c')", "argument missing: pcObject"),
    ("addNewFabric({}, 'bob', 'multiplex', 'c')", "invalid PeerConnection object"),
    ("addNewFabric(fake, null, 'multiplex', 'c')", "argument missing: remoteUserID"),
    ("addNewFabric(fake, 'bob', null, 'c')", "argument missing: fabricUsage"),
    ("addNewFabric(fake, 'bob', 'fax', 'c')", "invalid fabricUsage value"),
    ("addNewFabric(fake, 'bob', 'toString', 'c')", "invalid fabricUsage value"),
    ("addNewFabric(fake, 'bob', 'multiplex', null)", "argument missing: conferenceID"),
    (
        "addNewFabric(fake, 'bob', 'multiplex', 'c'.repeat(257))",
        "argument invalid: conferenceID is longer than 256 bytes",
    ),
    (
        "addNewFabric(fake, 'bob', 'multiplex', 'c', {remoteEndpointType: 'x'})",
        "argument invalid: remoteEndpointType",
    ),
    (
        "addNewFabric(fake, 'bob', 'multiplex', 'c', {fabricTransmissionDirection: 'x'})",
        "argument invalid: fabricTransmissionDirection",
    ),
    ("reportError(pc, 'conf', 'fly', 'x')", "invalid webRTC functionName"),
    ("reportError(pc, 'conf')", "argument missing: webRTC functionName"),
    ("reportError(fake, 'conf', 'createOffer')", "not initialized or no fabrics added"),
    ("reportError(null, 'nowhere', 'applicationLog', 'x')", "conferenceId does not exist"),
    ("sendFabricEvent(pc, 'fly', 'conf')", "unsupported fabricEvent"),
    ("sendFabricEvent(pc, undefined, 'conf')", "argument missing: fabricEvent"),
    (
        "sendFabricEvent(pc, 'fabricSetupFailed', 'conf')",
        "unsupported fabricEvent, use reportError()",
    ),
    ("sendFabricEvent(pc, 'audioMute', 'nowhere')", "conferenceId does not exist"),
    ("sendFabricEvent(fake, 'audioMute', 'conf')", "not initialized or no fabrics added"),
    (
        "sendFabricEvent(pc, 'activeDeviceList', 'conf', {})",
        "argument missing: eventData.deviceList",
    ),
    (
        "sendFabricEvent(pc, 'audioMute', 'conf', [1])",
        "argument invalid: eventData is no object that JSON can hold",
    ),
    (
        "sendFabricEvent(pc, 'audioMute', 'conf', window)",
        "argument invalid: eventData is no object that JSON can hold",
    ),
    (
        "sendFabricEvent(pc, 'audioMute', 'conf', {text: 'x'.repeat(100_000)})",
        "argument invalid: eventData is too long",
    ),
    ("associateMstWithUserID(pc, 'bob', 'conf', '', 'mic')", "argument missing: SSRC"),
    (
        "associateMstWithUserID(pc, 'bob', 'conf', 'one', 'mic')",
        "argument invalid: SSRC is to be a number",
    ),
    ("associateMstWithUserID(pc, 'bob', 'conf', 1)", "argument missing: usageLabel"),
    (
        "associateMstWithUserID(pc, 'bob', 'conf', 1, 'l'.repeat(21))",
        "argument invalid: usageLabel is longer than 20 bytes",
    ),
    ("sendUserFeedback('conf')", "argument missing: feedback"),
    ("sendUserFeedback('conf', {overall: 4})", "argument missing: feedback.userID"),
    ("sendUserFeedback('conf', {userID: 'a'})", "argument missing: feedback.overall"),
    (
        "sendUserFeedback('conf', {userID: 'a', overall: 6})",
        "argument invalid: feedback.overall is to be a whole number from 1 to 5",
    ),
    (
        "sendUserFeedback('conf', {userID: 'a', overall: 3, video: 0.5})",
        "argument invalid: feedback.video is to be a whole number from 1 to 5",
    ),
    ("sendUserFeedback('nowhere', {userID: 'a', overall: 3})", "conferenceId does not exist"),
    ("sendCallDetails(pc, 'conf')", "argument missing: callDetails"),
    ("sendCallDetails(pc, 'conf', {callType: 'fax'})", "argument invalid: callType"),
    ("sendCallDetails(pc, 'conf', {role: 'manager'})", "argument invalid: role"),
    ("sendCustomEvent(null, 'conf', [])", "argument missing: eventList"),
    ("sendCustomEvent(null, 'nowhere', [{}])", "conferenceId does not exist"),
    ("sendCustomStats(null, 'conf')", "argument missing: stats"),
    ("reportUserIDChange(pc, 'conf', 'x', 'both')", "argument invalid: userIDType"),
    ("setIdentifiers(null, pc)", "argument missing: identifiers"),
    ("setIdentifiers({}, null)", "invalid PeerConnection object"),
    ("setProxyConfig()", "argument missing: proxyConfig"),
    ("on('nothing', () => {})", "argument invalid: unknown event name"),
    ("on('stats')", "argument invalid: the handler is no function"),
    ("attachWifiStatsHandler()", "argument invalid: the handler is no function"),
    ("startPrecallTests([])", "argument missing: iceServers"),
    (
        "startPrecallTests([{urls: 'stun:x'}])",
        "argument invalid: iceServers names no TURN server",
    ),
]


def test_each_refusal_is_a_failure_in_words(browser: Browser) -> None:
    calls = ",\n".join(f"() => stats.{call}" for call, _ in _CASES)
    answers = browser.run(
        f"""
        const stats = initialized();
        const pc = new FakeConnection(), fake = new FakeConnection();
        stats.addNewFabric(pc, "bob", "multiplex", "conf");
        return [{calls}].map((call) => call());
        """,
        head=LIBRARY,
    )
    expected = [f"{call.partition('(')[0]}: {reason}" for call, reason in _CASES]
    assert [answer["message"] for answer in answers] == expected
    assert {answer["status"] for answer in answers} == {"failure"}
    assert all(answer["msg"] == answer["message"] for answer in answers)


def test_what_is_not_initialized_refuses_everything(browser: Browser) -> None:
    answers = browser.run(
        """
        const stats = new callstats(), pc = new FakeConnection();
        return [
          stats.addNewFabric(pc, "bob", "multiplex", "conf"),
          stats.reportError(null, "conf", "getUserMedia"),
          stats.sendFabricEvent(pc, "audioMute", "conf"),
          stats.associateMstWithUserID(pc, "bob", "conf", 1, "mic"),
          stats.sendUserFeedback("conf", { userID: "a", overall: 3 }),
          stats.sendCallDetails(pc, "conf", {}),
          stats.sendCustomStats(pc, "conf", {}),
          stats.startPrecallTests([{ urls: "turn:x" }]),
          stats.stopPrecallTests(),
          stats.makePrecallTest(),
          stats.setIdentifiers({}, pc),
        ].map(({ status, message }) => [status, message.split(": ")[1]]);
        """,
        head=LIBRARY,
    )
    assert answers == [["failure", "not initialized, call initialize() first"]] * 11


def test_callbacks_are_told_of_refusals_too(browser: Browser) -> None:
    told = browser.run(
        """
        const told = [];
        const note = (...said) => told.push(said);
        const stats = new callstats();
        stats.initialize("app", "", "alice", note);
        stats.addNewFabric(null, "bob", "multiplex", "conf", note);
        stats.sendUserFeedback("conf", null, note);
        stats.initialize("app", (force, back) => { told.push([force]); back("no key"); back(); },
          "alice", note);
        stats.addNewFabric(new FakeConnection(), "bob", "multiplex", "conf",
          () => { throw new Error("an application's own mistake"); });
        await sleep(100);
        const refused = stats.getTurnCredentials("app", "secret");
        const reason = await refused.catch((said) => said.message);
        return { told, status: refused.status, reason };
        """,
        head=LIBRARY,
    )
    assert told["told"] == [
        [False],
        ["csProtoError", "initialize: argument missing: AppSecret or tokenGenerator"],
        ["csProtoError", "addNewFabric: not initialized, call initialize() first"],
        ["failure", "sendUserFeedback: not initialized, call initialize() first"],
        ["tokenGenerationError", "initialize: no key"],
    ]
    assert told["status"] == "failure"
    assert "no TURN service" in told["reason"]


def test_what_other_versions_took_is_taken(browser: Browser) -> None:
    """Users as objects, numbers as IDs, errors of every shape, logs, and events that are old."""
    with program_running() as program:
        answers = browser.run(
            f"""
            const user = {{ aliasName: "alice", userName: "Alice of the call" }};
            const stats = initialized({program.port}, {{}}, user);
            const pc = new FakeConnection();
            const log = "l".repeat(20_005) + "\\ud800";
            const answers = [
              stats.reportError(null, "conf", stats.wrtcFuncNames.getUserMedia,
                {{ message: "refused", error: {{ name: "NotAllowedError", stack: "at x" }} }}),
              stats.addNewFabric(pc, user, "audio", "conf", null, null),
              stats.sendFabricEvent(pc, "fabricSetup", "conf"),
              stats.sendFabricEvent(pc, "screenShareStart", "conf", {{ ssrc: 5, on: pc }}),
              stats.associateMstWithUserID(pc, user, "conf", 4294967295, "mic"),
              stats.reportError(pc, "conf", "applicationLog", log),
              stats.reportError(pc, "conf", "applicationError", {{ why: "half \\ud800" }}),
              stats.reportError(pc, "conf", "createAnswer", "only text", "sdp", null),
              stats.reportError(pc, "conf", "signalingError"),
              stats.sendCustomEvent(null, "conf", [{{ type: "mute" }}]),
              stats.reportUserIDChange(pc, "conf", "eve", "local"),
              stats.setProxyConfig({{ collectorURL: "https://example.com" }}),
              stats.sendUserFeedback("conf",
                {{ userID: user, overall: 1, comment: "bad \\ud800" }}),
            ].map(({{ status }}) => status);
            await sleep(1000);
            return answers;
            """,
            head=LIBRARY,
            until=lambda: program.wait_for(Feedback),
        )
    assert answers == ["success"] * 13

    media, answer, signaling = program.of(FabricError)
    assert (media.function, media.fabric_id) == (WebRTCFunction.GET_USER_MEDIA, None)
    assert (media.name, media.message, media.stack) == ("NotAllowedError", "refused", "at x")
    assert (answer.message, answer.local_sdp) == ("only text", None)
    assert signaling.message is None
    assert [event.event for event in program.of(FabricHappening)] == [
        FabricEvent.SCREEN_SHARE_START
    ]
    assert [one.ssrc for one in program.of(SsrcMap)] == ["4294967295"]
    cut, old, custom, change = program.of(Log)
    assert (len(cut.message), cut.message_type) == (20_000, "text")
    assert (old.message, old.level) == ('{"why":"half \ufffd"}', "error")
    assert (custom.message, custom.message_type) == ('{"customEvent":[{"type":"mute"}]}', "json")
    assert change.message == '{"userIDChange":{"userID":"eve","userIDType":"local"}}'
    (feedback,) = program.of(Feedback)
    assert (feedback.user_id, feedback.comment) == ("alice", "bad \ufffd")
