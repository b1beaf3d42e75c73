"""What is unusual on a network, and what is told of it."""

from datetime import UTC
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.forecast.baseline import Habit, Profile, learn
from notifier.forecast.unusual import Unusual, Watch, observe, replayed, told
from notifier.forecast.watched import DAY_MS, SLOTS, Figure, Watched
from tests.forecast.false_alarms import Found, examine
from tests.forecast.histories import (
    CHANGES,
    KINDS,
    MONDAY,
    ORDINARY,
    RUN_MS,
    any_run,
    calm,
    changed,
    history,
    learnt,
    news,
    read_verdicts,
    spaced,
    steady,
    watched_verdicts,
)
from tests.net.coturn import Coturn
from tests.net.direction import Direction
from tests.net.emulator import Link
from tests.probe.runs import in_namespace, target
from tests.records import example_verdict

RECORDED = Path(__file__).with_name("recorded-runs.jsonl")
"""Two nights of light runs in an hour each: see the test that measures them again."""

HOUR_MS = 3_600_000.0


@pytest.fixture(scope="module")
def ordinary() -> Profile:
    """Two days without any change."""
    return learnt(steady(2, **ORDINARY))


def runs(*values: float, figure: str = "rtt_ms", every_ms: float = RUN_MS) -> list[Watched]:
    """Runs on the ordinary network but for one figure, after the days it was learnt from."""
    return [
        Watched(
            timestamp_ms=MONDAY + 3 * DAY_MS + number * every_ms,
            works=True,
            provider="turn.example.org",
            **(ORDINARY | {figure: value}),
        )
        for number, value in enumerate(values)
    ]


def told_after(profile: Profile, after: list[Watched]) -> list[tuple[int, Figure]]:
    return [(number, one.figure) for number, one in news(profile, after)]


# Watching


def test_without_a_profile_nothing_is_unusual() -> None:
    assert observe(Watch(), None, runs(900.0)[0]) == (Watch(), ())


@pytest.mark.parametrize(
    ("figure", "name", "bad"),
    [
        (Figure.THROUGHPUT, "loop_kbps", 6000.0),
        (Figure.ROUND_TRIP, "rtt_ms", 170.0),
        (Figure.LOSS, "loss", 0.05),
        (Figure.JITTER, "jitter_ms", 40.0),
        (Figure.LOADED_ROUND_TRIP, "loaded_rtt_ms", 900.0),
    ],
)
def test_two_bad_runs_in_a_row_are_news_and_one_is_not(
    ordinary: Profile, figure: Figure, name: str, bad: float
) -> None:
    good = ORDINARY[name]
    odd = runs(good, bad, good, good, bad, good, figure=name)
    assert told_after(ordinary, odd) == []
    assert told_after(ordinary, runs(good, bad, bad, bad, figure=name)) == [(2, figure)]


def test_better_is_not_news(ordinary: Profile) -> None:
    better = runs(1.0, 1.0, 1.0)
    better += runs(90_000.0, 90_000.0, 90_000.0, figure="loop_kbps")
    assert told_after(ordinary, better) == []


def test_what_no_call_would_notice_is_nothing() -> None:
    steady_line = steady(3, rtt_ms=4.0, jitter_ms=0.2, loss=0.0, loaded_rtt_ms=9.0)
    after = [
        Watched(
            timestamp_ms=MONDAY + 4 * DAY_MS + number * RUN_MS,
            works=True,
            provider="turn.example.org",
            rtt_ms=7.0,
            jitter_ms=4.0,
            loss=1 / 56,
            loaded_rtt_ms=60.0,
        )
        for number in range(5)
    ]
    assert told_after(learnt(steady_line), after) == []


def test_runs_between_that_did_not_measure_the_figure_are_passed_over(ordinary: Profile) -> None:
    slow = [
        run if number % 3 == 0 else msgspec.structs.replace(run, loop_kbps=None)
        for number, run in enumerate(runs(*[5000.0] * 7, figure="loop_kbps"))
    ]
    assert told_after(ordinary, slow) == [(3, Figure.THROUGHPUT)]


def test_runs_more_than_a_day_apart_are_not_in_a_row(ordinary: Profile) -> None:
    assert told_after(ordinary, runs(300.0, 300.0, every_ms=1.01 * DAY_MS)) == []
    assert told_after(ordinary, runs(300.0, 300.0, every_ms=0.99 * DAY_MS)) != []


def test_at_least_is_no_sign_of_a_slow_line(ordinary: Profile) -> None:
    slow = runs(5000.0, 5000.0, 5000.0, figure="loop_kbps")
    least = [msgspec.structs.replace(run, loop_at_least=True) for run in slow]
    assert told_after(ordinary, least) == []
    # Nor does it end what is known.
    watch = replayed(ordinary, slow, zone=UTC)
    for run in least:
        watch, _ = observe(watch, ordinary, run, zone=UTC)
    assert Figure.THROUGHPUT in _current(watch, ordinary)


def _current(watch: Watch, profile: Profile) -> list[Figure]:
    """What goes on, asked by a run that measured nothing."""
    idle = Watched(timestamp_ms=MONDAY + 3 * DAY_MS, works=True, provider="turn.example.org")
    return [one.figure for one in observe(watch, profile, idle, zone=UTC)[1]]


def test_a_low_at_least_hides_no_slow_line() -> None:
    odd = [
        msgspec.structs.replace(run, loop_kbps=900.0, loop_at_least=True)
        if number % 4 == 0
        else run
        for number, run in enumerate(steady(3, **ORDINARY))
    ]
    assert told_after(learnt(odd), runs(5000.0, 5000.0, figure="loop_kbps")) != []


def test_each_server_is_held_against_its_own_habit(ordinary: Profile) -> None:
    far = [msgspec.structs.replace(run, provider="far") for run in runs(200.0, 200.0, 200.0)]
    assert told_after(ordinary, far) == []
    both = [
        msgspec.structs.replace(run, provider="far", rtt_ms=200.0) if number % 2 else run
        for number, run in enumerate(steady(3, **ORDINARY))
    ]
    profile = learnt(both)
    assert told_after(profile, far) == []
    assert told_after(profile, runs(200.0, 200.0)) == [(1, Figure.ROUND_TRIP)]


def test_a_line_too_fast_to_measure_is_usually_at_least() -> None:
    fast = steady(2, loop_kbps=60_000.0, loop_at_least=True)
    profile = learnt(fast)
    slow = [msgspec.structs.replace(run, loop_at_least=False) for run in fast[-2:]]
    slow = [msgspec.structs.replace(run, loop_kbps=8000.0) for run in slow]
    [(_, unusual)] = news(profile, slow)
    assert told(unusual).text == (
        "unusually slow for this network: 8.0 Mbit/s, usually 60 Mbit/s or more"
    )


def test_no_server_is_unusual_where_one_mostly_works(ordinary: Profile) -> None:
    gone = changed(runs(20.0, 20.0, 20.0), Figure.SERVERS, seed=1)
    assert told_after(ordinary, gone) == [(1, Figure.SERVERS)]
    shaky = [
        msgspec.structs.replace(run, works=number % 10 != 0)
        for number, run in enumerate(steady(3, **ORDINARY))
    ]
    assert told_after(learnt(shaky), gone) == []


def test_an_episode_is_told_once_and_ends(ordinary: Profile) -> None:
    after = runs(*[300.0] * 50, *[20.0] * 3)
    watch = Watch()
    found = []
    for run in after:
        watch, unusual = observe(watch, ordinary, run, zone=UTC)
        found.append(unusual)
    assert [sum(one.new for one in unusual) for unusual in found] == [0, 1, *[0] * 51]
    assert [len(unusual) for unusual in found] == [0, *[1] * 51, 0]
    assert {one.since_ms for unusual in found for one in unusual} == {after[0].timestamp_ms}
    assert found[51][0].now == 20.0


def test_what_comes_and_goes_is_not_told_each_time(ordinary: Profile) -> None:
    flapping = runs(*[300.0, 300.0, 20.0, 20.0, 20.0] * 40)  # 16 hours
    assert [number for number, _ in news(ordinary, flapping)] == [1, 76, 151]


def test_between_the_ends_an_episode_goes_on(ordinary: Profile) -> None:
    """From 20 ms, 45 ms and more are unusual, and up to about 33 ms are usual again."""
    assert told_after(ordinary, runs(44.0, 44.0)) == []
    after = runs(60.0, 60.0, *[40.0] * 5)
    assert _current(replayed(ordinary, after, zone=UTC), ordinary) == [Figure.ROUND_TRIP]
    after = runs(60.0, 60.0, *[30.0] * 3)
    assert _current(replayed(ordinary, after, zone=UTC), ordinary) == []


# Habits over weeks


def only_delays(runs: list[Watched]) -> list[Watched]:
    return [
        msgspec.structs.replace(run, jitter_ms=None, loop_kbps=None, loss=None, loaded_rtt_ms=None)
        for run in runs
    ]


def followed(before: list[Watched], after: list[Watched]) -> list[tuple[int, Unusual]]:
    """What is unusual after each run, with a lesson a day."""
    watch = Watch()
    found = []
    for number, run in enumerate(after):
        if number % 288 == 0:
            profile = learnt([*before, *after[:number]])
        watch, now = observe(watch, profile, run, zone=UTC)
        found += [(number, one) for one in now]
    return found


def test_a_lasting_change_is_told_once_and_becomes_the_habit() -> None:
    before = only_delays(history(KINDS["DSL"], 21, seed=3))
    later = only_delays(history(KINDS["DSL"], 10, seed=4, start=MONDAY + 21 * DAY_MS))
    after = changed(later, Figure.ROUND_TRIP, seed=1)
    found = followed(before, after)
    assert [(number, one.figure) for number, one in found if one.new] == [(1, Figure.ROUND_TRIP)]
    # Two days later it is the habit of working days; of the weekend once that was seen as well.
    unusual_days = {number // 288 for number, _ in found}
    assert unusual_days <= {0, 1, 2, 5, 6}
    assert 0 in unusual_days
    # And the old habit is no news.
    back = history(KINDS["DSL"], 1, seed=5, start=MONDAY + 31 * DAY_MS)
    assert told_after(learnt([*before, *after]), only_delays(back)) == []


def test_one_bad_afternoon_in_three_weeks_does_not_hide_the_next() -> None:
    good = history(KINDS["DSL"], 21, seed=3)
    noon = 14 * 288 + 144
    with_one = [
        *good[:noon],
        *changed(good[noon : noon + 48], Figure.ROUND_TRIP, seed=1),
        *good[noon + 48 :],
    ]
    profile = learnt(with_one)
    after = history(KINDS["DSL"], 0.6, seed=6, start=MONDAY + 21 * DAY_MS)
    next_one = changed(after[-20:], Figure.ROUND_TRIP, seed=1)
    assert told_after(profile, next_one)[:1] == [(1, Figure.ROUND_TRIP)]


def test_a_line_that_slowly_gets_worse_is_its_own_habit() -> None:
    """By a third in a month."""
    drifting = [
        msgspec.structs.replace(run, rtt_ms=run.rtt_ms and run.rtt_ms * 1.01 ** (number / 288))
        for number, run in enumerate(only_delays(history(calm(KINDS["DSL"]), 28, seed=7)))
    ]
    assert followed(drifting[: 14 * 288], drifting[14 * 288 :]) == []


@pytest.mark.parametrize("kind", ["fibre", "DSL", "cable, slow evenings"])
def test_changes_are_seen_within_two_runs_and_a_quiet_fortnight_is_quiet(kind: str) -> None:
    """Two networks of each kind; ``python -m tests.forecast.false_alarms`` looks at twenty."""
    found = Found()
    for seed in (101, 102):
        examine(kind, seed, found, relearn=7)
    assert sum(found.alarms.values()) < found.networks
    soon = {
        figure: sum(delay == 2 for delay in delays) / len(delays)
        for figure, delays in found.delays.items()
    }
    assert set(soon) == set(CHANGES)
    # Of 56 packets, 5 % are three, or one, or none. And the rule, which knows little of a full
    # run's evenings by themselves, gives a line with slow ones more room.
    assert soon.pop(Figure.LOSS) >= 0.5
    assert soon.pop(Figure.THROUGHPUT) >= (0.5 if kind == "cable, slow evenings" else 0.9)
    assert set(soon.values()) == {1.0}


@pytest.mark.parametrize("kind", ["lossy Wi-Fi", "mobile"])
def test_a_wild_network_may_be_as_wild_as_ever(kind: str) -> None:
    found = Found()
    for seed in (101, 102):
        examine(kind, seed, found, relearn=7)
    assert sum(found.alarms.values()) <= found.networks
    assert set(found.delays[Figure.SERVERS]) == {2}


# Replayed runs


def test_recorded_runs_of_two_links_replayed() -> None:
    """Twelve runs at 5 Mbit/s and 40 ms, then four with 150 ms and 8 % loss more."""
    found = spaced(watched_verdicts(read_verdicts(RECORDED.read_bytes())), 2.5 * HOUR_MS)
    _expect_news_of_a_worse_link(found)


@pytest.mark.root
@pytest.mark.coturn
async def test_runs_of_the_probe_over_two_links() -> None:
    verdicts = []
    for delay_ms, loss, number in ((20.0, 0.0, 12), (95.0, 0.08, 4)):
        direction = Direction(rate_bps=5_000_000, queue_ms=100, delay_ms=delay_ms)
        link = Link(up=msgspec.structs.replace(direction, loss=loss), down=direction, seed=1)
        with link, Coturn(link.server, ip=link.server_ip) as server:
            for _ in range(number):
                found = await in_namespace(link.client, target(server), mode="light")
                verdicts.append(example_verdict(found))
    lines = b"\n".join(msgspec.json.encode(verdict) for verdict in verdicts)
    _expect_news_of_a_worse_link(spaced(watched_verdicts(read_verdicts(lines)), 2.5 * HOUR_MS))


def _expect_news_of_a_worse_link(found: list[Watched]) -> None:
    """A run each two and a half hours, for which a minute stands in: a habit takes a day."""
    assert len(found) == 16
    profile = learnt(found[:12])
    watch = replayed(profile, found[:12], zone=UTC)
    new = list(news(profile, found[12:], watch=watch))
    assert {one.figure: number for number, one in new} == {Figure.ROUND_TRIP: 1, Figure.LOSS: 1}


def test_verdicts_are_read_as_the_command_line_prints_them() -> None:
    verdicts = [example_verdict(timestamp=at) for at in (2.0, 1.0)]
    array = b"[\n" + b",\n".join(map(msgspec.json.encode, verdicts)) + b"\n]\n"
    assert read_verdicts(array) == verdicts[::-1]
    with pytest.raises(msgspec.DecodeError):
        read_verdicts(b'{"timestamp": 1}\n')


# Sentences


def unusual(figure: Figure, now: float, low: float, high: float, **more: Any) -> Unusual:
    return Unusual(
        figure=figure,
        now=now,
        usual_low=low,
        usual_median=(low + high) / 2,
        usual_high=high,
        since_ms=MONDAY,
        new=True,
        **more,
    )


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            unusual(Figure.THROUGHPUT, 3200.0, 18_200.0, 25_100.0),
            "unusually slow for this network: 3.2 Mbit/s, usually 18 to 25 Mbit/s",
        ),
        (
            unusual(Figure.THROUGHPUT, 150.0, 900.0, 1400.0),
            "unusually slow for this network: 0.15 Mbit/s, usually 0.90 to 1.4 Mbit/s",
        ),
        (
            unusual(Figure.ROUND_TRIP, 180.2, 20.0, 35.4),
            "unusually long delay for this network: 180 ms, usually 20 to 35 ms",
        ),
        (
            unusual(Figure.ROUND_TRIP, 180.2, 20.0, 20.4),
            "unusually long delay for this network: 180 ms, usually 20 ms",
        ),
        (
            unusual(Figure.LOSS, 0.05, 0.0, 0.0),
            "unusually many losses for this network: 5.0%, usually below 0.5%",
        ),
        (
            unusual(Figure.LOSS, 0.12, 0.01, 0.031),
            "unusually many losses for this network: 12.0%, usually below 3.5%",
        ),
        (
            unusual(Figure.JITTER, 40.0, 1.6, 4.2),
            "unusually uneven delay for this network: jitter 40 ms, usually 2 to 4 ms",
        ),
        (
            unusual(Figure.LOADED_ROUND_TRIP, 900.0, 90.0, 140.0, now_at_least=True),
            (
                "unusually long delay under load for this network: at least 900 ms, "
                "usually 90 to 140 ms"
            ),
        ),
        (
            unusual(Figure.SERVERS, 0.0, 0.999, 0.999),
            "unusual for this network: no call server works",
        ),
    ],
)
def test_one_sentence_each(found: Unusual, sentence: str) -> None:
    telling = told(found)
    assert telling.text == sentence
    assert telling.code == f"unusual-{found.figure.value}"
    assert telling.arguments["now"] == found.now
    assert telling.arguments["high"] == found.usual_high


# What comes from outside


@given(st.lists(any_run, max_size=60), st.floats() | st.just(MONDAY), any_run)
def test_no_figures_raise(past: list[Watched], now_ms: float, odd: Watched) -> None:
    profile = learn(past, now_ms=now_ms, zone=UTC)
    watch = replayed(profile, [*past, odd, odd], zone=UTC)
    for one in observe(watch, profile, odd, zone=UTC)[1]:
        assert told(one).text


_ends = st.tuples(*[st.floats(0, 1e12)] * 3).map(sorted)
_habits = st.builds(
    lambda ends, reach: Habit(
        low=(ends[0],) * SLOTS,
        median=(ends[1],) * SLOTS,
        high=(ends[2],) * SLOTS,
        reach=reach,
        values=12,
    ),
    _ends,
    st.floats(0, 1e300),
)


@given(st.dictionaries(st.sampled_from(Figure), _habits), any_run)
def test_no_profile_raises(habits: dict[Figure, Habit], odd: Watched) -> None:
    profile = Profile(
        learnt_ms=MONDAY, method="rule", runs=12, days=1, works=1.0, habits={"a": habits}
    )
    watch = replayed(profile, [odd, odd], zone=UTC)
    for one in observe(watch, profile, odd, zone=UTC)[1]:
        assert told(one).text


def test_where_a_server_works_again_nothing_is_said_of_none(ordinary: Profile) -> None:
    gone = changed(runs(20.0, 20.0), Figure.SERVERS, seed=1)
    watch = Watch()
    for run in gone:
        watch, found = observe(watch, ordinary, run)
    assert [one.figure for one in found] == [Figure.SERVERS]
    watch, found = observe(watch, ordinary, runs(20.0, 20.0, 20.0)[-1])
    assert found == ()
