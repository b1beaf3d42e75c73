"""The first settings file: complete, valid, private, and never written over another one."""

import re
import stat
from pathlib import Path

import pytest

from notifier.settings.definitions import SECTIONS, SERVER
from notifier.settings.load import load
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from notifier.settings.template import literal, template, write_first


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path)


def test_as_written_it_sets_nothing_and_has_no_problems(paths: Paths) -> None:
    assert write_first(paths)
    loaded = load(paths, {})
    assert loaded.problems == ()
    assert loaded.settings == Settings()
    assert {value.origin.source for value in loaded.values.values()} == {"default"}


def test_with_every_comment_sign_taken_away_it_is_valid(paths: Paths) -> None:
    paths.config_file.parent.mkdir()
    text = re.sub(r"^#(?=[^ \n])", "", template(), flags=re.MULTILINE)
    paths.config_file.write_text(text)
    loaded = load(paths, {"HOME": "/home/ann"})
    assert loaded.problems == ()
    defaults = Settings()
    assert loaded.settings.interval_s == defaults.interval_s
    assert loaded.settings.geo_databases == defaults.geo_databases
    assert len(loaded.settings.texts) == 12
    assert loaded.settings.servers == (
        ServerSetting(
            urls=("turn:turn.example.com:3478", "turns:turn.example.com:443"),
            label="Head office",
            username="alice",
            credential="turn-rest",
            password_env="TURN_PASSWORD",
            ca_file=Path("/home/ann/company-ca.pem"),
        ),
    )
    for section in SECTIONS:
        for definition in section.definitions:
            source = "file" if definition.scope == "person" else "default"
            assert loaded.values[f"{section.name}.{definition.key}"].origin.source == source


def test_every_setting_of_a_person_is_explained_in_it() -> None:
    text = template()
    for section in (*SECTIONS, SERVER):
        own = [one for one in section.definitions if one.scope == "person"]
        assert (f"[{section.name}]" in text) == bool(own)
        for definition in own:
            assert f"\n#{definition.key} = " in text
            assert definition.meaning in " ".join(text.replace("\n# ", " ").split())
    assert "secret-file" not in text


def test_it_is_private_and_never_written_twice(paths: Paths) -> None:
    assert write_first(paths)
    assert stat.S_IMODE(paths.config_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(paths.config_file.parent.stat().st_mode) == 0o700
    paths.config_file.write_text("# mine\n")
    assert not write_first(paths)
    assert paths.config_file.read_text() == "# mine\n"


def test_a_place_that_can_not_be_written_is_an_os_error(paths: Paths) -> None:
    paths.config_file.parent.write_text("")
    with pytest.raises(OSError, match=r"exists|directory"):
        write_first(paths)


def test_values_are_written_as_toml() -> None:
    values = [True, 3, 0.25, 300.0, 'a "b" \\ ü\x7f', Path("/x y"), [1, "a"], ()]
    assert [literal(value) for value in values] == [
        "true",
        "3",
        "0.25",
        "300",
        '"a \\"b\\" \\\\ ü\\u007f"',
        '"/x y"',
        '[1, "a"]',
        "[]",
    ]
