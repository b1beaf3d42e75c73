"""The only vocabulary between the engine and its front ends: small frozen events.

State flows one way. The service emits these; the tray and the command line read them and never
an engine object. Sentences for people are not in here, but for the code tables' own.
"""

from dataclasses import dataclass
from typing import Literal

from notifier.calls.live import LiveCall
from notifier.calls.record import CallRecord
from notifier.forecast.report_card import Comparison
from notifier.measurement import Mode, RunMeasurement, ServerMeasurement
from notifier.notify.rule import Decision
from notifier.probe.request import Phase
from notifier.settings.model import ServerSetting
from notifier.updates.offer import Offer
from notifier.verdict import Verdict

__all__ = [
    "CallCompared",
    "CallLive",
    "CallOver",
    "Event",
    "FailureReason",
    "Limit",
    "LimitChanged",
    "LimitReason",
    "NotificationDecided",
    "Origin",
    "Phase",
    "ProblemCode",
    "ProblemOver",
    "ProgramReplaced",
    "QuietChanged",
    "RunFailed",
    "RunProgress",
    "RunStarted",
    "ScheduleChanged",
    "ServerMeasured",
    "ServerTried",
    "ServiceProblem",
    "ServiceState",
    "SettingsChanged",
    "TrialProblem",
    "TrialProgress",
    "Trigger",
    "UpdateChanged",
    "VerdictReached",
    "VerdictRevised",
]

Trigger = Literal[
    "start",
    "schedule",
    "network",
    "wake",
    "session",
    "settings",
    "manual",
    "unsure",
    "application",
]
"""Why a run was started; ``session``: the person has the screen again, after another one had it;
``unsure``: to make sure of what the last one found; ``application``: one that makes calls asked for
it, before a call."""

FailureReason = Literal["cancelled", "crashed", "time-limit", "busy", "credentials"]
"""Why a run gave no verdict; ``busy``: another process of this person runs the test;
``credentials``: for no server is there a password to be had, which says nothing of the network."""

Origin = Literal["tray", "watch", "probe"]
"""Which front end the run belongs to."""


LimitReason = Literal["call", "budget", "metered"]
"""Why runs are held back: a call goes on, the day's data budget, a metered connection."""


@dataclass(frozen=True, slots=True)
class Limit:
    """Runs are fewer or lighter than the schedule would have them, out of politeness."""

    reason: LimitReason
    left: Literal["fewer", "light", "none"]
    """What is still run: all, but further apart than the settings say; light runs; nothing."""


@dataclass(frozen=True, slots=True)
class RunStarted:
    """A run has begun."""

    mode: Mode
    trigger: Trigger
    demonstration: bool
    """It goes to the embedded relay: the figures say nothing about the person's network."""

    limit: Limit | None = None
    """Why it is lighter than it was asked for; None: it is as asked for."""


@dataclass(frozen=True, slots=True)
class RunProgress:
    """A run has come this far; at most ten a second."""

    phase: Phase
    server: str
    """The URI being worked on; empty while several are."""

    fraction: float
    """0..1 of the whole run, never falling."""

    seconds_left: float


@dataclass(frozen=True, slots=True)
class ServerMeasured:
    """One server is done (``preCallTestResults``)."""

    measurement: ServerMeasurement


@dataclass(frozen=True, slots=True)
class VerdictReached:
    """A run is over and judged (``pctConnectionQualityChange``), after the last server."""

    verdict: Verdict
    measurement: RunMeasurement
    network_id: str
    """Keyed hash that recognises this network again and tells nobody else anything."""

    trigger: Trigger
    demonstration: bool
    run_id: int | None
    """The row in the history; None where it could not be written."""

    model: str | None = None
    """The model that made a forecast of this run; None where none did."""


@dataclass(frozen=True, slots=True)
class VerdictRevised:
    """The last verdict as it is now, where a microphone or a camera came or went after its run.

    The run's own record stays as it was; nobody is notified, and no application is told.
    """

    reached: VerdictReached


@dataclass(frozen=True, slots=True)
class RunFailed:
    """A run gave no verdict."""

    reason: FailureReason
    detail: str


@dataclass(frozen=True, slots=True)
class NotificationDecided:
    """Whether this verdict is told, and why; the front end shows it where ``decision.show``."""

    verdict: Verdict
    decision: Decision
    notification_row: int | None
    """The row in the history; None where it could not be written."""


@dataclass(frozen=True, slots=True)
class ScheduleChanged:
    """When the next run is due, or until when there is none."""

    next_run: float | None
    """Wall clock, milliseconds since 1970; None while paused or running."""

    paused_until: float | None
    """Milliseconds since 1970; infinity until resumed by hand; None while not paused."""


@dataclass(frozen=True, slots=True)
class QuietChanged:
    """Somebody asked for a day without notifications, took that back, or the day is over."""

    quiet_until: float | None
    """Milliseconds since 1970; None: notifications are shown."""


@dataclass(frozen=True, slots=True)
class LimitChanged:
    """Runs that nobody asked for are held back in another way than before."""

    limit: Limit | None
    """None: nothing holds them back any more."""


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """The settings were read again."""

    problems: tuple[str, ...]
    """One sentence a wrong key, with its line; the rest is in force."""


ProblemCode = Literal[
    "history",
    "history-replaced",
    "secret",
    "relay",
    "forecast",
    "feed",
    "websocket",
    "installation",
]
"""The history cannot be used, or was begun anew; a password is not to be had; the embedded relay
does not start; no model could be asked, so the threshold rule stands in for it; no calls can be
reported, or none by web applications; what was installed in this program's place cannot be started.
All but ``history-replaced`` end by themselves."""


@dataclass(frozen=True, slots=True)
class ServiceProblem:
    """Something around runs and calls failed that a person should know."""

    code: ProblemCode
    message: str


@dataclass(frozen=True, slots=True)
class ProblemOver:
    """What kept calls from being reported does so no more."""

    code: ProblemCode


@dataclass(frozen=True, slots=True)
class UpdateChanged:
    """There is a newer version, or none any more, or its notice was put away."""

    offer: Offer | None
    seen: bool
    """The person has put its notice away."""


@dataclass(frozen=True, slots=True)
class CallCompared:
    """A call is over, and was compared with the forecast that it began with."""

    call_id: str
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class CallLive:
    """How the call goes that goes on; at most once a second."""

    call: LiveCall | None
    """None: no attached call goes on any more."""


@dataclass(frozen=True, slots=True)
class CallOver:
    """An attached call is over, and is in the history; or its record has changed since."""

    record: CallRecord
    ask: bool
    """The person may be asked how it was: once a call, where the settings want it, and nobody has
    said so yet."""


@dataclass(frozen=True, slots=True)
class ProgramReplaced:
    """The program's files are another version's now, or gone, and this one should make way.

    Said again at each look, while no call goes on: a front end may have something to finish.
    """

    gone: bool
    """There is no program any more to start."""

    asked: bool = False
    """Somebody waits for a test, which the program that lies there now has to make."""


TrialProblem = Literal["cancelled", "crashed", "time-limit", "busy", "credentials", "secret"]
"""Why a trial says nothing of its server; as :data:`FailureReason`, and ``secret``: the password is
not to be had where the setting says that it is."""


@dataclass(frozen=True, slots=True)
class TrialProgress:
    """The trial of a server has come this far; as :class:`RunProgress`."""

    phase: Phase | None
    """None: it waits for a run that goes on."""

    server: str = ""
    fraction: float = 0.0
    seconds_left: float = 0.0


@dataclass(frozen=True, slots=True)
class ServerTried:
    """A trial is over; nothing of it is kept."""

    setting: ServerSetting
    servers: tuple[ServerMeasurement, ...] = ()
    """One for each address, in their order; empty where there was a problem."""

    captive_portal: bool = False
    """A page that asks for a login stands between this network and the rest."""

    problem: TrialProblem | None = None
    detail: str = ""
    """Raw words behind the problem; of ``secret`` a sentence."""


Event = (
    RunStarted
    | RunProgress
    | ServerMeasured
    | ServerTried
    | TrialProgress
    | VerdictReached
    | VerdictRevised
    | RunFailed
    | NotificationDecided
    | CallCompared
    | CallLive
    | CallOver
    | ScheduleChanged
    | QuietChanged
    | LimitChanged
    | SettingsChanged
    | ServiceProblem
    | ProblemOver
    | UpdateChanged
    | ProgramReplaced
)


@dataclass(frozen=True, slots=True)
class ServiceState:
    """Where the service stands: what a window that opens now has to show."""

    last: VerdictReached | None = None
    progress: RunProgress | None = None
    """The run in hand; None while none runs."""

    run_limit: Limit | None = None
    """Why the run in hand is lighter than it was asked for."""

    failed: RunFailed | None = None
    """The last run gave no verdict; cleared by the next one that does."""

    next_run: float | None = None
    """As in :class:`ScheduleChanged`."""

    paused_until: float | None = None
    quiet_until: float | None = None
    """As in :class:`QuietChanged`; the quiet hours of the settings are not in it."""

    limit: Limit | None = None
    """What holds back runs that nobody asked for, as of the last look."""

    demonstration: bool = False
    """No server is configured: runs go to the embedded relay."""

    problems: tuple[str, ...] = ()
    """Sentences about settings and surroundings that need somebody's attention."""

    surroundings: tuple[ServiceProblem, ...] = ()
    """Those of them that are not about the settings; each stays until it is over."""

    call: CallCompared | None = None
    """The call that was over last; None once there is a newer verdict."""

    live: LiveCall | None = None
    """The attached call that goes on; None while there is none."""

    over: CallOver | None = None
    """The attached call that was over last."""

    update: Offer | None = None
    """A version above this one; None: none is known."""

    update_seen: bool = False
    """As in :class:`UpdateChanged`."""
