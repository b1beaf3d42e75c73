"""Removing what a person deleted, when it can be undone no more: beside everything else.

A long history takes minutes to remove, so it is done in a thread with a connection of its own.
Who ends the program waits for one slice at most; the rest goes on after the next start.
"""

import asyncio
import threading
import time

from notifier.history.deletion import purge_file
from notifier.service.records import Records

__all__ = ["purge_history"]


async def purge_history(records: Records) -> None:
    """Remove all that is due.

    :raises HistoryError: where it cannot be written; it is tried again after the next run.
    """
    if not records.purge_is_due():
        return
    stop = threading.Event()
    try:
        await asyncio.to_thread(
            purge_file, records.file, now=lambda: time.time() * 1000, stopped=stop.is_set
        )
    finally:
        stop.set()
