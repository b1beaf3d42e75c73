"""What a test needs of the machine beyond Python, and whether it is there."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

__all__ = ["MEANS", "REQUIRE_ALL", "missing", "missing_programs"]

REQUIRE_ALL = os.environ.get("CALL_NOTIFIER_TESTS") == "all"
"""Set by CI: a missing means fails the test instead of skipping it."""

MEANS = {
    "root": ("ip", "nsenter", "cc"),
    "coturn": ("turnserver", "openssl"),
    "desktop": ("Xvfb", "dbus-daemon", "dunst", "tint2"),
}
"""The programs behind each marker."""

_PACKAGES = {
    "Xvfb": "xvfb",
    "cc": "gcc",
    "dbus-daemon": "dbus",
    "ip": "iproute2",
    "nsenter": "util-linux",
    "ping": "iputils-ping",
    "turnserver": "coturn",
    "turnutils_uclient": "coturn",
}
"""Debian's package, where it is called otherwise than the program."""


def missing_programs(*names: str) -> str | None:
    """One sentence naming the programs that are not on the PATH; None where all are."""
    path = os.environ.get("PATH", os.defpath) + ":/usr/sbin:/sbin"
    gone = [name for name in names if shutil.which(name, path=path) is None]
    if not gone:
        return None
    packages = " ".join(sorted({_PACKAGES.get(name, name) for name in gone}))
    return f"{', '.join(gone)} not found (on Debian: apt install {packages})"


@cache
def missing(marker: str) -> str | None:
    """One sentence saying what keeps tests with this marker from running; None if nothing does."""
    if marker == "root":
        if os.geteuid() != 0:
            return "not root: network namespaces can't be made"
        if not Path("/dev/net/tun").exists():
            return "/dev/net/tun is not there: TUN devices can't be made"
    if reason := missing_programs(*MEANS[marker]):
        return reason
    if marker == "root":
        made = subprocess.run(
            ["unshare", "--net", "true"], capture_output=True, text=True, timeout=30, check=False
        )
        if made.returncode:
            return f"network namespaces can't be made: {made.stderr.strip()}"
    return None
