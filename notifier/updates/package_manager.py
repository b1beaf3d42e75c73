"""What the package manager knows on this machine: its own lists, without a network.

They are as new as the machine's last ``apt update`` or the cache of dnf, which systems bring up to
date by themselves.
"""

import itertools
import re
import subprocess
from collections.abc import Mapping
from typing import Literal

from notifier.sentence import Sentence, sentence
from notifier.updates.number import number_of_package

__all__ = ["ANSWER_LIMIT", "PACKAGE", "PackageManagerError", "Versions", "versions"]

PACKAGE = "call-notifier"

ANSWER_LIMIT = 20.0
"""Seconds for one of its programs; apt takes one on a slow disk, dnf three."""

Versions = tuple[str | None, str | None]
"""Which is installed, and the newest that the lists have; None: none."""

_APT_LINE = re.compile(r"^ {1,8}(Installed|Candidate): *(\S+) *$", re.MULTILINE)

_DNF_NONE = re.compile(r"no match(ing|es)", re.IGNORECASE)
"""What dnf 4 and 5 say, with exit status 1, where there is nothing to list."""


class PackageManagerError(Exception):
    """It did not answer; the message says why."""

    def __init__(self, message: Sentence) -> None:
        super().__init__(message)
        self.message = message


def versions(
    kind: Literal["deb", "rpm"], environ: Mapping[str, str], package: str = PACKAGE
) -> Versions:
    """Ask for the numbers of the package.

    :raises PackageManagerError: where it does not answer.
    """
    return _apt(environ, package) if kind == "deb" else _rpm(environ, package)


def _apt(environ: Mapping[str, str], package: str) -> Versions:
    status, out, errors = _run(environ, "apt-cache", "policy", package)
    if status != 0:
        raise _refused("apt-cache", errors)
    found = {match[1]: number_of_package(match[2]) for match in _APT_LINE.finditer(out)}
    return found.get("Installed"), found.get("Candidate")


def _rpm(environ: Mapping[str, str], package: str) -> Versions:
    status, out, errors = _run(environ, "rpm", "-q", "--qf", "%{VERSION}\\n", package)
    # Several while one replaces the other.
    installed = number_of_package(out.split()[-1]) if status == 0 and out.split() else None
    # -C: from the system's cache, as it is; nothing is fetched, and no root is needed.
    status, out, errors = _run(environ, "dnf", "-C", "-q", "list", "--upgrades", package)
    if status != 0:
        if _DNF_NONE.search(errors) or _DNF_NONE.search(out):
            return installed, None
        raise _refused("dnf", errors)
    words = out.split()  # of lines that are broken where a column is too wide
    name = re.compile(rf"{re.escape(package)}\.[a-z0-9_]+")
    for word, following in itertools.pairwise(words):
        if name.fullmatch(word) and (newest := number_of_package(following)):
            return installed, newest
    return installed, None


def _run(environ: Mapping[str, str], *command: str) -> tuple[int, str, str]:
    try:
        done = subprocess.run(
            command,
            env={**environ, "LC_ALL": "C", "LANGUAGE": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=ANSWER_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PackageManagerError(
            sentence(
                "{program} did not answer within {limit} seconds",
                program=command[0],
                limit=round(ANSWER_LIMIT),
            )
        ) from None
    except OSError as error:
        raise _refused(command[0], error.strerror or str(error)) from None
    return (
        done.returncode,
        done.stdout.decode("utf-8", "replace"),
        done.stderr.decode("utf-8", "replace"),
    )


def _refused(program: str, words: str) -> PackageManagerError:
    last = words.strip().rpartition("\n")[2][:200] or sentence("it gave no reason")
    return PackageManagerError(
        sentence("{program} did not answer: {reason}", program=program, reason=last)
    )
