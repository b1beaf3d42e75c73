"""The rhythm of looking and asking, on loops and on threads, and getStats that misbehave."""

import asyncio
import concurrent.futures
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from notifier.calls.client import sampling
from notifier.calls.client.sampling import Sampler
from tests.calls.fake_peer import FakePeer, entry
from tests.calls.small_program import until
from tests.calls.talking import until as until_so


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampling, "INTERVAL", 0.02)
    monkeypatch.setattr(sampling, "STATS_LIMIT", 0.1)
    monkeypatch.setattr(sampling, "LATE_LIMIT", 0.02)


class Taken:
    """Who wants the reports."""

    def __init__(self) -> None:
        self.reports: list[object] = []
        self.looks = 0
        self.connected = True

    def look(self) -> bool:
        self.looks += 1
        return self.connected

    def sampler(self, peer: object, loop: asyncio.AbstractEventLoop | None = None) -> Sampler:
        return Sampler(peer, look=self.look, take=self.reports.append, loop=loop)


def loop() -> asyncio.AbstractEventLoop:
    return asyncio.get_running_loop()


def _threads() -> list[threading.Thread]:
    return [t for t in threading.enumerate() if t.name == "call-notifier-sampling"]


def _soon() -> Callable[[], Any]:
    async def answer() -> list[dict[str, Any]]:
        await asyncio.sleep(0.001)
        return [entry()]

    return answer


def _in_future() -> concurrent.futures.Future[Any]:
    future: concurrent.futures.Future[Any] = concurrent.futures.Future()
    threading.Timer(0.005, future.set_result, [[entry()]]).start()
    return future


@pytest.mark.parametrize("answer", [lambda: [entry()], _soon(), _in_future])
async def test_on_a_loop(answer: Callable[[], Any]) -> None:
    taken, peer = Taken(), FakePeer()
    peer.answer = answer
    sampler = taken.sampler(peer, loop())
    await until_so(lambda: len(taken.reports) >= 3)
    assert taken.reports[0] == [entry()]
    assert not _threads()
    sampler.stop()
    await asyncio.sleep(0.05)
    count = len(taken.reports)
    await asyncio.sleep(0.1)
    assert len(taken.reports) == count


@pytest.mark.parametrize("answer", [lambda: [entry()], _soon(), _in_future])
def test_on_threads(answer: Callable[[], Any]) -> None:
    taken, peer = Taken(), FakePeer()
    peer.answer = answer
    sampler = taken.sampler(peer)
    until(lambda: len(taken.reports) >= 3, "reports")
    assert taken.reports[0] == [entry()]
    sampler.stop()
    until(lambda: not _threads(), "the end of the threads")


def test_a_stop_just_as_the_thread_begins_to_ask_is_heard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken, peer = Taken(), FakePeer()
    taken.connected = False
    sampler = taken.sampler(peer)
    clear = sampler._asked.clear

    def stopped_meanwhile() -> None:
        sampler.stop()
        clear()

    monkeypatch.setattr(sampler._asked, "clear", stopped_meanwhile)
    taken.connected = True
    until(lambda: not _threads(), "the end of the threads")


async def test_what_is_not_connected_is_looked_at_and_not_asked() -> None:
    taken, peer = Taken(), FakePeer()
    taken.connected = False
    sampler = taken.sampler(peer, loop())
    await until_so(lambda: taken.looks >= 3)
    assert peer.asked == 0
    taken.connected = True
    await until_so(lambda: peer.asked > 0)
    sampler.stop()


def _raises() -> Any:
    raise RuntimeError("no statistics")


async def _raises_later() -> Any:
    raise RuntimeError("no statistics")


@pytest.mark.parametrize("answer", [_raises, _raises_later])
@pytest.mark.parametrize("on_loop", [True, False])
async def test_a_get_stats_that_raises_is_asked_again(
    answer: Callable[[], Any], on_loop: bool
) -> None:
    taken, peer = Taken(), FakePeer()
    peer.answer = answer
    sampler = taken.sampler(peer, loop() if on_loop else None)
    await until_so(lambda: peer.asked >= 3)
    assert taken.reports == []
    peer.answer = lambda: [entry()]
    await until_so(lambda: taken.reports)
    sampler.stop()


async def test_a_get_stats_that_hangs_on_a_loop_is_given_up() -> None:
    taken, peer = Taken(), FakePeer()
    ended: list[bool] = []

    async def hang() -> None:
        try:
            await asyncio.sleep(100)
        finally:
            ended.append(True)

    peer.answer = hang
    sampler = taken.sampler(peer, loop())
    await until_so(lambda: ended)
    assert peer.asked == 1  # never two at once
    assert taken.looks > 1  # and its states are still looked at
    peer.answer = lambda: [entry()]
    await until_so(lambda: taken.reports)
    sampler.stop()


async def test_one_that_can_not_be_given_up_is_not_asked_again() -> None:
    taken, peer = Taken(), FakePeer()
    free = asyncio.Event()

    async def stubborn() -> list[Any]:
        while not free.is_set():
            try:
                await free.wait()
            except asyncio.CancelledError:
                continue
        return []

    peer.answer = stubborn
    sampler = taken.sampler(peer, loop())
    await asyncio.sleep(0.3)
    assert peer.asked == 1
    free.set()
    await until_so(lambda: peer.asked > 1)
    sampler.stop()


def test_a_get_stats_that_hangs_on_a_thread_stops_nothing_but_itself() -> None:
    taken, peer = Taken(), FakePeer()
    free = threading.Event()
    peer.answer = lambda: free.wait(20) and [entry()]
    sampler = taken.sampler(peer)
    until(lambda: taken.looks >= 5, "looks")
    assert peer.asked == 1
    free.set()
    until(lambda: len(taken.reports) >= 2, "reports")
    sampler.stop()


async def test_a_dear_get_stats_is_asked_less_often() -> None:
    taken, peer = Taken(), FakePeer()

    def dear() -> list[Any]:
        time.sleep(0.03)
        return []

    peer.answer = dear
    sampler = taken.sampler(peer, loop())
    await asyncio.sleep(1.0)
    sampler.stop()
    # 30 ms of work need 300 ms from one to the next, where every 20 ms was asked for.
    assert 1 <= peer.asked <= 4


async def test_the_rhythm_does_not_drift_and_is_not_made_up_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sampling, "INTERVAL", 0.1)
    monkeypatch.setattr(sampling, "LATE_LIMIT", 0.05)
    taken, peer = Taken(), FakePeer()
    sampler = taken.sampler(peer, loop())
    await asyncio.sleep(0.05)
    time.sleep(0.6)  # noqa: ASYNC251 - the application is busy: six looks are missed
    await asyncio.sleep(0.35)
    sampler.stop()
    assert 2 <= taken.looks <= 5


async def test_a_thread_leaves_a_connection_to_its_loop() -> None:
    taken, peer = Taken(), FakePeer()
    where: set[int] = set()

    def answer() -> list[Any]:
        where.add(threading.get_ident())
        return []

    peer.answer = answer
    sampler = taken.sampler(peer)
    await until_so(lambda: where)
    assert threading.get_ident() not in where
    sampler.adopt(loop())
    # The one on the thread's way still comes through.
    await until_so(lambda: threading.get_ident() in where)
    taken.reports.clear()
    sampler.stop()
    await until_so(lambda: not _threads())


def test_a_loop_that_is_closed_strands_its_connection() -> None:
    taken, peer = Taken(), FakePeer()

    async def begin() -> Sampler:
        return taken.sampler(peer, loop())

    sampler = asyncio.run(begin())
    assert sampler.stranded
    on_thread = taken.sampler(peer)
    assert not on_thread.stranded
    on_thread.stop()


async def test_what_comes_after_the_end_is_not_taken() -> None:
    taken, peer = Taken(), FakePeer()
    free = asyncio.Event()

    async def late() -> list[Any]:
        await free.wait()
        return [entry()]

    peer.answer = late
    sampler = taken.sampler(peer, loop())
    await until_so(lambda: peer.asked)
    sampler.stop()
    free.set()
    await asyncio.sleep(0.05)
    assert taken.reports == []
