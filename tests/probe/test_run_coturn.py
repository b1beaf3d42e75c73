"""The probe against a real coturn on loopback: every transport and every way to fail."""

import asyncio
import contextlib
import socket
import time
from contextlib import closing

import pytest

from notifier.measurement import ServerError, ServerMeasurement, Transport
from notifier.probe.request import ServerTarget
from notifier.probe.server import SETUP_LIMIT, STREAMS
from notifier.settings.secrets import turn_rest
from tests.net.certificates import CertificateKind
from tests.net.coturn import PASSWORD, USERNAME, Coturn
from tests.probe.runs import Reports, probe, target

pytestmark = pytest.mark.coturn


async def one(server: Coturn, transport: Transport = "udp", **changes: object) -> ServerMeasurement:
    measurement = await probe(target(server, transport, **changes))
    [found] = measurement.servers
    return found


@pytest.mark.parametrize("transport", ["udp", "tcp", "tls"])
async def test_each_transport_gives_every_figure(transport: Transport) -> None:
    with Coturn() as server:
        measurement = await probe(target(server, transport), mode="full")
    [found] = measurement.servers
    assert (found.reachable, found.error, found.transport) == (True, None, transport)
    assert found.mapped_address == "127.0.0.1"
    assert found.loss_fraction == 0.0
    assert found.loss_burst is None
    assert found.packets_sent == STREAMS["full"].count
    assert found.rtt_ms is not None
    assert 0 < found.rtt_ms.min <= found.rtt_ms.median <= found.rtt_ms.p95 < 1000
    assert found.throughput_kbps is not None
    assert found.throughput_kbps.loop > 1000
    assert found.jitter_ms is not None
    assert found.setup_ms is not None
    # Loopback carries more than any train, and over TCP and TLS the delay under load would be
    # that of our own socket.
    assert found.throughput_kbps.loop_at_least
    assert found.loaded_rtt_ms is None
    assert 100_000 < measurement.bytes_sent + measurement.bytes_received < 600_000


@pytest.mark.parametrize("transport", ["udp", "tcp", "tls"])
async def test_a_server_that_has_ipv6_alone(transport: Transport) -> None:
    with Coturn(ip="::1") as server:
        found = await one(server, transport)
    assert (found.reachable, found.error, found.mapped_address) == (True, None, "::1")
    assert found.loss_fraction == 0.0


@pytest.mark.parametrize(
    ("kind", "word"),
    [("expired", "expired"), ("wrong-name", "match"), ("self-signed", "self")],
)
async def test_a_bad_certificate_is_refused_and_named(kind: CertificateKind, word: str) -> None:
    with Coturn(certificate=kind) as server:
        found = await one(server, "tls")
    assert (found.reachable, found.error) == (False, "tls")
    assert word in (found.detail or "").lower()


async def test_an_unknown_authority_is_refused() -> None:
    with Coturn() as server:
        found = await one(server, "tls", ca_file=None)
    assert (found.reachable, found.error) == (False, "tls")


async def test_a_certificate_file_that_is_missing_is_named() -> None:
    with Coturn() as server:
        found = await one(server, "tls", ca_file="/nonexistent/ca.pem")
    assert found.error == "tls"
    assert "/nonexistent/ca.pem" in (found.detail or "")


async def test_wrong_password() -> None:
    with Coturn() as server:
        found = await one(server, password="wrong")
    assert (found.reachable, found.error) == (False, "unauthorized")
    assert (found.detail or "").startswith("401")


async def test_no_credentials() -> None:
    with Coturn() as server:
        found = await one(server, username=None, password="")
    assert found.error == "unauthorized"


async def test_time_limited_credentials_from_a_shared_secret() -> None:
    with Coturn(static_auth_secret="north") as server:
        good = turn_rest("north", "alice", now=time.time())
        found = await one(server, username=good.username, password=good.password)
        assert found.reachable
        expired = turn_rest("north", "alice", now=1e9)
        found = await one(server, username=expired.username, password=expired.password)
    assert found.error == "unauthorized"


async def test_quota() -> None:
    with Coturn(user_quota=1) as server:
        found = await one(server)
    assert (found.reachable, found.error) == (False, "quota")


async def test_a_relay_that_may_not_relay_to_itself() -> None:
    with Coturn(denied_peers=["127.0.0.0-127.255.255.255"]) as server:
        found = await one(server)
    assert (found.reachable, found.error) == (True, "relay-blocked")
    assert found.loss_fraction is None


@pytest.mark.parametrize("transport", ["udp", "tcp"])
async def test_a_server_killed_in_the_middle_costs_its_own_result(transport: Transport) -> None:
    reports = Reports()
    with Coturn() as server, Coturn() as other:
        loop = asyncio.get_running_loop()

        def on_report(report: object) -> None:
            reports(report)  # type: ignore[arg-type]
            if reports.progress and reports.progress[-1].phase == "stream":
                server.kill()

        began = loop.time()
        measurement = await probe(
            target(server, transport), target(other), mode="full", on_report=on_report
        )
    killed, alive = measurement.servers
    assert killed.error in ("refused", "protocol", "timeout")
    assert killed.rtt_ms is not None, "what was measured before stays"
    assert (alive.reachable, alive.error) == (True, None)
    assert alive.throughput_kbps is not None
    assert loop.time() - began < 60
    assert [done.measurement.url for done in reports.servers] == [killed.url, alive.url]


def silent_port() -> socket.socket:
    """A UDP port that takes packets and never answers."""
    taken = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    taken.bind(("127.0.0.1", 0))
    return taken


def free_port() -> int:
    with closing(silent_port()) as taken:
        port: int = taken.getsockname()[1]
        return port


async def test_each_failing_server_costs_its_own_limit_and_not_the_run() -> None:
    """A server that hangs, refuses, has wrong credentials, an unknown name or a bad certificate."""
    credentials = {"username": USERNAME, "password": PASSWORD, "provider": "x"}
    with Coturn(certificate="expired") as server, closing(silent_port()) as silent:
        hanging = f"turn:127.0.0.1:{silent.getsockname()[1]}"
        targets = {
            "timeout": ServerTarget(url=hanging, **credentials),
            "refused": ServerTarget(url=f"turn:127.0.0.1:{free_port()}", **credentials),
            "unauthorized": target(server, password="wrong"),
            "dns": ServerTarget(url="turn:no-such-host.invalid", **credentials),
            "tls": target(server, "tls"),
            None: target(server),
        }
        reports = Reports()
        loop = asyncio.get_running_loop()
        began = loop.time()
        measurement = await probe(*targets.values(), on_report=reports)
        took = loop.time() - began
    errors: list[ServerError | None] = [found.error for found in measurement.servers]
    assert errors == list(targets)
    assert measurement.servers[-1].loss_fraction == 0.0
    assert len(reports.servers) == len(targets), "each server is reported once"
    fractions = [progress.fraction for progress in reports.progress]
    assert fractions == sorted(fractions)
    # The limits run side by side: what hangs longest decides, and nothing adds up.
    assert took < SETUP_LIMIT + 25


async def test_a_connection_that_is_taken_and_never_answered() -> None:
    async def swallow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            await reader.read()
        writer.close()

    server = await asyncio.start_server(swallow, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        for url, error in (
            (f"turn:127.0.0.1:{port}?transport=tcp", "timeout"),
            (f"turns:127.0.0.1:{port}", "timeout"),
        ):
            measurement = await probe(ServerTarget(url=url, provider="x", username="u"))
            assert measurement.servers[0].error == error


@pytest.mark.parametrize("answer", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\xff" * 64])
async def test_a_server_that_speaks_something_else(answer: bytes) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            await reader.read(20)
            writer.write(answer)
            await writer.drain()
            writer.close()
            await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        measurement = await probe(
            ServerTarget(url=f"turn:127.0.0.1:{port}?transport=tcp", provider="x", username="u"),
            ServerTarget(url=f"turns:127.0.0.1:{port}", provider="x", username="u"),
        )
    assert [found.error for found in measurement.servers] == ["protocol", "tls"]
    assert not any(found.reachable for found in measurement.servers)


async def test_what_is_no_url_is_a_result_too() -> None:
    measurement = await probe(ServerTarget(url="http://example.org", provider="x"))
    assert measurement.servers[0].error == "protocol"


async def test_credentials_that_could_not_be_had_are_told_without_a_packet() -> None:
    reason = "The environment variable X is not set."
    with closing(silent_port()) as silent:
        url = f"turn:127.0.0.1:{silent.getsockname()[1]}"
        measurement = await probe(ServerTarget(url=url, provider="x", problem=reason))
        silent.setblocking(False)
        with pytest.raises(BlockingIOError):
            silent.recv(1)
    [found] = measurement.servers
    assert (found.error, found.detail) == ("unauthorized", reason)
