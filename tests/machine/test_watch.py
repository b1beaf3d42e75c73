"""Changes of network and wake-ups: the machines by given readings, the whole in a namespace."""

import asyncio
import socket
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.machine import rtnetlink, watch
from notifier.machine.rtnetlink import InterfaceAddress, Route
from notifier.machine.watch import Clocks, NetworkWatch, WakeWatch, picture_of

Namespace = Callable[[str], str]

DEFAULT = Route(socket.AF_INET, 2, "192.0.2.1", 100, default=True, usable=True)
HOME = InterfaceAddress(2, "192.0.2.7", lasting=True)
EMPTY = picture_of([], [])
ONLINE = picture_of([DEFAULT], [HOME])

NO_LOGIND = (
    lambda: None,
    lambda front: None,
    {"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere"},
)
"""For watching the rest alone."""


def test_what_makes_a_network() -> None:
    assert picture_of([DEFAULT], []) != EMPTY
    assert picture_of([], [HOME]) != EMPTY
    other = Route(socket.AF_INET, 2, "192.0.2.254", 100, default=True, usable=True)
    assert picture_of([other], []) != picture_of([DEFAULT], [])


@pytest.mark.parametrize(
    ("route", "address"),
    [
        (Route(socket.AF_INET, 2, None, 0, default=False, usable=True), None),
        (Route(socket.AF_INET, 2, "192.0.2.1", 0, default=True, usable=False), None),
        (None, InterfaceAddress(2, "2001:db8::5", lasting=False)),
        (None, InterfaceAddress(2, "fe80::5", lasting=True)),
        (None, InterfaceAddress(2, "169.254.0.5", lasting=True)),
        (None, InterfaceAddress(1, "127.0.0.1", lasting=True)),
    ],
)
def test_what_does_not(route: Route | None, address: InterfaceAddress | None) -> None:
    routes = [] if route is None else [route]
    addresses = [] if address is None else [address]
    assert picture_of(routes, addresses) == EMPTY


def test_a_metric_that_follows_the_signal_is_no_change() -> None:
    weaker = Route(socket.AF_INET, 2, "192.0.2.1", 700, default=True, usable=True)
    assert picture_of([weaker], []) == picture_of([DEFAULT], [])


def test_a_burst_is_compared_once_it_is_over() -> None:
    machine = NetworkWatch(EMPTY)
    assert machine.due() is None
    machine.message(10.0)
    machine.message(11.5)
    assert machine.due() == 11.5 + watch.SETTLE
    assert machine.compare(ONLINE)
    assert machine.due() is None


def test_endless_messages_are_compared_all_the_same() -> None:
    machine = NetworkWatch(EMPTY)
    for second in range(60):
        machine.message(100.0 + second)
    assert machine.due() == 100.0 + watch.SETTLE_LIMIT


def test_there_and_back_is_no_change() -> None:
    machine = NetworkWatch(ONLINE)
    machine.message(1.0)
    assert not machine.compare(ONLINE)


def test_each_change_is_told_once() -> None:
    machine = NetworkWatch(EMPTY)
    told = []
    for picture in (EMPTY, ONLINE, ONLINE, EMPTY):
        machine.message(1.0)
        told.append(machine.compare(picture))
    assert told == [False, True, False, True]


def test_sleep_is_told_from_waiting() -> None:
    machine = WakeWatch(Clocks(monotonic=100.0, boottime=500.0))
    assert not machine.look(Clocks(110.0, 510.0))
    # Starved for an hour: both clocks went on.
    assert not machine.look(Clocks(3710.0, 4110.0))
    # Slept for an hour within ten seconds of work.
    assert machine.look(Clocks(3720.0, 7720.0))
    assert not machine.look(Clocks(3730.0, 7730.0))


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(0, 0.5))
def test_reading_two_clocks_late_is_no_sleep(start: float, waited: float, late: float) -> None:
    machine = WakeWatch(Clocks(start, start))
    assert not machine.look(Clocks(start + waited, start + waited + late))


async def test_without_a_routing_socket_nothing_is_noticed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def closed(groups: int) -> socket.socket:
        raise PermissionError("not in this sandbox")

    monkeypatch.setattr(rtnetlink, "_socket", closed)
    told: list[str] = []
    await watch._watch_network(lambda: told.append("network"))
    assert not told


async def test_a_wake_up_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "linux":
        pytest.skip("Linux's clocks")
    readings = iter([Clocks(0.0, 0.0), Clocks(1.0, 1.0), Clocks(2.0, 3602.0)])
    last = Clocks(3.0, 3603.0)
    monkeypatch.setattr(watch, "_read_clocks", lambda: next(readings, last))
    monkeypatch.setattr(watch, "WAKE_PERIOD", 0.01)
    woke = asyncio.Event()
    task = asyncio.create_task(watch.watch(lambda: None, woke.set, *NO_LOGIND))
    await asyncio.wait_for(woke.wait(), 30)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_other_platforms_wait_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    told: list[str] = []
    task = asyncio.create_task(
        watch.watch(lambda: told.append("network"), lambda: told.append("wake"), *NO_LOGIND)
    )
    for _ in range(10):
        await asyncio.sleep(0)
    assert not task.done()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not told


CHANGES = """
    import asyncio, contextlib
    from notifier.machine import watch

    watch.SETTLE = 0.2
    take_picture, taken, told = watch._take_picture, 0, 0

    def counted():
        global taken
        taken += 1
        return take_picture()

    watch._take_picture = counted

    def on_network():
        global told
        told += 1

    async def until(condition):
        async with asyncio.timeout(30):
            while not condition():
                await asyncio.sleep(0.01)

    async def main():
        logind = (lambda: None, lambda front: None, {"DBUS_SYSTEM_BUS_ADDRESS": "none:"})
        watching = watch.watch(on_network, lambda: None, *logind)
        task = asyncio.get_running_loop().create_task(watching)
        await until(lambda: taken == 1)
        ip("link", "add", "up0", "type", "veth", "peer", "name", "far0")
        ip("link", "set", "far0", "up")
        ip("link", "set", "up0", "up")
        ip("address", "add", "10.9.0.2/24", "dev", "up0")
        await until(lambda: told == 1)
        ip("route", "add", "default", "via", "10.9.0.1")
        await until(lambda: told == 2)
        # No change of network: a link-local address and a route to somewhere.
        before = taken
        ip("address", "add", "169.254.3.4/16", "dev", "up0")
        ip("route", "add", "198.51.100.0/24", "via", "10.9.0.1")
        await until(lambda: taken > before)
        assert told == 2, told
        # The other end is unplugged: the route stays, without a link.
        ip("link", "set", "far0", "down")
        await until(lambda: told == 3)
        ip("address", "flush", "dev", "up0")
        await until(lambda: told == 4)
        # From Wi-Fi to cable: the new one first, at a lower metric, then the old one goes.
        for name, metric in (("wifi0", "600"), ("cable0", "100")):
            ip("link", "add", name, "type", "veth", "peer", "name", name + "far")
            ip("link", "set", name + "far", "up")
            ip("link", "set", name, "up")
            ip("route", "add", "default", "dev", name, "metric", metric)
            wanted = told + 1
            await until(lambda: told == wanted)
        ip("link", "delete", "wifi0")
        await until(lambda: told == 7)
        # A VPN comes up over the cable and goes down again.
        ip("tuntap", "add", "tun0", "mode", "tun")
        ip("link", "set", "tun0", "up")
        ip("address", "add", "10.8.0.2/24", "dev", "tun0")
        await until(lambda: told == 8)
        ip("tuntap", "delete", "tun0", "mode", "tun")
        await until(lambda: told == 9)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        print("done")
"""


@pytest.mark.root
def test_real_changes(in_namespace: Namespace) -> None:
    printed = in_namespace(CHANGES + "\n    asyncio.run(main())")
    assert printed.split() == ["done"]


@pytest.mark.root
def test_real_changes_on_the_trays_loop(in_namespace: Namespace) -> None:
    pytest.importorskip("qasync")
    printed = in_namespace(
        CHANGES
        + """
    from PySide6.QtCore import QCoreApplication
    import qasync
    application = QCoreApplication([])
    with qasync.QEventLoop(application) as loop:
        loop.run_until_complete(main())
    """
    )
    assert printed.split() == ["done"]
