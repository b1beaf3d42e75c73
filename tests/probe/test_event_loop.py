"""The probe's loop: when its sockets were empty, and when it did not run."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from notifier.probe.event_loop import ProbeLoop, idle_until

ROOT = Path(__file__).resolve().parents[2]


def the_loop() -> ProbeLoop:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, ProbeLoop)
    return loop


async def test_waiting_loops_are_known_to_be_idle() -> None:
    loop = the_loop()
    began = loop.time()
    for _ in range(5):
        await asyncio.sleep(0.002)
    assert began < loop.idle_until <= loop.time()


async def test_what_came_while_the_loop_was_busy_came_after_it_was_idle() -> None:
    loop = the_loop()
    here, there = socket.socketpair()
    seen = asyncio.Event()
    with here, there:
        here.setblocking(False)
        loop.add_reader(here, seen.set)
        await asyncio.sleep(0.005)
        sent = loop.time()
        there.send(b"x")
        time.sleep(0.05)  # noqa: ASYNC251 - a callback that takes long
        await seen.wait()
        loop.remove_reader(here)
    assert loop.idle_until <= sent
    stalls = loop.stalls.between(0.0, loop.time())
    assert any(stall.start <= sent and stall.end >= sent + 0.05 for stall in stalls)


async def test_a_loop_never_says_it_was_idle_while_something_is_unread() -> None:
    loop = the_loop()
    here, there = socket.socketpair()
    with here, there:
        here.setblocking(False)
        loop.add_reader(here, lambda: None)
        await asyncio.sleep(0.005)
        sent = loop.time()
        there.send(b"x")
        for _ in range(20):
            await asyncio.sleep(0.001)
        loop.remove_reader(here)
    assert loop.idle_until <= sent


def test_another_loop_says_nothing() -> None:
    loop = asyncio.new_event_loop()
    try:
        assert idle_until(loop) == float("-inf")
    finally:
        loop.close()


async def test_threads_and_timers_wake_it() -> None:
    loop = the_loop()
    began = loop.time()
    assert await loop.run_in_executor(None, lambda: 7) == 7
    await asyncio.sleep(0.03)
    assert loop.time() - began >= 0.03


_STOPPED = """
import asyncio, json, sys
from notifier.probe.event_loop import ProbeLoop

async def main():
    loop = asyncio.get_running_loop()
    began = loop.time()
    print("ready", flush=True)
    await loop.run_in_executor(None, sys.stdin.readline)
    found = loop.stalls.between(began, loop.time())
    print(json.dumps([stall.end - stall.start for stall in found]))

with asyncio.Runner(loop_factory=ProbeLoop) as runner:
    runner.run(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGSTOP")
def test_a_process_that_was_stopped_knows_it_though_nothing_was_due() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _STOPPED],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(0.1)
        child.send_signal(signal.SIGSTOP)
        time.sleep(0.08)
        child.send_signal(signal.SIGCONT)
        time.sleep(0.05)
        child.stdin.write("done\n")
        child.stdin.close()
        stalls = json.loads(child.stdout.readline())
    assert child.returncode == 0
    assert any(stall >= 0.07 for stall in stalls)
