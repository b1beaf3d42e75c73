"""Sources of settings as they were read, before anybody has judged what stands in them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from notifier.sentence import Sentence, sentence
from notifier.settings.lines import KeyPath

__all__ = ["MAX_BYTES", "Layer", "Place", "Problem", "RegistryKey", "Source", "shown"]

MAX_BYTES = 256 * 1024
"""A longer file is refused unread: with every setting and comment it has a few thousand bytes."""

Source = Literal["default", "policy-default", "file", "policy"]
"""Where a value comes from, the weakest first: the program, an organisation's proposal, the
person's file, what an organisation has set."""


@dataclass(frozen=True, slots=True)
class RegistryKey:
    """A key of Windows' registry that holds settings, as a file does elsewhere."""

    path: str
    """With its hive: ``HKLM\\SOFTWARE\\…``."""

    @property
    def name(self) -> str:
        """All of it: the last part alone says nothing."""
        return self.path

    def __str__(self) -> str:
        return self.path


Place = Path | RegistryKey
"""Where settings stand."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that is not in force."""

    line: int | None
    """Counted from 1; None where it is not known or the whole file is meant."""

    key: str
    """As in :class:`notifier.settings.load.Value`; empty where the whole file is meant."""

    message: Sentence
    """One sentence: what was expected, or what to do."""

    file: Place

    def __str__(self) -> Sentence:
        place: str = self.file.name
        if self.line is not None:
            place = sentence("{file}, line {line}", file=place, line=self.line)
        if self.key:
            return sentence(
                "{place}: {setting}: {problem}",
                place=place,
                setting=self.key,
                problem=self.message,
            )
        return sentence("{place}: {problem}", place=place, problem=self.message)


@dataclass(frozen=True, slots=True)
class Layer:
    """One source of settings: a document that was read, not yet judged."""

    file: Place
    document: dict[str, Any]
    lines: Mapping[KeyPath, int]
    """Empty where they are not known."""

    source: Source = "file"
    relative: bool = True
    """Whether names of files in it may be relative to where it stands."""

    @property
    def directory(self) -> Path | None:
        """What they are relative to; None where they can't be."""
        return self.file.parent if self.relative and isinstance(self.file, Path) else None


def shown(path: KeyPath) -> str:
    """A path as people read it: ``server[1].urls``, with quotes around what is no plain name."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part + 1}]"
            continue
        name = part[:60]
        if re.fullmatch(r"[A-Za-z0-9_-]+", name) is None:
            name = json.dumps(name, ensure_ascii=not name.isprintable())
        text += f".{name}" if text else name
    return text
