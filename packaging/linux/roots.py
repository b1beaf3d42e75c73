"""Bare systems of other releases, made once by debootstrap and kept as tarballs.

A tarball is what debootstrap left, with all that a desktop would have had before our package came:
nothing. Debian's archive is trusted through the keys that this machine's ``debian-archive-keyring``
holds, Ubuntu's through the one key that is named here.
"""

import gzip
import os
import re
import shutil
import subprocess
import tempfile
import urllib.request
from dataclasses import dataclass
from pathlib import Path

__all__ = ["SYSTEMS", "RootError", "System", "tarball", "unpack"]

UBUNTU_KEY = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
"""Ubuntu Archive Automatic Signing Key (2018) <ftpmaster@ubuntu.com>, as published on
wiki.ubuntu.com/SecurityTeam/FAQ and held by Canonical's own images."""

DEBIAN_MIRROR = "http://deb.debian.org/debian"
UBUNTU_MIRROR = "http://archive.ubuntu.com/ubuntu"

FETCH_LIMIT = 60.0
"""Seconds for the mirror to answer."""

MAKE_LIMIT = 1800.0
"""Seconds for debootstrap; a slow mirror takes minutes."""


class RootError(Exception):
    """A bare system can't be made; the message says why."""


@dataclass(frozen=True, slots=True)
class System:
    """A release, and where its packages come from."""

    name: str
    suite: str
    mirror: str
    components: str
    script: str
    """debootstrap's script, for where it knows the release by no name of its own."""

    extra_suites: tuple[str, ...] = ()
    """Of the same mirror: updates, which a machine that is looked after has."""


SYSTEMS = {
    system.name: system
    for system in (
        System("debian-12", "bookworm", DEBIAN_MIRROR, "main", "bookworm", ("bookworm-updates",)),
        System("debian-13", "trixie", DEBIAN_MIRROR, "main", "trixie", ("trixie-updates",)),
        System(
            *("ubuntu-24.04", "noble", UBUNTU_MIRROR, "main,universe", "gutsy"),
            ("noble-updates", "noble-security"),
        ),
    )
}


def tarball(system: System, cache: Path) -> Path:
    """The bare system as a tarball; made where the cache has none.

    :raises RootError: it can't be made.
    """
    made = cache / f"{system.name}.tar"
    if made.exists():
        return made
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, prefix=f"{system.name}-") as name:
        work = Path(name)
        root = work / "root"
        command = ["debootstrap", "--variant=minbase", f"--components={system.components}"]
        if system.mirror == UBUNTU_MIRROR:
            command.append(f"--keyring={_ubuntu_keyring(work)}")
        script = Path("/usr/share/debootstrap/scripts") / system.script
        command += [system.suite, str(root), system.mirror, str(script)]
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=MAKE_LIMIT,
        )
        if done.returncode:
            said = (done.stdout + done.stderr).strip().splitlines()
            raise RootError(f"debootstrap made no {system.name}: {'; '.join(said[-3:])}")
        sources = root / "etc/apt/sources.list"
        lines = [
            f"deb {system.mirror} {suite} {system.components.replace(',', ' ')}"
            for suite in (system.suite, *system.extra_suites)
        ]
        sources.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        for package in (root / "var/cache/apt/archives").glob("*.deb"):
            package.unlink()
        whole = work / "root.tar"
        subprocess.run(
            ["tar", "--create", "--numeric-owner", f"--file={whole}", f"--directory={root}", "."],
            check=True,
        )
        whole.rename(made)
    return made


def unpack(archive: Path, root: Path) -> None:
    """Make a system below a folder that is not there yet."""
    root.mkdir(parents=True)
    subprocess.run(
        ["tar", "--extract", "--numeric-owner", f"--file={archive}", f"--directory={root}"],
        check=True,
    )
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")


def _ubuntu_keyring(work: Path) -> Path:
    """A keyring with :data:`UBUNTU_KEY` alone, out of Ubuntu's own package.

    The package comes over plain HTTP from the archive that it is to vouch for; what makes it
    trustworthy is that the key's whole fingerprint is the one that stands here.
    """
    pool = f"{UBUNTU_MIRROR}/pool/main/u/ubuntu-keyring"
    package = work / "ubuntu-keyring.deb"
    package.write_bytes(_fetch(f"{pool}/{_keyring_name()}"))
    unpacked = work / "keyring"
    subprocess.run(["dpkg-deb", "--extract", package, unpacked], check=True)
    home = work / "gnupg"
    home.mkdir(mode=0o700)
    gpg = ["gpg", "--batch", "--quiet", f"--homedir={home}"]
    source = unpacked / "usr/share/keyrings/ubuntu-archive-keyring.gpg"
    subprocess.run([*gpg, "--import", source], check=True, capture_output=True)
    kept = work / "ubuntu.gpg"
    subprocess.run([*gpg, "--export", "--output", kept, UBUNTU_KEY], check=True)
    shown = subprocess.run(
        [*gpg, "--show-keys", "--with-colons", kept], check=True, capture_output=True, text=True
    ).stdout
    keys = re.findall(r"^pub:.*\n(?:fpr:+([0-9A-F]+):)", shown, re.MULTILINE)
    if keys != [UBUNTU_KEY]:
        raise RootError("the key of Ubuntu's archive is not in its package ubuntu-keyring")
    return kept


def _keyring_name() -> str:
    index = gzip.decompress(_fetch(f"{UBUNTU_MIRROR}/dists/noble/main/binary-amd64/Packages.gz"))
    found = re.search(
        rb"^Filename: pool/main/u/ubuntu-keyring/(ubuntu-keyring_\S+)$", index, re.MULTILINE
    )
    if found is None:
        raise RootError("Ubuntu's archive lists no ubuntu-keyring")
    return os.fsdecode(found[1])


def _fetch(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=FETCH_LIMIT) as answer:  # noqa: S310 - fixed addresses
        return bytes(answer.read())
