"""The scores of forecasts, against values worked out by hand or found elsewhere."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collect.scores import (
    agreement,
    bootstrap,
    calibration_error,
    chance_error,
    equal_mass,
    equal_width,
    weighted_kappa,
)

statuses = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=30)
shares = st.lists(st.floats(0, 1), min_size=1, max_size=60)


def test_agreement() -> None:
    assert agreement([10, 95, 75, 75], [10, 90, 75, 70]) == 0.5


def test_kappa_by_hand() -> None:
    # apart: 0 + 1 + 4 + 0 over 4; all 16 pairs: 4 + 4 + 12 + 4
    assert weighted_kappa([1, 2, 3, 1], [1, 3, 1, 1]) == pytest.approx(1 - (5 / 4) / (24 / 16))


def test_kappa_of_opposites_of_chance_and_of_twins() -> None:
    assert weighted_kappa([1, 5], [5, 1]) == -1
    assert weighted_kappa([1, 1, 5, 5], [1, 5, 1, 5]) == 0
    assert weighted_kappa([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]) == 1


def test_kappa_punishes_far_more_than_near() -> None:
    came = [1, 2, 3, 4, 5]
    assert weighted_kappa([2, 2, 3, 4, 5], came) > weighted_kappa([5, 2, 3, 4, 5], came)


def test_kappa_of_one_label_alone_says_nothing() -> None:
    assert math.isnan(weighted_kappa([4, 4], [4, 4]))


@given(statuses)
def test_kappa_is_the_same_both_ways_and_at_most_1(pairs: list[tuple[int, int]]) -> None:
    told, came = [one for one, _ in pairs], [other for _, other in pairs]
    kappa = weighted_kappa(told, came)
    assert math.isnan(kappa) or kappa <= 1
    assert weighted_kappa(came, told) == pytest.approx(kappa, nan_ok=True)


def test_calibration_error_by_hand() -> None:
    confidences = [0.95, 0.95, 0.95, 0.95, 0.55, 0.55]
    right = [True, True, True, False, True, False]
    # 4/6 of |0.95 - 0.75| and 2/6 of |0.55 - 0.5|
    found = calibration_error(confidences, right, equal_width)
    assert found == pytest.approx(4 / 6 * 0.2 + 2 / 6 * 0.05)


def test_calibration_error_is_none_where_confidence_is_kept() -> None:
    assert calibration_error([0.75] * 4, [True, True, True, False], equal_width) == 0
    assert calibration_error([1.0, 0.0], [True, False], equal_mass) == 0
    assert calibration_error([1.0, 1.0], [False, False], equal_width) == 1


def test_chance_alone_by_hand() -> None:
    # Two forecasts of one half: both or none right is 0.5 off, one of them is not; half and half.
    mean, most = chance_error([0.5, 0.5], equal_width)
    assert mean == pytest.approx(0.25, abs=0.03)
    assert most == 0.5
    assert chance_error([1.0, 0.0, 1.0], equal_width) == (0, 0)


def test_chance_is_less_the_more_there_are() -> None:
    few, many = (chance_error([0.8] * count, equal_width, rounds=200)[0] for count in (25, 400))
    # The mean deviation of a share falls with the root of the number: to a quarter here.
    assert many == pytest.approx(few / 4, rel=0.3)


def test_bins_by_hand() -> None:
    assert equal_width([0.0, 0.09, 0.1, 0.95, 1.0]) == [[0, 1], [2], [3, 4]]
    assert equal_mass([0.5, 0.1, 0.9, 0.3], count=2) == [[1, 3], [0, 2]]
    assert equal_mass([0.5, 0.1, 0.9], count=10) == [[1], [0], [2]]


@given(shares)
def test_bins_hold_each_forecast_once(confidences: list[float]) -> None:
    for bins in (equal_width, equal_mass):
        members = [index for found in bins(confidences) for index in found]
        assert sorted(members) == list(range(len(confidences)))
    sizes = [len(found) for found in equal_mass(confidences)]
    assert max(sizes) - min(sizes) <= 1


def test_bootstrap_of_a_share() -> None:
    right = [True] * 80 + [False] * 20

    def share(drawn: object) -> float:
        assert isinstance(drawn, list)
        return sum(right[index] for index in drawn) / len(drawn)

    low, high = bootstrap(share, 100)
    # 1.96 standard errors of a binomial share of 0.8 in 100 are 0.078.
    assert low == pytest.approx(0.722, abs=0.015)
    assert high == pytest.approx(0.878, abs=0.015)
    assert bootstrap(share, 100) == (low, high)


def test_bootstrap_passes_over_draws_without_a_score() -> None:
    found = bootstrap(lambda drawn: math.nan if drawn[0] == 0 else 1.0, 3)
    assert found == (1.0, 1.0)
    assert all(math.isnan(edge) for edge in bootstrap(lambda _: math.nan, 3))
