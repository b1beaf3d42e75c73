"""The rooms: who may import whom, and what must not be loaded into the tray's process."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

QT = {"PySide6", "shiboken6", "qasync", "PyQt5", "PyQt6"}

HEAVY = {"aiortc", "aioice", "av", "lightgbm", "numpy", "scipy", "pyqtgraph", "PySide6.QtCharts"}
"""What never stays resident: it belongs into a process that ends, or on the first use."""

NOT_AT_IDLE = {"PySide6.QtMultimedia", "PySide6.QtNetwork", "websockets", "html", "difflib"}
"""What Linux's tray process does without until somebody wants it; see docs/cost.md."""

NOT_BEFORE_THE_ICON = {"msgspec", "sqlite3", "notifier.redaction", "notifier.service"}
"""What a person who has just logged in need not wait for."""

LOADED_LATE = {"forecast.model", "forecast.quantiles"}
"""Modules that need LightGBM."""

MAY_LOAD = {"sct.__main__", "service.lesson", "training"}
"""Who may import them: processes and commands that end."""

MAY_BE_HEAVY = LOADED_LATE | {"training", "probe.call", "probe.call_audio"}

PLAIN = {"codes", "measurement", "verdict", "turn.uri", "quality", "prediction", "sentence"}
"""The vocabulary: tables, records and the way a server is named, for every room."""

ROOMS: dict[str, set[str]] = {
    # room: the rooms, or single modules of them, that it may import
    "codes": set(),
    "sentence": set(),
    "measurement": set(),
    "verdict": {"measurement"},
    "quality": set(),
    "prediction": {"measurement"},
    "calls": {"codes", "quality", "sentence"},
    "browsers": set(),
    "redaction": set(),
    "journal": {"redaction"},
    "updates": {"sentence", "settings.atomic"},
    "components": set(),
    "autostart": {"sentence", "settings.atomic"},
    "turn": {"sentence"},
    "relay": {"turn", "sentence", "probe.child"},
    # The first hop is watched while the link is loaded: the routing socket says which it is.
    "probe": {"measurement", "turn", "machine"},
    "forecast": PLAIN | {"settings", "machine.facts"},
    "training": PLAIN | {"forecast", "history"},
    "sct": PLAIN | {"probe", "forecast"},
    "notify": {"codes"},
    "history": PLAIN | {"notify", "calls.record"},
    "settings": PLAIN | {"turn"},
    "broker": {"settings"},
    "machine": set(),
    "fleet": PLAIN | {"calls.record", "settings.atomic", "settings.model"},
    "service": PLAIN
    | {"turn", "relay", "probe", "sct", "forecast", "notify", "history", "settings", "machine"}
    | {"calls", "fleet", "updates"},
    "cli": PLAIN
    | {
        *("turn", "relay", "probe", "forecast", "notify", "history", "settings", "machine"),
        *("service", "calls", "browsers", "autostart", "fleet", "updates", "journal"),
        "diagnostics",
    },
    # It looks at everything that stays, and at nothing that runs.
    "diagnostics": PLAIN
    | {"history", "settings", "machine", "browsers", "autostart", "redaction", "journal"}
    | {"probe.child", "calls.record", "fleet.shared", "updates", "components"},
    "__main__": {"cli"},
}

UI_MAY = PLAIN | {
    *("forecast.advice", "notify", "service", "settings", "history", "machine.media"),
    *("calls.live", "calls.record"),
    *("autostart", "browsers", "journal", "diagnostics"),
    *("components", "updates.offer", "updates.installed"),
}
"""What windows may know: tables, sentences, records, events, the history to read, settings."""


_CALL_WORDS = {
    *("calls.messages", "calls.vocabulary", "calls.policy", "calls.sample", "calls.live"),
    *("calls.record", "calls.address", "calls.framing"),
}
"""What all parts of the room ``calls`` share."""

CALL_PARTS: dict[str, set[str]] = {
    # part: what it may import of its room
    "client": _CALL_WORDS,
    "feed": _CALL_WORDS,
    "stats": _CALL_WORDS,
    "host": _CALL_WORDS | {"calls.pipe"},
}
"""A client runs in other people's programs, the host in a browser's: neither brings the engine."""


UI_ROOMS: dict[str, set[str]] = {
    # room: the rooms of the windows, or single modules there, that it may import
    "service_like": set(),
    "bridge": {"service_like"},
    "look": set(),
    "words": {"look"},
    "parts": {"look", "words", "service_like"},
    "system": {"look", "service_like"},
    "notifications": {"bridge", "look", "service_like", "system", "words"},
    "tray": {"bridge", "look", "notifications", "parts", "service_like", "system", "words"},
    "status": {"bridge", "look", "parts", "service_like", "words"},
    "calls": {"bridge", "look", "parts", "service_like", "words"},
    "history": {"bridge", "calls", "look", "parts", "service_like", "words"},
    "settings": {"bridge", "look", "parts", "service_like", "words"},
    "first_start": {"bridge", "look", "parts", "service_like", "settings", "words"},
    "help": {"bridge", "look", "parts", "service_like", "tray", "words"},
}
UI_ROOMS["desktop"] = set(UI_ROOMS)
UI_ROOMS["program"] = set(UI_ROOMS)
UI_ROOMS["app"] = {"program", "system"}


def _modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def _imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, anywhere in it, with the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            assert node.module is not None
            for alias in node.names:
                yield f"{node.module}.{alias.name}", node.lineno


def _outside(module: str, allowed: set[str]) -> bool:
    """Whether it is one of the engine's modules, and in none of these rooms."""
    if module == "notifier.__version__":
        return False
    return _elsewhere("notifier", module, allowed)


def _elsewhere(package: str, module: str, allowed: set[str]) -> bool:
    """Whether it is a module of this package, and in none of these rooms of it."""
    if not module.startswith(f"{package}."):
        return False
    name = module.removeprefix(f"{package}.")
    return not any(name == room or name.startswith(f"{room}.") for room in allowed)


@pytest.mark.parametrize("path", _modules("notifier"), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_engine_knows_nothing_of_windows(path: Path) -> None:
    found = [
        f"{path}:{line} imports {module}"
        for module, line in _imports(path)
        if module.split(".")[0] in {*QT, "ui", "tests"}
    ]
    assert not found


@pytest.mark.parametrize("path", _modules("notifier"), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    parts = path.relative_to(ROOT / "notifier").with_suffix("").parts
    room = parts[0]
    if room == "__init__":
        return
    allowed = ROOMS[room] | {room}
    found = [
        f"{path}:{line} imports {module}"
        for module, line in _imports(path)
        if _outside(module, allowed)
    ]
    assert not found


@pytest.mark.parametrize("path", _modules("ui"), ids=lambda p: str(p.relative_to(ROOT)))
def test_windows_know_only_what_lies_below_them(path: Path) -> None:
    room = path.relative_to(ROOT / "ui").with_suffix("").parts[0]
    if room == "__init__":
        return
    allowed = UI_ROOMS[room] | {room}
    found = [
        f"{path}:{line} imports {module}"
        for module, line in _imports(path)
        if _elsewhere("ui", module, allowed)
    ]
    assert not found


@pytest.mark.parametrize("part", CALL_PARTS)
def test_parts_of_a_call_know_only_its_words(part: str) -> None:
    folder = ROOT / "notifier" / "calls"
    paths = _modules(f"notifier/calls/{part}") or [folder / f"{part}.py"]
    allowed = CALL_PARTS[part] | {f"calls.{part}"} | (ROOMS["calls"] if part != "host" else set())
    found = [
        f"{path}:{line} imports {module}"
        for path in paths
        for module, line in _imports(path)
        if _outside(module, allowed)
    ]
    assert not found


@pytest.mark.parametrize("path", _modules("notifier"), ids=lambda p: str(p.relative_to(ROOT)))
def test_heavy_libraries_are_in_processes_that_end(path: Path) -> None:
    parts = path.relative_to(ROOT / "notifier").with_suffix("").parts
    names = {".".join(parts[:length]) for length in range(1, len(parts) + 1)}
    heavy = () if names & MAY_BE_HEAVY else HEAVY
    late = () if names & (MAY_LOAD | LOADED_LATE) else LOADED_LATE
    found = [
        f"{path}:{line} imports {module}"
        for module, line in _imports(path)
        if module.split(".")[0] in heavy
        or any(f"{module}.".startswith(f"notifier.{name}.") for name in late)
    ]
    assert not found


@pytest.mark.parametrize(("package", "table"), [("notifier", ROOMS), ("ui", UI_ROOMS)])
def test_every_room_is_in_the_table(package: str, table: dict[str, set[str]]) -> None:
    rooms = {
        entry.name if entry.is_dir() else entry.stem
        for entry in (ROOT / package).iterdir()
        if (entry.suffix == ".py" and entry.stem != "__init__")
        or (entry.is_dir() and any(entry.glob("*.py")))
    }
    assert rooms == set(table)


@pytest.mark.parametrize("table", [ROOMS, UI_ROOMS], ids=["notifier", "ui"])
def test_the_table_has_no_circle(table: dict[str, set[str]]) -> None:
    order: list[str] = []
    left = dict(table)
    while left:
        free = [
            room
            for room, needs in left.items()
            if {need.partition(".")[0] for need in needs} <= set(order)
        ]
        assert free, f"these need each other: {sorted(left)}"
        order += free
        for room in free:
            del left[room]


@pytest.mark.parametrize("path", _modules("ui"), ids=lambda p: str(p.relative_to(ROOT)))
def test_windows_do_not_measure_and_write_no_sql(path: Path) -> None:
    found = [
        f"{path}:{line} imports {module}"
        for module, line in _imports(path)
        if _outside(module, UI_MAY)
        or module.split(".")[0] in {"sqlite3", "tests"}
        or module in HEAVY
    ]
    assert not found


_AFTER_START = """
import asyncio, json, os, sys
from notifier.cli.main import main as command
from ui import program

first_icon = program.first_icon

def icon():
    print(json.dumps(sorted(sys.modules)))
    from ui import desktop
    real = desktop.Desktop.after_start
    def after_start(self):
        real(self)
        self.show_history()
        self.show_settings()
        asyncio.get_running_loop().call_later(0.3, done)
    desktop.Desktop.after_start = after_start
    return first_icon()

def done():
    print(json.dumps(sorted(sys.modules)))
    sys.stdout.flush()
    os.kill(os.getpid(), 15)

program.first_icon = icon
sys.exit(command([]))
"""


def test_nothing_heavy_is_in_the_tray_process_after_start(
    isolated_home: Path, tmp_path: Path
) -> None:
    """The real program with its real service, every window open."""
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environ.pop("DISPLAY", None)
    done = subprocess.run(
        [sys.executable, "-c", _AFTER_START],
        env=environ,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    first, modules = (set(json.loads(line)) for line in done.stdout.splitlines())
    assert first.isdisjoint(NOT_BEFORE_THE_ICON), first & NOT_BEFORE_THE_ICON
    assert "ui.history.history_window" in modules
    assert "notifier.service.service" in modules
    assert not {m for m in modules if m in HEAVY or m.split(".")[0] in HEAVY}
    assert sys.platform != "linux" or not modules & NOT_AT_IDLE
