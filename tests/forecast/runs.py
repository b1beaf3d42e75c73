"""Runs to judge: one clean server, and any run at all."""

from typing import Any

from hypothesis import strategies as st

from notifier.measurement import (
    CallCheck,
    LocalLink,
    Origin,
    RoundTrip,
    RunMeasurement,
    ServerError,
    ServerMeasurement,
    Throughput,
    Transport,
    WifiLink,
)
from notifier.prediction import Known

__all__ = [
    "any_run",
    "call",
    "good_figures",
    "known_loop",
    "rtt",
    "run",
    "server",
    "throughput",
    "unreachable",
]

ERRORS: tuple[ServerError, ...] = (
    "timeout",
    "refused",
    "dns",
    "tls",
    "unauthorized",
    "forbidden",
    "quota",
    "relay-blocked",
    "protocol",
)
TRANSPORTS: tuple[Transport, ...] = ("udp", "tcp", "tls")


def rtt(median: float, p95: float | None = None) -> RoundTrip:
    return RoundTrip(min=median, median=median, p95=median if p95 is None else p95)


def throughput(loop: float, up: float | None = None, down: float | None = None) -> Throughput:
    return Throughput(loop=loop, up=up, down=down)


def server(**changes: Any) -> ServerMeasurement:
    """An excellent server, but for the changes."""
    fields: dict[str, Any] = {
        "url": "turn:turn.example.com",
        "provider": "turn.example.com",
        "reachable": True,
        "transport": "udp",
        "rtt_ms": rtt(40.0, 44.0),
        "jitter_ms": 2.0,
        "loss_fraction": 0.0,
        "throughput_kbps": throughput(5000.0, 5000.0, 50000.0),
        "loaded_rtt_ms": 90.0,
        "packets_sent": 1000,
        "mapped_address": "203.0.113.7",
    }
    return ServerMeasurement(**(fields | changes))


def call(
    connected: bool, *, ice_ms: float | None = 120.0, audio_loss_fraction: float | None = None
) -> CallCheck:
    """What became of a real call."""
    return CallCheck(
        connected=connected,
        ice_ms=ice_ms,
        dtls_ms=160.0 if connected else None,
        audio_loss_fraction=audio_loss_fraction,
        rtt_ms=None,
    )


def unreachable(error: ServerError, **changes: Any) -> ServerMeasurement:
    fields: dict[str, Any] = {
        "url": "turn:turn.example.com",
        "provider": "turn.example.com",
        "reachable": False,
        "transport": "udp",
        "error": error,
    }
    return ServerMeasurement(**(fields | changes))


def run(
    *servers: ServerMeasurement, mode: str = "full", local: LocalLink | None = None
) -> RunMeasurement:
    return RunMeasurement(
        timestamp=1_800_000_000_000.0,
        mode="light" if mode == "light" else "full",
        servers=servers,
        duration_ms=9000.0,
        bytes_sent=400_000,
        bytes_received=390_000,
        local=local,
    )


_number = st.floats() | st.integers(-1, 3000).map(float)
_maybe = st.none() | _number
_any_server = st.builds(
    ServerMeasurement,
    url=st.sampled_from(["turn:a.example", "turns:a.example", "turn:b.example?transport=tcp", "?"]),
    provider=st.text(max_size=3),
    reachable=st.booleans(),
    transport=st.sampled_from(TRANSPORTS),
    error=st.none() | st.sampled_from(ERRORS),
    rtt_ms=st.none() | st.builds(RoundTrip, min=_number, median=_number, p95=_number),
    jitter_ms=_maybe,
    loss_fraction=_maybe | st.floats(0, 1),
    loss_burst=_maybe,
    throughput_kbps=st.none()
    | st.builds(
        Throughput,
        loop=_number,
        up=_maybe,
        down=_maybe,
        loop_at_least=st.booleans(),
        up_at_least=st.booleans(),
        down_at_least=st.booleans(),
    ),
    loaded_rtt_ms=_maybe,
    mapped_address=st.none() | st.just("203.0.113.7"),
    packets_sent=st.integers(),
    call_check=st.none()
    | st.builds(
        CallCheck,
        connected=st.booleans(),
        ice_ms=_maybe,
        dtls_ms=_maybe,
        audio_loss_fraction=_maybe | st.floats(0, 1),
        rtt_ms=_maybe,
    ),
)
_side = st.sampled_from(["local", "beyond", None])
_any_local = st.builds(
    LocalLink,
    gateway_rtt_ms=st.none() | st.floats(0, 1000),
    gateway_loss_fraction=st.none() | st.floats(0, 1),
    origin=st.builds(Origin, loss=_side, jitter=_side, queue=_side),
    wifi=st.none() | st.builds(WifiLink, signal_dbm=st.none() | st.floats(-120, 10)),
)
any_run: st.SearchStrategy[RunMeasurement] = st.builds(
    lambda servers, local: run(*servers, local=local),
    st.lists(_any_server, max_size=4),
    st.none() | _any_local,
)
"""Any run that the type allows, impossible figures included."""

good_figures: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "loss_fraction": st.none() | st.floats(0, 1),
        "rtt_ms": st.none() | st.floats(0, 2000).map(rtt),
        "jitter_ms": st.none() | st.floats(0, 500),
        "loaded_rtt_ms": st.none() | st.floats(0, 5000),
        "throughput_kbps": st.none() | st.floats(0, 10_000).map(throughput),
        "packets_sent": st.integers(0, 5000),
        "call_check": st.none()
        | st.builds(
            call,
            st.booleans(),
            ice_ms=st.none() | st.just(120.0),
            audio_loss_fraction=st.none() | st.floats(0, 1),
        ),
        "transport": st.sampled_from(TRANSPORTS),
    }
)
"""Figures of a reachable server, as a probe may report them."""


def known_loop(loop: float | None, **changes: Any) -> Known:
    """What a full run found whose throughput was this, kbit/s; None: it found none."""
    if loop is None:
        return Known(**changes)
    return Known(throughput=Throughput(loop=loop, up=None, down=None), **changes)
