"""What others have named themselves is shown as it is, never read as markup."""

import time

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from ui.history.filter_bar import FilterBar
from ui.parts.tip import tip

HOSTILE = "Café <img src='file:///etc/passwd'><b>free</b> & more"


def read(text: str) -> str:
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


@pytest.mark.parametrize("text", [HOSTILE, f"{HOSTILE}\nsecond line", "<!doctype html>", "&lt;b>"])
def test_markup_is_shown_as_it_is(text: str) -> None:
    assert tip(text) != text
    assert read(tip(text)) == text


@pytest.mark.parametrize("text", ["", "Home", "A & B", "less than < 3 ms", "turn:x\n<b>"])
def test_plain_text_is_left_alone(text: str) -> None:
    assert tip(text) == text


def test_a_network_of_a_hostile_name(qtbot: QtBot) -> None:
    bar = FilterBar(lambda: time.time() * 1000)
    qtbot.addWidget(bar)
    bar.network.addItem(HOSTILE)
    bar.network.setCurrentText(HOSTILE)
    assert read(bar.network.toolTip()) == HOSTILE
