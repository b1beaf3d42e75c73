"""What runs have cost: the history's rows, and what the history could not take.

The history is shared by all programs of one person, so it counts the runs of all of them. What it
does not hold (a full disk, a run that was cancelled or broke off) is kept here for as long as the
program runs; of such a run nobody knows what it cost, so it counts as the most that it could.
"""

import logging

from notifier.history.errors import HistoryError
from notifier.history.store import History
from notifier.measurement import Mode
from notifier.service.polite import DAY, Costs
from notifier.verdict import Verdict

__all__ = ["FULL_AT_MOST", "LIGHT_AT_MOST", "Ledger"]

FULL_AT_MOST = 600_000.0
"""Octets of a full run for one server address: the probe's own cap."""

LIGHT_AT_MOST = 25_000.0
"""Octets of a light run for one server address."""

_DAY_MS = DAY * 1000

_LAST_RUNS = 10
"""Runs of one mode among which those against the same servers are looked for."""

log = logging.getLogger(__name__)


class Ledger:
    """Counts octets; times are milliseconds since 1970 by the wall clock."""

    def __init__(self) -> None:
        self._kept: list[tuple[float, float]] = []
        """Of this program's own runs that the history has taken."""

        self._not_kept: list[tuple[float, float]] = []

    def note(self, now: float, octets: float, *, kept: bool) -> None:
        """A run has cost this.

        :param kept: the history has it too.
        """
        for entries in (self._kept, self._not_kept):
            entries[:] = [entry for entry in entries if abs(now - entry[0]) < _DAY_MS]
        (self._kept if kept else self._not_kept).append((now, octets))

    def spent(self, history: History | None, now: float) -> float:
        """What the last 24 hours have cost, octets sent and received together.

        Rows up to a day in the future count too: that is what a clock put back leaves behind.
        """
        spent = _sum(self._not_kept, now)
        if history is not None:
            try:
                return spent + history.bytes_between(now - _DAY_MS, now + _DAY_MS)
            except HistoryError as error:
                log.info("what earlier runs have cost is not known: %s", error)
        return spent + _sum(self._kept, now)

    def expected(self, history: History | None, urls: frozenset[str]) -> Costs:
        """What the next run of each mode against these servers will cost, rather too much."""
        return Costs(
            full=_expected(history, "full", urls, FULL_AT_MOST),
            light=_expected(history, "light", urls, LIGHT_AT_MOST),
        )


def _sum(entries: list[tuple[float, float]], now: float) -> float:
    return sum(octets for at, octets in entries if abs(now - at) < _DAY_MS)


def _expected(history: History | None, mode: Mode, urls: frozenset[str], at_most: float) -> float:
    """The dearest of the last runs; where there is none, what the probe may cost."""
    verdicts: list[Verdict] = []
    if history is not None:
        try:
            verdicts = history.verdicts(mode=mode, limit=_LAST_RUNS)
        except HistoryError as error:
            log.info("what runs cost is not known: %s", error)
    costs = [
        float(verdict.bytes_sent + verdict.bytes_received)
        for verdict in verdicts
        if {server.url for server in verdict.servers} == urls
        # One that reached nobody says nothing about what the next one costs.
        and all(server.works for server in verdict.servers)
    ]
    return max(costs, default=at_most * len(urls))
