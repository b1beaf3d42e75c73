"""The figures of a call: those of the reference call, and what real calls have besides."""

from typing import Any

import msgspec
import pytest

from notifier.calls.sample import FabricSample
from notifier.calls.stats.fabric_stats import FabricStats
from notifier.calls.stats.figures import CallMeter
from notifier.quality import CallFigures, call_code
from tests.calls.record_stats import load
from tests.calls.synthetic import START, sample, stream
from tests.collect import figures as reference
from tests.collect.record import Call
from tests.collect.test_figures import REAL


def _of_reference(call: Call) -> CallMeter:
    """The samples of a reference call, whose two ends are one connection here."""
    meter = CallMeter()
    before: dict[str, float] = {}
    for taken in call.samples:
        told = {
            name: reference.value(taken.callee, f"inbound-rtp/{kind}", name) or 0.0
            for kind, name in (
                ("audio", "concealedSamples"),
                ("audio", "totalSamplesReceived"),
                ("video", "totalFreezesDuration"),
            )
        }
        trip = reference.value(taken.caller, "candidate-pair", "currentRoundTripTime")
        rate = reference.value(taken.caller, "candidate-pair", "availableOutgoingBitrate")
        grown = {name: value - before.get(name, 0.0) for name, value in told.items()}
        before = told
        streams = (
            stream(
                "in-audio",
                1,
                concealed_samples=grown["concealedSamples"],
                total_samples=grown["totalSamplesReceived"],
            ),
            stream("in-video", 2, frozen_ms=grown["totalFreezesDuration"] * 1000),
        )
        meter.add(
            "f",
            sample(
                taken.ms / 1000,
                *streams,
                rtt_ms=None if trip is None else trip * 1000,
                available_kbps=None if rate is None else rate / 1000,
                available_limited=True,
            ),
        )
    return meter


def _heard(seconds: int, **fields: Any) -> CallMeter:
    """A call whose sound is told so."""
    meter = CallMeter()
    for second in range(1, seconds + 1):
        meter.add("f", sample(second, stream(**fields), rtt_ms=50.0))
    return meter


def test_where_concealment_is_not_counted_lost_packets_are_what_was_not_heard() -> None:
    meter = _heard(40, concealed_samples=None, total_samples=None, packets=45.0, loss=0.1)
    figures = meter.figures()
    assert figures is not None
    assert figures.concealed == pytest.approx(0.1)
    assert meter.code_now(START + 40_000) == 20


def test_a_delay_alone_makes_no_label() -> None:
    meter = _heard(40, concealed_samples=None, total_samples=None)
    assert meter.figures() is None
    assert meter.code_now(START + 40_000) is None


def test_a_reference_call_has_the_same_figures() -> None:
    meter = _of_reference(REAL)
    found, label = meter.figures(), reference.figures(REAL)
    assert found is not None
    # Seconds 12 to 32 are rated; percentiles are right to 2 %.
    assert meter.measured_ms == pytest.approx(20_000, abs=1100)
    assert found.available_kbps == pytest.approx(label.available_kbps, rel=0.05)
    assert found.one_way_ms == pytest.approx(label.one_way_ms, rel=0.05)
    assert found.concealed == pytest.approx(label.concealed, abs=0.01)
    assert found.frozen == pytest.approx(label.frozen, abs=0.05)
    assert call_code(found) == call_code(label)


def _recorded(name: str) -> tuple[CallMeter, FabricSample]:
    stats, meter = FabricStats(), CallMeter()
    for line in load(name):
        taken = stats.take(line["stats"], at=line["at"])
        if taken is not None:
            meter.add("f", taken)
    assert taken is not None
    return meter, taken


def test_a_narrow_link_is_what_was_available() -> None:
    meter, last = _recorded("chromium-narrow")
    found = meter.figures()
    assert found is not None
    assert found.available_kbps is not None
    assert 400 < found.available_kbps < 750  # a link of 700 kbit/s, with another sender's reports
    assert call_code(found) in (55, 75)
    assert meter.code_now(last.at) in (55, 75)


def test_an_application_with_a_limit_of_its_own_says_nothing_of_the_network() -> None:
    found = _recorded("chromium-capped")[0].figures()
    assert found is not None
    assert found.available_kbps is None
    assert call_code(found) == 95


@pytest.mark.parametrize("name", ["chromium-silent", "firefox-silent"])
def test_a_camera_and_a_microphone_that_are_taken_away_spoil_nothing(name: str) -> None:
    # For eighteen seconds there was no picture, for twelve no sound: 44 % and 29 % of the time.
    found = _recorded(name)[0].figures()
    assert found is not None
    assert found.frozen is not None
    assert found.frozen < 0.01
    assert found.concealed is not None
    assert found.concealed < 0.01


def _call(seconds: int, *streams: Any, **fields: Any) -> CallMeter:
    meter = CallMeter()
    for second in range(1, seconds + 1):
        meter.add("f", sample(second, *streams or (stream(),), **fields))
    return meter


def test_the_warm_up_does_not_count() -> None:
    meter = CallMeter()
    for second in range(1, 33):
        rtt = 900.0 if second <= 12 else 100.0
        meter.add("f", sample(second, stream(), rtt_ms=rtt))
    assert meter.measured_ms == 20_000
    found = meter.figures()
    assert found is not None
    assert found.one_way_ms == pytest.approx(50, rel=0.02)


def test_time_before_any_media_is_no_warm_up() -> None:
    meter = CallMeter()
    for second in range(1, 60):
        meter.add("f", sample(second, stream(packets=0.0)))
    assert meter.figures() is None
    for second in range(60, 81):
        meter.add("f", sample(second, stream()))
    assert meter.measured_ms == 9000
    assert meter.figures() is None
    meter.add("f", sample(81, stream()))
    assert meter.figures() is not None


def test_a_short_call_has_none() -> None:
    assert _call(21).figures() is None
    assert _call(22).figures() == CallFigures(
        available_kbps=None, concealed=0.0, frozen=None, one_way_ms=None
    )


def test_missed_samples_weigh_what_they_stand_for() -> None:
    meter = CallMeter()
    for second in range(1, 23):
        meter.add("f", sample(second, stream(), rtt_ms=20.0))
    meter.add("f", sample(42, stream(), rtt_ms=400.0, span_ms=20_000.0))
    found = meter.figures()
    assert meter.measured_ms == 30_000
    assert found is not None
    assert found.one_way_ms == pytest.approx(200, rel=0.02)


def test_ten_bad_seconds_are_not_the_median_of_an_undemanding_call() -> None:
    meter = CallMeter()
    for second in range(1, 301):
        bad = 100 <= second < 110
        fields = {"available_kbps": 80.0 if bad else 700.0, "available_limited": bad}
        meter.add("f", sample(second, stream(), **fields))
    found = meter.figures()
    assert found is not None
    assert found.available_kbps is None


def test_half_the_time_limited_is_a_median() -> None:
    meter = CallMeter()
    for second in range(1, 113):
        bad = second % 5 < 3
        fields = {"available_kbps": 200.0 if bad else 700.0, "available_limited": bad}
        meter.add("f", sample(second, stream(), **fields))
    found = meter.figures()
    assert found is not None
    assert found.available_kbps == pytest.approx(200, rel=0.02)


def test_what_was_no_limit_says_nothing_of_higher_rates() -> None:
    # Sixty seconds had at least 100 kbit/s; of those that tell, all have 200.
    meter = CallMeter()
    for second in range(1, 113):
        told = second % 5 < 2
        fields = {"available_kbps": 200.0 if told else 100.0, "available_limited": told}
        meter.add("f", sample(second, stream(), **fields))
    found = meter.figures()
    assert found is not None
    assert found.available_kbps == pytest.approx(200, rel=0.02)


def test_rates_of_several_connections_add_up() -> None:
    meter = CallMeter()
    for second in range(1, 60):
        for name, rate in (("a", 300.0), ("b", 500.0)):
            fields = {"available_kbps": rate, "available_limited": True}
            meter.add(name, sample(second, stream(), **fields))
        # Those that only receive have estimates that were never tried.
        fields = {"available_kbps": 300.0, "available_limited": False, "up_kbps": 10.0}
        for name in ("c", "d", "e"):
            meter.add(name, sample(second, stream(), **fields))
    found = meter.figures()
    assert found is not None
    assert found.available_kbps == pytest.approx(830, rel=0.02)
    assert meter.measured_ms == pytest.approx(47_000, abs=1)  # once, not three times


def test_sound_of_several_connections_weighs_by_samples() -> None:
    meter = CallMeter()
    good = stream("in-audio", 1, total_samples=48_000.0, concealed_samples=0.0)
    bad = stream("in-audio", 2, total_samples=48_000.0, concealed_samples=12_000.0)
    for second in range(1, 40):
        meter.add("a", sample(second, good, stream("in-audio", 3, concealed_samples=None)))
        meter.add("b", sample(second, bad))
    found = meter.figures()
    assert found is not None
    assert found.concealed == pytest.approx(0.125)


QUIET = {"packets": 0.0, "total_samples": 48_000.0, "concealed_samples": 48_000.0}


def test_who_is_silent_is_not_concealed() -> None:
    meter = CallMeter()
    speaks = stream("in-audio", 1, total_samples=48_000.0, concealed_samples=0.0)
    for second in range(1, 60):
        meter.add("f", sample(second, speaks, stream("in-audio", 2, **QUIET)))
    found = meter.figures()
    assert found is not None
    assert found.concealed == 0


def test_a_report_now_and_then_says_that_it_is_silence() -> None:
    meter = CallMeter()
    speaks = stream("in-audio", 1, total_samples=48_000.0, concealed_samples=0.0)
    for second in range(1, 65):
        heard = speaks if second <= 24 else stream("in-audio", 1, **QUIET)
        meter.add("f", sample(second, heard, down_kbps=1.0 if second % 5 == 0 else 0.0))
    found = meter.figures()
    assert found is not None
    assert found.concealed == 0


def test_an_outage_is_concealed() -> None:
    meter = CallMeter()
    speaks = stream("in-audio", 1, total_samples=48_000.0, concealed_samples=0.0)
    for second in range(1, 53):
        out = 20 <= second < 30
        heard = stream("in-audio", 1, **QUIET) if out else speaks
        meter.add("f", sample(second, heard, down_kbps=0.0 if out else 50.0))
    found = meter.figures()
    assert found is not None
    assert found.concealed == pytest.approx(0.25)


def test_a_camera_that_was_off_is_no_freeze() -> None:
    meter = CallMeter()
    sound = stream("in-audio", 1)
    for second in range(1, 113):
        picture = stream("in-video", 2, frozen_ms=0.0)
        if 30 <= second < 60:
            picture = stream("in-video", 2, packets=0.0, frozen_ms=0.0)
        if second == 60:
            picture = stream("in-video", 2, frozen_ms=30_000.0)
        meter.add("f", sample(second, sound, picture))
    found = meter.figures()
    assert found is not None
    assert found.frozen == pytest.approx(1 / 70)


def test_a_freeze_counts_whole_when_it_ends() -> None:
    meter = CallMeter()
    for second in range(1, 33):
        frozen = 9000.0 if second == 25 else 0.0
        meter.add("f", sample(second, stream("in-video", 2, frozen_ms=frozen)))
    found = meter.figures()
    assert found is not None
    assert found.frozen == pytest.approx(9 / 20)


def test_the_code_of_the_present() -> None:
    meter = CallMeter()
    codes = []
    for second in range(1, 101):
        rtt = 100.0 if second < 50 else 1000.0
        meter.add("f", sample(second, stream(), rtt_ms=rtt))
        codes.append(meter.code_now(START + second * 1000))
    assert codes[15] is None
    assert codes[16] == 95  # 12 s of warm-up and 5 s of measurement
    assert codes[50] == 95
    assert codes[85] == 30  # half a minute is enough to forget
    assert meter.code_now(START + 300_000) is None


def test_a_clock_that_is_set_back() -> None:
    meter = _call(40, rtt_ms=100.0)
    for second in range(1, 31):
        meter.add("f", sample(second - 7200, stream(), rtt_ms=100.0))
    assert meter.measured_ms == 58_000
    assert meter.code_now(START - 7_170_000) == 95


def test_a_checkpoint_changes_nothing_and_stays_small() -> None:
    whole, parts = CallMeter(), CallMeter()
    for second in range(1, 200):
        for name in ("a", "b"):
            one = sample(
                second,
                stream("in-audio", 1, total_samples=48_000.0, concealed_samples=second * 10.0),
                stream("in-video", 2, frozen_ms=float(second)),
                rtt_ms=20.0 + second,
                available_kbps=100.0 * second,
                available_limited=second % 3 == 0,
            )
            whole.add(name, one)
            parts.add(name, one)
        if second % 7 == 0:
            state = msgspec.json.encode(parts)
            parts = msgspec.json.decode(state, type=CallMeter)
            assert len(state) < 20_000
    assert parts.figures() == whole.figures() is not None
    assert parts.code_now(START + 199_000) == whole.code_now(START + 199_000) is not None
