"""What the history window shows: the choice of the filter bar, which everything below follows."""

from dataclasses import dataclass

from notifier.history.filters import RunFilter
from notifier.history.queries import Network
from ui.parts.period import ALL_TIME, Period

__all__ = ["Shown"]


@dataclass(frozen=True, slots=True)
class Shown:
    """One choice."""

    period: Period = ALL_TIME
    network: Network | None = None
    """None for all."""

    provider: str | None = None
    """A server's label; None for all."""

    color: str | None = None
    demonstration: bool = False
    """Charts show the demonstration's tests alone, instead of leaving them out."""

    @property
    def filter(self) -> RunFilter:
        """The tests that are meant."""
        return RunFilter.of(
            since=self.period.since,
            until=self.period.until,
            network_ids=None if self.network is None else (self.network.network_id,),
            providers=None if self.provider is None else (self.provider,),
            colors=None if self.color is None else (self.color,),
        )

    @property
    def network_id(self) -> str | None:
        """Of the network that was chosen."""
        return None if self.network is None else self.network.network_id
