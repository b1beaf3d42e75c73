"""A verdict that does not fit is made sure of: the real service on a clock that jumps."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest

from notifier.machine.facts import NetworkFacts
from notifier.measurement import RunMeasurement
from notifier.notify.rule import Reason
from notifier.prediction import Prediction, ServerPrediction
from notifier.probe.request import Progress, ServerDone
from notifier.sct.process import SctResult
from notifier.sct.request import SctRequest
from notifier.service import calls as calls_module
from notifier.service import job as job_module
from notifier.service import learning as learning_module
from notifier.service import networks as networks_module
from notifier.service import records as records_module
from notifier.service import service as service_module
from notifier.service.events import (
    Event,
    Limit,
    LimitChanged,
    NotificationDecided,
    RunStarted,
    VerdictReached,
)
from notifier.service.schedule import UNSURE_SETTLE, UNSURE_SPREAD
from notifier.service.service import Service
from notifier.settings.paths import Paths
from tests.records import NOON, example_measurement, example_server
from tests.service.fake_time import FakeTimeLoop
from tests.service.scripted import BAD, EXCELLENT, UNREACHABLE, URL

MINUTE = 60.0
HOUR = 60 * MINUTE
SOON = UNSURE_SETTLE + UNSURE_SPREAD + 0.1
OCTETS = {"full": 570_000, "light": 23_000}
"""Of a run, as measured (docs/numbers.md)."""

Outcome = SctResult | RunMeasurement


@dataclass
class Machine:
    """A service on its clock; what each run finds is :attr:`finds`."""

    loop: FakeTimeLoop
    finds: Callable[[str], Outcome] = lambda _mode: EXCELLENT
    facts: NetworkFacts = field(
        default_factory=lambda: NetworkFacts("wifi", "wlan0", True, "1" * 32)
    )
    told: list[tuple[float, Event]] = field(default_factory=list)
    service: Service = field(init=False)

    async def measure(
        self,
        request: SctRequest,
        on_report: Callable[[Progress | ServerDone], None],
        *,
        environ: Mapping[str, str],
    ) -> SctResult:
        began, mode = self.loop.time(), request.run.mode
        on_report(Progress(phase="stream", server=URL, fraction=0.5, seconds_left=2.0))
        outcome = self.finds(mode)
        await asyncio.sleep(4.0 if mode == "full" else 1.5)
        result = SctResult(outcome) if isinstance(outcome, RunMeasurement) else outcome
        return SctResult(
            msgspec.structs.replace(
                result.measurement,
                timestamp=NOON + began * 1000,
                mode=mode,
                bytes_sent=OCTETS[mode] // 2,
                bytes_received=OCTETS[mode] // 2,
            ),
            result.prediction,
        )

    def of(self, kind: type) -> list[Event]:
        return [event for _, event in self.told if isinstance(event, kind)]

    @property
    def verdicts(self) -> list[tuple[str, bool]]:
        """Colour, and whether it is unsure."""
        events = [event for event in self.of(VerdictReached) if isinstance(event, VerdictReached)]
        return [(event.verdict.color, event.verdict.unsure) for event in events]

    @property
    def decisions(self) -> list[tuple[bool, Reason]]:
        events = [e for e in self.of(NotificationDecided) if isinstance(e, NotificationDecided)]
        return [(event.decision.show, event.decision.reason) for event in events]

    @property
    def runs(self) -> list[tuple[float, str, str]]:
        """When each began, its mode, and why."""
        return [(at, e.mode, e.trigger) for at, e in self.told if isinstance(e, RunStarted)]

    @property
    def triggers(self) -> list[str]:
        return [trigger for _, _, trigger in self.runs]

    async def run_now(self, finds: Outcome) -> float:
        """Make a run by hand that finds this; returns when it was over."""
        count = len(self.verdicts)
        self.finds = lambda _mode: finds
        self.service.run_now()
        await self.until(lambda: len(self.verdicts) > count and not self.service._schedule.running)
        return self.loop.time()

    async def until(self, condition: Callable[[], bool], step: float = 0.5) -> None:
        """Let time pass, a day at most."""
        end = self.loop.time() + 24 * HOUR
        while not condition():
            assert self.loop.time() < end
            await asyncio.sleep(step)

    async def light_runs(self, count: int) -> None:
        """Let the schedule make so many."""
        await self.until(
            lambda: sum(mode == "light" for _, mode, _ in self.runs) >= count, step=MINUTE
        )


Story = Callable[[Machine], Awaitable[None]]
Tell = Callable[..., Machine]


@pytest.fixture
def tell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Tell:
    """Tells a story on a new machine, half a minute after its first run."""

    async def not_metered(_environ: object) -> bool:
        return False

    async def nothing_learnt(*_: object) -> None:
        """In the place of a thread and a process, which live in real time."""

    def run(story: Story, *, settings: str = "", first: Outcome = EXCELLENT) -> Machine:
        loop = FakeTimeLoop()
        machine = Machine(loop, finds=lambda _mode: first)
        clock = SimpleNamespace(time=lambda: NOON / 1000 + loop.time())
        for module in (service_module, job_module, networks_module, records_module, calls_module):
            monkeypatch.setattr(module, "time", clock)
        monkeypatch.setattr(networks_module, "observe", lambda *_: machine.facts)
        monkeypatch.setattr(learning_module, "learn_profile", nothing_learnt)
        monkeypatch.setattr(service_module, "started_at", lambda: 0.0)
        monkeypatch.setattr(service_module, "metered", not_metered)
        monkeypatch.setattr(service_module, "microphone_in_use", lambda: False)
        paths = Paths.under(tmp_path / "home")
        paths.config_file.parent.mkdir(parents=True)
        paths.config_file.write_text(f'{settings}\n[[server]]\nurls = ["{URL}"]\n')
        paths.config_file.chmod(0o600)

        async def live() -> None:
            machine.service = Service(
                paths,
                origin="tray",
                environ={},
                rng=random.Random(1),
                watch_machine=False,
                measure_with=machine.measure,
            )
            machine.service.subscribe(lambda event: machine.told.append((loop.time(), event)))
            machine.service.media_devices_changed(True)
            await machine.service.start()
            await asyncio.sleep(30.0)
            await story(machine)
            await machine.service.stop()

        try:
            loop.run_until_complete(live())
        finally:
            loop.close()
        return machine

    return run


def test_one_odd_run_is_made_sure_of_and_nobody_hears_of_it(tell: Tell) -> None:
    over = 0.0

    async def story(machine: Machine) -> None:
        nonlocal over
        for _ in range(3):
            await machine.run_now(EXCELLENT)
        over = await machine.run_now(BAD)
        machine.finds = lambda _mode: EXCELLENT
        await asyncio.sleep(MINUTE)

    machine = tell(story)
    assert machine.verdicts[3:] == [("green", False), ("green", True), ("green", False)]
    assert machine.decisions[3:] == [
        (False, Reason.REPEATED),
        (False, Reason.UNSURE),
        (False, Reason.REPEATED),
    ]
    began, mode, trigger = machine.runs[-1]
    assert (mode, trigger) == ("full", "unsure")
    assert UNSURE_SETTLE - 1 <= began - over <= SOON


def test_a_second_one_that_agrees_turns_the_colour_and_is_told(tell: Tell) -> None:
    async def story(machine: Machine) -> None:
        await machine.run_now(BAD)
        await asyncio.sleep(MINUTE)

    machine = tell(story)
    assert machine.verdicts == [("green", False), ("green", True), ("red", False)]
    assert machine.decisions[1:] == [(False, Reason.UNSURE), (True, Reason.CHANGED)]
    assert machine.triggers == ["start", "manual", "unsure"]


HARDLY = SctResult(
    EXCELLENT,
    Prediction(
        servers=(
            ServerPrediction(
                url=URL,
                loss=(0.45, 0.4, 0.15, 0.0),
                latency=(0.98, 0.01, 0.01),
                tier=(0.0, 0.0, 0.0, 0.05, 0.95),
                blame={"loss": 2.0},
            ),
        ),
        model="a model",
    ),
)


def test_a_first_run_that_says_little_is_tried_twice_more_and_then_told(tell: Tell) -> None:
    async def story(_machine: Machine) -> None:
        await asyncio.sleep(2 * MINUTE)

    machine = tell(story, first=HARDLY)
    assert machine.triggers == ["start", "unsure", "unsure"]
    assert [unsure for _, unsure in machine.verdicts] == [True, True, False]
    assert machine.decisions == [
        (False, Reason.UNSURE),
        (False, Reason.UNSURE),
        (True, Reason.FIRST),
    ]


@pytest.mark.parametrize("seed", range(3))
def test_never_more_than_two_tries_in_a_row(tell: Tell, seed: int) -> None:
    chance = random.Random(seed)

    async def story(machine: Machine) -> None:
        machine.finds = lambda _mode: chance.choice((EXCELLENT, BAD, HARDLY))
        for _ in range(20):
            machine.service.woke_up()
            await asyncio.sleep(5 * MINUTE)

    machine = tell(story)
    unsure = "".join("?" if unsure else "." for _, unsure in machine.verdicts)
    assert "?" in unsure
    assert "???" not in unsure
    assert "unsure" in machine.triggers


def test_during_a_call_it_waits_for_the_end(tell: Tell) -> None:
    async def story(machine: Machine) -> None:
        await machine.run_now(BAD)
        machine.service.call_started("a")
        await asyncio.sleep(HOUR)
        assert machine.triggers == ["start", "manual"]
        machine.service.call_ended("a")
        await asyncio.sleep(MINUTE)

    assert tell(story).triggers[2] == "unsure"


def test_a_call_ends_the_run_that_makes_sure(tell: Tell) -> None:
    async def story(machine: Machine) -> None:
        await machine.run_now(BAD)
        await machine.until(lambda: machine.triggers[-1] == "unsure")
        machine.service.call_started("a")
        await asyncio.sleep(HOUR)
        assert machine.triggers == ["start", "manual", "unsure"]
        assert len(machine.verdicts) == 2
        machine.service.call_ended("a")
        await asyncio.sleep(MINUTE)

    assert tell(story).triggers[3] == "unsure"


def test_during_a_pause_it_waits_for_the_end(tell: Tell) -> None:
    async def story(machine: Machine) -> None:
        await machine.run_now(BAD)
        machine.service.pause(None)
        await asyncio.sleep(HOUR)
        assert machine.triggers == ["start", "manual"]
        machine.service.resume()
        await asyncio.sleep(MINUTE)

    assert tell(story).triggers[2] == "unsure"


def test_beyond_the_data_budget_there_is_none(tell: Tell) -> None:
    async def story(machine: Machine) -> None:
        await machine.run_now(EXCELLENT)
        await machine.run_now(BAD)
        await asyncio.sleep(20 * HOUR)

    machine = tell(story, settings="[test]\ndata-budget-mb = 0")
    assert machine.triggers == ["manual", "manual"]
    assert machine.verdicts[-1] == ("green", True)
    limits = [event.limit for event in machine.of(LimitChanged) if isinstance(event, LimitChanged)]
    assert limits == [Limit("budget", "none")]


def test_a_change_of_network_meanwhile_is_not_forgotten(tell: Tell) -> None:
    async def story(machine: Machine) -> None:
        machine.finds = lambda _mode: BAD
        machine.service.run_now()
        await asyncio.sleep(2.0)
        machine.service.network_changed()
        await asyncio.sleep(40.0)

    assert tell(story).triggers[:3] == ["start", "manual", "network"]


# Light runs


def lossy(loss: float) -> RunMeasurement:
    return example_measurement(
        example_server(url=URL, loss_fraction=loss, jitter_ms=1.0, packets_sent=500)
    )


def test_an_odd_light_run_is_refuted_by_a_full_one_at_once(tell: Tell) -> None:
    async def story(machine: Machine) -> None:
        machine.finds = lambda mode: BAD if mode == "light" else EXCELLENT
        await asyncio.sleep(10 * MINUTE)

    machine = tell(story)
    assert [(mode, why) for _, mode, why in machine.runs[:3]] == [
        ("full", "start"),
        ("light", "schedule"),
        ("full", "schedule"),
    ]
    assert machine.verdicts[1] == ("green", False)


def test_a_light_run_and_the_full_one_after_it_are_two_that_agree(tell: Tell) -> None:
    async def story(machine: Machine) -> None:
        machine.finds = lambda _mode: BAD
        await asyncio.sleep(7 * MINUTE)

    machine = tell(story)
    assert machine.verdicts[1] == ("red", False)
    assert machine.decisions[1] == (True, Reason.CHANGED)
    assert machine.triggers[:3] == ["start", "schedule", "schedule"]


def test_between_two_colours_light_runs_do_not_ask_for_a_full_run_each(tell: Tell) -> None:
    edge = {"full": lossy(0.045), "light": lossy(0.015)}

    async def story(machine: Machine) -> None:
        machine.finds = lambda mode: edge[mode]
        await machine.light_runs(50)

    machine = tell(story, first=edge["full"])
    hours = machine.loop.time() / HOUR
    full = [why for _, mode, why in machine.runs if mode == "full"]
    assert len(full) <= hours + 3, "the start, one that was asked for, and one an hour"
    assert {color for color, _ in machine.verdicts[3:]} == {"amber"}


@pytest.mark.parametrize("seed", range(3))
def test_nor_where_chance_says_which_colour(tell: Tell, seed: int) -> None:
    chance = random.Random(seed)

    async def story(machine: Machine) -> None:
        machine.finds = lambda _mode: lossy(chance.choice((0.015, 0.045)))
        await machine.light_runs(50)

    machine = tell(story)
    assert sum(mode == "full" for _, mode, _ in machine.runs) <= 24


# The network is gone


def test_no_network_counts_at_once_and_leaves_what_was_believed(tell: Tell) -> None:
    async def story(machine: Machine) -> None:
        known = machine.facts
        await machine.run_now(EXCELLENT)
        machine.facts = NetworkFacts("unknown", None, False, "f" * 32)
        await machine.run_now(UNREACHABLE)
        machine.facts = known
        await machine.run_now(BAD)

    machine = tell(story)
    assert machine.verdicts == [
        ("green", False),
        ("green", False),
        ("red", False),
        ("green", True),
    ]
    assert machine.decisions[2:] == [(True, Reason.CHANGED), (False, Reason.UNSURE)]
