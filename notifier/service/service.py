"""The service: runs the test when it is due, listens to the machine, and tells its front ends.

It lives on one event loop (qasync's in the tray, a plain one in ``watch``) and is driven by one
task, which waits for the next run to be due or for something to change. Commands only note what
is wanted and wake that task, so they return at once; everything that happened comes as an
:data:`~notifier.service.events.Event`, after :attr:`Service.state` has been brought up to date.
"""

import asyncio
import contextlib
import logging
import math
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from notifier.calls.record import FeedbackRecord
from notifier.forecast.compose import with_media_device
from notifier.history.store import History
from notifier.machine.capture import microphone_in_use
from notifier.machine.devices import watch_devices
from notifier.machine.media import media_device_present
from notifier.machine.metered import metered
from notifier.machine.watch import started_at, watch
from notifier.measurement import Mode
from notifier.quality import CallFigures
from notifier.sct.process import run_test
from notifier.sentence import Sentence, sentence
from notifier.service.attached import Attached
from notifier.service.calls import Begun, Calls, Ended
from notifier.service.event_log import log_event
from notifier.service.events import (
    CallOver,
    Event,
    Limit,
    LimitChanged,
    Origin,
    ProgramReplaced,
    RunFailed,
    ScheduleChanged,
    ServerMeasured,
    ServiceProblem,
    ServiceState,
    SettingsChanged,
    Trigger,
    VerdictReached,
    VerdictRevised,
)
from notifier.service.job import Job, Measure
from notifier.service.learning import learn_habit
from notifier.service.polite import (
    Permission,
    Plan,
    allow,
    allow_by_hand,
    plan,
    plan_without_budget,
)
from notifier.service.purging import purge_history
from notifier.service.replaced import Installation
from notifier.service.schedule import Due, Schedule
from notifier.service.state import fold
from notifier.service.trial import Trial
from notifier.service.updating import Updating
from notifier.settings.load import Loaded, load
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from notifier.settings.policy import policy_state
from notifier.settings.template import write_first

if TYPE_CHECKING:
    from notifier.service.reporting import Reporting

__all__ = ["Service"]

SETTINGS_LOOK = 10.0
"""Seconds between two looks at the settings file, and at the token of web applications: somebody
may have changed them by hand, also while a call goes on."""

_FLEET = "fleet"
"""The folder of :mod:`notifier.fleet.shared`, which is not loaded to say so."""

INSTALLATION_LOOK = 5.0
"""Seconds between two looks at the program's own files once they are others."""

MICROPHONE_LOOK = 15.0
"""Seconds between two looks at the microphone while it keeps a run waiting."""

MICROPHONE_LIMIT = 4 * 3600.0
"""Seconds after which a microphone in use is no call any more but a program that keeps it open:
else such a program would end the tests for good. Until it is closed, it says nothing."""

BOOT = 120.0
"""Seconds after the machine was switched on in which the program was most likely started with it,
not by a person."""

CLOCK_STEP = 3600.0
"""Seconds by which the wall clock may be set before its word is no reason to delete anything."""

_MICROPHONE = ""
"""The call that is known by its microphone alone: no application can give its own this name."""

STOP_LIMIT = 10.0
"""Seconds for a run in hand to be given up when the program ends."""

log = logging.getLogger(__name__)


class Service:
    """Everything the program does but the windows.

    :param origin: the front end whose runs these are, for the history.
    :param environ: for secrets named by the settings, and for the probe.
    :param interval_s: between two runs, instead of the setting.
    :param watch_machine: notice changes of network and wake-ups without being told.
    :param measure_with: does the test; tests put their own figures in its place.
    """

    def __init__(
        self,
        paths: Paths,
        *,
        origin: Origin,
        environ: Mapping[str, str],
        interval_s: float | None = None,
        rng: random.Random | None = None,
        watch_machine: bool = True,
        measure_with: Measure = run_test,
    ) -> None:
        self._paths = paths
        self._rng = rng or random.Random()
        self._watch_machine = watch_machine
        self._interval_s = interval_s
        self._environ = environ
        self._listeners: list[Callable[[Event], None]] = []
        self._job = Job(paths, origin, environ, self._emit, measure_with=measure_with)
        self._trial = Trial(measure_with, self._job.lock, self._emit, environ, paths)
        self._networks, self._records = self._job.networks, self._job.records
        self._calls = Calls(self._networks, self._records, self._emit)
        self._modified = self._modification()
        self._loaded: Loaded = load(paths, environ)
        self.state = ServiceState(demonstration=not self.settings.servers)
        self._schedule = self._new_schedule()
        self._changed = asyncio.Event()
        self._run: asyncio.Task[VerdictReached | RunFailed] | None = None
        self._run_trigger: Trigger = "start"
        self._tasks: list[asyncio.Task[Any]] = []
        self._paused_wall: float | None = None
        self._full_at: dict[str, float] = {}
        """When the last full run on each network was."""

        self._telling = self._job.telling
        self._plan = plan_without_budget(self._interval)
        self._following: asyncio.Task[None] | None = None
        self._learning: asyncio.Task[None] | None = None
        self._purging: asyncio.Task[None] | None = None
        self._microphone_since: float | None = None
        self._started_at = started_at()
        self._installation = Installation()
        self._attached = Attached(self, self._calls, self._records, paths, self._emit)
        self._updating = Updating(
            paths.state_dir, lambda: self.settings, self._emit, environ, rng=self._rng
        )
        self._media_by_front_end = False
        self._looking: asyncio.Task[None] | None = None
        self._reporting: Reporting | None = None

    # What front ends read

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._loaded.settings

    @property
    def loaded(self) -> Loaded:
        """The settings in force with the origin of each, and what is wrong with the file."""
        return self._loaded

    @property
    def history(self) -> History | None:
        """The history; None where it cannot be opened."""
        return self._records.history

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Call ``listener`` with each event on the loop's thread; returns how to stop that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def on(self, name: str, callback: Callable[[dict[str, Any]], None]) -> Callable[[], None]:
        """Call back with plain records, under the names of the callstats API.

        ``preCallTestResults`` fires once a server, ``pctConnectionQualityChange`` once a run,
        after the last server.

        :raises ValueError: where there is no such event.
        """
        if name not in ("preCallTestResults", "pctConnectionQualityChange"):
            raise ValueError(f"there is no event {name!r}")

        def listener(event: Event) -> None:
            if isinstance(event, ServerMeasured) and name == "preCallTestResults":
                callback(msgspec.to_builtins(event.measurement.entry()))
            elif isinstance(event, VerdictReached) and name == "pctConnectionQualityChange":
                callback(msgspec.to_builtins(event.verdict))

        return self.subscribe(listener)

    # Life

    async def start(self) -> None:
        """Open the history, begin the schedule and watch the machine."""
        try:
            if write_first(self._paths):
                self._modified = self._modification()
        except OSError as error:
            log.info("no settings file was written: %s", error)
        await self._records.open_when_ready()
        self._telling.quiet.read(time.time() * 1000)
        if (last := self._records.last_call()) is not None:
            self.state = replace(self.state, over=CallOver(last, ask=False))
        await self._look_at_media()
        problems = tuple(str(problem) for problem in self._loaded.problems)
        if problems:
            self._emit(SettingsChanged(problems))
        self._schedule.start(
            self._now(),
            at_once=not self.settings.servers,
            booted=0 <= time.time() - self._started_at < BOOT,
        )
        self._tasks.append(asyncio.create_task(self._drive()))
        self._tasks.append(asyncio.create_task(self._updating.run()))
        await self._attached.start()
        self._report()
        if self._watch_machine:
            self._tasks.append(asyncio.create_task(self._watch()))
            self._tasks.append(asyncio.create_task(watch_devices(self._media_may_differ)))

    async def stop(self) -> None:
        """Give up a run in hand, end what was started and close the history."""
        if self._reporting is not None:
            await self._reporting.stop()
        await self._attached.stop()
        await self._trial.close()
        tasks, self._tasks = self._tasks, []
        others = (self._learning, self._purging, self._following, self._looking)
        tasks += [task for task in others if task is not None]
        for task in tasks:
            task.cancel()  # the run in hand with the one that waits for it
        if tasks:
            await asyncio.wait(tasks, timeout=STOP_LIMIT)
        await self._job.close()

    # Commands

    def run_now(self) -> None:
        """Start a run by hand; does nothing while one runs."""
        self._trigger("manual")

    def cancel_run(self) -> None:
        """End the run in hand without a verdict."""
        if self._run is not None:
            self._run.cancel()

    def try_server(self, setting: ServerSetting, secret: str | None) -> None:
        """Test a server that is not in the settings, lightly and without keeping anything.

        :class:`ServerTried` says what came of it. A test in hand is given up for it.

        :param secret: what to log in with; None has it looked up where the setting says.
        """
        self._trial.begin(setting, secret, self.settings)

    def cancel_trial(self) -> None:
        """End the trial in hand."""
        self._trial.cancel()

    def pause(self, seconds: float | None) -> None:
        """Start no run by itself for so many seconds; None until :meth:`resume`."""
        if seconds is None:
            self._paused_wall = math.inf
            self._schedule.pause(math.inf)
        else:
            self._paused_wall = (time.time() + seconds) * 1000
            self._schedule.pause(self._now() + seconds)
        self.cancel_run()
        self._changed.set()
        self._tell_schedule()

    def resume(self) -> None:
        """End a pause."""
        self._schedule.resume(self._now())
        self._changed.set()
        self._tell_schedule()

    def quiet_for_today(self) -> None:
        """Show no notification until the night is over, also after a new start."""
        self._telling.quiet.for_today(time.time() * 1000)
        self._changed.set()

    def end_quiet(self) -> None:
        """Take :meth:`quiet_for_today` back."""
        self._telling.quiet.end()
        self._changed.set()

    def network_changed(self) -> None:
        """There is a new network, or one is gone."""
        self._trigger("network")

    def going_to_sleep(self) -> None:
        """The machine is about to sleep: no run by itself before it wakes.

        Any run in hand is given up, for its figures would be wrong; waking up makes another.
        """
        self._schedule.sleep(self._now())
        self.cancel_run()
        self._changed.set()

    def session_in_front(self, front: bool) -> None:
        """Whether this person has the screen, or somebody else who is logged in at this machine.

        While it is somebody else, no run is made by itself, and one in hand that nobody asked for
        is given up: nobody looks, and the network is the other's to use. Coming back makes one.
        """
        if front:
            self._schedule.come_back(self._now())
        else:
            self._schedule.leave()
            if self._run_trigger != "manual":
                self.cancel_run()
        self._changed.set()

    def woke_up(self) -> None:
        """The machine was asleep."""
        self._schedule.wake()
        self._updating.woke_up()
        # The monotonic clock stood still meanwhile; the pause was meant by the one on the wall.
        if self._paused_wall is not None and self._schedule.paused(self._now()):
            self._schedule.shorten_pause(self._now() + self._paused_wall / 1000 - time.time())
        self._trigger("wake")
        self._tell_schedule()

    def call_started(self, call_id: str, begun: Begun | None = None) -> None:
        """A call goes on: no run by itself until it is over; one in hand is given up.

        :param call_id: tells this call from others; starting it again changes nothing.
        :param begun: of a call that went on before this program was started.
        """
        self._calls.begin(call_id, begun)
        self._schedule.hold()
        if self._run is not None and self._run_trigger != "manual":
            self._schedule.trigger(self._run_trigger, self._now())  # made up for after the call
            self.cancel_run()
        self._tell_limit(Limit("call", "none"))
        self._changed.set()

    def call_ended(
        self, call_id: str, figures: CallFigures | None = None, *, duration_ms: float = 0.0
    ) -> Ended | None:
        """The call is over; what the last of several has held up comes soon after it.

        :param figures: what the call got: compared with the forecast that it began with.
        :param duration_ms: of what the figures are of.
        :returns: None where there was no such call.
        """
        ended = self._calls.end(call_id, figures, duration_ms=duration_ms)
        if ended is not None:
            if not self._calls:
                self._schedule.release(self._now())
                self._tell_limit(None)
            self._changed.set()
        return ended

    def rate_call(self, call_id: str, feedback: FeedbackRecord) -> None:
        """The person says how a call was; it goes into the call's record."""
        self._attached.rate(call_id, feedback)

    def dismiss_update(self) -> None:
        """The person has seen that there is a newer version: say no more of this one."""
        self._updating.dismiss()

    def run_for_application(self) -> None:
        """Make a run soon, as polite as those of the schedule."""
        self._trigger("application")

    def media_devices_changed(self, present: bool | None) -> None:
        """Whether a microphone or camera exists; None where that cannot be told."""
        self._media_by_front_end = True
        self._follow_media(present)

    def reload_settings(self) -> None:
        """Read the settings file again."""
        before, by_policy = self.settings, self._servers_by_policy
        self._modified = self._modification()  # first: what is written meanwhile is read next time
        self._loaded = load(self._paths, self._environ, before=self._loaded)
        self._follow(plan_without_budget(self._interval))  # until the next run knows better
        demonstration = not self.settings.servers
        if demonstration != self.state.demonstration:
            # What was found with the demonstration's relay says nothing of a network, nor the
            # other way round.
            self.state = replace(self.state, demonstration=demonstration, last=None, call=None)
            self.cancel_run()
        self._emit(SettingsChanged(tuple(str(problem) for problem in self._loaded.problems)))
        if self.settings.servers != before.servers:
            everybody = by_policy or self._servers_by_policy
            self._schedule.trigger("settings", self._now(), everybody=everybody)
        self._following = asyncio.create_task(self._attached.follow())
        self._updating.follow()
        self._report()
        self._changed.set()

    def notification_delivered(self, row: int | None, by: str) -> None:
        """A notification was shown: by "freedesktop", "tray", "window", or "none" could."""
        self._records.set_delivered(row, by)

    # Inside

    async def _drive(self) -> None:
        while True:
            self._changed.clear()
            self._look_at_settings()
            now = self._now()
            self._look_at_microphone(now)
            if not await self._look_at_installation(now):
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(INSTALLATION_LOOK):
                        await self._changed.wait()
                continue
            await self._tell_held()
            due = self._schedule.due(now)
            if due is not None and due.at <= now:
                await self._begin(due)
                continue
            self._tell_schedule()
            looks = [now + SETTINGS_LOOK]
            if (wake_at := self._schedule.wake_at(now)) is not None:
                looks.append(wake_at)
            if _MICROPHONE in self._calls:
                looks.append(now + MICROPHONE_LOOK)
            if (look_at := self._telling.next_look(self.settings)) is not None:
                looks.append(now + look_at / 1000 - time.time())
            try:
                async with asyncio.timeout_at(min(looks)):
                    await self._changed.wait()
            except TimeoutError:
                continue

    async def _begin(self, due: Due) -> None:
        """Make the run that is due, or as much of it as is polite."""
        await self._trial.over()
        try:
            permission = await self._permission(due)
            await self._look_at_media()  # what came through the sound server alone, unannounced
        except Exception:
            log.exception("it is not known what this run may load")
            self._schedule.put_off(self._now())
            return
        if self._schedule.due(self._now()) != due:
            return  # Something happened meanwhile: a call, a pause, a run asked for by hand.
        if due.trigger != "manual":
            self._tell_limit(permission.limit)
        if permission.mode is None:
            self._schedule.put_off(self._now())
            return
        await self._run_once(due.trigger, permission.mode, permission)
        self._prune()
        self._purge()
        self._learn()

    async def _permission(self, due: Due) -> Permission:
        if not self.settings.servers:  # The embedded relay is on nobody's network.
            return Permission(self._mode(due), "full", call_check=False, limit=None)
        is_metered = bool(await metered(self._environ))
        # Of two programs of this person one is told of calls; the other one reads of them.
        in_call = bool(self._calls) or self._attached.elsewhere()
        if due.trigger == "manual":
            return allow_by_hand(metered=is_metered, in_call=in_call)
        if in_call:
            return Permission(None, None, call_check=False, limit=Limit("call", "none"))
        budget = self.settings.data_budget_mb * 1e6
        spent = self._job.spent()
        costs = self._job.expected_costs(
            frozenset(url for server in self.settings.servers for url in server.urls)
        )
        if budget:
            self._follow(plan(budget=budget, spent=spent, costs=costs, interval=self._interval))
        return allow(
            self._mode(due),
            budget=budget,
            spent=spent,
            costs=costs,
            further_apart=self._plan.further_apart,
            metered=is_metered,
            on_metered=self.settings.on_metered,
        )

    async def _run_once(self, trigger: Trigger, mode: Mode, permission: Permission) -> None:
        busy = False
        try:
            self._schedule.run_started()
            self._tell_schedule()
            self._run_trigger = trigger
            self._run = asyncio.create_task(
                self._job.run(
                    self.settings,
                    mode=mode,
                    trigger=trigger,
                    confirm=permission.confirm,
                    call_check=None if permission.call_check else False,
                    limit=permission.limit,
                )
            )
            outcome = await self._run
            busy = isinstance(outcome, RunFailed) and outcome.reason == "busy"
            if isinstance(outcome, VerdictReached) and outcome.verdict.mode == "full":
                self._full_at[outcome.network_id] = self._now()
            if isinstance(outcome, VerdictReached) and (
                outcome.verdict.unsure or self._telling.wants_another
            ):
                self._schedule.trigger("unsure", self._now())  # made due when this run has ended
        except asyncio.CancelledError:
            if self._run is not None and self._run.cancelled():
                self._emit(RunFailed("cancelled", sentence("the test was cancelled")))
            current = asyncio.current_task()
            if current is not None and current.cancelling():
                raise
        except Exception:
            # A bug must cost one run, not the schedule.
            log.exception("the run failed")
            reason = sentence("the test failed for a reason that is in the log")
            self._emit(RunFailed("crashed", reason))
        finally:
            self._run = None
            self._schedule.run_ended(self._now(), busy=busy)

    def _mode(self, due: Due) -> Mode:
        """Full where something may have changed, and from time to time; else light."""
        if due.trigger not in ("schedule", "network", "session", "application"):
            return "full"
        # A network that came back is one that we know: a light run says whether it is as it was.
        full_at = self._full_at.get(self._networks.now())
        fresh = full_at is not None and self._now() - full_at < self._plan.full_interval
        return "light" if fresh else "full"

    # What is polite

    @property
    def _interval(self) -> float:
        """Between two runs, as somebody wants it."""
        return self._interval_s or self.settings.interval_s

    def _follow(self, made: Plan) -> None:
        self._plan = made
        self._schedule.change(interval=made.interval, spread=self.settings.spread, now=self._now())

    async def _look_at_installation(self, now: float) -> bool:
        """Whether the program is still the one that was started; else no run is begun."""
        look = self._installation.look()
        if look in ("new", "gone") and not self._calls:
            fault = await self._installation.fault(self._environ) if look == "new" else None
            if self._calls:
                return False  # one has begun meanwhile
            due = self._schedule.due(now)
            asked = due is not None and due.trigger == "manual"
            if fault is None:
                self._emit(ProgramReplaced(gone=look == "gone", asked=asked))
            else:
                self._go_on_in_spite_of(fault, now, asked=asked)
        return look == "same"

    def _go_on_in_spite_of(self, fault: Sentence, now: float, *, asked: bool) -> None:
        """Stay, since what would come after this program cannot be started, and say so."""
        problem = ServiceProblem("installation", fault)
        if problem not in self.state.surroundings:
            self._emit(problem)
        if asked:
            self._schedule.put_off(now)
            self._emit(RunFailed("crashed", fault))

    @property
    def _servers_by_policy(self) -> bool:
        """The servers in force are an organisation's, as they are on its other machines."""
        return self._loaded.origin("server").source in ("policy", "policy-default")

    def _look_at_settings(self) -> None:
        if self._modification() != self._modified:
            self.reload_settings()

    async def _tell_held(self) -> None:
        """Tell what was kept quiet, where nobody wants quiet any more."""
        try:
            await self._telling.look(self.settings, self._networks.now)
        except Exception:
            log.exception("what was kept quiet is not told")

    def _look_at_microphone(self, now: float) -> None:
        """Take a microphone in use for a call, where that matters: a run is due or waits."""
        waiting = self._schedule.waiting(now)
        if not waiting and _MICROPHONE not in self._calls:
            return
        if not microphone_in_use():
            self._microphone_since = None
            self.call_ended(_MICROPHONE)
            return
        if self._microphone_since is None:
            self._microphone_since = now
        if now - self._microphone_since >= MICROPHONE_LIMIT:
            self.call_ended(_MICROPHONE)
        elif _MICROPHONE not in self._calls:
            self.call_started(_MICROPHONE)

    def _tell_limit(self, limit: Limit | None) -> None:
        if limit != self.state.limit:
            self._emit(LimitChanged(limit))

    def _media_may_differ(self) -> None:
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look_at_media())

    async def _look_at_media(self) -> None:
        """Ask the machine, where no front end knows better."""
        if self._media_by_front_end:
            return
        present = await asyncio.to_thread(media_device_present)
        if not self._media_by_front_end:  # it may have been told meanwhile
            self._follow_media(present)

    def _follow_media(self, present: bool | None) -> None:
        """Let the verdict in force say whether a call finds a microphone or a camera."""
        if present == self._job.media_present:
            return
        self._job.media_present = present
        last = self.state.last
        if last is not None:
            verdict = with_media_device(
                last.verdict, present=present, demonstration=last.demonstration
            )
            if verdict != last.verdict:
                self._emit(VerdictRevised(replace(last, verdict=verdict)))

    async def _watch(self) -> None:
        try:
            await watch(
                self.network_changed,
                self.woke_up,
                self.going_to_sleep,
                self.session_in_front,
                self._environ,
            )
        except Exception:
            log.exception("changes of network, sleep and session are not noticed any more")

    def _trigger(self, kind: Trigger) -> None:
        self._schedule.trigger(kind, self._now())
        self._changed.set()

    def _tell_schedule(self) -> None:
        now = self._now()
        due = self._schedule.due(now)
        if not self._schedule.paused(now):
            self._paused_wall = None
        next_run = None if due is None else time.time() * 1000 + (due.at - now) * 1000
        known = self.state
        if known.paused_until != self._paused_wall or _differ(known.next_run, next_run):
            self._emit(ScheduleChanged(next_run, self._paused_wall))

    def _prune(self) -> None:
        """Delete a bounded number of runs that are older than the person wants to keep."""
        if abs(started_at() - self._started_at) > CLOCK_STEP:
            log.info("the clock was set: nothing is deleted until the next start")
            return
        try:
            self._records.prune(self.settings.retention_days)
        except Exception:
            log.exception("old runs were not deleted")

    def _purge(self) -> None:
        """Remove what a person deleted, where it can be undone no more."""
        if self._purging is None or self._purging.done():
            self._purging = asyncio.create_task(self._purge_history())

    async def _purge_history(self) -> None:
        try:
            await purge_history(self._records)
        except Exception:
            log.exception("what was deleted is not removed yet")

    def _learn(self) -> None:
        """Learn what is usual here, beside everything else, where it is time to."""
        if self._learning is None or self._learning.done():
            self._learning = asyncio.create_task(self._learn_habit())

    async def _learn_habit(self) -> None:
        try:
            await learn_habit(self._networks, self._records, self.settings, self._environ)
        except Exception:
            log.exception("what is usual on this network was not learnt")

    def _report(self) -> None:
        """Report figures where policy wants them; else nothing of that is even loaded."""
        settings = self.settings
        if settings.fleet_collector is None and settings.fleet_textfile is None:
            if self._reporting is not None:
                self._tasks.append(asyncio.create_task(self._reporting.end()))
                self._reporting = None
            elif (self._paths.state_dir / _FLEET).exists():
                # Policy wanted some when the program ran last.
                from notifier.fleet.shared import forget

                self._tasks.append(
                    asyncio.create_task(asyncio.to_thread(forget, self._paths.state_dir))
                )
            return
        if self._reporting is not None:
            self._reporting.follow()
            return
        from notifier.service.reporting import Reporting

        self._reporting = Reporting(self, self._paths, self._environ)
        self._reporting.start()

    def _emit(self, event: Event) -> None:
        log_event(event)
        self.state = fold(self.state, event)
        self._attached.tell(event)
        for listener in list(self._listeners):
            try:
                listener(event)
            except Exception:
                log.exception("a listener failed on %s", type(event).__name__)

    def _new_schedule(self) -> Schedule:
        return Schedule(
            interval=self._interval,
            spread=self.settings.spread,
            rng=self._rng,
        )

    def _modification(self) -> tuple[object, ...]:
        files = (self._paths.config_file, self._paths.feed_token_file)
        return (*map(_modified_ns, files), policy_state(self._paths))

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()


def _modified_ns(file: Path) -> int | None:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return None


def _differ(a: float | None, b: float | None) -> bool:
    """Whether two times of the wall clock differ by more than a person would notice."""
    if a is None or b is None:
        return a is not b
    return abs(a - b) > 1000
