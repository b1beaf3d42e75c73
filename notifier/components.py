"""What the program consists of beside its own code: components, versions, licences, their texts.

A package has a list beside the frozen executable, ``licences/index.json``, which is made with it
(packaging/licences). A checkout asks the Python distributions that are installed for it; of the
native libraries inside those it knows nothing.
"""

import json
import re
import sys
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from notifier import __version__

if TYPE_CHECKING:
    from importlib.metadata import PackageMetadata

__all__ = ["OURS", "Component", "components", "model_name"]

OURS = "call-notifier"

INDEX = Path("licences/index.json")
"""Beside the frozen executable."""

_ROOT = Path(__file__).resolve().parents[1]
"""Of a checkout."""

FORMAT = 1

_INDEX_LIMIT = 1024 * 1024
_TEXT_LIMIT = 4 * 1024 * 1024
"""Octets; the longest text has some hundred thousand."""

_WORDS = 100
"""Characters of a licence's name; what is longer is its text."""

_BLANK_LINES = re.compile(r"\A(?:[^\S\n]*\n)+")
"""Before a text."""

_TEXTS = ("licen", "copying", "notice", "copyright")
"""Parts of the names of such files."""


@dataclass(frozen=True, slots=True)
class Component:
    """One of them."""

    name: str
    version: str
    """Empty where it is not known."""

    licence: str
    """An SPDX expression, or the words of whoever made it."""

    files: tuple[Path, ...]
    """With the licence's text."""

    def text(self) -> str:
        """The licence's text; empty where there is none to be had."""
        texts = []
        for file in self.files:
            try:
                with file.open("rb") as opened:
                    text = opened.read(_TEXT_LIMIT).decode("utf-8", "replace")
            except OSError:
                continue
            # The first line may stand in the middle.
            texts.append(_BLANK_LINES.sub("", text).rstrip())
        return "\n\n\n".join(texts)


class _Entry(msgspec.Struct, frozen=True):
    name: str
    version: str
    licence: str
    text: str


class _Index(msgspec.Struct, frozen=True):
    format: int
    components: list[_Entry]


def components(index: Path | None = None) -> tuple[Component, ...]:
    """This program, and all that are known of what it is made of, by name.

    :param index: instead of the one beside a frozen executable.
    """
    if index is None and getattr(sys, "frozen", False):
        index = Path(sys.executable).resolve().parent / INDEX
    found = _installed() if index is None else _listed(index)
    own = _ROOT / "LICENSE" if index is None else index.with_name(f"{OURS}.txt")
    return (
        Component("Call Notifier", __version__, "Apache-2.0", (own,)),
        *sorted(found, key=lambda component: component.name.lower()),
    )


def _listed(index: Path) -> list[Component]:
    try:
        with index.open("rb") as file:
            listed = msgspec.json.decode(file.read(_INDEX_LIMIT), type=_Index)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return []
    if listed.format != FORMAT:
        return []
    return [
        # A name alone: the list must not lead to files elsewhere.
        Component(e.name, e.version, e.licence, (index.parent / Path(e.text).name,))
        for e in listed.components
    ]


def _installed() -> list[Component]:
    """What is installed of the distributions that this one asks for, and those in turn."""
    # Only here: it takes longer to import than a package's list to read.
    from importlib.metadata import Distribution, PackageNotFoundError, distribution

    found: dict[str, Distribution] = {}
    wanted = [OURS]
    while wanted:
        name = wanted.pop()
        try:
            one = distribution(name)
        except PackageNotFoundError:  # of another system, or of another Python
            continue
        if one.name in found:
            continue
        found[one.name] = one
        wanted += [
            match[0]
            for line in one.requires or ()
            if "extra ==" not in line and (match := re.match(r"[\w.-]+", line))
        ]
    return [
        Component(
            one.name,
            one.version,
            _licence(one.metadata),
            tuple(
                Path(str(one.locate_file(file)))
                for file in one.files or ()
                if ".dist-info" in str(file)
                and any(word in file.name.lower() for word in _TEXTS)
                and file.suffix not in (".py", ".pyc")
            ),
        )
        for one in found.values()
        if one.name != OURS
    ]


def _licence(metadata: "PackageMetadata") -> str:
    """The shortest that says it: the field of old times may hold a whole text."""
    for key in ("License-Expression", "License"):
        words = next(iter(metadata.get_all(key) or ()), "")
        if words and "\n" not in words and len(words) < _WORDS:
            return words
    lines = metadata.get_all("Classifier") or []
    names = [line.rpartition(" :: ")[2] for line in lines if line.startswith("License")]
    return ", ".join(names)


def model_name() -> str:
    """The model that the program brings for its forecasts; empty where it brings none."""
    file = resources.files("resources") / "models" / "call-model-metrics.json"
    try:
        name = json.loads(file.read_bytes())["model"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return name if isinstance(name, str) else ""
