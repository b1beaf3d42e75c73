"""The search for the capacity over imagined loops, in the steps of a run over one server.

What ``notifier/probe/server.py`` does with sockets, done with numbers: round trips, the call-like
stream, the first burst behind it, and the trains that the search asks for until time is up.
"""

import statistics
from dataclasses import dataclass, field

from notifier.probe import estimate
from notifier.probe.capacity import Capacity, CapacitySearch, TrainPlan
from notifier.probe.flow import Flow, FlowRecord
from notifier.probe.server import RUN_ROUND_TRIPS, RUN_SECONDS, SHORT, STREAMS
from tests.net.direction import Direction
from tests.probe.links import ANSWER_OCTETS, Loop

__all__ = ["Searched", "search"]

SETUP_OCTETS = 3000
"""Of two allocations with their channels and the round trips, up and down."""

SETUP_ROUND_TRIPS = 4.0
REQUEST_OCTETS = 48
LATE = 1e-4
"""Seconds by which timers are late."""


@dataclass(slots=True)
class Searched:
    """What a search found, and what it took."""

    capacity: Capacity | None
    round_trip: float
    octets: int
    """Up and down together, of the whole run."""

    seconds: float
    """From the first packet to the end of the last train."""

    until: float
    """Seconds that it was given."""

    plans: list[TrainPlan] = field(default_factory=list)
    left: list[float] = field(default_factory=list)
    """Seconds that were left when each plan was made."""


def search(
    up: Direction,
    down: Direction,
    *,
    seed: int = 1,
    known_kbps: float | None = None,
    answers: bool = True,
) -> Searched:
    """One run over an imagined loop.

    :param answers: whether the server answers the long Binding requests.
    """
    loop = Loop(up, down, seed=seed, late=LATE)
    rtt = (up.delay_ms + down.delay_ms) / 1000
    loop.rest(SETUP_ROUND_TRIPS * rtt)
    requests = loop.run(_flow(10, 0.02, rtt, 0.05), REQUEST_OCTETS, ANSWER_OCTETS)
    pings = estimate.delays(requests)
    round_trip = statistics.median(pings) if pings else 0.1
    expected = max(pings, default=0.2)
    machine = CapacitySearch(round_trip=round_trip, known_kbps=known_kbps)
    stream = STREAMS["full" if known_kbps is None else "further"]
    patience = max(0.1, 0.5 * expected)
    streaming = loop.send(
        _flow(stream.count, stream.interval, expected, patience, stream.size), stream.size
    )
    burst = machine.first_burst()
    behind = loop.send(
        _flow(burst.count, burst.interval, expected, patience, burst.size), burst.size
    )
    record = loop.settle(streaming)
    first = loop.settle(behind)
    transits = estimate.delays(record)
    machine.jitter = statistics.pstdev(transits) if len(transits) > 2 else 0.0
    machine.loss = estimate.loss_fraction(record) or 0.0
    machine.base = statistics.median(transits) if transits else None
    machine.read_first(first, machine.jitter)
    until = RUN_SECONDS + RUN_ROUND_TRIPS * min(max(round_trip, SHORT), 0.7)
    found = Searched(None, round_trip, 0, 0.0, until)
    while True:
        machine.spent = SETUP_OCTETS + loop.octets
        left = until - loop.now
        plan = machine.next_train(left)
        if plan is None:
            break
        found.plans.append(plan)
        found.left.append(left)
        assert len(found.plans) < 20, "the search has no end"
        machine.add(plan, _train(loop, plan, machine, answers=answers, limit=max(0.2, left) + 1.0))
        found.seconds = loop.now
        loop.rest(0.02)
    found.capacity = machine.capacity()
    found.octets = SETUP_OCTETS + loop.octets
    return found


def _train(
    loop: Loop, plan: TrainPlan, machine: CapacitySearch, *, answers: bool, limit: float
) -> FlowRecord:
    uplink = plan.kind == "uplink"
    flow = Flow(
        count=plan.count,
        interval=plan.interval,
        size=plan.size,
        patience=0.06 + 3 * machine.jitter,
        delay=machine.round_trip if uplink or not machine.base else machine.base,
        limit=limit,
    )
    back = (ANSWER_OCTETS if answers else 0) if uplink else plan.size
    return loop.run(flow, plan.size, back)


def _flow(count: int, interval: float, delay: float, patience: float, size: int = 48) -> Flow:
    return Flow(count=count, interval=interval, size=size, patience=patience, delay=delay)
