"""Words beside words, sentences after sentences, in the languages that write them otherwise."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ui.words.joined import ended, listed, lists, sentences
from ui.words.translation import speak


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[Callable[[str], object]]:
    before = QLocale()
    yield speak
    speak("en")
    QLocale.setDefault(before)


def test_in_english(spoken: Callable[[str], object]) -> None:
    spoken("en")
    assert listed(["a", "", "b", "c"]) == "a, b, c"
    assert lists(["a, b", "c"]) == "a, b; c"
    assert sentences(["It is so.", "", "It stays."]) == "It is so. It stays."
    assert ended("It is so") == ended("It is so.") == "It is so."
    assert ended("Is it?") == "Is it?"
    assert sentences([]) == listed([]) == ""


def test_in_japanese(spoken: Callable[[str], object]) -> None:
    spoken("ja")
    assert listed(["a", "b"]) == "a、b"
    assert sentences(["a。", "b。"]) == "a。b。"
    assert ended("a") == ended("a。") == "a。"
