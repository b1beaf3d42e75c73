"""When the next look for a newer version is due: a machine without a clock.

All times are of the wall clock, seconds: a machine that sleeps each night still looks each day.
Every wait is spread at random, so that an organisation's machines, which start and wake together,
do not ask its feed together. What was looked at is remembered over a new start, or a machine that
is started thrice a day would look thrice.
"""

import random

__all__ = ["AGAIN", "DAY", "FIRST", "Looks"]

DAY = 86_400.0
"""Between two looks, before the spread."""

_SPREAD = 0.2
"""Of a day, to either side."""

FIRST = (300.0, 1800.0)
"""From the start of the program, and from waking up, to the first look at the earliest and at the
latest: somebody is about to work, or to call."""

AGAIN = 3600.0
"""After a look that failed; twice as long after each further one, up to a day."""


class Looks:
    """Decides when to look next.

    :param wall: now.
    :param looked: the last look that was answered; None: none is known.
    """

    def __init__(self, *, wall: float, looked: float | None, rng: random.Random) -> None:
        self._rng = rng
        self._failures = 0
        self._earliest = wall + rng.uniform(*FIRST)
        # One in the future was written by a clock that was wrong.
        known = looked is not None and looked <= wall
        self._planned = looked + self._about_a_day() if known and looked is not None else wall

    @property
    def due(self) -> float:
        """When to look."""
        return max(self._planned, self._earliest)

    def woke_up(self, wall: float) -> None:
        """The machine was asleep: not at once."""
        self._earliest = max(self._earliest, wall + self._rng.uniform(*FIRST))

    def clock_was_set(self, wall: float) -> None:
        """The wall clock was set back: do not wait for what it said before."""
        self._planned = min(self._planned, wall + DAY * (1 + _SPREAD))
        self._earliest = min(self._earliest, wall + FIRST[1])

    def looked(self, wall: float, *, answered: bool) -> None:
        """A look was made."""
        if answered:
            self._failures = 0
            self._planned = wall + self._about_a_day()
            return
        wait = min(AGAIN * 2**self._failures, DAY)
        self._failures = min(self._failures + 1, 10)
        self._planned = wall + wait * self._rng.uniform(1 - _SPREAD, 1 + _SPREAD)

    def _about_a_day(self) -> float:
        return DAY * self._rng.uniform(1 - _SPREAD, 1 + _SPREAD)
