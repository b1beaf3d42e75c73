"""From a folder to the part of the MSI that installs it."""

import re
import struct
import xml.etree.ElementTree as ET
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.packaging.scripts import module, xml

harvest = module("windows/harvest.py")
versions = module("windows/versions.py")

WIX = "{http://schemas.microsoft.com/wix/2006/wi}"

NAMES = st.text(
    st.characters(exclude_categories=["C"], exclude_characters='<>:"|?*/\\'), min_size=1
)


@given(path=NAMES)
def test_guids_and_ids_are_the_same_each_time_and_well_formed(path: str) -> None:
    file = PurePosixPath(path)
    guid = harvest.component_guid(file)
    assert guid == harvest.component_guid(file)
    assert re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", guid)
    assert re.fullmatch(r"[a-z]_[0-9a-f]{24}", harvest.identifier("f", file))


def test_a_guid_never_changes_from_version_to_version() -> None:
    # What is installed is found again by it: another one would leave files behind.
    path = PurePosixPath("_internal/base_library.zip")
    assert harvest.component_guid(path) == "{471030FC-C7A9-53C6-AF89-9282DE346D1F}"


def test_upper_and_lower_case_are_one() -> None:
    one, other = PurePosixPath("A/b.DLL"), PurePosixPath("a/B.dll")
    assert harvest.component_guid(one) == harvest.component_guid(other)


def _files(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")


def test_each_file_is_a_component_and_each_folder_stands_in_its_own(tmp_path: Path) -> None:
    names = ["a & b.txt", "program.exe", "x/deep/er/ä.bin", "x/top.dll", "翻訳/日本.qm"]
    _files(tmp_path, *names)
    paths = harvest.files_below(tmp_path)
    assert list(map(str, paths)) == sorted(names)
    root = xml(harvest.fragment(paths, {"program.exe": "Program"}, "files"))

    found = {}

    def walk(element: ET.Element, folder: str) -> None:
        for below in element:
            if below.tag == f"{WIX}Directory":
                walk(below, f"{folder}{below.get('Name')}/")
            elif below.tag == f"{WIX}Component":
                (file,) = below
                found[f"{folder}{file.get('Name')}"] = file.get("Source")
                assert file.get("KeyPath") == "yes"

    start = root.find(f"{WIX}Fragment/{WIX}DirectoryRef")
    assert start is not None
    walk(start, "")
    assert found == {name: f"files/{name}" for name in names}
    ids = [item.get("Id") for item in root.iter(f"{WIX}Component")]
    assert len(set(ids)) == len(names)
    assert {item.get("Id") for item in root.iter(f"{WIX}ComponentRef")} == set(ids)
    assert "Program" in {item.get("Id") for item in root.iter(f"{WIX}File")}


@pytest.mark.parametrize("name", ["a:b", "nul.txt", "COM1", "end.", "what?", "x" * 200])
def test_what_windows_cannot_hold_is_refused(tmp_path: Path, name: str) -> None:
    _files(tmp_path, name)
    with pytest.raises(harvest.HarvestError):
        harvest.files_below(tmp_path)


def test_two_files_that_windows_takes_for_one_are_refused(tmp_path: Path) -> None:
    _files(tmp_path, "Readme", "README")
    with pytest.raises(harvest.HarvestError, match="twice"):
        harvest.files_below(tmp_path)


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    with pytest.raises(harvest.HarvestError, match="link"):
        harvest.files_below(tmp_path)


def test_a_file_that_is_referred_to_has_to_be_there(tmp_path: Path) -> None:
    _files(tmp_path, "a")
    with pytest.raises(harvest.HarvestError, match="program"):
        harvest.fragment(harvest.files_below(tmp_path), {"program.exe": "Program"}, "files")


def test_the_version_of_a_library(tmp_path: Path) -> None:
    file = tmp_path / "a.dll"
    block = "VS_VERSION_INFO".encode("utf-16-le") + b"\0\0\0\0"
    block += struct.pack("<IIII", 0xFEEF04BD, 0x10000, 3 << 16 | 11, 9 << 16 | 1013)
    file.write_bytes(b"MZ" + b"\0" * 500 + block + b"\0" * 40)
    assert versions.file_version(file) == "3.11.9.1013"


@given(data=st.binary(max_size=200), marked=st.booleans())
def test_no_file_makes_it_fail(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, marked: bool
) -> None:
    file = tmp_path_factory.mktemp("library") / "a.pyd"
    mark = "VS_VERSION_INFO".encode("utf-16-le") if marked else b""
    file.write_bytes(b"MZ" + mark + data)
    found = versions.file_version(file)
    assert found is None or found.count(".") == 3
