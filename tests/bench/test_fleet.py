"""The simulation of a fleet, with few clients: that what is to happen in it happens."""

from xml.etree import ElementTree

import pytest

from notifier.settings.model import Settings
from tests.bench.fleet import FAILING, STORY, Day, Load, Prices, drawn, rows, table
from tests.bench.fleet_cost import KINDS, Kind

CLIENTS = 40

_OCTETS: dict[Kind, float] = {"light": 18e3, "full": 170e3, "call": 205e3}

PRICES = Prices(
    octets={(kind, n): _OCTETS[kind] * n for kind in KINDS for n in (1, 2)},
    seconds={"light": 2.0, "full": 6.0, "call": 8.0},
    allocations={(kind, n): 2.0 * n for kind in KINDS for n in (1, 2)},
    send=6500.0,
    further=230.0,
)


@pytest.fixture(scope="module")
def load() -> Load:
    return lived()


def lived(*, spread: bool = True) -> Load:
    day = Day(CLIENTS, PRICES, Settings(), spread=spread)
    day.run()
    return day.load


def within(seconds: list[float] | list[int], what: str, more_s: float = 0.0) -> float:
    begins, ends = STORY[what]
    return sum(seconds[int(begins) : int(ends + more_s)])


def test_people_come_and_go(load: Load) -> None:
    assert sum(load.runs[: 6 * 3600]) == 0
    at_work = sum(load.runs[9 * 3600 : 17 * 3600]) / CLIENTS
    assert 50 < at_work < 120, "one in five minutes, but for meetings and lunch"
    assert sum(load.full) < sum(load.runs) / 4
    assert sum(load.runs[20 * 3600 :]) == 0


def test_a_server_that_fails_gets_nothing_until_it_is_back(load: Load) -> None:
    assert within(load.octets[FAILING], "a TURN server fails") == 0
    back = int(STORY["a TURN server fails"][1])
    assert sum(load.octets[FAILING][back : back + 600]) > 0


def test_a_collector_that_fails_is_asked_less_and_gets_everything_later(load: Load) -> None:
    assert within(load.sent, "the collector fails") == 0
    begins, ends = (int(second) for second in STORY["the collector fails"])
    before = sum(load.requests[begins - 3600 : begins])
    assert 0 < sum(load.requests[ends - 3600 : ends]) < before
    assert sum(load.sent[ends : ends + 3600]) > sum(load.sent[begins - 3600 : begins])
    assert load.lost == 0


def test_another_policy_is_spread_or_all_come_at_once(load: Load) -> None:
    assert within(load.full, "another policy", 15) <= CLIENTS / 4
    assert within(load.full, "another policy", 700) > CLIENTS / 2
    assert within(lived(spread=False).full, "another policy", 15) > CLIENTS / 2


def test_the_table_and_the_picture_show_it(load: Load) -> None:
    found = rows(load)
    assert len(table(found).splitlines()) == 2 + len(found)
    assert all(row.second >= row.peak >= row.busy >= row.mean > 0 for row in found)
    root = ElementTree.fromstring(drawn(found, CLIENTS))  # noqa: S314 - our own
    assert len(root.findall("{*}polyline")) == 12
