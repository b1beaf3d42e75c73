"""A connection's statistics as a whole: records, tracks, screens, checkpoints, garbage."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.calls.record import StreamRecord
from notifier.calls.stats.fabric_stats import FabricStats, StreamName
from tests.calls.record_stats import PLANS, load
from tests.calls.stats.test_dialect import GARBAGE
from tests.calls.synthetic import Connection


def _recorded(name: str) -> FabricStats:
    stats = FabricStats()
    for line in load(name):
        stats.take(line["stats"], at=line["at"])
    return stats


def _by_kind(stats: FabricStats) -> dict[str, StreamRecord]:
    return {f"{one.direction} {one.media}": one for one in stats.streams({})}


@pytest.mark.parametrize("name", list(PLANS))
def test_a_checkpoint_at_any_second_changes_nothing(name: str) -> None:
    whole, parts = FabricStats(), FabricStats()
    for line in load(name):
        assert parts.take(line["stats"], at=line["at"]) == whole.take(line["stats"], at=line["at"])
        parts = msgspec.json.decode(msgspec.json.encode(parts), type=FabricStats)
    assert parts.streams({}) == whole.streams({}) != ()
    assert parts.tracks({}, remote_user_id="bob") == whole.tracks({}, remote_user_id="bob") != []
    assert parts.troubles() == whole.troubles()
    assert parts.disrupted() == whole.disrupted()


def test_records_of_a_call_over_a_lossy_relay() -> None:
    records = _by_kind(_recorded("chromium-relay"))
    assert set(records) == {"inbound audio", "outbound audio", "inbound video", "outbound video"}
    for record in records.values():
        assert record.duration_ms == pytest.approx(11_000, abs=50)
        assert record.loss_fraction is not None
        assert 0.005 < record.loss_fraction < 0.12
        assert record.rtt_ms is not None
        assert 58 < record.rtt_ms.p50 < 80
        assert record.quality in ("fair", "excellent")
    picture = records["inbound video"]
    assert (picture.width, picture.height, picture.codec) == (640, 480, "VP8")
    assert picture.frames_per_second is not None
    assert picture.frames_per_second.p50 == pytest.approx(15, abs=0.5)
    assert picture.frozen_fraction is not None
    sound = records["inbound audio"]
    assert sound.concealed_fraction is not None
    assert 0.01 < sound.concealed_fraction < 0.12
    assert sound.kbps is not None
    assert 15 < sound.kbps.mean < 35


def test_packets_are_what_was_counted_since_the_first_sample() -> None:
    lines = load("chromium")
    first, last = (
        {e["ssrc"]: e for e in line["stats"] if e["type"] == "outbound-rtp"}
        for line in (lines[0], lines[-1])
    )
    for record in _recorded("chromium").streams({}):
        if record.direction == "outbound":
            since = first.get(record.ssrc, {}).get("packetsSent", 0)
            assert record.packets == last[record.ssrc]["packetsSent"] - since


def test_a_rate_that_nobody_counted_is_not_rated() -> None:
    records = _by_kind(_recorded("aiortc"))
    assert records["outbound video"].quality == "fair"  # 26 kbit/s is red
    assert records["inbound video"].quality == "excellent"  # by its round trips alone
    assert records["inbound video"].kbps is not None  # reckoned from its sender's reports
    sent, got = records["outbound video"].kbps, records["inbound video"].kbps
    assert sent is not None
    assert got.mean == pytest.approx(sent.mean, rel=0.1)  # both ends send the same


def test_without_reports_nothing_is_known_of_what_is_sent() -> None:
    peer, stats = Connection("out-audio"), FabricStats()
    for _ in range(30):
        entries = [entry for entry in peer.go() if not entry["type"].startswith("remote-")]
        stats.take(entries, at=peer.at)
    [record] = stats.streams({})
    assert (record.loss_fraction, record.jitter_ms, record.rtt_ms) == (None, None, None)
    assert [trouble.kind for trouble in stats.troubles()] == ["no-receiver-reports"]
    [began] = stats.disrupted()
    assert (began.kind, began.started, began.ssrc) == ("no-receiver-reports", True, record.ssrc)
    assert stats.disrupted() == []
    [track] = stats.tracks({}, remote_user_id="bob")
    assert not {"fractionLoss", "jitter", "rtt", "averageRTT"} & set(track)


def test_tracks_are_of_the_last_ten_seconds() -> None:
    peer, stats = Connection("in-audio", "out-video"), FabricStats()
    for second in range(60):
        entries = peer.go(packets=50 if second < 40 else 100, lost=0 if second < 40 else 25)
        stats.take(entries, at=peer.at)
    names = {peer.entries["in-audio"]["ssrc"]: StreamName(user_id="carol", usage_label="mic")}
    picture, sound = stats.tracks(names, remote_user_id="bob")
    assert sound == {
        "ssrc": str(peer.entries["in-audio"]["ssrc"]),
        "remoteUserID": "carol",
        "statsType": "inbound-rtp",
        "mediaType": "audio",
        "usageLabel": "mic",
        "bitrate": 80.0,
        "packetRate": 100.0,
        "fractionLoss": 0.2,
        "packetLossPercentage": 20.0,
        "jitter": 4.0,
        "averageJitter": 4.0,
        "rtt": 50.0,
        "averageRTT": 50.0,
        "quality": "fair",
    }
    assert (picture["remoteUserID"], picture["statsType"]) == ("bob", "outbound-rtp")
    assert picture["quality"] == "fair"  # 80 kbit/s is red, 50 ms and a steady rate are green
    stats.set_muted("video", "outbound", True)
    assert stats.tracks(names, remote_user_id="bob")[0]["quality"] == "excellent"


def test_a_stream_that_is_gone_has_a_record_and_no_track() -> None:
    peer, stats = Connection("in-audio", "in-video"), FabricStats()
    for _ in range(5):
        stats.take(peer.go(), at=peer.at)
    peer.close("in-video")
    for _ in range(12):
        stats.take(peer.go(), at=peer.at)
    assert len(stats.streams({})) == 2
    assert len(stats.tracks({}, remote_user_id="bob")) == 1


def test_tracks_after_a_gap_are_of_the_time_since() -> None:
    peer, stats = Connection("in-audio"), FabricStats()
    for _ in range(10):
        stats.take(peer.go(), at=peer.at)
    stats.take(peer.go(30_000, packets=3000), at=peer.at)
    [track] = stats.tracks({}, remote_user_id="bob")
    assert track["packetRate"] == 100


def _media(stats: FabricStats, **names: Any) -> list[str]:
    return [one.media for one in stats.streams(names.get("names", {}))]


def test_a_screen_that_the_application_tells_of() -> None:
    peer, stats = Connection("out-video", "in-video"), FabricStats()
    for _ in range(20):
        stats.take(peer.go(), at=peer.at)
    stats.set_screen(True)
    stats.take(peer.go(), at=peer.at)
    peer.open("out-video-2")
    sample = None
    for _ in range(3):
        sample = stats.take(peer.go(), at=peer.at)
    assert sample is not None
    screens = [one.ssrc for one in sample.streams if one.media == "screen"]
    assert screens == [peer.entries["out-video-2"]["ssrc"]]
    assert _media(stats) == ["video", "video", "screen"]
    stats.set_screen(False)
    stats.take(peer.go(), at=peer.at)
    assert _media(stats) == ["video", "video", "video"]


def test_a_screen_in_the_place_of_the_camera() -> None:
    peer, stats = Connection("out-video", "in-video"), FabricStats()
    for _ in range(20):
        stats.take(peer.go(), at=peer.at)
    stats.set_screen(True)
    for _ in range(7):
        stats.take(peer.go(), at=peer.at)
    assert _media(stats) == ["screen", "video"]


def test_screens_by_ssrc_by_label_and_by_usage() -> None:
    peer, stats = Connection("out-video", "in-video"), FabricStats()
    ours, theirs = (peer.entries[name]["ssrc"] for name in ("out-video", "in-video"))
    stats.set_screen(True, ours)
    for _ in range(3):
        stats.take(peer.go(), at=peer.at)
    assert _media(stats) == ["screen", "video"]
    label = {theirs: StreamName(user_id="bob", usage_label="Screen")}
    assert _media(stats, names=label) == ["screen", "screen"]
    other = FabricStats()
    other.expect(usage="screen")
    for _ in range(3):
        other.take(peer.go(), at=peer.at)
    assert _media(other) == ["screen", "screen"]


@pytest.mark.parametrize(
    ("said", "disrupted"),
    [
        ({}, True),
        ({"endpoint": "server"}, False),
        ({"direction": "sendonly"}, False),
        ({"direction": "receiveonly"}, True),
    ],
)
def test_what_a_connection_is_for(said: dict[str, Any], disrupted: bool) -> None:
    peer, stats = Connection("in-audio", "out-audio", "in-video"), FabricStats()
    stats.expect(**said)
    for second in range(40):
        quiet = ("in-audio",) if second > 20 else ()
        stats.take(peer.go(silent=quiet, reports=second <= 20), at=peer.at)
    kinds = {trouble.kind for trouble in stats.troubles()}
    assert ("one-way-media" in kinds) == disrupted


@pytest.mark.parametrize("name", list(PLANS))
def test_nothing_disturbs_the_recorded_calls(name: str) -> None:
    # In two of them, both sides take away camera and microphone, and nobody says so.
    stats = FabricStats()
    for line in load(name):
        stats.take(line["stats"], at=line["at"])
        assert stats.troubles() == ()
    assert stats.disrupted() == []


def test_hold_is_no_disruption() -> None:
    peer, stats = Connection("in-audio", "out-audio"), FabricStats()
    for second in range(60):
        stats.set_held(second > 20)
        quiet = ("in-audio",) if second > 20 else ()
        stats.take(peer.go(silent=quiet, reports=second <= 20), at=peer.at)
    assert stats.troubles() == ()


@given(st.lists(st.tuples(GARBAGE, st.floats(0, 1e13)), max_size=5))
def test_nothing_raises_whatever_comes(parts: list[tuple[list[Any], float]]) -> None:
    stats = FabricStats()
    for entries, at in parts:
        stats.take(entries, at=at)
        stats = msgspec.json.decode(msgspec.json.encode(stats), type=FabricStats)
    msgspec.json.encode(stats.streams({}))
    msgspec.json.encode(stats.tracks({}, remote_user_id=""))
    stats.troubles()
    stats.disrupted()


@given(
    st.lists(
        st.tuples(
            st.sampled_from([0, 10, 500, 1000, 1000, 3000, 70_000, -2000]),
            st.integers(0, 2000),
            st.integers(0, 100),
            st.booleans(),
        ),
        max_size=20,
    )
)
def test_figures_stay_in_their_bounds(steps: list[tuple[int, int, int, bool]]) -> None:
    peer, stats = Connection(), FabricStats()
    for ms, packets, lost, again in steps:
        if again:
            peer.open("in-audio", peer.entries["in-audio"]["ssrc"])
        sample = stats.take(peer.go(ms, packets, lost=lost), at=peer.at)
        for one in sample.streams if sample is not None else ():
            assert one.packets >= 0
            assert 0 <= (one.loss or 0) <= 1
            assert one.kbps <= 2000 * 100 * 8 / 20  # of all packets in the least interval
    for record in stats.streams({}):
        assert 0 <= (record.loss_fraction or 0) <= 1
        assert 0 <= (record.concealed_fraction or 0) <= 1


def test_fifty_streams_for_an_hour_stay_small() -> None:
    names = [f"{way}-{kind}-{number}" for number in range(25) for way in ("in",)
             for kind in ("audio", "video")]  # fmt: skip
    peer, stats = Connection(*names), FabricStats()
    for second in range(400):
        # Rates, jitter and frame rates that differ as widely as they may.
        packets = 1 + (second * 37) % 500
        for name in names:
            peer.entries[name]["jitter"] = 0.0005 * (1 + (second * 53) % 400)
            peer.entries[f"report {name}"]["roundTripTime"] = 0.001 * (1 + (second * 71) % 900)
        stats.take(peer.go(packets=packets), at=peer.at)
    assert len(msgspec.json.encode(stats)) < 150_000
