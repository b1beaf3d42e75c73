"""What a frozen folder contains: each file belongs to a component, or it is an error.

Modules inside the frozen programs and files that a Python distribution owns are found with the
environment that froze them (facts.py); native libraries by their names (components.toml).
"""

import fnmatch
import hashlib
import json
import os
import re
import subprocess
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

__all__ = ["FROZEN_WITH", "Component", "ContentsError", "contents", "table"]

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

OUR_MODULES = {"host", "notifier", "program", "resources", "ui"}
"""Top-level names of our own modules and of the frozen programs' first scripts."""

OUR_FILES = {"LICENSE", "LICENSE.txt", "licences", "packaged", "sbom.json", "version"}
"""Names beside the frozen programs that packages put there."""

FROZEN_BY = re.compile(r"pyi_rth_|_pyi_|pyimod\d|pyiboot\d")
"""Modules of PyInstaller's own."""

LIBRARY = re.compile(r"lib[^/]*\.so[.\d]*|[^/]*\.dylib|[^/]*\.dll", re.IGNORECASE)
"""What wheels bring of others; an extension module of Python's is called otherwise."""

FROZEN_WITH = ROOT / "build/freeze/venv-own/bin/python"
"""Of the environment that packaging/freeze makes, where it builds PyAV itself, …"""

CODECS = ROOT / "build/freeze/codecs/site"
"""… and that PyAV."""

PROGRAMS = ("call-notifier", "call-notifier-host", "call-notifier-console")


class ContentsError(Exception):
    """The folder is not as it should be; one line a reason."""


@dataclass
class Component:
    """Something that somebody else made."""

    kind: str
    """``python`` or ``native``."""

    name: str
    version: str
    """Empty where neither name nor content says it."""

    licence: str
    """An SPDX expression; empty where none is known."""

    texts: list[str] = field(default_factory=list)
    """Where its licence texts are: paths, or as in components.toml."""

    files: dict[str, str] = field(default_factory=dict)
    """SHA-256 by path below the folder."""

    notice: str = ""
    """A line above its texts."""

    cpe: str = ""
    requires: list[str] = field(default_factory=list)
    """Requirements of a distribution, as its metadata has them."""


def table() -> dict[str, Any]:
    """components.toml."""
    return tomllib.loads((HERE / "components.toml").read_text(encoding="utf-8"))


def contents(folder: Path, python: Path) -> list[Component]:
    """The components, in the order of their names.

    :param python: that of the environment that has frozen it.
    :raises ContentsError: a file or module belongs to nobody.
    """
    folder = folder.resolve()
    internal = _internal(folder)
    programs = [
        path
        for path in (folder / f"{name}{suffix}" for name in PROGRAMS for suffix in ("", ".exe"))
        if path.is_file()
    ]
    if not programs:
        raise ContentsError(f"{folder} holds no frozen program")
    facts = _facts(python, programs)
    return _Sorter(folder, internal, programs, facts).components()


def _internal(folder: Path) -> Path:
    internal = folder / "_internal"
    if not internal.is_dir():
        raise ContentsError(f"{folder} has no folder _internal: it is no frozen folder")
    return internal


def _facts(python: Path, programs: list[Path]) -> Any:
    if not python.exists():
        raise ContentsError(
            f"{python} is not there: --python names the Python that froze the folder"
        )
    environ = dict(os.environ)
    codecs = CODECS if python.is_relative_to(FROZEN_WITH.parents[1]) else None
    if codecs is not None and codecs.is_dir():
        environ["PYTHONPATH"] = str(codecs)
    done = subprocess.run(
        [python, "-P", HERE / "facts.py", *programs],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise ContentsError(f"{python}: {done.stderr.strip().rpartition(chr(10))[2]}")
    return json.loads(done.stdout)


class _Sorter:
    def __init__(self, folder: Path, internal: Path, programs: list[Path], facts: Any) -> None:
        self.folder = folder
        self.internal = internal
        self.programs = programs
        self.facts = facts
        self.table = table()
        self.native: dict[tuple[str, str], Component] = {}
        self.python: dict[str, Component] = {}
        self.owner = {
            file: found["name"] for found in facts["distributions"] for file in found["files"]
        }
        self.by_name = {found["name"]: found for found in facts["distributions"]}
        self.wrong: list[str] = []

    def components(self) -> list[Component]:
        self.frozen_by = self._distribution("pyinstaller")
        for path in self.programs:  # PyInstaller's bootloader, with our archive behind it
            self.frozen_by.files[self._name(path)] = _sha256(path)
        self._sort_modules()
        for path in sorted(self.folder.rglob("*")):
            if path.is_file() and not path.is_symlink() and path not in self.programs:
                self._sort(path)
        if self.wrong:
            raise ContentsError("\n".join(self.wrong))
        found = [*self.python.values(), *self.native.values()]
        return sorted(found, key=lambda component: (component.name.lower(), component.version))

    def _sort_modules(self) -> None:
        stdlib = set(self.facts["stdlib"])
        replaced = _modules_below(ROOT / "packaging/frozen/replacements")
        owners: dict[str, set[str]] = defaultdict(set)
        for file, name in self.owner.items():
            if (module := _module_of(file)) is not None:
                owners[module].add(name)
        for module in (*self.facts["modules"], *_compiled_below(self.internal)):
            top = module.partition(".")[0]
            if top in OUR_MODULES or top in stdlib or top.startswith("_sysconfigdata"):
                continue
            if module in replaced or FROZEN_BY.match(top):
                continue
            if module in owners:
                for name in owners[module]:
                    self._distribution(name)
            elif not any(other.startswith(f"{module}.") for other in owners):  # a namespace
                self.wrong.append(f"module {module} belongs to no distribution")

    def _sort(self, path: Path) -> None:
        name = self._name(path)
        if not path.is_relative_to(self.internal):
            if PurePosixPath(name).parts[0] not in OUR_FILES:
                self.wrong.append(f"{name} belongs to nobody")
            return
        inner = path.relative_to(self.internal).as_posix()
        if PurePosixPath(inner).parts[0] in OUR_MODULES or path.suffix == ".pyc":  # a module
            return
        known = self._natives(inner, path)
        owner = self.owner.get(inner)
        if owner is not None:
            component = self._distribution(owner)
            own = self.table["distribution"].get(owner, {}).get("libraries", [])
            if not known and LIBRARY.fullmatch(path.name) and not _matches(inner, own):
                self.wrong.append(f"{name} came with {owner}, and components.toml does not know it")
            elif not known:
                component.files[name] = _sha256(path)
        elif not known:
            self.wrong.append(f"{name} belongs to nobody")

    def _natives(self, inner: str, path: Path) -> bool:
        """Whether a file is one of the native libraries; note those that are inside it."""
        known = False
        for entry in self.table["native"]:
            if _matches(inner, entry["match"]):
                known = True
                version = self._version(entry, path)
                component = self._native(entry, version)
                component.files[self._name(path)] = _sha256(path)
            elif _matches(inner, entry.get("inside", [])):
                version = self._version(entry, path)
                if version:
                    self._native(entry, version).files[self._name(path)] = _sha256(path)
        return known

    def _version(self, entry: Any, path: Path) -> str:
        """What a file says of the version; of parts that do not, what their main part says."""
        if (pattern := entry.get("version-name")) is not None:
            match = re.search(pattern, path.name)
            return match[1] if match else ""
        if "version" not in entry:
            return ""
        where = entry.get("version-in")
        files = [path] if where is None else self._main_parts(where)
        for file in files:
            said = re.search(entry["version"].encode(), file.read_bytes())
            if said:
                return said[1].decode()
        return ""

    def _main_parts(self, pattern: str) -> list[Path]:
        return sorted(path for path in self.internal.rglob(pattern) if path.is_file())

    def _native(self, entry: Any, version: str) -> Component:
        return self.native.setdefault(
            (entry["name"], version),
            Component(
                "native",
                entry["name"],
                version,
                entry["licence"],
                list(entry["texts"]),
                cpe=entry.get("cpe", ""),
                notice=entry.get("notice", ""),
            ),
        )

    def _distribution(self, name: str) -> Component:
        if name not in self.python:
            found = self.by_name.get(name)
            if found is None:
                raise ContentsError(f"the environment has no {name}")
            own = self.table["distribution"].get(name, {})
            self.python[name] = Component(
                "python",
                name,
                found["version"],
                own.get("licence") or found["expression"] or _spelt(found["licence"]),
                [*found["texts"], *own.get("texts", [])],
                requires=found["requires"],
            )
        return self.python[name]

    def _name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()


def _matches(inner: str, patterns: list[str]) -> bool:
    name = inner.rpartition("/")[2]
    return any(
        fnmatch.fnmatchcase(inner if "/" in pattern else name, pattern) for pattern in patterns
    )


def _spelt(licence: str | None) -> str:
    """A licence field of one word, which may be an SPDX name; the caller checks it."""
    return licence if licence and len(licence.split()) == 1 else ""


def _module_of(file: str) -> str | None:
    path = PurePosixPath(file)
    if ".." in path.parts or path.suffix not in (".py", ".so", ".pyd"):
        return None
    stem = path.name.partition(".")[0]
    return ".".join(path.parts[:-1] if stem == "__init__" else (*path.parts[:-1], stem))


def _modules_below(folder: Path) -> set[str]:
    return {
        module
        for file in folder.rglob("*.py")
        if (module := _module_of(file.relative_to(folder).as_posix())) is not None
    }


def _compiled_below(folder: Path) -> list[str]:
    """Modules that lie in the folder as files, and not inside a program."""
    names = (file.relative_to(folder).with_suffix("").parts for file in folder.rglob("*.pyc"))
    return sorted(".".join(name).removesuffix(".__init__") for name in names)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
