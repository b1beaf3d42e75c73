"""Policy by configuration profiles of macOS: the property lists that the system makes of them.

A profile sets values of a preference domain, ours is :data:`DOMAIN`. The system writes what is
managed into ``/Library/Managed Preferences``: ``DOMAIN.plist`` for everybody on the machine, and
the same in a folder named after a person for that person alone. Apple documents the profile
(Device Management, ManagedPreferences) and not these files; the calls that are documented
(CFPreferences) can't be made without another library. They hold the tables of the settings file,
and those that are only proposed in a dictionary :data:`RECOMMENDED`.

Made and tested with property lists on Linux; never run on macOS.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notifier.sentence import sentence
from notifier.settings.layer import Layer, Problem
from notifier.settings.policy_source import (
    Policy,
    RefusedError,
    checked_bytes,
    file_state,
    only_owners,
)

__all__ = ["DOMAIN", "RECOMMENDED", "ManagedPreferences"]

DOMAIN = "org.call-notifier"
"""The preference domain, on macOS also called a bundle identifier."""

RECOMMENDED = "Recommended"
"""Holds what is proposed, as Chrome's and Edge's policies do in the registry."""

_OF_THE_PROFILE = "Payload"
"""Begins the names that belong to the profile and not to what it sets (PayloadUUID and others)."""


@dataclass(frozen=True, slots=True)
class ManagedPreferences:
    """One property list, and the user to whom it has to belong."""

    file: Path
    owner: int

    def read(self) -> Policy:
        """Read it; without the file there is no policy."""
        try:
            if not self.file.exists():
                return Policy()
            only_owners(self.file.parent.stat(), self.owner, sentence("the folder"))
            document = _parsed(checked_bytes(self.file, self.owner))
        except RefusedError as error:
            message = sentence("{problem}; the file is not used", problem=error.message)
            return Policy(problems=(Problem(None, "", message, self.file),))
        except OSError as error:
            message = sentence("can't be read: {reason}", reason=error.strerror or error)
            return Policy(problems=(Problem(None, "", message, self.file),))
        tables = {
            name: value for name, value in document.items() if not name.startswith(_OF_THE_PROFILE)
        }
        proposed = tables.pop(RECOMMENDED, {})
        if not isinstance(proposed, dict):
            message = sentence("expected a dictionary of tables")
            problem = Problem(None, RECOMMENDED, message, self.file)
            return Policy((self._layer(tables),), problems=(problem,))
        default = Layer(self.file, proposed, {}, "policy-default", relative=False)
        return Policy((self._layer(tables),), (default,))

    def state(self) -> object:
        """Of the file and its folder."""
        return file_state(self.file), file_state(self.file.parent)

    def _layer(self, tables: dict[str, Any]) -> Layer:
        return Layer(self.file, tables, {}, "policy", relative=False)


def _parsed(data: bytes) -> dict[str, Any]:
    import plistlib  # with an XML parser, which only macOS needs

    try:
        document = plistlib.loads(data)
    except Exception:  # whatever a damaged file leads to: it lists no errors, and raises many
        raise RefusedError(sentence("it is no property list")) from None
    if not isinstance(document, dict) or not all(isinstance(name, str) for name in document):
        raise RefusedError(sentence("expected a dictionary of tables"))
    return document
