"""The address: in the folder of the settings, cheap to find, and only in a folder of one's own."""

import os
import subprocess
import sys
from pathlib import Path

import platformdirs.macos
import pytest

from notifier.calls.address import PIPE_PREFIX, address_of_this_user, runtime_dir, wrong_folder
from notifier.settings import paths
from notifier.settings.paths import Paths

_ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("named", ["/run/user/1234", "relative/folder", "", None])
def test_it_agrees_with_the_settings(named: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if named is None:
        monkeypatch.delenv("XDG_RUNTIME_DIR")
    else:
        monkeypatch.setenv("XDG_RUNTIME_DIR", named)
    assert address_of_this_user() == str(Paths.default().runtime_dir / "feed.sock")


@pytest.mark.parametrize("its_own", [True, False])
def test_it_agrees_where_systemd_has_made_the_folder(
    its_own: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    usual = f"/run/user/{os.geteuid()}"
    real_stat, real_access = os.stat, os.access
    there = tmp_path if its_own else Path("/nonexistent")
    monkeypatch.setattr(
        os, "access", lambda p, mode: real_access(there if str(p) == usual else p, mode)
    )
    monkeypatch.setattr(
        os, "stat", lambda p, **more: real_stat(there if str(p) == usual else p, **more)
    )
    found = address_of_this_user()
    assert found == str(Paths.default().runtime_dir / "feed.sock")
    assert found.startswith(usual) == its_own


def test_it_agrees_on_macos(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    with monkeypatch.context() as patched:
        patched.setattr(sys, "platform", "darwin")
        dirs = platformdirs.macos.MacOS(paths.APP_NAME, appauthor=False, roaming=False)
        theirs = paths._runtime_dir(dirs)  # type: ignore[arg-type]
    assert runtime_dir(platform="darwin") == str(theirs)


def test_windows_has_a_pipe_with_the_users_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getlogin", lambda: "anna", raising=False)
    address = address_of_this_user(platform="win32")
    assert address == "\\\\.\\pipe\\call-notifier-anna-feed"
    assert address.startswith(PIPE_PREFIX)
    assert wrong_folder(address) is None


def test_nothing_dear_is_imported() -> None:
    code = (
        "import sys; before = set(sys.modules)\n"
        "import notifier.calls.address, notifier.calls.framing\n"
        "print(*sorted({name.partition('.')[0] for name in set(sys.modules) - before}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=_ROOT, capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()) <= {
        "notifier",
        "struct",
        "_struct",
        "collections",
        "_collections",
    }


def test_a_folder_that_can_be_trusted(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    address = str(folder / "feed.sock")
    assert "No such file" in (wrong_folder(address) or "")
    folder.mkdir(mode=0o700)
    assert wrong_folder(address) is None
    folder.chmod(0o750)
    assert "700" in (wrong_folder(address) or "")


def test_a_link_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir(mode=0o700)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert "link" in (wrong_folder(str(tmp_path / "link" / "feed.sock")) or "")


def test_somebody_elses_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir(mode=0o700)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert "somebody else" in (wrong_folder(str(folder / "feed.sock")) or "")
