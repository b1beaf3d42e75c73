"""The verdict of a run: one ``pctConnectionQualityChange`` record.

Field names and their order are the published interface (docs/verdict.md): what callstats.io's
SCT Notifications named first, our own fields after it. ``notifier/verdict.schema.json`` describes
the same record to programs.
"""

import msgspec

from notifier.measurement import LocalLink, Mode, ServerEntry

__all__ = ["Verdict"]


class Verdict(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    rename={
        "device_id": "deviceId",
        "notification_id": "notificationID",
        "connectivity_code": "connectivityCode",
        "status_code": "statusCode",
        "summary_code": "summaryCode",
        "notification_code": "notificationCode",
        "network_type": "networkType",
        "local_ip": "localIp",
        "duration_ms": "durationMs",
        "bytes_sent": "bytesSent",
        "bytes_received": "bytesReceived",
    },
):
    """One verdict; see docs/verdict.md for each field."""

    timestamp: float
    device_id: str
    notification_id: str
    connectivity_code: int
    connectivity: str
    status_code: int
    status: str
    summary_code: int
    summary: str
    notification_code: int
    notification: str
    network_type: str
    local_ip: str
    isp: str | None
    city: str | None
    country: str | None
    color: str
    confidence: float
    causes: tuple[str, ...]
    advice: tuple[str, ...]
    mode: Mode
    duration_ms: float
    bytes_sent: int
    bytes_received: int
    local: LocalLink | None
    servers: tuple[ServerEntry, ...]
