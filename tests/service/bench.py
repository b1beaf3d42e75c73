"""A job, everything that it told, and the network and the disk that it finds."""

import pytest

from notifier.history.errors import HistoryError
from notifier.history.store import History
from notifier.machine.facts import NetworkFacts
from notifier.measurement import RunMeasurement
from notifier.notify.rule import Reason
from notifier.sct.process import SctResult
from notifier.service.events import (
    NotificationDecided,
    Origin,
    RunFailed,
    ServiceProblem,
    VerdictReached,
)
from notifier.service.job import Job
from notifier.service.learning import learn_habit
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from tests.service.scripted import URL, Events, ScriptedProbe

__all__ = ["HOME", "OFFICE", "SERVERS", "Bench", "FullDisk", "Network", "bench_with_history"]

HOME, OFFICE = "1" * 32, "2" * 32
SERVERS = Settings(servers=(ServerSetting(urls=(URL,)),))


class Network:
    """The network this machine is on, for :func:`notifier.machine.network.observe`."""

    def __init__(self) -> None:
        self.facts = NetworkFacts("ethernet", "eth0", True, HOME)
        self.asked: list[tuple[str | None, str | None]] = []

    def move(self, network_id: str) -> None:
        self.facts = NetworkFacts("wifi", "wlan0", True, network_id)

    def lose(self) -> None:
        self.facts = NetworkFacts("unknown", None, False, "f" * 32)

    def __call__(self, key: bytes, server: str | None, public_ip: str | None) -> NetworkFacts:
        assert len(key) == 32
        self.asked.append((server, public_ip))
        return self.facts


class Bench:
    """A job and everything that it told."""

    def __init__(
        self,
        paths: Paths,
        *outcomes: SctResult | RunMeasurement | Exception,
        origin: Origin = "tray",
    ) -> None:
        self.events = Events()
        self.probe = ScriptedProbe(*outcomes)
        self.job = Job(
            paths,
            origin,
            {"PATH": "/bin"},
            self.events,
            media_present=True,
            measure_with=self.probe,
        )

    async def run(self, settings: Settings = SERVERS, **options: object) -> VerdictReached:
        outcome = await self.job.run(settings, **({"mode": "full", "trigger": "manual"} | options))  # type: ignore[arg-type]
        assert isinstance(outcome, VerdictReached)
        return outcome

    async def fail(self, settings: Settings = SERVERS) -> RunFailed:
        outcome = await self.job.run(settings, mode="full", trigger="manual")
        assert isinstance(outcome, RunFailed)
        assert self.events[-1] == outcome
        return outcome

    async def learn(self, settings: Settings = SERVERS) -> None:
        job = self.job
        await learn_habit(job.networks, job.records, settings, job.environ)

    @property
    def told(self) -> list[tuple[bool, Reason]]:
        return [(e.decision.show, e.decision.reason) for e in self.events.of(NotificationDecided)]

    @property
    def problems(self) -> list[str]:
        return [event.message for event in self.events.of(ServiceProblem)]


async def bench_with_history(
    paths: Paths, *outcomes: SctResult | RunMeasurement | Exception, origin: Origin = "tray"
) -> Bench:
    bench = Bench(paths, *outcomes, origin=origin)
    bench.job.records.open()
    assert bench.job.records.history is not None
    return bench


class FullDisk:
    """A history that can be read but takes nothing any more."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
        self.calls = 0

        def refuse(*_: object, **__: object) -> int:
            self.calls += 1
            raise HistoryError("full", "The disk is full.")

        monkeypatch.setattr(History, method, refuse)
