"""The service as the windows and the tray see it: what they may read and what they may ask for.

The real one is :class:`notifier.service.service.Service`. The front ends are written against this
protocol, so that a test can hand them a service that measures nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from notifier.calls.record import FeedbackRecord
from notifier.service.events import Event, ServiceState
from notifier.settings.load import Loaded
from notifier.settings.model import ServerSetting, Settings

if TYPE_CHECKING:
    from notifier.history.store import History

__all__ = ["ServiceLike"]


class ServiceLike(Protocol):
    """What :class:`notifier.service.service.Service` offers to front ends.

    Every command returns at once; what came of it arrives as an event.
    """

    @property
    def state(self) -> ServiceState:
        """Where the service stands; already up to date when an event is delivered."""

    @property
    def settings(self) -> Settings:
        """The settings in force."""

    @property
    def loaded(self) -> Loaded:
        """The settings in force with the origin of each."""

    @property
    def history(self) -> History | None:
        """The local history; None where it cannot be opened."""

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Call ``listener`` with each event, on the loop's thread; returns the unsubscribe."""

    def run_now(self) -> None:
        """Start a run by hand; does nothing while one runs."""

    def cancel_run(self) -> None:
        """End the run in hand without a verdict."""

    def try_server(self, setting: ServerSetting, secret: str | None) -> None:
        """Test a server that is not in the settings; None has the secret looked up."""

    def cancel_trial(self) -> None:
        """End the test of such a server."""

    def pause(self, seconds: float | None) -> None:
        """Start no run by itself for so many seconds; None until :meth:`resume`."""

    def resume(self) -> None:
        """End a pause."""

    def quiet_for_today(self) -> None:
        """Show no notification until the night is over (``state.quiet_until``)."""

    def end_quiet(self) -> None:
        """Take :meth:`quiet_for_today` back."""

    def network_changed(self) -> None:
        """There is a new network, or one is gone."""

    def woke_up(self) -> None:
        """The machine was asleep."""

    def media_devices_changed(self, present: bool | None) -> None:
        """Whether a microphone or camera exists; None where that cannot be told."""

    def reload_settings(self) -> None:
        """Read the settings file again."""

    def notification_delivered(self, row: int | None, by: str) -> None:
        """A notification was shown: by "freedesktop", "tray", "window", or "none" could."""

    def rate_call(self, call_id: str, feedback: FeedbackRecord) -> None:
        """The person said how a call was, while it goes on or afterwards."""

    def dismiss_update(self) -> None:
        """The person has seen that there is a newer version (``state.update_seen``)."""
