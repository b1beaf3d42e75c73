"""Notices that microphones or cameras may have come or gone, on the running loop and without Qt.

Linux's kernel announces each device it finds or loses on a netlink socket that anybody may read
(NETLINK_KOBJECT_UEVENT, lib/kobject_uevent.c). What comes only through the sound server is
announced all the same: a Bluetooth headset by its link and by its buttons. What the announcement
says does not matter beyond its kind; :mod:`notifier.machine.media` is asked what is there.

What it can't notice: a microphone that some program or another computer lends the sound server,
without a device of the kernel's. Elsewhere than on Linux nothing is noticed at all.
"""

import asyncio
import contextlib
import logging
import socket
import sys
from collections.abc import Callable, Collection

__all__ = ["LATE_LOOK", "MEDIA_KINDS", "SETTLE", "kind_of", "watch_devices"]

log = logging.getLogger(__name__)

SETTLE = 0.5
"""Seconds after the first announcement of a burst: a webcam comes as a dozen of them, and udev
gives its nodes away a moment later."""

LATE_LOOK = 3.0
"""Seconds to a second look: the sound server takes its time with a headset."""

MEDIA_KINDS = frozenset({"sound", "video4linux", "bluetooth", "input"})
"""Subsystems of the kernel's that can mean a microphone or a camera."""

_NETLINK_KOBJECT_UEVENT = 15
_KERNEL = 1
"""The group of the kernel's own messages; udev's, in another, have another form."""

_LARGEST = 1 << 16


def kind_of(message: bytes) -> str | None:
    """The subsystem that a message is about: ``add@/devices/…``, then ``KEY=value``, NUL between
    them. None where it says none, or tells of no device that came or went.
    """
    head, *fields = message.split(b"\0")
    if head.partition(b"@")[0] not in (b"add", b"remove", b"bind", b"unbind", b"change"):
        return None
    for field in fields:
        key, _, value = field.partition(b"=")
        if key == b"SUBSYSTEM":
            return value.decode("ascii", "replace")
    return None


async def watch_devices(
    on_change: Callable[[], None], *, kinds: Collection[str] = MEDIA_KINDS
) -> None:
    """Call back on the loop's own thread, soon after a change and once more, until cancelled.

    :param on_change: devices of these kinds may be others than before.
    """
    loop = asyncio.get_running_loop()
    try:
        monitor = _open_monitor()
    except OSError as error:
        log.info("microphones and cameras are looked for at each run alone: %s", error)
        return
    announced = asyncio.Event()

    def readable() -> None:
        if _drain(monitor, kinds):
            announced.set()

    try:
        loop.add_reader(monitor.fileno(), readable)
    except NotImplementedError:
        monitor.close()
        return
    try:
        while True:
            await announced.wait()
            for wait in (SETTLE, LATE_LOOK):
                announced.clear()
                await asyncio.sleep(wait)
                on_change()
    finally:
        loop.remove_reader(monitor.fileno())
        monitor.close()


def _open_monitor() -> socket.socket:
    if sys.platform != "linux":
        raise OSError("this system does not announce devices here")
    monitor = socket.socket(
        socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_NONBLOCK, _NETLINK_KOBJECT_UEVENT
    )
    try:
        monitor.bind((0, _KERNEL))
    except BaseException:
        monitor.close()
        raise
    return monitor


def _drain(monitor: socket.socket, kinds: Collection[str]) -> bool:
    """Empty the socket; whether any of the messages was about one of these kinds."""
    found = False
    with contextlib.suppress(BlockingIOError):
        while True:
            try:
                message = monitor.recv(_LARGEST)
            except BlockingIOError:
                raise
            except OSError:
                return True  # ENOBUFS: messages were lost, and nobody knows which.
            found = kind_of(message) in kinds or found
    return found
