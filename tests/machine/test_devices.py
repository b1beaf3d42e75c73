"""Devices that come and go: what the kernel says of them, and that it is heard."""

import asyncio
import sys
import time
from pathlib import Path

import pytest

from notifier.machine import devices

HEADSET = (
    b"add@/devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/sound/card1\0ACTION=add\0"
    b"DEVPATH=/devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/sound/card1\0"
    b"SUBSYSTEM=sound\0SEQNUM=4711\0"
)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        (HEADSET, "sound"),
        (HEADSET.replace(b"add@", b"remove@"), "sound"),
        (HEADSET.replace(b"add@", b"move@"), None),
        (b"add@/devices/x\0ACTION=add\0", None),
        (b"libudev\0\xfe\xed\xca\xfe", None),
        (b"", None),
        (b"add@/x\0SUBSYSTEM=\xff\0", "\ufffd"),
    ],
)
def test_what_a_message_is_about(message: bytes, kind: str | None) -> None:
    assert devices.kind_of(message) == kind


async def test_a_device_is_heard_of_twice_and_others_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The kernel's real words: ``change`` of /dev/null, which root may have it say."""
    saying = Path("/sys/class/mem/null/uevent")
    monkeypatch.setattr(devices, "SETTLE", 0.02)
    monkeypatch.setattr(devices, "LATE_LOOK", 0.04)
    heard: list[float] = []
    others: list[float] = []
    watching = [
        asyncio.create_task(
            devices.watch_devices(lambda: heard.append(time.monotonic()), kinds={"mem"})
        ),
        asyncio.create_task(devices.watch_devices(lambda: others.append(0.0))),
    ]
    try:
        await asyncio.sleep(0.01)
        try:
            for _ in range(3):
                await asyncio.to_thread(saying.write_text, "change")
        except OSError as error:
            pytest.skip(f"the kernel can't be made to say something: {error}")
        async with asyncio.timeout(5):
            while len(heard) < 2:  # noqa: ASYNC110 - the kernel sets no event
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)
    finally:
        for task in watching:
            task.cancel()
        await asyncio.gather(*watching, return_exceptions=True)
    assert len(heard) == 2, "a burst, and the late look"
    assert others == []


async def test_without_the_socket_nothing_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "sunos5")
    await devices.watch_devices(lambda: pytest.fail("nothing was said"))
