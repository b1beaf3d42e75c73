"""From the settings file to the settings in force, each with its origin, and what is wrong.

Sources are layers over the defaults, the weakest first: what an organisation proposes, the
person's file, what an organisation has set (:mod:`notifier.settings.policy`).
Nothing in a file can stop the program: what can't be used is left out, named with its line and
with what was expected, and the default holds.
"""

import re
import stat
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from notifier.sentence import Sentence, sentence
from notifier.settings.definitions import (
    MAX_SERVERS,
    MAX_URLS,
    SECTIONS,
    SERVER,
    TEXTS,
    Definition,
    Section,
    Where,
    Wrong,
    is_secret_key,
    turn_url,
)
from notifier.settings.language import canonical
from notifier.settings.layer import MAX_BYTES, Layer, Place, Problem, Source, shown
from notifier.settings.lines import KeyPath, places_in
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from notifier.settings.policy import read_policy
from notifier.turn.uri import parse_turn_uri

__all__ = [
    "MAX_BYTES",
    "Layer",
    "Loaded",
    "Origin",
    "Problem",
    "UnreadableError",
    "Value",
    "load",
    "parse",
    "read_text",
    "settle",
    "text_of",
]

MAX_DOTS = 200
"""On one line. The time to parse a dotted key grows with the square of its parts: minutes, where
somebody fills the file with one. Sixteen addresses on a line have a hundred dots or so."""

_LONG_NUMBER = re.compile(r"^[^#\n\"']*?(?<![\w.])(?:[0-9]_?){1000,}(?![\w.])", re.MULTILINE)
"""An integer that Python may refuse to read, on a line without a text or a comment before it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value in force comes from."""

    source: Source
    file: Place | None = None
    """The file or the registry key; None for the program itself."""

    line: int | None = None

    def __str__(self) -> str:
        if self.file is None:
            return self.source
        if self.source == "file":
            return f"{self.file}, line {self.line}"
        return f"{'policy' if self.source == 'policy' else 'policy default'}: {self.file}"


@dataclass(frozen=True, slots=True)
class Value:
    """One setting in force."""

    key: str
    """Table and key: ``test.interval``, ``texts.950``, ``texts.de.950``, ``server[1].urls``
    (counted from 1)."""

    value: object
    """As in the model."""

    origin: Origin


@dataclass(frozen=True, slots=True)
class Loaded:
    """What :func:`load` found."""

    settings: Settings
    values: Mapping[str, Value]
    """Every setting in force by its key, in the order of the definitions."""

    problems: tuple[Problem, ...]
    file: Path
    """The person's settings file, whether it exists or not."""

    server_numbers: tuple[int, ...]
    """Which ``[[server]]`` table, counted from 1, each of ``settings.servers`` comes from."""

    servers_origin: Origin = Origin("default")
    """Where all the servers come from."""

    own: Layer | None = field(default=None, repr=False)
    """What the person's file said when it could last be read."""

    def origin(self, key: str) -> Origin:
        """Where a setting's value comes from; ``server`` means all servers."""
        if key.partition("[")[0] == SERVER.name:
            return self.servers_origin
        value = self.values.get(key)
        return Origin("default") if value is None else value.origin

    def locked(self, key: str) -> bool:
        """Whether an organisation has set this, so that the person's file can't.

        :param key: as in :class:`Value`, or ``server`` for all servers.
        """
        return self.origin(key).source == "policy"


@dataclass(slots=True)
class _Result:
    """What the layers have given so far."""

    values: dict[str, Value] = field(default_factory=dict)
    servers: list[tuple[int, ServerSetting]] = field(default_factory=list)
    servers_origin: Origin = field(default_factory=lambda: Origin("default"))
    server_values: list[Value] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, layer: Layer, path: KeyPath, message: Sentence) -> None:
        line = layer.lines.get(path)
        self.problems.append(Problem(line, shown(path), message, layer.file))


def load(paths: Paths, environ: Mapping[str, str], *, before: Loaded | None = None) -> Loaded:
    """Read the settings. Never raises: what can't be used is a problem and the default holds.

    :param environ: where ``~`` in file names is looked up; no setting comes from it.
    :param before: what was in force. Where the person's file can't be read at all now, what it
        said then stays: a slip of the pen must not send a running program to other servers.
    """
    policy = read_policy(paths)
    layers = list(policy.default)
    problems = list(policy.problems)
    found = _own_layer(paths.config_file)
    if isinstance(found, Problem):
        problems.append(found)
        own = None if before is None else before.own
    else:
        own = found
    if own is not None:
        layers.append(own)
    layers += policy.mandatory
    settled = settle(layers, environ, file=paths.config_file, problems=problems)
    return replace(settled, own=own)


def _own_layer(file: Path) -> Layer | Problem:
    text, problem = read_text(file)
    return parse(text, file) if problem is None else problem


def parse(text: str, file: Path) -> Layer | Problem:
    """Read a TOML document; a :class:`Problem` with the line where it is none."""
    for number, content in enumerate(text.split("\n"), 1):
        if content.count(".") > MAX_DOTS and not content.lstrip().startswith("#"):
            message = sentence(
                "more than {limit} dots on one line; the file is not used", limit=MAX_DOTS
            )
            return Problem(number, "", message, file)
    try:
        return Layer(file, tomllib.loads(text), places_in(text).lines)
    except RecursionError:
        message = sentence("values are nested too deeply; the file is not used")
        return Problem(None, "", message, file)
    except tomllib.TOMLDecodeError as error:
        why = re.sub(r" \(at .*\)$", "", str(error)).rstrip(".")
        at = re.search(r"\(at line (\d+), column (\d+)\)$", str(error))
        if at:
            message = sentence(
                "no TOML: {reason} (column {column}); the file is not used",
                reason=why,
                column=int(at[2]),
            )
            return Problem(int(at[1]), "", message, file)
        if str(error).endswith("(at end of document)"):
            message = sentence(
                "no TOML: {reason} (end of the file); the file is not used", reason=why
            )
            return Problem(text.rstrip().count("\n") + 1, "", message, file)
        message = sentence("no TOML: {reason}; the file is not used", reason=why)
        return Problem(None, "", message, file)
    except ValueError:  # Python's: reading it would take long (CVE-2020-10735)
        found = _LONG_NUMBER.search(text)
        line = text.count("\n", 0, found.start()) + 1 if found else None
        message = sentence("a whole number of thousands of digits; the file is not used")
        return Problem(line, "", message, file)


def settle(
    layers: Sequence[Layer],
    environ: Mapping[str, str],
    *,
    file: Path,
    problems: Iterable[Problem] = (),
) -> Loaded:
    """Put layers over the defaults.

    :param layers: the weakest first. A key of a later one wins; servers are not mixed, the last
        layer that has any gives them all.
    """
    result = _Result(problems=list(problems))
    for section in SECTIONS:
        for definition in section.definitions:
            key = f"{section.name}.{definition.key}"
            result.values[key] = Value(key, definition.default, Origin("default"))
    home = environ.get("HOME") or environ.get("USERPROFILE")
    for layer in layers:
        where = Where(layer.directory, Path(home) if home else None)
        _apply(layer, where, result)
    values = result.values | {value.key: value for value in result.server_values}
    return Loaded(
        _settings(result),
        values,
        tuple(sorted(result.problems, key=lambda p: (p.file != file, str(p.file), p.line or 0))),
        file,
        tuple(number for number, _ in result.servers),
        result.servers_origin,
    )


def _settings(result: _Result) -> Settings:
    fields: dict[str, Any] = {"texts": {}, "texts_by_language": {}}
    for section in SECTIONS:
        for definition in section.definitions:
            value = result.values[f"{section.name}.{definition.key}"]
            if definition.field != "texts":
                fields[definition.field] = value.value
            elif value.origin.source != "default":
                fields["texts"][int(definition.key)] = value.value
    for key, value in result.values.items():
        match key.split("."):
            case "texts", language, code:
                fields["texts_by_language"].setdefault(language, {})[int(code)] = value.value
    return Settings(servers=tuple(setting for _, setting in result.servers), **fields)


class UnreadableError(ValueError):
    """A file has no text to be read; the message says why."""

    def __init__(self, message: Sentence, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


def read_text(file: Path) -> tuple[str, Problem | None]:
    """Return the text of a file, empty where there is none, and what is wrong with it."""
    try:
        return text_of(file), None
    except UnreadableError as error:
        message = sentence("{problem}; the file is not used", problem=error.message)
        return "", Problem(error.line, "", message, file)


def text_of(file: Path) -> str:
    """Return the text of a file, empty where there is none.

    :raises UnreadableError: it can't be read, or is no text.
    """
    try:
        mode = file.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableError(sentence("expected a file, found a directory"))
        if not stat.S_ISREG(mode):  # a pipe would keep us waiting for ever
            raise UnreadableError(sentence("expected an ordinary file"))
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return ""
    except OSError as error:
        reason = error.strerror or error
        raise UnreadableError(sentence("can't be read: {reason}", reason=reason)) from None
    if len(data) > MAX_BYTES:
        raise UnreadableError(sentence("longer than {size} KiB", size=MAX_BYTES // 1024))
    try:
        return data.decode("utf-8-sig")  # editors on Windows write a byte order mark
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError(sentence("expected UTF-8 text"), line) from None


def _apply(layer: Layer, where: Where, result: _Result) -> None:
    sections = {section.name: section for section in SECTIONS}
    for name, table in layer.document.items():
        if name == SERVER.name:
            _apply_servers(layer, table, where, result)
        elif (section := sections.get(name)) is None:
            known = [name for name, one in sections.items() if _offered(layer, one)]
            known.append(SERVER.name)
            message = _unknown(layer, name, known, sentence("no table of this name"), table)
            result.wrong(layer, (name,), message)
        elif not isinstance(table, dict):
            message = sentence("expected a table: [{table}] on a line of its own", table=name)
            result.wrong(layer, (name,), message)
        else:
            for key, raw in table.items():
                if name == TEXTS and isinstance(raw, dict):
                    _apply_language(layer, section, key, raw, where, result)
                else:
                    _apply_value(layer, section, (name, key), raw, where, result)


def _apply_value(
    layer: Layer, section: Section, path: KeyPath, raw: object, where: Where, result: _Result
) -> None:
    definitions = {definition.key: definition for definition in section.definitions}
    key = str(path[-1])
    definition = definitions.get(key)
    if definition is None:
        known = _offered(layer, section)
        message = _unknown(layer, key, known, sentence("no setting of this name"), raw)
        result.wrong(layer, path, message)
        return
    if not _may_set(layer, definition):
        result.wrong(layer, path, _ONLY_POLICY)
        return
    try:
        value = definition.read(raw, where)
    except Wrong as error:
        result.wrong(layer, path, error.message)
        if definition.if_wrong is None:
            return
        value = definition.if_wrong
    full = shown(path) if len(path) == 2 else f"{TEXTS}.{canonical(str(path[1]))}.{key}"
    origin = Origin(layer.source, layer.file, layer.lines.get(path))
    result.values[full] = Value(full, value, origin)


def _apply_language(
    layer: Layer,
    section: Section,
    language: str,
    table: dict[str, Any],
    where: Where,
    result: _Result,
) -> None:
    """The sentences for people of one language: ``[texts.de]``."""
    if canonical(language) is None:
        message = sentence('expected a code, or a table for a language like "de" or "pt-BR"')
        result.wrong(layer, (TEXTS, language), message)
        return
    for key, raw in table.items():
        _apply_value(layer, section, (TEXTS, language, key), raw, where, result)


def _apply_servers(layer: Layer, tables: object, where: Where, result: _Result) -> None:
    name = SERVER.name
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        message = sentence(
            "expected tables that begin with [[{table}]], with two brackets", table=name
        )
        result.wrong(layer, (name,), message)
        return
    result.servers.clear()
    result.server_values.clear()
    result.servers_origin = Origin(layer.source, layer.file, layer.lines.get((name,)))
    seen: dict[str, int] = {}
    for index, table in enumerate(tables):
        if index >= MAX_SERVERS:
            message = sentence(
                "expected at most {limit} servers; this one and the rest are left out",
                limit=MAX_SERVERS,
            )
            result.wrong(layer, (name, index), message)
            break
        fields = _server(layer, index, table, where, seen, result)
        if fields is None:
            continue
        result.servers.append((index + 1, ServerSetting(**fields)))
        seen.update({_canonical(url): index + 1 for url in fields["urls"]})
        for definition in SERVER.definitions:
            line = layer.lines.get((name, index, definition.key))
            said = definition.key in table
            result.server_values.append(
                Value(
                    shown((name, index, definition.key)),
                    fields.get(definition.field, definition.default),
                    Origin(layer.source, layer.file, line) if said else Origin("default"),
                )
            )


def _server(
    layer: Layer,
    index: int,
    table: dict[str, Any],
    where: Where,
    seen: dict[str, int],
    result: _Result,
) -> dict[str, Any] | None:
    """Return the arguments of :class:`ServerSetting`; None where the server is left out."""
    at = (SERVER.name, index)
    definitions = {definition.key: definition for definition in SERVER.definitions}
    fields: dict[str, Any] = {}
    usable = True
    for key, raw in table.items():
        definition = definitions.get(key)
        if definition is None:
            known = _offered(layer, SERVER)
            unknown = sentence("no setting of a server of this name")
            result.wrong(layer, (*at, key), _unknown(layer, key, known, unknown, raw))
        elif not _may_set(layer, definition):
            message = sentence("{problem}; this server is left out", problem=_ONLY_POLICY)
            result.wrong(layer, (*at, key), message)
            usable = False
        elif key != "urls":
            try:
                fields[definition.field] = definition.read(raw, where)
            except Wrong as error:
                # Only the label does not matter: with another user name or without the
                # certificates the server would be tested, and blamed, for what it is not.
                usable = usable and key == "label"
                message = error.message
                if key != "label":
                    message = sentence("{problem}; this server is left out", problem=message)
                result.wrong(layer, (*at, key), message)
    urls = _server_urls(layer, index, table, definitions["urls"], seen, result)
    if not urls:
        return None
    named = next((key for key in ("secret-file", "password-env") if key in table), None)
    if (
        usable
        and named is not None
        and "username" not in fields
        and fields.get("credential") != "turn-rest"
    ):
        message = sentence("expected a username beside it; this server is left out")
        result.wrong(layer, (*at, named), message)
        usable = False
    return fields | {"urls": tuple(urls)} if usable else None


def _server_urls(
    layer: Layer,
    index: int,
    table: dict[str, Any],
    definition: Definition,
    seen: dict[str, int],
    result: _Result,
) -> list[str]:
    path = (SERVER.name, index, "urls")
    if "urls" not in table:
        result.wrong(layer, path[:2], sentence("expected urls in it; this server is left out"))
        return []
    listed = isinstance(table["urls"], list)
    elements = table["urls"] if listed else [table["urls"]]
    urls: list[str] = []
    own: dict[str, int] = {}
    if not elements:
        message = sentence("expected {expected}, found an empty list", expected=definition.expected)
        result.wrong(layer, path, message)
    for position, element in enumerate(elements):
        here = (*path, position) if listed else path
        if position >= MAX_URLS:
            message = sentence(
                "expected at most {limit} addresses; this one and the rest are left out",
                limit=MAX_URLS,
            )
            result.wrong(layer, here, message)
            break
        try:
            url = turn_url(element)
        except Wrong as error:
            result.wrong(layer, here, error.message)
            continue
        same = _canonical(url)
        first = seen.get(same) or own.get(same)
        if first is not None:  # a verdict has one entry for each address
            message = sentence("stands in server {number} already; left out here", number=first)
            result.wrong(layer, here, message)
            continue
        own[same] = index + 1
        urls.append(url)
    if not urls:
        message = sentence(
            "expected at least one address that can be used; this server is left out"
        )
        result.wrong(layer, path, message)
    return urls


def _canonical(url: str) -> str:
    """Two ways to write the same address give the same text; host names know no case."""
    return str(parse_turn_uri(url)).lower()


_ONLY_POLICY = sentence("only an organisation's policy can set this")


def _may_set(layer: Layer, definition: Definition) -> bool:
    return definition.scope == "person" or layer.source != "file"


def _offered(layer: Layer, section: Section) -> list[str]:
    """The keys of a table that may be set there."""
    return [one.key for one in section.definitions if _may_set(layer, one)]


def _unknown(
    layer: Layer, key: str, known: Sequence[str], unknown: Sentence, raw: object
) -> Sentence:
    """Say what to do about a key that nobody knows.

    :param known: those that may stand in its place.
    :param unknown: that there is none of this name.
    """
    if is_secret_key(key):
        return sentence(
            "a secret never stands in this file: delete this line, then store the secret with "
            "call-notifier config password URL, or name an environment variable in password-env"
        )
    if not isinstance(raw, dict):
        for section in SECTIONS:
            if key in _offered(layer, section):
                return sentence(
                    "{unknown} here; it belongs into [{table}]", unknown=unknown, table=section.name
                )
        if key in _offered(layer, SERVER) and key not in known:
            return sentence(
                "{unknown} here; it belongs into [[{table}]]", unknown=unknown, table=SERVER.name
            )
    import difflib  # for somebody who has mistyped a key, and for nobody else

    close = difflib.get_close_matches(key.lower().replace("_", "-"), known, n=1, cutoff=0.6)
    if close:
        return sentence("{unknown}; did you mean {name}?", unknown=unknown, name=close[0])
    return sentence("{unknown}; expected one of {names}", unknown=unknown, names=", ".join(known))
