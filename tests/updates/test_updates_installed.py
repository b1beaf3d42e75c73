"""How it was installed: the word beside the program."""

import sys
from pathlib import Path

import pytest

from notifier.updates.installed import installed_by


@pytest.mark.parametrize("word", ["deb", "rpm", "msi", "pkg"])
def test_the_word_beside_the_program_says_it(tmp_path: Path, word: str) -> None:
    (tmp_path / "packaged").write_text(f"{word}\n")
    assert installed_by(tmp_path / "call-notifier") == word


def test_also_through_a_link(tmp_path: Path) -> None:
    lib, bin_ = tmp_path / "lib", tmp_path / "bin"
    lib.mkdir()
    bin_.mkdir()
    (lib / "call-notifier").touch()
    (lib / "packaged").write_text("deb")
    (bin_ / "call-notifier").symlink_to(lib / "call-notifier")
    assert installed_by(bin_ / "call-notifier") == "deb"


@pytest.mark.parametrize("data", [b"", b"snap\n", b"\xff\xfe", b"deb" * 100])
def test_another_word_says_nothing(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "packaged").write_bytes(data)
    assert installed_by(tmp_path / "call-notifier") is None


def test_nor_does_none(tmp_path: Path) -> None:
    assert installed_by(tmp_path / "call-notifier") is None


def test_a_checkout_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "packaged").write_text("deb")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert installed_by() is None
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert installed_by() == "deb"


def test_in_an_application_of_macos_it_lies_among_the_resources(tmp_path: Path) -> None:
    contents = tmp_path / "Call Notifier.app" / "Contents"
    for folder in ("MacOS", "Resources"):
        (contents / folder).mkdir(parents=True)
    (contents / "Resources" / "packaged").write_text("pkg\n")
    assert installed_by(contents / "MacOS" / "call-notifier") == "pkg"
