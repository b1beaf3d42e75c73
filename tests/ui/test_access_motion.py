"""Nothing moves by itself, so there is nothing to be reduced for those who ask for less motion."""

import re
from pathlib import Path

import ui

_MOVES = re.compile(
    r"Q(Property|Variant|Sequential|Parallel)\w*Animation|QTimeLine|QMovie|setRange\(0, 0\)"
)
"""Qt's animations, and a progress bar that runs to and fro."""


def test_no_window_has_an_animation() -> None:
    files = list(Path(*ui.__path__).rglob("*.py"))
    assert files
    assert [file.name for file in files if _MOVES.search(file.read_text("utf-8"))] == []
