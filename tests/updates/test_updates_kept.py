"""What is remembered of looks for newer versions."""

from pathlib import Path

import pytest

from notifier.updates.kept import Kept, read_kept, write_kept


def test_nobody_waits_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_: int) -> None:
        raise AssertionError("it may take seconds")

    monkeypatch.setattr("os.fsync", slow)
    write_kept(tmp_path / "new", Kept(seen="1.0"))
    assert read_kept(tmp_path / "new").seen == "1.0"
