"""What real programs say of real calls, told to a book."""

import msgspec
import pytest

from notifier.calls.record import CallRecord
from tests.calls.record_stats import PLANS, load
from tests.calls.story import T0, Story


@pytest.mark.parametrize("name", PLANS)
def test_a_recorded_call(name: str) -> None:
    story = Story()
    story.begin()
    lines = load(name)
    for line in lines:
        into_ms = line["at"] - lines[0]["at"] + 1000
        story.sleep((T0 + into_ms - story.wall) / 1000)
        assert story.say("stats", fabric_id="f", stats=line["stats"]) is None
    live = story.book.live(wall=story.wall)
    assert live is not None
    assert live.state == "established"
    assert {(flow.direction, flow.media) for flow in live.flows} >= {
        ("up", "audio"),
        ("down", "audio"),
    }
    assert live.up_kbps > 10
    assert live.down_kbps > 10
    record = story.leave()
    assert record.outcome == "success"
    [fabric] = record.fabrics
    assert {stream.direction for stream in fabric.streams} == {"inbound", "outbound"}
    assert all(stream.packets > 0 for stream in fabric.streams)
    if PLANS[name].program == "aiortc":
        assert fabric.relay_type is None  # it does not say
    else:
        assert fabric.relay_type == ("turn/udp" if PLANS[name].relay else "")
    assert record.timeline[-1].up_kbps > 10
    assert (record.figures is not None) == (len(lines) > 25)
    assert msgspec.json.decode(msgspec.json.encode(record), type=CallRecord) == record
