"""One run from settings to history, with real settings, history, rule and record."""

import asyncio
import shutil
import sys
import time
from asyncio.subprocess import PIPE
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import msgspec
import pytest

from notifier.codes import ROWS
from notifier.forecast.baseline import Profile, read_profile
from notifier.forecast.features import known_from
from notifier.history.errors import HistoryError
from notifier.history.store import History
from notifier.measurement import CallCheck, RoundTrip, RunMeasurement, Throughput
from notifier.notify.rule import Reason
from notifier.prediction import Known, Prediction, ServerPrediction
from notifier.probe.request import Phase, Progress, ServerDone, ServerTarget
from notifier.relay import process as relay_module
from notifier.relay.process import RelayStartError
from notifier.sct.process import SctFailed, SctResult
from notifier.sct.request import SctRequest
from notifier.service import learning as learning_module
from notifier.service import networks as networks_module
from notifier.service.events import (
    Limit,
    NotificationDecided,
    RunFailed,
    RunProgress,
    RunStarted,
    ServerMeasured,
    ServiceProblem,
    VerdictReached,
)
from notifier.service.job import DEMONSTRATION_LABEL, Job
from notifier.service.ledger import FULL_AT_MOST, LIGHT_AT_MOST
from notifier.service.memory import NetworkMemory
from notifier.service.polite import Costs
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from tests.records import example_server
from tests.service.bench import (
    HOME,
    OFFICE,
    SERVERS,
    Bench,
    FullDisk,
    Network,
    bench_with_history,
)
from tests.service.scripted import (
    BAD,
    EXCELLENT,
    FAIR,
    UNREACHABLE,
    URL,
)
from tests.service.weeks import found, write_weeks

LIGHT = msgspec.structs.replace(EXCELLENT, mode="light")
LIGHT_BAD = msgspec.structs.replace(BAD, mode="light")


async def test_a_light_run_that_says_nothing_new_stands(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, EXCELLENT, LIGHT)
    await bench.run()
    reached = await bench.run(mode="light", trigger="schedule", confirm="full")
    assert reached.verdict.mode == "light"
    assert [request.mode for request in bench.probe.requests] == ["full", "light"]


async def test_a_light_run_with_news_is_confirmed_before_it_is_told(
    paths: Paths, network: Network
) -> None:
    bench = await bench_with_history(paths, EXCELLENT, LIGHT_BAD, EXCELLENT)
    await bench.run()
    reached = await bench.run(mode="light", trigger="schedule", confirm="full")
    assert [request.mode for request in bench.probe.requests] == ["full", "light", "full"]
    assert (reached.verdict.mode, reached.verdict.summary_code) == ("full", 95)
    assert reached.verdict.bytes_sent == EXCELLENT.bytes_sent + LIGHT_BAD.bytes_sent
    assert bench.told == [(True, Reason.FIRST), (False, Reason.REPEATED)]
    assert len(bench.events.of(VerdictReached)) == 2


async def test_a_light_run_on_a_new_network_is_confirmed(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, EXCELLENT, LIGHT, EXCELLENT)
    await bench.run()
    network.move(OFFICE)
    await bench.run(mode="light", trigger="schedule", confirm="full")
    assert [request.mode for request in bench.probe.requests] == ["full", "light", "full"]


async def test_asked_for_on_the_command_line_a_light_run_stands(
    paths: Paths, network: Network
) -> None:
    bench = await bench_with_history(paths, LIGHT_BAD, origin="probe")
    reached = await bench.run(mode="light")
    assert reached.verdict.mode == "light"


def light(rtt: float = 20.5, loss: float = 0.0) -> RunMeasurement:
    """As good as ever by its code, whatever its figures."""
    trip = RoundTrip(min=rtt, median=rtt, p95=rtt)
    server = msgspec.structs.replace(EXCELLENT.servers[0], rtt_ms=trip, loss_fraction=loss)
    return msgspec.structs.replace(EXCELLENT, mode="light", servers=(server,))


async def test_a_light_run_that_differs_from_the_habit_is_confirmed_once(
    paths: Paths, network: Network
) -> None:
    slower = msgspec.structs.replace(light(35.0), mode="full")
    outcomes = [EXCELLENT, light(), light(), light(35.0), slower, light(35.0), light()]
    bench = await bench_with_history(paths, *outcomes)
    await bench.run()
    codes = set()
    for _ in range(5):
        reached = await bench.run(mode="light", trigger="schedule", confirm="full")
        codes.add(reached.verdict.summary_code)
    assert codes == {95}, "the code alone would not have told"
    modes = ["full", "light", "light", "light", "full", "light", "light"]
    assert [request.mode for request in bench.probe.requests] == modes


async def test_the_habit_outlives_the_program(paths: Paths, network: Network) -> None:
    for outcomes, modes in (([EXCELLENT], ["full"]), ([LIGHT], ["light"])):
        bench = await bench_with_history(paths, *outcomes)
        await bench.run(mode=modes[0], trigger="schedule", confirm="full")
        assert [request.mode for request in bench.probe.requests] == modes
        await bench.job.close()


async def test_a_light_run_may_be_confirmed_by_a_light_one(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, EXCELLENT, LIGHT_BAD, LIGHT)
    await bench.run()
    reached = await bench.run(mode="light", trigger="schedule", confirm="light")
    assert [request.mode for request in bench.probe.requests] == ["full", "light", "light"]
    assert reached.verdict.summary_code == 95
    assert reached.verdict.bytes_sent == LIGHT.bytes_sent + LIGHT_BAD.bytes_sent


async def test_a_run_says_why_it_is_lighter(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, LIGHT)
    await bench.run(mode="light", limit=Limit("call", "light"))
    assert bench.events[0] == RunStarted("light", "manual", False, Limit("call", "light"))


async def test_what_runs_have_cost(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = msgspec.structs.replace(EXCELLENT, timestamp=time.time() * 1000)
    bench = await bench_with_history(paths, now, now, BAD)
    assert bench.job.spent() == 0
    assert bench.job.expected_costs(frozenset({URL})) == Costs(FULL_AT_MOST, LIGHT_AT_MOST)
    await bench.run()
    cost = EXCELLENT.bytes_sent + EXCELLENT.bytes_received
    assert bench.job.spent() == cost
    assert bench.job.expected_costs(frozenset({URL})).full == cost

    def full(*_: object, **__: object) -> int:
        raise HistoryError("full", "The disk is full.")

    monkeypatch.setattr(History, "add_run", full)
    await bench.run()
    assert bench.job.spent() == 2 * cost


@pytest.mark.parametrize(("begun", "cost"), [(True, FULL_AT_MOST), (False, 0.0)])
async def test_a_run_that_broke_off_counts_as_the_most_it_can_have_cost(
    paths: Paths, network: Network, begun: bool, cost: float
) -> None:
    bench = await bench_with_history(paths)

    async def breaks_off(
        request: SctRequest,
        on_report: Callable[[Progress | ServerDone], None],
        *,
        environ: Mapping[str, str],
    ) -> SctResult:
        phase: Phase = "throughput" if begun else "reach"
        on_report(Progress(phase=phase, server=URL, fraction=0.5, seconds_left=2.0))
        raise SctFailed("crashed", "it broke")

    bench.job.measure_with = breaks_off
    await bench.fail()
    assert bench.job.spent() == cost


async def test_the_demonstration_costs_nothing(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = await bench_with_history(paths)

    async def relay(_job: Job) -> ServerTarget:
        return ServerTarget(url=URL, provider=DEMONSTRATION_LABEL)

    monkeypatch.setattr(Job, "_demonstration", relay)
    await bench.run(Settings())
    assert bench.job.spent() == 0
    assert not bench.probe.requests[0].call_check


# The WebRTC call


def calls(bench: "Bench") -> list[bool]:
    """Whether each run was to make one."""
    return [request.call_check for request in bench.probe.requests]


def with_call(connected: bool = True, *, hours_ago: float = 0.0) -> RunMeasurement:
    check = CallCheck(
        connected=connected, ice_ms=None, dtls_ms=None, audio_loss_fraction=None, rtt_ms=None
    )
    server = msgspec.structs.replace(EXCELLENT.servers[0], call_check=check)
    at = (time.time() - hours_ago * 3600) * 1000
    return msgspec.structs.replace(EXCELLENT, servers=(server,), timestamp=at)


async def test_a_call_is_made_on_each_new_network(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, with_call())
    for place in (HOME, HOME, OFFICE, HOME, OFFICE):
        network.move(place)
        await bench.run()
    assert calls(bench) == [True, False, True, False, False]


async def test_a_call_is_made_again_after_a_failure_and_after_a_day(
    paths: Paths, network: Network
) -> None:
    outcomes = [with_call(connected=False), with_call(hours_ago=25), with_call(), EXCELLENT]
    bench = await bench_with_history(paths, *outcomes)
    for _ in range(4):
        await bench.run()
    assert calls(bench) == [True, True, True, False]


async def test_the_last_call_outlives_the_program(paths: Paths, network: Network) -> None:
    for wanted in ([True], [False]):
        bench = await bench_with_history(paths, with_call())
        await bench.run()
        assert calls(bench) == wanted
        await bench.job.close()


async def test_a_call_is_made_when_servers_or_credentials_changed(
    paths: Paths, network: Network
) -> None:
    other = Settings(servers=(ServerSetting(urls=(URL,), username="ann", password_env="PASS"),))
    bench = await bench_with_history(paths, with_call())
    bench.job.environ = {"PATH": "/bin", "PASS": "x"}
    for settings in (SERVERS, SERVERS, other, other):
        await bench.run(settings)
    await bench.run(other, trigger="settings")
    assert calls(bench) == [True, False, True, False, True]


async def test_a_light_run_makes_no_call(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, LIGHT, LIGHT_BAD, with_call())
    await bench.run(mode="light", call_check=True)
    await bench.run(mode="light", trigger="schedule", confirm="full")
    assert calls(bench) == [False, False, True]


async def test_a_call_is_made_or_not_as_asked_for(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, with_call())
    await bench.run(call_check=False)
    await bench.run()
    await bench.run(call_check=True)
    assert calls(bench) == [False, False, True], "the second saw the first one's call in its record"


async def test_without_any_password_nothing_is_said_of_the_network(
    paths: Paths, network: Network
) -> None:
    bench = await bench_with_history(paths)
    server = ServerSetting(urls=(URL,), username="anna", password_env="NOT_SET")
    failed = await bench.fail(Settings(servers=(server,)))
    assert failed.reason == "credentials"
    assert "NOT_SET" in failed.detail
    assert bench.problems == [failed.detail]
    assert bench.probe.requests == []
    assert bench.job.records.history is not None
    assert bench.job.records.history.count() == 0


async def test_with_some_passwords_the_other_servers_are_tested(
    paths: Paths, network: Network
) -> None:
    bench = await bench_with_history(paths)
    missing = ServerSetting(urls=("turn:other.example.org",), username="a", password_env="NOT_SET")
    await bench.run(Settings(servers=(ServerSetting(urls=(URL,)), missing)))
    [request] = bench.probe.requests
    assert [target.problem is None for target in request.servers] == [True, False]


@pytest.fixture
def history(paths: Paths) -> Iterator[History]:
    with History.open(paths.history_file) as history:
        yield history


async def test_the_events_of_a_run(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths)
    outcome = await bench.run(trigger="start")
    assert bench.events.names == [
        "RunStarted",
        "RunProgress",
        "RunProgress",
        "ServerMeasured",
        "VerdictReached",
        "NotificationDecided",
    ]
    assert bench.events[0] == RunStarted("full", "start", False)
    assert [e.fraction for e in bench.events.of(RunProgress)] == [0.0, 0.5]
    assert bench.events.of(ServerMeasured)[0].measurement == EXCELLENT.servers[0]
    assert bench.events.of(VerdictReached) == [outcome]
    assert outcome.verdict.color == "green"
    assert outcome.measurement == EXCELLENT
    assert (outcome.network_id, outcome.trigger, outcome.demonstration) == (HOME, "start", False)
    decided = bench.events.of(NotificationDecided)[0]
    assert decided.verdict == outcome.verdict
    await bench.job.close()


async def test_the_probe_is_asked_for_what_the_settings_say(paths: Paths, network: Network) -> None:
    bench = Bench(paths)
    await bench.run(mode="light")
    request = bench.probe.requests[0]
    assert request.mode == "light"
    assert [target.url for target in request.servers] == [URL]
    other = ServerTarget(url="turn:other.example.org", provider="other")
    await bench.run(targets=(other,))
    assert bench.probe.requests[1].servers == (other,)


async def test_the_server_and_our_address_say_which_network_it_is(
    paths: Paths, network: Network
) -> None:
    bench = Bench(paths, EXCELLENT, UNREACHABLE)
    await bench.run(call_check=False)
    await bench.run(call_check=False)
    assert network.asked == [
        # Before the run, after it, and which network that is for who knows no server.
        *((None, None), ("198.51.100.3", "192.0.2.7"), (None, "192.0.2.7")),
        *[(None, "192.0.2.7")] * 3,
    ]


async def test_a_run_is_kept_with_its_decision(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, origin="watch")
    reached = await bench.run(trigger="network")
    assert reached.run_id is not None
    history = bench.job.records.history
    assert history is not None
    stored = history.run(reached.run_id)
    assert stored.verdict == reached.verdict
    assert stored.measurement == EXCELLENT
    assert (stored.summary.origin, stored.summary.trigger) == ("watch", "network")
    assert stored.summary.network_id == HOME
    decided = bench.events.of(NotificationDecided)[0]
    assert stored.decision is not None
    assert stored.decision.id == decided.notification_row
    assert (stored.decision.show, stored.decision.reason) == (True, "first")
    await bench.job.close()
    assert bench.job.records.history is None


@pytest.mark.skipif(sys.platform == "win32", reason="there, nobody can delete an open file")
async def test_a_history_that_was_deleted_is_made_anew(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths)
    await bench.run()
    shutil.rmtree(paths.data_dir)
    reached = await bench.run()
    assert bench.problems == []
    with History.open_read_only(paths.history_file) as history:
        assert [run.id for run in history.runs()] == [reached.run_id]
    await bench.job.close()


async def test_the_same_code_is_told_once_on_a_network(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, EXCELLENT, EXCELLENT, BAD, BAD, BAD, EXCELLENT)
    for _ in range(7):
        await bench.run()
    assert bench.told == [
        (True, Reason.FIRST),
        (False, Reason.REPEATED),
        (False, Reason.UNSURE),
        (True, Reason.CHANGED),
        (False, Reason.REPEATED),
        (False, Reason.UNSURE),
        (True, Reason.RECOVERED),
    ]
    await bench.job.close()


async def test_each_network_has_its_own_memory(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths)
    await bench.run()
    network.move(OFFICE)
    await bench.run()
    network.move(HOME)
    await bench.run()
    assert bench.told == [(True, Reason.FIRST), (True, Reason.FIRST), (False, Reason.REPEATED)]
    await bench.job.close()


async def test_what_was_told_is_remembered_over_a_restart(paths: Paths, network: Network) -> None:
    for _ in range(2):
        bench = await bench_with_history(paths)
        await bench.run()
        await bench.job.close()
    assert bench.told == [(False, Reason.REPEATED)]


async def test_what_nothing_could_show_is_told_again(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths)
    await bench.run()
    row = bench.events.of(NotificationDecided)[0].notification_row
    assert bench.job.records.history is not None
    assert row is not None
    bench.job.records.history.set_delivered(row, "none")
    await bench.run()
    assert bench.told == [(True, Reason.FIRST), (True, Reason.FIRST)]
    await bench.job.close()


async def test_notifications_switched_off(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths)
    off = Settings(servers=SERVERS.servers, notifications=False)
    reached = await bench.run(off)
    assert bench.told == [(False, Reason.DISABLED)]
    assert reached.run_id is not None
    await bench.run()
    assert bench.told[1] == (True, Reason.FIRST)
    await bench.job.close()


async def test_a_run_on_the_command_line_notifies_nobody(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, origin="probe")
    await bench.run()
    assert [show for show, _ in bench.told] == [False]
    await bench.job.close()
    tray = await bench_with_history(paths)
    await tray.run()
    assert tray.told == [(True, Reason.FIRST)]
    await tray.job.close()


async def test_a_demonstration_is_never_told(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, BAD)
    reached = await bench.run(Settings())
    try:
        assert reached.demonstration
        assert bench.events[0] == RunStarted("full", "manual", True)
        assert bench.told == [(False, Reason.DEMONSTRATION)]
        target = bench.probe.requests[0].servers[0]
        assert target.provider == DEMONSTRATION_LABEL
        assert target.url.startswith("turn:127.0.0.1:")
        assert target.password
        await bench.run(Settings())
        assert bench.probe.requests[1].servers[0] == target, "one relay serves all runs"
    finally:
        await bench.job.close()


async def test_a_relay_that_died_is_started_again(paths: Paths, network: Network) -> None:
    bench = Bench(paths)
    try:
        await bench.run(Settings())
        relay = bench.job._relay
        assert relay is not None
        relay._process.kill()
        relay._process.wait()
        await bench.run(Settings())
        first, second = (request.servers[0] for request in bench.probe.requests)
        assert first.password != second.password
    finally:
        await bench.job.close()


async def test_the_relay_is_given_off_where_there_are_servers(
    paths: Paths, network: Network
) -> None:
    bench = Bench(paths)
    try:
        await bench.run(Settings())
        relay = bench.job._relay
        assert relay is not None
        await bench.run()
        assert not relay.alive
    finally:
        await bench.job.close()


async def test_a_relay_that_does_not_start(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> object:
        raise RelayStartError("the demonstration relay did not start: no memory")

    monkeypatch.setattr(relay_module, "demonstration_relay", broken)
    bench = Bench(paths)
    failed = await bench.fail(Settings())
    assert failed.reason == "crashed"
    assert bench.problems == ["the demonstration relay did not start: no memory"]
    assert not bench.probe.requests
    await bench.run()


@pytest.mark.parametrize("method", ["add_run", "add_notification"])
async def test_a_full_disk_costs_the_row_and_not_the_verdict(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    bench = await bench_with_history(paths)
    with monkeypatch.context() as patch:
        disk = FullDisk(patch, method)
        reached = await bench.run()
        assert disk.calls == 1
        assert (reached.run_id is None) == (method == "add_run")
        assert bench.problems == ["The disk is full."]
        assert bench.told == [(True, Reason.FIRST)]
        assert bench.events.of(NotificationDecided)[0].notification_row is None
        await bench.run()
        assert bench.told[1] == (False, Reason.REPEATED)
    await bench.job.close()


async def test_news_while_the_disk_is_full_is_told_once(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = await bench_with_history(paths, EXCELLENT, BAD, BAD, BAD, BAD, EXCELLENT)
    await bench.run()
    with monkeypatch.context() as patch:
        FullDisk(patch, "add_run")
        for _ in range(3):
            await bench.run()
    for _ in range(4):
        await bench.run()
    shown = [show for show, _ in bench.told]
    assert shown == [True, False, True, False, False, False, True, False]
    await bench.job.close()


async def test_a_history_that_cannot_be_read(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = await bench_with_history(paths)
    FullDisk(monkeypatch, "last_told")
    await bench.run()
    assert bench.problems == ["The disk is full."]
    assert bench.told == [(True, Reason.FIRST)]
    await bench.job.close()


async def test_a_history_that_cannot_be_opened(paths: Paths, network: Network) -> None:
    paths.data_dir.parent.mkdir(parents=True, exist_ok=True)
    paths.data_dir.mkdir()
    paths.history_file.mkdir()
    bench = Bench(paths, EXCELLENT, EXCELLENT, BAD, BAD)
    bench.job.records.open()
    assert bench.job.records.history is None
    assert len(bench.problems) == 1
    assert str(paths.history_file) in bench.problems[0]
    reached = await bench.run()
    assert reached.run_id is None
    for _ in range(3):
        await bench.run()
    assert bench.told == [
        (True, Reason.FIRST),
        (False, Reason.REPEATED),
        (False, Reason.UNSURE),
        (True, Reason.CHANGED),
    ]
    await bench.job.close()


async def test_a_damaged_history_is_said_and_replaced(paths: Paths, network: Network) -> None:
    paths.data_dir.mkdir(parents=True)
    paths.history_file.write_bytes(b"no database at all, but long enough to be one" * 100)
    bench = await bench_with_history(paths)
    assert len(bench.problems) == 1
    assert (await bench.run()).run_id is not None
    await bench.job.close()


async def test_a_history_damaged_while_running_is_replaced(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = await bench_with_history(paths)
    before = bench.job.records.history

    def corrupt(*_: object, **__: object) -> int:
        raise HistoryError("corrupt", "The history file is damaged.")

    with monkeypatch.context() as patch:
        patch.setattr(History, "add_run", corrupt)
        await bench.run()
    assert bench.problems[0] == "The history file is damaged."
    assert bench.job.records.history is not before
    assert (await bench.run()).run_id is not None
    await bench.job.close()


async def test_losing_the_network_is_news_about_that_network(
    paths: Paths, network: Network
) -> None:
    bench = await bench_with_history(paths, EXCELLENT, UNREACHABLE, UNREACHABLE, EXCELLENT)
    await bench.run()
    network.lose()
    lost = await bench.run()
    assert lost.network_id == HOME
    assert lost.verdict.connectivity_code == 1
    await bench.run()
    network.move(HOME)
    await bench.run()
    assert [show for show, _ in bench.told] == [True, True, False, True]
    await bench.job.close()


async def test_the_last_network_is_known_over_a_restart(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths)
    await bench.run()
    network.move("3" * 32)
    await bench.run(Settings())  # the embedded relay's network is this machine
    await bench.job.close()
    network.lose()
    again = await bench_with_history(paths, UNREACHABLE)
    assert (await again.run()).network_id == HOME
    await again.job.close()


async def test_no_network_at_the_first_start_has_an_identity_of_its_own(
    paths: Paths, network: Network
) -> None:
    network.lose()
    bench = await bench_with_history(paths, UNREACHABLE)
    assert (await bench.run()).network_id == "f" * 32
    await bench.job.close()


LIGHT = msgspec.structs.replace(
    EXCELLENT, mode="light", servers=(example_server(url=URL, throughput_kbps=None),)
)


async def test_a_light_run_goes_by_the_last_full_one_on_this_network(
    paths: Paths, network: Network
) -> None:
    bench = await bench_with_history(paths, FAIR, LIGHT, LIGHT)
    full = await bench.run()
    assert full.verdict.color == "amber"
    light = await bench.run(mode="light")
    assert light.verdict.color == "amber"
    network.move(OFFICE)
    elsewhere = await bench.run(mode="light")
    assert elsewhere.verdict.summary_code != light.verdict.summary_code
    await bench.job.close()


async def test_the_last_full_one_may_be_many_runs_ago(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, FAIR, LIGHT)
    await bench.run()
    network.move(OFFICE)
    for _ in range(35):
        await bench.run(mode="light")
    network.move(HOME)
    await bench.run(mode="light")
    assert bench.probe.known[-2:] == [Known(), known_from(FAIR.servers[0])]
    await bench.job.close()


async def test_a_light_run_does_without_what_it_cannot_read(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = await bench_with_history(paths, LIGHT)
    FullDisk(monkeypatch, "runs")
    assert (await bench.run(mode="light")).verdict.mode == "light"
    await bench.job.close()


# The forecast, which the process that measures makes.

PREDICTION = Prediction(
    servers=(
        ServerPrediction(
            url=URL,
            loss=(0.02, 0.03, 0.9, 0.05),
            latency=(0.98, 0.01, 0.01),
            tier=(0.0, 0.0, 0.0, 0.05, 0.95),
            blame={"loss": 2.0},
        ),
    ),
    model="a model",
)


async def test_a_forecast_decides_where_there_is_one(paths: Paths, network: Network) -> None:
    bench = Bench(paths, SctResult(EXCELLENT, PREDICTION), EXCELLENT)
    by_model = await bench.run()
    assert by_model.verdict.summary_code == 20
    assert by_model.model == "a model"
    await bench.run()
    by_rule = await bench.run()
    assert by_rule.verdict.color == "green"
    assert by_rule.model is None
    assert bench.problems == []


async def test_a_full_run_that_confirms_is_told_by_its_own_forecast(
    paths: Paths, network: Network
) -> None:
    light = SctResult(LIGHT, PREDICTION)
    bench = await bench_with_history(paths, EXCELLENT, light, EXCELLENT)
    await bench.run()
    confirmed = await bench.run(mode="light", confirm="full")
    assert (confirmed.verdict.color, confirmed.verdict.mode) == ("green", "full")
    assert confirmed.model is None
    assert confirmed.verdict.bytes_sent == LIGHT.bytes_sent + EXCELLENT.bytes_sent
    await bench.job.close()


async def test_a_forecast_that_failed_is_told_once_a_reason(paths: Paths, network: Network) -> None:
    damaged = SctResult(EXCELLENT, Prediction(problem="the model is damaged"))
    slow = SctResult(EXCELLENT, Prediction(problem="it took too long"))
    well = SctResult(EXCELLENT, PREDICTION)
    bench = Bench(paths, damaged, damaged, slow, SctFailed("crashed", "why"), slow, well, slow)
    for _ in range(3):
        assert (await bench.run()).verdict.color == "green", "the threshold rule stands in"
    told = ["No model could be asked, so the threshold rule judges: the model is damaged"]
    told.append("No model could be asked, so the threshold rule judges: it took too long")
    assert bench.problems == told
    await bench.fail()
    for _ in range(3):
        await bench.run()
    assert bench.problems == [*told, told[1]], "once more after one that predicted well"
    assert {event.code for event in bench.events.of(ServiceProblem)} == {"forecast"}


async def test_another_model_than_the_one_named_is_told(paths: Paths, network: Network) -> None:
    other = msgspec.structs.replace(PREDICTION, problem="there is no model")
    bench = Bench(paths, SctResult(EXCELLENT, other))
    await bench.run()
    told = "The model that your organisation names can't be used, so the program's own judges: "
    assert bench.problems == [f"{told}there is no model"]


NARROW = example_server(
    url=URL,
    throughput_kbps=Throughput(loop=700.0, up=700.0, down=4000.0, down_at_least=True),
    loaded_rtt_ms=300.0,
    loaded_rtt_at_least=True,
)
KNOWN = Known(throughput=NARROW.throughput_kbps, loaded_rtt_ms=300.0, loaded_rtt_at_least=True)


async def test_a_forecast_is_asked_for_with_what_the_last_full_run_found(
    paths: Paths, network: Network
) -> None:
    farther = msgspec.structs.replace(
        NARROW,
        url="turn:far.example.org",
        rtt_ms=RoundTrip(min=60.0, median=70.0, p95=80.0),
        throughput_kbps=Throughput(loop=650.0, up=None, down=None),
    )
    full = msgspec.structs.replace(EXCELLENT, servers=(farther, NARROW))
    bench = await bench_with_history(paths, full, LIGHT)
    for mode in ("full", "light", "light", "full"):
        await bench.run(mode=mode)
    assert bench.probe.known == [Known(), KNOWN, KNOWN, KNOWN]
    await bench.job.close()


async def test_a_search_that_was_broken_off_leaves_nothing_known(
    paths: Paths, network: Network
) -> None:
    cut, fast = (
        msgspec.structs.replace(
            NARROW, throughput_kbps=Throughput(loop=loop, up=None, down=None, loop_at_least=True)
        )
        for loop in (33.0, 9000.0)
    )
    runs = [msgspec.structs.replace(EXCELLENT, servers=(one,)) for one in (cut, NARROW, cut, fast)]
    bench = await bench_with_history(paths, *runs, LIGHT)
    for mode in ("full", "full", "full", "full", "light"):
        await bench.run(mode=mode)
    assert bench.probe.known[:4] == [Known(), Known(), KNOWN, KNOWN]
    assert bench.probe.known[4] == msgspec.structs.replace(KNOWN, throughput=fast.throughput_kbps)
    await bench.job.close()


async def test_what_is_known_elsewhere_is_not_known_here(paths: Paths, network: Network) -> None:
    narrow = msgspec.structs.replace(EXCELLENT, servers=(NARROW,))
    bench = await bench_with_history(paths, narrow, LIGHT, SctResult(LIGHT, PREDICTION))
    await bench.run()
    network.move(OFFICE)
    await bench.run(mode="light")
    assert bench.probe.known[1] == Known()

    network.move(HOME)
    bench.probe.hold()
    running = asyncio.create_task(bench.run(mode="light"))
    await bench.probe.until_started()
    network.move(OFFICE)
    bench.probe.let_go()
    moved = await running
    assert bench.probe.known[2] == KNOWN
    assert moved.network_id == OFFICE
    assert moved.verdict.color == "green", "a forecast with another network's figures is none"
    assert moved.model is None
    assert moved.run_id is not None
    assert bench.job.records.history is not None
    assert bench.job.records.history.run(moved.run_id).prediction is None
    forecast = bench.job.networks.forecast_in_force()
    assert forecast is not None
    assert (forecast.model, forecast.odds) == (None, None)
    await bench.job.close()


async def test_the_demonstration_is_known_from_its_own_runs_alone(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow = msgspec.structs.replace(EXCELLENT, servers=(NARROW,))
    bench = await bench_with_history(paths, EXCELLENT, narrow, narrow, EXCELLENT)
    await bench.run()
    await bench.run(Settings())
    network.move(OFFICE)
    await bench.run(Settings(), mode="light")
    network.move(HOME)
    await bench.run(mode="light")
    loops = [
        known.throughput.loop if known and known.throughput else None for known in bench.probe.known
    ]
    assert loops == [None, None, 700.0, 5000.0]
    await bench.job.close()


@pytest.mark.parametrize("method", ["runs", "run"])
async def test_a_history_that_cannot_be_read_knows_nothing(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    bench = await bench_with_history(paths, EXCELLENT, LIGHT)
    await bench.run()
    FullDisk(monkeypatch, method)
    await bench.run(mode="light")
    assert bench.probe.known == [Known(), Known()]
    await bench.job.close()


async def test_never_two_runs_at_once(paths: Paths, network: Network) -> None:
    first, second = Bench(paths), Bench(paths)
    first.probe.hold()
    running = asyncio.create_task(first.run())
    await first.probe.until_started()
    failed = await second.fail()
    assert failed.reason == "busy"
    assert second.events.names == ["RunFailed"]
    assert not second.probe.requests
    first.probe.let_go()
    await running
    await second.run()


HOLDER = """
import sys
from filelock import FileLock
with FileLock(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


async def test_another_process_has_the_test(paths: Paths, network: Network) -> None:
    lock = paths.make_runtime_dir() / "run.lock"
    bench = Bench(paths)
    holder = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", HOLDER, str(lock)), stdin=PIPE, stdout=PIPE
    )
    assert holder.stdout is not None
    assert await holder.stdout.readline() == b"held\n"
    assert (await bench.fail()).reason == "busy"
    holder.kill()
    await holder.communicate()
    await bench.run()


async def test_no_place_for_a_lock_is_no_reason_not_to_run(
    paths: Paths, network: Network, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    blocked = Paths(paths.config_file, paths.data_dir, paths.state_dir, tmp_path / "file" / "below")
    bench = Bench(blocked)
    await bench.run()
    assert len(bench.probe.requests) == 1


async def test_secrets_are_not_in_the_environment_of_the_probe(
    paths: Paths, network: Network
) -> None:
    bench = Bench(paths)
    bench.job.environ = {"PATH": "/bin", "TURN_SECRET": "hush", "OTHER": "kept"}
    await bench.run(
        Settings(servers=(ServerSetting((URL,), username="anna", password_env="TURN_SECRET"),))
    )
    assert bench.probe.environs == [{"PATH": "/bin", "OTHER": "kept"}]
    target = bench.probe.requests[0].servers[0]
    assert (target.username, target.password) == ("anna", "hush")
    assert "hush" not in repr(bench.probe.requests)
    assert "hush" not in repr(bench.events)


async def test_own_sentences(paths: Paths, network: Network) -> None:
    texts = {row.notification_code: f"own {row.notification_code}" for row in ROWS}
    bench = await bench_with_history(paths)
    reached = await bench.run(Settings(servers=SERVERS.servers, texts=texts))
    assert reached.verdict.notification == f"own {reached.verdict.notification_code}"
    await bench.job.close()


async def test_own_sentences_are_said_in_the_language_in_force(
    paths: Paths, network: Network
) -> None:
    german = {row.notification_code: "Auf Deutsch" for row in ROWS}
    bench = Bench(paths)
    bench.job.environ = {"LANG": "de_AT.UTF-8"}
    settings = Settings(servers=SERVERS.servers, texts_by_language={"de": german})
    assert (await bench.run(settings)).verdict.notification == "Auf Deutsch"
    finnish = Settings(
        servers=SERVERS.servers, texts_by_language=settings.texts_by_language, language="fi"
    )
    assert (await bench.run(finnish)).verdict.notification != "Auf Deutsch"


@pytest.mark.parametrize(("present", "code"), [(False, 2), (None, 3), (True, 3)])
async def test_microphone_and_camera(
    paths: Paths, network: Network, present: bool | None, code: int
) -> None:
    bench = Bench(paths)
    bench.job.media_present = present
    verdict = (await bench.run()).verdict
    assert verdict.connectivity_code == code
    assert ("no-media-device" in verdict.causes) == (present is False)
    assert verdict.color == "green"


@pytest.mark.parametrize("reason", ["cancelled", "crashed", "time-limit"])
async def test_a_probe_that_failed(paths: Paths, network: Network, reason: str) -> None:
    bench = await bench_with_history(paths, SctFailed(reason, "why"), EXCELLENT)  # type: ignore[arg-type]
    assert await bench.fail() == RunFailed(reason, "why")  # type: ignore[arg-type]
    assert bench.job.records.history is not None
    assert bench.job.records.history.count() == 0
    await bench.run()
    assert bench.job.records.history.count() == 1
    await bench.job.close()


async def test_cancelling_frees_the_test_for_others(paths: Paths, network: Network) -> None:
    bench = Bench(paths)
    bench.probe.hold()
    running = asyncio.create_task(bench.run())
    await bench.probe.until_started()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert bench.probe.cancelled == 1
    await Bench(paths).run()


async def test_a_bug_frees_the_test_for_others(paths: Paths, network: Network) -> None:
    bench = Bench(paths, RuntimeError("a bug"))
    with pytest.raises(RuntimeError, match="a bug"):
        await bench.run()
    await Bench(paths).run()


# Settings that change


async def test_other_servers_are_met_anew(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, EXCELLENT, EXCELLENT, BAD)
    await bench.run()
    await bench.run()
    new = Settings(servers=(ServerSetting(urls=("turn:new.example.org",)),))
    reached = await bench.run(new)
    assert (reached.verdict.color, reached.verdict.unsure) == ("red", False)
    await bench.job.close()


async def test_what_is_remembered_is_read_once(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def remember(network_id: str, *args: object, **options: object) -> NetworkMemory:
        made.append(network_id)
        return NetworkMemory(network_id, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(networks_module, "NetworkMemory", remember)
    bench = await bench_with_history(paths)
    for network_id in (HOME, OFFICE, HOME, OFFICE):
        network.move(network_id)
        await bench.run()
    assert made == [HOME, OFFICE]
    await bench.job.close()


# What is believed


async def test_a_light_run_and_the_full_one_that_confirms_it_are_two_runs(
    paths: Paths, network: Network
) -> None:
    bench = await bench_with_history(paths, EXCELLENT, EXCELLENT, LIGHT_BAD, BAD)
    await bench.run()
    await bench.run()
    reached = await bench.run(mode="light", trigger="schedule", confirm="full")
    assert (reached.verdict.color, reached.verdict.unsure) == ("red", False)
    assert bench.told[-1] == (True, Reason.CHANGED)
    await bench.job.close()


async def test_what_is_believed_outlives_the_program(paths: Paths, network: Network) -> None:
    now = time.time() * 1000
    good, bad = (msgspec.structs.replace(m, timestamp=now) for m in (EXCELLENT, BAD))
    first = await bench_with_history(paths, good)
    for _ in range(3):
        await first.run()
    await first.job.close()
    second = await bench_with_history(paths, bad)
    reached = await second.run()
    assert (reached.verdict.color, reached.verdict.unsure) == ("green", True)
    assert second.told == [(False, Reason.UNSURE)]
    await second.job.close()


async def test_on_the_command_line_a_run_stands_by_itself(paths: Paths, network: Network) -> None:
    now = time.time() * 1000
    good, bad = (msgspec.structs.replace(m, timestamp=now) for m in (EXCELLENT, BAD))
    tray = await bench_with_history(paths, good)
    for _ in range(3):
        await tray.run()
    probe = await bench_with_history(paths, bad, origin="probe")
    reached = await probe.run()
    assert (reached.verdict.color, reached.verdict.unsure) == ("red", False)
    assert (await tray.run()).verdict.color == "green"
    await probe.job.close()
    await tray.job.close()


# What is usual


@pytest.fixture(scope="module")
def two_weeks(tmp_path_factory: pytest.TempPathFactory) -> Callable[[float], Path]:
    """A history of two weeks at home that found so many kbit/s."""

    @cache
    def written(kbps: float) -> Path:
        file = tmp_path_factory.mktemp("weeks") / f"{kbps:.0f}.sqlite"
        write_weeks(file, network_id=HOME, kbps=kbps, runs=336)
        return file

    return written


async def habitual(
    paths: Paths, weeks: Path, *outcomes: RunMeasurement, learn: bool = True
) -> Bench:
    """A job on a network with these weeks behind it, whose habit it has learnt."""
    paths.data_dir.mkdir(parents=True)
    shutil.copy(weeks, paths.history_file)
    bench = await bench_with_history(paths, *outcomes)
    await bench.run()
    if learn:
        await bench.learn(SERVERS)
    return bench


TwoWeeks = Callable[[float], Path]


async def test_two_slow_runs_are_unusual_and_it_is_told_once(
    paths: Paths, network: Network, two_weeks: TwoWeeks
) -> None:
    usual, slow = found(750.0), found(350.0)
    bench = await habitual(paths, two_weeks(750.0), usual, usual, slow)
    for _ in range(5):
        await bench.run()
    verdicts = [event.verdict for event in bench.events.of(VerdictReached)]
    assert {verdict.summary_code for verdict in verdicts} == {verdicts[0].summary_code}
    assert {verdict.color for verdict in verdicts} == {"amber"}
    assert [bool(verdict.unusual) for verdict in verdicts] == [False] * 3 + [True] * 3
    assert bench.told == [
        (True, Reason.FIRST),
        (False, Reason.REPEATED),
        (False, Reason.REPEATED),
        (True, Reason.UNUSUAL),
        (False, Reason.REPEATED),
        (False, Reason.REPEATED),
    ]
    (figure,) = verdicts[-1].unusual
    assert (figure.figure, figure.now) == ("throughput", 350.0)
    assert figure.usual_low == pytest.approx(750.0, rel=0.02)
    assert "unusually slow for this network: 0.35 Mbit/s" in figure.text
    run_id = bench.events.of(VerdictReached)[-1].run_id
    assert bench.job.records.history is not None
    assert run_id is not None
    assert bench.job.records.history.run(run_id).verdict == verdicts[-1]
    await bench.job.close()


async def test_what_is_unusual_and_green_all_the_same_is_told_to_nobody(
    paths: Paths, network: Network, two_weeks: TwoWeeks
) -> None:
    bench = await habitual(paths, two_weeks(40_000.0), found(40_000.0), found(9000.0))
    for _ in range(3):
        last = await bench.run()
    assert (last.verdict.color, len(last.verdict.unusual)) == ("green", 1)
    assert [show for show, _ in bench.told] == [True, False, False, False]
    await bench.job.close()


async def test_a_network_that_always_is_like_that_stays_quiet(
    paths: Paths, network: Network, two_weeks: TwoWeeks
) -> None:
    bench = await habitual(paths, two_weeks(400.0), found(400.0))
    for _ in range(4):
        await bench.run()
    assert not any(event.verdict.unusual for event in bench.events.of(VerdictReached))
    assert [show for show, _ in bench.told] == [True, False, False, False, False]
    await bench.job.close()


async def test_what_was_told_as_unusual_is_not_told_again_after_a_start(
    paths: Paths, network: Network, two_weeks: TwoWeeks
) -> None:
    usual, slow = found(750.0), found(350.0)
    bench = await habitual(paths, two_weeks(750.0), usual, slow)
    for _ in range(3):
        await bench.run()
    assert bench.told[-2:] == [(True, Reason.UNUSUAL), (False, Reason.REPEATED)]
    await bench.job.close()
    again = await bench_with_history(paths, slow)
    reached = await again.run()
    assert reached.verdict.unusual
    assert again.told == [(False, Reason.REPEATED)]
    await again.job.close()


async def test_without_a_habit_nothing_is_unusual(
    paths: Paths, network: Network, two_weeks: TwoWeeks
) -> None:
    bench = await habitual(paths, two_weeks(750.0), found(750.0), found(400.0), learn=False)
    for _ in range(3):
        assert not (await bench.run()).verdict.unusual
    await bench.job.close()


class Lessons:
    """In the place of the process that learns: says what it was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, profile: Profile | None) -> None:
        self.profile = profile
        self.asked: list[str] = []
        self.environs: list[Mapping[str, str]] = []
        monkeypatch.setattr(learning_module, "learn_profile", self)

    async def __call__(
        self, file: Path, network_id: str, environ: Mapping[str, str]
    ) -> Profile | None:
        self.asked.append(network_id)
        self.environs.append(environ)
        return self.profile


def a_profile() -> Profile:
    now = time.time() * 1000
    return Profile(learnt_ms=now, method="rule", runs=1, days=1.0, works=1.0, habits={})


async def test_a_habit_is_learnt_kept_and_not_learnt_again_the_same_day(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    lessons = Lessons(monkeypatch, a_profile())
    secret = Settings(
        servers=(ServerSetting(urls=(URL,), username="ann", password_env="TURN_SECRET"),)
    )
    for _ in range(2):
        bench = await bench_with_history(paths)
        bench.job.environ = {"PATH": "/bin", "TURN_SECRET": "hush"}
        await bench.learn(secret)  # before the first run nothing is known of it
        for _ in range(3):
            await bench.run(secret)
            await bench.learn(secret)
        assert lessons.asked == [HOME]
        assert lessons.environs == [{"PATH": "/bin"}]
        history = bench.job.records.history
        assert history is not None
        kept = history.profile(HOME)
        assert kept is not None
        assert read_profile(kept[1]) == lessons.profile
        await bench.job.close()


async def test_a_history_that_is_too_short_is_not_read_after_every_run(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    lessons = Lessons(monkeypatch, None)
    bench = await bench_with_history(paths)
    for _ in range(3):
        await bench.run()
        await bench.learn(SERVERS)
    assert lessons.asked == [HOME]
    network.move(OFFICE)
    await bench.run()
    await bench.learn(SERVERS)
    assert lessons.asked == [HOME, OFFICE]
    assert bench.job.records.history is not None
    assert bench.job.records.history.profile(HOME) is None
    await bench.job.close()


async def test_a_habit_that_cannot_be_kept_holds_until_the_end(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    lessons = Lessons(monkeypatch, a_profile())
    bench = await bench_with_history(paths)
    await bench.run()
    FullDisk(monkeypatch, "set_profile")
    for _ in range(2):
        await bench.learn(SERVERS)
    assert bench.problems == ["The disk is full."]
    assert lessons.asked == [HOME]
    await bench.job.close()


async def test_the_demonstration_is_no_forecast_and_learns_nothing(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def relay(_job: Job) -> ServerTarget:
        return ServerTarget(url=URL, provider=DEMONSTRATION_LABEL)

    monkeypatch.setattr(Job, "_demonstration", relay)
    lessons = Lessons(monkeypatch, a_profile())
    bench = await bench_with_history(paths, SctResult(EXCELLENT, PREDICTION), BAD)
    for _ in range(2):
        reached = await bench.run(Settings())
        await bench.learn(Settings())
    assert (reached.verdict.color, reached.verdict.unsure) == ("red", False)
    assert bench.job.networks.forecast_in_force() is None
    assert lessons.asked == []
    await bench.job.close()
