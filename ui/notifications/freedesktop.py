"""The desktop's notification service (Desktop Notifications Specification 1.2), over D-Bus.

By jeepney, and not by QtDBus, which can't marshal the call from Python (it has no variant type:
the hints leave with the wrong signature). There is one slot: each notification replaces the last
one, where the person has not closed it, so that they never stack.
"""

import asyncio
import html
import logging
from collections.abc import Callable, Mapping

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, new_method_call
from jeepney.bus_messages import message_bus
from PySide6.QtCore import QCoreApplication

from ui import icons
from ui.notifications import message as content
from ui.notifications.bus import BUS_ERRORS, Bus, session_address

__all__ = ["APPLICATION", "CALL_LIMIT_S", "Freedesktop"]

logger = logging.getLogger(__name__)

APPLICATION = "Call Notifier"

CALL_LIMIT_S = 5.0
"""A daemon that runs answers in milliseconds; this leaves room for the bus to start one, and is
short enough for the next way to still be news."""

_BUS_NAME = "org.freedesktop.Notifications"
_ADDRESS = DBusAddress("/org/freedesktop/Notifications", bus_name=_BUS_NAME, interface=_BUS_NAME)
_NO_ID = 0
"""``replaces_id`` for a new notification."""


def _open_label() -> str:
    """Where a daemon makes a button of the default action, this stands on it."""
    return QCoreApplication.translate("freedesktop", "Open")


class Freedesktop:
    """Shows one notification at a time by the desktop's service.

    :param environ: where the session bus is named.
    :param on_chosen: called when the person clicks the notification.
    """

    name = "freedesktop"

    def __init__(self, environ: Mapping[str, str], on_chosen: Callable[[], None]) -> None:
        self._address = session_address(environ)
        self._on_chosen = on_chosen
        self._bus: Bus | None = None
        self._capabilities: frozenset[str] | None = None
        self._id = _NO_ID

    async def show(self, message: content.Message) -> bool:
        """Show it; False where there is no bus or no daemon, or it does not answer in time."""
        if self._address is None:
            return False
        try:
            async with asyncio.timeout(CALL_LIMIT_S):
                await self._notify(message)
        except BUS_ERRORS as error:
            logger.info("The desktop's notifications can't be used: %s", error or repr(error))
            await self.close()
            return False
        return True

    async def close(self) -> None:
        """Drop the connection to the bus; the notification stays."""
        bus, self._bus = self._bus, None
        self._forget_daemon()
        if bus is not None:
            await bus.close()

    async def _notify(self, message: content.Message) -> None:
        bus = await self._connected()
        if self._capabilities is None:
            (names,) = await bus.call(new_method_call(_ADDRESS, "GetCapabilities"))
            self._capabilities = frozenset(names) if isinstance(names, list) else frozenset()
        body = message.body
        if "body-markup" in self._capabilities:
            body = html.escape(body, quote=False)
        actions = []
        if "actions" in self._capabilities:
            actions = [
                "default",
                _open_label(),
            ]  # "default" is the notification itself being clicked
        hints = {
            "urgency": ("y", int(message.urgency)),
            "desktop-entry": ("s", content.DESKTOP_ENTRY),
            "category": ("s", "network"),
        }
        (number,) = await bus.call(
            new_method_call(
                _ADDRESS,
                "Notify",
                "susssasa{sv}i",
                (
                    APPLICATION,
                    self._id,
                    str(icons.svg_path(message.shape)),
                    message.title,
                    body,
                    actions,
                    hints,
                    -1,  # the daemon decides how long
                ),
            )
        )
        self._id = number if isinstance(number, int) else _NO_ID

    async def _connected(self) -> Bus:
        if self._bus is not None and not self._bus.closed:
            return self._bus
        await self.close()
        assert self._address is not None  # noqa: S101 (show() has checked it)
        bus = await Bus.open(self._address, self._on_signal)
        # Kept at once: what fails below is closed with it.
        self._bus = bus
        closed = MatchRule(type="signal", interface=_BUS_NAME, path=_ADDRESS.object_path)
        owner = MatchRule(
            type="signal",
            sender=message_bus.bus_name,
            interface=message_bus.interface,
            member="NameOwnerChanged",
        )
        owner.add_arg_condition(0, _BUS_NAME)
        for rule in (closed, owner):
            await bus.call(message_bus.AddMatch(rule))
        return bus

    def _forget_daemon(self) -> None:
        self._capabilities = None
        self._id = _NO_ID

    def _on_signal(self, message: Message) -> None:
        member = message.header.fields.get(HeaderFields.member)
        body = tuple(message.body)
        if member == "NameOwnerChanged":
            # Another daemon, or the same one started anew: it knows nothing of our notification.
            self._forget_daemon()
        elif not body or body[0] != self._id or self._id == _NO_ID:
            return  # the signals of everybody's notifications arrive here
        elif member == "ActionInvoked":
            self._on_chosen()
        elif member == "NotificationClosed":
            self._id = _NO_ID
