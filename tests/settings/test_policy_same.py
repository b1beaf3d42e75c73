"""One policy said in three ways comes to the same: a file, Group Policy's template, a profile."""

import json
import plistlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from notifier.settings.definitions import SECTIONS, SERVER, Definition
from notifier.settings.load import Loaded, load
from notifier.settings.paths import Paths
from notifier.settings.policy_profile import DOMAIN
from notifier.settings.publish.profile import with_settings
from notifier.settings.publish.templates import admx
from tests.settings.fake_registry import FakeRegistry
from tests.settings.group_policy import Template

TEMPLATE = Template(admx())

ENVIRON = {"HOME": "/home/ann"}

SETTINGS = [
    (section.name, definition) for section in SECTIONS for definition in section.definitions
]


def named(value: object) -> str:
    return value.key if isinstance(value, Definition) else str(value)


SERVERS: list[dict[str, object]] = [
    {one.key: one.example for one in SERVER.definitions},
    {"urls": ["turn:second.example"], "label": "Second"},
]


def by_file(paths: Paths, level: str, tables: dict[str, Any]) -> Loaded:
    assert paths.policy_dir is not None
    paths.policy_dir.mkdir(parents=True)
    (paths.policy_dir / "1.json").write_text(json.dumps({level: tables}))
    return load(paths, ENVIRON)


def by_profile(paths: Paths, level: str, tables: dict[str, Any]) -> Loaded:
    """Through the profile, as the system takes its settings out of it."""
    values = tables if level == "mandatory" else {"Recommended": tables}
    made = plistlib.loads(with_settings(values))
    inside = made["PayloadContent"][0]["PayloadContent"][DOMAIN]["Forced"][0]
    assert paths.managed_preferences is not None
    paths.managed_preferences.mkdir(parents=True)
    file = paths.managed_preferences / f"{DOMAIN}.plist"
    file.write_bytes(plistlib.dumps(inside["mcx_preference_settings"]))
    return load(paths, ENVIRON)


def same(one: Loaded, other: Loaded, source: str) -> None:
    assert one.problems == other.problems == ()
    assert one.settings == other.settings
    sources = {key: value.origin.source for key, value in one.values.items()}
    assert sources == {key: value.origin.source for key, value in other.values.items()}
    assert source in sources.values()


@pytest.mark.parametrize("level", ["mandatory", "default"])
@pytest.mark.parametrize(("table", "definition"), SETTINGS, ids=named)
def test_every_setting(tmp_path: Path, table: str, definition: Definition, level: str) -> None:
    source = "policy" if level == "mandatory" else "policy-default"
    tables = {table: {definition.key: definition.example}}
    file = by_file(Paths.under(tmp_path / "file"), level, tables)
    same(file, by_profile(Paths.under(tmp_path / "profile"), level, tables), source)

    suffix = "" if level == "mandatory" else "_recommended"
    name = f"{table}_{definition.key}".replace("-", "_") + suffix
    if level == "default" and definition.scope == "organisation":
        assert name not in TEMPLATE.policies, "what nobody can change is not proposed"
        return
    registry = FakeRegistry()
    entered = definition.example
    hive = "HKLM" if definition.scope == "organisation" else "HKCU"
    if definition.form.kind == "switch":
        (TEMPLATE.enable if entered else _disable)(registry, hive, name, {})
    else:
        element = TEMPLATE.policies[name].find("{*}elements")
        assert element is not None
        as_text = element[0].tag.endswith("text") and isinstance(entered, float)
        TEMPLATE.enable(
            registry, hive, name, {definition.key: str(entered) if as_text else entered}
        )
    managed = replace(Paths.under(tmp_path / "registry"), registry=registry)
    same(file, load(managed, ENVIRON), source)


def _disable(registry: FakeRegistry, hive: str, name: str, _fields: object) -> None:
    TEMPLATE.disable(registry, hive, name)


@pytest.mark.parametrize("level", ["mandatory", "default"])
def test_servers(tmp_path: Path, level: str) -> None:
    source = "policy" if level == "mandatory" else "policy-default"
    file = by_file(Paths.under(tmp_path / "file"), level, {"server": SERVERS})
    assert len(file.settings.servers) == 2
    same(file, by_profile(Paths.under(tmp_path / "profile"), level, {"server": SERVERS}), source)
    registry = FakeRegistry()
    for number, server in zip((2, 5), SERVERS, strict=True):
        name = f"server_{number}" + ("" if level == "mandatory" else "_recommended")
        TEMPLATE.enable(registry, "HKLM", name, server)
    managed = replace(Paths.under(tmp_path / "registry"), registry=registry)
    same(file, load(managed, ENVIRON), source)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("calls_sites", "calls.sites"),
        ("calls_origins", "calls.origins"),
        ("geo_databases", "geo.databases"),
        ("notifications_quiet_hours", "notifications.quiet-hours"),
        ("desktop_language", "desktop.language"),
    ],
)
def test_disabled_says_none_where_there_is_such_a_value(
    tmp_path: Path, name: str, key: str
) -> None:
    registry = FakeRegistry()
    TEMPLATE.disable(registry, "HKLM", name)
    loaded = load(replace(Paths.under(tmp_path), registry=registry), ENVIRON)
    assert loaded.problems == ()
    assert loaded.locked(key)
    assert loaded.values[key].value in (None, ())


SAYS_SOMETHING = ("switch", "lines", "paths", "hours", "language")


@pytest.mark.parametrize(
    ("table", "definition"),
    [one for one in SETTINGS if one[1].form.kind not in SAYS_SOMETHING],
    ids=named,
)
def test_disabled_else_sets_nothing(tmp_path: Path, table: str, definition: Definition) -> None:
    registry = FakeRegistry()
    TEMPLATE.disable(registry, "HKLM", f"{table}_{definition.key}".replace("-", "_"))
    loaded = load(replace(Paths.under(tmp_path), registry=registry), ENVIRON)
    assert loaded.problems == ()
    assert not any(loaded.locked(key) for key in loaded.values)
