"""How often people are told, and of what: made-up lives through the real service.

``python -m tests.bench.lives [--days N] [--told] [LIFE …]`` has the service, the job, the history
and the rule for notifications live through days that somebody thought up, on a clock that jumps and
with tests that measure nothing. It prints how many notifications a day there were, by their
reasons; ``--told`` prints each as a person would read it.
"""

import argparse
import asyncio
import math
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from notifier.machine.facts import NetworkFacts, NetworkType
from notifier.measurement import (
    Mode,
    RoundTrip,
    RunMeasurement,
    ServerError,
    ServerMeasurement,
    Throughput,
)
from notifier.notify.rule import Decision
from notifier.probe.request import Progress, ServerDone
from notifier.sct.process import SctResult
from notifier.sct.request import SctRequest
from notifier.service import learning, networks, telling
from notifier.service import service as service_module
from notifier.service.events import Event, NotificationDecided
from notifier.service.lesson import Lesson, profile_of
from notifier.service.service import Service
from notifier.settings.paths import Paths
from notifier.verdict import Verdict
from tests.records import example_measurement, example_server
from tests.service.fake_time import FakeTimeLoop

HOUR = 3600.0
DAY = 24 * HOUR
MONDAY = datetime(2026, 9, 28, 8).timestamp()  # noqa: DTZ001 - eight by the clock on the wall
URL = "turn:turn.example.org"
CEILING = 5000.0
"""Kbit/s: at least so much, says the probe."""


@dataclass
class World:
    """The clocks, the network and the service of one life."""

    loop: FakeTimeLoop = field(default_factory=FakeTimeLoop)
    chance: random.Random = field(default_factory=lambda: random.Random(1))
    asleep: float = 0.0
    """Seconds that the machine has slept: its monotonic clock stood still."""

    network: NetworkFacts = field(default_factory=lambda: place("home"))
    told: list[tuple[datetime, Verdict, Decision]] = field(default_factory=list)
    service: Service | None = None

    def wall(self) -> float:
        return MONDAY + self.loop.time() + self.asleep

    @property
    def now(self) -> datetime:
        return datetime.fromtimestamp(self.wall())  # noqa: DTZ006 - the clock on the wall

    def move(self, network: NetworkFacts) -> None:
        if network != self.network and self.service is not None:
            self.network = network
            self.service.network_changed()

    async def sleep(self, seconds: float) -> None:
        if self.service is not None:
            self.service.going_to_sleep()
            await asyncio.sleep(1)
            self.asleep += seconds
            self.service.woke_up()

    def line(
        self, mode: Mode, *, kbps: float = 20_000.0, loss: float = 0.0, rtt: float = 30.0
    ) -> RunMeasurement:
        """A run that found about this."""
        rate, median = self._about(kbps), self._about(rtt)
        packets = 600 if mode == "full" else 56
        lost = sum(self.chance.random() < loss for _ in range(packets)) / packets
        full = mode == "full"
        server = example_server(
            url=URL,
            loss_fraction=lost,
            loss_burst=1.0 if lost else None,
            jitter_ms=self._about(rtt / 10),
            rtt_ms=RoundTrip(min=median * 0.9, median=median, p95=median * 1.2),
            throughput_kbps=Throughput(
                loop=min(rate, CEILING), up=None, down=None, loop_at_least=rate > CEILING
            )
            if full
            else None,
            loaded_rtt_ms=median * 2 if full else None,
        )
        octets = 500_000 if full else 23_000
        return self._run(server, mode, octets)

    def failed(
        self, mode: Mode, error: ServerError = "timeout", *, captive: bool = False
    ) -> RunMeasurement:
        """A run in which no server worked."""
        server = ServerMeasurement(
            url=URL, provider="Head office", reachable=False, transport="udp", error=error
        )
        return self._run(server, mode, 3000, captive=captive)

    def _run(
        self, server: ServerMeasurement, mode: Mode, octets: int, *, captive: bool = False
    ) -> RunMeasurement:
        return example_measurement(
            server,
            timestamp=self.wall() * 1000,
            mode=mode,
            bytes_sent=octets // 2,
            bytes_received=octets // 2,
            captive_portal=captive,
        )

    def _about(self, value: float) -> float:
        return value * math.exp(self.chance.gauss(0, 0.2))


def place(name: str, kind: NetworkType = "wifi") -> NetworkFacts:
    """A network, or none."""
    return NetworkFacts(kind, "wlan0", name != "none", name.ljust(32, "0"))


class Life:
    """A laptop at home that is never off, on a line that is always good."""

    def __init__(self, world: World) -> None:
        self.world = world

    def measure(self, mode: Mode) -> RunMeasurement:
        """What a test finds now."""
        return self.world.line(mode)

    async def minute(self) -> None:
        """What happens; called each minute."""


class Office(Life):
    """Office by day, home else, asleep at night."""

    async def minute(self) -> None:
        now = self.world.now
        at_work = 8 <= now.hour < 18 and now.weekday() < 5
        self.world.move(place("office", "ethernet") if at_work else place("home"))
        if now.hour == 23:
            await self.world.sleep(8 * HOUR)


class WrongPassword(Office):
    """The same, and on the second day the password expires."""

    def measure(self, mode: Mode) -> RunMeasurement:
        if self.world.wall() - MONDAY > DAY:
            return self.world.failed(mode, "unauthorized")
        return super().measure(mode)


class SlowEvenings(Life):
    """From seven to eleven everybody streams."""

    def measure(self, mode: Mode) -> RunMeasurement:
        evening = 19 <= self.world.now.hour < 23
        return self.world.line(mode, kbps=650, rtt=60) if evening else super().measure(mode)


class LossyEvenings(Life):
    """From seven to eleven the Wi-Fi loses packets, more and less."""

    def measure(self, mode: Mode) -> RunMeasurement:
        if not 19 <= self.world.now.hour < 23:
            return super().measure(mode)
        return self.world.line(mode, loss=0.04 * self.world.chance.uniform(0.3, 2), rtt=60)


class BorderEvenings(Life):
    """From seven to eleven the line is between two shades of green."""

    def measure(self, mode: Mode) -> RunMeasurement:
        evening = 19 <= self.world.now.hour < 23
        return self.world.line(mode, kbps=1600, rtt=60) if evening else super().measure(mode)


class Train(Office):
    """An hour on the train each way: tunnels, and all that a mobile network can be."""

    left = 0.0
    kbps = 3000.0

    async def minute(self) -> None:
        now, chance = self.world.now, self.world.chance
        if not (now.weekday() < 5 and now.hour in (7, 17)):
            await super().minute()
            return
        self.left -= 1
        if self.left < 0:
            self.left = chance.uniform(1, 7)
            self.kbps = chance.choice([200, 600, 1500, 4000, 8000])
            tunnel = chance.random() < 0.3
            self.world.move(place("none", "unknown") if tunnel else place("train", "cellular"))

    def measure(self, mode: Mode) -> RunMeasurement:
        if not self.world.network.has_route:
            return self.world.failed(mode)
        if self.world.network.network_type != "cellular":
            return super().measure(mode)
        return self.world.line(mode, kbps=self.kbps, loss=0.005, rtt=90)


class Hotel(Life):
    """Each morning the log-in page is there again, and is forgotten for five minutes."""

    def measure(self, mode: Mode) -> RunMeasurement:
        now = self.world.now
        if now.hour == 7 and now.minute < 5:
            return self.world.failed(mode, captive=True)
        return self.world.line(mode, kbps=4000)

    async def minute(self) -> None:
        if self.world.now.hour == 23:
            await self.world.sleep(8 * HOUR)


class Vpn(Life):
    """On and off some times a day; the way through it is longer."""

    async def minute(self) -> None:
        now = self.world.now
        if now.minute == 0 and 8 <= now.hour < 18 and self.world.chance.random() < 0.5:
            on = self.world.network.network_type == "vpn"
            self.world.move(place("home") if on else place("vpn", "vpn"))

    def measure(self, mode: Mode) -> RunMeasurement:
        if self.world.network.network_type == "vpn":
            return self.world.line(mode, kbps=1800, rtt=120)
        return super().measure(mode)


LIVES: tuple[type[Life], ...] = (
    *(Life, Office, WrongPassword, SlowEvenings, LossyEvenings, BorderEvenings),
    *(Train, Hotel, Vpn),
)


async def _live(world: World, life: Life, folder: Path, days: float) -> None:
    async def measure(
        request: SctRequest,
        on_report: Callable[[Progress | ServerDone], None],
        *,
        environ: Mapping[str, str],
    ) -> SctResult:
        await asyncio.sleep(6.0 if request.run.mode == "full" else 2.0)
        return SctResult(life.measure(request.run.mode))

    paths = Paths.under(folder)
    paths.config_file.parent.mkdir(parents=True)
    paths.config_file.write_text(f'[[server]]\nurls = ["{URL}"]\n', encoding="ascii")
    paths.config_file.chmod(0o600)
    world.service = service = Service(
        paths,
        origin="tray",
        environ={},
        rng=random.Random(1),
        watch_machine=False,
        measure_with=measure,
    )

    def listen(event: Event) -> None:
        if isinstance(event, NotificationDecided) and event.decision.show:
            world.told.append((world.now, event.verdict, event.decision))
            service.notification_delivered(event.notification_row, "freedesktop")

    service.subscribe(listen)
    service.media_devices_changed(True)
    await service.start()
    while world.wall() < MONDAY + days * DAY:
        await asyncio.sleep(60)
        await life.minute()
    await service.stop()


def simulate(kind: type[Life], days: float) -> World:
    """Let one life be lived; returns what was told in it."""
    world = World()

    async def not_metered(_environ: object) -> bool:
        return False

    async def nobody(_environ: object) -> None:
        return None

    async def learn(file: Path, network_id: str, _environ: object) -> object:
        """Here and by the simple rule: a process lives in real time."""
        now = world.wall() * 1000
        return profile_of(
            Lesson(history=str(file), network_id=network_id, now_ms=now, models=False)
        )

    with (
        tempfile.TemporaryDirectory() as folder,
        patch.object(time, "time", world.wall),
        patch.object(learning, "learn_profile", learn),
        patch.object(networks, "observe", lambda *_: world.network),
        patch.object(service_module, "started_at", lambda: 0.0),
        patch.object(service_module, "metered", not_metered),
        patch.object(service_module, "microphone_in_use", lambda: False),
        patch.object(telling, "asks_for_quiet", nobody),
    ):
        try:
            world.loop.run_until_complete(_live(world, kind(world), Path(folder), days))
        finally:
            world.loop.close()
    return world


def _print_told(world: World) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.notifications.message import message

    for at, verdict, decision in world.told:
        said = message(verdict, decision)
        body = said.body.replace("\n", "\n    ")
        print(f"  {at:%a %d %b %H:%M} {decision.reason}: {said.title}\n    {body}")


def main() -> int:
    """Print one line a life."""
    names = {kind.__name__: kind for kind in LIVES}
    parser = argparse.ArgumentParser(description="How often people are told.")
    parser.add_argument("--days", type=float, default=14.0)
    parser.add_argument("--told", action="store_true", help="each notification, as it reads")
    parser.add_argument("life", nargs="*", choices=[[], *names], metavar="LIFE")
    args = parser.parse_args()
    for kind in [names[name] for name in args.life] or LIVES:
        world = simulate(kind, args.days)
        reasons = Counter(str(decision.reason) for _, _, decision in world.told)
        listed = ", ".join(f"{count} {reason}" for reason, count in reasons.most_common())
        print(f"{kind.__name__:15}{len(world.told) / args.days:5.2f} a day: {listed}", flush=True)
        if args.told:
            _print_told(world)
    return 0


if __name__ == "__main__":
    sys.exit(main())
