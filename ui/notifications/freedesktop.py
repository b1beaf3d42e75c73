"""The desktop's notification service (Desktop Notifications Specification 1.2), over D-Bus.

By jeepney, and not by QtDBus, which can't marshal the call from Python (it has no variant type:
the hints leave with the wrong signature). There is one slot: each notification replaces the last
one, where the person has not closed it, so that they never stack; also one that an earlier life of
this program has left on the screen, as long as the same daemon shows it.
"""

import asyncio
import logging
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.wrappers import DBusErrorResponse
from PySide6.QtCore import QCoreApplication

from ui.look import icons
from ui.notifications import message as content
from ui.notifications import slot
from ui.system.bus import BUS_ERRORS, Bus, owner_rule, session_address
from ui.system.front import PERMISSION
from ui.system.gnome import is_gnome
from ui.system.plasma import is_plasma

__all__ = ["APPLICATION", "CALL_LIMIT_S", "STARTING_LIMIT_S", "Freedesktop"]

logger = logging.getLogger(__name__)

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
"""What a daemon that reads markup would take for it. The html module would bring its table of all
named characters, half a megabyte for three."""

APPLICATION = "Call Notifier"

CALL_LIMIT_S = 5.0
"""A daemon that runs answers in milliseconds; this is short enough for the next way to still be
news."""

STARTING_LIMIT_S = 65.0
"""For one that does not run yet and that the bus waits for. Plasma, at log-in, has it wait up to a
minute for the desktop itself, which then shows all that was sent meanwhile: who gave up earlier
would have told it twice. Where there is none, the bus says so at once."""

WITHDRAW_LIMIT_S = 1.0
"""For taking one back, which nobody waits for but a program that ends."""

_BUS_NAME = "org.freedesktop.Notifications"
_ADDRESS = DBusAddress("/org/freedesktop/Notifications", bus_name=_BUS_NAME, interface=_BUS_NAME)
_NO_ID = 0
"""``replaces_id`` for a new notification."""

_AS_THE_DAEMON_LIKES, _UNTIL_CLOSED = -1, 0
"""Values of ``expire_timeout``."""


def _open_label() -> str:
    """Where a daemon makes a button of the default action, this stands on it."""
    return QCoreApplication.translate("freedesktop", "Open")


class Freedesktop:
    """Shows one notification at a time by the desktop's service.

    :param environ: where the session bus is named.
    :param on_action: called with the key of what the person chose.
    :param remembered: the file that keeps which notification is ours over a new start; None
        keeps nothing.
    """

    name = "freedesktop"

    def __init__(
        self,
        environ: Mapping[str, str],
        on_action: Callable[[str], None],
        *,
        remembered: Path | None = None,
    ) -> None:
        self._address = session_address(environ)
        self._on_action = on_action
        self._remembered = remembered
        self._bus: Bus | None = None
        self._capabilities: frozenset[str] | None = None
        self._id = _NO_ID
        self._stands = True
        """Whether the last one stays until it is closed; what an earlier life has shown may."""
        self._gnome = is_gnome(environ)
        """GNOME Shell puts none of low urgency on the screen. Where one that stays is replaced by
        one that does not, it shows neither of them."""
        self._plasma_wayland = is_plasma(environ) and "WAYLAND_DISPLAY" in environ
        """Plasma puts critical ones over a program that has the whole screen, which on Wayland
        nobody can ask for. Those of normal urgency wait below it."""
        self._token = ""

    async def left_over(self) -> str | None:
        """The tag of what an earlier life of this program shows, where it can be replaced."""
        before = None if self._remembered is None else slot.kept(self._remembered)
        if before is None or self._address is None:
            return None
        try:
            async with asyncio.timeout(CALL_LIMIT_S):
                bus = await self._connected()
                if await _daemon(bus) == before.daemon:
                    self._id = before.number
                    return before.tag
        except BUS_ERRORS as error:
            logger.info("Not known what was shown last: %s", error or repr(error))
            await self.close()
        self._forget_slot()
        return None

    async def show(self, message: content.Message) -> bool:
        """Show it; False where there is no bus or no daemon, or it does not answer in time."""
        if self._address is None:
            return False
        stands = message.urgency is content.Urgency.CRITICAL
        if self._gnome and self._stands and not stands:
            await self.withdraw()
        try:
            async with asyncio.timeout(CALL_LIMIT_S) as limit:
                bus = await self._connected()
                (there,) = await bus.call(message_bus.NameHasOwner(_BUS_NAME))
                if not there:
                    limit.reschedule(asyncio.get_running_loop().time() + STARTING_LIMIT_S)
                await self._notify(message)
        except BUS_ERRORS as error:
            logger.info("The desktop's notifications can't be used: %s", error or repr(error))
            await self.close()
            return False
        self._stands = stands
        return True

    async def withdraw(self) -> None:
        """Take it from the screen, and from the list of what was missed."""
        number, bus = self._id, self._bus
        self._id = _NO_ID
        self._forget_slot()
        if number == _NO_ID or bus is None or bus.closed:
            return
        try:
            async with asyncio.timeout(WITHDRAW_LIMIT_S):
                await bus.call(new_method_call(_ADDRESS, "CloseNotification", "u", (number,)))
        except BUS_ERRORS as error:
            # Some daemons answer with an error where the person closed it just now.
            logger.info("The notification was not withdrawn: %s", error or repr(error))

    async def close(self) -> None:
        """Drop the connection to the bus; the notification stays."""
        bus, self._bus = self._bus, None
        self._capabilities, self._id = None, _NO_ID
        if bus is not None:
            await bus.close()

    async def _notify(self, message: content.Message) -> None:
        bus = await self._connected()
        if self._capabilities is None:
            (names,) = await bus.call(new_method_call(_ADDRESS, "GetCapabilities"))
            self._capabilities = frozenset(names) if isinstance(names, list) else frozenset()
        body = message.body
        if "body-markup" in self._capabilities:
            body = body.translate(_ESCAPED)
        actions: list[str] = []
        if "actions" in self._capabilities:
            actions = [content.DEFAULT, _open_label()]
            for action in message.actions:
                actions += [action.key, action.label]
        hints = {
            "urgency": ("y", int(self._urgency(message))),
            # Not as the icon, which is the program's: Plasma keeps that of the one that is
            # replaced, and swaync shows both.
            "image-path": ("s", icons.svg_path(message.shape).as_uri()),
            "desktop-entry": ("s", content.DESKTOP_ENTRY),
            "category": ("s", "network"),
            "suppress-sound": ("b", True),
        }
        if message.passing:
            hints["transient"] = ("b", True)
        (number,) = await bus.call(
            new_method_call(
                _ADDRESS,
                "Notify",
                "susssasa{sv}i",
                (
                    APPLICATION,
                    self._id,
                    str(icons.svg_path(content.DESKTOP_ENTRY)),
                    message.title,
                    body,
                    actions,
                    hints,
                    self._lasting_ms(message),
                ),
            )
        )
        self._id = number if isinstance(number, int) else _NO_ID
        if self._remembered is not None:
            with suppress(DBusErrorResponse):  # it answered, and is gone already
                daemon = await _daemon(bus)
                slot.keep(self._remembered, slot.Slot(daemon, self._id, message.tag))

    def _urgency(self, message: content.Message) -> content.Urgency:
        if self._plasma_wayland:
            return min(message.urgency, content.Urgency.NORMAL)
        return max(message.urgency, content.Urgency.NORMAL) if self._gnome else message.urgency

    def _lasting_ms(self, message: content.Message) -> int:
        if self._urgency(message) < message.urgency:
            return _UNTIL_CLOSED  # as a critical one does by itself
        return _AS_THE_DAEMON_LIKES

    async def _connected(self) -> Bus:
        if self._bus is not None and not self._bus.closed:
            return self._bus
        await self.close()
        assert self._address is not None  # noqa: S101 (whoever calls has checked it)
        bus = await Bus.open(self._address, self._on_signal)
        # Kept at once: what fails below is closed with it.
        self._bus = bus
        ours = MatchRule(type="signal", interface=_BUS_NAME, path=_ADDRESS.object_path)
        for rule in (ours, owner_rule(_BUS_NAME)):
            await bus.call(message_bus.AddMatch(rule))
        return bus

    def _forget_slot(self) -> None:
        if self._remembered is not None:
            slot.forget(self._remembered)

    def _on_signal(self, message: Message) -> None:
        member = message.header.fields.get(HeaderFields.member)
        body = tuple(message.body)
        if member == "NameOwnerChanged":
            # Another daemon, or the same one started anew: it knows nothing of our notification.
            self._capabilities, self._id = None, _NO_ID
            self._forget_slot()
        elif not body or body[0] != self._id or self._id == _NO_ID:
            return  # the signals of everybody's notifications arrive here
        elif member == "ActivationToken" and len(body) > 1:  # comes before the action it belongs to
            self._token = str(body[1])
        elif member == "ActionInvoked" and len(body) > 1:
            token, self._token = self._token, ""
            with _activation(token):
                self._on_action(str(body[1]))
        elif member == "NotificationClosed":
            self._id = _NO_ID
            self._forget_slot()


async def _daemon(bus: Bus) -> str:
    """The daemon that has the name now, unlike any other one."""
    (guid,) = await bus.call(new_method_call(message_bus, "GetId"))
    (owner,) = await bus.call(message_bus.GetNameOwner(_BUS_NAME))
    return f"{guid} {owner}"


@contextmanager
def _activation(token: str) -> Iterator[None]:
    """Let the windows raised in the block come to the front, also on Wayland."""
    if not token:
        yield
        return
    os.environ[PERMISSION] = token
    try:
        yield
    finally:
        os.environ.pop(PERMISSION, None)
