"""Which tests of the history are meant: by time, network, server and colour.

Lists, charts, export and deletion take the same filter, so that what is seen is what is exported
or deleted.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

__all__ = ["ALL", "RunFilter"]


@dataclass(frozen=True, slots=True)
class RunFilter:
    """The runs that meet every one of these; None does not restrict, and an empty set is no run."""

    since: float | None = None
    """From then on, milliseconds since 1970."""

    until: float | None = None
    """Before then, milliseconds since 1970."""

    network_ids: frozenset[str] | None = None
    providers: frozenset[str] | None = None
    """Labels of the servers whose figures stand for a run: :attr:`RunSummary.provider`."""

    colors: frozenset[str] | None = None

    @classmethod
    def of(
        cls,
        *,
        since: float | None = None,
        until: float | None = None,
        network_ids: Iterable[str] | None = None,
        providers: Iterable[str] | None = None,
        colors: Iterable[str] | None = None,
    ) -> Self:
        """The same of any collections."""
        return cls(since, until, _frozen(network_ids), _frozen(providers), _frozen(colors))

    def within(self, since: float | None, until: float | None) -> "RunFilter":
        """Those of them that are also in this time."""
        begins = [moment for moment in (self.since, since) if moment is not None]
        ends = [moment for moment in (self.until, until) if moment is not None]
        return replace(self, since=max(begins, default=None), until=min(ends, default=None))

    def covers(self, other: "RunFilter") -> bool:
        """Whether every run of the other one is also one of this."""
        since, until = self._times()
        begins, ends = other._times()
        return (
            since <= begins
            and ends <= until
            and all(
                ours is None or (theirs is not None and theirs <= ours)
                for ours, theirs in zip(self._sets(), other._sets(), strict=True)
            )
        )

    def misses(self, other: "RunFilter") -> bool:
        """Whether no run can be one of both."""
        since, until = self._times()
        begins, ends = other._times()
        return (
            until <= begins
            or ends <= since
            or any(
                ours is not None and theirs is not None and ours.isdisjoint(theirs)
                for ours, theirs in zip(self._sets(), other._sets(), strict=True)
            )
        )

    def both(self, other: "RunFilter") -> "RunFilter":
        """The runs that are one of both."""
        sets = [
            theirs if ours is None else ours if theirs is None else ours & theirs
            for ours, theirs in zip(self._sets(), other._sets(), strict=True)
        ]
        narrowed = self.within(other.since, other.until)
        return RunFilter(narrowed.since, narrowed.until, *sets)

    def _times(self) -> tuple[float, float]:
        return (
            -math.inf if self.since is None else self.since,
            math.inf if self.until is None else self.until,
        )

    def _sets(self) -> tuple[frozenset[str] | None, ...]:
        return (self.network_ids, self.providers, self.colors)

    @property
    def names_calls(self) -> bool:
        """Whether it says which calls are meant, too: time and network do, a server or a test's
        colour does not."""
        return self.providers is None and self.colors is None


ALL = RunFilter()
"""Every run."""


def _frozen(values: Iterable[str] | None) -> frozenset[str] | None:
    return None if values is None else frozenset(values)
