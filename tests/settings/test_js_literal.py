"""JavaScript's literals, as people copy them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.settings.js_literal import MAX_DEPTH, LiteralError, read_literals


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{}", {}),
        ("[]", []),
        ("{a: 1, $b_2: -0.5, 'c d': [.5, 2e3,], }", {"a": 1, "$b_2": -0.5, "c d": [0.5, 2000]}),
        ("[true, false, null, undefined]", [True, False, None, None]),
        (r"""['it\'s', "\"", `a\`b`, '\u00e9\x41\n']""", ["it's", '"', "a`b", "\u00e9A\n"]),
        ("['a\\\nb']", ["ab"]),
        (r"['\ud83d\ude00', '\u{1F600}']", ["\U0001f600", "\U0001f600"]),
        ("/* a */ [ // b\n1 /* c */ , // d\n]", [1]),
        ("[1]);\n// the end", [1]),
    ],
)
def test_what_is_read(text: str, value: object) -> None:
    assert read_literals(text, 0) == [value]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("", None),
        ("{a}", 2),
        ("{a: b}", 4),
        ("[1 2]", 3),
        ("[,]", 1),
        ("{...a}", 1),
        ("['a\nb']", 1),
        ("[1", 2),
        ("[/* never", 1),
        ("[1] x", 4),
        ("[1x]", 1),
        ("[" * (MAX_DEPTH + 2), MAX_DEPTH + 1),
    ],
)
def test_what_cannot_be_read_has_a_place(text: str, at: int | None) -> None:
    if at is None:
        assert read_literals(text, 0) == []
        return
    with pytest.raises(LiteralError) as caught:
        read_literals(text, 0)
    assert caught.value.at == at
    assert text[:3] not in str(caught.value)


_values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(st.lists(_values) | st.dictionaries(st.text(), _values), st.booleans())
def test_whatever_is_json_is_a_literal(value: object, ascii_only: bool) -> None:
    assert read_literals(json.dumps(value, ensure_ascii=ascii_only), 0) == [value]


@given(st.text() | st.text(alphabet="{}[]:,'\"`\\\\/*ab1 \n"))
def test_any_text_is_read_or_has_a_place(text: str) -> None:
    try:
        read_literals(text, 0)
    except LiteralError as caught:
        error = caught
    else:
        return
    assert 0 <= error.at <= len(text)
