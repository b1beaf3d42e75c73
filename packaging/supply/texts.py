"""Licences of components: whether each may be passed on, and their texts, from where they are."""

import subprocess
import tempfile
from pathlib import Path
from typing import Any

from license_expression import ExpressionError, LicenseWithExceptionSymbol, get_spdx_licensing
from supply.contents import Component

__all__ = ["LicenceError", "check", "text_of"]

COMMON = Path("/usr/share/common-licenses")
DOC = Path("/usr/share/doc")

_SPDX = get_spdx_licensing()


class LicenceError(Exception):
    """A component cannot be passed on as it is; the message says why."""


def check(component: Component, table: dict[str, Any]) -> None:
    """Whether its licence is one of the allowed ones, or has a reason.

    :raises LicenceError: it is not.
    """
    if not component.licence:
        raise LicenceError(f"{component.name}: no licence is known")
    try:
        expression = _SPDX.parse(component.licence, validate=True, strict=True)
    except ExpressionError as error:
        raise LicenceError(f"{component.name}: {component.licence}: {error}") from None
    allowed = {*table["allowed"], *table["reasons"]}
    if not _allowed(expression, allowed):
        raise LicenceError(
            f"{component.name}: {component.licence} is not allowed, and has no reason in "
            "components.toml"
        )


def _allowed(expression: Any, allowed: set[str]) -> bool:
    """Of alternatives one is enough; of what holds together, all have to be allowed."""
    if isinstance(expression, _SPDX.OR):
        return any(_allowed(part, allowed) for part in expression.args)
    if isinstance(expression, _SPDX.AND):
        return all(_allowed(part, allowed) for part in expression.args)
    if isinstance(expression, LicenseWithExceptionSymbol):
        return expression.render() in allowed
    return str(expression) in allowed


def text_of(component: Component, others: dict[str, Component], prefix: Path, cache: Path) -> str:
    """All its texts, one after the other.

    :param others: the components by name, for ``dist:``.
    :param prefix: of the interpreter that is shipped, for ``python``.
    :param cache: where fetched packages of Debian may stay.
    :raises LicenceError: one is not to be had, or there is none at all.
    """
    found: list[str] = []
    for entry in component.texts:
        for text in _texts(entry, others, prefix, cache) or _missing(component, entry):
            if text.strip() not in found:
                found.append(text.strip())
    if not found:
        raise LicenceError(f"{component.name}: it has no licence text")
    notice = [component.notice] if component.notice else []
    return f"\n\n{'-' * 72}\n\n".join(notice + found) + "\n"


def _missing(component: Component, entry: str) -> list[str]:
    raise LicenceError(f"{component.name}: its licence text is not to be had: {entry}")


def _texts(entry: str, others: dict[str, Component], prefix: Path, cache: Path) -> list[str]:
    for choice in entry.split("|"):
        kind, _, name = choice.partition(":")
        if choice == "python":
            paths = [*sorted(prefix.glob("lib/python3*/LICENSE.txt")), prefix / "LICENSE.txt"]
        elif kind == "common":
            paths = [COMMON / name]
        elif kind == "debian":
            paths = [DOC / name / "copyright"]
            if not paths[0].is_file():
                paths = [_fetched(name, cache)]
        elif kind == "dist":
            paths = [Path(text) for text in others[name].texts] if name in others else []
        else:
            paths = [Path(choice)]
        texts = [
            path.read_text(encoding="utf-8", errors="replace") for path in paths if path.is_file()
        ]
        if texts:
            return texts
    return []


def _fetched(package: str, cache: Path) -> Path:
    """A package's copyright file, where it is not installed; no such file where it has none."""
    file = cache / f"{package}.copyright"
    if file.is_file():
        return file
    with tempfile.TemporaryDirectory() as folder:
        try:
            subprocess.run(
                ["apt-get", "download", "-q", package],
                cwd=folder,
                check=True,
                capture_output=True,
                timeout=120,
            )
            (deb,) = Path(folder).glob("*.deb")
            unpacked = Path(folder) / "unpacked"
            subprocess.run(["dpkg-deb", "-x", deb, unpacked], check=True, capture_output=True)
            text = unpacked / "usr/share/doc" / package / "copyright"
            cache.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.read_bytes())
        except (OSError, ValueError, subprocess.SubprocessError):
            pass
    return file
