"""The examples that people copy from: they run, with the program and without it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from notifier.calls.address import address_of_this_user
from tests.calls.keeping_program import lines_of

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "docs/examples"

LIMIT = 60.0

WELCOMED = "success: the program has welcomed"


def run(name: str, seconds: float) -> str:
    """Run one; its standard output."""
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / name), "--seconds", str(seconds)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "The call is over." in done.stdout
    return done.stdout


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Path]:
    """The program; what it kept."""
    path = tmp_path / "kept.jsonl"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.calls.keeping_program", address_of_this_user(), str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    yield path
    process.kill()
    process.wait()
    process.stdout.close()


def _messages(path: Path, last: str = "conference.leave") -> list[dict[str, Any]]:
    end = time.monotonic() + 20
    found: list[dict[str, Any]] = []
    while time.monotonic() < end:
        found = [line["message"] for line in lines_of(path)]
        if any(message["type"] == last for message in found):
            return found
        time.sleep(0.05)
    raise AssertionError(f"no {last} in {[m['type'] for m in found]}")


def _types(messages: list[dict[str, Any]]) -> list[str]:
    return [message["type"] for message in messages]


def test_the_call_of_aiortc(kept: Path) -> None:
    assert WELCOMED in run("aiortc_call.py", 3.5)
    messages = _messages(kept, "feedback")
    assert _types(messages)[:2] == ["conference.join", "fabric.add"]
    assert messages[0]["application"] == "aiortc_call"
    stats = [message["stats"] for message in messages if message["type"] == "stats"]
    assert len(stats) >= 2
    sent = {
        entry["kind"]: entry["bytesSent"] for entry in stats[-1] if entry["type"] == "outbound-rtp"
    }
    assert sent["audio"] > 5000  # a tone, and no silence
    assert sent["video"] > 20_000
    assert _types(messages)[-2:] == ["conference.leave", "feedback"]
    assert not any(message["type"] == "fabric.error" for message in messages)


def test_the_hidden_connection(kept: Path) -> None:
    assert WELCOMED in run("hidden_connection.py", 3.5)
    messages = _messages(kept)
    states = [m["newState"] for m in messages if m["type"] == "ice.state"]
    assert states == [
        "have-local-offer",
        *("checking", "gathering"),
        *("stable", "connected", "complete"),
        "closed",
        "closed",
    ]
    stats = [message["stats"] for message in messages if message["type"] == "stats"]
    assert len(stats) >= 2
    assert {entry["type"] for entry in stats[-1]} == {"outbound-rtp", "inbound-rtp"}
    (event,) = [m for m in messages if m["type"] == "fabric.event"]
    assert event["event"] == "audioMute"


@pytest.mark.parametrize("name", ["aiortc_call.py", "hidden_connection.py"])
def test_without_the_program_the_call_is_the_same(name: str) -> None:
    assert WELCOMED not in run(name, 0.5)
