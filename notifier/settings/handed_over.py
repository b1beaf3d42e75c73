"""The servers in a file that an administrator has handed over.

Two kinds of file: what can be pasted, mostly JSON (:mod:`notifier.settings.ice_server`),
which may hold a password, and TOML with ``[[server]]`` tables as our own settings have them, which
never does. What else stands in such a settings file is not for the person who gets it, and is left
out.
"""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from notifier.sentence import sentence
from notifier.settings.ice_server import IceServer, IceServerError, parse_ice_servers
from notifier.settings.load import (
    Layer,
    Problem,
    UnreadableError,
    parse,
    settle,
    text_of,
)
from notifier.settings.model import ServerSetting

__all__ = ["HandedOver", "HandedOverError", "handed_over", "read_handed_over"]


_SERVERS = re.compile(r"[{\[]|\bturns?:", re.IGNORECASE)
"""What a file that is no TOML has in it, if servers can be in it at all."""


class HandedOverError(ValueError):
    """There is no server in the file; the message says why in one sentence, without a secret."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """One server, and its password where the file holds one."""

    setting: ServerSetting
    secret: str | None = field(default=None, repr=False)


def read_handed_over(file: Path) -> tuple[HandedOver, ...]:
    """Read the servers of a file.

    :returns: at least one.
    :raises HandedOverError: with one sentence that says what is wrong.
    """
    try:
        text = text_of(file)
    except UnreadableError as error:
        raise HandedOverError(error.message) from None
    if not text.strip():
        raise HandedOverError(sentence("the file is empty, or is gone"))
    layer = parse(text, file)
    if not isinstance(layer, Problem):  # nothing is both: TOML has no braces around a document
        return _of_toml(layer, file)
    if _SERVERS.search(text) is None:
        raise HandedOverError(sentence("it is neither JSON nor TOML"))
    try:
        return tuple(map(handed_over, parse_ice_servers(text)))
    except IceServerError as error:
        raise HandedOverError(str(error)) from None


def handed_over(server: IceServer) -> HandedOver:
    """A server as it was pasted, in the settings' own terms."""
    return HandedOver(ServerSetting(urls=server.urls, username=server.username), server.credential)


def _of_toml(layer: Layer, file: Path) -> tuple[HandedOver, ...]:
    found = settle([layer], os.environ, file=file)
    if not found.settings.servers:
        about_servers = [p for p in found.problems if p.key.startswith("server")]
        why = sentence("there is no {table} table in it", table="[[server]]")
        if about_servers:
            why = about_servers[0].message
        raise HandedOverError(why)
    return tuple(HandedOver(setting) for setting in found.settings.servers)
