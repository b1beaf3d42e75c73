"""Whether somebody pays for each byte here: what the platform knows of the connection in use.

Linux asks NetworkManager on the system bus: its ``Metered`` property says what the person set for
the connection, or what NetworkManager guessed from DHCP (telephones that share their connection
say so) and from the kind of device. Windows and macOS have no way to it without a window system
or a signed program, so the answer there is that it is not known.
"""

import asyncio
import contextlib
import logging
import os
import sys
from collections.abc import Mapping

__all__ = ["METERED_LIMIT", "metered"]

log = logging.getLogger(__name__)

METERED_LIMIT = 2.0
"""Seconds for the whole conversation with the bus; it takes some milliseconds."""

_SYSTEM_BUS = "unix:path=/run/dbus/system_bus_socket"

_YES, _NO, _GUESS_YES, _GUESS_NO = 1, 2, 3, 4
"""NMMetered of NetworkManager's D-Bus types; 0 is "unknown"."""

_READ_SIZE = 4096


async def metered(environ: Mapping[str, str] = os.environ) -> bool | None:
    """Whether the connection in use is metered; None where that is not known. Never raises.

    A guess of NetworkManager's counts like its knowledge: libnm's documentation asks for that.

    :param environ: names the system bus where it is not in its usual place.
    """
    if sys.platform != "linux":
        return None
    address = environ.get("DBUS_SYSTEM_BUS_ADDRESS") or _SYSTEM_BUS
    try:
        async with asyncio.timeout(METERED_LIMIT):
            state = await _network_manager(address)
    except TimeoutError:
        log.info("the system bus did not say in time whether the connection is metered")
        return None
    except Exception as error:  # no bus, no NetworkManager, or bytes that are no message
        log.info("not known whether the connection is metered: %s", error)
        return None
    if state in (_YES, _GUESS_YES):
        return True
    return False if state in (_NO, _GUESS_NO) else None


async def _network_manager(address: str) -> object:
    """Ask for the property; raises whatever can go wrong on a bus."""
    from jeepney import DBusAddress, MessageFlag, Properties  # There on Linux alone.
    from jeepney.auth import BEGIN, Authenticator
    from jeepney.bus import get_bus
    from jeepney.bus_messages import message_bus
    from jeepney.low_level import HeaderFields, MessageType, Parser

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
        question = Properties(manager).get("Metered")
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
