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
nobody. What a run outweighs depends on what was to be expected: on a network between two colours
a run of the other colour is no surprise, and starts nothing.

No I/O, no clock: :func:`believe` takes what is believed and a run, and gives what is believed then.
docs/belief.md has the numbers and what they lead to.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from notifier.codes import BY_SUMMARY, ROWS, Color
from notifier.forecast.reading import CodeOdds, color_odds, likeliest
from notifier.measurement import Mode

__all__ = ["MOST_TRIES", "Belief", "Run", "believe", "believe_all"]

CHANGES_PER_HOUR = 0.5
"""How often a network really changes: what a run is worth halves in 83 minutes, and a night later
next to nothing is left of it."""

STANDS_ALONE = 0.5
"""A run stands by itself where it is less likely than this that the last one still holds."""

WEIGHT: Mapping[Mode, float] = {"full": 1.0, "light": 0.15}
"""Of a run in the average: some dozen packets notice a change, they do not decide."""

MOST_RUNS = 5.0
"""Full runs that the average remembers: older ones fade as newer ones come."""

SHARPENING = 0.3
"""By how much many runs that agree multiply the log-odds of one: 1 + this, at most."""

TURN = 1.5
"""Evidence (natural logarithm of a likelihood ratio) from which the colour has changed."""

ONE_RUN = 1.1
"""The most that one run adds to it: less than :data:`TURN`, and more than the half."""

SUSPECT = 0.3
"""Share of the evidence for a change from which it is tested again at once."""

RESTLESS = 1.0
"""Each of the recent changes of colour but the first makes the next one so much harder, as a share
of :data:`TURN`: a network that swings from run to run should not be told of all day."""

MOST_RESTLESS = 2.0
"""The most of such changes that count: five sure runs in a row always make the colour follow."""

RESTLESS_HOURS = 6.0
"""After which a change of colour counts for only 1/e."""

OTHER_CODE = 1.5
"""Times as likely as the code shown that another one of its colour has to be to take its place."""

SURE = 0.6
"""Confidence below which the first verdict on a network is tested again."""

MOST_TRIES = 2
"""Runs that follow at once, in a row, to make sure; then what is known has to do."""

_LEAST = 1e-4
"""Odds below which nothing is told apart."""

_EXPECTED: Mapping[int, float] = {
    code: 1 / len(Color) / sum(other.color is row.color for other in BY_SUMMARY.values())
    for code, row in BY_SUMMARY.items()
}
"""Of the codes before any run: the colours alike, and the codes of each."""


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

    certain: bool = False
    """A fact of this machine or its network (no route, a log-in page) and no sample: it counts at
    once, and says nothing about the runs before it."""


@dataclass(frozen=True, slots=True)
class _Average:
    """Some runs, averaged."""

    weight: float
    """Of all of them: 1 is a full run of just now."""

    scores: Mapping[int, float]
    """By code: mean logarithm of how much likelier it is than before any run."""

    def odds(self) -> dict[int, float]:
        """How likely each code is, of a call now."""
        many = max(1.0, self.weight)
        sharper = (1 + SHARPENING) / (1 + SHARPENING / many)
        return _normal({c: _EXPECTED[c] * math.exp(sharper * s) for c, s in self.scores.items()})

    def faded(self, stays: float) -> "_Average":
        """After a time in which the network stayed as it was with this probability."""
        return _Average(self.weight * stays, self.scores)

    def joined(self, other: "_Average | None") -> "_Average":
        """Both together."""
        if other is None:
            return self
        weight = self.weight + other.weight
        share = other.weight / weight
        scores = {c: s + share * (other.scores[c] - s) for c, s in self.scores.items()}
        return _Average(min(weight, MOST_RUNS), scores)


_NO_EVIDENCE: Mapping[Color, float] = dict.fromkeys(Color, 0.0)


@dataclass(frozen=True, slots=True)
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

    unsure: bool
    """Test again at once, and tell nobody: a run did not fit, or the first said little."""

    tries: int = 0
    """Verdicts in a row that were unsure, this one included."""

    opening: bool = False
    """The first verdict was unsure, and no later one was sure: the colour is open."""

    settled: _Average = field(repr=False, kw_only=True)
    doubt: _Average | None = field(default=None, repr=False, kw_only=True)
    """The runs since one did not fit."""

    evidence: Mapping[Color, float] = field(default_factory=lambda: _NO_EVIDENCE, kw_only=True)
    """By colour: how much speaks for a change to it."""

    turns: float = field(default=0.0, kw_only=True)
    """Changes of colour lately, each fading."""

    before: "Belief | None" = field(default=None, repr=False, kw_only=True)
    """Where a fact is shown: what was believed before it."""

    certain: bool = field(default=False, kw_only=True)
    """A fact is shown."""


def believe(before: Belief | None, run: Run) -> Belief:
    """What is believed after a run; never raises.

    :param before: of the same network; None: this is the first run on it.
    """
    if before is not None and before.certain:
        before = before.before
    if run.certain:
        return _fact(before, run)
    stays = 0.0 if before is None else _stays(run.at - before.at)
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


def _fact(before: Belief | None, run: Run) -> Belief:
    own = _average_of(run)
    return Belief(
        run.at,
        _known(run.code),
        _confidence(run),
        own.odds(),
        unsure=False,
        settled=own,
        before=before,
        certain=True,
    )


def _alone(run: Run) -> Belief:
    own = _average_of(run)
    confidence = _confidence(run)
    unsure = confidence < SURE
    return Belief(
        run.at,
        _known(run.code),
        confidence,
        own.odds(),
        unsure,
        tries=int(unsure),
        opening=unsure,
        settled=own,
    )


def _opened(before: Belief, run: Run, stays: float) -> Belief:
    """The colour was open: it follows the average of the few runs there are."""
    settled = before.settled.faded(stays).joined(_average_of(run))
    odds = settled.odds()
    code = likeliest(odds)
    confidence = color_odds(odds)[BY_SUMMARY[code].color]
    unsure = confidence < SURE and before.tries < MOST_TRIES
    return Belief(
        run.at,
        code,
        confidence,
        odds,
        unsure,
        tries=before.tries + 1 if unsure else 0,
        opening=unsure,
        settled=settled,
    )


def _weighed(before: Belief, run: Run, stays: float) -> Belief:
    """The colour stands, until there is evidence enough for another."""
    own = _average_of(run)
    shown = BY_SUMMARY[before.code].color
    settled = before.settled.faded(stays)
    evidence = _evidence(before.evidence, color_odds(own.odds()), color_odds(settled.odds()), shown)
    turns = before.turns * math.exp(-_hours(run.at - before.at) / RESTLESS_HOURS)
    other = max(Color, key=lambda color: evidence[color])
    doubt = own if before.doubt is None else before.doubt.faded(stays).joined(own)

    limit = TURN * (1 + RESTLESS * min(MOST_RESTLESS, max(0.0, turns - 1)))
    if evidence[other] >= limit:
        odds = doubt.odds()
        return Belief(
            run.at,
            _code(odds, other),
            color_odds(odds)[other],
            odds,
            unsure=False,
            settled=doubt,
            turns=turns + 1,
        )
    if evidence[other] <= 0:
        settled = settled.joined(doubt)
        odds = settled.odds()
        return Belief(
            run.at,
            _code(odds, shown, before.code),
            color_odds(odds)[shown],
            odds,
            unsure=False,
            settled=settled,
            turns=turns,
        )
    changed = 1 / (1 + math.exp(limit - evidence[other]))
    odds = _mixed(settled.odds(), doubt.odds(), changed)
    suspected = evidence[other] >= SUSPECT * limit
    unsure = suspected and before.tries < MOST_TRIES
    return Belief(
        run.at,
        before.code,
        color_odds(odds)[shown],
        odds,
        unsure,
        tries=before.tries + int(unsure) if suspected else 0,
        settled=settled,
        doubt=doubt,
        evidence=evidence,
        turns=turns,
    )


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


def _code(odds: CodeOdds, color: Color, shown: int | None = None) -> int:
    """The likeliest code of a colour; the one shown stays, unless another is clearly likelier."""
    codes = [row.summary_code for row in ROWS if row.color is color]
    best = max(codes, key=lambda code: odds[code])
    return shown if shown in codes and odds[best] < OTHER_CODE * odds[shown] else best


def _average_of(run: Run) -> _Average:
    odds = _fitted(run)
    weight = WEIGHT[run.mode]
    return _Average(weight, {c: math.log(p / _EXPECTED[c]) for c, p in odds.items()})


def _fitted(run: Run) -> dict[int, float]:
    """The odds of a run, such that its colour has its confidence."""
    given = {code: run.odds.get(code, 0.0) for code in BY_SUMMARY}
    if not all(math.isfinite(p) and p >= 0 for p in given.values()) or sum(given.values()) <= 0:
        given = {code: float(code == run.code) for code in BY_SUMMARY}
    odds = _normal({code: max(_LEAST, p / max(given.values())) for code, p in given.items()})
    color = BY_SUMMARY[_known(run.code)].color
    share = color_odds(odds)[color]
    confidence = _confidence(run)
    inside, outside = confidence / share, (1 - confidence) / (1 - share)
    return {
        code: p * (inside if BY_SUMMARY[code].color is color else outside)
        for code, p in odds.items()
    }


def _mixed(one: CodeOdds, other: CodeOdds, share: float) -> dict[int, float]:
    return {code: p + share * (other[code] - p) for code, p in one.items()}


def _normal(odds: CodeOdds) -> dict[int, float]:
    whole = sum(odds.values())
    return {code: p / whole for code, p in odds.items()}


def _known(code: int) -> int:
    """The code; of none that we know, the worst."""
    return code if code in BY_SUMMARY else ROWS[0].summary_code


def _confidence(run: Run) -> float:
    if not math.isfinite(run.confidence):
        return _LEAST
    return min(1 - _LEAST, max(_LEAST, run.confidence))


def _hours(milliseconds: float) -> float:
    """Between two runs, whichever way the clock was set meanwhile."""
    return abs(milliseconds) / 3_600_000 if math.isfinite(milliseconds) else math.inf


def _stays(milliseconds: float) -> float:
    """How likely a network is as it was, after so long."""
    return math.exp(-CHANGES_PER_HOUR * _hours(milliseconds))
