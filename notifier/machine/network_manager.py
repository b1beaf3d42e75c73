"""NetworkManager's properties, over the system bus of Linux.

One question, one answer: nothing is watched, and a machine without NetworkManager is left that way.
"""

import os
from collections.abc import Mapping

from notifier.machine.system_bus import SystemBus

__all__ = ["ask_network_manager"]


async def ask_network_manager(name: str, environ: Mapping[str, str] = os.environ) -> object:
    """The value of a property of ``org.freedesktop.NetworkManager``; the caller limits the time.

    :param environ: names the system bus where it is not in its usual place.
    :raises Exception: whatever can go wrong on a bus: none there, no NetworkManager on it, a
        refusal, bytes that are no message.
    """
    from jeepney import DBusAddress, MessageFlag, Properties  # There on Linux alone.
    from jeepney.low_level import HeaderFields, MessageType

    manager = DBusAddress(
        "/org/freedesktop/NetworkManager",
        bus_name="org.freedesktop.NetworkManager",
        interface="org.freedesktop.NetworkManager",
    )
    question = Properties(manager).get(name)
    # A machine without NetworkManager running wants it left that way.
    question.header.flags |= MessageFlag.no_auto_start
    bus = await SystemBus.open(environ)
    try:
        serial = bus.send(question)
        while True:
            message = await bus.receive()
            if message.header.fields.get(HeaderFields.reply_serial) == serial:
                if message.header.message_type is not MessageType.method_return:
                    raise OSError(f"NetworkManager is not to be had: {message.body}")
                ((_signature, value),) = message.body
                return value
    finally:
        await bus.close()
