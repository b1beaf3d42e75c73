"""The figures of a reference call from its raw samples."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from notifier.quality import CallFigures, call_code
from tests.collect.figures import figures
from tests.collect.record import Call, Conditions, Sample

REAL = msgspec.json.decode(Path(__file__).with_name("call_1-0007.json").read_bytes(), type=Call)
"""The first call of network 7 of seed 1, with the fields that matter here."""

SOUND = "inbound-rtp/audio"
PICTURE = "inbound-rtp/video"


def sample(second: int, **changes: Any) -> Sample:
    """Of a call that conceals 1 % and never freezes, at 1 Mbit/s and 80 ms round trip."""
    sample = Sample(
        ms=second * 1000 + 0.4,
        state="connected",
        caller={
            "candidate-pair": {
                "availableOutgoingBitrate": 1_000_000.0,
                "currentRoundTripTime": 0.08,
            }
        },
        callee={
            SOUND: {
                "concealedSamples": second * 480.0,
                "totalSamplesReceived": second * 48_000.0,
            },
            PICTURE: {"totalFreezesDuration": 0.0},
        },
    )
    return msgspec.structs.replace(sample, **changes)


def call(*samples: Sample, setup_ms: float | None = 400.0) -> Call:
    conditions = Conditions(lateness_ms=0.0, late=0.0, waited=0.0)
    return Call(setup_ms=setup_ms, samples=samples, conditions=conditions, attempts=1)


def seconds(last: int = 32) -> list[Sample]:
    return [sample(second) for second in range(last + 1)]


def without(sample: Sample, entry: str) -> Sample:
    callee = {name: fields for name, fields in sample.callee.items() if name != entry}
    return msgspec.structs.replace(sample, callee=callee)


def changed(sample: Sample, entry: str, field: str, value: float | None) -> Sample:
    callee = {**sample.callee, entry: {**sample.callee[entry], field: value}}
    return msgspec.structs.replace(sample, callee=callee)


def test_a_real_call() -> None:
    got = figures(REAL)
    assert (got.available_kbps, got.one_way_ms) == (296.351, 74.5)
    assert got.concealed == pytest.approx(63_645 / 960_000)
    assert got.frozen == pytest.approx(1.188 / 20.0001)
    assert call_code(got) == 55


def test_a_call_by_hand() -> None:
    assert figures(call(*seconds())) == CallFigures(
        available_kbps=1000.0, concealed=0.01, frozen=0.0, one_way_ms=40.0
    )


def test_the_warm_up_does_not_count() -> None:
    samples = seconds()
    wild = {"candidate-pair": {"availableOutgoingBitrate": 1.0, "currentRoundTripTime": 9.0}}
    early = [msgspec.structs.replace(s, caller=wild) for s in samples[:12]]
    early = [changed(s, SOUND, "concealedSamples", 0.0) for s in early]
    early = [changed(s, PICTURE, "totalFreezesDuration", 0.0) for s in early]
    late = [changed(s, PICTURE, "totalFreezesDuration", 7.0) for s in samples[12:]]
    assert figures(call(*early, *late)) == figures(call(*samples))


@pytest.mark.parametrize("early_ms", [0.6, 400.0])
def test_a_sample_that_comes_early_belongs_to_its_second(early_ms: float) -> None:
    samples = seconds()
    samples[12] = msgspec.structs.replace(samples[12], ms=12_000 - early_ms)
    assert figures(call(*samples)).concealed == 0.01


def test_the_median_passes_over_what_was_not_told() -> None:
    samples = seconds()
    pair: dict[str, float | str | None] = {
        "availableOutgoingBitrate": None,
        "currentRoundTripTime": None,
    }
    samples[13:20] = [
        msgspec.structs.replace(s, caller={"candidate-pair": pair}) for s in samples[13:20]
    ]
    assert figures(call(*samples)) == figures(call(*seconds()))
    none = [msgspec.structs.replace(s, caller={}) for s in samples]
    got = figures(call(*none))
    assert (got.available_kbps, got.one_way_ms) == (None, None)
    assert got.connected


def test_no_connection() -> None:
    got = figures(call(setup_ms=None))
    assert got == CallFigures(
        available_kbps=None, concealed=None, frozen=None, one_way_ms=None, connected=False
    )
    assert call_code(got) == 10


def test_a_counter_that_comes_later_began_at_zero() -> None:
    samples = seconds()
    samples[:15] = [without(s, PICTURE) for s in samples[:15]]
    samples[15:] = [changed(s, PICTURE, "totalFreezesDuration", 3.0) for s in samples[15:]]
    assert figures(call(*samples)).frozen == pytest.approx(0.15)


def test_sound_that_never_came_was_silence() -> None:
    got = figures(call(*(without(s, SOUND) for s in seconds())))
    assert got.concealed == 1.0
    assert call_code(got) == 10


def test_a_picture_that_nothing_is_told_of_is_not_known() -> None:
    assert figures(call(*(without(s, PICTURE) for s in seconds()))).frozen is None


def test_sound_of_which_nothing_was_played_is_not_known() -> None:
    samples = [changed(s, SOUND, "totalSamplesReceived", 0.0) for s in seconds()]
    samples = [changed(s, SOUND, "concealedSamples", 0.0) for s in samples]
    assert figures(call(*samples)).concealed is None


def test_a_freeze_of_the_warm_up_is_no_more_than_everything() -> None:
    samples = seconds()
    samples[30:] = [changed(s, PICTURE, "totalFreezesDuration", 28.0) for s in samples[30:]]
    assert figures(call(*samples)).frozen == 1.0


def test_a_call_that_broke_off_was_silent_and_frozen_from_then_on() -> None:
    got = figures(call(*seconds(22)))
    assert got.concealed == pytest.approx(0.5 + 0.5 * 0.01)
    assert got.frozen == pytest.approx(0.5)
    assert got.available_kbps == 1000.0
    assert call_code(got) == 10


@pytest.mark.parametrize("last", [0, 11, 12])
def test_a_call_that_broke_off_in_the_warm_up_was_none(last: int) -> None:
    assert not figures(call(*seconds(last))).connected
