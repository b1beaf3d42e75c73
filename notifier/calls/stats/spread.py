"""How a figure is spread over a call of any length, in little room: a logarithmic histogram.

Each value is counted in a bucket whose bounds lie 4 % apart, so that a percentile is right to 2 %
of itself; the mean is exact. The buckets are one stretch of a list, from the least to the greatest
value so far: a few hundred small numbers at most, quick to write into a checkpoint, and two
histograms are merged by adding them (as in DDSketch, Masson et al., 2019).
"""

import math

import msgspec

from notifier.calls.record import Spread

__all__ = ["ERROR", "Histogram"]

ERROR = 0.02
"""Greatest relative error of a percentile."""

LEAST, GREATEST = 0.01, 1e7
"""What is less counts as 0, what is more as this: 10 bit/s and 10 Gbit/s, 10 µs and 3 hours."""

_BASE = (1 + ERROR) / (1 - ERROR)
_PER_LOG = 1 / math.log(_BASE)
_MIDDLE = 2 / (_BASE + 1)


class Histogram(msgspec.Struct, array_like=True):
    """Counts of values from 0; negative ones count as 0, and what is not finite not at all."""

    count: int = 0
    total: float = 0.0
    """Sum of the values."""

    zeros: int = 0
    """Values below :data:`LEAST`."""

    first: int = 0
    """Exponent of the first bucket: of values up to ``_BASE ** first``."""

    buckets: list[int] = []

    def add(self, value: float, times: int = 1) -> None:
        """Count a value."""
        if not math.isfinite(value):
            return
        value = min(max(value, 0.0), GREATEST)
        self.count += times
        self.total += value * times
        if value < LEAST:
            self.zeros += times
            return
        self._make_room(index := math.ceil(math.log(value) * _PER_LOG), index)
        self.buckets[index - self.first] += times

    def merge(self, other: "Histogram") -> None:
        """Count what the other one has counted."""
        self.count += other.count
        self.total += other.total
        self.zeros += other.zeros
        if other.buckets:
            self._make_room(other.first, other.first + len(other.buckets) - 1)
            for offset, times in enumerate(other.buckets, other.first - self.first):
                self.buckets[offset] += times

    def mean(self) -> float | None:
        """None of nothing, as with the percentiles."""
        return self.total / self.count if self.count else None

    def percentile(self, fraction: float) -> float | None:
        """The value that this fraction of the values does not exceed (nearest rank)."""
        if not self.count:
            return None
        left = max(1, math.ceil(fraction * self.count)) - self.zeros
        if left <= 0:
            return 0.0
        for index, times in enumerate(self.buckets, self.first):
            left -= times
            if left <= 0:
                return _MIDDLE * _BASE**index
        return 0.0  # a checkpoint whose counts do not add up

    def levels(self) -> list[tuple[int, float, int]]:
        """Bucket, value and count, ascending; zeros are bucket -10,000."""
        found = [(-10_000, 0.0, self.zeros)] if self.zeros else []
        for index, times in enumerate(self.buckets, self.first):
            if times:
                found.append((index, _MIDDLE * _BASE**index, times))
        return found

    def spread(self) -> Spread | None:
        """For a record; None of nothing."""
        if not self.count:
            return None
        figures = [self.total / self.count, *(self.percentile(p) or 0.0 for p in (0.5, 0.75, 0.95))]
        mean, p50, p75, p95 = (round(figure, 3) for figure in figures)
        return Spread(mean=mean, p50=p50, p75=p75, p95=p95)

    def _make_room(self, first: int, last: int) -> None:
        if not self.buckets:
            self.first = first
            self.buckets = [0] * (last - first + 1)
            return
        if first < self.first:
            self.buckets[:0] = [0] * (self.first - first)
            self.first = first
        missing = last - self.first - len(self.buckets) + 1
        if missing > 0:
            self.buckets += [0] * missing
