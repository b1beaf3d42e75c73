"""The assistant comes up by itself once."""

from pathlib import Path

from notifier.settings.greeted import greet_once
from notifier.settings.paths import Paths


def test_once(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    assert [greet_once(paths), greet_once(paths), greet_once(paths)] == [True, False, False]


def test_never_where_it_cannot_be_written_down(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder belongs")
    assert not greet_once(Paths.under(tmp_path))
