"""The installation's number and key: made once, kept private, surviving damage and bad disks."""

import multiprocessing
import os
import stat
import uuid
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from notifier.settings.identity import (
    DEVICE_ID_FILE,
    KEY_BYTES,
    NETWORK_KEY_FILE,
    device_id,
    network_key,
)
from notifier.settings.paths import Paths


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "here")


def test_the_number_is_made_once_and_is_a_random_uuid(paths: Paths) -> None:
    made = device_id(paths)
    assert uuid.UUID(made).version == 4
    assert device_id(paths) == made
    stored = paths.data_dir / DEVICE_ID_FILE
    assert stored.read_text() == f"{made}\n"
    assert stat.S_IMODE(stored.stat().st_mode) == 0o600


def test_the_key_is_made_once_and_is_private(paths: Paths) -> None:
    made = network_key(paths)
    assert len(made) == KEY_BYTES
    assert network_key(paths) == made
    assert stat.S_IMODE((paths.data_dir / NETWORK_KEY_FILE).stat().st_mode) == 0o600


def test_each_installation_has_its_own(paths: Paths, tmp_path: Path) -> None:
    other = Paths.under(tmp_path / "there")
    assert device_id(paths) != device_id(other)
    assert network_key(paths) != network_key(other)


def _ask(paths: Paths, start: Barrier, said: "Queue[tuple[str, bytes]]") -> None:
    start.wait(60)
    said.put((device_id(paths), network_key(paths)))


@pytest.mark.parametrize("damaged", [False, True])
def test_two_processes_at_once_agree(paths: Paths, damaged: bool) -> None:
    if damaged:
        paths.data_dir.mkdir(parents=True)
        (paths.data_dir / DEVICE_ID_FILE).write_text("half a num")
        (paths.data_dir / NETWORK_KEY_FILE).write_text("")
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(2)
    said: Queue[tuple[str, bytes]] = context.Queue()
    processes = [context.Process(target=_ask, args=(paths, barrier, said)) for _ in range(2)]
    for process in processes:
        process.start()
    first, second = (said.get(timeout=60) for _ in processes)
    for process in processes:
        process.join(30)
    assert first == second == (device_id(paths), network_key(paths))


@pytest.mark.allow_log("was damaged; a new one was made")
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"half a num",
        b"\xff\xfe\x00binary",
        b"00000000-0000-0000-0000-000000000000",
        b"2c5ea4c0-4067-11e9-8bad-9b1deb4d3b7d",  # version 1: tells time and machine
        b"x" * 100_000,
    ],
)
def test_a_damaged_file_is_replaced(paths: Paths, content: bytes) -> None:
    paths.data_dir.mkdir(parents=True)
    for name in (DEVICE_ID_FILE, NETWORK_KEY_FILE):
        (paths.data_dir / name).write_bytes(content)
    made, key = device_id(paths), network_key(paths)
    assert uuid.UUID(made).version == 4
    assert len(key) == KEY_BYTES
    assert (device_id(paths), network_key(paths)) == (made, key)


@pytest.mark.allow_log("was damaged")
def test_damage_is_told(paths: Paths, caplog: pytest.LogCaptureFixture) -> None:
    paths.data_dir.mkdir(parents=True)
    (paths.data_dir / DEVICE_ID_FILE).write_text("x")
    device_id(paths)
    assert "device-id was damaged; a new one was made" in caplog.text


@pytest.mark.allow_log("can't be kept")
def test_a_disk_that_takes_nothing_gives_a_number_for_this_run(
    paths: Paths, tmp_path: Path
) -> None:
    (tmp_path / "here").write_text("a file where the directory should be")
    made, key = device_id(paths), network_key(paths)
    assert uuid.UUID(made).version == 4
    assert (device_id(paths), network_key(paths)) == (made, key), "the same until the end"


@pytest.mark.allow_log("can't be kept")
def test_a_full_disk_gives_a_number_for_this_run(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert device_id(paths) == device_id(paths)
    assert not (paths.data_dir / DEVICE_ID_FILE).exists()


@pytest.mark.allow_log("can't be kept")
def test_a_directory_in_its_place_does_no_harm(paths: Paths) -> None:
    (paths.data_dir / DEVICE_ID_FILE).mkdir(parents=True)
    assert device_id(paths) == device_id(paths)
