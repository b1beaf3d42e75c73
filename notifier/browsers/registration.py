"""Registers our host with browsers, takes it away, and looks how it stands.

A browser finds a host by a manifest, a small JSON file named after it. Only files of that name
with our name in them are ours. On Windows a key of the registry names the file, of the person or of
the machine. That part has been run under Wine, never on Windows.
"""

import contextlib
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from notifier.browsers.atomic import write
from notifier.browsers.extension import HOST_NAME, Extension
from notifier.browsers.places import (
    BROWSERS,
    Browser,
    Sandbox,
    found,
    host_folders,
    sandbox,
    system_folder,
)

__all__ = ["Registration", "install", "install_for_all", "look", "manifest_of", "remove"]

_FILE = f"{HOST_NAME}.json"


@dataclass(frozen=True, slots=True)
class Registration:
    """How our host stands with one browser."""

    browser: Browser
    found: bool
    sandbox: Sandbox | None
    manifest: Path | None = None
    """The file that registers it; None where there is none."""

    host: Path | None = None
    """The command that the manifest names."""

    problem: str | None = None
    """What is wrong with the manifest, in a sentence."""


def manifest_of(family: str, command: Path, extension: Extension) -> bytes:
    """A manifest for browsers of one family.

    :param command: absolute; what the browser starts.
    """
    whom = (
        {"allowed_extensions": [extension.firefox_id]}
        if family == "firefox"
        else {"allowed_origins": [f"chrome-extension://{extension.chromium_id}/"]}
    )
    manifest = {
        "name": HOST_NAME,
        "description": "Call Notifier",
        "path": str(command),
        "type": "stdio",
        **whom,
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2).encode() + b"\n"


def install(
    browser: Browser,
    command: Path,
    extension: Extension,
    *,
    home: Path,
    data_dir: Path,
    environ: Mapping[str, str],
) -> list[Path]:
    """Register the host with one browser of this person; again: the same.

    :returns: the files that were written.
    :raises OSError: one can't be written.
    """
    data = manifest_of(browser.family, command, extension)
    if sys.platform == "win32":
        file = data_dir / browser.family / _FILE
        write(file, data, mode=0o644)
        for key in browser.registry:
            _set_key(key, file)
        return [file]
    files = [folder / _FILE for folder in host_folders(browser, home, environ)]
    for file in files:
        write(file, data, mode=0o644)
    return files


def install_for_all(
    root: Path, command: Path, extension: Extension, platform: str = sys.platform
) -> list[Path]:
    """Register the host for everybody on a machine: for packages.

    :param root: what the files lie below; ``/``, or where a package is put together.
    :param command: where the host is on the machine that the files are for.
    :param platform: that of this machine; on Windows the installer's keys do this.
    :returns: the files that were written.
    :raises OSError: one can't be written.
    """
    files = []
    for browser in BROWSERS:
        if folder := system_folder(browser, root, platform):
            files.append(folder / _FILE)
            write(files[-1], manifest_of(browser.family, command, extension), mode=0o644)
    return files


def remove(
    browsers: Iterable[Browser], *, home: Path, data_dir: Path, environ: Mapping[str, str]
) -> tuple[list[Path], list[str]]:
    """Take our manifests away.

    :returns: the files that are gone, and a sentence about each that is not ours and stays.
    :raises OSError: one can't be removed.
    """
    gone: list[Path] = []
    left: list[str] = []
    for browser in browsers:
        files = [folder / _FILE for folder in host_folders(browser, home, environ)]
        if sys.platform == "win32":
            files = [data_dir / browser.family / _FILE]
            for key in browser.registry:
                _delete_key(key)
        for file in files:
            if not file.exists():
                continue
            if _read(file).get("name") != HOST_NAME:
                left.append(f"{file} is not ours, and stays.")
            else:
                file.unlink()
                gone.append(file)
    return gone, left


def look(
    browser: Browser, extension: Extension, *, home: Path, environ: Mapping[str, str]
) -> Registration:
    """How our host stands with a browser of this person; changes nothing."""
    here, apart = found(browser, home, environ), sandbox(browser, home, environ)
    folders = host_folders(browser, home, environ)
    if folder := system_folder(browser, Path("/")):
        folders.append(folder)
    files = [folder / _FILE for folder in folders]
    if sys.platform == "win32":
        files = [file for key in browser.registry if (file := _key(key))]
    for file in files:
        if file.is_file():
            manifest = _read(file)
            path = manifest.get("path")
            host = _host(file, path) if isinstance(path, str) else None
            problem = _problem(browser, manifest, file, extension)
            return Registration(browser, here, apart, file, host, problem)
    return Registration(browser, here, apart)


def _problem(
    browser: Browser, manifest: dict[str, object], file: Path, extension: Extension
) -> str | None:
    expected = json.loads(manifest_of(browser.family, Path("/"), extension))
    for key, value in expected.items():
        if key not in ("path", "description") and manifest.get(key) != value:
            return f"{file} is wrong (its field {key}); install it again."
    path = manifest.get("path")
    if not isinstance(path, str) or not path or not _host(file, path).is_absolute():
        return f"{file} names no command; install it again."
    return None


def _host(manifest: Path, path: str) -> Path:
    """The command: only on Windows it may stand there seen from the manifest."""
    return manifest.parent / path if sys.platform == "win32" else Path(path)


def _read(file: Path) -> dict[str, object]:
    """A manifest; empty where it is none."""
    try:
        value = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


if sys.platform == "win32":
    import winreg

    def _set_key(key: str, file: Path) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"{key}\{HOST_NAME}") as handle:
            winreg.SetValueEx(handle, "", 0, winreg.REG_SZ, str(file))

    def _delete_key(key: str) -> None:
        with contextlib.suppress(FileNotFoundError):
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, rf"{key}\{HOST_NAME}")

    def _key(key: str) -> Path | None:
        """What the key of the person says, else that of the machine, as browsers ask them."""
        for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
            with contextlib.suppress(OSError):
                return Path(winreg.QueryValue(root, rf"{key}\{HOST_NAME}"))
        return None
