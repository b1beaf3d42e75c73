"""What is said of a verdict whose servers let nobody in, and of all others."""

import pytest

from tests.records import example_verdict
from ui.look import icons
from ui.look.theme import Tone
from ui.words import said


@pytest.mark.parametrize(
    ("causes", "words"),
    [
        (("bad-credentials",), "refuses the user name or password"),
        (("quota",), "has no relay left"),
        ((), "let nobody in"),
    ],
)
def test_nothing_is_said_of_the_network(causes: tuple[str, ...], words: str) -> None:
    verdict = example_verdict(summary_code=10, causes=causes or ("bad-credentials",))
    assert verdict.refused
    assert words in said.sentence(verdict, causes)
    assert said.word(verdict) == "Not known"
    assert said.shape(verdict) is icons.Shape.UNKNOWN
    assert said.tone(verdict) is Tone.AMBER


def test_others_are_what_their_codes_say() -> None:
    verdict = example_verdict(summary_code=10, causes=("bad-credentials", "relay-unreachable"))
    assert said.word(verdict) == "No connection"
    assert said.shape(verdict) is icons.Shape.NO_CONNECTION
    assert said.tone(verdict) is Tone.RED
    assert said.sentence(verdict) == "We expect your call quality to be really terrible"
