"""A NetworkManager of the test's own on a message bus of the test's own."""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from jeepney import MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.asyncio import DBusConnection, DBusRouter, open_dbus_connection

from notifier.machine import metered as metered_module
from notifier.machine.metered import metered
from tests.session_bus import session_bus

NAME = "org.freedesktop.NetworkManager"

pytestmark = pytest.mark.tools("dbus-daemon")


@asynccontextmanager
async def network_manager(
    address: str, state: int | None, *, name: str = NAME
) -> AsyncIterator[None]:
    """Answers each question with this state; None refuses to."""
    connection = await open_dbus_connection(address)
    await connection.send(message_bus.RequestName(name))
    serving = asyncio.create_task(_serve(connection, state))
    try:
        await asyncio.wait_for(_owned(address, name), 20)
        yield
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        await connection.close()


async def _owned(address: str, name: str) -> None:
    connection = await open_dbus_connection(address)
    try:
        async with DBusRouter(connection) as router:
            while True:
                answer = await router.send_and_get_reply(message_bus.NameHasOwner(name))
                if answer.body[0]:
                    return
    finally:
        await connection.close()


async def _serve(connection: DBusConnection, state: int | None) -> None:
    while True:
        message = await connection.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        assert message.body == (NAME, "Metered")
        if state is None:
            answer = new_error(message, "org.freedesktop.DBus.Error.AccessDenied", "s", ("no",))
        else:
            answer = new_method_return(message, "v", (("u", state),))
        await connection.send(answer)


@pytest.mark.parametrize(
    ("state", "known"), [(0, None), (1, True), (2, False), (3, True), (4, False), (99, None)]
)
async def test_what_network_manager_says(tmp_path: Path, state: int, known: bool | None) -> None:
    with session_bus(tmp_path) as address:
        async with network_manager(address, state):
            assert await metered({"DBUS_SYSTEM_BUS_ADDRESS": address}) is known


async def test_a_refusal_is_not_known(tmp_path: Path) -> None:
    with session_bus(tmp_path) as address:
        async with network_manager(address, None):
            assert await metered({"DBUS_SYSTEM_BUS_ADDRESS": address}) is None


async def test_without_network_manager_it_is_not_known(tmp_path: Path) -> None:
    with session_bus(tmp_path) as address:
        assert await metered({"DBUS_SYSTEM_BUS_ADDRESS": address}) is None


@pytest.mark.parametrize("address", ["unix:path=/nowhere/at/all", "nonsense", "tcp:host=::1"])
async def test_without_a_bus_it_is_not_known(address: str) -> None:
    assert await metered({"DBUS_SYSTEM_BUS_ADDRESS": address}) is None


Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def _ask_a_bus_that(talk: Talk) -> bool | None:
    place = Path(os.environ["XDG_RUNTIME_DIR"], "bus")  # short enough for a socket
    server = await asyncio.start_unix_server(talk, place)
    try:
        return await metered({"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={place}"})
    finally:
        server.close()
        await server.wait_closed()


async def test_a_bus_that_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metered_module, "METERED_LIMIT", 0.2)

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.read(100):
            pass
        writer.close()

    before = time.monotonic()
    assert await _ask_a_bus_that(silent) is None
    assert time.monotonic() - before >= 0.2


@pytest.mark.parametrize("said", [b"", b"REJECTED EXTERNAL\r\n", b"\0\xff" * 100])
async def test_a_bus_that_talks_nonsense_is_not_known(said: bytes) -> None:
    async def nonsense(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(said)
        writer.close()

    assert await _ask_a_bus_that(nonsense) is None


@pytest.mark.parametrize("platform", ["win32", "darwin"])
async def test_elsewhere_it_is_not_known(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert await metered({"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere"}) is None
