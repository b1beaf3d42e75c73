"""From the odds of the classes to those of the codes and colours, and the code that is told."""

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.codes import BY_SUMMARY, ROWS, Color
from notifier.forecast.reading import code_odds, color_odds, likeliest, sure_of
from notifier.quality import Grade, Tier, code_of

CODES = sorted(BY_SUMMARY)


def shares(count: int) -> st.SearchStrategy[list[float]]:
    """Odds that add up to 1."""
    return (
        st.lists(st.floats(0, 1), min_size=count, max_size=count)
        .filter(lambda weights: sum(weights) > 1e-3)
        .map(lambda weights: [weight / sum(weights) for weight in weights])
    )


def certain(count: int, which: int) -> list[float]:
    return [float(number == which) for number in range(count)]


_code_odds = shares(len(CODES)).map(lambda odds: dict(zip(CODES, odds, strict=True)))


@given(shares(4), shares(3), shares(5), st.floats(0, 1))
def test_odds_of_the_codes_and_colours_add_up_to_one(
    loss: Sequence[float], latency: Sequence[float], tier: Sequence[float], raised: float
) -> None:
    odds = code_odds(loss, latency, tier, raised)
    assert odds.keys() == BY_SUMMARY.keys()
    assert all(0 <= p <= 1 + 1e-9 for p in odds.values())
    assert math.isclose(sum(odds.values()), 1, abs_tol=1e-9)
    colors = color_odds(odds)
    assert colors.keys() == set(Color)
    assert math.isclose(sum(colors.values()), 1, abs_tol=1e-9)


@given(
    st.sampled_from(Grade),
    st.sampled_from([Grade.GOOD, Grade.MINOR, Grade.BAD]),
    st.sampled_from(Tier),
    st.booleans(),
)
def test_classes_that_are_certain_make_their_code_certain(
    loss: Grade, latency: Grade, tier: Tier, raised: bool
) -> None:
    odds = code_odds(certain(4, loss), certain(3, latency), certain(5, tier), float(raised))
    code = code_of(loss, latency, tier, raised=raised)
    assert odds == {each: float(each == code) for each in BY_SUMMARY}
    assert likeliest(odds) == code


def test_each_class_errs_on_its_own() -> None:
    odds = code_odds((0.5, 0.5, 0, 0), (0.8, 0.2, 0), (0, 0, 0, 0, 1), 0.1)
    assert odds[95] == pytest.approx(0.5 * 0.8 * 0.9)
    assert odds[65] == pytest.approx(1 - 0.5 * 0.8 * 0.9)


def test_a_colour_is_what_its_codes_are_together() -> None:
    odds = dict.fromkeys(BY_SUMMARY, 0.0) | {10: 0.1, 20: 0.2, 55: 0.3, 75: 0.15, 90: 0.25}
    colors = color_odds(odds)
    assert colors[Color.RED] == pytest.approx(0.3)
    assert colors[Color.AMBER] == pytest.approx(0.45)
    assert colors[Color.GREEN] == pytest.approx(0.25)


class TestTheCodeThatIsTold:
    def test_is_one_of_the_likeliest_colour(self) -> None:
        ambers = {50: 0.2, 55: 0.2, 60: 0.2}
        assert likeliest(dict.fromkeys(BY_SUMMARY, 0.0) | ambers | {95: 0.4}) == 50

    def test_is_the_likeliest_of_it(self) -> None:
        assert likeliest(dict.fromkeys(BY_SUMMARY, 0.0) | {50: 0.2, 75: 0.4, 95: 0.4}) == 75

    def test_is_the_worse_of_equals(self) -> None:
        assert likeliest(dict.fromkeys(BY_SUMMARY, 0.0) | {90: 0.5, 95: 0.5}) == 90
        assert likeliest(dict.fromkeys(BY_SUMMARY, 0.0) | {20: 0.5, 95: 0.5}) == 20
        assert likeliest(dict.fromkeys(BY_SUMMARY, 0.0) | {65: 0.5, 95: 0.5}) == 65

    @given(_code_odds)
    def test_has_no_likelier_colour_and_no_likelier_code_of_its_own(
        self, odds: dict[int, float]
    ) -> None:
        code = likeliest(odds)
        color = BY_SUMMARY[code].color
        assert color_odds(odds)[color] == max(color_odds(odds).values())
        assert odds[code] == max(odds[row.summary_code] for row in ROWS if row.color is color)


@given(st.sampled_from(CODES), st.floats(0.2, 1))
def test_a_fact_is_as_sure_as_it_is_and_the_rest_is_shared_evenly(
    code: int, confidence: float
) -> None:
    odds = sure_of(code, confidence)
    assert odds[code] == confidence
    assert math.isclose(sum(odds.values()), 1, abs_tol=1e-9)
    assert len({p for each, p in odds.items() if each != code}) == 1
