"""The correction of a network by its calls: what it does, what it never does, what it gains."""

import math
import random
from dataclasses import replace
from itertools import accumulate

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notifier.codes import BY_SUMMARY, Color
from notifier.forecast.correction import (
    HALF_LIFE_DAYS,
    LEAST_CALLS,
    LEAST_DURATION_MS,
    LIMIT,
    MOST_CALLS,
    NONE,
    Correction,
    corrected,
    corrected_run,
    learn,
    seen,
)
from notifier.forecast.judge import judge
from notifier.forecast.reading import code_odds, likeliest
from notifier.forecast.thresholds import default_thresholds
from notifier.prediction import Prediction, ServerPrediction
from notifier.quality import CallFigures
from tests.forecast.compared import (
    HOUR,
    Compared,
    call_of,
    figures,
    server,
    servers,
    shift_odds,
    simulate,
)
from tests.records import example_measurement, example_server

DAY = 24 * HOUR

shifts = st.floats(-2 * LIMIT, 2 * LIMIT)
corrections = st.builds(Correction, shifts, shifts, shifts)


def color(prediction: ServerPrediction) -> Color:
    odds = code_odds(prediction.loss, prediction.latency, prediction.tier)
    return BY_SUMMARY[likeliest(odds)].color


def from_here(odds: tuple[float, ...]) -> list[float]:
    """How likely each class or a higher one is."""
    return list(accumulate(reversed(odds)))[::-1]


def surprise(prediction: ServerPrediction, call: CallFigures) -> float:
    """The log-loss, of the three ratings together."""
    its = seen(call)
    odds = {"loss": prediction.loss, "latency": prediction.latency, "tier": prediction.tier}
    return -sum(math.log(max(1e-12, odds[name][place])) for name, place in its.items())


def worse(count: int, **changes: object) -> list[Compared]:
    """Calls that lost far more than was forecast, an hour apart."""
    calls = [
        Compared(server(), call_of(loss=2), timestamp=number * HOUR) for number in range(count)
    ]
    return [replace(call, **changes) for call in calls]  # type: ignore[arg-type]


class TestCorrected:
    def test_each_cumulative_odds_is_moved_by_the_shift(self) -> None:
        before = server()
        after = corrected(before, Correction(loss=0.5, latency=-0.5, tier=0.25))
        assert after.loss == pytest.approx(shift_odds(before.loss, 0.5), abs=1e-12)
        assert after.latency == pytest.approx(shift_odds(before.latency, -0.5), abs=1e-12)
        assert after.tier == pytest.approx(shift_odds(before.tier, 0.25), abs=1e-12)
        assert (after.url, after.blame) == (before.url, before.blame)

    def test_none_changes_no_digit(self) -> None:
        run = Prediction(servers=(server(), server(loss=(0.1, 0.2, 0.3, 0.4))), model="m")
        assert corrected_run(run, NONE) is run
        assert corrected_run(run, Correction(calls=9)) == run

    def test_all_servers_of_a_run(self) -> None:
        run = Prediction(
            servers=(server(), server(loss=(0.1, 0.2, 0.3, 0.4))),
            calibration=((0.5, 0.4), (1.0, 0.9)),
            model="m",
        )
        shift = Correction(loss=0.5)
        after = corrected_run(run, shift)
        assert after.servers == tuple(corrected(each, shift) for each in run.servers)
        assert (after.calibration, after.model) == (run.calibration, run.model)

    @given(servers, corrections)
    def test_odds_stay_odds(self, before: ServerPrediction, correction: Correction) -> None:
        after = corrected(before, correction)
        for was, odds in (
            (before.loss, after.loss),
            (before.latency, after.latency),
            (before.tier, after.tier),
        ):
            assert len(odds) == len(was)
            assert all(0 <= p <= 1 for p in odds)
            assert sum(odds) == pytest.approx(1, abs=1e-9)

    @given(servers, st.tuples(shifts, shifts).map(sorted), st.sampled_from([0, 1, 2]))
    def test_a_greater_shift_moves_no_less(
        self, before: ServerPrediction, two: list[float], which: int
    ) -> None:
        name = ("loss", "latency", "tier")[which]
        less, more = (
            getattr(corrected(before, replace(NONE, **{name: shift})), name)  # type: ignore[arg-type]
            for shift in two
        )
        for low, high in zip(from_here(less), from_here(more), strict=True):
            assert low <= high + 1e-9

    @settings(max_examples=400)
    @given(servers, corrections)
    def test_red_and_green_are_never_exchanged(
        self, before: ServerPrediction, correction: Correction
    ) -> None:
        assert {color(before), color(corrected(before, correction))} != {Color.RED, Color.GREEN}

    @pytest.mark.parametrize(
        ("before", "correction"),
        [
            pytest.param(
                server((0.5, 0.05, 0.3, 0.15), (1, 0, 0), (0, 0, 0, 0, 1)),
                Correction(loss=LIMIT),
                id="from green",
            ),
            pytest.param(
                server((0.4, 0.05, 0.4, 0.15), (1, 0, 0), (0, 0, 0, 0, 1)),
                Correction(loss=-LIMIT),
                id="from red",
            ),
        ],
    )
    def test_where_it_would_it_goes_as_far_as_it_may(
        self, before: ServerPrediction, correction: Correction
    ) -> None:
        """These two have next to nothing between the colours: the whole shift would jump over."""
        whole = server(tuple(shift_odds(before.loss, correction.loss)), before.latency, before.tier)
        assert {color(before), color(whole)} == {Color.RED, Color.GREEN}
        after = corrected(before, correction)
        assert after != before
        assert {color(before), color(after)} != {Color.RED, Color.GREEN}

    @settings(max_examples=60, deadline=None)
    @given(st.lists(servers, min_size=1, max_size=3), corrections)
    def test_nor_by_what_is_judged_of_a_whole_run(
        self, predicted: list[ServerPrediction], correction: Correction
    ) -> None:
        urls = [f"turn:{name}" for name in "abc"[: len(predicted)]]
        run = Prediction(
            servers=tuple(
                msgspec.structs.replace(each, url=url)
                for url, each in zip(urls, predicted, strict=True)
            ),
            model="m",
        )
        measurement = example_measurement(*(example_server(url=url) for url in urls))
        told = {
            BY_SUMMARY[judge(measurement, default_thresholds(), prediction=each).summary_code].color
            for each in (run, corrected_run(run, correction))
        }
        assert told != {Color.RED, Color.GREEN}

    @pytest.mark.parametrize(
        "loss", [(0.0, 0.0, 0.0, 0.0), (2.0, -1.0, 0.0, 0.0), (math.nan, 1.0, 0.0, 0.0)]
    )
    def test_what_are_no_odds_is_left(self, loss: tuple[float, float, float, float]) -> None:
        broken = ServerPrediction(
            url="turn:a", loss=loss, latency=(1, 0, 0), tier=(0, 0, 0, 0, 1), blame={}
        )
        assert corrected(broken, Correction(loss=1.0)) is broken


class TestLearn:
    def test_towards_what_calls_got(self) -> None:
        bad = learn(worse(5), model="m", now=5 * HOUR)
        assert bad.loss > 0.3
        assert bad.latency < 0  # it was forecast a little longer than it ever took
        assert bad.tier > 0
        assert bad.calls == 5
        good = [replace(call, figures=call_of(loss=0)) for call in worse(5)]
        assert learn(good, model="m", now=5 * HOUR).loss < 0

    def test_the_same_by_hand(self) -> None:
        """One binary rating: n equal calls, so slope = n (1 - p(s)) - s / sd^2 = 0."""
        odds = server(latency=(0.9, 0.0, 0.1))
        calls = [Compared(odds, call_of(latency=2), timestamp=number * HOUR) for number in range(4)]
        shift = learn(calls, model="m", now=0.0).latency
        p = 1 / (1 + 9 * math.exp(-shift))
        assert 4 * (1 - p) == pytest.approx(shift / 0.25, abs=1e-9)

    def test_too_few_calls_change_nothing(self) -> None:
        few = learn(worse(LEAST_CALLS - 1), model="m", now=0.0)
        assert few == Correction(calls=LEAST_CALLS - 1)
        assert learn([], model="m", now=0.0) == NONE
        assert learn(worse(LEAST_CALLS), model="m", now=0.0).loss > 0

    def test_more_calls_move_more_up_to_the_limit(self) -> None:
        sure = server(loss=(1.0, 0.0, 0.0, 0.0))
        calls = [replace(call, odds=sure) for call in worse(MOST_CALLS)]
        found = [learn(calls[:count], model="m", now=0.0).loss for count in (3, 5, MOST_CALLS)]
        assert found == sorted(found)
        assert found[-1] == pytest.approx(LIMIT)

    @pytest.mark.parametrize(
        "changes",
        [
            pytest.param({"duration_ms": LEAST_DURATION_MS - 1}, id="short"),
            pytest.param({"duration_ms": math.nan}, id="duration"),
            pytest.param({"odds": None}, id="no odds"),
            pytest.param({"odds": server(loss=(0.5, 0.1, 0.1, 0.1))}, id="damaged odds"),
            pytest.param({"model": "older"}, id="another model"),
            pytest.param({"model": None}, id="no model"),
            pytest.param({"timestamp": math.inf}, id="time"),
            pytest.param(
                {
                    "figures": CallFigures(
                        available_kbps=None,
                        concealed=None,
                        frozen=None,
                        one_way_ms=None,
                        connected=False,
                    )
                },
                id="never connected",
            ),
        ],
    )
    def test_a_call_that_counts_not_at_all(self, changes: dict[str, object]) -> None:
        assert learn(worse(9, **changes), model="m", now=9 * HOUR) == NONE

    def test_a_figure_that_is_missing_teaches_nothing_of_its_rating(self) -> None:
        bad = call_of(loss=2, latency=2, tier=0)
        whole = learn(worse(5, figures=bad), model="m", now=0.0)
        for without, untaught in (
            ({"one_way_ms": None}, {"latency"}),
            ({"available_kbps": None}, {"tier"}),
            ({"concealed": None}, {"loss"}),
            ({"frozen": None}, {"loss", "tier"}),
        ):
            figures = CallFigures(
                **{  # type: ignore[arg-type]
                    "available_kbps": bad.available_kbps,
                    "concealed": bad.concealed,
                    "frozen": bad.frozen,
                    "one_way_ms": bad.one_way_ms,
                    **without,
                }
            )
            found = learn(worse(5, figures=figures), model="m", now=0.0)
            for name in ("loss", "latency", "tier"):
                expected = 0.0 if name in untaught else getattr(whole, name)
                assert getattr(found, name) == expected, (without, name)

    def test_old_calls_fade(self) -> None:
        calls = worse(5)
        now = calls[-1].timestamp
        found = [
            learn(calls, model="m", now=now + days * DAY).loss
            for days in (0, HALF_LIFE_DAYS, 10 * HALF_LIFE_DAYS)
        ]
        assert found == sorted(found, reverse=True)
        assert found[-1] == pytest.approx(0, abs=0.01)

    def test_newer_calls_outvote_older_ones(self) -> None:
        older = worse(5)
        newer = [
            replace(call, figures=call_of(loss=0), timestamp=call.timestamp + 60 * DAY)
            for call in older
        ]
        assert learn([*older, *newer], model="m", now=60 * DAY).loss < 0
        assert learn(older, model="m", now=60 * DAY).loss > 0

    def test_only_the_newest_calls(self) -> None:
        newest = [
            Compared(server(), call_of(), timestamp=DAY + number * HOUR)
            for number in range(MOST_CALLS)
        ]
        now = DAY + MOST_CALLS * HOUR
        assert learn([*worse(20), *newest], model="m", now=now) == learn(newest, model="m", now=now)

    def test_calls_of_one_bad_hour_weigh_as_one(self) -> None:
        redialled = [replace(call, timestamp=number) for number, call in enumerate(worse(6))]
        spread = learn(worse(6), model="m", now=0.0).loss
        assert 0 < learn(redialled, model="m", now=0.0).loss < spread / 2

    def test_a_clock_that_ran_ahead(self) -> None:
        calls = worse(5)
        assert learn(calls, model="m", now=-1000 * DAY) == learn(calls, model="m", now=0.0)

    @given(
        st.lists(
            st.builds(
                Compared,
                odds=st.none()
                | servers
                | st.builds(
                    ServerPrediction,
                    url=st.text(max_size=3),
                    loss=st.tuples(*[st.floats()] * 4),
                    latency=st.tuples(*[st.floats()] * 3),
                    tier=st.tuples(*[st.floats()] * 5),
                    blame=st.just({}),
                ),
                figures=figures,
                timestamp=st.floats(),
                duration_ms=st.floats(),
            ),
            max_size=6,
        ),
        st.floats(allow_nan=False, allow_infinity=False),
    )
    def test_whatever_is_kept_it_stays_within_its_limit(
        self, calls: list[Compared], now: float
    ) -> None:
        found = learn(calls, model="m", now=now)
        for shift in (found.loss, found.latency, found.tier):
            assert -LIMIT <= shift <= LIMIT


class TestSimulated:
    """Networks whose calls are drawn from the forecasts' odds, moved by a bias; 60 of each."""

    NETWORKS = 60
    FRESH = 40

    def gain(self, bias: float, count: int) -> tuple[float, float]:
        """How much the log-loss of fresh calls falls after ``count`` calls, as a share of it.

        :returns: of all networks together, and the share of networks on which it falls.
        """
        before = after = 0.0
        fell = 0
        for seed in range(self.NETWORKS):
            rng = random.Random(seed)
            calls = simulate(rng, count, bias)
            correction = learn(calls, model="m", now=calls[-1].timestamp)
            fresh = simulate(rng, self.FRESH, bias)
            was = now = 0.0
            for call in fresh:
                assert call.odds is not None
                was += surprise(call.odds, call.figures)
                now += surprise(corrected(call.odds, correction), call.figures)
            before, after = before + was, after + now
            fell += now < was
        return 1 - after / before, fell / self.NETWORKS

    @pytest.mark.parametrize("bias", [1.0, -1.0])
    def test_ten_calls_on_a_network_that_is_always_off(self, bias: float) -> None:
        share, networks = self.gain(bias, 10)
        assert share > 0.04
        assert networks > 0.9

    def test_a_network_that_is_a_little_off(self) -> None:
        share, _ = self.gain(0.5, 10)
        assert share > 0

    @pytest.mark.parametrize("count", [LEAST_CALLS, 10, MOST_CALLS])
    def test_it_costs_next_to_nothing_where_forecasts_are_right(self, count: int) -> None:
        share, _ = self.gain(0.0, count)
        assert share > -0.01

    def test_where_forecasts_are_right_it_stays_near_none(self) -> None:
        found = [
            learn(simulate(random.Random(seed), 10, 0.0), model="m", now=60 * HOUR)
            for seed in range(200)
        ]
        for name in ("loss", "latency", "tier"):
            shifts = [getattr(each, name) for each in found]
            assert abs(sum(shifts) / len(shifts)) < 0.05
            assert sum(abs(shift) < 0.5 for shift in shifts) / len(shifts) > 0.9
