"""What wixl 0.101 does not know of call-notifier.wxs, taken out of it and put in afterwards.

wixl makes an MSI on Linux from a part of WiX 3's language, and stops at anything else. ``reduced``
returns what it understands; ``rows`` says, as rows of the database's tables, what was left out.
The tables are Microsoft's ("Database Tables", Windows Installer reference).
"""

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

__all__ = ["NAMESPACE", "SEQUENCE", "Additions", "additions", "reduced"]

NAMESPACE = "{http://schemas.microsoft.com/wix/2006/wi}"

SEQUENCE = {
    "FindRelatedProducts": 25,
    "AppSearch": 50,
    "LaunchConditions": 100,
    "CostFinalize": 1000,
    "InstallValidate": 1400,
    "InstallInitialize": 1500,
    "RemoveFiles": 3500,
    "MoveFiles": 3800,
    "InstallFiles": 4000,
}
"""Standard actions that ours stand beside, with the numbers that WiX and wixl give them."""

REMOVE_EXISTING_PRODUCTS = 1501
"""Where MajorUpgrade's Schedule="afterInstallInitialize" has it; wixl knows no other place than
behind InstallValidate, where a failed upgrade leaves a machine with neither version."""

COMPONENT_TRANSITIVE = 64
"""msidbComponentAttributesTransitive: the condition is looked at again in a reinstallation."""

RUN_PROPERTY = 50
RUN_FILE = 18
SET_PROPERTY = 51
"""Custom actions: a program that a property names, one that was installed, a text."""

DEFERRED_AS_SYSTEM = 1024 | 2048
IGNORE_FAILURE = 64


@dataclass(slots=True)
class Additions:
    """What has to be put into the database."""

    secure: list[str] = field(default_factory=list)
    """Properties that may be handed to the part that runs with an administrator's rights."""

    conditions: dict[str, str] = field(default_factory=dict)
    """By component."""

    transitive: list[str] = field(default_factory=list)
    """Components."""

    actions: list[tuple[str, int, str, str]] = field(default_factory=list)
    """Rows of CustomAction: Action, Type, Source, Target."""

    sequence: list[tuple[str, str, int]] = field(default_factory=list)
    """Rows of InstallExecuteSequence: Action, Condition, Sequence."""

    copied: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    """Rows of MoveFile: FileKey, Component_, DestName, SourceFolder, DestFolder. With no name of
    its own for the source, its folder is the path of the file itself."""

    removed: list[tuple[str, str, str, str]] = field(default_factory=list)
    """Rows of RemoveFile at an uninstallation: FileKey, Component_, FileName, DirProperty."""

    shortcut_properties: list[tuple[str, str, str, str]] = field(default_factory=list)
    """Rows of MsiShortcutProperty: its key, Shortcut_, PropertyKey, PropVariantValue."""


def _all(root: ET.Element, name: str) -> Sequence[ET.Element]:
    return list(root.iter(NAMESPACE + name))


def additions(source: str) -> Additions:
    """What :func:`reduced` leaves out of the source."""
    root = ET.fromstring(source)  # noqa: S314 - our own file
    found = Additions()
    for item in _all(root, "Property"):
        if item.get("Secure") == "yes":
            found.secure.append(item.attrib["Id"])
    for item in _all(root, "Component"):
        name = item.attrib["Id"]
        if (condition := item.find(NAMESPACE + "Condition")) is not None:
            found.conditions[name] = (condition.text or "").strip()
        if item.get("Transitive") == "yes":
            found.transitive.append(name)
        for copy in item.findall(NAMESPACE + "CopyFile"):
            found.copied.append(
                (
                    copy.attrib["Id"],
                    name,
                    copy.attrib["DestinationName"],
                    copy.attrib["SourceProperty"],
                    copy.attrib["DestinationDirectory"],
                )
            )
        for gone in item.findall(NAMESPACE + "RemoveFile"):
            found.removed.append(
                (gone.attrib["Id"], name, gone.attrib["Name"], gone.attrib["Property"])
            )
    for shortcut in _all(root, "Shortcut"):
        for item in shortcut.findall(NAMESPACE + "ShortcutProperty"):
            found.shortcut_properties.append(
                (
                    item.attrib["Id"],
                    shortcut.attrib["Id"],
                    item.attrib["Key"],
                    item.attrib["Value"],
                )
            )
    found.actions = [_action(item) for item in _all(root, "CustomAction")]
    found.sequence = _sequence(_all(root, "Custom"))
    if found.copied:
        found.sequence.append(("MoveFiles", "", SEQUENCE["MoveFiles"]))
    return found


def _action(item: ET.Element) -> tuple[str, int, str, str]:
    name = item.attrib["Id"]
    if (value := item.get("Value")) is not None:
        return name, SET_PROPERTY, item.attrib["Property"], value
    kind = DEFERRED_AS_SYSTEM
    if (item.get("Execute"), item.get("Impersonate")) != ("deferred", "no"):
        raise ValueError(f"{name}: what runs a program is deferred, and not impersonated")
    if item.get("Return") == "ignore":
        kind |= IGNORE_FAILURE
    if file := item.get("FileKey"):
        return name, kind | RUN_FILE, file, item.attrib["ExeCommand"]
    return name, kind | RUN_PROPERTY, item.attrib["Property"], item.attrib["ExeCommand"]


def _sequence(items: Sequence[ET.Element]) -> list[tuple[str, str, int]]:
    """Numbers for our actions: directly behind or before what they name."""
    numbers: dict[str, int] = dict(SEQUENCE)
    waiting = list(items)
    placed: dict[str, int] = {}
    while waiting:
        ready = [item for item in waiting if (item.get("After") or item.get("Before")) in numbers]
        if not ready:
            raise ValueError(f"{waiting[0].get('Action')} stands beside an unknown action")
        item = ready[0]
        waiting.remove(item)
        beside = item.get("After") or item.get("Before") or ""
        step = 1 if item.get("After") else -1
        number = numbers[beside] + step
        while number in numbers.values():
            number += step
        numbers[item.attrib["Action"]] = placed[item.attrib["Action"]] = number
    return [
        (item.attrib["Action"], (item.text or "").strip(), placed[item.attrib["Action"]])
        for item in items
    ]


def reduced(source: str) -> str:
    """The source without what wixl does not know."""
    ET.register_namespace("", NAMESPACE.strip("{}"))
    root = ET.fromstring(source)  # noqa: S314 - our own file
    parents: Mapping[ET.Element, ET.Element] = {
        child: parent for parent in root.iter() for child in parent
    }
    for item in _all(root, "Package"):
        item.attrib.pop("Platform", None)  # wixl's option -a
    for item in _all(root, "MajorUpgrade"):
        item.attrib.pop("Schedule", None)
    for item in _all(root, "MediaTemplate"):
        item.attrib.pop("CompressionLevel", None)
    for item in _all(root, "Property"):
        item.attrib.pop("Secure", None)
        if not item.get("Value") and not len(item):
            parents[item].remove(item)
    for name in ("CopyFile", "RemoveFile", "ShortcutProperty", "CustomAction"):
        for item in _all(root, name):
            parents[item].remove(item)
    for item in _all(root, "InstallExecuteSequence"):
        parents[item].remove(item)
    for item in _all(root, "Component"):
        item.attrib.pop("Transitive", None)
        for condition in item.findall(NAMESPACE + "Condition"):
            item.remove(condition)
    return ET.tostring(root, encoding="unicode", xml_declaration=True)
