"""What a network teaches: examples, and the questions and answers made of them."""

import math

import msgspec
import numpy as np
import pytest

from notifier.forecast.features import features
from notifier.forecast.ratings import RATINGS, Rating
from notifier.measurement import RunMeasurement
from notifier.prediction import Known
from notifier.quality import CallFigures
from notifier.training.dataset import Case
from notifier.training.rows import QUESTIONS, Example, answers, examples, known_of
from tests.forecast.runs import run, server, throughput, unreachable
from tests.training.synthetic import cases

(CASE,) = cases(1, seed=4)
DEAD = run(unreachable("timeout"))
GIVEN = [example for case in cases(12) for example in examples(case)]

_, LATENCY, TIER = RATINGS
every_rating = pytest.mark.parametrize("rating", RATINGS, ids=lambda rating: rating.name)


def case_with(**changes: object) -> Case:
    return msgspec.structs.replace(CASE, **changes)


class TestKnown:
    def test_is_what_the_full_run_found(self) -> None:
        known = known_of(case_with(full=run(server(throughput_kbps=throughput(700.0, 800.0)))))
        assert (known.throughput, known.loaded_rtt_ms) == (throughput(700.0, 800.0), 90.0)

    def test_is_of_the_first_server_that_works(self) -> None:
        dead = unreachable("timeout", throughput_kbps=throughput(1.0))
        found = known_of(case_with(full=run(dead, server(throughput_kbps=throughput(700.0)))))
        assert found.throughput == throughput(700.0)

    @pytest.mark.parametrize("full", [None, DEAD, run()])
    def test_is_nothing_without_one(self, full: RunMeasurement | None) -> None:
        assert known_of(case_with(full=full)) == Known()


class TestExamples:
    def test_are_the_full_run_and_the_light_one_with_and_without_it(self) -> None:
        case = case_with(calls=CASE.calls[:1])
        assert case.full is not None
        assert case.light is not None
        whole, light, alone = examples(case)
        for example, measurement, known in (
            (whole, case.full, Known()),
            (light, case.light, known_of(case)),
            (alone, case.light, Known()),
        ):
            one = measurement.servers[0]
            expected = features(one, [one], known)
            assert example.figures == pytest.approx(expected, rel=0, nan_ok=True)
            assert example.call == case.calls[0]
        assert light.figures["loop_kbps"] == whole.figures["loop_kbps"]
        assert math.isnan(alone.figures["loop_kbps"])
        assert whole.weight > light.weight > alone.weight > 0

    def test_of_a_network_called_twice_weigh_as_much_as_of_one_called_once(self) -> None:
        once = case_with(calls=CASE.calls[:1])
        twice = case_with(calls=CASE.calls[:1] * 2)
        weights = [sum(example.weight for example in examples(case)) for case in (once, twice)]
        assert weights[0] == pytest.approx(weights[1])
        assert len(list(examples(twice))) == 2 * len(list(examples(once)))

    @pytest.mark.parametrize(
        ("changes", "count"),
        [
            ({"light": None}, 1),
            ({"full": None}, 1),
            ({"light": DEAD}, 1),
            ({"full": DEAD, "light": DEAD}, 0),
            ({"calls": ()}, 0),
        ],
    )
    def test_are_made_of_what_there_is(self, changes: dict[str, object], count: int) -> None:
        assert len(list(examples(case_with(**({"calls": CASE.calls[:1]} | changes))))) == count


def limits_for(rating: Rating, one: Example) -> tuple[float, ...]:
    return (*rating.limits, *rating.taught(rating.measured(one.figures)))


def of(one: CallFigures) -> list[Example]:
    """Examples of a call that got these figures."""
    return list(examples(case_with(calls=(one,))))


class TestAnswers:
    @every_rating
    def test_each_example_is_asked_about_each_limit_and_those_around_it(
        self, rating: Rating
    ) -> None:
        asked = answers(rating, GIVEN)
        count = sum(len(limits_for(rating, one)) for one in GIVEN)
        assert asked.rows.shape == (count, len(rating.columns))
        assert asked.worse.shape == asked.weights.shape == (count,)

    @every_rating
    def test_the_answer_is_what_the_call_says(self, rating: Rating) -> None:
        made = answers(rating, GIVEN)
        asked = iter(zip(made.rows, made.worse, strict=True))
        for example in GIVEN:
            for limit in limits_for(rating, example):
                row, worse = next(asked)
                assert row == pytest.approx(rating.row(example.figures, limit), nan_ok=True)
                assert worse == rating.is_worse(example.call, limit)

    @every_rating
    def test_an_example_weighs_as_much_however_much_it_is_asked(self, rating: Rating) -> None:
        weights = iter(answers(rating, GIVEN).weights)
        for example in GIVEN:
            its = [next(weights) for _ in limits_for(rating, example)]
            assert len(set(its)) == 1
            assert sum(its) == pytest.approx(example.weight * QUESTIONS)

    def test_examples_are_asked_a_different_number_of_questions(self) -> None:
        assert len({len(limits_for(TIER, one)) for one in GIVEN}) > 1

    @every_rating
    def test_both_answers_are_given(self, rating: Rating) -> None:
        assert set(np.unique(answers(rating, GIVEN).worse)) == {0.0, 1.0}

    @pytest.mark.parametrize(
        ("rating", "name"),
        [(LATENCY, "one_way_ms"), (TIER, "available_kbps")],
        ids=["latency", "tier"],
    )
    def test_a_call_teaches_nothing_of_what_it_does_not_say(
        self, rating: Rating, name: str
    ) -> None:
        silent = of(msgspec.structs.replace(CASE.calls[0], **{name: None}))
        both = answers(rating, [*silent, *GIVEN])
        alone = answers(rating, GIVEN)
        for left, right in (
            (both.rows, alone.rows),
            (both.worse, alone.worse),
            (both.weights, alone.weights),
        ):
            np.testing.assert_array_equal(left, right)
        for other in RATINGS:
            if other is not rating:
                assert len(answers(other, silent).rows) > 0

    @every_rating
    def test_a_call_that_never_was_is_worse_than_any_limit(self, rating: Rating) -> None:
        never = CallFigures(
            available_kbps=None, concealed=None, frozen=None, one_way_ms=None, connected=False
        )
        assert set(answers(rating, of(never)).worse) == {1.0}
