"""Calls that clients report to the real service, over its real socket, into a real history."""

import asyncio
import json
import os
from pathlib import Path
from typing import Any

import pytest

from notifier.calls.record import FeedbackRecord
from notifier.history.errors import HistoryError
from notifier.history.store import History
from notifier.service.events import (
    CallCompared,
    CallLive,
    CallOver,
    RunFailed,
    RunStarted,
    VerdictReached,
)
from notifier.settings.paths import Paths
from tests.calls.talking import Talker, hello
from tests.service.reporting import (
    Caller,
    address,
    call_in,
    program,
    quick_machine,
    write_settings,
)
from tests.service.scripted import EXCELLENT, URL, ScriptedProbe, until


@pytest.fixture(autouse=True)
def _machine(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_machine(monkeypatch)


@pytest.fixture
def paths(isolated_home: Path) -> Paths:
    return Paths.default()


async def test_a_call_is_shown_kept_compared_and_asked_about(paths: Paths) -> None:
    async with program(paths) as (service, events):
        await events.until(lambda: bool(events.of(VerdictReached)))
        talker, caller = await Talker.at(address(paths), hello()), Caller()
        talker.say(*caller.beginning())
        talker.say(*(caller.second(number) for number in range(1, 40)))
        await events.until(
            lambda: any(live.call and live.call.up_kbps for live in events.of(CallLive))
        )
        live = service.state.live
        assert live is not None
        assert (live.application, live.state) == ("Example", "established")
        assert live.up_kbps == pytest.approx(400 + 50 * 28 * 8 / 1000, rel=0.01)
        leave = caller.message("conference.leave")
        talker.say({**leave, "timestamp": caller.began + 40_000})
        await events.until(lambda: bool(events.of(CallOver)))
        (over,) = events.of(CallOver)
        assert over.ask
        assert over.record.summary_code == 95
        assert over.record.forecast is not None
        assert over.record.forecast.summary_code == 95
        assert over.record.forecast_right is True
        assert over.record.comparison == events.of(CallCompared)[0].comparison.sentence
        assert call_in(paths, "call-1") == over.record
        assert service.state.live is None
        assert [r.call_id for r in service.history.call_results()] == ["call-1"]  # type: ignore[union-attr]
        service.rate_call("call-1", FeedbackRecord(timestamp=1.0, overall=4, source="person"))
        assert events.of(CallOver)[-1].record.feedback is not None
        assert not events.of(CallOver)[-1].ask
        assert call_in(paths, "call-1").feedback.overall == 4
        await talker.close()


async def test_what_is_acknowledged_is_in_the_history(paths: Paths) -> None:
    async with program(paths) as (service, _):
        talker, caller = await Talker.at(address(paths), hello()), Caller()
        talker.say(*caller.beginning(), caller.second(1))
        answer = await talker.hear()
        while answer["type"] != "ack" or answer["seq"] < caller.seq:
            answer = await talker.hear()
        assert service.history is not None
        assert service.history.client_sequences() == {"client-1": caller.seq}
        assert len(service.history.open_calls()) == 1
        await talker.close()


async def test_nothing_is_acknowledged_that_could_not_be_written(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = True

    def keep_calls(self: History, **kept: Any) -> None:
        if full:
            raise HistoryError("full", "The disk is full.")
        real(self, **kept)

    real = History.keep_calls
    monkeypatch.setattr(History, "keep_calls", keep_calls)
    async with program(paths) as (service, _):
        talker, caller = await Talker.at(address(paths), hello()), Caller()
        talker.say(*caller.beginning())
        await until(lambda: bool(service.state.surroundings))
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.5):
                await talker.reader.readexactly(4)
        full = False
        assert (await talker.hear())["type"] == "ack"
        assert len(service.history.open_calls()) == 1  # type: ignore[union-attr]
        await talker.close()


async def test_a_program_that_comes_back_goes_on_with_the_call(paths: Paths) -> None:
    caller = Caller()
    async with program(paths) as (_, events):
        await events.until(lambda: bool(events.of(VerdictReached)))
        talker = await Talker.at(address(paths), hello())
        talker.say(*caller.beginning(), *(caller.second(number) for number in range(1, 20)))
        answer = await talker.hear()
        while answer["type"] != "ack" or answer["seq"] < caller.seq:
            answer = await talker.hear()
    await talker.close()
    async with program(paths) as (service, events):
        assert service.state.live is None
        talker = await Talker.at(address(paths))
        talker.say(hello())
        welcome = await talker.hear()
        assert welcome["acknowledged"] == caller.seq
        talker.say(*(caller.second(number) for number in range(20, 40)))
        talker.say({**caller.message("conference.leave"), "timestamp": caller.began + 40_000})
        await events.until(lambda: bool(events.of(CallOver)))
        record = events.of(CallOver)[0].record
        assert record.forecast is not None  # what was in force when it began
        assert record.figures_duration_ms > 25_000
        (fabric,) = record.fabrics
        assert fabric.setup_delay_ms is not None
        assert {stream.ssrc for stream in fabric.streams} == {1, 2}
        await talker.close()


async def test_a_call_that_nobody_goes_on_with_is_summed_up(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    caller = Caller()
    async with program(paths):
        talker = await Talker.at(address(paths), hello())
        talker.say(*caller.beginning(), *(caller.second(number) for number in range(1, 20)))
        answer = await talker.hear()
        while answer["type"] != "ack" or answer["seq"] < caller.seq:
            answer = await talker.hear()
    await talker.close()
    monkeypatch.setattr("notifier.calls.book.SILENCE_S", 0.3)
    monkeypatch.setattr("notifier.calls.book.STEP_S", 0.1)
    async with program(paths) as (service, events):
        await events.until(lambda: bool(events.of(CallOver)))
        assert events.of(CallOver)[0].record.call_id == "call-1"
        assert service.history is not None
        assert service.history.open_calls() == []


async def test_a_run_in_hand_is_given_up_when_a_call_begins(paths: Paths) -> None:
    probe = ScriptedProbe(EXCELLENT)
    probe.hold()
    async with program(paths, probe) as (_, events):
        await probe.until_started()
        talker, caller = await Talker.at(address(paths), hello()), Caller()
        talker.say(*caller.beginning())
        await events.until(lambda: bool(events.of(RunFailed)))
        assert probe.cancelled == 1
        probe.let_go()
        talker.say(caller.message("conference.leave"))
        await events.until(lambda: bool(events.of(VerdictReached)))  # made up for afterwards
        await talker.close()


async def test_a_site_that_is_not_listed_is_refused_by_name(paths: Paths) -> None:
    settings = 'watch = "listed"\nsites = ["meet.example.com"]'
    async with program(paths, calls=settings):
        talker = await Talker.at(address(paths), hello(kind="extension"))
        caller = Caller()
        joined = caller.beginning()[0]
        talker.say({**joined, "origin": "https://elsewhere.example.com"})
        answer = await talker.hear()
        assert (answer["type"], answer["code"], answer["of"]) == (
            "error", "forbidden", "conference.join",
        )  # fmt: skip
        talker.say({**joined, "seq": 9, "callId": "b", "origin": "https://meet.example.com"})
        assert (await talker.hear())["type"] == "ack"
        await talker.close()


async def test_switched_off_there_is_no_socket_and_on_again_there_is(paths: Paths) -> None:
    async with program(paths, calls="attach = false") as (service, _):
        assert not os.path.exists(address(paths))  # noqa: ASYNC240 - a look at a local folder
        write_settings(paths, calls="attach = true")
        service.reload_settings()
        await until(lambda: os.path.exists(address(paths)))
        talker = await Talker.at(address(paths), hello())
        await talker.close()


async def test_clients_are_told_of_other_settings(paths: Paths) -> None:
    async with program(paths) as (service, _):
        talker = await Talker.at(address(paths), hello(kind="extension"))
        write_settings(paths, calls='watch = "none"')
        service.reload_settings()
        welcome = await talker.hear()
        assert (welcome["type"], welcome["watch"]) == ("welcome", "none")
        await talker.close()


async def test_a_program_of_this_person_is_told_what_runs_find(paths: Paths) -> None:
    probe = ScriptedProbe(EXCELLENT)
    probe.hold()
    async with program(paths, probe) as (_, events):
        talker = await Talker.at(address(paths), hello())
        await probe.until_started()
        probe.let_go()
        result, recommendation, verdict = [await talker.hear() for _ in range(3)]
        assert result["type"] == "precall.result"
        assert result["results"]["url"] == URL
        assert result["results"]["mediaConnectivity"] is True
        assert recommendation["recommendation"]["providerRanking"][0]["acceptable"] is True
        (reached,) = events.of(VerdictReached)
        assert verdict["verdict"]["summaryCode"] == reached.verdict.summary_code
        await talker.close()


async def test_the_extension_is_told_no_verdict(paths: Paths) -> None:
    async with program(paths) as (service, events):
        await events.until(lambda: bool(events.of(VerdictReached)))
        talker = await Talker.at(address(paths))
        talker.say(hello(kind="extension"))
        assert not (await talker.hear()).get("verdicts")
        service.run_now()
        await events.until(lambda: len(events.of(VerdictReached)) == 2)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3):
                await talker.reader.readexactly(4)
        await talker.close()


async def test_a_page_that_is_not_listed_is_told_no_verdict_and_gets_no_test(paths: Paths) -> None:
    async with program(paths) as (service, events):
        await events.until(lambda: bool(events.of(VerdictReached)))
        page = await Talker.at(
            address(paths), hello("page", kind="javascript", origin="https://a.example")
        )
        page.say({"type": "precall.start", "timestamp": 1.0, "urls": [URL]})
        answer = await page.hear()
        assert (answer["type"], answer["code"]) == ("error", "precall")
        service.run_now()
        await events.until(lambda: len(events.of(VerdictReached)) == 2)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3):
                await page.reader.readexactly(4)
        await page.close()


@pytest.mark.parametrize(
    ("urls", "refused"),
    [([URL], None), ([], None), (["turn:somebody-else.example"], "Only servers that are")],
)
async def test_only_configured_servers_are_tested_for_an_application(
    paths: Paths, urls: list[str], refused: str | None
) -> None:
    async with program(paths) as (_, events):
        await events.until(lambda: bool(events.of(VerdictReached)))
        talker = await Talker.at(address(paths), hello())
        talker.say({"type": "precall.start", "timestamp": 1.0, "urls": urls})
        answer = await talker.hear()
        if refused is not None:
            assert answer["message"].startswith(refused)
            assert len(events.of(RunStarted)) == 1
        else:
            assert answer["type"] == "precall.result"
            await events.until(lambda: len(events.of(VerdictReached)) == 2)
            assert events.of(VerdictReached)[-1].trigger == "application"
        await talker.close()


async def test_a_second_program_leaves_the_calls_to_the_first(paths: Paths) -> None:
    async with program(paths) as (first, _):
        talker, caller = await Talker.at(address(paths), hello()), Caller()
        talker.say(*caller.beginning(), caller.second(1))
        assert (await talker.hear())["type"] == "ack"
        async with program(paths) as (second, events):
            await asyncio.sleep(0.3)
            assert not events.of(CallLive)
            assert first.state.live is not None
            assert second.state.live is None
        await talker.close()


async def test_an_unreadable_state_of_a_call_costs_that_call_alone(paths: Paths) -> None:
    with History.open(paths.history_file) as history:
        history.keep_calls(
            open={"a": b"\xff{", "b": json.dumps({"x": 1}).encode()}, over=(), clients={}, now=1.0
        )
    async with program(paths) as (service, _):
        assert service.state.live is None
        talker, caller = await Talker.at(address(paths), hello()), Caller()
        talker.say(*caller.beginning())
        assert (await talker.hear())["type"] == "ack"
        await talker.close()


async def test_looking_in_is_no_call(paths: Paths) -> None:
    async with program(paths) as (service, events):
        talker, caller = await Talker.at(address(paths), hello()), Caller()
        talker.say(caller.beginning()[0], caller.message("conference.leave"))
        answer = await talker.hear()
        while answer["seq"] < caller.seq:
            answer = await talker.hear()
        assert service.history is not None
        assert service.history.count_calls() == 0
        assert not events.of(CallOver)
        await talker.close()


async def test_a_call_that_was_over_does_not_begin_anew_after_a_restart(paths: Paths) -> None:
    caller = Caller()
    beginning = caller.beginning()
    async with program(paths) as (_, events):
        talker = await Talker.at(address(paths), hello())
        talker.say(*beginning, caller.message("conference.leave"))
        await events.until(lambda: bool(events.of(CallOver)))
        record = events.of(CallOver)[0].record
        await talker.close()
    async with program(paths) as (service, events):
        assert service.state.over == CallOver(record, ask=False)  # what a window has to show
        talker = await Talker.at(address(paths), hello())
        again = [{k: v for k, v in message.items() if k != "seq"} for message in beginning]
        talker.say(*again, caller.message("stats", fabricId="fabric-1", stats=[]))
        await asyncio.sleep(0.5)
        assert not events.of(CallOver)
        assert service.history is not None
        assert service.history.call("call-1") == record
        await talker.close()


async def test_a_test_that_is_asked_for_again_by_the_queue_is_made_once(paths: Paths) -> None:
    async with program(paths) as (_, events):
        await events.until(lambda: bool(events.of(VerdictReached)))
        talker = await Talker.at(address(paths), hello())
        asked = {"type": "precall.start", "timestamp": 1.0, "urls": [], "seq": 1}
        talker.say(asked)
        await events.until(lambda: len(events.of(VerdictReached)) == 2)
        talker.say(asked)
        await asyncio.sleep(0.3)
        assert len(events.of(RunStarted)) == 2
        await talker.close()
