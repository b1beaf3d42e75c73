"""Side by side: better is said only where it is no chance."""

from dataclasses import replace

import pytest

from notifier.history.queries import Figures, Quartiles
from ui.history.comparing import LEAST, compare

pytestmark = pytest.mark.usefixtures("qapp", "british")


def side(runs: int, *, green: int, rtt: float, spread: float = 10.0) -> Figures:
    return Figures(
        runs=runs,
        complete=True,
        since=0.0,
        until=1.0,
        colors={"green": green, "amber": 0, "red": runs - green},
        no_connection=0,
        throughput_kbps=None,
        rtt_ms=Quartiles(rtt - spread, rtt - spread / 2, rtt, rtt + spread / 2, rtt + spread, runs),
        jitter_ms=None,
        loss_fraction=None,
        queue_ms=None,
    )


def better(first: Figures, second: Figures) -> dict[str, int | None]:
    return {row.name: row.better for row in compare(first, second)}


def test_a_clear_difference_is_told() -> None:
    found = better(side(400, green=390, rtt=30.0), side(400, green=200, rtt=60.0))
    assert found["Good"] == 0
    assert found["Bad"] == 0, "less of it is better"
    assert found["Round trip"] == 0
    turned = better(side(400, green=200, rtt=60.0), side(400, green=390, rtt=30.0))
    assert turned["Round trip"] == turned["Good"] == 1


def test_what_may_be_chance_is_not() -> None:
    found = better(side(20, green=15, rtt=30.0), side(20, green=13, rtt=33.0))
    assert set(found.values()) == {None}
    few = better(side(LEAST - 1, green=9, rtt=30.0), side(LEAST - 1, green=0, rtt=300.0))
    assert set(few.values()) == {None}


def test_the_figures_stand_beside_each_other() -> None:
    rows = {row.name: row for row in compare(side(40, green=30, rtt=30), side(50, green=0, rtt=60))}
    assert (rows["Tests"].first, rows["Tests"].second) == ("40", "50")
    assert (rows["Good"].first, rows["Good"].second) == ("75 %", "0 %")
    assert rows["Round trip"].first == "30 ms (25 ms to 35 ms)"
    assert rows["Throughput"].first == "\N{EN DASH}"


def test_a_median_of_lower_bounds_is_one() -> None:
    rates = Quartiles(9000.0, 16_000.0, 16_000.0, 16_000.0, 16_000.0, 40)
    one = replace(side(40, green=30, rtt=30), throughput_kbps=rates, at_least=30)
    other = replace(one, at_least=10)
    row = next(row for row in compare(one, other) if row.name == "Throughput")
    assert row.first == "at least 16.0 Mbit/s (16.0 Mbit/s to 16.0 Mbit/s)"
    assert row.second == "16.0 Mbit/s (16.0 Mbit/s to 16.0 Mbit/s)"
