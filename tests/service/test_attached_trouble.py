"""What falls between: settings, histories, clients and other programs that change during a call."""

import asyncio
import os
import socket
import time
from pathlib import Path
from typing import Any

import pytest

from notifier.calls.record import FeedbackRecord
from notifier.history.errors import HistoryError
from notifier.history.store import History
from notifier.machine.facts import NetworkFacts
from notifier.service import feed_door
from notifier.service import networks as networks_module
from notifier.service.events import (
    CallLive,
    CallOver,
    Limit,
    ProblemOver,
    RunStarted,
    ServiceProblem,
    VerdictReached,
)
from notifier.service.service import Service
from notifier.settings.paths import Paths
from tests.calls.talking import Talker, hello, until
from tests.service.reporting import (
    Caller,
    address,
    call_in,
    program,
    quick_machine,
    write_settings,
)

ORIGIN = "https://app.example"

MOMENT = 0.4
"""Seconds in which what must not happen would have happened: several looks and writings."""


@pytest.fixture(autouse=True)
def _machine(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_machine(monkeypatch)
    monkeypatch.setattr(feed_door, "TAKE_OVER", 0.1)


@pytest.fixture
def paths(isolated_home: Path) -> Paths:
    return Paths.default()


@pytest.fixture
def short_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notifier.calls.book.SILENCE_S", 0.5)
    monkeypatch.setattr("notifier.calls.book.STEP_S", 0.1)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> "Disk":
    return Disk(monkeypatch)


class Disk:
    """Of the history; it may be full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        for name in ("keep_calls", "set_call_feedback"):
            monkeypatch.setattr(History, name, self._unless_full(getattr(History, name)))

    def _unless_full(self, real: Any) -> Any:
        def called(*args: Any, **kwargs: Any) -> Any:
            if self.full:
                raise HistoryError("full", "The disk is full.")
            return real(*args, **kwargs)

        return called


async def acknowledged(talker: Talker, caller: Caller) -> None:
    """Wait until all that the caller said is."""
    answer = await talker.hear()
    while answer["type"] != "ack" or answer["seq"] < caller.seq:
        answer = await talker.hear()


def is_open(paths: Paths) -> bool:
    return os.path.exists(address(paths))


async def in_call(paths: Paths, service: Service, caller: Caller) -> Talker:
    talker = await Talker.at(address(paths), hello())
    talker.say(*caller.beginning(), *(caller.second(number) for number in range(1, 20)))
    await until(lambda: service.state.live)
    await acknowledged(talker, caller)
    return talker


# Settings


@pytest.mark.usefixtures("short_silence")
async def test_switched_off_during_a_call_it_is_summed_up_and_tests_go_on(paths: Paths) -> None:
    async with program(paths) as (service, events):
        talker = await in_call(paths, service, Caller())
        assert service.state.limit == Limit("call", "none")
        write_settings(paths, calls="attach = false")
        service.reload_settings()
        await events.until(lambda: bool(events.of(CallOver)))
        await until(lambda: (service.state.live, service.state.limit) == (None, None))
        assert call_in(paths, "call-1") == events.of(CallOver)[0].record
        assert not is_open(paths)
        await talker.close()


@pytest.mark.usefixtures("short_silence")
async def test_a_site_that_is_taken_off_the_list_during_its_call(paths: Paths) -> None:
    async with program(paths) as (service, events):
        talker, caller = await Talker.at(address(paths), hello(kind="extension")), Caller()
        joined, *others = caller.beginning()
        talker.say({**joined, "origin": "https://meet.example.com"}, *others)
        await until(lambda: service.state.live)
        await acknowledged(talker, caller)
        write_settings(paths, calls='watch = "none"')
        service.reload_settings()
        assert (await talker.hear())["watch"] == "none"
        talker.say(caller.second(1))
        answer = await talker.hear()
        assert (answer["code"], answer["of"]) == ("forbidden", "stats")
        await events.until(lambda: bool(events.of(CallOver)))
        assert service.state.limit is None
        await talker.close()


async def test_settings_that_change_while_the_feed_follows_them(paths: Paths) -> None:
    async with program(paths) as (service, _):
        for settings in ("attach = false", "attach = true", "attach = false", 'watch = "none"'):
            write_settings(paths, calls=settings)
            service.reload_settings()
        await until(lambda: is_open(paths))
        await asyncio.sleep(MOMENT)
        talker = await Talker.at(address(paths))
        talker.say(hello(kind="extension"))
        assert (await talker.hear())["watch"] == "none"
        await talker.close()


async def test_the_end_comes_while_the_feed_follows(paths: Paths) -> None:
    async with program(paths) as (service, _):
        write_settings(paths, calls=f'origins = ["{ORIGIN}"]')
        service.reload_settings()
    await asyncio.sleep(0)
    assert not is_open(paths)


# Clients


async def test_many_words_of_no_call_keep_nobody_from_looking(paths: Paths) -> None:
    async with program(paths) as (_, events):
        noisy = await Talker.at(address(paths), hello("noisy"))
        talker, caller = await Talker.at(address(paths), hello()), Caller()
        talker.say(*caller.beginning())
        for _ in range(100):  # more often than calls are looked at
            noisy.say({"type": "log", "timestamp": 1.0, "callId": "none", "message": "x"})
            await asyncio.sleep(0.01)
        assert len(events.of(CallLive)) > 8
        await talker.close()
        await noisy.close()


async def test_what_a_client_said_before_it_left_is_not_taken_twice(paths: Paths) -> None:
    caller = Caller()
    async with program(paths):
        talker = await Talker.at(address(paths), hello())
        talker.say(*caller.beginning())
        await acknowledged(talker, caller)
        said = caller.message("log", message="once")
        talker.say(said)
        await talker.close()  # before it is written down
        await asyncio.sleep(MOMENT)
    async with program(paths) as (_, events):
        talker = await Talker.at(address(paths))
        talker.say(hello())
        assert (await talker.hear())["acknowledged"] == caller.seq
        talker.say(said, caller.message("conference.leave"))
        await events.until(lambda: bool(events.of(CallOver)))
        said_of = [e.event for e in events.of(CallOver)[0].record.events]
        assert said_of.count("applicationLog") == 1
        await talker.close()


async def test_what_was_said_before_the_first_connection_outlives_the_program(
    paths: Paths,
) -> None:
    caller = Caller()
    joined, *others = caller.beginning()
    async with program(paths) as (service, _):
        talker = await Talker.at(address(paths), hello())
        log = caller.message("log", message="before")
        talker.say(joined, log)
        await acknowledged(talker, caller)
        await talker.close()
        assert not service.state.limit
    async with program(paths) as (service, events):
        assert not service.state.limit  # no connection, no call
        talker = await Talker.at(address(paths), hello())
        later = [{**message, "seq": log["seq"] + 1 + n} for n, message in enumerate(others)]
        talker.say(*later)
        await until(lambda: service.state.limit == Limit("call", "none"))
        talker.say({**caller.message("conference.leave"), "seq": 100})
        await events.until(lambda: bool(events.of(CallOver)))
        record = events.of(CallOver)[0].record
        assert [
            e.data["message"] for e in record.events if e.event == "applicationLog" and e.data
        ] == ["before"]
        await talker.close()


async def test_a_look_in_that_was_written_down_is_forgotten(paths: Paths) -> None:
    async with program(paths) as (service, _):
        talker, caller = await Talker.at(address(paths), hello()), Caller()
        talker.say(caller.beginning()[0])
        assert service.history is not None
        await until(service.history.open_calls)
        talker.say(caller.message("conference.leave"))
        await until(lambda: service.history and not service.history.open_calls())
        assert service.history.count_calls() == 0
        await talker.close()


async def test_another_client_does_not_get_the_call_of_one_that_is_gone(paths: Paths) -> None:
    caller = Caller()
    async with program(paths) as (service, _):
        talker = await in_call(paths, service, caller)
        await talker.close()
    async with program(paths) as (service, _):
        talker = await Talker.at(address(paths), hello("client-2"))
        talker.say(caller.second(20))
        answer = await talker.hear()
        assert (answer["code"], answer["of"]) == ("forbidden", "stats")
        await talker.close()


async def test_an_application_may_call_its_call_microphone(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with program(paths) as (service, _):
        talker = await in_call(paths, service, Caller("microphone"))
        service.network_changed()  # a run is due, and the microphone is looked at
        await asyncio.sleep(MOMENT)
        assert service.state.limit == Limit("call", "none")
        await talker.close()


async def test_two_calls_at_once(paths: Paths) -> None:
    async with program(paths) as (service, events):
        await events.until(lambda: bool(events.of(VerdictReached)))
        first, second = Caller("first"), Caller("second")
        second.began += 1
        one = await Talker.at(address(paths), hello("client-1"))
        other = await Talker.at(address(paths), hello("client-2"))
        one.say(*first.beginning())
        await until(lambda: service.state.live)
        other.say(*second.beginning())
        await until(lambda: service.state.live and service.state.live.call_id == "second")
        assert service.state.live is not None
        assert service.state.live.calls == 2
        other.say(second.message("conference.leave"))
        await until(lambda: service.state.live and service.state.live.call_id == "first")
        assert service.state.limit == Limit("call", "none")
        one.say(first.message("conference.leave"))
        await until(lambda: (service.state.live, service.state.limit) == (None, None))
        await one.close()
        await other.close()


async def test_nothing_is_left_of_calls_that_are_over(paths: Paths) -> None:
    async with program(paths) as (service, events):
        for number in range(20):
            talker = await Talker.at(address(paths), hello(f"client-{number}"))
            caller = Caller(f"call-{number}")
            talker.say(*caller.beginning(), caller.second(1), caller.message("conference.leave"))
            await acknowledged(talker, caller)
            await talker.close()
        await events.until(lambda: len(events.of(CallOver)) == 20)
        await asyncio.sleep(MOMENT)
        attached, keeping = service._attached, service._attached._keeping
        for left in (
            *(attached._connections, attached._precall._askers, attached._book.open_calls),
            *(keeping._heard, keeping._over, keeping._nothing, keeping._feedback),
            *(keeping._refused, keeping._states()),
        ):
            assert not left
        assert len(keeping._written) == 20  # numbers, and of no more than CLIENTS_LIMIT


async def test_nothing_wakes_the_machine_while_nothing_is_attached(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with program(paths) as (service, _):
        looks = 0
        attached = service._attached
        real = attached._next

        def counted() -> float | None:
            nonlocal looks
            looks += 1
            return real()

        monkeypatch.setattr(attached, "_next", counted)
        talker, caller = await Talker.at(address(paths), hello()), Caller()
        talker.say(*caller.beginning(), caller.message("conference.leave"))
        await acknowledged(talker, caller)
        await asyncio.sleep(MOMENT)
        assert looks
        looks = 0
        await asyncio.sleep(2 * MOMENT)  # with a client that says nothing
        assert looks == 0
        await talker.close()


# The history


async def test_what_a_person_said_waits_for_the_history(paths: Paths, disk: Disk) -> None:
    said = FeedbackRecord(timestamp=1.0, overall=4, source="person")
    async with program(paths) as (service, events):
        caller = Caller()
        talker = await in_call(paths, service, caller)
        talker.say(caller.message("conference.leave"))
        await events.until(lambda: bool(events.of(CallOver)))
        disk.full = True
        service.rate_call("call-1", said)
        assert len(events.of(CallOver)) == 1
        disk.full = False
        await events.until(lambda: len(events.of(CallOver)) == 2)
        assert not events.of(CallOver)[1].ask
        assert call_in(paths, "call-1").feedback == said
        await talker.close()


async def test_a_call_is_rated_that_could_not_be_written(paths: Paths, disk: Disk) -> None:
    async with program(paths) as (service, events):
        caller = Caller()
        talker = await in_call(paths, service, caller)
        disk.full = True
        talker.say(caller.message("conference.leave"))
        await events.until(lambda: bool(events.of(CallOver)))
        talker.say(caller.message("feedback", overall=2))
        await events.until(lambda: len(events.of(CallOver)) == 2)
        disk.full = False
        await acknowledged(talker, caller)
        assert call_in(paths, "call-1").feedback.overall == 2
        assert service.history is not None
        assert service.history.open_calls() == []
        await talker.close()


async def test_a_rating_of_no_call_is_nobodys_loss(paths: Paths) -> None:
    async with program(paths) as (service, events):
        service.rate_call("none", FeedbackRecord(timestamp=1.0, overall=4, source="person"))
        await asyncio.sleep(MOMENT)
        assert not events.of(CallOver)
        assert not service.state.problems
        assert not service._attached._keeping.waiting


async def test_without_a_history_calls_are_shown_and_compared_and_not_acknowledged(
    paths: Paths,
) -> None:
    paths.history_file.mkdir(parents=True)
    async with program(paths) as (service, events):
        assert service.history is None
        talker, caller = await Talker.at(address(paths), hello()), Caller()
        talker.say(*caller.beginning(), *(caller.second(number) for number in range(1, 40)))
        await until(lambda: service.state.live)
        talker.say(caller.message("conference.leave"))
        await events.until(lambda: bool(events.of(CallOver)))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(acknowledged(talker, caller), MOMENT)
        await talker.close()


async def test_a_history_that_is_damaged_during_a_call_is_begun_anew_with_the_call(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with program(paths) as (service, events):
        caller = Caller()
        talker = await in_call(paths, service, caller)
        real, damaged = History.keep_calls, [True]

        def keep_calls(self: History, **kept: Any) -> None:
            if damaged:
                damaged.clear()
                raise HistoryError("corrupt", "The history is damaged.")
            real(self, **kept)

        monkeypatch.setattr(History, "keep_calls", keep_calls)
        talker.say(caller.second(20))
        await acknowledged(talker, caller)
        assert service.history is not None
        assert len(service.history.open_calls()) == 1
        talker.say(caller.message("conference.leave"))
        await events.until(lambda: bool(events.of(CallOver)))
        await talker.close()


@pytest.mark.usefixtures("short_silence")
async def test_nobody_is_asked_about_a_call_of_long_ago(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    caller = Caller()
    async with program(paths) as (service, _):
        await (await in_call(paths, service, caller)).close()
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + 8 * 3600)
    async with program(paths) as (_, events):
        await events.until(lambda: bool(events.of(CallOver)))
        assert events.of(CallOver)[0].record.duration_ms >= 10_000
        assert not events.of(CallOver)[0].ask


# Other programs, and the machine


async def test_another_program_takes_over_and_goes_on_with_the_call(paths: Paths) -> None:
    caller = Caller()
    async with program(paths) as (first, _):
        talker = await in_call(paths, first, caller)
        async with program(paths) as (second, events):
            assert not second.state.problems
            await first.stop()
            await until(lambda: is_open(paths))
            assert second.state.limit == Limit("call", "none")
            assert (await talker.hear_end())[-1]["code"] == "closing"
            talker = await Talker.at(address(paths), hello())
            talker.say(caller.second(20), caller.message("conference.leave"))
            await events.until(lambda: bool(events.of(CallOver)))
            assert len(events.of(CallOver)[0].record.fabrics) == 1
            await talker.close()


async def test_a_program_that_is_not_told_of_calls_does_not_test_in_one(paths: Paths) -> None:
    async with program(paths) as (first, _):
        caller = Caller()
        talker = await in_call(paths, first, caller)
        async with program(paths) as (second, events):
            await until(lambda: second.state.limit == Limit("call", "none"))
            assert not events.of(RunStarted)
            talker.say(caller.message("conference.leave"))
            await acknowledged(talker, caller)
            second.network_changed()
            await events.until(lambda: bool(events.of(VerdictReached)))
            assert second.state.limit is None
        await talker.close()


async def test_a_network_that_changes_during_a_call(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with program(paths) as (service, events):
        await events.until(lambda: bool(events.of(VerdictReached)))
        caller = Caller()
        talker = await in_call(paths, service, caller)
        talker.say(*(caller.second(number) for number in range(20, 40)))
        facts = NetworkFacts("wifi", "wlan0", True, "2" * 32)
        monkeypatch.setattr(networks_module, "observe", lambda *_: facts)
        service.network_changed()
        service.woke_up()
        await acknowledged(talker, caller)
        assert len(events.of(RunStarted)) == 1  # what is due waits for the end of the call
        talker.say({**caller.message("conference.leave"), "timestamp": caller.began + 40_000})
        await events.until(lambda: bool(events.of(CallOver)))
        record = events.of(CallOver)[0].record
        assert record.summary_code is not None
        assert record.network_id == "1" * 32  # where it began
        assert record.forecast is not None
        assert record.forecast_right is None  # the forecast was for the other one
        await events.until(lambda: len(events.of(VerdictReached)) == 2)
        await talker.close()


async def test_a_folder_that_is_others_too_is_told_until_it_is_mended(paths: Paths) -> None:
    paths.runtime_dir.mkdir(parents=True)
    elsewhere = paths.runtime_dir.parent / "elsewhere"
    elsewhere.mkdir()
    paths.runtime_dir.rmdir()
    paths.runtime_dir.symlink_to(elsewhere)
    async with program(paths) as (service, events):
        (problem,) = events.of(ServiceProblem)
        assert problem.code == "feed"
        assert problem.message.startswith("Calls can't be watched. ")
        assert problem.message in service.state.problems
        paths.runtime_dir.unlink()
        await events.until(lambda: bool(events.of(ProblemOver)))
        assert service.state.problems == ()
        await (await Talker.at(address(paths), hello())).close()


async def test_a_port_that_is_taken_is_told_until_it_is_free(paths: Paths) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        settings = f'origins = ["{ORIGIN}"]\nwebsocket-port = {port}'
        async with program(paths, calls=settings) as (service, events):
            (problem,) = events.of(ServiceProblem)
            assert problem.code == "websocket"
            assert f"port {port}" in problem.message
            await (await Talker.at(address(paths), hello())).close()  # the socket goes on
            await asyncio.sleep(MOMENT)
            assert len(events.of(ServiceProblem)) == 1  # told once, tried again
            taken.close()
            await events.until(lambda: bool(events.of(ProblemOver)))
            assert service.state.problems == ()


async def test_without_a_place_for_the_token_the_socket_goes_on(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def feed_token(_: Paths) -> str:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(feed_door, "feed_token", feed_token)
    settings = f'origins = ["{ORIGIN}"]\nwebsocket-port = 0'
    write_settings(paths)
    async with program(paths, calls=settings.replace("= 0", "= 47999")) as (service, events):
        (problem,) = events.of(ServiceProblem)
        assert problem.code == "websocket"
        assert problem.message.endswith("can't be read or written: Read-only file system.")
        await (await Talker.at(address(paths), hello())).close()
        write_settings(paths)
        service.reload_settings()
        await events.until(lambda: bool(events.of(ProblemOver)))
        assert service.state.problems == ()


async def test_tests_that_are_asked_for_during_a_call_or_a_pause(paths: Paths) -> None:
    once = {"type": "precall.start", "timestamp": 1.0, "urls": []}
    async with program(paths) as (service, events):
        await events.until(lambda: bool(events.of(VerdictReached)))
        caller = Caller()
        talker = await in_call(paths, service, caller)
        asker = await Talker.at(address(paths), hello("asker"))
        asker.say(once)
        answer = await asker.hear()
        assert answer["code"] == "precall"
        assert answer["message"].startswith("A call is in progress")
        asker.say({**once, "intervalS": 30})
        await until(lambda: service._attached._precall.timer())
        talker.say(caller.message("conference.leave"))
        await events.until(lambda: bool(events.of(CallOver)))
        service.pause(None)
        asker.say(once)
        answer = await asker.hear()
        assert (answer["code"], answer["message"]) == (
            "precall",
            "Tests are paused in Call Notifier.",
        )
        assert len(events.of(RunStarted)) == 1
        service._attached._precall.advance(time.monotonic() + 31)
        service.resume()
        await events.until(lambda: len(events.of(VerdictReached)) == 2)
        assert (await asker.hear())["type"] == "precall.result"
        await asker.close()
        await talker.close()
