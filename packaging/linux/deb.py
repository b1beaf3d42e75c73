"""Makes the .deb with dpkg-deb: control files computed here, maintainer scripts from ``deb/``."""

import gzip
import hashlib
import json
import os
import subprocess
from pathlib import Path

from linux.needs import debian_depends
from linux.tree import HERE, LIB, Release, filled, stage

__all__ = ["build", "control"]

SCRIPTS = ("preinst", "postinst", "prerm", "postrm")

BESIDES = ("ca-certificates", "init-system-helpers (>= 1.52)")
"""What no file is linked to: whom TLS trusts; deb-systemd-helper in the maintainer scripts."""

RECOMMENDS = (
    *("default-dbus-session-bus | dbus-session-bus", "gnome-keyring | kwalletmanager"),
    "libgtk-3-0t64 | libgtk-3-0",
)
"""Notifications and the tray; a place for passwords of servers; GNOME's fonts and dialogues."""

DESCRIPTION = """tells you, before a call, how the call will go
 Call Notifier sits in the tray. From time to time it tests the way to the
 TURN servers that calls are made through, forecasts how a call would go, and
 tells by the colour of its icon, by notifications and in its windows.
 .
 Real calls of browsers and programs can be watched, too, and teach it how
 well it forecasts. Organisations set it up by policy files.
 .
 The package holds the program with its own Python and libraries."""


def control(release: Release, *, architecture: str, depends: list[str], size_kib: int) -> str:
    """The control file (Debian Policy 5.3)."""
    fields = {
        "Package": "call-notifier",
        "Version": release.version,
        "Architecture": architecture,
        "Maintainer": release.maintainer,
        "Installed-Size": str(size_kib),
        "Depends": ", ".join([*depends, *BESIDES]),
        "Recommends": ", ".join(RECOMMENDS),
        "Section": "net",
        "Priority": "optional",
        "Description": DESCRIPTION,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def build(release: Release, work: Path, output: Path) -> Path:
    """Make the package.

    :param work: an empty folder.
    :returns: the package, below ``output``.
    """
    root = work / "root"
    stage(root, "deb", release)
    doc = root / "usr/share/doc/call-notifier"
    _write(doc / "copyright", _copyright(release), release)
    _changelog(doc, release)
    overrides = root / "usr/share/lintian/overrides/call-notifier"
    _write(overrides, (HERE / "lintian-overrides").read_text(encoding="utf-8"), release)

    architecture = _said("dpkg", "--print-architecture")
    files = [path for path in sorted(root.rglob("*")) if path.is_file() or path.is_symlink()]
    debian = root / "DEBIAN"
    depends = debian_depends(root / LIB, work / "shlibdeps")
    size = sum(path.lstat().st_size // 1024 + 1 for path in sorted(root.rglob("*")))
    text = control(release, architecture=architecture, depends=depends, size_kib=size)
    _write(debian / "control", text, release)
    conffiles = [path for path in files if path.is_relative_to(root / "etc")]
    names = "".join(f"/{path.relative_to(root)}\n" for path in conffiles)
    _write(debian / "conffiles", names, release)
    sums = "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}"
        f"  {path.relative_to(root)}\n"
        for path in files
        if not path.is_symlink() and path not in conffiles
    )
    _write(debian / "md5sums", sums, release)
    for name in SCRIPTS:
        _write(debian / name, filled(HERE / "deb" / name, release), release)
        os.chmod(debian / name, 0o755)  # noqa: S103 - dpkg wants it so
    for folder in (debian, doc, overrides.parent, overrides.parent.parent):
        os.utime(folder, (release.epoch, release.epoch))

    packing = ["-Zgzip", "-z1"] if release.quick else ["-Zxz"]
    package = output / f"call-notifier_{release.version}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", *packing, "--build", str(root), str(package)],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(release.epoch)},
    )
    return package


def _copyright(release: Release) -> str:
    """In Debian's machine-readable form, with what ``licences/index.json`` lists."""
    index = release.frozen / "licences/index.json"
    listed = json.loads(index.read_bytes())["components"] if index.exists() else []
    lines = [
        f" {part['name']} {part['version']}".rstrip() + f": {part['licence']}" for part in listed
    ]
    text = (HERE / "deb/copyright").read_text(encoding="utf-8")
    return text.replace("@COMPONENTS@", " .\n" + "\n".join(lines) if lines else " .")


def _changelog(doc: Path, release: Release) -> None:
    """What Debian's tools read; what changed is said in ``CHANGELOG.md`` beside it."""
    date = _said("date", "--utc", "--rfc-email", f"--date=@{release.epoch}")
    text = (
        f"call-notifier ({release.version}) stable; urgency=medium\n\n"
        f"  * Version {release.version}; CHANGELOG.md says what is new.\n\n"
        f" -- {release.maintainer}  {date}\n"
    )
    file = doc / "changelog.gz"
    file.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    _settle(file, release)


def _said(*command: str) -> str:
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}
    )
    return done.stdout.strip()


def _write(file: Path, text: str, release: Release) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    _settle(file, release)


def _settle(file: Path, release: Release) -> None:
    for path in (file, file.parent):
        os.chmod(path, 0o755 if path.is_dir() else 0o644)
        os.utime(path, (release.epoch, release.epoch))
