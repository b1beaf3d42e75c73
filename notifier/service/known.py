"""What the last full run on a network found, for those after it that measure less."""

import logging
import time

from notifier.forecast.features import known_from
from notifier.history.errors import HistoryError
from notifier.history.rows import RunSummary
from notifier.history.store import History
from notifier.measurement import ServerEntry
from notifier.prediction import Known

__all__ = ["known_on"]

_LOOK_BACK = (30, 500)
"""Runs searched for the last full one on a network: first some hours of them, where it mostly is,
then more than a day."""

_AHEAD_MS = 60_000.0
"""By which clocks are corrected all the time."""

_TELLING_BOUND = 2500.0
"""Kbit/s: "at least" less than this, of a search that losses or a lack of time broke off, says
nothing of what the line carries once it is well again; at least more than this is enough for
everything (:mod:`notifier.quality`)."""

log = logging.getLogger(__name__)


def known_on(history: History | None, network_id: str, *, demonstration: bool) -> Known:
    """What the server carried that decided the last full run with a throughput; never raises.

    :param demonstration: that of the embedded relay, on whatever network: its own is this machine.
    """
    if history is None:
        return Known()
    try:
        for limit in _LOOK_BACK:
            # Not what a clock that was ahead has written: it would stand first for as long.
            runs = history.runs(until=time.time() * 1000 + _AHEAD_MS, limit=limit)
            run = _last_full(runs, network_id, demonstration)
            if run is not None:
                break
        else:
            return Known()
        # The summary has figures of the server that decided, the record those of all.
        servers = history.run(run.id).verdict.servers
    except HistoryError as error:
        log.info("no figures of an earlier full run: %s", error)
        return Known()
    return next((known_from(server) for server in servers if _is_summed_up(server, run)), Known())


def _last_full(runs: list[RunSummary], network_id: str, demonstration: bool) -> RunSummary | None:
    return next(
        (
            run
            for run in runs
            if run.mode == "full"
            and run.loop_kbps is not None
            and (not run.loop_at_least or run.loop_kbps >= _TELLING_BOUND)
            and run.demonstration == demonstration
            and (demonstration or run.network_id == network_id)
        ),
        None,
    )


def _is_summed_up(server: ServerEntry, run: RunSummary) -> bool:
    throughput = server.throughput_kbps
    return (
        server.provider == run.provider
        and throughput is not None
        and throughput.loop == run.loop_kbps
    )
