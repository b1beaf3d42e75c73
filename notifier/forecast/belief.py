"""What several runs on one network say together: one belief, from the first run on.

A run is a sample: seconds of a network that a call will use for an hour. The belief has two parts:

* **settled**: the runs that go together, averaged. A call differs from the next on the same
  network, and each run's odds already say how much; so runs that agree make the belief only a
  little surer than one of them (:data:`SHARPENING`), not certain.
* **doubt**: the runs since one did not fit. Each adds to the evidence that the network has changed
  (a cumulative sum, Page 1954, doi:10.1093/biomet/41.1-2.100), and one run adds at most
  :data:`ONE_RUN` of the :data:`TURN` that makes the colour follow: so a single odd run never does,
  and a second one that agrees does. A run that fits ends the doubt.

Meanwhile the colour stays, its confidence falls, and the belief is *unsure*: test again, and tell
nobody. How much a run says depends on what was to be expected: on a network between two colours
one of the other colour is little of a surprise.

No I/O, no clock: :func:`believe` takes what is believed and a run, and gives what is believed then.
docs/belief.md has the numbers and what they lead to.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from notifier.codes import BY_SUMMARY, ROWS, Color
from notifier.forecast.causes import Cause
from notifier.forecast.judge import Judgement
from notifier.forecast.reading import CodeOdds, color_odds, sure_of
from notifier.measurement import Mode, RunMeasurement
from notifier.verdict import REFUSALS

__all__ = ["MEMORY", "Belief", "Run", "believe", "believe_all", "run_of"]

CHANGES_PER_HOUR = 0.5
"""How often a network really changes: what a run is worth halves in 83 minutes."""

STANDS_ALONE = 0.5
"""A run stands by itself where it is less likely than this that what was before still holds."""

MEMORY = 12 * 3600.0
"""Seconds of runs from which a belief is made again after a start."""

WEIGHT: Mapping[Mode, float] = {"full": 1.0, "light": 0.15}
"""Of a run in the average: some dozen packets notice a change, they do not decide."""

MOST_RUNS = 5.0
"""Full runs that the average remembers: older ones fade as newer ones come."""

MOST_RUNS_OF_CODES = 3.0
"""The same for the codes within a colour, for which there is no doubt that would be quicker."""

SHARPENING = 0.3
"""By how much many runs that agree multiply the log-odds of one: 1 + this, at most."""

SUREST = 0.97
"""No run is surer than this in the average, whatever it says."""

TURN = 1.35
"""Evidence (natural logarithm of a likelihood ratio) from which the colour has changed."""

ONE_RUN = 1.0
"""The most that one run adds to it: less than :data:`TURN`, more than its half."""

SUSPECT = 0.3
"""Share of the evidence for a change from which it is tested again at once."""

MOST_TRIES = 2
"""Verdicts in a row that are unsure; then what is known has to do."""

SURE = 0.6
"""Confidence below which the first verdict on a network is unsure."""

RESTLESS = 1.0
"""Each of the recent changes of colour but the first makes the next one so much harder, as a share
of :data:`TURN`: a network that swings from run to run should not be told of all day."""

MOST_RESTLESS = 2.0
"""The most of such changes that count: five sure runs in a row always make the colour follow."""

RESTLESS_HOURS = 3.0
"""After which a change of colour counts for only 1/e."""

OTHER_CODE = 1.5
"""Times as likely as the code shown that another one of its colour has to be to take its place."""

_LEAST = 1e-3
"""What is less likely than this is taken for this likely."""

_CODES: Mapping[Color, tuple[int, ...]] = {
    color: tuple(row.summary_code for row in ROWS if row.color is color) for color in Color
}
"""The codes of each colour, the worst first."""

_Key = TypeVar("_Key", Color, int)


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of the test says."""

    at: float
    """When it began, milliseconds since 1970."""

    mode: Mode
    code: int
    """The summary code that it would have by itself."""

    confidence: float
    """0..1: how sure its colour is."""

    odds: CodeOdds
    """How likely each summary code is; empty where only the code is known."""

    causes: tuple[Cause, ...] = ()
    connects: bool = True
    certain: bool = False
    """A fact of this machine, its network (no route, a log-in page) or its settings (a password
    that is refused) and no sample: it counts at once, and says nothing of what the network is like
    without it."""


def run_of(measurement: RunMeasurement, judgement: Judgement, *, has_route: bool) -> Run:
    """What a run says, as it was judged by itself.

    :param has_route: this machine is connected to a network.
    """
    unserved = judgement.server_url is None
    causes = frozenset(judgement.causes)
    in_the_way = Cause.CAPTIVE_PORTAL in causes or (bool(causes) and causes <= REFUSALS)
    return Run(
        at=measurement.timestamp,
        mode=measurement.mode,
        code=judgement.summary_code,
        confidence=judgement.confidence,
        odds=judgement.odds,
        causes=judgement.causes,
        connects=judgement.connects,
        certain=unserved and (not has_route or in_the_way),
    )


@dataclass(frozen=True, slots=True)
class _Average:
    """Some runs, averaged: the colours, and apart from them the codes of each.

    Apart, because two runs with two codes of one colour agree in what people look at.
    """

    weight: float
    """Of all of them: 1 is a full run of just now."""

    colors: Mapping[Color, float]
    """Mean logarithm of the odds."""

    codes: Mapping[int, float]
    """The same of each code among those of its colour."""

    def odds(self) -> dict[int, float]:
        """How likely a call now gets each code."""
        many = max(1.0, self.weight)
        sharper = (1 + SHARPENING) / (1 + SHARPENING / many)
        colors = _likely(self.colors, sharper)
        odds: dict[int, float] = {}
        for color, codes in _CODES.items():
            among = _likely({code: self.codes[code] for code in codes}, sharper)
            odds |= {code: colors[color] * p for code, p in among.items()}
        return odds

    def faded(self, stays: float) -> "_Average":
        """After a time in which the network stayed as it was with this probability."""
        return replace(self, weight=self.weight * stays)

    def joined(self, other: "_Average") -> "_Average":
        """Both together."""
        weight = self.weight + other.weight
        of_codes = min(self.weight, MOST_RUNS_OF_CODES) + other.weight
        return _Average(
            min(weight, MOST_RUNS),
            _between(self.colors, other.colors, other.weight / weight),
            _between(self.codes, other.codes, other.weight / of_codes),
        )


_NO_EVIDENCE: Mapping[Color, float] = dict.fromkeys(Color, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """What is believed of a network after a run."""

    at: float
    """When that run began, milliseconds since 1970."""

    code: int
    """The summary code to show."""

    confidence: float
    """0..1: how sure its colour is."""

    odds: CodeOdds
    """How likely a call now gets each summary code; adds up to 1."""

    causes: tuple[Cause, ...]
    """Of the newest run that had this code by itself, so that they fit the sentence."""

    connects: bool
    """A call can be connected at all; of the same run."""

    unsure: bool = False
    """Test again soon, and tell nobody: a run did not fit, or the first said little."""

    tries: int = 0
    """Verdicts in a row that were unsure, this one included."""

    opening: bool = False
    """The first verdict was unsure and none was sure since: the colour is open."""

    settled: _Average = field(repr=False)
    doubt: _Average | None = field(default=None, repr=False)
    """The runs since one did not fit."""

    evidence: Mapping[Color, float] = field(default_factory=lambda: _NO_EVIDENCE, repr=False)
    """How much speaks for a change to each colour."""

    turns: float = 0.0
    """Changes of colour lately, each fading."""

    certain: bool = False
    """A fact is shown; ``before`` is what was believed without it."""

    before: "Belief | None" = field(default=None, repr=False)

    def told(self, judgement: Judgement) -> Judgement:
        """The judgement of the last run, as it is told: what is believed, and its own server."""
        return replace(
            judgement,
            summary_code=self.code,
            confidence=self.confidence,
            odds=self.odds,
            causes=self.causes,
            connects=self.connects,
        )


def believe(before: Belief | None, run: Run) -> Belief:
    """What is believed after a run; never raises.

    :param before: of the same network; None: this is the first run on it.
    """
    run = _readable(run)
    if before is not None and before.certain:
        before = before.before
    stays = 0.0 if before is None else _stays(run.at - before.at)
    if run.certain:
        return _alone(run, before=before)
    if before is None or stays < STANDS_ALONE:
        return _alone(run)
    if before.opening:
        return _opened(before, run, stays)
    return _weighed(before, run, stays)


def believe_all(runs: Iterable[Run]) -> Belief | None:
    """What is believed after these runs on one network, oldest first; None without any."""
    belief = None
    for run in runs:
        belief = believe(belief, run)
    return belief


def _alone(run: Run, *, before: Belief | None = None) -> Belief:
    """A run by itself: the first one, or a fact."""
    own = _average_of(run)
    unsure = run.confidence < SURE and not run.certain
    return Belief(
        at=run.at,
        code=run.code,
        confidence=run.confidence,
        odds=own.odds(),
        causes=run.causes,
        connects=run.connects,
        unsure=unsure,
        tries=int(unsure),
        opening=unsure,
        settled=own,
        certain=run.certain,
        before=before,
    )


def _opened(before: Belief, run: Run, stays: float) -> Belief:
    """The colour was open: it follows the average of the few runs there are."""
    settled = before.settled.faded(stays).joined(_average_of(run))
    shown = BY_SUMMARY[before.code].color
    likely = _likeliest(color_odds(settled.odds()), shown)
    belief = _following(before, run, settled, likely)
    unsure = belief.confidence < SURE and before.tries < MOST_TRIES
    tries = before.tries + 1 if unsure else 0
    return replace(belief, unsure=unsure, tries=tries, opening=unsure)


def _weighed(before: Belief, run: Run, stays: float) -> Belief:
    """The colour stands, until there is evidence enough for another."""
    own = _average_of(run)
    shown, said = BY_SUMMARY[before.code].color, BY_SUMMARY[run.code].color
    settled = before.settled.faded(stays)
    expected = color_odds(settled.odds())
    turns = before.turns * math.exp(-_hours(run.at - before.at) / RESTLESS_HOURS)
    if said is not shown and said is _likeliest(expected, shown):
        # The average has come to it already, and this run says so as well.
        return replace(_following(before, run, settled.joined(own), said), turns=turns + 1)

    evidence = _evidence(before.evidence, color_odds(own.odds()), expected, shown)
    doubt = own if before.doubt is None else before.doubt.faded(stays).joined(own)
    # From a sure red to a sure green both others have all the evidence that a run can give.
    doubted = color_odds(doubt.odds())
    other = max(Color, key=lambda color: (evidence[color], doubted[color]))
    limit = TURN * (1 + RESTLESS * min(MOST_RESTLESS, max(0.0, turns - 1)))
    if evidence[other] >= limit:
        return replace(_following(before, run, doubt, other), turns=turns + 1)
    if evidence[other] > 0:
        changed = 1 / (1 + math.exp(limit - evidence[other]))
        odds = _between(settled.odds(), doubt.odds(), changed)
        belief = _showing(before, run, before.code, odds, settled)
        belief = replace(belief, doubt=doubt, evidence=evidence, turns=turns)
        return _suspecting(before, belief, suspected=evidence[other] >= SUSPECT * limit)

    belief = replace(_following(before, run, settled.joined(doubt), shown), turns=turns)
    likely = _likeliest(color_odds(belief.odds), shown)
    return _suspecting(before, belief, suspected=likely is not shown)


def _following(before: Belief, run: Run, settled: _Average, color: Color) -> Belief:
    """The belief that goes with an average, in this colour."""
    odds = settled.odds()
    return _showing(before, run, _code(odds, color, before.code), odds, settled)


def _showing(before: Belief, run: Run, code: int, odds: CodeOdds, settled: _Average) -> Belief:
    color = BY_SUMMARY[code].color
    causes, connects = before.causes, before.connects
    if run.code == code:
        causes, connects = run.causes, run.connects
    elif before.code != code:  # no run has said just this
        causes = run.causes if BY_SUMMARY[run.code].color is color else ()
        connects = True
    return Belief(
        at=run.at,
        code=code,
        confidence=color_odds(odds)[color],
        odds=odds,
        causes=causes,
        connects=connects,
        settled=settled,
    )


def _likeliest(colors: Mapping[Color, float], shown: Color) -> Color:
    """The likeliest colour; of equals the one shown."""
    return max(Color, key=lambda color: (colors[color], color is shown))


def _suspecting(before: Belief, belief: Belief, *, suspected: bool) -> Belief:
    """The belief, unsure where something is suspected and was not tried for long enough."""
    unsure = suspected and before.tries < MOST_TRIES
    tries = before.tries + int(unsure) if suspected else 0
    return replace(belief, unsure=unsure, tries=tries)


def _evidence(
    before: Mapping[Color, float],
    own: Mapping[Color, float],
    expected: Mapping[Color, float],
    shown: Color,
) -> dict[Color, float]:
    """Evidence for a change to each colour, with one run more."""
    # The colours are alike before any run, so that odds stand for likelihoods.
    as_it_was = sum(expected[color] * own[color] for color in Color)
    return {
        color: 0.0
        if color is shown
        else max(0.0, before[color] + min(ONE_RUN, math.log(own[color] / as_it_was)))
        for color in Color
    }


def _code(odds: CodeOdds, color: Color, shown: int) -> int:
    """The likeliest code of a colour; the one shown stays, unless another is clearly likelier."""
    codes = _CODES[color]
    best = max(codes, key=lambda code: odds[code])
    return shown if shown in codes and odds[best] < OTHER_CODE * odds[shown] else best


def _average_of(run: Run) -> _Average:
    """One run, such that its colour has its confidence."""
    colors = color_odds(run.odds)
    own = BY_SUMMARY[run.code].color
    confidence = min(SUREST, run.confidence)
    others = 1 - colors[own]
    for color in Color:
        if color is own:
            colors[color] = confidence
        elif others > 0:
            colors[color] *= (1 - confidence) / others
        else:
            colors[color] = (1 - confidence) / (len(Color) - 1)
    scores: dict[int, float] = {}
    for codes in _CODES.values():
        scores |= _scores({code: run.odds[code] for code in codes})
    return _Average(WEIGHT[run.mode], _scores(colors), scores)


def _scores(odds: Mapping[_Key, float]) -> dict[_Key, float]:
    """Logarithms of some odds; nothing is impossible."""
    whole = sum(odds.values()) or 1.0
    return {key: math.log(max(_LEAST, p / whole)) for key, p in odds.items()}


def _likely(scores: Mapping[_Key, float], sharper: float) -> dict[_Key, float]:
    """The odds with these logarithms, made sharper; they add up to 1."""
    odds = {key: math.exp(sharper * score) for key, score in scores.items()}
    whole = sum(odds.values())
    return {key: p / whole for key, p in odds.items()}


def _readable(run: Run) -> Run:
    """The run, with what cannot be in it put right."""
    code = run.code if run.code in BY_SUMMARY else ROWS[0].summary_code
    confidence = min(1.0, max(0.0, run.confidence)) if math.isfinite(run.confidence) else 0.0
    odds = {each: run.odds.get(each, 0.0) for each in BY_SUMMARY}
    whole = sum(odds.values())
    if not all(0 <= p < math.inf for p in odds.values()) or not 0 < whole < math.inf:
        odds, whole = sure_of(code, confidence), 1.0
    odds = {each: p / whole for each, p in odds.items()}
    return replace(run, code=code, confidence=confidence, odds=odds)


def _between(
    one: Mapping[_Key, float], other: Mapping[_Key, float], share: float
) -> dict[_Key, float]:
    """So far on the way from one to the other."""
    return {key: value + share * (other[key] - value) for key, value in one.items()}


def _hours(milliseconds: float) -> float:
    """Between two runs, whichever way the clock was set meanwhile."""
    return abs(milliseconds) / 3_600_000 if math.isfinite(milliseconds) else math.inf


def _stays(milliseconds: float) -> float:
    """How likely a network is as it was, after so long."""
    return math.exp(-CHANGES_PER_HOUR * _hours(milliseconds))
