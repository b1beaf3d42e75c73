"""Histograms: right to 2 %, mergeable, bounded, the same after a checkpoint."""

import math

import msgspec
from hypothesis import example, given
from hypothesis import strategies as st

from notifier.calls.stats.spread import ERROR, GREATEST, LEAST, Histogram

VALUES = st.lists(st.floats(min_value=0, max_value=1e9) | st.integers(0, 5000), min_size=1)


def _of(values: list[float]) -> Histogram:
    histogram = Histogram()
    for value in values:
        histogram.add(value)
    return histogram


def _rank(values: list[float], fraction: float) -> float:
    ordered = sorted(values)
    return ordered[max(1, math.ceil(fraction * len(ordered))) - 1]


@given(VALUES, st.sampled_from([0.0, 0.05, 0.5, 0.75, 0.95, 1.0]))
@example([LEAST], 0.5)
@example([GREATEST], 0.5)
def test_a_percentile_is_right_to_two_percent(values: list[float], fraction: float) -> None:
    exact = min(_rank(values, fraction), GREATEST)
    found = _of(values).percentile(fraction)
    assert found is not None
    if exact < LEAST:
        assert found == 0.0
    else:
        assert abs(found - exact) <= exact * ERROR * (1 + 1e-9)


@given(VALUES, VALUES)
def test_merged_histograms_are_that_of_all_values(one: list[float], two: list[float]) -> None:
    merged, whole = _of(one), _of(one + two)
    merged.merge(_of(two))
    assert merged.count == whole.count
    assert math.isclose(merged.total, whole.total)
    assert merged.levels() == whole.levels()


@given(VALUES, VALUES)
def test_a_checkpoint_changes_nothing(before: list[float], after: list[float]) -> None:
    taken_up = msgspec.json.decode(msgspec.json.encode(_of(before)), type=Histogram)
    for value in after:
        taken_up.add(value)
    assert taken_up == _of(before + after)


def test_its_size_has_a_bound() -> None:
    histogram = _of([0.0, *(10**exponent for exponent in range(-5, 15))] * 1000)
    assert len(histogram.buckets) < 530
    assert len(msgspec.json.encode(histogram)) < 1500


def test_what_is_no_number_is_not_counted() -> None:
    histogram = _of([math.nan, math.inf, -math.inf])
    assert histogram.spread() is None
    assert histogram.mean() is None
    assert histogram.percentile(0.5) is None
    histogram.add(-3)
    assert histogram.percentile(0.5) == 0.0


def test_a_spread_is_mean_and_percentiles() -> None:
    spread = _of([float(value) for value in range(1, 101)]).spread()
    assert spread is not None
    assert spread.mean == 50.5
    assert [round(p / q, 1) for p, q in ((spread.p50, 50), (spread.p75, 75), (spread.p95, 95))] == [
        1.0,
        1.0,
        1.0,
    ]
