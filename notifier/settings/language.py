"""The language in which a person is spoken to: as set, or else the system's."""

import re
import sys
from collections.abc import Mapping

__all__ = ["canonical", "fallbacks", "language_in_force"]

_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}", re.ASCII)


def canonical(tag: str) -> str | None:
    """Write a language tag (BCP 47) in lower case with hyphens; None where it is none."""
    return tag.replace("_", "-").lower() if _TAG.fullmatch(tag) else None


def fallbacks(language: str | None) -> list[str]:
    """From a language to its base, the most exact first: pt-br, pt (RFC 4647 section 3.4)."""
    parts = (canonical(language or "") or "").split("-")
    tags = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return [tag for tag in tags if tag]


def language_in_force(setting: str | None, environ: Mapping[str, str]) -> str | None:
    """Return the language as a tag; None where nothing names one.

    :param setting: ``desktop.language``; None asks the system.
    """
    return setting or _of_environment(environ) or _of_system()


def _of_environment(environ: Mapping[str, str]) -> str | None:
    """As gettext reads it: LANGUAGE counts only beside a locale that is not C."""
    locale = next(filter(None, map(environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    tag = _of_locale(locale)
    if tag is None:
        return None
    first = environ.get("LANGUAGE", "").partition(":")[0]
    return _of_locale(first) or tag


def _of_locale(name: str) -> str | None:
    """``de_DE.UTF-8@euro`` is ``de-DE``; C and POSIX are no language."""
    tag = re.split(r"[.@]", name, maxsplit=1)[0]
    return tag.replace("_", "-") if _TAG.fullmatch(tag) and tag != "POSIX" else None


if sys.platform == "win32":
    import ctypes

    def _of_system() -> str | None:
        name = ctypes.create_unicode_buffer(85)  # LOCALE_NAME_MAX_LENGTH
        found = ctypes.windll.kernel32.GetUserDefaultLocaleName(name, len(name))
        return _of_locale(name.value) if found else None

elif sys.platform == "darwin":
    import plistlib
    from pathlib import Path

    def _of_system() -> str | None:
        # Programs that are not started from a terminal have no LANG there.
        file = Path.home() / "Library/Preferences/.GlobalPreferences.plist"
        try:
            languages = plistlib.loads(file.read_bytes()).get("AppleLanguages")
        except (OSError, ValueError):
            return None
        first = languages[0] if isinstance(languages, list) and languages else ""
        return _of_locale(str(first))

else:

    def _of_system() -> str | None:
        return None
