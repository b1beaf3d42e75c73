"""What is remembered of one network from run to run: its habit, what is believed, what calls got.

Everything in here can be had again from the history, and is after a start. Nothing raises for what
the history holds or does not hold: a network without memories is one that was never met.
"""

import contextlib
import logging
import math
from dataclasses import dataclass

import msgspec

from notifier.codes import BY_SUMMARY, Color
from notifier.forecast import correction
from notifier.forecast.baseline import Profile, ProfileError, read_profile, stale
from notifier.forecast.belief import (
    CHANGES_PER_HOUR,
    MEMORY,
    Belief,
    Run,
    believe,
    believe_all,
    run_of,
)
from notifier.forecast.causes import Cause
from notifier.forecast.correction import Correction
from notifier.forecast.judge import judge
from notifier.forecast.thresholds import default_thresholds
from notifier.forecast.unusual import Unusual, observe, replayed
from notifier.forecast.watched import Figure, Watched, history_of, watched
from notifier.history.errors import HistoryError
from notifier.history.rows import StoredRun, best_server
from notifier.history.store import History
from notifier.prediction import Known, Prediction, ServerPrediction
from notifier.service.habit import LOOK_BACK, Habit, Seen
from notifier.service.known import known_on
from notifier.verdict import Verdict

__all__ = ["HOLDS_FOR", "InForce", "NetworkMemory"]

HOLDS_FOR = math.log(2) / CHANGES_PER_HOUR * 3600.0
"""Seconds after its run for which a forecast holds, 83 minutes: by then what the run is worth has
halved, as in :mod:`notifier.forecast.belief`. What a call gets that begins later says as much of
how the network has changed as of how good the forecast was."""

_MOST_ROWS = 300
_MOST_RUNS = 24
"""From which a belief is made again; the average forgets older ones anyway."""

_TRY_AGAIN_MS = 3_600_000.0
"""Of a history that is too short yet, or that cannot be read."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class InForce:
    """The forecast that holds until the next run, or until it is too old: what a call that begins
    meanwhile is compared with."""

    at: float
    """When it was made, milliseconds since 1970."""

    network_id: str
    run_id: int | None
    """The row in the history; None where it could not be written."""

    code: int
    """The summary code that was told."""

    confidence: float
    odds: ServerPrediction | None
    """Of the server that decided, as the model said them, before any correction; None where the
    threshold rule decided."""

    model: str | None

    def holds(self, now: float) -> bool:
        """Whether a call that begins now can be compared with it.

        Not where the clock was set back meanwhile by as much: nobody knows how old it is then.

        :param now: milliseconds since 1970.
        """
        return abs(now - self.at) <= HOLDS_FOR * 1000


class NetworkMemory:
    """The memory of one network.

    :param network_id: the keyed hash of :mod:`notifier.machine.network`.
    :param urls: the servers of the settings: what is believed is believed of calls through them.
    :param now: milliseconds since 1970.
    :param corrects: forecasts are corrected by what calls on it got.
    """

    def __init__(
        self,
        network_id: str,
        history: History | None,
        *,
        urls: frozenset[str],
        now: float,
        corrects: bool = True,
    ) -> None:
        self.network_id = network_id
        self._corrects = corrects
        self.habit = Habit(map(Seen.of, _verdicts(history, network_id)))
        self._belief = believe_all(self._runs(history, urls, now))
        self.profile = _profile(history, network_id)
        self._watch = replayed(self.profile, _watched(history, network_id))
        self._untold: frozenset[Figure] = frozenset()
        """What became unusual with a verdict that was unsure."""

        self.in_force: InForce | None = None
        self._learning_tried = -math.inf

    def wants_learning(self, now: float) -> bool:
        """Whether what is usual should be learnt now: a day ago, and not tried in vain just before.

        :param now: milliseconds since 1970.
        """
        if not stale(self.profile, now) or 0 <= now - self._learning_tried < _TRY_AGAIN_MS:
            return False
        self._learning_tried = now
        return True

    def believe(self, run: Run, *, news: bool = True) -> Belief:
        """What is believed after one more run.

        :param news: False of a light run that a full one could have followed, and was not worth
            it: one of another colour than is believed says what a full run has been asked about
            before. It changes nothing, or it would ask for another one by its doubt.
        """
        before = self._belief
        if before is None or news or _agrees(before, run) or before.unsure or run.certain:
            before = believe(before, run)
        self._belief = before
        return before

    def watch(self, verdict: Verdict, server_url: str | None) -> tuple[Unusual, ...]:
        """What is unusual for this network after one more run.

        What has become unusual with a verdict that is unsure, and so is told to nobody, is new
        with the next one again.

        :param server_url: the server that decided.
        """
        server = best_server(verdict.servers, url=server_url)
        self._watch, found = observe(self._watch, self.profile, watched(verdict, server))
        unusual = tuple(
            msgspec.structs.replace(one, new=one.new or one.figure in self._untold) for one in found
        )
        new = (one.figure for one in unusual if one.new)
        self._untold = frozenset(new if verdict.unsure else ())
        return unusual

    def corrected(self, prediction: Prediction, history: History | None, now: float) -> Prediction:
        """A prediction, as what calls on this network got has taught to read it.

        :param now: milliseconds since 1970.
        """
        return correction.corrected_run(
            prediction, self._correction(prediction.model, history, now)
        )

    def _correction(self, model: str | None, history: History | None, now: float) -> Correction:
        if history is None or model is None or not self._corrects:
            return correction.NONE
        try:
            calls = history.call_results(network_id=self.network_id, limit=correction.MOST_CALLS)
        except HistoryError as error:
            log.info("no correction from earlier calls: %s", error)
            return correction.NONE
        return correction.learn(calls, model=model, now=now)

    def _runs(self, history: History | None, urls: frozenset[str], now: float) -> list[Run]:
        """The last runs of the schedule to these servers, as each was judged by itself, oldest
        first.

        Not the verdicts that were told: those have the runs before them in them. A light run that
        found another colour than was told with it, and asked for nothing, was passed over.
        """
        found: list[Run] = []
        learnt: dict[str | None, Correction] = {}
        known = known_on(history, self.network_id, demonstration=False)
        for stored in _stored(history, self.network_id, urls, now):
            prediction = stored.prediction or Prediction()
            model = prediction.model
            if model not in learnt:
                learnt[model] = self._correction(model, history, now)
            run = _judged_again(stored, correction.corrected_run(prediction, learnt[model]), known)
            told = stored.verdict
            if run.mode == "full" or told.unsure or _color(run.code) is _color(told.summary_code):
                found.append(run)
        return found[::-1]


def _agrees(belief: Belief, run: Run) -> bool:
    return _color(belief.code) is _color(run.code)


def _color(code: int) -> Color | None:
    row = BY_SUMMARY.get(code)
    return None if row is None else row.color


def _verdicts(history: History | None, network_id: str) -> list[Verdict]:
    """Newest first."""
    if history is None:
        return []
    try:
        return history.verdicts(network_id=network_id, limit=LOOK_BACK)
    except HistoryError as error:
        log.info("nothing is known of this network from earlier runs: %s", error)
        return []


def _stored(
    history: History | None, network_id: str, urls: frozenset[str], now: float
) -> list[StoredRun]:
    """The last runs of the schedule to these servers, newest first."""
    if history is None:
        return []
    found: list[StoredRun] = []
    try:
        for row in history.runs(since=now - MEMORY * 1000, limit=_MOST_ROWS):
            if row.network_id != network_id or row.demonstration or row.origin == "probe":
                continue
            with contextlib.suppress(HistoryError):  # a damaged record is one run less
                stored = history.run(row.id)
                if {server.url for server in stored.measurement.servers} == urls:
                    found.append(stored)
            if len(found) == _MOST_RUNS:
                break
    except HistoryError as error:
        log.info("nothing is believed of this network from earlier runs: %s", error)
    return found


def _judged_again(stored: StoredRun, prediction: Prediction, known: Known) -> Run:
    judgement = judge(stored.measurement, default_thresholds(), prediction=prediction, known=known)
    has_route = Cause.NO_ROUTE not in stored.verdict.causes
    return run_of(stored.measurement, judgement, has_route=has_route)


def _watched(history: History | None, network_id: str) -> tuple[Watched, ...]:
    """Of the last runs, oldest first; by their rows, which know the server that decided."""
    if history is None:
        return ()
    try:
        return history_of(history.runs(limit=_MOST_ROWS), network_id)
    except HistoryError as error:
        log.info("nothing is known of what was unusual on this network: %s", error)
        return ()


def _profile(history: History | None, network_id: str) -> Profile | None:
    if history is None:
        return None
    try:
        kept = history.profile(network_id)
        return None if kept is None else read_profile(kept[1])
    except (HistoryError, ProfileError) as error:
        log.info("what is usual on this network is learnt anew: %s", error)
        return None
