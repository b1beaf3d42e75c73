"""What is written down, and what happens where that fails: it is said, and the rest goes on.

The history is a file on somebody's disk. It may be full, locked, damaged or not there; none of
that costs a run or its verdict. What was told and could not be written is kept here for as long as
the program runs, so that nobody is told twice.

The event loop, on which windows and icon are too, waits for nobody: what another process holds up
goes on in a thread, as does whatever has to be done to the file before it can be opened.
"""

import asyncio
import contextlib
import math
import time
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from notifier.calls.record import CallRecord, FeedbackRecord
from notifier.forecast.baseline import Profile
from notifier.history.database import is_current
from notifier.history.errors import HistoryError
from notifier.history.store import History
from notifier.measurement import RunMeasurement
from notifier.notify.course import Past
from notifier.notify.rule import Decision, Reason
from notifier.prediction import Prediction
from notifier.quality import CallFigures
from notifier.service.events import Event, Origin, ServiceProblem, Trigger
from notifier.service.memory import InForce
from notifier.verdict import Verdict

__all__ = ["LOOP_WAIT_MS", "SETTLE_LIMIT", "Records"]

LOOP_WAIT_MS = 100
"""How long a statement on the event loop waits for another process's transaction: most are over in
a few milliseconds. What is longer would be felt."""

SETTLE_LIMIT = 5.0
"""Seconds that the end of the program waits for what threads still write."""

NO_NETWORK = "none"
"""Under which it is kept what was told of having none."""

_LOOK_BACK = 500
"""Runs searched for the network that we were on last: more than a day of them."""

Kept = TypeVar("Kept")


class Records:
    """The history of one program, from when it is opened until it is closed.

    :param origin: the front end whose runs these are.
    :param emit: is told what cannot be read or written.
    """

    def __init__(self, file: Path, origin: Origin, emit: Callable[[Event], None]) -> None:
        self.file = file
        self.history: History | None = None
        """None before it is opened, after it is closed, and where it cannot be."""

        self._identity: tuple[int, int] | None = None
        """Of the file that is open."""

        self._origin = origin
        self._emit = emit
        self._told: dict[str, int] = {}
        """What was last told on each network, where the history could not take it."""

        self._found: dict[str, int | None] = {}
        """The same as the history said it last, for when it says nothing."""

        self._later: set[asyncio.Task[None]] = set()
        """What goes on beside the event loop, or waits for that."""

    def open(self) -> None:
        """Open the history; where that fails, the rest goes on without it."""
        try:
            self.history = History.open(self.file, wait_ms=LOOP_WAIT_MS)
        except HistoryError as error:
            self._emit(ServiceProblem("history", error.message))
            return
        with contextlib.suppress(OSError):
            self._identity = _identity(self.file)
        self._tell_notice(self.history.notice)

    async def open_when_ready(self) -> None:
        """The same; making the file, bringing it up to date or checking it holds nobody up."""
        try:
            notice = None
            if not self._is_ready():
                notice = await asyncio.to_thread(_made_ready, self.file)
        except HistoryError as error:
            self._emit(ServiceProblem("history", error.message))
            return
        if self.history is None:
            self._tell_notice(notice)
            self.open()

    async def look_again(self) -> None:
        """Open the history where it is not open, or where the file is no longer the one that is.

        The disk was full, the home was not mounted yet; or somebody has deleted the folder, and
        what we write would be gone with the last program that has the old file open.
        """
        if self.history is not None:
            with contextlib.suppress(OSError):  # what cannot be looked at may still be written
                if _identity(self.file) != self._identity:
                    self.close()
        if self.history is None:
            await self.open_when_ready()

    def _is_ready(self) -> bool:
        """Whether opening the file takes a moment."""
        try:
            return is_current(self.file, wait_ms=LOOP_WAIT_MS)
        except HistoryError as error:
            if error.code != "locked":
                raise
            return False

    def _tell_notice(self, notice: str | None) -> None:
        if notice is not None:
            self._emit(ServiceProblem("history-replaced", notice))

    async def settle(self) -> None:
        """Wait for what is still to be written, and for a file that is made ready."""
        if self._later:
            await asyncio.wait(self._later, timeout=SETTLE_LIMIT)

    def close(self) -> None:
        """Close the history."""
        if self.history is not None:
            self.history.close()
            self.history = None

    async def add_run(
        self,
        verdict: Verdict,
        measurement: RunMeasurement,
        prediction: Prediction,
        *,
        network_id: str,
        trigger: Trigger,
        demonstration: bool,
        decision: Decision,
        server_url: str | None,
    ) -> tuple[int | None, int | None]:
        """Keep a run, and whether it is told.

        :param prediction: as the model made it; nothing of it is kept where there was no model.
        :param server_url: the server that decided.
        :returns: the rows of both in the history; None of what it did not take.
        """

        def add(history: History) -> int:
            return history.add_run(
                verdict,
                measurement,
                prediction=prediction if prediction.model else None,
                network_id=network_id,
                origin=self._origin,
                trigger=trigger,
                demonstration=demonstration,
                server_url=server_url,
            )

        run_id, row = None, None
        for _ in range(2):  # once more, where a damaged file was set aside
            history = self.history
            if history is None:
                break
            try:
                run_id = await self._patiently(history, add)
                told = _notification(verdict, network_id, run_id, decision)
                row = await self._patiently(history, told)
                break
            except HistoryError as error:
                self._failed(error)
                if error.code != "corrupt":
                    break
                run_id = None
                await self.settle()
        self._keep_told(verdict, network_id, decision, row)
        return run_id, row

    async def add_decision(
        self, verdict: Verdict, network_id: str, run_id: int | None, decision: Decision
    ) -> int | None:
        """Keep that a verdict which was kept quiet is told after all; return the decision's row."""
        row = None
        if self.history is not None and run_id is not None:
            with self._tried():
                told = _notification(verdict, network_id, run_id, decision)
                row = await self._patiently(self.history, told)
        self._keep_told(verdict, network_id, decision, row)
        return row

    def _keep_told(
        self, verdict: Verdict, network_id: str, decision: Decision, row: int | None
    ) -> None:
        """Remember what was told of a network where the history could not take it."""
        if not decision.show or verdict.refused or verdict.cut_off:
            return
        if row is None:
            self._told[network_id] = verdict.notification_code
        else:
            self._told.pop(network_id, None)
            self._found[network_id] = verdict.notification_code

    def decisions(self, network_id: str, *, since: float, limit: int) -> list[Past]:
        """What was decided last on a network, oldest first.

        :param since: milliseconds since 1970.
        """
        if self.history is None:
            return []
        found: list[Past] = []
        with self._tried():
            for row in self.history.decisions(network_id, since=since, limit=limit):
                # One of a later version of the program is left out.
                with contextlib.suppress(ValueError):
                    shown = row.show and row.delivered_by != "none"
                    found.append(Past(row.timestamp, row.code, shown, Reason(row.reason)))
        return found[::-1]

    def last_told(self, network_id: str) -> int | None:
        """The notification code that was last told on a network; None where none is known."""
        # What the history could not take is newer than what it holds.
        if network_id in self._told:
            return self._told[network_id]
        if self.history is not None:
            with self._tried():
                self._found[network_id] = self.history.last_told(network_id)
        return self._found.get(network_id)

    def last_reason(self, *, since: float) -> str | None:
        """Why something was last told on any network, from ``since`` on."""
        if self.history is not None:
            with self._tried():
                return self.history.last_reason(since=since)
        return None

    def last_network(self) -> str | None:
        """The network of the last run; None where there is none. That of the embedded relay is
        this machine, and does not count."""
        if self.history is None:
            return None
        with contextlib.suppress(HistoryError):
            runs = self.history.runs(limit=_LOOK_BACK)
            return next((run.network_id for run in runs if not run.demonstration), None)
        return None

    def set_delivered(self, row: int | None, by: str) -> None:
        """A notification was shown.

        :param row: None of one that the history did not take.
        :param by: "freedesktop", "tray", "window", or "none" could.
        """
        if row is not None and self.history is not None:
            self._write(self.history, lambda history: history.set_delivered(row, by))

    def add_call(
        self,
        call_id: str,
        forecast: InForce,
        figures: CallFigures,
        *,
        began: float,
        duration_ms: float,
    ) -> None:
        """Keep what a call got beside its forecast.

        :param forecast: what was in force when it began.
        :param began: milliseconds since 1970.
        :param duration_ms: of what the figures are of.
        """

        def add(history: History) -> object:
            return history.add_call_result(
                call_id,
                figures,
                timestamp=began,
                duration_ms=duration_ms,
                network_id=forecast.network_id,
                run_id=forecast.run_id,
                forecast_code=forecast.code,
                confidence=forecast.confidence,
                odds=forecast.odds,
                model=forecast.model,
            )

        if self.history is not None:
            self._write(self.history, add)

    def keep_calls(
        self,
        open_calls: Mapping[str, bytes],
        over: Sequence[CallRecord],
        clients: Mapping[str, int],
        *,
        gone: Sequence[str] = (),
    ) -> bool:
        """Keep the calls that go on as they stand, and the records of those that are over.

        :param clients: the highest ``seq`` of each client that is contained in them.
        :param gone: calls that go on no more, and of which there is no record.
        :returns: whether the history has them now.
        """
        kept = False
        if self.history is not None:
            with self._tried():
                now = time.time() * 1000
                self.history.keep_calls(
                    open=open_calls, over=over, clients=clients, gone=gone, now=now
                )
                kept = True
        return kept

    def open_calls(self, *, since: float = -math.inf) -> list[bytes]:
        """The calls that went on when last written, here or by another program.

        :param since: milliseconds since 1970: those written earlier are left out.
        """
        if self.history is not None:
            with self._tried():
                return self.history.open_calls(since=since)
        return []

    def client_sequences(self) -> dict[str, int]:
        """The highest ``seq`` of each client that the history has."""
        if self.history is not None:
            with self._tried():
                return self.history.client_sequences()
        return {}

    def last_call(self) -> CallRecord | None:
        """The call that began last of those that are over."""
        if self.history is not None:
            with self._tried():
                for row in self.history.calls(limit=1):
                    return self.history.call(row.call_id)
        return None

    def has_call(self, call_id: str) -> bool:
        """Whether this call is over, and in the history."""
        if self.history is not None:
            with self._tried():
                return self.history.has_call(call_id)
        return False

    def keep_feedback(self, call_id: str, feedback: FeedbackRecord) -> bool:
        """Keep how a call was that is over.

        :returns: False where it is worth another try; there may be no such call.
        """
        if self.history is None:
            return False
        try:
            self.history.set_call_feedback(call_id, feedback)
        except HistoryError as error:
            self._failed(error)
            return error.code == "record"  # that cannot be read, today or tomorrow
        return True

    def call(self, call_id: str) -> CallRecord | None:
        """The record of a call that is over; None where there is none, or none to be read."""
        if self.history is not None:
            with contextlib.suppress(HistoryError):
                return self.history.call(call_id)
        return None

    def set_profile(self, network_id: str, profile: Profile) -> None:
        """Keep what is usual on a network."""
        if self.history is not None:
            with self._tried():
                text = msgspec.json.encode(profile).decode()
                self.history.set_profile(network_id, profile.learnt_ms, text)

    def prune(self, retention_days: int) -> None:
        """Delete a bounded number of the runs that are older than this."""
        if self.history is not None:
            with self._tried():
                self.history.prune(retention_days=retention_days, now=time.time() * 1000)

    def purge_is_due(self) -> bool:
        """Whether something was deleted that has to be removed now."""
        if self.history is not None:
            with self._tried():
                return self.history.purge_is_due(now=time.time() * 1000)
        return False

    # -- beside the event loop ---------------------------------------------------------------

    async def _patiently(self, history: History, write: Callable[[History], Kept]) -> Kept:
        """Write at once, or in a thread where another process holds the file.

        :raises HistoryError: where that fails, too.
        """
        try:
            return write(history)
        except HistoryError as error:
            if error.code != "locked":
                raise
        return await asyncio.to_thread(_written, self.file, write)

    def _write(self, history: History, write: Callable[[History], object]) -> None:
        """The same where nobody waits for what comes of it."""
        try:
            write(history)
        except HistoryError as error:
            if error.code == "locked":
                self._go_on(self._write_later(write))
            else:
                self._failed(error)

    async def _write_later(self, write: Callable[[History], object]) -> None:
        with self._tried():
            await asyncio.to_thread(_written, self.file, write)

    def _go_on(self, what: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(what)
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    @contextlib.contextmanager
    def _tried(self) -> Iterator[None]:
        try:
            yield
        except HistoryError as error:
            self._failed(error)

    def _failed(self, error: HistoryError) -> None:
        """Say so; a damaged file is set aside, which opening it again does."""
        self._emit(ServiceProblem("history", error.message))
        if error.code == "corrupt" and self.history is not None:
            self.close()
            self._go_on(self.open_when_ready())


def _identity(file: Path) -> tuple[int, int] | None:
    """What tells a file from another one of its name; None where there is none.

    :raises OSError: where that cannot be found out.
    """
    try:
        found = file.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _made_ready(file: Path) -> str | None:
    """On another thread."""
    with History.open(file) as history:
        return history.notice


def _written(file: Path, write: Callable[[History], Kept]) -> Kept:
    """On another thread, whose history waits longer."""
    with History.open(file) as history:
        return write(history)


def _notification(
    verdict: Verdict, network_id: str, run_id: int, decision: Decision
) -> Callable[[History], int]:
    return lambda history: history.add_notification(
        run_id,
        timestamp=verdict.timestamp,
        # It says nothing of the network before.
        network_id=NO_NETWORK if verdict.cut_off else network_id,
        code=verdict.notification_code,
        decision=decision,
    )
