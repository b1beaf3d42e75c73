"""Python's collector of cycles runs on the windows' thread alone.

By itself it runs on whichever thread happens to allocate, and a window that was closed is a cycle
like any other. Destroyed on the thread that reads the history, its timers and children would be
touched from the wrong one, which Qt answers with a warning or a crash.
"""

import gc

from PySide6.QtCore import QAbstractEventDispatcher

__all__ = ["collect_due", "install"]


def collect_due() -> None:
    """Collect on this thread what Python itself would by now, by its own thresholds."""
    for generation, (count, threshold) in reversed(
        tuple(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
    ):
        if count > threshold:
            gc.collect(generation)
            return


def install() -> None:
    """From now on cycles are collected before this thread's event loop waits, and never elsewhere.

    That costs no wake-up of its own. Needs a QApplication.
    """
    gc.disable()
    QAbstractEventDispatcher.instance().aboutToBlock.connect(collect_due)
