"""Windows: a value below the key ``Run`` of the registry.

Microsoft, "Run and RunOnce Registry Keys". Task Manager and Settings do not delete a value that is
switched off there: they note it below ``StartupApproved\\Run``, in twelve bytes whose first is odd
where it is off. For a value of the machine that note is the machine's too, so that it takes an
administrator. What talks to the registry itself has been run under Wine, never on Windows.
"""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from notifier.autostart.state import Autostart, AutostartError, for_everybody
from notifier.sentence import sentence

__all__ = ["APPROVED", "NAME", "RUN", "Registry", "RunKey", "system_registry"]

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"

NAME = "CallNotifier"
"""Of our value below both keys."""

LONGEST = 260
"""Characters of a command that Windows still runs."""

Hive = Literal["user", "machine"]


class Registry(Protocol):
    """As much of the registry as is needed; a test hands in a dictionary."""

    def get(self, hive: Hive, key: str, name: str) -> str | bytes | None:
        """A value; None where there is none."""

    def set(self, key: str, name: str, value: str) -> None:
        """Write a text for this person."""

    def delete(self, key: str, name: str) -> None:
        """Delete this person's value, where there is one."""


@dataclass(frozen=True, slots=True)
class RunKey:
    """The values of one person and of the machine, and the command to write."""

    registry: Registry
    command: Sequence[str]

    def status(self) -> Autostart:
        """How it stands; changes nothing."""
        if self.registry.get("machine", RUN, NAME) is not None:
            return Autostart(self._approved("machine"), "machine", changeable=False)
        if self.registry.get("user", RUN, NAME) is not None:
            return Autostart(self._approved("user"), "user", changeable=True)
        return Autostart(False, None, changeable=True)

    def enable(self) -> None:
        """Write our value, and take back that it was switched off elsewhere."""
        line = subprocess.list2cmdline(self.command)
        if len(line) > LONGEST:
            raise AutostartError(
                sentence(
                    "Windows starts no command that is longer than {longest} characters at log-in",
                    longest=LONGEST,
                )
            )
        self._refuse_for_machine()
        try:
            self.registry.set(RUN, NAME, line)
            self.registry.delete(APPROVED, NAME)
        except OSError as error:
            raise _not_written(error) from error

    def disable(self) -> None:
        """Delete our value."""
        self._refuse_for_machine()
        self.forget()

    def forget(self) -> None:
        """Delete our value, also beside one of the machine."""
        try:
            self.registry.delete(RUN, NAME)
            self.registry.delete(APPROVED, NAME)
        except OSError as error:
            raise _not_written(error) from error

    def _refuse_for_machine(self) -> None:
        if not self.status().changeable:
            raise for_everybody()

    def _approved(self, hive: Hive) -> bool:
        noted = self.registry.get(hive, APPROVED, NAME)
        return not (isinstance(noted, bytes) and noted and noted[0] & 1)


def _not_written(error: OSError) -> AutostartError:
    return AutostartError(sentence("the registry can't be written: {reason}", reason=error))


def system_registry() -> Registry:
    """The real one; only Windows has it."""
    if sys.platform == "win32":
        return _System()
    raise NotImplementedError("there is no registry on this platform")


if sys.platform == "win32":
    import contextlib
    import winreg

    class _System:
        """The registry of this machine, its 64-bit view."""

        def get(self, hive: Hive, key: str, name: str) -> str | bytes | None:
            root = winreg.HKEY_LOCAL_MACHINE if hive == "machine" else winreg.HKEY_CURRENT_USER
            access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
            try:
                with winreg.OpenKey(root, key, access=access) as handle:
                    value = winreg.QueryValueEx(handle, name)[0]
            except OSError:
                return None
            return value if isinstance(value, str | bytes) else None

        def set(self, key: str, name: str, value: str) -> None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as handle:
                winreg.SetValueEx(handle, name, 0, winreg.REG_SZ, value)

        def delete(self, key: str, name: str) -> None:
            access = winreg.KEY_SET_VALUE
            with (
                contextlib.suppress(FileNotFoundError),
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, access=access) as handle,
            ):
                winreg.DeleteValue(handle, name)
