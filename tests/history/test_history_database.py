"""Opening the file: what is there, what is wrong with it, and who else is opening it."""

import contextlib
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from filelock import FileLock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notifier.history import database
from notifier.history.database import kept_copies, open_database, open_read_only, transaction
from notifier.history.errors import HistoryError
from notifier.history.migrations import STEPS
from notifier.history.store import History
from notifier.quality import CallFigures
from tests.records import NOON, example_measurement, example_verdict

posix_only = pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.sqlite3"


def add(history: History, timestamp: float = NOON) -> int:
    measurement = example_measurement(timestamp=timestamp)
    return history.add_run(
        example_verdict(measurement),
        measurement,
        network_id="home",
        origin="tray",
        trigger="schedule",
        demonstration=False,
    )


def add_many(history: History) -> None:
    for number in range(500):
        add(history, NOON + 1 + number)


def contents(path: Path) -> tuple[bytes, int]:
    """The file as it stands; that a reader makes the empty files beside it is SQLite's way."""
    return path.read_bytes(), path.stat().st_mtime_ns


class TestNewFile:
    def test_wal_and_the_rest(self, path: Path) -> None:
        connection, notice = open_database(path)
        with closing(connection):
            assert notice is None
            expected = {
                "journal_mode": "wal",
                "synchronous": 1,  # NORMAL
                "foreign_keys": 1,
                "cache_size": -database.CACHE_KIB,
                "busy_timeout": database.BUSY_LIMIT_MS,
                "user_version": len(STEPS),
            }
            for name, value in expected.items():
                assert connection.execute(f"PRAGMA {name}").fetchone() == (value,), name

    @posix_only
    def test_for_the_owner_only(self, path: Path) -> None:
        with History.open(path) as history:
            add(history)
            assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
        assert {"history.sqlite3", "history.sqlite3-wal", "history.sqlite3-shm"} <= set(modes)
        assert set(modes.values()) == {0o600}

    @posix_only
    def test_a_file_open_to_others_is_closed_to_them(self, path: Path) -> None:
        History.open(path).close()
        path.chmod(0o644)
        History.open(path).close()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    @posix_only
    def test_a_folder_that_was_there_keeps_its_mode(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o755)
        History.open(tmp_path / "history.sqlite3").close()
        assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755

    def test_a_name_with_signs_that_mean_something_in_a_uri(self, tmp_path: Path) -> None:
        path = tmp_path / "50% of #1?mode=memory" / "history.sqlite3"
        with History.open(path) as history:
            add(history)
        with History.open_read_only(path) as history:
            assert history.count() == 1

    def test_an_empty_file_is_a_new_one(self, path: Path) -> None:
        path.parent.mkdir()
        path.touch()
        with History.open(path) as history:
            assert history.notice is None
            add(history)

    def test_opening_again_changes_nothing(self, path: Path) -> None:
        with History.open(path) as history:
            run_id = add(history)
        before = contents(path)
        with History.open(path) as history:
            assert history.run_ids() == [run_id]
        assert contents(path) == before


class TestReadOnly:
    def test_no_file_is_made(self, path: Path) -> None:
        with pytest.raises(HistoryError, match="There is no history") as caught:
            open_read_only(path)
        assert caught.value.code == "missing"
        assert not path.parent.exists()

    def test_a_file_about_to_be_made_is_missing(self, path: Path) -> None:
        path.parent.mkdir()
        path.touch()
        with pytest.raises(HistoryError) as caught:
            open_read_only(path)
        assert caught.value.code == "missing"
        assert path.stat().st_size == 0

    def test_reading_beside_a_writer(self, path: Path) -> None:
        with History.open(path) as writer, History.open_read_only(path) as reader:
            run_id = add(writer)
            assert reader.run_ids() == [run_id]

    def test_writing_is_refused(self, path: Path) -> None:
        History.open(path).close()
        with History.open_read_only(path) as history:
            with pytest.raises(HistoryError, match="cannot be written") as caught:
                add(history)
            assert caught.value.code == "read-only"

    def test_damage_is_told_and_left(self, path: Path) -> None:
        path.parent.mkdir()
        path.write_bytes(b"this is no database" * 100)
        before = contents(path)
        with pytest.raises(HistoryError, match="is damaged") as caught:
            open_read_only(path)
        assert caught.value.code == "corrupt"
        assert contents(path) == before

    def test_an_older_file_is_left(self, path: Path) -> None:
        make_older(path)
        before = contents(path)
        with pytest.raises(HistoryError, match="start call-notifier once") as caught:
            open_read_only(path, steps=LATER)
        assert caught.value.code == "older"
        assert contents(path) == before

    def test_on_a_read_only_file_system(self, path: Path, small_disk: Path) -> None:
        file = small_disk / "history.sqlite3"
        with History.open(file) as history:
            run_id = add(history)
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
        with History.open_read_only(file) as history:
            assert history.run_ids() == [run_id]
        with pytest.raises(HistoryError) as caught, History.open(file) as history:
            add(history)
        assert caught.value.code == "read-only"


LATER = (
    *STEPS,
    ("ALTER TABLE runs ADD COLUMN remark TEXT", "UPDATE runs SET remark = 'number ' || id"),
    ("CREATE TABLE of_tomorrow (id INTEGER PRIMARY KEY)",),
)
"""What a later version of the program might do."""


def make_older(path: Path, count: int = 3) -> None:
    with History.open(path) as history:
        for number in range(count):
            add(history, NOON + number)


class TestMigration:
    def test_rows_live_through_it(self, path: Path) -> None:
        make_older(path)
        connection, notice = open_database(path, steps=LATER)
        with closing(connection):
            assert notice is None
            assert connection.execute("PRAGMA user_version").fetchone() == (len(LATER),)
            remarks = connection.execute("SELECT remark FROM runs ORDER BY id").fetchall()
            assert remarks == [("number 1",), ("number 2",), ("number 3",)]
            assert connection.execute("SELECT count(*) FROM run_records").fetchone() == (3,)
            assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)

    @posix_only
    def test_a_copy_of_the_old_file_is_kept(self, path: Path) -> None:
        with History.open(path) as history:
            add(history)  # still in the log while the copy is made
            open_database(path, steps=LATER)[0].close()
        (copy,) = kept_copies(path)
        assert copy.name == f"history.sqlite3.version-{len(STEPS)}"
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
        with History.open(copy) as old:
            assert old.count() == 1

    def test_a_new_file_takes_the_same_steps(self, path: Path) -> None:
        make_older(path)
        open_database(path, steps=LATER)[0].close()
        fresh = path.with_name("fresh.sqlite3")
        open_database(fresh, steps=LATER)[0].close()
        schemas = []
        for file in (path, fresh):
            with closing(sqlite3.connect(file)) as connection:
                query = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
                schemas.append(connection.execute(query).fetchall())
        assert schemas[0] == schemas[1]
        assert kept_copies(fresh) == []

    @pytest.mark.parametrize(
        "broken",
        [
            pytest.param("ALTER TABLE nothing ADD COLUMN x", id="statement"),
            pytest.param("UPDATE run_records SET run_id = run_id + 40", id="reference"),
        ],
    )
    def test_all_steps_or_none(self, path: Path, broken: str) -> None:
        make_older(path)
        with pytest.raises(sqlite3.Error):
            open_database(path, steps=(*LATER, (broken,)))
        with History.open(path) as history:
            assert history.count() == 3
            assert len(history.run(1).verdict.servers) == 1

    def test_no_room_for_the_copy(self, small_disk: Path) -> None:
        path = small_disk / "history.sqlite3"
        make_older(path, 9)
        fill(small_disk)
        with pytest.raises(HistoryError) as caught:
            open_database(path, steps=LATER)
        assert caught.value.code == "full"
        assert kept_copies(path) == []
        with History.open_read_only(path) as history:
            assert history.count() == 9

    def test_a_newer_file_is_refused_and_left(self, path: Path) -> None:
        make_older(path)
        open_database(path, steps=LATER)[0].close()
        before = contents(path)
        for attempt in (History.open, History.open_read_only):
            with pytest.raises(HistoryError, match="newer version") as caught:
                attempt(path)
            assert caught.value.code == "newer"
            assert f"format {len(LATER)}, this one knows {len(STEPS)}" in caught.value.message
        assert contents(path) == before

    def test_a_newer_program_takes_the_file_over(self, path: Path) -> None:
        """The tray of yesterday still runs while today's command line migrates the file."""
        with History.open(path) as old:
            add(old)
            open_database(path, steps=(*STEPS, ("DROP TABLE run_records",)))[0].close()
            with pytest.raises(HistoryError, match="restart this one") as caught:
                add(old)
            assert caught.value.code == "newer"


def make_version_1(path: Path) -> None:
    """A file as the first version of the program left it: two runs, the first one told."""
    connection, _ = open_database(path, steps=STEPS[:1])
    with closing(connection):
        for run_id in (1, 2):
            measurement = example_measurement(timestamp=NOON + run_id)
            verdict = example_verdict(measurement)
            connection.execute(
                "INSERT INTO runs VALUES (?, ?, 'full', 'tray', 'schedule', 0, 'home', 'wifi',"
                " 'Example Net', 3, 5, 95, 950, 'green', 'Fine.', 0.75, 'Head office', 20.5, 1.25,"
                " 0.004, 5000.0, 1, 84.0)",
                (run_id, verdict.timestamp),
            )
            connection.execute(
                "INSERT INTO run_records VALUES (?, ?, ?)",
                (
                    run_id,
                    msgspec.json.encode(verdict).decode(),
                    msgspec.json.encode(measurement).decode(),
                ),
            )
        connection.execute(
            "INSERT INTO notifications VALUES (1, 1, ?, 'home', 950, 1, 'first', 'tray')", (NOON,)
        )


class TestFromTheFirstVersion:
    def test_its_rows_are_all_there(self, path: Path) -> None:
        make_version_1(path)
        with History.open(path) as history:
            assert history.notice is None
            assert history.run_ids() == [2, 1]
            for run_id in (1, 2):
                stored = history.run(run_id)
                assert stored.measurement == example_measurement(timestamp=NOON + run_id)
                assert stored.verdict == example_verdict(stored.measurement)
                assert stored.prediction is None
            assert history.last_told("home") == 950
            assert history.call_results() == []
            assert history.profile("home") is None
            assert add(history) == 3
        assert [copy.name for copy in kept_copies(path)] == ["history.sqlite3.version-1"]

    def test_what_is_new_can_be_kept_in_it(self, path: Path) -> None:
        make_version_1(path)
        with History.open(path) as history:
            history.set_profile("home", NOON, "{}")
            assert history.add_call_result(
                "call",
                CallFigures(available_kbps=900.0, concealed=0.0, frozen=0.0, one_way_ms=20.0),
                timestamp=NOON,
                duration_ms=60_000.0,
                network_id="home",
                run_id=1,
            )
            (result,) = history.call_results()
            assert result.run_id == 1

    def test_reading_alone_does_not_change_it(self, path: Path) -> None:
        make_version_1(path)
        before = contents(path)
        with pytest.raises(HistoryError, match="start call-notifier once") as caught:
            History.open_read_only(path)
        assert caught.value.code == "older"
        assert contents(path) == before

    def test_the_first_version_of_the_program_refuses_the_new_file(self, path: Path) -> None:
        make_version_1(path)
        History.open(path).close()
        with pytest.raises(HistoryError, match="newer version") as caught:
            open_database(path, steps=STEPS[:1])
        assert caught.value.code == "newer"


class TestDamage:
    def test_set_aside_and_told(self, path: Path) -> None:
        path.parent.mkdir()
        path.write_bytes(b"this is no database" * 100)
        with History.open(path) as history:
            (aside,) = kept_copies(path)
            assert history.notice is not None
            assert aside.name in history.notice
            assert history.count() == 0
            add(history)
        assert aside.read_bytes().startswith(b"this is no database")
        with History.open(path) as history:
            assert history.notice is None
            assert history.count() == 1

    @pytest.mark.parametrize("version", [0, -1])
    def test_tables_without_a_version(self, path: Path, version: int) -> None:
        make_older(path)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version = {version}")
        with pytest.raises(HistoryError, match="is damaged"):
            open_read_only(path)
        with History.open(path) as history:
            assert history.notice is not None
            assert history.count() == 0
        with closing(sqlite3.connect(set_aside(path)[0])) as old:
            assert old.execute("SELECT count(*) FROM runs").fetchone() == (3,)

    def test_a_version_without_tables(self, path: Path) -> None:
        path.parent.mkdir()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA user_version = 1")
        with History.open(path) as history:
            assert history.notice is not None
            add(history)

    def test_twice_in_one_second(self, path: Path) -> None:
        path.parent.mkdir()
        for _ in range(3):
            path.write_bytes(b"this is no database" * 100)
            History.open(path).close()
        assert len(kept_copies(path)) == 3

    def test_the_log_goes_with_it(self, path: Path) -> None:
        """A log that stays behind would be played into the new file."""
        with History.open(path) as history:
            add(history)
            log = Path(f"{path}-wal").read_bytes()
            whole = path.read_bytes()
        path.write_bytes(b"\xff" * len(whole))
        Path(f"{path}-wal").write_bytes(log)
        with History.open(path) as history:
            assert history.notice is not None
            assert history.count() == 0
        assert [file.read_bytes() for file in kept_copies(path) if file.name.endswith("-wal")] == [
            log
        ]

    def test_damage_met_later_is_set_aside_at_the_next_opening(self, path: Path) -> None:
        with History.open(path) as history:
            ids = [add(history, NOON + number) for number in range(60)]
        ruin_records(path)
        with History.open(path) as history:
            assert history.notice is None
            assert len(history.runs()) == 60
            with pytest.raises(HistoryError, match="is damaged") as caught:
                _ = [history.run(run_id) for run_id in ids]
            assert caught.value.code == "corrupt"
        with History.open(path) as history:
            assert history.notice is not None
            assert history.count() == 0
        History.open(path).close()
        assert len(set_aside(path)) == 1

    def test_a_false_alarm_keeps_the_file(self, path: Path) -> None:
        make_older(path)
        database.mark_suspect(path)
        with History.open(path) as history:
            assert history.notice is None
            assert history.count() == 3
        assert kept_copies(path) == []
        assert not Path(f"{path}.suspect").exists()

    def test_a_process_that_still_holds_the_damaged_file_spoils_nothing(self, path: Path) -> None:
        holder = History.open(path)
        add(holder)
        header = path.read_bytes()[:100]
        with path.open("r+b") as file:
            file.write(b"\0" * len(header))
        with History.open(path) as fresh:
            assert fresh.notice is not None
            run_id = add(fresh)
            holder.close()  # the last one to leave its file: it must not clean up ours
            assert fresh.run_ids() == [run_id]
        with History.open(path) as fresh:
            assert fresh.notice is None
            assert fresh.run_ids() == [run_id]

    def test_old_copies_go_with_the_retention(self, path: Path) -> None:
        path.parent.mkdir()
        path.write_bytes(b"this is no database" * 100)
        with History.open(path) as history:
            (aside,) = kept_copies(path)
            now = aside.stat().st_mtime * 1000
            history.prune(retention_days=2, now=now + 86_400_000)
            assert aside.exists()
            history.prune(retention_days=2, now=now + 3 * 86_400_000)
            assert not aside.exists()

    @settings(
        max_examples=60,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(data=st.data())
    def test_any_bytes_are_a_result(
        self, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
    ) -> None:
        path = tmp_path_factory.mktemp("damage") / "history.sqlite3"
        make_older(path)
        whole = bytearray(path.read_bytes())
        spot = data.draw(st.integers(0, len(whole) - 1) | st.integers(0, 120))
        damage = data.draw(st.binary(min_size=1, max_size=40))
        whole[spot : spot + len(damage)] = damage
        path.write_bytes(whole[: data.draw(st.integers(0, len(whole)) | st.just(len(whole)))])
        with contextlib.suppress(HistoryError):
            open_read_only(path).close()
        with contextlib.suppress(HistoryError):
            History.open(path).close()


class TestFullDisk:
    def test_the_error_is_clear_and_reading_goes_on(self, path: Path) -> None:
        with History.open(path) as history:
            run_id = add(history)
            (pages,) = history._connection.execute("PRAGMA page_count").fetchone()
            history._connection.execute(f"PRAGMA max_page_count = {pages}")
            with pytest.raises(HistoryError, match="The disk is full") as caught:
                add_many(history)
            assert caught.value.code == "full"
            count = history.count()
            assert history.run(run_id).summary.id == run_id
            assert count_records(history) == count  # no half of a run
            history._connection.execute("PRAGMA max_page_count = 1000000")
            add(history)
            assert history.count() == count + 1

    def test_on_a_real_disk(self, small_disk: Path) -> None:
        path = small_disk / "history.sqlite3"
        with History.open(path) as history:
            run_id = add(history)
            fill(small_disk)
            with pytest.raises(HistoryError, match="The disk is full") as caught:
                add_many(history)
            assert caught.value.code == "full"
            assert run_id in history.run_ids()
            assert history.run(run_id).summary.id == run_id
            (small_disk / "filling").unlink()
            assert add(history) in history.run_ids()
            assert count_records(history) == history.count()

    def test_no_room_to_begin_with(self, small_disk: Path) -> None:
        fill(small_disk)
        with pytest.raises(HistoryError) as caught:
            History.open(small_disk / "history.sqlite3")
        assert caught.value.code == "full"


class TestLocked:
    def test_a_lock_that_is_not_given_back(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(database, "BUSY_LIMIT_MS", 50)
        with History.open(path) as history, closing(sqlite3.connect(path)) as other:
            run_id = add(history)
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(HistoryError, match="in use by another program") as caught:
                add(history)
            assert caught.value.code == "locked"
            assert history.run_ids() == [run_id]  # readers do not wait for a writer
            other.rollback()
            add(history)

    def test_somebody_else_prepares_for_too_long(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(database, "PREPARE_LIMIT_S", 0.05)
        path.parent.mkdir()
        with FileLock(f"{path}.lock"), pytest.raises(HistoryError) as caught:
            History.open(path)
        assert caught.value.code == "locked"
        assert not path.exists()

    def test_a_transaction_is_all_or_nothing(self, path: Path) -> None:
        with closing(open_database(path)[0]) as connection:
            with pytest.raises(sqlite3.IntegrityError), transaction(connection):
                connection.executemany(
                    "INSERT INTO run_records VALUES (?, '', '', NULL)", [(1,), (1,)]
                )
            assert not connection.in_transaction
            assert connection.execute("SELECT count(*) FROM run_records").fetchone() == (0,)


class TestUnavailable:
    def test_a_folder_in_its_place(self, path: Path) -> None:
        path.mkdir(parents=True)
        with pytest.raises(HistoryError, match="cannot be used") as caught:
            History.open(path)
        assert caught.value.code == "unavailable"

    def test_a_file_in_the_place_of_its_folder(self, path: Path) -> None:
        path.parent.write_text("")
        with pytest.raises(HistoryError) as caught:
            History.open(path)
        assert caught.value.code == "unavailable"

    @posix_only
    def test_no_permission(self, path: Path) -> None:
        History.open(path).close()
        path.parent.chmod(0o500)
        path.chmod(0o400)
        if os.access(path, os.W_OK):
            pytest.skip("root may write everywhere")
        with pytest.raises(HistoryError) as caught, History.open(path) as history:
            add(history)
        assert caught.value.code == "read-only"


class TestSeveralProcesses:
    """The tray, ``watch`` and ``probe`` of one user, each a process of its own."""

    WRITER = """
import sys
from pathlib import Path
from notifier.history.store import History
from notifier.notify.rule import Decision, Reason
from tests.records import example_measurement, example_verdict

path, origin, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
sys.stdin.readline()  # all begin at once
with History.open(path) as history:
    if history.notice:
        print("notice")
    for number in range(count):
        measurement = example_measurement()
        run_id = history.add_run(
            example_verdict(measurement), measurement,
            network_id=origin, origin=origin, trigger="schedule", demonstration=False,
        )
        row = history.add_notification(
            run_id, timestamp=0.0, network_id=origin, code=number,
            decision=Decision(True, Reason.CHANGED),
        )
        history.set_delivered(row, "tray")
        assert history.last_told(origin) == number
        history.runs(limit=5)
"""

    def run_together(self, path: Path, count: int) -> list[str]:
        processes = [
            subprocess.Popen(
                [sys.executable, "-c", self.WRITER, str(path), origin, str(count)],
                cwd=Path(__file__).parents[2],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for origin in ("tray", "watch", "probe")
        ]
        for process in processes:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        outputs = []
        for process in processes:
            output, errors = process.communicate(timeout=100)
            assert process.returncode == 0, errors
            outputs.append(output)
        return outputs

    def test_they_begin_a_new_history_together(self, path: Path) -> None:
        self.run_together(path, 15)
        with History.open(path) as history:
            origins = [run.origin for run in history.runs()]
            assert {origin: origins.count(origin) for origin in set(origins)} == {
                "tray": 15,
                "watch": 15,
                "probe": 15,
            }
            assert history.last_told("watch") == 14
            check = history._connection.execute("PRAGMA integrity_check").fetchone()
            assert check == ("ok",)

    def test_they_meet_a_damaged_one_together(self, path: Path) -> None:
        path.parent.mkdir()
        path.write_bytes(b"this is no database" * 100)
        outputs = self.run_together(path, 3)
        assert outputs.count("notice\n") == 1
        assert len(kept_copies(path)) == 1
        with History.open(path) as history:
            assert history.count() == 9

    def test_one_dies_in_the_middle_of_writing(self, path: Path) -> None:
        code = """
import os, sys
from pathlib import Path
from notifier.history.store import History
history = History.open(Path(sys.argv[1]))
history._connection.execute("BEGIN IMMEDIATE")
history._connection.execute("DELETE FROM runs")
os._exit(0)
"""
        make_older(path)
        run_python(code, str(path))
        with History.open(path) as history:
            assert history.count() == 3
            add(history)


def run_python(code: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def set_aside(path: Path) -> list[Path]:
    return [file for file in kept_copies(path) if not file.name.endswith("-wal")]


def count_records(history: History) -> int:
    (count,) = history._connection.execute("SELECT count(*) FROM run_records").fetchone()
    return int(count)


def ruin_records(path: Path) -> None:
    """Overwrite leaf pages of ``run_records``, which opening does not look at."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page_size,) = connection.execute("PRAGMA page_size").fetchone()
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'run_records'"
        ).fetchone()
    page = path.read_bytes()[(root - 1) * page_size : root * page_size]
    assert page[0] == 5, "an interior page (https://www.sqlite.org/fileformat2.html, 1.6)"
    cells = int.from_bytes(page[3:5], "big")
    assert cells > 1
    with path.open("r+b") as file:
        for cell in range(cells):
            at = int.from_bytes(page[12 + 2 * cell : 14 + 2 * cell], "big")
            child = int.from_bytes(page[at : at + 4], "big")
            file.seek((child - 1) * page_size)
            file.write(b"\xff" * page_size)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of half a megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        pytest.skip(f"cannot mount: {made.stderr.strip()}")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def fill(disk: Path) -> None:
    """Use up what is left of a file system."""
    with contextlib.suppress(OSError), (disk / "filling").open("wb", buffering=0) as file:
        while True:
            file.write(b"\0" * 4096)
