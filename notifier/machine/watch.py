"""Notices changes of network, sleep, and whose session is in front; on the loop and without Qt.

The two machines in the upper half hold the logic: what they are told in, whether it matters out.
The coroutines below them feed them from Linux's routing socket and clocks; sleep and session are
:mod:`notifier.machine.session`'s. What nobody here listens to is never reported: the schedule
catches up.
"""

import asyncio
import contextlib
import ipaddress
import logging
import socket
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from notifier.machine import rtnetlink
from notifier.machine.session import watch_session

__all__ = ["Clocks", "NetworkWatch", "Picture", "WakeWatch", "picture_of", "watch"]

log = logging.getLogger(__name__)

SETTLE = 2.0
"""Seconds without a further message before the picture is compared: joining a network takes the
kernel a dozen messages, and for half of them nothing works yet."""

SETTLE_LIMIT = 10.0
"""Seconds after which the picture is compared though messages keep coming."""

WAKE_PERIOD = 10.0
"""Seconds between two looks at the clocks. Each look wakes the processor for some microseconds,
and without logind a wake-up is noticed at most this late."""

SUSPENDED = 1.0
"""Seconds of sleep that count as such; two clocks read one after the other differ by less."""

Picture = frozenset[tuple[object, ...]]
"""The default routes and addresses at one moment, only to be compared."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """Seconds of both clocks, read together."""

    monotonic: float
    """Stands still while the machine sleeps (CLOCK_MONOTONIC)."""

    boottime: float
    """Goes on while it sleeps (CLOCK_BOOTTIME)."""


def picture_of(
    routes: Iterable[rtnetlink.Route], addresses: Iterable[rtnetlink.InterfaceAddress]
) -> Picture:
    """What has to differ for a network to count as changed.

    Default routes that have a link, and lasting addresses beyond the link itself. IPv6 privacy
    addresses, which change daily, and metrics, which follow the signal, do not belong to it.
    """
    return frozenset(
        [("route", r.family, r.interface, r.gateway) for r in routes if r.default and r.usable]
    ) | frozenset(
        ("address", a.interface, a.address)
        for a in addresses
        if a.lasting and _reaches_out(a.address)
    )


@dataclass(slots=True)
class NetworkWatch:
    """Turns bursts of kernel messages into one "changed"; time is an argument."""

    picture: Picture
    """As it was when last compared."""

    _first: float | None = field(default=None, init=False)
    _latest: float = field(default=0.0, init=False)

    def message(self, now: float) -> None:
        """Tell that the kernel announced something."""
        if self._first is None:
            self._first = now
        self._latest = now

    def due(self) -> float | None:
        """When :meth:`compare` wants a fresh picture; None while nothing was announced."""
        if self._first is None:
            return None
        return min(self._latest + SETTLE, self._first + SETTLE_LIMIT)

    def compare(self, picture: Picture) -> bool:
        """Take a fresh picture; true where the network really changed."""
        self._first = None
        changed = picture != self.picture
        self.picture = picture
        return changed


@dataclass(slots=True)
class WakeWatch:
    """Tells a sleep from everything else that clocks do.

    The wall clock is not looked at, so setting it is no wake-up; a process that was only starved
    or stopped finds both clocks equally far on.
    """

    last: Clocks

    def look(self, clocks: Clocks) -> bool:
        """Take a fresh reading; true where the machine slept since the last one."""
        slept = (clocks.boottime - self.last.boottime) - (clocks.monotonic - self.last.monotonic)
        self.last = clocks
        return slept >= SUSPENDED


def started_at() -> float:
    """When this machine was started, seconds since 1970 by the wall clock.

    Time asleep included where the platform counts it, so the answer changes only when somebody
    sets the clock.
    """
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.time() - (time.monotonic() if clock is None else time.clock_gettime(clock))


async def watch(
    on_network: Callable[[], None],
    on_wake: Callable[[], None],
    on_sleep: Callable[[], None],
    on_front: Callable[[bool], None],
    environ: Mapping[str, str],
) -> None:
    """Call back on the loop's own thread until cancelled.

    :param on_network: the default routes or our addresses differ from before.
    :param on_wake: the machine slept, or was about to; without logind at most
        :data:`WAKE_PERIOD` after it woke. May come twice within seconds.
    :param on_sleep: the machine is about to sleep; only where there is logind, and on Windows.
    :param on_front: whether this person's session is in front; only where that changes.
    :param environ: names the system bus where it is not in its usual place.
    """
    machine = WakeWatch(_read_clocks()) if sys.platform == "linux" else None

    def sleep(begins: bool) -> None:
        if begins:
            on_sleep()
            return
        if machine is not None:
            machine.look(_read_clocks())  # else the clocks would tell the same sleep once more
        on_wake()

    async with asyncio.TaskGroup() as group:
        group.create_task(_watch_network(on_network))
        if machine is not None:
            group.create_task(_watch_clocks(machine, on_wake))
        group.create_task(watch_session(on_front, sleep, environ))
        await asyncio.Event().wait()  # Also where there is nothing to listen to.


async def _watch_network(on_network: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    try:
        monitor = rtnetlink.open_monitor()
        machine = NetworkWatch(_take_picture())
    except OSError as error:
        log.info("changes of network are not noticed: %s", error)
        return
    announced = asyncio.Event()

    def readable() -> None:
        _drain(monitor)
        machine.message(loop.time())
        announced.set()

    try:
        loop.add_reader(monitor.fileno(), readable)
    except NotImplementedError:
        monitor.close()
        log.info("changes of network are not noticed: this event loop watches no sockets")
        return
    try:
        while True:
            await announced.wait()
            due = machine.due()
            if due is not None and due > loop.time():
                await asyncio.sleep(due - loop.time())
                continue  # More may have come meanwhile.
            announced.clear()
            try:
                fresh = _take_picture()
            except OSError as error:
                log.info("the routing table could not be read: %s", error)
                continue
            if machine.compare(fresh):
                on_network()
    finally:
        loop.remove_reader(monitor.fileno())
        monitor.close()


async def _watch_clocks(machine: WakeWatch, on_wake: Callable[[], None]) -> None:
    while True:
        await asyncio.sleep(WAKE_PERIOD)
        if machine.look(_read_clocks()):
            on_wake()


def _take_picture() -> Picture:
    return picture_of(rtnetlink.default_routes(), rtnetlink.addresses())


def _read_clocks() -> Clocks:
    return Clocks(
        monotonic=time.clock_gettime(time.CLOCK_MONOTONIC),
        boottime=time.clock_gettime(time.CLOCK_BOOTTIME),
    )


def _drain(monitor: socket.socket) -> None:
    """Empty the socket; what the messages say does not matter, only that they came."""
    with contextlib.suppress(BlockingIOError):
        while True:
            try:
                monitor.recv(1 << 16)
            except BlockingIOError:
                raise
            except OSError:
                # ENOBUFS: messages were lost, which is a message too.
                return


def _reaches_out(address: str) -> bool:
    parsed = ipaddress.ip_address(address)
    return not (parsed.is_loopback or parsed.is_link_local)
