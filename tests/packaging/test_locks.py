"""The lock files against what the project declares and what is installed."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "packaging" / "locks"

PLATFORMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "macos": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
}

PYTHON = {"python_version": "3.11", "python_full_version": "3.11.7", "extra": ""}

_ENTRY = re.compile(r"([a-z0-9-]+)==(\S+)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n")


def declared() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return [Requirement(text) for text in project["dependencies"]]


def versions(name: str) -> dict[str, str]:
    """What a lock file holds; all of it has to be entries with hashes, or comments."""
    text = (LOCKS / f"{name}.txt").read_text()
    rest = _ENTRY.sub("", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    assert rest == "", f"{name}.txt holds more than pinned versions with hashes"
    found = [(match[1], match[2]) for match in _ENTRY.finditer(text)]
    assert len(dict(found)) == len(found)
    return dict(found)


def wanted(requirement: Requirement, platform: str) -> bool:
    marker = requirement.marker
    return marker is None or marker.evaluate({**PLATFORMS[platform], **PYTHON})


@pytest.mark.parametrize("name", sorted(file.stem for file in LOCKS.glob("*.txt")))
def test_everything_is_pinned_with_its_hashes(name: str) -> None:
    assert versions(name)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_what_is_declared_is_locked_within_its_range(platform: str) -> None:
    locked = versions(platform)
    for requirement in declared():
        name = canonicalize_name(requirement.name)
        if not wanted(requirement, platform):
            assert name not in locked
            continue
        assert name in locked, f"run packaging/locks/update: {name} is not in {platform}.txt"
        assert requirement.specifier.contains(locked[name]), f"{name} {locked[name]}"


def test_what_the_locked_need_is_locked_and_nothing_else() -> None:
    """As far as what is installed here is what is locked: an index may have moved on."""
    locked = versions("linux")
    needed = {canonicalize_name(r.name) for r in declared() if wanted(r, "linux")}
    same = True
    for name, version in locked.items():
        try:
            found = distribution(name)
        except PackageNotFoundError:
            same = False
            continue
        same = same and found.version == version
        if found.version != version:
            continue
        for requirement in map(Requirement, found.requires or ()):
            if wanted(requirement, "linux"):
                needed.add(canonicalize_name(requirement.name))
                assert canonicalize_name(requirement.name) in locked, f"{name} needs {requirement}"
    if same:
        assert needed == set(locked)


@pytest.mark.parametrize("file", sorted(LOCKS.glob("*.in")), ids=lambda file: file.stem)
def test_tools_are_locked(file: Path) -> None:
    locked = versions(file.stem)
    for line in file.read_text().splitlines():
        if line and not line.startswith("#"):
            requirement = Requirement(line)
            name = canonicalize_name(requirement.name)
            assert requirement.specifier.contains(locked[name])


def test_windows_gets_what_is_tested_here() -> None:
    """macOS may get an older av: newer ones have no build for its version 13."""
    linux, windows = versions("linux"), versions("windows")
    assert {n for n in linux.keys() & windows.keys() if linux[n] != windows[n]} == set()
