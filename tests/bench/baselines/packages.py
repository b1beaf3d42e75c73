"""Fetches the rivals that are made for browsers, and bundles them with our page.

Their code is fetched from npm when the bench runs, into ``build`` (which git ignores), and is in no
file of ours.
"""

import os
import shutil
import subprocess
from pathlib import Path

from tests.net.chromium import CHROMIUM

__all__ = ["BUNDLE", "bundle"]

PACKAGES = ("@jitsi/precall-test@1.0.6", "@cloudflare/speedtest@1.14.1", "esbuild@0.28.2")

_FOLDER = Path(__file__).parents[3] / "build" / "bench" / "rivals"
_PAGE = Path(__file__).with_name("rivals.js")

BUNDLE = _FOLDER / "bundle.js"

_LIMIT = 180.0
"""Seconds for a download."""


def bundle() -> Path:
    """The bundled script, made where it is missing or older than its source.

    :raises RuntimeError: where npm or Chromium is missing, or with what npm said.
    """
    if not any(shutil.which(name) for name in CHROMIUM):
        raise RuntimeError("Chromium is missing")
    if BUNDLE.exists() and BUNDLE.stat().st_mtime >= _PAGE.stat().st_mtime:
        return BUNDLE
    npm = shutil.which("npm")
    if npm is None:
        raise RuntimeError("npm is missing")
    _FOLDER.mkdir(parents=True, exist_ok=True)
    _run(npm, "install", "--prefix", str(_FOLDER), "--no-fund", "--no-audit", *PACKAGES)
    esbuild = _FOLDER / "node_modules" / ".bin" / "esbuild"
    _run(str(esbuild), str(_PAGE), "--bundle", "--log-level=warning", f"--outfile={BUNDLE}")
    return BUNDLE


def _run(*command: str) -> None:
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=_LIMIT,
            check=False,
            # Where esbuild looks for packages that our page imports.
            env={**os.environ, "NODE_PATH": str(_FOLDER / "node_modules")},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RuntimeError(f"{Path(command[0]).name}: {error}") from None
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name}: {done.stderr.strip()[-500:]}")
