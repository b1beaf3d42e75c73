"""The verdict of a run: one ``pctConnectionQualityChange`` record.

Field names and their order are the published interface (docs/verdict.md): what callstats.io's
SCT Notifications named first, our own fields after it. ``notifier/verdict.schema.json`` describes
the same record to programs.
"""

import msgspec

from notifier.measurement import Mode, ServerEntry

__all__ = ["LocalLink", "Verdict", "WifiLink"]


class WifiLink(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """The Wi-Fi link while the run loaded it."""

    signal_dbm: float | None = None
    link_rate_mbps: float | None = None


class LocalLink(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """The first hop while the run loaded the link; the whole is null where it did not answer."""

    gateway_rtt_ms: float | None = None
    gateway_loss_fraction: float | None = None
    gateway_loaded_rtt_ms: float | None = None
    wifi: WifiLink | None = None


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
