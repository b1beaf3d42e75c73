"""Reports the service's figures to an organisation's monitoring, where its policy wants them.

It listens to the events, keeps the figures where all programs of this person share them
(:mod:`notifier.fleet.shared`), writes the file for node_exporter, and has a process that ends send
to the collector when :mod:`notifier.fleet.courier` says so. Files are read and written on another
thread. Nothing here may cost more than figures: what fails is logged once, in words for whoever
looks after the machine, and tried again.
"""

import asyncio
import contextlib
import logging
import random
import time
from collections import deque
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import msgspec

from notifier.fleet.answer import Answer, no_answer
from notifier.fleet.courier import Courier, Step
from notifier.fleet.identity import instance, new_instance, resource
from notifier.fleet.order import Order, Report
from notifier.fleet.shared import INSTANCE_AGE, SharedTally, forget
from notifier.fleet.tally import Tally
from notifier.fleet.textfile import file_in, remove, write
from notifier.fleet.trouble import trouble_of
from notifier.measurement import RunMeasurement
from notifier.probe.child import answer_of, python_module
from notifier.service.events import (
    CallCompared,
    CallOver,
    Event,
    RunFailed,
    ServiceState,
    VerdictReached,
)
from notifier.service.targets import without_secrets
from notifier.settings.identity import device_id
from notifier.settings.load import Loaded
from notifier.settings.model import Settings
from notifier.settings.paths import Paths
from notifier.settings.secrets import SecretProblem, from_environment, named
from notifier.updates.installed import installed_by

__all__ = ["Reporting"]

SEND_LIMIT = 150.0
"""Seconds for the process that sends; it has limits of its own for each request."""

STOP_LIMIT = 5.0
"""Seconds for the last figures to be written when the program ends."""

MOST_CHANGES = 1000
"""That are kept in memory while nothing can be written."""

OTHERWISE = "other"
"""How the program was installed, where no package did it."""

CALLS_KNOWN = 100
"""Calls of which it is known that they were counted: a record may be told again, changed."""

COMMAND = python_module("notifier.fleet.send")

log = logging.getLogger(__name__)

_Change = Callable[[Tally], None]


class _Host(Protocol):
    """What reporting wants of the service."""

    state: ServiceState

    @property
    def settings(self) -> Settings: ...

    @property
    def loaded(self) -> Loaded: ...

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]: ...


class Reporting:
    """From when policy wants figures until the program ends, or policy wants none any more.

    :param now: seconds since 1970.
    """

    def __init__(
        self,
        host: _Host,
        paths: Paths,
        environ: Mapping[str, str],
        *,
        rng: random.Random | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._host = host
        self._paths = paths
        self._environ = environ
        self._rng = rng or random.Random()
        self._now = now
        self._shared = SharedTally(paths.state_dir)
        self._settings = host.settings
        self._changes: list[_Change] = []
        self._begin: Callable[[Courier], None] | None = None
        """What the courier is to be told before it is asked next."""

        self._calls: deque[str] = deque(maxlen=CALLS_KNOWN)
        self._problems: set[str] = set()
        self._wake = asyncio.Event()
        self._told: dict[str, str] = {}
        self._written: Path | None = None
        """The text file that was written."""

        self._task: asyncio.Task[None] | None = None
        self._unsubscribe: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Listen, and send when it is time to."""
        self._begin = lambda courier: courier.begin(self._now())
        self._unsubscribe = self._host.subscribe(self._happened)
        self._note_problems()
        self._task = asyncio.create_task(self._drive())

    def follow(self) -> None:
        """The settings may be others."""
        before, self._settings = self._settings, self._host.settings
        if _collector(before) != _collector(self._settings):
            self._begin = lambda courier: courier.begin_anew(self._now())
            self._told.clear()
        self._note_problems()
        self._wake.set()

    async def stop(self) -> None:
        """Write what is not written yet, and take the text file away."""
        self._unsubscribe()
        if self._task is None:
            return
        self._task.cancel()
        await asyncio.wait([self._task], timeout=STOP_LIMIT)
        try:
            async with asyncio.timeout(STOP_LIMIT):
                await asyncio.to_thread(self._last_work, self._changes)
        except OSError as error:
            log.info("the last figures for the fleet were not written: %s", error)
        except Exception:  # a disk without locks among others: the rest has to end in order, too
            log.exception("the last figures for the fleet were not written")

    async def end(self) -> None:
        """Policy wants no figures any more: nothing of them stays."""
        self._changes.clear()
        await self.stop()
        await asyncio.to_thread(forget, self._paths.state_dir)

    def _happened(self, event: Event) -> None:
        if self._host.state.demonstration:  # it says nothing of anybody's network
            return
        match event:
            case VerdictReached():
                own = self._are_own(event.measurement)
                self._changes.append(
                    lambda tally: tally.run(event.verdict, event.measurement, own_servers=own)
                )
            case RunFailed():
                self._changes.append(lambda tally: tally.failed(event.reason))
            case CallOver() if event.record.call_id not in self._calls:
                self._calls.append(event.record.call_id)
                self._changes.append(lambda tally: tally.call(event.record))
            case CallCompared():
                codes = event.comparison.forecast_code, event.comparison.call_code
                self._changes.append(lambda tally: tally.compared(*codes))
        self._note_problems()
        if self._changes:
            self._wake.set()

    def _are_own(self, measurement: RunMeasurement) -> bool:
        """Whether a person's own servers were asked: also by a run that began before policy
        brought others."""
        if self._host.loaded.origin("server").source not in ("policy", "policy-default"):
            return True
        known = {url for server in self._host.settings.servers for url in server.urls}
        return any(server.url not in known for server in measurement.servers)

    def _note_problems(self) -> None:
        codes: set[str] = {problem.code for problem in self._host.state.surroundings}
        if self._host.loaded.problems:
            codes.add("settings")
        if codes != self._problems:
            self._problems = codes
            self._changes.append(lambda tally: tally.problems(sorted(codes)))

    async def _drive(self) -> None:
        while True:
            self._wake.clear()
            settings, wait = self._settings, self._settings.fleet_interval_s
            try:
                step, due = await self._bring_up_to_date(settings)
                if settings.fleet_collector is not None and (step.snapshot or step.send):
                    await self._carry_out(settings, step)
                    wait = 0.0
                else:
                    wait = min(wait, max(0.0, due - self._now()))
            except OSError as error:  # a full disk, a lock that is not to be had
                why = error.strerror or error
                self._tell("disk", f"the figures for the fleet cannot be kept: {why}")
            except Exception:
                # A bug must cost figures, not the rest of the program.
                log.exception("the figures for the fleet were not reported")
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._wake.wait()

    async def _bring_up_to_date(self, settings: Settings) -> tuple[Step, float]:
        """What is to be sent, and when to look again.

        :raises OSError: nothing could be kept; it is tried again with what happens next.
        """
        changes, self._changes = self._changes, []
        begin, self._begin = self._begin, None
        try:
            return await asyncio.to_thread(self._work, settings, changes, begin)
        except OSError:
            self._changes = [*changes, *self._changes][-MOST_CHANGES:]
            if self._begin is None:
                self._begin = begin
            raise

    def _work(
        self, settings: Settings, changes: list[_Change], begin: Callable[[Courier], None] | None
    ) -> tuple[Step, float]:
        """Read, change and write the files; on a thread of its own."""
        now = self._now()
        with self._shared.changed(now) as tally:
            # Where there is a collector, the process that sends takes a last snapshot of the day.
            old = settings.fleet_collector is None and now - tally.began >= INSTANCE_AGE
            if tally.identity != settings.fleet_identity or (
                old and settings.fleet_identity == "none"
            ):
                tally.anew(new_instance(), now)
                tally.identity = settings.fleet_identity
            for change in changes:
                change(tally)
            courier = self._courier(tally, settings)
            if begin is not None:
                begin(courier)
            step = courier.look(now)
            if settings.fleet_collector is None:
                courier.answered(Answer("taken"), now)  # of the text file alone
            self._write_text(settings, tally, now)
            return step, courier.due

    def _last_work(self, changes: list[_Change]) -> None:
        try:
            if changes:
                with self._shared.changed(self._now()) as tally:
                    for change in changes:
                        change(tally)
        finally:
            if self._written is not None:
                remove(self._written)

    def _write_text(self, settings: Settings, tally: Tally, now: float) -> None:
        folder = settings.fleet_textfile
        file = None if folder is None else file_in(folder, device_id(self._paths))
        try:
            if self._written not in (None, file):
                remove(self._written)
            self._written = file
            if file is not None:
                name = instance(settings.fleet_identity, tally.instance, device_id(self._paths))
                of = resource(settings.fleet_identity, name, settings.fleet_attributes)
                write(file, tally, of, installed_by() or OTHERWISE, now)
                self._over("text", "the file for node_exporter is written again")
        except OSError as error:
            why = error.strerror or error
            words = f"the file for node_exporter cannot be written to {folder}: {why}"
            self._tell("text", words)

    async def _carry_out(self, settings: Settings, step: Step) -> None:
        """Have a snapshot taken and what waits sent, and learn from the answer."""
        token = await self._token(settings)
        send = step.send and not isinstance(token, SecretProblem)
        order = Order(
            state_dir=str(self._paths.state_dir),
            url=settings.fleet_collector or "",
            snapshot=step.snapshot,
            send=send,
            identity=settings.fleet_identity,
            device_id=device_id(self._paths),
            attributes=settings.fleet_attributes,
            installed=installed_by() or OTHERWISE,
            token=None if isinstance(token, SecretProblem) else token,
            ca_file=None if settings.fleet_ca_file is None else str(settings.fleet_ca_file),
        )
        report = await self._report(order, settings)
        trouble = token.message.english if isinstance(token, SecretProblem) else trouble_of(report)
        answer = None
        if report.kind is not None:
            answer = Answer(report.kind, report.status, report.retry_after, words=report.words)
        elif isinstance(token, SecretProblem) and step.send:
            answer = no_answer(token.message.english)
        await asyncio.to_thread(self._learn, settings, report, answer, trouble)
        if trouble is not None:
            self._tell("collector", f"figures for the fleet are not taken: {trouble}")
        elif answer is not None:
            self._over("collector", "the collector takes figures again")

    def _learn(
        self, settings: Settings, report: Report, answer: Answer | None, trouble: str | None
    ) -> None:
        now = self._now()
        with self._shared.changed(now) as tally:
            if answer is not None:
                self._courier(tally, settings).answered(answer, now)
                tally.refusal = trouble
            for reason, count in report.lost.items():
                tally.count("callnotifier.snapshots.dropped", {"reason": reason}, count)

    async def _token(self, settings: Settings) -> str | SecretProblem | None:
        if settings.fleet_secret_file is not None:
            return await named(settings.fleet_secret_file, paths=self._paths)
        if settings.fleet_token_env is not None:
            return from_environment(settings.fleet_token_env, self._environ)
        return None

    async def _report(self, order: Order, settings: Settings) -> Report:
        """Have a process of its own carry out an order; whatever becomes of it is a report."""
        environ = without_secrets(self._environ, settings)
        try:
            answer = await answer_of(
                COMMAND, msgspec.json.encode(order), environ=environ, limit=SEND_LIMIT
            )
            return msgspec.json.decode(answer, type=Report)
        except (OSError, ValueError) as error:  # a TimeoutError, which says nothing, is an OSError
            return Report(kind="again", words=str(error) or "it took too long")

    def _courier(self, tally: Tally, settings: Settings) -> Courier:
        return Courier(interval=settings.fleet_interval_s, rng=self._rng, plan=tally.plan)

    def _tell(self, about: str, words: str) -> None:
        """Log it, once until it is over or otherwise."""
        if self._told.get(about) != words:
            self._told[about] = words
            log.warning("%s", words)

    def _over(self, about: str, words: str) -> None:
        if self._told.pop(about, None) is not None:
            log.info("%s", words)


def _collector(settings: Settings) -> tuple[object, ...]:
    """What decides whether a collector takes what we send."""
    return (
        settings.fleet_collector,
        settings.fleet_interval_s,
        settings.fleet_token_env,
        settings.fleet_secret_file,
        settings.fleet_ca_file,
    )
