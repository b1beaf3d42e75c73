"""What applications learn of the tests, and which they may ask for: the pre-call API of callstats.

Every client that may know verdicts is told what each run of a configured server finds, as it is
found. A client may ask for a run, once or at an interval, of servers that the settings name: no
page makes this machine send anything to a server of its own choice. The runs are ordinary ones, as
polite as those of the schedule, and none is made while a call goes on.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from notifier.calls.feed.server import Connection
from notifier.calls.messages import (
    ConnectionRecommendation,
    Failure,
    PrecallResult,
    PrecallStart,
    VerdictTold,
)
from notifier.calls.recommendation import KEPT, ServerResult, connection_recommendation
from notifier.measurement import ServerMeasurement
from notifier.service.events import Event, RunFailed, RunStarted, ServerMeasured, VerdictReached

__all__ = ["Precall"]


@dataclass(slots=True)
class _Asker:
    """A client that is told of runs."""

    urls: frozenset[str] = frozenset()
    """The servers that it asked for; empty: all of them."""

    interval_s: float | None = None
    next_at: float | None = None
    """When its next run is due, monotonic; None: it waits for none."""

    waiting: bool = False
    """It asked for a run that has not ended."""

    def wants(self, url: str) -> bool:
        return not self.urls or url in self.urls


class Precall:
    """Who is told of runs, and who waits for one.

    :param want_run: asks for a run of all servers.
    """

    def __init__(self, want_run: Callable[[], None]) -> None:
        self._want_run = want_run
        self._askers: dict[Connection, _Asker] = {}
        self._found: deque[ServerResult] = deque(maxlen=KEPT)
        self._demonstration = False

    def joined(self, connection: Connection) -> None:
        """A client that may know verdicts is there."""
        self._askers.setdefault(connection, _Asker())

    def left(self, connection: Connection) -> None:
        """A client is gone, or may not know verdicts any more."""
        self._askers.pop(connection, None)

    def start(
        self,
        connection: Connection,
        message: PrecallStart,
        configured: frozenset[str],
        *,
        in_call: bool,
        paused: bool,
        now: float,
    ) -> Failure | None:
        """A client asks for a run, and for more at an interval; the first of these may wait.

        :param configured: the URIs of the settings.
        :param now: monotonic seconds.
        :returns: why there is none.
        """
        asker = self._askers.get(connection)
        if asker is None:
            return _refused("This application may not ask for tests.")
        if not configured:
            return _refused("No server is configured in Call Notifier.")
        urls = frozenset(message.urls) & configured
        if message.urls and not urls:
            return _refused("Only servers that are configured in Call Notifier are tested.")
        if message.interval_s is None and in_call:
            return _refused("A call is in progress: there are no tests meanwhile.")
        if message.interval_s is None and paused:
            return _refused("Tests are paused in Call Notifier.")
        asker.urls, asker.interval_s = urls, message.interval_s
        asker.next_at, asker.waiting = now, False
        if in_call or paused:
            _again(asker, now)
        else:
            self.advance(now)
        return None

    def stop(self, connection: Connection) -> None:
        """A client wants no more runs; one in hand goes on, for it is everybody's."""
        asker = self._askers.get(connection)
        if asker is not None:
            asker.interval_s = asker.next_at = None
            asker.waiting = False
            asker.urls = frozenset()

    def timer(self) -> float | None:
        """When :meth:`advance` is next needed, monotonic seconds; None: not at all."""
        times = [asker.next_at for asker in self._askers.values() if asker.next_at is not None]
        return min(times, default=None)

    def advance(self, now: float) -> None:
        """Ask for the runs that are due; one serves everybody who waits."""
        due = [a for a in self._askers.values() if a.next_at is not None and a.next_at <= now]
        for asker in due:
            asker.next_at, asker.waiting = None, True
        if due:
            self._want_run()

    def tell(self, event: Event, now: float) -> None:
        """Tell the clients what happened; the embedded relay is nobody's network."""
        match event:
            case RunStarted():
                self._demonstration = event.demonstration
            case ServerMeasured() if not self._demonstration:
                self._tell_server(event.measurement)
            case VerdictReached() if not event.demonstration:
                verdict = VerdictTold(verdict=msgspec.to_builtins(event.verdict))
                recommended = ConnectionRecommendation(
                    recommendation=connection_recommendation(tuple(self._found))
                )
                for connection, asker in self._all():
                    connection.send(recommended)
                    connection.send(verdict)
                    _again(asker, now)
            case RunFailed():
                cancelled = event.reason == "cancelled"
                for connection, asker in self._all():
                    if asker.waiting:
                        connection.send(PrecallResult(status="stopped" if cancelled else "failure"))
                    _again(asker, now)
            case _:
                pass

    def _tell_server(self, measured: ServerMeasurement) -> None:
        results = _results(measured)
        self._found.append(
            ServerResult(
                provider=measured.provider,
                rtt_ms=results["rtt"],
                jitter_ms=results["jitter"],
                loss=results["fractionalLoss"],
                throughput_kbps=results["throughput"],
            )
        )
        for connection, asker in self._all():
            if asker.wants(measured.url):
                connection.send(PrecallResult(status="success", results=results))

    def _all(self) -> Iterator[tuple[Connection, _Asker]]:
        yield from list(self._askers.items())


def _again(asker: _Asker, now: float) -> None:
    asker.waiting = False
    if asker.interval_s is not None:
        asker.next_at = now + asker.interval_s


def _refused(message: str) -> Failure:
    return Failure(code="precall", message=message)


def _results(measured: ServerMeasurement) -> dict[str, Any]:
    """``preCallTestResults`` of one server: rtt and jitter ms, throughput kbit/s."""
    rtt, throughput = measured.rtt_ms, measured.throughput_kbps
    ended = time.time() * 1000
    return {
        "mediaConnectivity": measured.reachable,
        "rtt": None if rtt is None else rtt.median,
        "fractionalLoss": measured.loss_fraction,
        "throughput": None if throughput is None else throughput.loop,
        "jitter": measured.jitter_ms,
        "provider": measured.provider,
        "url": measured.url,
        "timestamp": ended,
        "startTimestamp": ended - measured.duration_ms,
        "endTimestamp": ended,
    }
