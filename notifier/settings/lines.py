"""Where each key of a TOML document stands.

The standard library's parser gives values without lines, and a parser that keeps them doubles
what reading the settings costs a program that starts with the session. So the standard parser
reads and judges the document, and this module then finds the places: it may rely on the document
being valid, which leaves little to do, and it never raises. Its promise, which the tests check
on random documents: it finds exactly the keys that the parser found.

A path is the way to a value as in the parsed document: names, and numbers for the places in
arrays and arrays of tables, counted from 0. Lines are counted from 1.
"""

import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

__all__ = ["KeyPath", "Places", "Statement", "places_in"]

KeyPath = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
# In this order: three quotation marks before one. Up to two more may stand before the last three.
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:\\.|[^"\\])*"'
    r"|'[^']*'",
    re.DOTALL,
)
_SCALAR = re.compile(r"[^,\]}#\n]+")  # numbers, dates (with a space in them), true and false


@dataclass(frozen=True, slots=True)
class Statement:
    """One header or one key with its value."""

    kind: Literal["table", "array", "value"]
    """``[table]``, ``[[array of tables]]`` or ``key = value``."""

    path: KeyPath
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything in a document stands."""

    statements: list[Statement]
    """Headers and keys, in the order they stand in the document."""

    lines: dict[KeyPath, int]
    """Of each table, key and array element; the first one, if it appears in many."""

    values: dict[KeyPath, tuple[int, int]]
    """Begin and end of each value, as places in the text."""


def places_in(text: str) -> Places:
    """Find the places in a document that :func:`tomllib.loads` accepts."""
    return _Scanner(text).scan()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.lines: dict[KeyPath, int] = {}
        self.values: dict[KeyPath, tuple[int, int]] = {}
        self.tables: dict[KeyPath, int] = {}
        """How many tables each array of tables has so far."""

    def scan(self) -> Places:
        statements: list[Statement] = []
        table: KeyPath = ()
        while True:
            self.skip(_BLANK)
            if self.at >= len(self.text):
                return Places(statements, self.lines, self.values)
            begun, first = self.at, self.line()
            if self.text.startswith("[", self.at):
                kind: Literal["table", "array"] = "table"
                self.at += 1
                if self.text.startswith("[", self.at):
                    kind = "array"
                    self.at += 1
                table = self.header(kind, self.key())
                self.at += 2 if kind == "array" else 1
                statements.append(Statement(kind, table, first, first))
            else:
                path = self.assignment(table)
                statements.append(Statement("value", path, first, self.line()))
            if self.at <= begun:  # only where the document is not valid after all
                return Places(statements, self.lines, self.values)

    def line(self) -> int:
        return bisect_right(self.line_starts, self.at)

    def skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if match is None:
            return ""
        self.at = match.end()
        return match[0]

    def note(self, path: KeyPath, line: int) -> None:
        for length in range(1, len(path) + 1):
            self.lines.setdefault(path[:length], line)

    def key(self) -> list[str]:
        """Read a key, dotted or not, and the blanks around it."""
        parts = []
        while True:
            self.skip(_BLANK)
            part = self.skip(_BARE_KEY)
            parts.append(part or _unquoted(self.skip(_STRING)))
            self.skip(_BLANK)
            if not self.text.startswith(".", self.at):
                return parts
            self.at += 1

    def header(self, kind: Literal["table", "array"], parts: list[str]) -> KeyPath:
        path: KeyPath = ()
        line = self.line()
        for index, part in enumerate(parts):
            path = (*path, part)
            if kind == "array" and index == len(parts) - 1:
                self.tables[path] = self.tables.get(path, 0) + 1
            if path in self.tables:  # a name alone means the last table of the array
                path = (*path, self.tables[path] - 1)
        self.note(path, line)
        return path

    def assignment(self, table: KeyPath) -> KeyPath:
        line = self.line()
        path = (*table, *self.key())
        self.at += 1  # the equals sign
        self.note(path, line)
        self.skip(_BLANK)
        self.value(path)
        return path

    def value(self, path: KeyPath) -> None:
        begin = self.at
        if self.text.startswith("[", begin):
            self.array(path)
        elif self.text.startswith("{", begin):
            self.inline_table(path)
        elif not self.skip(_STRING):
            self.at = begin + len(self.skip(_SCALAR).rstrip())
        self.values[path] = begin, self.at

    def array(self, path: KeyPath) -> None:
        self.at += 1
        index = 0
        while self.more("]"):
            begun = self.at
            self.note((*path, index), self.line())
            self.value((*path, index))
            if self.at <= begun:  # only where the document is not valid after all
                return
            index += 1

    def inline_table(self, path: KeyPath) -> None:
        self.at += 1
        while self.more("}"):
            self.assignment(path)

    def more(self, end: str) -> bool:
        """Come to the next element; False, behind the end sign, where there is none."""
        self.skip(_BLANK)
        if self.text.startswith(",", self.at):
            self.at += 1
            self.skip(_BLANK)
        if self.at >= len(self.text):
            return False
        if self.text.startswith(end, self.at):
            self.at += 1
            return False
        return True


def _unquoted(literal: str) -> str:
    """Let the parser resolve the escapes of a quoted key."""
    try:
        return str(tomllib.loads(f"key = {literal}")["key"])
    except ValueError:
        return literal
