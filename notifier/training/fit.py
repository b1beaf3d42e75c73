"""Trains the models: small ones, held to physics, and the same to the byte whenever repeated."""

import hashlib
from collections.abc import Sequence

import lightgbm
import msgspec

from notifier.forecast.model import FORMAT, ModelFile, Training, digest_of
from notifier.forecast.ratings import RATINGS, Rating
from notifier.training.dataset import Case
from notifier.training.rows import answers, examples

__all__ = ["ROUNDS", "TooFewError", "model_file"]

ROUNDS = 150
"""Trees a model."""

PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.06,
    # A few hundred networks: trees of a few leaves, each leaf of several networks' questions.
    "num_leaves": 6,
    "min_data_in_leaf": 60,
    "lambda_l2": 5.0,
    "feature_fraction": 0.7,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "monotone_constraints_method": "intermediate",
    # The same bytes each time: one thread, one order of additions, one seed.
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "seed": 1,
    "verbosity": -1,
}


class TooFewError(ValueError):
    """No call says what a rating is about; the message names it."""


GOOD = {
    "loss": 0.0,
    "loss_at_most": 0.037,
    "loss_burst": 0.0,
    "rtt_ms": 20.0,
    "rtt_spread_ms": 1.0,
    "jitter_ms": 1.0,
    "loop_kbps": 10_000.0,
    "loop_at_least": 0.0,
    "loop_uncertain": 0.02,
    "queue_ms": 50.0,
    "queue_at_least": 0.0,
    "packets": 100.0,
    "stream_transport": 0.0,
}
"""A cable or fibre link on which nothing holds a call back; the loss' upper end is what 100 packets
can say of none lost."""


def model_file(
    name: str, cases: Sequence[Case], calibration: tuple[tuple[float, float], ...] = ()
) -> bytes:
    """A model that was trained on these networks, as the file that the forecast reads.

    :param calibration: see :func:`notifier.training.validate.calibration`.
    :raises TooFewError: where no call says anything of one of the ratings.
    """
    boosters = {rating.name: _fit(rating, cases) for rating in RATINGS}
    taught = hashlib.sha256(b"\n".join(map(msgspec.json.encode, cases))).hexdigest()
    file = ModelFile(
        format=FORMAT,
        name=name,
        columns={
            rating.name: tuple(column.name for column in rating.columns) for rating in RATINGS
        },
        boosters=boosters,
        digest=digest_of(boosters),
        good=GOOD,
        calibration=calibration,
        training=Training(calls=len(cases), data=taught, lightgbm=lightgbm.__version__),
    )
    return msgspec.json.format(msgspec.json.encode(file), indent=1) + b"\n"


def _fit(rating: Rating, cases: Sequence[Case]) -> str:
    """One booster, as LightGBM's text."""
    asked = answers(rating, (example for case in cases for example in examples(case)))
    if not len(asked.rows):
        raise TooFewError(f"no call says anything of {rating.name}")
    columns = rating.columns
    data = lightgbm.Dataset(
        asked.rows,
        label=asked.worse,
        weight=asked.weights,
        feature_name=[column.name for column in columns],
        params={"verbosity": -1},
    )
    constraints = [column.worse for column in columns]
    booster = lightgbm.train(
        {**PARAMETERS, "monotone_constraints": constraints}, data, num_boost_round=ROUNDS
    )
    return booster.model_to_string()
