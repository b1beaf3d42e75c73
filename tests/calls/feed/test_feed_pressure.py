"""Floods, and clients that do not read: on the loop of asyncio, and on that of the windows."""

import asyncio
import gc
import json
import os
import struct
import sys
import time
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from websockets.asyncio.client import connect
from websockets.typing import Origin

from notifier.calls.address import address_of_this_user
from notifier.calls.feed import connection as connection_module
from notifier.calls.feed.connection import Connection
from notifier.calls.feed.pace import BURST, RATE, TURN_S, Allowance, Turns, cost_of
from notifier.calls.messages import Acknowledgement, Incoming, StatsCallback
from notifier.calls.policy import FeedPolicy
from tests.calls.talking import (
    LIMIT_S,
    TOKEN,
    Lateness,
    Recorder,
    Talker,
    feed_at,
    hello,
    log_line,
    until,
)

os.environ["QT_API"] = "pyside6"
import qasync

pytestmark = pytest.mark.alone  # how late a loop is depends on who else wants the processor

_ROOT = Path(__file__).parents[3]

Run = Callable[[Coroutine[Any, Any, None]], None]


@pytest.fixture(params=["asyncio", "qasync"])
def run(request: pytest.FixtureRequest) -> Iterator[Run]:
    """Run a coroutine on one loop or the other."""
    if request.param == "asyncio":
        loop: asyncio.AbstractEventLoop = asyncio.new_event_loop()
    else:
        application = request.getfixturevalue("qapp")
        assert isinstance(application, QApplication)
        application.setQuitOnLastWindowClosed(False)
        loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    yield lambda coroutine: loop.run_until_complete(asyncio.wait_for(coroutine, 2 * LIMIT_S))
    loop.close()
    asyncio.set_event_loop(None)


def test_a_conversation(run: Run) -> None:
    async def talk() -> None:
        handler = Recorder()
        handler.then = lambda connection, message: connection.send(Acknowledgement(seq=1))
        policy = FeedPolicy(origins=("https://a.example",))
        address = address_of_this_user()
        async with feed_at(address, handler, policy=policy, websocket_port=0) as feed:
            talker = await Talker.at(address, hello("program"))
            talker.say(log_line())
            assert (await talker.hear())["type"] == "ack"
            page = f"ws://localhost:{feed.websocket_port}"
            async with connect(page, origin=Origin("https://a.example")) as web:
                await web.send(json.dumps(hello("page", token=TOKEN)))
                assert json.loads(await web.recv())["type"] == "welcome"
            await until(lambda: handler.count("closed"))
            feed.set_policy(FeedPolicy())
            assert feed.websocket_port is None
            await talker.close()
            await until(lambda: handler.count("closed") == 2)

    run(talk())


@pytest.mark.parametrize("length", [200, 20_000])
def test_a_flood_does_not_take_the_loop(run: Run, length: int) -> None:
    async def flood() -> None:
        handler = Recorder()
        seconds = 1.5
        address = address_of_this_user()
        async with feed_at(address, handler):
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.calls.flood"),
                *(address, f"{seconds}", "10000", f"{length}"),
                cwd=_ROOT,
                stdout=asyncio.subprocess.PIPE,
            )
            try:
                await until(lambda: handler.count("opened"))
                began = time.monotonic()
                lateness = Lateness()
                # Somebody else is served meanwhile.
                other = await Talker.at(address, hello("other"))
                other.say(log_line())
                await until(lambda: ("received", "Log") in handler.happened)
                served = time.monotonic() - began
                await other.close()
                await process.communicate()
                late = await lateness.end()
                took = time.monotonic() - began
            finally:
                if process.returncode is None:
                    process.kill()
        got = handler.count("received") * cost_of(length)
        assert got <= BURST + RATE * (took + 1)
        assert got >= 200
        # Machines that run tests are busy themselves, hence no maximum here but in the benchmark.
        assert late[len(late) * 9 // 10] < 0.05
        assert served < 1

    run(flood())


async def test_connecting_anew_is_no_way_to_send_more() -> None:
    handler = Recorder()
    address = address_of_this_user()
    began = time.monotonic()
    async with feed_at(address, handler):
        for _ in range(5):
            talker = await Talker.at(address, hello("again"))
            talker.say(*(log_line(n) for n in range(900)))
            await talker.close()
            await until(lambda: handler.happened[-1] == ("closed", "again"))
    assert len(handler.messages) == 4500
    assert time.monotonic() - began > (4500 - BURST) / RATE - 0.1


def test_a_queue_of_a_client_that_was_away_is_taken_at_once(run: Run) -> None:
    async def drain() -> None:
        handler = Recorder()
        address = address_of_this_user()
        async with feed_at(address, handler):
            talker = await Talker.at(address, hello())
            began = time.monotonic()
            talker.say(*(log_line(n) for n in range(2100)))
            await until(lambda: len(handler.messages) == 2100)
            assert time.monotonic() - began < 5
            await talker.close()

    run(drain())


def _callback() -> StatsCallback:
    return StatsCallback(call_id="c", fabric_id="f", stats={"filler": "x" * 10_000})


def test_a_client_that_does_not_read_loses_callbacks_and_then_its_connection(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_module, "SLOW_S", 0.5)

    async def ignore() -> None:
        handler = Recorder()
        address = address_of_this_user()
        async with feed_at(address, handler):
            talker = await Talker.at(address, hello())
            talker.reader._transport.pause_reading()  # type: ignore[attr-defined]
            connection = handler.connections[0]
            for _ in range(2000):
                connection.send(_callback())
            assert connection.dropped > 1900
            assert handler.count("closed") == 0
            await until(lambda: handler.count("closed"))
            talker.reader._transport.resume_reading()  # type: ignore[attr-defined]
            await talker.close()

    run(ignore())


def test_one_that_reads_again_in_time_is_kept(run: Run) -> None:
    async def pause() -> None:
        handler = Recorder()
        address = address_of_this_user()
        async with feed_at(address, handler):
            talker = await Talker.at(address, hello())
            talker.reader._transport.pause_reading()  # type: ignore[attr-defined]
            connection = handler.connections[0]
            while not connection.dropped:
                connection.send(_callback())
            # While it does not read, nothing of it is worked on, lest answers pile up.
            talker.say(log_line())
            await asyncio.sleep(0.1)
            assert handler.count("received") == 0
            talker.reader._transport.resume_reading()  # type: ignore[attr-defined]
            connection.send(Acknowledgement(seq=5))
            while (await talker.hear())["type"] != "ack":
                pass
            await until(lambda: handler.count("received"))
            await talker.close()

    run(pause())


def test_what_may_not_be_dropped_is_bounded_too(run: Run) -> None:
    async def ignore() -> None:
        handler = Recorder()

        def send(connection: Connection, message: Incoming) -> None:
            for seq in range(300_000):
                connection.send(Acknowledgement(seq=seq))
            # Never from within send: whoever goes through all connections may go on.
            assert handler.count("closed") == 0

        handler.then = send
        address = address_of_this_user()
        async with feed_at(address, handler):
            talker = await Talker.at(address, hello())
            talker.reader._transport.pause_reading()  # type: ignore[attr-defined]
            talker.say(log_line())
            await until(lambda: handler.count("closed"))
            talker.reader._transport.resume_reading()  # type: ignore[attr-defined]
            await talker.close()

    run(ignore())


async def test_it_does_not_keep_what_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    handler = Recorder()
    address = address_of_this_user()
    async with feed_at(address, handler):
        for n in range(30):
            talker = await Talker.at(address, hello(f"{n}"))
            talker.say(log_line())
            talker.writer.write(struct.pack("<I", 900_000) + bytes(100_000))
            await talker.writer.drain()
            await talker.close()
        await until(lambda: handler.count("closed") == 30)
        handler.connections.clear()
        await asyncio.sleep(0.05)
        gc.collect()
        assert not [thing for thing in gc.get_objects() if isinstance(thing, Connection)]


def test_an_allowance_is_spent_and_comes_back() -> None:
    allowance = Allowance(100.0, rate=10, burst=5)
    for _ in range(5):
        assert allowance.wait(100.0) == 0
        allowance.spend(1)
    assert allowance.wait(100.0) == pytest.approx(0.1)
    assert allowance.wait(100.1) == 0
    allowance.spend(cost_of(1_000_000))
    assert allowance.wait(100.1) == pytest.approx(6.2, abs=0.2)
    assert allowance.wait(106.5) == 0
    for _ in range(5):
        assert allowance.wait(1000.0) == 0
        allowance.spend(1)
    assert allowance.wait(1000.0) > 0


async def test_turns_are_short_and_fair() -> None:
    """Three that always have work, which takes 1 ms a piece: others still get half of the time."""
    turns = Turns(asyncio.get_running_loop())
    steps = [0, 0, 0]

    class Busy:
        def __init__(self, number: int) -> None:
            self.number = number

        def step(self) -> bool:
            end = time.perf_counter() + 0.001
            while time.perf_counter() < end:
                pass
            steps[self.number] += 1
            return steps[self.number] < 100

    for number in range(3):
        turns.stand(Busy(number))
    await asyncio.sleep(0.05)
    assert steps == [0, 0, 0]
    turns.open()
    began = time.perf_counter()
    lateness = Lateness()
    while sum(steps) < 300:
        before = sum(steps)
        await asyncio.sleep(0)
        assert sum(steps) - before <= TURN_S / 0.001 + 1
        assert max(steps) - min(steps) <= 1 or max(steps) == 100
        await asyncio.sleep(0.001)
    await lateness.end()
    assert time.perf_counter() - began > 0.55


@pytest.mark.allow_log("by a mistake of ours")
async def test_a_mistake_costs_one_its_turns_and_nobody_else() -> None:
    turns = Turns(asyncio.get_running_loop())
    worked = asyncio.Event()

    class Wrong:
        def step(self) -> bool:
            raise RuntimeError("a mistake")

    class Right:
        def step(self) -> bool:
            worked.set()
            return False

    turns.open()
    turns.stand(Wrong())
    turns.stand(Right())
    await asyncio.wait_for(worked.wait(), LIMIT_S)
    worked.clear()
    turns.stand(Right())
    await asyncio.wait_for(worked.wait(), LIMIT_S)
