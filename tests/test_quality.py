"""What a real call is worth: each limit exactly at its edge, and worse never counts as better."""

import dataclasses
import math
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.codes import BY_SUMMARY
from notifier.quality import (
    BAD_CONNECTION,
    CallFigures,
    Grade,
    Tier,
    call_code,
    code_of,
    latency_grade,
    loss_grade,
    tier_of,
)

_FINE: dict[str, Any] = {
    "available_kbps": 3000.0,
    "concealed": 0.0,
    "frozen": 0.0,
    "one_way_ms": 20.0,
}


def a_call(**changes: Any) -> CallFigures:
    """An excellent call, but for the changes."""
    return CallFigures(**(_FINE | changes))


def below(value: float) -> float:
    return math.nextafter(value, 0.0)


def status(call: CallFigures) -> int:
    return int(BY_SUMMARY[call_code(call)].status)


@dataclasses.dataclass(frozen=True)
class Edge:
    """A limit: the code of a call exactly on its good side, and exactly on its bad side."""

    figure: str
    limit: float
    good: int
    bad: int


EDGES = [
    Edge("concealed", 0.03, 95, 65),
    Edge("concealed", 0.10, 65, 20),
    Edge("concealed", 0.25, 20, 10),
    Edge("frozen", 0.04, 95, 65),
    Edge("frozen", 0.20, 65, 20),
    Edge("frozen", 0.50, 20, 10),
    Edge("one_way_ms", 200.0, 95, 65),
    Edge("one_way_ms", 400.0, 65, 30),
]


@pytest.mark.parametrize("edge", EDGES, ids=str)
def test_limits_of_what_may_not_grow(edge: Edge) -> None:
    assert call_code(a_call(**{edge.figure: below(edge.limit)})) == edge.good
    assert call_code(a_call(**{edge.figure: edge.limit})) == edge.bad


@pytest.mark.parametrize(
    ("limit", "good", "bad"), [(2000.0, 95, 90), (800.0, 90, 75), (250.0, 75, 70), (60.0, 70, 40)]
)
def test_limits_of_the_bandwidth(limit: float, good: int, bad: int) -> None:
    assert call_code(a_call(available_kbps=limit)) == good
    assert call_code(a_call(available_kbps=below(limit))) == bad


@pytest.mark.parametrize(
    ("kbps", "code"), [(2000.0, 65), (800.0, 60), (250.0, 55), (60.0, 50), (59.0, 40)]
)
@pytest.mark.parametrize("minor", [{"concealed": 0.05}, {"frozen": 0.1}, {"one_way_ms": 300.0}])
def test_minor_issues_by_bandwidth(minor: dict[str, float], kbps: float, code: int) -> None:
    assert call_code(a_call(available_kbps=kbps, **minor)) == code


@pytest.mark.parametrize(
    "two",
    [
        {"concealed": 0.12, "one_way_ms": 400.0},
        {"frozen": 0.3, "available_kbps": 50.0},
        {"one_way_ms": 400.0, "available_kbps": 50.0},
    ],
)
def test_two_bad_ones_are_a_bad_connection(two: dict[str, float]) -> None:
    assert call_code(a_call(**two)) == BAD_CONNECTION


def test_sound_and_picture_are_one_rating_and_the_worse_counts() -> None:
    assert loss_grade(a_call(concealed=0.05, frozen=0.3)) is Grade.BAD
    assert loss_grade(a_call(concealed=0.3, frozen=0.05)) is Grade.TERRIBLE
    assert call_code(a_call(concealed=0.12, frozen=0.3)) == 20


def test_what_was_not_told_is_no_hindrance() -> None:
    untold = CallFigures(available_kbps=None, concealed=None, frozen=None, one_way_ms=None)
    assert (loss_grade(untold), latency_grade(untold)) == (Grade.GOOD, Grade.GOOD)
    assert tier_of(untold) is Tier.EXCELLENT
    assert call_code(untold) == 95


def test_no_connection_is_a_bad_connection_whatever_the_figures() -> None:
    assert call_code(a_call(connected=False)) == BAD_CONNECTION


def test_every_code_is_one_of_the_table_and_all_are_used() -> None:
    codes = {
        code_of(loss, latency, tier)
        for loss in Grade
        for latency in (Grade.GOOD, Grade.MINOR, Grade.BAD)
        for tier in Tier
    }
    assert codes == set(BY_SUMMARY)


@pytest.mark.parametrize("tier", [tier for tier in Tier if tier is not Tier.INSUFFICIENT])
def test_raised_is_as_minor_as_a_minor_loss(tier: Tier) -> None:
    raised = code_of(Grade.GOOD, Grade.GOOD, tier, raised=True)
    assert raised == code_of(Grade.MINOR, Grade.GOOD, tier)
    assert code_of(Grade.BAD, Grade.GOOD, tier, raised=True) == 20


_kbps = st.floats(0, 5000) | st.sampled_from([60.0, 250.0, 800.0, 2000.0])
_share = st.floats(0, 1)
_ms = st.floats(0, 2000) | st.sampled_from([200.0, 400.0])
_calls = st.builds(
    CallFigures,
    available_kbps=st.none() | _kbps,
    concealed=st.none() | _share,
    frozen=st.none() | _share,
    one_way_ms=st.none() | _ms,
    connected=st.booleans(),
)


@given(
    call=_calls,
    change=st.tuples(st.just("available_kbps"), _kbps, _kbps)
    | st.tuples(st.just("concealed"), _share, _share)
    | st.tuples(st.just("frozen"), _share, _share)
    | st.tuples(st.just("one_way_ms"), _ms, _ms),
)
def test_a_worse_figure_never_gives_a_better_status(
    call: CallFigures, change: tuple[str, float, float]
) -> None:
    name, *figures = change
    better, worse = sorted(figures, reverse=name == "available_kbps")
    before = msgspec.structs.replace(call, **{name: better})
    after = msgspec.structs.replace(call, **{name: worse})
    assert status(after) <= status(before)


@given(_calls)
def test_no_connection_is_never_better(call: CallFigures) -> None:
    assert status(msgspec.structs.replace(call, connected=False)) <= status(call)


@given(_calls)
def test_it_crosses_the_border_in_camel_case_and_comes_back(call: CallFigures) -> None:
    line = msgspec.json.encode(call)
    assert b"availableKbps" in line
    assert msgspec.json.decode(line, type=CallFigures) == call
