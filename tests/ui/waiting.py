"""Waiting for a condition inside a coroutine; the caller's time limit ends it."""

import asyncio
from collections.abc import Callable

__all__ = ["WAIT_MS", "until"]

WAIT_MS = 20_000
"""For a window to appear, or anything else to happen, on a loaded machine."""


async def until(condition: Callable[[], bool]) -> None:
    """Return once the condition holds; Qt's events go on meanwhile."""
    while not condition():  # noqa: ASYNC110 - a widget's state has no event to wait for
        await asyncio.sleep(0.005)
