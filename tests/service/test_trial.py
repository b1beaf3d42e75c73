"""Trying a server that nobody has kept: what it says, and that nothing else hears of it."""

import asyncio
import os
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from notifier.machine.facts import NetworkFacts
from notifier.relay.process import demonstration_relay
from notifier.sct.process import SctFailed, run_test
from notifier.service import networks as networks_module
from notifier.service import schedule as schedule_module
from notifier.service import service as service_module
from notifier.service import trial as trial_module
from notifier.service.events import ServerTried, TrialProgress
from notifier.service.service import Service
from notifier.settings.model import ServerSetting
from notifier.settings.paths import Paths
from tests.net.coturn import PASSWORD, USERNAME, Coturn
from tests.service.scripted import EXCELLENT, UNREACHABLE, URL, Events, ScriptedProbe

SETTING = ServerSetting(urls=(URL,), username="alice")
SECRET = "s3cret-of-a-trial"


@pytest.fixture(autouse=True)
def _no_run_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = NetworkFacts("ethernet", "eth0", True, "1" * 32)
    monkeypatch.setattr(networks_module, "observe", lambda *_: facts)
    monkeypatch.setattr(service_module, "media_device_present", lambda: True)
    monkeypatch.setattr(schedule_module, "TRIGGER_SPREAD", 0.0)


class Bench:
    """A service that is not started: no schedule, and no history unless a run opens one."""

    def __init__(self, paths: Paths, probe: ScriptedProbe | None = None) -> None:
        self.events = Events()
        self.probe = probe or ScriptedProbe()
        self.service = Service(
            paths,
            origin="tray",
            environ={"PATH": "/bin", "TURN_PASSWORD": "s3cret-of-the-environment"},
            watch_machine=False,
            measure_with=self.probe,
        )
        self.service.subscribe(self.events)

    async def tried(
        self, setting: ServerSetting = SETTING, secret: str | None = SECRET
    ) -> ServerTried:
        self.service.try_server(setting, secret)
        return await self.outcome()

    async def outcome(self) -> ServerTried:
        await self.events.until(lambda: bool(self.events.of(ServerTried)))
        return self.events.of(ServerTried)[-1]


@pytest.fixture
async def bench(paths: Paths) -> AsyncIterator[Bench]:
    bench = Bench(paths)
    yield bench
    await bench.service.stop()


def files_with(secret: str, folder: Path) -> list[Path]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return [file for file in files if secret.encode() in file.read_bytes()]


async def test_one_light_run_of_that_server_alone(bench: Bench) -> None:
    tried = await bench.tried()

    assert tried == ServerTried(SETTING, servers=EXCELLENT.servers)
    (request,) = bench.probe.requests
    (target,) = request.servers
    assert (request.mode, target.url, target.username) == ("light", URL, "alice")
    assert target.password == SECRET
    assert bench.probe.known == [None], "nothing is forecast"
    phases = [event.phase for event in bench.events.of(TrialProgress)]
    assert phases == ["reach", "reach", "stream"], "it says at once that it begins"
    assert {*bench.events.names} == {"TrialProgress", "ServerTried"}


async def test_nothing_is_kept(bench: Bench, isolated_home: Path, paths: Paths) -> None:
    before = bench.service.state
    await bench.tried()
    assert bench.service.state == before
    assert not paths.history_file.exists()
    assert not files_with(SECRET, isolated_home)


async def test_a_shared_secret_becomes_credentials_that_expire(bench: Bench) -> None:
    await bench.tried(replace(SETTING, credential="turn-rest"), SECRET)
    (target,) = bench.probe.requests[0].servers
    assert target.username is not None
    assert target.username.endswith(":alice")
    assert target.password != SECRET


async def test_a_variable_is_looked_up_and_not_passed_on(bench: Bench) -> None:
    await bench.tried(replace(SETTING, password_env="TURN_PASSWORD"), None)
    assert bench.probe.requests[0].servers[0].password == "s3cret-of-the-environment"
    assert bench.probe.environs == [{"PATH": "/bin"}]


async def test_a_variable_that_is_not_set(bench: Bench) -> None:
    tried = await bench.tried(replace(SETTING, password_env="NO_SUCH"), None)
    assert tried.problem == "secret"
    assert "NO_SUCH is not set" in tried.detail
    assert not bench.probe.requests


async def test_a_server_that_fails_is_a_result(paths: Paths) -> None:
    bench = Bench(paths, ScriptedProbe(UNREACHABLE))
    tried = await bench.tried()
    assert tried.problem is None
    assert tried.servers[0].error == "timeout"


@pytest.mark.parametrize(
    ("error", "problem"),
    [(SctFailed("crashed", "signal 11"), "crashed"), (TimeoutError(), "time-limit")],
)
async def test_a_test_that_breaks_off(paths: Paths, error: Exception, problem: str) -> None:
    assert (await Bench(paths, ScriptedProbe(error)).tried()).problem == problem


@pytest.mark.allow_log("the trial of a server failed")
async def test_a_bug_costs_the_trial_alone(paths: Paths) -> None:
    bench = Bench(paths, ScriptedProbe(ValueError("a bug"), EXCELLENT))
    assert (await bench.tried()).problem == "crashed"
    bench.events.clear()
    assert (await bench.tried()).problem is None


async def test_a_test_that_hangs(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial_module, "TIME_LIMIT", 0.02)
    bench = Bench(paths)
    bench.probe.hold()
    assert (await bench.tried()).problem == "time-limit"
    assert bench.probe.cancelled == 1


async def test_cancelled(bench: Bench) -> None:
    bench.probe.hold()
    bench.service.try_server(SETTING, SECRET)
    await bench.probe.until_started()
    bench.service.cancel_trial()
    assert (await bench.outcome()).problem == "cancelled"
    assert bench.probe.cancelled == 1
    bench.probe.let_go()
    bench.events.clear()
    assert (await bench.tried()).problem is None, "the lock is free again"


async def test_a_newer_trial_takes_the_place_of_the_one_in_hand(bench: Bench) -> None:
    bench.probe.hold()
    bench.service.try_server(SETTING, SECRET)
    await bench.probe.until_started()
    bench.service.try_server(replace(SETTING, username="bob"), SECRET)
    bench.probe.let_go()
    await bench.events.until(lambda: len(bench.events.of(ServerTried)) == 2)
    first, second = bench.events.of(ServerTried)
    assert (first.problem, second.problem) == ("cancelled", None)
    assert second.setting.username == "bob"


async def test_it_waits_for_a_run_that_goes_on(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial_module, "_LOOK", 0.01)
    bench, other = Bench(paths), Bench(paths)
    lock = other.service._job.lock()
    bench.service.try_server(SETTING, SECRET)
    await asyncio.sleep(0.05)
    assert bench.events == [TrialProgress(None)]
    lock.release()
    assert (await bench.outcome()).problem is None
    assert [event.phase for event in bench.events.of(TrialProgress)].count(None) == 1


async def test_a_run_that_goes_on_for_long(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial_module, "WAIT_LIMIT", 0.0)
    bench, other = Bench(paths), Bench(paths)
    lock = other.service._job.lock()
    assert (await bench.tried()).problem == "busy"
    lock.release()


async def test_the_schedule_waits_for_a_trial(bench: Bench) -> None:
    bench.probe.hold()
    bench.service.try_server(SETTING, SECRET)
    await bench.probe.until_started()
    await bench.service.start()
    bench.service.run_now()
    await asyncio.sleep(0.05)
    assert len(bench.probe.requests) == 1
    assert "RunFailed" not in bench.events.names
    bench.service.cancel_trial()
    await bench.events.until(lambda: "RunStarted" in bench.events.names)
    bench.probe.let_go()


async def test_the_end_of_the_program_ends_it(paths: Paths) -> None:
    bench = Bench(paths)
    bench.probe.hold()
    bench.service.try_server(SETTING, SECRET)
    await bench.probe.until_started()
    await bench.service.stop()
    assert bench.probe.cancelled == 1


def real(paths: Paths) -> Bench:
    bench = Bench(paths)
    bench.service = Service(
        paths, origin="tray", environ=dict(os.environ), watch_machine=False, measure_with=run_test
    )
    bench.service.subscribe(bench.events)
    return bench


async def test_with_the_embedded_relay(paths: Paths) -> None:
    async with demonstration_relay() as relay:
        setting = ServerSetting(urls=(relay.url,), username=relay.username)
        bench = real(paths)
        (server,) = (await bench.tried(setting, relay.password)).servers
        assert (server.reachable, server.error) == (True, None)
        bench.events.clear()
        (server,) = (await bench.tried(setting, "wrong")).servers
        assert server.error == "unauthorized"


@pytest.mark.coturn
async def test_with_coturn(paths: Paths, isolated_home: Path) -> None:
    with Coturn(tls=False) as coturn:
        setting = ServerSetting(urls=(coturn.url("udp"), coturn.url("tcp")), username=USERNAME)
        bench = real(paths)
        udp, tcp = (await bench.tried(setting, PASSWORD)).servers
        assert (udp.reachable, tcp.reachable) == (True, True)
        bench.events.clear()
        udp, tcp = (await bench.tried(setting, "wrong")).servers
        assert (udp.error, tcp.error) == ("unauthorized", "unauthorized")
    assert not files_with(PASSWORD, isolated_home)


async def test_nothing_listens(paths: Paths) -> None:
    setting = ServerSetting(urls=("turn:127.0.0.1:9?transport=tcp",), username="alice")
    (server,) = (await real(paths).tried(setting, SECRET)).servers
    assert server.error == "refused"
