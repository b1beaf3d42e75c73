"""What a program shows of itself on Windows and macOS, for packaging/frozen/call-notifier.spec:

    python packaging/program_details.py

writes build/windows/call-notifier.ico, build/windows/version.txt (PyInstaller's form of a version
resource) and build/macos/call-notifier.icns. Needs PySide6.
"""

import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(CHECKOUT), str(CHECKOUT / "packaging")]

import program_icon  # noqa: E402

from notifier import __version__  # noqa: E402

DRAWING = CHECKOUT / "resources/icons/call-notifier.svg"

US_ENGLISH = 0x0409
UNICODE = 1200
APPLICATION = 1
WINDOWS_NT = 0x40004
"""VFT_APP and VOS_NT_WINDOWS32."""


def version_resource(version: str) -> str:
    """The text that PyInstaller makes a VS_VERSION_INFO of.

    :param version: three numbers with dots.
    """
    numbers = (*map(int, version.split(".")), 0)
    texts = {
        "CompanyName": "Call Notifier",
        "FileDescription": "Call Notifier",
        "FileVersion": version,
        "InternalName": "call-notifier",
        "LegalCopyright": "Apache License, Version 2.0",
        "ProductName": "Call Notifier",
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    return (
        "VSVersionInfo(\n"
        f"  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0,\n"
        f"    OS={WINDOWS_NT:#x}, fileType={APPLICATION}, subtype=0, date=(0, 0)),\n"
        "  kids=[\n"
        f"    StringFileInfo([StringTable('{US_ENGLISH:04x}{UNICODE:04x}', [{strings}])]),\n"
        f"    VarFileInfo([VarStruct('Translation', [{US_ENGLISH}, {UNICODE}])]),\n"
        "  ],\n"
        ")\n"
    )


def main() -> None:
    """Write all three."""
    windows, macos = CHECKOUT / "build/windows", CHECKOUT / "build/macos"
    for folder in (windows, macos):
        folder.mkdir(parents=True, exist_ok=True)
    program_icon.write_ico(DRAWING, windows / "call-notifier.ico")
    (windows / "version.txt").write_text(version_resource(__version__), encoding="utf-8")
    program_icon.write_icns(DRAWING, macos / "call-notifier.icns")


if __name__ == "__main__":
    main()
