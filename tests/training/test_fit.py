"""Model files: the same bytes whenever repeated, and what is in them."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import lightgbm
import msgspec
import pytest

from notifier.forecast.features import FEATURES
from notifier.forecast.model import Model, ModelFile
from notifier.forecast.ratings import RATINGS
from notifier.training.fit import ROUNDS, model_file
from tests.training.synthetic import cases

ROOT = Path(__file__).parents[2]

GIVEN = cases(80)


@pytest.fixture(scope="module")
def data() -> bytes:
    return model_file("try", GIVEN)


@pytest.fixture(scope="module")
def file(data: bytes) -> ModelFile:
    return msgspec.json.decode(data, type=ModelFile)


def test_can_be_asked(data: bytes) -> None:
    assert Model(data).file.name == "try"


def test_one_booster_a_rating_with_its_columns_and_trees(file: ModelFile) -> None:
    assert file.boosters.keys() == {rating.name for rating in RATINGS}
    for rating in RATINGS:
        booster = lightgbm.Booster(model_str=file.boosters[rating.name])
        assert booster.feature_name() == [column.name for column in rating.columns]
        assert 0 < booster.num_trees() <= ROUNDS


def test_the_trees_are_held_to_physics(file: ModelFile) -> None:
    for rating in RATINGS:
        text = file.boosters[rating.name]
        (line,) = [line for line in text.splitlines() if line.startswith("monotone_constraints=")]
        held = [int(each) for each in line.partition("=")[2].split()]
        assert held == [column.worse for column in rating.columns]


def test_tells_where_it_comes_from(file: ModelFile) -> None:
    assert (file.training.calls, file.training.lightgbm) == (80, lightgbm.__version__)
    text = b"\n".join(msgspec.json.encode(case) for case in GIVEN)
    assert file.training.data == hashlib.sha256(text).hexdigest()


def test_says_of_each_figure_what_is_good(file: ModelFile) -> None:
    assert file.good.keys() == {feature.name for feature in FEATURES}


def test_carries_the_calibration() -> None:
    points = ((0.0, 0.25), (1.0, 0.75))
    assert Model(model_file("try", GIVEN[:20], points)).file.calibration == points


def test_the_same_networks_give_the_same_bytes(data: bytes) -> None:
    assert model_file("try", GIVEN) == data


def test_other_calls_give_other_boosters(file: ModelFile) -> None:
    others = msgspec.json.decode(model_file("try", cases(80, seed=2)), type=ModelFile)
    assert all(others.boosters[name] != text for name, text in file.boosters.items())
    assert others.digest != file.digest
    assert others.training.data != file.training.data


_BYTES = """
import sys
from notifier.training.fit import model_file
from tests.training.synthetic import cases

sys.stdout.buffer.write(model_file("try", cases(80)))
"""


@pytest.mark.parametrize("seed", ["0", "12345"])
def test_another_process_gives_the_same_bytes(data: bytes, seed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _BYTES],
        # Whatever the order of its sets, and however many processors it thinks there are.
        env={**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": "3"},
        cwd=ROOT,
        capture_output=True,
        timeout=100,
        check=True,
    )
    assert done.stdout == data
