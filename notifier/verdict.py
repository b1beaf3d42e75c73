"""The verdict of a run: one ``pctConnectionQualityChange`` record.

Field names and their order are the published interface (docs/verdict.md): what callstats.io's
SCT Notifications named first, our own fields after it. ``notifier/verdict.schema.json`` describes
the same record to programs.
"""

import msgspec

from notifier.measurement import LocalLink, Mode, ServerEntry

__all__ = ["REFUSALS", "UnusualFigure", "Verdict"]

REFUSALS = frozenset({"bad-credentials", "quota"})
"""Causes for which a server lets nobody in: the network carried question and answer, and no more
was tried."""

_BESIDE = frozenset({"vpn", "no-media-device"})
"""Causes that stand beside others, and say nothing of the servers."""


class UnusualFigure(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A figure that two runs in a row found worse than is usual on this network."""

    figure: str
    """``throughput`` (kbit/s), ``round-trip``, ``loaded-round-trip``, ``jitter`` (ms), ``loss``
    (0..1) or ``servers`` (1: one works, 0: none)."""

    now: float
    usual_low: float
    usual_high: float
    """Between these it lies nine times out of ten, at this hour of the week."""

    text: str
    """The same in words."""


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
    unsure: bool = False
    """It is tested again at once to make sure: a run did not fit what was known."""

    unusual: tuple[UnusualFigure, ...] = ()
    model: str | None = None
    """The model that made the forecast; None: the threshold rule did."""

    @property
    def cut_off(self) -> bool:
        """This machine was on no network at all."""
        return "no-route" in self.causes

    @property
    def refused(self) -> bool:
        """Every server was reached and let nobody in: a wrong password, or no relay left.

        What the network is like was not measured, whatever the codes say, which know no such case.
        """
        causes = set(self.causes) - _BESIDE
        return bool(causes) and causes <= REFUSALS
