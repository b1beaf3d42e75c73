"""Tries one server before anybody has decided to keep it: what the first start does on the spot.

A trial is one light run of one server in a process of its own, like every run. But it is nobody's
verdict: nothing of it goes into the history, the forecast, the notifications or the schedule, and
the secret that it logs in with is in memory alone. It takes the lock of all runs, so that it never
disturbs one, and waits a while for one that goes on.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from filelock import BaseFileLock, Timeout

from notifier.probe.request import Progress, RunRequest, ServerDone, ServerTarget
from notifier.sct.process import SctFailed
from notifier.sct.request import SctRequest
from notifier.service.events import Event, ServerTried, TrialProgress
from notifier.service.targets import targets_of, targets_with, without_secrets
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notifier.service.job import Measure

__all__ = ["TIME_LIMIT", "WAIT_LIMIT", "Trial"]

TIME_LIMIT = 60.0
"""Seconds for the test itself: some three for a server that answers, and up to thirty where each
way to reach it has to be waited for."""

WAIT_LIMIT = 60.0
"""Seconds for a run that goes on meanwhile; a full one of one server takes some twenty."""

_LOOK = 0.2
"""Seconds between two looks whether that run is over."""

log = logging.getLogger(__name__)


class Trial:
    """At most one trial at a time.

    :param lock: takes the lock of all runs; raises :class:`filelock.Timeout` while another has it.
    :param emit: gets :class:`TrialProgress`, and one :class:`ServerTried` for each trial.
    :param paths: where secrets that only root can read are.
    """

    def __init__(
        self,
        measure: "Measure",
        lock: Callable[[], BaseFileLock],
        emit: Callable[[Event], None],
        environ: Mapping[str, str],
        paths: Paths,
    ) -> None:
        self._measure = measure
        self._lock = lock
        self._emit = emit
        self._environ = environ
        self._paths = paths
        self._tasks: set[asyncio.Task[None]] = set()
        """The trial in hand, and those before it until their processes are gone."""

    def begin(self, setting: ServerSetting, secret: str | None, settings: Settings) -> None:
        """Try a server; one that is being tried is given up for it.

        :param secret: None has it looked up where the setting says.
        """
        self.cancel()
        before = tuple(self._tasks)
        task = asyncio.create_task(self._try(before, setting, secret, settings))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def cancel(self) -> None:
        """End the trial in hand; :class:`ServerTried` says so."""
        for task in self._tasks:
            task.cancel()

    async def over(self) -> None:
        """Wait until no server is tried."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def close(self) -> None:
        """End the trial in hand and wait until its process is gone."""
        self.cancel()
        await self.over()

    async def _try(
        self,
        before: tuple[asyncio.Task[None], ...],
        setting: ServerSetting,
        secret: str | None,
        settings: Settings,
    ) -> None:
        try:
            if before:
                await asyncio.wait(before)
            tried = await self._tried(setting, secret, settings)
        except asyncio.CancelledError:
            tried = ServerTried(setting, problem="cancelled")
        except Exception:
            log.exception("the trial of a server failed")
            tried = ServerTried(
                setting, problem="crashed", detail="the reason is in the program's log"
            )
        self._emit(tried)

    async def _tried(
        self, setting: ServerSetting, secret: str | None, settings: Settings
    ) -> ServerTried:
        try:
            lock = await self._locked()
        except Timeout:
            return ServerTried(setting, problem="busy")
        with _released(lock):
            self._emit(TrialProgress("reach"))  # until its process says more
            if secret is None:
                targets = await targets_of((setting,), self._environ, self._paths)
            else:
                targets = targets_with(setting, secret, now=time.time())
            return await self._measured(setting, targets, settings)

    async def _measured(
        self,
        setting: ServerSetting,
        targets: tuple[ServerTarget, ...],
        settings: Settings,
    ) -> ServerTried:
        if problem := next((target.problem for target in targets if target.problem), None):
            return ServerTried(setting, problem="secret", detail=problem)
        request = RunRequest(
            mode="light", servers=targets, captive_check_url=settings.captive_check_url
        )
        try:
            async with asyncio.timeout(TIME_LIMIT):
                result = await self._measure(
                    SctRequest(run=request),
                    self._report,
                    environ=without_secrets(self._environ, settings, setting),
                )
        except TimeoutError:
            return ServerTried(setting, problem="time-limit")
        except SctFailed as error:
            return ServerTried(setting, problem=error.reason, detail=error.detail)
        return ServerTried(
            setting,
            servers=result.measurement.servers,
            captive_portal=result.measurement.captive_portal,
        )

    async def _locked(self) -> BaseFileLock | None:
        """The lock of all runs; None on a disk that has no locks."""
        end = time.monotonic() + WAIT_LIMIT
        waits = False
        while True:
            try:
                return self._lock()
            except Timeout:
                if time.monotonic() >= end:
                    raise
                if not waits:
                    waits = True
                    self._emit(TrialProgress(None))
                await asyncio.sleep(_LOOK)
            except (OSError, NotImplementedError) as error:
                log.info("no lock between processes: %s", error)
                return None

    def _report(self, report: Progress | ServerDone) -> None:
        if isinstance(report, Progress):
            self._emit(
                TrialProgress(report.phase, report.server, report.fraction, report.seconds_left)
            )


@contextmanager
def _released(lock: BaseFileLock | None) -> "Iterator[None]":
    try:
        yield
    finally:
        if lock is not None:
            lock.release()
