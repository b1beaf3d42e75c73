"""The feed's token: made once, private, replaced when asked or damaged."""

import re
import stat
from pathlib import Path

import pytest

from notifier.settings.feed_token import feed_token, new_feed_token
from notifier.settings.paths import Paths


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "here")


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def test_it_is_made_once_and_is_private(paths: Paths) -> None:
    made = feed_token(paths)
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", made)
    assert feed_token(paths) == made
    assert paths.feed_token_file.read_text() == f"{made}\n"
    assert mode(paths.feed_token_file) == 0o600
    assert mode(paths.state_dir) == 0o700


def test_each_installation_has_its_own(paths: Paths, tmp_path: Path) -> None:
    assert feed_token(paths) != feed_token(Paths.under(tmp_path / "there"))


def test_a_new_one_takes_the_place_of_the_old_one(paths: Paths) -> None:
    first = new_feed_token(paths)
    assert feed_token(paths) == first
    paths.feed_token_file.chmod(0o644)
    second = new_feed_token(paths)
    assert second != first
    assert feed_token(paths) == second
    assert mode(paths.feed_token_file) == 0o600


@pytest.mark.allow_log("feed-token was damaged; a new one was made")
@pytest.mark.parametrize(
    "content", [b"", b"\n", b"x" * 42, b"x" * 44, b"\xff" * 43, b"x" * 100_000]
)
def test_a_damaged_one_is_replaced(paths: Paths, content: bytes) -> None:
    paths.state_dir.mkdir(parents=True)
    paths.feed_token_file.write_bytes(content)
    made = feed_token(paths)
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", made)
    assert made.encode() != content[:43]
    assert feed_token(paths) == made


def test_one_that_can_not_be_kept_is_none(paths: Paths, tmp_path: Path) -> None:
    (tmp_path / "here").write_text("a file where the directory should be")
    for make in (feed_token, new_feed_token):
        with pytest.raises(OSError, match=r"exists|directory"):
            make(paths)
    (tmp_path / "here").unlink()
    paths.feed_token_file.mkdir(parents=True)
    for make in (feed_token, new_feed_token):
        with pytest.raises(OSError, match="directory"):
            make(paths)
