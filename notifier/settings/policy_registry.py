"""Policy in the registry of Windows, where Group Policy and device management write it.

Below ``SOFTWARE\\Policies\\Call Notifier`` each table of the settings file is a key with the
settings as its values, of the local machine or, weaker, of the person. What is only proposed
stands the same way below the key :data:`RECOMMENDED`, as Chrome and Edge have it. Only
administrators can write there.

=================  ==========================================================================
a setting that is  stands there as
=================  ==========================================================================
true or false      REG_DWORD 1 or 0
a number           REG_DWORD; REG_SZ where it has a fraction ("0.1")
a text             REG_SZ, or REG_EXPAND_SZ ("%ProgramData%\\ca.pem")
a list             REG_MULTI_SZ; an empty REG_SZ is a list without elements
``[[server]]``     keys ``server\\1``, ``server\\2`` and so on, each with its settings
``[texts.de]``     a key ``texts\\de``
=================  ==========================================================================

Names know no case. The registry itself is reached through :class:`Registry`.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from notifier.sentence import sentence
from notifier.settings.definitions import SECTIONS, SERVER, TEXTS, Definition, Section
from notifier.settings.layer import Layer, Problem, RegistryKey, Source, shown
from notifier.settings.policy_source import Policy
from notifier.turn.uri import TurnUriError, parse_turn_uri

__all__ = [
    "INSTALLATION",
    "MAX_DEPTH",
    "MAX_NAMES",
    "POLICIES",
    "RECOMMENDED",
    "Hive",
    "InstalledServers",
    "Key",
    "Registry",
    "RegistryPolicy",
]

POLICIES = r"SOFTWARE\Policies\Call Notifier"
RECOMMENDED = "Recommended"

INSTALLATION = r"SOFTWARE\Call Notifier\Installation"
"""What the installer was told (docs/packaging-windows.md)."""

MAX_NAMES = 512
"""Values, and keys, of one key that are read; with every setting there are some dozen."""

MAX_DEPTH = 4
"""Keys below each other: ``Recommended``, ``server``, ``1``, and the one they all stand in."""

Hive = Literal["HKLM", "HKCU"]
"""HKEY_LOCAL_MACHINE and HKEY_CURRENT_USER."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the registry, read to the bottom."""

    values: Mapping[str, object] = field(default_factory=dict)
    """Numbers, texts, lists of texts; other kinds as bytes or None."""

    keys: Mapping[str, "Key"] = field(default_factory=dict)


class Registry(Protocol):
    """Where keys are read from."""

    def read(self, hive: Hive, path: str) -> Key | None:
        """A key with all below it; None where there is none.

        :raises OSError: it can't be read.
        """


@dataclass(frozen=True, slots=True)
class RegistryPolicy:
    """The policies of one hive."""

    registry: Registry
    hive: Hive

    def read(self) -> Policy:
        """What stands there."""
        place = RegistryKey(rf"{self.hive}\{POLICIES}")
        try:
            key = self.registry.read(self.hive, POLICIES)
        except OSError as error:
            message = sentence("can't be read: {reason}", reason=error.strerror or error)
            return Policy(problems=(Problem(None, "", message, place),))
        if key is None:
            return Policy()
        problems: list[Problem] = []
        keys = {name.lower(): below for name, below in key.keys.items()}
        proposed = keys.pop(RECOMMENDED.lower(), Key())
        mandatory = _layer(Key(key.values, keys), place, "policy", problems)
        below = RegistryKey(rf"{place.path}\{RECOMMENDED}")
        default = _layer(proposed, below, "policy-default", problems)
        return Policy((mandatory,), (default,), tuple(problems))

    def state(self) -> object:
        """All that stands there: it is little."""
        return _state(self.registry, self.hive, POLICIES)


@dataclass(frozen=True, slots=True)
class InstalledServers:
    """TURN addresses that the installer was given, as a proposal: one text, ``;`` between them."""

    registry: Registry

    def read(self) -> Policy:
        """A server for each host."""
        place = RegistryKey(rf"HKLM\{INSTALLATION}")
        try:
            key = self.registry.read("HKLM", INSTALLATION)
        except OSError:
            return Policy()
        values = {} if key is None else {name.lower(): one for name, one in key.values.items()}
        said = values.get("servers")
        hosts: dict[str, list[str]] = {}
        for url in said.split(";") if isinstance(said, str) else ():
            if url.strip():
                hosts.setdefault(_host(url.strip()), []).append(url.strip())
        if not hosts:
            return Policy()
        document = {SERVER.name: [{"urls": urls} for urls in hosts.values()]}
        return Policy(default=(Layer(place, document, {}, "policy-default", relative=False),))

    def state(self) -> object:
        """All that the installer was told."""
        return _state(self.registry, "HKLM", INSTALLATION)


def _state(registry: Registry, hive: Hive, path: str) -> object:
    try:
        return registry.read(hive, path)
    except OSError as error:
        return error.errno


def _host(url: str) -> str:
    try:
        return parse_turn_uri(url).host.lower()
    except TurnUriError:
        return url  # is named as what it is when the settings are settled


def _layer(key: Key, place: RegistryKey, source: Source, problems: list[Problem]) -> Layer:
    """The tables of the settings file, from the keys that stand for them."""
    document: dict[str, Any] = {name.lower(): value for name, value in key.values.items()}
    sections = {section.name: section for section in SECTIONS}
    for name, below in key.keys.items():
        table = name.lower()
        if table == SERVER.name:
            servers = _servers(below, place, problems)
            if servers:
                document[table] = servers
            continue
        document[table] = _table(below, sections.get(table))
        for inner, deeper in below.keys.items():
            # Sentences of one language; elsewhere nobody knows the name, and that is said.
            within = sections[TEXTS] if table == TEXTS else None
            document[table][inner.lower()] = _table(deeper, within)
    return Layer(place, document, {}, source, relative=False)


def _servers(key: Key, place: RegistryKey, problems: list[Problem]) -> list[dict[str, object]]:
    numbered: dict[int, Key] = {}
    for name, below in key.keys.items():
        if re.fullmatch(r"[0-9]{1,4}", name):
            numbered[int(name)] = below
        else:
            message = sentence("expected keys with numbers as names; this one is left out")
            problems.append(Problem(None, shown((SERVER.name, name)), message, place))
    for name in key.values:
        message = sentence("expected the servers' settings in keys 1, 2 and so on below")
        problems.append(Problem(None, shown((SERVER.name, name)), message, place))
    tables = (_table(below, SERVER) for _, below in sorted(numbered.items()))
    # Group Policy deletes values and may leave the key.
    return [table for table in tables if table]


def _table(key: Key, section: Section | None) -> dict[str, Any]:
    definitions = {one.key: one for one in section.definitions} if section else {}
    table: dict[str, object] = {}
    for written, value in key.values.items():
        name = written.lower()
        definition = definitions.get(name)
        if definition is None:
            table[name] = value
        elif not _is_unset(definition, value):
            table[name] = _value(definition, value)
    return table


def _is_unset(definition: Definition, value: object) -> bool:
    """A field that was left empty in an administrator's tool, where "" means nothing."""
    return value == "" and definition.form.kind not in (*_LISTS, "hours", "language")


_LISTS = ("lines", "paths", "turn-urls")


def _value(definition: Definition, value: object) -> object:
    """As it would stand in the settings file; what does not fit stays, and is named later."""
    kind = definition.form.kind
    if kind in _LISTS:
        elements = [value] if isinstance(value, str) else value
        if isinstance(elements, list):
            return [element for element in elements if element != ""]
    elif kind == "switch" and value in (0, 1) and isinstance(value, int):
        return bool(value)
    elif kind in ("number", "whole") and isinstance(value, str):
        return _number(value)
    return value


def _number(text: str) -> object:
    if re.fullmatch(r"[0-9]{1,15}", text.strip()):
        return int(text)
    try:
        number = float(text)
    except ValueError:
        return text
    return number if math.isfinite(number) else text
