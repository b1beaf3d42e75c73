"""One run from settings to history: what the schedule, the tray and ``probe`` all do.

A :class:`Job` runs the test once: it finds the credentials, has a process of its own measure and
forecast, asks which network that was, judges, believes, decides whether it is told, has it written
down, and tells. Each step that fails leaves a sentence and does not stop the rest.
"""

import logging
import time
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

import msgspec
from filelock import BaseFileLock, FileLock, Timeout

from notifier.codes import Color
from notifier.forecast.belief import Belief, run_of
from notifier.forecast.causes import Cause
from notifier.forecast.compose import compose, local_ip
from notifier.forecast.judge import Judgement, judge
from notifier.forecast.thresholds import default_thresholds
from notifier.forecast.unusual import in_record
from notifier.forecast.watched import Figure
from notifier.machine.facts import NetworkFacts
from notifier.machine.geo import look_up
from notifier.measurement import Mode, RunMeasurement
from notifier.prediction import Known, Prediction
from notifier.probe.request import Progress, RunRequest, ServerDone, ServerTarget
from notifier.sct.process import SctFailed, SctResult, run_test
from notifier.sct.request import SctRequest
from notifier.sentence import sentence
from notifier.service.events import (
    Event,
    FailureReason,
    Limit,
    NotificationDecided,
    Origin,
    RunFailed,
    RunProgress,
    RunStarted,
    ServerMeasured,
    ServiceProblem,
    Trigger,
    VerdictReached,
)
from notifier.service.habit import Seen
from notifier.service.ledger import Ledger
from notifier.service.memory import InForce
from notifier.service.networks import Networks
from notifier.service.polite import Costs
from notifier.service.records import Records
from notifier.service.targets import targets_of, without_secrets
from notifier.service.telling import Telling
from notifier.settings.identity import device_id
from notifier.settings.language import language_in_force
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from notifier.verdict import Verdict

if TYPE_CHECKING:
    from notifier.relay.process import RelayAccess

__all__ = ["DEMONSTRATION_LABEL", "Job", "Measure"]

DEMONSTRATION_LABEL = "demonstration relay: this is not your network"
"""Shown wherever a verdict of the embedded relay is shown, and kept as its provider."""

_LOCK_FILE = "run.lock"

log = logging.getLogger(__name__)


class Measure(Protocol):
    """What :func:`notifier.sct.process.run_test` does, as far as a job needs it."""

    async def __call__(
        self,
        request: SctRequest,
        on_report: Callable[[Progress | ServerDone], None],
        *,
        environ: Mapping[str, str],
    ) -> SctResult: ...


@dataclass(slots=True)
class Job:
    """Runs the test for one person on this machine.

    :param emit: gets the events of a run, in the order in which they happen.
    :param measure_with: does the test; tests put their own figures in its place.
    """

    paths: Paths
    origin: Origin
    environ: Mapping[str, str]
    emit: Callable[[Event], None]
    media_present: bool | None = None
    """A microphone or a camera exists; None where that cannot be told."""

    measure_with: Measure = run_test
    records: Records = field(init=False)
    """Opened by the first run, where it is not before."""

    networks: Networks = field(init=False)
    telling: Telling = field(init=False)
    _relay: "RelayAccess | None" = None
    _relay_stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    _ledger: Ledger = field(default_factory=Ledger)
    _checked: tuple[ServerSetting, ...] | None = None
    """The servers of the settings at the last WebRTC call since the start."""

    _no_forecast: str | None = None
    """Why the last run had no forecast by a model; None where it had one, or before the first."""

    _loaded: bool = False
    """The run in hand has got beyond reaching the servers."""

    def __post_init__(self) -> None:
        self.records = Records(self.paths.history_file, self.origin, self.emit)
        self.networks = Networks(self.paths, self.records)
        self.telling = Telling(self.paths, self.records, self.origin, self.environ, self.emit)

    async def close(self) -> None:
        """End the relay and close the history."""
        await self._relay_stack.aclose()
        self._relay = None
        await self.records.settle()
        self.records.close()

    async def run(
        self,
        settings: Settings,
        *,
        mode: Mode,
        trigger: Trigger,
        targets: tuple[ServerTarget, ...] | None = None,
        confirm: Mode | None = None,
        call_check: bool | None = None,
        limit: Limit | None = None,
    ) -> VerdictReached | RunFailed:
        """Run the test once; every outcome is also an event.

        :param targets: servers other than those of the settings.
        :param confirm: a light run that differs from this network's habit is followed by one of
            this mode, whose verdict counts: some dozen packets are enough to notice a change, not
            to tell somebody of one. None lets the light run stand.
        :param call_check: make a WebRTC call in a full run, or not; None makes one where
            something has changed since the last.
        :param limit: why the mode is less than was asked for.
        """
        try:
            lock = self.lock()
        except Timeout:  # an OSError as well
            return self._failed("busy", sentence("another test is running"))
        except (OSError, NotImplementedError) as error:  # the latter: no locks on this disk
            # Without a lock two runs might meet; without a run nobody is told anything.
            log.info("no lock between processes: %s", error)
            lock = None
        try:
            return await self._run(settings, mode, trigger, targets, confirm, call_check, limit)
        finally:
            if lock is not None:
                lock.release()

    def spent(self) -> float:
        """What the last 24 hours have cost, octets sent and received together."""
        return self._ledger.spent(self.records.history, time.time() * 1000)

    def expected_costs(self, urls: frozenset[str]) -> Costs:
        """What the next run of each mode against these servers will cost, rather too much."""
        return self._ledger.expected(self.records.history, urls)

    async def _run(
        self,
        settings: Settings,
        mode: Mode,
        trigger: Trigger,
        targets: tuple[ServerTarget, ...] | None,
        confirm: Mode | None,
        call_check: bool | None,
        limit: Limit | None,
    ) -> VerdictReached | RunFailed:
        demonstration = targets is None and not settings.servers
        if settings.servers and self._relay is not None:
            await self._relay_stack.aclose()
            self._relay = None
        self.emit(RunStarted(mode, trigger, demonstration, limit))
        await self.records.look_again()
        if demonstration:
            from notifier.relay.process import RelayStartError  # wanted until there is a server

            try:
                targets = (await self._demonstration(),)
            except RelayStartError as error:
                self.emit(ServiceProblem("relay", str(error)))
                return self._failed("crashed", str(error))
        elif targets is None:
            targets = await targets_of(settings.servers, self.environ, self.paths)
        problems = list(dict.fromkeys(target.problem for target in targets if target.problem))
        for problem in problems:
            self.emit(ServiceProblem("secret", problem))
        if problems and all(target.problem for target in targets):
            return self._failed("credentials", problems[0])
        self.networks.follow(settings)
        if call_check is None:
            call_check = (
                "full" in (mode, confirm)
                and not demonstration
                and self._wants_call(settings, targets, trigger)
            )
        known = self.networks.known(self.networks.now(), demonstration=demonstration)
        try:
            result = await self._measure(settings, mode, targets, call_check, known)
            judged = self._judge(result, known, demonstration)
            if (
                confirm is not None
                and result.measurement.mode == "light"
                and self.networks.memory(judged.facts.network_id).habit.differs(
                    result.measurement.servers, judged.judgement.summary_code
                )
            ):
                self.emit(RunStarted(confirm, trigger, demonstration, limit))
                self._believe(judged, demonstration)
                known = self.networks.known(judged.facts.network_id, demonstration=demonstration)
                again = await self._measure(settings, confirm, targets, call_check, known)
                result = _with_cost_of(again, result.measurement)
                judged = self._judge(result, known, demonstration)
        except SctFailed as error:
            return self._failed(error.reason, error.detail)
        # A light run that stands where a full one could have followed.
        news = confirm != "full" or result.measurement.mode == "full"
        return await self._conclude(settings, judged, trigger, demonstration, news)

    async def _measure(
        self,
        settings: Settings,
        mode: Mode,
        targets: tuple[ServerTarget, ...],
        call_check: bool,
        known: Known,
    ) -> SctResult:
        self._loaded = False
        request = RunRequest(
            mode=mode,
            servers=targets,
            call_check=call_check and mode == "full",
            captive_check_url=settings.captive_check_url,
        )
        try:
            result = await self.measure_with(
                SctRequest(
                    run=request,
                    known=known,
                    model=None if settings.forecast_model is None else str(settings.forecast_model),
                ),
                self._report,
                environ=without_secrets(self.environ, settings),
            )
        except BaseException:
            # Cancelled or broken off: nobody knows what it cost, but it was not nothing.
            if self._loaded:
                urls = frozenset(target.url for target in targets)
                cost = self._ledger.expected(self.records.history, urls).of(mode)
                self._ledger.note(time.time() * 1000, cost, kept=False)
            raise
        if request.call_check:
            self._checked = settings.servers
        return result

    def _wants_call(
        self, settings: Settings, targets: tuple[ServerTarget, ...], trigger: Trigger
    ) -> bool:
        """Whether something has changed since the last WebRTC call on this network."""
        if trigger == "settings" or self._checked not in (None, settings.servers):
            return True
        urls = frozenset(target.url for target in targets)
        return self.networks.memory(self.networks.now()).habit.wants_call(urls, time.time() * 1000)

    def _judge(self, result: SctResult, asked_with: Known, demonstration: bool) -> "_Judged":
        """Judge a run by itself.

        :param asked_with: what the prediction was made with.
        """
        measurement, prediction = result.measurement, result.prediction
        facts = self.networks.of_run(measurement, demonstration=demonstration)
        known = self.networks.known(facts.network_id, demonstration=demonstration)
        if asked_with not in (known, Known()):
            # From what is known of another network than this one: it is none, now or later.
            prediction = Prediction(problem=prediction.problem)
        corrected = prediction
        if not demonstration:
            corrected = self.networks.memory(facts.network_id).corrected(
                prediction, self.records.history, time.time() * 1000
            )
        judgement = judge(measurement, default_thresholds(), prediction=corrected, known=known)
        return _Judged(measurement, prediction, facts, judgement)

    def _believe(
        self, judged: "_Judged", demonstration: bool, *, news: bool = True
    ) -> Belief | None:
        """What is believed after a run; None of runs that stand by themselves."""
        if demonstration or self.origin == "probe":
            return None
        facts = judged.facts
        run = run_of(judged.measurement, judged.judgement, has_route=facts.has_route)
        return self.networks.memory(facts.network_id).believe(run, news=news)

    async def _conclude(
        self,
        settings: Settings,
        judged: "_Judged",
        trigger: Trigger,
        demonstration: bool,
        news: bool,
    ) -> VerdictReached:
        measurement, prediction = judged.measurement, judged.prediction
        facts, judgement = judged.facts, judged.judgement
        self._tell_forecast(prediction)
        memory = self.networks.memory(facts.network_id)
        belief = self._believe(judged, demonstration, news=news)
        if belief is not None:
            judgement = belief.told(judgement)
        unsure = belief is not None and belief.unsure
        verdict = compose(
            measurement=measurement,
            judgement=judgement,
            facts=facts,
            device_id=device_id(self.paths),
            media_device_present=self.media_present,
            texts=settings.texts_for(language_in_force(settings.language, self.environ)),
            place=look_up(local_ip(measurement, judgement), settings.geo_databases),
            demonstration=demonstration,
            unsure=unsure,
            not_theirs=_refused_to_organisation(measurement, settings),
        )
        # A fact says nothing of the network, usual or not: a password that is refused, no network
        # at all, a log-in page.
        silent = demonstration or verdict.refused or verdict.cut_off or _captive(verdict)
        unusual = () if silent else memory.watch(verdict, judgement.server_url)
        verdict = msgspec.structs.replace(verdict, unusual=tuple(map(in_record, unusual)))
        # That no server works is what the code says already.
        newly_unusual = verdict.color != Color.GREEN and any(
            one.new and one.figure is not Figure.SERVERS for one in unusual
        )
        decision = await self.telling.decide(
            verdict,
            facts.network_id,
            settings,
            demonstration=demonstration,
            unusual=newly_unusual,
        )
        run_id, row = await self.records.add_run(
            verdict,
            measurement,
            prediction,
            network_id=facts.network_id,
            trigger=trigger,
            demonstration=demonstration,
            decision=decision,
            server_url=judgement.server_url,
        )
        self.telling.decided(verdict, facts.network_id, decision, run_id, unusual=newly_unusual)
        if not demonstration:
            memory.in_force = (
                None
                if verdict.refused
                else _in_force(verdict, prediction, judgement, facts, run_id)
            )
        memory.habit.add(Seen.of(verdict))
        if not demonstration:
            cost = verdict.bytes_sent + verdict.bytes_received
            self._ledger.note(time.time() * 1000, cost, kept=run_id is not None)
        reached = VerdictReached(
            verdict,
            measurement,
            facts.network_id,
            trigger,
            demonstration,
            run_id,
            model=prediction.model,
        )
        self.emit(reached)
        self.emit(NotificationDecided(verdict, decision, row))
        return reached

    def _tell_forecast(self, prediction: Prediction) -> None:
        """Say that something else stands in for the model: once, not with every run."""
        problem = prediction.problem
        if problem is not None and problem != self._no_forecast:
            said = (
                sentence(
                    "No model could be asked, so the threshold rule judges: {reason}",
                    reason=problem,
                )
                if prediction.model is None
                else sentence(
                    "The model that your organisation names can't be used, so the program's own "
                    "judges: {reason}",
                    reason=problem,
                )
            )
            self.emit(ServiceProblem("forecast", said))
        self._no_forecast = problem

    def _report(self, report: Progress | ServerDone) -> None:
        if isinstance(report, ServerDone) or report.phase != "reach":
            self._loaded = True
        if isinstance(report, Progress):
            self.emit(
                RunProgress(report.phase, report.server, report.fraction, report.seconds_left)
            )
        else:
            self.emit(ServerMeasured(report.measurement))

    def _failed(self, reason: FailureReason, detail: str) -> RunFailed:
        failed = RunFailed(reason, detail)
        self.emit(failed)
        return failed

    def lock(self) -> BaseFileLock:
        """Held for a run: never two at once, whichever program of this person starts them.

        :raises Timeout: another run goes on.
        """
        lock = FileLock(self.paths.make_runtime_dir() / _LOCK_FILE, timeout=0, thread_local=False)
        lock.acquire()
        return lock

    async def _demonstration(self) -> ServerTarget:
        if self._relay is None or not self._relay.alive:
            from notifier.relay.process import demonstration_relay

            await self._relay_stack.aclose()
            self._relay = await self._relay_stack.enter_async_context(demonstration_relay())
        return ServerTarget(
            url=self._relay.url,
            provider=DEMONSTRATION_LABEL,
            username=self._relay.username,
            password=self._relay.password,
        )


@dataclass(frozen=True, slots=True)
class _Judged:
    """A run, the network that it was made on, and what was made of it by itself."""

    measurement: RunMeasurement
    prediction: Prediction
    """As the model made it; empty where it was made for another network."""

    facts: NetworkFacts
    judgement: Judgement


def _captive(verdict: Verdict) -> bool:
    return Cause.CAPTIVE_PORTAL in verdict.causes


def _refused_to_organisation(measurement: RunMeasurement, settings: Settings) -> bool:
    """Whether all credentials that were refused are of a policy's, which the person never sees."""
    of_policy = {
        url for server in settings.servers if server.secret_file is not None for url in server.urls
    }
    refused = {
        server.url
        for server in measurement.servers
        if server.error in ("unauthorized", "forbidden")
    }
    return bool(refused) and refused <= of_policy


def _in_force(
    verdict: Verdict,
    prediction: Prediction,
    judgement: Judgement,
    facts: NetworkFacts,
    run_id: int | None,
) -> InForce:
    odds = (server for server in prediction.servers if server.url == judgement.server_url)
    return InForce(
        at=time.time() * 1000,
        network_id=facts.network_id,
        run_id=run_id,
        code=verdict.summary_code,
        confidence=verdict.confidence,
        odds=next(odds, None) if judgement.model is not None else None,
        model=judgement.model,
    )


def _with_cost_of(result: SctResult, earlier: RunMeasurement) -> SctResult:
    """The result, with what the light run before it has cost as well."""
    measurement = result.measurement
    measurement = msgspec.structs.replace(
        measurement,
        timestamp=earlier.timestamp,
        duration_ms=measurement.duration_ms + earlier.duration_ms,
        bytes_sent=measurement.bytes_sent + earlier.bytes_sent,
        bytes_received=measurement.bytes_received + earlier.bytes_received,
    )
    return replace(result, measurement=measurement)
