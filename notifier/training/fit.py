"""Trains the boosters: small ones, held to physics, and the same to the byte whenever repeated."""

from collections.abc import Sequence

import lightgbm

from notifier.forecast.ratings import RATINGS, Rating
from notifier.training.rows import Example, answers

__all__ = ["ROUNDS", "fit"]

ROUNDS = 120
"""Trees a model."""

PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.06,
    # A few hundred networks: trees of a few leaves, each leaf of several networks' questions.
    "num_leaves": 6,
    "min_data_in_leaf": 30,
    "lambda_l2": 2.0,
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


def fit(given: Sequence[Example]) -> dict[str, str]:
    """One booster a rating, as LightGBM's text."""
    return {rating.name: _fit(rating, given) for rating in RATINGS}


def _fit(rating: Rating, given: Sequence[Example]) -> str:
    asked = answers(rating, given)
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
