"""What is shown of a call that goes on."""

from typing import Any

import pytest

from notifier.calls.live import Flow, LiveCall, Trouble
from notifier.calls.sample import StreamSample
from notifier.calls.snapshot import flows_of
from tests.calls.story import T0, Story


def live(story: Story) -> LiveCall:
    """The call as it is now."""
    found = story.book.live(wall=story.wall)
    assert found is not None
    return found


def stream(direction: Any, media: Any, **fields: Any) -> StreamSample:
    """A stream of 100 kbit/s."""
    said: dict[str, Any] = {"ssrc": 1, "kbps": 100.0, "packets": 50.0, "packet_rate": 50.0}
    return StreamSample(direction=direction, media=media, **(said | fields))


def test_nothing_goes_on() -> None:
    story = Story()
    assert story.book.live(wall=story.wall) is None
    story.join()
    assert story.book.live(wall=story.wall) is None


def test_a_call_with_its_flows() -> None:
    story = Story()
    story.join(application="Talk")
    story.add()
    assert live(story) == LiveCall("call", "Talk", T0, "connecting")
    story.ice("checking", "connected")
    story.talk(30, streams=2)
    found = live(story)
    assert (found.state, found.calls, found.began) == ("established", 1, T0)
    assert found.rtt_ms == pytest.approx(50)
    assert found.up_kbps > found.flows[0].kbps + found.flows[1].kbps
    assert [(flow.direction, flow.media, flow.streams) for flow in found.flows] == [
        ("up", "audio", 2),
        ("up", "video", 2),
        ("down", "audio", 2),
        ("down", "video", 2),
    ]
    assert (found.flows[3].width, found.flows[3].height) == (1280, 720)
    assert found.flows[2].loss == pytest.approx(0.02, abs=0.01)
    assert found.code is not None
    assert len(found.recent) == 29
    assert found.recent[-1].up_kbps == pytest.approx(found.up_kbps, abs=0.1)


@pytest.mark.parametrize(
    ("states", "word"),
    [
        ((), "connecting"),
        (("checking",), "connecting"),
        (("checking", "disconnected"), "disrupted"),
        (("connected",), "established"),
        (("connected", "disconnected"), "disrupted"),
        (("connected", "failed"), "failed"),
        (("connected", "closed"), "over"),
    ],
)
def test_its_state(states: tuple[str, ...], word: str) -> None:
    story = Story()
    story.join()
    story.add()
    story.ice(*states)
    assert live(story).state == word


def test_the_best_connection_says_how_it_stands() -> None:
    story = Story()
    story.begin()
    story.add("g")
    story.ice("checking", "failed", fabric_id="g")
    assert live(story).state == "established"
    story.happens("fabricHold")
    assert live(story).state == "held"
    story.happens("fabricTerminated")
    assert live(story).state == "failed"


def test_a_disconnection_is_a_trouble() -> None:
    story = Story()
    story.begin()
    assert live(story).troubles == ()
    story.ice("disconnected")
    assert live(story).troubles == (Trouble("disconnected"),)


def test_rates_end_with_their_connection() -> None:
    story = Story()
    story.begin()
    story.talk(5)
    assert live(story).up_kbps > 0
    story.sleep(2)
    assert live(story).up_kbps > 0
    story.sleep(2)
    found = live(story)
    assert (found.up_kbps, found.down_kbps, found.rtt_ms, found.flows) == (0, 0, None, ())
    story.stats()
    story.ice("closed")
    assert live(story).up_kbps == 0
    assert live(story).flows == ()


def test_of_several_calls_the_last_one() -> None:
    story = Story()
    story.begin()
    story.sleep(5)
    story.call_id = "later"
    story.join()
    assert (live(story).call_id, live(story).calls) == ("call", 1)
    story.add()
    assert (live(story).call_id, live(story).calls) == ("later", 2)
    story.ice("connected", "closed")
    assert (live(story).call_id, live(story).calls) == ("call", 1)


def test_flows_are_merged() -> None:
    screen = {"width": 1920, "height": 1080, "frames_per_second": 5.0}
    camera = {"width": 640, "height": 360, "frames_per_second": 30.0}
    found = flows_of(
        [
            stream("inbound", "video", jitter_ms=4.0, loss=0.5, **camera),
            stream("inbound", "video", jitter_ms=9.0, loss=0.5, **screen),
            stream("outbound", "screen", **screen),
            stream("outbound", "audio"),
        ]
    )
    assert found == (
        Flow("up", "audio", 100.0, 1),
        Flow("up", "screen", 100.0, 1, None, None, 1920, 1080, 5.0),
        Flow("down", "video", 200.0, 2, 0.5, 9.0, 1920, 1080, 5.0),
    )
