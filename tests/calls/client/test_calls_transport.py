"""The client's way to a program that is missing, slow, deaf, gone, or none of ours."""

import os
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from notifier.calls.address import address_of_this_user
from notifier.calls.client import transport as module
from notifier.calls.client.transport import Transport
from notifier.calls.messages import (
    VERSION,
    ConferenceJoin,
    FabricAdd,
    Hello,
    Log,
    Outgoing,
    PrecallStop,
    Stats,
    Welcome,
)
from tests.calls.small_program import small_program, until


class Ear:
    """Hears what the transport tells."""

    def __init__(self) -> None:
        self.answers: list[Outgoing] = []
        self.losses = 0
        self.looks = 0
        self.broken = False

    def hello(self) -> Hello:
        return Hello(timestamp=0, version=VERSION, kind="python", client="t", client_id="id")

    def answered(self, message: Outgoing) -> None:
        self.answers.append(message)

    def lost(self) -> None:
        self.losses += 1

    def idle(self) -> None:
        self.looks += 1
        if self.broken:
            raise RuntimeError("broken")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RETRY_SECONDS", (0.02, 0.05))
    monkeypatch.setattr(module, "IDLE_SECONDS", 0.02)


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def address() -> str:
    return address_of_this_user()


@pytest.fixture
def transport(ear: Ear) -> Iterator[Transport]:
    found = Transport(ear)
    yield found
    found.finish(0.0)
    until(lambda: not _threads(), "the thread's end")


def _threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "call-notifier"]


def log(text: str = "line") -> Log:
    return Log(timestamp=5, call_id="c", message=text)


def logged(program_messages: list[dict[str, object]]) -> list[object]:
    return [message["message"] for message in program_messages]


def test_what_is_said_arrives_in_its_order(transport: Transport, address: str) -> None:
    with small_program(address) as program:
        transport.start()
        for number in range(200):
            transport.put(log(str(number)))
        assert logged(program.wait(200, "log")) == [str(number) for number in range(200)]
        until(lambda: len(transport.backlog) == 0, "all acknowledged")
        assert len(program.hellos) == 1
        assert program.hellos[0]["clientId"] == "id"


def test_a_program_that_comes_later_hears_everything(
    transport: Transport, ear: Ear, address: str
) -> None:
    transport.start()
    transport.put(log("before"))
    until(lambda: ear.losses >= 3, "attempts")
    with small_program(address) as program:
        transport.put(log("after"))
        assert logged(program.wait(2, "log")) == ["before", "after"]


def test_starting_twice_makes_one_thread(transport: Transport) -> None:
    transport.start()
    transport.start()
    assert len(_threads()) == 1


def test_what_was_not_acknowledged_is_said_again_after_another_connection(
    transport: Transport, address: str
) -> None:
    with small_program(address, acknowledges=False) as program:
        transport.start()
        transport.put(*(log(str(number)) for number in range(4)))
        program.wait(4, "log")
        program.say({"type": "ack", "seq": 1})
        until(lambda: len(transport.backlog) == 2, "the acknowledgement")
        program.messages.clear()
        program.hang_up()
        assert [m["seq"] for m in program.wait(2, "log")] == [2, 3]
        assert len(program.hellos) == 2


def test_the_welcome_says_what_is_kept(transport: Transport, address: str) -> None:
    transport.put(*(log(str(number)) for number in range(4)))
    with small_program(address, acknowledged=2, acknowledges=False) as program:
        transport.start()
        assert [m["seq"] for m in program.wait(1, "log")] == [3]


def test_a_program_without_memory_is_told_of_the_call_first(
    transport: Transport, address: str
) -> None:
    with small_program(address) as program:
        transport.start()
        transport.put(
            ConferenceJoin(timestamp=1, call_id="c", conference_id="x"),
            FabricAdd(timestamp=2, call_id="c", fabric_id="f"),
        )
        until(lambda: len(program.messages) == 2 and not len(transport.backlog), "all kept")
    with small_program(address) as program:
        transport.put(log())
        found = program.wait(3, "conference.join", "fabric.add", "log")
        assert [(m["type"], m["seq"]) for m in found] == [
            ("conference.join", None),
            ("fabric.add", None),
            ("log", 2),
        ]


def test_a_program_that_never_reads_costs_a_bounded_queue(
    transport: Transport, address: str
) -> None:
    big = Stats(timestamp=0, call_id="c", fabric_id="f", stats=[{"id": "x" * 20_000}])
    with small_program(address, reads=False) as program:
        transport.start()
        until(lambda: transport.welcome is not None, "the welcome")
        transport.put(ConferenceJoin(timestamp=1, call_id="c", conference_id="x"))
        longest = 0.0
        for _ in range(1000):
            begun = time.perf_counter()
            transport.put(big)
            longest = max(longest, time.perf_counter() - begun)
        assert longest < 1.0  # however long the socket stays full, which is for ever
        assert transport.backlog.size <= 8_000_000
        assert transport.backlog.dropped > 500
        assert program.messages == []


def test_a_program_that_says_no_welcome_is_left(
    transport: Transport, ear: Ear, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WELCOME_LIMIT", 0.05)
    with small_program(address, silent=True) as program:
        transport.put(log())
        transport.start()
        until(lambda: len(program.hellos) >= 3, "further attempts")
        assert program.messages == []
        assert ear.losses >= 2


@pytest.mark.parametrize(
    "noise",
    [
        b"\xff" * 100,
        struct.pack("<I", 3) + b"not",
        struct.pack("<I", 2) + b"[]",
        struct.pack("<I", 0),
        struct.pack("<I", 2_000_000) + bytes(2_000_000),
    ],
    ids=["no frames", "no json", "no message", "empty", "too long"],
)
def test_a_program_that_talks_nonsense_does_no_harm(
    transport: Transport, address: str, noise: bytes
) -> None:
    with small_program(address) as program:
        transport.start()
        until(lambda: transport.welcome is not None, "the welcome")
        program.say_bytes(noise)
        transport.put(log("after"))
        program.wait(1, "log")
        until(lambda: len(transport.backlog) == 0, "the acknowledgement")


def test_answers_go_to_the_listener(transport: Transport, ear: Ear, address: str) -> None:
    with small_program(address, welcome={"collectSdp": True}) as program:
        transport.start()
        until(lambda: ear.answers, "the welcome")
        assert transport.welcome is not None
        assert transport.welcome.collect_sdp
        program.say({"type": "welcome", "version": 1})
        until(lambda: len(ear.answers) == 2, "another one")
        assert transport.welcome == Welcome(version=1)
    until(lambda: transport.welcome is None, "the end of the connection")


def test_what_is_said_once_waits_for_a_connection_and_is_not_repeated(
    transport: Transport, address: str
) -> None:
    transport.say(PrecallStop(timestamp=0))
    with small_program(address) as program:
        transport.start()
        program.wait(1, "precall.stop")
        program.hang_up()
        transport.put(log())
        program.wait(1, "log")
        assert len(program.of("precall.stop")) == 1


def test_a_folder_that_others_can_enter_is_not_trusted(
    transport: Transport, ear: Ear, address: str
) -> None:
    with small_program(address) as program:
        folder = Path(address).parent
        folder.chmod(0o755)
        transport.start()
        until(lambda: ear.losses >= 3, "attempts")
        assert program.hellos == []
        folder.chmod(0o700)
        until(lambda: program.hellos, "a hello")


def test_the_end_sends_what_is_left(ear: Ear, address: str) -> None:
    with small_program(address) as program:
        transport = Transport(ear)
        transport.start()
        transport.put(*(log(str(number)) for number in range(500)))
        transport.finish(5.0)
        assert not _threads()
        assert len(program.wait(500, "log")) == 500


def test_the_end_comes_at_once_where_nobody_listens(ear: Ear) -> None:
    transport = Transport(ear)
    transport.start()
    transport.put(log())
    begun = time.monotonic()
    transport.finish(5.0)
    assert time.monotonic() - begun < 1.0
    assert not _threads()


def test_the_end_does_not_wait_for_a_program_that_never_reads(ear: Ear, address: str) -> None:
    big = Stats(timestamp=0, call_id="c", fabric_id="f", stats=[{"id": "x" * 900_000}])
    with small_program(address, reads=False):
        transport = Transport(ear)
        transport.start()
        transport.put(big, big, big)
        begun = time.monotonic()
        transport.finish(0.3)
        assert 0.25 < time.monotonic() - begun < 2.0
        assert not _threads()


def test_a_transport_that_was_finished_does_not_start(ear: Ear) -> None:
    transport = Transport(ear)
    transport.finish()
    transport.start()
    transport.put(log())
    assert not _threads()


def test_the_listener_is_asked_to_look(transport: Transport, ear: Ear) -> None:
    transport.start()
    until(lambda: ear.looks > 2, "looks")


@pytest.mark.allow_log("looking after calls failed")
def test_a_listener_that_fails_is_asked_again(transport: Transport, ear: Ear, address: str) -> None:
    ear.broken = True
    transport.start()
    until(lambda: ear.looks > 3, "further looks")
    with small_program(address) as program:
        transport.put(log())
        program.wait(1, "log")


def test_many_threads_may_speak(transport: Transport, address: str) -> None:
    def speak(name: str) -> Callable[[], None]:
        def run() -> None:
            for number in range(100):
                transport.put(log(f"{name} {number} a"), log(f"{name} {number} b"))

        return run

    threads = [threading.Thread(target=speak(str(number))) for number in range(5)]
    with small_program(address) as program:
        transport.start()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        found = program.wait(1000, "log")
        assert [m["seq"] for m in found] == list(range(1000))
        texts = logged(found)
        # What was given together stays together.
        for first, second in zip(texts[::2], texts[1::2], strict=True):
            assert str(first)[:-1] == str(second)[:-1]


def test_attempts_become_rarer(ear: Ear, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RETRY_SECONDS", (0.01, 0.02, 10.0))
    transport = Transport(ear)
    transport.start()
    time.sleep(0.3)
    assert ear.losses == 3
    transport.finish(0.0)


def test_a_program_that_drops_everybody_is_asked_ever_less_often(
    ear: Ear, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RETRY_SECONDS", (0.01, 0.01, 10.0))
    transport = Transport(ear)
    with small_program(address) as program:
        transport.start()
        for number in (1, 2, 3):
            until(lambda: len(program.hellos) == number, "a hello")  # noqa: B023
            until(lambda: transport.welcome is not None, "the welcome")
            program.hang_up()
        time.sleep(0.3)
        assert len(program.hellos) == 3
    transport.finish(0.0)


def test_a_connection_that_stood_begins_anew(
    ear: Ear, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RETRY_SECONDS", (0.01, 10.0))
    monkeypatch.setattr(module, "STOOD_SECONDS", 0.1)
    transport = Transport(ear)
    with small_program(address) as program:
        transport.start()
        for number in (1, 2, 3, 4):
            until(lambda: len(program.hellos) == number, "a hello")  # noqa: B023
            time.sleep(0.15)
            program.hang_up()
    transport.finish(0.0)


def test_a_later_welcome_acknowledges_too(transport: Transport, address: str) -> None:
    with small_program(address, acknowledges=False) as program:
        transport.start()
        transport.put(log(), log(), log())
        program.wait(3, "log")
        program.say({"type": "welcome", "version": 1, "acknowledged": 1})
        until(lambda: len(transport.backlog) == 1, "the acknowledgement")
        assert len(program.messages) == 3


def test_a_socket_without_a_listener_is_no_program(
    transport: Transport, ear: Ear, address: str
) -> None:
    os.makedirs(os.path.dirname(address), mode=0o700)
    left_behind = socket.socket(socket.AF_UNIX)
    left_behind.bind(address)
    left_behind.close()
    transport.start()
    until(lambda: ear.losses >= 2, "attempts")
