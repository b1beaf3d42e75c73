"""One run from settings to history: what the schedule, the tray and ``probe`` all do.

A :class:`Job` knows where things are kept and how to run the test once: find the credentials,
have a process of its own measure and forecast, look at the machine, judge, decide whether it is
told, and write it down. Each step that fails leaves a sentence and does not stop the rest.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from typing import Protocol

import msgspec
from filelock import BaseFileLock, FileLock, Timeout

from notifier.codes import Color
from notifier.forecast.belief import Belief, run_of
from notifier.forecast.compose import compose, local_ip
from notifier.forecast.judge import Judgement, judge
from notifier.forecast.report_card import compare
from notifier.forecast.thresholds import default_thresholds
from notifier.forecast.unusual import Unusual, told
from notifier.history.errors import HistoryError
from notifier.history.store import History
from notifier.machine.facts import NetworkFacts
from notifier.machine.geo import look_up
from notifier.machine.network import observe
from notifier.measurement import Mode, RunMeasurement
from notifier.notify.rule import Decision, decide
from notifier.prediction import Known, Prediction
from notifier.probe.request import Progress, RunRequest, ServerDone, ServerTarget
from notifier.quality import CallFigures
from notifier.relay.process import RelayAccess, RelayStartError, demonstration_relay
from notifier.sct.process import SctFailed, SctResult, run_test
from notifier.sct.request import SctRequest
from notifier.service.events import (
    CallCompared,
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
from notifier.service.known import known_on
from notifier.service.learning import learn_profile
from notifier.service.ledger import Ledger
from notifier.service.memory import InForce, NetworkMemory
from notifier.service.polite import Costs
from notifier.settings.identity import device_id, network_key
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from notifier.settings.secrets import Credentials, SecretProblem, resolve
from notifier.turn.uri import TurnUriError, parse_turn_uri
from notifier.verdict import UnusualFigure, Verdict

__all__ = ["DEMONSTRATION_LABEL", "Job", "targets_of"]

DEMONSTRATION_LABEL = "demonstration relay: this is not your network"
"""Shown wherever a verdict of the embedded relay is shown, and kept as its provider."""

_LOCK_FILE = "run.lock"

_LOOK_BACK = 500
"""Runs searched for the network that we were on last: more than a day of them."""

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
    history: History | None = None
    media_present: bool | None = None
    """A microphone or a camera exists; None where that cannot be told."""

    measure_with: Measure = run_test
    _relay: RelayAccess | None = None
    _relay_stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    _urls: frozenset[str] = frozenset()
    """Of the servers of the settings, at the last run."""

    _corrects: bool = True
    """Forecasts are corrected by what calls got, as of the last run."""

    _told: dict[str, int] = field(default_factory=dict)
    """What was last told on each network, where the history could not take it."""

    _memories: dict[str, NetworkMemory] = field(default_factory=dict)
    """Of each network that was met since the start."""

    _ledger: Ledger = field(default_factory=Ledger)
    _checked: tuple[ServerSetting, ...] | None = None
    """The servers of the settings at the last WebRTC call since the start."""

    _no_forecast: str | None = None
    """Why the last run had no forecast by a model; None where it had one, or before the first."""

    _loaded: bool = False
    """The run in hand has got beyond reaching the servers."""

    _public_ip: str | None = None
    _network_id: str | None = None

    def open_history(self) -> None:
        """Open the history; where that fails, the rest goes on without it."""
        try:
            self.history = History.open(self.paths.history_file)
        except HistoryError as error:
            self.emit(ServiceProblem("history", error.message))
            return
        if self.history.notice is not None:
            self.emit(ServiceProblem("history-replaced", self.history.notice))
        with contextlib.suppress(HistoryError):
            self._network_id = next(
                (
                    run.network_id
                    for run in self.history.runs(limit=_LOOK_BACK)
                    if not run.demonstration
                ),
                self._network_id,
            )

    def history_failed(self, error: HistoryError) -> None:
        """Say so; a damaged file is set aside, which opening it again does."""
        self.emit(ServiceProblem("history", error.message))
        if error.code == "corrupt" and self.history is not None:
            self.history.close()
            self.history = None
            self.open_history()

    async def close(self) -> None:
        """End the relay and close the history."""
        await self._relay_stack.aclose()
        self._relay = None
        if self.history is not None:
            self.history.close()
            self.history = None

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
            lock = self._lock()
        except Timeout:  # an OSError as well
            return self._failed("busy", "another run of the test is in progress")
        except (OSError, NotImplementedError) as error:  # the latter: no locks on this disk
            # Without a lock two runs might meet; without a run nobody is told anything.
            log.info("no lock between processes: %s", error)
            lock = None
        try:
            return await self._run(settings, mode, trigger, targets, confirm, call_check, limit)
        finally:
            if lock is not None:
                lock.release()

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
        self.emit(RunStarted(mode, trigger, demonstration, limit))
        if self.history is None:  # a disk that was full, a home that was not mounted yet
            self.open_history()
        if demonstration:
            try:
                targets = (await self._demonstration(),)
            except RelayStartError as error:
                self.emit(ServiceProblem("relay", str(error)))
                return self._failed("crashed", str(error))
        elif targets is None:
            targets = await targets_of(settings.servers, self.environ)
        problems = list(dict.fromkeys(target.problem for target in targets if target.problem))
        for problem in problems:
            self.emit(ServiceProblem("secret", problem))
        if problems and all(target.problem for target in targets):
            return self._failed("credentials", problems[0])
        self._remember(settings)
        if call_check is None:
            call_check = (
                "full" in (mode, confirm)
                and not demonstration
                and self._wants_call(settings, targets, trigger)
            )
        known = self._known(self.network_now(), demonstration)
        try:
            result = await self._measure(settings, mode, targets, call_check, known)
            facts, judgement = self._judge(result, known, demonstration)
            if (
                confirm is not None
                and result.measurement.mode == "light"
                and self._memory(facts.network_id).habit.differs(
                    result.measurement.servers, judgement.summary_code
                )
            ):
                self.emit(RunStarted(confirm, trigger, demonstration, limit))
                self._believe(result.measurement, facts, judgement, demonstration)
                known = self._known(facts.network_id, demonstration)
                again = await self._measure(settings, confirm, targets, call_check, known)
                result = _with_cost_of(again, result.measurement)
                facts, judgement = self._judge(result, known, demonstration)
        except SctFailed as error:
            return self._failed(error.reason, error.detail)
        # A light run that stands where a full one could have followed.
        news = confirm != "full" or result.measurement.mode == "full"
        return self._conclude(settings, result, trigger, demonstration, facts, judgement, news)

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
                SctRequest(run=request, known=known),
                self._report,
                environ=self._child_environ(settings),
            )
        except BaseException:
            # Cancelled or broken off: nobody knows what it cost, but it was not nothing.
            if self._loaded:
                urls = frozenset(target.url for target in targets)
                cost = self._ledger.expected(self.history, urls).of(mode)
                self._ledger.note(time.time() * 1000, cost, kept=False)
            raise
        if request.call_check:
            self._checked = settings.servers
        return result

    # What runs cost and found before

    def spent(self) -> float:
        """What the last 24 hours have cost, octets sent and received together."""
        return self._ledger.spent(self.history, time.time() * 1000)

    def expected_costs(self, urls: frozenset[str]) -> Costs:
        """What the next run of each mode against these servers will cost, rather too much."""
        return self._ledger.expected(self.history, urls)

    def network_now(self) -> str:
        """The identity of the network that we seem to be on; a run may find out better."""
        facts = observe(network_key(self.paths), None, self._public_ip)
        return facts.network_id if facts.has_route else self._network_id or facts.network_id

    def _remember(self, settings: Settings) -> None:
        """What was believed was believed of calls through the servers of that time, and of
        forecasts that were corrected or not."""
        urls = frozenset(url for server in settings.servers for url in server.urls)
        if (urls, settings.learn_from_calls) != (self._urls, self._corrects):
            self._urls, self._corrects = urls, settings.learn_from_calls
            self._memories.clear()

    def _memory(self, network_id: str) -> NetworkMemory:
        """What is remembered of a network: from the history at first, then from each run."""
        memory = self._memories.get(network_id)
        if memory is None:
            now = time.time() * 1000
            memory = NetworkMemory(
                network_id, self.history, urls=self._urls, now=now, corrects=self._corrects
            )
            self._memories[network_id] = memory
        return memory

    def _wants_call(
        self, settings: Settings, targets: tuple[ServerTarget, ...], trigger: Trigger
    ) -> bool:
        """Whether something has changed since the last WebRTC call on this network."""
        if trigger == "settings" or self._checked not in (None, settings.servers):
            return True
        urls = frozenset(target.url for target in targets)
        return self._memory(self.network_now()).habit.wants_call(urls, time.time() * 1000)

    def _judge(
        self, result: SctResult, asked_with: Known, demonstration: bool
    ) -> tuple[NetworkFacts, Judgement]:
        measurement, prediction = result.measurement, result.prediction
        public_ip = next((s.mapped_address for s in measurement.servers if s.mapped_address), None)
        self._public_ip = public_ip or self._public_ip
        server = next((s.server_address for s in measurement.servers if s.server_address), None)
        facts = observe(network_key(self.paths), server, self._public_ip)
        if not demonstration:  # its network is this machine
            facts = self._known_network(facts)
        known = self._known(facts.network_id, demonstration)
        if asked_with not in (known, Known()):
            prediction = Prediction()  # from what is known of another network than this one
        if not demonstration:
            prediction = self._memory(facts.network_id).corrected(
                prediction, self.history, time.time() * 1000
            )
        judgement = judge(measurement, default_thresholds(), prediction=prediction, known=known)
        return facts, judgement

    def _believe(
        self,
        measurement: RunMeasurement,
        facts: NetworkFacts,
        judgement: Judgement,
        demonstration: bool,
        *,
        news: bool = True,
    ) -> Belief | None:
        """What is believed after a run; None of runs that stand by themselves."""
        if demonstration or self.origin == "probe":
            return None
        run = run_of(measurement, judgement, has_route=facts.has_route)
        return self._memory(facts.network_id).believe(run, news=news)

    def _conclude(
        self,
        settings: Settings,
        result: SctResult,
        trigger: Trigger,
        demonstration: bool,
        facts: NetworkFacts,
        judgement: Judgement,
        news: bool,
    ) -> VerdictReached:
        measurement = result.measurement
        self._tell_forecast(result.prediction)
        memory = self._memory(facts.network_id)
        belief = self._believe(measurement, facts, judgement, demonstration, news=news)
        if belief is not None:
            judgement = belief.told(judgement)
        unsure = belief is not None and belief.unsure
        verdict = compose(
            measurement=measurement,
            judgement=judgement,
            facts=facts,
            device_id=device_id(self.paths),
            media_device_present=self.media_present,
            texts=settings.texts,
            place=look_up(local_ip(measurement, judgement), settings.geo_databases),
            demonstration=demonstration,
            unsure=unsure,
        )
        unusual = () if demonstration else memory.watch(verdict, judgement.server_url)
        verdict = msgspec.structs.replace(verdict, unusual=tuple(map(_in_words, unusual)))
        last_told = self._last_told(facts.network_id)
        decision = decide(
            verdict.notification_code,
            last_told=last_told,
            enabled=settings.notifications,
            demonstration=demonstration,
            command_line=self.origin == "probe",
            unsure=unsure,
            unusual=verdict.color != Color.GREEN and any(figure.new for figure in unusual),
        )
        run_id, row = self._keep(
            verdict,
            result,
            network_id=facts.network_id,
            trigger=trigger,
            demonstration=demonstration,
            decision=decision,
            server_url=judgement.server_url,
        )
        if not demonstration:
            memory.in_force = _in_force(verdict, result.prediction, judgement, facts, run_id)
        if decision.show and row is None:
            self._told[facts.network_id] = verdict.notification_code
        elif decision.show:
            self._told.pop(facts.network_id, None)
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
            model=result.prediction.model,
        )
        self.emit(reached)
        self.emit(NotificationDecided(verdict, decision, row))
        return reached

    def _known_network(self, facts: NetworkFacts) -> NetworkFacts:
        """The network we are on, or were on: losing it is news about that network.

        With an identity of its own, "no network" would be told once and never again.
        """
        if facts.has_route:
            self._network_id = facts.network_id
        elif self._network_id is not None:
            facts = replace(facts, network_id=self._network_id)
        return facts

    def _known(self, network_id: str, demonstration: bool) -> Known:
        return known_on(self.history, network_id, demonstration=demonstration)

    def _tell_forecast(self, prediction: Prediction) -> None:
        """Say that the threshold rule stands in for the model: once, not with every run."""
        problem = prediction.problem
        if problem is not None and problem != self._no_forecast:
            self.emit(
                ServiceProblem(
                    "forecast",
                    f"No model could be asked, so the threshold rule judges: {problem}",
                )
            )
        self._no_forecast = problem

    def _keep(
        self,
        verdict: Verdict,
        result: SctResult,
        *,
        network_id: str,
        trigger: Trigger,
        demonstration: bool,
        decision: Decision,
        server_url: str | None,
    ) -> tuple[int | None, int | None]:
        run_id = None
        for _ in range(2):  # once more, where a damaged file was set aside
            if self.history is None:
                break
            try:
                run_id = self.history.add_run(
                    verdict,
                    result.measurement,
                    prediction=result.prediction if result.prediction.model else None,
                    network_id=network_id,
                    origin=self.origin,
                    trigger=trigger,
                    demonstration=demonstration,
                    server_url=server_url,
                )
                return run_id, self.history.add_notification(
                    run_id,
                    timestamp=verdict.timestamp,
                    network_id=network_id,
                    code=verdict.notification_code,
                    decision=decision,
                )
            except HistoryError as error:
                self.history_failed(error)
                if error.code != "corrupt":
                    break
                run_id = None
        return run_id, None

    # What calls got

    def forecast_in_force(self) -> InForce | None:
        """What a call that begins now is compared with; None where nothing was forecast here."""
        memory = self._memories.get(self.network_now())
        return None if memory is None else memory.in_force

    def compare(
        self,
        call_id: str,
        forecast: InForce,
        figures: CallFigures,
        *,
        began: float,
        duration_ms: float,
    ) -> None:
        """Compare a call with its forecast, keep both, and say so.

        :param forecast: what was in force when it began.
        :param began: milliseconds since 1970.
        :param duration_ms: of what the figures are of.
        """
        if self.history is not None:
            try:
                self.history.add_call_result(
                    call_id,
                    figures,
                    timestamp=began,
                    duration_ms=duration_ms,
                    network_id=forecast.network_id,
                    run_id=forecast.run_id,
                    forecast_code=forecast.code,
                    confidence=forecast.confidence,
                    odds=forecast.odds,
                    model=forecast.model,
                )
            except HistoryError as error:
                self.history_failed(error)
        self.emit(CallCompared(call_id, compare(forecast.code, figures, odds=forecast.odds)))

    # What is usual

    async def learn_habit(self, settings: Settings) -> None:
        """Learn what is usual on the network that we are on, where that is a day ago."""
        network_id = self.network_now()
        memory = self._memories.get(network_id)
        if memory is None or not settings.servers:  # of the embedded relay nothing is learnt
            return
        if not memory.wants_learning(time.time() * 1000):
            return
        environ = self._child_environ(settings)
        profile = await learn_profile(self.paths.history_file, network_id, environ)
        if profile is None:
            return
        memory.profile = profile
        if self.history is not None:
            try:
                text = msgspec.json.encode(profile).decode()
                self.history.set_profile(network_id, profile.learnt_ms, text)
            except HistoryError as error:
                self.history_failed(error)

    def _last_told(self, network_id: str) -> int | None:
        # What the history could not take is newer than what it holds.
        if network_id not in self._told and self.history is not None:
            try:
                return self.history.last_told(network_id)
            except HistoryError as error:
                self.history_failed(error)
        return self._told.get(network_id)

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

    def _lock(self) -> BaseFileLock:
        """Held for a run: never two at once, whichever program of this person starts them."""
        lock = FileLock(self.paths.make_runtime_dir() / _LOCK_FILE, timeout=0, thread_local=False)
        lock.acquire()
        return lock

    def _child_environ(self, settings: Settings) -> dict[str, str]:
        """Ours, without the secrets: the child gets the one it needs on its standard input."""
        secret = {server.password_env for server in settings.servers}
        return {name: value for name, value in self.environ.items() if name not in secret}

    async def _demonstration(self) -> ServerTarget:
        if self._relay is None or not self._relay.alive:
            await self._relay_stack.aclose()
            self._relay = await self._relay_stack.enter_async_context(demonstration_relay())
        return ServerTarget(
            url=self._relay.url,
            provider=DEMONSTRATION_LABEL,
            username=self._relay.username,
            password=self._relay.password,
        )


def _in_words(unusual: Unusual) -> UnusualFigure:
    return UnusualFigure(
        figure=str(unusual.figure),
        now=unusual.now,
        usual_low=unusual.usual_low,
        usual_high=unusual.usual_high,
        text=told(unusual).text,
    )


def _in_force(
    verdict: Verdict,
    prediction: Prediction,
    judgement: Judgement,
    facts: NetworkFacts,
    run_id: int | None,
) -> InForce:
    odds = (server for server in prediction.servers if server.url == judgement.server_url)
    return InForce(
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


async def targets_of(
    servers: tuple[ServerSetting, ...], environ: Mapping[str, str]
) -> tuple[ServerTarget, ...]:
    """Every URL of every server, with the credentials found for it."""
    now = time.time()
    # Side by side: a key ring that does not answer costs its limit once.
    all_found = await asyncio.gather(
        *(resolve(server, environ=environ, now=now) for server in servers)
    )
    return tuple(
        ServerTarget(
            url=url,
            provider=server.label or _host(url),
            username=found.username if isinstance(found, Credentials) else None,
            password=found.password if isinstance(found, Credentials) else "",
            ca_file=str(server.ca_file) if server.ca_file else None,
            problem=found.message if isinstance(found, SecretProblem) else None,
        )
        for server, found in zip(servers, all_found, strict=True)
        for url in server.urls
    )


def _host(url: str) -> str:
    try:
        return parse_turn_uri(url).host
    except TurnUriError:
        return url
