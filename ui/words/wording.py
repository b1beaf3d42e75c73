"""Every word for a code that a person reads, and how figures and times are written.

The engine speaks in codes; this module turns them into translated text. Each table holds its
source text as a literal in ``QT_TRANSLATE_NOOP``, the one form besides a direct call that
``pyside6-lupdate`` finds in a table; arguments come in by ``.format()`` afterwards. Numbers and
times follow the person's locale (:class:`QLocale`).
"""

import math

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QDateTime, QLocale, QTime

from notifier.codes import BY_NOTIFICATION, Connectivity, Status
from notifier.measurement import Interval, Origin, RoundTrip, Throughput
from notifier.service.events import Limit, RunFailed, RunProgress
from notifier.settings.model import ServerSetting
from notifier.turn.uri import parse_turn_uri
from notifier.verdict import UnusualFigure
from ui.words.joined import listed, sentences
from ui.words.translation import engine

__all__ = [
    "NONE",
    "advice",
    "bytes_amount",
    "cause",
    "causes",
    "connectivity",
    "countable",
    "date_and_time",
    "delivered",
    "demonstration",
    "demonstration_sentence",
    "duration",
    "failure",
    "how_old",
    "how_sure",
    "how_sure_explained",
    "kbps",
    "kbps_narrow",
    "limit",
    "longest_date_and_time",
    "longest_state_word",
    "loss",
    "milliseconds",
    "mode",
    "network",
    "number",
    "origin",
    "percent",
    "progress",
    "reason",
    "round_trip",
    "sentence",
    "server_error",
    "server_name",
    "share",
    "state_word",
    "summary",
    "sure_kbps",
    "sure_loss",
    "sure_ms",
    "throughput",
    "transport",
    "trigger",
    "unusual",
]

NONE = "\N{EN DASH}"
"""Stands where there is no figure."""


def _tr(text: object) -> str:
    # PySide6 declares that QT_TRANSLATE_NOOP returns an object; it returns its text.
    return QCoreApplication.translate("wording", str(text))


# --- what the verdict says -------------------------------------------------------------------

_STATUS: dict[int, object] = {
    Status.BAD: QT_TRANSLATE_NOOP("wording", "Bad"),
    Status.POOR: QT_TRANSLATE_NOOP("wording", "Poor"),
    Status.FAIR: QT_TRANSLATE_NOOP("wording", "Fair"),
    Status.GOOD: QT_TRANSLATE_NOOP("wording", "Good"),
    Status.EXCELLENT: QT_TRANSLATE_NOOP("wording", "Excellent"),
}

_SENTENCES = {
    100: QT_TRANSLATE_NOOP("wording", "We expect your call quality to be really terrible"),
    200: QT_TRANSLATE_NOOP("wording", "You are in a very lossy network"),
    300: QT_TRANSLATE_NOOP(
        "wording",
        "Your round trip time seems to be too high for good quality calls, "
        "but it might be because you are located far from our test servers",
    ),
    400: QT_TRANSLATE_NOOP(
        "wording", "Your bandwidth is insufficient for both audio and video calls"
    ),
    500: QT_TRANSLATE_NOOP(
        "wording",
        "With current bandwidth you can have audio-only and thumbnail video. "
        "Your network is unstable and you might experience minor issues",
    ),
    550: QT_TRANSLATE_NOOP(
        "wording",
        "Current bandwidth is enough for good audio quality, but poor video quality or "
        "screen sharing. Your network is unstable and you might experience minor issues",
    ),
    600: QT_TRANSLATE_NOOP(
        "wording",
        "Your bandwidth is enough for good audio and fair video quality, but not enough for "
        "screen sharing quality. Your network is unstable and you might experience minor issues",
    ),
    650: QT_TRANSLATE_NOOP(
        "wording", "Your network is unstable and you might experience minor issues"
    ),
    700: QT_TRANSLATE_NOOP(
        "wording", "With current bandwidth you can have audio-only and thumbnail video"
    ),
    750: QT_TRANSLATE_NOOP(
        "wording",
        "Current bandwidth is enough for good audio quality, but poor video quality or "
        "screen sharing",
    ),
    900: QT_TRANSLATE_NOOP(
        "wording",
        "Your bandwidth is enough for good audio and fair video quality, but not enough for "
        "screen sharing quality",
    ),
    950: QT_TRANSLATE_NOOP("wording", "You are in a good network condition"),
}

_SUMMARIES = {
    10: QT_TRANSLATE_NOOP("wording", "Bad connection"),
    20: QT_TRANSLATE_NOOP("wording", "Lossy network"),
    30: QT_TRANSLATE_NOOP("wording", "High latency"),
    40: QT_TRANSLATE_NOOP("wording", "Insufficient bandwidth"),
    50: QT_TRANSLATE_NOOP("wording", "Fair: unstable, bandwidth for audio and thumbnail video"),
    55: QT_TRANSLATE_NOOP("wording", "Fair: unstable, bandwidth for good audio, poor video"),
    60: QT_TRANSLATE_NOOP("wording", "Fair: unstable, bandwidth for good audio, fair video"),
    65: QT_TRANSLATE_NOOP("wording", "Fair: unstable, bandwidth excellent"),
    70: QT_TRANSLATE_NOOP("wording", "Good, bandwidth for audio and thumbnail video"),
    75: QT_TRANSLATE_NOOP("wording", "Good, bandwidth for good audio, poor video"),
    90: QT_TRANSLATE_NOOP("wording", "Connection and bandwidth are both good"),
    95: QT_TRANSLATE_NOOP("wording", "Excellent network"),
}

_CONNECTIVITY = {
    1: QT_TRANSLATE_NOOP("wording", "No connection: no call can be connected"),
    2: QT_TRANSLATE_NOOP("wording", "No media device: neither a microphone nor a camera"),
    3: QT_TRANSLATE_NOOP("wording", "A call can be connected"),
}

_CAUSES = {
    "loss": QT_TRANSLATE_NOOP("wording", "lost packets"),
    "latency": QT_TRANSLATE_NOOP("wording", "long round trips"),
    "jitter": QT_TRANSLATE_NOOP("wording", "uneven delay (jitter)"),
    "bandwidth": QT_TRANSLATE_NOOP("wording", "too little bandwidth"),
    "bandwidth-up": QT_TRANSLATE_NOOP("wording", "too little bandwidth for sending"),
    "bandwidth-down": QT_TRANSLATE_NOOP("wording", "too little bandwidth for receiving"),
    "bufferbloat": QT_TRANSLATE_NOOP("wording", "delay that grows under load (bufferbloat)"),
    "udp-blocked": QT_TRANSLATE_NOOP("wording", "UDP is blocked"),
    "no-route": QT_TRANSLATE_NOOP("wording", "no network connection"),
    "relay-blocked": QT_TRANSLATE_NOOP("wording", "the call server passes no data on"),
    "relay-unreachable": QT_TRANSLATE_NOOP("wording", "the call server can't be reached"),
    "quota": QT_TRANSLATE_NOOP("wording", "the server has no relay left"),
    "bad-credentials": QT_TRANSLATE_NOOP("wording", "the server refuses the credentials"),
    "no-media-device": QT_TRANSLATE_NOOP("wording", "neither a microphone nor a camera"),
    "captive-portal": QT_TRANSLATE_NOOP("wording", "a sign-in page stands before the network"),
    "wifi": QT_TRANSLATE_NOOP("wording", "the Wi-Fi"),
    "local-network": QT_TRANSLATE_NOOP("wording", "the local network"),
    "vpn": QT_TRANSLATE_NOOP("wording", "the VPN"),
    "media-blocked": QT_TRANSLATE_NOOP("wording", "the network lets no encrypted call through"),
    "dns": QT_TRANSLATE_NOOP("wording", "names of servers are not found"),
    "tls": QT_TRANSLATE_NOOP("wording", "the server's certificate is not trusted"),
}

_NETWORKS = {
    "bluetooth": QT_TRANSLATE_NOOP("wording", "Bluetooth"),
    "cellular": QT_TRANSLATE_NOOP("wording", "Mobile network"),
    "ethernet": QT_TRANSLATE_NOOP("wording", "Cable"),
    "wifi": QT_TRANSLATE_NOOP("wording", "Wi-Fi"),
    "wimax": QT_TRANSLATE_NOOP("wording", "WiMAX"),
    "vpn": QT_TRANSLATE_NOOP("wording", "VPN"),
    "unknown": QT_TRANSLATE_NOOP("wording", "Unknown network"),
}


def state_word(status_code: int, connectivity_code: int) -> str:
    """One word for a verdict, "Good"; it stands beside the drawing of :mod:`ui.look.icons`."""
    if connectivity_code == Connectivity.NO_CONNECTION:
        return QCoreApplication.translate("wording", "No connection")
    return _tr(_STATUS[status_code]) if status_code in _STATUS else str(status_code)


def longest_state_word() -> str:
    """For the width of a column."""
    return max(
        (state_word(status, connectivity) for status in _STATUS for connectivity in (1, 3)),
        key=len,
    )


def sentence(notification_code: int, text: str) -> str:
    """A verdict's sentence: translated where it is the built-in one, else as it was set."""
    row = BY_NOTIFICATION.get(notification_code)
    if row is not None and text == row.notification:
        return _tr(_SENTENCES[notification_code])
    return text


def summary(summary_code: int, text: str = "") -> str:
    """The situation in few words."""
    return _tr(_SUMMARIES[summary_code]) if summary_code in _SUMMARIES else text


def connectivity(code: int) -> str:
    """Whether a call could be connected."""
    return _tr(_CONNECTIVITY[code]) if code in _CONNECTIVITY else str(code)


def cause(code: str) -> str:
    """What holds a call back; a code this version does not know stands as it is."""
    return _tr(_CAUSES[code]) if code in _CAUSES else code


def causes(codes: tuple[str, ...]) -> str:
    """Several causes in one line, most important first."""
    return listed(cause(code) for code in codes)


_ORIGINS = {
    ("loss", "local"): QT_TRANSLATE_NOOP("wording", "packets are lost before your router"),
    ("loss", "beyond"): QT_TRANSLATE_NOOP("wording", "packets are lost behind your router"),
    ("jitter", "local"): QT_TRANSLATE_NOOP("wording", "delay gets uneven before your router"),
    ("jitter", "beyond"): QT_TRANSLATE_NOOP("wording", "delay gets uneven behind your router"),
    ("queue", "local"): QT_TRANSLATE_NOOP("wording", "packets queue up before your router"),
    ("queue", "beyond"): QT_TRANSLATE_NOOP("wording", "packets queue up behind your router"),
}


def origin(sides: Origin) -> str:
    """On which side of the gateway what arises; empty where nothing is known."""
    found = {"loss": sides.loss, "jitter": sides.jitter, "queue": sides.queue}
    return listed(_tr(_ORIGINS[what, side]) for what, side in found.items() if side is not None)


def advice(lines: tuple[str, ...]) -> str:
    """What the person can do, one thing a line."""
    if len(lines) == 1:
        return engine(lines[0])
    return "\n".join(f"\N{BULLET} {engine(line)}" for line in lines)


def how_sure(confidence: float) -> str:
    """How sure the colour is, in plain words; 0..1."""
    if confidence >= 0.95:
        return QCoreApplication.translate("wording", "Almost certain")
    if confidence >= 0.8:
        return QCoreApplication.translate("wording", "Quite sure")
    if confidence >= 0.6:
        return QCoreApplication.translate("wording", "Fairly sure")
    return QCoreApplication.translate("wording", "Not sure")


def how_sure_explained(confidence: float) -> str:
    """What that means, to be shown on hover."""
    return QCoreApplication.translate(
        "wording",
        "How sure the program is that the colour is right. Of a hundred verdicts that say "
        "{percent}, about {count} get calls of that colour; more tests make it surer.",
    ).format(percent=percent(confidence), count=number(confidence * 100))


def how_old(milliseconds_: float) -> str:
    """That the last test was so long ago that it may say nothing any more."""
    minutes = round(milliseconds_ / 60_000)
    if minutes < 60:
        return QCoreApplication.translate(
            "wording",
            "The last test was %n minute(s) ago: the network may be different now.",
            "",
            minutes,
        )
    if minutes < 48 * 60:
        return QCoreApplication.translate(
            "wording",
            "The last test was %n hour(s) ago: the network may be different now.",
            "",
            round(minutes / 60),
        )
    return QCoreApplication.translate(
        "wording",
        "The last test was %n day(s) ago: the network may be different now.",
        "",
        countable(round(minutes / (24 * 60))),
    )


def network(kind: str) -> str:
    """A type of network (RTCNetworkType)."""
    return _tr(_NETWORKS[kind]) if kind in _NETWORKS else kind


def demonstration() -> str:
    """Stands in place of the network where a run went to the embedded relay."""
    return QCoreApplication.translate("wording", "Demonstration")


def demonstration_sentence() -> str:
    """What has to stand wherever figures of the embedded relay are shown."""
    return QCoreApplication.translate("wording", "Demonstration relay: this is not your network.")


# --- how a run goes --------------------------------------------------------------------------

_PHASES = {
    "reach": QT_TRANSLATE_NOOP("wording", "Reaching the servers"),
    "latency": QT_TRANSLATE_NOOP("wording", "Measuring the round trip"),
    "stream": QT_TRANSLATE_NOOP("wording", "Sending packets like a call does"),
    "call": QT_TRANSLATE_NOOP("wording", "Making a call through the server"),
    "throughput": QT_TRANSLATE_NOOP("wording", "Measuring the bandwidth"),
}

_FAILURES = {
    "cancelled": QT_TRANSLATE_NOOP("wording", "The last test was cancelled."),
    "crashed": QT_TRANSLATE_NOOP("wording", "The last test broke off by a fault of this program."),
    "time-limit": QT_TRANSLATE_NOOP("wording", "The last test took too long and was stopped."),
    "busy": QT_TRANSLATE_NOOP("wording", "Another test was still running."),
    "credentials": QT_TRANSLATE_NOOP(
        "wording", "Nothing was tested: there is no password for any server."
    ),
}

_TRIGGERS = {
    "start": QT_TRANSLATE_NOOP("wording", "the program started"),
    "schedule": QT_TRANSLATE_NOOP("wording", "it was due"),
    "network": QT_TRANSLATE_NOOP("wording", "the network changed"),
    "wake": QT_TRANSLATE_NOOP("wording", "the computer woke up"),
    "session": QT_TRANSLATE_NOOP("wording", "you came back to this computer"),
    "settings": QT_TRANSLATE_NOOP("wording", "the settings changed"),
    "manual": QT_TRANSLATE_NOOP("wording", "you asked for it"),
    "unsure": QT_TRANSLATE_NOOP("wording", "to make sure"),
    "application": QT_TRANSLATE_NOOP("wording", "asked for by an application"),
}

_MODES = {
    "full": QT_TRANSLATE_NOOP("wording", "full, with bandwidth"),
    "light": QT_TRANSLATE_NOOP("wording", "light, without load"),
}


def progress(at: RunProgress, server: str = "") -> str:
    """What a run is doing: the phase, the server (by this name) and the time left."""
    phase = _tr(_PHASES[at.phase])
    doing = (
        QCoreApplication.translate("wording", "{phase}: {server}").format(
            phase=phase, server=server or at.server
        )
        if at.server
        else phase
    )
    seconds = math.ceil(at.seconds_left)
    # How long to wait for servers that may not answer at all, nobody knows.
    if seconds <= 0 or at.phase == "reach":
        return doing
    return QCoreApplication.translate("wording", "{doing} ({seconds} s left)").format(
        doing=doing, seconds=QLocale().toString(seconds)
    )


def failure(failed: RunFailed) -> str:
    """Why the last run gave no verdict."""
    text = _tr(_FAILURES[failed.reason])
    if not failed.detail or failed.reason == "cancelled":
        return text
    if failed.reason == "credentials":  # the detail is a sentence: what is missing where
        return sentences((text, engine(failed.detail)))
    return QCoreApplication.translate("wording", "{sentence} ({detail})").format(
        sentence=text, detail=engine(failed.detail).rstrip(".")
    )


_LIMITS = {
    Limit("call", "none"): QT_TRANSLATE_NOOP("wording", "No tests during a call"),
    Limit("call", "light"): QT_TRANSLATE_NOOP("wording", "A light test only, during a call"),
    Limit("budget", "fewer"): QT_TRANSLATE_NOOP("wording", "Fewer tests: data budget"),
    Limit("budget", "light"): QT_TRANSLATE_NOOP("wording", "Light tests only: data budget"),
    Limit("budget", "none"): QT_TRANSLATE_NOOP("wording", "No tests for now: data budget"),
    Limit("metered", "light"): QT_TRANSLATE_NOOP("wording", "Light tests only: metered connection"),
    Limit("metered", "none"): QT_TRANSLATE_NOOP("wording", "No tests for now: metered connection"),
}


def limit(held_back: Limit) -> str:
    """Why there are fewer or lighter tests than usual, in a few words."""
    return _tr(_LIMITS[held_back])


def trigger(code: str) -> str:
    """Why a run was started, in a few words."""
    return _tr(_TRIGGERS[code]) if code in _TRIGGERS else code


def mode(code: str) -> str:
    """How much a run measured."""
    return _tr(_MODES[code]) if code in _MODES else code


# --- servers and notifications ---------------------------------------------------------------

_ERRORS = {
    "timeout": QT_TRANSLATE_NOOP("wording", "It did not answer in time."),
    "refused": QT_TRANSLATE_NOOP("wording", "It refused the connection."),
    "dns": QT_TRANSLATE_NOOP("wording", "Its name was not found."),
    "tls": QT_TRANSLATE_NOOP(
        "wording", "The secure connection failed; most often the certificate is why."
    ),
    "unauthorized": QT_TRANSLATE_NOOP("wording", "It does not accept the user name or password."),
    "forbidden": QT_TRANSLATE_NOOP("wording", "It does not allow relaying to this test."),
    "quota": QT_TRANSLATE_NOOP("wording", "It has no relay left for this user."),
    "relay-blocked": QT_TRANSLATE_NOOP(
        "wording", "It gave a relay address, but no data came through."
    ),
    "protocol": QT_TRANSLATE_NOOP("wording", "It answered in a way that is not TURN."),
}

_TRANSPORTS = {
    "udp": QT_TRANSLATE_NOOP("wording", "UDP"),
    "tcp": QT_TRANSLATE_NOOP("wording", "TCP"),
    "tls": QT_TRANSLATE_NOOP("wording", "TLS"),
}

_REASONS = {
    "first": QT_TRANSLATE_NOOP("wording", "Told: the first verdict on this network."),
    "changed": QT_TRANSLATE_NOOP("wording", "Told: it differs from the last one told here."),
    "refused": QT_TRANSLATE_NOOP(
        "wording", "Told: the call server let nobody in, so nothing is known of the network."
    ),
    "better": QT_TRANSLATE_NOOP(
        "wording", "Kept quiet: it was good when you were last told, and is better still."
    ),
    "settling": QT_TRANSLATE_NOOP(
        "wording", "Kept quiet: it is good again, and told when that has lasted for a while."
    ),
    "repeated": QT_TRANSLATE_NOOP(
        "wording", "Kept quiet: the same was told last time on this network."
    ),
    "disabled": QT_TRANSLATE_NOOP(
        "wording", "Kept quiet: notifications are switched off in the settings."
    ),
    "demonstration": QT_TRANSLATE_NOOP(
        "wording", "Kept quiet: the demonstration says nothing about your network."
    ),
    "command-line": QT_TRANSLATE_NOOP(
        "wording", "Kept quiet: it was asked for on the command line, and answered there."
    ),
    "unsure": QT_TRANSLATE_NOOP("wording", "Kept quiet: it was not sure yet, and tested again."),
    "unusual": QT_TRANSLATE_NOOP("wording", "Told: something has become unusual for this network."),
    "recovered": QT_TRANSLATE_NOOP("wording", "Told: this network is good again."),
    "unstable": QT_TRANSLATE_NOOP("wording", "Told: this network keeps changing."),
    "once": QT_TRANSLATE_NOOP(
        "wording", "Kept quiet: it was found once only, and must be found twice in a row."
    ),
    "flapping": QT_TRANSLATE_NOOP(
        "wording", "Kept quiet: this network keeps changing, and was not steady for long enough."
    ),
    "quiet-today": QT_TRANSLATE_NOOP("wording", "Kept quiet: you asked for quiet for today."),
    "quiet-hours": QT_TRANSLATE_NOOP("wording", "Kept quiet: it was within the quiet hours."),
    "do-not-disturb": QT_TRANSLATE_NOOP(
        "wording", "Kept quiet: the desktop was set to disturb nobody."
    ),
    "full-screen": QT_TRANSLATE_NOOP("wording", "Kept quiet: a program had the whole screen."),
    "presentation": QT_TRANSLATE_NOOP("wording", "Kept quiet: something was being presented."),
}

_DELIVERED = {
    "freedesktop": QT_TRANSLATE_NOOP("wording", "Shown by the desktop."),
    "tray": QT_TRANSLATE_NOOP("wording", "Shown by the tray icon."),
    "window": QT_TRANSLATE_NOOP("wording", "Shown in this window."),
    "terminal": QT_TRANSLATE_NOOP("wording", "Printed in a terminal."),
    "none": QT_TRANSLATE_NOOP("wording", "The desktop could not show it."),
}


def server_error(code: str | None) -> str:
    """Why a server gave no relayed path, as a sentence."""
    if code is None:
        return QCoreApplication.translate("wording", "It could not be used.")
    return _tr(_ERRORS[code]) if code in _ERRORS else code


def server_name(servers: tuple[ServerSetting, ...], url: str) -> str:
    """A server's label, or its host, and how it is talked to; the address of one that is gone."""
    for server in servers:
        if url in server.urls:
            uri = parse_turn_uri(url)
            return QCoreApplication.translate("wording", "{label} over {transport}").format(
                label=server.label or uri.host, transport=transport(uri.transport)
            )
    return url


def transport(code: str) -> str:
    """How the program talks to a server."""
    return _tr(_TRANSPORTS[code]) if code in _TRANSPORTS else code


def reason(code: str) -> str:
    """Whether a verdict was told, and why."""
    return _tr(_REASONS[code]) if code in _REASONS else code


def delivered(by: str | None) -> str:
    """How a notification reached the person; empty where nothing is known."""
    return _tr(_DELIVERED[by]) if by in _DELIVERED else ""


# --- figures and times -----------------------------------------------------------------------


def number(value: float, decimals: int = 0) -> str:
    """A number as the locale writes it."""
    return QLocale().toString(float(value), "f", decimals)


def milliseconds(value: float | None, *, at_least: bool = False) -> str:
    """A delay: "42 ms", with one decimal below ten."""
    if value is None:
        return NONE
    text = QCoreApplication.translate("wording", "{number} ms").format(
        number=number(value, 1 if 0 < value < 9.95 else 0)
    )
    if at_least:
        return QCoreApplication.translate("wording", "at least {time}").format(time=text)
    return text


def round_trip(value: RoundTrip | None) -> str:
    """The median, with the range beside it."""
    if value is None:
        return NONE
    return QCoreApplication.translate("wording", "{median} ({low} to {high})").format(
        median=milliseconds(value.median),
        low=milliseconds(value.min),
        high=milliseconds(value.p95),
    )


def loss(fraction: float | None) -> str:
    """A share of lost packets: "1.5 %"; never "0 %" where something was lost."""
    if fraction is None:
        return NONE
    percent = fraction * 100
    if 0 < percent < 0.1:
        return QCoreApplication.translate("wording", "below {number} %").format(
            number=number(0.1, 1)
        )
    decimals = 0 if percent == 0 or percent >= 9.95 else 1
    return QCoreApplication.translate("wording", "{number} %").format(
        number=number(percent, decimals)
    )


def percent(fraction: float) -> str:
    """A share in whole percent: "80 %"."""
    return QCoreApplication.translate("wording", "{number} %").format(number=number(fraction * 100))


def share(fraction: float) -> str:
    """A share of what there was: "below 1 %" where it rounds to nothing."""
    if 0 < fraction < 0.005:
        return QCoreApplication.translate("wording", "below {number} %").format(number=number(1))
    return percent(fraction)


def kbps(value: float | None, *, at_least: bool = False) -> str:
    """A rate given in kbit/s: "640 kbit/s", "5.0 Mbit/s"."""
    if value is None:
        return NONE
    if value < 999.5:
        text = QCoreApplication.translate("wording", "{number} kbit/s").format(number=number(value))
    else:
        text = QCoreApplication.translate("wording", "{number} Mbit/s").format(
            number=number(value / 1000, 1 if value < 99_950 else 0)
        )
    if at_least:
        return QCoreApplication.translate("wording", "at least {rate}").format(rate=text)
    return text


def kbps_narrow(value: float | None, *, at_least: bool = False) -> str:
    """The same for a narrow column: "≥ 5.0 Mbit/s" for at least that."""
    text = kbps(value)
    if value is None or not at_least:
        return text
    return QCoreApplication.translate("wording", "≥ {rate}").format(rate=text)


def throughput(value: Throughput | None) -> str:
    """What the loop through up- and downlink carries."""
    if value is None:
        return NONE
    return kbps(value.loop, at_least=value.loop_at_least)


def sure_ms(ends: Interval | None) -> str:
    """Between which ends a delay lies, as a sentence; empty where nobody knows."""
    if ends is None:
        return ""
    low, high = _ends(ends.low, ends.high, 0 if ends.high >= 9.95 else 1)
    return QCoreApplication.translate(
        "wording", "The true value is most likely between {low} and {high} ms (95 % sure)."
    ).format(low=low, high=high)


def sure_loss(ends: Interval | None) -> str:
    """The same of a share of lost packets."""
    if ends is None:
        return ""
    low, high = _ends(ends.low * 100, ends.high * 100, 1)
    return QCoreApplication.translate(
        "wording", "The true value is most likely between {low} and {high} % (95 % sure)."
    ).format(low=low, high=high)


def sure_kbps(ends: Interval | None) -> str:
    """The same of a rate."""
    if ends is None:
        return ""
    if ends.high < 9_999.5:
        low, high = _ends(ends.low, ends.high, 0)
        return QCoreApplication.translate(
            "wording", "The true value is most likely between {low} and {high} kbit/s (95 % sure)."
        ).format(low=low, high=high)
    low, high = _ends(ends.low / 1000, ends.high / 1000, 1)
    return QCoreApplication.translate(
        "wording", "The true value is most likely between {low} and {high} Mbit/s (95 % sure)."
    ).format(low=low, high=high)


def _ends(low: float, high: float, decimals: int) -> tuple[str, str]:
    """Both ends, with one more decimal where they would look alike."""
    ends = number(low, decimals), number(high, decimals)
    return ends if ends[0] != ends[1] else (number(low, decimals + 1), number(high, decimals + 1))


_UNUSUAL = {
    "throughput": QT_TRANSLATE_NOOP(
        "wording", "Unusually slow for this network: {now}, usually at least {usual}"
    ),
    "round-trip": QT_TRANSLATE_NOOP(
        "wording", "Unusually long delay for this network: {now}, usually at most {usual}"
    ),
    "loaded-round-trip": QT_TRANSLATE_NOOP(
        "wording",
        "Unusually long delay under load for this network: {now}, usually at most {usual}",
    ),
    "jitter": QT_TRANSLATE_NOOP(
        "wording", "Unusually uneven delay for this network: jitter {now}, usually at most {usual}"
    ),
    "loss": QT_TRANSLATE_NOOP(
        "wording", "Unusually many lost packets for this network: {now}, usually below {usual}"
    ),
    "servers": QT_TRANSLATE_NOOP("wording", "Unusual for this network: no call server works"),
}


def unusual(found: UnusualFigure) -> str:
    """A figure that is worse than usual, without a full stop, beside the end that it is beyond.

    A figure of a later version is said in the record's own words.
    """
    if found.figure not in _UNUSUAL:
        return found.text
    match found.figure:
        case "throughput":
            now, usual = kbps(found.now), kbps(found.usual_low)
        case "loss":
            # "Usually below 0 %" would say nothing: up to the next half percent.
            below = max(0.005, math.ceil(round(found.usual_high * 200, 6)) / 200)
            now, usual = loss(found.now), loss(below)
        case _:
            now, usual = milliseconds(found.now), milliseconds(found.usual_high)
    return _tr(_UNUSUAL[found.figure]).format(now=now, usual=usual)


def countable(number: int) -> int:
    """A number that Qt can choose a plural by, which is a C int; a damaged record may hold any."""
    return min(number, 2**31 - 1)


def bytes_amount(value: float) -> str:
    """An amount of data in decimal units: "1.2 MB"."""
    return QLocale().formattedDataSize(
        int(value), 1 if value >= 1000 else 0, QLocale.DataSizeFormat.DataSizeSIFormat
    )


def duration(milliseconds_: float) -> str:
    """How long something took: "8.4 s"."""
    return QCoreApplication.translate("wording", "{number} s").format(
        number=number(milliseconds_ / 1000, 1)
    )


def date_and_time(timestamp: float) -> str:
    """Local date and time, short (``timestamp``: milliseconds since 1970)."""
    when = QDateTime.fromMSecsSinceEpoch(int(timestamp))
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)


def longest_date_and_time() -> str:
    """For the width of a column: each part of it has all the digits that it may have."""
    when = QDateTime(QDate(2028, 12, 28), QTime(22, 58))
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)
