"""Capture streams in a /proc of the test's own, as the kernel writes it."""

from pathlib import Path

import pytest

from notifier.machine.capture import microphone_in_use

RUNNING = """\
state: RUNNING
owner_pid   : 1234
trigger_time: 1000.000000001
tstamp      : 0.000000000
delay       : 512
avail       : 512
avail_max   : 1024
-----
hw_ptr      : 96000
appl_ptr    : 95488
"""
PREPARED = RUNNING.replace("RUNNING", "PREPARED")
CLOSED = "closed\n"


def stream(proc: Path, where: str, status: str | bytes) -> Path:
    file = proc / "asound" / where / "status"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(status.encode() if isinstance(status, str) else status)
    return file


def test_nobody_records(tmp_path: Path) -> None:
    stream(tmp_path, "card0/pcm0c/sub0", CLOSED)
    stream(tmp_path, "card1/pcm0c/sub0", PREPARED)
    assert microphone_in_use(tmp_path) is False


def test_somebody_records_from_one_of_several(tmp_path: Path) -> None:
    stream(tmp_path, "card0/pcm0c/sub0", CLOSED)
    stream(tmp_path, "card1/pcm2c/sub1", RUNNING)
    assert microphone_in_use(tmp_path) is True


def test_music_is_no_call(tmp_path: Path) -> None:
    stream(tmp_path, "card0/pcm0p/sub0", RUNNING)
    stream(tmp_path, "card0/pcm0c/sub0", CLOSED)
    assert microphone_in_use(tmp_path) is False


def test_without_a_sound_card_it_is_not_known(tmp_path: Path) -> None:
    assert microphone_in_use(tmp_path) is None
    stream(tmp_path, "card0/pcm0p/sub0", CLOSED)
    assert microphone_in_use(tmp_path) is None


def test_a_card_that_was_unplugged_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = stream(tmp_path, "card0/pcm0c/sub0", RUNNING)
    stream(tmp_path, "card1/pcm0c/sub0", RUNNING)
    real = Path.read_text

    def read(path: Path, **options: str) -> str:
        if path == gone:
            raise FileNotFoundError(path)
        return real(path, **options)

    monkeypatch.setattr(Path, "read_text", read)
    assert microphone_in_use(tmp_path) is True


def test_what_may_not_be_read_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "asound" / "card0" / "pcm0c" / "sub0" / "status").mkdir(parents=True)
    assert microphone_in_use(tmp_path) is None


@pytest.mark.parametrize("status", [b"", b"\xff\xfe\x00", b"state\n", b"state: RUNNING-UP\n"])
def test_anything_else_is_nobody(tmp_path: Path, status: bytes) -> None:
    stream(tmp_path, "card0/pcm0c/sub0", status)
    assert microphone_in_use(tmp_path) is False


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_it_is_not_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    stream(tmp_path, "card0/pcm0c/sub0", RUNNING)
    monkeypatch.setattr("sys.platform", platform)
    assert microphone_in_use(tmp_path) is None
