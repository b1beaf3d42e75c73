"""Files that only root can read: which count, and what every other gives."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.settings.secret_files import MAX_SECRET, NAME, SecretFileError, read_secret

pytestmark = pytest.mark.skipif(os.name != "posix", reason="only where files have owners")

SECRET = "Grüße, hunter2"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "secrets.d"
    made.mkdir(mode=0o700)
    return made


def put(folder: Path, content: bytes = SECRET.encode(), name: str = "office") -> Path:
    file = folder / name
    file.write_bytes(content)
    file.chmod(0o600)
    return file


def refusal(folder: Path, name: str = "office", *, owner: int | None = None) -> str:
    with pytest.raises(SecretFileError) as caught:
        read_secret(folder, name, owner=os.geteuid() if owner is None else owner)
    assert SECRET not in repr(caught.value)
    return caught.value.refusal


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_one_line_is_a_secret(folder: Path, end: bytes) -> None:
    put(folder, SECRET.encode() + end)
    assert read_secret(folder, "office", owner=os.geteuid()) == SECRET
    longest = "ü" * MAX_SECRET
    put(folder, longest.encode() + end)
    assert read_secret(folder, "office", owner=os.geteuid()) == longest


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"a\nb\n", b"a\n\n", b"a\0", b"\xff", b"x" * (MAX_SECRET + 1), b"x" * 100_000],
)
def test_what_is_not_one_line_is_none(folder: Path, content: bytes) -> None:
    put(folder, content)
    assert refusal(folder) == "content"


def _group_reads(file: Path) -> None:
    file.chmod(0o640)


def _others_read(file: Path) -> None:
    file.chmod(0o604)


def _group_writes(file: Path) -> None:
    file.chmod(0o620)


def _nothing_is_there(file: Path) -> None:
    file.unlink()


def _a_link(file: Path) -> None:
    file.rename(file.with_name("other"))
    file.symlink_to("other")


def _a_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file, 0o600)


def _a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir(mode=0o700)


def _a_socket(file: Path) -> None:
    file.unlink()
    here = os.getcwd()
    os.chdir(file.parent)  # its whole path may be too long for a socket
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(file.name)
    finally:
        os.chdir(here)
    file.chmod(0o600)


def _others_write_to_the_folder(file: Path) -> None:
    file.parent.chmod(0o702)


def _the_folder_is_a_link(file: Path) -> None:
    real = file.parent.rename(file.parent.with_name("real"))
    file.parent.symlink_to(real)


def _the_folder_is_a_file(file: Path) -> None:
    file.unlink()
    file.parent.rmdir()
    file.parent.touch()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_group_reads, "open"),
        (_others_read, "open"),
        (_group_writes, "open"),
        (_nothing_is_there, "missing"),
        (_a_link, "kind"),
        (_a_pipe, "kind"),
        (_a_folder, "kind"),
        (_a_socket, "kind"),
        (_others_write_to_the_folder, "folder"),
        (_the_folder_is_a_link, "folder"),
        (_the_folder_is_a_file, "folder"),
    ],
)
def test_any_other_file_is_refused(folder: Path, change: Callable[[Path], None], why: str) -> None:
    change(put(folder))
    assert refusal(folder) == why


def test_no_folder_is_no_secret(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none") == "missing"


def test_files_and_folders_of_others_do_not_count(folder: Path) -> None:
    put(folder)
    assert refusal(folder, owner=os.geteuid() + 1) == "folder"


@pytest.mark.root
def test_a_file_that_root_did_not_write_does_not_count(folder: Path) -> None:
    os.chown(put(folder), 65534, 0)
    assert refusal(folder) == "owner"


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../office", "/etc/passwd", "a/b", "office\n", "OFFICE", "ü", "a" * 65]
)
def test_a_name_leads_nowhere_else(folder: Path, name: str) -> None:
    put(folder.parent)
    put(folder)
    assert refusal(folder, name) == "missing"


@given(st.text(alphabet="ab-./\\\0\n~%üA", max_size=70) | st.text(max_size=70))
def test_only_plain_names_are_names(name: str) -> None:
    if NAME.fullmatch(name) is None:
        assert refusal(Path("/"), name, owner=0) == "missing"
    else:
        assert not set(name) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
