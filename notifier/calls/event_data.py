"""What messages say, as it stands in a call's events: the callstats API's words for it."""

from typing import Any

import msgspec

from notifier.calls.messages import (
    ConferenceJoin,
    Devices,
    FabricAdd,
    FabricError,
    Feedback,
    Log,
    WifiStats,
)
from notifier.calls.record import FeedbackRecord
from notifier.calls.stats.disruptions import Disrupted
from notifier.calls.vocabulary import WebRTCFunction

__all__ = [
    "added_data",
    "device_data",
    "disruption_event",
    "error_data",
    "feedback_record",
    "is_log",
    "joined_data",
    "log_data",
    "wifi_data",
]


def joined_data(message: ConferenceJoin) -> dict[str, Any]:
    """Of ``userJoined``: what the record has no place for."""
    return _said(
        userName=message.user_name,
        applicationVersion=message.application_version,
        siteID=message.site_id,
        additionalIDs=message.additional_ids,
    )


def added_data(message: FabricAdd) -> dict[str, Any]:
    """Of ``addNewFabric``."""
    return {
        "remoteUserID": message.remote_user_id,
        "fabricUsage": message.fabric_usage.value,
        "remoteEndpointType": message.remote_endpoint_type.value,
        "fabricTransmissionDirection": message.direction.value,
    }


def device_data(message: Devices) -> dict[str, Any]:
    """Of ``activeDeviceList`` and ``connectedDeviceList``."""
    return {"deviceList": msgspec.to_builtins(message.devices)}


def wifi_data(message: WifiStats) -> dict[str, Any]:
    """Of ``wifiStats``."""
    return _said(
        signal=message.signal,
        rssi=message.rssi,
        noise=message.noise,
        interface=message.interface,
    )


def is_log(message: FabricError) -> bool:
    """Whether an error is a line of a log, and says nothing of the call."""
    return message.function in {WebRTCFunction.APPLICATION_LOG, WebRTCFunction.APPLICATION_ERROR}


def log_data(message: Log | FabricError) -> dict[str, Any]:
    """Of ``applicationLog``."""
    if isinstance(message, Log):
        level, kind = message.level, message.message_type
        return {"level": level, "message": message.message, "messageType": kind}
    return {"level": "info", "message": message.message or "", "messageType": _kind(message)}


def error_data(message: FabricError, *, sdp: bool) -> dict[str, Any]:
    """What ``fabricSetupFailed`` has of the error; descriptions only where they are collected."""
    return _said(
        message=message.message,
        messageType=_kind(message),
        name=message.name,
        stack=message.stack,
        localSDP=message.local_sdp if sdp else None,
        remoteSDP=message.remote_sdp if sdp else None,
    )


def disruption_event(one: Disrupted) -> tuple[str, dict[str, Any]]:
    """``mediaDisruption``'s type and payload; of what is no such, words of the same kind."""
    if one.kind == "one-way-media":
        event = "oneWayMediaStart" if one.started else "oneWayMediaStop"
        return event, {"mediaType": one.media, "ssrc": one.ssrc, "disruptionType": one.detail}
    if one.detail:
        event = "circuitBreaker" if one.started else "circuitBreakerEnd"
        return event, {"ssrc": one.ssrc, "disruptionType": one.detail}
    first, *words = one.kind.split("-")
    event = first + "".join(map(str.capitalize, words)) + ("Start" if one.started else "End")
    return event, {"mediaType": one.media, "ssrc": one.ssrc}


def feedback_record(message: Feedback) -> FeedbackRecord:
    """What a person said to an application."""
    return FeedbackRecord(
        timestamp=message.timestamp,
        overall=message.overall,
        audio=message.audio,
        video=message.video,
        screen=message.screen,
        comment=message.comment,
        user_id=message.user_id,
    )


def _kind(message: FabricError) -> str:
    return "domError" if message.name else "text"


def _said(**said: Any) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value is not None}
