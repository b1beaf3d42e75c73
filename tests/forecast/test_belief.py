"""One odd run moves the confidence, not the colour; two turn it; unsure is a state of its own."""

import itertools
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.codes import BY_SUMMARY, ROWS, Color
from notifier.forecast.belief import Belief, Run, believe, believe_all, run_of
from notifier.forecast.causes import Cause
from notifier.forecast.judge import Judgement
from notifier.forecast.reading import color_odds, likeliest, sure_of
from notifier.measurement import Mode
from tests.forecast.runs import run as measured
from tests.records import NOON

SECOND = 1000.0
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE

CODES = tuple(BY_SUMMARY)
codes = st.sampled_from(CODES)
modes: st.SearchStrategy[Mode] = st.sampled_from(("full", "light"))


def color(code: int) -> Color:
    return BY_SUMMARY[code].color


def said(code: int, confidence: float = 0.8, *, rest: int | None = None, **changes: object) -> Run:
    """A full run at noon with this code; what is left of its odds goes to ``rest`` or to all."""
    odds = sure_of(code, confidence)
    if rest is not None:
        odds = dict.fromkeys(CODES, 0.0) | {code: confidence, rest: 1 - confidence}
    sure = color_odds(odds)[color(code)] if rest is not None else confidence
    run = Run(at=NOON, mode="full", code=code, confidence=sure, odds=odds)
    return replace(run, **changes)  # type: ignore[arg-type]


def later(runs: list[Run], apart: float = 5 * MINUTE) -> list[Run]:
    """The runs, one after the other."""
    return [replace(run, at=NOON + number * apart) for number, run in enumerate(runs)]


def beliefs(runs: list[Run]) -> list[Belief]:
    """What is believed after each."""
    found: list[Belief] = []
    for run in runs:
        found.append(believe(found[-1] if found else None, run))
    return found


def believed(*runs: Run) -> Belief:
    """What is believed after runs five minutes apart."""
    return beliefs(later(list(runs)))[-1]


@st.composite
def sure_runs(draw: st.DrawFn, code: int) -> Run:
    """A run with this code that is not unsure of it."""
    confidence = draw(st.floats(0.65, 1.0))
    run = said(code, confidence, rest=draw(st.none() | codes.filter(lambda c: c != code)))
    return replace(run, mode=draw(modes), confidence=confidence)


@st.composite
def odd_runs(draw: st.DrawFn) -> Run:
    """Any run that is no fact."""
    run = said(draw(codes), draw(st.floats(0, 1)), rest=draw(st.none() | codes))
    return replace(run, mode=draw(modes))


# The first run


@given(codes, st.floats(0.6, 1.0), modes)
def test_the_first_run_is_a_verdict(code: int, confidence: float, mode: Mode) -> None:
    run = said(code, confidence, mode=mode)
    belief = believe(None, run)
    assert (belief.code, belief.confidence, belief.unsure) == (code, confidence, False)


def test_a_first_run_that_says_little_is_shown_and_tested_again() -> None:
    belief = believe(None, said(75, 0.5))
    assert (belief.code, belief.confidence, belief.unsure) == (75, 0.5, True)


def test_while_the_first_verdict_is_unsure_the_next_run_decides_the_color() -> None:
    first = said(75, 0.45, rest=90)
    assert color(believed(first, said(95, 0.9)).code) is Color.GREEN


def test_two_runs_to_make_sure_and_then_what_is_known_has_to_do() -> None:
    edge = said(75, 0.5, rest=90)
    found = beliefs(later([edge] * 5, apart=15 * SECOND))
    assert [belief.unsure for belief in found] == [True, True, False, False, False]


def test_a_sure_run_ends_it() -> None:
    found = beliefs(later([said(75, 0.5), said(75, 0.9), said(75, 0.9)]))
    assert [belief.unsure for belief in found] == [True, False, False]


# One odd run


@given(st.data(), codes, odd_runs())
def test_one_odd_run_never_changes_the_color(data: st.DataObject, code: int, odd: Run) -> None:
    before = data.draw(st.lists(sure_runs(code), min_size=1, max_size=8))
    after = data.draw(st.lists(sure_runs(code), max_size=8))
    found = beliefs(later([*before, odd, *after]))
    assert {color(belief.code) for belief in found} == {color(code)}


@given(codes, codes, st.floats(0.7, 0.99), st.floats(0.7, 0.99), st.integers(1, 8))
def test_it_moves_the_confidence_and_is_tested_again(
    code: int, other: int, sure: float, odd: float, before: int
) -> None:
    if color(code) is color(other):
        return
    *_, steady, doubtful = beliefs(later([*[said(code, sure)] * before, said(other, odd)]))
    assert doubtful.confidence < steady.confidence
    assert doubtful.unsure
    assert doubtful.code == steady.code


def test_a_run_that_fits_ends_the_doubt_and_the_confidence_comes_back() -> None:
    steady = [said(95)] * 6
    *_, doubtful, after = beliefs(later([*steady, said(20), said(95)]))
    assert doubtful.unsure
    assert not after.unsure
    assert doubtful.confidence < after.confidence
    assert believed(*steady).confidence - believed(*steady, said(20), *steady).confidence < 0.05


def test_a_server_that_fails_once_is_made_sure_of() -> None:
    dead = said(10, 0.9, connects=False, causes=(Cause.RELAY_UNREACHABLE,))
    first, odd, gone = beliefs(later([said(95), dead, dead]))
    assert (first.code, odd.code, gone.code) == (95, 95, 10)
    assert odd.unsure
    assert (odd.connects, odd.causes) == (True, ())
    assert (gone.connects, gone.causes) == (False, (Cause.RELAY_UNREACHABLE,))


def test_one_light_run_against_many_does_not_weigh_like_a_full_one() -> None:
    steady = [said(95)] * 5
    light = believed(*steady, said(95, 0.61, mode="light"))
    full = believed(*steady, said(95, 0.61))
    assert light.confidence > full.confidence


def test_after_light_runs_a_refuted_full_one_that_was_sure_is_looked_into() -> None:
    """It outweighs them in the average; the color stays, and another run is to decide."""
    light = said(95, 0.65, mode="light")
    found = beliefs(later([light, light, said(20, 0.99), light, said(20, 0.99)]))
    assert [belief.code for belief in found] == [95, 95, 95, 95, 20]
    assert [belief.unsure for belief in found] == [False, False, True, True, False]


# A real change


@given(
    codes,
    codes,
    st.lists(st.floats(0.8, 1.0), min_size=1, max_size=30),
    st.floats(0.75, 1.0),
    st.booleans(),
)
def test_a_real_change_shows_within_two_runs(
    code: int, other: int, before: list[float], sure: float, all_else_is_as_before: bool
) -> None:
    if color(code) is color(other):
        return
    changed = said(other, sure, rest=code if all_else_is_as_before else None)
    found = beliefs(later([*[said(code, each) for each in before], changed, changed]))
    assert color(found[-1].code) is color(other)
    assert not found[-1].unsure


def test_and_back_again_within_two() -> None:
    good, bad = said(95), said(20)
    found = beliefs(later([good] * 5 + [bad] * 5 + [good] * 2))
    assert [belief.code for belief in found] == [95] * 6 + [20] * 5 + [95]


def test_from_one_end_to_the_other_there_is_no_stop_between() -> None:
    runs = [said(20, 0.95, rest=75)] * 3 + [said(95, 0.85, rest=75)] * 2
    assert [color(belief.code) for belief in beliefs(later(runs))[3:]] == [Color.RED, Color.GREEN]


def test_two_runs_that_disagree_with_it_and_with_each_other_turn_it_as_well() -> None:
    found = beliefs(later([*[said(95)] * 5, said(40, 0.5, rest=50), said(50, 0.55, rest=40)]))
    assert color(found[-1].code) is not Color.GREEN or found[-1].unsure
    third = believe(found[-1], said(40, 0.9, at=found[-1].at + MINUTE))
    assert color(third.code) is not Color.GREEN


def test_what_swings_from_run_to_run_turns_ever_less_readily() -> None:
    swings = [said(code, 0.9) for code in (95, 95, 20, 20) * 10]
    found = beliefs(later(swings))
    turns = [number for number, (a, b) in enumerate(itertools.pairwise(found)) if a.code != b.code]
    assert len(turns) <= 5  # of 19


def test_five_sure_runs_turn_it_all_the_same() -> None:
    swings = [said(code, 0.9) for code in (95, 95, 20, 20) * 10]
    assert believed(*swings, *[said(75, 0.9)] * 5).code == 75


def test_another_code_of_the_same_color_takes_its_time_and_no_doubt() -> None:
    found = beliefs(later([*[said(95, 0.8, rest=90)] * 5, *[said(90, 0.8, rest=95)] * 6]))
    assert not any(belief.unsure for belief in found)
    assert found[5].code == 95
    assert found[-1].code == 90


# Time, facts


def test_after_a_night_a_run_stands_by_itself() -> None:
    runs = [*later([said(95, 0.9)] * 20), said(20, 0.7, at=NOON + 10 * HOUR)]
    belief = beliefs(runs)[-1]
    assert (belief.code, belief.confidence, belief.unsure) == (20, runs[-1].confidence, False)


@pytest.mark.parametrize("hours", [-3.0, 3.0, math.nan, math.inf])
def test_a_clock_that_was_set_makes_a_new_beginning(hours: float) -> None:
    belief = believe(believe(None, said(95)), said(20, at=NOON + hours * HOUR))
    assert belief.code == 20


def test_within_the_hour_it_does_not() -> None:
    assert believe(believe(None, said(95)), said(20, at=NOON + HOUR)).code == 95


def test_a_fact_counts_at_once_and_is_over_at_once() -> None:
    fact = said(10, 0.9, certain=True, connects=False, causes=(Cause.CAPTIVE_PORTAL,))
    runs = later([*[said(95)] * 3, fact, fact, said(95), said(95)])
    found = beliefs(runs)
    assert [belief.code for belief in found] == [95, 95, 95, 10, 10, 95, 95]
    assert not any(belief.unsure for belief in found)
    assert found[3].causes == (Cause.CAPTIVE_PORTAL,)
    assert not found[3].connects
    assert found[5].connects
    assert found[-1].confidence == pytest.approx(
        beliefs([runs[0], runs[1], runs[2], runs[5], runs[6]])[-1].confidence
    )


def test_a_fact_as_the_first_run_leaves_nothing_behind() -> None:
    fact = said(10, 0.3, certain=True)
    found = beliefs(later([fact, said(95)]))
    assert [(belief.code, belief.unsure) for belief in found] == [(10, False), (95, False)]


def test_a_run_after_a_fact_that_differs_from_what_was_before_it_is_odd() -> None:
    found = beliefs(later([said(95), said(10, 0.9, certain=True), said(20), said(20)]))
    assert [belief.code for belief in found] == [95, 10, 95, 20]
    assert found[2].unsure


# Confidence


@given(codes, st.floats(0.62, 0.95), st.integers(2, 12))
def test_confidence_does_not_fall_while_runs_agree(code: int, sure: float, many: int) -> None:
    found = beliefs(later([said(code, sure)] * many, apart=MINUTE))
    for earlier, now in itertools.pairwise(found):
        assert now.confidence >= earlier.confidence - 1e-9
    assert found[-1].confidence > found[0].confidence


@given(codes, st.floats(0.62, 0.95))
def test_runs_that_agree_are_surer_than_those_that_do_not(code: int, sure: float) -> None:
    again, other = said(code, sure), said(next(c for c in CODES if color(c) is not color(code)))
    all_agree = believed(again, again, again, again)
    one_does_not = believed(again, other, again, again)
    assert all_agree.confidence > one_does_not.confidence


# What it is made of, and whatever comes


@given(
    st.lists(
        st.builds(
            Run,
            at=st.floats(NOON - 1e9, NOON + 1e9) | st.floats(),
            mode=modes,
            code=codes | st.integers(),
            confidence=st.floats(),
            odds=st.dictionaries(codes | st.integers(), st.floats(0, 1) | st.floats()),
            certain=st.booleans(),
        ),
        max_size=12,
    )
)
def test_never_raises_on_any_history(runs: list[Run]) -> None:
    belief = believe_all(runs)
    assert (belief is None) == (not runs)
    for found in beliefs(runs):
        assert found.code in BY_SUMMARY
        assert 0 <= found.confidence <= 1
        assert sum(found.odds.values()) == pytest.approx(1)
        assert found.odds.keys() == BY_SUMMARY.keys()
        assert found.connects or found.code == 10 or found.code in {run.code for run in runs}


@given(st.lists(st.one_of(odd_runs(), st.builds(said, codes)), min_size=1, max_size=30))
def test_never_more_than_two_unsure_verdicts_in_a_row(runs: list[Run]) -> None:
    unsure = [belief.unsure for belief in beliefs(later(runs, apart=10 * SECOND))]
    assert not any(all(unsure[start : start + 3]) for start in range(len(unsure) - 2))


@given(st.lists(odd_runs(), min_size=1, max_size=20), st.integers(0, 20))
def test_made_again_from_the_runs_it_is_the_same(runs: list[Run], restart: int) -> None:
    all_runs = later(runs)
    belief = believe_all(all_runs[:restart])
    for run in all_runs[restart:]:
        belief = believe(belief, run)
    assert belief == believe_all(all_runs)


def judged(**changes: object) -> Judgement:
    judgement = Judgement(20, 0.7, sure_of(20, 0.7), (Cause.LOSS,), "turn:turn.example.com")
    return replace(judgement, **changes)  # type: ignore[arg-type]


def test_what_is_told_is_the_belief_with_the_causes_that_fit() -> None:
    good = run_of(measured(), judged(summary_code=95, causes=()), has_route=True)
    belief = believe(believe(None, good), run_of(measured(), judged(), has_route=True))
    told = belief.told(judged())
    assert (told.summary_code, told.causes, told.connects) == (95, (), True)
    assert told.confidence == belief.confidence
    assert told.odds == belief.odds
    assert told.server_url == judged().server_url


@pytest.mark.parametrize(
    ("changes", "has_route", "certain"),
    [
        ({}, True, False),
        ({}, False, False),  # something answered all the same
        ({"server_url": None}, True, False),
        ({"server_url": None}, False, True),
        ({"server_url": None, "causes": (Cause.CAPTIVE_PORTAL,)}, True, True),
        ({"server_url": None, "causes": (Cause.RELAY_UNREACHABLE,)}, True, False),
        ({"server_url": None, "causes": (Cause.BAD_CREDENTIALS,)}, True, True),
        (
            {"server_url": None, "causes": (Cause.BAD_CREDENTIALS, Cause.RELAY_UNREACHABLE)},
            True,
            False,
        ),
    ],
)
def test_facts_are_no_route_a_login_page_and_a_refused_password(
    changes: dict[str, object], has_route: bool, certain: bool
) -> None:
    assert run_of(measured(), judged(**changes), has_route=has_route).certain is certain


# Simulated networks


def test_an_edge_does_not_flap() -> None:
    """A network between two classes: its runs say 0.6 for one or for the other, by chance."""
    changes, unsure = [], []
    for seed in range(5):
        rng = random.Random(seed)
        at, belief, found = NOON, None, []
        for _ in range(1000):
            code, rest = (75, 95) if rng.random() < 0.6 else (95, 75)
            belief = believe(belief, said(code, 0.6, rest=rest, at=at))
            at += 15 * SECOND if belief.unsure else 5 * MINUTE
            found.append(belief)
        pairs = itertools.pairwise(found)
        changes.append(sum(color(a.code) is not color(b.code) for a, b in pairs))
        unsure.append(sum(belief.unsure for belief in found))
    print(f"\ncolour changes in 1000 runs: {changes}; by themselves: about 480; unsure: {unsure}")
    assert max(changes) <= 30


@dataclass(frozen=True)
class World:
    """Networks that are a number each; calls and runs see it with errors of their own.

    The odds of each run are exactly right for one run by itself.
    """

    call_error: float = 0.35
    run_error: float = 0.35
    changes_per_hour: float = 0.1

    @property
    def limits(self) -> list[float]:
        """Between the codes; the colours are alike."""
        spread = NormalDist(0, math.hypot(1, self.call_error))
        below = list(itertools.accumulate(1 / 3 / _alike(row.color) for row in ROWS[:-1]))
        return [spread.inv_cdf(share) for share in below]

    def odds(self, middle: float, error: float) -> dict[int, float]:
        around = NormalDist(middle, error)
        below = [0.0, *(around.cdf(limit) for limit in self.limits), 1.0]
        steps = (high - low for low, high in itertools.pairwise(below))
        return dict(zip(CODES, steps, strict=True))

    def call(self, network: float) -> dict[Color, float]:
        """How likely a call gets each colour."""
        return color_odds(self.odds(network, self.call_error))

    def run(self, network: float, at: float, rng: random.Random) -> Run:
        seen = rng.gauss(network, self.run_error)
        left = 1 / (1 + 1 / self.run_error**2)
        odds = self.odds(
            seen * left / self.run_error**2, math.hypot(math.sqrt(left), self.call_error)
        )
        code = likeliest(odds)
        return Run(at, "full", code, color_odds(odds)[color(code)], odds)

    def life(self, rng: random.Random, hours: float) -> Iterator[tuple[Belief, Run, float]]:
        """Each belief, its run, and the network at that time."""
        at, belief, network = NOON, None, rng.gauss(0, 1)
        change = at + rng.expovariate(self.changes_per_hour) * HOUR
        while at < NOON + hours * HOUR:
            if at >= change:
                network, change = (
                    rng.gauss(0, 1),
                    at + rng.expovariate(self.changes_per_hour) * HOUR,
                )
            run = self.run(network, at, rng)
            belief = believe(belief, run)
            yield belief, run, network
            at += 15 * SECOND if belief.unsure else 5 * MINUTE


def _alike(of: Color) -> int:
    return sum(row.color is of for row in ROWS)


def calibration_error(pairs: list[tuple[float, float]]) -> float:
    """Expected calibration error in ten bins, of (confidence, how likely right)."""
    bins: dict[int, list[tuple[float, float]]] = {}
    for pair in pairs:
        bins.setdefault(min(9, int(pair[0] * 10)), []).append(pair)
    off = (abs(sum(sure - right for sure, right in each)) for each in bins.values())
    return sum(off) / len(pairs)


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


@pytest.mark.parametrize(
    ("world", "most"),
    [
        (World(run_error=0.2), 0.04),
        (World(run_error=0.35), 0.08),
        (World(run_error=0.2, changes_per_hour=0.5), 0.05),
    ],
    ids=["exact runs", "usual runs", "many changes"],
)
def test_confidence_is_about_how_often_it_is_right(world: World, most: float) -> None:
    rng = random.Random(7)
    told: list[tuple[float, float]] = []
    alone: list[float] = []
    for _ in range(20):
        for belief, run, network in world.life(rng, hours=8):
            if not belief.unsure:
                call = world.call(network)
                told.append((belief.confidence, call[color(belief.code)]))
                alone.append(call[color(run.code)])
    error = calibration_error(told)
    right = mean([each for _, each in told])
    print(
        f"\n{world}: ECE {error:.3f}, confidence {mean([sure for sure, _ in told]):.3f}, "
        f"right {right:.3f}, single runs {mean(alone):.3f}, {len(told)} verdicts"
    )
    assert error <= most
