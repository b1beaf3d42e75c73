"""Whether this person's session is the one in front, and when the machine goes to sleep: logind.

Of several people who are logged in at one machine, one has the screen; logind keeps that as the
property ``Active`` of each session (org.freedesktop.login1(5)). A session without a screen, over
SSH say, is always active. Whatever is not known counts as in front and awake: without a bus,
without logind (or elogind), or for a program outside every session nothing is ever told.

Nothing is asked again and again: one connection waits for logind's signals. What Windows tells is
:mod:`notifier.machine.session_windows`'s; on macOS, where NSWorkspace tells it, nothing is noticed.
"""

import asyncio
import logging
import os
import struct
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from notifier.machine.system_bus import SystemBus

if TYPE_CHECKING:
    from jeepney import Message

__all__ = ["watch_session"]

log = logging.getLogger(__name__)

CONNECT_LIMIT = 5.0
"""Seconds to connect to the bus; it takes some milliseconds."""

RETRY = 5.0
"""Seconds to the next try where there is no bus, or it went away; twice as long after each."""

RETRY_LONGEST = 600.0
"""Seconds between two tries at most: a machine that has no bus will hardly get one."""

_NAME = "org.freedesktop.login1"
_MANAGER = "/org/freedesktop/login1"
_SESSION = "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"


async def watch_session(
    on_front: Callable[[bool], None],
    on_sleep: Callable[[bool], None],
    environ: Mapping[str, str] = os.environ,
) -> None:
    """Call back on the loop's own thread until cancelled.

    :param on_front: True: this session is in front again; False: another one is.
    :param on_sleep: True: the machine is about to sleep; False: it is awake, or did not sleep
        after all. With newer versions of systemd, which freeze programs first, both may come after
        the sleep.
    :param environ: names the system bus where it is not in its usual place.
    """
    if sys.platform == "win32":
        from notifier.machine.session_windows import watch_windows

        await watch_windows(on_front, on_sleep)
    if sys.platform != "linux":
        return
    wait = RETRY
    while True:
        try:
            async with asyncio.timeout(CONNECT_LIMIT):
                bus = await SystemBus.open(environ)
        except Exception as error:  # no bus, or one that hangs or talks nonsense
            log.debug("no system bus to say whose session is in front: %s", error)
        else:
            logind = _Logind(bus, on_front, on_sleep)
            try:
                await logind.listen()
            except _BUS_ERRORS as error:
                log.debug("the system bus went away: %s", error)
            finally:
                await bus.close()
            wait = RETRY if logind.answered else wait
            logind.forget()
        await asyncio.sleep(wait)
        wait = min(2 * wait, RETRY_LONGEST)


_BUS_ERRORS = (EOFError, OSError, ValueError, LookupError, TypeError, struct.error)
"""What talking to a bus can end in; from the third on: bytes that are no message."""


class _Logind:
    """What logind said over one connection."""

    def __init__(
        self, bus: SystemBus, on_front: Callable[[bool], None], on_sleep: Callable[[bool], None]
    ) -> None:
        self.answered = False
        """The bus sends messages."""

        self._bus = bus
        self._on_front = on_front
        self._on_sleep = on_sleep
        self._front = True
        self._asleep = False
        self._path: str | None = None
        self._replies: dict[int, Callable[[Message], None]] = {}

    async def listen(self) -> None:
        """Take what comes, until the bus goes away."""
        from jeepney import MatchRule
        from jeepney.bus_messages import message_bus

        owner = MatchRule(
            type="signal",
            sender=message_bus.bus_name,
            interface=message_bus.interface,
            member="NameOwnerChanged",
        )
        owner.add_arg_condition(0, _NAME)
        self._match(owner)
        self._match(
            MatchRule(
                type="signal",
                sender=_NAME,
                interface=f"{_NAME}.Manager",
                member="PrepareForSleep",
                path=_MANAGER,
            )
        )
        self._ask_session()
        while True:
            message = await self._bus.receive()
            self.answered = True
            self._take(message)

    def forget(self) -> None:
        """The bus is gone: go on as without logind."""
        self._set_asleep(False)
        self._set_front(True)

    def _take(self, message: "Message") -> None:
        from jeepney.low_level import HeaderFields, MessageType

        fields = message.header.fields
        if message.header.message_type is not MessageType.signal:
            then = self._replies.pop(fields.get(HeaderFields.reply_serial), None)
            if then is None:
                return
            if message.header.message_type is MessageType.method_return:
                then(message)
            else:  # no logind, or no session of its own for this program
                log.debug("logind does not say whose session is in front: %s", message.body)
                self._set_front(True)
            return
        match fields.get(HeaderFields.member):
            case "NameOwnerChanged":
                _name, _before, owner = message.body
                if owner:  # logind comes, or comes back
                    self._ask_session()
            case "PrepareForSleep":
                (begins,) = message.body
                self._set_asleep(bool(begins))
            case "PropertiesChanged" if fields.get(HeaderFields.path) == self._path:
                interface, changed, invalidated = message.body
                if interface == _SESSION and "Active" in changed:
                    self._set_front(changed["Active"] == ("b", True))
                elif interface == _SESSION and "Active" in invalidated:
                    self._ask_active()

    def _ask_session(self) -> None:
        """Find this program's session, or else the one that its person has on the screen: a
        program that systemd started for the person belongs to none."""
        from jeepney import DBusAddress, new_method_call

        manager = DBusAddress(_MANAGER, bus_name=_NAME, interface=f"{_NAME}.Manager")
        self._call(new_method_call(manager, "GetSession", "s", ("auto",)), self._found)

    def _found(self, reply: "Message") -> None:
        from jeepney import MatchRule

        (path,) = reply.body
        if path != self._path:
            self._path = path
            # Under its own path: "auto" is for questions, nothing is announced of it.
            self._match(
                MatchRule(
                    type="signal",
                    sender=_NAME,
                    interface=_PROPERTIES,
                    member="PropertiesChanged",
                    path=path,
                )
            )
        self._ask_active()

    def _ask_active(self) -> None:
        from jeepney import DBusAddress, Properties

        session = DBusAddress(self._path or "", bus_name=_NAME, interface=_SESSION)
        self._call(
            Properties(session).get("Active"),
            lambda reply: self._set_front(reply.body == (("b", True),)),
        )

    def _match(self, rule: object) -> None:
        from jeepney.bus_messages import message_bus

        self._bus.send(message_bus.AddMatch(rule))

    def _call(self, question: "Message", then: Callable[["Message"], None]) -> None:
        from jeepney import MessageFlag

        question.header.flags |= MessageFlag.no_auto_start  # what does not run says nothing
        self._replies[self._bus.send(question)] = then

    def _set_front(self, front: bool) -> None:
        if front != self._front:
            self._front = front
            self._on_front(front)

    def _set_asleep(self, asleep: bool) -> None:
        if asleep != self._asleep:
            self._asleep = asleep
            self._on_sleep(asleep)
