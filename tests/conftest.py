"""What holds for every test: what it may touch, what it may need, what it may log."""

import logging
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.means import MEANS, REQUIRE_ALL, missing, missing_programs

# Read once, when the first QApplication is made and when keyring is imported: too early for a
# fixture. The person's own key ring is never asked.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile(
    "project",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    # The same examples each time, so that a change is judged by what it changed. New ones are
    # looked for on purpose: ./test --hypothesis-profile=explore
    derandomize=True,
    database=None,
)
settings.register_profile(
    "explore", settings.get_profile("project"), derandomize=False, max_examples=2000
)
settings.load_profile("project")


# Where Debian keeps ip and other tools; not everybody's PATH has it.
os.environ["PATH"] = os.environ.get("PATH", os.defpath) + ":/usr/sbin:/sbin"


_ALONE = ("attached", "bench", "machine", "net", "probe", "relay")
"""Folders whose tests measure times or links: others beside them would disturb."""

_PAIRS = ("browsers", "callstats_js", "desktop")
"""Folders whose tests start whole programs on a screen and mostly wait for them."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what must not run beside other tests (see ``./test``)."""
    here = Path(__file__).parent
    for item in items:
        folder = item.path.relative_to(here).parts[0] if here in item.path.parents else ""
        if folder in _PAIRS:
            item.add_marker("pairs")
        elif folder in _ALONE or any(map(item.get_closest_marker, (*MEANS, "tools"))):
            item.add_marker("alone")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what the machine has no means for; with CALL_NOTIFIER_TESTS=all, fail it."""
    reasons = [missing(marker) for marker in MEANS if item.get_closest_marker(marker)]
    reasons += [missing_programs(*marker.args) for marker in item.iter_markers("tools")]
    found = [reason for reason in reasons if reason]
    if not found:
        return
    if REQUIRE_ALL:
        pytest.fail("; ".join(found), pytrace=False)
    pytest.skip("; ".join(found))


@pytest.fixture(autouse=True)
def isolated_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give each test settings, data, state, cache and runtime folders of its own.

    Yields the folder that holds them (but for the runtime folder, see below).
    """
    home = tmp_path / "xdg"
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    # Sockets live here, and a socket's path has 107 bytes at most: pytest's own can be too long.
    runtime = tempfile.mkdtemp(prefix="cn-run-")
    monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    # No test talks to the buses of the person who runs it.
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={runtime}/no-system-bus")
    yield home
    shutil.rmtree(runtime, ignore_errors=True)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = f"{record.levelname} {record.name}: {record.getMessage()}"
        if record.exc_info:
            line += "\n" + logging.Formatter().formatException(record.exc_info)
        self.lines.append(line)


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test during which our own code logged a warning or worse that nobody declared.

    Declare with ``@pytest.mark.allow_log(r"regular expression")``, searched for in
    ``LEVEL logger.name: message``.
    """
    collector = _Collector()
    loggers = [logging.getLogger(name) for name in ("notifier", "ui")]
    for logger in loggers:
        logger.addHandler(collector)
    yield
    for logger in loggers:
        logger.removeHandler(collector)
    allowed = [p for marker in request.node.iter_markers("allow_log") for p in marker.args]
    lines = [line for line in collector.lines if not any(re.search(p, line) for p in allowed)]
    if lines:
        pytest.fail("logged unexpectedly:\n" + "\n".join(lines), pytrace=False)
