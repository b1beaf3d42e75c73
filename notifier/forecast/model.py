"""The models: asked in the process that measures, never in the one that stays.

A model is one JSON file in ``resources/models``, made by :mod:`notifier.training`: three LightGBM
boosters as text, one a rating (:mod:`notifier.forecast.ratings`), the columns they were trained on,
and the calibration of their odds. What does not match this program is refused with a sentence; the
caller goes on with the threshold rule then.
"""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Annotated

import lightgbm
import msgspec
import numpy as np
import numpy.typing as npt

from notifier.forecast.features import features
from notifier.forecast.ratings import RATINGS, Rating
from notifier.measurement import RunMeasurement, ServerMeasurement
from notifier.prediction import Known, Prediction, ServerPrediction

__all__ = [
    "FORMAT",
    "MODEL",
    "Model",
    "ModelError",
    "ModelFile",
    "Training",
    "digest_of",
    "predict",
]

FORMAT = 1

MODEL = "call-model.json"
"""In ``resources/models``."""

_Odds = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]
_Rows = npt.NDArray[np.float64]


class ModelError(ValueError):
    """The model cannot be used; the message says why."""


class Training(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a model comes from."""

    calls: int
    """Networks with a call that it was trained on."""

    data: str
    """SHA-256 of what it was trained on."""

    lightgbm: str
    """Its version: with another one, training again gives other bytes."""


class _Head(msgspec.Struct, frozen=True):
    """What a file of any format has."""

    format: int


class ModelFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file."""

    format: int
    name: str
    columns: dict[str, tuple[str, ...]]
    """By rating."""

    boosters: dict[str, str]
    """By rating, in LightGBM's text format."""

    digest: str
    """SHA-256 of the boosters, in the order of the ratings."""

    good: dict[str, float]
    """The figures of a network on which nothing holds a call back: blame is told against it."""

    calibration: tuple[tuple[_Odds, _Odds], ...]
    """See :func:`notifier.forecast.reckoning.calibrated`."""

    training: Training


def digest_of(boosters: Mapping[str, str]) -> str:
    """The SHA-256 that the file has to carry."""
    text = "".join(boosters[rating.name] for rating in RATINGS)
    return hashlib.sha256(text.encode()).hexdigest()


class Model:
    """A model in memory.

    :raises ModelError: where the file and this program do not match.
    """

    def __init__(self, data: bytes) -> None:
        try:
            head = msgspec.json.decode(data, type=_Head)
            if head.format != FORMAT:
                raise ModelError(
                    f"the model has format {head.format}, and this program reads format {FORMAT}"
                )
            file = msgspec.json.decode(data, type=ModelFile)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise ModelError(f"the model cannot be read: {error}") from None
        for rating in RATINGS:
            columns = tuple(column.name for column in rating.columns)
            if file.columns.get(rating.name) != columns:
                raise ModelError(
                    f"the model was trained on other figures than this program has ({rating.name})"
                )
            if rating.name not in file.boosters:
                raise ModelError(f"the model says nothing of {rating.name}")
        # Before LightGBM sees the text: of damaged text it may end the whole process.
        if digest_of(file.boosters) != file.digest:
            raise ModelError("the model is damaged: its checksum is wrong")
        names = {column for rating in RATINGS for column in file.columns[rating.name]}
        if missing := names - {"margin", "limit"} - set(file.good):
            raise ModelError(f"the model does not say what is good of {', '.join(sorted(missing))}")
        self.file = file
        try:
            self._boosters = {
                rating.name: lightgbm.Booster(model_str=file.boosters[rating.name])
                for rating in RATINGS
            }
        except lightgbm.basic.LightGBMError as error:
            raise ModelError(f"the model is damaged: {error}") from None
        for rating in RATINGS:
            if self._boosters[rating.name].num_feature() != len(rating.columns):
                raise ModelError(f"the model is damaged: wrong number of columns ({rating.name})")

    def predict(self, measurement: RunMeasurement, known: Known) -> Prediction:
        """What a call through each server that works would get."""
        working = [server for server in measurement.servers if server.works]
        return Prediction(
            servers=tuple(self._server(server, working, known) for server in working),
            calibration=self.file.calibration,
            model=self.file.name,
        )

    def _server(
        self, server: ServerMeasurement, working: Sequence[ServerMeasurement], known: Known
    ) -> ServerPrediction:
        figures = features(server, working, known)
        worse = {rating.name: self._worse(rating, figures) for rating in RATINGS}
        classes = {rating.name: rating.classes(worse[rating.name]) for rating in RATINGS}
        blame: dict[str, float] = {}
        blame_red: dict[str, float] = {}
        for rating in RATINGS:
            odds = dict(zip(rating.limits, worse[rating.name], strict=True))
            amber, red = rating.telling
            push_amber, push_red = self._pushes(rating, figures)
            _share_out(blame, rating, push_amber, odds[amber])
            for to in (blame, blame_red):
                _share_out(to, rating, push_red, odds[red])
        # The structs say how many classes there are; a wrong number would be a bug of ours.
        return msgspec.convert(
            {
                "url": server.url,
                "loss": classes["loss"],
                "latency": classes["latency"],
                "tier": classes["tier"][::-1],
                "blame": blame,
                "blame_red": blame_red,
            },
            ServerPrediction,
        )

    def _worse(self, rating: Rating, figures: Mapping[str, float]) -> list[float]:
        """The odds of a call's being worse than each of the rating's limits."""
        rows = np.array([rating.row(figures, limit) for limit in rating.limits])
        odds = np.asarray(self._boosters[rating.name].predict(rows, num_threads=1))
        return [float(each) for each in odds]

    def _pushes(self, rating: Rating, figures: Mapping[str, float]) -> _Rows:
        """How far each column pushes towards "worse" at each telling limit, compared with a good
        network's: (limits, columns).

        SHAP values (Lundberg, Lee 2017; exact for trees), log-odds.
        """
        rows = [
            rating.row(each, limit) for each in (figures, self.good) for limit in rating.telling
        ]
        values = np.asarray(
            self._boosters[rating.name].predict(np.array(rows), pred_contrib=True, num_threads=1)
        )
        pushes = values[:, : len(rating.columns)]  # the last is what the rows have in common
        half = len(rating.telling)
        difference: _Rows = pushes[:half] - pushes[half:]
        return difference

    @property
    def good(self) -> dict[str, float]:
        """The figures of a network on which nothing holds a call back."""
        return self.file.good


def _share_out(blame: dict[str, float], rating: Rating, push: _Rows, odds: float) -> None:
    """Share the odds of crossing a limit out among the causes that push towards it."""
    by_cause: dict[str, float] = {}
    for column, value in zip(rating.columns, push, strict=True):
        if column.cause is not None:
            by_cause[column.cause] = by_cause.get(column.cause, 0.0) + float(value)
    pushing = {cause: value for cause, value in by_cause.items() if value > 0}
    whole = sum(pushing.values())
    for cause, value in pushing.items():
        blame[str(cause)] = blame.get(str(cause), 0.0) + odds * value / whole


@cache
def _installed(file: Path | None) -> Model:
    if file is not None:
        return Model(file.read_bytes())
    return Model((resources.files("resources") / "models" / MODEL).read_bytes())


def predict(measurement: RunMeasurement, known: Known, *, file: Path | None = None) -> Prediction:
    """Ask the model that comes with the program; never raises for what is wrong with the model.

    :param file: another model.
    """
    try:
        return _installed(file).predict(measurement, known)
    except FileNotFoundError:
        return Prediction(problem="there is no model")
    except OSError as error:
        which = f"the model {error.filename}" if error.filename else "the model"
        return Prediction(problem=f"{which} cannot be read: {error.strerror or error}")
    except ModelError as error:
        return Prediction(problem=str(error))
