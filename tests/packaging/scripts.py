"""The modules of packaging/, which are run by path and are no package."""

import importlib.util
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]


def module(path: str) -> ModuleType:
    """A module below packaging/, under a name of its own; those beside it can be imported."""
    file = ROOT / "packaging" / path
    name = f"packaging_{file.stem}"
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, file)
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[name] = loaded
    beside = str(file.parent)
    sys.path.insert(0, beside)
    try:
        spec.loader.exec_module(loaded)
    finally:
        sys.path.remove(beside)
    return loaded


def xml(text: str) -> ET.Element:
    """A document of our own."""
    return ET.fromstring(text)  # noqa: S314
