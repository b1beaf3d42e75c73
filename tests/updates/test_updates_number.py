"""Version numbers: ours, and those of packages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier import __version__
from notifier.updates.number import number, number_of_package

PARTS = st.integers(0, 999_999)


@given(st.tuples(PARTS, PARTS, PARTS))
def test_what_is_written_is_read_again(parts: tuple[int, int, int]) -> None:
    assert number(".".join(map(str, parts))) == parts


@given(st.tuples(PARTS, PARTS, PARTS), st.tuples(PARTS, PARTS, PARTS))
def test_they_are_ordered_by_their_numbers(
    a: tuple[int, int, int], b: tuple[int, int, int]
) -> None:
    first, second = (number(".".join(map(str, parts))) for parts in (a, b))
    assert first is not None
    assert second is not None
    assert (first < second) == (a < b)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "1.2",
        "1.2.3.4",
        "01.2.3",
        "1.2.3rc1",
        "1.2.3 ",
        "1.2.-3",
        "\u0661.\u0662.\u0663",
        "v1.2.3",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert number(text) is None


def test_this_programs_own_is_one() -> None:
    assert number(__version__) is not None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0.3.0", "0.3.0"),
        ("0.3.0-1", "0.3.0"),
        ("1:0.3.0-1.el9", "0.3.0"),
        ("0.3.0-2+b13", "0.3.0"),
        ("0.3.0-1~bpo12+1", "0.3.0"),
        ("0.3.0~rc1-1", None),
        ("0.3.0+dfsg-1", None),
        ("(none)", None),
        ("5.2", None),
    ],
)
def test_packages_add_their_own(text: str, found: str | None) -> None:
    assert number_of_package(text) == found


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    assert number(text) is None or "." in text
    found = number_of_package(text)
    assert found is None or number(found) is not None
