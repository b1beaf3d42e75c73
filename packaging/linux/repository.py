"""A repository for apt with packages of ours, signed with a key that is thrown away.

What an organisation does with its own key is the same: docs/packaging.md.
"""

import shutil
import subprocess
from pathlib import Path

__all__ = ["add", "make"]

KEYRING = "usr/share/keyrings/trial.gpg"


def make(packages: Path, folder: Path, home: Path) -> None:
    """Put the packages into a new repository and sign its list.

    :param home: of the key, a folder that is not there yet.
    """
    pool = folder / "pool"
    pool.mkdir(parents=True)
    for package in sorted(packages.glob("*.deb")):
        shutil.copy(package, pool)
    listing = folder / "dists/stable/main/binary-amd64"
    listing.mkdir(parents=True)
    ftparchive = ["apt-ftparchive"]
    index = subprocess.run(
        [*ftparchive, "packages", "pool"], cwd=folder, check=True, capture_output=True
    )
    (listing / "Packages").write_bytes(index.stdout)
    release = subprocess.run(
        [
            *ftparchive,
            *("-o", "APT::FTPArchive::Release::Suite=stable"),
            *("-o", "APT::FTPArchive::Release::Codename=stable"),
            *("-o", "APT::FTPArchive::Release::Components=main"),
            *("-o", "APT::FTPArchive::Release::Architectures=amd64"),
            *("release", "dists/stable"),
        ],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    (folder / "dists/stable/Release").write_bytes(release.stdout)
    home.mkdir(mode=0o700)
    gpg = ["gpg", "--batch", "--quiet", f"--homedir={home}", "--passphrase", ""]
    name = "Trial of a repository <trial@call-notifier.example>"
    subprocess.run(
        [*gpg, "--quick-generate-key", name, "ed25519", "sign", "1d"],
        check=True,
        capture_output=True,
    )
    subprocess.run([*gpg, "--export", "--output", home / "public.gpg"], check=True)
    signed = folder / "dists/stable/InRelease"
    subprocess.run(
        [*gpg, "--clearsign", "--output", signed, folder / "dists/stable/Release"], check=True
    )
    subprocess.run(["gpgconf", f"--homedir={home}", "--kill", "all"], check=True)


def add(root: Path, home: Path) -> None:
    """Have a system use the repository that lies in its ``/srv/repository``."""
    keyring = root / KEYRING
    keyring.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(home / "public.gpg", keyring)
    (root / "etc/apt/sources.list.d/trial.list").write_text(
        f"deb [signed-by=/{KEYRING}] file:/srv/repository stable main\n", encoding="utf-8"
    )
