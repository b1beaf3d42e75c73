"""What is remembered of one network from run to run: its habit, what is believed, what calls got.

Everything in here can be had again from the history, and is after a start. Nothing raises for what
the history holds or does not hold: a network without memories is one that was never met.
"""

import contextlib
import logging
import math
from dataclasses import dataclass

from notifier.forecast import baseline, correction
from notifier.forecast.baseline import Profile, ProfileError, Unusual
from notifier.forecast.belief import MEMORY, Belief, Run, believe, believe_all, run_of
from notifier.forecast.causes import Cause
from notifier.forecast.judge import judge
from notifier.forecast.thresholds import default_thresholds
from notifier.history.errors import HistoryError
from notifier.history.rows import StoredRun, best_server
from notifier.history.store import History
from notifier.prediction import Known, Prediction, ServerPrediction
from notifier.service.habit import LOOK_BACK, Habit, Seen
from notifier.verdict import Verdict

__all__ = ["InForce", "NetworkMemory"]

_MOST_ROWS = 300
_MOST_RUNS = 24
"""From which a belief is made again; the average forgets older ones anyway."""

_TRY_AGAIN_MS = 3_600_000.0
"""Of a history that is too short yet, or that cannot be read."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class InForce:
    """The forecast that holds until the next run: what a call that begins now is compared with."""

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


class NetworkMemory:
    """The memory of one network.

    :param network_id: the keyed hash of :mod:`notifier.machine.network`.
    :param urls: the servers of the settings: what is believed is believed of calls through them.
    :param now: milliseconds since 1970.
    """

    def __init__(
        self, network_id: str, history: History | None, *, urls: frozenset[str], now: float
    ) -> None:
        self.network_id = network_id
        verdicts = _verdicts(history, network_id)
        self.habit = Habit(map(Seen.of, verdicts))
        oldest_first = verdicts[::-1]
        self._belief = believe_all(_runs(history, network_id, urls, now))
        self.profile = _profile(history, network_id)
        self._watch = baseline.replayed(
            self.profile,
            (baseline.watched(verdict, best_server(verdict.servers)) for verdict in oldest_first),
        )
        self.in_force: InForce | None = None
        self._learning_tried = -math.inf

    def wants_learning(self, now: float) -> bool:
        """Whether what is usual should be learnt now: a day ago, and not tried in vain just before.

        :param now: milliseconds since 1970.
        """
        if not baseline.stale(self.profile, now) or 0 <= now - self._learning_tried < _TRY_AGAIN_MS:
            return False
        self._learning_tried = now
        return True

    def believe(self, run: Run) -> Belief:
        """What is believed after one more run."""
        self._belief = believe(self._belief, run)
        return self._belief

    def watch(self, verdict: Verdict, server_url: str | None) -> tuple[Unusual, ...]:
        """What is unusual for this network after one more run.

        :param server_url: the server that decided.
        """
        server = best_server(verdict.servers, url=server_url)
        self._watch, unusual = baseline.observe(
            self._watch, self.profile, baseline.watched(verdict, server)
        )
        return unusual

    def corrected(self, prediction: Prediction, history: History | None, now: float) -> Prediction:
        """A prediction, as what calls on this network got has taught to read it.

        :param now: milliseconds since 1970.
        """
        if history is None or prediction.model is None:
            return prediction
        try:
            calls = history.call_results(network_id=self.network_id, limit=correction.MOST_CALLS)
        except HistoryError as error:
            log.info("no correction from earlier calls: %s", error)
            return prediction
        learnt = correction.learn(calls, model=prediction.model, now=now)
        return correction.corrected_run(prediction, learnt)


def _verdicts(history: History | None, network_id: str) -> list[Verdict]:
    """Newest first."""
    if history is None:
        return []
    try:
        return history.verdicts(network_id=network_id, limit=LOOK_BACK)
    except HistoryError as error:
        log.info("nothing is known of this network from earlier runs: %s", error)
        return []


def _runs(history: History | None, network_id: str, urls: frozenset[str], now: float) -> list[Run]:
    """The last runs of the schedule to these servers, each judged by itself again, oldest first.

    Not the verdicts that were told: those have the runs before them in them.
    """
    if history is None:
        return []
    found: list[Run] = []
    try:
        for row in history.runs(since=now - MEMORY * 1000, limit=_MOST_ROWS):
            if row.network_id != network_id or row.demonstration or row.origin == "probe":
                continue
            with contextlib.suppress(HistoryError):  # a damaged record is one run less
                stored = history.run(row.id)
                if {server.url for server in stored.measurement.servers} == urls:
                    found.append(_judged_again(stored))
            if len(found) == _MOST_RUNS:
                break
    except HistoryError as error:
        log.info("nothing is believed of this network from earlier runs: %s", error)
    return found[::-1]


def _judged_again(stored: StoredRun) -> Run:
    judgement = judge(
        stored.measurement,
        default_thresholds(),
        prediction=stored.prediction or Prediction(),
        known=Known(),
    )
    has_route = Cause.NO_ROUTE not in stored.verdict.causes
    return run_of(stored.measurement, judgement, has_route=has_route)


def _profile(history: History | None, network_id: str) -> Profile | None:
    if history is None:
        return None
    try:
        kept = history.profile(network_id)
        return None if kept is None else baseline.read_profile(kept[1])
    except (HistoryError, ProfileError) as error:
        log.info("what is usual on this network is learnt anew: %s", error)
        return None
