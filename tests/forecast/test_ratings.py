"""The questions that the models answer, their answers by real calls, and the classes they make."""

import math
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from notifier.forecast.features import FEATURES
from notifier.forecast.ratings import RATINGS, Rating, severity
from notifier.quality import (
    AVAILABLE_KBPS,
    CONCEALED,
    FROZEN,
    ONE_WAY_MS,
    CallFigures,
    Tier,
    latency_grade,
    loss_grade,
    tier_of,
)

LOSS, LATENCY, TIER = RATINGS
every_rating = pytest.mark.parametrize("rating", RATINGS, ids=lambda rating: rating.name)

EDGES = sorted({0.0, 1.0, *CONCEALED, *FROZEN})
AROUND = [
    beside
    for edge in (*EDGES, *ONE_WAY_MS, *AVAILABLE_KBPS)
    for beside in (math.nextafter(edge, -math.inf), edge, math.nextafter(edge, math.inf))
    if beside >= 0
]

_edges = st.sampled_from(AROUND)
_shares = st.floats(0, 1) | _edges.filter(lambda value: value <= 1)
_calls = st.builds(
    CallFigures,
    available_kbps=st.none() | st.floats(0, 1e5) | _edges,
    concealed=st.none() | _shares,
    frozen=st.none() | _shares,
    one_way_ms=st.none() | st.floats(0, 1e5) | _edges,
)
_figures = st.fixed_dictionaries(
    {feature.name: st.floats(0, 1e6) | st.just(math.nan) for feature in FEATURES}
)


def a_call(**figures: float) -> CallFigures:
    untold: dict[str, Any] = dict.fromkeys(("available_kbps", "concealed", "frozen", "one_way_ms"))
    return CallFigures(**(untold | figures))


class TestClasses:
    @every_rating
    @given(data=st.data())
    def test_add_up_to_one_and_are_never_negative(
        self, rating: Rating, data: st.DataObject
    ) -> None:
        count = len(rating.limits)
        worse = data.draw(st.lists(st.floats(), min_size=count, max_size=count))
        odds = rating.classes(worse)
        assert len(odds) == count + 1
        assert all(0 <= p <= 1 for p in odds)
        assert math.isclose(sum(odds), 1.0, abs_tol=1e-12)

    @given(st.lists(st.floats(0, 1), min_size=3, max_size=3))
    def test_are_what_lies_between_the_limits(self, worse: list[float]) -> None:
        worse.sort(reverse=True)
        odds = LOSS.classes(worse)
        beyond = [sum(odds[number:]) for number in (1, 2, 3)]
        assert beyond == pytest.approx(worse)

    def test_come_best_first(self) -> None:
        assert LOSS.classes([0.0, 0.0, 0.0]) == (1, 0, 0, 0)
        assert LOSS.classes([1.0, 1.0, 1.0]) == (0, 0, 0, 1)
        assert LOSS.classes([0.5, 0.25, 0.25]) == (0.5, 0.25, 0.0, 0.25)

    def test_let_nobody_cross_a_further_limit_but_not_the_nearer_one(self) -> None:
        assert LATENCY.classes([0.25, 0.75]) == (0.75, 0.0, 0.25)

    @given(
        worse=st.lists(st.floats(0, 1), min_size=3, max_size=3),
        more=st.lists(st.floats(0, 1), min_size=3, max_size=3),
    )
    def test_get_no_better_where_an_answer_gets_worse(
        self, worse: list[float], more: list[float]
    ) -> None:
        before = LOSS.classes(worse)
        after = LOSS.classes([max(pair) for pair in zip(worse, more, strict=True)])
        for number in (1, 2, 3):
            assert sum(after[number:]) >= sum(before[number:]) - 1e-12


class TestSeverity:
    @pytest.mark.parametrize("grade", [1, 2, 3])
    def test_is_whole_exactly_at_the_limits(self, grade: int) -> None:
        for limit, figure in ((CONCEALED[grade - 1], "concealed"), (FROZEN[grade - 1], "frozen")):
            assert severity(a_call(**{figure: limit})) == grade
            assert severity(a_call(**{figure: math.nextafter(limit, 0.0)})) < grade

    def test_goes_from_nothing_to_everything(self) -> None:
        assert severity(a_call()) == severity(a_call(concealed=0.0, frozen=0.0)) == 0.0
        assert severity(a_call(concealed=1.0)) == severity(a_call(frozen=1.0)) == 4.0
        assert severity(a_call(concealed=2.0)) == 4.0

    def test_is_worst_where_there_was_no_call(self) -> None:
        nothing = CallFigures(
            available_kbps=None, concealed=None, frozen=None, one_way_ms=None, connected=False
        )
        assert severity(nothing) == 4.0

    def test_halfway_is_halfway(self) -> None:
        assert severity(a_call(concealed=0.175)) == pytest.approx(2.5)

    @pytest.mark.parametrize("figure", ["concealed", "frozen"])
    @given(one=_shares, other=_shares)
    def test_never_falls(self, figure: str, one: float, other: float) -> None:
        less, more = sorted((one, other))
        assert severity(a_call(**{figure: less})) <= severity(a_call(**{figure: more}))

    @given(concealed=_shares, frozen=_shares)
    def test_is_that_of_the_worse_of_sound_and_picture(
        self, concealed: float, frozen: float
    ) -> None:
        both = severity(a_call(concealed=concealed, frozen=frozen))
        assert both == max(severity(a_call(concealed=concealed)), severity(a_call(frozen=frozen)))


class TestIsWorse:
    @given(_calls)
    @example(a_call(concealed=math.nextafter(0.25, 0)))
    @example(a_call(frozen=math.nextafter(0.20, 0)))
    def test_agrees_with_the_grades_at_the_limits(self, call: CallFigures) -> None:
        for number, limit in enumerate(LOSS.limits):
            assert LOSS.is_worse(call, limit) == (loss_grade(call) > number)
        for number, limit in enumerate(LATENCY.limits):
            assert LATENCY.is_worse(call, limit) == (latency_grade(call) > number)
        for number, limit in enumerate(TIER.limits):
            assert TIER.is_worse(call, limit) == (tier_of(call) < Tier.EXCELLENT - number)

    @every_rating
    @given(call=_calls)
    def test_of_a_farther_limit_means_worse_than_the_nearer_ones(
        self, rating: Rating, call: CallFigures
    ) -> None:
        limits = sorted({*rating.limits, *rating.taught}, reverse=rating.less_is_worse)
        answers = [rating.is_worse(call, limit) for limit in limits]
        assert answers == sorted(answers, reverse=True)

    @every_rating
    def test_no_call_is_worse_than_every_limit(self, rating: Rating) -> None:
        nothing = CallFigures(
            available_kbps=None, concealed=None, frozen=None, one_way_ms=None, connected=False
        )
        assert all(rating.is_worse(nothing, limit) for limit in (*rating.limits, *rating.taught))


class TestRatings:
    @every_rating
    def test_limits_come_in_the_order_in_which_calls_get_worse(self, rating: Rating) -> None:
        steps = [far - near for near, far in pairwise(rating.limits)]
        assert all(step < 0 if rating.less_is_worse else step > 0 for step in steps)

    @every_rating
    def test_what_is_told_is_asked(self, rating: Rating) -> None:
        assert set(rating.telling) <= set(rating.limits)

    @every_rating
    @given(figures=_figures)
    def test_rows_are_as_long_as_the_columns(
        self, rating: Rating, figures: dict[str, float]
    ) -> None:
        for limit in (*rating.limits, *rating.taught):
            row = rating.row(figures, limit)
            assert len(row) == len(rating.columns)
            by_name = dict(zip((column.name for column in rating.columns), row, strict=True))
            same = {name: by_name[name] for name in figures}
            assert same == pytest.approx(figures, rel=0, abs=0, nan_ok=True)

    @every_rating
    def test_column_names_are_told_apart(self, rating: Rating) -> None:
        names = [column.name for column in rating.columns]
        assert len(set(names)) == len(names)

    @pytest.mark.parametrize(
        ("rating", "figure", "farther"), [(LATENCY, "rtt_ms", 2.0), (TIER, "loop_kbps", 0.5)]
    )
    def test_the_margin_is_in_octaves_beyond_the_limit(
        self, rating: Rating, figure: str, farther: float
    ) -> None:
        figures = dict.fromkeys((feature.name for feature in FEATURES), 0.0)
        for limit in rating.limits:
            margins = [
                rating.row(figures | {figure: limit * farther**octaves}, limit)[0]
                for octaves in (-1, 0, 1, 2)
            ]
            assert margins == pytest.approx([-1, 0, 1, 2])

    @pytest.mark.parametrize(("rating", "figure"), [(LATENCY, "rtt_ms"), (TIER, "loop_kbps")])
    def test_the_margin_of_a_figure_that_is_missing_is_missing(
        self, rating: Rating, figure: str
    ) -> None:
        figures = dict.fromkeys((feature.name for feature in FEATURES), 1.0)
        assert math.isnan(rating.row(figures | {figure: math.nan}, rating.limits[0])[0])
