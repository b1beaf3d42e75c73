"""What a test needs of the machine beyond Python, and whether it is there."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

__all__ = ["MEANS", "PACKAGES", "REQUIRE_ALL", "missing", "missing_programs"]

REQUIRE_ALL = os.environ.get("CALL_NOTIFIER_TESTS") == "all"
"""Set by CI: a missing means fails the test instead of skipping it."""

MEANS = {
    "root": ("ip", "nsenter", "setpriv", "cc"),
    "coturn": ("turnserver", "setpriv"),
    "desktop": ("Xvfb", "dbus-daemon", "dunst", "tint2"),
}
"""The programs behind each marker."""

_LIMIT = 30.0
"""Seconds for one ``ip`` command."""

_NUMBER = 99999
"""Higher than the number of any link that one test process makes."""

PACKAGES = {
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "Xvfb": "xvfb",
    "cc": "gcc",
    "dbus-daemon": "dbus",
    "desktop-file-validate": "desktop-file-utils",
    "gnome-keyring-daemon": "gnome-keyring",
    "ip": "iproute2",
    "nsenter": "util-linux",
    "ping": "iputils-ping",
    "setpriv": "util-linux",
    "turnserver": "coturn",
    "turnutils_uclient": "coturn",
}
"""Debian's package, where it is called otherwise than the program."""


def missing_programs(*names: str) -> str | None:
    """One sentence naming the programs that are not on the PATH; None where all are."""
    gone = [name for name in names if shutil.which(name) is None]
    if not gone:
        return None
    packages = " ".join(sorted({PACKAGES.get(name, name) for name in gone}))
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
        # Named as the emulator names its own, so that it sweeps this one should we die here.
        name = f"cn-{os.getpid()}-{_NUMBER}-client"
        for action in ("add", "delete"):
            done = subprocess.run(
                ["ip", "netns", action, name],
                capture_output=True,
                text=True,
                timeout=_LIMIT,
                check=False,
            )
            if done.returncode:
                return f"network namespaces can't be made: {done.stderr.strip()}"
    return None
