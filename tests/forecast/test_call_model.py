"""The model that comes with the program: it fits the program, and says what it must."""

from dataclasses import replace
from importlib import resources
from itertools import accumulate, pairwise, product
from typing import Any

import msgspec
import pytest

from notifier.codes import BY_SUMMARY, Color
from notifier.forecast.causes import Cause
from notifier.forecast.model import MODEL, Model, predict
from notifier.forecast.reading import Reading
from notifier.forecast.reckoning import calibrated, reckon
from notifier.prediction import Known
from notifier.training.__main__ import METRICS
from tests.forecast.runs import run, server
from tests.training.synthetic import IMPAIRMENTS, Truth, by_truth_alone, full

FOLDER = resources.files("resources") / "models"


@pytest.fixture(scope="module")
def model() -> Model:
    return Model((FOLDER / MODEL).read_bytes())


def read(model: Model, truth: Truth) -> Reading:
    one = full(truth)
    (found,) = model.predict(run(one), Known()).servers
    return reckon(one, found, model.file.calibration)


def test_it_is_the_one_that_is_asked(model: Model) -> None:
    found = predict(run(server()), Known())
    assert found.problem is None
    assert found == model.predict(run(server()), Known())


def test_its_metrics_are_its_own(model: Model) -> None:
    metrics: dict[str, Any] = msgspec.json.decode((FOLDER / METRICS).read_bytes())
    assert metrics["model"] == model.file.name
    for part, kind in product(("crossValidated", "heldOut"), ("full", "light")):
        assert metrics[part][kind]["networks"] > 0


def test_it_is_calibrated_and_never_falls(model: Model) -> None:
    told = [calibrated(odds / 100, model.file.calibration) for odds in range(101)]
    assert told == sorted(told)
    assert told[0] < told[-1]
    assert all(one[0] < other[0] for one, other in pairwise(model.file.calibration))


def test_a_network_on_which_nothing_holds_a_call_back_is_green(model: Model) -> None:
    assert BY_SUMMARY[read(model, Truth()).code].color is Color.GREEN


@pytest.mark.parametrize("cause", IMPAIRMENTS)
def test_what_holds_a_call_back_is_named(model: Model, cause: str) -> None:
    found = read(model, IMPAIRMENTS[cause])
    assert BY_SUMMARY[found.code].color is not Color.GREEN
    assert Cause(cause) in found.causes


_STEPS: dict[str, list[float]] = {
    "loss": [0.0, 0.01, 0.03, 0.06, 0.1, 0.2, 0.4],
    "rtt_ms": [5.0, 50.0, 150.0, 250.0, 350.0, 500.0, 900.0],
    "kbps": [20_000.0, 4000.0, 1500.0, 700.0, 300.0, 120.0, 40.0],
}


@pytest.mark.parametrize("name", _STEPS)
def test_a_worse_figure_never_makes_worse_less_likely(model: Model, name: str) -> None:
    others = [each for each in _STEPS if each != name]
    for values in product(*(_STEPS[other] for other in others)):
        truth = Truth(**dict(zip(others, values, strict=True)))
        worse = [_worse(model, replace(truth, **{name: value})) for value in _STEPS[name]]
        for before, after in pairwise(worse):
            assert all(odds <= more + 1e-9 for odds, more in zip(before, after, strict=True))


def _worse(model: Model, truth: Truth) -> list[float]:
    """How likely each class or a worse one is, of all ratings."""
    (found,) = model.predict(run(by_truth_alone(truth)), Known()).servers
    worst_first = (found.loss[::-1], found.latency[::-1], found.tier)
    return [odds for classes in worst_first for odds in list(accumulate(classes))[:-1]]
