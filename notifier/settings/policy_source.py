"""What all places of policy have in common: what they give, and which files count.

A file counts only if nobody but the machine's owner could have written it: it would be a way to
set for other people what they can't change.
"""

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from notifier.sentence import Sentence, sentence
from notifier.settings.layer import MAX_BYTES, Layer, Problem

__all__ = ["Policy", "PolicySource", "RefusedError", "checked_bytes", "file_state", "only_owners"]

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


@dataclass(frozen=True, slots=True)
class Policy:
    """What was found."""

    mandatory: tuple[Layer, ...] = ()
    default: tuple[Layer, ...] = ()
    """Both with the weakest first."""

    problems: tuple[Problem, ...] = ()

    def under(self, stronger: "Policy") -> "Policy":
        """Both, where they say the same thing the other one."""
        return Policy(
            self.mandatory + stronger.mandatory,
            self.default + stronger.default,
            self.problems + stronger.problems,
        )


class PolicySource(Protocol):
    """One place where an organisation sets something."""

    def read(self) -> Policy:
        """What stands there; never raises."""

    def state(self) -> object:
        """Equal for as long as nothing there changes, permissions included."""


class RefusedError(ValueError):
    """A file is not used; the message says why."""

    def __init__(self, message: Sentence, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


def only_owners(facts: os.stat_result, owner: int, what: Sentence) -> None:
    """Refuse what somebody else could have written.

    Windows has no such modes; the folders that are read there can be written by administrators
    alone (:attr:`notifier.settings.paths.Paths.policy_dir`).

    :raises RefusedError: with a sentence about ``what``.
    """
    if sys.platform == "win32":
        return
    if facts.st_uid != owner:
        if owner == 0:
            raise RefusedError(sentence("{what} does not belong to root", what=what))
        raise RefusedError(
            sentence("{what} does not belong to user {number}", what=what, number=owner)
        )
    if facts.st_mode & _OTHERS_WRITE:
        raise RefusedError(
            sentence("others than its owner can write to {what}; set its mode to go-w", what=what)
        )


def checked_bytes(file: Path, owner: int | None) -> bytes:
    """Read a file, and look at its owner by the very handle it is read from.

    :param owner: None: anybody may own it and write to it.
    :raises RefusedError: it can't be read, is too long, or others can write to it.
    """
    try:
        # Non-blocking: a pipe would keep us waiting for ever.
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(handle, "rb") as opened:
            facts = os.fstat(handle)
            if not stat.S_ISREG(facts.st_mode):
                raise RefusedError(sentence("expected an ordinary file"))
            if owner is not None:
                only_owners(facts, owner, sentence("the file"))
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or error
        raise RefusedError(sentence("can't be read: {reason}", reason=reason)) from None
    if len(data) > MAX_BYTES:
        raise RefusedError(sentence("longer than {size} KiB", size=MAX_BYTES // 1024))
    return data


def file_state(file: Path) -> object:
    """What changes with a file's content, owner and mode; None where there is none.

    The second time is that of the inode, which also chmod and chown change (POSIX, stat).
    """
    try:
        facts = file.stat()
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino, facts.st_size
