"""Our tray program making one test after the other, each by a real process of its own.

``python -m tests.bench.soak`` is started by ``python -m tests.bench.desktop --soak N`` in a
session with a server in its settings. It is the program as it is, but for two things: its clock
leaps to the next run as soon as that is planned, so that N tests are N times five minutes of some
weeks; and tests are light ones without a model's forecast, of a short stream
(:mod:`tests.bench.short_probe`), for full ones would take twenty times as long. For an hour of
four the line is said to be bad, so that icon and texts change and people are told.

Writes one JSON line after each test: how many there were, the clock, and what went wrong.
"""

import asyncio
import json
import os
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from notifier.probe.child import python_module
from notifier.sct.process import SctResult, run_test
from notifier.sct.request import SctRequest
from notifier.service.events import Event, RunFailed, ScheduleChanged, VerdictReached
from notifier.service.service import Service
from notifier.settings.paths import Paths
from ui.system import plain_imports

__all__: list[str] = []

_COMMAND = python_module("tests.bench.short_probe")

_COURSE, _BAD = 50, 12
"""Of so many tests, four hours of them, so many find the line bad."""


class _Clock:
    """The wall's and the loop's clock, some weeks on in the end."""

    def __init__(self) -> None:
        self.ahead = 0.0
        self._wall = time.time

    def wall(self) -> float:
        return self._wall() + self.ahead


class _Tests:
    """Light ones, each by a process; some find packets lost, so that people are told."""

    def __init__(self) -> None:
        self._made = 0

    async def __call__(
        self,
        request: SctRequest,
        on_report: Callable[[Any], None],
        *,
        environ: Mapping[str, str],
    ) -> SctResult:
        run = msgspec.structs.replace(request.run, mode="light", call_check=False)
        result = await run_test(
            msgspec.structs.replace(request, run=run, known=None),
            on_report,
            environ=environ,
            command=_COMMAND,
        )
        self._made += 1
        servers = result.measurement.servers
        if self._made % _COURSE >= _COURSE - _BAD:
            servers = tuple(
                msgspec.structs.replace(server, loss_fraction=0.3, loss_burst=4.0)
                for server in servers
            )
        # The child's clock does not leap.
        measurement = msgspec.structs.replace(
            result.measurement, timestamp=time.time() * 1000, servers=servers
        )
        return SctResult(measurement, result.prediction)


class _Leaping(Service):
    """Leaps over the time to the next run."""

    def __init__(self, clock: _Clock, paths: Paths, environ: Mapping[str, str]) -> None:
        super().__init__(paths, origin="tray", environ=environ, measure_with=_Tests())
        self._clock = clock
        self._made = 0
        self.subscribe(self._on_event)

    def _on_event(self, event: Event) -> None:
        match event:
            case VerdictReached() | RunFailed():
                self._made += 1
                what = getattr(event, "detail", "")
                print(json.dumps([self._made, self._clock.wall(), what]), flush=True)
            case ScheduleChanged() if event.next_run is not None:
                asyncio.get_running_loop().call_soon(self._leap, event.next_run)

    def _leap(self, next_run: float) -> None:
        self._clock.ahead += max(0.0, next_run / 1000 - self._clock.wall())
        self._changed.set()


def _main() -> int:
    plain_imports.load_qt()
    import qasync

    from ui import program

    clock = _Clock()
    monotonic = qasync.QEventLoop.time
    time.time = clock.wall
    qasync.QEventLoop.time = lambda loop: monotonic(loop) + clock.ahead

    def make(paths: Paths, environ: Mapping[str, str]) -> Service:
        return _Leaping(clock, paths, environ)

    return program.run(["call-notifier", "--background"], os.environ, make_service=make)


if __name__ == "__main__":
    sys.exit(_main())
