"""A logind of the test's own on a message bus of the test's own."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.asyncio import DBusConnection, open_dbus_connection

__all__ = ["Logind", "logind"]

NAME = "org.freedesktop.login1"
SESSION = "/org/freedesktop/login1/session/_32"

_MANAGER = DBusAddress("/org/freedesktop/login1", interface=f"{NAME}.Manager")


class Logind:
    """One session of one person; made by :func:`logind`."""

    def __init__(self, connection: DBusConnection, *, active: bool, session: bool) -> None:
        self.active = active
        self.session = session
        """There is one."""

        self.asked = asyncio.Event()
        """Whether the session is active, since this was cleared."""

        self._connection = connection

    async def activate(self, active: bool, *, path: str = SESSION, value: bool = True) -> None:
        """Put the session in front, or another one.

        :param path: of the session that this is announced for.
        :param value: announce the value, or only that it is another one.
        """
        self.active = active
        address = DBusAddress(path, interface="org.freedesktop.DBus.Properties")
        changed = {"IdleHint": ("b", False)} | ({"Active": ("b", active)} if value else {})
        body = (f"{NAME}.Session", changed, [] if value else ["Active"])
        await self._connection.send(new_signal(address, "PropertiesChanged", "sa{sv}as", body))

    async def prepare_for_sleep(self, begins: bool) -> None:
        """Announce that the machine is about to sleep, or awake."""
        await self._connection.send(new_signal(_MANAGER, "PrepareForSleep", "b", (begins,)))

    async def serve(self) -> None:
        """Answer questions until cancelled."""
        while True:
            message = await self._connection.receive()
            if message.header.message_type is MessageType.method_call:
                await self._connection.send(self._answer(message))

    def _answer(self, message: Message) -> Message:
        fields = message.header.fields
        if fields[HeaderFields.member] == "GetSession":
            assert message.body == ("auto",)
            if not self.session:
                return new_error(message, f"{NAME}.NoSessionForPID", "s", ("no session",))
            return new_method_return(message, "o", (SESSION,))
        assert fields[HeaderFields.path] == SESSION
        assert message.body == (f"{NAME}.Session", "Active")
        self.asked.set()
        return new_method_return(message, "v", (("b", self.active),))


@asynccontextmanager
async def logind(
    address: str, *, active: bool = True, session: bool = True
) -> AsyncIterator[Logind]:
    """Serve on the bus until the block is left.

    :param active: the session is the one in front.
    :param session: whoever asks has one.
    """
    connection = await open_dbus_connection(address)
    served = Logind(connection, active=active, session=session)
    serving = asyncio.create_task(served.serve())
    await connection.send(message_bus.RequestName(NAME))
    try:
        yield served
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        await connection.close()
