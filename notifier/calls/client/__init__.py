"""The Python client: the callstats API for programs with a peer connection (docs/integrate.md).

It shares with the program the words of the protocol and nothing else, loads neither Qt nor aiortc,
and never slows or breaks the call.
"""

from notifier.calls.client.api import CallStats, Result
from notifier.calls.vocabulary import (
    AppError,
    CallType,
    EndpointType,
    FabricEvent,
    FabricUsage,
    QualityRating,
    Role,
    TransmissionDirection,
    UserIDType,
    WebRTCFunction,
)

__all__ = [
    "AppError",
    "CallStats",
    "CallType",
    "EndpointType",
    "FabricEvent",
    "FabricUsage",
    "QualityRating",
    "Result",
    "Role",
    "TransmissionDirection",
    "UserIDType",
    "WebRTCFunction",
]
