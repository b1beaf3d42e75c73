"""Version numbers of this program: three numbers, compared one after the other.

Packages add their own: ``1:0.3.0-1.el9`` is an epoch, our number and the package's revision
(deb-version(7), and the same for rpm). What comes before a release (``0.3.0~rc1``, ``0.3.0-rc1`` of
a feed) is none of ours and is not told.
"""

import re

__all__ = ["Number", "number", "number_of_package"]

Number = tuple[int, int, int]

_PART = r"(0|[1-9][0-9]{0,5})"
_NUMBER = re.compile(rf"{_PART}\.{_PART}\.{_PART}")
_PACKAGE = re.compile(rf"(?:[0-9]{{1,6}}:)?({_NUMBER.pattern})(?:-[0-9][A-Za-z0-9.+_^~]{{0,60}})?")


def number(text: str) -> Number | None:
    """Read ``0.3.0``; None where it is anything else."""
    match = _NUMBER.fullmatch(text)
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def number_of_package(text: str) -> str | None:
    """Our number in a package's version; None where there is none."""
    match = _PACKAGE.fullmatch(text)
    return match[1] if match else None
