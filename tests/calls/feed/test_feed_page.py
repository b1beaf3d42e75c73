"""docs/feed.md: its tables are the protocol's, field by field, its numbers those of the code."""

import re
from enum import EnumMeta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import inspect

from notifier.calls import framing, host, messages, vocabulary
from notifier.calls.feed import connection, pace
from notifier.calls.feed import server as feed

_PAGE = (Path(__file__).parents[3] / "docs/feed.md").read_text(encoding="utf-8")

_IN_ALL = {"timestamp", "seq"}
"""The page has these of a client's messages once."""

_INCOMING = {kind.__struct_config__.tag: kind for kind in messages.Incoming.__args__}
_OUTGOING = {kind.__struct_config__.tag: kind for kind in messages.Outgoing.__args__}
_WORDS = [
    thing
    for name in vocabulary.__all__
    if isinstance(thing := getattr(vocabulary, name), EnumMeta) and name != "UserIDType"
]


def _section(heading: str) -> str:
    parts = re.split(r"^#+ ", _PAGE, flags=re.MULTILINE)
    (found,) = [part for part in parts if part.partition("\n")[0] == heading]
    return found


def _rows(section: str) -> list[list[str]]:
    lines = [line for line in section.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return cells[2:]


def what(kind: inspect.Type) -> str:
    """A field's type, as the page words it."""
    match kind:
        case inspect.UnionType(types=types):
            return " or ".join(what(t) for t in types if not isinstance(t, inspect.NoneType))
        case inspect.StrType(min_length=None, max_length=None):
            return "text"
        case inspect.StrType(min_length=least, max_length=most):
            span = f"{least} to {most}" if least else f"at most {most}"
            return f"text, {span} characters"
        case inspect.IntType(ge=least, le=most) | inspect.FloatType(ge=least, le=most):
            name = "whole number" if isinstance(kind, inspect.IntType) else "number"
            return name if least is None else f"{name}, {least:g} to {_number(most)}"
        case inspect.BoolType():
            return "true or false"
        case inspect.LiteralType(values=values):
            return ", ".join(f"`{value}`" for value in sorted(map(str, values)))
        case inspect.EnumType(cls=cls):
            return f"[{cls.__name__}](#{cls.__name__.lower()})"
        case inspect.ListType(item_type=item, max_length=most):
            return f"list of at most {most}: {what(item)}"
        case inspect.VarTupleType(item_type=item):
            return f"list: {what(item)}"
        case inspect.DictType(value_type=inspect.AnyType()):
            return "object"
        case inspect.DictType(value_type=value):
            return f"object, each value {what(value)}"
        case inspect.StructType(cls=cls):
            return cls.__name__
    raise AssertionError(f"no words for {kind}")


def _number(value: Any) -> str:
    return {1e13: "10¹³", 2**53: "2⁵³"}.get(value, f"{value:g}")


def default(field: inspect.Field) -> str:
    """What a field is that is not there, as the page words it."""
    if field.required:
        return "needed"
    value = field.default
    if value is msgspec.NODEFAULT:
        value = field.default_factory()
    if value is None:
        return "none"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        value = list(value)
    return (
        f"`{value}`"
        if isinstance(value, str) and value
        else f"`{msgspec.json.encode(value).decode()}`"
    )


def fields_of(kind: Any) -> list[list[str]]:
    """The first three cells of each row of a message's table."""
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)
    skip = _IN_ALL if kind in _INCOMING.values() else set()
    return [
        [f"`{field.encode_name}`", what(field.type), default(field)]
        for field in info.fields
        if field.encode_name not in skip
    ]


@pytest.mark.parametrize("tag", [*_INCOMING, *_OUTGOING])
def test_each_message_has_its_fields(tag: str) -> None:
    kind = (_INCOMING | _OUTGOING)[tag]
    rows = _rows(_section(f"`{tag}`"))
    assert [row[:3] for row in rows] == fields_of(kind)
    assert all(len(row) == 4 and row[3] for row in rows)


def test_what_all_messages_of_clients_have() -> None:
    info = inspect.type_info(messages.Log)
    assert isinstance(info, inspect.StructType)
    common = [field for field in info.fields if field.encode_name in _IN_ALL]
    rows = _rows(_section("From the client"))
    assert [row[:3] for row in rows] == [
        [f"`{field.encode_name}`", what(field.type), default(field)] for field in common
    ]


def test_devices() -> None:
    assert [row[:3] for row in _rows(_section("Device"))] == fields_of(messages.Device)


def test_no_message_is_missing_or_made_up() -> None:
    headings = re.findall(r"^### `([^`]*)`$", _PAGE, flags=re.MULTILINE)
    assert headings == [*_INCOMING, *_OUTGOING]


@pytest.mark.parametrize("words", _WORDS, ids=lambda words: words.__name__)
def test_the_words(words: EnumMeta) -> None:
    rows = _rows(_section(words.__name__))
    assert [row[0] for row in rows] == [f"`{word.value}`" for word in words]  # type: ignore[var-annotated]
    assert all(row[1] for row in rows)


def test_the_codes_of_errors() -> None:
    info = inspect.type_info(messages.Failure)
    assert isinstance(info, inspect.StructType)
    (code,) = [field.type for field in info.fields if field.name == "code"]
    assert isinstance(code, inspect.LiteralType)
    assert sorted(row[0] for row in _rows(_section("Errors"))) == [
        f"`{value}`" for value in sorted(map(str, code.values))
    ]


def test_the_limits() -> None:
    told = {row[0]: row[1] for row in _rows(_section("Limits"))}
    assert told == {
        "a message, both ways": f"{messages.MESSAGE_LIMIT:,} bytes",
        "a length that ends the connection": f"more than {framing.SKIP_LIMIT:,} bytes",
        "hello": f"within {connection.HELLO_S:g} s",
        "messages at once": f"{pace.BURST:g}",
        "messages for ever": f"{pace.RATE:g} a second",
        "a long message counts": f"1, and 1 more for each {pace._PIECE:,} bytes",
        "wrong messages in a row": f"{connection.WRONG_LIMIT}",
        "connections": f"{feed.CONNECTION_LIMIT}",
        "what a client leaves unread": (
            f"{connection._OUTPUT_HIGH:,} bytes for {connection.SLOW_S:g} s, "
            f"{connection._OUTPUT_LIMIT:,} bytes at any time"
        ),
    }
    first, second, third, last = host.RETRY_S
    assert f"after {first:g}, {second:g}, {third:g} and then every {last:g} s" in _PAGE.replace(
        "\n", " "
    )
    assert f"version {messages.VERSION}" in _PAGE
