"""When a client takes a snapshot of its figures, when it sends, and what an answer changes.

A machine without I/O: the time and the dice are arguments, so ten thousand of them run on one
clock. Whoever drives one asks :attr:`Courier.due`, and when that time has come :meth:`Courier.look`
what to do; after sending, :meth:`Courier.answered` takes what came of it. What waits to be sent is
bounded by :func:`too_many`, and sent in the order of :func:`batches`::

    courier = Courier(interval=300.0, rng=random.Random(7))
    courier.begin(now)
    ...                                     # at courier.due:
    step = courier.look(now)
    if step.snapshot:
        waiting.append(Entry(at=now, size=2000))
        for entry in too_many(waiting, now):
            waiting.remove(entry)
    if step.send:
        for batch in batches(waiting):      # one request each, until one must be sent again
            answer = ...
            if answer.kind != "again": remove the batch from waiting
            courier.answered(answer, now)   # once more than one request was made: the last answer

Three things keep a fleet's load flat. The first send lies anywhere within one interval, and each
client keeps its place in the interval from then on. A failed send is tried again after a random
time below ``interval * 2 ** failures`` (full jitter), so a collector that is down is asked no more
often than one that is up, and less with each failure. And all that has gathered meanwhile is one
request, or a few. Times are those of the wall clock, seconds since 1970: they outlive the program.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from notifier.fleet.answer import LONGEST_RETRY_AFTER, Answer

__all__ = [
    "BATCH_COUNT",
    "LONGEST_WAIT",
    "MAX_AGE",
    "MAX_COUNT",
    "MAX_OCTETS",
    "Courier",
    "Entry",
    "Plan",
    "Step",
    "batches",
    "too_many",
]

SHORTEST_WAIT = 5.0
"""Seconds before a failed send is tried again, whatever the dice say."""

LONGEST_WAIT = 3600.0
"""Seconds; the most that failures alone make a client wait, where the interval is not longer."""

SENDING = 180.0
"""Seconds that a send in hand may take; after them it was lost with its process, and is due again.
Until then no other program of the same person sends."""

MAX_COUNT = 288
"""Snapshots that wait to be sent: a day's at the usual interval."""

MAX_OCTETS = 2_000_000
"""Of them all, as they lie on the disk."""

MAX_AGE = 86400.0
"""Seconds; older ones are not sent any more."""

BATCH_COUNT = 48
"""Snapshots in one request: four hours' at the usual interval, far below what collectors take."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One snapshot that waits."""

    at: float
    size: int
    """Octets on the disk."""


def too_many(waiting: Sequence[Entry], now: float) -> list[Entry]:
    """Which are to be forgotten, the oldest first, so that the rest keeps all three limits.

    One from the future, by more than the longest age, is of a clock that was wrong.
    """
    kept: list[Entry] = []
    gone: list[Entry] = []
    octets = 0
    for entry in sorted(waiting, key=lambda entry: -entry.at):
        octets += entry.size
        fits = len(kept) < MAX_COUNT and octets <= MAX_OCTETS
        (kept if fits and abs(now - entry.at) <= MAX_AGE else gone).append(entry)
    return gone[::-1]


def batches(waiting: Iterable[Entry]) -> Iterator[list[Entry]]:
    """What goes into one request each, the oldest first."""
    ordered = sorted(waiting, key=lambda entry: entry.at)
    for first in range(0, len(ordered), BATCH_COUNT):
        yield ordered[first : first + BATCH_COUNT]


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done now."""

    snapshot: bool
    send: bool


class Plan(msgspec.Struct):
    """What a courier remembers, also over a restart."""

    snapshot_at: float = 0.0
    send_at: float = 0.0
    failures: int = 0
    """Sends in a row that were not taken."""


class Courier:
    """One client's, for one collector.

    :param interval: seconds between two sends.
    :param plan: from an earlier life; it is changed in place.
    """

    def __init__(self, *, interval: float, rng: random.Random, plan: Plan | None = None) -> None:
        self._interval = interval
        self._rng = rng
        self.plan = plan or Plan()

    @property
    def due(self) -> float:
        """When to :meth:`look` next."""
        return min(self.plan.snapshot_at, self.plan.send_at)

    def begin_anew(self, now: float) -> None:
        """The collector, or its token, is another one: what went wrong before is no matter."""
        self.plan.failures = 0
        self.plan.send_at = 0.0
        self.begin(now)

    def begin(self, now: float) -> None:
        """The program starts, or the settings are others: nothing is due at once.

        What was planned and lies ahead stays so. Otherwise everybody who is switched on with the
        office's power would come at the same second.
        """
        plan = self.plan
        if not now < plan.snapshot_at <= now + self._interval:
            plan.snapshot_at = now + self._rng.uniform(0.0, self._interval)
        if not now < plan.send_at <= now + self._farthest:
            plan.send_at = plan.snapshot_at

    def look(self, now: float) -> Step:
        """What to do at this time; what is due is taken as begun.

        Where the machine slept, or its clock was set, the times are drawn anew, as after a start.
        """
        plan = self.plan
        asleep = now - plan.snapshot_at > self._interval
        set_back = plan.snapshot_at - now > self._interval or plan.send_at - now > self._farthest
        if asleep or set_back:
            self.begin(now)
            return Step(snapshot=False, send=False)
        snapshot = plan.snapshot_at <= now
        if snapshot:
            plan.snapshot_at += self._interval
            if plan.snapshot_at <= now:
                plan.snapshot_at = now + self._interval
        send = plan.send_at <= now
        if send:
            plan.send_at = now + SENDING
        return Step(snapshot=snapshot, send=send)

    def answered(self, answer: Answer, now: float) -> None:
        """The send is over; ``answer`` is that to its last request."""
        plan = self.plan
        if answer.kind in ("taken", "partly"):
            plan.failures = 0
            plan.send_at = plan.snapshot_at
            return
        # A refusal changes nothing for the snapshots to come, as a wrong token does not: they are
        # refused as well until somebody looks, and until then rarely enough to be no nuisance.
        plan.failures += 1
        longest = min(self._longest, self._interval * 2.0 ** min(plan.failures, 16))
        wait = max(SHORTEST_WAIT, self._rng.uniform(0.0, longest))
        if answer.retry_after is not None:
            # All were told the same: spread over one more interval, they do not come back as one.
            wait = answer.retry_after + self._rng.uniform(0.0, self._interval)
        plan.send_at = now + wait

    @property
    def _longest(self) -> float:
        return max(LONGEST_WAIT, self._interval)

    @property
    def _farthest(self) -> float:
        """The farthest ahead that a send can be planned: by the dice, or by a collector's word."""
        return max(self._longest, LONGEST_RETRY_AFTER + self._interval)
