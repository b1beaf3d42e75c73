"""Run by Windows' Python: posts what Windows posts, and prints what the program makes of it."""

import asyncio
import ctypes
import sys
from ctypes import wintypes

from notifier.machine.session import watch_session
from notifier.machine.session_windows import CLASS, WM_POWERBROADCAST, WM_WTSSESSION_CHANGE

LIMIT = 10.0
"""Seconds for the window to be there, and for a message to arrive."""

EVERYBODY = 0xFFFF
"""HWND_BROADCAST: sleep is told to all top-level windows."""

MESSAGES = ((WM_WTSSESSION_CHANGE, 2), (WM_WTSSESSION_CHANGE, 7), (WM_WTSSESSION_CHANGE, 1))
AWAKE = 0x12
ASLEEP = 0x04

user = ctypes.WinDLL("user32")
user.FindWindowW.restype = wintypes.HWND


async def main() -> None:
    """Expects: away, back, asleep, awake; and no window left behind."""
    told: list[str] = []
    task = asyncio.create_task(
        watch_session(
            lambda front: told.append("back" if front else "away"),
            lambda asleep: told.append("asleep" if asleep else "awake"),
            {},
        )
    )
    async with asyncio.timeout(LIMIT):
        while not (window := user.FindWindowW(CLASS, None)):  # noqa: ASYNC110 - nobody says it
            await asyncio.sleep(0.05)
        for message, word in MESSAGES:
            user.PostMessageW(wintypes.HWND(window), message, word, 0)
        for word in (ASLEEP, AWAKE):
            user.PostMessageW(wintypes.HWND(EVERYBODY), WM_POWERBROADCAST, word, 0)
        while len(told) < 4:  # noqa: ASYNC110 - as a person would look
            await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.wait([task])
    left = user.FindWindowW(CLASS, None)
    sys.stdout.write(f"{' '.join(told)}, {'a window is left' if left else 'no window is left'}\n")


asyncio.run(main())
