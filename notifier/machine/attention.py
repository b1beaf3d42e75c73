"""Whether somebody wants to be left alone just now, as far as the desktop tells.

Asked when something is about to be told, and not before: nothing is watched. Each desktop says it
in a way of its own, and most say only a part; where none says so, the answer is that nobody asked
for quiet.

* Linux: :mod:`notifier.machine.attention_bus` (do not disturb of KDE Plasma, GNOME, Cinnamon, MATE,
  Xfce, dunst, mako and swaync), :mod:`notifier.machine.attention_x11` (a full screen).
* Windows: ``SHQueryUserNotificationState``.
* macOS lets no program read its Focus without an entitlement that Apple grants: never known there.
  The system itself holds notifications back.

That a screen is shared only KDE Plasma tells, by its do not disturb.
"""

import asyncio
import logging
import os
import sys
import threading
from collections.abc import Mapping
from typing import Literal

__all__ = ["ATTENTION_LIMIT", "Attention", "asks_for_quiet"]

log = logging.getLogger(__name__)

Attention = Literal["do-not-disturb", "full-screen", "presentation"]
"""What the desktop says: somebody asked it for quiet; a program has the whole screen; something is
presented."""

ATTENTION_LIMIT = 2.0
"""Seconds for all questions together; a desktop that runs answers within some milliseconds."""

_one_at_a_time = threading.Lock()


async def asks_for_quiet(environ: Mapping[str, str] = os.environ) -> Attention | None:
    """Why nobody should be disturbed now; None where nothing says so. Never raises.

    The questions are asked by a thread of their own: a display or a bus that hangs keeps that
    thread and nothing else, and nothing more is asked before it is back.

    :param environ: names the session bus, the display and the desktop.
    """
    if not _one_at_a_time.acquire(blocking=False):
        return None
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Attention | None] = loop.create_future()

    def settle(found: Attention | None) -> None:
        if not answer.done():
            answer.set_result(found)

    def work() -> None:
        found: Attention | None = None
        try:
            found = _ask(environ)
        except Exception as error:
            log.info("not known whether somebody wants quiet: %s", error)
        finally:
            _one_at_a_time.release()
        try:
            loop.call_soon_threadsafe(settle, found)
        except RuntimeError:  # the loop is closed: nobody waits any more
            log.debug("the desktop's answer came too late")

    threading.Thread(target=work, name="attention", daemon=True).start()
    try:
        async with asyncio.timeout(ATTENTION_LIMIT):
            return await answer
    except TimeoutError:
        log.info("the desktop did not say in time whether somebody wants quiet")
        return None


def _ask(environ: Mapping[str, str]) -> Attention | None:
    """Ask this platform; blocks."""
    if sys.platform != "linux":
        from notifier.machine import attention_windows

        return attention_windows.ask()
    from notifier.machine import attention_bus, attention_x11

    if attention_bus.do_not_disturb(environ):
        return "do-not-disturb"
    if attention_x11.full_screen(environ):
        return "full-screen"
    return None
