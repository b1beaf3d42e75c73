"""What the trials of all desktops have in common: steps, one after the other, and their table.

A desktop is a module beside this one, with a class ``Desktop`` that derives from :class:`Trial`.
"""

import importlib
import os
import subprocess
import sys
import traceback
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

__all__ = ["Failed", "NotPossible", "Row", "Trial", "attempt", "check", "names", "status", "table"]

INSTALL_LIMIT = 3600.0
"""Seconds for apt: a whole desktop over a slow line."""

PASSED, FAILED, NOT_POSSIBLE = "passed", "failed", "not possible"

_SHARED = frozenset({"ground", "panelled", "speech", "trial"})
"""Modules of this folder that are no desktop."""


class Failed(Exception):
    """A step found what it should not have; the message says what."""


class NotPossible(Exception):
    """A step cannot be tried on this machine; the message says why."""


class Row(NamedTuple):
    """One line of the table."""

    desktop: str
    step: str
    how: str
    """``passed``, ``failed`` or ``not possible``."""

    found: str


class Trial:
    """One desktop.

    :param folder: for pictures and logs.
    :param stack: ends what the trial has started.
    """

    PACKAGES: ClassVar[tuple[str, ...]] = ()
    """Debian's, without those that they recommend."""

    STEPS: ClassVar[tuple[Callable[[Any], str], ...]] = ()
    """Each is called by the first line of its docstring, and returns what was found. What it raises
    fails it, but for :class:`NotPossible`."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder = folder
        self.stack = stack

    def begin(self) -> str:
        """Start the desktop; returns its versions."""
        raise NotImplementedError


def check(condition: object, what: str) -> None:
    """Fail with these words where something is not so."""
    if not condition:
        raise Failed(what)


def names() -> list[str]:
    """All desktops, in the order in which they are tried."""
    files = Path(__file__).parent.glob("*.py")
    return sorted(file.stem for file in files if file.stem not in _SHARED)


def attempt(name: str, folder: Path, *, install: bool) -> list[Row]:
    """All steps on one desktop."""
    kind: type[Trial] = importlib.import_module(f"desktops.{name}").Desktop
    rows: list[Row] = []

    def step(what: str, do: Callable[[], str]) -> bool:
        print(f"{name}: {what}", file=sys.stderr, flush=True)
        try:
            how, found = PASSED, do()
        except NotPossible as error:
            how, found = NOT_POSSIBLE, str(error)
        except Exception as error:  # the next step may go
            how, found = FAILED, str(error) or repr(error)
            with (folder / "failed.txt").open("a", encoding="utf-8") as file:
                file.write(f"{what}\n{traceback.format_exc()}\n")
        rows.append(Row(name, what, how, " ".join(found.split())))
        print(f"{name}:   {how}: {found}", file=sys.stderr, flush=True)
        return how == PASSED

    (folder / "failed.txt").unlink(missing_ok=True)
    with ExitStack() as stack:
        if not step("Its packages are installed", lambda: _packages(kind.PACKAGES, install)):
            return rows
        begun: list[Trial] = []

        def begin() -> str:
            # Only now: what it needs may just have been installed.
            begun.append(kind(folder, stack))
            return begun[0].begin()

        if step("The desktop starts", begin):
            for each in kind.STEPS:
                what = (each.__doc__ or "").strip().splitlines()[0].rstrip(".")
                step(what, lambda each=each: each(begun[0]))  # type: ignore[misc]
    return rows


def _packages(wanted: tuple[str, ...], install: bool) -> str:
    missing = [name for name in wanted if not _version(name)]
    if missing and install:
        subprocess.run(
            ["apt-get", "install", "--yes", "--no-install-recommends", *missing],
            check=True,
            stdout=sys.stderr,
            timeout=INSTALL_LIMIT,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )
        missing = []
    if missing:
        raise NotPossible(f"apt-get install --no-install-recommends {' '.join(missing)}")
    return ", ".join(f"{name} {_version(name)}" for name in wanted)


def _version(package: str) -> str:
    """Of a Debian package; empty where it is not installed."""
    form = "${db:Status-Status} ${Version}"
    try:
        said = subprocess.run(
            ["dpkg-query", "--show", f"--showformat={form}", package],
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()
    except FileNotFoundError:
        raise NotPossible("the desktops are Debian's packages, and here is no dpkg") from None
    return said[1] if said[:1] == ["installed"] else ""


def status(rows: list[Row]) -> int:
    """The exit status that says how it went."""
    if any(row.how == FAILED for row in rows):
        return 1
    return 3 if any(row.how == NOT_POSSIBLE for row in rows) else 0


def table(rows: list[Row]) -> str:
    """As Markdown."""
    lines = ["| desktop | step | | found |", "| --- | --- | --- | --- |"]
    lines += [f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"
