"""The throttle: first at once, last always, never more often than said."""

from pytestqt.qtbot import QtBot

from ui.parts.throttle import Throttle


def test_the_first_request_acts_at_once(qtbot: QtBot) -> None:
    calls: list[int] = []
    Throttle(lambda: calls.append(1), 60_000).request()
    assert calls == [1]


def test_a_burst_becomes_two_calls_and_the_last_is_not_lost(qtbot: QtBot) -> None:
    value = 0
    seen: list[int] = []
    throttle = Throttle(lambda: seen.append(value), 150)
    for value in range(20):  # noqa: B007 (read by the lambda)
        throttle.request()
    assert seen == [0]
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=10_000)
    assert seen == [0, 19]


def test_a_request_within_the_interval_waits(qtbot: QtBot) -> None:
    calls: list[int] = []
    throttle = Throttle(lambda: calls.append(1), 3_600_000)
    throttle.request()
    throttle.request()
    throttle.request()
    assert calls == [1]


def test_one_at_once_counts(qtbot: QtBot) -> None:
    acts: list[int] = []
    throttle = Throttle(lambda: acts.append(1), 3_600_000)
    throttle.request()
    throttle.request()
    throttle.at_once()
    assert len(acts) == 2, "and what was waiting is done with it"
    throttle.request()
    assert len(acts) == 2
