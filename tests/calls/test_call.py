"""One call: what each message leaves in it."""

from typing import Any

import pytest

from notifier.calls.book import Source
from notifier.calls.clock import AHEAD_MS, BEHIND_MS
from notifier.calls.event_data import disruption_event
from notifier.calls.policy import FeedPolicy
from notifier.calls.record import EventRecord
from notifier.calls.stats.disruptions import Disrupted
from tests.calls.story import T0, Story, words


def the(story: Story, event: str) -> EventRecord:
    """The only event of this name in the call that ends now."""
    [found] = [kept for kept in story.leave().events if kept.event == event]
    return found


class TestEvents:
    """What applications say."""

    @pytest.mark.parametrize(
        "event",
        [
            *("fabricHold", "audioMute", "audioUnmute", "videoPause", "videoResume"),
            *("screenShareStart", "screenShareStop", "dominantSpeaker", "callUnAnswered"),
        ],
    )
    def test_are_kept(self, event: str) -> None:
        story = Story()
        story.begin()
        story.sleep(1)
        assert story.happens(event) is None
        kept = the(story, event)
        assert (kept.timestamp, kept.fabric_id, kept.data) == (T0 + 1200, "f", None)

    def test_with_their_data(self) -> None:
        story = Story()
        story.begin()
        story.happens("screenShareStart", data={"ssrc": 4711})
        assert the(story, "screenShareStart").data == {"ssrc": 4711}

    def test_a_set_up_is_told_by_us(self) -> None:
        story = Story()
        story.join()
        story.add()
        assert story.happens("fabricSetup") is None
        assert "fabricSetup" not in words(story.leave())

    def test_and_so_is_one_that_failed(self) -> None:
        story = Story()
        story.begin()
        refused = story.happens("fabricSetupFailed")
        assert refused is not None
        assert (refused.code, refused.field, refused.of) == ("field", "event", "fabric.event")
        assert story.leave().outcome == "success"

    @pytest.mark.parametrize("data", [None, {}, {"deviceList": "none"}])
    def test_a_device_list_is_one(self, data: dict[str, Any] | None) -> None:
        story = Story()
        story.begin()
        refused = story.happens("activeDeviceList", data=data)
        assert refused is not None
        assert (refused.code, refused.field) == ("field", "data.deviceList")
        devices = {"deviceList": [{"deviceId": "default", "kind": "audioinput"}]}
        assert story.happens("activeDeviceList", data=devices) is None
        assert the(story, "activeDeviceList").data == devices

    def test_of_a_connection_that_ended_are_none(self) -> None:
        story = Story()
        story.begin()
        story.happens("fabricTerminated")
        story.happens("audioMute")
        story.happens("fabricTerminated")
        record = story.leave()
        assert "audioMute" not in words(record)
        assert words(record).count("fabricTerminated") == 1

    def test_hold_and_resume(self) -> None:
        story = Story()
        story.begin()
        story.happens("fabricHold")
        live = story.book.live(wall=story.wall)
        assert live is not None
        assert live.state == "held"
        story.happens("fabricResume")
        assert words(story.leave())[3:5] == ["fabricHold", "fabricResume"]


class TestOfTheCall:
    """What belongs to no connection."""

    def test_logs(self) -> None:
        story = Story()
        story.begin()
        story.say("log", message="{}", level="warn", message_type="json")
        kept = the(story, "applicationLog")
        assert kept.data == {"level": "warn", "message": "{}", "messageType": "json"}
        assert kept.fabric_id is None

    def test_devices(self) -> None:
        story = Story()
        story.begin()
        device = {"deviceId": "a", "kind": "videoinput", "label": "Camera", "groupId": "g"}
        story.say("devices", devices=[device], in_use=False)
        story.say("devices", devices=[device], in_use=True, fabric_id="f")
        events = [kept for kept in story.leave().events if kept.event.endswith("DeviceList")]
        assert [(kept.event, kept.fabric_id, kept.data) for kept in events] == [
            ("connectedDeviceList", None, {"deviceList": [device]}),
            ("activeDeviceList", "f", {"deviceList": [device]}),
        ]

    def test_wifi(self) -> None:
        story = Story()
        story.begin()
        story.say("wifi.stats", signal=-60.5, rssi=-61, interface="wlan0")
        assert the(story, "wifiStats").data == {
            "signal": -60.5,
            "rssi": -61,
            "interface": "wlan0",
        }

    def test_details(self) -> None:
        story = Story()
        story.begin()
        story.say("call.details", fabric_id="f", call_type="outbound", role="participant")
        record = story.leave()
        assert (record.call_type, record.role) == ("outbound", "participant")

    def test_who_joined(self) -> None:
        story = Story(source=Source("client", "javascript", "https://talk.example"))
        story.join(user_name="Ada", site_id="site", additional_ids={"tenantID": "t"})
        record = story.leave()
        assert record.events[0].event == "userJoined"
        assert record.events[0].data == {
            "userName": "Ada",
            "siteID": "site",
            "additionalIDs": {"tenantID": "t"},
        }
        assert (record.application, record.client) == ("talk.example", "javascript")

    @pytest.mark.parametrize("collected", [False, True])
    def test_descriptions_only_where_they_are_collected(self, collected: bool) -> None:
        story = Story(policy=FeedPolicy(collect_sdp=collected))
        story.begin()
        story.say("sdp", fabric_id="f", local_sdp="v=0", remote_sdp="v=1")
        story.say(
            "fabric.error",
            fabric_id="f",
            function="createOffer",
            local_sdp="v=2",
            message="no",
        )
        text = str(story.leave())
        assert ("v=0" in text, "v=1" in text, "v=2" in text) == (collected,) * 3


class TestErrors:
    """reportError."""

    def test_of_a_connection(self) -> None:
        story = Story()
        story.join()
        story.add()
        story.ice("checking")
        story.sleep(1)
        story.say(
            "fabric.error",
            fabric_id="f",
            function="setRemoteDescription",
            name="InvalidAccessError",
            message="no",
            stack="at x",
        )
        record = story.leave()
        assert (record.outcome, record.figures, record.summary_code) == ("failed", None, None)
        assert record.fabrics[0].failure_delay_ms == pytest.approx(1100)
        [kept] = [kept for kept in record.events if kept.event == "fabricSetupFailed"]
        assert kept.data == {
            "delay": pytest.approx(1100),
            "reason": "NegotiationFailure",
            "function": "setRemoteDescription",
            "fabricState": "initialising",
            "iceConnectionState": "checking",
            "message": "no",
            "messageType": "domError",
            "name": "InvalidAccessError",
            "stack": "at x",
        }

    def test_before_there_is_a_connection(self) -> None:
        story = Story()
        story.join()
        story.sleep(2)
        story.say("fabric.error", function="getUserMedia", name="NotAllowedError")
        record = story.leave()
        assert (record.outcome, record.duration_ms, record.fabrics) == ("failed", 0, ())
        [_, kept, _] = record.events
        assert kept.event == "fabricSetupFailed"
        assert kept.data == {
            "delay": 2000,
            "reason": "MediaConfigError",
            "function": "getUserMedia",
            "name": "NotAllowedError",
            "messageType": "domError",
        }

    @pytest.mark.parametrize("function", ["applicationLog", "applicationError"])
    @pytest.mark.parametrize("of", [{}, {"fabric_id": "f"}])
    def test_that_are_logs(self, function: str, of: dict[str, Any]) -> None:
        story = Story()
        story.begin()
        story.say("fabric.error", function=function, message="a line", **of)
        kept = the(story, "applicationLog")
        assert kept.data == {"level": "info", "message": "a line", "messageType": "text"}
        assert story.record.outcome == "success"


class TestStates:
    """ice.state."""

    def test_a_word_of_no_specification_is_named(self) -> None:
        story = Story()
        story.begin()
        for seq in ({}, {"seq": None}):
            refused = story.say(
                "ice.state",
                fabric_id="f",
                changed_state="iceConnectionState",
                new_state="sideways",
                **seq,
            )
            assert refused is not None
            assert (refused.code, refused.field, refused.of) == ("field", "newState", "ice.state")

    def test_another_path_is_in_the_record(self) -> None:
        story = Story()
        story.begin()
        story.talk(3)
        story.talk(3, pair="CP2", relay="udp")
        record = story.leave()
        assert record.fabrics[0].transport_switches == 1
        assert record.fabrics[0].relay_type == "turn/udp"
        [switch] = [kept for kept in record.events if kept.event == "fabricTransportSwitch"]
        assert switch.data is not None
        assert switch.data["relayType"] == "turn/udp"


class TestStreams:
    """Names of streams, and their statistics."""

    def test_have_the_users_they_were_given(self) -> None:
        story = Story()
        story.begin()
        story.say(
            "ssrc.map",
            fabric_id="f",
            ssrc="1500",
            user_id="bob",
            usage_label="front-camera",
            associated_video_tag="tag",
        )
        story.talk(15)
        [message] = story.told()
        track = message.stats["streams"]["1500"]  # type: ignore[union-attr]
        assert (track["remoteUserID"], track["usageLabel"]) == ("bob", "front-camera")
        assert track["associatedVideoTag"] == "tag"
        streams = {stream.ssrc: stream for stream in story.leave().fabrics[0].streams}
        assert set(streams) == {1000, 1500, 2000, 2500}
        assert (streams[1500].user_id, streams[1500].usage_label) == ("bob", "front-camera")
        assert streams[2500].width == 1280

    @pytest.mark.parametrize("ssrc", ["x", "-1", "1.5", "4294967296", "٣"])
    def test_are_numbers(self, ssrc: str) -> None:
        story = Story()
        story.begin()
        refused = story.say("ssrc.map", fabric_id="f", ssrc=ssrc, user_id="u", usage_label="")
        assert refused is not None
        assert (refused.code, refused.field) == ("field", "ssrc")

    def test_make_figures(self) -> None:
        story = Story()
        story.begin()
        story.talk(40)
        record = story.leave()
        assert record.figures is not None
        assert record.figures.one_way_ms == pytest.approx(25, rel=0.05)
        assert record.summary_code is not None
        assert record.color is not None
        assert 20_000 <= record.figures_duration_ms <= 40_000

    def test_of_a_short_call_make_none(self) -> None:
        story = Story()
        story.begin()
        story.talk(8)
        record = story.leave()
        assert (record.figures, record.summary_code, record.color) == (None, None, None)

    def test_on_hold_count_for_nothing(self) -> None:
        story = Story()
        story.begin()
        story.talk(5)
        story.happens("fabricHold")
        story.talk(60)
        assert story.leave().figures is None


class TestTime:
    """The client's clock."""

    def test_set_back_by_an_hour(self) -> None:
        story = Story()
        story.begin()
        story.talk(10)
        story.wall -= 3_600_000
        story.talk(10)
        record = story.leave()
        assert record.duration_ms == pytest.approx(19_200, abs=1000)
        assert all(0 <= event.timestamp - T0 <= 21_000 for event in record.events)
        assert len(record.timeline) == 2 or len(record.timeline) == 3

    def test_that_is_untidy(self) -> None:
        story = Story()
        story.begin()
        for _ in range(100):
            story.wait(0.1)
            story.say("log", message="now")
            story.say("log", message="a bit earlier", at=story.wall - T0 - 500)
        assert story.leave().duration_ms == pytest.approx(10_200)

    @pytest.mark.parametrize("off", [AHEAD_MS + 1000, -BEHIND_MS - 1000, -T0, 1e13 - T0])
    def test_that_cannot_be_right(self, off: float) -> None:
        story = Story()
        story.join(at=off)
        story.add(at=off)
        story.wait(5)
        story.say("conference.leave", at=5000 + off if 5000 + off + T0 <= 1e13 else off)
        assert story.record.began == T0
        assert story.record.duration_ms == pytest.approx(5000)


@pytest.mark.parametrize(
    ("kind", "started", "detail", "event", "payload"),
    [
        (
            "one-way-media",
            True,
            "inbound",
            "oneWayMediaStart",
            {"mediaType": "audio", "ssrc": 7, "disruptionType": "inbound"},
        ),
        (
            "one-way-media",
            False,
            "inbound",
            "oneWayMediaStop",
            {"mediaType": "audio", "ssrc": 7, "disruptionType": "inbound"},
        ),
        (
            "rtcp-timeout",
            True,
            "RTCPTimeout",
            "circuitBreaker",
            {"ssrc": 7, "disruptionType": "RTCPTimeout"},
        ),
        (
            "congestion",
            False,
            "congestion",
            "circuitBreakerEnd",
            {"ssrc": 7, "disruptionType": "congestion"},
        ),
        ("av-desync", True, "", "avDesyncStart", {"mediaType": "audio", "ssrc": 7}),
    ],
)
def test_disruptions_have_the_originals_words(
    kind: Any, started: bool, detail: str, event: str, payload: dict[str, Any]
) -> None:
    one = Disrupted(
        kind=kind,
        started=started,
        direction="inbound",
        media="audio",
        ssrc=7,
        at=T0,
        detail=detail,
    )
    assert disruption_event(one) == (event, payload)
