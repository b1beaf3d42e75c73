"""The whole ``pctConnectionQualityChange`` record, from a run, its judgement and the machine."""

import hashlib
from collections.abc import Mapping

import msgspec

from notifier.codes import BY_SUMMARY, CONNECTIVITY_TEXTS, STATUS_TEXTS, Color, Connectivity
from notifier.forecast.advice import NOT_THEIRS, advice_for
from notifier.forecast.causes import Cause
from notifier.forecast.judge import Judgement
from notifier.machine.facts import NetworkFacts, Place
from notifier.measurement import RunMeasurement
from notifier.verdict import Verdict

__all__ = ["compose", "local_ip", "notification_id", "with_media_device"]


def compose(
    *,
    measurement: RunMeasurement,
    judgement: Judgement,
    facts: NetworkFacts,
    device_id: str,
    media_device_present: bool | None,
    texts: Mapping[int, str],
    place: Place | None = None,
    demonstration: bool = False,
    unsure: bool = False,
    not_theirs: bool = False,
) -> Verdict:
    """Put the record together; every code follows from the judgement's summary code.

    :param device_id: UUID of this installation and user.
    :param media_device_present: False makes connectivity "no media device" where the network
        works; None (cannot tell) never does.
    :param texts: sentences that replace the built-in ones, by notification code.
    :param place: of :func:`local_ip`, where it was looked up.
    :param demonstration: the run went to the embedded relay; the advice says so.
    :param unsure: it is tested again at once to make sure.
    :param not_theirs: credentials that were refused are an organisation's.
    """
    row = BY_SUMMARY[judgement.summary_code]
    connected = judgement.connects
    connectivity = Connectivity.SUCCESS
    if not connected:
        connectivity = Connectivity.NO_CONNECTION
    elif media_device_present is False:
        connectivity = Connectivity.NO_MEDIA_DEVICE

    causes: list[str] = list(judgement.causes)
    if judgement.server_url is None and not facts.has_route:
        # The servers are not to blame: this machine is on no network.
        causes = [Cause.NO_ROUTE]
    if facts.network_type == "vpn" and row.color is not Color.GREEN:
        causes.append(Cause.VPN)
    if media_device_present is False:
        causes.append(Cause.NO_MEDIA_DEVICE)
    causes = [str(cause) for cause in causes]

    place = place or Place()
    return Verdict(
        timestamp=measurement.timestamp,
        device_id=device_id,
        notification_id=notification_id(row.notification_code, facts.network_id),
        connectivity_code=int(connectivity),
        connectivity=CONNECTIVITY_TEXTS[connectivity],
        status_code=int(row.status),
        status=STATUS_TEXTS[row.status],
        summary_code=row.summary_code,
        summary=row.summary,
        notification_code=row.notification_code,
        notification=texts.get(row.notification_code, row.notification),
        network_type=facts.network_type,
        local_ip=local_ip(measurement, judgement),
        isp=place.isp,
        city=place.city,
        country=place.country,
        color=str(row.color),
        confidence=judgement.confidence,
        causes=tuple(causes),
        advice=advice_for(causes, demonstration=demonstration, not_theirs=not_theirs),
        mode=measurement.mode,
        duration_ms=measurement.duration_ms,
        bytes_sent=measurement.bytes_sent,
        bytes_received=measurement.bytes_received,
        local=measurement.local,
        servers=tuple(server.entry() for server in measurement.servers),
        unsure=unsure,
        model=judgement.model,
    )


def with_media_device(verdict: Verdict, *, present: bool | None, demonstration: bool) -> Verdict:
    """The verdict of an earlier run, with the microphones and cameras that there are now.

    :param present: as in :func:`compose`.
    """
    connectivity = verdict.connectivity_code
    if connectivity != Connectivity.NO_CONNECTION:
        connectivity = Connectivity.NO_MEDIA_DEVICE if present is False else Connectivity.SUCCESS
    causes = [cause for cause in verdict.causes if cause != Cause.NO_MEDIA_DEVICE]
    if present is False:
        causes.append(str(Cause.NO_MEDIA_DEVICE))
    return msgspec.structs.replace(
        verdict,
        connectivity_code=int(connectivity),
        connectivity=CONNECTIVITY_TEXTS[Connectivity(connectivity)],
        causes=tuple(causes),
        advice=advice_for(
            causes, demonstration=demonstration, not_theirs=NOT_THEIRS in verdict.advice
        ),
    )


def notification_id(notification_code: int, network_id: str) -> str:
    """32 hexadecimal digits: the same code on the same network gives the same ID."""
    digest = hashlib.sha256(f"{notification_code}\0{network_id}".encode())
    return digest.hexdigest()[:32]


def local_ip(measurement: RunMeasurement, judgement: Judgement) -> str:
    """Our public address as the deciding server saw it, else any other; empty where none did."""
    servers = sorted(measurement.servers, key=lambda server: server.url != judgement.server_url)
    return next((server.mapped_address for server in servers if server.mapped_address), "")
