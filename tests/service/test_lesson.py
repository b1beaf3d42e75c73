"""The process that learns what is usual: what it is asked, and what it answers."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from notifier.probe.child import python_module
from notifier.service.lesson import Lesson

COMMAND = python_module("notifier.service.lesson")


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    """Of a history that is not there: it says nothing."""
    return Lesson(history=str(tmp_path / "none"), network_id="1" * 32, now_ms=1e12, models=True)


def learn(line: bytes, command: tuple[str, ...] = COMMAND) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, input=line, capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"", b"truncated"),
        (b"{\n", b"truncated"),
        (b'{"history": "x", "network_id": 1}\n', b"network_id"),
    ],
)
def test_a_bad_lesson_is_told(line: bytes, words: bytes) -> None:
    done = learn(line)
    assert done.returncode == 1
    assert done.stdout == b""
    assert done.stderr.startswith(b"the habit cannot be learnt: ")
    assert words in done.stderr
    assert done.stderr.count(b"\n") == 1


_NOISY = """
import os, sys
from notifier.service import lesson
real = lesson.profile_of
def profile_of(asked):
    os.write(1, b"[LightGBM] [Info] noise\\n")
    return real(asked)
lesson.profile_of = profile_of
status = lesson.main()
if sys.platform != "win32":
    os.write(2, b"nice %d" % os.nice(0))
sys.exit(status)
"""


def test_native_noise_does_not_spoil_the_answer_and_all_others_come_first(lesson: Lesson) -> None:
    done = learn(msgspec.json.encode(lesson) + b"\n", (sys.executable, "-c", _NOISY))
    assert (done.returncode, done.stdout) == (0, b"null\n")
    assert b"noise" in done.stderr
    assert sys.platform == "win32" or done.stderr.endswith(b"nice 19")
