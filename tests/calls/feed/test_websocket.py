"""The WebSocket: who may use it, what a handshake has to say, and the limits that all share."""

import asyncio
import contextlib
import json
import socket
import struct
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Origin

from notifier.calls.address import address_of_this_user
from notifier.calls.feed import connection
from notifier.calls.feed.connection import WRONG_LIMIT
from notifier.calls.feed.server import Feed
from notifier.calls.feed.websocket import WebSocketWire
from notifier.calls.framing import BrokenFraming
from notifier.calls.policy import FeedPolicy
from tests.calls.talking import LIMIT_S, TOKEN, Recorder, Talker, feed_at, hello, log_line, until

_ORIGIN = "https://app.example"
_POLICY = FeedPolicy(origins=(_ORIGIN, "http://localhost:8080"))


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library's client would take the machine's."""
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")


@asynccontextmanager
async def _served(handler: Recorder, **changed: Any) -> AsyncIterator[Feed]:
    more: dict[str, Any] = {"policy": _POLICY, "websocket_port": 0} | changed
    async with feed_at(address_of_this_user(), handler, **more) as feed:
        yield feed


def _connect(feed: Feed, origin: str | None = _ORIGIN, **more: Any) -> connect:
    told = None if origin is None else Origin(origin)
    return connect(
        f"ws://127.0.0.1:{feed.websocket_port}/",
        origin=told,
        open_timeout=LIMIT_S,
        **more,
    )


async def _say(page: ClientConnection, *messages: dict[str, Any]) -> None:
    for message in messages:
        await page.send(json.dumps(message))


async def _hear(page: ClientConnection) -> dict[str, Any]:
    async with asyncio.timeout(LIMIT_S):
        message: dict[str, Any] = json.loads(await page.recv())
        return message


async def _refused(page: ClientConnection, *messages: dict[str, Any]) -> list[dict[str, Any]]:
    """What a page hears until it is closed."""
    await _say(page, *messages)
    heard = []
    with contextlib.suppress(ConnectionClosed):
        while True:
            heard.append(await _hear(page))
    return heard


async def test_a_listed_page_with_the_token() -> None:
    handler = Recorder()
    async with _served(handler) as feed:
        for name in ("127.0.0.1", "localhost"):
            host = f"ws://{name}:{feed.websocket_port}/"
            async with connect(host, origin=Origin(_ORIGIN)) as page:
                assert page.response is not None
                assert "Sec-WebSocket-Extensions" not in page.response.headers
                await _say(page, hello(token=TOKEN, origin=_ORIGIN, kind="javascript"))
                assert (await _hear(page))["type"] == "welcome"
                await _say(page, log_line(), {"type": "log", "timestamp": "now"})
                assert (await _hear(page))["field"] == "timestamp"
        await until(lambda: handler.count("closed") == 2)
    assert handler.count("received") == 2
    assert handler.connections[0].origin == _ORIGIN


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "https://evil.example",
        "http://app.example",
        "https://app.example:8443",
        "https://APP.example",
        "https://app.example.evil.example",
        "https://app.example/",
        "http://localhost",
        "*",
    ],
)
async def test_an_origin_that_is_not_listed(origin: str | None) -> None:
    handler = Recorder()
    async with _served(handler) as feed:
        with pytest.raises(InvalidStatus) as refused:
            async with _connect(feed, origin):
                pass
    assert refused.value.response.status_code == 403
    assert handler.happened == []


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "[::1]:{port}", ""]
)
async def test_a_host_that_is_not_this_machine(host: str) -> None:
    """A name that its owner has pointed to 127.0.0.1 makes the page's own server of us."""
    handler = Recorder()
    async with _served(handler) as feed:
        request = _handshake(host.format(port=feed.websocket_port))
        assert (await _raw(feed, request)).startswith(b"HTTP/1.1 403 ")
        right = _handshake(f"127.0.0.1:{feed.websocket_port}")
        assert (await _raw(feed, right)).startswith(b"HTTP/1.1 101 ")
        twice = right.replace(b"Host:", b"Host: evil.example\r\nHost:")
        assert (await _raw(feed, twice)).startswith(b"HTTP/1.1 403 ")
    assert handler.happened == []


def _handshake(host: str) -> bytes:
    return (
        f"GET / HTTP/1.1\r\nHost: {host}\r\nOrigin: {_ORIGIN}\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
        "Sec-WebSocket-Version: 13\r\n\r\n"
    ).encode()


async def _raw(feed: Feed, request: bytes) -> bytes:
    """The answer to bytes; its first line at least."""
    reader, writer = await asyncio.open_connection("127.0.0.1", feed.websocket_port)
    try:
        async with asyncio.timeout(LIMIT_S):
            writer.write(request)
            return await reader.read(1000)
    finally:
        writer.close()


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"\x00" * 100,
        b"POST / HTTP/1.1\r\n\r\n",
        b"\n",
    ],
)
async def test_what_is_no_handshake(request_bytes: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "HELLO_S", 0.5)
    handler = Recorder()
    async with _served(handler) as feed:
        assert b" 101 " not in await _raw(feed, request_bytes)
        async with _connect(feed) as page:
            await _say(page, hello(token=TOKEN))
            assert (await _hear(page))["type"] == "welcome"


@pytest.mark.parametrize("token", [None, "", "wrong", TOKEN[:-1], TOKEN + "x", "Ä"])
async def test_a_wrong_token(token: str | None) -> None:
    handler = Recorder()
    async with _served(handler) as feed, _connect(feed) as page:
        (answer,) = await _refused(page, hello(token=token))
    assert answer["code"] == "forbidden"
    assert handler.happened == []


async def test_another_token_holds_at_once() -> None:
    async with _served(Recorder()) as feed:
        feed.set_token("another one")
        async with _connect(feed) as page:
            assert (await _refused(page, hello(token=TOKEN)))[0]["code"] == "forbidden"
        async with _connect(feed) as page:
            await _say(page, hello(token="another one"))
            assert (await _hear(page))["type"] == "welcome"


async def test_an_origin_that_the_browser_did_not_name() -> None:
    handler = Recorder()
    async with _served(handler) as feed, _connect(feed) as page:
        (answer,) = await _refused(page, hello(token=TOKEN, origin="http://localhost:8080"))
    assert (answer["code"], answer["field"]) == ("forbidden", "origin")
    assert handler.happened == []


async def test_other_settings_close_it_and_open_it_again() -> None:
    handler = Recorder()
    async with _served(handler) as feed:
        port = feed.websocket_port
        async with _connect(feed) as page, _connect(feed, "http://localhost:8080") as other:
            await _say(page, hello("page", token=TOKEN))
            await _say(other, hello("other", token=TOKEN))
            assert [(await _hear(p))["type"] for p in (page, other)] == ["welcome"] * 2
            feed.set_policy(FeedPolicy(origins=("http://localhost:8080",)))
            (answer,) = await _refused(page)
            assert answer["code"] == "forbidden"
            await _say(other, log_line())
            await until(lambda: handler.count("received"))
            feed.set_policy(FeedPolicy())
            assert feed.websocket_port is None
            (answer,) = await _refused(other)
            assert answer["code"] == "forbidden"
        with pytest.raises(ConnectionRefusedError):
            await asyncio.open_connection("127.0.0.1", port)
        feed.set_policy(_POLICY)
        assert feed.websocket_problem is None
        async with _connect(feed) as page:
            await _say(page, hello("page", token=TOKEN))
            assert (await _hear(page))["type"] == "welcome"


async def test_settings_that_change_during_the_handshake() -> None:
    handler = Recorder()
    async with _served(handler) as feed, _connect(feed) as page:
        feed.set_policy(FeedPolicy(origins=("http://localhost:8080",)))
        (answer,) = await _refused(page, hello(token=TOKEN))
    assert answer["code"] == "forbidden"
    assert handler.happened == []


@pytest.mark.parametrize("more", [{"policy": FeedPolicy()}, {"token": None}, {"token": ""}])
async def test_it_is_off_unless_all_is_there(more: dict[str, Any]) -> None:
    async with _served(Recorder(), **more) as feed:
        assert feed.websocket_port is None
        assert feed.websocket_problem is None


async def test_a_port_that_is_taken_costs_the_websocket_alone() -> None:
    handler = Recorder()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        async with _served(handler, websocket_port=port) as feed:
            assert feed.websocket_port is None
            assert f"on port {port}" in (feed.websocket_problem or "")
            await (await Talker.at(address_of_this_user(), hello())).close()
            taken.close()
            feed.set_policy(_POLICY)
            assert (feed.websocket_port, feed.websocket_problem) == (port, None)


async def test_it_listens_on_loopback_alone() -> None:
    async with _served(Recorder()) as feed:
        table = Path("/proc/net/tcp").read_text() + Path("/proc/net/tcp6").read_text()  # noqa: ASYNC240
        rows = [line.split() for line in table.splitlines()]
        port = f"{feed.websocket_port or 0:04X}"
    # Local address, port, and state 0A: listening; proc(5).
    assert [row[1] for row in rows if row[3] == "0A" and row[1].endswith(f":{port}")] == [
        f"0100007F:{port}"
    ]


async def test_messages_in_pieces_and_too_long_ones() -> None:
    handler = Recorder()
    async with _served(handler) as feed, _connect(feed) as page:
        await _say(page, hello(token=TOKEN))
        await _hear(page)
        whole = json.dumps(log_line(1) | {"pad": "x" * 200_000})
        await page.send([whole[:5], whole[5:9000], "", whole[9000:]])
        await page.send(whole.encode())
        await until(lambda: handler.count("received") == 2)
        await page.send("x" * 1_000_001)
        with pytest.raises(ConnectionClosed) as closed:
            await _hear(page)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1009
    assert handler.happened[-1] == ("closed", "client-1")


async def test_wrong_messages_as_on_the_socket() -> None:
    handler = Recorder()
    async with _served(handler) as feed, _connect(feed) as page:
        await _say(page, hello(token=TOKEN))
        await _hear(page)
        for _ in range(WRONG_LIMIT):
            await page.send("nonsense")
        answers = await _refused(page)
    assert [answer["code"] for answer in answers] == ["json"] * WRONG_LIMIT + ["closing"]


async def test_pings_are_answered_but_are_no_messages() -> None:
    handler = Recorder()
    async with _served(handler) as feed, _connect(feed, ping_interval=None) as page:
        await _say(page, hello(token=TOKEN))
        await _hear(page)
        async with asyncio.timeout(LIMIT_S):
            await (await page.ping())
            with contextlib.suppress(ConnectionClosed):
                for _ in range(200):
                    await page.ping()
                await page.recv()
        await until(lambda: handler.count("closed"))


def _mask(opcode: int, body: bytes, *, fin: bool = True) -> bytes:
    head = struct.pack("!BB", (0x80 if fin else 0) | opcode, 0x80 | min(len(body), 126))
    if len(body) >= 126:
        head += struct.pack("!H", len(body))
    return head + bytes(4) + body


@given(
    st.lists(
        st.binary(max_size=60)
        | st.builds(_mask, st.integers(0, 15), st.binary(max_size=200), fin=st.booleans()),
        max_size=20,
    )
)
def test_any_bytes_after_the_handshake(pieces: list[bytes]) -> None:
    wire = WebSocketWire((_ORIGIN,), 4711)
    wire.feed(_handshake("127.0.0.1:4711"))
    assert wire.take() is None
    assert wire.reply().startswith(b"HTTP/1.1 101 ")
    for piece in pieces:
        wire.feed(piece)
        for _ in range(100):
            try:
                body = wire.take()
            except BrokenFraming:
                return
            assert body is None or len(body) <= 60 + 200 * len(pieces)
            wire.reply()
            if body is None and wire.hungry:
                break
        assert wire.hungry
        assert wire.held == 0
    wire.wrap(b"{}")
    wire.end()


@given(st.lists(st.binary(max_size=100), max_size=10))
def test_any_bytes_instead_of_the_handshake(pieces: list[bytes]) -> None:
    wire = WebSocketWire((_ORIGIN,), 4711)
    for piece in pieces:
        wire.feed(piece)
        while wire.take() is not None or not wire.hungry:
            pass
        assert b" 101 " not in wire.reply()
    assert wire.origin is None
    assert wire.wrap(b"{}") == b""


def test_it_is_loaded_only_where_it_is_wanted() -> None:
    code = (
        "import sys, notifier.calls.feed.server\n"
        "print([name for name in sys.modules if name.startswith('websockets')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"
