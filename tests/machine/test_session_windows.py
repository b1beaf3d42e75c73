"""What Windows tells of sleep and of whose session is in front, as far as that is pure.

packaging/windows/try-engine has a real window told of it, under Wine.
"""

import asyncio
import threading
from collections.abc import Callable

import pytest

from notifier.machine import session_windows
from notifier.machine.session_windows import (
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    meaning,
    watch_windows,
)


@pytest.mark.parametrize(
    ("message", "word", "said"),
    [
        (WM_WTSSESSION_CHANGE, 1, ("front", True)),
        (WM_WTSSESSION_CHANGE, 2, ("front", False)),
        (WM_WTSSESSION_CHANGE, 3, ("front", True)),
        (WM_WTSSESSION_CHANGE, 4, ("front", False)),
        (WM_WTSSESSION_CHANGE, 7, None),  # locked: nobody else is there
        (WM_POWERBROADCAST, 0x04, ("sleep", True)),
        (WM_POWERBROADCAST, 0x12, ("sleep", False)),
        (WM_POWERBROADCAST, 0x07, ("sleep", False)),
        (WM_POWERBROADCAST, 0x0A, None),  # the battery
        (0x0010, 1, None),
    ],
)
def test_what_a_message_says(message: int, word: int, said: object) -> None:
    assert meaning(message, word) == said


async def test_each_change_is_told_once_on_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[int] = []

    def listen(hear: Callable[[int, int], None], made: Callable[[int | None], None]) -> None:
        made(7)
        for word in (2, 2, 4, 1):
            hear(WM_WTSSESSION_CHANGE, word)
        for word in (0x04, 0x12, 0x07):
            hear(WM_POWERBROADCAST, word)

    monkeypatch.setattr(session_windows, "_listen", listen)
    monkeypatch.setattr(session_windows, "_close", closed.append)
    told: list[tuple[str, bool, bool]] = []
    all_told = asyncio.Event()

    def note(what: str) -> Callable[[bool], None]:
        def take(now: bool) -> None:
            told.append((what, now, threading.current_thread() is threading.main_thread()))
            if len(told) == 4:
                all_told.set()

        return take

    task = asyncio.create_task(watch_windows(note("front"), note("sleep")))
    async with asyncio.timeout(10):
        await all_told.wait()
    assert told == [
        *(("front", False, True), ("front", True, True)),
        *(("sleep", True, True), ("sleep", False, True)),
    ]
    task.cancel()
    await asyncio.wait([task])
    assert closed == [7]
