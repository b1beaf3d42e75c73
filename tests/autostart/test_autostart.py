"""Autostart of this installation, on this platform."""

import subprocess
import sys
from pathlib import Path

import pytest

from notifier import autostart
from notifier.autostart.command import command

linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux's folders")


@linux
def test_on_and_off(isolated_home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "none"))
    file = isolated_home / "config" / "autostart" / "call-notifier.desktop"
    assert not autostart.status().enabled
    autostart.enable()
    assert autostart.status() == autostart.Autostart(True, "user", changeable=True)
    assert file.exists()
    autostart.disable()
    assert not file.exists()


def test_the_installed_command_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    if sys.platform != "win32":
        script = tmp_path / "call-notifier"
        script.write_text("#!/bin/sh\n")
        script.chmod(0o755)
        assert command({}) == (str(script), "--background")


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "program"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command({}) == (str(tmp_path / "program"), "--background")
    assert command({"APPIMAGE": "/home/a/x.AppImage"})[0] == "/home/a/x.AppImage"
    monkeypatch.setattr(sys, "executable", str(tmp_path / "program-console.exe"))
    assert command({}) == (str(tmp_path / "program.exe"), "--background")


def test_a_checkout_is_found_from_any_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = sys.executable
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    _, *arguments, _ = command({})
    done = subprocess.run(
        [real, *arguments, "--version"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.stdout.startswith("call-notifier ")
