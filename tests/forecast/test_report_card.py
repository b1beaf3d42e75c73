"""The report card of a call: what agrees, what does not, and the sentence that says so."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.codes import BY_SUMMARY, STATUS_TEXTS
from notifier.forecast.report_card import Difference, compare
from notifier.prediction import ServerPrediction
from notifier.quality import CallFigures, call_code
from tests.forecast.compared import figures, server, servers

GOOD = CallFigures(available_kbps=2500.0, concealed=0.001, frozen=0.0, one_way_ms=24.0)
NOT_CONNECTED = CallFigures(
    available_kbps=None, concealed=None, frozen=None, one_way_ms=None, connected=False
)

ALL_GOOD = server((0.9, 0.1, 0, 0), (0.9, 0.1, 0), (0, 0, 0, 0.1, 0.9))
LOSSY = server((0.1, 0.1, 0.7, 0.1), (0.9, 0.1, 0), (0, 0, 0, 0.1, 0.9))


def got(**changes: float | None) -> CallFigures:
    return msgspec.structs.replace(GOOD, **changes)


def test_a_call_as_forecast() -> None:
    found = compare(95, GOOD, odds=ALL_GOOD)
    assert (found.forecast_code, found.call_code) == (95, 95)
    assert found.same_color
    assert found.status_distance == 0
    assert found.differences == ()
    assert found.sentence == "The forecast said excellent, and the call was excellent."


def test_a_worse_call() -> None:
    found = compare(90, got(frozen=0.08, available_kbps=1500.0), odds=ALL_GOOD)
    assert found.call_code == 60
    assert not found.same_color
    assert found.status_distance == -1
    assert found.differences == (Difference("loss", 1), Difference("bandwidth", 1))
    assert all(difference.worse for difference in found.differences)
    assert found.sentence == (
        "The forecast said good; the call got fair: the picture froze for 8 % of the time."
    )


def test_a_better_call() -> None:
    found = compare(20, GOOD, odds=LOSSY)
    assert found.status_distance == 3
    assert found.differences == (Difference("loss", -2),)
    assert not found.differences[0].worse
    assert found.sentence == (
        "The forecast said poor; the call got excellent: less than 1 % of the sound was missing."
    )


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (got(concealed=0.12, frozen=0.05), "12 % of the sound was missing"),
        (got(concealed=0.04, frozen=0.3), "the picture froze for 30 % of the time"),
        (got(frozen=7.0), "the picture froze for 100 % of the time"),
        (got(concealed=None, frozen=0.3), "the picture froze for 30 % of the time"),
        (got(one_way_ms=433.3), "sound and picture took 433 ms to arrive"),
        (got(available_kbps=40.0), "there were 40 kbit/s to send with"),
    ],
)
def test_the_reason_without_odds_is_what_held_the_call_back(call: CallFigures, reason: str) -> None:
    found = compare(95, call)
    assert found.differences == ()
    assert found.sentence.startswith("The forecast said excellent; the call got ")
    assert found.sentence.endswith(f": {reason}.")


def test_a_better_call_without_odds_has_no_reason() -> None:
    found = compare(20, GOOD)
    assert found.sentence == "The forecast said poor; the call got excellent."


def test_the_same_status_of_another_kind() -> None:
    lossy_not_slow = compare(30, got(concealed=0.12), odds=ALL_GOOD)
    assert lossy_not_slow.status_distance == 0
    assert lossy_not_slow.same_color
    assert lossy_not_slow.sentence == (
        "The forecast said poor, and the call was poor, with a difference: "
        "12 % of the sound was missing."
    )
    narrower = compare(90, got(available_kbps=500.0))
    assert not narrower.same_color
    assert narrower.sentence == (
        "The forecast said good, and the call was good, with a difference: "
        "there were 500 kbit/s to send with."
    )


def test_a_call_that_never_was() -> None:
    found = compare(95, NOT_CONNECTED, odds=ALL_GOOD)
    assert (found.call_code, found.status_distance) == (10, -4)
    assert found.differences == ()
    assert found.sentence == "The forecast said excellent; the call did not connect."


def test_a_figure_that_is_missing_is_no_difference() -> None:
    found = compare(20, got(concealed=None, frozen=None), odds=LOSSY)
    assert found.differences == ()


@given(st.sampled_from(sorted(BY_SUMMARY)), figures, st.none() | servers)
def test_whatever_a_call_got(
    forecast_code: int, call: CallFigures, odds: ServerPrediction | None
) -> None:
    found = compare(forecast_code, call, odds=odds)
    assert found.call_code == call_code(call)
    forecast, earned = BY_SUMMARY[forecast_code], BY_SUMMARY[found.call_code]
    assert found.same_color == (forecast.color is earned.color)
    assert found.status_distance == earned.status - forecast.status
    assert f"The forecast said {STATUS_TEXTS[forecast.status]}" in found.sentence
    assert found.sentence.endswith(".")
    for word in ("nan", "inf", "None"):
        assert word not in found.sentence
