"""The checks of a finished MSI find what is wrong with it."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.packaging.scripts import module

check = module("windows/check.py")
tables = module("windows/tables.py")

GUID = "{00000000-0000-0000-0000-00000000000%d}"


def _table(name: str, columns: str, *rows: str, keys: int = 1) -> Any:
    named = columns.split()
    return tables.Table(
        name, named, ["s0"] * len(named), named[:keys], [row.split(" ") for row in rows]
    )


def _package() -> dict[str, Any]:
    """The least that is right; a blank cell stands between two spaces."""
    found = [
        _table("Component", "Component ComponentId Directory_ Attributes Condition KeyPath",
               f"c1 {GUID % 1} D 256  f1", f"c2 {GUID % 2} D 260  r1"),
        _table("File", "File Component_ FileName FileSize Version Language Attributes Sequence",
               "f1 c1 a.txt 1   512 1"),
        _table("MsiFileHash", "File_ Options", "f1 0"),
        _table("Media", "DiskId LastSequence", "1 1"),
        _table("Registry", "Registry Root Key Name Value Component_", "r1 2 K N [#f1] c2"),
        _table("Directory", "Directory Directory_Parent DefaultDir", "D  x"),
        _table("FeatureComponents", "Feature_ Component_", "F c1", "F c2", keys=2),
        _table("Feature", "Feature", "F"),
        _table("Property", "Property Value", "SecureCustomProperties OLD;NEW",
               f"ProductCode {GUID % 3}", f"UpgradeCode {GUID % 4}"),
        _table("CustomAction", "Action Type Source Target", "Run 3090 f1 [D]"),
        _table("InstallExecuteSequence", "Action Condition Sequence", "InstallInitialize  1500",
               "RemoveExistingProducts  1501", "InstallFiles  4000", "Run  4001",
               "InstallFinalize  6600"),
        _table("InstallUISequence", "Action Condition Sequence", "AppSearch  50"),
        _table("Upgrade", "UpgradeCode ActionProperty", f"{GUID % 4} OLD"),
    ]  # fmt: skip
    return {table.name: table for table in found}


def test_a_proper_package_has_none() -> None:
    assert check.complaints(_package()) == []


def _cell(table: str, row: int, column: int, value: str) -> Callable[[dict[str, Any]], None]:
    def change(package: dict[str, Any]) -> None:
        package[table].rows[row][column] = value

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_cell("Component", 0, 3, "0"), "not of 64 bits"),
        (_cell("Component", 0, 5, "gone"), "no key path"),
        (_cell("Component", 1, 1, GUID % 1), "GUID of 2"),
        (_cell("Component", 1, 2, "Gone"), "not in Directory"),
        (_cell("FeatureComponents", 1, 1, "c1"), "in no feature"),
        (_cell("File", 0, 7, "2"), "not numbered"),
        (_cell("File", 0, 4, "1.0.0.0"), "version and a hash"),
        (_cell("Media", 0, 1, "7"), "does not end"),
        (_cell("Registry", 0, 4, "[#f2]"), "not there"),
        (_cell("Registry", 0, 4, "[OTHER]"), "not there"),
        (_cell("Directory", 0, 2, ""), "no name"),
        (_cell("CustomAction", 0, 2, "gone"), "not installed"),
        (_cell("InstallExecuteSequence", 3, 2, "1400"), "outside the transaction"),
        (_cell("InstallExecuteSequence", 3, 0, "Other"), "nobody knows"),
        (_cell("InstallExecuteSequence", 1, 2, "1400"), "inside the transaction"),
        (_cell("InstallExecuteSequence", 3, 2, "4000"), "one number"),
        (_cell("Upgrade", 0, 0, GUID % 5), "another upgrade code"),
        (_cell("Property", 0, 1, "NEW"), "OLD is not secure"),
        (_cell("Property", 1, 1, "none"), "ProductCode is no GUID"),
    ],
)
def test_what_is_wrong_is_said(change: Callable[[dict[str, Any]], None], said: str) -> None:
    package = _package()
    change(package)
    assert any(said in complaint for complaint in check.complaints(package))


def test_a_table_is_written_as_it_is_imported() -> None:
    table = _table("Property", "Property Value", "Name ä翻")
    assert table.text() == (
        "Property\tValue\r\ns0\ts0\r\nProperty\tProperty\r\nName\tä翻\r\n".encode()
    )
