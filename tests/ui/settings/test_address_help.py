"""Whatever is typed as an address: what is suggested can be used, and no password is repeated."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.turn.uri import parse_turn_uri
from ui.settings.address_help import address_help

pytestmark = pytest.mark.usefixtures("british")


@given(
    st.text()
    | st.text(alphabet="turns:/[].@?ab12 ")
    | st.builds("{}{}".format, st.sampled_from(["turn://", "turns:", ""]), st.ip_addresses())
)
def test_what_is_suggested_can_be_used(line: str) -> None:
    said = address_help(line)
    if meant := re.search(r"Perhaps (\S+) is meant\?$", said):
        parse_turn_uri(meant[1])
    assert "@" not in said


@pytest.mark.parametrize("line", ["turn:a.example", "turns:[2001:db8::1]:443", "turn:ann:pw@a", ""])
def test_nothing_is_said_of_these(line: str) -> None:
    assert address_help(line) == ""
