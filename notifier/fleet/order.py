"""The lines between the program and its process that sends: one :class:`Order` in, one
:class:`Report` out. The token goes in that way too, and never stands in an argument."""

import msgspec

from notifier.fleet.answer import Kind
from notifier.fleet.metrics import Level

__all__ = ["Order", "Report"]


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What to do."""

    state_dir: str
    url: str
    snapshot: bool
    """Take one first."""

    send: bool
    identity: Level
    device_id: str
    attributes: tuple[str, ...] = ()
    installed: str
    """By which kind of package."""

    token: str | None = None
    ca_file: str | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it."""

    kind: Kind | None = None
    """Of the last answer; None where nothing was sent."""

    retry_after: float | None = None
    status: int | None = None
    words: str = ""
    sent: int = 0
    """Snapshots that were taken."""

    lost: dict[str, int] = {}
    """Snapshots that never will be, by reason."""
