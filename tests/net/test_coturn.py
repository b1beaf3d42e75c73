"""The coturn fixture does what it says, seen with aioice's TURN client."""

import asyncio
import base64
import hashlib
import hmac
import os
import socket
import ssl
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from aioice import stun, turn

from tests.net.certificates import CertificateKind
from tests.net.coturn import PASSWORD, USERNAME, Coturn, CoturnError
from tests.net.direction import Direction
from tests.net.emulator import Link

pytestmark = pytest.mark.coturn

LIMIT = 30.0
"""Seconds for anything that a server on loopback answers, on a loaded machine."""

Address = tuple[str, int]


class Peer(asyncio.DatagramProtocol):
    """One end of a relayed path."""

    def __init__(self) -> None:
        self.received: asyncio.Queue[tuple[bytes, Address]] = asyncio.Queue()
        self.failed: asyncio.Queue[Exception] = asyncio.Queue()
        self.closed = asyncio.Event()

    def datagram_received(self, data: bytes, addr: Address) -> None:
        """Keep it for the test."""
        self.received.put_nowait((data, addr))

    def error_received(self, exc: Exception) -> None:
        """Keep it for the test."""
        self.failed.put_nowait(exc)

    def connection_lost(self, exc: Exception | None) -> None:
        """The allocation is gone."""
        self.closed.set()


@asynccontextmanager
async def allocation(
    server: Coturn,
    transport: str = "udp",
    *,
    username: str = USERNAME,
    password: str = PASSWORD,
) -> AsyncIterator[tuple[turn.TurnTransport, Peer]]:
    """Make an allocation with aioice and delete it again."""
    tls = ssl.create_default_context(cafile=server.ca_file) if transport == "tls" else None
    async with asyncio.timeout(LIMIT):
        relayed, peer = await turn.create_turn_endpoint(
            Peer,
            (server.ip, server.tls_port if transport == "tls" else server.port),
            username,
            password,
            ssl=tls,
            transport="udp" if transport == "udp" else "tcp",
        )
    try:
        yield relayed, peer
    finally:
        relayed.close()
        async with asyncio.timeout(LIMIT):
            await peer.closed.wait()


async def refusal(server: Coturn, *, username: str = USERNAME, password: str = PASSWORD) -> int:
    """The error code with which an allocation is refused."""
    with pytest.raises(stun.TransactionFailed) as refused:
        async with allocation(server, username=username, password=password):
            pass
    return refused.value.response.error_code or 0


async def relayed_loop(server: Coturn, transport: str = "udp") -> bytes:
    """Send a datagram from one allocation to another; return what came out."""
    async with (
        allocation(server, transport) as (sender, _),
        allocation(server, transport) as (receiver, peer),
        asyncio.timeout(LIMIT),
    ):
        # The receiver permits the sender's address by a packet the other way.
        receiver.sendto(b"permit", sender.get_extra_info("sockname"))
        while peer.received.empty():
            sender.sendto(b"relayed", receiver.get_extra_info("sockname"))
            await asyncio.sleep(0.02)
        return peer.received.get_nowait()[0]


@pytest.mark.parametrize("transport", ["udp", "tcp", "tls"])
async def test_relays_over_each_transport(transport: str) -> None:
    with Coturn() as server:
        assert await relayed_loop(server, transport) == b"relayed"


async def test_answers_on_ipv6() -> None:
    with Coturn(ip="::1", tls=False) as server:
        assert server.url("tcp") == f"turn:[::1]:{server.port}?transport=tcp"
        _, writer = await asyncio.open_connection("::1", server.port)
        writer.close()
        await writer.wait_closed()


async def test_wrong_password_and_unknown_user_are_unauthorized() -> None:
    with Coturn(tls=False) as server:
        assert await refusal(server, password="wrong") == 401
        assert await refusal(server, username="mallory") == 401
        async with allocation(server):
            pass


async def test_quota_is_answered() -> None:
    with Coturn(tls=False, user_quota=2) as server:
        async with AsyncExitStack() as stack:
            for _ in range(2):
                await stack.enter_async_context(allocation(server))
            assert await refusal(server) == 486


async def test_time_limited_credentials() -> None:
    with Coturn(tls=False, static_auth_secret="north") as server:

        def credentials(secret: str, valid_for: float) -> dict[str, str]:
            name = f"{int(time.time() + valid_for)}:bob"
            digest = hmac.new(secret.encode(), name.encode(), hashlib.sha1).digest()
            return {"username": name, "password": base64.b64encode(digest).decode()}

        async with allocation(server, **credentials("north", 600)):
            pass
        assert await refusal(server, **credentials("south", 600)) == 401
        assert await refusal(server, **credentials("north", -600)) == 401


async def error_for_peer(server: Coturn, peer: str) -> int:
    """The error code with which the server refuses to bind a channel to a peer."""
    async with allocation(server) as (relayed, protocol), asyncio.timeout(LIMIT):
        relayed.sendto(b"x", (peer, 9))
        error = await protocol.failed.get()
    assert isinstance(error, stun.TransactionFailed)
    return error.response.error_code or 0


async def test_forbidden_peers_are_answered() -> None:
    with Coturn(tls=False, denied_peers=["192.0.2.1-192.0.2.9"]) as server:
        assert await error_for_peer(server, "192.0.2.7") == 403
    with Coturn(tls=False, allow_loopback_peers=False) as server:
        assert await error_for_peer(server, "127.0.0.1") == 403


async def test_lifetime_is_cut(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "aioice.turn")
    with Coturn(tls=False, max_lifetime=77) as server:
        async with allocation(server):
            assert "expires in 77 seconds" in caplog.text


def verify_result(server: Coturn, name: str) -> int:
    """OpenSSL's verdict on the certificate; 0 means good."""
    context = ssl.create_default_context(cafile=server.ca_file)
    with socket.create_connection((server.ip, server.tls_port), LIMIT) as plain:
        try:
            with context.wrap_socket(plain, server_hostname=name):
                return 0
        except ssl.SSLCertVerificationError as error:
            return error.verify_code


@pytest.mark.parametrize(
    ("kind", "code"),
    # X509_V_ERR_CERT_HAS_EXPIRED, _HOSTNAME_MISMATCH, _DEPTH_ZERO_SELF_SIGNED_CERT
    [("good", 0), ("expired", 10), ("wrong-name", 62), ("self-signed", 18)],
)
def test_certificates(kind: CertificateKind, code: int) -> None:
    with Coturn(certificate=kind) as server:
        assert verify_result(server, "localhost") == code
        if kind == "good":
            assert verify_result(server, "turn.test") == 0
            assert verify_result(server, "127.0.0.1") == 0
            assert verify_result(server, "elsewhere.test") == 62


def is_gone(server: Coturn, pid: int) -> bool:
    """Neither the process nor its ports are left."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        pass
    else:
        return False
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        with socket.socket(socket.AF_INET, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((server.ip, server.port))
    return True


def test_stop_leaves_nothing() -> None:
    with Coturn(tls=False) as server:
        pid = server.pid
        assert pid is not None
        arguments = Path(f"/proc/{pid}/cmdline").read_bytes()
        assert PASSWORD.encode() not in arguments
    assert is_gone(server, pid)
    assert not server.folder.exists()


async def test_killed_and_started_again_on_the_same_port() -> None:
    with Coturn(tls=False) as server:
        pid, port = server.pid, server.port
        assert pid is not None
        server.kill()
        assert is_gone(server, pid)
        assert server.pid is None
        server.start()
        assert server.port == port
        assert await relayed_loop(server) == b"relayed"


def test_suspended_it_accepts_but_never_answers() -> None:
    with Coturn(tls=False) as server:
        server.suspend()
        with socket.create_connection((server.ip, server.port), LIMIT):
            pass
        with pytest.raises(CoturnError, match="did not answer"):
            server.wait(limit=0.5)
        server.resume()
        server.wait()


def test_what_it_says_is_part_of_the_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    server = Coturn(tls=False)
    monkeypatch.setattr("tests.net.coturn.PROGRAM", "no-such-turnserver")
    with pytest.raises(CoturnError, match=r"did not start(.|\n)*no-such-turnserver"), server:
        pass
    assert server.pid is None


def test_an_error_keeps_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    server = Coturn(tls=False)
    server.__enter__()
    pid = server.pid
    assert pid is not None
    error = ZeroDivisionError()
    server.__exit__(type(error), error, None)
    assert is_gone(server, pid)
    assert "Coturn-" in error.__notes__[0]
    assert server.log_file.exists()


ALLOCATE = """
import asyncio, sys
from aioice.turn import create_turn_endpoint

async def main(ip, port, username, password):
    relayed, _ = await create_turn_endpoint(
        asyncio.DatagramProtocol, (ip, int(port)), username, password
    )
    print(relayed.get_extra_info("related_address")[0], relayed.get_extra_info("sockname")[0])
    relayed.close()

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.mark.root
def test_in_a_namespace_behind_a_link() -> None:
    way = Direction(delay_ms=5)
    with Link(up=way, down=way) as link, Coturn(link.server, ip=link.server_ip) as server:
        assert server.pid in link.server.processes()
        assert server.url("tcp") == f"turn:{link.server_ip}:{server.port}?transport=tcp"
        arguments = [link.server_ip, str(server.port), USERNAME, PASSWORD]
        done = link.client.exec([sys.executable, "-c", ALLOCATE, *arguments], limit=LIMIT)
        # Allocate without and with credentials, each answered through the link.
        assert link.stats().up.packets_out >= 2
    assert done.stdout.split() == [link.client_ip, link.server_ip], done.stderr


def test_only_loopback_without_a_namespace() -> None:
    with pytest.raises(ValueError, match="loopback"):
        Coturn(ip="192.0.2.1")
