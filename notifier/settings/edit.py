"""Changing the settings file for a person without touching what else they wrote there.

Only the text of the value changes; comments, order and blanks stay. The result is read back
before it is written: whatever a change does, it does exactly what was asked or nothing.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from notifier.sentence import sentence
from notifier.settings.atomic import replace
from notifier.settings.definitions import SECTIONS, SERVER, TEXTS, Definition, Where, Wrong
from notifier.settings.language import canonical
from notifier.settings.lines import KeyPath, Places, Statement, places_in
from notifier.settings.load import MAX_BYTES, Layer, Loaded, Problem, parse, read_text, settle
from notifier.settings.model import ServerSetting
from notifier.settings.paths import Paths
from notifier.settings.policy import read_policy
from notifier.settings.template import literal, write_first

__all__ = ["EditError", "restore", "set_servers", "set_values"]


class EditError(ValueError):
    """The change can't be made; the message says why in a :class:`~notifier.sentence.Sentence`
    where people read it, and the file is as it was."""


def set_values(paths: Paths, values: Mapping[str, object]) -> str:
    """Change settings in the person's file, which is made where there is none.

    :param values: by key, like ``test.interval``, ``texts.950`` or ``texts.de.950``, as in the
        model. None takes the key out of the file, so that the default holds.
    :returns: the text as it was before, for :func:`restore`.
    :raises EditError: a key or value is wrong or set by an organisation, or the file can't be
        read or written.
    """
    set_by_policy = _mandatory(paths)
    old = _text(paths)
    text = old
    expected = _parsed(old, paths.config_file).document
    for key, value in values.items():
        if key in set_by_policy:
            raise EditError(sentence("{setting} is set by your organisation", setting=key))
        definition = _definition(key)
        if definition.scope == "organisation":
            raise EditError(
                sentence("{setting}: only an organisation's policy can set this", setting=key)
            )
        *parts, name = key.split(".")
        path, inside = _table_of(expected, parts)
        if value is None:
            if name in inside:
                text, left = _without(text, path, definition)
                inside.pop(name)
                inside |= left
            continue
        raw = tomllib.loads(f"x = {literal(value)}")["x"]
        try:
            definition.read(raw, _where(paths))
        except Wrong as error:
            raise EditError(
                sentence("{setting}: {problem}", setting=key, problem=error.message)
            ) from None
        text = _with(text, path, name, literal(value))
        inside[name] = raw
    _write(paths, text, expected)
    return old


def set_servers(paths: Paths, servers: Sequence[ServerSetting]) -> str:
    """Make these the servers in the person's file, which is made where there is none.

    A server that has an address in common with one of the file takes over its place there, its
    comments and what else stands in its table. Tables that could not be used are left alone.

    :returns: the text as it was before, for :func:`restore`.
    :raises EditError: a server is wrong, an organisation has set the servers, or the file can't be
        read or written.
    """
    if SERVER.name in _mandatory(paths):
        raise EditError(sentence("the servers are set by your organisation"))
    old = _text(paths)
    file = paths.config_file
    wanted = _settled("\n".join(_table(server) for server in servers), file)
    if wanted.problems:
        problem = wanted.problems[0]
        raise EditError(
            sentence("{setting}: {problem}", setting=problem.key, problem=problem.message)
        )
    document = _parsed(old, file).document
    text = old
    if not isinstance(document.get(SERVER.name, []), list):
        raise EditError(sentence("server is no list of tables in the file; put that right first"))
    if (SERVER.name,) in {statement.path for statement in places_in(text).statements}:
        # server = [{…}, {…}] on lines of its own: those tables can't be told apart by line.
        text = _without_statement(text, (SERVER.name,))
    had = _settled(text, file)
    order = _matched(had.settings.servers, wanted.settings.servers)
    for now, then in zip(wanted.settings.servers, order, strict=True):
        if then is not None:
            text = _changed(text, had.server_numbers[then] - 1, had.settings.servers[then], now)
    text = _arranged(text, had, wanted, order)
    expected = {key: value for key, value in document.items() if key != SERVER.name}
    result = _settled(text, file)
    if result.settings.servers != wanted.settings.servers:
        raise EditError(sentence("the servers in the file stand in the way; change it by hand"))
    _write(paths, text, expected, beside_servers=True)
    return old


def restore(paths: Paths, text: str | bytes) -> None:
    """Put back what :func:`set_values` or :func:`set_servers` returned, or the file's own bytes.

    :raises EditError: the file can't be written.
    """
    try:
        replace(paths.config_file, text.encode() if isinstance(text, str) else text)
    except OSError as error:
        raise EditError(
            sentence("the file can't be written: {reason}", reason=error.strerror or str(error))
        ) from error
    except UnicodeError as error:  # a file name that is no text
        raise EditError(
            sentence("the file can't be written: it holds characters that UTF-8 has not")
        ) from error


def _text(paths: Paths) -> str:
    try:
        write_first(paths)
    except OSError as error:
        raise EditError(
            sentence("the file can't be written: {reason}", reason=error.strerror or str(error))
        ) from error
    text, problem = read_text(paths.config_file)
    if problem is not None:
        raise EditError(str(problem))
    return text


def _mandatory(paths: Paths) -> set[str]:
    """What an organisation has set: keys, and ``server`` for all servers."""
    loaded = settle(read_policy(paths).mandatory, {"HOME": "/~"}, file=paths.config_file)
    found = {key for key in loaded.values if loaded.locked(key)}
    return found | ({SERVER.name} if loaded.locked(SERVER.name) else set())


def _parsed(text: str, file: Path) -> Layer:
    layer = parse(text, file)
    if isinstance(layer, Problem):
        raise EditError(sentence("put the file right first: {problem}", problem=str(layer)))
    return layer


def _settled(text: str, file: Path) -> Loaded:
    # File names are compared as they come out, so what ~ means does not matter here.
    return settle([_parsed(text, file)], {"HOME": "/~"}, file=file)


def _where(paths: Paths) -> Where:
    return Where(paths.config_file.parent, Path("/~"))


def _write(
    paths: Paths, text: str, expected: dict[str, Any], *, beside_servers: bool = False
) -> None:
    """Write the text if it reads back as expected, empty tables aside."""
    found = _parsed(text, paths.config_file).document
    if beside_servers:
        found.pop(SERVER.name, None)
    if repr(_filled(found)) != repr(_filled(expected)):  # repr: nan equals nan
        raise EditError(sentence("the change would harm other settings; change the file by hand"))
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise EditError(
            sentence("the file would be longer than {size} KiB", size=MAX_BYTES // 1024)
        )
    restore(paths, text)


def _filled(document: dict[str, Any]) -> list[tuple[str, Any]]:
    """The document in the order of its keys, tables of it too; empty ones left out."""
    tables = (
        (key, _filled(value) if isinstance(value, dict) else value, value)
        for key, value in document.items()
    )
    return sorted(
        (key, filled) for key, filled, value in tables if not isinstance(value, dict) or filled
    )


def _table_of(document: dict[str, Any], parts: Sequence[str]) -> tuple[KeyPath, dict[str, Any]]:
    """Return where a table stands, as the file writes its name, and what is in it."""
    path: tuple[str, ...] = ()
    inside = document
    for part in parts:
        # A language may be written in other letters: pt-BR, pt_br.
        name = next((own for own in inside if path and canonical(own) == part), part)
        path = (*path, name)
        inside = inside.setdefault(name, {})
        if not isinstance(inside, dict):
            raise EditError(
                sentence(
                    "{table} is no table in the file; put that right first", table=".".join(path)
                )
            )
    return path, inside


def _definition(key: str) -> Definition:
    table, *between, name = ["", *key.split(".")] if "." not in key else key.split(".")
    languages = table == TEXTS and len(between) == 1 and canonical(between[0]) == between[0]
    for section in SECTIONS:
        for definition in section.definitions:
            if (section.name, definition.key) == (table, name) and (languages or not between):
                return definition
    raise EditError(sentence("{setting} is no setting", setting=key))


# Text with one value more, less or other. Tables may be written in each of TOML's ways.


def _with(text: str, table: KeyPath, key: str, value: str) -> str:
    places = places_in(text)
    path = (*table, key)
    if path in places.values:
        begin, end = places.values[path]
        return text[:begin] + value + text[end:]
    if table in places.values:  # table = {…}
        begin, _ = places.values[table]
        more = ", " if text[begin + 1 :].lstrip()[:1] != "}" else " "
        return f"{text[: begin + 1]} {key} = {value}{more}{text[begin + 1 :].lstrip(' ')}"
    lines = _lines(text)
    for statement in places.statements:
        if statement.path == table:  # [table]
            at = _place(lines, places, statement, key)
            return _inserted(lines, at, f"{key} = {value}")
    above = takewhile(lambda statement: statement.kind == "value", places.statements)
    dotted = [statement for statement in above if statement.path[: len(table)] == table]
    if dotted:  # table.other = …, above all headers
        name = ".".join(str(part) for part in path)
        return _inserted(lines, dotted[-1].last, f"{name} = {value}")
    name = ".".join(str(part) for part in table)
    return _inserted(lines, len(lines), f"\n[{name}]\n{key} = {value}")


def _place(lines: list[str], places: Places, header: Statement, key: str) -> int:
    """Choose the line of a table to insert a key behind: its place in the template, or the end."""
    follow = places.statements[places.statements.index(header) + 1 :]
    end = next((other.first - 1 for other in follow if other.kind != "value"), len(lines))
    values = [other for other in follow if other.kind == "value" and other.last <= end]
    inside = {line for other in values for line in range(other.first, other.last + 1)}
    for number in range(header.last + 1, end + 1):
        line = lines[number - 1]
        if number in inside:
            continue
        if re.match(r"\s*#\s*\[", line):  # the example of another table
            break
        if re.match(rf"\s*#\s?{re.escape(key)}\s*=", line):
            return number
    return values[-1].last if values else header.last


def _without(text: str, table: KeyPath, definition: Definition) -> tuple[str, dict[str, Any]]:
    """Return the text, and what still stands in it for this setting."""
    path = (*table, definition.key)
    if any(statement.path == path for statement in places_in(text).statements):
        return _without_statement(text, path), {}
    # Within table = {…}: leaving it out means minding commas, and the default says the same.
    if definition.default is None:
        raise EditError(
            sentence(
                "{setting} can't be taken out of its table; change it by hand",
                setting=definition.key,
            )
        )
    value = literal(definition.default)
    left = {definition.key: tomllib.loads(f"x = {value}")["x"]}
    return _with(text, table, definition.key, value), left


def _without_statement(text: str, path: KeyPath) -> str:
    lines = _lines(text)
    for statement in places_in(text).statements:
        if statement.path == path:
            del lines[statement.first - 1 : statement.last]
            break
    return "".join(lines)


def _lines(text: str) -> list[str]:
    """TOML's lines, with their ends; str.splitlines knows of more."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _inserted(lines: list[str], at: int, new: str) -> str:
    """Insert lines behind line ``at``, with the line ends of the others."""
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    before, after = "".join(lines[:at]), "".join(lines[at:])
    if before and not before.endswith("\n"):
        before += end
    return before + new.replace("\n", end) + end + after


# Servers


def _table(server: ServerSetting) -> str:
    lines = [f"[[{SERVER.name}]]"]
    for definition in SERVER.definitions:
        if definition.scope == "organisation":  # a server that was proposed, and is now theirs
            continue
        value = getattr(server, definition.field)
        if value != definition.default or definition.key == "urls":
            lines.append(f"{definition.key} = {literal(value)}")
    return "\n".join(lines) + "\n"


def _matched(had: Sequence[ServerSetting], wanted: Sequence[ServerSetting]) -> list[int | None]:
    """For each wanted server, which of the present ones it is; None for a new one."""
    free = set(range(len(had)))
    order: list[int | None] = [None] * len(wanted)

    def same(old: ServerSetting, new: ServerSetting) -> bool:
        return old == new

    def related(old: ServerSetting, new: ServerSetting) -> bool:
        return bool(set(old.urls) & set(new.urls))

    def named(old: ServerSetting, new: ServerSetting) -> bool:
        return old.label is not None and old.label == new.label

    for alike in (same, related, named):
        for index, new in enumerate(wanted):
            if order[index] is None:
                found = next((old for old in sorted(free) if alike(had[old], new)), None)
                if found is not None:
                    order[index] = found
                    free.remove(found)
    return order


def _changed(text: str, index: int, old: ServerSetting, new: ServerSetting) -> str:
    table = (SERVER.name, index)
    for definition in SERVER.definitions:
        value = getattr(new, definition.field)
        if value == getattr(old, definition.field):
            continue
        if value is None or (value == definition.default and definition.key != "urls"):
            text, _ = _without(text, table, definition)
        else:
            text = _with(text, table, definition.key, literal(value))
    return text


def _arranged(text: str, had: Loaded, wanted: Loaded, order: Sequence[int | None]) -> str:
    """Put the tables of the servers in order, drop some, add new ones."""
    lines = _lines(text)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    bodies = _bodies(lines, places_in(text))
    slots = [bodies[number - 1] for number in had.server_numbers]
    tables = [
        "".join(lines[slice(*slots[then])]) if then is not None else _table(server)
        for server, then in zip(wanted.settings.servers, order, strict=True)
    ]
    surplus = tables[len(slots) :]
    added = "".join(f"\n{table}" for table in surplus)
    for number, (begin, end) in reversed(list(enumerate(slots))):
        inserted = [tables[number]] if number < len(tables) else []
        if number == len(slots) - 1:
            inserted.append(added)
        elif not inserted and end < len(lines) and not lines[end].strip():
            end += 1  # the blank line that parted it from the next
        lines[begin:end] = inserted
    if not slots:
        lines.append(added)
    return "".join(lines)


def _bodies(lines: list[str], places: Places) -> list[tuple[int, int]]:
    """Return begin and end, as slices of lines, of each server with the comments that touch it."""
    bodies: list[tuple[int, int]] = []
    taken = 0
    """Lines that belong to what stands before."""
    for statement in places.statements:
        inside = bool(bodies) and statement.path[:2] == (SERVER.name, len(bodies) - 1)
        begin = statement.first - 1
        if statement.kind == "array" and len(statement.path) == 2 and not inside:
            if statement.path[0] == SERVER.name:
                while begin > taken and lines[begin - 1].lstrip().startswith("#"):
                    begin -= 1
                bodies.append((begin, statement.last))
        elif inside:
            bodies[-1] = (bodies[-1][0], statement.last)
        taken = statement.last
    heads = {statement.first - 1 for statement in places.statements}
    for index, (begin, last) in enumerate(bodies):
        end = last
        while end < len(lines) and re.match(r"\s*#(?!\s*\[)", lines[end]):
            end += 1
        if end not in heads:  # else the comment belongs to what it stands above
            bodies[index] = (begin, end)
    return bodies
