"""The registry's reader over a stand-in for ``winreg``: what it asks, in which view, and how far.

The stand-in behaves as the module's documentation says; no Windows has run this.
"""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any

import pytest

import notifier.settings.policy_registry
from notifier.settings.policy_registry import MAX_DEPTH, MAX_NAMES, Key

FILE = Path(notifier.settings.policy_registry.__file__).with_name("windows_registry.py")

WOW64_64KEY = 0x100
EXPAND_SZ = 2


class Handle:
    """A key that is open."""

    def __init__(self, key: dict[str, Any]) -> None:
        self.values = [(name, value) for name, value in key.items() if not isinstance(value, dict)]
        self.keys = {name: value for name, value in key.items() if isinstance(value, dict)}
        self.open = False

    def __enter__(self) -> "Handle":
        self.open = True
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None
    ) -> None:
        self.open = False


def stand_in(machine: dict[str, Any]) -> ModuleType:
    module = ModuleType("winreg")

    def open_key(above: Any, path: str, _reserved: int, access: int) -> Handle:
        assert access & WOW64_64KEY
        if isinstance(above, Handle):
            assert above.open
            return Handle(above.keys[path])
        found = machine if above == "machine" else {}
        for part in path.split("\\"):
            if part not in found:
                raise FileNotFoundError(2, "The system cannot find the file specified")
            found = found[part]
        if found.get("(closed)"):
            raise PermissionError(13, "Access is denied")
        return Handle(found)

    def enum_value(key: Handle, number: int) -> tuple[str, object, int]:
        name, value = key.values[number]
        return name, value, EXPAND_SZ if "%" in str(value) else 1

    contents = {
        "HKEY_LOCAL_MACHINE": "machine",
        "HKEY_CURRENT_USER": "person",
        "KEY_READ": 0x20019,
        "KEY_WOW64_64KEY": WOW64_64KEY,
        "REG_EXPAND_SZ": EXPAND_SZ,
        "HKEYType": Handle,
        "OpenKey": open_key,
        "QueryInfoKey": lambda key: (len(key.keys), len(key.values), 0),
        "EnumValue": enum_value,
        "EnumKey": lambda key, number: [*key.keys][number],
        "ExpandEnvironmentStrings": lambda text: text.replace("%ProgramData%", r"C:\ProgramData"),
    }
    module.__dict__.update(contents)
    return module


def reader(monkeypatch: pytest.MonkeyPatch, machine: dict[str, Any]) -> Any:
    """The module as Windows would import it."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winreg", stand_in(machine))
    spec = importlib.util.spec_from_file_location("windows_registry_of_a_test", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.undo()
    return module.WindowsRegistry()


def test_a_key_is_read_to_the_bottom(monkeypatch: pytest.MonkeyPatch) -> None:
    policies = {"test": {"interval": 600}, "server": {"1": {"ca-file": r"%ProgramData%\ca.pem"}}}
    registry = reader(monkeypatch, {"SOFTWARE": {"Ours": policies | {"x": "y"}}})
    assert registry.read("HKLM", r"SOFTWARE\Ours") == Key(
        {"x": "y"},
        {
            "test": Key({"interval": 600}),
            "server": Key({}, {"1": Key({"ca-file": r"C:\ProgramData\ca.pem"})}),
        },
    )
    assert registry.read("HKCU", r"SOFTWARE\Ours") is None


def test_there_is_an_end_to_names_and_depth(monkeypatch: pytest.MonkeyPatch) -> None:
    deep: dict[str, Any] = {"value": 1}
    for _ in range(MAX_DEPTH + 3):
        deep = {"deeper": deep}
    many = {f"name{number}": number for number in range(MAX_NAMES + 5)}
    registry = reader(monkeypatch, {"deep": deep, "many": many})
    assert len(registry.read("HKLM", "many").values) == MAX_NAMES
    depth, key = 1, registry.read("HKLM", "deep")
    while key.keys:
        (key,) = key.keys.values()
        depth += 1
    assert depth == MAX_DEPTH


def test_a_key_that_may_not_be_read_is_an_os_error(monkeypatch: pytest.MonkeyPatch) -> None:
    registry = reader(monkeypatch, {"ours": {"(closed)": 1}})
    with pytest.raises(PermissionError):
        registry.read("HKLM", "ours")
