"""What an organisation has set up around the program: figures for its fleet, news of versions."""

import time
from typing import Any

import msgspec

from notifier.diagnostics.part import Asked
from notifier.fleet.shared import FOLDER, standing
from notifier.history.export import utc
from notifier.updates.kept import read_kept

__all__ = ["fleet", "updates"]


def fleet(asked: Asked) -> dict[str, Any]:
    """Whether figures are sent to the organisation, and how that stands."""
    settings = asked.loaded().settings
    tally = standing(asked.paths.state_dir)
    folder = asked.paths.state_dir / FOLDER
    waiting = [file for file in folder.rglob("*.json.gz") if file.is_file()]
    return {
        "collector": settings.fleet_collector is not None,
        "textfile": settings.fleet_textfile is not None,
        "identity": settings.fleet_identity,
        "waiting": {"files": len(waiting), "octets": sum(file.stat().st_size for file in waiting)},
        "snapshotAt": None if tally is None else utc(tally.snapshot_at * 1000),
        "plan": None if tally is None else msgspec.to_builtins(tally.plan),
        "refusal": None if tally is None else tally.refusal,
    }


def updates(asked: Asked) -> dict[str, Any]:
    """When somebody was asked for a newer version, and what was found."""
    settings = asked.loaded().settings
    kept = read_kept(asked.paths.state_dir)
    return {
        "check": settings.updates_check,
        "asked": kept.asked,
        "looked": None if kept.looked is None else utc(kept.looked * 1000),
        "hoursAgo": None if kept.looked is None else round((time.time() - kept.looked) / 3600, 1),
        "offer": None if kept.offer is None else msgspec.to_builtins(kept.offer),
        "noticePutAway": kept.seen or None,
    }
