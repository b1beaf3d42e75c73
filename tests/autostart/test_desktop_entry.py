"""Autostart on Linux: the bytes of the file, and what stands in which folder."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from notifier.autostart.desktop_entry import FILE, DesktopEntry, entry
from notifier.autostart.state import Autostart, AutostartError

PROGRAM = "/usr/bin/env"
"""Something that exists and can be started."""


@pytest.fixture
def place(tmp_path: Path) -> DesktopEntry:
    """A person's folder that is still to be made, and two of the machine."""
    system = (tmp_path / "local" / "autostart", tmp_path / "etc" / "autostart")
    return DesktopEntry(tmp_path / "home" / "autostart", system, (PROGRAM, "--background"))


def put(folder: Path, text: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_bytes(text)


def test_the_file() -> None:
    written = entry(("/opt/cn/bin/call-notifier", "--background"))
    languages = [line for line in written.splitlines(keepends=True) if line[:8] == b"Comment["]
    assert len(languages) == 5
    for line in languages:
        written = written.replace(line, b"")
    assert written == (
        b"[Desktop Entry]\n"
        b"Type=Application\n"
        b"Version=1.0\n"
        b"Name=Call Notifier\n"
        b"Comment=Tells you, before a call, how the call will go\n"
        b"Exec=/opt/cn/bin/call-notifier --background\n"
        b"TryExec=/opt/cn/bin/call-notifier\n"
        b"Icon=call-notifier\n"
        b"Terminal=false\n"
        b"StartupNotify=false\n"
        b"X-GNOME-Autostart-enabled=true\n"
    )
    assert entry((PROGRAM,), hidden=True).endswith(b"\nHidden=true\n")


# Desktop Entry Specification 1.5, "The Exec key": quotes, then the escapes of every string.
@pytest.mark.parametrize(
    ("command", "written", "tried"),
    [
        (("/a b/c", "-c"), rb'"/a b/c" -c', rb"/a b/c"),
        (("/100%/c",), rb"/100%%/c", rb"/100%/c"),
        (("/a$b/c",), rb'"/a\\$b/c"', rb"/a$b/c"),
        (("/a\\b/c",), rb'"/a\\\\b/c"', rb"/a\\b/c"),
        (('/a"b/c',), rb'"/a\\"b/c"', rb'/a"b/c'),
        (("/Büro/c",), "/Büro/c".encode(), "/Büro/c".encode()),
        (("/c", "-c", "import x; x('y')"), rb"""/c -c "import x; x('y')" """[:-1], rb"/c"),
        (("/c", ""), rb'/c ""', rb"/c"),
    ],
)
def test_a_command_is_quoted(command: Sequence[str], written: bytes, tried: bytes) -> None:
    lines = entry(command).splitlines()
    assert b"Exec=" + written in lines
    assert b"TryExec=" + tried in lines


@pytest.mark.parametrize("program", ["/a=b/c", "/a\nb/c", "/a\x7fb"])
def test_what_cannot_be_written_is_said(program: str) -> None:
    with pytest.raises(AutostartError, match="can't be started at log-in"):
        entry((program,))


@pytest.mark.tools("desktop-file-validate")
@pytest.mark.parametrize("hidden", [False, True])
def test_the_desktop_s_own_check_accepts_it(tmp_path: Path, hidden: bool) -> None:
    file = tmp_path / FILE
    file.write_bytes(entry(("/a b%$/c", "-c", "x('\"')"), hidden=hidden))
    done = subprocess.run(
        ["desktop-file-validate", file], capture_output=True, text=True, timeout=20, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_on_and_off_for_one_person(place: DesktopEntry) -> None:
    assert place.status() == Autostart(False, None, changeable=True)
    place.enable()
    assert place.status() == Autostart(True, "user", changeable=True)
    assert (place.folder / FILE).stat().st_mode & 0o777 == 0o600
    place.enable()
    place.disable()
    place.disable()
    assert place.status() == Autostart(False, None, changeable=True)
    assert not (place.folder / FILE).exists()


@pytest.mark.parametrize("which", [0, 1])
def test_the_machine_s_is_hidden_and_shown_again(place: DesktopEntry, which: int) -> None:
    put(place.system_folders[which], entry((PROGRAM,)))
    assert place.status() == Autostart(True, "machine", changeable=True)
    place.disable()
    assert place.status() == Autostart(False, "machine", changeable=True)
    place.enable()
    assert place.status() == Autostart(True, "machine", changeable=True)
    assert not (place.folder / FILE).exists()


def test_what_hides_the_machine_s_is_this_person_s(place: DesktopEntry) -> None:
    put(place.system_folders[0], entry((PROGRAM,)))
    place.disable()
    place.forget()
    assert not (place.folder / FILE).exists()
    assert place.status() == Autostart(True, "machine", changeable=True)
    place.forget()


def test_the_first_folder_of_the_system_counts(place: DesktopEntry) -> None:
    put(place.system_folders[0], entry((PROGRAM,), hidden=True))
    put(place.system_folders[1], entry((PROGRAM,)))
    assert not place.status().enabled
    place.enable()  # nothing of the system starts it, so our own does
    assert place.status() == Autostart(True, "machine", changeable=True)


@pytest.mark.parametrize(
    ("text", "enabled"),
    [
        (b"[Desktop Entry]\nExec=x\n", True),
        (b"# hello\n\n[Desktop Entry]\nExec = x\n[Desktop Action a]\nHidden=true\n", True),
        (b"[Desktop Entry]\nExec=x\nHidden=true\n", False),
        (b"[Desktop Entry]\nExec=x\nX-GNOME-Autostart-enabled=false\n", False),
        (b"[Desktop Entry]\nExec=x\nTryExec=/gone/call-notifier\n", False),
        (b"[Desktop Entry]\n", False),
        (b"\xff\x00", False),
    ],
)
def test_what_others_wrote(place: DesktopEntry, text: bytes, enabled: bool) -> None:
    put(place.folder, text)
    assert place.status() == Autostart(enabled, "user", changeable=True)
    place.enable()
    assert place.status().enabled


def test_a_folder_that_takes_nothing(place: DesktopEntry) -> None:
    place.folder.parent.mkdir()
    place.folder.write_text("a file where the folder belongs")
    with pytest.raises(AutostartError, match="can't be written"):
        place.enable()


def test_the_folders_come_from_the_environment(tmp_path: Path) -> None:
    environ = {"XDG_CONFIG_HOME": str(tmp_path / "c"), "XDG_CONFIG_DIRS": "/a:relative:/b"}
    place = DesktopEntry.of(environ, tmp_path, (PROGRAM,))
    assert place.folder == tmp_path / "c" / "autostart"
    assert place.system_folders == (Path("/a/autostart"), Path("/b/autostart"))
    usual = DesktopEntry.of({"XDG_CONFIG_HOME": "relative"}, tmp_path, (PROGRAM,))
    assert usual.folder == tmp_path / ".config" / "autostart"
    assert usual.system_folders == (Path("/etc/xdg/autostart"),)
