"""A connection to the session bus: calls with their replies, and signals as they come.

jeepney gives the messages and the plain connection. Its own router ends in an exception that
nobody may collect when the bus goes away, so that the few lines that match replies stand here.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Mapping
from itertools import count

from jeepney import HeaderFields, MatchRule, Message, MessageType
from jeepney.auth import AuthenticationError
from jeepney.bus_messages import message_bus
from jeepney.io.asyncio import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse

__all__ = ["BUS_ERRORS", "Bus", "owner_rule", "session_address"]

logger = logging.getLogger(__name__)

BUS_ERRORS = (
    AuthenticationError,
    DBusErrorResponse,
    EOFError,
    OSError,
    RuntimeError,  # jeepney: no supported transport in the address
    TimeoutError,
    ValueError,  # jeepney: the address can't be parsed
)
"""What talking to a bus can end in: no bus, a bus that hangs or goes away, a refusal."""


def session_address(environ: Mapping[str, str]) -> str | None:
    """Return the address of the session bus; None where there is none."""
    if named := environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return named
    # systemd's place, which the environment may not name (a cron job, an old display manager).
    if runtime := environ.get("XDG_RUNTIME_DIR"):
        return f"unix:path={runtime}/bus"
    return None


def owner_rule(name: str) -> MatchRule:
    """What tells that a name on the bus has got another owner, or none."""
    rule = MatchRule(
        type="signal",
        sender=message_bus.bus_name,
        interface=message_bus.interface,
        member="NameOwnerChanged",
    )
    rule.add_arg_condition(0, name)
    return rule


class Bus:
    """One connection; made by :meth:`open`, of no use after it is ``closed``."""

    def __init__(self, connection: DBusConnection, on_signal: Callable[[Message], None]) -> None:
        self._connection = connection
        self._on_signal = on_signal
        self._waiting: dict[int, asyncio.Future[Message]] = {}
        self._serials = count(1_000)
        self._receiver = asyncio.get_running_loop().create_task(self._receive())

    @classmethod
    async def open(cls, address: str, on_signal: Callable[[Message], None]) -> "Bus":
        """Connect; raises one of ``BUS_ERRORS``."""
        return cls(await open_dbus_connection(address), on_signal)

    @property
    def closed(self) -> bool:
        """The bus is gone, or :meth:`close` was called."""
        return self._receiver.done()

    async def call(self, message: Message) -> tuple[object, ...]:
        """Send a method call and return the reply's body; raises one of ``BUS_ERRORS``."""
        if self.closed:
            raise EOFError("the connection to the bus is closed")
        serial = next(self._serials)
        reply: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        self._waiting[serial] = reply
        try:
            await self._connection.send(message, serial=serial)
            answer = await reply
        finally:
            self._waiting.pop(serial, None)
            if reply.done() and not reply.cancelled():
                reply.exception()  # seen, also where the sending has failed before
        if answer.header.message_type is MessageType.error:
            raise DBusErrorResponse(answer)
        return tuple(answer.body)

    async def close(self) -> None:
        """Close the connection."""
        self._receiver.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._receiver
        with contextlib.suppress(OSError):
            await self._connection.close()

    def _pass_on(self, message: Message) -> None:
        """Whatever somebody sends, and whatever it sets off, the connection goes on."""
        try:
            self._on_signal(message)
        except Exception:
            logger.exception("A signal of the bus led to an error")

    async def _receive(self) -> None:
        try:
            while True:
                message = await self._connection.receive()
                serial = message.header.fields.get(HeaderFields.reply_serial)
                waiting = self._waiting.get(serial) if serial is not None else None
                if waiting is not None and not waiting.done():
                    waiting.set_result(message)
                elif message.header.message_type is MessageType.signal:
                    self._pass_on(message)
        except (EOFError, OSError):
            pass  # the bus went away: whoever calls next finds out and connects anew
        finally:
            for reply in self._waiting.values():
                if not reply.done():
                    reply.set_exception(EOFError("the connection to the bus was lost"))
