"""Raw statistics of three programs in one form, and anything at all without an error."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.calls.stats.dialect import read
from notifier.calls.stats.normal import Connection, Stream
from tests.calls.record_stats import PLANS, load

_ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["a", "b", "audio", "video", "relay", "succeeded", 10**400, 2**40]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)
_TYPES = [
    *("inbound-rtp", "outbound-rtp", "remote-inbound-rtp", "remote-outbound-rtp", "transport"),
    *("candidate-pair", "local-candidate", "codec", "media-source", "track", "inboundrtp"),
]
_FIELDS = sorted(
    {field for line in load("chromium") for entry in line["stats"] for field in entry}
    | {"selected", "isRemote", "trackId", "contentType", "estimatedPlayoutTimestamp", "ip"}
)
ENTRY = st.dictionaries(st.sampled_from(_FIELDS), _ANYTHING, max_size=12).flatmap(
    lambda entry: st.sampled_from(_TYPES).map(lambda kind: {**entry, "type": kind})
)
GARBAGE = st.lists(ENTRY | _ANYTHING, max_size=12)
"""Entries in which any field holds anything."""


@given(GARBAGE)
def test_nothing_raises(entries: list[Any]) -> None:
    connection = read(entries)
    for stream in connection.streams:
        assert 0 <= stream.ssrc < 2**32
        for name in stream.__slots__:
            value = getattr(stream, name)
            assert not isinstance(value, float) or math.isfinite(value)


def _by_kind(connection: Connection) -> dict[str, Stream]:
    return {f"{stream.direction} {stream.media}": stream for stream in connection.streams}


@pytest.mark.parametrize("name", [n for n in PLANS if "layers" not in n and "silent" not in n])
def test_four_streams_of_a_call(name: str) -> None:
    lines = load(name)
    streams = _by_kind(read(lines[-1]["stats"]))
    assert set(streams) == {
        *("inbound audio", "outbound audio", "inbound video", "outbound video"),
    }
    for stream in streams.values():
        assert stream.packets is not None
        assert stream.packets > 100
        assert stream.report is not None
        assert stream.octets is not None or (name == "aiortc" and stream.direction == "inbound")
        if name != "aiortc":
            assert stream.codec == ("opus" if stream.media == "audio" else "VP8")
    for way in ("inbound", "outbound"):
        picture = streams[f"{way} video"]
        if name != "aiortc":
            assert picture.width
            assert picture.frames


@pytest.mark.parametrize("name", list(PLANS))
def test_jitter_is_in_milliseconds(name: str) -> None:
    for line in load(name):
        for stream in read(line["stats"]).streams:
            reported = stream.report.jitter_ms if stream.report else None
            for jitter in (stream.jitter_ms, reported):
                # On a loopback device, or a link with a queue of 200 ms.
                assert jitter is None or 0 <= jitter < 200
    assert any(s.jitter_ms for line in load(name) for s in read(line["stats"]).streams)


@pytest.mark.parametrize("name", ["chromium-relay", "firefox-relay"])
def test_a_relayed_path(name: str) -> None:
    connection = read(load(name)[-1]["stats"])
    assert connection.relay == "turn/udp"
    assert connection.protocol == "udp"
    assert connection.rtt_ms is not None
    assert 60 <= connection.rtt_ms < 200  # 30 ms each way, once or twice
    assert (connection.available_kbps is None) == (name == "firefox-relay")


def test_layers_and_a_screen() -> None:
    connection = read(load("chromium-layers")[-1]["stats"])
    ours = [s for s in connection.streams if s.direction == "outbound" and s.media != "audio"]
    assert sorted((s.media, s.width) for s in ours) == [
        ("screen", 320),
        ("video", 320),
        ("video", 640),
    ]
    assert len({s.ssrc for s in ours}) == 3
    assert len([s for s in ours if s.report is None]) == 1  # nobody receives that layer


def test_a_report_of_aiortc_belongs_to_the_stream_that_it_is_about() -> None:
    lines = load("aiortc")
    streams = _by_kind(read(lines[-1]["stats"]))
    sent = {e["ssrc"]: e for e in lines[-1]["stats"] if e["type"] == "remote-inbound-rtp"}
    for media in ("audio", "video"):
        stream = streams[f"outbound {media}"]
        assert stream.ssrc not in sent  # it says who reports
        assert stream.report is not None
        assert stream.report.rtt_ms is not None
        assert 0 < stream.report.rtt_ms < 100


@pytest.mark.parametrize(("media", "clock"), [("audio", 48_000), ("video", 90_000)])
def test_units_of_aiortc(media: str, clock: int) -> None:
    about = {"kind": media, "timestamp": 1.0, "jitter": clock // 10}
    entries = [
        {"type": "outbound-rtp", "id": "outbound-rtp_1", "ssrc": 1, **about},
        {"type": "remote-inbound-rtp", "id": "remote-inbound-rtp_1", "ssrc": 9, **about}
        | {"packetsLost": 3, "packetsReceived": 50, "fractionLost": 64},
        {"type": "inbound-rtp", "id": "inbound-rtp_2", "ssrc": 2, **about},
    ]
    sent, got = read(entries).streams
    assert sent.report is not None
    assert (sent.report.jitter_ms, sent.report.fraction_lost) == (100, 0.25)
    assert got.jitter_ms == 100


@pytest.mark.parametrize("packets", [(5, 9), (9, 5)])
def test_a_stream_that_is_told_twice(packets: tuple[int, int]) -> None:
    entry = {"type": "inbound-rtp", "kind": "audio", "ssrc": 1}
    [stream] = read([{**entry, "packetsReceived": number} for number in packets]).streams
    assert stream.packets == 9


def test_retransmissions_do_not_stand_for_the_stream() -> None:
    entries = [dict(entry) for entry in load("aiortc")[-1]["stats"]]
    [video] = [e for e in entries if e["type"] == "inbound-rtp" and e["kind"] == "video"]
    video["ssrc"] += 1  # aiortc puts its retransmissions, on another SSRC, under the same id
    video["packetsReceived"] = 3
    assert "inbound video" not in _by_kind(read(entries))
    beside = {"type": "codec", "id": "c", "mimeType": "video/rtx"}
    entry = {"type": "inbound-rtp", "kind": "video", "ssrc": 7, "codecId": "c"}
    assert not read([beside, entry]).streams


@pytest.mark.parametrize("name", ["chromium-silent", "firefox-silent"])
def test_a_sender_without_a_track(name: str) -> None:
    # Ours has both until second 45, no sound from then on, and no picture from second 50.
    told = {
        second: {s.media: s.active for s in read(load(name)[second]["stats"]).streams[:2]}
        for second in (44, 48, 53)
    }
    assert told[44]["audio"] is not False
    assert (told[48]["audio"], told[53]["audio"]) == (False, False)
    assert told[48]["video"] is not False
    assert told[53]["video"] is False
    assert read(load(name)[44]["stats"]).streams[1].source_frames


def test_older_spellings() -> None:
    entries = [
        {"type": "inboundrtp", "id": "1", "mediaType": "video", "ssrc": "77", "trackId": "t"},
        {"type": "outbound-rtp", "isRemote": True, "mediaType": "video", "ssrc": 77}
        | {"timestamp": 5, "packetsSent": 9, "bytesSent": 900},
        {"type": "track", "id": "t", "frameWidth": 320, "frameHeight": 180, "freezeCount": 2},
        {"type": "candidatepair", "id": "p", "nominated": True, "state": "succeeded"}
        | {"bytesSent": 10, "localCandidateId": "l"},
        {"type": "candidatepair", "id": "q", "nominated": True, "state": "succeeded"}
        | {"bytesSent": 3},
        {"type": "localcandidate", "id": "l", "candidateType": "host", "ip": "2001:db8::1"},
    ]
    connection = read(entries)
    [stream] = connection.streams
    assert (stream.ssrc, stream.width, stream.height, stream.freezes) == (77, 320, 180, 2)
    assert stream.report is not None
    assert stream.report.packets == 9
    assert (connection.pair, connection.ipv6, connection.relay) == ("p", True, "")
    assert connection.up.octets == 13  # all pairs, so that a switch is no step back


def test_timestamps_may_be_microseconds() -> None:
    entry = {"type": "inbound-rtp", "kind": "audio", "ssrc": 1, "timestamp": 1_700_000_000_000_000}
    [stream] = read([entry]).streams
    assert stream.stamp == 1_700_000_000_000


@pytest.mark.parametrize("ssrc", [None, -1, 2**32, 1.5, "x", "", "99999999999", True, [], "٣"])
def test_what_is_no_ssrc_is_no_stream(ssrc: object) -> None:
    assert not read([{"type": "inbound-rtp", "kind": "audio", "ssrc": ssrc}]).streams


def test_connections_that_are_not_bundled_add_up() -> None:
    pairs: list[dict[str, Any]] = [
        {"type": "candidate-pair", "id": name, "bytesSent": octets, "currentRoundTripTime": trip}
        | {"availableOutgoingBitrate": 400_000}
        for name, octets, trip in (("a", 100, 0.02), ("b", 50, 0.08), ("unused", 1, 9.0))
    ]
    transports = [{"type": "transport", "selectedCandidatePairId": name} for name in ("a", "b")]
    connection = read([*pairs, *transports])
    assert connection.pair == "a+b"
    assert connection.rtt_ms == 80
    assert connection.available_kbps == 800
    assert connection.up.octets == 151
