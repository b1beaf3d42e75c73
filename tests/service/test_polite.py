"""What a run may load: plain numbers in, a decision out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.measurement import Mode
from notifier.service.events import Limit
from notifier.service.polite import (
    DAY,
    FULL_AT_LEAST,
    FULL_INTERVAL,
    Costs,
    Permission,
    allow,
    allow_by_hand,
    cost_of_day,
    plan,
)
from notifier.settings.model import OnMetered

BUDGET = 30e6
ONE = Costs(full=600e3, light=25e3)


def of(servers: int) -> Costs:
    return Costs(full=servers * ONE.full, light=servers * ONE.light)


def decide(
    wanted: Mode = "full",
    *,
    budget: float = BUDGET,
    spent: float = 0.0,
    costs: Costs = ONE,
    further_apart: bool = False,
    metered: bool = False,
    on_metered: OnMetered = "light",
) -> Permission:
    return allow(
        wanted,
        budget=budget,
        spent=spent,
        costs=costs,
        further_apart=further_apart,
        metered=metered,
        on_metered=on_metered,
    )


def spent_in_a_day(servers: int, interval: float = 300.0) -> tuple[float, float, float]:
    """What a day of the plan costs, with its two intervals."""
    costs = of(servers)
    made = plan(budget=BUDGET, spent=BUDGET / 2, costs=costs, interval=interval)
    day = DAY / made.interval * costs.light + DAY / made.full_interval * costs.full
    return day, made.interval, made.full_interval


def test_at_first_everything_is_as_the_settings_say() -> None:
    made = plan(budget=BUDGET, spent=BUDGET / 6, costs=of(16), interval=30.0)
    assert (made.interval, made.full_interval, made.further_apart) == (30.0, FULL_INTERVAL, False)


def test_one_server_has_its_light_runs_and_a_full_one_about_every_hour() -> None:
    day, interval, full = spent_in_a_day(1)
    assert interval == 300.0
    assert FULL_INTERVAL <= full <= 1.2 * FULL_INTERVAL
    assert day <= BUDGET * 2 / 3 + 1


def test_two_servers_have_fewer_full_ones() -> None:
    _, interval, full = spent_in_a_day(2)
    assert 300.0 <= interval < 360.0
    assert FULL_INTERVAL < full <= FULL_AT_LEAST


def test_more_servers_have_fewer_light_ones_too() -> None:
    _, three, full = spent_in_a_day(3)
    _, five, _ = spent_in_a_day(5)
    assert 300.0 < three < five
    assert full <= FULL_AT_LEAST * 1.1


def test_a_short_interval_is_made_longer() -> None:
    made = plan(budget=BUDGET, spent=BUDGET / 2, costs=ONE, interval=30.0)
    assert 30.0 < made.interval < 300.0
    assert made.further_apart
    assert not plan(budget=BUDGET, spent=BUDGET / 2, costs=ONE, interval=300.0).further_apart


@given(
    servers=st.integers(1, 256),
    interval=st.floats(30, 86_400),
    budget=st.floats(1e3, 1e11),
    spent=st.floats(0, 1e11),
)
def test_any_plan_fits_into_its_part_of_the_day(
    servers: int, interval: float, budget: float, spent: float
) -> None:
    costs = of(servers)
    made = plan(budget=budget, spent=spent, costs=costs, interval=interval)
    assert made.interval >= interval
    assert made.full_interval >= FULL_INTERVAL
    if spent > budget / 6:
        day = DAY / made.interval * costs.light + DAY / made.full_interval * costs.full
        assert day <= budget * 2 / 3 * 1.001


@pytest.mark.parametrize("wanted", ["full", "light"])
def test_with_nothing_spent_it_is_as_wanted(wanted: Mode) -> None:
    assert decide(wanted) == Permission(wanted, "full", True, None)


def test_from_full_to_light_to_none() -> None:
    assert decide(spent=24.4e6).mode == "full"
    assert decide(spent=24.41e6) == Permission("light", "light", False, Limit("budget", "light"))
    assert decide(spent=29.96e6) == Permission("light", None, False, Limit("budget", "light"))
    assert decide(spent=29.98e6) == Permission(None, None, False, Limit("budget", "none"))


def test_news_is_confirmed_in_full_only_where_both_runs_fit() -> None:
    assert decide("light", spent=24.3e6).confirm == "full"
    assert decide("light", spent=24.39e6).confirm == "light"


def test_no_budget_is_no_run() -> None:
    for costs in (ONE, Costs(full=0.0, light=0.0)):
        assert decide(budget=0.0, costs=costs) == Permission(
            None, None, False, Limit("budget", "none")
        )


def test_intervals_made_longer_are_told() -> None:
    assert decide(further_apart=True).limit == Limit("budget", "fewer")


def test_a_metered_connection() -> None:
    assert decide(metered=True) == Permission("light", "light", False, Limit("metered", "light"))
    full = decide(metered=True, on_metered="full")
    assert full == Permission("full", "full", False, None)
    none = decide(metered=True, on_metered="none")
    assert none == Permission(None, None, False, Limit("metered", "none"))
    assert decide(on_metered="none").mode == "full"


def test_metered_and_nothing_left() -> None:
    assert decide(metered=True, spent=29.96e6).confirm is None
    assert decide(metered=True, spent=BUDGET).limit == Limit("budget", "none")


def test_by_hand() -> None:
    assert allow_by_hand(metered=False, in_call=False) == Permission("full", None, True, None)
    assert allow_by_hand(metered=True, in_call=False) == Permission("full", None, False, None)
    assert allow_by_hand(metered=False, in_call=True) == Permission(
        "light", None, False, Limit("call", "light")
    )


@given(
    wanted=st.sampled_from(["full", "light"]),
    budget=st.floats(0, 1e9),
    spent=st.floats(0, 1e9),
    full=st.floats(0, 1e8),
    light=st.floats(0, 1e7),
    metered=st.booleans(),
    on_metered=st.sampled_from(["light", "full", "none"]),
)
def test_nothing_begins_that_does_not_fit(
    wanted: Mode,
    budget: float,
    spent: float,
    full: float,
    light: float,
    metered: bool,
    on_metered: OnMetered,
) -> None:
    costs = Costs(full=full, light=light)
    found = decide(
        wanted,
        budget=budget,
        spent=spent,
        costs=costs,
        metered=metered,
        on_metered=on_metered,
    )
    if found.mode is None:
        assert found.limit is not None
        return
    assert spent + costs.of(found.mode) <= budget
    if found.mode == "light" and found.confirm == "full":
        assert spent + light + full <= budget
    if found.mode != wanted:
        assert found.limit is not None
    if metered and on_metered == "light":
        assert found.mode == "light"
        assert found.confirm != "full"


@pytest.mark.parametrize(
    ("minutes", "budget_mb", "least", "most"),
    [(5, 30, 19, 22), (10, 30, 17, 20), (30, 200, 14.5, 15.5), (5, 5, 3, 3.4), (5, 0, 0, 0)],
)
def test_what_a_day_costs(minutes: int, budget_mb: float, least: float, most: float) -> None:
    """docs/numbers.md: 19 MB for one address at five minutes, by runs that cost what they may."""
    costs = Costs(full=600e3, light=25e3)
    octets = cost_of_day(budget=budget_mb * 1e6, costs=costs, interval=minutes * 60.0)
    assert least <= octets / 1e6 <= most
