"""Which language is taken, and that numbers and direction follow it."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QGuiApplication

from notifier.sentence import sentence
from ui.words.translation import choose, engine, in_english, speak

THERE = ("en", "de", "pt-BR")


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        (["de-AT"], "de"),
        (["de_CH"], "de"),
        (["DE"], "de"),
        (["pt-BR"], "pt-BR"),
        (["pt-PT"], "en"),
        (["pl-PL", "de-DE"], "de"),
        (["en-US", "de-DE"], "en"),
        (["en-GB"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_first_wanted_language_that_is_there(wanted: list[str], chosen: str) -> None:
    assert choose(wanted, THERE) == chosen


pytestmark = pytest.mark.usefixtures("qapp")


def test_a_language_that_is_set_brings_its_numbers() -> None:
    speak("fi-FI")
    assert QLocale().toString(2.5, "f", 1) == "2,5"


def test_windows_speak_it_and_qt_itself_too() -> None:
    assert speak("de-AT")
    assert QCoreApplication.translate("Tray", "&Quit") == "&Beenden"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert not in_english()
    assert not speak("de")
    assert speak("en")
    assert QCoreApplication.translate("Tray", "&Quit") == "&Quit"


def test_english_is_not_mirrored() -> None:
    speak("en-GB")
    assert QGuiApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert in_english()


def test_sentences_of_the_engine_are_translated_by_their_template() -> None:
    inner = sentence("Expected a number.")
    outer = sentence("{place}: {message}", place="line 3", message=inner)
    assert engine(outer) == "line 3: Expected a number."
    assert engine("anything else") == "anything else"
    speak("de")
    assert engine(sentence("{rate} Mbit/s", rate=Decimal("1.5"))) == "1,5 Mbit/s"
    assert engine(sentence("line {line}", line=1234)) == "line 1234"
    assert QCoreApplication.translate("engine", "anything else") == "anything else"
