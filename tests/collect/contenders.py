"""Who says what about a network before the call: our forecast, other rules, and another call."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from notifier.forecast.causes import Cause
from notifier.forecast.features import known_from
from notifier.forecast.judge import judge
from notifier.forecast.model import MODEL, predict
from notifier.forecast.thresholds import default_thresholds
from notifier.measurement import RunMeasurement
from notifier.prediction import Known, Prediction
from notifier.quality import call_code
from tests.collect.dataset import Line
from tests.collect.rivals import callstats, jitsi, measured, perfect

__all__ = ["Contender", "ModelMissing", "Told", "contenders", "forecast"]


class ModelMissing(RuntimeError):
    """There is no model that could be asked; the message says why."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was said of one network."""

    code: int
    confidence: float | None = None
    """0..1, of the colour; None where the rule has none."""

    causes: tuple[Cause, ...] | None = None
    """The most important first; None where the rule names none at all."""


Contender = Callable[[Line], Told | None]
"""None: nothing was said of this network."""


def contenders(model: Path | None = None) -> dict[str, Contender]:
    """All of them, by the name that the table shows.

    :param model: another model than the one that comes with the program.
    """
    return {
        "forecast, full run": lambda line: forecast(line.full, Known(), model),
        "forecast, light run": lambda line: forecast(line.light, _known(line), model),
        "threshold rule, full run": lambda line: _told(line.full, Known(), Prediction()),
        "threshold rule, light run": lambda line: _told(line.light, _known(line), Prediction()),
        "callstats rule, our figures": lambda line: Told(callstats(measured(line.full))),
        "callstats rule, perfect figures": lambda line: Told(callstats(perfect(line.network))),
        "Jitsi's rule, our figures": lambda line: Told(jitsi(measured(line.full))),
        "Jitsi's rule, perfect figures": lambda line: Told(jitsi(perfect(line.network))),
        "a second call": _second_call,
    }


def forecast(run: RunMeasurement, known: Known, model: Path | None) -> Told:
    """What the program says.

    :raises ModelMissing: where the threshold rule would have to stand in.
    """
    prediction = predict(run, known, file=model)
    if prediction.problem is not None:
        raise ModelMissing(f"{model or MODEL}: {prediction.problem}")
    return _told(run, known, prediction)


def _told(run: RunMeasurement, known: Known, prediction: Prediction) -> Told:
    judgement = judge(run, default_thresholds(), prediction=prediction, known=known)
    return Told(judgement.summary_code, judgement.confidence, judgement.causes)


def _known(line: Line) -> Known:
    """As if the full run had been the last one before the light one; it came right after it."""
    working = [server for server in line.full.servers if server.works]
    return known_from(working[0]) if working else Known()


def _second_call(line: Line) -> Told | None:
    return Told(call_code(line.calls[1])) if len(line.calls) > 1 else None
