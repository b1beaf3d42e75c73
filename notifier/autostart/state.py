"""What a platform's place answers, and what each of them can do."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from notifier.sentence import sentence

__all__ = [
    "Autostart",
    "AutostartError",
    "Place",
    "for_everybody",
    "not_removed",
    "not_written",
]


class AutostartError(OSError):
    """It can't be changed; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Autostart:
    """How it stands for one person."""

    enabled: bool
    """The program is started when this person logs in."""

    scope: Literal["user", "machine"] | None
    """Whose entry there is: this person's own, or one for everybody on the machine, which this
    person may have switched off. None: there is none."""

    changeable: bool
    """This person may switch it on and off."""


class Place(Protocol):
    """One platform's place."""

    def status(self) -> Autostart:
        """How it stands; changes nothing."""

    def enable(self) -> None:
        """Switch it on; raises :class:`AutostartError`."""

    def disable(self) -> None:
        """Switch it off; raises :class:`AutostartError`."""

    def forget(self) -> None:
        """Take away all that is this person's own; raises :class:`AutostartError`."""


def not_written(file: Path, error: OSError) -> AutostartError:
    """That a file can't be written, and the system's reason."""
    reason = error.strerror or error
    return AutostartError(sentence("{file} can't be written: {reason}", file=file, reason=reason))


def not_removed(file: Path, error: OSError) -> AutostartError:
    """That a file can't be removed, and the system's reason."""
    reason = error.strerror or error
    return AutostartError(sentence("{file} can't be removed: {reason}", file=file, reason=reason))


def for_everybody() -> AutostartError:
    """That it is the administrator's."""
    return AutostartError(sentence("it is set for everybody on this computer by its administrator"))
