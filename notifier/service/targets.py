"""From the servers of the settings to what the probe is given: addresses and credentials."""

import asyncio
import time
from collections.abc import Mapping

from notifier.probe.request import ServerTarget
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from notifier.settings.secrets import Credentials, SecretProblem, needs_secret, resolve, turn_rest
from notifier.turn.uri import TurnUriError, parse_turn_uri

__all__ = ["targets_of", "targets_with", "without_secrets"]


async def targets_of(
    servers: tuple[ServerSetting, ...], environ: Mapping[str, str], paths: Paths | None = None
) -> tuple[ServerTarget, ...]:
    """Every URL of every server, with the credentials found for it.

    :param paths: where secrets that only root can read are; None: where they are by default.
    """
    now = time.time()
    # Side by side: a key ring that does not answer costs its limit once.
    all_found = await asyncio.gather(
        *(resolve(server, environ=environ, now=now, paths=paths) for server in servers)
    )
    return tuple(
        target
        for server, found in zip(servers, all_found, strict=True)
        for target in _targets(server, found)
    )


def targets_with(setting: ServerSetting, secret: str, *, now: float) -> tuple[ServerTarget, ...]:
    """Every URL of a server whose secret is kept nowhere yet.

    :param secret: the password, or what is shared with the server; empty for one without login.
    :param now: seconds since 1970-01-01 UTC, for credentials that expire.
    """
    if not needs_secret(setting):
        return _targets(setting, None)
    if setting.credential == "turn-rest":
        return _targets(setting, turn_rest(secret, setting.username, now=now))
    return _targets(setting, Credentials(setting.username or "", secret))


def without_secrets(
    environ: Mapping[str, str], settings: Settings, *tried: ServerSetting
) -> dict[str, str]:
    """An environment for child processes: one that needs a password gets it on its standard
    input.

    :param tried: servers that are not in the settings.
    """
    secret = {server.password_env for server in (*settings.servers, *tried)}
    secret.add(settings.fleet_token_env)
    return {name: value for name, value in environ.items() if name not in secret}


def _targets(
    server: ServerSetting, found: Credentials | SecretProblem | None
) -> tuple[ServerTarget, ...]:
    return tuple(
        ServerTarget(
            url=url,
            provider=server.label or _host(url),
            username=found.username if isinstance(found, Credentials) else None,
            password=found.password if isinstance(found, Credentials) else "",
            ca_file=str(server.ca_file) if server.ca_file else None,
            problem=found.message if isinstance(found, SecretProblem) else None,
        )
        for url in server.urls
    )


def _host(url: str) -> str:
    try:
        return parse_turn_uri(url).host
    except TurnUriError:
        return url
