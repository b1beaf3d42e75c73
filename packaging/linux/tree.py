"""What a Linux package holds, put together below a folder: the same for .deb and .rpm."""

import datetime
import gzip
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

__all__ = ["DATA", "HERE", "LIB", "ROOT", "Release", "filled", "sockets", "stage"]

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DATA = HERE / "data"

LIB = "usr/lib/call-notifier"
"""Where the frozen folder lies."""

APP_ID = "org.call_notifier.callnotifier"
"""AppStream's name of the program."""

PNG_SIZES = (16, 32, 48, 128)
"""Those that the browser extension has drawn of the same icon."""

Kind = Literal["deb", "rpm"]


@dataclass(frozen=True, slots=True)
class Release:
    """What is packaged."""

    version: str
    source: Path
    """A checkout, or what was exported of one."""

    frozen: Path
    """The frozen folder."""

    epoch: int
    """SOURCE_DATE_EPOCH: seconds of the commit's time."""

    maintainer: str
    quick: bool = False
    """Pack in seconds, into a larger file: to try something."""


def stage(root: Path, kind: Kind, release: Release) -> None:
    """Put everything below a folder that is empty or not there."""
    lib = root / LIB
    lib.parent.mkdir(parents=True)
    shutil.copytree(release.frozen, lib, symlinks=True)
    _write(lib / "packaged", f"{kind}\n")
    _write(lib / "version", f"{release.version}\n")
    link = root / "usr/bin/call-notifier"
    link.parent.mkdir(parents=True)
    link.symlink_to("../lib/call-notifier/call-notifier")

    share = root / "usr/share"
    _copy(DATA / "call-notifier.desktop", share / "applications/call-notifier.desktop")
    _copy(DATA / "autostart.desktop", root / "etc/xdg/autostart/call-notifier.desktop")
    _metainfo(share / f"metainfo/{APP_ID}.metainfo.xml", release)
    _icons(share / "icons/hicolor", release.source / "resources")
    _packed(DATA / "call-notifier.1", share / "man/man1/call-notifier.1.gz")
    completions = "bash-completion/completions/call-notifier"
    _copy(DATA / "call-notifier.bash", share / completions)
    zsh = "vendor-completions" if kind == "deb" else "site-functions"
    _copy(DATA / "call-notifier.zsh", share / "zsh" / zsh / "_call-notifier")

    for unit in sorted((HERE / "units").iterdir()):
        whose = "user" if unit.name == "call-notifier-watch.service" else "system"
        _copy(unit, root / "usr/lib/systemd" / whose / unit.name)
    for folder, mode in (("policy.d", 0o755), ("secrets.d", 0o700)):
        (root / "etc/call-notifier" / folder).mkdir(parents=True, exist_ok=True)
        os.chmod(root / "etc/call-notifier" / folder, mode)
    _browsers(root, kind, release.source)
    _documents(share / "doc/call-notifier", release.source)
    _settle(root, release.epoch)


def sockets() -> list[str]:
    """The units that the machine's systemd starts."""
    return sorted(unit.name for unit in (HERE / "units").glob("*.socket"))


def _metainfo(target: Path, release: Release) -> None:
    date = datetime.datetime.fromtimestamp(release.epoch, datetime.UTC).date().isoformat()
    text = (DATA / target.name).read_text(encoding="utf-8")
    _write(target, text.replace("@VERSION@", release.version).replace("@DATE@", date))


def _icons(hicolor: Path, resources: Path) -> None:
    icons = resources / "icons"
    _copy(icons / "call-notifier.svg", hicolor / "scalable/apps/call-notifier.svg")
    _copy(icons / "symbolic/good.svg", hicolor / "symbolic/apps/call-notifier-symbolic.svg")
    for size in PNG_SIZES:
        png = resources / f"extension/icon-{size}.png"
        _copy(png, hicolor / f"{size}x{size}/apps/call-notifier.png")


def _browsers(root: Path, kind: Kind, source: Path) -> None:
    """The files by which browsers find the program, as the program itself would write them."""
    write = (
        "import sys; from pathlib import Path\n"
        "from notifier.browsers.extension import installed\n"
        "from notifier.browsers.registration import install_for_all\n"
        "install_for_all(Path(sys.argv[1]), Path(sys.argv[2]), installed())"
    )
    command = [sys.executable, "-B", "-c", write, str(root), f"/{LIB}/call-notifier-host"]
    subprocess.run(command, cwd=source, check=True)
    if kind == "rpm":
        # Fedora's Firefox looks where its own libraries are.
        mozilla = root / "usr/lib/mozilla"
        shutil.copytree(mozilla, root / "usr/lib64/mozilla")


def _documents(doc: Path, source: Path) -> None:
    """The pages without their pictures, and what they have administrators copy."""
    for page in sorted((source / "docs").glob("*.md")):
        _copy(page, doc / "docs" / page.name)
    for name in ("README.md", "CHANGELOG.md"):
        _copy(source / name, doc / name)
    policies = source / "packaging/policies"
    for file in sorted(policies.glob("*.schema.json")) if policies.is_dir() else ():
        _copy(file, doc / "policy" / file.name)
    for file in sorted((source / "docs/examples").glob("*.conf")):
        _copy(file, doc / "docs/examples" / file.name)
    monitoring = source / "packaging/monitoring"
    for file in (*sorted(monitoring.glob("*.json")), *sorted(monitoring.glob("*.rules.yml"))):
        _copy(file, doc / "monitoring" / file.name)


def _settle(root: Path, epoch: int) -> None:
    """One time, and modes that depend on nobody's umask."""
    for path in sorted(root.rglob("*"), reverse=True):
        if not path.is_symlink():
            if path.is_dir():
                mode = 0o700 if path.name == "secrets.d" else 0o755
            else:
                mode = 0o755 if path.stat().st_mode & 0o100 and _starts(path) else 0o644
            os.chmod(path, mode)
        os.utime(path, (epoch, epoch), follow_symlinks=False)
    os.chmod(root, 0o755)  # noqa: S103 - as / is
    os.utime(root, (epoch, epoch))


def _starts(path: Path) -> bool:
    """Whether it is a program: wheels mark libraries as such, too."""
    with path.open("rb") as file:
        head = file.read(2)
    return (head == b"\x7fE" and ".so" not in path.name) or head == b"#!"


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _packed(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))


def filled(template: Path, release: Release) -> str:
    """A maintainer script with its version and its sockets."""
    text = template.read_text(encoding="utf-8")
    text = text.replace("@VERSION@", release.version).replace("@SOCKETS@", " ".join(sockets()))
    if left := re.search(r"@[A-Z]+@", text):
        raise ValueError(f"{template} has {left[0]}, which nothing fills in")
    return text
