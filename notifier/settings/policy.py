"""What an organisation has set on this machine: JSON files that only root can write.

Each file of the folder (:attr:`notifier.settings.paths.Paths.policy_dir`) whose name ends with
``.json`` holds ``{"mandatory": {…}, "default": {…}}``, in each the tables of the settings file.
Files count in the order of their names, and a later one wins. What is mandatory stands above the
person's file, a default below it.

A file counts only if nobody but the machine's owner could have written it: it would be a way to
set for other people what they can't change.
"""

import json
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from notifier.sentence import Sentence, sentence
from notifier.settings.layer import MAX_BYTES, Layer, Problem, Source
from notifier.settings.paths import Paths

__all__ = ["MAX_FILES", "Policy", "policy_files", "read_policy"]

MAX_FILES = 64
"""Files of the folder that are read."""

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH

_LEVELS: dict[Literal["mandatory", "default"], Source] = {
    "mandatory": "policy",
    "default": "policy-default",
}


@dataclass(frozen=True, slots=True)
class Policy:
    """What was found in the folder."""

    mandatory: tuple[Layer, ...] = ()
    default: tuple[Layer, ...] = ()
    """Both with the weakest first."""

    problems: tuple[Problem, ...] = ()


class _RefusedError(ValueError):
    """The file is not used; the message says why."""

    def __init__(self, message: Sentence, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


def read_policy(paths: Paths) -> Policy:
    """Read the folder; without one, or where there is nothing in it, there is no policy."""
    folder = paths.policy_dir
    if folder is None:
        return Policy()
    layers: dict[str, list[Layer]] = {level: [] for level in _LEVELS}
    problems: list[Problem] = []
    try:
        if not folder.is_dir():
            return Policy()
        _only_owners(folder.stat(), paths.policy_owner, sentence("the folder"))
        files = sorted(file for file in folder.iterdir() if file.name.endswith(".json"))
    except _RefusedError as error:
        return Policy(problems=(Problem(None, "", error.message, folder),))
    except OSError as error:
        message = sentence("can't be read: {reason}", reason=error.strerror or error)
        return Policy(problems=(Problem(None, "", message, folder),))
    if len(files) > MAX_FILES:
        message = sentence(
            "more than {limit} files; this one and the rest are not used", limit=MAX_FILES
        )
        problems.append(Problem(None, "", message, files[MAX_FILES]))
    for file in files[:MAX_FILES]:
        try:
            document = _parsed(_bytes(file, paths.policy_owner))
        except _RefusedError as error:
            message = sentence("{problem}; the file is not used", problem=error.message)
            problems.append(Problem(error.line, "", message, file))
            continue
        for level, tables in document.items():
            if level not in _LEVELS:
                message = sentence("expected mandatory or default; what stands in it is left out")
                problems.append(Problem(None, level[:60], message, file))
            elif not isinstance(tables, dict):
                message = sentence(
                    "expected an object of tables, like {example}",
                    example='{"test": {"interval": 600}}',
                )
                problems.append(Problem(None, level, message, file))
            else:
                layers[level].append(Layer(file, tables, {}, _LEVELS[level]))
    return Policy(tuple(layers["mandatory"]), tuple(layers["default"]), tuple(problems))


def policy_files(paths: Paths) -> Iterator[Path]:
    """The folder and each file of it that may hold policy: what to look at for changes."""
    if paths.policy_dir is None:
        return
    yield paths.policy_dir
    try:
        yield from sorted(paths.policy_dir.glob("*.json"))[:MAX_FILES]
    except OSError:
        return


def _only_owners(facts: os.stat_result, owner: int, what: Sentence) -> None:
    if facts.st_uid != owner:
        if owner == 0:
            raise _RefusedError(sentence("{what} does not belong to root", what=what))
        raise _RefusedError(
            sentence("{what} does not belong to user {number}", what=what, number=owner)
        )
    if facts.st_mode & _OTHERS_WRITE:
        raise _RefusedError(
            sentence("others than its owner can write to {what}; set its mode to go-w", what=what)
        )


def _bytes(file: Path, owner: int) -> bytes:
    """Read a file, and look at its owner by the very handle it is read from."""
    try:
        # Non-blocking: a pipe would keep us waiting for ever.
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(handle, "rb") as opened:
            facts = os.fstat(handle)
            if not stat.S_ISREG(facts.st_mode):
                raise _RefusedError(sentence("expected an ordinary file"))
            _only_owners(facts, owner, sentence("the file"))
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or error
        raise _RefusedError(sentence("can't be read: {reason}", reason=reason)) from None
    if len(data) > MAX_BYTES:
        raise _RefusedError(sentence("longer than {size} KiB", size=MAX_BYTES // 1024))
    return data


def _parsed(data: bytes) -> dict[str, Any]:
    try:
        document = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_number
        )
    except _RefusedError:
        raise
    except json.JSONDecodeError as error:
        message = sentence(
            "no JSON: {reason} (column {column})", reason=error.msg, column=error.colno
        )
        raise _RefusedError(message, error.lineno) from None
    except UnicodeDecodeError:
        raise _RefusedError(sentence("expected UTF-8 text")) from None
    except RecursionError:
        raise _RefusedError(sentence("values are nested too deeply")) from None
    except ValueError:  # Python's: reading it would take long (CVE-2020-10735)
        raise _RefusedError(sentence("a whole number of thousands of digits")) from None
    if not isinstance(document, dict):
        raise _RefusedError(
            sentence("expected an object: {example}", example='{"mandatory": {…}, "default": {…}}')
        )
    return document


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """RFC 8259 section 4 leaves open what a name that stands twice means."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _RefusedError(sentence("a name stands twice in one object"))
    return found


def _no_number(name: str) -> object:
    raise _RefusedError(sentence("{name} is no number of JSON", name=name))
