"""Scenario files and the parameters in them."""

from pathlib import Path

import msgspec
import pytest

from tests.net.direction import LEAST_QUEUE, Direction
from tests.net.scenario import ScenarioError, load, names

GOOD = """
name = "here"
description = "A link."
[up]
rate_bps = 1_000_000
queue_ms = 100
[down]
"""


def test_there_are_some() -> None:
    assert {"clean-5m-40ms", "dsl-bloated", "satellite"} <= set(names())


@pytest.mark.parametrize("name", names())
def test_each_loads(name: str) -> None:
    scenario = load(name)
    assert scenario.description.endswith(".")
    assert scenario.up.rate_bps is not None


def test_a_good_one(tmp_path: Path) -> None:
    (tmp_path / "here.toml").write_text(GOOD)
    scenario = load("here", tmp_path)
    assert scenario.up.queue_limit() == 12_500
    assert scenario.down == Direction()


def test_a_rate_in_steps(tmp_path: Path) -> None:
    steps = "queue_ms = 100\nrate_steps = [[4, 1], [2.5, 0.4]]"
    (tmp_path / "here.toml").write_text(GOOD.replace("queue_ms = 100", steps))
    up = load("here", tmp_path).up
    assert up.rate_steps == ((4.0, 1.0), (2.5, 0.4))
    assert up.queue_limit() == 12_500
    assert up.arguments().endswith(",steps=4000000000:1.0;2500000000:0.4")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"here"', '"there"', "name in it is 'there'"),
        ("queue_ms", "queue", "unknown field `queue`"),
        ("100", '"100"', "Expected `float"),
        ("rate_bps = 1_000_000", "", "a queue limit a rate"),
        ("queue_ms = 100", "queue_ms = 1\nrate_steps = [[0, 1]]", "seconds of rate_steps"),
        ("queue_ms = 100", "queue_ms = 1\nrate_steps = [[1, 2]]", "shares of rate_steps"),
        ("[down]", "[down]\nrate_steps = [[1, 1]]", "rate_steps need a rate"),
        ("[down]", "", r"missing required field `down`"),
        ("[up]", "[up", "here.toml"),
    ],
)
def test_wrong_ones_are_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    (tmp_path / "here.toml").write_text(GOOD.replace(old, new))
    with pytest.raises(ScenarioError, match=said):
        load("here", tmp_path)


def test_an_unknown_name() -> None:
    with pytest.raises(ScenarioError, match=r"'moon' is none of .*satellite"):
        load("moon")


@pytest.mark.parametrize(
    "wrong",
    [
        {"rate_bps": 0, "queue_ms": 1},
        {"rate_bps": 1000},
        {"queue_bytes": 1000},
        {"loss": 1.0},
        {"loss": -0.1},
        {"loss": 0.9, "burst": 2},
        {"burst": 0.5},
        {"delay_ms": float("nan")},
        {"jitter_ms": float("inf")},
        {"rate_steps": [[1, 0.5]]},
        *(
            {"rate_bps": 1000, "queue_ms": 1, "rate_steps": [[1, 1], step]}
            for step in ([0, 1], [-1, 1], [float("nan"), 1], [float("inf"), 1])
        ),
        *(
            {"rate_bps": 1000, "queue_ms": 1, "rate_steps": [[1, 1], step]}
            for step in ([1, 0], [1, -0.5], [1, 1.01], [1, float("nan")], [1])
        ),
    ],
)
def test_contradictions_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(wrong, Direction)


@pytest.mark.parametrize(
    ("milliseconds", "size", "limit"),
    [(100, None, 62_500), (None, 20_000, 20_000), (100, 20_000, 20_000), (1, None, LEAST_QUEUE)],
)
def test_the_smaller_queue_limit_holds(
    milliseconds: float | None, size: int | None, limit: int
) -> None:
    direction = Direction(rate_bps=5_000_000, queue_ms=milliseconds, queue_bytes=size)
    assert direction.queue_limit() == limit
