"""Calls that clients report to the real service, over its real socket, into a real history."""

import asyncio
import json
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from notifier.calls.record import FeedbackRecord
from notifier.history.errors import HistoryError
from notifier.history.store import History
from notifier.machine.facts import NetworkFacts
from notifier.service import attached as attached_module
from notifier.service import call_keeping
from notifier.service import networks as networks_module
from notifier.service import schedule as schedule_module
from notifier.service import service as service_module
from notifier.service.events import (
    CallCompared,
    CallLive,
    CallOver,
    RunFailed,
    RunStarted,
    VerdictReached,
)
from notifier.service.service import Service
from notifier.settings.paths import Paths
from tests.calls.talking import Talker, hello
from tests.service.scripted import EXCELLENT, URL, Events, ScriptedProbe, until

_SETTINGS = f'[[server]]\nurls = ["{URL}"]\n'


@pytest.fixture(autouse=True)
def _machine(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = NetworkFacts("ethernet", "eth0", True, "1" * 32)
    monkeypatch.setattr(networks_module, "observe", lambda *_: facts)
    monkeypatch.setattr(service_module, "media_device_present", lambda: True)
    monkeypatch.setattr(service_module, "microphone_in_use", lambda: False)
    for name in ("BOOT_SPREAD", "CALL_SETTLE", "START_SPREAD", "TRIGGER_SPREAD"):
        monkeypatch.setattr(schedule_module, name, 0.0)
    monkeypatch.setattr(schedule_module, "_SETTLE", {})
    monkeypatch.setattr(attached_module, "TICK", 0.05)
    monkeypatch.setattr(call_keeping, "CHECKPOINT", 0.2)


@asynccontextmanager
async def program(
    paths: Paths, probe: ScriptedProbe | None = None, *, calls: str = ""
) -> AsyncIterator[tuple[Service, Events]]:
    """A service with a server and these settings of calls, until the block is left."""
    paths.config_file.parent.mkdir(parents=True, exist_ok=True)
    paths.config_file.write_text(f"[calls]\n{calls}\n{_SETTINGS}")
    service = Service(
        paths,
        origin="tray",
        environ={},
        watch_machine=False,
        measure_with=probe or ScriptedProbe(EXCELLENT),
    )
    events = Events()
    service.subscribe(events)
    await service.start()
    try:
        yield service, events
    finally:
        await service.stop()


@pytest.fixture
def paths(isolated_home: Path) -> Paths:
    return Paths.default()


def address(paths: Paths) -> str:
    return str(paths.runtime_dir / "feed.sock")


class Caller:
    """A client with one call of one connection."""

    def __init__(self, call_id: str = "call-1", fabric_id: str = "fabric-1") -> None:
        self.call_id, self.fabric_id = call_id, fabric_id
        self.seq = 0
        self.sent = 0
        self.began = time.time() * 1000

    def message(self, kind: str, **fields: Any) -> dict[str, Any]:
        """One of this call."""
        self.seq += 1
        return {
            "type": kind,
            "seq": self.seq,
            "timestamp": time.time() * 1000,
            "callId": self.call_id,
            **fields,
        }

    def beginning(self) -> list[dict[str, Any]]:
        """Joined, connected."""
        fabric = {"fabricId": self.fabric_id}
        return [
            self.message("conference.join", conferenceId="standup", application="Example"),
            self.message("fabric.add", remoteUserId="bob", **fabric),
            self.message(
                "ice.state", changedState="iceConnectionState", newState="checking", **fabric
            ),
            self.message(
                "ice.state", changedState="iceConnectionState", newState="connected", **fabric
            ),
        ]

    def second(self, number: int, *, kbps: float = 400.0, rtt: float = 0.05) -> dict[str, Any]:
        """The statistics of one second of a call, ``number`` s from its beginning."""
        at = self.began + 1000.0 * number
        octets = int(125 * kbps * number)
        entries = [
            {
                "type": "outbound-rtp", "id": "o", "timestamp": at, "ssrc": 1, "kind": "audio",
                "bytesSent": octets, "packetsSent": 50 * number, "headerBytesSent": 600 * number,
            },
            {
                "type": "inbound-rtp", "id": "i", "timestamp": at, "ssrc": 2, "kind": "audio",
                "bytesReceived": octets, "packetsReceived": 50 * number, "packetsLost": 0,
                "jitter": 0.002, "concealedSamples": 0, "totalSamplesReceived": 48_000 * number,
            },
            {
                "type": "candidate-pair", "id": "p", "timestamp": at, "state": "succeeded",
                "nominated": True, "bytesSent": octets, "bytesReceived": octets,
                "packetsSent": 50 * number, "packetsReceived": 50 * number,
                "currentRoundTripTime": rtt, "localCandidateId": "l", "remoteCandidateId": "r",
                "availableOutgoingBitrate": 3_000_000,
            },
            {"type": "local-candidate", "id": "l", "timestamp": at, "candidateType": "host"},
            {"type": "remote-candidate", "id": "r", "timestamp": at, "candidateType": "host"},
        ]  # fmt: skip
        return {
            **self.message("stats", fabricId=self.fabric_id, stats=entries),
            "timestamp": at,
        }


def call_in(paths: Paths, call_id: str) -> Any:
    with History.open_read_only(paths.history_file) as history:
        return history.call(call_id)


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
        paths.config_file.write_text(f"[calls]\nattach = true\n{_SETTINGS}")
        service.reload_settings()
        await until(lambda: os.path.exists(address(paths)))
        talker = await Talker.at(address(paths), hello())
        await talker.close()


async def test_clients_are_told_of_other_settings(paths: Paths) -> None:
    async with program(paths) as (service, _):
        talker = await Talker.at(address(paths), hello(kind="extension"))
        paths.config_file.write_text(f'[calls]\nwatch = "none"\n{_SETTINGS}')
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
