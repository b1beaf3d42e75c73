"""The list of runs over a real history: pages, new runs, runs of the same moment."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from notifier.codes import Connectivity
from notifier.history.store import History
from tests.desktop.story import tell
from tests.history.rows import Row, write_runs
from tests.ui.builders import NOW, add_run, failed_server, server
from ui.history.paged_rows import PAGE
from ui.history.run_list import Column, RunList
from ui.look import icons

MINUTE = 60_000.0

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.sqlite3") as history:
        yield history


def checked(history: History | None) -> RunList:
    """The model, with Qt's own checks of what models promise."""
    model = RunList(lambda: history)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def ids(model: RunList) -> list[int]:
    runs = [model.row_at(row) for row in range(model.rowCount())]
    return [run.id for run in runs if run is not None]


def all_ids(history: History) -> list[int]:
    return [run.id for run in history.runs()]


def text(model: RunList, row: int, column: Column) -> object:
    return model.index(row, column).data()


@pytest.mark.usefixtures("british")
def test_a_row_says_everything(history: History) -> None:
    add_run(history, 55, servers=(server(rtt=61, loss=0.013, kbps=640),), network_type="ethernet")

    model = checked(history)

    assert text(model, 0, Column.STATE) == "Fair"
    assert "26" in str(text(model, 0, Column.TIME))
    assert str(text(model, 0, Column.SENTENCE)).startswith("Current bandwidth is enough")
    assert text(model, 0, Column.NETWORK) == "Cable, Example Net"
    assert text(model, 0, Column.RTT) == "61 ms"
    assert text(model, 0, Column.LOSS) == "1.3 %"
    assert text(model, 0, Column.THROUGHPUT) == "640 kbit/s"
    assert not model.index(0, Column.STATE).data(Qt.ItemDataRole.DecorationRole).isNull()
    accessible = model.index(0, Column.RTT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert accessible == "Round trip: 61 ms"


@pytest.mark.usefixtures("british")
def test_a_lower_bound_is_no_exact_figure(history: History) -> None:
    add_run(history, servers=(server(kbps=16_000, at_least=True),))

    model = checked(history)

    assert text(model, 0, Column.THROUGHPUT) == "≥ 16.0 Mbit/s"
    accessible = model.index(0, Column.THROUGHPUT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert accessible == "Throughput: at least 16.0 Mbit/s"


def test_a_light_test_says_why_it_has_no_throughput(history: History) -> None:
    tell(history, server(), known_throughput_kbps=5000.0)

    model = checked(history)
    cell = model.index(0, Column.THROUGHPUT)

    assert cell.data() == "\N{EN DASH}"
    assert "light test" in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_a_run_without_figures_shows_dashes(history: History) -> None:
    add_run(history, 10, servers=(failed_server(),), connectivity=Connectivity.NO_CONNECTION)

    model = checked(history)

    assert text(model, 0, Column.STATE) == "No connection"
    figures = [text(model, 0, c) for c in (Column.RTT, Column.LOSS, Column.THROUGHPUT)]
    assert figures == ["\N{EN DASH}"] * 3


def test_a_demonstration_is_named_in_the_list(history: History) -> None:
    add_run(history, demonstration=True)

    add_run(history, timestamp=NOW - MINUTE)

    model = checked(history)

    assert text(model, 0, Column.NETWORK) == "Demonstration"
    # And marked in the first column: a narrow window spares that of the network.
    marked, plain = (
        model.index(row, Column.STATE).data(Qt.ItemDataRole.DecorationRole).pixmap(32).toImage()
        for row in (0, 1)
    )
    assert marked == icons.image(icons.Look(icons.Shape.GOOD, demonstration=True), 32)
    assert plain == icons.image(icons.Look(icons.Shape.GOOD), 32)
    said = [
        str(model.index(row, Column.STATE).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in (0, 1)
    ]
    assert said == ["State: Excellent, Demonstration", "State: Excellent"]


def test_ones_own_sentence_is_shown(history: History) -> None:
    add_run(history, notification="All is well")

    assert text(checked(history), 0, Column.SENTENCE) == "All is well"


def test_pages_come_as_one_scrolls_newest_first(history: History) -> None:
    for number in range(2 * PAGE + 30):
        add_run(history, timestamp=NOW + number * MINUTE, decision=None)
    model = RunList(lambda: history)  # Qt's tester would fetch by itself

    assert model.rowCount() == PAGE
    assert model.canFetchMore()
    model.fetchMore()
    assert model.rowCount() == 2 * PAGE
    model.fetchMore()
    assert not model.canFetchMore()
    assert ids(model) == all_ids(history)


def test_runs_of_the_same_millisecond_are_not_lost_between_pages(history: History) -> None:
    for number in range(PAGE + 50):
        add_run(history, timestamp=NOW + (number // 100) * MINUTE, decision=None)
    model = checked(history)

    while model.canFetchMore():
        model.fetchMore()

    assert ids(model) == all_ids(history)


def test_a_history_of_one_whole_page_ends(history: History) -> None:
    for number in range(PAGE):
        add_run(history, timestamp=NOW + number, decision=None)
    model = checked(history)

    model.fetchMore()

    assert not model.canFetchMore()
    assert model.rowCount() == PAGE


def test_new_runs_come_on_top_and_the_rest_stays(history: History) -> None:
    first = add_run(history, timestamp=NOW)
    model = checked(history)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))

    second = add_run(history, timestamp=NOW + MINUTE)
    late = add_run(history, timestamp=NOW + MINUTE / 2)
    model.refresh()
    model.refresh()

    assert ids(model) == [second, late, first]
    assert not resets


def test_more_new_runs_than_a_page(history: History) -> None:
    add_run(history, timestamp=NOW)
    model = checked(history)

    for number in range(PAGE + 20):
        add_run(history, timestamp=NOW + (number + 1) * MINUTE, decision=None)
    model.refresh()

    assert ids(model) == all_ids(history)


def test_the_first_run_ever(history: History) -> None:
    model = checked(history)
    assert model.rowCount() == 0

    add_run(history)
    model.refresh()

    assert model.rowCount() == 1


def test_without_a_history_the_list_is_empty_and_later_fills(history: History) -> None:
    current: list[History | None] = [None]
    model = RunList(lambda: current[0])
    assert model.rowCount() == 0
    add_run(history)

    current[0] = history
    model.refresh()

    assert model.rowCount() == 1


def test_a_history_that_fails_is_said_and_not_raised(history: History) -> None:
    add_run(history)
    model = RunList(lambda: history)
    said: list[str] = []
    model.trouble.connect(said.append)
    # What a damaged file does: a page that is no page of a database.
    history._connection.execute("PRAGMA writable_schema = ON")
    history._connection.execute("UPDATE sqlite_schema SET rootpage = 9999 WHERE name = 'runs'")
    history._connection.execute("PRAGMA writable_schema = RESET")

    model.reload()

    assert model.rowCount() == 0
    assert "damaged" in said[-1]


def test_a_network_has_the_name_of_the_filter(history: History) -> None:
    tell(history, server(), network_type="wifi")
    model = checked(history)
    assert text(model, 0, Column.NETWORK) == "Wi-Fi, Example Net"
    tip = model.data(model.index(0, Column.NETWORK), Qt.ItemDataRole.ToolTipRole)
    assert "Wi-Fi, Example Net" in str(tip), "the column may be too narrow for it"


def test_rows_are_found_far_down_and_among_equals(history: History) -> None:
    """However many are loaded, finding one and reading on cost the same."""
    write_runs(history, [Row(NOW + number // 3) for number in range(3 * PAGE)])
    model = checked(history)
    while model.canFetchMore():
        model.fetchMore()
    assert ids(model) == all_ids(history)
    for number, run_id in enumerate(ids(model)):
        assert model.row_of(run_id) == number
    assert model.row_of(10**6) is None
