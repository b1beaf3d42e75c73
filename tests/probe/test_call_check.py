"""The WebRTC call check against a real coturn: each transport, each way to fail, a lossy link."""

import asyncio
import json
import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from notifier.measurement import Transport
from notifier.probe.call_check import CallResult, start_call_check
from notifier.probe.request import ServerTarget
from tests.net.coturn import Coturn
from tests.net.direction import Direction
from tests.net.emulator import Link
from tests.net.middlebox import Middlebox, is_channel_data, is_dtls, is_media
from tests.probe.runs import target
from tests.processes import alive, command_line, environment

coturn = pytest.mark.coturn

RTT = 0.001
"""Seconds to a server on loopback, as the probe would have measured it."""


async def check(
    server: Coturn, transport: Transport = "udp", *, ip: str = "127.0.0.1", **changes: object
) -> CallResult:
    async with await start_call_check() as process:
        return await process.run(target(server, transport, **changes), server_ip=ip, rtt=RTT)


async def check_through(drops: Callable[[bytes], bool]) -> tuple[CallResult, Middlebox]:
    with Coturn() as server:
        async with Middlebox(server.port, drops=drops) as box:
            result = await check(server, url=f"turn:127.0.0.1:{box.port}")
    return result, box


@coturn
@pytest.mark.parametrize("transport", ["udp", "tcp", "tls"])
async def test_a_call_over_each_transport(transport: Transport) -> None:
    with Coturn() as server:
        result = await check(server, transport)
    found = result.check
    assert found is not None
    assert result.detail is None
    assert found.connected
    assert found.ice_ms is not None
    assert found.dtls_ms is not None
    assert found.rtt_ms is not None
    assert found.audio_loss_fraction == 0.0
    # A hundred packets of speech up and down again, and not a lot besides.
    assert 13_000 < result.bytes_sent < 40_000
    assert 13_000 < result.bytes_received < 40_000


@coturn
async def test_a_server_that_has_ipv6_alone() -> None:
    with Coturn(ip="::1") as server:
        result = await check(server, ip="::1")
    assert result.check is not None
    assert result.check.connected


@coturn
@pytest.mark.root
async def test_times_and_loss_are_those_of_the_link() -> None:
    """And nobody but the server is asked for anything."""
    with (
        Link(up=Direction(delay_ms=50, loss=0.1), down=Direction(delay_ms=50)) as link,
        Coturn(namespace=link.server, ip=link.server_ip) as server,
        # Whatever leaves the client comes by here.
        link.server.socket(socket.AF_PACKET, socket.SOCK_DGRAM) as ear,
    ):
        ear.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
        ear.bind(("cn0", 0x0003))
        ear.setblocking(False)
        command = tuple(link.client.command(sys.executable, "-m", "notifier.probe.call"))
        async with await start_call_check(command) as process:
            result = await process.run(target(server), server_ip=link.server_ip, rtt=0.1)
        found = result.check
        assert found is not None
        assert found.connected
        assert found.audio_loss_fraction is not None
        # 10 % of 100 packets: binomial, four standard errors to each side.
        assert 0 < found.audio_loss_fraction < 0.22
        # A channel and a check through both ends, each at least a round trip of 100 ms.
        assert found.ice_ms is not None
        assert found.ice_ms > 290
        assert found.dtls_ms is not None
        assert found.dtls_ms > 190
        if found.rtt_ms is not None:  # its report may be lost
            assert 195 < found.rtt_ms < 400
        destinations = set()
        while True:
            try:
                packet, where = ear.recvfrom(2048)
            except BlockingIOError:
                break
            if where[2] != socket.PACKET_OUTGOING:
                destinations.add(socket.inet_ntoa(packet[16:20]))
    assert destinations == {link.server_ip}


@coturn
async def test_a_firewall_that_lets_no_dtls_through() -> None:
    result, box = await check_through(is_dtls)
    found = result.check
    assert found is not None
    assert not found.connected
    assert found.ice_ms is not None, "connectivity checks pass"
    assert found.dtls_ms is None
    assert "DTLS" in (result.detail or "")
    assert box.dropped >= 6, "it was tried several times"


@coturn
async def test_a_firewall_that_lets_no_media_through() -> None:
    result, box = await check_through(is_media)
    found = result.check
    assert found is not None
    assert found.connected
    assert found.audio_loss_fraction == 1.0
    assert found.rtt_ms is None
    assert box.dropped >= 100


@coturn
async def test_a_relay_that_relays_nothing() -> None:
    result, _ = await check_through(is_channel_data)
    found = result.check
    assert found is not None
    assert not found.connected
    assert found.ice_ms is None


@coturn
@pytest.mark.allow_log("no call check")
async def test_wrong_password() -> None:
    with Coturn() as server:
        result = await check(server, password="wrong")
    assert result.check is None
    assert (result.detail or "").startswith("unauthorized")


@coturn
@pytest.mark.allow_log("no call check")
@pytest.mark.parametrize("certificate", ["expired", "wrong-name", "self-signed"])
async def test_a_bad_certificate_is_refused(certificate: str) -> None:
    with Coturn(certificate=certificate) as server:  # type: ignore[arg-type]
        result = await check(server, "tls")
    assert result.check is None
    assert (result.detail or "").startswith("tls")


@coturn
@pytest.mark.allow_log("no call check")
async def test_an_unknown_authority_is_refused() -> None:
    with Coturn() as server:
        result = await check(server, "tls", ca_file=None)
    assert result.check is None
    assert (result.detail or "").startswith("tls")


@coturn
@pytest.mark.allow_log("no call check")
async def test_a_quota_that_the_probe_itself_uses_up_is_no_finding() -> None:
    with Coturn(user_quota=1) as server:
        result = await check(server)
    assert result.check is None
    assert (result.detail or "").startswith("quota")


@coturn
@pytest.mark.allow_log("no call check")
async def test_a_relay_that_may_not_relay_to_itself_is_no_finding() -> None:
    with Coturn(denied_peers=["127.0.0.0-127.255.255.255"]) as server:
        result = await check(server)
    assert result.check is None
    assert (result.detail or "").startswith("relay-blocked")


@coturn
@pytest.mark.allow_log("no call check")
async def test_a_server_killed_in_the_middle_costs_the_packets_after_it() -> None:
    with Coturn() as server:
        async with await start_call_check() as process:
            running = asyncio.create_task(
                process.run(target(server), server_ip="127.0.0.1", rtt=RTT)
            )
            await asyncio.sleep(1.5)
            server.kill()
            result = await running
    found = result.check
    # On a busy machine the call may not have begun by then.
    assert found is None or not found.connected or (found.audio_loss_fraction or 0) > 0


@pytest.mark.allow_log("no call check")
async def test_a_server_that_is_not_there() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    nobody = ServerTarget(url=f"turn:127.0.0.1:{port}", provider="x", username="u", password="p")
    async with await start_call_check() as process:
        result = await process.run(nobody, server_ip="127.0.0.1", rtt=RTT)
    assert result.check is None
    assert (result.detail or "").startswith("refused")


NOBODY = ServerTarget(url="turn:127.0.0.1:9", provider="x")


def child(program: str) -> tuple[str, ...]:
    return (sys.executable, "-c", program)


@pytest.mark.allow_log("no call check")
@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("/nonexistent/python",), "cannot be started"),
        (child("raise SystemExit('out of order')"), "exit status 1: out of order"),
        (child("import os; os.kill(os.getpid(), 11)"), "by signal 11"),
        (child("print('{]', flush=True); input()"), "sent no result"),
        (child("print('x' * 70000, flush=True); input()"), "a line without end"),
    ],
)
async def test_a_child_that_fails_is_no_finding(command: tuple[str, ...], words: str) -> None:
    async with await start_call_check(command) as process:
        result = await process.run(NOBODY, server_ip="127.0.0.1", rtt=RTT)
    assert result.check is None
    assert words in (result.detail or "")


@pytest.mark.allow_log("no call check")
async def test_a_child_that_never_answers_costs_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notifier.probe.call_check.END_LIMIT", 0.2)
    async with await start_call_check(child("import time; time.sleep(60)")) as process:
        result = await process.run(NOBODY, server_ip="127.0.0.1", rtt=RTT, limit=0.1)
        assert process.process_id is not None
    assert result.check is None
    assert "did not finish" in (result.detail or "")
    assert not alive(process.process_id)


@pytest.mark.allow_log("no call check")
async def test_without_aiortc_there_is_no_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "aiortc.py").write_text("raise ImportError('no module named aiortc')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    async with await start_call_check() as process:
        result = await process.run(NOBODY, server_ip="127.0.0.1", rtt=RTT)
    assert result.check is None
    assert "ImportError: no module named aiortc" in (result.detail or "")


@coturn
@pytest.mark.allow_log("no call check")
async def test_a_child_killed_in_the_middle_is_no_finding() -> None:
    with Coturn() as server:
        async with await start_call_check() as process:
            running = asyncio.create_task(
                process.run(target(server), server_ip="127.0.0.1", rtt=RTT)
            )
            await asyncio.sleep(1.0)
            assert process.process_id is not None
            os.kill(process.process_id, signal.SIGKILL)
            result = await running
    assert result.check is None
    assert "by signal 9" in (result.detail or "")


async def test_a_check_that_is_not_made_ends_its_child() -> None:
    process = await start_call_check()
    await process.close()
    await process.close()
    assert process.process_id is not None
    assert not alive(process.process_id)


async def test_the_child_ends_with_its_parent() -> None:
    program = """
import asyncio, os
from notifier.probe.call_check import start_call_check
async def main():
    process = await start_call_check()
    print(process.process_id, flush=True)
    os._exit(0)
asyncio.run(main())
"""
    parent = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", program),
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    output, _ = await parent.communicate()
    async with asyncio.timeout(30):
        while alive(int(output)):  # noqa: ASYNC110 - it is no child of ours
            await asyncio.sleep(0.05)


@coturn
async def test_no_secret_stands_where_others_can_read_it() -> None:
    with Coturn() as server:
        async with await start_call_check() as process:
            running = asyncio.create_task(
                process.run(target(server), server_ip="127.0.0.1", rtt=RTT)
            )
            await asyncio.sleep(0.8)
            assert process.process_id is not None
            seen = command_line(process.process_id) + environment(process.process_id)
            result = await running
    assert target(server).password.encode() not in seen
    assert target(server).password not in json.dumps(str(result))
