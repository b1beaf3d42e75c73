"""The pictures' runs: what stands in them is what the program would have said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from notifier.forecast.advice import ADVICE, DEMONSTRATION
from notifier.forecast.causes import Cause
from notifier.history.store import History
from notifier.notify.rule import Reason
from tests.desktop.story import days_of_runs, tell
from tests.desktop.window_shots import SCENES
from tests.ui.builders import NOW, failed_server, server
from ui.history_window import HistoryWindow


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
            assert run.decision.reason == Reason.CHANGED
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


@pytest.mark.parametrize("name", [name for name in SCENES if name.startswith("history-")])
def test_every_scene_can_be_drawn_and_advises_by_the_table(
    qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    window = SCENES[name](tmp_path)
    qtbot.addWidget(window)
    assert isinstance(window, HistoryWindow)
    shown = set(window.header.advice.text().replace("\N{BULLET} ", "").splitlines()) - {""}
    assert shown <= {*ADVICE.values(), DEMONSTRATION}
