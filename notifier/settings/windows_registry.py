"""The registry of Windows, read in its 64-bit view whatever this program is.

Tested over a stand-in for ``winreg``; never run on Windows.
"""

import sys

from notifier.settings.policy_registry import MAX_DEPTH, MAX_NAMES, Hive, Key

if sys.platform == "win32":
    import winreg

    __all__ = ["WindowsRegistry"]

    class WindowsRegistry:
        """Reads keys; writes none."""

        def read(self, hive: Hive, path: str) -> Key | None:
            """A key with all below it; None where there is none.

            :raises OSError: it can't be read.
            """
            root = winreg.HKEY_LOCAL_MACHINE if hive == "HKLM" else winreg.HKEY_CURRENT_USER
            access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
            try:
                with winreg.OpenKey(root, path, 0, access) as handle:
                    return _read(handle, access, MAX_DEPTH)
            except FileNotFoundError:
                return None

    def _read(handle: winreg.HKEYType, access: int, depth: int) -> Key:
        keys, values, _changed = winreg.QueryInfoKey(handle)
        found: dict[str, object] = {}
        for number in range(min(values, MAX_NAMES)):
            name, value, kind = winreg.EnumValue(handle, number)
            if kind == winreg.REG_EXPAND_SZ:
                value = winreg.ExpandEnvironmentStrings(value)
            found[name] = value
        below: dict[str, Key] = {}
        for number in range(min(keys, MAX_NAMES) if depth > 1 else 0):
            name = winreg.EnumKey(handle, number)
            with winreg.OpenKey(handle, name, 0, access) as inner:
                below[name] = _read(inner, access, depth - 1)
        return Key(found, below)
