"""There are words for everything that calls are told in, and what others wrote stays harmless."""

from dataclasses import replace
from typing import Any, get_args

import msgspec
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import Qt

from notifier.calls.event_data import disruption_event
from notifier.calls.live import LiveState, Trouble, TroubleKind
from notifier.calls.record import EventRecord, Outcome
from notifier.calls.sample import Direction, Media
from notifier.calls.stats.disruptions import Disrupted
from notifier.calls.vocabulary import FabricEvent, FabricUsage
from notifier.codes import ROWS
from tests.ui.some_calls import live_call, over_call
from ui.words import call_wording, wording

pytestmark = pytest.mark.usefixtures("british")

_DETAILS = {
    "rtcp-timeout": "RTCPTimeout",
    "media-timeout": "mediaTimeout",
    "media-usability": "mediaUsability",
    "congestion": "congestion",
    "one-way-media": "inbound",
}
"""The original's words for them."""

TROUBLES = [
    Trouble(kind, direction, media)
    for kind in get_args(TroubleKind)
    for direction in (None, *get_args(Direction))
    for media in (None, *get_args(Media))
]


@pytest.mark.parametrize("trouble", TROUBLES, ids=str)
def test_every_trouble_is_a_sentence(trouble: Trouble) -> None:
    sentence = call_wording.trouble(trouble)
    if sentence == trouble.kind:  # one way: of nobody knows which
        assert (trouble.kind, trouble.direction) == ("one-way-media", None)
        return
    assert sentence[0].isupper()
    assert sentence.endswith(".")


def test_a_trouble_says_which_way_and_what() -> None:
    said = {
        call_wording.trouble(Trouble(kind, direction, media))
        for kind in ("one-way-media", "media-timeout", "media-usability")
        for direction in get_args(Direction)
        for media in get_args(Media)
    }
    assert len(said) == 18


def test_every_code_has_words() -> None:
    for state in get_args(LiveState):
        assert call_wording.line(live_call(state=state)).startswith("Call on meet.example.com: ")
    for outcome in get_args(Outcome):
        assert call_wording.outcome(outcome).endswith(".")
    for event in FabricEvent:
        assert call_wording.event(EventRecord(timestamp=0, event=event)) != event
    for usage in FabricUsage:
        assert call_wording.usage(usage) != usage or usage in ("data", "screen")
    for relay in ("", "turn/udp", "turn/tcp", "turn/tls"):
        assert call_wording.relay(relay) != relay
    for direction in ("up", "down"):
        for media in get_args(Media):
            assert call_wording.flow(direction, media) != media
    for client in ("python", "javascript", "extension", "other"):
        assert call_wording.client(client) != client
    for quality in ("excellent", "fair", "bad", "unknown"):
        assert call_wording.stream_quality(quality) != quality
    for row in ROWS:
        assert call_wording.code_word(row.summary_code).lower() == call_wording.quality(
            row.summary_code
        )


def test_what_is_of_later_stands_as_it_is() -> None:
    assert call_wording.event(EventRecord(timestamp=0, event="telepathy")) == "telepathy"
    assert call_wording.outcome("odd") == "odd"
    assert call_wording.end("odd") == "odd"
    assert call_wording.relay("turn/quic") == "turn/quic"
    assert call_wording.quality(999) == "quality not known yet"


def test_events_that_trouble_begins_and_ends_with() -> None:
    said = set()
    for kind in get_args(TroubleKind):
        for started in (True, False):
            detail = _DETAILS.get(kind, "")
            trouble = Disrupted(
                kind=kind, started=started, direction="inbound", media="audio", ssrc=1, at=0.0,
                detail=detail,
            )  # fmt: skip
            event, data = disruption_event(trouble)
            text = call_wording.event(EventRecord(timestamp=0, event=event, data=data))
            if kind != "disconnected":  # told by the connection's own events
                assert text != event
                said.add(text)
    assert len(said) == 2 * (len(get_args(TroubleKind)) - 1)


def test_what_an_application_wrote_is_one_short_line() -> None:
    def told(event: str, data: dict[str, Any] | None) -> str:
        return call_wording.event(EventRecord(timestamp=0, event=event, data=data))

    assert told("applicationLog", {"message": "one\ntwo"}) == "The application wrote: one two"
    assert len(told("applicationLog", {"message": "x " * 5000})) < 200
    assert told("applicationLog", {"message": ["odd"]}) == "The application wrote"
    assert told("applicationLog", None) == "The application wrote"
    failed = {"function": "createOffer", "reason": "NegotiationFailure"}
    assert told("fabricSetupFailed", failed) == "Could not be connected: createOffer"
    assert told("audioMute", {"message": "no part of it"}) == "Sound muted"
    assert told("circuitBreaker", {"disruptionType": {}}) == "The call had become of no use"


def test_the_line_of_a_call() -> None:
    call = live_call(up_kbps=1210.0, down_kbps=804.0, code=90)
    assert (
        call_wording.line(call) == "Call on meet.example.com: good, 1.2 Mbit/s up, 804 kbit/s down"
    )
    assert "quality not known yet, 1.2" in call_wording.line(replace(call, code=None))
    assert call_wording.line(replace(call, state="held")) == "Call on meet.example.com: on hold"
    assert call_wording.line(replace(call, application="", state="disrupted")) == (
        "Call: disconnected"
    )


def test_a_line_of_a_menu_is_short_and_keeps_its_figures() -> None:
    call = live_call(up_kbps=1210.0, down_kbps=804.0, code=90)
    assert call_wording.short_line(call) == "meet.example.com: good, ↑ 1.2 Mbit/s ↓ 804 kbit/s"
    assert call_wording.short_line(replace(call, state="held")) == "meet.example.com: on hold"
    assert call_wording.short_line(replace(call, application="", state="failed")) == (
        "Call: not connected"
    )
    cut = call_wording.short_line(replace(call, application="a-long-name.of-a.example.com"))
    assert len(cut) == call_wording.SHORT_CHARACTERS
    assert cut.startswith("a-long-name.")
    assert cut.endswith("…: good, ↑ 1.2 Mbit/s ↓ 804 kbit/s")
    assert call_wording.short_line(replace(call, application="", code=None)).startswith("Call: ")


@pytest.mark.parametrize(
    ("milliseconds", "text"),
    [
        (0, "0 s"),
        (-5.0, "0 s"),
        (59_400, "59 s"),
        (60_000, "1 min"),
        (3_599_000, "59 min"),
        (3_600_000, "1 h 0 min"),
        (3_900_000, "1 h 5 min"),
    ],
)
def test_lengths(milliseconds: float, text: str) -> None:
    assert call_wording.length(milliseconds) == text


def test_what_others_wrote_is_one_short_line_without_markup() -> None:
    name = "<img src=x>\n\tR&D " + "x" * 300
    for text in (call_wording.title(name), call_wording.place(name)):
        assert len(text) < 80
        assert "\n" not in text
        assert not Qt.mightBeRichText(text)
    assert call_wording.title("  ") == "Call"


def test_forecasts() -> None:
    assert call_wording.forecast_right(over_call()) == (
        "The forecast before it said excellent, and was right."
    )
    wrong = msgspec.structs.replace(over_call(), forecast_right=False)
    assert call_wording.forecast_right(wrong).endswith("and was wrong.")
    assert call_wording.forecast_right(over_call(figures=None)) == (
        "The forecast before it said excellent."
    )
    assert call_wording.forecast_right(over_call(forecast=None)) == ""
    assert call_wording.forecast_word(90, True) == "Good: right"
    assert call_wording.forecast_word(None, None) == wording.NONE
    assert len(call_wording.longest_forecast_word()) >= len("Excellent: wrong")


def test_figures_follow_the_locale() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert "1,2 Mbit/s up" in call_wording.line(live_call(up_kbps=1210.0))


def test_small_things() -> None:
    assert [call_wording.how_often(count) for count in (0, 1, 3)] == ["never", "once", "3 time(s)"]
    assert call_wording.times("Sound", 1) == "Sound"
    assert call_wording.times("Sound", 3) == "Sound (3)"
    assert call_wording.number_of_calls(1) == ""
    assert call_wording.number_of_calls(3).startswith("3 call(s)")
    assert call_wording.picture(1280, 720) == "1280 x 720"
    assert call_wording.picture(None, 720) == wording.NONE
    assert call_wording.fps(29.7) == "30 a second"
    assert call_wording.stars(4) == "4 of 5"


def test_the_comparison_of_a_past_call_in_another_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record = over_call()
    assert call_wording.compared(record) == record.comparison
    monkeypatch.setattr(call_wording, "in_english", lambda: False)
    assert call_wording.compared(record) == "The forecast said excellent; the call got excellent."
    assert record.figures is not None
    failed = msgspec.structs.replace(record.figures, connected=False)
    assert call_wording.compared(msgspec.structs.replace(record, figures=failed)) == (
        "The forecast said excellent; the call did not connect."
    )
