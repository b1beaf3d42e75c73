"""When the next run is due: a machine without a clock, told the time by its owner.

Rules, in order: nothing is due while a run is in hand, while paused, while a call goes on, while
somebody else has the screen or the machine is about to sleep (but for a run asked for by hand); a
trigger makes a run due after it has settled, and one planned for
before that waits for it; otherwise a run is due one interval after the last one ended. Every wait
is spread at random, so that the machines of one company, which wake and change networks together,
do not strike their TURN servers together.
"""

import math
import random
from dataclasses import dataclass

from notifier.service.events import Trigger

__all__ = ["Due", "Schedule"]

START_SPREAD = 3.0
"""Seconds within which the first run begins where a person has started the program."""

BOOT_SPREAD = 60.0
"""The same where the machine has: after a power cut, all machines of an office do."""

NETWORK_SETTLE = 2.0
"""Seconds after a change of network before it is measured: addresses and DNS come first."""

WAKE_SETTLE = 4.0
"""Seconds after waking up: the radio takes longer than the rest."""

SLEEP_LIMIT = 60.0
"""Seconds after which a machine that was about to sleep, and of which no more was heard, counts as
awake. Time asleep is no part of it: the clock stands still."""

FRONT_SETTLE = 2.0
"""Seconds after a person's session is in front again: a network of their own comes up first."""

FRONT_SPREAD = 3.0
"""Seconds over which these are spread: somebody has come to the machine, and may look."""

UNSURE_SETTLE = 5.0
"""Seconds after a run that did not fit before the next: long enough to meet another moment of the
network, short enough for somebody who is about to call."""

UNSURE_SPREAD = 5.0
"""Seconds over which these are spread: a server that hiccups makes all its clients unsure."""

TRIGGER_SPREAD = 20.0
"""Seconds over which the machines behind one access point that came back are spread."""

APPLICATION_SPREAD = 3.0
"""Seconds over which runs that applications ask for are spread: a meeting begins for all of its
people at the same minute."""

CALL_SETTLE = 10.0
"""Seconds after a call before what it has held up is made up for: the next call of a morning may
follow at once. Spread like what a trigger makes due, for a meeting ends for all of its people."""

EVERYBODY_SPREAD = 600.0
"""Seconds over which full runs are spread that an organisation causes on all its machines at once,
by a policy with other servers: of ten thousand, 17 begin in a second instead of a thousand."""

BUSY_WAIT = 15.0
"""Seconds to the next try while another process of this person runs the test."""

_SETTLE: dict[Trigger, tuple[float, float]] = {
    "network": (NETWORK_SETTLE, TRIGGER_SPREAD),
    "wake": (WAKE_SETTLE, TRIGGER_SPREAD),
    "session": (FRONT_SETTLE, FRONT_SPREAD),
    "unsure": (UNSURE_SETTLE, UNSURE_SPREAD),
    "application": (0.0, APPLICATION_SPREAD),
}
"""From what makes a run due to the run, and the spread on top."""

_PLANNED: tuple[Trigger, ...] = ("start", "schedule")
"""Runs that nothing in particular asks for at this moment."""


@dataclass(frozen=True, slots=True)
class Due:
    """The next run."""

    at: float
    """Seconds of the owner's monotonic clock."""

    trigger: Trigger


class Schedule:
    """Decides when to run next; all times are seconds of one monotonic clock.

    :param interval: from the end of a run to the next, before the spread.
    :param spread: 0..0.5 of the interval, to either side.
    """

    def __init__(self, *, interval: float, spread: float, rng: random.Random) -> None:
        self._interval = interval
        self._spread = spread
        self._rng = rng
        self._due: Due | None = None
        self._running = False
        self._pending: Trigger | None = None
        self._pending_everywhere = False
        self._paused_until: float | None = None
        self._held = False
        self._away = False
        self._asleep_until: float | None = None

    @property
    def running(self) -> bool:
        """A run is in hand."""
        return self._running

    def due(self, now: float) -> Due | None:
        """The next run; None while one is in hand, and while something holds it."""
        if self._running or self._due is None:
            return None
        if self._due.trigger != "manual" and (
            self.paused(now) or self._held or self._away or self._asleep(now)
        ):
            return None
        return self._due

    def waiting(self, now: float) -> bool:
        """A run could begin, were it not for a call."""
        if self._running or self._due is None or self._due.at > now:
            return False
        return self._due.trigger == "manual" or not (
            self.paused(now) or self._away or self._asleep(now)
        )

    def wake_at(self, now: float) -> float | None:
        """When to ask again: the next run, or the end of what holds it."""
        due = self.due(now)
        if due is not None:
            return due.at
        if self._asleep(now):
            return self._asleep_until
        if self.paused(now) and self._paused_until is not None:
            return None if math.isinf(self._paused_until) else self._paused_until
        return None

    def start(self, now: float, *, at_once: bool = False, booted: bool = False) -> None:
        """The program has started.

        :param at_once: without the spread: the run goes to nobody's server.
        :param booted: the machine has just been switched on, so that others may have been too.
        """
        wait = 0.0 if at_once else self._rng.uniform(0, BOOT_SPREAD if booted else START_SPREAD)
        self._due = Due(now + wait, "start")

    def trigger(self, kind: Trigger, now: float, *, everybody: bool = False) -> None:
        """Something happened that makes the last verdict doubtful, or a person asked.

        :param everybody: it happened to all machines of an organisation at the same moment.
        """
        if self._running:
            # What the run in hand finds belongs partly to the old network: once more after it.
            # Who asks for a run while one is in hand has what they want.
            # One that is unsure is made sure of by whatever comes after it.
            if kind not in ("manual", "application") and not (
                kind == "unsure" and self._pending is not None
            ):
                self._pending = kind
                self._pending_everywhere = everybody
            return
        settle, spread = _SETTLE.get(kind, (0.0, 0.0))
        if everybody:
            spread = EVERYBODY_SPREAD
        settle += self._rng.uniform(0, spread)
        at = now + settle
        # A run planned for in between would find a network that is still coming up; but triggers
        # that keep coming do not put off the first one's run.
        if (
            kind == "manual"
            or self._due is None
            or at < self._due.at
            or self._due.trigger in _PLANNED
        ):
            self._due = Due(at, kind)

    def run_started(self) -> None:
        """A run is in hand: nothing is due until it ends."""
        self._running = True
        self._due = None

    def run_ended(self, now: float, *, busy: bool = False) -> None:
        """The run is over, whatever came of it.

        :param busy: it could not begin, because another process runs the test.
        """
        self._running = False
        self._plan(BUSY_WAIT if busy else self._interval, now)
        if self._pending is not None:
            kind, self._pending = self._pending, None
            everybody, self._pending_everywhere = self._pending_everywhere, False
            self.trigger(kind, now, everybody=everybody)

    def put_off(self, now: float) -> None:
        """The run that is due must not be made now: it is tried again as one of the schedule."""
        self._plan(self._interval, now)

    def hold(self) -> None:
        """A call has begun: no run by itself until :meth:`release`."""
        self._held = True

    def release(self, now: float) -> None:
        """The call is over; what it has held up comes soon."""
        if not self._held:
            return
        self._held = False
        earliest = now + CALL_SETTLE + self._rng.uniform(0, TRIGGER_SPREAD)
        if self._due is not None and self._due.trigger != "manual" and self._due.at < earliest:
            self._due = Due(earliest, self._due.trigger)

    def leave(self) -> None:
        """Somebody else has the screen: no run by itself until :meth:`come_back`."""
        self._away = True

    def come_back(self, now: float) -> None:
        """The person has the screen again: a run comes soon."""
        if not self._away:
            return
        self._away = False
        at = now + FRONT_SETTLE + self._rng.uniform(0, FRONT_SPREAD)
        if self._running:
            self._pending = self._pending or "session"
        elif self._due is None or self._due.trigger in _PLANNED:
            self._due = Due(at, "session")
        elif self._due.trigger != "manual":
            self._due = Due(at, self._due.trigger)

    def sleep(self, now: float) -> None:
        """The machine is about to sleep: no run by itself until :meth:`wake`."""
        self._asleep_until = now + SLEEP_LIMIT

    def wake(self) -> None:
        """The machine is awake."""
        self._asleep_until = None

    def _asleep(self, now: float) -> bool:
        return self._asleep_until is not None and now < self._asleep_until

    def change(self, *, interval: float, spread: float, now: float) -> None:
        """The settings have changed; a run that is due later than they now say comes earlier."""
        self._interval, self._spread = interval, spread
        latest = now + interval * (1 + spread)
        if self._due is not None and self._due.at > latest:
            self._due = Due(now + interval * self._rng.uniform(1 - spread, 1 + spread), "schedule")

    def _plan(self, wait: float, now: float) -> None:
        wait *= self._rng.uniform(1 - self._spread, 1 + self._spread)
        self._due = Due(now + wait, "schedule")

    def pause(self, until: float) -> None:
        """No run by itself until then; infinity until :meth:`resume`."""
        self._paused_until = until

    def shorten_pause(self, until: float) -> None:
        """Let a pause that is on end earlier; a later time changes nothing."""
        if self._paused_until is not None:
            self._paused_until = min(self._paused_until, until)

    def resume(self, now: float) -> None:
        """End the pause; what was missed is made up for at once."""
        if self._paused_until is None:
            return
        self._paused_until = None
        if not self._running and (self._due is None or self._due.trigger in _PLANNED):
            self._due = Due(now + self._rng.uniform(0, START_SPREAD), "schedule")

    def paused(self, now: float) -> bool:
        """Whether a pause is on; one that is over ends here."""
        if self._paused_until is None:
            return False
        if now >= self._paused_until:
            self.resume(now)
            return False
        return True
