"""Cross-validation by family, and the calibration that comes of it."""

import math
import random
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.codes import BY_SUMMARY
from notifier.forecast.model import Model
from notifier.forecast.reckoning import calibrated
from notifier.measurement import RunMeasurement
from notifier.prediction import Known, Prediction
from notifier.quality import call_code
from notifier.training.dataset import Case
from notifier.training.rows import known_of
from notifier.training.validate import Forecast, calibration, cross_validate, forecasts
from tests.forecast.runs import run, unreachable
from tests.training.synthetic import cases, model_file


@pytest.fixture(scope="module")
def model() -> Model:
    return Model(msgspec.json.encode(model_file(cases(80))))


class _Recorded(Model):
    """A model that keeps what it was asked, and what for it was trained on."""

    def __init__(self, model: Model, taught: Sequence[Case]) -> None:
        self.model = model
        self.taught = taught
        self.asked: list[tuple[RunMeasurement, Known]] = []

    def predict(self, measurement: RunMeasurement, known: Known) -> Prediction:
        self.asked.append((measurement, known))
        return self.model.predict(measurement, known)


def recorded(model: Model, given: Sequence[Case]) -> tuple[list[_Recorded], list[Forecast]]:
    models: list[_Recorded] = []

    def train(taught: Sequence[Case]) -> Model:
        models.append(_Recorded(model, taught))
        return models[-1]

    return models, cross_validate(given, train)


class TestCrossValidation:
    @pytest.mark.parametrize("families", [2, 5, 9, 23])
    def test_never_trains_on_the_family_that_it_forecasts(
        self, model: Model, families: int
    ) -> None:
        given = cases(60, families=families)
        family_of = {id(each): case.family for case in given for each in (case.full, case.light)}
        models, _ = recorded(model, given)
        for each in models:
            taught = {case.family for case in each.taught}
            assert taught
            assert not taught & {family_of[id(measurement)] for measurement, _ in each.asked}

    @pytest.mark.parametrize("families", [2, 9, 23])
    def test_trains_on_all_that_it_does_not_forecast(self, model: Model, families: int) -> None:
        given = cases(60, families=families)
        models, _ = recorded(model, given)
        for each in models:
            asked = {id(measurement) for measurement, _ in each.asked}
            taught = {id(case.full) for case in each.taught}
            assert {id(case.full) for case in given} == taught | (
                asked & {id(case.full) for case in given}
            )

    def test_forecasts_each_run_once(self, model: Model) -> None:
        given = cases(60)
        _, found = recorded(model, given)
        told = Counter((forecast.case, forecast.light) for forecast in found)
        assert told == {(case.name, light): 1 for case in given for light in (False, True)}

    def test_of_one_family_there_is_none(self, model: Model) -> None:
        assert recorded(model, cases(20, families=1)) == ([], [])


class TestForecasts:
    def test_stand_beside_the_first_call(self, model: Model) -> None:
        (case,) = cases(1)
        other = msgspec.structs.replace(case.calls[0], connected=False)
        both = msgspec.structs.replace(case, calls=(case.calls[0], other))
        assert {forecast.call for forecast in forecasts(model, [both])} == {
            call_code(case.calls[0])
        }

    def test_of_a_light_run_know_what_the_full_one_found(self, model: Model) -> None:
        (case,) = cases(1)
        asked = _Recorded(model, [])
        forecasts(asked, [case])
        assert asked.asked == [(case.full, Known()), (case.light, known_of(case))]

    def test_are_right_by_the_colour(self) -> None:
        assert Forecast("1", light=False, code=90, odds=0.5, call=95).right
        assert not Forecast("1", light=False, code=75, odds=0.5, call=90).right

    def test_tell_the_odds_of_their_colour(self, model: Model) -> None:
        for forecast in forecasts(model, cases(40, seed=3)):
            assert 1 / 3 <= forecast.odds <= 1 + 1e-9
            assert forecast.code in BY_SUMMARY

    def test_need_a_call_and_a_run_with_a_server_that_works(self, model: Model) -> None:
        (case,) = cases(1)
        dead = run(unreachable("timeout"))
        for none in (
            msgspec.structs.replace(case, calls=()),
            msgspec.structs.replace(case, full=None, light=None),
            msgspec.structs.replace(case, full=dead, light=dead),
        ):
            assert forecasts(model, [none]) == []


def forecast(odds: float, *, right: bool) -> Forecast:
    return Forecast("1", light=False, code=95, odds=odds, call=95 if right else 10)


def simulated(count: int, truth: Callable[[float], float], seed: int = 1) -> list[Forecast]:
    """Forecasts with odds from a third up, right as often as ``truth`` says."""
    draw = random.Random(seed)
    odds = [draw.uniform(1 / 3, 1) for _ in range(count)]
    return [forecast(each, right=draw.random() < truth(each)) for each in odds]


ODDS = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]


class TestCalibration:
    def test_without_forecasts_there_is_none(self) -> None:
        assert calibration([]) == ()

    @given(
        st.lists(
            st.tuples(st.floats(0, 1), st.booleans(), st.integers(1, 60)), min_size=1, max_size=8
        )
    )
    def test_of_any_forecasts_never_falls(self, given: list[tuple[float, bool, int]]) -> None:
        points = calibration(
            [forecast(odds, right=right) for odds, right, times in given for _ in range(times)]
        )
        assert (points[0][0], points[-1][0]) == (0.0, 1.0)
        assert all(0 <= right <= 1 for _, right in points)
        for (odds, right), (more_odds, more_right) in pairwise(points):
            assert odds < more_odds
            assert right <= more_right

    def test_of_well_calibrated_forecasts_is_near_the_odds_themselves(self) -> None:
        points = calibration(simulated(4000, lambda odds: odds))
        assert [calibrated(odds, points) for odds in ODDS] == pytest.approx(ODDS, abs=0.04)

    @pytest.mark.parametrize("power", [0.4, 2.5], ids=["overconfident", "underconfident"])
    def test_tells_how_often_they_were_right_instead(self, power: float) -> None:
        def truth(odds: float) -> float:
            return 1 / (1 + math.pow((1 - odds) / odds, power))

        points = calibration(simulated(4000, truth))
        told = [calibrated(odds, points) for odds in ODDS]
        assert told == pytest.approx([truth(odds) for odds in ODDS], abs=0.04)

    def test_of_forecasts_that_were_sure_and_often_wrong(self) -> None:
        points = calibration([forecast(0.999, right=number % 10 < 6) for number in range(300)])
        assert calibrated(0.999, points) == pytest.approx(0.6, abs=0.05)

    def test_of_few_forecasts_stays_near_the_odds(self) -> None:
        points = calibration([forecast(0.8, right=True)] * 2)
        assert [calibrated(odds, points) for odds in ODDS] == pytest.approx(ODDS, abs=0.1)
