"""Captive portals: NetworkManager's word, a page whose answer is known, and tell-tale failures."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jeepney import MessageType, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.asyncio import DBusConnection, open_dbus_connection

from notifier.forecast.causes import Cause
from notifier.forecast.judge import judge
from notifier.forecast.thresholds import default_thresholds
from notifier.measurement import RunMeasurement, ServerMeasurement
from notifier.probe import portal
from notifier.probe.portal import answer_is_of_a_portal, find_portal, looks_hijacked
from notifier.probe.request import RunRequest, ServerTarget
from notifier.probe.run import run
from notifier.relay.endpoint import EmbeddedRelay
from tests.session_bus import session_bus

NO_BUS = {"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere/at/all"}

OK = b"HTTP/1.1 204 No Content\r\n\r\n"
LOG_IN_PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>log in"
TO_THE_PORTAL = b"HTTP/1.1 302 Found\r\nLocation: https://portal.test/login\r\n\r\n"
BROKEN = b"HTTP/1.1 500 Oops\r\n\r\n"


@asynccontextmanager
async def network_manager(address: str, connectivity: int) -> AsyncIterator[None]:
    """On the bus, answering each question with this state."""
    connection = await open_dbus_connection(address)

    async def serve(connection: DBusConnection) -> None:
        while True:
            message = await connection.receive()
            if message.header.message_type is MessageType.method_call:
                assert message.body == ("org.freedesktop.NetworkManager", "Connectivity")
                answer = new_method_return(message, "v", (("u", connectivity),))
                await connection.send(answer)

    await connection.send(message_bus.RequestName("org.freedesktop.NetworkManager"))
    # Hello's signal and the name's: then it is ours.
    while (await connection.receive()).header.message_type is not MessageType.method_return:
        pass
    serving = asyncio.create_task(serve(connection))
    try:
        yield
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        await connection.close()


@asynccontextmanager
async def page(answer: bytes | None) -> AsyncIterator[tuple[str, list[bytes]]]:
    """A web server with one answer; None never answers. Yields its URL and the requests."""
    requests: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        requests.append(await reader.readuntil(b"\r\n\r\n"))
        if answer is None:
            await reader.read()
        else:
            writer.write(answer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/check?a=b", requests


@pytest.mark.tools("dbus-daemon")
@pytest.mark.parametrize(
    ("connectivity", "found"), [(0, False), (1, False), (2, True), (3, False), (4, False)]
)
async def test_what_network_manager_says(tmp_path: Path, connectivity: int, found: bool) -> None:
    with session_bus(tmp_path) as address:
        async with network_manager(address, connectivity):
            assert await find_portal(None, {"DBUS_SYSTEM_BUS_ADDRESS": address}) is found


@pytest.mark.tools("dbus-daemon")
@pytest.mark.parametrize(
    ("connectivity", "answer", "found"),
    [(2, OK, False), (4, TO_THE_PORTAL, True), (2, BROKEN, True), (4, BROKEN, False)],
)
async def test_the_page_goes_before_what_network_manager_remembers(
    tmp_path: Path, connectivity: int, answer: bytes, found: bool
) -> None:
    with session_bus(tmp_path) as address:
        async with network_manager(address, connectivity), page(answer) as (url, _):
            assert await find_portal(url, {"DBUS_SYSTEM_BUS_ADDRESS": address}) is found


@pytest.mark.parametrize(
    ("answer", "found"), [(OK, False), (LOG_IN_PAGE, True), (TO_THE_PORTAL, True), (b"", False)]
)
async def test_the_page_alone(answer: bytes, found: bool) -> None:
    async with page(answer) as (url, requests):
        assert await find_portal(url, NO_BUS) is found
    [request] = requests
    assert request.startswith(b"GET /check?a=b HTTP/1.1\r\nHost: 127.0.0.1:")


async def test_nothing_to_ask_is_no_portal() -> None:
    assert await find_portal(None, NO_BUS) is False


@pytest.mark.parametrize("platform", ["win32", "darwin"])
async def test_elsewhere_the_page_alone_is_asked(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    async with page(LOG_IN_PAGE) as (url, _):
        monkeypatch.setattr("sys.platform", platform)
        assert await find_portal(url, NO_BUS) is True


async def test_a_page_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portal, "PORTAL_LIMIT", 0.2)
    async with page(None) as (url, requests):
        assert await find_portal(url, NO_BUS) is False
        assert len(requests) == 1


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/nobody-listens",
        "http://no-such-host.invalid/",
        "https://127.0.0.1/",
        "http://",
        "http://127.0.0.1:99999/",
        "http://[::1/",
        "http://127.0.0.1/ä",
        "nonsense",
    ],
)
async def test_a_page_that_cannot_be_had_says_nothing(url: str) -> None:
    assert await find_portal(url, NO_BUS) is False


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (OK, False),
        (b"HTTP/1.0 204\r\n\r\n", False),
        (LOG_IN_PAGE, True),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", None),
        (TO_THE_PORTAL, True),
        (b"HTTP/1.1 301 Moved\r\nLocation: https://check.test/\r\n\r\n", None),
        (b"HTTP/1.1 301 Moved\r\nLocation: /other\r\n\r\n", None),
        (b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\n\r\n", None),
        (b"HTTP/1.1 302 Found\r\n\r\n", None),
        (b"HTTP/1.1 511 Network Authentication Required\r\n\r\n<html>", True),
        (b"HTTP/1.1 404 Not Found\r\n\r\n", None),
        (BROKEN, None),
        (b"HTTP/2 204\r\n\r\n", None),
        (b"\x16\x03\x01", None),
        (b"", None),
    ],
)
def test_what_an_answer_says(answer: bytes, found: bool | None) -> None:
    assert answer_is_of_a_portal(answer, "check.test") is found


@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda b: b"HTTP/1.1 302 X\r\n" + b))
def test_any_bytes_are_an_answer(answer: bytes) -> None:
    assert answer_is_of_a_portal(answer, "check.test") in (True, False, None)


def failed(**changes: Any) -> ServerMeasurement:
    fields: dict[str, Any] = {
        "url": "turns:turn.example.com",
        "provider": "x",
        "reachable": False,
        "transport": "tls",
        "error": "tls",
        "detail": "certificate: Hostname mismatch, certificate is not valid for 'turn.example.com'",
        "server_address": "10.0.0.1",
    }
    return ServerMeasurement(**(fields | changes))


UDP = {"url": "turn:b.example.com", "transport": "udp", "error": "timeout", "detail": "no answer"}


@pytest.mark.parametrize(
    ("servers", "found"),
    [
        ([failed()], True),
        ([failed(), failed(**UDP)], True),
        ([failed(**UDP)], False),
        ([failed(server_address="203.0.114.7")], False),
        ([failed(server_address="127.0.0.1")], False),
        ([failed(server_address=None)], False),
        ([failed(), failed(**UDP, server_address="8.8.8.8")], False),
        ([failed(), failed(url="turn:10.0.0.9")], False),
        ([failed(detail="certificate: self-signed certificate")], False),
        ([failed(), failed(reachable=True, error=None)], False),
        ([failed(url="nonsense")], False),
        ([], False),
    ],
)
def test_failures_that_tell_of_a_portal(servers: list[ServerMeasurement], found: bool) -> None:
    assert looks_hijacked(servers) is found


class TestRun:
    """The whole way: servers that nobody answers for, the page, the cause."""

    @pytest.fixture(autouse=True)
    def no_system_bus(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name, value in NO_BUS.items():
            monkeypatch.setenv(name, value)

    @staticmethod
    async def behind(answer: bytes, *urls: str) -> RunMeasurement:
        async with page(answer) as (check_url, _):
            request = RunRequest(
                mode="light",
                servers=tuple(ServerTarget(url=url, provider="x", username="u") for url in urls),
                captive_check_url=check_url,
            )
            return await run(request, lambda _: None)

    DEAD = ("turn:127.0.0.1:1", "turn:no-such-host.invalid")

    async def test_a_portal_is_the_cause(self) -> None:
        found = await self.behind(TO_THE_PORTAL, *self.DEAD)
        assert found.captive_portal
        assert judge(found, default_thresholds()).causes == (Cause.CAPTIVE_PORTAL,)

    async def test_without_one_the_servers_errors_are(self) -> None:
        found = await self.behind(OK, *self.DEAD)
        assert not found.captive_portal
        causes = judge(found, default_thresholds()).causes
        assert causes == (Cause.DNS, Cause.RELAY_UNREACHABLE)

    async def test_names_that_are_not_found_are_a_cause_of_their_own(self) -> None:
        found = await self.behind(OK, "turn:no-such-host.invalid")
        assert judge(found, default_thresholds()).causes == (Cause.DNS,)

    async def test_where_a_server_works_nobody_is_asked(self) -> None:
        async with (
            EmbeddedRelay(username="u", password="") as relay,
            page(TO_THE_PORTAL) as (check_url, requests),
        ):
            target = ServerTarget(url=relay.url, provider="x", username="u")
            request = RunRequest(mode="light", servers=(target,), captive_check_url=check_url)
            found = await run(request, lambda _: None)
        assert not found.captive_portal
        assert requests == []
