"""What an environment knows of a frozen folder: run by the Python that froze it.

    VENV/bin/python packaging/supply/facts.py PROGRAM…

Prints one JSON object: the modules inside the frozen programs, and the distributions of this
environment with the files that they own. Imports nothing but PyInstaller and the standard library,
for nothing else may be in that environment.
"""

import importlib.metadata
import json
import platform
import sys
from pathlib import Path, PurePosixPath

from PyInstaller.archive.readers import CArchiveReader

LICENCE_NAMES = ("licen", "copying", "notice", "copyright")
CODE = (".py", ".pyc")


def modules_in(program: str) -> set[str]:
    """The modules and scripts inside a frozen program."""
    archive = CArchiveReader(program)
    found = {name for name, entry in archive.toc.items() if entry[-1] in ("m", "M", "s")}
    for name, entry in archive.toc.items():
        if entry[-1] == "z":
            found |= set(archive.open_embedded_archive(name).toc)
    return found


def distribution(found: importlib.metadata.Distribution) -> dict[str, object]:
    """A distribution's metadata, files and licence texts."""
    names = [PurePosixPath(file.as_posix()) for file in found.files or ()]
    texts = [
        name
        for name in names
        if name.parts[0].endswith(".dist-info")
        and any(word in str(PurePosixPath(*name.parts[1:])).lower() for word in LICENCE_NAMES)
        and name.suffix not in CODE
    ]
    # Beside those that the wheel had: what was built into it brings its own.
    located = {str(found.locate_file(str(name))) for name in texts}
    for file in names:
        if file.name == "METADATA":
            folder = Path(str(found.locate_file(str(file)))).parent / "licenses"
            located |= {str(path) for path in folder.rglob("*") if _is_text(path)}
    metadata = found.metadata
    return {
        "name": found.name,
        "version": found.version,
        "expression": metadata.get("License-Expression"),
        "licence": metadata.get("License"),
        "classifiers": [
            line for line in metadata.get_all("Classifier", []) if line.startswith("License")
        ],
        "requires": found.requires or [],
        "files": [str(name) for name in names],
        "texts": sorted(located),
    }


def _is_text(path: Path) -> bool:
    return path.is_file() and path.suffix not in CODE


def main() -> int:
    """Print the facts."""
    modules: set[str] = set()
    for program in sys.argv[1:]:
        modules |= modules_in(program)
    facts = {
        "python": platform.python_version(),
        "prefix": str(Path(sys.base_prefix)),
        "modules": sorted(modules),
        "stdlib": sorted(sys.stdlib_module_names),
        "distributions": [distribution(found) for found in importlib.metadata.distributions()],
    }
    json.dump(facts, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
