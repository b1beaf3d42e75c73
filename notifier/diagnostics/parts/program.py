"""Versions, how the program was installed, and what of it runs now."""

import locale
import os
import platform
import sys
import time
from typing import Any

import notifier
from notifier.components import components
from notifier.diagnostics.part import Asked
from notifier.history.export import utc
from notifier.journal.ending import kept_crash, running
from notifier.journal.keeping import log_folder
from notifier.updates.installed import installed_by
from notifier.updates.kept import read_kept

__all__ = ["DESKTOP_VARIABLES", "PROGRAMS", "instances", "versions"]

PROGRAMS = ("tray", "watch")
"""Programs that stay, and keep a log."""

DESKTOP_VARIABLES = (
    *("XDG_CURRENT_DESKTOP", "XDG_SESSION_DESKTOP", "XDG_SESSION_TYPE", "XDG_SESSION_CLASS"),
    *("DESKTOP_SESSION", "WAYLAND_DISPLAY", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS"),
    *("QT_QPA_PLATFORM", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR"),
    *("QT_AUTO_SCREEN_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_IM_MODULE", "QT_API"),
    *("QT_ACCESSIBILITY", "GTK_MODULES", "GDK_BACKEND", "LANG", "LC_ALL", "LC_MESSAGES"),
    *("LANGUAGE", "TZ", "PYTHON_KEYRING_BACKEND", "SSL_CERT_FILE", "SSL_CERT_DIR"),
    *("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"),
    *("SNAP_NAME", "FLATPAK_ID", "APPIMAGE", "container", "SSH_CONNECTION"),
)
"""What steers a desktop, a language or a network; no other variable is looked at."""

_SAYS_ONLY_THAT = ("SSH_CONNECTION",)
"""Of these it is enough that they are set."""


def versions(asked: Asked) -> dict[str, Any]:
    """What runs on what."""
    kept = read_kept(asked.paths.state_dir)
    return {
        "program": notifier.__version__,
        "installedBy": installed_by() or ("frozen" if getattr(sys, "frozen", False) else "python"),
        "newerVersion": None if kept.offer is None else kept.offer.version,
        "python": sys.version.replace("\n", " "),
        "executable": sys.executable,
        "libraries": _libraries(),
        "system": {
            "platform": sys.platform,
            "name": _system(),
            "kernel": f"{platform.system()} {platform.release()}",
            "machine": platform.machine(),
            "libc": " ".join(platform.libc_ver()),
            "processors": os.cpu_count(),
        },
        "locale": list(locale.getlocale()),
        "timeZone": time.strftime("%z"),
        "environment": {
            name: "set" if name in _SAYS_ONLY_THAT else asked.environ[name]
            for name in DESKTOP_VARIABLES
            if name in asked.environ
        },
        "root": hasattr(os, "geteuid") and os.geteuid() == 0,
    }


def instances(asked: Asked) -> dict[str, Any]:
    """Which programs run now, and whether one has crashed."""
    folder = log_folder(asked.paths.state_dir)
    found: dict[str, Any] = {}
    for name in PROGRAMS:
        now = running(folder, name)
        crash = kept_crash(folder, name)
        found[name] = {
            "runs": now is not None,
            "since": None if now is None else utc(now.began),
            "version": None if now is None else now.version,
            "lastCrash": utc(crash.stat().st_mtime * 1000) if crash.exists() else None,
        }
    return found


def _system() -> str:
    if platform.system() == "Linux":
        try:
            return platform.freedesktop_os_release().get("PRETTY_NAME", "Linux")
        except OSError:
            return "Linux"
    return platform.platform()


def _libraries() -> list[str]:
    # No object: a library may be called as secrets are.
    return sorted({f"{each.name} {each.version}" for each in components()}, key=str.lower)
