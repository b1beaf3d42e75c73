"""The Python client in real calls of aiortc, and with the real feed."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from notifier.calls.address import address_of_this_user
from notifier.calls.client import CallStats, FabricEvent, FabricUsage, reporter, sampling, transport
from notifier.calls.client.backlog import Backlog
from notifier.calls.messages import Acknowledgement, FabricAdd, IceState, Incoming, Stats
from notifier.calls.stats.dialect import read
from tests.calls.keeping_program import lines_of
from tests.calls.loopback_call import connect, pair
from tests.calls.talking import Recorder, feed_at, until

ROOT = Path(__file__).parents[3]

CONFERENCE = "conference-1"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "RETRY_SECONDS", (0.05, 0.1))
    monkeypatch.setattr(reporter, "AGAIN_LIMIT", 0.0)


@pytest.fixture
def address() -> str:
    return address_of_this_user()


@asynccontextmanager
async def client(user: str = "alice") -> AsyncIterator[CallStats]:
    found = CallStats()
    assert found.initialize("app", None, user).status == "success"
    yield found
    found.close()
    await asyncio.sleep(0.05)


def backlog(client: CallStats) -> Backlog:
    assert client._reporter is not None
    return client._reporter.transport.backlog


def of(recorder: Recorder, kind: type[Incoming]) -> list[Any]:
    return [message for message in recorder.messages if isinstance(message, kind)]


def acknowledging() -> Recorder:
    recorder = Recorder()

    def acknowledge(connection: Any, message: Incoming) -> None:
        if message.seq is not None:
            connection.send(Acknowledgement(seq=message.seq))

    recorder.then = acknowledge
    return recorder


async def test_a_real_call(address: str) -> None:
    recorder = acknowledging()
    async with feed_at(address, recorder), client() as stats, pair() as (caller, callee):
        added = stats.add_new_fabric(caller, "bob", FabricUsage.MULTIPLEX, CONFERENCE)
        assert added.status == "success"
        await connect(caller, callee)
        await until(lambda: len(of(recorder, Stats)) >= 3)
        await caller.close()
        await until(lambda: recorder.count("received") and "Leave" in recorder.happened[-1][1])
        await until(lambda: len(backlog(stats)) == 0)

    states = [(m.changed_state, m.new_state) for m in of(recorder, IceState)]
    by_name = {
        name: [new for changed, new in states if changed == name]
        for name in ("signalingState", "iceConnectionState", "iceGatheringState", "connectionState")
    }
    assert by_name == {
        "signalingState": ["have-local-offer", "stable", "closed"],
        "iceConnectionState": ["checking", "completed"],
        "iceGatheringState": ["gathering", "complete"],
        "connectionState": ["connecting", "connected"],
    }
    last = of(recorder, Stats)[-1]
    entries: dict[tuple[str, str], dict[str, Any]] = {
        (one["type"], one.get("kind", "")): one for one in last.stats
    }
    for media in ("audio", "video"):
        assert entries["outbound-rtp", media]["packetsSent"] > 0
        assert entries["outbound-rtp", media]["bytesSent"] > 0
        assert entries["inbound-rtp", media]["packetsReceived"] > 0
        assert isinstance(entries["inbound-rtp", media]["ssrc"], int)
    assert entries["transport", ""]["dtlsState"] == "connected"
    # Times are in milliseconds, of the same clock as the message's own.
    assert all(abs(one["timestamp"] - last.timestamp) < 10_000 for one in last.stats)
    # And what the program makes of them has all four streams.
    streams = read(last.stats)
    assert {(s.direction, s.media) for s in streams.streams} == {
        (direction, media) for direction in ("inbound", "outbound") for media in ("audio", "video")
    }
    first, second = (m.timestamp for m in of(recorder, Stats)[:2])
    assert 500 < second - first < 3000


async def test_both_ends_in_one_process(address: str) -> None:
    recorder = acknowledging()
    async with (
        feed_at(address, recorder),
        client("alice") as first,
        client("bob") as second,
        pair() as (caller, callee),
    ):
        first.add_new_fabric(caller, "bob", "multiplex", CONFERENCE)
        second.add_new_fabric(callee, "alice", "multiplex", CONFERENCE)
        await connect(caller, callee)
        await until(lambda: len({m.call_id for m in of(recorder, Stats)}) == 2)
    assert len({connection.hello.client_id for connection in recorder.connections}) == 2


async def test_reported_from_another_thread_than_the_calls(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As programs with windows do: the events tell which loop getStats belongs on."""
    monkeypatch.setattr(sampling, "INTERVAL", 0.1)
    recorder = acknowledging()
    async with feed_at(address, recorder), pair() as (caller, callee):
        stats = CallStats()

        def report() -> None:
            assert stats.initialize("app", None, "alice").status == "success"
            assert stats.add_new_fabric(caller, "bob", "multiplex", "c").status == "success"

        await asyncio.to_thread(report)
        await connect(caller, callee)
        await until(lambda: len(of(recorder, Stats)) >= 3)
        assert stats._reporter is not None
        (fabric,) = stats._reporter._fabrics.values()
        assert fabric._sampler is not None
        assert fabric._sampler._loop is asyncio.get_running_loop()
        stats.close()


async def test_reported_from_a_thread_when_it_is_connected_already(address: str) -> None:
    recorder = acknowledging()
    async with feed_at(address, recorder), pair() as (caller, callee):
        await connect(caller, callee)
        await until(lambda: caller.connectionState == "connected")
        stats = CallStats()

        def report() -> None:
            assert stats.initialize("app", None, "alice").status == "success"
            assert stats.add_new_fabric(caller, "bob", "multiplex", "c").status == "success"

        await asyncio.to_thread(report)
        await until(lambda: of(recorder, Stats))
        stats.close()


async def test_the_call_goes_on_without_a_program() -> None:
    async with client() as stats, pair() as (caller, callee):
        assert stats.add_new_fabric(caller, "bob", "multiplex", CONFERENCE).status == "success"
        await connect(caller, callee)
        await until(lambda: caller.connectionState == "connected")
        await until(lambda: len(backlog(stats)) > 10)


class Program:
    """The program in a process of its own, to be killed."""

    def __init__(self, address: str, kept: Path) -> None:
        self._arguments = [sys.executable, "-m", "tests.calls.keeping_program", address, str(kept)]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(self._arguments, cwd=ROOT, stdout=subprocess.PIPE)
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == b"ready\n"

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            assert self._process.stdout is not None
            self._process.stdout.close()
            self._process = None


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept.jsonl"


@pytest.fixture
def program(address: str, kept: Path) -> Iterator[Program]:
    found = Program(address, kept)
    yield found
    found.kill()


async def test_a_program_that_is_killed_and_comes_back(
    program: Program, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing that was acknowledged is lost, the rest is said again, and the order is kept."""
    monkeypatch.setattr(sampling, "INTERVAL", 0.05)
    async with client() as stats, pair() as (caller, callee):
        await asyncio.to_thread(program.start)
        stats.add_new_fabric(caller, "bob", "multiplex", CONFERENCE)
        queue = backlog(stats)
        await connect(caller, callee)
        for downtime in (0.0, 0.5, 0.1):
            # Killed wherever it is: mostly with messages in its hands that it has not kept.
            await asyncio.sleep(0.75)
            await asyncio.to_thread(program.kill)
            before = len(queue)
            await asyncio.sleep(downtime)
            assert len(queue) >= before
            await asyncio.to_thread(program.start)
        await asyncio.sleep(0.5)
        stats.send_fabric_event(caller, FabricEvent.FABRIC_TERMINATED, CONFERENCE)
        await until(lambda: len(queue) == 0)
        assert queue.dropped == 0
        next_seq = queue._next

    lines = [line["message"] for line in lines_of(kept)]
    numbered = [message["seq"] for message in lines if message["seq"] is not None]
    assert numbered == list(range(next_seq))
    assert next_seq > 20
    assert lines[-1]["type"] == "conference.leave"
    again = [message for message in lines if message["seq"] is None]
    # Each time it came back, it was told first which call this is; and as it was then.
    assert [m["type"] for m in again].count("conference.join") == 3
    assert [m["type"] for m in again].count("fabric.add") == 3
    added = {m["timestamp"] for m in lines if m["type"] == "fabric.add"}
    assert len(added) == 1
    assert "completed" in {m.get("newState") for m in again}
    times = [m["timestamp"] for m in lines if m["type"] == "stats"]
    assert times == sorted(times)


async def test_a_feed_that_stops_and_starts_in_the_same_process(address: str) -> None:
    recorder = acknowledging()
    async with client() as stats, pair() as (caller, callee):
        stats.add_new_fabric(caller, "bob", "multiplex", CONFERENCE)
        for number in range(3):
            async with feed_at(address, recorder):
                await until(lambda: recorder.count("opened") == number + 1)  # noqa: B023
                if number == 0:
                    await connect(caller, callee)
                seen = len(recorder.messages)
                await until(lambda: len(recorder.messages) > seen + 1)  # noqa: B023
    numbers = [m.seq for m in recorder.messages if m.seq is not None]
    # Handlers that forget are told of all that was not acknowledged, in its order.
    assert sorted(set(numbers)) == list(range(max(numbers) + 1))
    assert len(of(recorder, FabricAdd)) == 3
