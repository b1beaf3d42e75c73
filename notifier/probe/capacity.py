"""How much the path carries: which train to send next, and when enough is known.

A short burst gives a first idea of the rate; then trains half as fast again as the idea fill the
link, and what comes out of a full link is its capacity. The search, one train at a time::

    burst ── nothing came ──> burst of small packets ── nothing came ──> no figure
      │ hint h
      v
    train at 1.5 h ── delay grows ──> estimate; at 1.5 times it again until two agree
      │ delay does not grow
      v
    train at twice the rate ── … ── ceiling reached ──> "at least"

    estimate known ──> one load train, to see how long a queue the link builds

Every train is paid from one budget of octets, up and down together, that is never overdrawn.
"""

import statistics
from dataclasses import dataclass, field

from notifier.probe.estimate import delay_rises, delay_trend, percentile, service_rate
from notifier.probe.flow import FlowRecord

__all__ = ["Capacity", "CapacitySearch", "TrainPlan"]

CEILING_KBPS = 16_000.0
"""Twice what the best call quality needs, and what pure Python paces without losing packets."""

BUDGET_OCTETS = 440_000
"""For all trains of a server, both directions, IP level: with the call-like stream and the
round trips it stays below half a megabyte."""

_BURST = 8
"""Packets of the first burst: it must fit a short queue."""

_PAYLOAD = 1200
"""Octets: with all headers below the 1,280 that every path carries (RFC 8200 section 5)."""

_SMALL_PAYLOAD = 300
_TRAIN_SECONDS = 0.15
_TRAIN_OCTETS = 80_000
_MIN_TRAIN = 12
_OVERDRIVE = 1.5
_AGREEMENT = 0.05
_MAX_TRAINS = 8

_LOAD_OVERDRIVE = 2.0
_LOAD_SECONDS = 0.4
"""The load train brings this much more than the link can carry away: longer queues are not
filled, shorter ones show their full length."""

_QUEUE_PERCENTILE = 0.95


@dataclass(frozen=True, slots=True)
class TrainPlan:
    """One train to send."""

    kbps: float
    """At IP level; the ceiling for a burst."""

    count: int
    payload: int
    """Octets of application data a packet."""

    load: bool = False
    """It is there to build a queue, not to find the rate."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """What the trains found."""

    kbps: float
    at_least: bool
    """The trains stopped at the ceiling, or the budget ended, before the link was full."""

    queue_s: float | None
    """95th percentile of the delay the trains added to the loop, seconds."""


@dataclass(slots=True)
class CapacitySearch:
    """Chooses trains and reads their records.

    :param overhead: octets that headers add to a payload at IP level.
    :param base_delay: one-way delay of the idle loop, seconds; None where it is not known.
    """

    overhead: int
    base_delay: float | None = None
    budget: int = BUDGET_OCTETS
    _spent: int = 0
    _trains: int = 0
    _next_kbps: float | None = None
    _hint: float | None = None
    _small: bool = False
    _carried: float = 0.0
    _estimates: list[float] = field(default_factory=list)
    _rises: list[float] = field(default_factory=list)
    _finished: bool = False
    _loaded: bool = False

    def next_train(self) -> TrainPlan | None:
        """The train to send now; None once more trains would not change the figure."""
        if self._trains >= _MAX_TRAINS:
            return None
        if self._hint is None:
            if self._finished:
                return None
            payload = _SMALL_PAYLOAD if self._small else _PAYLOAD
            return TrainPlan(CEILING_KBPS, _BURST, payload)
        if not self._finished and self._next_kbps is not None:
            return self._affordable(self._next_kbps, _TRAIN_SECONDS, _TRAIN_OCTETS, load=False)
        if self._estimates and not self._loaded:
            kbps = min(CEILING_KBPS, _LOAD_OVERDRIVE * statistics.median(self._estimates))
            return self._affordable(kbps, _LOAD_SECONDS, self.budget, load=True)
        return None

    def add(self, plan: TrainPlan, record: FlowRecord) -> None:
        """Read what became of a train."""
        self._trains += 1
        self._spent += self._cost(plan.count, plan.payload)
        base = self._base(record)
        if base is not None and plan.count > _BURST:
            self._rises += delay_rises(record, base)
        if plan.load:
            self._loaded = True
            return
        rate = service_rate(record)
        if self._hint is None:
            self._read_burst(rate)
            return
        trend = delay_trend(record)
        if rate is None or trend is None:
            # Nearly everything was lost: a slower train may get through.
            self._next_kbps = plan.kbps / 3
            return
        if trend.growing:
            self._estimates.append(rate / 1000)
            estimate = statistics.median(self._estimates)
            self._next_kbps = min(CEILING_KBPS, _OVERDRIVE * estimate)
            self._finished = len(self._estimates) >= 3 or (
                len(self._estimates) == 2
                and abs(self._estimates[0] - self._estimates[1]) <= _AGREEMENT * estimate
            )
        else:
            self._carried = max(self._carried, plan.kbps)
            self._estimates.clear()
            self._next_kbps = min(CEILING_KBPS, 2 * plan.kbps)
            self._finished = plan.kbps >= CEILING_KBPS

    def capacity(self) -> Capacity | None:
        """The figure; None where not even a burst came through."""
        queue = percentile(self._rises, _QUEUE_PERCENTILE) if self._rises else None
        if self._estimates:
            return Capacity(statistics.median(self._estimates), False, queue)
        if self._carried:
            return Capacity(self._carried, True, queue)
        # The burst alone: what it showed is true, but one short burst is a weak witness.
        return None if self._hint is None else Capacity(self._hint, False, queue)

    def _read_burst(self, rate: float | None) -> None:
        if rate is not None:
            self._hint = min(rate / 1000, CEILING_KBPS)
            self._next_kbps = min(CEILING_KBPS, _OVERDRIVE * self._hint)
        elif self._small:
            self._finished = True
        else:
            self._small = True

    def _affordable(
        self, kbps: float, seconds: float, most: int, *, load: bool
    ) -> TrainPlan | None:
        size = _PAYLOAD + self.overhead
        wanted = int(min(kbps * 1000 / 8 * seconds, most) / size)
        count = max(_MIN_TRAIN, wanted)
        left = (self.budget - self._spent) // (2 * size)
        count = min(count, left)
        return TrainPlan(kbps, count, _PAYLOAD, load) if count >= _MIN_TRAIN else None

    def _cost(self, count: int, payload: int) -> int:
        return 2 * count * (payload + self.overhead)

    def _base(self, record: FlowRecord) -> float | None:
        delays = delay_rises(record, 0.0)
        return min([*delays, *([] if self.base_delay is None else [self.base_delay])], default=None)
