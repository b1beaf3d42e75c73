"""The source of the MSI: that it agrees with itself, with the program, and with what wixl gets.

Whether a finished package is right, packaging/windows/try-msi says.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from notifier.autostart import run_key
from notifier.autostart.command import BACKGROUND
from notifier.browsers.extension import HOST_NAME
from notifier.browsers.places import BROWSERS
from notifier.settings import policy_registry
from tests.packaging.scripts import ROOT, module, xml

SOURCE = (ROOT / "packaging/windows/call-notifier.wxs").read_text(encoding="utf-8")
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"

for_wixl = module("windows/for_wixl.py")


def _values() -> dict[tuple[str, str], str]:
    """What is written to the registry."""
    return {
        (item.attrib["Key"], item.get("Name", "")): item.attrib["Value"]
        for item in xml(SOURCE).iter(f"{WIX}RegistryValue")
    }


def test_the_upgrade_code_never_changes() -> None:
    product = next(xml(SOURCE).iter(f"{WIX}Product"))
    assert product.get("UpgradeCode") == "{6B1B6E0C-6D0B-5A70-9E4B-6C6F0F1C7C55}"


def test_each_component_has_a_guid_a_key_path_and_a_feature() -> None:
    root = xml(SOURCE)
    components = list(root.iter(f"{WIX}Component"))
    assert max(Counter(item.get("Guid") for item in components).values()) == 1
    for item in components:
        assert [below.get("KeyPath") for below in item].count("yes") == 1, item.get("Id")
    referred = {item.get("Id") for item in root.iter(f"{WIX}ComponentRef")}
    assert referred == {item.get("Id") for item in components}


def test_each_browser_finds_the_host() -> None:
    values = _values()
    for browser in BROWSERS:
        for key in browser.registry:
            manifest = values[(rf"SOFTWARE{key.removeprefix('Software')}\{HOST_NAME}", "")]
            assert manifest == f"[#{browser.family.capitalize()}Manifest]"


def test_what_is_started_at_log_in_is_what_the_program_looks_for() -> None:
    key = f"SOFTWARE{run_key.RUN.removeprefix('Software')}"
    assert _values()[(key, run_key.NAME)] == f'"[#Program]" {BACKGROUND}'


def test_the_servers_stand_where_the_program_reads_them() -> None:
    assert _values()[(policy_registry.INSTALLATION, "Servers")] == "[SERVERS]"


def test_what_an_administrator_says_is_secure_and_remembered() -> None:
    properties = {item.get("Id"): item for item in xml(SOURCE).iter(f"{WIX}Property")}
    for name in ("SERVERS", "AUTOSTART", "POLICYFILE", "KEPTSERVERS", "KEPTAUTOSTART"):
        assert properties[name].get("Secure") == "yes"
    for name, value in (("KEPTSERVERS", "Servers"), ("KEPTAUTOSTART", "Autostart")):
        search = properties[name][0]
        assert (search.get("Key"), search.get("Name")) == (policy_registry.INSTALLATION, value)
        assert search.get("Win64") == "yes"


def test_wixl_gets_only_what_it_knows() -> None:
    reduced = xml(for_wixl.reduced(SOURCE))
    tags = {item.tag.removeprefix(WIX) for item in reduced.iter()}
    unknown = {"CopyFile", "RemoveFile", "ShortcutProperty", "CustomAction", "Custom"}
    assert not tags & unknown
    for item in reduced.iter():
        assert not {"Secure", "Platform", "Schedule", "Transitive"} & set(item.attrib)
    for item in reduced.iter(f"{WIX}Component"):
        assert item.find(f"{WIX}Condition") is None
    assert len(list(reduced.iter(f"{WIX}Condition"))) == 4


def test_what_wixl_does_not_get_comes_in_afterwards() -> None:
    found = for_wixl.additions(SOURCE)
    assert found.conditions == {"Servers": "SERVERS", "Autostart": 'AUTOSTART = "1"'}
    assert {"SERVERS", "AUTOSTART", "POLICYFILE"} <= set(found.secure)
    assert {action for action, *_ in found.actions} == {
        action for action, _, _ in found.sequence if action != "MoveFiles"
    }
    numbers = {action: number for action, _, number in found.sequence}
    assert len(set(numbers.values())) == len(numbers)
    assert 50 < numbers["KeepServers"] < 100 < numbers["ForgetPolicy"]
    # Ended before files are removed, and within the transaction; checked once it is there.
    assert 1501 < numbers["FindTaskkill"] < numbers["EndProgram"] < 3500
    assert numbers["MoveFiles"] < 4000 < numbers["CheckPolicy"]


@pytest.mark.parametrize(
    "wrong",
    ['<Custom Action="Lost" After="Nowhere" />', '<Custom Action="Lost" After="Lost" />'],
)
def test_an_action_that_stands_nowhere_is_an_error(wrong: str) -> None:
    source = SOURCE.replace("</InstallExecuteSequence>", f"{wrong}</InstallExecuteSequence>")
    with pytest.raises(ValueError, match="Lost"):
        for_wixl.additions(source)


def test_every_program_of_ours_is_ended_and_referred_to() -> None:
    prepare = module("windows/prepare.py")
    for name in (prepare.PROGRAM, prepare.CONSOLE, prepare.HOST):
        assert f"/IM {name}" in SOURCE
    referred = set(re.findall(r"\[#(\w+)\]", SOURCE)) | set(re.findall(r'FileKey="(\w+)"', SOURCE))
    assert referred <= set(prepare.NAMES.values())


def test_what_is_laid_beside_the_frozen_folder(tmp_path: Path) -> None:
    prepare = module("windows/prepare.py")
    payload, stage = tmp_path / "payload", tmp_path / "stage"
    payload.mkdir()
    for name in (prepare.PROGRAM, prepare.CONSOLE, prepare.HOST):
        (payload / name).write_bytes(b"MZ")
    prepare.prepare(payload, stage, "0.2.0")
    files = stage / "files"
    assert (files / "packaged").read_text() == "msi\n"
    assert (files / "policies/call-notifier.admx").is_file()
    assert (files / "policies/en-US/call-notifier.adml").is_file()
    for family in ("chromium", "firefox"):
        manifest = (files / f"native-messaging-{family}.json").read_text()
        assert f'"path": "{prepare.HOST}"' in manifest
    assert len({file.stat().st_mtime for file in files.rglob("*") if file.is_file()}) == 1


@pytest.mark.parametrize("version", ["1.0", "1.0.0rc1", "1.0.0.1", ""])
def test_a_version_that_windows_would_not_compare_is_refused(tmp_path: Path, version: str) -> None:
    prepare = module("windows/prepare.py")
    with pytest.raises(ValueError, match="three numbers"):
        prepare.prepare(tmp_path, tmp_path / "stage", version)


def test_each_version_is_a_product_of_its_own() -> None:
    prepare = module("windows/prepare.py")
    assert prepare.product_code("0.2.0") == prepare.product_code("0.2.0")
    assert prepare.product_code("0.2.0") != prepare.product_code("0.2.1")
