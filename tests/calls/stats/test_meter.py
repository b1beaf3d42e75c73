"""From counters to intervals: against what really crossed the wire, and counters that misbehave."""

from statistics import median
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.calls.sample import FabricSample
from notifier.calls.stats.dialect import read
from notifier.calls.stats.meter import GAP_LIMIT, STREAMS_LIMIT, Meter
from tests.calls.record_stats import PLANS, load
from tests.calls.stats.test_dialect import GARBAGE
from tests.calls.synthetic import Connection


def _samples(name: str, *, every: int = 1) -> list[FabricSample]:
    meter = Meter()
    found = [meter.take(read(line["stats"]), at=line["at"]) for line in load(name)[::every]]
    assert found[0] is None
    return [sample for sample in found if sample is not None]


def _octets(samples: list[FabricSample], way: str) -> float:
    rates = [sample.up_kbps if way == "up" else sample.down_kbps for sample in samples]
    return sum(rate * one.span_ms / 8 for rate, one in zip(rates, samples, strict=True))


@pytest.mark.parametrize("every", [1, 3])
@pytest.mark.parametrize("way", ["up", "down"])
@pytest.mark.parametrize(
    ("name", "tolerance"),
    [
        # The counters are read a moment before or after the samples.
        ("chromium", 0.01),
        ("chromium-layers", 0.01),
        ("chromium-relay", 0.002),
        ("chromium-narrow", 0.002),
        ("aiortc", 0.01),
        # It counts no packets: how many of them were RTCP is a guess.
        ("firefox", 0.03),
    ],
)
def test_the_wire_carried_what_is_said(name: str, tolerance: float, way: str, every: int) -> None:
    lines = load(name)[::every]
    truth = lines[-1][way][0] - lines[0][way][0]
    assert _octets(_samples(name, every=every), way) == pytest.approx(truth, rel=tolerance)


@pytest.mark.parametrize("name", list(PLANS))
def test_streams_are_less_than_the_wire(name: str) -> None:
    for sample in _samples(name):
        for way, direction in (("up", "outbound"), ("down", "inbound")):
            streams = sum(s.kbps for s in sample.streams if s.direction == direction)
            # Of aiortc's inbound streams the octets are reckoned, from the last report.
            assert streams <= getattr(sample, f"{way}_kbps") * 1.05


@pytest.mark.parametrize("name", list(PLANS))
def test_a_second_of_sound_has_fifty_packets(name: str) -> None:
    for way in ("inbound", "outbound"):
        rates = [
            stream.packet_rate
            for sample in _samples(name)
            for stream in sample.streams
            if stream.media == "audio" and stream.direction == way
        ]
        relay = way == "inbound" and "relay" in name  # where packets are lost
        assert median(rates) == pytest.approx(50, abs=8 if relay else 1.5)


def _last_loss(name: str) -> float:
    entries = [e for e in load(name)[-1]["stats"] if e["type"] == "inbound-rtp"]
    lost, got = (sum(e[field] for e in entries) for field in ("packetsLost", "packetsReceived"))
    return float(lost) / float(lost + got)


def test_losses_are_those_of_the_link() -> None:
    for name, truth in (("chromium-relay", 0.05), ("firefox-relay", 0.0975)):
        meter = Meter()
        found = [meter.take(read(line["stats"]), at=line["at"]) for line in load(name)]
        samples = [sample for sample in found if sample is not None]
        ours = [value for key, value in meter.counters.items() if key.startswith("i")]
        expected = sum(stream.all_expected for stream in ours)
        loss = sum(stream.all_lost for stream in ours) / expected
        assert loss == pytest.approx(_last_loss(name), abs=0.005)
        assert loss == pytest.approx(truth, abs=0.04)  # of some 900 packets
        # What is sent is known when a report comes, and then only.
        reported = [s.loss for sample in samples for s in sample.streams if s.direction[0] == "o"]
        assert None in reported
        assert any(reported)


def test_round_trips_are_those_of_fresh_reports() -> None:
    trips = [s.rtt_ms for sample in _samples("chromium-relay") for s in sample.streams]
    assert None in trips
    assert all(trip is None or 60 <= trip < 90 for trip in trips)


@pytest.mark.parametrize(
    ("name", "limited"), [("chromium-narrow", True), ("chromium-capped", False)]
)
def test_whose_limit_the_available_rate_is(name: str, limited: bool) -> None:
    # Both say qualityLimitationReason "bandwidth": one is on a link of 700 kbit/s, the other has
    # a maxBitrate of 300 on a link without limit.
    samples = _samples(name)[11:]
    assert any(s.quality_limitation == "bandwidth" for sample in samples for s in sample.streams)
    share = sum(sample.available_limited for sample in samples) / len(samples)
    assert share > 0.8 if limited else share < 0.1


def test_plenty_is_known_whatever_limits() -> None:
    assert all(sample.available_limited for sample in _samples("chromium"))


def _second(meter: Meter, entries: list[dict[str, Any]], at: float) -> FabricSample:
    sample = meter.take(read(entries), at=at)
    assert sample is not None
    return sample


def test_an_interval() -> None:
    peer, meter = Connection("in-audio", "out-audio"), Meter()
    assert meter.take(read(peer.go()), at=peer.at) is None
    sample = _second(meter, peer.go(lost=50), peer.at)
    got = {stream.direction: stream for stream in sample.streams}
    assert got["inbound"].kbps == pytest.approx(40)
    assert got["inbound"].loss == pytest.approx(0.5)
    assert got["inbound"].jitter_ms == pytest.approx(4)
    assert got["outbound"].rtt_ms == pytest.approx(50)
    assert got["outbound"].loss == pytest.approx(1)  # 50 sent, 50 lost
    assert sample.up_kbps == pytest.approx(50 * (110 + 28) * 8 / 1000)
    assert sample.rtt_ms == 50
    assert not sample.reset


@pytest.mark.parametrize(
    ("address", "relay", "headers"),
    [
        ({"address": "192.0.2.1"}, None, 28),
        ({"address": "2001:db8::1"}, None, 48),
        ({"relatedAddress": "192.0.2.1"}, "udp", 32),
        ({"relatedAddress": "2001:db8::1", "address": "192.0.2.9"}, "udp", 52),
        ({}, "tcp", 56),
        ({}, "tls", 78),
        ({"protocol": "tcp"}, None, 54),
    ],
)
def test_headers(address: dict[str, Any], relay: str | None, headers: int) -> None:
    peer, meter = Connection("out-audio"), Meter()
    local = dict(address)
    if relay:
        local |= {"candidateType": "relay", "relayProtocol": relay}
    meter.take(read(peer.go(local=local)), at=peer.at)
    sample = _second(meter, peer.go(), peer.at)
    assert sample.up_kbps == pytest.approx(50 * (110 + headers) * 8 / 1000)
    assert sample.relay == (f"turn/{relay}" if relay else "")


@pytest.mark.parametrize(("stream", "turn"), [("out-audio", 37.5), ("in-audio", 61.5)])
def test_firefox_sends_indications_to_a_relay(stream: str, turn: float) -> None:
    """It counts no packets on its pairs; all of its octets here are media's."""
    peer, meter = Connection(stream), Meter()
    local = {"candidateType": "relay", "relayProtocol": "udp", "relatedAddress": "192.0.2.1"}

    def pair_without_packets(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
        for entry in entries:
            if entry["type"] == "candidate-pair":
                entry.pop("packetsSent")
                entry.pop("packetsReceived")
        return entries

    meter.take(read(pair_without_packets(peer.go(local=local))), at=peer.at)
    sample = _second(meter, pair_without_packets(peer.go()), peer.at)
    rate = sample.up_kbps if stream == "out-audio" else sample.down_kbps
    assert rate == pytest.approx(50 * (110 + 28 + turn) * 8 / 1000, rel=0.01)


def test_a_missed_sample_makes_a_longer_interval() -> None:
    peer, meter = Connection(), Meter()
    meter.take(read(peer.go()), at=peer.at)
    peer.go()
    peer.go()
    sample = _second(meter, peer.go(), peer.at)
    assert sample.span_ms == 3000
    assert {stream.packet_rate for stream in sample.streams} == {50}


def test_entries_have_times_of_their_own() -> None:
    peer, meter = Connection(), Meter()
    meter.take(read(peer.go()), at=peer.at)
    sample = _second(meter, peer.go(), peer.at + 250)  # the client was late
    assert sample.span_ms == 1000
    assert {stream.packet_rate for stream in sample.streams} == {50}


@pytest.mark.parametrize("later", [0.0, -1000.0, 400.0, 3_600_000.0])
def test_times_that_make_no_sense_are_not_believed(later: float) -> None:
    peer, meter = Connection(), Meter()
    meter.take(read([{**entry, "timestamp": 5000.0} for entry in peer.go()]), at=peer.at)
    entries = [{**entry, "timestamp": 5000.0 + later} for entry in peer.go()]
    sample = _second(meter, entries, peer.at)
    assert sample.span_ms == 1000
    assert {stream.packet_rate for stream in sample.streams} == {50}


def test_a_duplicate_says_nothing() -> None:
    peer, meter = Connection(), Meter()
    first, second = peer.go(), peer.go()
    meter.take(read(first), at=peer.at - 1000)
    _second(meter, second, peer.at)
    assert meter.take(read(second), at=peer.at) is None
    sample = _second(meter, peer.go(), peer.at)
    assert sample.span_ms == 1000
    assert {stream.packet_rate for stream in sample.streams} == {50}


def test_a_clock_set_back_begins_anew() -> None:
    peer, meter = Connection(), Meter()
    meter.take(read(peer.go()), at=peer.at)
    _second(meter, peer.go(), peer.at)
    for _ in range(2):
        assert meter.take(read(peer.go()), at=peer.at - 3_600_000) is None
    sample = _second(meter, peer.go(), peer.at - 3_600_000)
    assert {stream.packet_rate for stream in sample.streams} == {50}


def test_a_long_gap_begins_anew() -> None:
    peer, meter = Connection(), Meter()
    meter.take(read(peer.go()), at=peer.at)
    assert meter.take(read(peer.go(GAP_LIMIT + 1)), at=peer.at) is None
    assert _second(meter, peer.go(), peer.at).span_ms == 1000


def test_an_ssrc_used_again_begins_anew() -> None:
    peer, meter = Connection("in-audio", "out-audio"), Meter()
    for _ in range(5):
        meter.take(read(peer.go()), at=peer.at)
    ssrc = peer.entries["in-audio"]["ssrc"]
    peer.open("in-audio", ssrc)
    sample = _second(meter, peer.go(), peer.at)
    assert sample.reset
    assert [stream.direction for stream in sample.streams] == ["outbound"]
    sample = _second(meter, peer.go(), peer.at)
    assert not sample.reset
    assert {stream.packet_rate for stream in sample.streams} == {50}


def test_a_counter_that_leaps_is_another_stream() -> None:
    peer, meter = Connection("in-audio"), Meter()
    meter.take(read(peer.go()), at=peer.at)
    peer.entries["in-audio"]["packetsReceived"] += 10_000_000
    assert _second(meter, peer.go(), peer.at).reset
    assert not _second(meter, peer.go(), peer.at).reset


@pytest.mark.parametrize(("name", "way"), [("out-audio", "Sent"), ("in-audio", "Received")])
def test_a_transport_that_begins_anew_is_not_read_as_silence(name: str, way: str) -> None:
    peer, meter = Connection(name), Meter()
    for _ in range(3):
        meter.take(read(peer.go()), at=peer.at)
    peer.entries["pair"].update({f"bytes{way}": 0, f"packets{way}": 0})
    sample = _second(meter, peer.go(), peer.at)
    assert sample.reset
    assert max(sample.up_kbps, sample.down_kbps) == pytest.approx(50 * (110 + 28) * 8 / 1000)


def test_a_report_that_measured_no_round_trip() -> None:
    peer, meter = Connection("out-audio"), Meter()
    for _ in range(3):
        meter.take(read(peer.go()), at=peer.at)
    peer.entries["report out-audio"]["roundTripTimeMeasurements"] -= 1
    [stream] = _second(meter, peer.go(), peer.at).streams
    assert stream.loss == 0  # the report is fresh
    assert stream.rtt_ms is None


def test_without_pairs_the_round_trip_is_that_of_reports() -> None:
    samples = _samples("aiortc")
    for sample in samples:
        told = [stream.rtt_ms for stream in sample.streams if stream.rtt_ms is not None]
        assert sample.rtt_ms == min(told, default=None)
    assert any(sample.rtt_ms for sample in samples)


def test_streams_come_and_go() -> None:
    peer, meter = Connection("in-audio"), Meter()
    meter.take(read(peer.go()), at=peer.at)
    peer.open("in-video")
    sample = _second(meter, peer.go(), peer.at)
    assert [(s.media, s.packets) for s in sample.streams] == [("audio", 50), ("video", 50)]
    entries = dict(peer.entries)
    peer.close("in-video")
    assert len(_second(meter, peer.go(), peer.at).streams) == 1
    for name in ("in-video", "report in-video"):
        peer.entries[name] = entries[name]
    sample = _second(meter, peer.go(packets=100), peer.at)
    # It was away for a second: what came since is of two.
    assert [s.packet_rate for s in sample.streams] == [100, 50]


def test_ssrcs_without_end_have_a_bound() -> None:
    meter = Meter()
    for second in range(40):
        peer = Connection(*(f"in-audio-{number}" for number in range(20)))
        for number in range(20):
            peer.entries[f"in-audio-{number}"]["ssrc"] = second * 20 + number
        sample = meter.take(read(peer.go()), at=1e12 + second * 1000)
        assert second == 0 or (sample is not None and len(sample.streams) == 20)
    assert len(meter.counters) == STREAMS_LIMIT


def test_late_packets_are_not_less_than_no_loss() -> None:
    peer, meter = Connection("in-audio"), Meter()
    meter.take(read(peer.go(lost=5)), at=peer.at)
    peer.entries["in-audio"]["packetsLost"] -= 5
    [stream] = _second(meter, peer.go(), peer.at).streams
    assert stream.loss == 0


def test_without_reports_loss_and_delay_are_unknown() -> None:
    peer, meter = Connection("out-audio"), Meter()
    told = []
    for _ in range(20):
        entries = [entry for entry in peer.go() if not entry["type"].startswith("remote-")]
        sample = meter.take(read(entries), at=peer.at)
        if sample is not None:
            [stream] = sample.streams
            assert stream.loss is stream.rtt_ms is stream.jitter_ms is None
            told.append(stream.has_reports)
    assert told == [None] * 14 + [False] * 5
    [stream] = _second(meter, peer.go(), peer.at).streams
    assert stream.has_reports


@given(st.lists(st.tuples(GARBAGE, st.floats(0, 1e13)), max_size=4), st.booleans())
def test_nothing_raises_whatever_comes(parts: list[tuple[list[Any], float]], sane: bool) -> None:
    meter = Meter()
    for index, (entries, at) in enumerate(parts):
        sample = meter.take(read(entries), at=index * 1000.0 if sane else at)
        if sample is not None:
            assert sample.up_kbps >= 0
            assert sample.down_kbps >= 0
            for stream in sample.streams:
                assert stream.packets >= 0
                assert stream.kbps >= 0
                assert stream.loss is None or 0 <= stream.loss <= 1
    # What it remembers can be written down.
    msgspec.json.decode(msgspec.json.encode(meter), type=Meter)
