"""A network namespace of its own, with its own sysfs, for one piece of Python."""

import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

_PREFACE = """
import subprocess

# In a chroot the root is no mount of its own; there, it is enough that /sys is.
for tree in ("/", "/sys"):
    made = subprocess.run(["mount", "--make-rprivate", tree], capture_output=True, timeout=30)
    if made.returncode == 0:
        break
else:
    raise SystemExit("mounts of this test would reach the rest of the machine")

def ip(*arguments):
    subprocess.run(["ip", *arguments], check=True, timeout=30)

subprocess.run(["mount", "-t", "sysfs", "sysfs", "/sys"], check=True, timeout=30)
ip("link", "set", "lo", "up")
"""


@pytest.fixture
def in_namespace() -> Callable[[str], str]:
    """Run a piece of Python alone in fresh namespaces and return what it printed.

    ``ip("link", …)`` is at hand in it.
    """

    def run(code: str) -> str:
        done = subprocess.run(
            [
                *("unshare", "--net", "--mount", "--propagation", "unchanged"),
                *(sys.executable, "-W", "error", "-c", _PREFACE + textwrap.dedent(code)),
            ],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run
