"""Makes the .rpm with rpmbuild: a spec written here, scripts from ``rpm/scripts.spec``."""

import json
import os
import re
import subprocess
from pathlib import Path

from linux.needs import rpm_requires
from linux.tree import HERE, LIB, Release, filled, stage

__all__ = ["build", "spec"]

HOST = "org.call_notifier.feed"
"""What browsers call the program's host."""

BESIDES = ("ca-certificates",)
"""What no file is linked to: whom TLS trusts."""

DESCRIPTION = """Call Notifier sits in the tray. From time to time it tests the way to the
TURN servers that calls are made through, forecasts how a call would go, and
tells by the colour of its icon, by notifications and in its windows.

Real calls of browsers and programs can be watched, too, and teach it how
well it forecasts. Organisations set it up by policy files.

The package holds the program with its own Python and libraries."""

SPEC = """\
# Nothing is compiled, stripped or moved here: the files are put in as they are.
%global __os_install_post %{{nil}}
%global debug_package %{{nil}}
%global _build_id_links none
%global _binary_payload {packing}
%global _buildhost reproducible
%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1
%global _docdir /usr/share/doc

Name: call-notifier
Version: {version}
Release: 1
Summary: Tells you, before a call, how the call will go
License: {licence}
Group: Applications/Internet
Packager: {maintainer}
Vendor: {maintainer}
# Read from the files; rpm's own search would offer the bundled libraries to other packages.
AutoReqProv: no
{requires}
Recommends: libgtk-3.so.0()(64bit)
Provides: application()
Provides: application(call-notifier.desktop)

%description
{description}

%install
cp -a {root}/. %{{buildroot}}/

{scripts}
%files
%defattr(-,root,root,-)
{files}

%changelog
* {date} {maintainer} - {version}-1
- Version {version}; CHANGELOG.md says what is new.
"""


def spec(release: Release, root: Path, requires: list[str], scripts: str) -> str:
    """The spec of what lies below ``root``.

    :param requires: what the package needs of the system.
    :param scripts: the sections that run when it comes and goes.
    """
    date = subprocess.run(
        ["date", "--utc", f"--date=@{release.epoch}", "+%a %b %d %Y"],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": "C"},
    ).stdout.strip()
    return SPEC.format(
        packing="w1.gzdio" if release.quick else "w19.zstdio",
        version=release.version,
        licence=_licences(release),
        maintainer=release.maintainer,
        requires="\n".join(f"Requires: {name}" for name in (*requires, *BESIDES)),
        description=DESCRIPTION,
        root=root,
        scripts=scripts,
        files="\n".join(_files(root)),
        date=date,
    )


def build(release: Release, work: Path, output: Path) -> Path:
    """Make the package.

    :param work: an empty folder.
    :returns: the package, below ``output``.
    """
    root = work / "root"
    stage(root, "rpm", release)
    file = work / "call-notifier.spec"
    scripts = filled(HERE / "rpm/scripts.spec", release)
    file.write_text(spec(release, root, rpm_requires(root / LIB), scripts), encoding="utf-8")
    done = subprocess.run(
        ["rpmbuild", "-bb", "--quiet", f"--define=_topdir {work / 'rpmbuild'}", str(file)],
        capture_output=True,
        text=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(release.epoch)},
    )
    if done.returncode:
        raise ValueError(f"rpmbuild: {done.stderr.strip()}")
    (made,) = (work / "rpmbuild/RPMS").rglob("*.rpm")
    return made.rename(output / made.name)


def _licences(release: Release) -> str:
    """The program's own, and of what is bundled, as SPDX writes them."""
    index = release.frozen / "licences/index.json"
    listed = json.loads(index.read_bytes())["components"] if index.exists() else []
    others = {part["licence"] for part in listed} - {"Apache-2.0"}
    words = [f"({name})" if " " in name else name for name in sorted(others)]
    return " AND ".join(["Apache-2.0", *words])


def _files(root: Path) -> list[str]:
    """The list of files; folders that are ours alone are listed, others belong to the system."""
    lines = []
    ours = (f"{LIB}", "etc/call-notifier", "usr/share/doc/call-notifier")
    # Of browsers, which may not be there; more than one package may have these.
    manifests = [path.relative_to(root) for path in root.rglob(f"{HOST}.json")]
    shared = {str(folder) for path in manifests for folder in list(path.parents)[:-2]}
    shared -= {"usr/lib", "usr/lib64", "etc/opt"}
    for path in sorted(root.rglob("*")):
        name = str(path.relative_to(root))
        quoted = re.sub(r"([%])", r"%%", name)
        quoted = f'"/{quoted}"'
        if path.is_dir() and not path.is_symlink():
            if name.startswith(ours) or name in shared:
                mode = "%attr(0700,root,root) " if name.endswith("/secrets.d") else ""
                lines.append(f"%dir {mode}{quoted}")
        elif name.startswith("etc/"):
            lines.append(f"%config(noreplace) {quoted}")
        elif name.startswith(("usr/share/doc/", "usr/share/man/")):
            lines.append(f"%doc {quoted}")
        else:
            lines.append(quoted)
    return lines
