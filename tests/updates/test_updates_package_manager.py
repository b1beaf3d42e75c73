"""What package managers say: programs that answer as they do, and the real one of this machine."""

import os
import shutil
import textwrap
from pathlib import Path

import pytest

from notifier.updates import package_manager
from notifier.updates.package_manager import PackageManagerError, versions


def program(folder: Path, name: str, body: str) -> None:
    file = folder / name
    file.write_text("#!/bin/sh\n" + textwrap.dedent(body))
    file.chmod(0o755)


def environ(folder: Path) -> dict[str, str]:
    return {"PATH": f"{folder}:/usr/bin:/bin", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"}


APT = """\
    [ "$LC_ALL $LANGUAGE $*" = "C C policy call-notifier" ] || exit 9
    cat <<END
    call-notifier:
      Installed: {installed}
      Candidate: {candidate}
      Version table:
         0.9.0-1 500
            500 https://packages.example.com stable/main amd64 Packages
     *** 0.2.0-1 100
            100 /var/lib/dpkg/status
    END
"""


@pytest.mark.parametrize(
    ("installed", "candidate", "found"),
    [
        ("0.2.0-1", "0.3.0-1", ("0.2.0", "0.3.0")),
        ("1:0.2.0-1", "1:0.2.0-1", ("0.2.0", "0.2.0")),
        ("(none)", "0.3.0-1", (None, "0.3.0")),
        ("(none)", "(none)", (None, None)),
        ("0.2.0-1", "0.3.0~rc1-1", ("0.2.0", None)),
    ],
)
def test_apt(
    programs: Path, installed: str, candidate: str, found: tuple[str | None, str | None]
) -> None:
    program(programs, "apt-cache", APT.format(installed=installed, candidate=candidate))
    assert versions("deb", environ(programs)) == found


def test_apt_that_knows_no_such_package_says_nothing(programs: Path) -> None:
    program(programs, "apt-cache", "exit 0")
    assert versions("deb", environ(programs)) == (None, None)


def test_apt_that_fails(programs: Path) -> None:
    program(programs, "apt-cache", "echo 'E: The list of sources could not be read.' >&2; exit 100")
    with pytest.raises(PackageManagerError, match="list of sources could not be read"):
        versions("deb", environ(programs))


def test_bytes_that_are_no_text(programs: Path) -> None:
    program(programs, "apt-cache", r"printf '\377\376  Candidate: \377\n'; exit 0")
    assert versions("deb", environ(programs)) == (None, None)


def test_one_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PackageManagerError, match="apt-cache did not answer: No such file"):
        versions("deb", {"PATH": str(tmp_path)})


def test_one_that_hangs_is_ended(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_manager, "ANSWER_LIMIT", 0.2)
    program(programs, "apt-cache", "exec sleep 30")
    with pytest.raises(PackageManagerError, match="did not answer within"):
        versions("deb", environ(programs))


RPM = 'printf "0.2.0\\n"\n'

DNF = """\
    [ "$LC_ALL $*" = "C -C -q list --upgrades call-notifier" ] || exit 9
    cat <<END
{lines}
    END
"""


@pytest.mark.parametrize(
    "lines",
    [
        "Available Upgrades\ncall-notifier.x86_64    0.3.0-1    company",
        "Available upgrades\ncall-notifier.x86_64 0.3.0-1.el9 company",
        "Available Upgrades\ncall-notifier.x86_64\n                 0.3.0-1.fc43\n         updates",
    ],
)
def test_dnf(programs: Path, lines: str) -> None:
    program(programs, "rpm", RPM)
    program(programs, "dnf", textwrap.dedent(DNF).format(lines=lines))
    assert versions("rpm", environ(programs)) == ("0.2.0", "0.3.0")


@pytest.mark.parametrize(
    "words", ["Error: No matching Packages to list", "No matching packages to list"]
)
def test_dnf_that_has_nothing(programs: Path, words: str) -> None:
    program(programs, "rpm", RPM)
    program(programs, "dnf", f"echo '{words}' >&2; exit 1")
    assert versions("rpm", environ(programs)) == ("0.2.0", None)


def test_dnf_without_a_cache(programs: Path) -> None:
    program(programs, "rpm", "echo 'package call-notifier is not installed'; exit 1")
    program(
        programs, "dnf", "echo 'Error: Cache-only enabled but no cache for company' >&2; exit 1"
    )
    with pytest.raises(PackageManagerError, match="no cache for company"):
        versions("rpm", environ(programs))


@pytest.mark.skipif(shutil.which("apt-cache") is None, reason="no apt here")
def test_the_real_apt_of_this_machine() -> None:
    installed, _ = versions("deb", os.environ, package="bash")
    assert installed is None or installed.count(".") == 2
