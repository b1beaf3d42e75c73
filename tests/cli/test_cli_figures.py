"""The figures of a run on a terminal: what is known of each, and nothing for what is not."""

from typing import Any

import pytest
from hypothesis import given

from notifier.cli.figures import first_hop_line, server_lines
from notifier.measurement import (
    CallCheck,
    Interval,
    Intervals,
    LocalLink,
    Origin,
    RelayKind,
    RoundTrip,
    ServerEntry,
    Throughput,
    WifiLink,
)
from notifier.verdict import Verdict
from tests.records import verdicts


def entry(**figures: Any) -> ServerEntry:
    """A server that was reached, and what was found of it."""
    return ServerEntry(
        url="turn:turn.example.org",
        provider="Head office",
        **{"reachable": True, "transport": "udp", **figures},
    )


def test_a_server_with_every_figure() -> None:
    server = entry(
        rtt_ms=RoundTrip(min=38.2, median=40.7, p95=58.9),
        jitter_ms=4.2,
        loss_fraction=0.03,
        throughput_kbps=Throughput(loop=1450.0, up=1450.0, down=8000.0, down_at_least=True),
        loaded_rtt_ms=212.0,
        loaded_rtt_at_least=True,
        call_check=CallCheck(
            connected=True, ice_ms=128.3, dtls_ms=168.2, audio_loss_fraction=0.03, rtt_ms=83.1
        ),
        relay="server",
        intervals=Intervals(
            rtt_ms=Interval(39.1, 42.0),
            loss_fraction=Interval(0.01, 0.085),
            loop_kbps=Interval(1431.0, 1469.0),
        ),
    )
    assert server_lines(server) == [
        "turn:turn.example.org: 41 ms, 3.0% lost, 1.45 Mbit/s",
        "  up 1.45 Mbit/s, down at least 8.00 Mbit/s, at least 212 ms under load, jitter 4.2 ms",
        "  95% sure: 39.1 to 42.0 ms, 1.0% to 8.5% lost, 1.43 to 1.47 Mbit/s",
        "  measured to another server: this one does not relay to itself",
        "  WebRTC call: connected in 296 ms, 3.0% of its sound lost",
    ]


def test_a_server_of_which_little_is_known() -> None:
    assert server_lines(entry()) == ["turn:turn.example.org: reachable"]
    assert server_lines(entry(reachable=False, error="dns")) == ["turn:turn.example.org: dns"]


@pytest.mark.parametrize(
    ("count", "longest", "line"),
    [
        (1, 123.4, "  held up once by packets sent again, the longest 123 ms"),
        (3, 220.0, "  held up 3 times by packets sent again, the longest 220 ms"),
    ],
)
def test_waits_for_packets_that_were_sent_again(count: int, longest: float, line: str) -> None:
    server = entry(transport="tcp", delay_spikes=count, longest_spike_ms=longest)
    assert server_lines(server)[1:] == [line]


@pytest.mark.parametrize(
    ("relay", "says"), [("self", None), ("reflexive", "own address"), ("server", "another server")]
)
def test_where_the_loop_ended(relay: RelayKind, says: str | None) -> None:
    further = server_lines(entry(relay=relay))[1:]
    assert says in further[0] if says else not further


@pytest.mark.parametrize(
    ("ice_ms", "says"), [(None, "did not find each other"), (120.0, "no encryption")]
)
def test_a_call_that_did_not_connect(ice_ms: float | None, says: str) -> None:
    check = CallCheck(
        connected=False, ice_ms=ice_ms, dtls_ms=None, audio_loss_fraction=None, rtt_ms=None
    )
    [line] = server_lines(entry(call_check=check))[1:]
    assert line.startswith("  WebRTC call: not connected, ")
    assert says in line


def test_the_first_hop() -> None:
    local = LocalLink(
        gateway_rtt_ms=3.4,
        gateway_loss_fraction=0.06,
        gateway_loaded_rtt_ms=48.0,
        origin=Origin(loss="local", queue="beyond"),
        wifi=WifiLink(signal_dbm=-71.0),
    )
    assert first_hop_line(local) == (
        "first hop: 3.4 ms, 6.0% lost, 48.0 ms under load, Wi-Fi signal -71 dBm, "
        "loss before the router, queue behind the router"
    )


@pytest.mark.parametrize("local", [None, LocalLink(), LocalLink(wifi=WifiLink())])
def test_a_first_hop_of_which_nothing_is_known(local: LocalLink | None) -> None:
    assert first_hop_line(local) is None


@given(verdict=verdicts())
def test_every_record_can_be_read(verdict: Verdict) -> None:
    lines = [line for server in verdict.servers for line in server_lines(server)]
    assert all(line.strip() and "None" not in line for line in lines)
    assert "None" not in (first_hop_line(verdict.local) or "")
