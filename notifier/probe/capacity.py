"""How much the path carries, up and down: which train to send next, and when enough is known.

What comes out of a full link is its capacity, so each train is sent faster than the link is
thought to carry, and the spacing of its arrivals (:func:`notifier.probe.estimate.service_rate`)
tells the rate and how sure it is. Trains grow with what is known::

    first burst ──> about C, or only "C or more" where jitter hides its spacing
    search      ──> faster and longer, until the link is full for certain
    uplink      ──> Binding requests as long as data: they load the uplink, and each is answered
                    by a tenth of its octets, so what comes back shows the uplink alone
    load        ──> what octets and seconds are left, on the narrower half: a sharper C, and how
                    long a queue it builds

Every train is paid from one budget of octets, up and down together, and has to end in time: both
limits are given by the caller and a train that does not fit is cut or left out. Where an estimate
is sure enough and the queue has shown its end, the search stops by itself.
"""

import math
from dataclasses import dataclass, field
from typing import Literal

from notifier.measurement import Interval, Throughput
from notifier.probe.estimate import QueueDelay, RateFit, queue_delay, service_rate
from notifier.probe.flow import FlowRecord

__all__ = ["Capacity", "CapacitySearch", "TrainKind", "TrainPlan"]

CEILING_KBPS = 16_000.0
"""The fastest train: twice what the best call needs, and what Python paces evenly."""

ENOUGH_KBPS = 10_000.0
"""Where a path carries so much for certain, the search for its end stops."""

_PER_KBPS = 125
"""Octets a second in one kbit/s."""

BUDGET_OCTETS = 585_000
"""For a whole run on a server, up and down together, IP level."""

SLOW_BUDGET_OCTETS = 145_000
"""The same on a link of :data:`SLOW_KBPS` or less."""

SLOW_KBPS = 550.0

RESPONSE_OCTETS = 130
"""Of an answer to a Binding request at IP level, with what servers like to add."""

_SIZE = 1232
"""Octets of a packet at IP level, at most: below the 1,280 that every path carries (RFC 8200
section 5)."""

_SMALL_SIZE = 300
_FIRST_SIZE = 400
_FIRST_COUNT = 10
_MIN_TRAIN = 12
_MANY = 60
"""Packets that a train should have where the link is slow: smaller ones, then."""

_UNSURE = 0.25
"""Relative standard error from which on an estimate is only a hint."""

_WORTHLESS = 0.5
"""Relative standard error from which on a train has said nothing."""

_TELLING = 0.04
"""Relative standard error up to which a figure above :data:`ENOUGH_KBPS` is given as it is."""

_SURE = 0.012
"""Relative standard error that needs no further train."""

_SLOWEST_KBPS = 30.0
"""Slower than this no link is taken for: it would not carry a call's stream."""

_OVERDRIVE = 2.0
_SEARCH_STEP = 12.0
_SEARCH_OCTETS = 60_000
_SEARCH_SECONDS = 0.08
_UPLINK_OVERDRIVE = 8.0
_UPLINK_OCTETS = 110_000
_MAX_SEARCHES = 3

_QUEUE_SECONDS = 1.6
"""A queue is filled no further: what waits longer is of no use to a call either way."""

_SAME = 1.22
"""Up to this ratio uplink and loop count as equal: about the square root of the 1.5 that matters
to a call."""

_Z = 2.4
"""Standard errors on either side of a 95 % interval: more than the normal distribution's 1.96,
since the standard error is itself an estimate from one or two trains."""

TrainKind = Literal["loop", "uplink"]


@dataclass(frozen=True, slots=True)
class TrainPlan:
    """One train to send."""

    kind: TrainKind
    kbps: float
    """At IP level."""

    count: int
    size: int
    """Octets of a packet at IP level on the way up."""

    @property
    def interval(self) -> float:
        """Seconds from one packet to the next."""
        return self.size * 8 / (self.kbps * 1000)


@dataclass(frozen=True, slots=True)
class Capacity:
    """What the trains found, in the units of the record."""

    throughput: Throughput
    loop: Interval | None
    up: Interval | None
    down: Interval | None
    queue: QueueDelay | None
    """How long the narrower half made packets wait while it was full."""


@dataclass(slots=True)
class _Half:
    """What is known of the loop, or of the uplink alone."""

    fits: list[RateFit] = field(default_factory=list)
    """Of trains that filled it."""

    carried: float = 0.0
    """kbit/s that went through for certain, without filling it."""

    seemed: float = 0.0
    """kbit/s that seemed to go through, without filling it."""

    def add(self, plan: TrainPlan, fit: RateFit, least: float) -> None:
        # No train is faster than one at the ceiling: its word counts sooner.
        at_ceiling = plan.kbps >= 0.95 * CEILING_KBPS
        clear = fit.error if at_ceiling else 2.5 * fit.error
        overrun = fit.overrun and fit.error < _WORTHLESS
        if fit.bps / 1000 < plan.kbps * (1 - max(0.06, clear)) or (
            overrun and fit.bps / 1000 < 0.9 * plan.kbps
        ):
            self.fits.append(fit)
        else:
            low = max(least, fit.bps / 1000 * (1 - min(0.9, fit.error)))
            self.carried = max(self.carried, min(plan.kbps, low))
            self.seemed = max(self.seemed, min(plan.kbps, fit.bps / 1000))

    @property
    def known(self) -> tuple[float, float] | None:
        """Capacity in kbit/s and its relative standard error, all trains together."""
        # Less than what went through another time was jitter's doing, not the link's.
        fits = [
            fit for fit in self.fits if fit.bps / 1000 * (1 + min(0.3, fit.error)) >= self.carried
        ]
        if not fits:
            return None
        weights = [1 / fit.error**2 for fit in fits]
        total = sum(weights)
        kbps = sum(w * fit.bps for w, fit in zip(weights, fits, strict=True)) / total / 1000
        # Trains on the same link share what is wrong with their model: half the best one's error
        # stays, however many there are.
        error = max(math.sqrt(1 / total), 0.5 * min(fit.error for fit in fits))
        return kbps, error


@dataclass(slots=True)
class CapacitySearch:
    """Chooses trains and reads their records.

    :param jitter: standard deviation of the one-way delay over the idle loop, seconds.
    :param loss: part of the packets that the idle loop loses, 0..1.
    :param base: median one-way delay of the idle loop, seconds.
    :param round_trip: median round trip to the server, seconds.
    :param spent: octets that the run has cost so far, up and down.
    :param known_kbps: the capacity that another server of the same run has shown: one train that
        confirms it is enough.
    """

    round_trip: float
    spent: int = 0
    jitter: float = 0.0
    loss: float = 0.0
    base: float | None = None
    known_kbps: float | None = None
    budget: int = BUDGET_OCTETS
    slow_budget: int = SLOW_BUDGET_OCTETS
    _loop: _Half = field(default_factory=_Half)
    _up: _Half = field(default_factory=_Half)
    _hint: float | None = None
    _hint_sure: bool = False
    _least: float = 0.0
    _searches: int = 0
    _uplinks: int = 0
    _uplink_answered: bool = True
    _loads: int = 0
    _queues: list[QueueDelay] = field(default_factory=list)

    def first_burst(self) -> TrainPlan:
        """The first packets through the loop: small enough for any queue."""
        return TrainPlan("loop", CEILING_KBPS, _FIRST_COUNT, _FIRST_SIZE)

    def read_first(self, record: FlowRecord, jitter: float) -> None:
        """Take the first burst; ``jitter`` as the idle loop showed it since."""
        fit = service_rate(record, jitter=jitter, loss=0.0)
        times = [at for at in record.arrived if at is not None]
        if not times:
            if self.base is not None:
                # A run of losses took them all at once: the stream has come through.
                self._hint = _SLOWEST_KBPS
            return
        self._least = min(CEILING_KBPS, _least_kbps(record, jitter))
        self._hint, self._hint_sure = max(self._least, _SLOWEST_KBPS), False
        if fit is not None and fit.error < _UNSURE:
            self._hint, self._hint_sure = min(CEILING_KBPS, fit.bps / 1000), True

    @property
    def least_kbps(self) -> float:
        """What the path carries for certain, as far as is known."""
        return max(self._least, self._loop.carried)

    # Planning

    def next_train(self, seconds: float) -> TrainPlan | None:
        """The train to send now, or None once more trains would not change the figures.

        :param seconds: that are left for trains.
        """
        if self.known_kbps is not None:
            return None if self._searches else self._confirm(self.known_kbps, seconds)
        if self._hint is None:
            return None
        loop = self._loop.known
        if self._searching and self._searches < _MAX_SEARCHES:
            return self._search(seconds)
        if loop is None:
            return None
        if self._wants_uplink(loop[0]):
            plan = self._uplink(loop[0], seconds)
            if plan is not None:
                return plan
        return self._load(*loop, seconds) if self._loads < 2 else None

    @property
    def _searching(self) -> bool:
        """The loop's capacity is not known yet, or as good as not known."""
        loop = self._loop.known
        return (loop is None or loop[1] > _UNSURE) and self._loop.carried < ENOUGH_KBPS

    def _search(self, seconds: float) -> TrainPlan | None:
        known = self._loop.known
        least = max(self._least, self._loop.carried, _SLOWEST_KBPS)
        if known is not None:
            # One that seemed to go through says that this estimate is low.
            kbps = _OVERDRIVE * max(known[0], self._loop.seemed)
            seconds_full = max(0.3, 12 * self.jitter)
        elif self._hint_sure and self._hint is not None and self._searches == 0:
            kbps = max(_OVERDRIVE * self._hint, 1.2 * self._loop.carried)
            seconds_full = max(0.3, 12 * self.jitter)
        else:
            kbps = _SEARCH_STEP * least
            seconds_full = 2 * max(_SEARCH_SECONDS, 5 * self.jitter)
        kbps = min(CEILING_KBPS, kbps)
        octets = kbps / _OVERDRIVE * _PER_KBPS * seconds_full
        most = float(_SEARCH_OCTETS if self._searches == 0 else 3 * _SEARCH_OCTETS)
        # What a link at the lower end would need is waited for, should it be one.
        most = min(most, max(4 * _SIZE, least * _PER_KBPS * 0.9))
        return self._plan("loop", kbps, min(octets, most), seconds, carries=kbps / _OVERDRIVE)

    def _confirm(self, kbps: float, seconds: float) -> TrainPlan | None:
        fast = min(CEILING_KBPS, 1.6 * kbps)
        octets = min(fast * _PER_KBPS * max(0.12, 4 * self.jitter), _SEARCH_OCTETS)
        return self._plan("loop", fast, octets, seconds, carries=kbps)

    def _wants_uplink(self, loop_kbps: float) -> bool:
        if not self._uplink_answered or loop_kbps > CEILING_KBPS / _SAME:
            return False
        if self._uplinks == 0:
            return True
        up = self._up.known
        # The wider uplink's own rate, where one look left it open.
        return (
            self._uplinks == 1
            and up is not None
            and up[0] > _SAME * loop_kbps
            and up[1] > 0.05
            and up[0] < ENOUGH_KBPS
        )

    def _uplink(self, loop_kbps: float, seconds: float) -> TrainPlan | None:
        up = self._up.known
        if up is None:
            kbps = min(CEILING_KBPS, _UPLINK_OVERDRIVE * loop_kbps)
            octets = max(loop_kbps * _PER_KBPS * 0.5, kbps * _PER_KBPS * max(0.03, 3 * self.jitter))
            octets = min(octets, max(loop_kbps * _PER_KBPS * 1.2, 12 * _SIZE), _UPLINK_OCTETS)
            return self._plan("uplink", kbps, octets, seconds, carries=loop_kbps)
        kbps = min(CEILING_KBPS, _OVERDRIVE * up[0])
        octets = min(kbps * _PER_KBPS * max(0.1, 10 * self.jitter), 1.4 * _UPLINK_OCTETS)
        return self._plan("uplink", kbps, octets, seconds, carries=up[0])

    def _load(self, kbps: float, error: float, seconds: float) -> TrainPlan | None:
        overrun = any(queue.ended for queue in self._queues)
        if error <= _SURE and overrun:
            return None
        if self._loads and (overrun or self._queue_seen() >= 0.6 * _QUEUE_SECONDS or error < 0.03):
            return None
        up = self._up.known
        narrow_up = up is not None and self._narrow_up(up, (kbps, error))
        kind: TrainKind = "uplink" if narrow_up and self._uplink_answered else "loop"
        overdrive = 3.0 if kind == "uplink" else _OVERDRIVE
        fast = min(CEILING_KBPS, overdrive * kbps)
        if fast < 1.3 * kbps:
            return None
        if overrun:
            # The queue has shown its end: this one is for the rate alone.
            fast, octets = (
                min(fast, 1.6 * kbps),
                1.6 * kbps * _PER_KBPS * max(0.2, 12 * self.jitter),
            )
        else:
            octets = kbps * _PER_KBPS * _QUEUE_SECONDS * fast / (fast - kbps)
        plan = self._plan(kind, fast, octets, seconds, carries=kbps)
        if plan is None or plan.count * plan.size < 0.5 * kbps * _PER_KBPS * self._queue_seen():
            return None
        return plan

    def _narrow_up(self, up: tuple[float, float], loop: tuple[float, float]) -> bool:
        """The uplink is the narrower half, or as narrow: its train saw the loop's queue."""
        unsure = math.hypot(up[0] * up[1], loop[0] * loop[1])
        return up[0] < min(1.45, _SAME + 0.8 * unsure / loop[0]) * loop[0]

    def _queue_seen(self) -> float:
        return max((queue.seconds for queue in self._queues), default=0.0)

    def _plan(
        self,
        kind: TrainKind,
        kbps: float,
        octets: float,
        seconds: float,
        *,
        carries: float,
    ) -> TrainPlan | None:
        """Cut to what octets and seconds are left; None where too little is."""
        # The last packet has to be through in time: sent, queued behind the others, and back.
        time = seconds - self.round_trip - 4 * self.jitter - 0.08
        octets = min(octets, max(0.0, carries * _PER_KBPS * time))
        size = _size(octets)
        for _ in range(2):  # fewer octets make shorter packets, whose answers weigh more
            share = 1 + RESPONSE_OCTETS / size if kind == "uplink" else 2.0
            octets = min(octets, max(0.0, self._left() / share))
            size = _size(octets)
        if kind == "uplink" and (loop := self._loop.known) is not None:
            # The answers have to fit the downlink, which carries the loop's figure at least.
            kbps = max(loop[0] * 1.5, min(kbps, loop[0] * size / RESPONSE_OCTETS))
        count = int(octets / size)
        return TrainPlan(kind, kbps, count, size) if count >= _MIN_TRAIN else None

    @property
    def slow(self) -> bool:
        """As far as is known the link is one that is not to be loaded with much."""
        loop = self._loop.known
        kbps = loop[0] if loop is not None else self.least_kbps
        return kbps <= SLOW_KBPS

    def _left(self) -> int:
        return (self.slow_budget if self.slow else self.budget) - self.spent

    # Reading

    def add(self, plan: TrainPlan, record: FlowRecord) -> None:
        """Read what became of a train."""
        arrived = sum(at is not None for at in record.arrived)
        back = RESPONSE_OCTETS if plan.kind == "uplink" else plan.size
        self.spent += len(record.sent) * plan.size + arrived * back
        loading = not self._searching and (plan.kind == "loop" or self._uplinks > 0)
        if plan.kind == "uplink":
            self._uplinks += 1
            if arrived < 4:
                # A server that does not answer so much, or takes offence: leave it alone.
                self._uplink_answered = bool(self._up.fits)
                return
        elif not loading or self.known_kbps is not None:
            self._searches += 1
        fit = service_rate(record, jitter=self.jitter, loss=self.loss)
        if fit is None:
            if plan.kind == "loop":
                self._least /= 3
            return
        half = self._up if plan.kind == "uplink" else self._loop
        was = half.known
        half.add(plan, fit, _least_kbps(record, self.jitter))
        if loading and (plan.kind == "loop" or was is not None):
            self._loads += 1
        base = self.round_trip if plan.kind == "uplink" else self.base
        loop = self._loop.known
        if base is None or loop is None or not half.fits or half.fits[-1] is not fit:
            return
        if plan.kind == "loop" or self._narrow_up((fit.bps / 1000, fit.error), loop):
            queue = queue_delay(record, fit, base)
            if queue is not None:
                self._queues.append(queue)

    def capacity(self) -> Capacity | None:
        """The figures; None where not even the first burst came through."""
        loop = self._loop.known
        carried = max(self._loop.carried, self._least)
        if loop is not None and loop[1] > _TELLING and loop[0] * (1 - loop[1]) >= ENOUGH_KBPS:
            # Faster than any call needs, and no telling how much: that is what is known.
            loop, carried = None, ENOUGH_KBPS
        if loop is None:
            if carried <= 0:
                return None
            kbps = round(carried, 1)
            return Capacity(
                Throughput(
                    loop=kbps,
                    up=kbps,
                    down=kbps,
                    loop_at_least=True,
                    up_at_least=True,
                    down_at_least=True,
                ),
                *(None, None, None),
                queue=self._queue(),
            )
        kbps, error = loop
        up = self._up.known
        queue = self._queue()
        if up is None:
            # No train filled the uplink for certain: what it seemed to carry decides.
            wide = max(self._up.carried, self._up.seemed) > _SAME * kbps
            narrow = not wide and self._up.seemed > 0
            rounded = round(kbps, 1)
            at_least = round(max(self._up.carried, _SAME * kbps), 1)
            throughput = Throughput(
                loop=rounded,
                up=at_least if wide else rounded if narrow else None,
                down=rounded if wide or narrow else None,
                up_at_least=wide,
                down_at_least=narrow,
            )
            ends = _interval(kbps, error)
            return Capacity(
                throughput, ends, ends if narrow else None, ends if wide else None, queue
            )
        if self._narrow_up(up, loop):
            # The uplink is the narrower half: both saw the same queue.
            both = _Half([*self._loop.fits, *self._up.fits]).known or loop
            kbps, error = both
            ends = _interval(kbps, error)
            rounded = round(kbps, 1)
            throughput = Throughput(loop=rounded, up=rounded, down=rounded, down_at_least=True)
            return Capacity(throughput, ends, ends, None, queue)
        kbps *= 1 - self._ahead(self._loop.fits)
        throughput = Throughput(loop=round(kbps, 1), up=round(up[0], 1), down=round(kbps, 1))
        ends = _interval(kbps, error)
        return Capacity(throughput, ends, _interval(*up), ends, queue)

    def _ahead(self, fits: list[RateFit]) -> float:
        """The part of the packets that was lost before the downlink's queue.

        A packet that the uplink's air lost has used no time of the downlink. Which half loses is
        not to be seen where jitter hides the gaps: half of it, then.
        """
        coarse = [fit for fit in fits if not fit.fine]
        return self.loss / 2 if 2 * len(coarse) > len(fits) else 0.0

    def _queue(self) -> QueueDelay | None:
        """The longest one that has shown its end, else the longest."""
        ended = [queue for queue in self._queues if queue.ended]
        longest = max(self._queues, key=lambda queue: queue.seconds, default=None)
        if ended and longest is not None:
            best = max(ended, key=lambda queue: queue.seconds)
            # A longer one that still grew shows that this end was none.
            if best.seconds >= 0.7 * longest.seconds:
                return best
        return longest


def _size(octets: float) -> int:
    """Octets of a packet at IP level, so that a train of so many octets has packets enough."""
    return int(max(_SMALL_SIZE, min(_SIZE, octets / _MANY)))


def _least_kbps(record: FlowRecord, jitter: float) -> float:
    """What the path carries for certain: the octets that came, in the time that they took.

    Jitter may have brought the first one late and so made that time look shorter than it was.
    """
    times = [at for at in record.arrived if at is not None]
    if len(times) < 2:
        return 0.0
    span = max(times) - min(times) + 2.5 * jitter + 0.002
    return (len(times) - 1) * record.size * 8 / span / 1000


def _interval(kbps: float, error: float) -> Interval:
    return Interval(round(kbps * max(0.0, 1 - _Z * error), 1), round(kbps * (1 + _Z * error), 1))
