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
from dataclasses import fields
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

import msgspec

from notifier.calls.record import CallRecord, FeedbackRecord
from notifier.history import call_records
from notifier.history.calls import (
    ADD_CALL,
    ALL_CALLS,
    CALLS_OF,
    PRUNE_CALLS,
    call_result,
    readable,
)
from notifier.history.database import (
    kept_copies,
    mark_suspect,
    open_database,
    open_read_only,
    transaction,
)
from notifier.history.errors import HistoryError, known_errors
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
from notifier.verdict import Verdict

__all__ = ["LOOK_BACK", "PRUNE_LIMIT", "History", "HistoryError"]

PRUNE_LIMIT = 500
"""The most runs that one call of :meth:`History.prune` deletes, so that it stays short."""

LOOK_BACK = 5000
"""Runs among which :meth:`History.verdicts` looks: two weeks of them at the usual interval."""

_DAY_MS = 86_400_000.0

_ADD_RUN = """
    INSERT INTO runs (
        timestamp, mode, origin, "trigger", demonstration, network_id, network_type, isp,
        connectivity_code, status_code, summary_code, notification_code, color, notification,
        confidence, provider, rtt_ms, jitter_ms, loss_fraction, loop_kbps, loop_at_least,
        loaded_rtt_ms
    ) VALUES (
        :timestamp, :mode, :origin, :trigger, :demonstration, :network_id, :network_type, :isp,
        :connectivity_code, :status_code, :summary_code, :notification_code, :color, :notification,
        :confidence, :provider, :rtt_ms, :jitter_ms, :loss_fraction, :loop_kbps, :loop_at_least,
        :loaded_rtt_ms
    )
"""

_SUMMARY_COLUMNS = """
    id, timestamp, mode, origin, "trigger", demonstration, network_id, network_type, isp,
    connectivity_code, status_code, summary_code, notification_code, color, notification,
    confidence, provider, rtt_ms, jitter_ms, loss_fraction, loop_kbps, loop_at_least,
    loaded_rtt_ms
"""
"""In the order of :class:`RunSummary`."""

_SUMMARY_FIELDS = tuple(field.name for field in fields(RunSummary))

_RUNS = f"""
    SELECT {_SUMMARY_COLUMNS} FROM runs
    WHERE timestamp >= :since AND timestamp < :until
    ORDER BY timestamp DESC, id DESC LIMIT :limit OFFSET :offset
"""  # noqa: S608 - constants of this module

_RUN = f"SELECT {_SUMMARY_COLUMNS} FROM runs WHERE id = ?"  # noqa: S608 - as above

_RUN_IDS = """
    SELECT id FROM runs
    WHERE timestamp >= :since AND timestamp < :until
    ORDER BY timestamp DESC, id DESC LIMIT :limit
"""

# As bytes: whatever a damaged row holds, it is msgspec that judges it.
_RECORD = """
    SELECT CAST(verdict AS BLOB), CAST(measurement AS BLOB), CAST(prediction AS BLOB)
    FROM run_records WHERE run_id = ?
"""

_DECISION = """
    SELECT id, timestamp, network_id, code, shown, reason, delivered_by
    FROM notifications WHERE run_id = ? ORDER BY id DESC LIMIT 1
"""

_LAST_TOLD = """
    SELECT code FROM notifications
    WHERE network_id = ? AND shown = 1 AND delivered_by IS NOT 'none'
    ORDER BY id DESC LIMIT 1
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
    WHERE id > (SELECT max(id) FROM runs) - :look_back AND demonstration = 0
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
    def open(cls, path: Path) -> "History":
        """Open for reading and writing; make the file, or bring it up to date, where needed."""
        connection, notice = open_database(path)
        return cls(connection, path, notice=notice)

    @classmethod
    def open_read_only(cls, path: Path) -> "History":
        """Open for reading; the file is neither made nor changed.

        :raises HistoryError: ``missing`` where there is no history yet.
        """
        return cls(open_read_only(path), path)

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

    def last_told(self, network_id: str) -> int | None:
        """The notification code that was last shown on this network.

        Decisions to keep quiet do not count, nor those that nothing could show. One that is still
        on its way counts: see :meth:`add_notification`.
        """
        with self._known_errors():
            row = self._connection.execute(_LAST_TOLD, (network_id,)).fetchone()
        return None if row is None else int(row[0])

    def runs(
        self,
        *,
        since: float | None = None,
        until: float | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[RunSummary]:
        """Runs from ``since`` on and before ``until`` (milliseconds), newest first."""
        bounds = _bounds(since, until, limit)
        with self._known_errors():
            rows = self._connection.execute(_RUNS, {**bounds, "offset": offset}).fetchall()
        return [_summary(row) for row in rows]

    def run_ids(
        self, *, since: float | None = None, until: float | None = None, limit: int | None = None
    ) -> list[int]:
        """The numbers of the same runs in the same order, for going through very many of them."""
        with self._known_errors():
            rows = self._connection.execute(_RUN_IDS, _bounds(since, until, limit)).fetchall()
        return [run_id for (run_id,) in rows]

    def count(self, *, since: float | None = None, until: float | None = None) -> int:
        """How many runs :meth:`runs` would give without a limit."""
        with self._known_errors():
            (count,) = self._connection.execute(
                "SELECT count(*) FROM runs WHERE timestamp >= :since AND timestamp < :until",
                _bounds(since, until, None),
            ).fetchone()
        return int(count)

    def run(self, run_id: int) -> StoredRun:
        """Everything that is kept of one run.

        :raises HistoryError: ``missing`` where it was deleted, ``record`` where its record cannot
            be read any more.
        """
        with self._known_errors():
            summary = self._connection.execute(_RUN, (run_id,)).fetchone()
            record = self._connection.execute(_RECORD, (run_id,)).fetchone()
            decision = self._connection.execute(_DECISION, (run_id,)).fetchone()
        if summary is None or record is None:
            raise HistoryError("missing", f"Run {run_id} is not in the history any more.")
        try:
            verdict = msgspec.json.decode(record[0], type=Verdict)
            measurement = msgspec.json.decode(record[1], type=RunMeasurement)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            message = f"The record of run {run_id} in the history cannot be read."
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
            rows = self._connection.execute(_VERDICTS, wanted).fetchall()
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
            if run_id is not None and not self._connection.execute(_RUN, (run_id,)).fetchone():
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
        wanted = {**_bounds(since, None, limit), "network_id": network_id}
        statement = ALL_CALLS if network_id is None else CALLS_OF
        with self._known_errors():
            rows = self._connection.execute(statement, wanted).fetchall()
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
        *,
        since: float | None = None,
        until: float | None = None,
        network_id: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[CallRow]:
        """Calls that began at ``since`` or later and before ``until`` (milliseconds), newest first.

        Rows that cannot be read are left out.

        :param network_id: only those on this network.
        """
        wanted = {**_bounds(since, until, limit), "offset": offset, "network_id": network_id}
        statement = call_records.selected(call_records.COLUMNS, network_id=network_id)
        with self._known_errors():
            rows = self._connection.execute(statement, wanted).fetchall()
        calls = (call_records.call_row(row) for row in rows)
        return [call for call in calls if call is not None]

    def call_ids(
        self,
        *,
        since: float | None = None,
        until: float | None = None,
        network_id: str | None = None,
        limit: int | None = None,
    ) -> list[str]:
        """The identities of the same calls in the same order, for going through very many."""
        wanted = {**_bounds(since, until, limit), "offset": 0, "network_id": network_id}
        statement = call_records.selected("call_id", network_id=network_id)
        with self._known_errors():
            rows = self._connection.execute(statement, wanted).fetchall()
        return [call_id for (call_id,) in rows]

    def count_calls(
        self,
        *,
        since: float | None = None,
        until: float | None = None,
        network_id: str | None = None,
    ) -> int:
        """How many calls :meth:`calls` would give without a limit, those damaged among them."""
        wanted = {**_bounds(since, until, None), "offset": 0, "network_id": network_id}
        statement = call_records.selected("count(*)", network_id=network_id)
        with self._known_errors():
            (count,) = self._connection.execute(statement, wanted).fetchone()
        return int(count)

    def has_call(self, call_id: str) -> bool:
        """Whether there is a record of this call."""
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
            row = self._connection.execute(call_records.RECORD, (call_id,)).fetchone()
        if row is None:
            raise HistoryError("missing", f"There is no call {call_id} in the history.")
        record = readable(row[0], CallRecord)
        if record is None:
            message = f"The record of call {call_id} in the history cannot be read."
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
                    message = (
                        f"The history {self.path} was taken over by a newer version of "
                        "call-notifier: restart this one."
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
    for name in ("demonstration", "loop_at_least"):  # SQLite knows integers only
        values[name] = bool(values[name])
    return RunSummary(**values)


def _decision(row: tuple[Any, ...]) -> NotificationDecision:
    number, timestamp, network_id, code, shown, reason, delivered_by = row
    return NotificationDecision(
        number, timestamp, network_id, code, bool(shown), reason, delivered_by
    )
