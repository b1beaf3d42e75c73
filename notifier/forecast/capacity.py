"""What a throughput says: how much passes, and which direction is the narrow one."""

from notifier.forecast.causes import Cause
from notifier.forecast.odds import figure
from notifier.measurement import Throughput

__all__ = ["capacity_of", "direction"]


def capacity_of(throughput: Throughput | None) -> tuple[float | None, bool]:
    """The narrowest figure there is, kbit/s at IP level, and whether it is a lower bound."""
    if throughput is None:
        return None, False
    figures = [
        (known, at_least)
        for value, at_least in (
            (throughput.loop, throughput.loop_at_least),
            (throughput.up, throughput.up_at_least),
            (throughput.down, throughput.down_at_least),
        )
        if (known := figure(value)) is not None
    ]
    return min(figures, default=(None, False))


def direction(throughput: Throughput | None, tolerance: float) -> Cause:
    """Which direction is the narrow one; BANDWIDTH where that cannot be said, or both are.

    :param tolerance: relative difference up to which both count as equally narrow.
    """
    narrow, _ = capacity_of(throughput)
    if throughput is None or narrow is None:
        return Cause.BANDWIDTH
    up, down = figure(throughput.up), figure(throughput.down)
    limit = narrow * (1 + tolerance)
    # True: it is the narrow one; False: it carries more than the whole; None: not known.
    up_tight = None if up is None else up <= limit and not throughput.up_at_least
    down_tight = None if down is None else down <= limit and not throughput.down_at_least
    if up_tight and down_tight:
        return Cause.BANDWIDTH
    if up_tight or (down_tight is False and up is None):
        return Cause.BANDWIDTH_UP
    if down_tight or (up_tight is False and down is None):
        return Cause.BANDWIDTH_DOWN
    return Cause.BANDWIDTH
