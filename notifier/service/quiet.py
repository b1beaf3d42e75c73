"""A day without notifications that somebody asked for: kept over a new start of the program."""

import logging
from collections.abc import Callable

from notifier.notify.quiet import readable_end, today_ends
from notifier.service.events import Event, QuietChanged
from notifier.settings.atomic import make_private, replace_quickly
from notifier.settings.paths import Paths

__all__ = ["Quiet"]

_FILE = "quiet-until"
"""In the state directory: when it is over, milliseconds since 1970."""

log = logging.getLogger(__name__)


class Quiet:
    """Until when nothing is told because somebody said so; times are milliseconds since 1970.

    :param emit: is told when it begins and ends.
    """

    def __init__(self, paths: Paths, emit: Callable[[Event], None]) -> None:
        self.until: float | None = None
        """None: notifications are shown."""

        self._file = paths.state_dir / _FILE
        self._emit = emit

    def read(self, now: float) -> None:
        """Go on with what was asked for before the start."""
        try:
            kept = float(self._file.read_text(encoding="ascii"))
        except FileNotFoundError:
            return
        except (OSError, ValueError) as error:
            log.info("whether today is to be quiet is not known: %s", error)
            return
        self._change(readable_end(kept, now))

    def for_today(self, now: float) -> None:
        """Be quiet until the night is over."""
        until = today_ends(now)
        try:
            # Not forced to the disk: windows would have to wait for it.
            replace_quickly(make_private(self._file.parent) / _FILE, f"{until:.0f}\n".encode())
        except OSError as error:
            log.info("a new start of the program ends the quiet: %s", error)
        self._change(until)

    def end(self) -> None:
        """Be quiet no more."""
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            log.info("a new start of the program goes on with the quiet: %s", error)
        self._change(None)

    def look(self, now: float) -> None:
        """End it when it is over, or when the clock was set back by more than it lasts."""
        if self.until is not None and readable_end(self.until, now) is None:
            self.end()

    def _change(self, until: float | None) -> None:
        if until != self.until:
            self.until = until
            self._emit(QuietChanged(until))
