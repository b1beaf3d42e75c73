"""Runs for windows to show: whole, consistent, and each figure as the caller wants it."""

from notifier.codes import BY_SUMMARY, CONNECTIVITY_TEXTS, STATUS_TEXTS, Connectivity
from notifier.history.store import History
from notifier.measurement import RoundTrip, RunMeasurement, ServerMeasurement, Throughput
from notifier.notify.rule import Decision, Reason
from notifier.service.events import Trigger, VerdictReached
from notifier.turn.uri import parse_turn_uri
from notifier.verdict import UnusualFigure, Verdict

__all__ = ["NOW", "add_run", "failed_server", "measurement", "reached", "server", "verdict"]

NOW = 1_793_264_400_000.0
"""A moment to count from, milliseconds since 1970."""

_URL = "turn:turn.example.org:3478"


def server(
    *, url: str = _URL, provider: str = "Head office", rtt: float = 42.0, loss: float = 0.0,
    kbps: float = 5000.0, at_least: bool = False,
) -> ServerMeasurement:  # fmt: skip
    """A server that was reached."""
    return ServerMeasurement(
        url=url,
        provider=provider,
        reachable=True,
        transport=parse_turn_uri(url).transport,
        setup_ms=3 * rtt,
        rtt_ms=RoundTrip(min=rtt * 0.95, median=rtt, p95=rtt * 1.3),
        jitter_ms=2.4,
        loss_fraction=loss,
        loss_burst=1.4 if loss else None,
        throughput_kbps=Throughput(loop=kbps, up=None, down=None, loop_at_least=at_least),
        loaded_rtt_ms=rtt * 3,
        mapped_address="203.0.113.7",
        server_address="198.51.100.20",
        packets_sent=100,
        duration_ms=3700.0,
        bytes_sent=245_000,
        bytes_received=246_000,
    )


def failed_server(
    error: str = "timeout", *, url: str = "turns:backup.example.org:443",
    provider: str = "Backup", detail: str | None = None,
) -> ServerMeasurement:  # fmt: skip
    """A server that was not reached."""
    return ServerMeasurement(
        url=url,
        provider=provider,
        reachable=False,
        transport=parse_turn_uri(url).transport,
        error=error,  # type: ignore[arg-type]  # the callers' are literals
        detail=detail,
        duration_ms=5000.0,
        bytes_sent=600,
        bytes_received=0,
    )


def measurement(
    *servers: ServerMeasurement, timestamp: float = NOW, mode: str = "full"
) -> RunMeasurement:
    """A run over these servers."""
    return RunMeasurement(
        timestamp=timestamp,
        mode="full" if mode == "full" else "light",
        servers=servers or (server(),),
        duration_ms=3900.0,
        bytes_sent=245_600,
        bytes_received=246_000,
    )


def verdict(
    summary_code: int,
    run: RunMeasurement | None = None,
    *,
    connectivity: Connectivity = Connectivity.SUCCESS,
    network_type: str = "wifi",
    causes: tuple[str, ...] = (),
    advice: tuple[str, ...] = (),
    notification: str | None = None,
    unsure: bool = False,
    unusual: tuple[UnusualFigure, ...] = (),
    model: str | None = None,
) -> Verdict:
    """A verdict with this summary code, and what hangs together with it."""
    run = run or measurement()
    row = BY_SUMMARY[summary_code]
    return Verdict(
        timestamp=run.timestamp,
        device_id="7f0c1c4e-4a0e-4a9e-9d36-0d8f3f2f8b11",
        notification_id=f"id-{row.notification_code}",
        connectivity_code=connectivity,
        connectivity=CONNECTIVITY_TEXTS[connectivity],
        status_code=row.status,
        status=STATUS_TEXTS[row.status],
        summary_code=summary_code,
        summary=row.summary,
        notification_code=row.notification_code,
        notification=row.notification if notification is None else notification,
        network_type=network_type,
        local_ip="203.0.113.7",
        isp="Example Net",
        city="Helsinki",
        country="Finland",
        color=row.color,
        confidence=0.8,
        causes=causes,
        advice=advice,
        mode=run.mode,
        duration_ms=run.duration_ms,
        bytes_sent=run.bytes_sent,
        bytes_received=run.bytes_received,
        local=None,
        servers=tuple(one.entry() for one in run.servers),
        unsure=unsure,
        unusual=unusual,
        model=model,
    )


def add_run(
    history: History,
    summary_code: int = 95,
    *,
    timestamp: float = NOW,
    servers: tuple[ServerMeasurement, ...] = (),
    decision: Decision | None = Decision(True, Reason.FIRST),  # noqa: B008 - frozen
    delivered_by: str | None = "freedesktop",
    demonstration: bool = False,
    trigger: str = "schedule",
    connectivity: Connectivity = Connectivity.SUCCESS,
    network_type: str = "wifi",
    causes: tuple[str, ...] = (),
    advice: tuple[str, ...] = (),
    notification: str | None = None,
    unsure: bool = False,
    unusual: tuple[UnusualFigure, ...] = (),
    model: str | None = None,
) -> int:
    """Write a run, and what was decided about it, into a history; return its number."""
    run = measurement(*servers, timestamp=timestamp)
    judged = verdict(
        summary_code,
        run,
        connectivity=connectivity,
        network_type=network_type,
        causes=causes,
        advice=advice,
        notification=notification,
        unsure=unsure,
        unusual=unusual,
        model=model,
    )
    run_id = history.add_run(
        judged,
        run,
        network_id="home",
        origin="tray",
        trigger=trigger,
        demonstration=demonstration,
    )
    if decision is not None:
        row = history.add_notification(
            run_id,
            timestamp=timestamp,
            network_id="home",
            code=judged.notification_code,
            decision=decision,
        )
        if decision.show and delivered_by is not None:
            history.set_delivered(row, delivered_by)
    return run_id


def reached(history: History, run_id: int, *, trigger: Trigger = "manual") -> VerdictReached:
    """The event that a service emits when it has just written this run."""
    stored = history.run(run_id)
    return VerdictReached(
        verdict=stored.verdict,
        measurement=stored.measurement,
        network_id=stored.summary.network_id,
        trigger=trigger,
        demonstration=stored.summary.demonstration,
        run_id=run_id,
    )
