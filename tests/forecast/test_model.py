"""Models: what is refused, and what one says that has learned a simple rule."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import Any

import lightgbm
import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.codes import BY_SUMMARY, Color
from notifier.forecast.causes import Cause
from notifier.forecast.model import Model, ModelError, ModelFile, digest_of, predict
from notifier.forecast.reckoning import reckon
from notifier.measurement import RunMeasurement, ServerMeasurement
from notifier.prediction import Known, Prediction, ServerPrediction
from notifier.quality import call_code
from tests.forecast.runs import any_run, known_loop, run, server, unreachable
from tests.training.synthetic import (
    IMPAIRMENTS,
    Truth,
    by_truth_alone,
    call,
    cases,
    full,
    model_file,
)

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def file() -> ModelFile:
    return model_file(cases(80))


@pytest.fixture(scope="module")
def data(file: ModelFile) -> bytes:
    return msgspec.json.encode(file)


@pytest.fixture(scope="module")
def model(data: bytes) -> Model:
    return Model(data)


def said(model: Model, one: ServerMeasurement, known: Known = Known()) -> ServerPrediction:  # noqa: B008 - frozen
    (found,) = model.predict(run(one), known).servers
    return found


def color(model: Model, truth: Truth) -> Color:
    one = full(truth)
    return BY_SUMMARY[reckon(one, said(model, one), ()).code].color


_json: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(ModelFile.__struct_fields__), inner)
    ),
    max_leaves=10,
)


class TestRefused:
    def refused(self, file: ModelFile, reason: str, **changes: Any) -> None:
        damaged = json.loads(msgspec.json.encode(file)) | changes
        with pytest.raises(ModelError, match=reason):
            Model(json.dumps(damaged).encode())

    def test_another_format(self, file: ModelFile) -> None:
        self.refused(file, "has format 2, and this program reads format 1", format=2)

    def test_another_format_whatever_else_is_in_it(self) -> None:
        with pytest.raises(ModelError, match="has format 7"):
            Model(b'{"format": 7, "forest": []}')

    @pytest.mark.parametrize("rating", ["loss", "latency", "tier"])
    def test_other_columns(self, file: ModelFile, rating: str) -> None:
        names = file.columns[rating]
        for others in (names[:-1], names[::-1], (*names, "phase_of_the_moon"), ()):
            columns = file.columns | {rating: others}
            self.refused(
                file, rf"other figures than this program has \({rating}\)", columns=columns
            )

    def test_no_columns_of_a_rating(self, file: ModelFile) -> None:
        columns = {name: its for name, its in file.columns.items() if name != "tier"}
        self.refused(file, r"other figures .* \(tier\)", columns=columns)

    def test_no_booster_of_a_rating(self, file: ModelFile) -> None:
        boosters = {name: text for name, text in file.boosters.items() if name != "latency"}
        self.refused(file, "says nothing of latency", boosters=boosters)

    def test_a_wrong_checksum(self, file: ModelFile) -> None:
        self.refused(file, "checksum", digest="0" * 64)

    def test_no_figures_of_what_is_good(self, file: ModelFile) -> None:
        good = {name: value for name, value in file.good.items() if "jitter" not in name}
        self.refused(file, "what is good of jitter_ms", good=good)

    def test_a_calibration_that_is_none(self, file: ModelFile) -> None:
        self.refused(file, "calibration", calibration=[[0.5, 1.5]])

    def test_a_field_that_nobody_knows(self, file: ModelFile) -> None:
        self.refused(file, "forest", forest=1)

    @pytest.mark.parametrize("name", ["boosters", "digest", "good", "training", "columns", "name"])
    def test_a_missing_field(self, file: ModelFile, name: str) -> None:
        left = json.loads(msgspec.json.encode(file))
        del left[name]
        with pytest.raises(ModelError, match=name):
            Model(json.dumps(left).encode())

    @pytest.mark.parametrize("text", ["", "tree\n"])
    def test_a_booster_that_was_never_one(self, file: ModelFile, text: str) -> None:
        boosters = file.boosters | {"loss": text}
        self.refused(file, "damaged", boosters=boosters, digest=digest_of(boosters))

    def test_a_booster_of_fewer_columns(self, file: ModelFile) -> None:
        two = lightgbm.Dataset(np.eye(2).repeat(20, axis=0), label=[0.0, 1.0] * 20)
        other = lightgbm.train({"objective": "binary", "verbosity": -1}, two, num_boost_round=1)
        boosters = file.boosters | {"loss": other.model_to_string()}
        reason = r"wrong number of columns \(loss\)"
        self.refused(file, reason, boosters=boosters, digest=digest_of(boosters))

    @pytest.mark.parametrize(
        "data", [b"", b"{}", b"[]", b"null", b"\xff\xfe", b'"\\ud800"', b"[" * 100_000, b"1e999"]
    )
    def test_what_is_no_model_at_all(self, data: bytes) -> None:
        with pytest.raises(ModelError):
            Model(data)

    def test_damaged_text_before_lightgbm_sees_it(
        self, file: ModelFile, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It may crash the process, as no exception does."""

        def never(**_: object) -> None:
            raise AssertionError("LightGBM was given damaged text")

        monkeypatch.setattr(lightgbm, "Booster", never)
        boosters = {name: text[: len(text) // 2] for name, text in file.boosters.items()}
        self.refused(file, "checksum", boosters=boosters)

    @given(st.binary() | _json.map(lambda value: json.dumps(value).encode()))
    def test_any_bytes(self, data: bytes) -> None:
        with pytest.raises(ModelError):
            Model(data)

    @given(
        # Near the ends stands what is no booster.
        at=st.integers(0, 1500) | st.integers(-1500, -1) | st.integers(0, 10**6),
        put=st.binary(max_size=8) | st.sampled_from([b"0", b"9", b"-", b'"', b"]", b"}"]),
        over=st.integers(0, 8),
    )
    def test_a_damaged_file_is_refused_or_does(
        self, data: bytes, at: int, put: bytes, over: int
    ) -> None:
        at %= len(data)
        with contextlib.suppress(ModelError):
            damaged = Model(data[:at] + put + data[at + over :])
            assert len(damaged.predict(run(server()), Known()).servers) == 1


class TestPredictions:
    def test_are_of_the_servers_that_work_in_the_order_of_the_run(self, model: Model) -> None:
        found = model.predict(
            run(
                server(url="turn:b"),
                unreachable("timeout", url="turn:none"),
                server(url="turn:failed", error="relay-blocked"),
                server(url="turn:a"),
            ),
            Known(),
        )
        assert [one.url for one in found.servers] == ["turn:b", "turn:a"]

    def test_carry_the_name_and_the_calibration(self, model: Model) -> None:
        found = model.predict(run(server()), Known())
        assert (found.model, found.problem) == ("synthetic", None)
        assert found.calibration == ((0.0, 0.1), (1.0, 0.9))

    @given(measurement=any_run)
    def test_of_any_run_are_odds_and_known_causes(
        self, model: Model, measurement: RunMeasurement
    ) -> None:
        found = model.predict(measurement, Known())
        causes = {str(cause) for cause in Cause}
        for one in found.servers:
            for odds in (one.loss, one.latency, one.tier):
                assert all(0 <= p <= 1 for p in odds)
                assert sum(odds) == pytest.approx(1)
            assert one.blame.keys() <= causes
            assert all(blame >= 0 for blame in one.blame.values())
        assert msgspec.json.decode(msgspec.json.encode(found), type=Prediction) == found

    def test_of_networks_never_seen_have_the_right_colour(self, model: Model) -> None:
        unseen = cases(60, seed=2)
        hits = 0
        for case in unseen:
            assert case.full is not None
            (its,) = model.predict(case.full, Known()).servers
            code = reckon(case.full.servers[0], its, ()).code
            hits += BY_SUMMARY[code].color is BY_SUMMARY[call_code(case.calls[0])].color
        assert hits >= 51

    def test_go_by_what_is_known_where_a_run_had_no_load(self, model: Model) -> None:
        light = server(throughput_kbps=None, loaded_rtt_ms=None)
        narrow = said(model, light, known_loop(100.0, loaded_rtt_ms=90.0))
        wide = said(model, light, known_loop(8000.0, loaded_rtt_ms=90.0))
        assert narrow.tier[0] + narrow.tier[1] > 0.8 > 0.2 > wide.tier[0] + wide.tier[1]


class TestBlame:
    def test_a_network_without_impairment_is_green(self, model: Model) -> None:
        assert color(model, Truth()) is Color.GREEN
        assert sum(said(model, full(Truth())).blame.values()) < 0.3

    @pytest.mark.parametrize("cause", IMPAIRMENTS)
    def test_names_the_impairment_first(self, model: Model, cause: str) -> None:
        truth = IMPAIRMENTS[cause]
        assert color(model, truth) is BY_SUMMARY[call_code(call(truth))].color
        assert color(model, truth) is not Color.GREEN
        blame = said(model, full(truth)).blame
        assert max(blame, key=lambda name: blame[name]) == cause
        assert blame[cause] > 0.8 * sum(blame.values())

    def test_names_both_of_two(self, model: Model) -> None:
        blame = said(model, full(Truth(loss=0.2, kbps=100.0))).blame
        assert set(sorted(blame, key=lambda name: -blame[name])[:2]) == {"loss", "bandwidth"}


_losses = st.floats(0, 1) | st.sampled_from([0.0, 0.0025, 0.03, 0.1, 0.25])
# Whole ones, so that spread and queue stay the same to the last digit.
_rtts = st.integers(0, 3000).map(float)
_rates = st.floats(1, 50_000)
_truths = st.builds(Truth, loss=_losses, rtt_ms=_rtts, kbps=_rates)


def beyond(odds: Sequence[float]) -> list[float]:
    """How likely each class or a worse one is; ``odds`` from the worst to the best."""
    return list(accumulate(odds))[:-1]


@given(
    truth=_truths,
    change=st.tuples(st.just("loss"), _losses, _losses)
    | st.tuples(st.just("rtt_ms"), _rtts, _rtts)
    | st.tuples(st.just("kbps"), _rates, _rates),
    packets=st.integers(1, 2000),
)
def test_a_worse_figure_never_makes_worse_less_likely(
    model: Model, truth: Truth, change: tuple[str, float, float], packets: int
) -> None:
    name, *values = change
    good, bad = sorted(values, reverse=name == "kbps")
    before, after = (
        said(model, by_truth_alone(replace(truth, **{name: value}), packets=packets))
        for value in (good, bad)
    )
    for better, worse in (
        (before.loss[::-1], after.loss[::-1]),
        (before.latency[::-1], after.latency[::-1]),
        (before.tier, after.tier),
    ):
        pairs = zip(beyond(better), beyond(worse), strict=True)
        assert all(odds <= more + 1e-9 for odds, more in pairs)


class TestPredict:
    def test_asks_the_model_of_a_file(self, model: Model, data: bytes, tmp_path: Path) -> None:
        path = tmp_path / "model.json"
        path.write_bytes(data)
        measurement = run(server())
        assert predict(measurement, Known(), file=path) == model.predict(measurement, Known())

    def test_tells_of_a_missing_file(self, tmp_path: Path) -> None:
        found = predict(run(server()), Known(), file=tmp_path / "none.json")
        assert found == Prediction(problem="there is no model")

    def test_tells_of_a_file_that_cannot_be_read(self, tmp_path: Path) -> None:
        found = predict(run(server()), Known(), file=tmp_path)
        assert (found.servers, found.model) == ((), None)
        assert found.problem is not None
        assert found.problem == f"the model {tmp_path} cannot be read: Is a directory"

    def test_tells_of_a_damaged_file(self, data: bytes, tmp_path: Path) -> None:
        path = tmp_path / "model.json"
        path.write_bytes(data[: len(data) // 2])
        found = predict(run(server()), Known(), file=path)
        assert (found.servers, found.model) == ((), None)
        assert found.problem is not None
        assert "cannot be read" in found.problem


_COUNT_THREADS = """
import os, sys
from pathlib import Path
from notifier.forecast.model import predict
from notifier.prediction import Known
from tests.forecast.runs import run, server

before = len(os.listdir("/proc/self/task"))
found = predict(run(server()), Known(), file=Path(sys.argv[1]))
assert found.problem is None, found.problem
print(len(os.listdir("/proc/self/task")) - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted in /proc")
def test_asking_starts_no_thread(data: bytes, tmp_path: Path) -> None:
    """Where the process says so, as that of a test does (notifier.sct)."""
    path = tmp_path / "model.json"
    path.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", _COUNT_THREADS, path],
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("0\n", "")
