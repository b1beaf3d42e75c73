"""Disruptions: when each begins and ends, and what is none."""

from typing import Any

import msgspec
import pytest

from notifier.calls.sample import StreamSample
from notifier.calls.stats.disruptions import Disrupted, Disruptions
from tests.calls.synthetic import START, sample, stream

QUIET: dict[str, Any] = {"packets": 0.0, "packet_rate": 0.0, "kbps": 0.0}
IN, OUT = stream("in-audio", 1), stream("out-audio", 2)


def _silent(name: str, ssrc: int, **fields: Any) -> StreamSample:
    return stream(name, ssrc, **{**QUIET, **fields})


def _news(watch: Disruptions) -> list[tuple[float, str, bool]]:
    return [((one.at - START) / 1000, one.kind, one.started) for one in watch.take_news()]


def _go(
    watch: Disruptions, first: int, last: int, *streams: StreamSample, **fields: Any
) -> list[tuple[float, str, bool]]:
    """All seconds from the first to the last; gives what was told."""
    for second in range(first, last + 1):
        watch.take(sample(second, *streams, **fields))
    return _news(watch)


def test_sound_that_goes_one_way() -> None:
    watch = Disruptions()
    assert _go(watch, 1, 20, IN, OUT) == []
    silent = _silent("in-audio", 1)
    assert _go(watch, 21, 24, silent, OUT) == []
    assert _go(watch, 25, 28, silent, OUT) == [(25, "one-way-media", True)]
    [trouble] = watch.troubles()
    assert (trouble.kind, trouble.direction, trouble.media) == ("one-way-media", "inbound", "audio")
    assert _go(watch, 29, 32, IN, OUT) == []
    assert _go(watch, 33, 40, IN, OUT) == [(33, "one-way-media", False)]
    assert watch.troubles() == ()


def test_what_is_told_of_it() -> None:
    watch = Disruptions()
    for second in range(1, 26):
        watch.take(sample(second, IN, OUT if second < 20 else _silent("out-audio", 2)))
    assert watch.take_news() == [
        Disrupted(
            kind="one-way-media",
            started=True,
            direction="outbound",
            media="audio",
            ssrc=2,
            at=START + 24_000,
            detail="outbound",
        )
    ]


def test_nothing_is_one_way_in_the_first_fifteen_seconds() -> None:
    watch = Disruptions()
    silent = _silent("in-audio", 1)
    assert _go(watch, 1, 19, silent, OUT)[:1] == [(19, "one-way-media", True)]


@pytest.mark.parametrize(
    "change",
    [
        lambda watch: watch.set_muted("audio", "inbound", True),
        lambda watch: setattr(watch, "held", True),
        lambda watch: setattr(watch, "expects_inbound", False),
        lambda watch: setattr(watch, "server", True),
    ],
)
def test_silence_that_is_meant_is_no_disruption(change: Any) -> None:
    watch = Disruptions()
    change(watch)
    _go(watch, 1, 20, IN, OUT)
    assert _go(watch, 21, 28, _silent("in-audio", 1), OUT) == []


def test_silence_on_both_sides_is_not_one_way() -> None:
    watch = Disruptions()
    _go(watch, 1, 20, IN, OUT)
    told = _go(watch, 21, 28, _silent("in-audio", 1), _silent("out-audio", 2))
    assert told == []


def test_a_camera_that_is_off_is_no_disruption() -> None:
    watch = Disruptions()
    both = stream("in-video", 1), stream("out-video", 2)
    _go(watch, 1, 20, *both)
    assert _go(watch, 21, 60, _silent("in-video", 1), both[1]) == []
    off = _silent("out-video", 2, source_frames=0.0)
    assert _go(watch, 61, 100, both[0], off) == []


def test_a_picture_whose_sender_says_that_it_sends() -> None:
    watch = Disruptions()
    both = stream("in-video", 1), stream("out-video", 2)
    _go(watch, 1, 20, *both)
    lost = _silent("in-video", 1, sender_packets=40.0)
    assert _go(watch, 21, 32, lost, both[1]) == [
        # The first report after it stopped may speak of what was sent before.
        (26, "one-way-media", True),
        (31, "media-timeout", True),
    ]


def test_a_camera_whose_pictures_do_not_go_out() -> None:
    watch = Disruptions()
    both = stream("in-video", 1), stream("out-video", 2)
    _go(watch, 1, 20, *both)
    stuck = _silent("out-video", 2, source_frames=30.0)
    assert [kind for _, kind, _ in _go(watch, 21, 32, both[0], stuck)] == [
        "one-way-media",
        "media-timeout",
    ]
    assert _go(Disruptions(), 1, 60, both[0], _silent("out-video", 2, active=False)) == []


def test_nothing_at_all_comes() -> None:
    watch = Disruptions()
    both = stream("in-video", 1), stream("in-audio", 2)
    _go(watch, 1, 5, *both)
    silent = _silent("in-video", 1), _silent("in-audio", 2)
    told = _go(watch, 6, 16, *silent, down_kbps=0.0)
    assert told == [(15, "media-timeout", True)] * 2
    assert _go(watch, 17, 18, *both) == [(17, "media-timeout", False)] * 2


def test_no_kind_begins_twice_in_thirty_seconds() -> None:
    watch = Disruptions()
    lost = stream("in-audio", 1, loss=1.0)
    good = stream("in-audio", 1, loss=0.0)
    _go(watch, 1, 1, good)
    assert _go(watch, 2, 8, lost) == [(6, "media-usability", True)]
    assert _go(watch, 9, 9, good) == [(9, "media-usability", False)]
    # Again within 30 s: there it is, but nobody is told, of its end neither.
    assert _go(watch, 10, 16, lost) == []
    assert [trouble.kind for trouble in watch.troubles()] == ["media-usability"]
    assert _go(watch, 17, 40, good) == []
    assert _go(watch, 41, 48, lost) == [(45, "media-usability", True)]


@pytest.mark.parametrize(
    ("media", "rtt", "second"),
    [
        ("in-audio", 1600.0, 15),
        ("in-audio", 1400.0, None),
        ("in-video", 1900.0, None),
        ("out-video", 2100.0, 15),
    ],
)
def test_round_trips_beyond_use(media: str, rtt: float, second: int | None) -> None:
    told = _go(Disruptions(), 1, 30, stream(media, 1, rtt_ms=rtt))
    assert told == ([] if second is None else [(second, "media-usability", True)])


def test_rtcp_that_stays_away() -> None:
    watch = Disruptions()
    heard = stream("out-audio", 1, report_age_ms=0.0)
    assert _go(watch, 1, 30, heard) == []
    silent = [stream("out-audio", 1, report_age_ms=1000.0 * age) for age in range(60)]
    told = []
    for age in range(1, 40):
        watch.take(sample(30 + age, silent[age]))
        told += _news(watch)
    assert told == [(60, "rtcp-timeout", True)]
    assert _go(watch, 70, 70, heard) == [(70, "rtcp-timeout", False)]


def test_seldom_rtcp_is_waited_for_longer() -> None:
    watch = Disruptions()
    for second in range(1, 61):  # every 10 s: 50 s make five
        watch.take(sample(second, stream("out-audio", 1, report_age_ms=1000.0 * (second % 10))))
    assert _news(watch) == []
    for age in range(1, 60):
        watch.take(sample(60 + age, stream("out-audio", 1, report_age_ms=1000.0 * age)))
    assert _news(watch) == [(110, "rtcp-timeout", True)]


def test_nobody_reports_on_what_does_not_flow() -> None:
    watch = Disruptions()
    _go(watch, 1, 5, stream("out-audio", 1, report_age_ms=0.0))
    for second in range(6, 100):
        age = 1000.0 * (second - 5)
        watch.take(sample(second, _silent("out-audio", 1, report_age_ms=age, active=False)))
    watch.take(sample(100, stream("out-audio", 1, report_age_ms=95_000.0)))
    assert _news(watch) == []


def test_a_rate_that_tcp_would_not_have() -> None:
    # 1000 octets, 200 ms, 5 %: TFRC is 8000 / (200 sqrt(1/30)) = 219 kbit/s, ten times 2191.
    def lossy(kbps: float) -> StreamSample:
        packets = kbps / 8
        return stream(
            "out-video", 1, kbps=kbps, packets=packets, loss=0.05, rtt_ms=200.0, packet_rate=packets
        )

    assert _go(Disruptions(), 1, 30, lossy(2100)) == []
    assert _go(Disruptions(), 1, 30, lossy(2300)) == [(3, "congestion", True)]
    assert _go(Disruptions(), 1, 30, stream("out-video", 1, kbps=9e9, loss=0.0, rtt_ms=200.0)) == []


@pytest.mark.parametrize(
    ("audio_at", "video_at", "bad"),
    [(0, 91, True), (0, 90, False), (186, 0, True), (185, 0, False)],
)
def test_sound_and_picture_apart(audio_at: float, video_at: float, bad: bool) -> None:
    # What is played now: a picture that was taken later than the sound runs ahead of it.
    sound = stream("in-audio", 1, playout_at=1e12 + audio_at)
    picture = stream("in-video", 2, playout_at=1e12 + video_at)
    told = _go(Disruptions(), 1, 10, sound, picture)
    assert told == ([(5, "av-desync", True)] if bad else [])


def test_desynchrony_from_waits_before_playing() -> None:
    def told(sound_ms: float, picture_ms: float) -> bool:
        sound = stream("in-audio", 1, playout_delay_ms=sound_ms)
        picture = stream("in-video", 2, playout_delay_ms=picture_ms)
        return bool(_go(Disruptions(), 1, 10, sound, picture))

    assert told(150, 10)
    assert not told(120, 10)
    assert told(20, 200)
    assert not told(20, 150)


def test_which_sound_belongs_to_which_picture_must_be_clear() -> None:
    sounds = [stream("in-audio", ssrc, playout_at=1e12) for ssrc in (1, 3)]
    assert _go(Disruptions(), 1, 10, *sounds, stream("in-video", 2, playout_at=2e12)) == []


def test_receiver_reports_that_never_come() -> None:
    watch = Disruptions()
    assert _go(watch, 1, 3, stream("out-audio", 1, has_reports=None)) == []
    assert _go(watch, 4, 5, stream("out-audio", 1, has_reports=False)) == [
        (4, "no-receiver-reports", True)
    ]
    assert _go(watch, 6, 6, stream("out-audio", 1, has_reports=True)) == [
        (6, "no-receiver-reports", False)
    ]


def test_a_stream_that_is_gone_disturbs_nobody() -> None:
    watch = Disruptions()
    _go(watch, 1, 5, stream("out-audio", 1, has_reports=False))
    assert _go(watch, 6, 6) == [(6, "no-receiver-reports", False)]
    assert watch.troubles() == ()


def test_many_streams_have_one_trouble() -> None:
    streams = [stream("out-audio", ssrc, has_reports=False) for ssrc in range(50)]
    assert _go(Disruptions(), 1, 5, *streams) == [(1, "no-receiver-reports", True)]


def test_a_clock_that_is_set_back() -> None:
    watch = Disruptions()
    _go(watch, 1000, 1020, IN, OUT)
    assert _go(watch, 1, 60, IN, OUT) == []
    assert _go(watch, 61, 65, _silent("in-audio", 1), OUT) == [(65, "one-way-media", True)]


def test_a_checkpoint_changes_nothing() -> None:
    whole, halves = Disruptions(), Disruptions()
    seconds = [
        sample(second, IN if second % 40 < 20 else _silent("in-audio", 1), OUT)
        for second in range(1, 120)
    ]
    for one in seconds:
        whole.take(one)
        halves.take(one)
        halves = msgspec.json.decode(msgspec.json.encode(halves), type=Disruptions)
        assert halves.troubles() == whole.troubles()
    assert halves.take_news() == whole.take_news() != []
