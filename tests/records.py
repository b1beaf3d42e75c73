"""Verdicts and measurements for tests: one good example, and every possible one by hypothesis."""

from typing import Any

import msgspec
from hypothesis import strategies as st

from notifier.codes import CONNECTIVITY_TEXTS, ROWS, STATUS_TEXTS, Connectivity
from notifier.forecast.watched import Figure
from notifier.measurement import (
    CallCheck,
    Interval,
    Intervals,
    LocalLink,
    Origin,
    RoundTrip,
    RunMeasurement,
    ServerEntry,
    ServerMeasurement,
    Throughput,
    WifiLink,
)
from notifier.verdict import UnusualFigure, Verdict

__all__ = [
    "example_measurement",
    "example_server",
    "example_unusual",
    "example_verdict",
    "verdicts",
]

NOON = 1_795_262_400_000.0
"""2026-11-21 12:00 UTC, milliseconds."""


def example_server(**changes: Any) -> ServerMeasurement:
    """A server that answered well."""
    server = ServerMeasurement(
        url="turn:turn.example.org?transport=udp",
        provider="Head office",
        reachable=True,
        transport="udp",
        setup_ms=61.5,
        rtt_ms=RoundTrip(min=18.0, median=20.5, p95=31.0),
        jitter_ms=1.25,
        loss_fraction=0.004,
        loss_burst=1.0,
        throughput_kbps=Throughput(loop=5000.0, up=5000.0, down=None, loop_at_least=True),
        loaded_rtt_ms=84.0,
        mapped_address="192.0.2.7",
        server_address="198.51.100.3",
        packets_sent=500,
        duration_ms=11_000.0,
        bytes_sent=400_000,
        bytes_received=390_000,
    )
    return msgspec.structs.replace(server, **changes)


def example_measurement(
    *servers: ServerMeasurement, timestamp: float = NOON, **changes: Any
) -> RunMeasurement:
    """A run against these servers, or against the one example."""
    servers = servers or (example_server(),)
    measurement = RunMeasurement(
        timestamp=timestamp,
        mode="full",
        servers=servers,
        duration_ms=12_000.0,
        bytes_sent=sum(server.bytes_sent for server in servers),
        bytes_received=sum(server.bytes_received for server in servers),
    )
    return msgspec.structs.replace(measurement, **changes)


def example_verdict(
    measurement: RunMeasurement | None = None, *, summary_code: int = 95, **changes: Any
) -> Verdict:
    """The verdict with this summary code on a measurement, or on the example."""
    measurement = measurement or example_measurement()
    row = next(row for row in ROWS if row.summary_code == summary_code)
    connectivity = Connectivity.NO_CONNECTION if summary_code == 10 else Connectivity.SUCCESS
    verdict = Verdict(
        timestamp=measurement.timestamp,
        device_id="7d0fbb6c-8a5e-4b4e-9a36-3a2f5f1f2c11",
        notification_id="9f2c5e0a41d7b8369f2c5e0a41d7b836",
        connectivity_code=int(connectivity),
        connectivity=CONNECTIVITY_TEXTS[connectivity],
        status_code=int(row.status),
        status=STATUS_TEXTS[row.status],
        summary_code=row.summary_code,
        summary=row.summary,
        notification_code=row.notification_code,
        notification=row.notification,
        network_type="wifi",
        local_ip="192.0.2.7",
        isp="Example Net",
        city=None,
        country="Finland",
        color=row.color.value,
        confidence=0.75,
        causes=(),
        advice=(),
        mode=measurement.mode,
        duration_ms=measurement.duration_ms,
        bytes_sent=measurement.bytes_sent,
        bytes_received=measurement.bytes_received,
        local=LocalLink(gateway_rtt_ms=2.5, wifi=WifiLink(signal_dbm=-61.0)),
        servers=tuple(server.entry() for server in measurement.servers),
    )
    return msgspec.structs.replace(verdict, **changes)


def example_unusual(**changes: Any) -> UnusualFigure:
    """A throughput far below what is usual."""
    unusual = UnusualFigure(
        figure="throughput",
        now=1450.0,
        usual_low=5200.0,
        usual_high=5900.0,
        text="unusually slow for this network: 1.4 Mbit/s, usually 5.2 to 5.9 Mbit/s",
    )
    return msgspec.structs.replace(unusual, **changes)


_text = st.text(min_size=1, max_size=30)
_amount = st.floats(min_value=0, max_value=1e9)
_fraction = st.floats(min_value=0, max_value=1)
_bytes = st.integers(min_value=0, max_value=2**40)
_words = st.lists(
    st.sampled_from(["loss", "latency", "jitter", "bandwidth-up", "udp-blocked", "wifi", "vpn"]),
    unique=True,
    max_size=4,
)


def _optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def _servers(draw: st.DrawFn) -> ServerEntry:
    reachable = draw(st.booleans())
    errors = ["timeout", "refused", "dns", "tls", "unauthorized", "forbidden", "quota"]
    errors += ["relay-blocked", "protocol"]
    low, middle, high = sorted(draw(st.tuples(_amount, _amount, _amount)))
    throughput = st.builds(
        Throughput,
        loop=_amount,
        up=_optional(_amount),
        down=_optional(_amount),
        loop_at_least=st.booleans(),
        up_at_least=st.booleans(),
        down_at_least=st.booleans(),
    )
    check = st.builds(
        CallCheck,
        connected=st.booleans(),
        ice_ms=_optional(_amount),
        dtls_ms=_optional(_amount),
        audio_loss_fraction=_optional(_fraction),
        rtt_ms=_optional(_amount),
    )
    return ServerEntry(
        url=draw(
            st.sampled_from(
                [
                    "turn:turn.example.org",
                    "turn:[2001:db8::1]:3479?transport=tcp",
                    "turns:198.51.100.3:443?transport=tcp",
                ]
            )
        ),
        provider=draw(_text),
        reachable=reachable,
        transport=draw(st.sampled_from(["udp", "tcp", "tls"])),
        error=None if reachable else draw(st.sampled_from(errors)),
        setup_ms=draw(_optional(_amount)),
        rtt_ms=draw(_optional(st.just(RoundTrip(min=low, median=middle, p95=high)))),
        jitter_ms=draw(_optional(_amount)),
        loss_fraction=draw(_optional(_fraction)),
        loss_burst=draw(_optional(st.floats(min_value=1, max_value=1000))),
        delay_spikes=draw(_optional(st.integers(0, 100))),
        longest_spike_ms=draw(_optional(_amount)),
        throughput_kbps=draw(_optional(throughput)),
        loaded_rtt_ms=draw(_optional(_amount)),
        loaded_rtt_at_least=draw(st.booleans()),
        call_check=draw(_optional(check)),
        relay=draw(st.sampled_from([None, "self", "reflexive", "server"])),
        intervals=draw(_optional(_intervals)),
    )


_interval = st.tuples(_amount, _amount).map(lambda ends: Interval(min(ends), max(ends)))
_intervals = st.builds(
    Intervals,
    rtt_ms=_optional(_interval),
    loss_fraction=_optional(_interval),
    loop_kbps=_optional(_interval),
)


_unusual = st.builds(
    UnusualFigure,
    figure=st.sampled_from([*Figure, "of-a-later-version"]).map(str),
    now=_amount,
    usual_low=_amount,
    usual_high=_amount,
    text=_text,
)


@st.composite
def verdicts(draw: st.DrawFn) -> Verdict:
    """Any verdict that obeys the rules of docs/verdict.md."""
    row = draw(st.sampled_from(ROWS))
    choices = [Connectivity.SUCCESS, Connectivity.NO_MEDIA_DEVICE]
    if row.summary_code == 10:
        choices.append(Connectivity.NO_CONNECTION)
    connectivity = draw(st.sampled_from(choices))
    causes = draw(_words)
    if connectivity is Connectivity.NO_MEDIA_DEVICE:
        causes.append("no-media-device")
    signal = st.floats(min_value=-120, max_value=0)
    wifi = st.builds(
        WifiLink,
        signal_dbm=_optional(signal),
        link_rate_mbps=_optional(_amount),
        retry_fraction=_optional(_fraction),
    )
    side = st.sampled_from(["local", "beyond", None])
    local = st.builds(
        LocalLink,
        gateway_rtt_ms=_optional(_amount),
        gateway_loss_fraction=_optional(_fraction),
        gateway_jitter_ms=_optional(_amount),
        gateway_loaded_rtt_ms=_optional(_amount),
        origin=st.builds(Origin, loss=side, jitter=side, queue=side),
        wifi=_optional(wifi),
    )
    networks = ["bluetooth", "cellular", "ethernet", "wifi", "wimax", "vpn", "unknown"]
    return Verdict(
        timestamp=draw(_amount),
        device_id=str(draw(st.uuids())),
        notification_id=draw(st.text("0123456789abcdef", min_size=32, max_size=32)),
        connectivity_code=int(connectivity),
        connectivity=CONNECTIVITY_TEXTS[connectivity],
        status_code=int(row.status),
        status=STATUS_TEXTS[row.status],
        summary_code=row.summary_code,
        summary=row.summary,
        notification_code=row.notification_code,
        notification=draw(_text),
        network_type=draw(st.sampled_from(networks)),
        local_ip=draw(st.just("") | st.ip_addresses(v=4).map(str) | st.ip_addresses(v=6).map(str)),
        isp=draw(_optional(_text)),
        city=draw(_optional(_text)),
        country=draw(_optional(_text)),
        color=row.color.value,
        confidence=draw(_fraction),
        causes=tuple(causes),
        advice=tuple(draw(st.lists(_text, max_size=3))),
        mode=draw(st.sampled_from(["full", "light"])),
        duration_ms=draw(_amount),
        bytes_sent=draw(_bytes),
        bytes_received=draw(_bytes),
        local=draw(_optional(local)),
        servers=tuple(draw(st.lists(_servers(), min_size=1, max_size=3))),
        unsure=draw(st.booleans()),
        unusual=tuple(draw(st.lists(_unusual, max_size=2))),
        model=draw(_optional(_text)),
    )
