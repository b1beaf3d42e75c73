"""A simulated week: the real service, job and history on a clock that jumps; no packets."""

import asyncio
import gc
import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest

from notifier.machine.facts import NetworkFacts
from notifier.measurement import Mode
from notifier.probe.request import Progress, ServerDone
from notifier.sct.process import SctResult
from notifier.sct.request import SctRequest
from notifier.service import calls as calls_module
from notifier.service import job as job_module
from notifier.service import learning as learning_module
from notifier.service import networks as networks_module
from notifier.service import records as records_module
from notifier.service import service as service_module
from notifier.service.events import Event, LimitChanged, VerdictReached
from notifier.service.polite import FULL_AT_LEAST
from notifier.service.service import Service
from notifier.settings.paths import Paths
from tests.records import NOON, example_measurement, example_server
from tests.service.fake_time import FakeTimeLoop

HOUR = 3600.0
DAY = 24 * HOUR
BUDGET = 30e6

FULL, LIGHT = 570_000, 23_000
"""Octets of a run for one server address, as measured (docs/numbers.md)."""


@dataclass
class Machine:
    """One machine with its service; ``runs`` holds when each began, its mode and its cost."""

    loop: FakeTimeLoop
    servers: int = 1
    networks: int = 1
    """Networks it changes between."""

    change_every: float | None = None
    """Seconds between two changes of the network."""

    network: int = 0
    runs: list[tuple[float, Mode, int]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    @property
    def urls(self) -> list[str]:
        return [f"turn:turn{number}.example.org" for number in range(self.servers)]

    async def measure(
        self,
        request: SctRequest,
        on_report: Callable[[Progress | ServerDone], None],
        *,
        environ: Mapping[str, str],
    ) -> SctResult:
        began = self.loop.time()
        mode = request.run.mode
        octets = self.servers * (FULL if mode == "full" else LIGHT)
        self.runs.append((began, mode, octets))
        await asyncio.sleep(4.0 if mode == "full" else 1.5)
        measurement = example_measurement(
            *(example_server(url=url, loss_fraction=0.0) for url in self.urls),
            timestamp=NOON + began * 1000,
            mode=mode,
            bytes_sent=octets // 2,
            bytes_received=octets // 2,
        )
        return SctResult(measurement)

    async def live(self, paths: Paths, seconds: float, seed: int = 1) -> None:
        """Let the service run for so long."""
        service = Service(
            paths,
            origin="tray",
            environ={},
            rng=random.Random(seed),
            watch_machine=False,
            measure_with=self.measure,
        )
        service.subscribe(self.events.append)
        service.media_devices_changed(True)
        await service.start()
        end = self.loop.time() + seconds
        while self.loop.time() < end:
            await asyncio.sleep(self.change_every or seconds)
            if self.change_every:
                self.network = (self.network + 1) % self.networks
                service.network_changed()
        await service.stop()

    def starts(self, mode: Mode | None = None) -> list[float]:
        return [began for began, kind, _ in self.runs if mode in (None, kind)]

    def dearest_day(self) -> int:
        """The most that any 24 hours have cost."""
        most = spent = first = 0
        for began, _, octets in self.runs:
            spent += octets
            while self.runs[first][0] <= began - DAY:
                spent -= self.runs[first][2]
                first += 1
            most = max(most, spent)
        return most


@pytest.fixture
def simulate(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Machine]:
    async def not_metered(_environ: object) -> bool:
        return False

    async def nothing_learnt(*_: object) -> None:
        """In the place of a thread and a process, which live in real time."""

    def run(
        seconds: float, *, seed: int = 1, settings: str = "", **options: int | float
    ) -> Machine:
        loop = FakeTimeLoop()
        machine = Machine(loop, **options)  # type: ignore[arg-type]
        clock = SimpleNamespace(time=lambda: NOON / 1000 + loop.time())
        facts = [NetworkFacts("wifi", "wlan0", True, f"{n:032x}") for n in range(machine.networks)]
        for module in (service_module, job_module, networks_module, records_module, calls_module):
            monkeypatch.setattr(module, "time", clock)
        monkeypatch.setattr(learning_module, "learn_profile", nothing_learnt)
        monkeypatch.setattr(networks_module, "observe", lambda *_: facts[machine.network])
        monkeypatch.setattr(service_module, "started_at", lambda: 0.0)
        monkeypatch.setattr(service_module, "metered", not_metered)
        monkeypatch.setattr(service_module, "microphone_in_use", lambda: False)
        paths = Paths.under(tmp_path / f"{seed}")
        paths.config_file.parent.mkdir(parents=True)
        urls = ", ".join(f'"{url}"' for url in machine.urls)
        paths.config_file.write_text(f"{settings}\n[[server]]\nurls = [{urls}]\n")
        paths.config_file.chmod(0o600)
        try:
            loop.run_until_complete(machine.live(paths, seconds, seed))
        finally:
            loop.close()
        return machine

    return run


Simulate = Callable[..., Machine]


def gaps(moments: list[float]) -> list[float]:
    return [later - earlier for earlier, later in pairwise(moments)]


def test_a_week_with_one_server(simulate: Simulate) -> None:
    machine = simulate(7 * DAY)
    assert machine.dearest_day() <= BUDGET
    assert max(gaps(machine.starts())) <= 1.2 * 300 + 10
    assert max(gaps(machine.starts("full"))) <= 2 * HOUR
    # The schedule is the settings': nothing was held back, so nothing was told.
    assert not [event for event in machine.events if isinstance(event, LimitChanged)]


def test_three_days_with_three_servers(simulate: Simulate) -> None:
    machine = simulate(3 * DAY, servers=3)
    assert machine.dearest_day() <= BUDGET
    assert max(gaps(machine.starts("full"))) <= FULL_AT_LEAST * 1.2
    assert max(gaps(machine.starts())) <= 20 * 60
    told = [event for event in machine.events if isinstance(event, LimitChanged)]
    assert told
    # Each wait is the plan's: nothing was skipped, and nobody was told the same all day.
    assert len(told) < 20


def test_a_network_that_changes_every_two_minutes(simulate: Simulate) -> None:
    machine = simulate(2 * DAY, networks=40, change_every=120.0)
    assert machine.dearest_day() <= BUDGET
    limits = [event.limit for event in machine.events if isinstance(event, LimitChanged)]
    assert "light" in {limit.left for limit in limits if limit is not None}


def test_going_to_and_fro_between_two_known_networks_costs_light_runs(simulate: Simulate) -> None:
    machine = simulate(4 * HOUR, networks=2, change_every=600.0)
    assert len(machine.starts("full")) <= 2 + 2 * 4
    assert len(machine.starts("light")) >= 20


def test_a_short_interval_is_kept_at_first_and_the_budget_all_day(simulate: Simulate) -> None:
    machine = simulate(30 * HOUR, settings="[test]\ninterval = 30\nspread = 0.1")
    assert max(gaps(machine.starts())[:50]) <= 40.0
    assert machine.dearest_day() <= BUDGET
    assert max(gaps(machine.starts())) <= 300.0, "further apart, but never none at all"


@pytest.mark.parametrize("budget", [0, 0.02])
def test_no_budget_is_no_run_and_that_is_told_once(simulate: Simulate, budget: float) -> None:
    machine = simulate(DAY, settings=f"[test]\ndata-budget-mb = {budget}")
    assert machine.runs == []
    (told,) = [event for event in machine.events if isinstance(event, LimitChanged)]
    assert told.limit is not None
    assert (told.limit.reason, told.limit.left) == ("budget", "none")


def test_a_small_budget_is_kept_too(simulate: Simulate) -> None:
    machine = simulate(3 * DAY, settings="[test]\ndata-budget-mb = 2")
    assert 0.5e6 < machine.dearest_day() <= 2e6


def test_a_fleet_does_not_strike_at_once(simulate: Simulate) -> None:
    fleet = [simulate(3 * HOUR, seed=seed) for seed in range(12)]
    for number in (1, 5, 20):
        starts = sorted(machine.starts()[number] for machine in fleet)
        assert starts[-1] - starts[0] > 60.0, "they drift apart and stay so"
    full = [machine.starts("full")[1] for machine in fleet]
    assert max(full) - min(full) > 120.0


class Objects(list[Event]):
    """In the place of the events: how many objects of each type there are after some of the runs.

    :param looks: the runs after which they are counted.
    """

    def __init__(self, *looks: int) -> None:
        super().__init__()
        self._looks = looks
        self._made = 0
        self.counts: list[Counter[str]] = []

    def append(self, event: Event) -> None:
        """Keep nothing."""
        if isinstance(event, VerdictReached):
            self._made += 1
            if self._made in self._looks:
                gc.collect()
                self.counts.append(Counter(type(thing).__qualname__ for thing in gc.get_objects()))


def test_nothing_is_kept_of_a_run_but_what_is_bounded(simulate: Callable[..., Machine]) -> None:
    objects = Objects(10, 40)
    simulate(4 * HOUR, events=objects)
    early, late = objects.counts
    more = {name: count for name, count in (late - early).items() if count >= 15}
    # The figures of each run of a day on one network, and whether it was told. An open database
    # knows its last 200 cursors.
    assert set(more) <= {"Seen", "_Figures", "dict", "Past", "ReferenceType"}
    assert max(more[name] for name in ("Seen", "_Figures", "dict", "Past")) <= 30
