"""What counts as news on a network, and when a call is worth its bytes."""

from typing import Any

import pytest

from notifier.measurement import CallCheck, RoundTrip, ServerMeasurement
from notifier.service.habit import Habit, Seen
from tests.records import NOON, example_measurement, example_server, example_verdict

URL = "turn:turn.example.org"
HOUR = 3_600_000.0


def server(rtt: float | None = 40.0, loss: float | None = 0.0, **changes: Any) -> ServerMeasurement:
    trip = None if rtt is None else RoundTrip(min=rtt, median=rtt, p95=rtt)
    return example_server(**({"url": URL, "rtt_ms": trip, "loss_fraction": loss} | changes))


def seen(
    *servers: ServerMeasurement,
    mode: str = "light",
    code: int = 95,
    at: float = NOON,
    **changes: Any,
) -> Seen:
    measurement = example_measurement(*(servers or (server(),)), timestamp=at, mode=mode)
    return Seen.of(example_verdict(measurement, summary_code=code, **changes))


def usual(rtt: float = 40.0, loss: float = 0.0, runs: int = 10) -> Habit:
    """A habit that began with a full run."""
    habit = Habit([seen(server(rtt, loss), mode="full")])
    for _ in range(runs):
        habit.add(seen(server(rtt, loss)))
    return habit


def test_anything_is_news_on_a_network_without_a_run() -> None:
    assert Habit().differs([server()], 95)


def test_the_same_again_is_no_news() -> None:
    assert not usual().differs([server()], 95)


def test_another_colour_is_news_and_another_code_of_it_is_none() -> None:
    assert usual().differs([server()], 65)
    assert not usual().differs([server()], 90)


def test_a_colour_is_news_once_where_light_runs_see_another_one_than_full_runs() -> None:
    habit = usual()
    for news in (True, False, False, False):
        assert habit.differs([server()], 65) is news
        habit.add(seen(mode="full"))  # what the full run found, or was believed after all
    assert not habit.differs([server()], 95), "what is told"
    assert habit.differs([server()], 65), "and back again"


def test_a_third_colour_is_news_beside_two() -> None:
    habit = usual()
    assert habit.differs([server()], 65)
    assert habit.differs([server()], 20)
    assert not habit.differs([server()], 20)


def test_light_runs_that_go_to_and_fro_ask_for_a_full_one_only_with_each_change() -> None:
    habit = usual()
    asked = [habit.differs([server()], code) for code in (65, 65, 95, 95, 65, 65, 65, 95)]
    assert asked == [True, False, False, False, True, False, False, False]


@pytest.mark.parametrize(
    ("usual_rtt", "rtt", "news"),
    [
        (40.0, 59.0, False),
        (40.0, 60.0, True),
        (40.0, 21.0, False),
        (40.0, 20.0, True),
        (200.0, 290.0, False),
        (200.0, 300.0, True),
        (4.0, 13.0, False),  # More than twice as long, and yet nothing.
        (4.0, 14.0, True),
    ],
)
def test_a_round_trip_half_as_long_again(usual_rtt: float, rtt: float, news: bool) -> None:
    assert usual(usual_rtt).differs([server(rtt)], 95) is news


@pytest.mark.parametrize(
    ("usual_loss", "loss", "news"),
    [(0.0, 0.04, False), (0.0, 0.06, True), (0.08, 0.04, False), (0.08, 0.02, True)],
)
def test_a_loss_five_points_away(usual_loss: float, loss: float, news: bool) -> None:
    assert usual(loss=usual_loss).differs([server(loss=loss)], 95) is news


def test_one_odd_run_makes_no_habit() -> None:
    habit = usual()
    habit.add(seen(server(90.0)))
    assert not habit.differs([server()], 95)
    assert habit.differs([server(90.0)], 95)


def test_what_a_full_run_has_confirmed_is_no_news_again() -> None:
    habit = usual()
    assert habit.differs([server(90.0)], 95)
    habit.add(seen(server(90.0), mode="full"))
    assert not habit.differs([server(90.0)], 95)


def test_coming_back_from_what_a_full_run_has_found_is_news_once() -> None:
    habit = usual()
    habit.add(seen(server(90.0), mode="full"))
    habit.add(seen(server(90.0)))
    assert habit.differs([server(40.0)], 95), "its throughput may not stay in force"
    habit.add(seen(server(40.0), mode="full"))
    assert not habit.differs([server(40.0)], 95)


def test_coming_back_from_a_loss_that_a_full_run_has_found_is_news_once() -> None:
    habit = usual()
    habit.add(seen(server(loss=0.2), mode="full"))
    assert habit.differs([server(loss=0.0)], 95)
    habit.add(seen(server(loss=0.0), mode="full"))
    assert not habit.differs([server(loss=0.0)], 95)


def test_a_server_that_fails_or_works_again_is_news() -> None:
    broken = server(None, None, reachable=False, error="timeout")
    assert usual().differs([broken], 95)
    habit = usual()
    habit.add(seen(broken))
    assert not habit.differs([broken], 95)
    assert habit.differs([server()], 95)


def test_a_server_that_was_not_there_is_news() -> None:
    assert usual().differs([server(), server(url="turn:new.example.org")], 95)


def test_figures_that_are_missing_are_no_news() -> None:
    assert not usual().differs([server(None, None)], 95)
    assert not Habit([seen(server(None, None), mode="full")]).differs([server()], 95)


def test_a_habit_without_a_full_run() -> None:
    habit = Habit([seen()])
    assert not habit.differs([server()], 95)
    assert habit.differs([server(90.0)], 95)


# The WebRTC call

URLS = frozenset({URL})


def check(*, connected: bool) -> CallCheck:
    return CallCheck(
        connected=connected, ice_ms=None, dtls_ms=None, audio_loss_fraction=None, rtt_ms=None
    )


def checked(*, connected: bool = True, at: float = NOON, **changes: Any) -> Seen:
    tried = server(call_check=check(connected=connected))
    return seen(tried, mode="full", at=at, **changes)


def test_a_call_is_made_on_a_network_that_had_none() -> None:
    assert Habit().wants_call(URLS, NOON)
    assert usual().wants_call(URLS, NOON)


def test_none_is_made_where_nothing_has_changed() -> None:
    habit = Habit([checked()])
    habit.add(seen(mode="full", at=NOON + HOUR))
    assert not habit.wants_call(URLS, NOON + 2 * HOUR)


def test_one_is_made_after_one_that_failed() -> None:
    assert Habit([checked(connected=False)]).wants_call(URLS, NOON + HOUR)


def test_one_is_made_after_one_that_connected_and_carried_no_audio() -> None:
    silent = checked(code=10, causes=("media-blocked",))
    assert Habit([silent]).wants_call(URLS, NOON + HOUR)


def test_one_of_several_servers_is_enough() -> None:
    tried = server(call_check=check(connected=True))
    failed = server(url="turn:b.example.org", call_check=check(connected=False))
    habit = Habit([seen(failed, tried, mode="full")])
    assert not habit.wants_call(frozenset({URL, "turn:b.example.org"}), NOON + HOUR)


@pytest.mark.parametrize("hours", [24.0, 1000.0, -1.0])
def test_one_is_made_once_a_day_and_after_a_clock_was_put_back(hours: float) -> None:
    assert Habit([checked()]).wants_call(URLS, NOON + hours * HOUR)


def test_one_is_made_for_other_servers() -> None:
    assert Habit([checked()]).wants_call(frozenset({"turn:b.example.org"}), NOON)


def test_one_is_made_where_the_connectivity_has_changed() -> None:
    habit = Habit([checked()])
    habit.add(seen(code=10))
    assert habit.wants_call(URLS, NOON + HOUR)
    habit.add(seen())
    assert not habit.wants_call(URLS, NOON + HOUR)
