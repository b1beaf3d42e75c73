"""The recipe of the package for macOS, with Apple's tools standing in the PATH as notes.

None of this has ever run on a Mac: what is checked is the order, the arguments and the files.
"""

import os
import plistlib
import subprocess
from pathlib import Path

import pytest

from notifier import __version__
from notifier.autostart import launch_agent
from notifier.autostart.command import BACKGROUND
from notifier.browsers.extension import HOST_NAME, installed
from notifier.browsers.places import BROWSERS, system_folder
from notifier.browsers.registration import install_for_all
from tests.packaging.scripts import ROOT, module, xml

MACOS = ROOT / "packaging/macos"
APP = Path("/Applications/Call Notifier.app")
PROGRAM = str(APP / "Contents/MacOS/call-notifier")
IDENTIFIER = "org.call-notifier"
LIMIT_S = 60

FAKE = """#!/bin/sh
printf '%s' "${0##*/}" >>"$NOTES"
for word; do printf ' %s' "$word" >>"$NOTES"; done
printf '\\n' >>"$NOTES"
case ${0##*/} in
PlistBuddy) echo "${INSTALLED-}" ;;
ps) printf '%s\\n' "ann /Applications/Call Notifier.app/Contents/MacOS/call-notifier" ;;
id) [ "$1" = -u ] && [ $# -eq 1 ] && echo 0 || echo 501 ;;
stat) echo "${CONSOLE-ann}" ;;
esac
"""


def _plist(name: str) -> dict[str, object]:
    found: dict[str, object] = plistlib.loads((MACOS / name).read_bytes())
    return found


def test_the_agent_is_the_one_that_the_program_writes_for_a_person() -> None:
    found = _plist("org.call-notifier.tray.plist")
    assert found.pop("AssociatedBundleIdentifiers") == [IDENTIFIER]
    assert found == plistlib.loads(launch_agent.property_list([PROGRAM, BACKGROUND]))


def test_the_daemon_starts_the_installed_program() -> None:
    found = _plist("org.call-notifier.secrets.plist")
    arguments = found["ProgramArguments"]
    assert isinstance(arguments, list)
    assert arguments[0] == PROGRAM


def test_the_hardened_runtime_allows_one_thing() -> None:
    assert list(_plist("entitlements.plist")) == [
        "com.apple.security.cs.allow-unsigned-executable-memory"
    ]


def test_the_application_cannot_be_installed_elsewhere() -> None:
    (bundle,) = plistlib.loads((MACOS / "component.plist").read_bytes())
    assert bundle["RootRelativeBundlePath"] == str(APP).lstrip("/")
    assert bundle["BundleIsRelocatable"] is False


def test_the_profile_allows_what_the_package_installs() -> None:
    payloads = _plist("managed-items.mobileconfig")["PayloadContent"]
    assert isinstance(payloads, list)
    items, notifications = payloads
    labels = {rule["RuleValue"] for rule in items["Rules"]}
    assert labels == {
        _plist(f"org.call-notifier.{name}.plist")["Label"] for name in ("tray", "secrets")
    }
    assert notifications["NotificationSettings"][0]["BundleIdentifier"] == IDENTIFIER
    identifiers = [payload["PayloadUUID"] for payload in payloads]
    assert len(set(identifiers)) == len(identifiers)


def test_the_frozen_application_has_that_identifier() -> None:
    spec = (ROOT / "packaging/frozen/call-notifier.spec").read_text(encoding="utf-8")
    assert f'bundle_identifier="{IDENTIFIER}"' in spec
    assert '"LSUIElement": True' in spec


def test_the_distribution_is_for_the_whole_machine() -> None:
    root = xml((MACOS / "distribution.xml").read_text(encoding="utf-8"))
    domains = root.find("domains")
    assert domains is not None
    assert domains.attrib == {
        "enable_anywhere": "false",
        "enable_currentUserHome": "false",
        "enable_localSystem": "true",
    }
    assert [item.get("id") for item in root.iter("pkg-ref")] == ["org.call-notifier.pkg"] * 2


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """An application as PyInstaller makes it."""
    contents = tmp_path / "Call Notifier.app" / "Contents"
    for name in ("MacOS/call-notifier", "MacOS/call-notifier-host", "Info.plist",
                 "Frameworks/liba.dylib", "Frameworks/x/b.so",
                 "Frameworks/Qt.framework/Versions/A/Qt", "Resources/c.txt"):  # fmt: skip
        (contents / name).parent.mkdir(parents=True, exist_ok=True)
        (contents / name).touch()
    return contents.parent


def _build(app: Path, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [MACOS / "build-pkg", *words, app, app.parent / "out.pkg"],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )


SIGNED = {
    "SIGN_APPLICATION": "Developer ID Application: X (T)",
    "SIGN_INSTALLER": "Developer ID Installer: X (T)",
    "NOTARY_PROFILE": "call-notifier",
}


def test_signed_from_the_inside_out_then_packed_then_notarised(app: Path) -> None:
    done = _build(app, "--dry-run", **SIGNED)
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    signed = [line.rpartition("Contents/")[2] for line in lines if " --sign Developer" in line]
    assert signed[:5] == [
        "Frameworks/liba.dylib",
        "Frameworks/x/b.so",
        "Frameworks/Qt.framework",
        "MacOS/call-notifier-host",
        "MacOS/call-notifier",
    ]
    assert signed[5].endswith("Call Notifier.app")
    for line in lines:
        if line.startswith("codesign --force"):
            assert "--options runtime --timestamp" in line
            assert "--deep" not in line
    tools = [line.split()[0] for line in lines if not line.startswith("codesign --force")]
    assert tools == [
        "ditto", "codesign", "pkgbuild", "productbuild", "xcrun", "xcrun", "xcrun", "spctl",
    ]  # fmt: skip
    pack = next(line for line in lines if line.startswith("pkgbuild"))
    assert f"--version {__version__} " in pack
    assert "--ownership recommended" in pack
    submit = next(line for line in lines if "notarytool" in line)
    assert "--keychain-profile call-notifier --wait --timeout" in submit
    assert "--sign Developer ID Installer: X (T)" in next(
        line for line in lines if line.startswith("productbuild")
    )


def test_without_certificates_it_is_for_this_mac_and_not_notarised(app: Path) -> None:
    lines = _build(app, "--dry-run").stdout.splitlines()
    assert any("--sign - " in line for line in lines)
    assert not any("notarytool" in line or "--timestamp" in line for line in lines)


def test_what_is_not_signed_is_not_sent_to_apple(app: Path) -> None:
    done = _build(app, "--dry-run", NOTARY_PROFILE="call-notifier")
    assert done.returncode == 2
    assert "notarised" in done.stderr


def test_what_is_no_application_is_refused(tmp_path: Path) -> None:
    assert _build(tmp_path, "--dry-run").returncode == 1


def test_what_is_installed(app: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    tools = _fakes(tmp_path)
    (tools / "ditto").write_text('#!/bin/sh\ncp -R "$1" "$2"\n')
    (tools / "pkgbuild").write_text(f'#!/bin/sh\ncp -R "$2" "{kept}"; cp -R "$10" "{kept}-s"\n'
                                    .replace("$10", "${10}"))  # fmt: skip
    done = _build(app, PATH=f"{tools}:{os.environ['PATH']}", NOTES=str(tmp_path / "notes"))
    assert done.returncode == 0, done.stderr
    found = {
        str(file.relative_to(kept))
        for file in kept.rglob("*")
        if file.is_file() or file.is_symlink()
    }
    contents = "Applications/Call Notifier.app/Contents"
    expected = {
        *(str(system_folder(browser, Path(), "darwin")) + f"/{HOST_NAME}.json"
          for browser in BROWSERS if browser.mac_system),
        "Library/LaunchAgents/org.call-notifier.tray.plist",
        "Library/LaunchDaemons/org.call-notifier.secrets.plist",
        "usr/local/bin/call-notifier",
        f"{contents}/Resources/packaged",
        f"{contents}/Resources/uninstall",
    }  # fmt: skip
    assert expected <= found
    assert all(name in expected or name.startswith(contents) for name in found)
    assert (kept / contents / "Resources/packaged").read_text() == "pkg\n"
    assert (kept / "usr/local/bin/call-notifier").readlink() == Path(PROGRAM)
    scripts = {file.name: file.read_text() for file in Path(f"{kept}-s").iterdir()}
    assert set(scripts) == {"preinstall", "postinstall"}
    assert f"new={__version__}\n" in scripts["preinstall"]


def _fakes(tmp_path: Path) -> Path:
    """Tools that take notes; nothing of this machine's is asked or ended."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("codesign", "ditto", "id", "launchctl", "pkgbuild", "pkgutil", "pkill",
                 "PlistBuddy", "productbuild", "ps", "spctl", "stat", "xcrun"):  # fmt: skip
        (tools / name).write_text(FAKE)
        (tools / name).chmod(0o755)
    return tools


def _script(tmp_path: Path, name: str, *words: str, **environ: str) -> tuple[int, list[str], str]:
    """Run one of the package's scripts; returns its status, the notes and its complaints."""
    notes = tmp_path / "notes"
    notes.touch()
    text = (MACOS / name).read_text(encoding="utf-8").replace("@VERSION@", "0.2.0")
    script = tmp_path / Path(name).name
    script.write_text(text.replace("/usr/libexec/PlistBuddy", "PlistBuddy"))
    done = subprocess.run(
        ["sh", script, *words],
        env={"PATH": f"{_fakes(tmp_path)}:/usr/bin:/bin", "NOTES": str(notes), **environ},
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    return done.returncode, notes.read_text().splitlines(), done.stderr


def _volume(tmp_path: Path) -> str:
    volume = tmp_path / "volume"
    info = volume / str(APP).lstrip("/") / "Contents/Info.plist"
    info.parent.mkdir(parents=True)
    info.touch()
    return str(volume)


@pytest.mark.parametrize(
    ("there", "status"),
    [("0.1.0", 0), ("0.2.0", 0), ("0.2.1", 1), ("0.10.0", 1), ("1.0.0", 1), ("", 0)],
)
def test_a_newer_version_stays(tmp_path: Path, there: str, status: int) -> None:
    volume = _volume(tmp_path)
    found, notes, said = _script(
        tmp_path, "scripts/preinstall", "p.pkg", "/", volume, INSTALLED=there
    )
    assert found == status
    assert ("newer" in said) == bool(status)
    assert any(note.startswith("launchctl bootout gui/501/") for note in notes) == (not status)


def test_the_program_starts_for_who_sits_there(tmp_path: Path) -> None:
    status, notes, _ = _script(tmp_path, "scripts/postinstall", "p.pkg", "/", "/")
    assert status == 0
    started = [note for note in notes if note.startswith("launchctl bootstrap")]
    assert started == [
        "launchctl bootstrap system /Library/LaunchDaemons/org.call-notifier.secrets.plist",
        "launchctl bootstrap gui/501 /Library/LaunchAgents/org.call-notifier.tray.plist",
    ]


@pytest.mark.parametrize("console", ["root", "loginwindow", "_mbsetupuser", ""])
def test_nobody_sits_there(tmp_path: Path, console: str) -> None:
    status, notes, _ = _script(tmp_path, "scripts/postinstall", "p", "/", "/", CONSOLE=console)
    assert status == 0
    assert not any("bootstrap gui" in note for note in notes)


def test_another_volume_is_not_started_from(tmp_path: Path) -> None:
    assert _script(tmp_path, "scripts/postinstall", "p", "/", "/Volumes/x")[1] == []


def test_uninstalling_removes_all_that_the_package_brought(tmp_path: Path) -> None:
    root = tmp_path / "root"
    host = install_for_all(root, Path(PROGRAM), installed(), "darwin")
    ours = [
        root / "Library/LaunchAgents/org.call-notifier.tray.plist",
        root / "Library/LaunchDaemons/org.call-notifier.secrets.plist",
        root / "usr/local/bin/call-notifier",
        root / str(APP).lstrip("/") / "Contents/MacOS/call-notifier",
    ]
    people = root / "Users/ann ö/Library/Application Support/call-notifier/history.sqlite3"
    other = root / "Library/LaunchAgents/other.plist"
    for file in (*ours, people, other):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    status, notes, _ = _script(tmp_path, "uninstall", ROOT=str(root))
    assert status == 0
    assert [str(file) for file in (*host, *ours) if file.exists()] == []
    assert people.exists()
    assert other.exists()
    assert "pkgutil --forget org.call-notifier.pkg" in notes


def test_people_are_forgotten_where_that_is_asked_for(tmp_path: Path) -> None:
    root = tmp_path / "root"
    people = root / "Users/ann ö/Library/Application Support/call-notifier/history.sqlite3"
    kept = root / "Users/ann ö/Library/Application Support/other/x"
    for file in (people, kept):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    assert _script(tmp_path, "uninstall", "--people", ROOT=str(root))[0] == 0
    assert not people.parent.exists()
    assert kept.exists()


def test_icons_of_both_systems() -> None:
    icon = module("program_icon.py")
    drawn = {size: bytes([size % 251]) * 10 for size in {*icon.SIZES, *icon.TYPES.values()}}
    windows = icon.ico({size: drawn[size] for size in icon.SIZES})
    assert windows[:6] == b"\0\0\1\0" + bytes([len(icon.SIZES), 0])
    # The last entry is the one of 256 pixels, for which 0 stands; it leads to its picture.
    last = windows[6 + 16 * (len(icon.SIZES) - 1) :][:16]
    assert last[0] == 0
    assert windows[int.from_bytes(last[12:16], "little") :] == drawn[256]
    macos = icon.icns(drawn)
    assert macos[:4] == b"icns"
    assert int.from_bytes(macos[4:8], "big") == len(macos)
    at, kinds = 8, []
    while at < len(macos):
        kinds.append(macos[at : at + 4])
        at += int.from_bytes(macos[at + 4 : at + 8], "big")
    assert kinds == list(icon.TYPES)
