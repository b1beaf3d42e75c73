"""The history: what is written after each run and each decision, and how it is found again.

A :class:`History` belongs to the thread that opened it (the service's event loop, or a command's
main thread) and every call is short: one transaction, one query through an index.

Two orders, on purpose. *Lists* are by the time stamp, then by the order of writing: a run whose
clock was wrong stands where its clock said, and is neither lost nor refused. *What was last told*
goes by the order of writing alone: after a clock that ran ahead for an hour, its rows would
otherwise count as the newest until that hour has come, and every verdict would be told again.
"""

import math
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import fields, replace
from datetime import tzinfo
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

import msgspec

from notifier.calls.record import CallRecord, FeedbackRecord
from notifier.history import call_records, deletion, queries
from notifier.history.calls import (
    ADD_CALL,
    PRUNE_CALLS,
    RESULTS,
    call_result,
    readable,
)
from notifier.history.conditions import Condition, calls_left, calls_meant, runs_left, runs_meant
from notifier.history.database import (
    BUSY_LIMIT_MS,
    kept_copies,
    mark_suspect,
    open_database,
    open_read_only,
    transaction,
)
from notifier.history.deletion import Deleted, Undoable, What
from notifier.history.errors import HistoryError, known_errors
from notifier.history.filters import ALL, RunFilter
from notifier.history.migrations import STEPS
from notifier.history.rows import (
    CallResult,
    CallRow,
    NotificationDecision,
    RunSummary,
    StoredRun,
    best_server,
)
from notifier.measurement import RunMeasurement
from notifier.notify.rule import Decision
from notifier.prediction import Prediction, ServerPrediction
from notifier.quality import CallFigures, call_code
from notifier.sentence import sentence
from notifier.verdict import Verdict

__all__ = ["ID_PAGE", "LOOK_BACK", "PRUNE_LIMIT", "History", "HistoryError"]

PRUNE_LIMIT = 500
"""The most runs that one call of :meth:`History.prune` deletes, so that it stays short."""

LOOK_BACK = 5000
"""Runs among which :meth:`History.verdicts` looks: two weeks of them at the usual interval."""

ID_PAGE = 1000
"""Numbers that :meth:`History.each_run_id` reads at a time."""

_DAY_MS = 86_400_000.0

_ADD_RUN = """
    INSERT INTO runs (
        timestamp, mode, origin, "trigger", demonstration, network_id, network_type, isp,
        connectivity_code, status_code, summary_code, notification_code, color, notification,
        confidence, provider, rtt_ms, jitter_ms, loss_fraction, loop_kbps, loop_at_least,
        loaded_rtt_ms, refused
    ) VALUES (
        :timestamp, :mode, :origin, :trigger, :demonstration, :network_id, :network_type, :isp,
        :connectivity_code, :status_code, :summary_code, :notification_code, :color, :notification,
        :confidence, :provider, :rtt_ms, :jitter_ms, :loss_fraction, :loop_kbps, :loop_at_least,
        :loaded_rtt_ms, :refused
    )
"""

_SUMMARY_COLUMNS = """
    id, timestamp, mode, origin, "trigger", demonstration, network_id, network_type, isp,
    connectivity_code, status_code, summary_code, notification_code, color, notification,
    confidence, provider, rtt_ms, jitter_ms, loss_fraction, loop_kbps, loop_at_least,
    loaded_rtt_ms, refused
"""
"""In the order of :class:`RunSummary`."""

_SUMMARY_FIELDS = tuple(field.name for field in fields(RunSummary))

_RUN = f"SELECT {_SUMMARY_COLUMNS} FROM runs WHERE id = :id AND "  # noqa: S608 - constants

_HAS_RUN = "SELECT 1 FROM runs WHERE id = ?"

# As bytes: whatever a damaged row holds, it is msgspec that judges it.
_RECORD = """
    SELECT CAST(verdict AS BLOB), CAST(measurement AS BLOB), CAST(prediction AS BLOB)
    FROM run_records WHERE run_id = ?
"""

_DECISION = """
    SELECT id, timestamp, network_id, code, shown, reason, delivered_by
    FROM notifications WHERE run_id = ? ORDER BY id DESC LIMIT 1
"""

# By the index of times (+id: not by the table's own order, which has all of a long history).
_DECISIONS = """
    SELECT id, timestamp, network_id, code, shown, reason, delivered_by
    FROM notifications WHERE network_id = ? AND timestamp >= ?
        AND NOT EXISTS (SELECT 1 FROM runs WHERE runs.id = run_id AND refused = 1)
    ORDER BY +id DESC LIMIT ?
"""

_LAST_TOLD = """
    SELECT code FROM notifications
    WHERE network_id = ? AND shown = 1 AND delivered_by IS NOT 'none' AND reason != 'refused'
    ORDER BY id DESC LIMIT 1
"""

_LAST_REASON = """
    SELECT reason FROM notifications
    WHERE timestamp >= ? AND shown = 1 AND delivered_by IS NOT 'none'
    ORDER BY +id DESC LIMIT 1
"""

# Of a record that was damaged the cost is lost; the sum is still worth having.
_BYTES = """
    SELECT coalesce(sum(
        json_extract(verdict, '$.bytesSent') + json_extract(verdict, '$.bytesReceived')
    ), 0)
    FROM runs JOIN run_records ON run_id = id
    WHERE timestamp >= :since AND timestamp < :until AND demonstration = 0
        AND CASE WHEN typeof(verdict) = 'text' THEN json_valid(verdict) ELSE 0 END
"""

# Bounded: where none is found, not the whole of a long history is searched for it.
_VERDICTS = """
    SELECT CAST(verdict AS BLOB) FROM runs JOIN run_records ON run_id = id
    WHERE {where} AND id > (SELECT max(id) FROM runs) - :look_back AND demonstration = 0
        AND (:network_id IS NULL OR network_id = :network_id) AND (:mode IS NULL OR mode = :mode)
    ORDER BY id DESC LIMIT :limit
"""

_SET_PROFILE = """
    INSERT INTO profiles (network_id, made_at, profile) VALUES (?, ?, ?)
    ON CONFLICT (network_id) DO UPDATE SET made_at = excluded.made_at, profile = excluded.profile
"""

_PRUNE_PROFILES = "DELETE FROM profiles WHERE made_at < :before"

_PRUNE_RUNS = """
    DELETE FROM runs WHERE id IN (
        SELECT id FROM runs WHERE timestamp < :before ORDER BY timestamp, id LIMIT :limit
    )
"""

# What somebody was last told on a network is kept for as long as that network is known at all:
# else a sentence that never changed would be told again when the first telling has aged away.
_PRUNE_NOTIFICATIONS = """
    DELETE FROM notifications WHERE id IN (
        SELECT old.id FROM notifications AS old
        WHERE old.timestamp < :before AND NOT (
            old.id = (
                SELECT max(id) FROM notifications AS told
                WHERE told.network_id = old.network_id
                    AND told.shown = 1 AND told.delivered_by IS NOT 'none'
                    AND told.reason != 'refused'
            )
            AND EXISTS (SELECT 1 FROM runs WHERE runs.network_id = old.network_id)
        )
        ORDER BY old.timestamp LIMIT :limit
    )
"""


class History:
    """The open history file. Every method raises :class:`HistoryError` for known troubles."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, *, notice: str | None = None
    ) -> None:
        self._connection = connection
        self.path = path
        self.notice = notice
        """A sentence for the person where opening set a damaged file aside, else None."""

    @classmethod
    def open(cls, path: Path, *, wait_ms: int = BUSY_LIMIT_MS) -> "History":
        """Open for reading and writing; make the file, or bring it up to date, where needed.

        :param wait_ms: how long each statement waits for other processes; then it is ``locked``.
        """
        connection, notice = open_database(path, wait_ms=wait_ms)
        return cls(connection, path, notice=notice)

    @classmethod
    def open_read_only(cls, path: Path, *, wait_ms: int = BUSY_LIMIT_MS) -> "History":
        """Open for reading; the file is neither made nor changed.

        :param wait_ms: as of :meth:`open`.
        :raises HistoryError: ``missing`` where there is no history yet.
        """
        return cls(open_read_only(path, wait_ms=wait_ms), path)

    @classmethod
    def open_if_there(cls, path: Path) -> "History | None":
        """The same; None where there is no history yet, which to a reader is an empty one."""
        try:
            return cls.open_read_only(path)
        except HistoryError as error:
            if error.code != "missing":
                raise
            return None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; calling it again does nothing."""
        with suppress(HistoryError), self._known_errors():
            self._connection.close()

    def add_run(
        self,
        verdict: Verdict,
        measurement: RunMeasurement,
        *,
        network_id: str,
        origin: str,
        trigger: str,
        demonstration: bool,
        server_url: str | None = None,
        prediction: Prediction | None = None,
    ) -> int:
        """Keep a run and return its number.

        :param server_url: the server that the forecast went by; its figures stand in lists and
            charts. None takes :func:`notifier.history.rows.best_server`'s own choice.
        :param prediction: what the model said, before any correction.
        """
        best = best_server(verdict.servers, url=server_url)
        row: dict[str, Any] = {
            "timestamp": verdict.timestamp,
            "mode": verdict.mode,
            "origin": origin,
            "trigger": trigger,
            "demonstration": demonstration,
            "network_id": network_id,
            "network_type": verdict.network_type,
            "isp": verdict.isp,
            "connectivity_code": verdict.connectivity_code,
            "status_code": verdict.status_code,
            "summary_code": verdict.summary_code,
            "notification_code": verdict.notification_code,
            "color": verdict.color,
            "notification": verdict.notification,
            "confidence": verdict.confidence,
            "provider": best.provider if best else None,
            "rtt_ms": best.rtt_ms.median if best and best.rtt_ms else None,
            "jitter_ms": best.jitter_ms if best else None,
            "loss_fraction": best.loss_fraction if best else None,
            "loop_kbps": best.throughput_kbps.loop if best and best.throughput_kbps else None,
            "loop_at_least": bool(
                best and best.throughput_kbps and best.throughput_kbps.loop_at_least
            ),
            "loaded_rtt_ms": best.loaded_rtt_ms if best else None,
            "refused": verdict.refused,
        }
        record = (
            msgspec.json.encode(verdict).decode(),
            msgspec.json.encode(measurement).decode(),
            None if prediction is None else msgspec.json.encode(prediction).decode(),
        )
        with self._known_errors(), transaction(self._connection):
            run_id = cast("int", self._connection.execute(_ADD_RUN, row).lastrowid)
            self._connection.execute(
                "INSERT INTO run_records (run_id, verdict, measurement, prediction)"
                " VALUES (?, ?, ?, ?)",
                (run_id, *record),
            )
        return run_id

    def add_notification(
        self, run_id: int, *, timestamp: float, network_id: str, code: int, decision: Decision
    ) -> int:
        """Keep whether a verdict is told, and why; return the decision's number.

        Written before anything is shown. A decision to show counts as told from here on, so that
        a run that ends while the desktop has not answered yet does not tell it twice;
        :meth:`set_delivered` with ``none`` takes that back.
        """
        with self._known_errors(), transaction(self._connection):
            cursor = self._connection.execute(
                "INSERT INTO notifications (run_id, timestamp, network_id, code, shown, reason)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (run_id, timestamp, network_id, code, decision.show, decision.reason.value),
            )
        return cast("int", cursor.lastrowid)

    def set_delivered(self, notification_id: int, by: str) -> None:
        """Keep what showed the notification: ``freedesktop``, ``tray``, ``window``, …

        ``none`` says that nothing could, so nobody was told: it does not count for
        :meth:`last_told`. A decision that was deleted meanwhile is passed over.
        """
        with self._known_errors(), transaction(self._connection):
            self._connection.execute(
                "UPDATE notifications SET delivered_by = ? WHERE id = ?", (by, notification_id)
            )

    def decisions(self, network_id: str, *, since: float, limit: int) -> list[NotificationDecision]:
        """What was decided on a network from ``since`` on, the last one first.

        Not of runs whose servers let nobody in: those are no part of how a network was.
        """
        with self._known_errors():
            if self._is_deleted(network_id):
                return []
            rows = self._connection.execute(_DECISIONS, (network_id, since, limit)).fetchall()
        return [_decision(row) for row in rows]

    def last_told(self, network_id: str) -> int | None:
        """The notification code that was last shown on this network, as one about the network.

        Decisions to keep quiet do not count, nor those that nothing could show. One that is still
        on its way counts: see :meth:`add_notification`.
        """
        with self._known_errors():
            if self._is_deleted(network_id):
                return None
            row = self._connection.execute(_LAST_TOLD, (network_id,)).fetchone()
        return None if row is None else int(row[0])

    def last_reason(self, *, since: float) -> str | None:
        """Why something was last told, on whatever network; None where nothing was from then on."""
        with self._known_errors():
            row = self._connection.execute(_LAST_REASON, (since,)).fetchone()
        return None if row is None else str(row[0])

    def runs(
        self,
        wanted: RunFilter = ALL,
        *,
        since: float | None = None,
        until: float | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[RunSummary]:
        """The runs that are wanted, from ``since`` on and before ``until``, newest first.

        :param since: milliseconds since 1970, as is ``until``; they narrow what the filter says,
            for going through its runs page by page.
        """
        with self._known_errors():
            condition = self._runs(wanted.within(since, until))
            rows = self._listed(_SUMMARY_COLUMNS, condition, limit, offset)
        return [_summary(row) for row in rows]

    def run_ids(
        self,
        wanted: RunFilter = ALL,
        *,
        since: float | None = None,
        until: float | None = None,
        limit: int | None = None,
    ) -> list[int]:
        """The numbers of the same runs in the same order, for going through very many of them."""
        with self._known_errors():
            condition = self._runs(wanted.within(since, until))
            return [run_id for (run_id,) in self._listed("id", condition, limit, 0)]

    def each_run_id(self, wanted: RunFilter = ALL, *, limit: int | None = None) -> Iterator[int]:
        """The same one after the other, read page by page: a million of them take no memory.

        Other programs may write meanwhile; what is deleted before its page comes is left out.
        """
        left = math.inf if limit is None else limit
        last: float | None = None
        same = 0  # that have the time stamp of the last one, which begins the next page
        while left > 0:
            until = None if last is None else math.nextafter(last, math.inf)
            with self._known_errors():
                condition = self._runs(wanted.within(None, until))
                size = int(min(left, ID_PAGE))
                rows = self._listed("id, timestamp", condition, size, same)
            if not rows:
                return
            yield from (run_id for run_id, _ in rows)
            left -= len(rows)
            again = sum(timestamp == rows[-1][1] for _, timestamp in rows)
            same = again + (same if rows[-1][1] == last else 0)
            last = rows[-1][1]

    def count(
        self,
        wanted: RunFilter = ALL,
        *,
        since: float | None = None,
        until: float | None = None,
    ) -> int:
        """How many runs :meth:`runs` would give without a limit.

        Of all, or of one network alone, it is known; else an index is read, which takes about
        50 ms for a million runs.
        """
        wanted = wanted.within(since, until)
        with self._known_errors():
            gone = deletion.hidden(self._connection)
            return queries.count(self._connection, wanted, hidden=gone)

    def spans(
        self,
        wanted: RunFilter,
        edges: Sequence[float] | None = None,
        *,
        width_ms: float | None = None,
        demonstration: bool = False,
    ) -> list[queries.Span]:
        """The runs of each piece of time between two neighbouring edges, empty ones included.

        :param edges: milliseconds since 1970, rising; :func:`notifier.history.periods.edges`
            gives those of hours, days and months in local time.
        :param width_ms: in the place of edges: pieces of this width, from the filter's ``since``
            (else from the first run) to its ``until`` (else past the last run).
        :param demonstration: those of the embedded relay instead of the others.
        :raises ValueError: more than :data:`notifier.history.queries.SPANS_LIMIT` of them, or
            neither edges nor a width.
        """
        with self._known_errors():
            gone = deletion.hidden(self._connection)
            return queries.spans(
                self._connection,
                wanted,
                edges,
                width_ms=width_ms,
                demonstration=demonstration,
                hidden=gone,
            )

    def hours(
        self,
        wanted: RunFilter = ALL,
        *,
        zone: tzinfo | None = None,
        demonstration: bool = False,
    ) -> list[queries.HourOfWeek]:
        """What each of the 168 hours of the week was like, from Monday 0 h on, in local time.

        For "usually" take :data:`notifier.history.queries.USUAL_DAYS` until now: quick, and what
        was years ago says little of today. All of a million runs take most of a second: in a
        thread, see :meth:`open_read_only` and :meth:`interrupt`.

        :param zone: the time zone; None takes that of the machine.
        :param demonstration: those of the embedded relay instead of the others.
        """
        with self._known_errors():
            gone = deletion.hidden(self._connection)
            return queries.hours(
                self._connection, wanted, zone, demonstration=demonstration, hidden=gone
            )

    def series(
        self, wanted: RunFilter, points: int = 400, *, demonstration: bool = False
    ) -> list[queries.Point]:
        """The figures of the runs for a graph, oldest first, in at most so many points.

        Where there are no more runs than points, each point is one run. Else the time from the
        filter's ``since`` to its ``until`` (where it has none: of the first and the last run) is
        cut into so many equal pieces, and a piece with runs is a point with the least, the mean
        and the greatest value: one bad run stays visible at every zoom.

        :param demonstration: those of the embedded relay instead of the others.
        :raises ValueError: less than one point.
        """
        with self._known_errors():
            gone = deletion.hidden(self._connection)
            return queries.series(
                self._connection, wanted, points, demonstration=demonstration, hidden=gone
            )

    def networks(self) -> list[queries.Network]:
        """Every network that there are runs of, the one used last first."""
        with self._known_errors():
            return queries.networks(self._connection, hidden=deletion.hidden(self._connection))

    def providers(self) -> list[queries.Provider]:
        """Every server whose figures stand for a run, the one that did so last first."""
        with self._known_errors():
            return queries.providers(self._connection, hidden=deletion.hidden(self._connection))

    def figures(self, wanted: RunFilter, *, demonstration: bool = False) -> queries.Figures:
        """What the runs were like: of two networks, or of two times, for setting side by side.

        It rests on the newest :data:`notifier.history.queries.FIGURES_LIMIT` at most, and says
        whether those are all.
        """
        with self._known_errors():
            gone = deletion.hidden(self._connection)
            return queries.figures(
                self._connection, wanted, demonstration=demonstration, hidden=gone
            )

    def server_pair(
        self, first: str, second: str, wanted: RunFilter = ALL, *, demonstration: bool = False
    ) -> queries.ServerPair:
        """Two servers side by side, by their labels.

        Only runs that tested both count, so that neither had the better hours. What a run says
        of a server is in its record: the newest :data:`notifier.history.queries.PAIRS_LIMIT` are
        read, and those that are damaged left out. Of a label with several addresses it is the
        one that answered soonest.
        """
        with self._known_errors():
            gone = deletion.hidden(self._connection)
            return queries.server_pair(
                self._connection, wanted, first, second, demonstration=demonstration, hidden=gone
            )

    def delete(self, wanted: RunFilter, *, now: float, what: What = "both") -> Deleted:
        """Delete these runs, and the calls of that time and network; at once, however many.

        They are hidden from here on, and removed when :data:`notifier.history.deletion.UNDO_MS`
        have passed (see that module for what goes and what stays). Runs that are written later
        are not meant, whatever time they say. A filter with servers or colours is about runs
        alone: no call is deleted by it.

        :param now: the wall clock, milliseconds since 1970.
        :param what: runs, calls (with what the forecast learnt from them), or both.
        """
        with self._known_errors(), transaction(self._connection):
            return deletion.mark(self._connection, wanted, what=what, now=now)

    def undo(self, token: int) -> bool:
        """Take a deletion back.

        :returns: whether all of it is there again; False where removing it has begun.
        """
        with self._known_errors(), transaction(self._connection):
            return deletion.undo(self._connection, token)

    def undoable(self, *, now: float) -> list[Undoable]:
        """The deletions that :meth:`undo` takes back, whoever deleted, the oldest first.

        :param now: the wall clock, milliseconds since 1970.
        """
        with self._known_errors():
            return deletion.undoable(self._connection, now=now)

    def purge(self, *, now: float, token: int | None = None) -> bool:
        """Remove a slice of what was deleted and cannot be undone any more; a few milliseconds.

        :param now: the wall clock, milliseconds since 1970.
        :param token: of a deletion that is removed although it could be undone.
        :returns: whether there is more to do.
        """
        with self._known_errors():
            return deletion.purge(self._connection, self.path, now=now, token=token)

    def purge_is_due(self, *, now: float) -> bool:
        """Whether :meth:`purge` has anything to do."""
        with self._known_errors():
            return deletion.is_due(self._connection, now=now)

    def interrupt(self) -> None:
        """Stop the query that another thread runs on this history: there it raises
        :class:`HistoryError` ``interrupted``. The one method that any thread may call."""
        with suppress(sqlite3.ProgrammingError):  # that thread has closed it meanwhile
            self._connection.interrupt()

    def run(self, run_id: int) -> StoredRun:
        """Everything that is kept of one run.

        :raises HistoryError: ``missing`` where it was deleted, ``record`` where its record cannot
            be read any more.
        """
        with self._known_errors():
            condition = runs_left(deletion.hidden(self._connection))
            summary = self._connection.execute(
                _RUN + condition.sql, {**condition.values, "id": run_id}
            ).fetchone()
            record = self._connection.execute(_RECORD, (run_id,)).fetchone()
            decision = self._connection.execute(_DECISION, (run_id,)).fetchone()
        if summary is None or record is None:
            message = sentence("Test {number} is not in the history any more.", number=run_id)
            raise HistoryError("missing", message)
        try:
            verdict = msgspec.json.decode(record[0], type=Verdict)
            measurement = msgspec.json.decode(record[1], type=RunMeasurement)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            message = sentence(
                "The record of test {number} in the history cannot be read.", number=run_id
            )
            raise HistoryError("record", message) from error
        return StoredRun(
            _summary(summary),
            verdict,
            measurement,
            _decision(decision) if decision else None,
            readable(record[2], Prediction),
        )

    def bytes_between(self, since: float, until: float) -> int:
        """What the runs from ``since`` on and before ``until`` cost, sent and received together.

        Those against the embedded relay cost the network nothing and do not count.
        """
        with self._known_errors():
            (total,) = self._connection.execute(_BYTES, _bounds(since, until, None)).fetchone()
        return int(total)

    def verdicts(
        self, *, network_id: str | None = None, mode: str | None = None, limit: int
    ) -> list[Verdict]:
        """The verdicts that were written last, newest first, without the embedded relay's.

        Records that cannot be read are left out, and only the last :data:`LOOK_BACK` runs are
        looked at.
        """
        wanted = {
            "network_id": network_id,
            "mode": mode,
            "limit": limit,
            "look_back": LOOK_BACK,
        }
        with self._known_errors():
            condition = runs_left(deletion.hidden(self._connection))
            rows = self._connection.execute(
                _VERDICTS.format(where=condition.sql), {**condition.values, **wanted}
            ).fetchall()
        verdicts: list[Verdict] = []
        for (record,) in rows:
            with suppress(msgspec.DecodeError, UnicodeDecodeError):
                verdicts.append(msgspec.json.decode(record, type=Verdict))
        return verdicts

    def add_call_result(
        self,
        call_id: str,
        figures: CallFigures,
        *,
        timestamp: float,
        duration_ms: float,
        network_id: str,
        run_id: int | None = None,
        forecast_code: int | None = None,
        confidence: float | None = None,
        odds: ServerPrediction | None = None,
        model: str | None = None,
    ) -> bool:
        """Keep what a call got, and what had been forecast when it began.

        A call of which there is a row already changes nothing: applications report twice. A run
        that was deleted meanwhile is left out.

        :param timestamp: when the call began, milliseconds since 1970.
        :param duration_ms: of what the figures are of.
        :param run_id: of the forecast that was in force then, as are the four behind it.
        :param odds: of the server that decided, as the model said them, before any correction:
            corrected ones would teach the correction what it did itself.
        :returns: whether it is new.
        """
        row: dict[str, Any] = {
            "call_id": call_id,
            "timestamp": timestamp,
            "duration_ms": duration_ms,
            "network_id": network_id,
            "run_id": run_id,
            "forecast_code": forecast_code,
            "confidence": confidence,
            "odds": None if odds is None else msgspec.json.encode(odds).decode(),
            "model": model,
            "figures": msgspec.json.encode(figures).decode(),
            "code": call_code(figures),
        }
        with self._known_errors(), transaction(self._connection):
            if run_id is not None and not self._connection.execute(_HAS_RUN, (run_id,)).fetchone():
                row["run_id"] = None
            return self._connection.execute(ADD_CALL, row).rowcount > 0

    def call_results(
        self,
        *,
        network_id: str | None = None,
        since: float | None = None,
        limit: int | None = None,
    ) -> list[CallResult]:
        """Calls that began at ``since`` (milliseconds) or later, newest first.

        Rows that cannot be read are left out.

        :param network_id: only those on this network.
        """
        wanted = RunFilter.of(since=since, network_ids=None if network_id is None else {network_id})
        with self._known_errors():
            gone = deletion.hidden(self._connection)
            condition = calls_meant(wanted, gone, results=True)
            rows = self._connection.execute(
                RESULTS.format(where=condition.sql),
                {**condition.values, "limit": -1 if limit is None else limit},
            ).fetchall()
        results = (call_result(row) for row in rows)
        return [result for result in results if result is not None]

    def delete_call_results(self, *, network_id: str | None = None) -> int:
        """Delete what calls got, on this network or on all, and with it all that was learnt.

        :returns: how many there were.
        """
        with self._known_errors(), transaction(self._connection):
            return self._connection.execute(
                "DELETE FROM call_results WHERE :network_id IS NULL OR network_id = :network_id",
                {"network_id": network_id},
            ).rowcount

    def keep_calls(
        self,
        *,
        open: Mapping[str, bytes],  # noqa: A002 - the calls that are
        over: Sequence[CallRecord],
        clients: Mapping[str, int],
        gone: Sequence[str] = (),
        now: float,
    ) -> None:
        """Keep all that has come of calls, in one transaction: all of it, or nothing.

        :param open: calls that go on, by their identity; what is known of each so far replaces
            what was. One that is not named stays as it is.
        :param over: calls that are over, which then go on no more. One that is there already is
            replaced; what a person said of it stays where the new record has nothing.
        :param clients: the highest ``seq`` of each that is in what is kept now.
        :param gone: calls that go on no more, and came to nothing.
        :param now: the wall clock, milliseconds since 1970. Calls that nobody has gone on with and
            clients not heard of for :data:`notifier.history.call_records.LEFT_OVER_MS` are
            forgotten.
        """
        with self._known_errors(), transaction(self._connection):
            call_records.keep_calls(
                self._connection, open=open, over=over, clients=clients, gone=gone, now=now
            )

    def open_calls(self, *, since: float = -math.inf) -> list[bytes]:
        """The calls that went on when last written, the one written first at the beginning.

        A state may be damaged: it is for the reader to judge.

        :param since: milliseconds since 1970; those that were written earlier are left out.
        """
        with self._known_errors():
            rows = self._connection.execute(call_records.OPEN_CALLS, (since,)).fetchall()
        return [state for (state,) in rows]

    def client_sequences(self) -> dict[str, int]:
        """The highest ``seq`` that is kept of each client."""
        with self._known_errors():
            return dict(self._connection.execute(call_records.CLIENT_SEQUENCES).fetchall())

    def calls(
        self,
        wanted: RunFilter = ALL,
        *,
        since: float | None = None,
        until: float | None = None,
        network_id: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[CallRow]:
        """Calls that began at ``since`` or later and before ``until`` (milliseconds), newest first.

        Rows that cannot be read are left out.

        :param wanted: the same filter as of runs; a colour is what the call got, and servers are
            not asked for: a call does not say which it used.
        :param network_id: only those on this network.
        """
        statement, values = self._calls(
            call_records.COLUMNS, wanted, since, until, network_id, limit, offset
        )
        with self._known_errors():
            rows = self._connection.execute(statement, values).fetchall()
        calls = (call_records.call_row(row) for row in rows)
        return [call for call in calls if call is not None]

    def call_ids(
        self,
        wanted: RunFilter = ALL,
        *,
        since: float | None = None,
        until: float | None = None,
        network_id: str | None = None,
        limit: int | None = None,
    ) -> list[str]:
        """The identities of the same calls in the same order, for going through very many."""
        statement, values = self._calls("call_id", wanted, since, until, network_id, limit, 0)
        with self._known_errors():
            rows = self._connection.execute(statement, values).fetchall()
        return [call_id for (call_id,) in rows]

    def count_calls(
        self,
        wanted: RunFilter = ALL,
        *,
        since: float | None = None,
        until: float | None = None,
        network_id: str | None = None,
    ) -> int:
        """How many calls :meth:`calls` would give without a limit, those damaged among them."""
        statement, values = self._calls("count(*)", wanted, since, until, network_id, None, 0)
        with self._known_errors():
            (count,) = self._connection.execute(statement, values).fetchone()
        return int(count)

    def _calls(
        self,
        columns: str,
        wanted: RunFilter,
        since: float | None,
        until: float | None,
        network_id: str | None,
        limit: int | None,
        offset: int,
    ) -> tuple[str, dict[str, object]]:
        wanted = wanted.within(since, until)
        if network_id is not None:
            others = wanted.network_ids
            only = {network_id} if others is None else others & {network_id}
            wanted = replace(wanted, network_ids=frozenset(only))
        with self._known_errors():
            condition = calls_meant(wanted, deletion.hidden(self._connection))
        values = {"limit": -1 if limit is None else limit, "offset": offset}
        return call_records.selected(columns, condition), {**condition.values, **values}

    def has_call(self, call_id: str) -> bool:
        """Whether there is a record of this call, one that was deleted and is not removed yet
        included: whoever asks would write it again."""
        with self._known_errors():
            row = self._connection.execute(
                "SELECT 1 FROM calls WHERE call_id = ?", (call_id,)
            ).fetchone()
        return row is not None

    def call(self, call_id: str) -> CallRecord:
        """Everything that is kept of a call that is over.

        :raises HistoryError: ``missing`` where there is none of this identity, ``record`` where
            its record cannot be read any more.
        """
        with self._known_errors():
            condition = calls_left(deletion.hidden(self._connection))
            row = self._connection.execute(
                f"{call_records.RECORD} AND {condition.sql}",
                {**condition.values, "call_id": call_id},
            ).fetchone()
        if row is None:
            message = sentence("There is no call {identity} in the history.", identity=call_id)
            raise HistoryError("missing", message)
        record = readable(row[0], CallRecord)
        if record is None:
            message = sentence(
                "The record of call {identity} in the history cannot be read.", identity=call_id
            )
            raise HistoryError("record", message)
        return record

    def set_call_feedback(self, call_id: str, feedback: FeedbackRecord) -> bool:
        """Keep what a person said of a call that is over, in the place of what they said before.

        :returns: whether there is such a call.
        :raises HistoryError: ``record`` where its record cannot be read any more, as of others.
        """
        with self._known_errors(), transaction(self._connection):
            try:
                record = self.call(call_id)
            except HistoryError as error:
                if error.code != "missing":
                    raise
                return False
            call_records.set_feedback(self._connection, record, feedback)
        return True

    def delete_calls(self, *, call_id: str | None = None, network_id: str | None = None) -> int:
        """Delete this call, those on this network, or all, with what the forecast learnt of them.

        One that goes on is written again while it does; what is left of one that nobody goes on
        with is deleted, unless it is a network that was named.

        :returns: how many calls that were over there were.
        """
        with self._known_errors(), transaction(self._connection):
            return call_records.delete_calls(
                self._connection, call_id=call_id, network_id=network_id
            )

    def profile(self, network_id: str) -> tuple[float, bytes] | None:
        """When the profile of a network was made (milliseconds), and its text as it is stored.

        The text may be damaged: it is for the reader to judge. None where there is none.
        """
        with self._known_errors():
            if self._is_deleted(network_id):
                return None
            row = self._connection.execute(
                "SELECT made_at, CAST(profile AS BLOB) FROM profiles WHERE network_id = ?",
                (network_id,),
            ).fetchone()
        # A column of SQLite holds whatever was put there.
        return row if row is not None and isinstance(row[0], float) else None

    def set_profile(self, network_id: str, made_at: float, text: str) -> None:
        """Keep what is usual on a network, in the place of what was kept before.

        :param made_at: milliseconds since 1970; retention goes by it.
        """
        with self._known_errors(), transaction(self._connection):
            self._connection.execute(_SET_PROFILE, (network_id, made_at, text))

    def prune(self, *, retention_days: int, now: float) -> int:
        """Delete what is older than ``retention_days`` before ``now``; 0 days keeps everything.

        At most :data:`PRUNE_LIMIT` runs, and as many calls, go in one call, the oldest first;
        called after each run, it keeps up. Copies of the file from before a migration, and damaged
        ones set aside, go when they are as old. What was last told stays for a network that still
        has runs.

        :param now: the wall clock, milliseconds since 1970.
        :returns: how many runs were deleted.
        """
        if retention_days <= 0:
            return 0
        before = now - retention_days * _DAY_MS
        bounds = {"before": before, "limit": PRUNE_LIMIT}
        with self._known_errors():
            with transaction(self._connection):
                deleted = self._connection.execute(_PRUNE_RUNS, bounds).rowcount
                for statement in (_PRUNE_NOTIFICATIONS, PRUNE_CALLS, _PRUNE_PROFILES):
                    self._connection.execute(statement, bounds)
                call_records.prune_calls(self._connection, before=before, limit=PRUNE_LIMIT)
            for copy in kept_copies(self.path):
                with suppress(FileNotFoundError):  # another process was quicker
                    if copy.stat().st_mtime * 1000 < before:
                        copy.unlink()
        return deleted

    def _runs(self, wanted: RunFilter) -> Condition:
        return runs_meant(wanted, deletion.hidden(self._connection))

    def _listed(
        self, columns: str, condition: Condition, limit: int | None, offset: int
    ) -> list[tuple[Any, ...]]:
        values = {"limit": -1 if limit is None else limit, "offset": offset}
        return self._connection.execute(
            f"SELECT {columns} FROM runs WHERE {condition.sql}"  # noqa: S608 - ours
            f" ORDER BY {condition.plus}timestamp DESC, id DESC LIMIT :limit OFFSET :offset",
            {**condition.values, **values},
        ).fetchall()

    def _is_deleted(self, network_id: str) -> bool:
        """Whether a deletion hides all that there is of a network."""
        gone = deletion.hidden(self._connection)
        if not gone:
            return False
        condition = runs_meant(RunFilter.of(network_ids={network_id}), gone)
        return not self._listed("id", condition, 1, 0)

    @contextmanager
    def _known_errors(self) -> Iterator[None]:
        try:
            with known_errors(self.path):
                yield
        except HistoryError as error:
            if error.code == "corrupt":
                mark_suspect(self.path)
            raise
        except sqlite3.OperationalError as error:
            # A newer program may have changed the tables while this one was running.
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
                (version,) = self._connection.execute("PRAGMA user_version").fetchone()
                if version > len(STEPS):
                    message = sentence(
                        "The history {file} was taken over by a newer version of "
                        "call-notifier: restart this one.",
                        file=self.path,
                    )
                    raise HistoryError("newer", message) from error
            raise


def _bounds(since: float | None, until: float | None, limit: int | None) -> dict[str, float | int]:
    return {
        "since": float("-inf") if since is None else since,
        "until": float("inf") if until is None else until,
        "limit": -1 if limit is None else limit,
    }


def _summary(row: tuple[Any, ...]) -> RunSummary:
    values = dict(zip(_SUMMARY_FIELDS, row, strict=True))
    for name in ("demonstration", "loop_at_least", "refused"):  # SQLite knows integers only
        values[name] = bool(values[name])
    return RunSummary(**values)


def _decision(row: tuple[Any, ...]) -> NotificationDecision:
    number, timestamp, network_id, code, shown, reason, delivered_by = row
    return NotificationDecision(
        number, timestamp, network_id, code, bool(shown), reason, delivered_by
    )
