"""Every text of every window goes through Qt's translation, and windows are mirrored as a whole."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)

from tests.ui.pseudo import pseudo_language
from tests.ui.windows import WINDOWS, parts, settle, window_of
from ui.settings.setting_fields import native_name
from ui.words.translation import available

pytestmark = pytest.mark.usefixtures("british", "qapp")

_SLACK = 2
"""Pixels that rounding may cost."""

_ROWS = 12
"""Of each table and list that are looked at."""

_PLAIN = re.compile(r"[^\W\d_]*[AEIOUaeiou][^\W\d_]*")
"""A word with a vowel that has no accent: the language that nobody speaks has none."""

_DATA = re.compile(
    "|".join(
        (
            r'"(urls|username|credential)"',
            r"10-office\.json",
            r"turns?:[\w.:?=-]+",  # addresses, and where an address goes
            r"https?://[\w./-]+",
            r"[\w.*-]+\.(example|org|com|net|toml|mmdb|sqlite3|json|txt)\b[\w./-]*",
            r"(~|/)[\w./~-]+",
            r"Head office|Backup|Example (Net|Fibre)|Helsinki|Finland",  # what somebody has named
            r"Softphone|Chromium|Firefox|Call Notifier|weekly|bridge|opus|ann\b",
            *(rf"^{re.escape(native_name(tag))}$" for tag in available()),
            r"Calls will not work here: use your phone\.",  # a sentence of the person's own
            r"Connection refused",  # raw words of the system
            r"Fixes the icon on two screens\.",  # an organisation's own
            r"^[\w.-]+ \d[\w.]*$|calls-\d{4}-\d\d",  # what it is made of
            r"demonstration relay: this is not your network",  # the name that the history keeps
            r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b",  # as the locale has it
            r"\b\d+ bytes\b|\bKiB\b|\band\b",
            r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b",
        )
    )
)
"""What is shown as it came, or is the locale's."""


def texts(window: QWidget) -> Iterator[str]:
    """All that can be read or heard in a window, and in its menus."""
    yield window.windowTitle()
    for part in (window, *parts(window)):
        yield part.accessibleName()
        yield part.accessibleDescription()
        yield part.toolTip()
        yield from _own(part)
    for menu in window.findChildren(QMenu):
        yield from (action.text() for action in menu.actions())


def _own(part: QWidget) -> Iterator[str]:
    match part:
        case QLabel() | QAbstractButton() | QAbstractSpinBox():
            yield part.text()
        case QComboBox():
            yield from (part.itemText(number) for number in range(part.count()))
        case QLineEdit() | QPlainTextEdit():
            yield part.placeholderText()
        case QTabBar():
            yield from (part.tabText(number) for number in range(part.count()))
        case QHeaderView() if part.orientation() == Qt.Orientation.Horizontal:
            for column in range(part.count()):
                yield str(part.model().headerData(column, part.orientation()) or "")
        case QAbstractItemView():
            model = part.model()
            columns = model.columnCount(QModelIndex()) if isinstance(part, QTableView) else 1
            for row in range(min(_ROWS, model.rowCount(QModelIndex()))):
                for column in range(columns):
                    index = model.index(row, column)
                    for role in (
                        Qt.ItemDataRole.DisplayRole,
                        Qt.ItemDataRole.ToolTipRole,
                        Qt.ItemDataRole.AccessibleTextRole,
                    ):
                        yield str(index.data(role) or "")


def untranslated(text: str) -> list[str]:
    """The words in a text that nobody translated."""
    return _PLAIN.findall(_DATA.sub("", text.replace("&", "")))


@pytest.mark.parametrize("name", WINDOWS)
def test_every_text_is_translated(name: str) -> None:
    with pseudo_language(), window_of(name) as window:
        found = {text: words for text in texts(window) if (words := untranslated(text))}
    assert found == {}


def _places(window: QWidget) -> list[tuple[QWidget, QRect]]:
    return [
        (part, QRect(part.mapTo(window, QPoint(0, 0)), part.size()))
        for part in parts(window)
        if not part.isWindow()
    ]


@pytest.mark.parametrize("name", WINDOWS)
def test_right_to_left(name: str) -> None:
    """Every part is where it is in a language from left to right, seen in a mirror."""
    with pseudo_language(), window_of(name) as window:
        straight = [place for _, place in _places(window)]
        size = window.size()
    with pseudo_language(right_to_left=True), window_of(name) as window:
        window.resize(size)
        settle(window)
        mirrored = _places(window)
        odd = [
            f"{type(part).__name__} {part.accessibleName() or part.property('text')}: "
            f"{there.getRect()}, not {place.getRect()} in a mirror"
            for place, (part, there) in zip(straight, mirrored, strict=True)
            if part.layoutDirection() == Qt.LayoutDirection.RightToLeft
            and abs(size.width() - place.right() - 1 - there.left()) > _SLACK
        ]
        assert odd == []
