"""What becomes of a test behind its measurement: the forecast arrives, or says why it does not."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from notifier.measurement import RunMeasurement
from notifier.prediction import Known, Prediction, ServerPrediction
from notifier.probe.request import Progress, RunRequest, ServerTarget
from notifier.relay.process import demonstration_relay
from notifier.sct import __main__ as child_module
from notifier.sct import process
from notifier.sct.process import COMMAND, SctFailed, SctResult, run_test
from notifier.sct.request import Failed, Measured, Predicted, Report, SctRequest
from tests.forecast.runs import known_loop
from tests.processes import alive, children_of
from tests.records import example_measurement
from tests.test_structure import HEAVY

LIMIT = 30.0
"""Seconds for whatever a test waits for: only ever reached by a test that fails."""

REQUEST = SctRequest(run=RunRequest(mode="full", servers=()), known=known_loop(1234.5))

MEASURED = example_measurement()

SHIPPED = json.loads((resources.files("resources") / "models/call-model.json").read_bytes())

PREDICTION = Prediction(
    servers=(
        ServerPrediction(
            url="turn:turn.example.org",
            loss=(0.7, 0.1, 0.1, 0.1),
            latency=(0.8, 0.1, 0.1),
            tier=(0.0, 0.1, 0.2, 0.3, 0.4),
            blame={"loss": 0.5},
        ),
    ),
    model="a model",
)


@pytest.fixture(autouse=True)
def _no_child_stays() -> Iterator[None]:
    before = set(children_of(os.getpid()))
    yield
    assert set(children_of(os.getpid())) <= before


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "CANCEL_LIMIT", 0.2)


# A stand-in for the child.


def says(*reports: Report, then: str = "pass") -> tuple[str, ...]:
    """A child that reads its request, says this, and then does something."""
    lines = b"".join(msgspec.json.encode(report) + b"\n" for report in reports)
    code = "import os, signal, sys, time; sys.stdin.buffer.readline(); "
    return (sys.executable, "-c", f"{code}os.write(1, {lines!r}); {then}")


async def forecast(
    command: tuple[str, ...], *, forecast_limit: float = LIMIT, request: SctRequest = REQUEST
) -> Prediction:
    """The prediction of a test whose measurement arrived."""
    result = await run_test(
        request, lambda _: None, command=command, time_limit=LIMIT, forecast_limit=forecast_limit
    )
    assert result.measurement == MEASURED
    return result.prediction


async def test_measurement_and_forecast_arrive() -> None:
    command = says(Measured(measurement=MEASURED), Predicted(prediction=PREDICTION))
    assert await forecast(command) == PREDICTION


async def test_nothing_is_waited_for_where_no_forecast_was_asked_for() -> None:
    request = msgspec.structs.replace(REQUEST, known=None)
    command = says(Measured(measurement=MEASURED), then="time.sleep(600)")
    assert await run_test(request, lambda _: None, command=command) == SctResult(MEASURED)


async def test_a_crash_in_native_code_while_forecasting_keeps_the_measurement() -> None:
    crash = "os.kill(os.getpid(), signal.SIGSEGV)"
    prediction = await forecast(says(Measured(measurement=MEASURED), then=crash))
    how = f"the test's process ended by signal {int(signal.SIGSEGV)}"
    assert prediction == Prediction(problem=how)


async def test_a_hang_while_forecasting_keeps_the_measurement() -> None:
    command = says(Measured(measurement=MEASURED), then="time.sleep(600)")
    prediction = await forecast(command, forecast_limit=0.3)
    assert prediction.problem == "the test's process did not forecast within 0.3 s"


@pytest.mark.parametrize(
    "line",
    [
        *(b"garbage\n", b"\n", b'{"type":"predicted"}\n', b"x" * (2 << 20)),
        b'{"type":"predicted","prediction":{"servers":[{"loss":[1.5]}]}}\n',
        b'{"type":"predicted","prediction":{"model":"\xff"}}\n',
    ],
)
async def test_a_line_that_is_no_forecast_keeps_the_measurement(line: bytes) -> None:
    write = f"os.write(1, {line!r}); time.sleep(600)" if len(line) < 1000 else ""
    endless = "\nwhile True: os.write(1, b'x' * 65536)"
    prediction = await forecast(says(Measured(measurement=MEASURED), then=write or endless))
    assert prediction.model is None
    assert prediction.problem is not None
    assert prediction.problem.startswith("the test's process sent")


@pytest.mark.parametrize(
    "report",
    [
        Failed(reason="crashed", detail="why"),
        Measured(measurement=MEASURED),
        Progress(phase="reach", server="", fraction=0.5, seconds_left=1.0),
    ],
)
async def test_another_report_than_a_forecast_keeps_the_measurement(report: Report) -> None:
    prediction = await forecast(says(Measured(measurement=MEASURED), report))
    other = "the test's process sent something else than a forecast"
    assert prediction.problem == ("why" if isinstance(report, Failed) else other)


async def test_somebody_who_cancels_the_child_cancels_its_forecast_too() -> None:
    cancelled = Failed(reason="cancelled", detail="the run was cancelled")
    with pytest.raises(SctFailed) as caught:
        await forecast(says(Measured(measurement=MEASURED), cancelled))
    assert caught.value.reason == "cancelled"


async def test_a_forecast_of_nothing() -> None:
    with pytest.raises(SctFailed, match="forecast what it had not measured"):
        await forecast(says(Predicted(prediction=PREDICTION)))


# The real child, with a run that takes no time and a model that a test wrote.

RUN = f"""
import msgspec, os, sys, threading, time, types
import notifier.probe.run
from notifier.measurement import RunMeasurement
from notifier.prediction import Prediction
async def run(request, emit):
    return msgspec.json.decode({msgspec.json.encode(MEASURED)!r}, type=RunMeasurement)
notifier.probe.run.run = run
model = types.ModuleType("notifier.forecast.model")
"""


def child(prelude: str) -> tuple[str, ...]:
    """The real child, which runs some statements before anything else."""
    before, run, after = COMMAND[-1].partition("runpy.run_module")
    return (*COMMAND[:-1], f"{before}\n{prelude}\n{run}{after}")


def with_model(predict: str) -> tuple[str, ...]:
    """The real child with a model whose ``predict`` has this body."""
    lines = "".join(f"    {line}\n" for line in predict.splitlines())
    code = f"def predict(measurement, known, file):\n{lines}model.predict = predict\n"
    return child(f"{RUN}{code}sys.modules[model.__name__] = model")


async def test_the_model_gets_what_was_measured_and_what_is_known() -> None:
    figures = "f'{known.throughput.loop} {measurement.servers[0].url}'"
    prediction = await forecast(with_model(f"return Prediction(model={figures})"))
    assert prediction == Prediction(model=f"1234.5 {MEASURED.servers[0].url}")


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("raise ValueError('boom')", "ValueError: boom"),
        ("raise TimeoutError('slow')", "TimeoutError: slow"),
        ("raise ImportError('\\n\\nRead this:\\n\\nand that')", "ImportError: Read this:"),
        ("raise SystemExit('enough')", "SystemExit: enough"),
        ("raise MemoryError", "MemoryError: "),
        ("os.abort()", f"the test's process ended by signal {int(signal.SIGABRT)}: "),
        ("os._exit(3)", "the test's process ended with exit status 3"),
        ("return object()", "TypeError: "),
        ("return Prediction(calibration=((float('nan'), 1.0),))", "the test's process sent no"),
    ],
)
async def test_a_model_that_fails_costs_the_forecast_only(body: str, problem: str) -> None:
    prediction = await forecast(with_model(body))
    assert prediction.model is None
    assert prediction.problem is not None
    assert prediction.problem.startswith(problem.removesuffix(": "))
    assert "\n" not in prediction.problem


@pytest.mark.parametrize("library", ["notifier.forecast.model", "lightgbm", "numpy"])
async def test_a_library_that_is_not_there_costs_the_forecast_only(library: str) -> None:
    prediction = await forecast(child(f"{RUN}sys.modules[{library!r}] = None"))
    assert prediction.model is None
    assert prediction.problem is not None
    assert library in prediction.problem


async def test_an_organisations_model_is_asked_instead(tmp_path: Path) -> None:
    file = tmp_path / "ours.json"
    file.write_text(json.dumps(SHIPPED | {"name": "ours"}))
    request = msgspec.structs.replace(REQUEST, model=str(file))
    prediction = await forecast(child(RUN), request=request)
    assert (prediction.model, prediction.problem) == ("ours", None)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "there is no model"),
        (b"{", "the model cannot be read: Input data was truncated"),
        (b'{"format": 99}', "the model has format 99, and this program reads format 1"),
    ],
)
async def test_where_theirs_is_of_no_use_ours_is_asked(
    tmp_path: Path, content: bytes | None, problem: str
) -> None:
    file = tmp_path / "ours.json"
    if content is not None:
        file.write_bytes(content)
    request = msgspec.structs.replace(REQUEST, model=str(file))
    prediction = await forecast(child(RUN), request=request)
    assert prediction.model == SHIPPED["name"]
    assert prediction.problem == problem


async def test_whatever_libraries_print_is_no_report() -> None:
    noise = """
import ctypes
print("[LightGBM] [Warning] to sys.stdout", flush=True)
os.write(1, b"[LightGBM] [Info] to the descriptor\\n{}\\n")
ctypes.CDLL(None).puts(b"from C")
ctypes.CDLL(None).fflush(None)
return Prediction(model="after noise")
"""
    assert await forecast(with_model(noise)) == Prediction(model="after noise")


async def test_further_threads_are_not_started() -> None:
    threads = "return Prediction(model=os.environ['OMP_NUM_THREADS'])"
    assert (await forecast(with_model(threads))).model == "1"


async def test_cancelling_while_it_forecasts_ends_the_child(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    command = with_model(f"open({str(begun)!r}, 'w').close(); time.sleep(600)")
    before = set(children_of(os.getpid()))
    task = asyncio.create_task(forecast(command))
    async with asyncio.timeout(LIMIT):
        while not begun.exists():  # noqa: ASYNC110 - a file that appears tells nobody
            await asyncio.sleep(0.01)
    (pid,) = set(children_of(os.getpid())) - before
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not alive(pid)


async def test_a_forecast_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    may_end = threading.Event()
    model = ModuleType("notifier.forecast.model")

    def predict(measurement: RunMeasurement, known: Known, *, file: Path | None) -> Prediction:
        may_end.wait(LIMIT)
        return PREDICTION

    model.predict = predict  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, model.__name__, model)
    monkeypatch.setenv("OMP_NUM_THREADS", "1")  # and back as it was
    monkeypatch.setattr(child_module, "PREDICT_LIMIT", 0.1)
    try:
        prediction = await child_module._predicted(MEASURED, Known(), None)
    finally:
        may_end.set()
    assert prediction == Prediction(problem="the forecast took more than 0.1 s")


# What is loaded, and when.

WATCH = f"""
import sys, types
import notifier.probe.run
HEAVY = {HEAVY!r}
real = notifier.probe.run.run
measured = []
async def run(request, emit):
    found = await real(request, emit)
    measured.append(found)
    return found
notifier.probe.run.run = run

class Model:
    def find_spec(self, name, path, target=None):
        if name != "notifier.forecast.model":
            return None
        loaded = [m for m in sys.modules if m.split(".")[0] in HEAVY]
        from notifier.prediction import Prediction
        model = types.ModuleType(name)
        said = f"{{len(measured)}} measured, {{loaded}} loaded"
        model.predict = lambda measurement, known, file: Prediction(model=said)
        sys.modules[name] = model
        from importlib.machinery import ModuleSpec
        return ModuleSpec(name, self)

    def create_module(self, spec):
        return sys.modules[spec.name]

    def exec_module(self, module):
        pass

sys.meta_path.insert(0, Model())
"""


async def test_nothing_heavy_is_loaded_before_the_measurement_is_over() -> None:
    async with demonstration_relay() as relay:
        target = ServerTarget(
            url=relay.url, provider="x", username=relay.username, password=relay.password
        )
        request = SctRequest(run=RunRequest(mode="light", servers=(target,)), known=Known())
        result = await run_test(request, lambda _: None, command=child(WATCH))
    assert [server.error for server in result.measurement.servers] == [None]
    assert result.prediction == Prediction(model="1 measured, [] loaded")


TRAY = f"""
import asyncio, sys
from notifier.prediction import Known
from notifier.probe.request import RunRequest
from notifier.sct.request import SctRequest
from notifier.service.service import run_test
request = SctRequest(run=RunRequest(mode="light", servers=()), known=Known())
result = asyncio.run(run_test(request, lambda _: None))
assert result.prediction != type(result.prediction)(), "asked"
loaded = [m for m in sys.modules if m.split(".")[0] in {HEAVY!r} or m == "notifier.forecast.model"]
print(", ".join(loaded))
"""


def test_the_process_that_asks_loads_nothing_heavy(tmp_path: Path) -> None:
    """With the real child and the real model."""
    root = str(Path(__file__).resolve().parents[2])
    done = subprocess.run(
        [sys.executable, "-c", TRAY],
        env={**os.environ, "PYTHONPATH": root},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == ""
