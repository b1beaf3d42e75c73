"""When this program itself did not run, and which packets' times that spoils.

A scheduler that takes the processor away for 50 ms looks, from inside, like a network that held
its packets for 50 ms. Three marks give it away, all of them times that a program takes anyway::

    wanted to wake ........ woke          a timer came late
    before a call ......... after it      a send, a callback: no work of ours takes that long
    asked to sleep 10 ms .. slept 90 ms   the event loop's own poll (probe/event_loop.py)

:class:`StallWatch` keeps the intervals. :func:`disturbed` says which packets of a flow have times
that cannot be told apart from them: those that were to leave meanwhile or were sent in the burst
that follows, and those that were read late where the kernel does not say when they came. Their
delays say nothing of the network; that they arrived still counts.

No clock here: all times are arguments, seconds on the event loop's clock.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["STALL", "Stall", "StallWatch", "disturbed"]

STALL = 0.01
"""Seconds from which on a delay of our own is a stall. Timers and callbacks of an undisturbed
process are late by less than 2 ms; 10 ms are half a packet interval of a call."""

_EDGE = 0.003
"""Seconds around the end of a stall in which the kernel's timestamps are not believed: where the
whole machine stood still (a virtual one, a laptop waking up), its packets got them all at once."""

_MOST_DOUBT = 0.005
"""Seconds of doubt about an arrival from which on it is left out, stall or not."""


@dataclass(frozen=True, slots=True)
class Stall:
    """An interval in which, somewhere, the process did not run."""

    start: float
    end: float


class StallWatch:
    """The book of stalls; times are given to it as they come.

    :param limit: seconds; what is shorter is no stall.
    """

    def __init__(self, limit: float = STALL) -> None:
        self._limit = limit
        self._stalls: list[Stall] = []

    def woke(self, wanted: float, actual: float) -> None:
        """A wait was to end at ``wanted`` and ended at ``actual``."""
        self._add(wanted, actual)

    def worked(self, before: float, after: float) -> None:
        """Something that takes next to no time was begun and done at these times."""
        self._add(before, after)

    def between(self, start: float, end: float) -> list[Stall]:
        """The stalls that have part in this interval, in order."""
        first = bisect_left(self._stalls, start, key=lambda stall: stall.end)
        found = []
        for stall in self._stalls[first:]:
            if stall.start > end:
                break
            found.append(stall)
        return found

    def _add(self, start: float, end: float) -> None:
        if end - start < self._limit:
            return
        # Several marks tell of the same stall, the wider of them later: a callback that was
        # interrupted ends after the send within it.
        index = bisect_left(self._stalls, start, key=lambda stall: stall.end)
        until = index
        while until < len(self._stalls) and self._stalls[until].start <= end:
            start = min(start, self._stalls[until].start)
            end = max(end, self._stalls[until].end)
            until += 1
        self._stalls[index:until] = [Stall(start, end)]


def disturbed(
    stalls: Sequence[Stall],
    leaving: Sequence[tuple[float, float]],
    arriving: Sequence[tuple[float, float] | None],
) -> frozenset[int]:
    """The packets of a flow whose delay is to be left out of every figure, by index.

    :param stalls: those of the flow's time (:meth:`StallWatch.between`).
    :param leaving: for each packet when it was due and when it had surely left, that is, the
        time after the send.
    :param arriving: for each packet when it arrived and by how many seconds it may have arrived
        earlier; None where it was lost.
    """
    return frozenset(
        index
        for index, ((due, gone), arrival) in enumerate(zip(leaving, arriving, strict=True))
        if any(_left_within(stall, due, gone) for stall in stalls)
        or (arrival is not None and _arrival_unsure(stalls, *arrival))
    )


def _left_within(stall: Stall, due: float, gone: float) -> bool:
    """To leave meanwhile, or while the burst that makes up for the stall drains.

    The burst holds what a stall's time brings; a path with room for twice the flow's rate is rid
    of it after the same time again.
    """
    aftermath = stall.end + (stall.end - stall.start)
    return due <= aftermath and gone >= stall.start


def _arrival_unsure(stalls: Sequence[Stall], at: float, doubt: float) -> bool:
    if doubt > _MOST_DOUBT:
        return True
    return any(
        (doubt > 0 and stall.start <= at and at - doubt <= stall.end)
        or abs(at - stall.end) <= _EDGE
        for stall in stalls
    )
