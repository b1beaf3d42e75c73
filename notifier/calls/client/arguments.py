"""What the callstats API's arguments may be, and in which words a wrong one is refused.

Limits are the API's own. Dictionaries may be written with its camelCase keys or in snake_case, and
whatever has attributes in place of keys will do.
"""

import json
import os
import re
import sys
import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, NoReturn, TypeVar

from notifier.calls.client.peer import plain
from notifier.calls.messages import LOG_LIMIT, Device

__all__ = [
    "CONFERENCE_BYTES",
    "ID_BYTES",
    "LABEL_BYTES",
    "NAME_CHARACTERS",
    "SDP_CHARACTERS",
    "Identity",
    "Refused",
    "choice",
    "devices",
    "error_data",
    "field",
    "function",
    "identity",
    "log_text",
    "missing",
    "number",
    "refuse",
    "seconds",
    "shortened",
    "stars",
    "text",
    "urls",
    "user",
]

ID_BYTES = 128
"""Of a user's ID."""

CONFERENCE_BYTES = 256
SITE_BYTES = 256
"""Of ``siteID`` and of each of ``additionalIDs``."""

VERSION_BYTES = 30
"""Of the application's version."""

LABEL_BYTES = 20
"""Of a usage label: front-camera, mic, screen, ..."""

NAME_CHARACTERS = 128
"""Of each part of a user object."""

SDP_CHARACTERS = 200_000
"""Of one session description; what is longer is cut there."""

_DEVICES_LIMIT = 200
_NAME_LIMIT = 512

_URLS_LIMIT = 64
_URL_CHARACTERS = 300

_ADDITIONAL_IDS = (
    *("customerID", "tenantID", "productName", "meetingsName", "serverName"),
    *("pbxID", "pbxExtensionID", "fqExtensionID", "sessionID"),
)

_SNAKE = re.compile(r"(?<=[a-z])([A-Z])")
"""Where snake_case has its underscores: userID is user_id."""

Word = TypeVar("Word", bound=StrEnum)


class Refused(Exception):
    """An argument is wrong; the text is ``<reason> <detail>``."""


def refuse(reason: str, detail: str = "") -> NoReturn:
    """:raises Refused: always."""
    raise Refused(f"{reason} {detail}".rstrip())


def missing(name: str) -> NoReturn:
    """:raises Refused: always."""
    refuse("argument missing:", name)


def text(value: object, name: str, limit: int, *, empty: bool = False) -> str:
    """Check a text of ``limit`` UTF-8 bytes at most.

    :raises Refused: it is none, too long, or empty where it may not be.
    """
    if value is None:
        missing(name)
    if not isinstance(value, str):
        refuse("argument invalid:", f"{name} is no string")
    if not value and not empty:
        refuse("argument invalid:", f"{name} is empty")
    try:
        size = len(value.encode())
    except UnicodeEncodeError:
        refuse("argument invalid:", f"{name} is no Unicode")
    if size > limit:
        refuse("argument invalid:", f"{name} has more than {limit} bytes")
    return str(value)


def choice(words: type[Word], value: object, reason: str) -> Word:
    """Check a word of an enumeration.

    :raises Refused: it is none.
    """
    if isinstance(value, str):
        try:
            return words(value)
        except ValueError:
            pass
    refuse(reason, "" if value is None else str(plain(value))[:40])


def field(of: object, name: str) -> Any:
    """An entry of a dictionary or an attribute, in camelCase or in snake_case; None without it."""
    for spelling in (name, _SNAKE.sub(r"_\1", name).lower()):
        try:
            found = of.get(spelling) if isinstance(of, Mapping) else getattr(of, spelling, None)
        except Exception:
            found = None
        if found is not None:
            return found
    return None


def user(value: object) -> tuple[str, str | None]:
    """The ID and, of a user object, the name of a user.

    :raises Refused: it is neither a text nor an object with ``userName`` and ``aliasName``.
    """
    if value is None:
        missing("local_user_id")
    if isinstance(value, str):
        return text(value, "local_user_id", ID_BYTES), None
    parts = {}
    for name in ("aliasName", "userName"):
        found = field(value, name)
        if not isinstance(found, str) or not 0 < len(found) <= NAME_CHARACTERS:
            refuse("argument invalid:", f"local_user_id.{name}")
        parts[name] = found
    login = field(value, "loginID")
    if login is not None and (not isinstance(login, str) or len(login) > NAME_CHARACTERS):
        refuse("argument invalid:", "local_user_id.loginID")
    return parts["aliasName"], parts["userName"]


@dataclass(frozen=True, slots=True)
class Identity:
    """What ``initialize`` was told."""

    app_id: str
    user_id: str
    user_name: str | None
    application: str
    """What people know the application by."""

    application_version: str | None
    site_id: str | None
    additional_ids: dict[str, str] | None


def identity(app_id: object, local_user_id: object, config: object) -> Identity:
    """Check what ``initialize`` was told.

    :raises Refused: something is missing, too long or no text.
    """
    if isinstance(app_id, int) and not isinstance(app_id, bool):
        app_id = str(app_id)
    app_id = text(app_id, "app_id", _NAME_LIMIT)
    user_id, user_name = user(local_user_id)
    version = field(config, "applicationVersion")
    if version is not None:
        version = text(version, "config.applicationVersion", VERSION_BYTES, empty=True)
    site = field(config, "siteID")
    if site is not None:
        site = text(site, "config.siteID", SITE_BYTES, empty=True)
    given = field(config, "additionalIDs")
    ids = {}
    for name in _ADDITIONAL_IDS if given is not None else ():
        value = field(given, name)
        if value is not None:
            ids[name] = text(value, f"config.additionalIDs.{name}", SITE_BYTES, empty=True)
    return Identity(
        app_id=app_id,
        user_id=user_id,
        user_name=user_name,
        application=shortened(ids.get("productName") or _program(), 300),
        application_version=version,
        site_id=site,
        additional_ids=ids or None,
    )


def _program() -> str:
    folder, name = os.path.split(sys.argv[0] if sys.argv else "")
    if name == "__main__.py":
        name = os.path.basename(folder)
    stem = os.path.splitext(name)[0]
    return stem if stem not in {"", "-c", "-m"} else "Python"


def urls(ice_servers: object) -> list[str]:
    """The URLs of a list of RTCIceServer; without credentials, which never leave the caller.

    :raises Refused: there are too many, or one is none.
    """
    if ice_servers is None:
        return []
    if isinstance(ice_servers, str | Mapping) or not isinstance(ice_servers, Iterable):
        ice_servers = [ice_servers]
    found: list[str] = []
    for server in ice_servers:
        named = server if isinstance(server, str) else field(server, "urls")
        named = field(server, "url") if named is None else named
        for url in named if isinstance(named, list | tuple) else [named]:
            if not isinstance(url, str) or not 0 < len(url) <= _URL_CHARACTERS:
                refuse("argument invalid:", "ice_servers")
            found.append(url)
    if len(found) > _URLS_LIMIT:
        refuse("argument invalid:", f"ice_servers has more than {_URLS_LIMIT} URLs")
    return found


def seconds(value: object, name: str, shortest: float, longest: float) -> float:
    """A number of seconds, moved into its limits.

    :raises Refused: it is none.
    """
    value = plain(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        refuse("argument invalid:", name)
    return min(max(float(value), shortest), longest)


def function(value: object, name: str) -> None:
    """Check what is to be called; None is fine.

    :raises Refused: it can't be called.
    """
    if value is not None and not callable(value):
        refuse("argument invalid:", f"{name} is no function")


def stars(of: object, name: str) -> int | None:
    """A rating 1..5 of the feedback.

    :raises Refused: it is another number, or none.
    """
    value = field(of, name)
    if value is None:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 5:
        refuse("argument invalid:", f"feedback.{name} is not 1 to 5")
    return value


def number(of: object, name: str) -> float:
    """A number that has to be there.

    :raises Refused: it is none.
    """
    value = plain(field(of, name))
    if isinstance(value, bool) or not isinstance(value, int | float):
        refuse("argument invalid:", name)
    return float(value)


def devices(data: object) -> list[Device]:
    """The ``deviceList`` of an event's data.

    :raises Refused: it is no list of MediaDeviceInfo.
    """
    found = field(data, "deviceList")
    if not isinstance(found, list | tuple):
        missing("event_data.deviceList")
    result = []
    for entry in found[:_DEVICES_LIMIT]:
        named = {name: field(entry, name) for name in ("deviceId", "kind", "label", "groupId")}
        if not isinstance(named["deviceId"], str) or not isinstance(named["kind"], str):
            refuse("argument invalid:", "event_data.deviceList")
        texts = {
            name: shortened(value if isinstance(value, str) else "", _NAME_LIMIT)
            for name, value in named.items()
        }
        result.append(
            Device(
                device_id=texts["deviceId"],
                kind=texts["kind"][:40],
                label=texts["label"],
                group_id=texts["groupId"],
            )
        )
    return result


def error_data(error: object) -> tuple[str | None, str | None, str | None]:
    """Name, message and stack of what a function failed with: an exception, a DOM error as an
    object or a dictionary, or a text."""
    if error is None:
        return None, None, None
    if isinstance(error, BaseException):
        stack = "".join(traceback.format_exception(error))
        return type(error).__name__, _said(error), shortened(stack)
    if isinstance(error, str):
        return None, shortened(error), None
    name, message, stack = (field(error, part) for part in ("name", "message", "stack"))
    if message is None:
        inner = field(error, "error")
        message = error if inner is None else inner
    return (
        None if name is None else shortened(_said(name), _NAME_LIMIT),
        _said(message),
        None if stack is None else _said(stack),
    )


def log_text(data: object) -> tuple[str, Literal["text", "json", "domError"]]:
    """The text of an application's log line, and its kind: text, json or domError."""
    if isinstance(data, str):
        return shortened(data), "text"
    if isinstance(data, BaseException):
        return shortened("".join(traceback.format_exception(data))), "domError"
    return _said(data), "json"


def shortened(value: str, limit: int = LOG_LIMIT) -> str:
    """Cut a text, and make it UTF-8."""
    return value[:limit].encode("utf-8", "replace").decode("utf-8")


def _said(value: object) -> str:
    """Any object as a text."""
    if isinstance(value, str):
        return shortened(value)
    try:
        if isinstance(value, BaseException):
            return shortened(str(value))
        return shortened(json.dumps(plain(value), ensure_ascii=False))
    except Exception:
        return type(value).__name__
