"""What waits on the disk: bounded, and none the worse for damage."""

import contextlib
import gzip
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notifier.fleet.courier import MAX_AGE, MAX_COUNT, Entry
from notifier.fleet.queue import Damaged, Queue
from notifier.fleet.shared import FILE, SharedTally, forget, look, standing
from notifier.fleet.tally import Tally
from tests.fleet.figures import NOW, full

SNAPSHOT: dict[str, object] = {"resource": {}, "scopeMetrics": []}


def test_what_is_put_in_comes_out_in_order(tmp_path: Path) -> None:
    queue = Queue(tmp_path / "queue", "none")
    for at in (NOW + 2, NOW, NOW + 1):
        queue.put(SNAPSHOT, at)
    assert [entry.at for entry in queue.waiting()] == [NOW, NOW + 1, NOW + 2]
    assert queue.read(queue.waiting()[0]) == SNAPSHOT
    assert (
        queue.waiting()[0].size
        == (tmp_path / "queue" / f"{int(NOW)}000-none.json.gz").stat().st_size
    )


def test_another_identity_is_never_sent(tmp_path: Path) -> None:
    Queue(tmp_path, "person").put(SNAPSHOT, NOW)
    queue = Queue(tmp_path, "none")
    assert queue.waiting() == []
    queue.tidy(NOW)
    assert list(tmp_path.iterdir()) == []


def test_it_is_bounded_and_tidy(tmp_path: Path) -> None:
    queue = Queue(tmp_path, "none")
    for number in range(MAX_COUNT + 5):
        queue.put(SNAPSHOT, NOW - number)
    queue.put(SNAPSHOT, NOW - MAX_AGE - 10)
    (tmp_path / ".1-none.json.gz.abc.new").write_text("left by one that was killed")
    (tmp_path / "holiday.jpg").write_text("somebody's")
    (tmp_path / "folder").mkdir()
    assert queue.tidy(NOW) == 6
    assert len(queue.waiting()) == MAX_COUNT
    assert len(list(tmp_path.iterdir())) == MAX_COUNT + 1  # and the folder


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    queue = Queue(tmp_path / "no", "none")
    assert queue.waiting() == []
    assert queue.tidy(NOW) == 0


@settings(max_examples=30)
@given(st.binary(max_size=200) | st.binary(max_size=200).map(gzip.compress))
def test_any_file_is_a_snapshot_or_damaged(
    tmp_path_factory: pytest.TempPathFactory, octets: bytes
) -> None:
    folder = tmp_path_factory.mktemp("queue")
    (folder / "5000-none.json.gz").write_bytes(octets)
    with contextlib.suppress(Damaged):
        assert isinstance(Queue(folder, "none").read(Entry(5.0, len(octets))), dict)


def test_a_bomb_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "5000-none.json.gz").write_bytes(gzip.compress(b'{"a":"' + b"0" * 20_000_000))
    with pytest.raises(Damaged):
        Queue(tmp_path, "none").read(Entry(5.0, 1))


def test_the_tally_is_shared_and_kept(tmp_path: Path) -> None:
    for _ in range(3):
        with SharedTally(tmp_path).changed(NOW) as tally:
            tally.failed("busy")
    found = standing(tmp_path)
    assert found is not None
    assert found.counters["callnotifier.runs.failed"][0].value == 3
    assert standing(tmp_path / "elsewhere") is None


@settings(max_examples=30)
@given(st.binary(max_size=300) | st.just(msgspec.json.encode(full())[:-7]))
def test_a_damaged_tally_is_begun_anew(
    tmp_path_factory: pytest.TempPathFactory, octets: bytes
) -> None:
    folder = tmp_path_factory.mktemp("state")
    shared = SharedTally(folder)
    shared.folder.mkdir()
    (shared.folder / FILE).write_bytes(octets)
    with shared.changed(NOW) as tally:
        assert isinstance(tally, Tally)
    assert look(shared.folder / FILE) is not None


def test_a_change_that_fails_leaves_the_file(tmp_path: Path) -> None:
    shared = SharedTally(tmp_path)
    with shared.changed(NOW) as tally:
        tally.failed("busy")
    before = (shared.folder / FILE).read_bytes()
    with pytest.raises(KeyError), shared.changed(NOW) as tally:
        tally.observe("no such histogram", {}, 1.0)
    assert (shared.folder / FILE).read_bytes() == before


def test_a_full_disk_is_an_error_of_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("notifier.settings.atomic.Path.replace", full_disk)
    with pytest.raises(OSError, match="No space"), SharedTally(tmp_path).changed(NOW):
        pass
    assert not list((tmp_path / "fleet").glob("*.new"))


def test_forgotten_is_gone(tmp_path: Path) -> None:
    with SharedTally(tmp_path).changed(NOW):
        pass
    forget(tmp_path)
    forget(tmp_path)
    assert not list(tmp_path.iterdir())
