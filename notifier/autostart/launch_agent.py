"""macOS: a property list in a folder ``LaunchAgents``, which launchd reads at log-in.

Apple, launchd.plist(5). One in ``/Library/LaunchAgents`` is for everybody and the administrator's.
Made and tested here, but never read by a launchd.
"""

import plistlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.parsers.expat import ExpatError

from notifier.autostart.state import Autostart, for_everybody, not_removed, not_written
from notifier.settings.atomic import replace

__all__ = ["LABEL", "LaunchAgent", "property_list"]

LABEL = "org.call-notifier.tray"
"""Names the job, and the file."""


@dataclass(frozen=True, slots=True)
class LaunchAgent:
    """The two ``Library`` folders, and the command to write."""

    library: Path
    """This person's own."""

    system_library: Path
    command: Sequence[str]

    def status(self) -> Autostart:
        """How it stands; changes nothing."""
        system = _read(_file(self.system_library))
        if system is not None:
            return Autostart(_starts(system), "machine", changeable=False)
        own = _read(_file(self.library))
        if own is not None:
            return Autostart(_starts(own), "user", changeable=True)
        return Autostart(False, None, changeable=True)

    def enable(self) -> None:
        """Write our own list."""
        self._refuse_for_machine()
        file = _file(self.library)
        try:
            replace(file, property_list(self.command))
        except OSError as error:
            raise not_written(file, error) from error

    def disable(self) -> None:
        """Take it away."""
        self._refuse_for_machine()
        self.forget()

    def forget(self) -> None:
        """Take our own list away, also beside one of the machine."""
        file = _file(self.library)
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise not_removed(file, error) from error

    def _refuse_for_machine(self) -> None:
        if not self.status().changeable:
            raise for_everybody()


def property_list(command: Sequence[str]) -> bytes:
    """The file: started once a log-in, in a session with windows, and not kept alive."""
    return plistlib.dumps(
        {
            "Label": LABEL,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
        },
        sort_keys=False,
    )


def _file(library: Path) -> Path:
    return library / "LaunchAgents" / f"{LABEL}.plist"


def _read(file: Path) -> dict[str, object] | None:
    try:
        value = plistlib.loads(file.read_bytes())
    except (OSError, ValueError, ExpatError):
        return None
    return value if isinstance(value, dict) else None


def _starts(values: dict[str, object]) -> bool:
    return values.get("RunAtLoad") is True and values.get("Disabled") is not True
