"""The rules of conftest.py, seen from a pytest run of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run_pytest(tmp_path: Path, code: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run one test module under our conftest and pyproject; return what pytest said."""
    (tmp_path / "test_inner.py").write_text(code)
    return subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider"),
            *("-c", str(ROOT / "pyproject.toml"), str(tmp_path / "test_inner.py")),
        ],
        cwd=ROOT,
        env=os.environ | environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


NEEDS_A_TOOL = """
import pytest

@pytest.mark.tools("no-such-program")
def test_it():
    raise AssertionError("must not run")
"""


def test_a_missing_program_skips_and_is_named(tmp_path: Path) -> None:
    done = run_pytest(tmp_path, NEEDS_A_TOOL, CALL_NOTIFIER_TESTS="")
    assert done.returncode == 0, done.stdout
    assert "1 skipped" in done.stdout
    assert "no-such-program not found" in done.stdout


def test_a_missing_program_fails_where_all_is_required(tmp_path: Path) -> None:
    done = run_pytest(tmp_path, NEEDS_A_TOOL, CALL_NOTIFIER_TESTS="all")
    assert done.returncode == 1, done.stdout
    assert "no-such-program not found" in done.stdout


def test_a_marker_without_means_skips(tmp_path: Path) -> None:
    code = "import pytest\n\n@pytest.mark.coturn\ndef test_it():\n    raise AssertionError\n"
    done = run_pytest(tmp_path, code, CALL_NOTIFIER_TESTS="", PATH="/nowhere")
    # /usr/sbin is searched too, but Debian's turnserver is not there.
    assert "1 skipped" in done.stdout, done.stdout
    assert "apt install coturn" in done.stdout


LOGS = """
import logging, pytest

{mark}
def test_it():
    logging.getLogger("notifier.x").{level}("the %s is gone", "relay")
"""


@pytest.mark.parametrize(
    ("mark", "level", "passes"),
    [
        ("", "info", True),
        ("", "warning", False),
        ('@pytest.mark.allow_log("something else")', "warning", False),
        ('@pytest.mark.allow_log(r"notifier\\.x: the relay")', "error", True),
    ],
)
def test_log(tmp_path: Path, mark: str, level: str, passes: bool) -> None:
    done = run_pytest(tmp_path, LOGS.format(mark=mark, level=level))
    assert (done.returncode == 0) == passes, done.stdout
    assert ("notifier.x: the relay is gone" in done.stdout) != passes


def test_home_is_a_folder_of_the_test(isolated_home: Path, tmp_path: Path) -> None:
    assert isolated_home.is_relative_to(tmp_path)
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        assert Path(os.environ[f"XDG_{name}_HOME"]).is_relative_to(isolated_home)
    runtime = Path(os.environ["XDG_RUNTIME_DIR"])
    assert runtime.stat().st_mode & 0o777 == 0o700
    assert len(str(runtime)) < 60
    assert "DBUS_SESSION_BUS_ADDRESS" not in os.environ
