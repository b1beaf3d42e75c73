"""What the program is made of: from a package's list, or from what is installed."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier import __version__
from notifier.components import Component, components, model_name


def write(folder: Path, index: object, **texts: str) -> Path:
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    (folder / "index.json").write_text(json.dumps(index))
    return folder / "index.json"


def entry(name: str, text: str = "x.txt") -> dict[str, str]:
    return {"name": name, "version": "1.0", "licence": "MIT", "text": text}


def test_a_packages_list(tmp_path: Path) -> None:
    listed = [entry("zlib"), entry("Alpha", "alpha.txt")]
    index = write(
        tmp_path / "licences", {"format": 1, "version": "0.2.0", "components": listed}, alpha="yes"
    )
    own, alpha, zlib = components(index)
    assert (own.name, own.version) == ("Call Notifier", __version__)
    assert (alpha.name, alpha.version, alpha.licence, alpha.text()) == (
        "Alpha",
        "1.0",
        "MIT",
        "yes",
    )
    assert (zlib.name, zlib.text()) == ("zlib", "")  # its file is gone


def test_a_heading_in_the_middle_stays_there(tmp_path: Path) -> None:
    listed = {"format": 1, "components": [entry("alpha", "alpha.txt")]}
    index = write(tmp_path / "licences", listed, alpha="\n  \n    Licence\n\n1. All.\n\n")
    assert components(index)[1].text() == "    Licence\n\n1. All."


def test_a_list_leads_to_no_other_files(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    index = write(tmp_path / "licences", {"format": 1, "components": [entry("a", "../secret.txt")]})
    assert components(index)[1].text() == ""


@pytest.mark.parametrize("index", [{"format": 2, "components": []}, [], {"components": {}}])
def test_a_list_of_another_form_is_none(tmp_path: Path, index: object) -> None:
    assert len(components(write(tmp_path / "licences", index))) == 1


@given(st.binary())
def test_any_bytes_are_survived(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "index.json").write_bytes(data)
    assert components(folder / "index.json")


def test_without_a_list_what_is_installed() -> None:
    found = {component.name: component for component in components()}
    assert {"aioice", "msgspec", "qasync", "PySide6_Essentials", "cffi"} <= found.keys()
    assert not {"pytest", "mypy", "ruff"} & found.keys()  # tests' own are not shipped
    assert found["msgspec"].licence == "BSD-3-Clause"
    assert "Redistribution and use" in found["msgspec"].text()
    own: Component = components()[0]
    assert "Apache License" in own.text()
    assert all(component.licence for component in found.values())


def test_the_model_has_a_name() -> None:
    assert model_name().startswith("calls-")
