"""The version of a program or library of Windows, as it stands in its resources.

Windows Installer compares it with that of the file on the disk; WiX reads it by itself, wixl does
not. Microsoft, "VS_FIXEDFILEINFO structure".
"""

import struct
from pathlib import Path

__all__ = ["ENDINGS", "file_version"]

ENDINGS = frozenset({".dll", ".exe", ".pyd"})

_HEAD = "VS_VERSION_INFO".encode("utf-16-le")
_FIXED = struct.Struct("<IIII")
"""dwSignature, dwStrucVersion, dwFileVersionMS, dwFileVersionLS."""

_SIGNATURE = 0xFEEF04BD
_FAR = 64
"""Bytes behind the name within which the structure begins: its end and padding to four."""


def file_version(file: Path) -> str | None:
    """Four numbers with dots; None for a file without a version."""
    if file.suffix.casefold() not in ENDINGS:
        return None
    data = file.read_bytes()
    if not data.startswith(b"MZ"):
        return None
    at = data.rfind(_HEAD)
    if at < 0:
        return None
    begin = data.find(struct.pack("<I", _SIGNATURE), at, at + len(_HEAD) + _FAR)
    if begin < 0 or begin + _FIXED.size > len(data):
        return None
    _, _, high, low = _FIXED.unpack_from(data, begin)
    return f"{high >> 16}.{high & 0xFFFF}.{low >> 16}.{low & 0xFFFF}"
