"""From the service's events to Qt signals: the only place where the two meet.

Windows and the tray connect to these signals, read ``service.state`` and send commands; they never
see the engine's objects. The service calls its listeners on the thread of its loop, which in the
desktop program is the thread of the windows, so that everything here is an ordinary direct call.
"""

from PySide6.QtCore import QObject, Signal

from notifier.service.events import (
    CallCompared,
    CallLive,
    CallOver,
    Event,
    LimitChanged,
    NotificationDecided,
    ProgramReplaced,
    RunFailed,
    RunProgress,
    RunStarted,
    ScheduleChanged,
    ServerMeasured,
    ServerTried,
    ServiceProblem,
    SettingsChanged,
    TrialProgress,
    VerdictReached,
)
from ui.service_like import ServiceLike

__all__ = ["Bridge"]


class Bridge(QObject):
    """Emits one signal for each event of the service, and ``state_changed`` after each.

    ``service.state`` is already up to date when a signal is emitted.
    """

    run_started = Signal(RunStarted)
    run_progress = Signal(RunProgress)
    server_measured = Signal(ServerMeasured)
    server_tried = Signal(ServerTried)
    trial_progress = Signal(TrialProgress)
    verdict_reached = Signal(VerdictReached)
    run_failed = Signal(RunFailed)
    notification_decided = Signal(NotificationDecided)
    call_compared = Signal(CallCompared)
    call_live = Signal(CallLive)
    call_over = Signal(CallOver)
    schedule_changed = Signal(ScheduleChanged)
    limit_changed = Signal(LimitChanged)
    settings_changed = Signal(SettingsChanged)
    problem = Signal(ServiceProblem)
    program_replaced = Signal(ProgramReplaced)
    state_changed = Signal()

    def __init__(self, service: ServiceLike, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsubscribe = service.subscribe(self._pass_on)
        # With the window it belongs to: an event after that would have nowhere to go.
        self.destroyed.connect(self._unsubscribe)

    def close(self) -> None:
        """Stop listening; no signal is emitted after this."""
        self._unsubscribe()

    def _pass_on(self, event: Event) -> None:
        match event:
            case RunStarted():
                self.run_started.emit(event)
            case RunProgress():
                self.run_progress.emit(event)
            case ServerMeasured():
                self.server_measured.emit(event)
            case ServerTried():
                self.server_tried.emit(event)
            case TrialProgress():
                self.trial_progress.emit(event)
            case VerdictReached():
                self.verdict_reached.emit(event)
            case RunFailed():
                self.run_failed.emit(event)
            case NotificationDecided():
                self.notification_decided.emit(event)
            case CallCompared():
                self.call_compared.emit(event)
            case CallLive():
                self.call_live.emit(event)
            case CallOver():
                self.call_over.emit(event)
            case ScheduleChanged():
                self.schedule_changed.emit(event)
            case LimitChanged():
                self.limit_changed.emit(event)
            case SettingsChanged():
                self.settings_changed.emit(event)
            case ServiceProblem():
                self.problem.emit(event)
            case ProgramReplaced():
                self.program_replaced.emit(event)
        self.state_changed.emit()
