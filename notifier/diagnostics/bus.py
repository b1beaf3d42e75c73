"""Questions to the session bus of Linux: each with a time limit, and nothing is started by them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

__all__ = ["STEP_LIMIT", "SessionBus", "session_bus"]

STEP_LIMIT = 2.0
"""Seconds for one question; what runs answers in some milliseconds."""


class SessionBus:
    """One connection."""

    def __init__(self, connection: "DBusConnection") -> None:
        self._connection = connection

    def owner(self, name: str) -> str | None:
        """Who has a name; None where nobody does."""
        from jeepney.bus_messages import message_bus

        answer = self._ask(message_bus.GetNameOwner(name))
        return None if answer is None else str(answer[0])

    def value(self, name: str, path: str, interface: str, key: str) -> Any:
        """A property of what runs; None where that is not to be had."""
        from jeepney import DBusAddress, Properties

        at = DBusAddress(path, bus_name=name, interface=interface)
        answer = self._ask(Properties(at).get(key))
        return answer[0][1] if answer else None

    def call(self, name: str, path: str, method: str) -> tuple[Any, ...] | None:
        """Call what runs, without arguments; None where it answers with an error."""
        from jeepney import DBusAddress, new_method_call

        return self._ask(new_method_call(DBusAddress(path, bus_name=name, interface=name), method))

    def _ask(self, question: "Message") -> tuple[Any, ...] | None:
        from jeepney import MessageFlag, MessageType

        question.header.flags |= MessageFlag.no_auto_start
        reply = self._connection.send_and_get_reply(question, timeout=STEP_LIMIT)
        if reply.header.message_type is not MessageType.method_return:
            return None
        return tuple(reply.body)


@contextmanager
def session_bus(environ: Mapping[str, str]) -> Iterator[SessionBus]:
    """Connect to this person's bus.

    :raises Exception: whatever can go wrong on a bus; OSError where there is none.
    """
    from jeepney.io.blocking import open_dbus_connection  # there on Linux alone

    address = environ.get("DBUS_SESSION_BUS_ADDRESS")
    if address is None and (runtime := environ.get("XDG_RUNTIME_DIR")):
        address = f"unix:path={runtime}/bus"
    if address is None:
        raise OSError("there is no session bus")
    connection = open_dbus_connection(address, auth_timeout=STEP_LIMIT)
    try:
        yield SessionBus(connection)
    finally:
        with suppress(OSError):
            connection.close()
