"""Calls beside what had been forecast of them, with real runs, a real history and its record."""

import time
from dataclasses import replace
from types import SimpleNamespace

import pytest

from notifier.forecast.correction import LEAST_CALLS
from notifier.prediction import Prediction, ServerPrediction
from notifier.quality import CallFigures
from notifier.sct.process import SctResult
from notifier.service import calls as calls_module
from notifier.service import networks as networks_module
from notifier.service.calls import Calls
from notifier.service.events import CallCompared
from notifier.service.memory import InForce
from notifier.settings.model import Settings
from notifier.settings.paths import Paths
from tests.service.bench import (
    HOME,
    OFFICE,
    SERVERS,
    Bench,
    FullDisk,
    Network,
    bench_with_history,
)
from tests.service.scripted import EXCELLENT, URL

UNDECIDED = ServerPrediction(
    url=URL,
    loss=(0.25, 0.7, 0.05, 0.0),
    latency=(0.98, 0.01, 0.01),
    tier=(0.0, 0.0, 0.0, 0.05, 0.95),
    blame={"loss": 2.0},
)
BY_MODEL = SctResult(EXCELLENT, Prediction(servers=(UNDECIDED,), model="a model"))
GOOD_CALL = CallFigures(available_kbps=3000.0, concealed=0.0, frozen=0.0, one_way_ms=20.0)


def in_force(bench: Bench) -> InForce:
    """Whenever it was made."""
    forecast = bench.job.networks.forecast_in_force()
    assert forecast is not None
    return replace(forecast, at=0.0)


def calls_of(bench: Bench) -> Calls:
    return Calls(bench.job.networks, bench.job.records, bench.events)


def kept_call(bench: Bench, call_id: str, *, hours_ago: float) -> None:
    """A call with the forecast of now that began so long ago."""
    forecast = bench.job.networks.forecast_in_force()
    assert forecast is not None
    began = (time.time() - hours_ago * 3600) * 1000
    bench.job.records.add_call(call_id, forecast, GOOD_CALL, began=began, duration_ms=60_000.0)


async def test_the_forecast_in_force_is_that_of_the_last_run_on_this_network(
    paths: Paths, network: Network
) -> None:
    bench = await bench_with_history(paths, BY_MODEL, EXCELLENT)
    assert bench.job.networks.forecast_in_force() is None
    home = await bench.run()
    network.move(OFFICE)
    assert bench.job.networks.forecast_in_force() is None
    office = await bench.run()
    assert in_force(bench) == InForce(
        at=0.0,
        network_id=OFFICE,
        run_id=office.run_id,
        code=office.verdict.summary_code,
        confidence=office.verdict.confidence,
        odds=None,
        model=None,
    ), "the threshold rule has no odds to learn from"
    network.move(HOME)
    assert in_force(bench) == InForce(
        at=0.0,
        network_id=HOME,
        run_id=home.run_id,
        code=home.verdict.summary_code,
        confidence=home.verdict.confidence,
        odds=UNDECIDED,
        model="a model",
    )
    await bench.job.close()


async def test_a_call_is_kept_beside_its_forecast_and_said(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, BY_MODEL)
    reached = await bench.run()
    calls = calls_of(bench)
    calls.begin("a call")
    assert calls.end("a call", GOOD_CALL, duration_ms=60_000.0)
    (compared,) = bench.events.of(CallCompared)
    assert compared.call_id == "a call"
    assert not compared.comparison.same_color
    assert bench.job.records.history is not None
    (result,) = bench.job.records.history.call_results(network_id=HOME)
    assert (result.run_id, result.forecast_code) == (reached.run_id, reached.verdict.summary_code)
    assert (result.odds, result.model, result.figures) == (UNDECIDED, "a model", GOOD_CALL)
    assert result.duration_ms == 60_000.0
    await bench.job.close()


async def test_a_call_that_cannot_be_kept_is_said_all_the_same(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = await bench_with_history(paths, BY_MODEL)
    await bench.run()
    FullDisk(monkeypatch, "add_call_result")
    calls = calls_of(bench)
    calls.begin("a call")
    assert calls.end("a call", GOOD_CALL, duration_ms=60_000.0)
    assert bench.problems == ["The disk is full."]
    assert len(bench.events.of(CallCompared)) == 1
    await bench.job.close()


@pytest.mark.parametrize(("learns", "color"), [(True, "green"), (False, "amber")])
async def test_calls_teach_the_next_forecasts(
    paths: Paths, network: Network, learns: bool, color: str
) -> None:
    settings = Settings(servers=SERVERS.servers, learn_from_calls=learns)
    bench = await bench_with_history(paths, BY_MODEL)
    colors = []
    for number in range(30):
        colors.append((await bench.run(settings)).verdict.color)
        kept_call(bench, f"{number}", hours_ago=number)
    assert colors[:LEAST_CALLS] == ["amber"] * LEAST_CALLS
    assert colors[-1] == color
    history = bench.job.records.history
    assert history is not None
    kept = [history.run(run_id).prediction for run_id in history.run_ids()]
    assert kept == [BY_MODEL.prediction] * 30, "as the model said it"
    odds = [result.odds for result in history.call_results()]
    assert odds == [UNDECIDED] * 30, "corrected ones would teach what they were taught"
    await bench.job.close()


async def test_whether_calls_teach_counts_from_the_next_run_on(
    paths: Paths, network: Network
) -> None:
    bench = await bench_with_history(paths, BY_MODEL)
    for number in range(30):
        await bench.run()
        kept_call(bench, f"{number}", hours_ago=number)
    off = Settings(servers=SERVERS.servers, learn_from_calls=False)
    colors = [(await bench.run(settings)).verdict.color for settings in (SERVERS, off, SERVERS)]
    assert colors == ["green", "amber", "green"]
    await bench.job.close()


async def test_a_call_begins_once_and_ends_once(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, BY_MODEL)
    calls = calls_of(bench)
    calls.begin("a call")
    await bench.run()
    calls.begin("a call")
    assert "a call" in calls
    assert len(calls) == 1
    assert calls.end("a call", GOOD_CALL, duration_ms=60_000.0)
    assert not calls.end("a call", GOOD_CALL, duration_ms=60_000.0)
    assert len(calls) == 0
    assert bench.events.of(CallCompared) == [], "it began before there was a forecast"
    await bench.job.close()


MINUTE = 60.0


@pytest.mark.parametrize(
    ("later", "kept"), [(0.0, 1), (82 * MINUTE, 1), (84 * MINUTE, 0), (-84 * MINUTE, 0)]
)
async def test_a_forecast_that_is_too_old_is_compared_with_no_call(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch, later: float, kept: int
) -> None:
    bench = await bench_with_history(paths, BY_MODEL)
    calls = calls_of(bench)
    await bench.run()
    then = time.time() + later
    with monkeypatch.context() as patch:
        for module in (networks_module, calls_module):
            patch.setattr(module, "time", SimpleNamespace(time=lambda: then))
        calls.begin("a call")
    assert calls.end("a call", GOOD_CALL, duration_ms=60_000.0)
    assert len(bench.events.of(CallCompared)) == kept
    assert bench.job.records.history is not None
    assert len(bench.job.records.history.call_results()) == kept
    await bench.job.close()


async def test_a_long_call_is_compared_with_what_held_when_it_began(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = await bench_with_history(paths, BY_MODEL)
    calls = calls_of(bench)
    await bench.run()
    calls.begin("a call")
    then = time.time() + 200 * MINUTE
    for module in (networks_module, calls_module):
        monkeypatch.setattr(module, "time", SimpleNamespace(time=lambda: then))
    calls.end("a call", GOOD_CALL, duration_ms=200 * MINUTE * 1000)
    assert len(bench.events.of(CallCompared)) == 1
    await bench.job.close()
