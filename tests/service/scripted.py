"""A test that measures nothing: it gives the figures and forecasts that somebody wrote down."""

import asyncio
from collections.abc import Callable, Mapping
from typing import TypeVar

from notifier.measurement import RunMeasurement, ServerMeasurement, Throughput
from notifier.prediction import Known
from notifier.probe.request import Progress, RunRequest, ServerDone
from notifier.sct.process import SctResult
from notifier.sct.request import SctRequest
from notifier.service.events import Event
from tests.records import example_measurement, example_server

__all__ = ["BAD", "EXCELLENT", "FAIR", "UNREACHABLE", "URL", "Events", "ScriptedProbe", "until"]

_Kind = TypeVar("_Kind")

LIMIT = 20.0
"""Seconds for whatever a test waits for: only ever reached by a test that fails."""

URL = "turn:turn.example.org"

EXCELLENT = example_measurement(example_server(url=URL, loss_fraction=0.0, jitter_ms=1.0))
FAIR = example_measurement(
    example_server(
        url=URL,
        loss_fraction=0.0,
        throughput_kbps=Throughput(loop=700.0, up=None, down=None),
    )
)
BAD = example_measurement(example_server(url=URL, loss_fraction=0.35, loss_burst=4.0))
UNREACHABLE = example_measurement(
    ServerMeasurement(
        url=URL,
        provider="Head office",
        reachable=False,
        transport="udp",
        error="timeout",
        detail="no relayed path within 5 s",
    )
)


class Events(list[Event]):
    """Everything that was told, in order; call it as a listener."""

    def __init__(self) -> None:
        super().__init__()
        self._more = asyncio.Event()

    def __call__(self, event: Event) -> None:
        """Keep an event."""
        self.append(event)
        self._more.set()

    def of(self, kind: type[_Kind]) -> list[_Kind]:
        """Those of one kind."""
        return [event for event in self if isinstance(event, kind)]

    @property
    def names(self) -> list[str]:
        """Their kinds, in order."""
        return [type(event).__name__ for event in self]

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for a condition that some event brings about."""
        async with asyncio.timeout(LIMIT):
            while not condition():
                self._more.clear()
                await self._more.wait()


class ScriptedProbe:
    """Gives its outcomes one after the other, the last one again and again.

    :param outcomes: results to return, measurements that nothing forecast, exceptions to raise.
    """

    def __init__(self, *outcomes: SctResult | RunMeasurement | Exception) -> None:
        self.outcomes = list(outcomes or (EXCELLENT,))
        self.requests: list[RunRequest] = []
        self.known: list[Known | None] = []
        self.models: list[str | None] = []
        self.environs: list[Mapping[str, str]] = []
        self.cancelled = 0
        self.started = asyncio.Event()
        self.may_end = asyncio.Event()
        self.may_end.set()

    def hold(self) -> None:
        """Let the next runs go on until :meth:`let_go`."""
        self.started.clear()
        self.may_end.clear()

    def let_go(self) -> None:
        """Let the run in hand, and those after it, end."""
        self.may_end.set()

    async def until_started(self) -> None:
        """Wait for the run that is held."""
        async with asyncio.timeout(LIMIT):
            await self.started.wait()

    async def __call__(
        self,
        request: SctRequest,
        on_report: Callable[[Progress | ServerDone], None],
        *,
        environ: Mapping[str, str],
    ) -> SctResult:
        """Run as the real one does, without a process."""
        self.requests.append(request.run)
        self.known.append(request.known)
        self.models.append(request.model)
        self.environs.append(environ)
        self.started.set()
        on_report(Progress(phase="reach", server="", fraction=0.0, seconds_left=4.0))
        try:
            await self.may_end.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        outcome = self.outcomes[0] if len(self.outcomes) == 1 else self.outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        result = SctResult(outcome) if isinstance(outcome, RunMeasurement) else outcome
        on_report(Progress(phase="stream", server=URL, fraction=0.5, seconds_left=2.0))
        for server in result.measurement.servers:
            on_report(ServerDone(measurement=server))
        return result


async def until(condition: Callable[[], bool]) -> None:
    """Wait for a condition that no event announces."""
    async with asyncio.timeout(LIMIT):
        while not condition():  # noqa: ASYNC110 - there is no event
            await asyncio.sleep(0.01)
