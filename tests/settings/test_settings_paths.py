"""The places of our files: XDG variables, modes, and directories somebody else prepared."""

import os
import stat
import tempfile
from pathlib import Path

import pytest

from notifier.settings.paths import Paths, PathsError


def test_the_xdg_variables_move_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "RUNTIME_DIR"):
        monkeypatch.setenv(f"XDG_{name}", str(tmp_path / name))
    assert Paths.default() == Paths(
        config_file=tmp_path / "CONFIG_HOME/call-notifier/settings.toml",
        data_dir=tmp_path / "DATA_HOME/call-notifier",
        state_dir=tmp_path / "STATE_HOME/call-notifier",
        runtime_dir=tmp_path / "RUNTIME_DIR/call-notifier",
        policy_dir=Path("/etc/call-notifier/policy.d"),
        secrets_dir=Path("/etc/call-notifier/secrets.d"),
        secrets_socket=Path("/run/call-notifier/secrets.sock"),
    )
    assert Paths.default().history_file.name == "history.sqlite3"
    assert Paths.default().feed_token_file == tmp_path / "STATE_HOME/call-notifier/feed-token"
    assert list(tmp_path.iterdir()) == [], "asking for a place makes nothing"


def test_without_the_variables_the_home_directory_holds_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME"):
        monkeypatch.delenv(f"XDG_{name}")
    monkeypatch.setenv("HOME", str(tmp_path))
    paths = Paths.default()
    assert paths.config_file == tmp_path / ".config/call-notifier/settings.toml"
    assert paths.data_dir == tmp_path / ".local/share/call-notifier"
    assert paths.state_dir.is_relative_to(tmp_path / ".local/state/call-notifier")


@pytest.mark.parametrize("value", [None, "", "relative/run"])
def test_without_a_runtime_directory_a_private_one_is_used(
    value: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if value is None:
        monkeypatch.delenv("XDG_RUNTIME_DIR")
    else:
        monkeypatch.setenv("XDG_RUNTIME_DIR", value)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(os, "access", lambda *_: False)  # no /run/user of ours on this machine
    directory = Paths.default().runtime_dir
    assert directory == tmp_path / f"call-notifier-{os.geteuid()}"
    assert not directory.exists()


def test_the_runtime_directory_is_made_for_us_alone(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "a" / "b")
    old = os.umask(0)
    try:
        assert paths.make_runtime_dir() == paths.runtime_dir
    finally:
        os.umask(old)
    for directory in (paths.runtime_dir, tmp_path / "a", tmp_path / "a" / "b"):
        assert stat.S_IMODE(directory.stat().st_mode) == 0o700
    assert paths.make_runtime_dir() == paths.runtime_dir, "a second time is fine"


def test_a_runtime_directory_open_to_others_is_refused(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    paths.runtime_dir.mkdir()
    paths.runtime_dir.chmod(0o750)
    with pytest.raises(PathsError, match="open to other users"):
        paths.make_runtime_dir()


def test_a_link_in_place_of_the_runtime_directory_is_refused(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    paths.runtime_dir.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PathsError, match="link"):
        paths.make_runtime_dir()


def test_a_file_in_place_of_the_runtime_directory_is_refused(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    paths.runtime_dir.write_text("")
    with pytest.raises(PathsError, match="can't be made"):
        paths.make_runtime_dir()


def test_a_runtime_directory_of_somebody_else_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = Paths.under(tmp_path)
    paths.make_runtime_dir()
    other = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: other)
    with pytest.raises(PathsError, match="somebody else"):
        paths.make_runtime_dir()
