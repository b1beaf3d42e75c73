"""What is watched of a run: the figures that are compared with what is usual on its network.

A :class:`Watched` is one run; the same comes of a verdict that was just reached and of a row in the
history. :data:`KINDS` says for each figure which way is worse and what a call would notice at all,
and :func:`local_time` and :func:`slot_of` which hour of the week a run belongs to.
:mod:`notifier.forecast.baseline` learns from these, :mod:`notifier.forecast.unusual` watches them.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Protocol

import msgspec

from notifier.codes import Connectivity
from notifier.forecast.odds import figure as usable
from notifier.measurement import ServerEntry
from notifier.verdict import Verdict

__all__ = [
    "DAY_MS",
    "KINDS",
    "SLOTS",
    "Figure",
    "Kind",
    "RunLike",
    "Watched",
    "history_of",
    "local_time",
    "slot_of",
    "watched",
]

DAY_MS = 86_400_000.0
SLOTS = 168
"""Hours of a week, from Monday 0:00 of the local clock on."""

_MOST = 1e9
"""No figure is larger, in its own unit."""


class Figure(StrEnum):
    """What is watched."""

    THROUGHPUT = "throughput"
    """Through uplink and downlink, kbit/s."""

    ROUND_TRIP = "round-trip"
    """Median, ms."""

    LOSS = "loss"
    """0..1."""

    JITTER = "jitter"
    """ms."""

    LOADED_ROUND_TRIP = "loaded-round-trip"
    """95th percentile while loaded, ms."""

    SERVERS = "servers"
    """1 where a server works, else 0."""


class Watched(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """The figures of one run that are compared with the habit; None where not measured."""

    timestamp_ms: float
    """Since 1970-01-01 UTC."""

    works: bool
    """A call could be connected."""

    provider: str | None = None
    """The server that the figures are of: each server has a habit of its own."""

    rtt_ms: float | None = None
    loss: float | None = None
    jitter_ms: float | None = None
    loop_kbps: float | None = None
    loop_at_least: bool = False
    loaded_rtt_ms: float | None = None
    loaded_rtt_at_least: bool = False


class RunLike(Protocol):
    """What is read of a stored run: a :class:`notifier.history.rows.RunSummary` is one."""

    @property
    def timestamp(self) -> float: ...
    @property
    def demonstration(self) -> bool: ...
    @property
    def network_id(self) -> str: ...
    @property
    def connectivity_code(self) -> int: ...
    @property
    def provider(self) -> str | None: ...
    @property
    def rtt_ms(self) -> float | None: ...
    @property
    def jitter_ms(self) -> float | None: ...
    @property
    def loss_fraction(self) -> float | None: ...
    @property
    def loop_kbps(self) -> float | None: ...
    @property
    def loop_at_least(self) -> bool: ...
    @property
    def loaded_rtt_ms(self) -> float | None: ...
    @property
    def refused(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """How a figure is compared: on a logarithmic scale on which more is worse."""

    sign: int
    """1 where more is worse, -1 where less is."""

    offset: float
    """Added before the logarithm: differences among smaller values are nothing to a call."""

    step: float
    """Least logarithm beyond the usual end."""

    least: float
    """And least amount beyond it, in the unit of the figure."""

    value: Callable[[Watched], float | None]
    """Of a run, in the figure's unit."""

    def badness(self, value: float) -> float:
        """The logarithm of a value in the figure's unit; more is worse."""
        return self.sign * math.log(min(value, _MOST) + self.offset)

    def natural(self, badness: float) -> float:
        """The value that is so bad, in the figure's unit, from 0 on."""
        return max(0.0, math.exp(self.sign * badness) - self.offset)

    def least_limit(self, usual: float) -> float:
        """The badness up to which nothing is unusual, however steady the network is.

        :param usual: the badness of the worse end of what is usual.
        """
        amount = max(0.0, self.natural(usual) + self.sign * self.least)
        return max(usual + self.step, self.badness(amount))


def _loss(run: Watched) -> float | None:
    return None if run.loss is None else min(run.loss, 1.0)


KINDS: dict[Figure, Kind] = {
    Figure.THROUGHPUT: Kind(-1, 20.0, 0.35, 50.0, lambda run: run.loop_kbps),
    Figure.ROUND_TRIP: Kind(1, 10.0, 0.2, 25.0, lambda run: run.rtt_ms),
    # One packet of a light run's 56 is 1.8 points: one in each of two runs is chance.
    Figure.LOSS: Kind(1, 0.01, 0.3, 0.02, _loss),
    Figure.JITTER: Kind(1, 3.0, 0.35, 8.0, lambda run: run.jitter_ms),
    Figure.LOADED_ROUND_TRIP: Kind(1, 50.0, 0.25, 150.0, lambda run: run.loaded_rtt_ms),
}


def watched(verdict: Verdict, server: ServerEntry | None) -> Watched:
    """Of a run that has just ended.

    :param server: the one whose figures stand for the run (``history.rows.best_server``).
    """
    works = verdict.connectivity_code != Connectivity.NO_CONNECTION
    if server is None:
        return Watched(timestamp_ms=verdict.timestamp, works=works)
    rates = server.throughput_kbps
    return Watched(
        timestamp_ms=verdict.timestamp,
        works=works,
        provider=server.provider,
        rtt_ms=usable(server.rtt_ms.median if server.rtt_ms else None),
        loss=usable(server.loss_fraction),
        jitter_ms=usable(server.jitter_ms),
        loop_kbps=usable(rates.loop if rates else None),
        loop_at_least=bool(rates and rates.loop_at_least),
        loaded_rtt_ms=usable(server.loaded_rtt_ms),
        loaded_rtt_at_least=server.loaded_rtt_at_least,
    )


def history_of(rows: Iterable[RunLike], network_id: str) -> tuple[Watched, ...]:
    """The stored runs on a network, oldest first, without demonstrations and without those whose
    servers let nobody in."""
    runs = [
        Watched(
            timestamp_ms=row.timestamp,
            works=row.connectivity_code != Connectivity.NO_CONNECTION,
            provider=row.provider,
            rtt_ms=usable(row.rtt_ms),
            loss=usable(row.loss_fraction),
            jitter_ms=usable(row.jitter_ms),
            loop_kbps=usable(row.loop_kbps),
            loop_at_least=row.loop_at_least,
            loaded_rtt_ms=usable(row.loaded_rtt_ms),
        )
        for row in rows
        if row.network_id == network_id and not row.demonstration and not row.refused
    ]
    return tuple(sorted(runs, key=lambda run: run.timestamp_ms))


def local_time(timestamp_ms: float, zone: tzinfo | None) -> datetime | None:
    """The wall clock; None for a time beyond the calendar."""
    try:
        return datetime.fromtimestamp(timestamp_ms / 1000, zone)
    except (ValueError, OverflowError, OSError):
        return None


def slot_of(local: datetime) -> int:
    """The hour of the week: 0 is Monday 0:00."""
    return local.weekday() * 24 + local.hour
