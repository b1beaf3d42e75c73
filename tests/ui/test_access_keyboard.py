"""The Tab key goes through each window in the order of reading, and where it is can be seen."""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_mnemonics import mnemonics
from tests.ui.waiting import WAIT_MS
from tests.ui.windows import WINDOWS, parts, window_of

pytestmark = pytest.mark.usefixtures("british")

_STEPS = 150
"""More than any window has parts."""

_AROUND = 3
"""Pixels around a part that its focus may be drawn in."""


def reachable(window: QWidget) -> set[QWidget]:
    """What the Tab key has to come to."""
    return {
        part
        for part in parts(window)
        if part.isEnabled()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
    }


def named(part: QWidget) -> str:
    """For a message."""
    return f"{type(part).__name__} {part.accessibleName() or part.property('text')}"


def walk(window: QWidget, press: Callable[[QWidget], None]) -> list[QWidget]:
    """Press a key until the focus is where it was; returns each part that had it, once."""
    passed: list[QWidget] = []
    for _ in range(_STEPS):
        at = QApplication.focusWidget()
        assert at is not None
        if passed and at is passed[0]:
            return passed
        # A field of two parts, hours and minutes, has the focus twice in a row.
        if not passed or at is not passed[-1]:
            passed.append(at)
        press(at)
    raise AssertionError(f"the focus does not come back: {passed[-3:]}")


def place(part: QWidget, window: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


def goes_back(one: QRect, other: QRect) -> bool:
    """Whether somebody who reads from left to right and down has to go back for the other."""
    above = other.bottom() <= one.top()
    beside = not above and other.top() < one.bottom()
    return (above and other.left() < one.right()) or (beside and other.right() <= one.left())


@pytest.fixture(params=WINDOWS)
def window(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[QWidget]:
    with window_of(request.param) as made:
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=WAIT_MS)
        yield made


def test_tab_and_letters(window: QWidget) -> None:
    counted = Counter(mnemonics(window))
    assert not [letter for letter, times in counted.items() if times > 1]
    there = walk(window, lambda at: QTest.keyClick(at, Qt.Key.Key_Tab))
    assert set(map(named, there)) == set(map(named, reachable(window)))
    # Once around: there is one place where it begins again on top.
    backwards = [
        (named(one), named(other))
        for one, other in zip(there, [*there[1:], there[0]], strict=True)
        if len(there) > 1 and goes_back(place(one, window), place(other, window))
    ]
    assert len(backwards) <= 1
    back = walk(
        window, lambda at: QTest.keyClick(at, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    )
    assert back == [there[0], *reversed(there[1:])]

    unseen = [named(part) for part in there if not shows_focus(part, window)]
    assert not unseen


def shows_focus(part: QWidget, window: QWidget) -> bool:
    """Whether the part, or what is around it, is drawn otherwise with the focus than without."""
    around = place(part, window).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    part.setFocus(Qt.FocusReason.TabFocusReason)
    with_focus = picture(window, around)
    part.clearFocus()
    return with_focus != picture(window, around)


def picture(window: QWidget, around: QRect) -> QImage:
    """What somebody sees who has just pressed the Tab key."""
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    return window.grab(around).toImage()
