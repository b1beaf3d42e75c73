"""A service that measures nothing: tests say what happens, and read what the windows asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from notifier.calls.record import FeedbackRecord
from notifier.service.events import (
    Event,
    QuietChanged,
    ServiceState,
    SettingsChanged,
    UpdateChanged,
)
from notifier.service.state import fold
from notifier.settings.load import Loaded, load
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths

if TYPE_CHECKING:
    from notifier.history.store import History

__all__ = ["FakeService"]


class FakeService:
    """Satisfies :class:`ui.service_like.ServiceLike`.

    ``commands`` holds what was asked for, in order, as tuples: ``("run_now",)``,
    ``("pause", 900.0)`` and so on. :meth:`emit` does what the real service does with an event:
    it folds it into ``state`` and then calls the listeners.

    :param paths: :meth:`reload_settings` reads the settings file there; None only notes the call.
    """

    def __init__(
        self,
        *,
        settings: Settings | None = None,
        history: History | None = None,
        state: ServiceState | None = None,
        paths: Paths | None = None,
    ) -> None:
        self._paths = paths
        self.settings = settings or Settings()
        self._loaded = Loaded(self.settings, {}, (), Path(), ())
        self.history = history
        self.state = state or ServiceState()
        self.commands: list[tuple[object, ...]] = []
        self.quiet_ends = 4_102_444_800_000.0
        """Until when :meth:`quiet_for_today` is quiet: far ahead, in 2100."""

        self._listeners: list[Callable[[Event], None]] = []

    @property
    def loaded(self) -> Loaded:
        """What :meth:`reload_settings` found, with the settings that a test has put here since."""
        return replace(self._loaded, settings=self.settings)

    @property
    def listener_count(self) -> int:
        """How many listeners have not unsubscribed."""
        return len(self._listeners)

    def emit(self, event: Event) -> None:
        """Let an event happen."""
        self.state = fold(self.state, event)
        for listener in tuple(self._listeners):
            listener(event)

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def run_now(self) -> None:
        self.commands.append(("run_now",))

    def cancel_run(self) -> None:
        self.commands.append(("cancel_run",))

    def try_server(self, setting: ServerSetting, secret: str | None) -> None:
        self.commands.append(("try_server", setting, secret))

    def cancel_trial(self) -> None:
        self.commands.append(("cancel_trial",))

    def pause(self, seconds: float | None) -> None:
        self.commands.append(("pause", seconds))

    def resume(self) -> None:
        self.commands.append(("resume",))

    def quiet_for_today(self) -> None:
        self.commands.append(("quiet_for_today",))
        self.emit(QuietChanged(self.quiet_ends))

    def end_quiet(self) -> None:
        self.commands.append(("end_quiet",))
        self.emit(QuietChanged(None))

    def network_changed(self) -> None:
        self.commands.append(("network_changed",))

    def woke_up(self) -> None:
        self.commands.append(("woke_up",))

    def media_devices_changed(self, present: bool | None) -> None:
        self.commands.append(("media_devices_changed", present))

    def reload_settings(self) -> None:
        self.commands.append(("reload_settings",))
        if self._paths is not None:
            loaded = self._loaded = load(self._paths, {})
            self.settings = loaded.settings
            self.emit(SettingsChanged(tuple(str(problem) for problem in loaded.problems)))

    def notification_delivered(self, row: int | None, by: str) -> None:
        self.commands.append(("notification_delivered", row, by))

    def rate_call(self, call_id: str, feedback: FeedbackRecord) -> None:
        self.commands.append(("rate_call", call_id, feedback))

    def dismiss_update(self) -> None:
        self.commands.append(("dismiss_update",))
        self.emit(UpdateChanged(self.state.update, seen=True))
