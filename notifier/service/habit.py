"""What a network is usually like: whether a light run differs from it, and whether it is time to
check with a real call.

A light run has few packets and no trains, so it decides nothing; it notices. It differs where

* its colour is neither the one that was told last nor that of the light run before, or a server
  fails that worked, or works that failed;
* a round trip is half as long again, or half as long, as the median of the recent runs, or the
  loss is five points away from theirs, and from the last full run's as well: once a full run has
  confirmed a change, the next light ones that find the same are no news, though the median has
  yet to follow. And a network that goes back to its habit is none either.

The WebRTC call costs bytes and seconds, and what it can find (a firewall that blocks the media's
handshake) changes rarely: it is made where something has changed since the last.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from notifier.codes import BY_SUMMARY, Color
from notifier.forecast.causes import Cause
from notifier.measurement import Mode, ServerEntry
from notifier.verdict import Verdict

__all__ = ["LOOK_BACK", "Habit", "Seen"]

LOOK_BACK = 300
"""Runs of a network that are looked at: a day of them at the usual interval."""

CALL_CHECK_AGE = 24 * 3600.0
"""Seconds after which a call check says nothing any more."""

_RECENT = 20
"""Runs that make a habit: more than an hour of them."""

_RTT_PART = 0.5
"""Part by which a round trip has to change."""

_RTT_LEAST_MS = 10.0
"""And by at least so much: from 4 ms to 7 ms is nothing that a call would notice."""

_LOSS_POINTS = 0.05


@dataclass(frozen=True, slots=True)
class _Figures:
    """What one server was like in one run."""

    works: bool
    rtt_ms: float | None
    loss: float | None

    @classmethod
    def of(cls, server: ServerEntry) -> "_Figures":
        return cls(
            server.works, server.rtt_ms.median if server.rtt_ms else None, server.loss_fraction
        )


@dataclass(frozen=True, slots=True)
class Seen:
    """What is remembered of a run."""

    timestamp: float
    """Milliseconds since 1970."""

    mode: Mode
    summary_code: int
    connectivity_code: int
    servers: dict[str, _Figures]
    """By URL."""

    call: bool | None
    """The WebRTC call passed; None where none was tried."""

    @classmethod
    def of(cls, verdict: Verdict) -> "Seen":
        """Of a verdict."""
        calls = [server.call_check.connected for server in verdict.servers if server.call_check]
        return cls(
            timestamp=verdict.timestamp,
            mode=verdict.mode,
            summary_code=verdict.summary_code,
            connectivity_code=verdict.connectivity_code,
            servers={server.url: _Figures.of(server) for server in verdict.servers},
            # One that connected and then carried no audio is blocked as well.
            call=any(calls) and Cause.MEDIA_BLOCKED not in verdict.causes if calls else None,
        )


class Habit:
    """The recent runs on one network.

    :param seen: newest first.
    """

    def __init__(self, seen: Iterable[Seen] = ()) -> None:
        self._runs: deque[Seen] = deque(seen, maxlen=LOOK_BACK)
        self._light_color: Color | None = None

    def add(self, run: Seen) -> None:
        """A run is over."""
        self._runs.appendleft(run)

    def differs(self, servers: Iterable[ServerEntry], summary_code: int) -> bool:
        """Whether a light run that found this is news; without any earlier run it is.

        Its colour is, where it is neither the one that was told last nor that of the light run
        before: on a network between two colours light runs may say the one all day, and the full
        run that each of them would ask for the other.
        """
        color, before = BY_SUMMARY[summary_code].color, self._light_color
        self._light_color = color
        if not self._runs:
            return True
        last = self._runs[0]
        if color not in {BY_SUMMARY[last.summary_code].color, before}:
            return True
        full = next((run for run in self._runs if run.mode == "full"), last)
        return any(self._server_differs(server, last, full) for server in servers)

    def _server_differs(self, server: ServerEntry, last: Seen, full: Seen) -> bool:
        now = _Figures.of(server)
        before = last.servers.get(server.url)
        if before is None or before.works != now.works:
            return True
        recent = [run.servers.get(server.url) for run in list(self._runs)[:_RECENT]]
        usual_rtt = _median(figures.rtt_ms for figures in recent if figures)
        usual_loss = _median(figures.loss for figures in recent if figures)
        at_full = full.servers.get(server.url)
        if at_full is None:
            return _rtt_differs(now.rtt_ms, usual_rtt) or _loss_differs(now.loss, usual_loss)
        # Where the last full run was the odd one, coming back to what is usual is news too: what
        # it found under load is still taken for what the line carries.
        return (
            _rtt_differs(now.rtt_ms, at_full.rtt_ms)
            and (_rtt_differs(now.rtt_ms, usual_rtt) or _rtt_differs(at_full.rtt_ms, usual_rtt))
        ) or (
            _loss_differs(now.loss, at_full.loss)
            and (_loss_differs(now.loss, usual_loss) or _loss_differs(at_full.loss, usual_loss))
        )

    def wants_call(self, urls: frozenset[str], now: float) -> bool:
        """Whether the next full run should make a WebRTC call.

        :param urls: the servers of that run.
        :param now: milliseconds since 1970.
        """
        checked = next((run for run in self._runs if run.call is not None), None)
        if checked is None or not checked.call:
            return True
        return (
            not 0 <= now - checked.timestamp < CALL_CHECK_AGE * 1000
            or checked.servers.keys() != urls
            or checked.connectivity_code != self._runs[0].connectivity_code
        )


def _median(figures: Iterable[float | None]) -> float | None:
    known = [figure for figure in figures if figure is not None]
    return median(known) if known else None


def _rtt_differs(now: float | None, usual: float | None) -> bool:
    if now is None or usual is None:
        return False
    return abs(now - usual) >= max(_RTT_PART * usual, _RTT_LEAST_MS)


def _loss_differs(now: float | None, usual: float | None) -> bool:
    return now is not None and usual is not None and abs(now - usual) >= _LOSS_POINTS
