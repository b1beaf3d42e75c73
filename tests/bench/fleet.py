"""``python -m tests.bench.fleet``: the load that a fleet of clients makes in a day.

Ten thousand clients on one simulated clock, each with the program's own schedule, data budget,
habit of its networks and courier (``notifier/service/schedule.py``, ``polite.py``, ``habit.py``,
``notifier/fleet/courier.py``); nothing sleeps. What one run costs is measured first, by real runs
through a real coturn (:mod:`tests.bench.fleet_cost`).

The day: people come around nine, most of them within twenty minutes, by waking their laptops or
switching them on; there are meetings, which begin and end at the full and the half hour for all of
their people; some change from the desk's network to the Wi-Fi for them; lunch; an access point of
six hundred machines is gone for three minutes. Around that, what goes wrong or is done to all at
once (:data:`STORY`).

Not the program's own code, and simpler than it: that a run of another colour is made sure of by one
more (the belief), that one light run in fifty finds something new by chance, and what a client
knows of its earlier runs, which is a list here and the history there.
"""

import argparse
import asyncio
import heapq
import random
import statistics
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from notifier.codes import ROWS, Color, Connectivity
from notifier.fleet.answer import Answer, no_answer
from notifier.fleet.courier import Courier, Entry, batches, too_many
from notifier.measurement import Mode, RoundTrip, ServerEntry
from notifier.service import habit
from notifier.service.habit import Habit, Seen
from notifier.service.ledger import FULL_AT_MOST, LIGHT_AT_MOST
from notifier.service.polite import DAY, Costs, Plan, allow, plan, plan_without_budget
from notifier.service.schedule import Due, Schedule
from notifier.settings.model import Settings
from tests.bench.fleet_cost import KINDS, TLS_OCTETS, Kind, collector_octets, measure
from tests.bench.fleet_picture import Curve, Panel, picture

HOUR = 3600.0

SERVERS = ("berlin", "hamburg", "paris", "lyon")
"""TURN servers; a client has two of them, the first of its own site, or only that one."""

ONE_SERVER = 0.2
"""Of the clients, with one server."""

FAILING = "berlin"

STORY: dict[str, tuple[float, float]] = {
    "people come": (8.83 * HOUR, 9.17 * HOUR),
    "a TURN server fails": (10 * HOUR, 11 * HOUR),
    "another policy": (11.5 * HOUR, 11.5 * HOUR),
    "lunch": (12 * HOUR, 13 * HOUR),
    "the collector fails": (13.5 * HOUR, 15.5 * HOUR),
    "an access point": (16 * HOUR + 180, 16 * HOUR + 180),
    "people go": (17 * HOUR, 18 * HOUR),
}
"""When what happens to many at once."""

BEHIND_ACCESS_POINT = 600
"""Clients whose network comes back in the same second."""

POLICY_LOOK = 10.0
"""Seconds within which every client sees another policy (``service.SETTINGS_LOOK``)."""

FULL = "… of them full"

CHANCE_NEWS = 0.02
"""Of light runs that find something new though nothing has happened."""

MEETING = 0.25
"""Of the people, in each hour of a working day."""

UNDOCK = 0.4
"""Of those, who change the network for it."""

NO_ANSWER_S = 15.0
"""A run against a server that does not answer takes so much longer."""

GOOD = next(row for row in ROWS if row.color is Color.GREEN)
BAD = next(row for row in ROWS if row.color is Color.RED)


@dataclass(frozen=True, slots=True)
class Prices:
    """What is measured of real runs, for so many addresses, and of one send."""

    octets: dict[tuple[Kind, int], float]
    seconds: dict[Kind, float]
    allocations: dict[tuple[Kind, int], float]
    send: float
    further: float


@dataclass(slots=True)
class Load:
    """What arrives in each second of the day."""

    runs: list[int] = field(default_factory=lambda: [0] * int(DAY))
    full: list[int] = field(default_factory=lambda: [0] * int(DAY))
    allocations: dict[str, list[float]] = field(
        default_factory=lambda: {name: [0.0] * int(DAY) for name in SERVERS}
    )
    octets: dict[str, list[float]] = field(
        default_factory=lambda: {name: [0.0] * int(DAY) for name in SERVERS}
    )
    requests: list[int] = field(default_factory=lambda: [0] * int(DAY))
    sent: list[float] = field(default_factory=lambda: [0.0] * int(DAY))
    lost: int = 0
    """Snapshots that were given up."""


class Client:
    """One machine with one person."""

    __slots__ = (
        "asleep_since",
        "courier",
        "courier_token",
        "full_at",
        "habits",
        "in_meeting",
        "last",
        "network",
        "plan",
        "red",
        "rng",
        "running",
        "schedule",
        "servers",
        "slept",
        "spent",
        "spent_sum",
        "token",
        "urls_new",
        "waiting",
    )

    def __init__(self, number: int, settings: Settings) -> None:
        self.rng = random.Random(f"client {number}")
        site = number % 4
        both = (SERVERS[site], SERVERS[site ^ 1])
        self.servers = both[:1] if self.rng.random() < ONE_SERVER else both
        self.schedule = Schedule(interval=settings.interval_s, spread=settings.spread, rng=self.rng)
        self.courier = Courier(interval=settings.fleet_interval_s, rng=self.rng)
        self.waiting: list[Entry] = []
        self.habits: dict[str, Habit] = {}
        self.network = "desk"
        self.full_at: dict[str, float] = {}
        self.plan: Plan = plan_without_budget(settings.interval_s)
        self.spent: deque[tuple[float, float]] = deque()
        self.last: dict[Mode, deque[float]] = {"full": deque(maxlen=10), "light": deque(maxlen=10)}
        self.spent_sum = 0.0
        self.red = False
        self.running = False
        self.urls_new = True
        self.in_meeting = False
        self.slept = 0.0
        self.asleep_since: float | None = None
        self.token = self.courier_token = 0

    def clock(self, now: float) -> float:
        """Its monotonic clock, which stands still while it sleeps."""
        return now - self.slept


class Day:
    """The simulation.

    :param prices: of a run and of a send.
    :param spread: what another policy causes is spread, as it is in the program.
    """

    def __init__(
        self, clients: int, prices: Prices, settings: Settings, *, spread: bool = True
    ) -> None:
        self.settings = settings
        self.spread = spread
        self.prices = prices
        self.load = Load()
        self.rng = random.Random(f"fleet of {clients}")
        self.clients = [Client(number, settings) for number in range(clients)]
        self._events: list[tuple[float, int, Callable[[float], None]]] = []
        self._order = count()
        self._entries = {(name, up): _entry(name, up) for name in SERVERS for up in (True, False)}
        self._seen: dict[tuple[tuple[str, ...], bool, Mode, bool | None], Seen] = {}

    def run(self) -> None:
        """Live through the day."""
        self._write_story()
        while self._events:
            at, _, act = heapq.heappop(self._events)
            if at >= DAY:
                break
            act(at)

    def at(self, when: float, act: Callable[[float], None]) -> None:
        """Let something happen."""
        heapq.heappush(self._events, (when, next(self._order), act))

    # The story

    def _write_story(self) -> None:
        rng = self.rng
        policy = STORY["another policy"][0]
        back = STORY["an access point"][0]
        for number, client in enumerate(self.clients):
            comes = (
                _around(rng, 9 * HOUR, 300) if rng.random() < 0.85 else rng.uniform(7, 11) * HOUR
            )
            goes = max(comes + HOUR, _around(rng, 17.5 * HOUR, 2400))
            if rng.random() < 0.4:
                self.at(comes, partial(self._switched_on, client))
            else:
                client.schedule.start(0.0)
                client.schedule.sleep(0.0)
                client.asleep_since = 0.0
                self.at(comes, partial(self._wakes, client))
            if rng.random() < 0.7:
                begins = _around(rng, 12.1 * HOUR, 600)
                ends = begins + max(600.0, rng.gauss(2700, 600))
                if comes < begins and ends < goes:
                    self.at(begins, partial(self._sleeps, client))
                    self.at(ends, partial(self._wakes, client))
            self._meetings(client, comes, goes)
            look = policy + rng.uniform(0, POLICY_LOOK)
            self.at(look, partial(self._policy, client))
            if number < BEHIND_ACCESS_POINT * 4 and number % 4 == 0:
                self.at(back, partial(self._comes_back, client))
            self.at(goes, partial(self._sleeps, client))

    def _meetings(self, client: Client, comes: float, goes: float) -> None:
        rng = self.rng
        for hour in range(9, 17):
            if rng.random() >= MEETING or hour == 12:
                continue
            begins = (hour + rng.choice((0.0, 0.0, 0.5))) * HOUR + rng.uniform(-60, 120)
            ends = begins + rng.choice((1800.0, 3000.0)) + rng.uniform(-60, 60)
            if comes < begins and ends < goes:
                moves = rng.random() < UNDOCK
                self.at(begins, partial(self._meets, client, moves))
                self.at(ends, partial(self._is_back, client, moves))

    def _switched_on(self, client: Client, now: float) -> None:
        client.schedule.start(client.clock(now), booted=True)
        client.courier.begin(now)
        self._look(client, now)
        self._look_courier(client, now)

    def _sleeps(self, client: Client, now: float) -> None:
        if client.asleep_since is not None:
            return
        clock = client.clock(now)
        if client.running:
            client.running = False
            client.schedule.run_ended(clock)
        client.schedule.sleep(clock)
        client.asleep_since = now
        client.token += 1
        client.courier_token += 1

    def _wakes(self, client: Client, now: float) -> None:
        if client.asleep_since is None:
            return
        asleep, client.asleep_since = client.asleep_since, None
        client.slept += now - asleep
        client.schedule.wake()
        client.schedule.trigger("wake", client.clock(now))
        self._look(client, now)
        # Its timer has stood still as well: what was left of it is left now.
        left = max(0.0, client.courier.due - asleep) if asleep else client.rng.uniform(0, 300)
        self._at_courier(client, now + min(left, self.settings.fleet_interval_s))

    def _comes_back(self, client: Client, now: float) -> None:
        """Its network, behind an access point that was away."""
        self._network(client, client.network, now)

    def _network(self, client: Client, name: str, now: float) -> None:
        if client.asleep_since is None:
            client.network = name
            client.schedule.trigger("network", client.clock(now))
            self._look(client, now)

    def _meets(self, client: Client, moves: bool, now: float) -> None:
        if client.asleep_since is not None or client.in_meeting:
            return
        client.in_meeting = True
        if moves:
            self._network(client, "wifi", now)
        client.schedule.hold()
        self._look(client, now)

    def _is_back(self, client: Client, moves: bool, now: float) -> None:
        if not client.in_meeting:
            return
        client.in_meeting = False
        client.schedule.release(client.clock(now))
        if moves:
            self._network(client, "desk", now)
        self._look(client, now)

    def _policy(self, client: Client, now: float) -> None:
        """Other servers in it, as far as the client can tell."""
        if client.asleep_since is None and client.courier.plan.send_at:
            client.urls_new = True
            for costs in client.last.values():  # of other addresses
                costs.clear()
            client.schedule.trigger("settings", client.clock(now), everybody=self.spread)
            self._look(client, now)

    # Runs

    def _look(self, client: Client, now: float) -> None:
        """Wait for the next run."""
        client.token += 1
        if client.running or client.asleep_since is not None:
            return
        wake_at = client.schedule.wake_at(client.clock(now))
        if wake_at is not None:
            token = client.token
            when = max(now, wake_at + client.slept)
            self.at(when, lambda at: self._due(client, token, at))

    def _due(self, client: Client, token: int, now: float) -> None:
        if token != client.token:
            return
        due = client.schedule.due(client.clock(now))
        if due is None or due.at > client.clock(now) + 1e-6:
            self._look(client, now)
            return
        self._begin(client, due, now)

    def _begin(self, client: Client, due: Due, now: float) -> None:
        clock = client.clock(now)
        budget = self.settings.data_budget_mb * 1e6
        while client.spent and now - client.spent[0][0] >= DAY:
            client.spent_sum -= client.spent.popleft()[1]
        costs = self._expected(client)
        client.plan = plan(
            budget=budget, spent=client.spent_sum, costs=costs, interval=self.settings.interval_s
        )
        client.schedule.change(
            interval=client.plan.interval, spread=self.settings.spread, now=clock
        )
        permission = allow(
            self._mode(client, due, clock),
            budget=budget,
            spent=client.spent_sum,
            costs=costs,
            further_apart=client.plan.further_apart,
            metered=False,
            on_metered="light",
        )
        if permission.mode is None:
            client.schedule.put_off(clock)
            self._look(client, now)
            return
        client.schedule.run_started()
        client.running = True
        client.token += 1
        up = tuple(name for name in client.servers if not _fails(name, now))
        known = client.habits.setdefault(client.network, Habit())
        urls = frozenset(client.servers)
        call = permission.call_check and (client.urls_new or known.wants_call(urls, now * 1000))
        code = (GOOD if up else BAD).summary_code
        mode = permission.mode
        took = self._cost(client, mode, up, call, now)
        if mode == "light" and permission.confirm is not None:
            entries = [self._entries[name, name in up] for name in client.servers]
            if known.differs(entries, code) or client.rng.random() < CHANCE_NEWS:
                mode = permission.confirm
                took += self._cost(client, mode, up, call, now + took)
        call = call and mode == "full"
        known.add(self._remembered(client, up, mode, call, now))
        if mode == "full":
            client.full_at[client.network] = clock
            client.urls_new = client.urls_new and not call
        if (not up) != client.red:
            # The first run of another colour is made sure of, the second one is believed.
            client.schedule.trigger("unsure", clock)
            client.red = not up
        token = client.token
        self.at(now + took, lambda at: self._ended(client, token, at))

    def _ended(self, client: Client, token: int, now: float) -> None:
        if token != client.token or not client.running:
            if client.running:
                client.running = False
                client.schedule.run_ended(client.clock(now))
                self._look(client, now)
            return
        client.running = False
        client.schedule.run_ended(client.clock(now))
        self._look(client, now)

    def _mode(self, client: Client, due: Due, clock: float) -> Mode:
        """As ``Service._mode``."""
        if due.trigger not in ("schedule", "network", "session", "application"):
            return "full"
        full_at = client.full_at.get(client.network)
        fresh = full_at is not None and clock - full_at < client.plan.full_interval
        return "light" if fresh else "full"

    def _expected(self, client: Client) -> Costs:
        """As ``Ledger.expected``: the dearest of the last ten, or the most there can be."""
        many = len(client.servers)
        full = max(client.last["full"], default=FULL_AT_MOST * many)
        light = max(client.last["light"], default=LIGHT_AT_MOST * many)
        return Costs(full, light)

    def _cost(self, client: Client, mode: Mode, up: Sequence[str], call: bool, now: float) -> float:
        """Count a run; how long it takes."""
        kind: Kind = "call" if call and mode == "full" else mode
        prices, second = self.prices, min(int(now), int(DAY) - 1)
        self.load.runs[second] += 1
        self.load.full[second] += mode == "full"
        octets = prices.octets[kind, len(up)] if up else 0.0
        for name in up:
            self.load.octets[name][second] += octets / len(up)
            self.load.allocations[name][second] += prices.allocations[kind, len(up)] / len(up)
        client.spent.append((now, octets))
        if len(up) == len(client.servers):  # one that missed a server says nothing of the next
            client.last[mode].append(octets)
        client.spent_sum += octets
        return prices.seconds[kind] + (NO_ANSWER_S if len(up) < len(client.servers) else 0.0)

    def _remembered(
        self, client: Client, up: tuple[str, ...], mode: Mode, call: bool, now: float
    ) -> Seen:
        row = GOOD if up else BAD
        return Seen(
            timestamp=now * 1000,
            mode=mode,
            summary_code=row.summary_code,
            connectivity_code=int(Connectivity.SUCCESS if up else Connectivity.NO_CONNECTION),
            servers={name: _figures(self._entries[name, name in up]) for name in client.servers},
            call=bool(up) if call else None,
        )

    # What is sent to the collector

    def _look_courier(self, client: Client, now: float) -> None:
        self._at_courier(client, max(now, client.courier.due))

    def _at_courier(self, client: Client, when: float) -> None:
        client.courier_token += 1
        token = client.courier_token
        self.at(when, lambda at: self._courier_due(client, token, at))

    def _courier_due(self, client: Client, token: int, now: float) -> None:
        if token != client.courier_token:
            return
        step = client.courier.look(now)
        if step.snapshot:
            client.waiting.append(Entry(now, 2000))
            for entry in too_many(client.waiting, now):
                client.waiting.remove(entry)
                self.load.lost += 1
        if step.send:
            client.courier.answered(self._answer(client, now), now)
        self._look_courier(client, now)

    def _answer(self, client: Client, now: float) -> Answer:
        second = min(int(now), int(DAY) - 1)
        begins, ends = STORY["the collector fails"]
        for batch in batches(list(client.waiting)):
            self.load.requests[second] += 1
            if begins <= now < ends:
                return no_answer("the collector is away")
            octets = self.prices.send + (len(batch) - 1) * self.prices.further
            self.load.sent[second] += octets
            for entry in batch:
                client.waiting.remove(entry)
        return Answer("taken")


def _entry(name: str, up: bool) -> ServerEntry:
    rtt = RoundTrip(min=20.0, median=22.0, p95=30.0)
    return ServerEntry(
        url=name,
        provider=name,
        reachable=up,
        transport="udp",
        error=None if up else "timeout",
        rtt_ms=rtt if up else None,
        loss_fraction=0.0 if up else None,
    )


def _figures(entry: ServerEntry) -> Any:
    return habit._Figures.of(entry)


def _fails(name: str, now: float) -> bool:
    begins, ends = STORY["a TURN server fails"]
    return name == FAILING and begins <= now < ends


def _around(rng: random.Random, middle: float, deviation: float) -> float:
    """Most of the people, and nobody more than three deviations away."""
    return middle + deviation * max(-3.0, min(3.0, rng.gauss(0, 1)))


# What is shown


@dataclass(frozen=True, slots=True)
class Row:
    """One load over the day."""

    name: str
    unit: str
    minutes: list[float]
    """Means, per second."""

    second: float
    """The highest of a single one."""

    @property
    def mean(self) -> float:
        return statistics.fmean(self.minutes)

    @property
    def busy(self) -> float:
        """Mean of the busiest hour of the clock."""
        return max(statistics.fmean(self.minutes[h * 60 : h * 60 + 60]) for h in range(24))

    @property
    def peak(self) -> float:
        return max(self.minutes)

    @property
    def peak_at(self) -> str:
        minute = self.minutes.index(self.peak)
        return f"{minute // 60:02}:{minute % 60:02}"


def rows(load: Load) -> list[Row]:
    """What the table and the picture show."""
    found = [
        _row("runs", "/s", load.runs),
        _row(FULL, "/s", load.full),
    ]
    for name in SERVERS:
        found.append(_row(f"{name}: allocations", "/s", load.allocations[name]))
        found.append(_row(f"{name}: traffic", "Mbit/s", [o * 8 / 1e6 for o in load.octets[name]]))
    found.append(_row("collector: requests", "/s", load.requests))
    found.append(_row("collector: received", "kB/s", [o / 1000 for o in load.sent]))
    return found


def _row(name: str, unit: str, seconds: Sequence[float]) -> Row:
    minutes = [sum(seconds[m * 60 : m * 60 + 60]) / 60 for m in range(24 * 60)]
    return Row(name, unit, minutes, max(seconds))


def table(found: Sequence[Row]) -> str:
    """In Markdown; flat is a small last figure."""
    head = (
        "| load | mean of the day | of the busiest hour | highest minute | at | highest second "
        "| highest minute / busiest hour |"
    )
    lines = [
        head,
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {row.name}, {row.unit} | {row.mean:.2f} | {row.busy:.2f} | {row.peak:.2f} "
        f"| {row.peak_at} | {row.second:.1f} | {row.peak / row.busy if row.busy else 0:.1f} |"
        for row in found
    ]
    return "\n".join(lines)


def drawn(found: Sequence[Row], clients: int) -> str:
    """The picture, as SVG."""
    by_name = {row.name: row.minutes for row in found}

    def panel(name: str, *curves: tuple[str, str]) -> Panel:
        return Panel(name, [Curve(shown, by_name[row]) for shown, row in curves])

    return picture(
        f"{clients} clients: load by the minute",
        [
            panel("runs, a second", ("all", "runs"), ("full", FULL)),
            panel("TURN allocations, a second", *((n, f"{n}: allocations") for n in SERVERS)),
            panel("TURN traffic, Mbit/s", *((n, f"{n}: traffic") for n in SERVERS)),
            panel("requests to the collector, a second", ("requests", "collector: requests")),
            panel("received by the collector, kB/s", ("received", "collector: received")),
        ],
        STORY,
    )


async def _prices() -> Prices:
    octets: dict[tuple[Kind, int], float] = {}
    allocations: dict[tuple[Kind, int], float] = {}
    seconds: dict[Kind, float] = {}
    found = []
    for kind in KINDS:
        for addresses in (1, 2):
            cost = await measure(kind, addresses, times=3)
            octets[kind, addresses] = cost.octets
            allocations[kind, addresses] = cost.allocations
            seconds[kind] = cost.seconds
            found.append(cost)
    first, further = collector_octets(found)
    return Prices(octets, seconds, allocations, first + TLS_OCTETS, further)


def main() -> None:
    """Measure, simulate, print, draw."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--clients", type=int, default=10_000)
    parser.add_argument(
        "--at-once", action="store_true", help="what another policy would do if nothing spread it"
    )
    parser.add_argument("--draw", type=Path, help="an SVG file for the picture")
    arguments = parser.parse_args()
    prices = asyncio.run(_prices())
    print("one run:")
    for (kind, addresses), cost in prices.octets.items():
        made = prices.allocations[kind, addresses]
        print(f"  {kind}, {addresses}: {cost / 1000:.0f} kB, {made:.0f} allocations")
    print(f"one send: {prices.send / 1000:.1f} kB, each snapshot more {prices.further:.0f} octets")
    begin = time.perf_counter()
    day = Day(arguments.clients, prices, Settings(), spread=not arguments.at_once)
    day.run()
    print(
        f"{arguments.clients} clients, {sum(day.load.runs)} runs, {sum(day.load.full)} full; ",
        end="",
    )
    print(f"{sum(day.load.requests)} requests, {day.load.lost} snapshots lost; ", end="")
    print(f"simulated in {time.perf_counter() - begin:.0f} s\n")
    found = rows(day.load)
    print(table(found))
    if arguments.draw is not None:
        arguments.draw.write_text(drawn(found, arguments.clients), encoding="utf-8")


if __name__ == "__main__":
    main()
