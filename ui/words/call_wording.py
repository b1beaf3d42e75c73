"""Every word about calls: how the one that goes on is, what disturbs it, and how one went.

As :mod:`ui.words.wording` does for tests: each table holds its source text as a literal, and a code
that this version does not know stands as it is.
"""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from notifier.calls.live import LiveCall, Trouble
from notifier.calls.record import CallRecord, EventRecord
from notifier.codes import BY_SUMMARY
from ui.words import wording
from ui.words.translation import in_english

__all__ = [
    "SHORT_CHARACTERS",
    "client",
    "code_word",
    "end",
    "event",
    "flow",
    "forecast_right",
    "forecast_word",
    "fps",
    "how_often",
    "length",
    "line",
    "longest_forecast_word",
    "number_of_calls",
    "outcome",
    "picture",
    "place",
    "quality",
    "relay",
    "sentence_case",
    "short_line",
    "short_outcome",
    "stars",
    "state",
    "stream",
    "stream_quality",
    "times",
    "title",
    "trouble",
    "usage",
]


def _tr(text: object) -> str:
    # PySide6 declares that QT_TRANSLATE_NOOP returns an object; it returns its text.
    return QCoreApplication.translate("call_wording", str(text))


# --- the call that goes on -------------------------------------------------------------------

_QUALITIES: dict[int, object] = {
    1: QT_TRANSLATE_NOOP("call_wording", "bad"),
    2: QT_TRANSLATE_NOOP("call_wording", "poor"),
    3: QT_TRANSLATE_NOOP("call_wording", "fair"),
    4: QT_TRANSLATE_NOOP("call_wording", "good"),
    5: QT_TRANSLATE_NOOP("call_wording", "excellent"),
}

_STATES: Mapping[str, object] = {
    "connecting": QT_TRANSLATE_NOOP("call_wording", "connecting"),
    "established": QT_TRANSLATE_NOOP("call_wording", "connected"),
    "disrupted": QT_TRANSLATE_NOOP("call_wording", "disconnected"),
    "held": QT_TRANSLATE_NOOP("call_wording", "on hold"),
    "failed": QT_TRANSLATE_NOOP("call_wording", "not connected"),
    "over": QT_TRANSLATE_NOOP("call_wording", "over"),
}

_FLOWS: Mapping[tuple[str, str], object] = {
    ("up", "audio"): QT_TRANSLATE_NOOP("call_wording", "Sound you send"),
    ("up", "video"): QT_TRANSLATE_NOOP("call_wording", "Picture you send"),
    ("up", "screen"): QT_TRANSLATE_NOOP("call_wording", "Screen you send"),
    ("down", "audio"): QT_TRANSLATE_NOOP("call_wording", "Sound you get"),
    ("down", "video"): QT_TRANSLATE_NOOP("call_wording", "Picture you get"),
    ("down", "screen"): QT_TRANSLATE_NOOP("call_wording", "Screen you get"),
}

_TROUBLES: Mapping[tuple[str, str | None, str | None], object] = {
    ("one-way-media", "inbound", "audio"): QT_TRANSLATE_NOOP(
        "call_wording", "You hear nothing: no sound arrives, though yours is being sent."
    ),
    ("one-way-media", "inbound", "video"): QT_TRANSLATE_NOOP(
        "call_wording", "You see nothing: no picture arrives, though yours is being sent."
    ),
    ("one-way-media", "inbound", "screen"): QT_TRANSLATE_NOOP(
        "call_wording", "No shared screen arrives, though yours is being sent."
    ),
    ("one-way-media", "inbound", None): QT_TRANSLATE_NOOP(
        "call_wording", "Nothing arrives, though you are sending."
    ),
    ("one-way-media", "outbound", "audio"): QT_TRANSLATE_NOOP(
        "call_wording", "Nobody hears you: your sound is not being sent, though theirs arrives."
    ),
    ("one-way-media", "outbound", "video"): QT_TRANSLATE_NOOP(
        "call_wording", "Nobody sees you: your picture is not being sent, though theirs arrives."
    ),
    ("one-way-media", "outbound", "screen"): QT_TRANSLATE_NOOP(
        "call_wording", "Your shared screen is not being sent, though theirs arrives."
    ),
    ("one-way-media", "outbound", None): QT_TRANSLATE_NOOP(
        "call_wording", "Nothing is being sent, though the other end's is arriving."
    ),
    ("rtcp-timeout", None, None): QT_TRANSLATE_NOOP(
        "call_wording",
        "The other end has stopped sending reports: loss and delay are not known any more.",
    ),
    ("media-timeout", "inbound", "audio"): QT_TRANSLATE_NOOP(
        "call_wording", "No sound arrives any more."
    ),
    ("media-timeout", "inbound", "video"): QT_TRANSLATE_NOOP(
        "call_wording", "No picture arrives any more."
    ),
    ("media-timeout", "inbound", "screen"): QT_TRANSLATE_NOOP(
        "call_wording", "No shared screen arrives any more."
    ),
    ("media-timeout", "inbound", None): QT_TRANSLATE_NOOP(
        "call_wording", "Nothing arrives any more."
    ),
    ("media-timeout", "outbound", "audio"): QT_TRANSLATE_NOOP(
        "call_wording", "Your sound is not being sent any more."
    ),
    ("media-timeout", "outbound", "video"): QT_TRANSLATE_NOOP(
        "call_wording", "Your picture is not being sent any more."
    ),
    ("media-timeout", "outbound", "screen"): QT_TRANSLATE_NOOP(
        "call_wording", "Your shared screen is not being sent any more."
    ),
    ("media-timeout", None, None): QT_TRANSLATE_NOOP(
        "call_wording", "Nothing is being sent any more."
    ),
    ("media-usability", "inbound", "audio"): QT_TRANSLATE_NOOP(
        "call_wording", "The sound that arrives is of no use: too much is lost or too late."
    ),
    ("media-usability", "inbound", "video"): QT_TRANSLATE_NOOP(
        "call_wording", "The picture that arrives is of no use: too much is lost or too late."
    ),
    ("media-usability", "inbound", "screen"): QT_TRANSLATE_NOOP(
        "call_wording", "The screen that arrives is of no use: too much is lost or too late."
    ),
    ("media-usability", "outbound", "audio"): QT_TRANSLATE_NOOP(
        "call_wording", "Your sound is of no use at the other end: too much is lost or too late."
    ),
    ("media-usability", "outbound", "video"): QT_TRANSLATE_NOOP(
        "call_wording", "Your picture is of no use at the other end: too much is lost or too late."
    ),
    ("media-usability", "outbound", "screen"): QT_TRANSLATE_NOOP(
        "call_wording", "Your screen is of no use at the other end: too much is lost or too late."
    ),
    ("media-usability", None, None): QT_TRANSLATE_NOOP(
        "call_wording", "The call is of no use: too much is lost or too late."
    ),
    ("congestion", "inbound", None): QT_TRANSLATE_NOOP(
        "call_wording", "The other end sends more than the network carries."
    ),
    ("congestion", None, None): QT_TRANSLATE_NOOP(
        "call_wording", "The call sends more than the network carries."
    ),
    ("av-desync", None, None): QT_TRANSLATE_NOOP(
        "call_wording", "Sound and picture do not go together."
    ),
    ("no-receiver-reports", None, None): QT_TRANSLATE_NOOP(
        "call_wording",
        "The other end sends no receiver reports: loss and delay of what you send are unknown.",
    ),
    ("disconnected", None, None): QT_TRANSLATE_NOOP(
        "call_wording", "The connection is lost; the call tries to get it back."
    ),
}


_NAME_CHARACTERS = 60
"""A host name may have 253, and a program's name whatever it likes."""

_NO_MARKUP = str.maketrans({"<": "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}", "&": "+"})


SHORT_CHARACTERS = 50
"""Of a line of a menu."""


def place(application: str) -> str:
    """Where a call takes place; a word where nobody named it."""
    return _name(application) or QCoreApplication.translate(
        "call_wording", "an unnamed application"
    )


def title(application: str) -> str:
    """A call as a heading."""
    name = _name(application)
    if not name:
        return QCoreApplication.translate("call_wording", "Call")
    return QCoreApplication.translate("call_wording", "Call on {place}").format(place=name)


def _name(application: str) -> str:
    """On one line, and nothing that a tooltip would take for markup: others wrote it."""
    line = " ".join(application.split()).translate(_NO_MARKUP)
    return line if len(line) <= _NAME_CHARACTERS else f"{line[: _NAME_CHARACTERS - 1]}…"


def quality(code: int | None) -> str:
    """The quality now, in a word within a sentence."""
    if code is None or code not in BY_SUMMARY:
        return QCoreApplication.translate("call_wording", "quality not known yet")
    return _tr(_QUALITIES[BY_SUMMARY[code].status])


def code_word(code: int | None) -> str:
    """One word for what a call got or gets, "Good"; it stands beside its drawing."""
    if code is None or code not in BY_SUMMARY:
        return QCoreApplication.translate("call_wording", "Not known")
    return wording.state_word(BY_SUMMARY[code].status, 3)


def state(code: str) -> str:
    """Where a call stands, in a word or two."""
    return _tr(_STATES[code]) if code in _STATES else code


def line(call: LiveCall) -> str:
    """The call that goes on in one line: where, how it is, and what goes up and down."""
    head = title(call.application)
    if call.state != "established":
        return _not_established(call, head)
    return QCoreApplication.translate(
        "call_wording", "{call}: {quality}, {up} up, {down} down"
    ).format(
        call=head,
        quality=quality(call.code),
        up=wording.kbps(call.up_kbps),
        down=wording.kbps(call.down_kbps),
    )


def short_line(call: LiveCall) -> str:
    """The same for a menu, which is as wide as its longest line.

    At most :data:`SHORT_CHARACTERS` where the rest is no longer; it is the place that is cut.
    """
    name = _name(call.application)
    whole = _short_line(call, name or title(""))
    too_many = len(whole) - SHORT_CHARACTERS
    if not name or too_many <= 0:
        return whole
    return _short_line(call, f"{name[: max(1, len(name) - 1 - too_many)]}…")


def _short_line(call: LiveCall, head: str) -> str:
    if call.state != "established":
        return _not_established(call, head)
    return QCoreApplication.translate("call_wording", "{call}: {quality}, ↑ {up} ↓ {down}").format(
        call=head,
        quality=quality(call.code),
        up=wording.kbps(call.up_kbps),
        down=wording.kbps(call.down_kbps),
    )


def _not_established(call: LiveCall, head: str) -> str:
    return QCoreApplication.translate("call_wording", "{call}: {state}").format(
        call=head, state=state(call.state)
    )


def number_of_calls(calls: int) -> str:
    """That several calls go on; empty of one."""
    if calls < 2:
        return ""
    return QCoreApplication.translate(
        "call_wording",
        "%Ln call(s) go on at once. This is the one that began last.",
        "",
        wording.countable(calls),
    )


def flow(direction: str, media: str) -> str:
    """What goes in this direction; ``up`` and ``down``."""
    return _tr(_FLOWS[direction, media]) if (direction, media) in _FLOWS else media


def trouble(found: Trouble) -> str:
    """What disturbs a call, as a sentence."""
    for key in (
        (found.kind, found.direction, found.media),
        (found.kind, found.direction, None),
        (found.kind, None, None),
    ):
        if key in _TROUBLES:
            return _tr(_TROUBLES[key])
    return found.kind


def times(what: str, streams: int) -> str:
    """Several streams of the same kind, as one entry."""
    if streams < 2:
        return what
    return QCoreApplication.translate("call_wording", "{what} ({count})").format(
        what=what, count=QLocale().toString(streams)
    )


def sentence_case(text: str) -> str:
    """With a capital, to stand by itself."""
    return text[:1].upper() + text[1:]


def picture(width: int | None, height: int | None) -> str:
    """The size of a picture; a dash where there is none."""
    if width is None or height is None:
        return wording.NONE
    return QCoreApplication.translate("call_wording", "{width} x {height}").format(
        width=width, height=height
    )


def fps(rate: float | None) -> str:
    """Frames a second."""
    if rate is None:
        return wording.NONE
    return QCoreApplication.translate("call_wording", "{number} a second").format(
        number=wording.number(rate)
    )


def length(milliseconds: float) -> str:
    """How long a call took: "45 s", "12 min", "1 h 5 min"."""
    seconds = max(0, round(milliseconds / 1000))
    number = QLocale().toString
    if seconds < 60:
        return QCoreApplication.translate("call_wording", "{seconds} s").format(
            seconds=number(seconds)
        )
    minutes = seconds // 60
    if minutes < 60:
        return QCoreApplication.translate("call_wording", "{minutes} min").format(
            minutes=number(minutes)
        )
    return QCoreApplication.translate("call_wording", "{hours} h {minutes} min").format(
        hours=number(minutes // 60), minutes=number(minutes % 60)
    )


# --- a call that is over ---------------------------------------------------------------------

_OUTCOMES: Mapping[str, object] = {
    "success": QT_TRANSLATE_NOOP("call_wording", "Every connection was made."),
    "partially-failed": QT_TRANSLATE_NOOP("call_wording", "Some connections could not be made."),
    "failed": QT_TRANSLATE_NOOP("call_wording", "No connection could be made."),
    "dropped": QT_TRANSLATE_NOOP("call_wording", "The connection was lost, and the call with it."),
    "aborted": QT_TRANSLATE_NOOP("call_wording", "It was ended while it was still connecting."),
    "missed": QT_TRANSLATE_NOOP("call_wording", "Nobody answered."),
}

_ENDS: Mapping[str, object] = {
    "terminated": QT_TRANSLATE_NOOP("call_wording", "Hung up"),
    "dropped": QT_TRANSLATE_NOOP("call_wording", "Lost"),
    "failed": QT_TRANSLATE_NOOP("call_wording", "Never made: no path was found"),
    "aborted": QT_TRANSLATE_NOOP("call_wording", "Hung up while connecting"),
    "timeout": QT_TRANSLATE_NOOP("call_wording", "Nothing was heard of it any more"),
    "never-connected": QT_TRANSLATE_NOOP("call_wording", "Never connected"),
}

_USAGES: Mapping[str, object] = {
    "multiplex": QT_TRANSLATE_NOOP("call_wording", "sound and picture"),
    "audio": QT_TRANSLATE_NOOP("call_wording", "sound"),
    "video": QT_TRANSLATE_NOOP("call_wording", "picture"),
    "screen": QT_TRANSLATE_NOOP("call_wording", "screen"),
    "data": QT_TRANSLATE_NOOP("call_wording", "data"),
    "unbundled": QT_TRANSLATE_NOOP("call_wording", "sound and picture apart"),
}

_RELAYS: Mapping[str, object] = {
    "": QT_TRANSLATE_NOOP("call_wording", "Direct, or through the provider's own server"),
    "turn/udp": QT_TRANSLATE_NOOP("call_wording", "Through a relay, over UDP"),
    "turn/tcp": QT_TRANSLATE_NOOP("call_wording", "Through a relay, over TCP"),
    "turn/tls": QT_TRANSLATE_NOOP("call_wording", "Through a relay, over TLS"),
}

_STREAM_QUALITIES: Mapping[str, object] = {
    "excellent": QT_TRANSLATE_NOOP("call_wording", "Excellent"),
    "fair": QT_TRANSLATE_NOOP("call_wording", "Fair"),
    "bad": QT_TRANSLATE_NOOP("call_wording", "Bad"),
    "unknown": QT_TRANSLATE_NOOP("call_wording", "Not known"),
}

_CLIENTS: Mapping[str, object] = {
    "python": QT_TRANSLATE_NOOP("call_wording", "The program itself"),
    "javascript": QT_TRANSLATE_NOOP("call_wording", "The web page itself"),
    "extension": QT_TRANSLATE_NOOP("call_wording", "The browser's extension"),
    "other": QT_TRANSLATE_NOOP("call_wording", "The program itself"),
}

_EVENTS: Mapping[str, object] = {
    "userJoined": QT_TRANSLATE_NOOP("call_wording", "You joined"),
    "userLeft": QT_TRANSLATE_NOOP("call_wording", "You left"),
    "fabricSetup": QT_TRANSLATE_NOOP("call_wording", "Connected"),
    "fabricSetupFailed": QT_TRANSLATE_NOOP("call_wording", "Could not be connected"),
    "fabricTerminated": QT_TRANSLATE_NOOP("call_wording", "Hung up"),
    "fabricDropped": QT_TRANSLATE_NOOP("call_wording", "The connection was lost for good"),
    "fabricHold": QT_TRANSLATE_NOOP("call_wording", "Put on hold"),
    "fabricResume": QT_TRANSLATE_NOOP("call_wording", "Taken off hold"),
    "fabricTransportSwitch": QT_TRANSLATE_NOOP("call_wording", "Went on over another path"),
    "fabricStateChange": QT_TRANSLATE_NOOP("call_wording", "The connection's state changed"),
    "audioMute": QT_TRANSLATE_NOOP("call_wording", "Sound muted"),
    "audioUnmute": QT_TRANSLATE_NOOP("call_wording", "Sound on again"),
    "videoPause": QT_TRANSLATE_NOOP("call_wording", "Picture off"),
    "videoResume": QT_TRANSLATE_NOOP("call_wording", "Picture on again"),
    "screenShareStart": QT_TRANSLATE_NOOP("call_wording", "Sharing the screen began"),
    "screenShareStop": QT_TRANSLATE_NOOP("call_wording", "Sharing the screen ended"),
    "dominantSpeaker": QT_TRANSLATE_NOOP("call_wording", "Somebody else spoke"),
    "activeDeviceList": QT_TRANSLATE_NOOP("call_wording", "Other devices in use"),
    "connectedDeviceList": QT_TRANSLATE_NOOP("call_wording", "Devices plugged in"),
    "callUnAnswered": QT_TRANSLATE_NOOP("call_wording", "Not answered"),
    "iceDisruptionStart": QT_TRANSLATE_NOOP("call_wording", "Disconnected"),
    "iceDisruptionEnd": QT_TRANSLATE_NOOP("call_wording", "Connected again"),
    "iceConnectionDisruptionStart": QT_TRANSLATE_NOOP(
        "call_wording", "Disconnected while connecting"
    ),
    "iceConnectionDisruptionEnd": QT_TRANSLATE_NOOP("call_wording", "Connecting again"),
    "iceFailed": QT_TRANSLATE_NOOP("call_wording", "No path was found"),
    "iceAborted": QT_TRANSLATE_NOOP("call_wording", "Ended while connecting"),
    "iceTerminated": QT_TRANSLATE_NOOP("call_wording", "Connection closed"),
    "iceRestarted": QT_TRANSLATE_NOOP("call_wording", "Looked for a path anew"),
    "oneWayMediaStart": QT_TRANSLATE_NOOP("call_wording", "One direction fell silent"),
    "oneWayMediaStop": QT_TRANSLATE_NOOP("call_wording", "Both directions were there again"),
    "circuitBreaker": QT_TRANSLATE_NOOP("call_wording", "The call had become of no use"),
    "circuitBreakerEnd": QT_TRANSLATE_NOOP("call_wording", "The call was of use again"),
    "avDesyncStart": QT_TRANSLATE_NOOP("call_wording", "Sound and picture came apart"),
    "avDesyncEnd": QT_TRANSLATE_NOOP("call_wording", "Sound and picture were together again"),
    "noReceiverReportsStart": QT_TRANSLATE_NOOP(
        "call_wording", "The other end sends no receiver reports"
    ),
    "noReceiverReportsEnd": QT_TRANSLATE_NOOP(
        "call_wording", "The other end sends receiver reports"
    ),
    "applicationLog": QT_TRANSLATE_NOOP("call_wording", "The application wrote"),
    "addNewFabric": QT_TRANSLATE_NOOP("call_wording", "A connection began"),
}


_BREAKERS: Mapping[tuple[str, str], object] = {
    ("circuitBreaker", "RTCPTimeout"): QT_TRANSLATE_NOOP(
        "call_wording", "The other end stopped sending reports"
    ),
    ("circuitBreakerEnd", "RTCPTimeout"): QT_TRANSLATE_NOOP(
        "call_wording", "The other end sent reports again"
    ),
    ("circuitBreaker", "mediaTimeout"): QT_TRANSLATE_NOOP(
        "call_wording", "Sound or picture stopped flowing"
    ),
    ("circuitBreakerEnd", "mediaTimeout"): QT_TRANSLATE_NOOP(
        "call_wording", "Sound or picture flowed again"
    ),
    ("circuitBreaker", "mediaUsability"): QT_TRANSLATE_NOOP(
        "call_wording", "Too much was lost or too late to be of use"
    ),
    ("circuitBreakerEnd", "mediaUsability"): QT_TRANSLATE_NOOP(
        "call_wording", "What arrived was of use again"
    ),
    ("circuitBreaker", "congestion"): QT_TRANSLATE_NOOP(
        "call_wording", "More was sent than the network carried"
    ),
    ("circuitBreakerEnd", "congestion"): QT_TRANSLATE_NOOP(
        "call_wording", "The network carried it again"
    ),
}

_WITH_DETAIL = frozenset({"applicationLog", "fabricSetupFailed", "fabricDropped", "iceFailed"})

_DETAIL_CHARACTERS = 160
"""Of what an application wrote; the command line has all of it."""


def outcome(code: str) -> str:
    """Whether a call came about, and how it ended, as a sentence."""
    return _tr(_OUTCOMES[code]) if code in _OUTCOMES else code


def end(code: str | None) -> str:
    """How a connection ended."""
    if code is None:
        return wording.NONE
    return _tr(_ENDS[code]) if code in _ENDS else code


_SHORT_OUTCOMES: Mapping[str, object] = {
    "failed": QT_TRANSLATE_NOOP("call_wording", "Failed"),
    "missed": QT_TRANSLATE_NOOP("call_wording", "Missed"),
    "aborted": QT_TRANSLATE_NOOP("call_wording", "Given up"),
}


def short_outcome(code: str) -> str:
    """Why a call has no quality, in a word."""
    return _tr(_SHORT_OUTCOMES[code]) if code in _SHORT_OUTCOMES else code_word(None)


def forecast_word(code: int | None, right: bool | None) -> str:
    """What had been forecast, and whether it was right, in two words."""
    if code is None:
        return wording.NONE
    word = code_word(code)
    if right is None:
        return word
    if right:
        return QCoreApplication.translate("call_wording", "{word}: right").format(word=word)
    return QCoreApplication.translate("call_wording", "{word}: wrong").format(word=word)


def longest_forecast_word() -> str:
    """For the width of a column."""
    codes = BY_SUMMARY.keys()
    return max((forecast_word(code, right) for code in codes for right in (True, False)), key=len)


def stars(rating: int | None) -> str:
    """What a person said of a call: "4 of 5"; a dash where nobody did."""
    if rating is None:
        return wording.NONE
    return QCoreApplication.translate("call_wording", "{number} of 5").format(
        number=QLocale().toString(rating)
    )


def how_often(count: int) -> str:
    """How many times: "never", "once", "3 times"."""
    if count == 0:
        return QCoreApplication.translate("call_wording", "never")
    if count == 1:
        return QCoreApplication.translate("call_wording", "once")
    return QCoreApplication.translate("call_wording", "%Ln time(s)", "", wording.countable(count))


def usage(code: str) -> str:
    """What a connection carries."""
    return _tr(_USAGES[code]) if code in _USAGES else code


def relay(code: str | None) -> str:
    """Which way a connection's packets took."""
    if code is None:
        return wording.NONE
    return _tr(_RELAYS[code]) if code in _RELAYS else code


def stream(direction: str, media: str) -> str:
    """What an RTP stream carries, and whither; ``inbound`` and ``outbound``."""
    return flow({"outbound": "up", "inbound": "down"}.get(direction, direction), media)


def stream_quality(code: str) -> str:
    """The indicator of a stream, in a word."""
    return _tr(_STREAM_QUALITIES[code]) if code in _STREAM_QUALITIES else code


def client(code: str) -> str:
    """Who told the program of the call."""
    return _tr(_CLIENTS[code]) if code in _CLIENTS else code


def event(happened: EventRecord) -> str:
    """What happened in a call, in a few words, with what an application said of it."""
    code, data = happened.event, happened.data or {}
    breaker = (code, str(data.get("disruptionType")))
    if breaker in _BREAKERS:
        return _tr(_BREAKERS[breaker])
    text = _tr(_EVENTS[code]) if code in _EVENTS else code
    said = data.get("message") or data.get("function")
    if code not in _WITH_DETAIL or not isinstance(said, str):
        return text
    line = " ".join(said.split())
    if len(line) > _DETAIL_CHARACTERS:
        line = f"{line[: _DETAIL_CHARACTERS - 1]}…"
    return QCoreApplication.translate("call_wording", "{event}: {detail}").format(
        event=text, detail=line
    )


def compared(record: CallRecord) -> str:
    """The forecast beside what the call got, as a sentence; empty without a forecast.

    The record has an English one, which names the reason too; for other languages it is made anew
    of the codes.
    """
    if record.comparison is None or record.forecast is None:
        return forecast_right(record)
    if in_english():
        return record.comparison
    forecast = quality(record.forecast.summary_code)
    if record.figures is not None and not record.figures.connected:
        return QCoreApplication.translate(
            "call_wording", "The forecast said {forecast}; the call did not connect."
        ).format(forecast=forecast)
    if record.summary_code is None:
        return forecast_right(record)
    return QCoreApplication.translate(
        "call_wording", "The forecast said {forecast}; the call got {got}."
    ).format(forecast=forecast, got=quality(record.summary_code))


def forecast_right(record: CallRecord) -> str:
    """What had been forecast, and whether it was right, as a sentence; empty without a forecast."""
    if record.forecast is None:
        return ""
    word = quality(record.forecast.summary_code)
    if record.forecast_right is None:
        return QCoreApplication.translate(
            "call_wording", "The forecast before it said {word}."
        ).format(word=word)
    if record.forecast_right:
        return QCoreApplication.translate(
            "call_wording", "The forecast before it said {word}, and was right."
        ).format(word=word)
    return QCoreApplication.translate(
        "call_wording", "The forecast before it said {word}, and was wrong."
    ).format(word=word)
