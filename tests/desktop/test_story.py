"""The pictures' runs: what stands in them is what the program would have said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from notifier.forecast.advice import ADVICE
from notifier.forecast.causes import Cause
from notifier.history.store import History
from notifier.notify.rule import Reason
from tests.desktop.program import ROOT
from tests.desktop.screenshots import DARK, LARGE, WINDOWS
from tests.desktop.story import MINUTE, days_of_calls, days_of_runs, tell
from tests.desktop.window_shots import SCENES
from tests.ui.builders import NOW, failed_server, server
from ui.status_window import StatusWindow


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.sqlite3") as history:
        yield history


def test_the_story_tells_changes_once_and_keeps_repeats_quiet(history: History) -> None:
    days_of_runs(history)

    runs = [history.run(run.id) for run in reversed(history.runs())]
    assert len(runs) == 70
    told: dict[str, int] = {}
    for run in runs:
        assert run.decision is not None
        before = told.get(run.summary.network_type)
        code = run.verdict.notification_code
        if before is None:
            assert run.decision.reason == Reason.FIRST
        elif before == code:
            assert run.decision.reason == Reason.REPEATED
        else:
            assert run.decision.reason in {Reason.CHANGED, Reason.RECOVERED}
        told[run.summary.network_type] = code
        assert run.verdict.advice == tuple(ADVICE[Cause(cause)] for cause in run.verdict.causes)


def test_where_nothing_was_reached_there_is_no_public_address(history: History) -> None:
    run = history.run(tell(history, failed_server(), timestamp=NOW))

    assert run.verdict.local_ip == ""
    assert run.verdict.isp is None
    assert run.summary.provider is None


def test_a_light_run_has_no_throughput_of_its_own(history: History) -> None:
    run = history.run(tell(history, server(), known_throughput_kbps=600.0))

    assert run.verdict.mode == "light"
    assert run.verdict.summary_code == 75
    assert run.summary.loop_kbps is None


@pytest.mark.parametrize("name", [name for name in SCENES if name.startswith("status-")])
def test_every_state_advises_by_the_table(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    window = SCENES[name](tmp_path)
    qtbot.addWidget(window)
    assert isinstance(window, StatusWindow)
    shown = set(window.advice.text().replace("\N{BULLET} ", "").splitlines()) - {""}
    assert shown <= set(ADVICE.values())


def test_the_calls_have_a_bit_of_everything(history: History) -> None:
    days_of_calls(history)

    calls = history.calls()
    assert {call.color for call in calls} == {"green", "amber", "red", None}
    assert {call.forecast_right for call in calls} == {True, False, None}
    assert calls[0].began < NOW - 15 * MINUTE


@pytest.mark.parametrize("name", SCENES)
def test_every_scene_can_be_drawn(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    window = SCENES[name](tmp_path)
    qtbot.addWidget(window)
    assert not window.grab().isNull()


def test_docs_show_every_picture_that_is_made() -> None:
    made = {f"{name}.png" for name in WINDOWS.values()}
    made |= {f"{WINDOWS[scene]}-dark.png" for scene in (*DARK, "welcome")}
    made |= {f"{WINDOWS[scene]}-2x.png" for scene in LARGE}
    made |= {"tray.png", "tray-call.png", "tray-states.png", "notification.png"}
    assert made == {path.name for path in (ROOT / "docs" / "images").glob("*.png")}
    page = (ROOT / "docs" / "windows.md").read_text()
    assert not [name for name in made if f"(images/{name})" not in page]
