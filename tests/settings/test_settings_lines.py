"""Lines of keys: exactly the parser's keys, each on a line that holds it."""

import tomllib
from collections.abc import Iterator

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notifier.settings.lines import KeyPath, Statement, places_in


def paths_in(value: object, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Every path of a parsed document."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, child in value.items():
            yield from paths_in(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from paths_in(child, (*path, index))


EVERYTHING = '''# a comment with [a.header] and key = 1
top = "]" # trailing [x]
'quoted key' = 1979-05-27 07:32:00 # a date with a space
"esc\\u0061ped" = true
a.b."c.d" = 1

[table] # comment
list = [ # comment ] with a bracket
  "one", # [
  'two',
  [1, [2, """three
lines
"""""], {x = 1, y.z = [{}]}],
  1979-05-27 07:32:00,
]
empty = []
inline = { a = "}", b = [ ] }
text = """
not.a.key = 1
[not a header]
"""
literal = \'\'\'
key = 'x'
\'\'\'
  indented = -inf

[table.child]
[[array]]
x = 1
[array.below]
y = 2
[[array.nested]]
z = 3
[[array.nested]]
[[array]]
x = 4
   [ "array" . below ]
last = 0x1F'''


def test_every_key_of_a_document_with_everything_is_found() -> None:
    lines = places_in(EVERYTHING).lines
    assert set(lines) == set(paths_in(tomllib.loads(EVERYTHING)))
    text = EVERYTHING.split("\n")

    def line(*path: str | int) -> str:
        return text[lines[path] - 1]

    assert line("top").startswith("top")
    assert line("a", "b", "c.d").startswith("a.b")
    assert line("escaped").startswith('"esc')
    assert line("table", "list", 1).strip() == "'two',"
    assert line("table", "list", 2, 1, 1).startswith('  [1, [2, """three')
    assert line("table", "list", 2, 2, "y", "z", 0).startswith('"""""], {x')
    assert line("table", "text") == 'text = """'
    assert line("table", "indented") == "  indented = -inf"
    assert line("array", 0, "nested", 1) == "[[array.nested]]"
    assert lines["array", 0, "nested", 1] == lines["array", 0, "nested", 0] + 2
    assert line("array", 1, "below") == '   [ "array" . below ]'
    assert line("array", 1, "below", "last") == "last = 0x1F"


def test_statements_tell_where_they_begin_and_end() -> None:
    found = places_in('a = 1\n[[server]]\nurls = [\n "x",\n]\n# c\n[test]\n').statements
    assert found == [
        Statement("value", ("a",), 1, 1),
        Statement("array", ("server", 0), 2, 2),
        Statement("value", ("server", 0, "urls"), 3, 5),
        Statement("table", ("test",), 7, 7),
    ]


def test_windows_line_ends_count_once() -> None:
    assert places_in("a = 1\r\n\r\nb = [\r\n1,\r\n2]\r\n").lines == {
        ("a",): 1,
        ("b",): 3,
        ("b", 0): 4,
        ("b", 1): 5,
    }


def same(a: object, b: object) -> bool:
    """Equal, and nan equal to nan."""
    return repr(a) == repr(b)


def test_values_begin_and_end_where_they_stand() -> None:
    document = tomllib.loads(EVERYTHING)
    for path, (begin, end) in places_in(EVERYTHING).values.items():
        value: object = document
        for part in path:
            value = value[part]  # type: ignore[index]
        assert same(tomllib.loads(f"x = {EVERYTHING[begin:end]}")["x"], value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "# only",
        "[",
        "[[",
        "=",
        "a",
        "a =",
        'a = "',
        "a = [",
        "a = {",
        "]",
        "[a",
        "'",
        "a = [}",
    ],
)
def test_what_is_no_toml_does_no_harm(text: str) -> None:
    places_in(text)


KEYS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=6
) | st.sampled_from(["a", "b", "a.b", "server", "test", "=", "#", "[", '"', "'''"])
SCALARS = (
    st.integers(-(2**63), 2**63 - 1)
    | st.booleans()
    | st.floats()
    | st.datetimes()
    | st.dates()
    | st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
    | st.sampled_from(['"""', "'''", "\n[x]\n", "a = 1\n", "\\", "# no comment"])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_exactly_the_keys_of_the_parser_are_found(document: dict[str, object]) -> None:
    text = tomlkit.dumps(document)
    try:
        parsed = tomllib.loads(text)
    except ValueError:  # the writer is not perfect either
        return
    places = places_in(text)
    assert set(places.lines) == set(paths_in(parsed))
    for path, (begin, end) in places.values.items():
        value: object = parsed
        for part in path:
            value = value[part]  # type: ignore[index]
        assert same(tomllib.loads(f"x = {text[begin:end]}")["x"], value)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(EVERYTHING.split("\n"))
        | st.sampled_from(
            [
                "[[s]]",
                "[s.t]",
                "[[s.u]]",
                "k.l = {m.n = [1,\n2]}",
                "o = '''\n'''",
                "\r",
                "p = [\n#c\n]",
            ]
        ),
        max_size=14,
    )
)
def test_whatever_the_parser_accepts_is_found(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    lines = places_in(text).lines
    try:
        parsed = tomllib.loads(text)
    except ValueError:
        return
    assert set(lines) == set(paths_in(parsed))
    for path, line in lines.items():
        if isinstance(path[-1], str) and path[-1].isalnum() and path[-1] != "escaped":
            assert path[-1] in text.split("\n")[line - 1]
