"""The client on the event loop of a program with windows."""

import asyncio
import threading
from typing import Any

import qasync
from PySide6.QtWidgets import QApplication

from notifier.calls.address import address_of_this_user
from notifier.calls.client import CallStats
from tests.calls.fake_peer import FakePeer, entry
from tests.calls.small_program import small_program
from tests.calls.talking import until


def test_on_the_loop_of_windows(qapp: QApplication) -> None:
    told: list[tuple[Any, ...]] = []
    where: set[int] = set()
    peer = FakePeer()

    async def answer() -> list[Any]:
        where.add(threading.get_ident())
        await asyncio.sleep(0.01)
        return [entry()]

    def note(*arguments: Any) -> None:
        where.add(threading.get_ident())
        told.append(arguments)

    async def call() -> None:
        client = CallStats()
        client.initialize("app", None, "alice", note)
        peer.answer = answer
        client.add_new_fabric(peer, "bob", "audio", "conference-1", note)
        peer.ice("connected")
        await until(lambda: program.of("stats") and len(told) == 2)
        client.close()

    with small_program(address_of_this_user()) as program:
        loop = qasync.QEventLoop(qapp)
        try:
            loop.run_until_complete(call())
        finally:
            loop.close()
        program.wait(1, "conference.leave")
    assert where == {threading.get_ident()}
    assert {arguments[0] for arguments in told} == {"success"}
