"""The archive: what was shown, file by file, and a page that says what it is."""

import io
import os
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import notifier
from notifier.sentence import Sentence, sentence
from notifier.settings.atomic import create, replace

if TYPE_CHECKING:
    from notifier.diagnostics.collect import Piece

__all__ = ["ABOUT", "BundleError", "about", "packed", "write"]

ABOUT = "about.txt"

_MODE = 0o600


class BundleError(Exception):
    """The archive can't be written; the message is one sentence."""

    def __init__(self, message: Sentence, *, exists: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.exists = exists
        """Because there is a file of this name."""


def about(pieces: "Sequence[Piece]", *, addresses: bool) -> "Piece":
    """The page that comes first."""
    from notifier.diagnostics.collect import Piece  # brings every room; who writes has none

    lines = [
        f"Call Notifier {notifier.__version__}: diagnostics for a help desk.",
        "",
        "Passwords, tokens, user names, names of this person and this computer, e-mail and MAC",
        "addresses and where calls took place were taken out or replaced by numbers; the same",
        "number stands for the same thing in all files. IP addresses "
        + ("are in it: this was agreed to." if addresses else "were replaced, too."),
        "",
        *(f"{piece.name:16} {piece.size:>8}  {piece.says}" for piece in pieces),
        "",
    ]
    return Piece(ABOUT, sentence("What this archive is"), "\n".join(lines))


def packed(files: Sequence[tuple[str, str]]) -> bytes:
    """The archive's bytes.

    :param files: of each the name and the text.
    """
    now = time.localtime()[:6]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files:
            entry = zipfile.ZipInfo(name, now)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _MODE << 16
            archive.writestr(entry, text.encode("utf-8", "replace"))
    return buffer.getvalue()


def write(target: Path, files: Sequence[tuple[str, str]], *, replacing: bool = False) -> None:
    """Write the archive, whole or not at all, for this person alone.

    :param files: of each the name and the text.
    :param replacing: a file of this name may be written over.
    :raises BundleError: it can't be written.
    """
    data = packed(files)
    try:
        if not target.parent.is_dir():
            message = sentence("There is no folder {folder}.", folder=target.parent)
            raise BundleError(message)
        if target.is_dir():
            raise BundleError(sentence("{file} is a folder.", file=target))
        if replacing and target.exists():
            os.chmod(target, _MODE)  # which a file keeps that is written anew
            replace(target, data)
        elif not create(target, data):
            raise BundleError(sentence("There is a file {file} already.", file=target), exists=True)
    except OSError as error:
        reason = error.strerror or str(error)
        message = sentence("{file} can't be written: {reason}.", file=target, reason=reason)
        raise BundleError(message) from error
