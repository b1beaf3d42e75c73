"""The service on a plain event loop: what it runs when, and what it tells whom."""

import asyncio
import dataclasses
import json
import math
import os
import random
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest

from notifier.history.errors import HistoryError
from notifier.history.store import History
from notifier.machine.facts import NetworkFacts
from notifier.measurement import RunMeasurement
from notifier.prediction import Prediction, ServerPrediction
from notifier.quality import CallFigures
from notifier.relay.process import demonstration_relay
from notifier.sct.process import SctResult
from notifier.service import learning as learning_module
from notifier.service import networks as networks_module
from notifier.service import polite as polite_module
from notifier.service import schedule as schedule_module
from notifier.service import service as service_module
from notifier.service.events import (
    CallCompared,
    Event,
    Limit,
    LimitChanged,
    NotificationDecided,
    RunFailed,
    RunProgress,
    RunStarted,
    ScheduleChanged,
    ServiceProblem,
    SettingsChanged,
    VerdictReached,
)
from notifier.service.schedule import BUSY_WAIT, EVERYBODY_SPREAD
from notifier.service.service import Service
from notifier.settings.paths import Paths
from tests.machine.logind import logind
from tests.processes import children_of
from tests.records import example_measurement, example_server, example_verdict
from tests.service.scripted import BAD, EXCELLENT, URL, Events, ScriptedProbe, until
from tests.service.weeks import write_weeks
from tests.session_bus import session_bus

HOUR = 3600.0


_WAITS = (
    "BOOT_SPREAD",
    "CALL_SETTLE",
    "FRONT_SETTLE",
    "FRONT_SPREAD",
    "START_SPREAD",
    "TRIGGER_SPREAD",
)


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _WAITS:
        monkeypatch.setattr(schedule_module, name, 0.0)
    monkeypatch.setattr(schedule_module, "_SETTLE", {})


@pytest.fixture(autouse=True)
def _machine(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = NetworkFacts("ethernet", "eth0", True, "1" * 32)
    monkeypatch.setattr(networks_module, "observe", lambda *_: facts)
    monkeypatch.setattr(service_module, "media_device_present", lambda: True)
    monkeypatch.setattr(service_module, "microphone_in_use", lambda: False)
    monkeypatch.setattr(service_module, "metered", not_known)


async def not_known(_environ: object) -> bool | None:
    return None


def write_settings(paths: Paths, text: str = f'[[server]]\nurls = ["{URL}"]\n') -> None:
    """Write the file as an editor does: under a new modification time."""
    file = paths.config_file
    before = file.stat().st_mtime_ns if file.exists() else 0
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    file.chmod(0o600)
    os.utime(file, ns=(before + 10**9, before + 10**9))


def write_policy(folder: Path, url: str) -> None:
    """Set the servers as an organisation does."""
    folder.mkdir(exist_ok=True)
    file = folder / "10-servers.json"
    file.write_text(json.dumps({"mandatory": {"server": [{"urls": [url]}]}}))
    file.chmod(0o644)


class Bench:
    """A service and everything that it told."""

    def __init__(
        self, paths: Paths, *outcomes: SctResult | RunMeasurement | Exception, **options: float
    ):
        self.events = Events()
        self.probe = ScriptedProbe(*outcomes)
        self.service = Service(
            paths,
            origin="tray",
            environ={"PATH": "/bin"},
            interval_s=options.get("interval_s"),
            rng=random.Random(1),
            watch_machine=False,
            measure_with=self.probe,
        )
        self.service.subscribe(self.events)

    @property
    def triggers(self) -> list[str]:
        """Why each run began."""
        return [event.trigger for event in self.events.of(RunStarted)]

    async def verdicts(self, count: int) -> None:
        """Wait for so many verdicts, and for the schedule after the last one."""
        await self.events.until(lambda: len(self.events.of(VerdictReached)) >= count)
        await self.planned()

    async def failed(self) -> RunFailed:
        """Wait for a run without a verdict, and for the schedule after it."""
        await self.events.until(lambda: bool(self.events.of(RunFailed)))
        await self.planned()
        return self.events.of(RunFailed)[-1]

    async def failed_meanwhile(self) -> RunFailed:
        """Wait for a run without a verdict, while something holds the next."""
        await self.events.until(lambda: bool(self.events.of(RunFailed)))
        await until(lambda: not self.service._schedule.running)
        return self.events.of(RunFailed)[-1]

    async def planned(self) -> None:
        """Wait until the service waits: for the next run, or for the end of a pause."""
        # The verdict is told a little before its run has ended for the schedule.
        await until(
            lambda: (
                not self.service._schedule.running
                and (self.service.state.next_run is not None or self.paused is not None)
            )
        )

    @property
    def running(self) -> bool:
        return self.service.state.progress is not None

    @property
    def paused(self) -> float | None:
        return self.service.state.paused_until

    @property
    def seconds_to_next(self) -> float:
        assert self.service.state.next_run is not None
        return self.service.state.next_run / 1000 - time.time()


@asynccontextmanager
async def started(
    paths: Paths,
    *outcomes: SctResult | RunMeasurement | Exception,
    hold: bool = False,
    **options: float,
) -> AsyncIterator[Bench]:
    if not paths.config_file.exists():
        write_settings(paths)
    bench = Bench(paths, *outcomes, **options)
    if hold:
        bench.probe.hold()
    await bench.service.start()
    try:
        if hold:
            await bench.probe.until_started()
        yield bench
    finally:
        bench.probe.let_go()
        await bench.service.stop()


async def test_a_run_at_the_start(paths: Paths) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        assert bench.triggers == ["start"]
        state = bench.service.state
        assert state.last is bench.events.of(VerdictReached)[0]
        assert state.last.run_id is not None
        assert (state.progress, state.failed, state.paused_until) == (None, None, None)
        assert not state.demonstration
        # One interval on, within its spread; the clock has gone on a little since.
        assert 0.8 * 300 - 60 < bench.seconds_to_next <= 1.2 * 300
        assert bench.service.history is not None
        assert bench.service.history.count() == 1
    assert bench.service.history is None


async def test_the_state_is_up_to_date_when_an_event_is_told(paths: Paths) -> None:
    seen: list[tuple[Event, bool, bool]] = []
    write_settings(paths)
    bench = Bench(paths)
    bench.service.subscribe(
        lambda event: seen.append((event, bench.running, bench.service.state.last is not None))
    )
    await bench.service.start()
    await bench.verdicts(1)
    await bench.service.stop()
    running = {type(event).__name__: running for event, running, _ in seen}
    assert running["RunStarted"]
    assert not running["VerdictReached"]
    assert all(last for event, _, last in seen if isinstance(event, VerdictReached))


async def test_runs_follow_each_other(paths: Paths) -> None:
    async with started(paths, interval_s=0.01) as bench:
        await bench.events.until(lambda: len(bench.events.of(VerdictReached)) >= 4)
        assert bench.triggers[:4] == ["start", "schedule", "schedule", "schedule"]
        names = [n for n in bench.events.names if n in ("RunStarted", "VerdictReached")]
        assert names[:8] == ["RunStarted", "VerdictReached"] * 4


async def test_callbacks_by_their_names(paths: Paths) -> None:
    servers = [example_server(url=f"turn:{name}.example.org") for name in "ab"]
    calls: list[tuple[str, str]] = []
    write_settings(paths)
    bench = Bench(paths, example_measurement(*servers))
    service = bench.service

    def on_server(record: dict[str, object]) -> None:
        msgspec.json.encode(record)
        assert "mappedAddress" not in record
        calls.append(("server", str(record["url"])))

    def on_verdict(record: dict[str, object]) -> None:
        msgspec.json.encode(record)
        calls.append(("verdict", str(record["color"])))

    service.on("preCallTestResults", on_server)
    unsubscribe = service.on("pctConnectionQualityChange", on_verdict)
    with pytest.raises(ValueError, match="recommendedConfig"):
        service.on("recommendedConfig", on_verdict)
    await service.start()
    await bench.verdicts(1)
    assert calls == [
        ("server", "turn:a.example.org"),
        ("server", "turn:b.example.org"),
        ("verdict", "green"),
    ]
    unsubscribe()
    unsubscribe()
    service.run_now()
    await bench.verdicts(2)
    assert [name for name, _ in calls].count("verdict") == 1
    assert [name for name, _ in calls].count("server") == 4
    await service.stop()


async def test_a_run_by_hand(paths: Paths) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.service.run_now()
        bench.service.run_now()
        await bench.verdicts(2)
        assert bench.triggers == ["start", "manual"]


async def test_asking_for_a_run_while_one_runs_does_nothing(paths: Paths) -> None:
    async with started(paths, hold=True) as bench:
        bench.service.run_now()
        bench.probe.let_go()
        await bench.verdicts(1)
        assert bench.triggers == ["start"]
        assert bench.seconds_to_next > 100


async def test_cancelling_a_run(paths: Paths) -> None:
    async with started(paths, hold=True) as bench:
        bench.service.cancel_run()
        bench.service.cancel_run()
        assert (await bench.failed()).reason == "cancelled"
        assert bench.probe.cancelled == 1
        assert [bench.service.state.failed] == bench.events.of(RunFailed)
        assert bench.seconds_to_next > 100
        bench.service.cancel_run()
        bench.probe.let_go()
        bench.service.run_now()
        await bench.verdicts(1)
        assert not bench.service.state.failed
        assert len(bench.events.of(RunFailed)) == 1


async def test_a_pause_ends_the_run_in_hand_and_holds_the_next(paths: Paths) -> None:
    async with started(paths, hold=True) as bench:
        before = time.time()
        bench.service.pause(HOUR)
        until_then = bench.paused or 0.0
        assert (before + HOUR) * 1000 <= until_then <= (time.time() + HOUR) * 1000
        assert (await bench.failed()).reason == "cancelled"
        assert not bench.service.state.next_run
        bench.probe.let_go()
        for happens in (bench.service.network_changed, bench.service.woke_up):
            happens()
        bench.service.run_now()
        await bench.verdicts(1)
        assert bench.triggers == ["start", "manual"]
        assert not bench.service.state.next_run
        bench.service.resume()
        await bench.verdicts(2)
        assert not bench.paused
        assert bench.seconds_to_next > 100


async def test_a_pause_until_further_notice(paths: Paths) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.service.pause(None)
        assert bench.paused == math.inf
        assert bench.service.state.next_run is None
        bench.service.resume()
        await bench.verdicts(2)


async def test_a_pause_ends_by_itself(paths: Paths) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.service.pause(0.05)
        await bench.events.until(lambda: len(bench.events.of(VerdictReached)) == 2)
        await bench.events.until(lambda: bench.paused is None)


async def test_a_change_of_network_during_a_run_is_measured_after_it(paths: Paths) -> None:
    async with started(paths, hold=True) as bench:
        bench.service.network_changed()
        bench.service.network_changed()
        assert bench.running
        bench.probe.let_go()
        await bench.events.until(lambda: len(bench.events.of(VerdictReached)) == 2)
        await bench.planned()
        assert bench.triggers == ["start", "network"]
        assert bench.seconds_to_next > 100


@pytest.mark.parametrize("happens", ["network_changed", "woke_up"])
async def test_what_the_machine_tells_leads_to_a_run(paths: Paths, happens: str) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        getattr(bench.service, happens)()
        await bench.verdicts(2)
        assert bench.triggers[1] == {"network_changed": "network", "woke_up": "wake"}[happens]


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The service's clock on the wall; ``ahead`` says how far it was put forward, seconds."""
    clock = SimpleNamespace(ahead=0.0)
    clock.time = lambda: time.time() + clock.ahead
    monkeypatch.setattr(service_module, "time", clock)
    return clock


async def test_waking_up_after_the_end_of_a_pause(paths: Paths, wall: SimpleNamespace) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.service.pause(HOUR)
        wall.ahead = 2 * HOUR
        bench.service.woke_up()
        await bench.events.until(lambda: len(bench.events.of(VerdictReached)) == 2)
        assert bench.paused is None


async def test_time_asleep_counts_for_a_pause(paths: Paths, wall: SimpleNamespace) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.service.pause(HOUR)
        told = bench.paused
        wall.ahead = HOUR - 0.2
        bench.service.woke_up()
        assert bench.paused == told
        await bench.events.until(lambda: len(bench.events.of(VerdictReached)) == 2)


async def test_a_clock_put_back_does_not_lengthen_a_pause(
    paths: Paths, wall: SimpleNamespace
) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.service.pause(0.2)
        wall.ahead = -HOUR
        bench.service.woke_up()
        await bench.events.until(lambda: len(bench.events.of(VerdictReached)) == 2)


async def test_waking_up_leaves_a_pause_until_further_notice(
    paths: Paths, wall: SimpleNamespace
) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.service.pause(None)
        wall.ahead = 1000 * HOUR
        bench.service.woke_up()
        assert bench.paused == math.inf
        assert bench.service.state.next_run is None


async def test_reading_the_settings_again(paths: Paths) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        write_settings(paths, f'[test]\nintervall = 60\n\n[[server]]\nurls = ["{URL}"]\n')
        bench.service.reload_settings()
        (changed,) = bench.events.of(SettingsChanged)
        assert "line 2" in changed.problems[0]
        assert bench.service.state.problems == changed.problems
        assert bench.service.loaded.problems
        assert bench.triggers == ["start"], "the servers are the same"
        write_settings(paths, '[[server]]\nurls = ["turn:new.example.org"]\n')
        bench.service.reload_settings()
        await bench.verdicts(2)
        assert bench.triggers == ["start", "settings"]
        assert bench.probe.requests[1].servers[0].url == "turn:new.example.org"
        assert bench.service.state.problems == ()


async def test_servers_of_another_policy_are_not_tested_by_everybody_at_once(
    paths: Paths, tmp_path: Path
) -> None:
    folder = tmp_path / "policy.d"
    paths = dataclasses.replace(paths, policy_dir=folder, policy_owner=os.geteuid())
    write_policy(folder, URL)
    async with started(paths) as bench:
        await bench.verdicts(1)
        write_policy(folder, "turn:new.example.org")
        bench.service.reload_settings()
        await bench.planned()
        found = bench.service._schedule.due(bench.service._now())
        assert found is not None
        assert found.trigger == "settings"
        assert 10 < bench.seconds_to_next <= EVERYBODY_SPREAD
        bench.service.run_now()  # a person need not wait for it
        await bench.verdicts(2)
        assert bench.probe.requests[1].servers[0].url == "turn:new.example.org"


async def test_a_shorter_interval_takes_effect_at_once(paths: Paths) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        write_settings(paths, f'[test]\ninterval = 60\n\n[[server]]\nurls = ["{URL}"]\n')
        bench.service.reload_settings()
        await bench.events.until(lambda: bench.seconds_to_next <= 72)


async def test_servers_changed_during_a_run_are_measured_after_it(paths: Paths) -> None:
    async with started(paths, hold=True) as bench:
        write_settings(paths, '[[server]]\nurls = ["turn:new.example.org"]\n')
        bench.service.reload_settings()
        bench.probe.let_go()
        await bench.events.until(lambda: len(bench.events.of(VerdictReached)) == 2)
        urls = [request.servers[0].url for request in bench.probe.requests]
        assert urls == [URL, "turn:new.example.org"]


async def test_nothing_of_the_servers_is_said_of_the_demonstration_or_the_other_way(
    paths: Paths,
) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.probe.hold()
        bench.service.run_now()
        await bench.probe.until_started()
        write_settings(paths, "")
        bench.service.reload_settings()
        state = bench.service.state
        assert (state.demonstration, state.last) == (True, None)
        await bench.events.until(lambda: bool(bench.events.of(RunFailed)))
        write_settings(paths, '[[server]]\nurls = ["turn:new.example.org"]\n')
        bench.service.reload_settings()
        state = bench.service.state
        assert (state.demonstration, state.last) == (False, None)


async def test_a_slip_in_the_file_leaves_the_servers(paths: Paths) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        servers = bench.service.settings.servers
        write_settings(paths, "[test\n")
        bench.service.reload_settings()
        assert bench.service.settings.servers == servers
        assert not bench.service.state.demonstration
        assert bench.service.state.last is not None
        assert bench.events.of(SettingsChanged)[-1].problems


async def test_a_file_edited_by_hand_is_read_before_the_next_run(paths: Paths) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        write_settings(paths, '[[server]]\nurls = ["turn:new.example.org"]\n')
        bench.service.run_now()
        await bench.verdicts(2)
        assert bench.probe.requests[1].servers[0].url == "turn:new.example.org"
        assert len(bench.events.of(SettingsChanged)) == 1
        assert bench.triggers == ["start", "manual"]


async def test_what_an_organisation_sets_is_read_like_the_file(
    paths: Paths, tmp_path: Path
) -> None:
    folder = tmp_path / "policy.d"
    paths = dataclasses.replace(paths, policy_dir=folder, policy_owner=os.geteuid())
    async with started(paths) as bench:
        await bench.verdicts(1)
        folder.mkdir()
        file = folder / "10-office.json"
        for number, interval in enumerate((600, 60), 2):
            file.write_text(f'{{"mandatory": {{"test": {{"interval": {interval}}}}}}}')
            os.utime(file, ns=(interval * 10**9, interval * 10**9))
            bench.service.run_now()
            await bench.verdicts(number)
            assert bench.service.settings.interval_s == interval
        assert bench.service.loaded.locked("test.interval")


async def test_a_policy_that_others_may_write_from_now_on_counts_no_more(
    paths: Paths, tmp_path: Path
) -> None:
    folder = tmp_path / "policy.d"
    paths = dataclasses.replace(paths, policy_dir=folder, policy_owner=os.geteuid())
    folder.mkdir()
    file = folder / "10-office.json"
    file.write_text('{"mandatory": {"test": {"interval": 600}}}')
    async with started(paths) as bench:
        await bench.verdicts(1)
        assert bench.service.settings.interval_s == 600
        file.chmod(0o666)
        bench.service.run_now()
        await bench.verdicts(2)
        assert not bench.service.loaded.locked("test.interval")
        assert "others than its owner" in bench.service.state.problems[0]


async def test_an_organisation_names_the_model(paths: Paths, tmp_path: Path) -> None:
    folder = tmp_path / "policy.d"
    paths = dataclasses.replace(paths, policy_dir=folder, policy_owner=os.geteuid())
    folder.mkdir()
    policy = '{"mandatory": {"forecast": {"model": "/etc/ours.json"}}}'
    (folder / "model.json").write_text(policy)
    async with started(paths) as bench:
        await bench.verdicts(1)
        assert bench.probe.models == ["/etc/ours.json"]


async def test_problems_in_the_file_are_told_at_the_start(paths: Paths) -> None:
    write_settings(paths, 'wrong = 1\n\n[[server]]\nurls = ["turn:a.example.org"]\n')
    async with started(paths) as bench:
        await bench.verdicts(1)
        assert len(bench.service.state.problems) == 1
        assert "wrong" in bench.service.state.problems[0]


async def test_the_first_start_writes_a_settings_file(paths: Paths) -> None:
    bench = Bench(paths)
    assert bench.service.state.demonstration
    bench.service.pause(None)  # no run: it would go to the embedded relay
    await bench.service.start()
    assert paths.config_file.read_text().startswith("# Settings of Call Notifier")
    assert not bench.events.of(SettingsChanged)
    await bench.service.stop()


async def test_a_settings_file_that_cannot_be_written(paths: Paths) -> None:
    paths.config_file.parent.parent.mkdir(parents=True)
    paths.config_file.parent.write_text("a file where a folder should be")
    bench = Bench(paths)
    bench.service.pause(None)
    await bench.service.start()
    assert bench.service.history is not None
    await bench.service.stop()


async def test_runs_of_the_schedule_are_light_until_a_full_one_is_due(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    light = msgspec.structs.replace(EXCELLENT, mode="light")
    async with started(paths, EXCELLENT, light, light, EXCELLENT, interval_s=0.01) as bench:
        await bench.events.until(lambda: len(bench.probe.requests) >= 3)
        monkeypatch.setattr(polite_module, "FULL_INTERVAL", 0.0)
        await bench.events.until(lambda: bench.probe.requests[-1].mode == "full")
    assert [request.mode for request in bench.probe.requests[:3]] == ["full", "light", "light"]


@pytest.mark.parametrize("kind", ["woke_up", "run_now"])
async def test_a_run_with_a_reason_is_full(paths: Paths, kind: str) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        getattr(bench.service, kind)()
        await bench.verdicts(2)
    assert [request.mode for request in bench.probe.requests] == ["full", "full"]


async def test_a_clock_that_was_set_is_no_reason_to_delete_runs(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    pruned: list[object] = []
    monkeypatch.setattr(History, "prune", lambda *_, **options: pruned.append(options))
    async with started(paths) as bench:
        await bench.verdicts(1)
        assert len(pruned) == 1
        year = 365 * 24 * HOUR
        monkeypatch.setattr(service_module, "started_at", lambda: time.time() + year)
        bench.service.run_now()
        await bench.verdicts(2)
    assert len(pruned) == 1


async def test_an_interval_instead_of_the_setting(paths: Paths) -> None:
    async with started(paths, interval_s=2 * HOUR) as bench:
        await bench.verdicts(1)
        bench.service.reload_settings()
        assert 0.8 * 2 * HOUR - 60 < bench.seconds_to_next <= 1.2 * 2 * HOUR


@pytest.mark.allow_log(r"ERROR notifier\.service\.service: a listener failed on RunStarted")
async def test_a_listener_that_fails_hurts_nobody(paths: Paths) -> None:
    def broken(event: Event) -> None:
        if isinstance(event, RunStarted):
            raise RuntimeError("a bug in a window")

    write_settings(paths)
    bench = Bench(paths)
    bench.service._listeners.insert(0, broken)
    await bench.service.start()
    await bench.verdicts(1)
    assert bench.triggers == ["start"]
    await bench.service.stop()


async def test_a_listener_may_unsubscribe_while_it_is_called(paths: Paths) -> None:
    write_settings(paths)
    bench = Bench(paths)
    heard: list[Event] = []

    def once(event: Event) -> None:
        heard.append(event)
        unsubscribe()

    unsubscribe = bench.service.subscribe(once)
    late = Events()
    bench.service.subscribe(late)
    await bench.service.start()
    await bench.verdicts(1)
    assert len(heard) == 1
    assert late == bench.events
    await bench.service.stop()


@pytest.mark.allow_log(r"ERROR notifier\.service\.service: the run failed")
async def test_a_bug_costs_one_run(paths: Paths) -> None:
    async with started(paths, RuntimeError("a bug"), EXCELLENT) as bench:
        failed = await bench.failed()
        assert failed.reason == "crashed"
        assert "a bug" not in failed.detail
        assert bench.seconds_to_next > 100
        bench.service.run_now()
        await bench.verdicts(1)


@pytest.mark.allow_log(r"ERROR notifier\.service\.service: old runs were not deleted")
async def test_a_bug_while_tidying_up_costs_nothing(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> int:
        raise RuntimeError("a bug")

    monkeypatch.setattr(History, "prune", broken)
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.service.run_now()
        await bench.verdicts(2)


async def test_another_process_has_the_test(paths: Paths) -> None:
    other = Bench(paths)
    lock = other.service._job.lock()
    async with started(paths) as bench:
        assert (await bench.failed()).reason == "busy"
        assert bench.seconds_to_next <= 1.2 * BUSY_WAIT
        lock.release()
        bench.service.run_now()
        await bench.verdicts(1)


async def test_stopping_during_a_run(paths: Paths) -> None:
    async with started(paths, hold=True) as bench:
        await bench.service.stop()
        assert bench.probe.cancelled == 1
        assert bench.events.of(RunFailed) == [RunFailed("cancelled", "the test was cancelled")]
        assert bench.service.history is None
        Bench(paths).service._job.lock().release()
        told = len(bench.events)
        bench.service.run_now()
        bench.service.network_changed()
        bench.service.cancel_run()
        bench.service.notification_delivered(1, "tray")
        await bench.service.stop()
        assert len(bench.events) == told
        assert len(bench.probe.requests) == 1


async def test_stopping_before_the_start(paths: Paths) -> None:
    await Bench(paths).service.stop()


async def test_a_damaged_history_is_told(paths: Paths) -> None:
    paths.data_dir.mkdir(parents=True)
    paths.history_file.write_bytes(b"no database at all, but long enough to be one" * 100)
    async with started(paths) as bench:
        await bench.verdicts(1)
        (problem,) = bench.events.of(ServiceProblem)
        assert problem.code == "history-replaced"
        assert bench.service.state.problems == (problem.message,)
        bench.service.reload_settings()
        assert bench.service.state.problems == (problem.message,)


async def test_old_runs_are_deleted_after_a_run(paths: Paths) -> None:
    with History.open(paths.history_file) as history:
        old = example_measurement(timestamp=(time.time() - 200 * 24 * HOUR) * 1000)
        history.add_run(
            example_verdict(old),
            old,
            network_id="1" * 32,
            origin="tray",
            trigger="start",
            demonstration=False,
        )
    fresh = msgspec.structs.replace(EXCELLENT, timestamp=time.time() * 1000)
    async with started(paths, fresh) as bench:
        await bench.verdicts(1)
        assert bench.service.history is not None
        assert [run.timestamp for run in bench.service.history.runs()] == [fresh.timestamp]


async def test_a_full_disk_is_told_and_nothing_stops(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> int:
        raise HistoryError("full", "The disk is full.")

    for method in ("add_run", "prune", "set_delivered"):
        monkeypatch.setattr(History, method, full)
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.service.notification_delivered(1, "tray")
        assert bench.service.state.problems == ("The disk is full.",)
        bench.service.run_now()
        await bench.verdicts(2)


async def test_how_a_notification_was_shown_is_kept(paths: Paths) -> None:
    async with started(paths, EXCELLENT, BAD) as bench:
        await bench.verdicts(1)
        (decided,) = bench.events.of(NotificationDecided)
        bench.service.notification_delivered(decided.notification_row, "freedesktop")
        bench.service.notification_delivered(None, "tray")
        history = bench.service.history
        assert history is not None
        (run,) = history.runs()
        decision = history.run(run.id).decision
        assert decision is not None
        assert decision.delivered_by == "freedesktop"


async def test_devices_as_the_machine_has_them(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service_module, "media_device_present", lambda: False)
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.service.media_devices_changed(True)
        bench.service.run_now()
        await bench.verdicts(2)
        codes = [e.verdict.connectivity_code for e in bench.events.of(VerdictReached)]
        assert codes == [2, 3]


async def test_a_camera_that_is_plugged_in_changes_what_is_said_at_once(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    present = [False]
    plugged: list[Callable[[], None]] = []

    async def watch_devices(on_change: Callable[[], None]) -> None:
        plugged.append(on_change)

    async def watch(*_: object) -> None:
        pass

    monkeypatch.setattr(service_module, "media_device_present", lambda: present[0])
    monkeypatch.setattr(service_module, "watch_devices", watch_devices)
    monkeypatch.setattr(service_module, "watch", watch)
    write_settings(paths)
    bench = Bench(paths, EXCELLENT)
    bench.service._watch_machine = True
    await bench.service.start()
    await bench.verdicts(1)
    last = bench.service.state.last
    assert last is not None
    assert last.verdict.connectivity_code == 2
    assert "no-media-device" in last.verdict.causes

    for there, code in ((True, 3), (False, 2)):
        present[0] = there
        plugged[0]()
        async with asyncio.timeout(5):
            while bench.service.state.last is last:  # noqa: ASYNC110 - a thread has looked
                await asyncio.sleep(0.01)
        last = bench.service.state.last
        assert last is not None
        assert last.verdict.connectivity_code == code
        assert ("no-media-device" in last.verdict.causes) is not there
        assert len(last.verdict.advice) == len(last.verdict.causes)
    assert len(bench.probe.requests) == 1, "nothing was measured for it"
    history = bench.service.history
    assert history is not None
    (run,) = history.runs()
    assert history.run(run.id).verdict.connectivity_code == 2, "the run's record stays"
    await bench.service.stop()


async def test_what_a_front_end_says_of_devices_counts(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings(paths)
    bench = Bench(paths)

    def looked_up_late() -> bool:
        bench.service.media_devices_changed(False)
        return True

    monkeypatch.setattr(service_module, "media_device_present", looked_up_late)
    await bench.service.start()
    await bench.verdicts(1)
    assert bench.events.of(VerdictReached)[0].verdict.connectivity_code == 2
    await bench.service.stop()


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the watch over the machine did."""
    calls: list[str] = []

    async def watch(*_: object) -> None:
        calls.append("began")
        try:
            await asyncio.Event().wait()
        finally:
            calls.append("ended")

    monkeypatch.setattr(service_module, "watch", watch)
    return calls


async def test_the_machine_is_watched_until_the_end(paths: Paths, watched: list[str]) -> None:
    write_settings(paths)
    bench = Bench(paths)
    bench.service._watch_machine = True
    await bench.service.start()
    await bench.verdicts(1)
    assert watched == ["began"]
    await bench.service.stop()
    assert watched == ["began", "ended"]


async def test_while_another_person_has_the_screen_nothing_runs_by_itself(paths: Paths) -> None:
    async with started(paths, hold=True) as bench:
        service = bench.service
        service.session_in_front(False)
        assert (await bench.failed_meanwhile()).reason == "cancelled"
        service.network_changed()
        service.call_started("a")
        service.call_ended("a")
        bench.probe.let_go()
        service.run_now()
        await bench.events.until(lambda: len(bench.events.of(VerdictReached)) == 1)
        await until(lambda: not service._schedule.running)
        assert service.state.next_run is None
        assert service.state.limit is None
        service.session_in_front(True)
        await bench.verdicts(2)
        assert bench.triggers == ["start", "manual", "session"]


async def test_a_run_by_hand_outlives_a_change_of_person(paths: Paths) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.probe.hold()
        bench.service.run_now()
        await bench.probe.until_started()
        bench.service.session_in_front(False)
        bench.probe.let_go()
        await bench.events.until(lambda: len(bench.events.of(VerdictReached)) == 2)
        bench.service.session_in_front(True)
        await bench.verdicts(3)
        assert bench.triggers == ["start", "manual", "session"]
        assert [e.mode for e in bench.events.of(RunStarted)] == ["full", "full", "light"]


async def test_coming_back_does_not_end_a_pause(paths: Paths) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.service.pause(HOUR)
        bench.service.session_in_front(False)
        bench.service.session_in_front(True)
        bench.service.run_now()
        await bench.verdicts(2)
        assert bench.triggers == ["start", "manual"]
        assert bench.paused


@pytest.mark.parametrize("by_hand", [False, True])
async def test_a_run_over_which_the_machine_falls_asleep(paths: Paths, by_hand: bool) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.probe.hold()
        bench.service.run_now() if by_hand else bench.service.network_changed()
        await bench.probe.until_started()
        bench.service.going_to_sleep()
        assert (await bench.failed_meanwhile()).reason == "cancelled"
        bench.service.network_changed()  # the link goes down first
        await until(lambda: bench.service.state.next_run is None)
        bench.probe.let_go()
        bench.service.woke_up()
        await bench.verdicts(2)
        assert len(bench.triggers) == 3


@pytest.mark.tools("dbus-daemon")
async def test_what_logind_says(paths: Paths, tmp_path: Path) -> None:
    write_settings(paths)
    bench = Bench(paths)
    runs = bench.events.of
    bench.service._watch_machine = True
    with session_bus(tmp_path) as address:
        bench.service._environ = {"DBUS_SYSTEM_BUS_ADDRESS": address}
        async with logind(address, active=False) as served:
            bench.probe.hold()
            await bench.service.start()
            await asyncio.wait_for(served.asked.wait(), 20)
            await until(lambda: not bench.service._schedule.running)
            bench.probe.let_go()
            begun = len(runs(RunStarted))  # the first run may have been quicker than the bus
            await served.activate(True)
            await bench.verdicts(1)
            assert len(runs(RunStarted)) == begun + 1
            bench.probe.hold()
            bench.service.network_changed()
            await bench.probe.until_started()
            await served.prepare_for_sleep(True)
            await until(lambda: bench.service.state.failed is not None)
            bench.probe.let_go()
            await served.prepare_for_sleep(False)
            await bench.verdicts(2)
            assert bench.triggers[-1] == "wake"
            bench.probe.hold()
            bench.service.network_changed()
            await bench.probe.until_started()
            await served.activate(False)
            await until(lambda: bench.service.state.failed is not None)
            assert bench.service.state.next_run is None
            bench.probe.let_go()
            await served.activate(True)
            await bench.verdicts(3)
            assert bench.triggers[-1] == "session"
            await bench.service.stop()


@pytest.mark.allow_log(r"ERROR notifier\.service\.service: changes of network, sleep and session")
async def test_a_watch_that_fails_is_logged_and_costs_nothing_else(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(service_module, "watch", broken)
    write_settings(paths)
    bench = Bench(paths)
    bench.service._watch_machine = True
    await bench.service.start()
    await bench.verdicts(1)
    await bench.service.stop()


@asynccontextmanager
async def real_service(paths: Paths) -> AsyncIterator[tuple[Service, Events]]:
    """The real probe in its process, against a relay on loopback that the settings name."""
    async with demonstration_relay() as relay:
        write_settings(
            paths,
            f'[[server]]\nurls = ["{relay.url}"]\nlabel = "Loopback"\n'
            f'username = "{relay.username}"\npassword-env = "RELAY_PASSWORD"\n',
        )
        environ = {**os.environ, "RELAY_PASSWORD": relay.password}
        service = Service(paths, origin="watch", environ=environ, rng=random.Random(1))
        events = Events()
        service.subscribe(events)
        await service.start()
        try:
            yield service, events
        finally:
            await service.stop()


async def test_from_the_settings_to_a_verdict_with_the_real_probe(paths: Paths) -> None:
    records: list[tuple[str, dict[str, object]]] = []
    async with real_service(paths) as (service, events):
        for name in ("preCallTestResults", "pctConnectionQualityChange"):
            service.on(name, lambda record, name=name: records.append((name, record)))  # type: ignore[misc]
        await events.until(lambda: bool(events.of(VerdictReached) or events.of(RunFailed)))
        (reached,) = events.of(VerdictReached)
        assert not reached.demonstration
        assert [name for name, _ in records] == ["preCallTestResults", "pctConnectionQualityChange"]
        server = reached.verdict.servers[0]
        assert (server.provider, server.reachable, server.error) == ("Loopback", True, None)
        assert server.throughput_kbps is not None
        assert reached.verdict.local_ip
        fractions = [progress.fraction for progress in events.of(RunProgress)]
        assert fractions == sorted(fractions)
        assert service.history is not None
        assert service.history.count() == 1
        await events.until(lambda: bool(events.of(ScheduleChanged)))
        service.call_started("a")
        service.call_ended("a", FIGURES, duration_ms=60_000.0)
        (compared,) = events.of(CallCompared)
        assert compared.comparison.forecast_code == reached.verdict.summary_code
        (result,) = service.history.call_results(network_id=reached.network_id)
        assert (result.run_id, result.code) == (reached.run_id, 95)


async def test_stopping_during_a_real_run_leaves_nothing_behind(paths: Paths) -> None:
    before = set(children_of(os.getpid()))
    async with real_service(paths) as (service, events):
        await events.until(
            lambda: (
                any(p.phase == "stream" for p in events.of(RunProgress))
                or bool(events.of(VerdictReached))
            )
        )
        assert not events.of(VerdictReached)
        with_probe = set(children_of(os.getpid())) - before
        await service.stop()
        gone = with_probe - set(children_of(os.getpid()))
        assert len(gone) == 1, "the probe; the relay is the test's own"
        assert events.of(RunFailed)[-1].reason == "cancelled"
    assert set(children_of(os.getpid())) <= before
    Bench(paths).service._job.lock().release()


# What is polite


def limits(bench: Bench) -> list[Limit | None]:
    return [event.limit for event in bench.events.of(LimitChanged)]


async def test_no_run_by_itself_during_a_call_and_one_soon_after(paths: Paths) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.service.call_started("a")
        bench.service.call_started("b")
        bench.service.call_started("b")
        bench.service.network_changed()
        bench.service.woke_up()
        bench.service.call_ended("a")
        bench.service.call_ended("never begun")
        assert bench.service.state.limit == Limit("call", "none")
        await until(lambda: bench.service.state.next_run is None)
        assert len(bench.probe.requests) == 1
        bench.service.call_ended("b")
        await bench.verdicts(2)
        assert bench.triggers[1] in ("network", "wake")
        assert limits(bench)[:2] == [Limit("call", "none"), None]


async def test_a_call_ends_the_run_in_hand_which_is_made_up_for(paths: Paths) -> None:
    async with started(paths, hold=True) as bench:
        bench.service.call_started("a")
        await bench.events.until(lambda: bool(bench.events.of(RunFailed)))
        assert bench.events.of(RunFailed)[0].reason == "cancelled"
        assert bench.probe.cancelled == 1
        bench.probe.let_go()
        bench.service.call_ended("a")
        await bench.verdicts(1)
        assert bench.triggers == ["start", "start"]
        assert bench.probe.requests[1].mode == "full"


async def test_a_run_by_hand_during_a_call_is_light_and_says_why(paths: Paths) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.service.call_started("a")
        bench.service.run_now()
        await bench.events.until(lambda: len(bench.events.of(VerdictReached)) == 2)
        started_light = bench.events.of(RunStarted)[1]
        assert (started_light.mode, started_light.limit) == ("light", Limit("call", "light"))
        assert not bench.probe.requests[1].call_check


async def test_a_run_by_hand_goes_on_when_a_call_begins(paths: Paths) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.probe.hold()
        bench.service.run_now()
        await bench.probe.until_started()
        bench.service.call_started("a")
        bench.probe.let_go()
        await bench.events.until(lambda: len(bench.events.of(VerdictReached)) == 2)
        assert bench.probe.cancelled == 0


@pytest.fixture
def microphone(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The microphone; ``used`` says whether somebody records, None that it is not known."""
    state = SimpleNamespace(used=True)
    monkeypatch.setattr(service_module, "microphone_in_use", lambda: state.used)
    monkeypatch.setattr(service_module, "MICROPHONE_LOOK", 0.01)
    return state


async def test_a_microphone_in_use_is_a_call(paths: Paths, microphone: SimpleNamespace) -> None:
    async with started(paths) as bench:
        await bench.events.until(lambda: limits(bench) == [Limit("call", "none")])
        assert bench.probe.requests == []
        microphone.used = False
        await bench.verdicts(1)
        assert bench.triggers == ["start"]
        assert limits(bench) == [Limit("call", "none"), None]


async def test_a_run_by_hand_asks_the_microphone_too(
    paths: Paths, microphone: SimpleNamespace
) -> None:
    async with started(paths) as bench:
        await bench.events.until(lambda: bool(limits(bench)))
        bench.service.run_now()
        await bench.events.until(lambda: bool(bench.events.of(VerdictReached)))
        assert bench.probe.requests[0].mode == "light"


async def test_a_microphone_of_which_nothing_is_known(
    paths: Paths, microphone: SimpleNamespace
) -> None:
    microphone.used = None
    async with started(paths) as bench:
        await bench.verdicts(1)
        assert limits(bench) == []


async def test_a_microphone_that_is_always_open_is_no_call_for_ever(
    paths: Paths, microphone: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service_module, "MICROPHONE_LIMIT", 0.1)
    async with started(paths) as bench:
        await bench.verdicts(1)
        bench.service.woke_up()
        await bench.verdicts(2)
        assert limits(bench) == [Limit("call", "none"), None], "not believed a second time"
        microphone.used = False
        bench.service.woke_up()
        await bench.verdicts(3)
        microphone.used = True
        bench.service.woke_up()
        await bench.events.until(lambda: limits(bench)[2:3] == [Limit("call", "none")])


@pytest.fixture
def meter(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What NetworkManager says of the connection."""
    state = SimpleNamespace(metered=True)

    async def metered(_environ: object) -> bool | None:
        return bool(state.metered)

    monkeypatch.setattr(service_module, "metered", metered)
    return state


LIGHT = msgspec.structs.replace(EXCELLENT, mode="light")


async def test_on_a_metered_connection_runs_are_light(paths: Paths, meter: SimpleNamespace) -> None:
    async with started(paths, LIGHT) as bench:
        await bench.verdicts(1)
        # The first on this network is news, and confirmed in the same way.
        assert [request.mode for request in bench.probe.requests] == ["light", "light"]
        assert bench.service.state.limit == Limit("metered", "light")
        bench.service.run_now()
        await bench.verdicts(2)
        assert bench.probe.requests[-1].mode == "full", "a person asked"
        assert not any(request.call_check for request in bench.probe.requests)
        meter.metered = False
        bench.service.woke_up()
        await bench.verdicts(3)
        assert bench.probe.requests[-1].mode == "full"
        assert bench.service.state.limit is None


async def test_on_a_metered_connection_as_the_settings_say(
    paths: Paths, meter: SimpleNamespace
) -> None:
    write_settings(paths, f'[test]\non-metered = "none"\n\n[[server]]\nurls = ["{URL}"]\n')
    async with started(paths) as bench:
        await bench.events.until(lambda: limits(bench) == [Limit("metered", "none")])
        await bench.planned()
        assert bench.seconds_to_next > 100
        assert bench.probe.requests == []
        write_settings(paths, f'[test]\non-metered = "full"\n\n[[server]]\nurls = ["{URL}"]\n')
        bench.service.woke_up()
        await bench.verdicts(1)
        assert bench.probe.requests[0].mode == "full"
        assert bench.service.state.limit is None


async def test_without_a_data_budget_only_runs_by_hand(paths: Paths) -> None:
    write_settings(paths, f'[test]\ndata-budget-mb = 0\n\n[[server]]\nurls = ["{URL}"]\n')
    async with started(paths) as bench:
        await bench.events.until(lambda: limits(bench) == [Limit("budget", "none")])
        bench.service.woke_up()
        await bench.planned()
        assert bench.probe.requests == []
        bench.service.run_now()
        await bench.verdicts(1)
        assert bench.triggers == ["manual"]
        assert bench.probe.requests[0].mode == "full"


async def test_the_data_budget_counts_what_other_programs_have_cost(paths: Paths) -> None:
    now = example_measurement(
        example_server(url=URL, bytes_sent=26_000_000), timestamp=time.time() * 1000, mode="light"
    )
    with History.open(paths.history_file) as history:
        history.add_run(
            example_verdict(now),
            now,
            network_id="1" * 32,
            origin="probe",
            trigger="manual",
            demonstration=False,
        )
    write_settings(paths, f'[test]\ndata-budget-mb = 60\n\n[[server]]\nurls = ["{URL}"]\n')
    async with started(paths) as bench:
        await bench.verdicts(1)
        assert bench.probe.requests[0].mode == "full"
        write_settings(paths, f'[test]\ndata-budget-mb = 20\n\n[[server]]\nurls = ["{URL}"]\n')
        bench.service.woke_up()
        await bench.events.until(lambda: limits(bench)[-1:] == [Limit("budget", "none")])
        await bench.planned()
        assert len(bench.probe.requests) == 1


async def test_a_network_that_is_known_is_met_with_a_light_run(paths: Paths) -> None:
    async with started(paths, EXCELLENT, LIGHT) as bench:
        await bench.verdicts(1)
        bench.service.network_changed()
        await bench.verdicts(2)
        assert [request.mode for request in bench.probe.requests] == ["full", "light"]


async def test_a_new_network_is_met_with_a_full_run(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with started(paths) as bench:
        await bench.verdicts(1)
        office = NetworkFacts("wifi", "wlan0", True, "2" * 32)
        monkeypatch.setattr(networks_module, "observe", lambda *_: office)
        bench.service.network_changed()
        await bench.verdicts(2)
        assert [request.mode for request in bench.probe.requests] == ["full", "full"]


async def test_a_person_who_asks_while_the_bus_is_asked_gets_a_full_run(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, answered = asyncio.Event(), asyncio.Event()

    async def slow(_environ: object) -> bool:
        asked.set()
        await answered.wait()
        return True

    monkeypatch.setattr(service_module, "metered", slow)
    async with started(paths) as bench:
        await asked.wait()
        bench.service.run_now()
        answered.set()
        await bench.verdicts(1)
        assert bench.triggers == ["manual"]
        assert bench.probe.requests[0].mode == "full"


@pytest.mark.allow_log(r"ERROR notifier\.service\.service: it is not known what this run may load")
async def test_a_bug_in_the_politeness_costs_one_run(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_environ: object) -> bool:
        raise RuntimeError("a bug")

    monkeypatch.setattr(service_module, "metered", broken)
    async with started(paths) as bench:
        await bench.planned()
        await until(lambda: bench.seconds_to_next > 100)
        assert bench.probe.requests == []


@pytest.mark.parametrize(("booted_ago", "spread"), [(10.0, True), (1e6, False), (-1e6, False)])
async def test_a_machine_that_was_just_switched_on_takes_its_time(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, booted_ago: float, spread: bool
) -> None:
    monkeypatch.setattr(schedule_module, "BOOT_SPREAD", 1e6)
    monkeypatch.setattr(service_module, "started_at", lambda: time.time() - booted_ago)
    write_settings(paths)
    bench = Bench(paths)
    await bench.service.start()
    await bench.planned()
    assert (bench.seconds_to_next > HOUR) is spread
    await bench.service.stop()


# What calls got

ODDS = ServerPrediction(
    url=URL,
    loss=(0.25, 0.7, 0.05, 0.0),
    latency=(0.98, 0.01, 0.01),
    tier=(0.0, 0.0, 0.0, 0.05, 0.95),
    blame={"loss": 2.0},
)
BY_MODEL = SctResult(EXCELLENT, Prediction(servers=(ODDS,), model="a model"))
FIGURES = CallFigures(available_kbps=3000.0, concealed=0.0, frozen=0.0, one_way_ms=20.0)


async def test_a_call_is_compared_with_the_forecast_that_it_began_with(paths: Paths) -> None:
    async with started(paths, BY_MODEL, BAD) as bench:
        await bench.verdicts(1)
        before = time.time() * 1000
        bench.service.call_started("a")
        first = bench.events.of(VerdictReached)[0]
        bench.service.run_now()  # finds something else during the call
        await bench.events.until(lambda: len(bench.events.of(VerdictReached)) == 2)
        bench.service.call_started("a")
        bench.service.call_ended("a", FIGURES, duration_ms=60_000.0)
        bench.service.call_ended("a", FIGURES, duration_ms=60_000.0)
        (compared,) = bench.events.of(CallCompared)
        assert compared.call_id == "a"
        assert compared.comparison.forecast_code == first.verdict.summary_code
        assert compared.comparison.call_code == 95
        assert bench.service.history is not None
        (result,) = bench.service.history.call_results()
        assert (result.run_id, result.odds, result.model) == (first.run_id, ODDS, "a model")
        assert before <= result.timestamp <= time.time() * 1000
        assert result.duration_ms == 60_000.0


async def test_calls_side_by_side_are_compared_each(paths: Paths) -> None:
    async with started(paths, BY_MODEL) as bench:
        await bench.verdicts(1)
        for call_id in ("a", "b", "c"):
            bench.service.call_started(call_id)
        bench.service.call_ended("b", FIGURES)
        bench.service.call_ended("a")
        assert bench.service.state.limit == Limit("call", "none"), "the last one goes on"
        bench.service.call_ended("c", FIGURES)
        assert [event.call_id for event in bench.events.of(CallCompared)] == ["b", "c"]
        assert bench.service.history is not None
        assert len(bench.service.history.call_results()) == 2


async def test_calls_without_a_forecast_or_figures_change_nothing(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with started(paths, hold=True) as bench:
        bench.service.call_started("before the first run")
        bench.service.call_ended("before the first run", FIGURES)
        bench.probe.let_go()
        await bench.verdicts(1)
        bench.service.call_started("nothing told")
        bench.service.call_ended("nothing told", None)
        bench.service.call_ended("never begun", FIGURES)
        elsewhere = NetworkFacts("wifi", "wlan0", True, "2" * 32)
        with monkeypatch.context() as patch:
            patch.setattr(networks_module, "observe", lambda *_: elsewhere)
            bench.service.call_started("elsewhere")
        bench.service.call_ended("elsewhere", FIGURES)
        assert bench.events.of(CallCompared) == []
        assert bench.service.history is not None
        assert bench.service.history.call_results() == []


# What is usual


class Lesson:
    """In the place of the process that learns: goes on until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, error: Exception | None = None) -> None:
        self.error = error
        self.begun = 0
        self.ended = 0
        self.may_end = asyncio.Event()
        monkeypatch.setattr(learning_module, "learn_profile", self)

    async def __call__(self, *_: object) -> None:
        self.begun += 1
        try:
            await self.may_end.wait()
        finally:
            self.ended += 1
        if self.error is not None:
            raise self.error


async def test_the_habit_is_learnt_beside_everything_else(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = Lesson(monkeypatch)
    async with started(paths) as bench:
        await bench.verdicts(1)
        await until(lambda: lesson.begun == 1)
        bench.service.run_now()
        await bench.verdicts(2)
        assert (lesson.begun, lesson.ended) == (1, 0), "one at a time"
    assert lesson.ended == 1, "not left behind"


@pytest.mark.allow_log(r"ERROR notifier\.service\.service: what is usual on this network")
async def test_a_bug_in_learning_costs_the_lesson(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = Lesson(monkeypatch, RuntimeError("a bug"))
    lesson.may_end.set()
    async with started(paths) as bench:
        await bench.verdicts(1)
        await until(lambda: lesson.ended == 1)
        bench.service.run_now()
        await bench.verdicts(2)


HANGS = """
import pathlib, sys, time
sys.stdin.readline()
pathlib.Path({mark!r}).touch()
time.sleep(60)
"""


async def test_stopping_ends_the_process_that_learns(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "mark"
    program = HANGS.format(mark=str(mark))
    monkeypatch.setattr(learning_module, "COMMAND", (sys.executable, "-c", program))
    write_weeks(paths.history_file, network_id="1" * 32, kbps=8000.0, runs=510)
    before = set(children_of(os.getpid()))
    async with started(paths) as bench:
        await bench.verdicts(1)
        await until(mark.exists)
        assert len(set(children_of(os.getpid())) - before) == 1
        await bench.service.stop()
        assert set(children_of(os.getpid())) <= before
