"""Secrets that an organisation has put on this machine: files that only root can read.

Each is a file ``NAME`` in the folder (:attr:`notifier.settings.paths.Paths.secrets_dir`) with one
line. Owner and mode are looked at on the very handle that is read from, so that nothing can be put
in a file's place in between; links count nowhere.
"""

import errno
import os
import re
import stat
import unicodedata
from pathlib import Path
from typing import Literal

__all__ = ["MAX_SECRET", "NAME", "Refusal", "SecretFileError", "is_one_line", "read_secret"]

MAX_SECRET = 1024
"""Characters; Windows' Credential Manager takes 1280."""

NAME = re.compile(r"[a-z0-9-]{1,64}")
"""What a secret may be called: with no dot and no slash it leads nowhere but into the folder."""

Refusal = Literal[
    "missing",
    "folder",
    "owner",
    "open",
    "kind",
    "content",
    "denied",
    "unreadable",
]
"""Why a file gives no secret: there is none; the folder is not root's, or others can write to it;
the file is not root's; others may read or write it; it is no ordinary file; it is not one line of
text; this process may not read it; reading failed."""

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_MAX_BYTES = 4 * MAX_SECRET + 2
"""In UTF-8, with a line break of two octets."""


class SecretFileError(Exception):
    """The file gives no secret; never holds what stands in it."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal: Refusal = refusal


def read_secret(folder: Path, name: str, *, owner: int) -> str:
    """Return the line in a secret's file.

    :param owner: the user whose folder and file count.
    :raises SecretFileError: there is none to be had.
    """
    if NAME.fullmatch(name) is None:
        raise SecretFileError("missing")
    return _line(_bytes(folder, name, owner))


def is_one_line(secret: str) -> bool:
    """Whether nothing in it ends a line or controls a terminal.

    RFC 8265 section 4.2 (OpaqueString), which RFC 8489 prescribes for passwords, has none of
    these. A line break is usually the trace of a file that was read whole.
    """
    return not any(unicodedata.category(character) in {"Cc", "Cs"} for character in secret)


def _bytes(folder: Path, name: str, owner: int) -> bytes:
    try:
        handle = _opened(folder, name, owner)
        try:
            facts = os.fstat(handle)
            if not stat.S_ISREG(facts.st_mode):
                raise SecretFileError("kind")
            if facts.st_uid != owner:
                raise SecretFileError("owner")
            if facts.st_mode & _OTHERS:
                raise SecretFileError("open")
            return os.read(handle, _MAX_BYTES + 1)
        finally:
            os.close(handle)
    except FileNotFoundError:
        raise SecretFileError("missing") from None
    except PermissionError:
        raise SecretFileError("denied") from None
    except OSError as error:
        # A link, which O_NOFOLLOW forbids; a socket.
        kind = error.errno in (errno.ELOOP, errno.ENXIO)
        raise SecretFileError("kind" if kind else "unreadable") from None


def _opened(folder: Path, name: str, owner: int) -> int:
    try:
        place = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except NotADirectoryError:  # a link as well: O_DIRECTORY comes first
        raise SecretFileError("folder") from None
    try:
        facts = os.fstat(place)
        if facts.st_uid != owner or facts.st_mode & _OTHERS_WRITE:
            raise SecretFileError("folder")
        # Non-blocking: a pipe would keep us waiting for ever.
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        return os.open(name, flags, dir_fd=place)
    finally:
        os.close(place)


def _line(data: bytes) -> str:
    if len(data) > _MAX_BYTES:
        raise SecretFileError("content")
    try:
        secret = data.decode()
    except UnicodeDecodeError:
        raise SecretFileError("content") from None
    secret = secret.removesuffix("\n").removesuffix("\r")
    if not secret or len(secret) > MAX_SECRET or not is_one_line(secret):
        raise SecretFileError("content")
    return secret
