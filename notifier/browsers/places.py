"""The browsers, and where each looks for native messaging hosts.

Sources: Chrome's "Native messaging" and MDN's "Native manifests" for Chrome, Chromium and Firefox;
Microsoft's page of the same name for Edge. Brave looks in Chrome's places as well as in its own,
and on macOS only in Chrome's. Firefox 147 and later may keep its profiles in ``~/.config/mozilla``,
but still looks for hosts in ``~/.mozilla``, and a folder for them there moves no profile.
"""

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

__all__ = ["BROWSERS", "Browser", "Sandbox", "found", "host_folders", "sandbox", "system_folder"]

Family = Literal["chromium", "firefox"]
Sandbox = Literal["snap", "flatpak"]


@dataclass(frozen=True, slots=True)
class Browser:
    """One browser; folders are relative to the home folder, on Linux and on macOS."""

    name: str
    title: str
    family: Family
    programs: tuple[str, ...]
    linux: tuple[str, ...]
    """Where hosts of this person are registered."""

    linux_profiles: tuple[str, ...]
    """One of them is there where this person uses the browser."""

    linux_system: str | None
    """Where hosts of all people are registered; None: where another browser's are."""

    mac: tuple[str, ...]
    mac_profiles: tuple[str, ...]
    mac_system: str | None
    registry: tuple[str, ...]
    """Keys below HKEY_CURRENT_USER, without the host's name."""

    windows_profile: str
    """Below the folder of local application data."""

    snap: str | None = None
    flatpak: str | None = None


_CHROME_KEY = r"Software\Google\Chrome\NativeMessagingHosts"
_MAC = "Library/Application Support"

BROWSERS = (
    Browser(
        name="chromium",
        title="Chromium",
        family="chromium",
        programs=("chromium", "chromium-browser"),
        linux=(".config/chromium/NativeMessagingHosts",),
        linux_profiles=(".config/chromium",),
        linux_system="etc/chromium/native-messaging-hosts",
        mac=(f"{_MAC}/Chromium/NativeMessagingHosts",),
        mac_profiles=(f"{_MAC}/Chromium",),
        mac_system=f"{_MAC}/Chromium/NativeMessagingHosts",
        registry=(r"Software\Chromium\NativeMessagingHosts",),
        windows_profile=r"Chromium\User Data",
        snap="chromium",
        flatpak="org.chromium.Chromium",
    ),
    Browser(
        name="chrome",
        title="Google Chrome",
        family="chromium",
        programs=("google-chrome", "google-chrome-stable"),
        linux=(".config/google-chrome/NativeMessagingHosts",),
        linux_profiles=(".config/google-chrome",),
        linux_system="etc/opt/chrome/native-messaging-hosts",
        mac=(f"{_MAC}/Google/Chrome/NativeMessagingHosts",),
        mac_profiles=(f"{_MAC}/Google/Chrome",),
        mac_system="Library/Google/Chrome/NativeMessagingHosts",
        registry=(_CHROME_KEY,),
        windows_profile=r"Google\Chrome\User Data",
        flatpak="com.google.Chrome",
    ),
    Browser(
        name="edge",
        title="Microsoft Edge",
        family="chromium",
        programs=("microsoft-edge", "microsoft-edge-stable"),
        linux=(".config/microsoft-edge/NativeMessagingHosts",),
        linux_profiles=(".config/microsoft-edge",),
        linux_system="etc/opt/edge/native-messaging-hosts",
        mac=(f"{_MAC}/Microsoft Edge/NativeMessagingHosts",),
        mac_profiles=(f"{_MAC}/Microsoft Edge",),
        mac_system="Library/Microsoft/Edge/NativeMessagingHosts",
        registry=(r"Software\Microsoft\Edge\NativeMessagingHosts",),
        windows_profile=r"Microsoft\Edge\User Data",
        flatpak="com.microsoft.Edge",
    ),
    Browser(
        name="brave",
        title="Brave",
        family="chromium",
        programs=("brave-browser", "brave-browser-stable", "brave"),
        linux=(".config/BraveSoftware/Brave-Browser/NativeMessagingHosts",),
        linux_profiles=(".config/BraveSoftware/Brave-Browser",),
        linux_system=None,
        mac=(
            f"{_MAC}/BraveSoftware/Brave-Browser/NativeMessagingHosts",
            f"{_MAC}/Google/Chrome/NativeMessagingHosts",
        ),
        mac_profiles=(f"{_MAC}/BraveSoftware/Brave-Browser",),
        mac_system=None,
        registry=(r"Software\BraveSoftware\Brave-Browser\NativeMessagingHosts", _CHROME_KEY),
        windows_profile=r"BraveSoftware\Brave-Browser\User Data",
        snap="brave",
        flatpak="com.brave.Browser",
    ),
    Browser(
        name="firefox",
        title="Firefox",
        family="firefox",
        programs=("firefox", "firefox-esr", "firefox-developer-edition", "firefox-nightly"),
        linux=(".mozilla/native-messaging-hosts",),
        linux_profiles=(".mozilla/firefox", ".config/mozilla/firefox"),
        linux_system="usr/lib/mozilla/native-messaging-hosts",
        mac=(f"{_MAC}/Mozilla/NativeMessagingHosts",),
        mac_profiles=(f"{_MAC}/Firefox",),
        mac_system=f"{_MAC}/Mozilla/NativeMessagingHosts",
        registry=(r"Software\Mozilla\NativeMessagingHosts",),
        windows_profile=r"Mozilla\Firefox",
        snap="firefox",
        flatpak="org.mozilla.firefox",
    ),
)


def host_folders(
    browser: Browser, home: Path, environ: Mapping[str, str], platform: str = sys.platform
) -> list[Path]:
    """Where the browser looks for hosts of this person; none on Windows, which has a registry."""
    if platform == "win32":
        return []
    folders = browser.mac if platform == "darwin" else browser.linux
    return [_below(home, folder, environ) for folder in folders]


def system_folder(browser: Browser, root: Path, platform: str = sys.platform) -> Path | None:
    """Where it looks for hosts of everybody, below ``root``."""
    folder = browser.mac_system if platform == "darwin" else browser.linux_system
    return None if folder is None or platform == "win32" else root / folder


def found(
    browser: Browser, home: Path, environ: Mapping[str, str], platform: str = sys.platform
) -> bool:
    """Whether this person has the browser: a profile, or a program on the PATH."""
    if platform == "win32":
        local = environ.get("LOCALAPPDATA", "")
        return bool(local) and Path(local, browser.windows_profile).is_dir()
    profiles = browser.mac_profiles if platform == "darwin" else browser.linux_profiles
    return (
        any(_below(home, profile, environ).is_dir() for profile in profiles)
        or _program(browser, environ) is not None
        or sandbox(browser, home, environ) is not None
    )


def sandbox(browser: Browser, home: Path, environ: Mapping[str, str]) -> Sandbox | None:
    """What keeps a browser apart from the rest of the machine; None where nothing does."""
    program = _program(browser, environ)
    if program is not None and not str(program).startswith("/snap/"):
        # Ubuntu's /usr/bin/firefox is a few lines that start the snap.
        return "snap" if _starts_snap(program) else None
    if program is not None or (browser.snap and (home / "snap" / browser.snap).is_dir()):
        return "snap"
    if browser.flatpak and (home / ".var/app" / browser.flatpak).is_dir():
        return "flatpak"
    return None


def _below(home: Path, folder: str, environ: Mapping[str, str]) -> Path:
    """``~/.config`` is where XDG_CONFIG_HOME says; Chromium and its kin follow it."""
    named = environ.get("XDG_CONFIG_HOME", "")
    if folder.startswith(".config/") and os.path.isabs(named):
        return Path(named, folder.removeprefix(".config/"))
    return home / folder


def _program(browser: Browser, environ: Mapping[str, str]) -> Path | None:
    for name in browser.programs:
        if path := shutil.which(name, path=environ.get("PATH")):
            return Path(path)
    return None


def _starts_snap(program: Path) -> bool:
    try:
        with program.open("rb") as file:
            head = file.read(4096)
    except OSError:
        return False
    return head.startswith(b"#!") and b"/snap/bin/" in head
