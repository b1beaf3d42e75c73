"""Boosters: the same bytes whenever repeated, and of the shape that a model file needs."""

import os
import subprocess
import sys
from pathlib import Path

import lightgbm
import pytest

from notifier.forecast.model import digest_of
from notifier.forecast.ratings import RATINGS
from notifier.training.fit import ROUNDS, fit
from notifier.training.rows import examples
from tests.training.synthetic import cases

ROOT = Path(__file__).parents[2]

GIVEN = [example for case in cases(80) for example in examples(case)]


@pytest.fixture(scope="module")
def boosters() -> dict[str, str]:
    return fit(GIVEN)


def test_one_a_rating_with_its_columns_and_trees(boosters: dict[str, str]) -> None:
    assert boosters.keys() == {rating.name for rating in RATINGS}
    for rating in RATINGS:
        booster = lightgbm.Booster(model_str=boosters[rating.name])
        assert booster.feature_name() == [column.name for column in rating.columns]
        assert 0 < booster.num_trees() <= ROUNDS


def test_the_same_networks_give_the_same_text(boosters: dict[str, str]) -> None:
    assert fit(GIVEN) == boosters


def test_other_calls_give_another_text(boosters: dict[str, str]) -> None:
    others = [example for case in cases(80, seed=2) for example in examples(case)]
    found = fit(others)
    assert all(found[name] != text for name, text in boosters.items())


_DIGEST = """
from notifier.forecast.model import digest_of
from notifier.training.fit import fit
from notifier.training.rows import examples
from tests.training.synthetic import cases

print(digest_of(fit([example for case in cases(80) for example in examples(case)])))
"""


@pytest.mark.parametrize("seed", ["0", "12345"])
def test_another_process_gives_the_same_text(boosters: dict[str, str], seed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _DIGEST],
        # Whatever the order of its sets, and however many processors it thinks there are.
        env={**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": "3"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    assert done.stdout.strip() == digest_of(boosters)
