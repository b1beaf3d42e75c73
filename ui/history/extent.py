"""From when to when a drawing of the whole history goes.

A clock that was wrong for an hour leaves tests in 1970 or in the year after next. They stay in
the list, where their clock put them; an axis that reached them would have all others in one pixel.
"""

from notifier.history.filters import RunFilter
from notifier.history.store import History

__all__ = ["AHEAD_MS", "MOST_MS", "extent"]

AHEAD_MS = 86_400_000.0
"""What is further ahead of now than this is a clock's mistake."""

MOST_MS = 10 * 366 * 86_400_000.0
"""The longest drawing: what is older than that before the newest test is left out."""

_PIECE_MS = 30 * 86_400_000.0


def extent(history: History, wanted: RunFilter, *, now: float) -> tuple[float, float]:
    """The first and the last moment that are drawn of what has no beginning or no end.

    :param wanted: says which networks, as the charts do.
    :param now: the wall clock, milliseconds since 1970.
    """
    ids = wanted.network_ids
    known = [one for one in history.networks() if ids is None or one.network_id in ids]
    if not known:
        return now, now
    first, last = min(one.first for one in known), max(one.last for one in known)
    if last > now + AHEAD_MS:
        before = RunFilter.of(until=now + AHEAD_MS, network_ids=ids)
        newest = history.runs(before, limit=1)
        last = newest[0].timestamp if newest else last
    if first < last - MOST_MS:
        lately = RunFilter.of(since=last - MOST_MS, until=last + 1.0, network_ids=ids)
        pieces = history.spans(lately, width_ms=_PIECE_MS)
        first = next((piece.since for piece in pieces if piece.runs), last)
    return first, last
