"""The enumerations of the callstats API, with its own values (docs/feed.md has their meaning).

They are the words on the wire as well, so that the clients in all languages agree.
"""

from enum import StrEnum

__all__ = [
    "AppError",
    "CallType",
    "EndpointType",
    "FabricEvent",
    "FabricState",
    "FabricUsage",
    "QualityRating",
    "Role",
    "TransmissionDirection",
    "UserIDType",
    "WebRTCFunction",
]


class FabricUsage(StrEnum):
    """What a connection carries; sound and picture together are ``MULTIPLEX``."""

    MULTIPLEX = "multiplex"
    AUDIO = "audio"
    VIDEO = "video"
    SCREEN = "screen"
    DATA = "data"
    UNBUNDLED = "unbundled"


class FabricEvent(StrEnum):
    """What an application says of a connection."""

    FABRIC_HOLD = "fabricHold"
    FABRIC_RESUME = "fabricResume"
    AUDIO_MUTE = "audioMute"
    AUDIO_UNMUTE = "audioUnmute"
    VIDEO_PAUSE = "videoPause"
    VIDEO_RESUME = "videoResume"
    SCREEN_SHARE_START = "screenShareStart"
    SCREEN_SHARE_STOP = "screenShareStop"
    DOMINANT_SPEAKER = "dominantSpeaker"
    ACTIVE_DEVICE_LIST = "activeDeviceList"
    FABRIC_TERMINATED = "fabricTerminated"
    CALL_UNANSWERED = "callUnAnswered"

    FABRIC_SETUP = "fabricSetup"
    """Told by us, not by applications; one that sends it is passed over, as since 2.1.0."""

    FABRIC_SETUP_FAILED = "fabricSetupFailed"
    """Told by us; refused from applications, as since 3.10.0: they use reportError."""


class WebRTCFunction(StrEnum):
    """The functions whose errors an application reports."""

    GET_USER_MEDIA = "getUserMedia"
    CREATE_OFFER = "createOffer"
    CREATE_ANSWER = "createAnswer"
    SET_LOCAL_DESCRIPTION = "setLocalDescription"
    SET_REMOTE_DESCRIPTION = "setRemoteDescription"
    ADD_ICE_CANDIDATE = "addIceCandidate"
    ICE_CONNECTION_FAILURE = "iceConnectionFailure"
    SIGNALING_ERROR = "signalingError"
    APPLICATION_LOG = "applicationLog"
    APPLICATION_ERROR = "applicationError"
    """What ``APPLICATION_LOG`` was called earlier."""


class EndpointType(StrEnum):
    """What is at the other end."""

    PEER = "peer"
    SERVER = "server"


class TransmissionDirection(StrEnum):
    """Which way media goes."""

    SENDONLY = "sendonly"
    RECEIVEONLY = "receiveonly"
    SENDRECV = "sendrecv"
    INACTIVE = "inactive"


class CallType(StrEnum):
    """Who called whom."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"
    MONITORING = "monitoring"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """Who the local user is."""

    AGENT = "agent"
    PARTICIPANT = "participant"


class UserIDType(StrEnum):
    """Whose identity changed."""

    LOCAL = "local"
    REMOTE = "remote"


class AppError(StrEnum):
    """``csError``: the first argument of the callbacks."""

    SUCCESS = "success"
    HTTP_ERROR = "httpError"
    """Kept for integrations that compare with it: there is no HTTP here."""

    AUTH_ERROR = "authError"
    """The program does not let this application in."""

    WS_CHANNEL_FAILURE = "wsChannelFailure"
    """The way to the program is closed."""

    CS_PROTO_ERROR = "csProtoError"
    """Arguments are missing or wrong."""

    APP_CONNECTIVITY_ERROR = "appConnectivityError"
    """ICE is disconnected."""

    TOKEN_GENERATION_ERROR = "tokenGenerationError"  # noqa: S105 - no password


class QualityRating(StrEnum):
    """Of a stream, in the stats callback."""

    EXCELLENT = "excellent"
    FAIR = "fair"
    BAD = "bad"
    UNKNOWN = "unknown"


class FabricState(StrEnum):
    """Where a connection stands."""

    INITIALISING = "initialising"
    ESTABLISHED = "established"
    DISRUPTED = "disrupted"
    CHECKING_DISRUPTED = "checkingDisrupted"
    HOLD = "hold"
    FAILED = "failed"
    TERMINATED = "terminated"
