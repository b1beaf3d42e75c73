"""Policy in JSON files of a folder that only root can write, on Linux and beside the program.

Each file whose name ends with ``.json`` holds ``{"mandatory": {…}, "default": {…}}``, in each the
tables of the settings file. Files count in the order of their names, and a later one wins.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from notifier.sentence import sentence
from notifier.settings.layer import Layer, Problem, Source, shown
from notifier.settings.policy_source import (
    Policy,
    RefusedError,
    checked_bytes,
    file_state,
    only_owners,
)

__all__ = ["MAX_FILES", "PolicyFolder", "policy_of"]

MAX_FILES = 64
"""Files of the folder that are read."""

_LEVELS: dict[Literal["mandatory", "default"], Source] = {
    "mandatory": "policy",
    "default": "policy-default",
}


_SCHEMA = "$schema"
"""Where editors find what may stand in the file."""


@dataclass(frozen=True, slots=True)
class PolicyFolder:
    """A folder, and the user whose files in it count."""

    folder: Path
    owner: int

    def read(self) -> Policy:
        """Read it; without it, or where there is nothing in it, there is no policy."""
        folder = self.folder
        try:
            if not folder.is_dir():
                return Policy()
            only_owners(folder.stat(), self.owner, sentence("the folder"))
            files = self._files()
        except RefusedError as error:
            return Policy(problems=(Problem(None, "", error.message, folder),))
        except OSError as error:
            message = sentence("can't be read: {reason}", reason=error.strerror or error)
            return Policy(problems=(Problem(None, "", message, folder),))
        found = Policy()
        for file in files[:MAX_FILES]:
            found = found.under(policy_of(file, self.owner))
        if len(files) > MAX_FILES:
            message = sentence(
                "more than {limit} files; this one and the rest are not used", limit=MAX_FILES
            )
            found = found.under(Policy(problems=(Problem(None, "", message, files[MAX_FILES]),)))
        return found

    def state(self) -> object:
        """Of the folder and each file that is read."""
        try:
            files = self._files()[:MAX_FILES]
        except OSError:
            files = []
        return [(file.name, file_state(file)) for file in (self.folder, *files)]

    def _files(self) -> list[Path]:
        return sorted(file for file in self.folder.iterdir() if file.name.endswith(".json"))


def policy_of(file: Path, owner: int | None) -> Policy:
    """Read one file.

    :param owner: the user whose files count; None: anybody's.
    """
    try:
        document = _parsed(checked_bytes(file, owner))
    except RefusedError as error:
        message = sentence("{problem}; the file is not used", problem=error.message)
        return Policy(problems=(Problem(error.line, "", message, file),))
    layers: dict[str, tuple[Layer, ...]] = {}
    problems: list[Problem] = []
    document.pop(_SCHEMA, None)
    for level, tables in document.items():
        if level not in _LEVELS:
            message = sentence("expected mandatory or default; what stands in it is left out")
            problems.append(Problem(None, shown((level,)), message, file))
        elif not isinstance(tables, dict):
            message = sentence(
                "expected an object of tables, like {example}",
                example='{"test": {"interval": 600}}',
            )
            problems.append(Problem(None, level, message, file))
        else:
            layers[level] = (Layer(file, tables, {}, _LEVELS[level]),)
    return Policy(layers.get("mandatory", ()), layers.get("default", ()), tuple(problems))


def _parsed(data: bytes) -> dict[str, Any]:
    try:
        document = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_once,
            parse_constant=_no_number,
            parse_float=_number,
        )
    except RefusedError:
        raise
    except json.JSONDecodeError as error:
        message = sentence(
            "no JSON: {reason} (column {column})", reason=error.msg, column=error.colno
        )
        raise RefusedError(message, error.lineno) from None
    except UnicodeDecodeError:
        raise RefusedError(sentence("expected UTF-8 text")) from None
    except RecursionError:
        raise RefusedError(sentence("values are nested too deeply")) from None
    except ValueError:  # Python's: reading it would take long (CVE-2020-10735)
        raise RefusedError(sentence("a whole number of thousands of digits")) from None
    if not isinstance(document, dict):
        raise RefusedError(
            sentence("expected an object: {example}", example='{"mandatory": {…}, "default": {…}}')
        )
    return document


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """RFC 8259 section 4 leaves open what a name that stands twice means."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise RefusedError(sentence("a name stands twice in one object"))
    return found


def _number(text: str) -> float:
    """JSON has one kind of numbers (RFC 8259 section 6): 30.0 is as whole as 30."""
    number = float(text)
    return int(number) if number.is_integer() else number


def _no_number(name: str) -> object:
    raise RefusedError(sentence("{name} is no number of JSON", name=name))
