"""The service's side: what it tells the fleet, when, and what becomes of trouble."""

import asyncio
import json
import os
import random
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from notifier.fleet.queue import Queue
from notifier.fleet.shared import FOLDER, standing
from notifier.fleet.tally import Tally
from notifier.forecast.report_card import compare
from notifier.sentence import sentence
from notifier.service import reporting as module
from notifier.service.events import (
    CallCompared,
    CallOver,
    Event,
    ProblemOver,
    RunFailed,
    ServiceProblem,
    ServiceState,
    VerdictReached,
)
from notifier.service.reporting import Reporting
from notifier.service.service import Service
from notifier.service.state import fold
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from notifier.settings.secrets import SecretProblem
from tests.call_records import example_call
from tests.fleet.collector import Reply, collector, names_in
from tests.fleet.figures import NOW, run
from tests.program import ROOT
from tests.service.scripted import EXCELLENT, URL, ScriptedProbe, until


class Dice(random.Random):
    """Always the least: what is due some time is due now."""

    def uniform(self, a: float, b: float) -> float:
        return a


class Host:
    """As much of a service as reporting knows."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.state = ServiceState()
        self.loaded: Any = SimpleNamespace(
            problems=(), origin=lambda _: SimpleNamespace(source="policy")
        )
        self.listeners: list[Callable[[Event], None]] = []

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.clear()

    def emit(self, event: Event) -> None:
        self.state = fold(self.state, event)
        for listener in self.listeners:
            listener(event)


class Bench:
    """Reporting, and a clock that is moved by hand."""

    def __init__(self, tmp_path: Path, settings: Settings, **environ: str) -> None:
        self.paths = Paths.under(tmp_path)
        self.host = Host(settings)
        self.at = NOW
        self.reporting = Reporting(
            self.host,
            self.paths,
            {**os.environ, "NO_PROXY": "*", **environ},
            rng=Dice(),
            now=lambda: self.at,
        )

    def later(self, seconds: float) -> None:
        """Time goes by, and somebody looks."""
        self.at += seconds
        self.reporting.follow()

    @property
    def tally(self) -> Tally:
        found = standing(self.paths.state_dir)
        assert found is not None
        return found

    def counted(self, name: str) -> float:
        found = standing(self.paths.state_dir)
        points = [] if found is None else found.counters.get(name, [])
        return sum(point.value for point in points)

    @property
    def waiting(self) -> int:
        return len(Queue(self.paths.state_dir / "fleet" / "queue", "none").waiting())


@asynccontextmanager
async def reports(tmp_path: Path, settings: Settings, **environ: str) -> AsyncIterator[Bench]:
    bench = Bench(tmp_path, settings, **environ)
    bench.reporting.start()
    try:
        yield bench
    finally:
        await bench.reporting.stop()


def verdict_reached() -> VerdictReached:
    verdict, measurement = run()
    return VerdictReached(verdict, measurement, "1" * 32, "schedule", False, 1)


def everything(host: Host) -> None:
    """One event of each kind that is counted."""
    host.emit(verdict_reached())
    host.emit(RunFailed("crashed", "why"))
    record = example_call()
    assert record.figures is not None
    host.emit(CallCompared(record.call_id, compare(95, record.figures)))
    host.emit(CallOver(record, ask=True))
    host.emit(CallOver(record, ask=False))  # somebody has rated it: no other call
    host.emit(ServiceProblem("secret", "no key ring"))


async def test_it_sends_what_happened(tmp_path: Path) -> None:
    with collector() as it:
        async with reports(tmp_path, Settings(fleet_collector=it.url)) as bench:
            await until(lambda: len(it.requests) == 1)
            everything(bench.host)
            await until(lambda: bench.counted("callnotifier.calls") == 1)
            assert len(it.requests) == 1, "nothing is sent before its time"
            bench.later(301)
            await until(lambda: len(it.requests) == 2)
            names = set(names_in(it.bodies[1]))
            assert {"callnotifier.runs", "callnotifier.forecasts", "callnotifier.problem"} <= names
            bench.host.emit(ProblemOver("secret"))
            await until(lambda: bench.tally.gauges["callnotifier.problem"][0].value == 0)
            assert bench.counted("callnotifier.runs") == 1
            assert bench.counted("callnotifier.runs.failed") == 1


async def test_the_demonstration_is_nobodys_network(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    async with reports(tmp_path, Settings(fleet_textfile=folder)) as bench:
        bench.host.state = replace(bench.host.state, demonstration=True)
        everything(bench.host)
        await until(lambda: any(folder.glob("*.prom")))
    assert bench.counted("callnotifier.runs") == 0


async def test_the_text_file_lives_as_long_as_the_program(tmp_path: Path) -> None:
    folder, other = tmp_path / "texts", tmp_path / "others"
    folder.mkdir()
    other.mkdir()
    async with reports(tmp_path, Settings(fleet_textfile=folder)) as bench:
        bench.host.emit(verdict_reached())
        await until(lambda: any("runs_total" in f.read_text() for f in folder.glob("*.prom")))
        assert bench.waiting == 0, "without a collector nothing waits for one"
        bench.host.settings = Settings(fleet_textfile=other)
        bench.reporting.follow()
        await until(lambda: any(other.glob("*.prom")))
        assert not list(folder.iterdir())
    assert not list(other.iterdir())


@pytest.mark.allow_log("cannot be written")
async def test_a_folder_that_is_not_there_is_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with reports(tmp_path, Settings(fleet_textfile=tmp_path / "no")) as bench:
        await until(lambda: "cannot be written" in caplog.text)
        bench.host.emit(verdict_reached())
        await until(lambda: bench.counted("callnotifier.runs") == 1)
    assert caplog.text.count("cannot be written") == 1


@pytest.mark.allow_log("refuses the token")
async def test_a_wrong_token_is_said_to_the_administrator(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = Settings(fleet_token_env="TOKEN", fleet_collector="")
    with collector(Reply(401), Reply(401), Reply()) as it:
        settings = replace(wrong, fleet_collector=it.url)
        async with reports(tmp_path, settings, TOKEN="s3cret", OTHER="right") as bench:
            await until(lambda: "refuses the token (HTTP 401)" in caplog.text)
            await until(lambda: bench.tally.refusal is not None)
            assert bench.tally.plan.failures == 1
            assert bench.counted("callnotifier.snapshots.dropped") == 1
            bench.later(301)
            await until(lambda: bench.tally.plan.failures == 2)
            assert caplog.text.count("refuses the token") == 1, "once until it is otherwise"
            bench.host.settings = replace(settings, fleet_token_env="OTHER")
            bench.later(301)
            await until(lambda: bench.tally.refusal is None)
            tokens = [headers["Authorization"] for _, headers, _ in it.requests]
            assert tokens == ["Bearer s3cret", "Bearer s3cret", "Bearer right"]
    assert "s3cret" not in caplog.text


@pytest.mark.allow_log("are not taken")
async def test_a_token_that_is_not_to_be_had_lets_the_figures_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[str | SecretProblem] = [
        SecretProblem("failed", sentence("Root's service does not answer.")),
        "from-root",
    ]
    asked: list[str] = []

    async def named(name: str, **_: object) -> str | SecretProblem:
        asked.append(name)
        return told[0] if len(told) == 1 else told.pop(0)

    monkeypatch.setattr(module, "named", named)
    with collector() as it:
        settings = Settings(
            fleet_collector=it.url, fleet_secret_file="collector", fleet_token_env="TOKEN"
        )
        async with reports(tmp_path, settings, TOKEN="not-asked") as bench:
            await until(lambda: "Root's service does not answer" in caplog.text)
            await until(lambda: bench.waiting == 1)
            await until(lambda: bench.tally.plan.failures == 1)
            bench.later(301)
            await until(lambda: len(it.requests) > 0)
            assert it.requests[0][1]["Authorization"] == "Bearer from-root"
    assert set(asked) == {"collector"}


@pytest.mark.allow_log("are not taken")
async def test_a_token_that_is_not_one_line_is_told_nowhere(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with collector() as it:
        settings = Settings(fleet_collector=it.url, fleet_token_env="TOKEN")
        async with reports(tmp_path, settings, TOKEN="s3cret\n") as bench:
            await until(lambda: "TOKEN holds a line break" in caplog.text)
            await until(lambda: bench.tally.refusal is not None)
            assert "s3cret" not in str(bench.tally.refusal)
    assert "s3cret" not in caplog.text
    assert not it.requests


@pytest.mark.allow_log("were not written")
async def test_a_disk_without_locks_keeps_nobody_from_ending(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    async with reports(tmp_path, Settings(fleet_textfile=folder)) as bench:
        await until(lambda: any(folder.iterdir()))

        def no_locks(*_: object, **__: object) -> None:
            raise NotImplementedError("FileLock is not supported here")

        monkeypatch.setattr("filelock.FileLock.acquire", no_locks)
        bench.host.emit(verdict_reached())
        await bench.reporting.stop()
    assert not list(folder.iterdir())


async def test_the_process_gets_no_secret_but_on_its_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen.json"
    spy = (
        "import json, os, sys; line = sys.stdin.readline();"
        f"open({str(seen)!r}, 'w').write(json.dumps([sys.argv, dict(os.environ), line]));"
        'print(\'{"kind":"taken"}\')'
    )
    monkeypatch.setattr(module, "COMMAND", (sys.executable, "-c", spy))
    settings = Settings(
        servers=(ServerSetting(urls=(URL,), password_env="TURN"),),
        fleet_collector="https://otel.example",
        fleet_token_env="TOKEN",
    )
    async with reports(tmp_path, settings, TOKEN="s3cret", TURN="passw0rd"):
        await until(seen.exists)
        await until(lambda: seen.read_text().endswith("]"))
    arguments, environ, line = json.loads(seen.read_text())
    assert "s3cret" not in json.dumps([arguments, environ])
    assert "passw0rd" not in json.dumps([arguments, environ, line])
    assert json.loads(line)["token"] == "s3cret"


@pytest.mark.allow_log("are not taken: there is no answer from the collector")
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import os; os.kill(os.getpid(), 11)", "ended by signal 11"),
        ("raise SystemExit('out of order')", "out of order"),
        ("print('nonsense', flush=True)", "malformed"),
        ("import time; time.sleep(60)", "took too long"),
    ],
)
async def test_whatever_becomes_of_the_process_it_is_tried_again(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    code: str,
    words: str,
) -> None:
    if "sleep" in code:
        monkeypatch.setattr(module, "SEND_LIMIT", 0.5)
    monkeypatch.setattr(module, "COMMAND", (sys.executable, "-c", code))
    async with reports(tmp_path, Settings(fleet_collector="https://otel.example")) as bench:
        await until(lambda: words in caplog.text)
        await until(lambda: bench.tally.plan.failures == 1)


@pytest.mark.allow_log("cannot be kept")
async def test_a_disk_that_takes_nothing_costs_nothing_but_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with collector() as it:
        async with reports(tmp_path, Settings(fleet_collector=it.url)) as bench:
            await until(lambda: len(it.requests) > 0)
            with monkeypatch.context() as patch:
                patch.setattr("notifier.fleet.shared.replace_quickly", full)
                everything(bench.host)
                await until(lambda: "No space left" in caplog.text)
            bench.reporting.follow()
            await until(lambda: bench.counted("callnotifier.runs") == 1)


async def test_policy_that_wants_no_figures_leaves_none(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    with collector() as it:
        settings = Settings(fleet_collector=it.url, fleet_textfile=folder)
        async with reports(tmp_path, settings) as bench:
            await until(lambda: len(it.requests) > 0 and any(folder.iterdir()))
            await bench.reporting.end()
    assert not list(folder.iterdir())
    assert not (bench.paths.state_dir / "fleet").exists()


async def test_a_run_that_began_before_the_policy_had_the_persons_servers(tmp_path: Path) -> None:
    """The settings are read again while it goes on, and then name only policy's."""
    theirs = Settings(
        fleet_textfile=tmp_path, servers=(ServerSetting(urls=("turn:turn.example.com",)),)
    )
    async with reports(tmp_path, theirs) as bench:
        bench.host.emit(verdict_reached())
        await until(lambda: bench.counted("callnotifier.runs") == 1)
        labels = {
            (point.attributes["server.label"], point.attributes.get("server.address"))
            for point in bench.tally.gauges["callnotifier.server.reachable"]
        }
        assert {label for label, _ in labels} == {"own-1", "own-2"}
        assert {address for _, address in labels} == {None}


async def test_another_identity_begins_anew(tmp_path: Path) -> None:
    with collector() as it:
        settings = Settings(fleet_collector=it.url, fleet_identity="installation")
        async with reports(tmp_path, settings) as bench:
            bench.host.emit(verdict_reached())
            await until(lambda: bench.counted("callnotifier.runs") == 1)
            before = bench.tally.instance
            bench.host.settings = replace(settings, fleet_identity="none")
            bench.reporting.follow()
            await until(lambda: bench.tally.identity == "none")
            assert bench.counted("callnotifier.runs") == 0
            assert bench.tally.instance != before


async def test_two_programs_count_together_and_send_once(tmp_path: Path) -> None:
    with collector() as it:
        settings = Settings(fleet_collector=it.url)
        async with reports(tmp_path, settings) as tray, reports(tmp_path, settings) as watch:
            await until(lambda: len(it.requests) > 0)
            tray.host.emit(verdict_reached())
            watch.host.emit(verdict_reached())
            await until(lambda: tray.counted("callnotifier.runs") == 2)
            sent = len(it.requests)
            tray.later(301)
            watch.later(301)
            await until(lambda: len(it.requests) > sent)
            await asyncio.sleep(0.5)
            assert len(it.requests) == sent + 1


async def test_the_service_reports_where_policy_says_so(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    assert paths.policy_dir is not None
    paths.policy_dir.mkdir(parents=True)
    folder = tmp_path / "texts"
    folder.mkdir()
    policy = {"server": [{"urls": [URL]}], "fleet": {"textfile": str(folder)}}
    file = paths.policy_dir / "10.json"
    file.write_text(json.dumps({"mandatory": policy}))
    service = Service(
        paths,
        origin="watch",
        environ={"PATH": "/bin"},
        watch_machine=False,
        measure_with=ScriptedProbe(EXCELLENT),
    )
    await service.start()
    try:
        service.run_now()
        await until(lambda: any("runs_total" in f.read_text() for f in folder.glob("*.prom")))
        file.write_text(json.dumps({"mandatory": {"server": policy["server"]}}))
        service.reload_settings()
        await until(lambda: not list(folder.iterdir()))
        await until(lambda: not (paths.state_dir / "fleet").exists())
    finally:
        await service.stop()


_QUIET = """
import asyncio, json, random, sys
from pathlib import Path
from notifier.service.service import Service
from notifier.settings.paths import Paths

async def main():
    paths = Paths.under(Path(sys.argv[1]))
    service = Service(paths, origin="tray", environ={}, watch_machine=False)
    await service.start()
    await asyncio.sleep(0.1)
    await service.stop()
    print(json.dumps(sorted(sys.modules)))

asyncio.run(main())
"""


def test_without_a_policy_nothing_is_loaded_or_written(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _QUIET, tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    modules = json.loads(done.stdout)
    assert "notifier.service.service" in modules
    assert not [name for name in modules if "fleet" in name or name.endswith(".reporting")]
    assert not (tmp_path / "state" / "fleet").exists()


async def test_policy_that_went_while_nothing_ran_leaves_no_figures(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    waiting = paths.state_dir / FOLDER / "queue"
    waiting.mkdir(parents=True)
    (waiting / "1-none.json.gz").write_bytes(b"")
    service = Service(paths, origin="watch", environ={}, watch_machine=False)
    await service.start()
    try:
        await until(lambda: not waiting.parent.exists())
    finally:
        await service.stop()


_SENDING = """
import json, sys
import notifier.service.reporting
print(json.dumps(sorted(sys.modules)))
"""


def test_with_one_the_program_still_knows_no_http(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SENDING],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    modules = set(json.loads(done.stdout))
    assert "notifier.fleet.courier" in modules
    heavy = {"http.client", "urllib.request", "gzip", "notifier.fleet.otlp", "notifier.fleet.post"}
    assert not modules & heavy
