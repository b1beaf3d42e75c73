"""Checks of a finished MSI's tables, after those of Microsoft's own checks (ICE) that fit here.

WiX runs Microsoft's on Windows; this runs wherever msiinfo does. Each complaint is one sentence.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import for_wixl
from tables import Table

__all__ = ["complaints"]

Tables = Mapping[str, Table]

REGISTRY_KEY_PATH = 4
STANDARD = frozenset(
    {
        "AppSearch",
        "CostFinalize",
        "CostInitialize",
        "CreateFolders",
        "CreateShortcuts",
        "ExecuteAction",
        "FileCost",
        "FindRelatedProducts",
        "InstallFiles",
        "InstallFinalize",
        "InstallInitialize",
        "InstallValidate",
        "LaunchConditions",
        "MigrateFeatureStates",
        "MoveFiles",
        "ProcessComponents",
        "PublishFeatures",
        "PublishProduct",
        "RegisterProduct",
        "RegisterUser",
        "RemoveExistingProducts",
        "RemoveFiles",
        "RemoveFolders",
        "RemoveRegistryValues",
        "RemoveShortcuts",
        "UnpublishFeatures",
        "ValidateProductID",
        "WriteRegistryValues",
    }
)
"""Actions of Windows Installer that this package may have in its sequences."""

GIVEN = frozenset({"ProgramFiles64Folder", "ProgramMenuFolder", "System64Folder", "TARGETDIR"})
"""Folders that Windows Installer knows by itself."""

_GUID = re.compile(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}")
_REFERENCE = re.compile(r"\[([#!%$]?)([A-Za-z0-9_.]+)\]")


def complaints(tables: Tables) -> list[str]:
    """What is wrong, if anything."""
    return [
        *_components(tables),
        *_files(tables),
        *_folders(tables),
        *_references(tables),
        *_sequences(tables),
        *_upgrade(tables),
    ]


def _column(tables: Tables, table: str, column: str) -> list[str]:
    return tables[table].column(column) if table in tables else []


def _components(tables: Tables) -> Iterator[str]:
    files, keys = set(_column(tables, "File", "File")), set(_column(tables, "Registry", "Registry"))
    owners = {row["File"]: row["Component_"] for row in tables["File"]}
    owners |= {row["Registry"]: row["Component_"] for row in tables["Registry"]}
    for row in tables["Component"]:
        name, key = row["Component"], row["KeyPath"]
        attributes = int(row["Attributes"])
        if not attributes & 256:
            yield f"component {name} is not of 64 bits"
        if key not in (keys if attributes & REGISTRY_KEY_PATH else files):
            yield f"component {name} has no key path"
        elif owners[key] != name:
            yield f"the key path of component {name} belongs to {owners[key]}"
        if not _GUID.fullmatch(row["ComponentId"]):
            yield f"component {name} has no proper GUID"
    for guid, times in Counter(_column(tables, "Component", "ComponentId")).items():
        if times > 1:
            yield f"{guid} is the GUID of {times} components"
    loose = set(_column(tables, "Component", "Component")) - set(
        _column(tables, "FeatureComponents", "Component_")
    )
    yield from (f"component {name} is in no feature" for name in sorted(loose))


def _files(tables: Tables) -> Iterator[str]:
    numbers = sorted(map(int, _column(tables, "File", "Sequence")))
    if numbers != list(range(1, len(numbers) + 1)):
        yield "the files are not numbered one after the other"
    if numbers and _column(tables, "Media", "LastSequence") != [str(numbers[-1])]:
        yield "the cabinet does not end with the last file"
    folder = {row["Component"]: row["Directory_"] for row in tables["Component"]}
    taken: Counter[tuple[str, str]] = Counter()
    for row in tables["File"]:
        for name in row["FileName"].split("|"):
            taken[folder.get(row["Component_"], ""), name.casefold()] += 1
    for (place, name), times in taken.items():
        if times > 1:
            yield f"{name} is there {times} times in {place}"
    hashed = set(_column(tables, "MsiFileHash", "File_"))
    for row in tables["File"]:
        if bool(row["Version"]) == (row["File"] in hashed):
            yield f"file {row['File']} has a version and a hash, or neither"


def _folders(tables: Tables) -> Iterator[str]:
    taken: Counter[tuple[str, str]] = Counter()
    for row in tables["Directory"]:
        if not row["DefaultDir"]:
            yield f"folder {row['Directory']} has no name"
        for name in row["DefaultDir"].split("|"):
            if name != ".":
                taken[row["Directory_Parent"], name.casefold()] += 1
    for (place, name), times in taken.items():
        if times > 1:
            yield f"folder {name} is there {times} times in {place}"


def _references(tables: Tables) -> Iterator[str]:
    """Keys of other tables, and what stands in brackets."""
    known = {name: set(table.column(table.keys[0])) for name, table in tables.items() if table.keys}
    for table, column, target in (
        ("Component", "Directory_", "Directory"),
        ("Directory", "Directory_Parent", "Directory"),
        ("File", "Component_", "Component"),
        ("Registry", "Component_", "Component"),
        ("Shortcut", "Component_", "Component"),
        ("Shortcut", "Directory_", "Directory"),
        ("Shortcut", "WkDir", "Directory"),
        ("Shortcut", "Icon_", "Icon"),
        ("FeatureComponents", "Component_", "Component"),
        ("FeatureComponents", "Feature_", "Feature"),
        ("CreateFolder", "Component_", "Component"),
        ("CreateFolder", "Directory_", "Directory"),
        ("MoveFile", "Component_", "Component"),
        ("MoveFile", "DestFolder", "Directory"),
        ("RemoveFile", "Component_", "Component"),
        ("MsiShortcutProperty", "Shortcut_", "Shortcut"),
        ("MsiFileHash", "File_", "File"),
        ("AppSearch", "Signature_", "RegLocator"),
    ):
        for value in _column(tables, table, column):
            if value and value not in known.get(target, set()):
                yield f"{table}.{column} names {value}, which is not in {target}"
    properties = (
        known["Property"]
        | known["Directory"]
        | GIVEN
        | set(_column(tables, "AppSearch", "Property"))
        | {row["Source"] for row in tables["CustomAction"] if _kind(row) == for_wixl.SET_PROPERTY}
        | _secure(tables)
    )
    for table, column in (
        ("Registry", "Value"),
        ("Shortcut", "Target"),
        ("CustomAction", "Target"),
    ):
        for value in _column(tables, table, column):
            for kind, name in _REFERENCE.findall(value):
                if name not in (known["File"] if kind in {"#", "!"} else properties):
                    yield f"{table}.{column} refers to {name}, which is not there"


def _kind(row: Mapping[str, str]) -> int:
    return int(row["Type"]) & 63


def _sequences(tables: Tables) -> Iterator[str]:
    actions = {row["Action"]: row for row in tables["CustomAction"]}
    files = set(_column(tables, "File", "File"))
    for name in ("InstallExecuteSequence", "InstallUISequence"):
        numbers = {row["Action"]: int(row["Sequence"]) for row in tables[name]}
        if len(set(numbers.values())) < len(numbers):
            yield f"two actions of {name} have one number"
        for action in numbers:
            if action not in actions and action not in STANDARD:
                yield f"{name} has {action}, which nobody knows"
    order = {row["Action"]: int(row["Sequence"]) for row in tables["InstallExecuteSequence"]}
    for action, row in actions.items():
        number = order.get(action, 0)
        if int(row["Type"]) & for_wixl.DEFERRED_AS_SYSTEM and not (
            order["InstallInitialize"] < number < order["InstallFinalize"]
        ):
            yield f"{action} is deferred, and stands outside the transaction"
        if _kind(row) == for_wixl.RUN_FILE and row["Source"] not in files:
            yield f"{action} runs {row['Source']}, which is not installed"
        if number == 0:
            yield f"{action} stands in no sequence"
    if not order["InstallInitialize"] < order["RemoveExistingProducts"] < order["InstallFiles"]:
        yield "the old version is not removed inside the transaction"


def _secure(tables: Tables) -> set[str]:
    values = {row["Property"]: row["Value"] for row in tables["Property"]}
    return set(values.get("SecureCustomProperties", "").split(";"))


def _upgrade(tables: Tables) -> Iterator[str]:
    values = {row["Property"]: row["Value"] for row in tables["Property"]}
    for row in tables["Upgrade"]:
        if row["UpgradeCode"] != values["UpgradeCode"]:
            yield "the table Upgrade has another upgrade code"
        if row["ActionProperty"] not in _secure(tables):
            yield f"{row['ActionProperty']} is not secure"
    for name in ("ProductCode", "UpgradeCode"):
        if not _GUID.fullmatch(values.get(name, "")):
            yield f"{name} is no GUID"
    for name in _column(tables, "AppSearch", "Property"):
        if name not in _secure(tables):
            yield f"{name} is not secure"
