"""call-notifier erase: nothing of a person's is left, and nothing else is touched."""

import os
import socket
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from notifier.browsers.extension import HOST_NAME
from notifier.cli.main import main
from notifier.fleet.textfile import file_in
from notifier.journal.ending import begin
from notifier.journal.keeping import log_folder
from notifier.settings.identity import device_id
from notifier.settings.paths import Paths
from tests.settings.key_ring import InMemory, using

NOBODY = 65534

SERVER = '[[server]]\nurls = "turn:turn.example.org"\nusername = "ann"\n'


@pytest.fixture
def paths(isolated_home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Paths:
    """What somebody who has used the program has."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    found = Paths.default()
    for folder in (found.config_file.parent, found.data_dir, found.state_dir / "log"):
        folder.mkdir(parents=True)
        (folder / "something").write_text("x")
    found.config_file.write_text(SERVER)
    found.make_runtime_dir()
    assert main(["autostart", "on"]) == 0
    (tmp_path / "home/.mozilla/firefox").mkdir(parents=True)
    assert main(["browsers", "install"]) == 0
    return found


def left(paths: Paths, home: Path) -> list[Path]:
    folders = [paths.config_file.parent, paths.data_dir, paths.state_dir, paths.runtime_dir]
    folders += home.rglob(f"{HOST_NAME}.json")
    folders += Path(os.environ["XDG_CONFIG_HOME"]).rglob("*.desktop")
    return [folder for folder in folders if folder.exists()]


def test_nothing_is_left(
    paths: Paths,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ring = InMemory()
    ring.set_password("call-notifier", "ann@turn.example.org", "hunter2")
    ring.set_password("another", "ann@turn.example.org", "theirs")
    neighbour = paths.data_dir.with_name("another")
    neighbour.mkdir()
    assert len(left(paths, tmp_path / "home")) == 6
    with using(ring):
        assert main(["erase", "--yes"]) == 0
    assert left(paths, tmp_path / "home") == []
    assert ring.get_password("call-notifier", "ann@turn.example.org") is None
    assert ring.get_password("another", "ann@turn.example.org") == "theirs"
    assert neighbour.is_dir()
    said = capsys.readouterr().out
    assert str(paths.data_dir) in said
    assert "ann@turn.example.org" in said
    assert main(["erase", "--yes"]) == 0, "a second time there is nothing to do"


def test_nobody_agreed(paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["erase"]) == 2
    assert len(left(paths, tmp_path / "home")) == 6
    assert "Nothing was deleted" in capsys.readouterr().err


def test_not_while_a_watch_runs(paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    with FileLock(paths.runtime_dir / "watch.lock"):
        assert main(["erase", "--yes"]) == 1
    assert "quit it first" in capsys.readouterr().err
    assert paths.config_file.exists()


def test_not_while_the_tray_program_runs(paths: Paths) -> None:
    with socket.socket(socket.AF_UNIX) as instance:
        instance.bind(str(paths.runtime_dir / "instance"))
        instance.listen()
        assert main(["erase", "--yes"]) == 1
    assert paths.config_file.exists()
    assert main(["erase", "--yes"]) == 0, "one that was killed leaves its socket"


def test_not_while_one_of_another_session_runs(paths: Paths) -> None:
    begin(log_folder(paths.state_dir), "tray", "0.2.0")
    assert main(["erase", "--yes"]) == 1
    assert paths.config_file.exists()


def test_passwords_of_servers_that_a_policy_has_replaced(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "policy.d"
    policy.mkdir()
    (policy / "1.json").write_text(
        '{"mandatory": {"server": [{"urls": "turn:turn.example.com", "username": "office"}]}}'
    )
    governed = replace(paths, policy_dir=policy, policy_owner=os.geteuid())
    monkeypatch.setattr(Paths, "default", lambda: governed)
    ring = InMemory()
    ring.set_password("call-notifier", "ann@turn.example.org", "hunter2")
    ring.set_password("call-notifier", "office@turn.example.com", "hunter3")
    with using(ring):
        assert main(["erase", "--yes"]) == 0
    assert ring.get_password("call-notifier", "ann@turn.example.org") is None
    assert ring.get_password("call-notifier", "office@turn.example.com") is None


def test_what_is_the_machines_stays(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """XDG_CONFIG_HOME=/etc, and XDG_RUNTIME_DIR=/run."""
    folder = paths.config_file.parent
    policy = folder / "policy.d"
    policy.mkdir()
    odd = replace(paths, policy_dir=policy, secrets_socket=paths.runtime_dir / "secrets.sock")
    monkeypatch.setattr(Paths, "default", lambda: odd)
    assert main(["erase", "--yes"]) == 1
    assert policy.exists()
    assert paths.runtime_dir.exists()
    assert not paths.data_dir.exists(), "the rest is gone"
    assert f"{folder} holds what is there for the whole machine" in capsys.readouterr().err


@pytest.mark.root
def test_root_deletes_nobody_elses(
    paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.chown(tmp_path / "home", NOBODY, NOBODY)
    assert main(["erase", "--yes"]) == 1
    assert "home of somebody else" in capsys.readouterr().err
    assert len(left(paths, tmp_path / "home")) == 6
    os.chown(tmp_path / "home", 0, 0)
    os.chown(paths.data_dir, NOBODY, NOBODY)
    assert main(["erase", "--yes"]) == 1
    assert paths.data_dir.exists()
    assert "belongs to somebody else, and stays" in capsys.readouterr().err


def test_what_keeps_everybody_s_autostart_off(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "xdg"))
    (own,) = Path(os.environ["XDG_CONFIG_HOME"]).rglob("*.desktop")
    everybody_s = tmp_path / "xdg/autostart" / own.name
    everybody_s.parent.mkdir(parents=True)
    own.rename(everybody_s)
    assert main(["autostart", "off"]) == 0
    assert own.exists()
    assert main(["erase", "--yes"]) == 0
    assert not own.exists()
    assert everybody_s.exists()


def test_figures_that_a_killed_program_has_left(
    paths: Paths,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    policy, textfiles = tmp_path / "policy.d", tmp_path / "textfiles"
    policy.mkdir()
    textfiles.mkdir()
    (policy / "1.json").write_text(f'{{"mandatory": {{"fleet": {{"textfile": "{textfiles}"}}}}}}')
    governed = replace(paths, policy_dir=policy, policy_owner=os.geteuid())
    monkeypatch.setattr(Paths, "default", lambda: governed)
    mine, theirs = (file_in(textfiles, name) for name in (device_id(paths), "another"))
    for file in (mine, theirs):
        file.write_text("x")
    assert main(["erase", "--yes"]) == 0
    assert not mine.exists()
    assert theirs.exists()
    assert str(mine) in capsys.readouterr().out


def test_a_link_is_not_followed(
    paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path / "elsewhere"
    paths.data_dir.rename(elsewhere)
    paths.data_dir.symlink_to(elsewhere)
    assert main(["erase", "--yes"]) == 1
    assert (elsewhere / "something").exists()
    assert "is a link, and stays" in capsys.readouterr().err
    assert not paths.config_file.exists(), "the rest is gone"


@pytest.mark.root
def test_what_cannot_be_deleted_is_said(paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    file = paths.data_dir / "something"
    subprocess.run(["chattr", "+i", file], check=True)
    try:
        assert main(["erase", "--yes"]) == 1
    finally:
        subprocess.run(["chattr", "-i", file], check=True)
    assert f"{file.name} cannot be deleted: Operation not permitted" in capsys.readouterr().err
    assert not paths.config_file.exists(), "the rest is gone"
