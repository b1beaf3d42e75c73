"""The JSON Schema of policy files: what it takes is taken, and what it should refuse is refused."""

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from notifier.settings.definitions import SECTIONS, SERVER, Definition
from notifier.settings.load import settle
from notifier.settings.policy_folder import policy_of
from notifier.settings.publish.schema import schema

SCHEMA = schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

EXAMPLES = [
    (section.name, definition) for section in SECTIONS for definition in section.definitions
]

ONLY_TOGETHER = ("stands in server", "the name stands there already")
"""What only two values together show, which the schema can't say."""


def problems_of(tmp_path: Path, document: object) -> list[str]:
    file = tmp_path / "policy.json"
    file.write_text(json.dumps(document))
    found = policy_of(file, os.geteuid())
    layers = [*found.default, *found.mandatory]
    settled = settle(layers, {"HOME": "/home/ann"}, file=file, problems=found.problems)
    return [str(problem) for problem in settled.problems]


def named(value: object) -> str:
    return value.key if isinstance(value, Definition) else str(value)


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("level", ["mandatory", "default"])
@pytest.mark.parametrize(("table", "definition"), EXAMPLES, ids=named)
def test_each_example_is_taken_by_both(
    tmp_path: Path, table: str, definition: Definition, level: str
) -> None:
    document = {level: {table: {definition.key: definition.example}}}
    assert VALIDATOR.is_valid(document)
    assert problems_of(tmp_path, document) == []


def test_a_whole_policy_is_taken_by_both(tmp_path: Path) -> None:
    tables: dict[str, Any] = {
        section.name: {one.key: one.example for one in section.definitions} for section in SECTIONS
    }
    tables["texts"]["pt-BR"] = {"950": "Bom"}
    tables["server"] = [
        {one.key: one.example for one in SERVER.definitions},
        {"urls": "turn:[2001:db8::1]:3478?transport=tcp"},
    ]
    document = {"$schema": "policy.schema.json", "mandatory": tables, "default": {"server": []}}
    VALIDATOR.validate(document)
    assert problems_of(tmp_path, document) == []


@pytest.mark.parametrize(
    "document",
    [
        [],
        {"forced": {}},
        {"mandatory": []},
        {"mandatory": {"tests": {}}},
        {"mandatory": {"test": {"intervall": 60}}},
        {"mandatory": {"test": {"interval": 5}}},
        {"mandatory": {"test": {"interval": "600"}}},
        {"mandatory": {"test": {"interval": True}}},
        {"mandatory": {"test": {"on-metered": "some"}}},
        {"mandatory": {"history": {"retention-days": 1.5}}},
        {"mandatory": {"notifications": {"enabled": 1}}},
        {"mandatory": {"notifications": {"quiet-hours": "22:00-24:00"}}},
        {"mandatory": {"notifications": {"quiet-hours": "22:00-22:00"}}},
        {"mandatory": {"desktop": {"language": "german!"}}},
        {"mandatory": {"calls": {"sites": ["https://a.example"]}}},
        {"mandatory": {"calls": {"sites": ["*"]}}},
        {"mandatory": {"calls": {"origins": ["http://a.example"]}}},
        {"mandatory": {"calls": {"origins": ["https://a.example/"]}}},
        {"mandatory": {"texts": {"950": " "}}},
        {"mandatory": {"texts": {"951": "x"}}},
        {"mandatory": {"texts": {"950": "two\nlines"}}},
        {"mandatory": {"geo": {"databases": ["~ann/x"]}}},
        {"mandatory": {"fleet": {"collector": "http://otel.example.com/"}}},
        {"mandatory": {"fleet": {"collector": "https://ann:x@otel.example.com/"}}},
        {"mandatory": {"fleet": {"collector": "https://otel.example.com/?token=x"}}},
        {"mandatory": {"fleet": {"attributes": ["Berlin"]}}},
        {"mandatory": {"fleet": {"secret-file": "../x"}}},
        {"mandatory": {"fleet": {"token-env": "two words"}}},
        {"mandatory": {"server": {}}},
        {"mandatory": {"server": [{}]}},
        {"mandatory": {"server": [{"urls": []}]}},
        {"mandatory": {"server": [{"urls": "turn:a.example:99999"}]}},
        {"mandatory": {"server": [{"urls": "turns:a.example?transport=udp"}]}},
        {"mandatory": {"server": [{"urls": "turn:ann@a.example"}]}},
        {"mandatory": {"server": [{"urls": "turn:a.example", "password": "x"}]}},
        {"mandatory": {"server": [{"urls": "turn:a.example", "secret-file": "x"}]}},
        {"mandatory": {"server": [{"urls": "turn:a.example", "credential": "hunter2"}]}},
    ],
    ids=json.dumps,
)
def test_what_is_wrong_is_refused_by_both(tmp_path: Path, document: object) -> None:
    assert not VALIDATOR.is_valid(document)
    assert problems_of(tmp_path, document) != []


def strategy(part: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Documents that match a part of the schema, as far as ours uses its language."""
    match part:
        case {"$ref": str(reference)}:
            target: Any = SCHEMA
            for step in reference.removeprefix("#/").split("/"):
                target = target[step]
            return strategy(target)
        case {"anyOf": choices}:
            return st.one_of(*map(strategy, choices))
        case {"enum": values}:
            return st.sampled_from(values)
        case {"type": "boolean"}:
            return st.booleans()
        case {"type": "number", "minimum": least, "maximum": most}:
            return st.floats(least, most)
        case {"type": "integer", "minimum": least, "maximum": most}:
            whole = st.integers(int(least), int(most))
            return whole | whole.map(float)
        case {"type": "string", "pattern": str(pattern)}:
            longest = part.get("maxLength", 10_000)
            return st.from_regex(pattern).filter(lambda text: len(text) <= longest)
        case {"type": "string"}:
            return st.text(max_size=5)
        case {"type": "array", "items": items}:
            return st.lists(strategy(items), min_size=int(part.get("minItems", 0)), max_size=3)
        case {"type": "object"}:
            return _objects(part)
    raise AssertionError(part)


def _objects(part: dict[str, Any]) -> st.SearchStrategy[Any]:
    properties = {name: strategy(inner) for name, inner in part.get("properties", {}).items()}
    required = {name: properties.pop(name) for name in part.get("required", [])}
    made = st.fixed_dictionaries(required, optional=properties)
    for pattern, inner in part.get("patternProperties", {}).items():
        named = st.dictionaries(st.from_regex(pattern), strategy(inner), max_size=2)
        made = st.builds(lambda one, other: other | one, made, named)
    return made


def _documents() -> st.SearchStrategy[Any]:
    tables = SCHEMA["$defs"]["tables"]["properties"]
    of_one = [
        st.fixed_dictionaries({level: st.fixed_dictionaries({name: strategy(table)})})
        for level in ("mandatory", "default")
        for name, table in tables.items()
    ]
    return st.one_of(of_one)


DOCUMENTS = _documents()


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
        HealthCheck.data_too_large,
    ],
)
@given(document=DOCUMENTS)
def test_what_it_takes_is_taken_without_a_problem(tmp_path: Path, document: Any) -> None:
    assume(VALIDATOR.is_valid(document))
    problems = problems_of(tmp_path, document)
    assume(not any(said in one for one in problems for said in ONLY_TOGETHER))
    assert problems == []
