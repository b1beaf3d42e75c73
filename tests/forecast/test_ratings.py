"""The questions that the models answer, their answers by real calls, and the classes they make."""

import math
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from notifier.forecast.features import FEATURES
from notifier.forecast.ratings import MOST_KBPS, RATINGS, Rating, severity
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


_measured = st.floats(0, 1e9) | st.just(math.nan)

NOTHING = CallFigures(
    available_kbps=None, concealed=None, frozen=None, one_way_ms=None, connected=False
)
"""A call that did not connect."""


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
        assert severity(NOTHING) == 4.0

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
        if (call.concealed, call.frozen) != (None, None):
            for number, limit in enumerate(LOSS.limits):
                assert LOSS.is_worse(call, limit) == (loss_grade(call) > number)
        if call.one_way_ms is not None:
            for number, limit in enumerate(LATENCY.limits):
                assert LATENCY.is_worse(call, limit) == (latency_grade(call) > number)
        if call.available_kbps is not None:
            for number, limit in enumerate(TIER.limits):
                assert TIER.is_worse(call, limit) == (tier_of(call) < Tier.EXCELLENT - number)

    @every_rating
    @given(call=_calls, measured=_measured)
    def test_of_a_farther_limit_means_worse_than_the_nearer_ones(
        self, rating: Rating, call: CallFigures, measured: float
    ) -> None:
        limits = sorted({*rating.limits, *rating.taught(measured)}, reverse=rating.less_is_worse)
        answers = [rating.is_worse(call, limit) for limit in limits]
        told = [answer for answer in answers if answer is not None]
        assert told in ([], sorted(told, reverse=True))
        assert len(told) in {0, len(limits)}

    @given(call=_calls, measured=_measured)
    def test_of_what_a_call_does_not_say_is_not_answered(
        self, call: CallFigures, measured: float
    ) -> None:
        for rating, figure in ((LATENCY, call.one_way_ms), (TIER, call.available_kbps)):
            for limit in (*rating.limits, *rating.taught(measured)):
                assert (rating.is_worse(call, limit) is None) == (figure is None)

    @every_rating
    @given(measured=_measured)
    def test_no_call_is_worse_than_every_limit(self, rating: Rating, measured: float) -> None:
        for limit in (*rating.limits, *rating.taught(measured)):
            assert rating.is_worse(NOTHING, limit)


class TestTaught:
    @every_rating
    @given(measured=_measured)
    def test_limits_are_told_apart_and_can_be(self, rating: Rating, measured: float) -> None:
        limits = rating.taught(measured)
        assert len(set(limits)) == len(limits)
        assert all(0 < limit < math.inf for limit in limits)

    @pytest.mark.parametrize(
        ("rating", "low", "high", "most"),
        [(LATENCY, -0.6, 1.4, 2000.0), (TIER, -1.4, 1.0, 2400.0)],
        ids=["latency", "tier"],
    )
    @given(data=st.data())
    def test_limits_are_around_what_was_measured_up_to_the_most(
        self, rating: Rating, low: float, high: float, most: float, data: st.DataObject
    ) -> None:
        measured = data.draw(st.floats(1, most))
        limits = rating.taught(measured)
        assert min(limits) == pytest.approx(measured * 2**low)
        assert max(limits) <= most
        if measured * 2**high <= most * 0.999:
            assert max(limits) == pytest.approx(measured * 2**high)
        steps = [math.log2(after / before) for before, after in pairwise(limits)]
        assert steps == pytest.approx([0.1] * len(steps))

    @pytest.mark.parametrize("rating", [LATENCY, TIER], ids=["latency", "tier"])
    def test_limits_are_everywhere_where_nothing_was_measured(self, rating: Rating) -> None:
        limits = rating.taught(math.nan)
        assert min(limits) < min(rating.limits)
        assert max(limits) > max(rating.limits) / 2
        assert max(after / before for before, after in pairwise(sorted(limits))) < 1.5

    @pytest.mark.parametrize("rating", [LATENCY, TIER], ids=["latency", "tier"])
    @pytest.mark.parametrize("measured", [0.0, 0.5, 1e9, math.inf])
    def test_limits_are_asked_of_what_is_beyond_all_bounds(
        self, rating: Rating, measured: float
    ) -> None:
        assert all(0 < limit <= 2400.0 for limit in rating.taught(measured))

    def test_limits_of_a_loss_lie_between_its_classes_whatever_was_lost(self) -> None:
        limits = LOSS.taught(0.0)
        assert limits == LOSS.taught(3.5) == LOSS.taught(math.nan)
        assert not set(limits) & set(LOSS.limits)
        assert 0 < min(limits) < 1 < max(limits) < 3


class TestMeasured:
    FIGURES = dict.fromkeys((feature.name for feature in FEATURES), 1.0)

    @given(_shares)
    def test_loss_is_as_bad_as_if_it_were_concealed(self, loss: float) -> None:
        assert LOSS.measured(self.FIGURES | {"loss": loss}) == severity(a_call(concealed=loss))

    @given(st.floats(0, 1e6))
    def test_latency_is_the_round_trip(self, rtt: float) -> None:
        assert LATENCY.measured(self.FIGURES | {"rtt_ms": rtt}) == rtt

    @given(st.floats(0, MOST_KBPS))
    def test_throughput_is_what_was_found(self, rate: float) -> None:
        assert TIER.measured(self.FIGURES | {"loop_kbps": rate}) == rate

    @given(st.floats(MOST_KBPS, 1e9))
    def test_more_throughput_than_a_call_looks_for_is_as_good(self, rate: float) -> None:
        assert TIER.measured(self.FIGURES | {"loop_kbps": rate}) == MOST_KBPS
        assert max(TIER.limits) < MOST_KBPS

    @pytest.mark.parametrize(
        ("rating", "figure"), [(LOSS, "loss"), (LATENCY, "rtt_ms"), (TIER, "loop_kbps")]
    )
    def test_what_is_missing_is_missing_in_the_margin_too(
        self, rating: Rating, figure: str
    ) -> None:
        figures = self.FIGURES | {figure: math.nan}
        assert math.isnan(rating.measured(figures))
        for limit in rating.limits:
            row = rating.row(figures, limit)
            assert math.isnan(row[0])
            assert math.isfinite(row[1])


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
        for limit in (*rating.limits, *rating.taught(rating.measured(figures))):
            row = rating.row(figures, limit)
            assert len(row) == len(rating.columns)
            by_name = dict(zip((column.name for column in rating.columns), row, strict=True))
            same = {name: by_name[name] for name in figures}
            assert same == pytest.approx(figures, rel=0, abs=0, nan_ok=True)

    @every_rating
    def test_column_names_are_told_apart(self, rating: Rating) -> None:
        names = [column.name for column in rating.columns]
        assert len(set(names)) == len(names)

    @every_rating
    def test_farther_beyond_the_limit_is_never_better(self, rating: Rating) -> None:
        worse = {column.name: column.worse for column in rating.columns}
        assert worse["margin"] == +1
        assert {worse["loss"], worse["rtt_ms"], worse["jitter_ms"]} == {+1}
        assert worse["loop_kbps"] == -1

    @pytest.mark.parametrize(
        ("rating", "figure", "farther"), [(LATENCY, "rtt_ms", 2.0), (TIER, "loop_kbps", 0.5)]
    )
    def test_the_margin_is_in_octaves_beyond_the_limit(
        self, rating: Rating, figure: str, farther: float
    ) -> None:
        figures = dict.fromkeys((feature.name for feature in FEATURES), 0.0)
        for limit in rating.limits:
            values = [limit * farther**octaves for octaves in (-0.5, 0, 1, 2)]
            margins = [rating.row(figures | {figure: value}, limit)[0] for value in values]
            assert margins == pytest.approx([-0.5, 0, 1, 2])

    def test_the_margin_of_a_loss_is_in_grades_beyond_the_limit(self) -> None:
        figures = dict.fromkeys((feature.name for feature in FEATURES), 0.0)
        margins = [
            LOSS.row(figures | {"loss": loss}, 2.0)[0] for loss in (0.0, 0.015, 0.03, 0.1, 0.25)
        ]
        assert margins == pytest.approx([-2, -1.5, -1, 0, 1])

    @every_rating
    @given(figures=_figures, worse=st.floats(0, 1e6), limit=st.data())
    def test_the_margin_never_falls_where_the_figure_gets_worse(
        self, rating: Rating, figures: dict[str, float], worse: float, limit: st.DataObject
    ) -> None:
        name = {"loss": "loss", "latency": "rtt_ms", "tier": "loop_kbps"}[rating.name]
        asked = limit.draw(st.sampled_from(rating.limits))
        if math.isnan(figures[name]):
            return
        good, bad = sorted((figures[name], worse), reverse=rating.less_is_worse)
        before, after = (rating.row(figures | {name: value}, asked)[0] for value in (good, bad))
        assert before <= after
