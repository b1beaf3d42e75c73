"""A connection to the system bus of Linux: messages go out, and whatever comes is handed over.

jeepney gives the messages. Its own connection leaves the socket open where the log-in fails, and is
meant for a whole program; the few lines that this room needs stand here.
"""

import asyncio
import contextlib
import os
from collections.abc import Mapping
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.low_level import Parser

__all__ = ["SystemBus"]

_ADDRESS = "unix:path=/run/dbus/system_bus_socket"

_READ_SIZE = 4096


class SystemBus:
    """One connection, made by :meth:`open`; whoever has it limits the time and closes it."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, parser: "Parser"
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._parser = parser
        self._serials = count(1)

    @classmethod
    async def open(cls, environ: Mapping[str, str] = os.environ) -> "SystemBus":
        """Connect and log in.

        :param environ: names the bus where it is not in its usual place.
        :raises Exception: whatever can go wrong on a bus: none there, an address that cannot be
            read, a refusal, bytes that are no message.
        """
        from jeepney.auth import BEGIN, Authenticator  # There on Linux alone.
        from jeepney.bus import get_bus
        from jeepney.bus_messages import message_bus
        from jeepney.low_level import Parser

        address = environ.get("DBUS_SYSTEM_BUS_ADDRESS") or _ADDRESS
        reader, writer = await asyncio.open_unix_connection(get_bus(address))
        bus = cls(reader, writer, Parser())
        try:
            login = Authenticator()
            for line in login:
                writer.write(line)
                login.feed(await bus._more())
            writer.write(BEGIN)
            bus.send(message_bus.Hello())
        except BaseException:
            await bus.close()
            raise
        return bus

    def send(self, message: "Message") -> int:
        """Send a message; returns the serial that its reply names."""
        serial = next(self._serials)
        self._writer.write(message.serialise(serial))
        return serial

    async def receive(self) -> "Message":
        """The next message, whatever it is.

        :raises EOFError: the bus closed the connection.
        """
        while (message := self._parser.get_next_message()) is None:
            self._parser.add_data(await self._more())
        return message

    async def close(self) -> None:
        """Close the connection."""
        self._writer.close()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()

    async def _more(self) -> bytes:
        data = await self._reader.read(_READ_SIZE)
        if not data:
            raise EOFError("the bus closed the connection")
        return data
