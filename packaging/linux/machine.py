"""A bare system in a folder, entered by chroot: what runs in it, as whom, with which network.

Whoever makes one is in mount and process namespaces of their own (:func:`apart`), so that no mount
and no process outlives them.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["PERSON", "Machine", "Said", "apart", "end", "mount"]

LIMIT = 600.0
"""Seconds for a command, unless it says otherwise: apt with a slow mirror."""

PERSON = "ann"
"""Who is no administrator there."""

PASSED_ON = (
    *("http_proxy", "https_proxy", "no_proxy"),
    *("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"),
)

_LOOPBACK_ONLY = ("unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh")


def apart() -> None:
    """Go on in namespaces of our own; returns at once where we are there already."""
    if os.environ.get("TRY_PACKAGES_APART"):
        return
    os.environ["TRY_PACKAGES_APART"] = "yes"
    command = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]
    os.execvp(command[0], [*command, sys.executable, *sys.argv])  # noqa: S606


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def all(self) -> str:
        """Both streams."""
        return self.out + self.err


@dataclass(slots=True)
class Machine:
    """The system below :attr:`root`, with a person in it."""

    root: Path
    environ: dict[str, str] = field(default_factory=dict)
    """Of every command."""

    def start(self) -> None:
        """Mount what a system has, and make the person."""
        mount("--bind", self.root, self.root)
        mount("-t", "proc", "proc", self.root / "proc")
        mount("-t", "sysfs", "-o", "ro", "sysfs", self.root / "sys")
        mount("--rbind", "/dev", self.root / "dev")
        mount("-t", "tmpfs", "tmpfs", self.root / "dev/shm")
        # Nothing is started by a package's scripts here, as in any chroot: there is no systemd.
        policy = self.root / "usr/sbin/policy-rc.d"
        policy.write_text("#!/bin/sh\nexit 101\n", encoding="ascii")
        policy.chmod(0o755)
        self.must("useradd", "--create-home", "--shell", "/bin/sh", PERSON)

    def run(
        self,
        *command: str,
        user: str = "root",
        network: bool = False,
        limit: float = LIMIT,
        environ: Mapping[str, str] | None = None,
    ) -> Said:
        """Run a command to its end.

        :param network: it may reach others than this machine.
        :param limit: seconds.
        :raises subprocess.TimeoutExpired: it did not end.
        """
        done = subprocess.run(
            self._command(command, user, network, environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=limit,
        )
        return Said(done.returncode, done.stdout, done.stderr)

    def must(self, *command: str, user: str = "root", network: bool = False) -> Said:
        """Run a command that has to succeed.

        :raises RuntimeError: it did not; the message is what it said.
        """
        said = self.run(*command, user=user, network=network)
        if said.status:
            raise RuntimeError(f"{' '.join(command)}: {said.all.strip()[-2000:]}")
        return said

    def begin(
        self, *command: str, log: Path, user: str, environ: Mapping[str, str] | None = None
    ) -> "subprocess.Popen[bytes]":
        """Start a command that goes on; what it says goes into a file."""
        with log.open("wb") as file:
            return subprocess.Popen(
                self._command(command, user, False, environ),
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def _command(
        self,
        command: Sequence[str],
        user: str,
        network: bool,
        environ: Mapping[str, str] | None,
    ) -> list[str]:
        home = "/root" if user == "root" else f"/home/{user}"
        variables = {
            "HOME": home,
            "USER": user,
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
            **{name: os.environ[name] for name in PASSED_ON if network and name in os.environ},
            **self.environ,
            **(environ or {}),
        }
        enter = ["chroot", f"--userspec={user}", str(self.root), "env", "-i"]
        enter += [f"{name}={value}" for name, value in variables.items()]
        return [*(() if network else _LOOPBACK_ONLY), *enter, *command]


def mount(*arguments: str | Path) -> None:
    """Run mount(8)."""
    subprocess.run(["mount", *map(str, arguments)], check=True)


def end(process: "subprocess.Popen[bytes]", *, limit: float = 20.0) -> int:
    """Ask a process and its children to leave; returns the exit status.

    :param limit: seconds until it is killed.
    """
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
    try:
        return process.wait(limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return process.wait()
