"""Along a chart by the keys."""

import pytest
from PySide6.QtCore import Qt

from ui.parts.stepped import stepped


@pytest.mark.parametrize(
    ("key", "at", "to"),
    [
        (Qt.Key.Key_Left, 2, 1),
        (Qt.Key.Key_Left, 0, 0),
        (Qt.Key.Key_Left, None, 4),
        (Qt.Key.Key_Right, 2, 3),
        (Qt.Key.Key_Right, 4, 4),
        (Qt.Key.Key_Right, None, 4),
        (Qt.Key.Key_Home, 3, 0),
        (Qt.Key.Key_End, 3, 4),
        (Qt.Key.Key_Up, 3, None),
    ],
)
def test_keys_go_along(key: Qt.Key, at: int | None, to: int | None) -> None:
    assert stepped(key, at, 5) == to
    assert stepped(key, None, 0) is None, "nothing is there"
