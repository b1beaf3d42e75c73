"""Whether a StatusNotifier host draws icons, as the session bus tells it. Linux alone.

An icon registers with a watcher, and the watcher knows whether there is a host. A watcher without
a host is a service in the background that nobody's panel listens to.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping

from jeepney import DBusAddress, MatchRule, Properties
from jeepney.bus_messages import message_bus

from ui.system.bus import BUS_ERRORS, Bus, owner_rule, session_address

__all__ = ["CALL_LIMIT_S", "Watch"]

logger = logging.getLogger(__name__)

CALL_LIMIT_S = 3.0
"""For an answer of the bus or the watcher: both run already and answer in milliseconds."""

_NAME = "org.kde.StatusNotifierWatcher"
"""The name that every desktop uses, KDE or not."""

_WATCHER = DBusAddress("/StatusNotifierWatcher", bus_name=_NAME, interface=_NAME)


class Watch:
    """Says whether there is a host, from :meth:`run` to :meth:`stop`.

    :param tell: called at once and at each change: True with a host, False with a watcher alone,
        None where there is no watcher, or it gives no answer. Never called where there is no bus.
    """

    def __init__(self, environ: Mapping[str, str], tell: Callable[[bool | None], None]) -> None:
        self._address = session_address(environ)
        self._tell = tell
        self._happened = asyncio.Event()
        self._stopped = False

    def stop(self) -> None:
        """Let :meth:`run` end soon, and tell nothing more.

        Its task is not cancelled: jeepney, still connecting, would go on all the same.
        """
        self._stopped = True
        self._happened.set()

    async def run(self) -> None:
        """Watch until :meth:`stop`, or as long as there is a bus."""
        if self._address is None:
            return
        try:
            async with asyncio.timeout(CALL_LIMIT_S):
                bus = await Bus.open(self._address, lambda _: self._happened.set())
        except BUS_ERRORS as error:
            logger.info("No tray can be found over the session bus: %s", error or repr(error))
            return
        try:
            for rule in _rules():
                async with asyncio.timeout(CALL_LIMIT_S):
                    await bus.call(message_bus.AddMatch(rule))
            while not self._stopped:
                self._happened.clear()
                host = await _host(bus)
                if not self._stopped:
                    self._tell(host)
                    await self._happened.wait()
        except BUS_ERRORS as error:
            logger.info("The session bus says no more of trays: %s", error or repr(error))
        finally:
            await bus.close()


def _rules() -> list[MatchRule]:
    """The watcher comes or goes; a host comes or goes while the watcher stays."""
    return [
        owner_rule(_NAME),
        MatchRule(type="signal", interface=_NAME, member="StatusNotifierHostRegistered"),
        MatchRule(type="signal", interface=_NAME, member="StatusNotifierHostUnregistered"),
    ]


async def _host(bus: Bus) -> bool | None:
    try:
        async with asyncio.timeout(CALL_LIMIT_S):
            # Asked for by itself: a call of a watcher that does not run could start one.
            (there,) = await bus.call(message_bus.NameHasOwner(_NAME))
            if not there:
                return None
            properties = Properties(_WATCHER)
            (answer,) = await bus.call(properties.get("IsStatusNotifierHostRegistered"))
    except BUS_ERRORS as error:
        if bus.closed:
            raise
        logger.info("The watcher of tray icons gives no answer: %s", error or repr(error))
        return None
    return answer == ("b", True)
