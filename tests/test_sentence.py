"""Sentences that remember their template, and stay text for everybody else."""

import copy
import json
import pickle

import pytest

from notifier.sentence import Sentence, sentence


def test_it_is_text_that_knows_how_it_was_made() -> None:
    made = sentence("The file {path} is damaged.", path="/tmp/x")
    assert made == "The file /tmp/x is damaged."
    assert json.dumps(made) == '"The file /tmp/x is damaged."'
    assert type(made.english) is str
    assert made.english == made
    assert (made.template, made.arguments) == ("The file {path} is damaged.", {"path": "/tmp/x"})


def test_an_exception_gives_it_back_whole() -> None:
    made = sentence("No {what} here.", what="key ring")
    told = str(ValueError(made))
    assert isinstance(told, Sentence)
    assert told.template == "No {what} here."


def test_sentences_in_sentences_and_copies_of_them() -> None:
    made = sentence("{place}: {message}", place="line 3", message=sentence("Expected a number."))
    assert made == "line 3: Expected a number."
    for other in (copy.deepcopy(made), pickle.loads(pickle.dumps(made))):  # noqa: S301 (our own)
        assert isinstance(other, Sentence)
        assert other == made
        assert isinstance(other.arguments["message"], Sentence)


def test_a_place_without_its_argument_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        sentence("{nothing}")
