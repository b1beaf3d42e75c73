"""The environment of this folder's tools, made from packaging/locks/supply.txt when wanted."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

__all__ = ["ROOT", "enter", "program_version"]

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "packaging/locks/supply.txt"
FOLDER = ROOT / "build/supply/venv"


def enter() -> None:
    """Go on in that environment: starts the running script anew in it, once."""
    if Path(sys.prefix).resolve() == FOLDER.resolve():
        return
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    mark = FOLDER / "made-for"
    if not mark.is_file() or mark.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", "--clear", FOLDER], check=True)
        pip = [FOLDER / "bin/python", "-m", "pip", "install", "--quiet", "--no-deps"]
        pip += ["--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"]
        subprocess.run([*pip, "-r", LOCK], check=True, stdout=sys.stderr)
        mark.write_text(wanted)
    python = FOLDER / "bin/python"
    os.execv(python, [str(python), "-B", *sys.argv])  # noqa: S606


def program_version(root: Path = ROOT) -> str:
    """The version of the checkout, without importing it."""
    for line in (root / "notifier/__init__.py").read_text(encoding="utf-8").splitlines():
        if line.startswith("__version__"):
            return line.partition("=")[2].strip().strip('"')
    raise ValueError("notifier/__init__.py states no version")
