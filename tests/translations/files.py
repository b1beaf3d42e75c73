"""The translation files: brought up to date with the code, and released for Qt.

``lupdate`` and ``lrelease`` are Qt's own, which PySide6 brings along.
"""

import subprocess
import tempfile
from pathlib import Path

import PySide6

from tests.translations.texts import ROOT, collected

__all__ = ["FOLDER", "LANGUAGES", "SOURCE", "lrelease", "release", "ts_file", "update"]

LANGUAGES = ("de", "es", "fi", "fr", "ja")
"""Complete ones."""

SOURCE = "en"
"""What the code speaks: its file has plurals only."""

FOLDER = ROOT / "resources" / "translations"

_TOOLS = Path(PySide6.__file__).parent

_LIMIT_S = 120.0


def ts_file(language: str, folder: Path = FOLDER) -> Path:
    """Where the texts of a language are, as Qt Linguist edits them."""
    return folder / f"call-notifier_{language}.ts"


def update(folder: Path = FOLDER) -> None:
    """Take new texts in, and texts that are gone out; translations stay."""
    sources = sorted((ROOT / "ui").rglob("*.py"))
    with tempfile.TemporaryDirectory() as temporary:
        engine = Path(temporary) / "engine.py"
        engine.write_text(collected(), encoding="utf-8")
        for language in (*LANGUAGES, SOURCE):
            _run(
                "lupdate",
                *map(
                    str, (engine, *sources)
                ),  # the first to name a text says whether it is a plural
                *("-locations", "none", "-no-obsolete", "-silent"),
                *(("-pluralonly",) if language == SOURCE else ()),
                *("-source-language", SOURCE, "-target-language", language),
                *("-ts", str(ts_file(language, folder))),
            )


def release(folder: Path = FOLDER) -> None:
    """Make what Qt loads from each file."""
    for language in (*LANGUAGES, SOURCE):
        source = ts_file(language, folder)
        lrelease(source, source.with_suffix(".qm"))


def lrelease(source: Path, target: Path) -> None:
    """Make what Qt loads from one file."""
    _run("lrelease", str(source), "-silent", "-qm", str(target))


def _run(tool: str, *arguments: str) -> None:
    subprocess.run(
        [str(_TOOLS / tool), *arguments], check=True, timeout=_LIMIT_S, stdout=subprocess.DEVNULL
    )
