"""The feed's messages: what may be said, in both directions, and what is wrong with the rest.

The description for people who write clients is docs/feed.md. A message is one JSON object in one
frame. Messages of unknown types and unknown fields are passed over, so that a newer client can
talk to an older program; a field that is wrong is named in the answer.

Every message from a client has ``timestamp`` (its wall clock, milliseconds since 1970) and may
have ``seq``: whole numbers that grow, of one ``clientId``. What has one is kept until it is
acknowledged by the client, and by us before we acknowledge it.
"""

import re
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from notifier.calls.vocabulary import (
    CallType,
    EndpointType,
    FabricEvent,
    FabricUsage,
    Role,
    TransmissionDirection,
    WebRTCFunction,
)

__all__ = [
    "LOG_LIMIT",
    "MESSAGE_LIMIT",
    "VERSION",
    "Acknowledgement",
    "CallDetails",
    "CallMessage",
    "ConferenceJoin",
    "ConferenceLeave",
    "ConnectionRecommendation",
    "Devices",
    "Disruption",
    "FabricAdd",
    "FabricError",
    "FabricHappening",
    "Failure",
    "Feedback",
    "Hello",
    "IceState",
    "Incoming",
    "Log",
    "Outgoing",
    "PrecallResult",
    "PrecallStart",
    "PrecallStop",
    "Sdp",
    "SsrcMap",
    "Stats",
    "StatsCallback",
    "VerdictTold",
    "Welcome",
    "WifiStats",
    "WrongMessage",
    "decode",
    "decode_answer",
    "encode",
]

VERSION = 1
"""Of the protocol. A client that speaks another one is told so, and turned away."""

MESSAGE_LIMIT = 1_000_000
"""Bytes of one message: native messaging's own limit towards the browser. getStats of 50 streams
is below 100,000."""

LOG_LIMIT = 20_000
"""Characters of one application log; what is longer is cut there (callstats API)."""

ID = Annotated[str, Meta(min_length=1, max_length=100)]
User = Annotated[str, Meta(max_length=256)]
Name = Annotated[str, Meta(max_length=512)]
Text = Annotated[str, Meta(max_length=LOG_LIMIT)]
LongText = Annotated[str, Meta(max_length=200_000)]
Timestamp = Annotated[float, Meta(ge=0, le=1e13)]
Seq = Annotated[int, Meta(ge=0, le=2**53)]
Stars = Annotated[int, Meta(ge=1, le=5)]


class _FromClient(msgspec.Struct, kw_only=True, tag_field="type", rename="camel", frozen=True):
    timestamp: Timestamp
    seq: Seq | None = None


class _OfCall(_FromClient, kw_only=True, frozen=True):
    call_id: ID
    """Made by the client, never used again; one conference of one local user."""


class _OfFabric(_OfCall, kw_only=True, frozen=True):
    fabric_id: ID
    """Made by the client, unique within the call; one peer connection."""


class Hello(_FromClient, kw_only=True, tag="hello", frozen=True):
    """The first message of a connection."""

    version: int
    kind: Literal["python", "javascript", "extension", "other"]
    client: Name
    """Name and version of the client, for the log."""

    client_id: ID
    """Of this instance of the client, the same when it connects again: ``seq`` belongs to it."""

    origin: Annotated[str, Meta(max_length=300)] | None = None
    """Of the web page, as the browser names it; set by the extension, and checked against the
    handshake on the WebSocket."""

    token: Annotated[str, Meta(max_length=200)] | None = None
    """On the WebSocket only."""

    app_id: Name | None = None
    """``AppID`` of ``initialize``."""


class ConferenceJoin(_OfCall, kw_only=True, tag="conference.join", frozen=True):
    """A call begins; saying it again changes nothing."""

    conference_id: Name
    user_id: User = ""
    user_name: User | None = None
    application: Annotated[str, Meta(max_length=300)] | None = None
    """What people read as the place of the call: a program's name or a web page's host."""

    origin: Annotated[str, Meta(max_length=300)] | None = None
    """Of the web page, from the extension that watches it."""

    application_version: Annotated[str, Meta(max_length=100)] | None = None
    site_id: User | None = None
    additional_ids: dict[str, User] | None = None


class ConferenceLeave(_OfCall, kw_only=True, tag="conference.leave", frozen=True):
    """The local user is out of the call."""


class FabricAdd(_OfFabric, kw_only=True, tag="fabric.add", frozen=True):
    """A connection of the call; its timestamp is the zero of its delays. Again: nothing."""

    remote_user_id: User = ""
    fabric_usage: FabricUsage = FabricUsage.MULTIPLEX
    remote_endpoint_type: EndpointType = EndpointType.PEER
    direction: TransmissionDirection = TransmissionDirection.SENDRECV


class IceState(_OfFabric, kw_only=True, tag="ice.state", frozen=True):
    """One of a connection's states is another now."""

    changed_state: Literal[
        "signalingState", "iceConnectionState", "iceGatheringState", "connectionState"
    ]
    new_state: Annotated[str, Meta(max_length=40)]


class FabricHappening(_OfFabric, kw_only=True, tag="fabric.event", frozen=True):
    """``sendFabricEvent``."""

    event: FabricEvent
    data: dict[str, Any] | None = None


class FabricError(_OfCall, kw_only=True, tag="fabric.error", frozen=True):
    """``reportError``."""

    function: WebRTCFunction
    fabric_id: ID | None = None
    """None of ``getUserMedia``, before there is a connection."""

    name: Name | None = None
    message: Text | None = None
    stack: Text | None = None
    local_sdp: LongText | None = None
    """This and the next only where SDP collection is on."""

    remote_sdp: LongText | None = None


class Stats(_OfFabric, kw_only=True, tag="stats", frozen=True):
    """One call of getStats."""

    stats: Annotated[list[dict[str, Any]], Meta(max_length=5000)]
    """The entries as the browser or library gave them (W3C webrtc-stats)."""


class SsrcMap(_OfFabric, kw_only=True, tag="ssrc.map", frozen=True):
    """``associateMstWithUserID``."""

    ssrc: Annotated[str, Meta(min_length=1, max_length=20)]
    user_id: User
    usage_label: Annotated[str, Meta(max_length=40)]
    associated_video_tag: Name | None = None


class Feedback(_OfCall, kw_only=True, tag="feedback", frozen=True):
    """``sendUserFeedback``; also of a call that is over."""

    overall: Stars
    user_id: User = ""
    audio: Stars | None = None
    video: Stars | None = None
    screen: Stars | None = None
    comment: Text | None = None


class Device(msgspec.Struct, kw_only=True, rename="camel", frozen=True):
    """A MediaDeviceInfo."""

    device_id: Name
    kind: Annotated[str, Meta(max_length=40)]
    label: Name = ""
    group_id: Name = ""


class Devices(_OfCall, kw_only=True, tag="devices", frozen=True):
    """Microphones, cameras and loudspeakers."""

    devices: Annotated[list[Device], Meta(max_length=200)]
    in_use: bool
    """``activeDeviceList``; else what is plugged in."""

    fabric_id: ID | None = None


class Log(_OfCall, kw_only=True, tag="log", frozen=True):
    """A line of the application's own log."""

    message: Text
    level: Literal["debug", "info", "warn", "error", "fatal"] = "info"
    message_type: Literal["text", "json", "domError"] = "text"


class Sdp(_OfFabric, kw_only=True, tag="sdp", frozen=True):
    """Both descriptions; dropped unless SDP collection is on."""

    local_sdp: LongText | None = None
    remote_sdp: LongText | None = None


class WifiStats(_OfCall, kw_only=True, tag="wifi.stats", frozen=True):
    """What ``attachWifiStatsHandler``'s function said."""

    signal: float
    rssi: float
    noise: float | None = None
    interface: Name | None = None


class CallDetails(_OfFabric, kw_only=True, tag="call.details", frozen=True):
    """``sendCallDetails``."""

    call_type: CallType = CallType.UNKNOWN
    role: Role | None = None


class PrecallStart(_FromClient, kw_only=True, tag="precall.start", frozen=True):
    """``startPrecallTests`` and, without an interval, ``makePrecallTest``."""

    urls: Annotated[list[Annotated[str, Meta(max_length=300)]], Meta(max_length=64)] = []
    """Only servers of the settings are tested; with none named, all of those are."""

    interval_s: Annotated[float, Meta(ge=30, le=86_400)] | None = None


class PrecallStop(_FromClient, kw_only=True, tag="precall.stop", frozen=True):
    """``stopPrecallTests``."""


CallMessage = (
    ConferenceJoin
    | ConferenceLeave
    | FabricAdd
    | IceState
    | FabricHappening
    | FabricError
    | Stats
    | SsrcMap
    | Feedback
    | Devices
    | Log
    | Sdp
    | WifiStats
    | CallDetails
)
"""What is said of a call."""

Incoming = Hello | CallMessage | PrecallStart | PrecallStop


class _ToClient(
    msgspec.Struct, kw_only=True, tag_field="type", rename="camel", frozen=True, omit_defaults=True
):
    pass


class Welcome(_ToClient, kw_only=True, tag="welcome", frozen=True):
    """The answer to hello; sent again when what it says has changed."""

    version: int
    acknowledged: int = -1
    """The highest ``seq`` of this ``clientId`` that is kept; what comes after it is to be sent
    again."""

    watch: Literal["all", "listed", "none"] = "all"
    """Which sites the extension may watch."""

    sites: tuple[str, ...] = ()
    """Host names; one that begins with ``*.`` stands for all below it."""

    collect_sdp: bool = False
    verdicts: bool = False
    """Whether this client is told verdicts, and may ask for tests."""


class Acknowledgement(_ToClient, kw_only=True, tag="ack", frozen=True):
    """All up to this ``seq`` is kept, and outlives this program."""

    seq: int


class StatsCallback(_ToClient, kw_only=True, tag="stats.callback", frozen=True):
    """``csStatsCallback``, every 10 s of each connection."""

    call_id: str
    fabric_id: str
    stats: dict[str, Any]
    """The original's fields: ``connectionState``, ``fabricState``, ``conferenceURL``,
    ``mediaStreamTracks``, ``streams``."""


class Disruption(_ToClient, kw_only=True, tag="media.disruption", frozen=True):
    """``mediaDisruption``."""

    call_id: str
    fabric_id: str
    kind: str
    """The original's ``type``: oneWayMediaStart, oneWayMediaStop, circuitBreaker."""

    payload: dict[str, Any]


class VerdictTold(_ToClient, kw_only=True, tag="verdict", frozen=True):
    """``pctConnectionQualityChange``, once a run."""

    verdict: dict[str, Any]


class PrecallResult(_ToClient, kw_only=True, tag="precall.result", frozen=True):
    """``preCallTestResults``, once a server."""

    status: Literal["success", "failure", "stopped"]
    results: dict[str, Any] | None = None
    """mediaConnectivity, rtt, fractionalLoss, throughput, jitter, provider, url, timestamp,
    startTimestamp, endTimestamp."""


class ConnectionRecommendation(
    _ToClient, kw_only=True, tag="connection.recommendation", frozen=True
):
    """``connectionRecommendation``, after the last server of a run."""

    recommendation: dict[str, Any]
    """aggregatedStats[], providerRanking[]."""


class Failure(_ToClient, kw_only=True, tag="error", frozen=True):
    """What was wrong with a message, or why the connection ends."""

    code: Literal[
        "version", "hello", "json", "field", "size", "rate", "forbidden", "unknown-call",
        "unknown-fabric", "too-many", "precall", "slow", "closing",
    ]  # fmt: skip
    message: str
    """One sentence, without anything the client sent."""

    field: str | None = None
    """The path of the wrong field, as in ``stats[3].ssrc``."""

    of: str | None = None
    """The type of the message that was wrong."""

    call_id: str | None = None
    seq: int | None = None


Outgoing = (
    Welcome
    | Acknowledgement
    | StatsCallback
    | Disruption
    | VerdictTold
    | PrecallResult
    | ConnectionRecommendation
    | Failure
)

_INCOMING: msgspec.json.Decoder[Incoming] = msgspec.json.Decoder(Incoming)
_OUTGOING: msgspec.json.Decoder[Outgoing] = msgspec.json.Decoder(Outgoing)
_ENCODER = msgspec.json.Encoder()


class _Head(msgspec.Struct, rename="camel"):
    """What can be said of any message, also of a wrong one."""

    type: Any = None
    call_id: Any = None
    seq: Any = None


_HEAD = msgspec.json.Decoder(_Head)
_NO_JSON = Failure(code="json", message="A message is one JSON object in UTF-8.")
_TYPES = frozenset(kind.__struct_config__.tag for kind in Incoming.__args__)
_PATH = re.compile(r" - at `(\$[^`]*)`$")


class WrongMessage(ValueError):
    """A frame holds no message; ``failure`` is the answer to it."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


def decode(frame: bytes) -> Incoming | None:
    """Read a client's message.

    :returns: None for one of a type that this version does not know.
    :raises WrongMessage: it is no JSON object, or a field is missing or wrong.
    """
    if len(frame) > MESSAGE_LIMIT:
        raise WrongMessage(
            Failure(code="size", message=f"A message has at most {MESSAGE_LIMIT} bytes.")
        )
    try:
        return _INCOMING.decode(frame)
    except (UnicodeDecodeError, RecursionError):
        raise WrongMessage(_NO_JSON) from None
    except msgspec.DecodeError as error:
        wrong = _wrong(error, frame)
    if wrong is not None:
        raise WrongMessage(wrong)
    return None


def decode_answer(frame: bytes) -> Outgoing | None:
    """Read the program's message, for clients; None for anything that is none."""
    try:
        return _OUTGOING.decode(frame)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def encode(message: Incoming | Outgoing) -> bytes:
    """Write a message."""
    return _ENCODER.encode(message)


def _wrong(error: Exception, frame: bytes) -> Failure | None:
    """What is wrong with a message; None of one of an unknown type."""
    try:
        head = _HEAD.decode(frame)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _NO_JSON
    kind = head.type
    if not isinstance(kind, str):
        message = "A message has a text in its field type."
        return Failure(code="field", message=message, field="type")
    if kind not in _TYPES:
        return None
    text = str(error)
    found = _PATH.search(text)
    path = found[1].removeprefix("$").removeprefix(".") if found else None
    missing = re.search(r"missing required field `([^`]*)`", text)
    if missing:
        path = f"{path}.{missing[1]}" if path else missing[1]
    # msgspec words what it expected and found by kind, except for a wrong word of an enumeration,
    # which it repeats: that is the client's own text, and it does not come back.
    text = re.sub(r"Invalid enum value '.*'", "Invalid enum value", _PATH.sub("", text))
    return Failure(
        code="field",
        message=f"{text.rstrip('.')}.",
        field=path or None,
        of=kind,
        call_id=head.call_id if isinstance(head.call_id, str) and len(head.call_id) < 101 else None,
        seq=head.seq if isinstance(head.seq, int) and not isinstance(head.seq, bool) else None,
    )
