"""Files written whole or not at all."""

import errno
import multiprocessing
import os
import stat
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from notifier.settings.atomic import create, replace


def test_a_new_file_is_private_and_so_is_its_directory(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file"
    old = os.umask(0)
    try:
        assert create(path, b"one")
    finally:
        os.umask(old)
    assert path.read_bytes() == b"one"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [p.name for p in path.parent.iterdir()] == ["file"], "nothing is left beside it"


def test_create_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"mine")
    assert not create(path, b"theirs")
    assert path.read_bytes() == b"mine"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["file"]


def _race(path: Path, data: bytes, start: Barrier, won: "Queue[bool]") -> None:
    start.wait(60)
    won.put(create(path, data))


def test_of_two_processes_one_wins(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(2)
    won: Queue[bool] = context.Queue()
    processes = [
        context.Process(target=_race, args=(tmp_path / "file", data, barrier, won))
        for data in (b"first", b"second")
    ]
    for process in processes:
        process.start()
    assert sorted(won.get(timeout=60) for _ in processes) == [False, True]
    for process in processes:
        process.join(30)
    assert (tmp_path / "file").read_bytes() in {b"first", b"second"}


def _no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_a_file_system_without_hard_links_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _no_links)
    assert create(tmp_path / "file", b"one")
    assert not create(tmp_path / "file", b"two")
    assert (tmp_path / "file").read_bytes() == b"one"
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600


def _full(_: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_the_old_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", _full)
    with pytest.raises(OSError, match="No space"):
        replace(tmp_path / "file", b"new")
    with pytest.raises(OSError, match="No space"):
        create(tmp_path / "other", b"new")
    assert (tmp_path / "file").read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["file"]


def test_replace_keeps_mode_and_link(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "real"
    real.parent.mkdir()
    real.write_bytes(b"old")
    real.chmod(0o640)
    (tmp_path / "file").symlink_to(real)
    replace(tmp_path / "file", b"new")
    assert (tmp_path / "file").is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_replace_makes_what_is_not_there(tmp_path: Path) -> None:
    replace(tmp_path / "deep" / "file", b"new")
    assert stat.S_IMODE((tmp_path / "deep" / "file").stat().st_mode) == 0o600
