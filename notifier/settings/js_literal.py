"""Literals of JavaScript, as they stand in the source of web applications.

People copy the servers of their calls from a page's source or its documentation, where they stand
as JavaScript and not as JSON: names without quotes, texts in single ones, a comma too many,
comments, ``const configuration =`` before it, ``});`` behind it. Read is what JSON could hold as
well (ECMA-262, sections 12.4, 12.9 and 13.2); nothing is evaluated, so a variable's name in place
of a value can't be used.
"""

import re

__all__ = ["LiteralError", "read_literals"]

MAX_DEPTH = 20
"""Of lists and objects within each other; an RTCConfiguration has four."""

_BLANK = re.compile(r"(?:\s+|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
_STRING = re.compile(
    r"""
    "((?:\\.|[^"\\\n])*)"
    | '((?:\\.|[^'\\\n])*)'
    | `((?:\\.|[^`\\])*)`
    """,
    re.DOTALL | re.VERBOSE,
)
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![\w$])", re.ASCII)
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_ESCAPE = re.compile(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{0*([0-9A-Fa-f]{1,6})\}|(\r\n|.))", re.DOTALL
)
_SINGLE = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "0": "\0"}
_CONTINUED = ("\n", "\r\n", "\r", "\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}")
_WORDS = {"true": True, "false": False, "null": None, "undefined": None}
_BEHIND = re.compile(r"[\s;,)]*")


class LiteralError(ValueError):
    """There is no literal, or it holds what can't be used.

    :ivar at: where in the text; its length where the text ends too early.
    """

    def __init__(self, at: int) -> None:
        super().__init__(f"not as expected at {at}")
        self.at = at


def read_literals(text: str, start: int, *, only_first: bool = False) -> list[object]:
    """Read the object or list that begins at ``start``, and those that follow it.

    Between them, and behind the last one, may stand what ends a statement or a call.

    :param only_first: what follows the first one is not read.
    :raises LiteralError: with the place where it could not go on.
    """
    found: list[object] = []
    at = start
    while at < len(text):
        value, at = _value(text, at, 0)
        found.append(value)
        at = len(text) if only_first else _behind(text, at)
    return found


def _behind(text: str, at: int) -> int:
    while True:
        match = _BEHIND.match(text, _blank(text, at))
        end = match.end() if match else at
        if end == at:
            return end
        at = end


def _blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _value(text: str, at: int, depth: int) -> tuple[object, int]:
    if depth > MAX_DEPTH:
        raise LiteralError(at)
    at = _blank(text, at)
    match text[at : at + 1]:
        case "{":
            return _object(text, at + 1, depth)
        case "[":
            return _list(text, at + 1, depth)
        case '"' | "'" | "`":
            return _string(text, at)
    if number := _NUMBER.match(text, at):
        return float(number[0]), number.end()
    name = _NAME.match(text, at)
    if name is None or name[0] not in _WORDS:
        raise LiteralError(at)
    return _WORDS[name[0]], name.end()


def _object(text: str, at: int, depth: int) -> tuple[dict[str, object], int]:
    found: dict[str, object] = {}
    while True:
        at = _blank(text, at)
        if text.startswith("}", at):
            return found, at + 1
        key, at = _key(text, at)
        at = _blank(text, at)
        if not text.startswith(":", at):
            raise LiteralError(at)
        found[key], at = _value(text, at + 1, depth + 1)
        at = _comma(text, at, "}")


def _list(text: str, at: int, depth: int) -> tuple[list[object], int]:
    found: list[object] = []
    while True:
        at = _blank(text, at)
        if text.startswith("]", at):
            return found, at + 1
        value, at = _value(text, at, depth + 1)
        found.append(value)
        at = _comma(text, at, "]")


def _comma(text: str, at: int, end: str) -> int:
    """Past the comma, or to the end that needs none."""
    at = _blank(text, at)
    if text.startswith(",", at):
        return at + 1
    if not text.startswith(end, at):
        raise LiteralError(at)
    return at


def _key(text: str, at: int) -> tuple[str, int]:
    if name := _NAME.match(text, at):
        return name[0], name.end()
    return _string(text, at)


def _string(text: str, at: int) -> tuple[str, int]:
    match = _STRING.match(text, at)
    if match is None:
        raise LiteralError(at)
    raw = next(group for group in match.groups() if group is not None)
    try:
        plain = _ESCAPE.sub(_unescaped, raw)
        # Two escapes may be the halves of one character (UTF-16).
        whole = plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except ValueError:
        raise LiteralError(at) from None
    return whole, match.end()


def _unescaped(match: re.Match[str]) -> str:
    if digits := match[1] or match[2] or match[3]:
        return chr(int(digits, 16))
    one = match[4]
    return "" if one in _CONTINUED else _SINGLE.get(one, one)
