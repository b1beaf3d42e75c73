"""The file itself: its size, its mode, what is not in it, and a disk that takes nothing."""

import errno
import logging
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from notifier.journal import file as journal_file
from notifier.journal.file import FILES, JournalFile, log_files


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    """One that nobody else listens to."""
    made = logging.getLogger("journal-test")
    made.propagate = False
    made.setLevel(logging.DEBUG)
    yield made
    for handler in list(made.handlers):
        made.removeHandler(handler)
        handler.close()


def test_a_line_has_time_level_and_logger(tmp_path: Path, logger: logging.Logger) -> None:
    logger.addHandler(JournalFile(tmp_path, "tray"))
    logger.debug("not kept")
    logger.info("began with %s", "2 servers")
    (line,) = (tmp_path / "tray.log").read_text().splitlines()
    assert line.endswith("Z INFO journal-test: began with 2 servers")
    assert line[:4].isdigit()
    assert line[10] == "T"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_it_is_private(tmp_path: Path, logger: logging.Logger) -> None:
    before = os.umask(0)
    try:
        logger.addHandler(JournalFile(tmp_path, "tray", file_bytes=100))
        for _ in range(4):
            logger.info("x" * 60)
    finally:
        os.umask(before)
    for path in tmp_path.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_it_is_turned_over_and_bounded(tmp_path: Path, logger: logging.Logger) -> None:
    logger.addHandler(JournalFile(tmp_path, "tray", file_bytes=500))
    for number in range(100):
        logger.info("line %d %s", number, "x" * 50)
    files = log_files(tmp_path, "tray")
    assert sorted(tmp_path.iterdir()) == sorted(files)
    assert len(files) == FILES
    assert all(path.stat().st_size <= 500 for path in files)
    text = "".join(path.read_text() for path in reversed(files))
    numbers = [int(line.split("line ")[1].split()[0]) for line in text.splitlines()]
    assert numbers == list(range(numbers[0], 100))


def test_an_old_file_goes_on(tmp_path: Path, logger: logging.Logger) -> None:
    (tmp_path / "tray.log").write_text("before\n")
    logger.addHandler(JournalFile(tmp_path, "tray"))
    logger.info("after")
    assert (tmp_path / "tray.log").read_text().startswith("before\n")
    assert (tmp_path / "tray.log").read_text().endswith("after\n")


def test_secrets_never_reach_the_disk(tmp_path: Path, logger: logging.Logger) -> None:
    logger.addHandler(JournalFile(tmp_path, "tray"))
    logger.info("asked %s with Authorization: Basic Ym9iOmh1bnRlcjI=", "https://bob:hunter2@h/")
    try:
        raise ValueError("password='hunter2' is wrong")
    except ValueError:
        logger.exception("failed")
    text = (tmp_path / "tray.log").read_text()
    assert "hunter2" not in text
    assert "Ym9iOmh1" not in text
    assert "[removed]@h/" in text
    assert "ValueError" in text


def test_nothing_can_look_like_a_line_of_ours(tmp_path: Path, logger: logging.Logger) -> None:
    logger.addHandler(JournalFile(tmp_path, "tray"))
    logger.info("server says: %s", "x\n2026-01-01 forged\r\x1b[31m\u2028y")
    lines = (tmp_path / "tray.log").read_bytes().decode().split("\n")
    assert len(lines) == 3
    assert lines[1].startswith("    2026-01-01 forged")
    assert "\x1b" not in lines[1]
    assert "\r" not in lines[1]


def test_a_line_is_cut_where_it_has_no_end(tmp_path: Path, logger: logging.Logger) -> None:
    logger.addHandler(JournalFile(tmp_path, "tray"))
    logger.info("y " * journal_file.LINE_CHARACTERS)
    assert (tmp_path / "tray.log").stat().st_size < journal_file.LINE_CHARACTERS + 10


def test_two_sessions_turn_it_over_once(tmp_path: Path, logger: logging.Logger) -> None:
    one, two = (JournalFile(tmp_path, "tray", file_bytes=500) for _ in range(2))
    for number in range(100):
        for handler in (one, two):
            logger.addHandler(handler)
            logger.info("said %s", number)
            logger.removeHandler(handler)
    one.close()
    two.close()
    sizes = [file.stat().st_size for file in log_files(tmp_path, "tray") if file.exists()]
    assert len(sizes) == FILES
    assert min(sizes[1:]) > 300, "none was turned over as good as empty"


def test_it_is_not_cut_through_a_secret(tmp_path: Path, logger: logging.Logger) -> None:
    logger.addHandler(JournalFile(tmp_path, "tray"))
    secret = "https://bob:hunter2-hunter2@files.example.org/"
    for before in range(80, 30, -5):
        words = "y " * ((journal_file.LINE_CHARACTERS - before) // 2)
        logger.info("%s%s", words, secret)
    assert "hunter" not in (tmp_path / "tray.log").read_text()


def test_a_full_disk_costs_lines_and_nothing_else(
    tmp_path: Path,
    logger: logging.Logger,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    logger.addHandler(JournalFile(tmp_path, "tray"))

    def full(_file: int, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("os.write", full)
        logger.info("lost")
        logger.info("lost, too")
    logger.info("kept")
    assert capsys.readouterr().err.count("no log is written") == 1
    assert (tmp_path / "tray.log").read_text().count("\n") == 1


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    (tmp_path / "tray.log").symlink_to(target)
    with pytest.raises(OSError, match=r"tray\.log"):
        JournalFile(tmp_path, "tray")
    assert not target.exists()
