"""From a folder of files to a WiX fragment that installs them.

One component a file, with the file as its key path, as Windows Installer's component rules want.
GUIDs and Ids are made of a file's path in the installation, so that they are the same in each
build and each version: the same path is the same component. WiX's own heat makes new ones.
"""

import hashlib
import re
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from xml.sax.saxutils import quoteattr

__all__ = ["GROUP", "HarvestError", "component_guid", "files_below", "fragment", "identifier"]

GROUP = "Payload"
"""The component group that call-notifier.wxs refers to."""

COMPONENTS = uuid.UUID("0d4a8a3e-8f0f-5c58-9a3f-3a1b7e0f6a11")
"""Names below it are paths in the installation; changing it would orphan every installed file."""

LONGEST = 150
"""Characters of a path below the installation folder: with ``C:\\Program Files\\Call Notifier``
in front it must stay below Windows' 260, with room for a longer folder."""

_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")


class HarvestError(ValueError):
    """A file can't be installed on Windows; the message says which and why."""


def component_guid(path: PurePosixPath) -> str:
    """Of the component that holds this file; Windows does not tell upper and lower case apart."""
    return f"{{{str(uuid.uuid5(COMPONENTS, str(path).casefold())).upper()}}}"


def identifier(kind: str, path: PurePosixPath) -> str:
    """A name of a row: letters, digits, underscores and dots, 72 characters at most."""
    digest = hashlib.sha256(str(path).casefold().encode()).hexdigest()[:24]
    return f"{kind}_{digest}"


def files_below(root: Path) -> list[PurePosixPath]:
    """The files of a folder, by their path in the installation.

    :raises HarvestError: Windows can't hold one of them.
    """
    found: list[PurePosixPath] = []
    folded: set[str] = set()
    for source in sorted(root.rglob("*")):
        path = PurePosixPath(source.relative_to(root).as_posix())
        if source.is_symlink():
            raise HarvestError(f"{path} is a link; Windows Installer installs files")
        if source.is_dir():
            continue
        _check(path)
        if str(path).casefold() in folded:
            raise HarvestError(f"{path} is there twice (upper and lower case are one)")
        folded.add(str(path).casefold())
        found.append(path)
    return sorted(found)


def _check(path: PurePosixPath) -> None:
    for part in path.parts:
        if _FORBIDDEN.search(part) or _RESERVED.match(part):
            raise HarvestError(f"{path}: Windows has no file of that name")
    if len(str(path)) > LONGEST:
        raise HarvestError(f"{path}: longer than {LONGEST} characters")


def fragment(files: Sequence[PurePosixPath], names: Mapping[str, str], folder: str) -> str:
    """The fragment, as XML.

    :param files: what :func:`files_below` found.
    :param names: Ids of the files that the rest of the installer refers to, by path.
    :param folder: where they lie, seen from where the MSI is built.
    :raises HarvestError: one of those is not there.
    """
    missing = sorted(set(names) - set(map(str, files)))
    if missing:
        raise HarvestError(f"there is no {' and no '.join(missing)}")
    tree: dict[PurePosixPath, list[PurePosixPath]] = {PurePosixPath(): []}
    for path in files:
        for parent in path.parents:
            tree.setdefault(parent, [])
        tree[path.parent].append(path)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">',
        "  <Fragment>",
        '    <DirectoryRef Id="INSTALLFOLDER">',
        *_below(PurePosixPath(), tree, names, folder, "      "),
        "    </DirectoryRef>",
        f'    <ComponentGroup Id="{GROUP}">',
        *(f'      <ComponentRef Id="{identifier("c", path)}" />' for path in files),
        "    </ComponentGroup>",
        "  </Fragment>",
        "</Wix>",
    ]
    return "".join(f"{line}\n" for line in lines)


def _below(
    parent: PurePosixPath,
    tree: Mapping[PurePosixPath, list[PurePosixPath]],
    names: Mapping[str, str],
    folder: str,
    indent: str,
) -> list[str]:
    lines = []
    for path in tree[parent]:
        key = names.get(str(path), identifier("f", path))
        name, source = quoteattr(path.name), quoteattr(f"{folder}/{path}")
        lines += [
            f'{indent}<Component Id="{identifier("c", path)}" Guid="{component_guid(path)}">',
            f'{indent}  <File Id="{key}" Name={name} Source={source} KeyPath="yes" />',
            f"{indent}</Component>",
        ]
    for below in sorted(other for other in tree if other.parent == parent and other != parent):
        lines += [
            f'{indent}<Directory Id="{identifier("d", below)}" Name={quoteattr(below.name)}>',
            *_below(below, tree, names, folder, indent + "  "),
            f"{indent}</Directory>",
        ]
    return lines
