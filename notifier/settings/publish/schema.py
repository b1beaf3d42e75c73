"""A JSON Schema (draft 2020-12) of the files in policy.d, for editors and checks."""

from typing import Any

from notifier.settings.definitions import (
    MAX_SERVERS,
    SECTIONS,
    SERVER,
    TEXTS,
    Definition,
    Section,
    written_meaning,
)
from notifier.settings.patterns import TAG

__all__ = ["schema"]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """What matches it is taken without a problem, but for what only values together show: an
    address that stands there twice, two attributes of one name."""
    return {
        "$schema": _DRAFT,
        "$id": "urn:call-notifier:policy:1",
        "title": "Policy of Call Notifier",
        "description": "A file in /etc/call-notifier/policy.d. Explained in docs/policy.md.",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "mandatory": {
                "description": "What holds, and people can't change.",
                "$ref": "#/$defs/tables",
            },
            "default": {
                "description": "What holds where a person has set nothing.",
                "$ref": "#/$defs/tables",
            },
        },
        "additionalProperties": False,
        "$defs": {"tables": _tables(), "server": _server()},
    }


def _tables() -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            **{section.name: _section(section) for section in SECTIONS},
            SERVER.name: {
                "title": SERVER.caption,
                "description": "All servers; an empty list for none.",
                "type": "array",
                "maxItems": MAX_SERVERS,
                "items": {"$ref": "#/$defs/server"},
            },
        },
        "additionalProperties": False,
    }


def _section(section: Section) -> dict[str, Any]:
    settings = {one.key: _setting(one) for one in section.definitions}
    made: dict[str, Any] = {
        "title": section.caption,
        "description": section.meaning,
        "type": "object",
        "properties": settings,
        "additionalProperties": False,
    }
    if section.name == TEXTS:
        made["patternProperties"] = {
            TAG: {
                "description": "Sentences for people of this language.",
                "type": "object",
                "properties": {key: {"$ref": _pointer(section, key)} for key in settings},
                "additionalProperties": False,
            }
        }
    return made


def _pointer(section: Section, key: str) -> str:
    return f"#/$defs/tables/properties/{section.name}/properties/{key}"


def _server() -> dict[str, Any]:
    named = [{"required": [key]} for key in ("password-env", "secret-file")]
    return {
        "description": SERVER.meaning,
        "type": "object",
        "properties": {one.key: _setting(one) for one in SERVER.definitions},
        "required": ["urls"],
        "additionalProperties": False,
        "if": {"anyOf": named},
        "then": {
            "anyOf": [
                {"required": ["username"]},
                {
                    "properties": {"credential": {"const": "turn-rest"}},
                    "required": ["credential"],
                },
            ]
        },
    }


def _setting(definition: Definition) -> dict[str, Any]:
    made: dict[str, Any] = {
        "title": definition.caption,
        "description": written_meaning(definition)
        + (f" In {definition.unit}." if definition.unit else ""),
        **_type(definition),
    }
    if definition.default is not None and definition.key != "urls":
        made["default"] = _plain(definition.default)
    made["examples"] = [definition.example]
    made["x-scope"] = definition.scope
    made["x-since"] = definition.since
    return made


def _type(definition: Definition) -> dict[str, Any]:
    form = definition.form
    match form.kind:
        case "switch":
            return {"type": "boolean"}
        case "choice":
            return {"enum": list(form.choices)}
        case "number" | "whole":
            kind = "integer" if form.kind == "whole" else "number"
            return {"type": kind, "minimum": form.minimum, "maximum": form.maximum}
        case "lines" | "paths":
            element = {"type": "string", "pattern": form.pattern, "maxLength": form.longest}
            return {"type": "array", "maxItems": form.maximum, "items": element}
        case "turn-urls":
            element = {"type": "string", "pattern": form.pattern, "maxLength": form.longest}
            listed = {
                "type": "array",
                "minItems": form.minimum,
                "maxItems": form.maximum,
                "items": element,
            }
            return {"anyOf": [element, listed]}
        case _:
            made: dict[str, Any] = {"type": "string", "pattern": form.pattern}
            if form.maximum:
                made |= {"minLength": form.minimum, "maxLength": form.maximum}
            return made


def _plain(value: object) -> object:
    match value:
        case tuple():
            return [_plain(element) for element in value]
        case bool() | int() | float() | str():
            return value
        case _:
            return str(value)
