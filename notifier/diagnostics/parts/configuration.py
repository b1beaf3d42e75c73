"""The settings in force with their origins, what is wrong with them, and what logs in where.

No secret is read for it but to say that it is there. A key ring is asked only where it surely asks
nobody for a password.
"""

import asyncio
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from notifier.diagnostics.bus import session_bus
from notifier.diagnostics.part import Asked
from notifier.redaction.rules import REMOVED
from notifier.settings.definitions import SECTIONS
from notifier.settings.load import Loaded
from notifier.settings.model import QuietHours, ServerSetting
from notifier.settings.secrets import SecretProblem, needs_secret, resolve

__all__ = ["configuration", "key_ring", "servers"]


def configuration(asked: Asked) -> dict[str, Any]:
    """Every setting with where its value comes from."""
    loaded = asked.loaded()
    return {
        "file": str(loaded.file),
        "exists": loaded.file.exists(),
        "settings": _settings(loaded),
        "problems": [
            {
                "file": str(problem.file),
                "line": problem.line,
                "key": problem.key,
                "message": problem.message,
            }
            for problem in loaded.problems
        ],
    }


def _settings(loaded: Loaded) -> list[dict[str, Any]]:
    units = {
        f"{section.name}.{definition.key}": definition.unit or None
        for section in SECTIONS
        for definition in section.definitions
    }
    return [
        {
            "key": value.key,
            "value": REMOVED if _is_name(value.key) and value.value else _plain(value.value),
            "unit": units.get(value.key),
            "from": str(value.origin),
        }
        for value in loaded.values.values()
    ]


def _is_name(key: str) -> bool:
    """With which name somebody logs in is half of what it takes."""
    return key.endswith("].username")


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(element) for element in value]
    return str(value) if isinstance(value, Path | QuietHours) else value


def servers(asked: Asked) -> dict[str, Any]:
    """The servers, and whether what to log in with is found."""
    loaded = asked.loaded()
    quiet = _asks_nobody(asked.environ)
    return {
        "from": str(loaded.servers_origin),
        "servers": [
            {
                "number": number,
                "urls": list(setting.urls),
                "label": setting.label,
                "kind": setting.credential,
                "certificates": None if setting.ca_file is None else setting.ca_file.is_file(),
                "logIn": _log_in(setting, asked, quiet=quiet),
            }
            for number, setting in zip(loaded.server_numbers, loaded.settings.servers, strict=True)
        ],
    }


def _log_in(setting: ServerSetting, asked: Asked, *, quiet: bool) -> str:
    if not needs_secret(setting):
        return "needs none"
    if setting.secret_file is not None:
        where = f"the secret {setting.secret_file} of the organisation"
    elif setting.password_env is not None:
        where = f"the environment variable {setting.password_env}"
    elif quiet:
        where = "the key ring"
    else:
        return "in the key ring, which is not asked: it might ask you in turn"
    found = asyncio.run(resolve(setting, environ=asked.environ, now=0, paths=asked.paths))
    if isinstance(found, SecretProblem):
        return f"not found in {where} ({found.reason})"
    return f"found in {where}"


def key_ring(asked: Asked) -> dict[str, Any]:
    """Which key ring there is."""
    import keyring

    backend = keyring.get_keyring()
    inner = getattr(backend, "backends", None) or [backend]
    return {
        "backends": [f"{type(each).__module__}.{type(each).__qualname__}" for each in inner],
        "priority": float(backend.priority),
        "open": _asks_nobody(asked.environ),
    }


def _asks_nobody(environ: Mapping[str, str]) -> bool:
    """Whether a question to the key ring surely shows no question to the person."""
    import keyring

    backend = keyring.get_keyring()
    inner = getattr(backend, "backends", None) or [backend]
    names = {type(each).__module__.rpartition(".")[2] for each in inner}
    if names <= {"null", "fail"} or (sys.platform == "win32" and names == {"Windows"}):
        return True
    if not names <= {"SecretService", "null", "fail"}:
        return False
    with suppress(Exception), session_bus(environ) as bus:
        return (
            bus.value(
                "org.freedesktop.secrets",
                "/org/freedesktop/secrets/aliases/default",
                "org.freedesktop.Secret.Collection",
                "Locked",
            )
            is False
        )
    return False
