"""Which libraries of the system the frozen folder needs, read from its files.

Every ELF file names the libraries that it is linked to. What lies in the folder itself is there;
the rest is the system's, and a package has to ask for it.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

__all__ = ["debian_depends", "elf_files", "rpm_requires"]

T64 = {
    name: f"{name}t64"
    for name in (
        *("libasound2", "libatk1.0-0", "libcups2", "libcurl4", "libglib2.0-0", "libgtk-3-0"),
        *("libpng16-16", "libreadline8", "libssl3"),
    )
}
"""Packages that Debian 13 and Ubuntu 24.04 gave another name when their 32-bit kin changed (the
64-bit time_t transition); the 64-bit library is the same."""

OPTIONAL = ("libqgtk3.so",)
"""Files that something is better with and nothing needs: Qt's plugin for GNOME's dialogues and
fonts, without which it uses its own. GTK would be most of what a bare system has to install."""

_LOADERS = re.compile(r"ld-linux.*|linux-vdso.*")


def elf_files(folder: Path) -> list[Path]:
    """All programs and libraries in it, without those that are optional."""
    files = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF" and path.name not in OPTIONAL:
                    files.append(path)
    return files


def rpm_requires(folder: Path) -> list[str]:
    """As rpm names libraries: ``libEGL.so.1()(64bit)``, which each distribution understands.

    Of glibc the newest version of its symbols that one of the files asks for.
    """
    needed: set[str] = set()
    glibc = (0, 0)
    for library, versions in _missing(folder):
        needed.add(f"{library}()(64bit)")
        for version in versions:
            if found := re.fullmatch(r"GLIBC_(\d+)\.(\d+)(?:\.\d+)?", version):
                glibc = max(glibc, (int(found[1]), int(found[2])))
    needed.add(f"libc.so.6(GLIBC_{glibc[0]}.{glibc[1]})(64bit)")
    return sorted(needed)


def _missing(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Each library that a file is linked to and that is not in the folder."""
    present = {path.name for path in folder.rglob("*")}
    for library, versions in _linked(elf_files(folder)):
        if library not in present and not _LOADERS.fullmatch(library):
            yield library, versions


def _linked(files: list[Path]) -> Iterator[tuple[str, list[str]]]:
    """Each library that a file is linked to, with the versions of symbols that it asks of it."""
    for file in files:
        said = subprocess.run(
            ["objdump", "-p", str(file)], check=True, capture_output=True, text=True
        ).stdout
        versions: dict[str, list[str]] = {}
        library = ""
        for line in said.splitlines():
            if found := re.match(r"\s+required from (\S+):", line):
                library = found[1]
            elif found := re.match(r"\s+0x\w+ 0x\w+ \d+ (\S+)$", line):
                versions.setdefault(library, []).append(found[1])
        for name in re.findall(r"^\s+NEEDED\s+(\S+)", said, re.MULTILINE):
            yield name, versions.get(name, [])


def debian_depends(folder: Path, work: Path) -> list[str]:
    """The packages of this machine that hold what is missing, with newer releases' names first.

    Which versions will do Debian's own tool finds out. It also names packages of libraries that lie
    in the folder, because they have the same names; those are left out.

    :param work: a folder of its own for what the tool wants to see.
    :raises ValueError: a library belongs to no installed package.
    """
    owners = _owners({library for library, _ in _missing(folder)})
    (work / "debian").mkdir(parents=True)
    (work / "debian/control").write_text(
        "Source: call-notifier\n\nPackage: call-notifier\nArchitecture: any\n", encoding="utf-8"
    )
    folders = sorted({str(file.parent) for file in folder.rglob("*.so*")})
    done = subprocess.run(
        ["dpkg-shlibdeps", "-O", "--ignore-missing-info", f"-S{folder}"]
        + [f"-l{name}" for name in folders]
        + [f"-e{file}" for file in elf_files(folder)],
        cwd=work,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise ValueError(f"dpkg-shlibdeps: {done.stderr.strip()}")
    line = done.stdout.strip().removeprefix("shlibs:Depends=")
    found = [part.strip() for part in line.split(",") if part.strip()]
    found = [dependency for dependency in found if dependency.split()[0] in owners]
    if unnamed := owners.difference(dependency.split()[0] for dependency in found):
        raise ValueError(f"dpkg-shlibdeps names no version of {', '.join(sorted(unnamed))}")
    return sorted(map(_with_new_name, found))


def _owners(libraries: set[str]) -> set[str]:
    """The packages of this machine that libraries are from."""
    said = subprocess.run(
        ["/sbin/ldconfig", "-p"], check=True, capture_output=True, text=True
    ).stdout
    known = dict(re.findall(r"^\s+(\S+) \(libc6,x86-64[^)]*\) => (\S+)$", said, re.MULTILINE))
    owners = set()
    for library in libraries:
        path = known.get(library, "")
        # dpkg knows the path below /usr, or the one from before the two were merged.
        places = [path, path.removeprefix("/usr"), f"/usr{path}"] if path else []
        done = subprocess.run(["dpkg", "-S", *places], capture_output=True, text=True)
        names = {line.partition(":")[0] for line in done.stdout.splitlines()}
        if len(names) != 1:
            raise ValueError(f"{library} belongs to no package of this machine")
        owners |= names
    return owners


def _with_new_name(dependency: str) -> str:
    name, _, rest = dependency.partition(" ")
    if name not in T64:
        return dependency
    return f"{T64[name]} {rest} | {name} {rest}".replace("  ", " ").strip()
