"""The extension as it lies in the installed program: where, and what browsers call it."""

import base64
import hashlib
import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from notifier.browsers.places import Browser

__all__ = ["HOST_NAME", "Extension", "installed", "steps"]

HOST_NAME = "org.call_notifier.feed"
"""What the extension calls the program; the same in ``resources/extension/feed.js``."""


@dataclass(frozen=True, slots=True)
class Extension:
    """What a manifest of a host has to name."""

    folder: Path
    version: str
    chromium_id: str
    """Made of the key in the manifest, so that it is the same on each machine."""

    firefox_id: str


def installed() -> Extension:
    """The extension that came with this program.

    :raises OSError: it is not there.
    """
    folder = Path(str(resources.files("resources"))) / "extension"
    manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
    digest = hashlib.sha256(base64.b64decode(manifest["key"])).hexdigest()[:32]
    return Extension(
        folder=folder,
        version=manifest["version"],
        # Hexadecimal digits, written a to p (crx_file::id_util in Chromium).
        chromium_id="".join(chr(ord("a") + int(digit, 16)) for digit in digest),
        firefox_id=manifest["browser_specific_settings"]["gecko"]["id"],
    )


def steps(browser: Browser, extension: Extension) -> list[str]:
    """How a person loads it, one sentence a step."""
    if browser.family == "firefox":
        return [
            "Open about:debugging#/runtime/this-firefox in Firefox.",
            'Choose "Load Temporary Add-on…".',
            f"Open {extension.folder / 'manifest.json'}.",
            "It stays until Firefox is closed; docs/browsers.md says how it stays for good.",
        ]
    scheme = {"chrome": "chrome", "edge": "edge", "brave": "brave"}.get(browser.name, "chrome")
    return [
        f"Open {scheme}://extensions in {browser.title}.",
        'Switch on "Developer mode".',
        f'Choose "Load unpacked", and the folder {extension.folder}.',
    ]
