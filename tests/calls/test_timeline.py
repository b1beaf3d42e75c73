"""A call's points: one a second, and the means of ten."""

from typing import Any

import msgspec
import pytest

from notifier.calls.sample import FabricSample, StreamSample
from notifier.calls.timeline import RECENT, TIMELINE_LIMIT, Timeline, loss_of

T0 = 1_700_000_000_000.0


def sample(at: float, **fields: Any) -> FabricSample:
    """A connection's second, ``at`` milliseconds after T0."""
    said: dict[str, Any] = {"up_kbps": 100.0, "down_kbps": 200.0, "rtt_ms": 50.0}
    return FabricSample(at=T0 + at, span_ms=1000.0, **(said | fields))


def stream(direction: Any, packets: float, loss: float | None) -> StreamSample:
    """A stream of which only this is known."""
    return StreamSample(
        ssrc=1,
        direction=direction,
        media="audio",
        kbps=1.0,
        packets=packets,
        packet_rate=packets,
        loss=loss,
    )


def test_a_point_a_second() -> None:
    timeline = Timeline()
    for second in range(5):
        timeline.add("f", sample(1000 * second + 40 * second, up_kbps=float(second)))
    points = timeline.points()
    assert [point.at - T0 for point in points] == [0, 1040, 2080, 3120, 4160]
    assert [point.up_kbps for point in points] == [0, 1, 2, 3, 4]


def test_connections_add_up() -> None:
    timeline = Timeline()
    timeline.add("f", sample(0, rtt_ms=50.0))
    timeline.add("g", sample(300, rtt_ms=80.0))
    timeline.add("h", sample(600, rtt_ms=None))
    [point] = timeline.points()
    assert (point.up_kbps, point.down_kbps, point.rtt_ms) == (300, 600, 80)


def test_one_missing_sample_is_no_gap_and_more_are() -> None:
    timeline = Timeline()
    for second in range(6):
        timeline.add("f", sample(1000 * second))
        if second == 0:
            timeline.add("g", sample(1000 * second + 100))
    assert [point.up_kbps for point in timeline.points()] == [200, 200, 200, 100, 100, 100]


def test_one_that_ended_is_gone_at_once() -> None:
    timeline = Timeline()
    timeline.add("f", sample(0))
    timeline.add("g", sample(10))
    timeline.forget("g")
    timeline.forget("never there")
    timeline.add("f", sample(1000))
    assert [point.up_kbps for point in timeline.points()] == [200, 100]


def test_five_minutes_are_kept() -> None:
    timeline = Timeline()
    for second in range(RECENT + 50):
        timeline.add("f", sample(1000 * second))
    points = timeline.points()
    assert len(points) == RECENT
    assert points[-1].at - points[0].at == 1000 * (RECENT - 1)


def test_ten_seconds_are_one_point_of_the_record() -> None:
    timeline = Timeline()
    for second in range(25):
        losses = (stream("inbound", 99, 0.01),) if second % 2 else ()
        timeline.add(
            "f",
            sample(1000 * second, up_kbps=float(second), rtt_ms=40.0 + second, streams=losses),
        )
    record = timeline.record()
    assert [point.timestamp - T0 for point in record] == [0, 10_000, 20_000]
    assert [point.up_kbps for point in record] == [4.5, 14.5, 22.0]
    assert [point.rtt_ms for point in record] == [44.5, 54.5, 62.0]
    assert [point.loss_fraction for point in record] == [0.01, 0.01, 0.01]
    assert timeline.record() == record


def test_what_nobody_says_stays_unknown() -> None:
    timeline = Timeline()
    timeline.add("f", sample(0, rtt_ms=None))
    [point] = timeline.record()
    assert (point.rtt_ms, point.loss_fraction) == (None, None)


def test_gaps_are_no_points() -> None:
    timeline = Timeline()
    timeline.add("f", sample(0))
    timeline.add("f", sample(60_000))
    assert [point.timestamp - T0 for point in timeline.record()] == [0, 60_000]


def test_a_day_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notifier.calls.timeline.TIMELINE_LIMIT", 3)
    timeline = Timeline()
    for step in range(10):
        timeline.add("f", sample(10_000 * step))
    assert [point.timestamp - T0 for point in timeline.record()] == [
        50_000,
        60_000,
        70_000,
        80_000,
        90_000,
    ]
    assert TIMELINE_LIMIT * 10 == 86_400


def test_written_and_read_it_goes_on() -> None:
    one, other = Timeline(), Timeline()
    for second in range(40):
        one.add("f", sample(1000 * second, up_kbps=second / 3))
        other.add("f", sample(1000 * second, up_kbps=second / 3))
        other = msgspec.json.decode(msgspec.json.encode(other), type=Timeline)
    assert other == one


@pytest.mark.parametrize(
    ("streams", "loss"),
    [
        ([], None),
        ([stream("inbound", 100, None)], None),
        ([stream("inbound", 90, 0.1)], 0.1),
        ([stream("inbound", 90, 0.1), stream("inbound", 900, 0.0)], 0.01),
        ([stream("outbound", 100, 0.1), stream("inbound", 0, None)], None),
        ([stream("inbound", 0, 1.0)], 1.0),
        ([stream("inbound", 0, 0.0)], 0.0),
        ([stream("inbound", 0, 0.5)], 0.0),
    ],
)
def test_loss_is_of_all_packets_one_way(streams: list[StreamSample], loss: float | None) -> None:
    found = loss_of(streams, "inbound")
    assert found == (loss if loss is None else pytest.approx(loss))


def test_outbound_loss_is_of_what_was_sent() -> None:
    streams = [stream("outbound", 100, 0.1), stream("outbound", 300, 0.0)]
    assert loss_of(streams, "outbound") == pytest.approx(0.025)
