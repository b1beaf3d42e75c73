"""NetworkManager's properties, over the system bus of Linux.

One question, one answer: nothing is watched, and a machine without NetworkManager is left that way.
"""

import asyncio
import contextlib
import os
from collections.abc import Mapping

__all__ = ["ask_network_manager"]

_SYSTEM_BUS = "unix:path=/run/dbus/system_bus_socket"

_READ_SIZE = 4096


async def ask_network_manager(name: str, environ: Mapping[str, str] = os.environ) -> object:
    """The value of a property of ``org.freedesktop.NetworkManager``; the caller limits the time.

    :param environ: names the system bus where it is not in its usual place.
    :raises Exception: whatever can go wrong on a bus: none there, no NetworkManager on it, a
        refusal, bytes that are no message.
    """
    from jeepney import DBusAddress, MessageFlag, Properties  # There on Linux alone.
    from jeepney.auth import BEGIN, Authenticator
    from jeepney.bus import get_bus
    from jeepney.bus_messages import message_bus
    from jeepney.low_level import HeaderFields, MessageType, Parser

    address = environ.get("DBUS_SYSTEM_BUS_ADDRESS") or _SYSTEM_BUS
    manager = DBusAddress(
        "/org/freedesktop/NetworkManager",
        bus_name="org.freedesktop.NetworkManager",
        interface="org.freedesktop.NetworkManager",
    )
    reader, writer = await asyncio.open_unix_connection(get_bus(address))
    try:
        login = Authenticator()
        for line in login:
            writer.write(line)
            login.feed(await _more(reader))
        question = Properties(manager).get(name)
        # A machine without NetworkManager running wants it left that way.
        question.header.flags |= MessageFlag.no_auto_start
        writer.write(BEGIN + message_bus.Hello().serialise(1) + question.serialise(2))
        parser = Parser()
        while True:
            message = parser.get_next_message()
            if message is None:
                parser.add_data(await _more(reader))
            elif message.header.fields.get(HeaderFields.reply_serial) == 2:
                if message.header.message_type is not MessageType.method_return:
                    raise OSError(f"NetworkManager is not to be had: {message.body}")
                ((_signature, value),) = message.body
                return value
    finally:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


async def _more(reader: asyncio.StreamReader) -> bytes:
    data = await reader.read(_READ_SIZE)
    if not data:
        raise EOFError("the bus closed the connection")
    return data
