"""What the client costs a process that imports it, and how it ends with it."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from notifier.calls.address import address_of_this_user
from tests.calls.small_program import SmallProgram, small_program

ROOT = Path(__file__).parents[3]

LIMIT = 60.0


def run(code: str, *arguments: str) -> str:
    """Run Python code in a process of its own; its standard output. It has to end well, silent."""
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
        env=os.environ,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


@pytest.fixture
def program() -> Iterator[SmallProgram]:
    with small_program(address_of_this_user()) as found:
        yield found


def test_it_imports_neither_windows_nor_webrtc() -> None:
    found = json.loads(
        run("import json, sys, notifier.calls.client; print(json.dumps(sorted(sys.modules)))")
    )
    assert "notifier.calls.client" in found
    heavy = ("PySide6", "shiboken6", "qasync", "aiortc", "aioice", "av", "numpy", "keyring")
    assert not {name for name in found if name.split(".")[0] in heavy}
    # Of our own: the protocol and the client's rooms alone.
    ours = {name for name in found if name.startswith("notifier.")}
    assert all(name.startswith(("notifier.calls", "notifier.sentence")) for name in ours)
    assert "notifier.calls.feed.server" not in ours


_CALL = """
import sys, time
from notifier.calls.client import CallStats
from tests.calls.fake_peer import FakePeer

client, peer = CallStats(), FakePeer()
client.initialize("app", None, "alice")
client.add_new_fabric(peer, "bob", "audio", "conference-1")
peer.ice("connected")
"""


def test_a_process_that_ends_leaves_its_calls(program: SmallProgram) -> None:
    run(_CALL + "time.sleep(1.2)")
    (leave,) = program.wait(1, "conference.leave")
    assert leave["callId"] == program.of("conference.join")[0]["callId"]
    assert program.of("stats")


def test_a_process_that_ends_at_once_has_said_everything(program: SmallProgram) -> None:
    run(_CALL + "client.send_user_feedback('conference-1', {'userID': 'alice', 'overall': 2})")
    program.wait(1, "conference.leave")
    kinds = [message["type"] for message in program.messages]
    assert kinds == ["conference.join", "fabric.add", "ice.state", "feedback", "conference.leave"]


def test_a_process_that_raises_has_said_everything(program: SmallProgram) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CALL + "raise SystemExit(3)"], cwd=ROOT, timeout=LIMIT, check=False
    )
    assert done.returncode == 3
    program.wait(1, "conference.leave")


_TIMED = _CALL + "import atexit; begun = time.monotonic(); "
_END = "atexit._run_exitfuncs(); print(time.monotonic() - begun)"


def test_without_the_program_a_process_ends_at_once() -> None:
    assert float(run(_TIMED + _END)) < 0.5


def test_a_program_that_never_reads_holds_the_end_up_for_half_a_second() -> None:
    with small_program(address_of_this_user(), reads=False):
        filled = (
            "import itertools\n"
            "for n in range(400):\n"
            "    client.report_error(peer, 'conference-1', 'applicationLog', 'x' * 20000)\n"
            "time.sleep(0.5); begun = time.monotonic(); "
        )
        assert 0.4 < float(run(_TIMED + "\n" + filled + _END)) < 2.0


def test_a_get_stats_that_hangs_does_not_hold_the_end_up(program: SmallProgram) -> None:
    begun = time.monotonic()
    run("import time\n" + _CALL + "peer.answer = lambda: time.sleep(1000)\ntime.sleep(1.5)")
    assert time.monotonic() - begun < 30
    program.wait(1, "conference.leave")


def test_a_call_on_a_loop_that_is_cancelled(program: SmallProgram) -> None:
    """With -X dev and warnings as errors: no task and no coroutine is left behind."""
    run(
        """
import asyncio
from notifier.calls.client import CallStats
from tests.calls.fake_peer import FakePeer

async def hang():
    await asyncio.sleep(1000)

async def main():
    client, peer = CallStats(), FakePeer()
    peer.answer = hang
    client.initialize("app", None, "alice")
    client.add_new_fabric(peer, "bob", "audio", "conference-1")
    peer.ice("connected")
    await asyncio.sleep(1.3)
    assert peer.asked == 1

asyncio.run(main())
"""
    )
    program.wait(1, "conference.leave")
