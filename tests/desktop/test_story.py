"""The pictures' runs: what stands in them is what the program would have said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from notifier.forecast.advice import ADVICE
from notifier.forecast.causes import Cause
from notifier.history.store import History
from notifier.notify.rule import Reason
from tests.desktop.program import ROOT
from tests.desktop.screenshots import DARK, pictures, scenes_of
from tests.desktop.sheets import WIDEST, contact_sheet
from tests.desktop.story import MINUTE, days_of_calls, days_of_runs, tell, weeks_of_runs
from tests.desktop.window_shots import SCENES
from tests.ui.builders import NOW, failed_server, server
from ui.status.status_window import StatusWindow


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


def test_the_weeks_have_bad_evenings_at_home_alone(history: History) -> None:
    weeks_of_runs(history)

    runs = history.runs(limit=3000)
    bad = [run for run in runs if run.color == "red"]
    assert runs[0].timestamp < NOW - 3 * MINUTE
    assert runs[-1].timestamp < NOW - 27 * 24 * 60 * MINUTE
    assert 0.02 < len(bad) / len(runs) < 0.1
    assert sum(run.network_type == "wifi" for run in bad) > 0.9 * len(bad)


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
    made = set(pictures())
    assert made == {path.name for path in (ROOT / "docs" / "images").glob("*.png")}
    page = (ROOT / "docs" / "windows.md").read_text()
    assert not [name for name in made if f"(images/{name})" not in page]


def test_every_scene_is_on_a_sheet_in_dark_colours() -> None:
    assert sorted(scene for kind in DARK for scene in scenes_of(kind)) == sorted(SCENES)


def test_a_sheet_holds_all_pictures_beside_each_other() -> None:
    colors = [QColor("red"), QColor("green"), QColor("blue")]
    pictures = [QImage(WIDEST // 2, 100 + 50 * n, QImage.Format.Format_RGB32) for n in range(3)]
    for picture, color in zip(pictures, colors, strict=True):
        picture.fill(color)

    sheet = contact_sheet(pictures)

    found = [0, 0, 0]
    for y in range(sheet.height()):
        for x in range(0, sheet.width(), WIDEST // 2 - 1):
            found = [n + (sheet.pixelColor(x, y) == c) for n, c in zip(found, colors, strict=True)]
    assert sheet.width() <= WIDEST
    assert found == [100, 150, 200]
