"""``call-notifier config``: the settings in force, what is wrong with them, and secrets.

Passwords are never shown; the feed's token is: it is made to be put into an application.
"""

import argparse
import asyncio
import contextlib
import getpass
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from notifier.cli.output import prepare_output, writing
from notifier.settings.definitions import SECTIONS, SERVER, Scope
from notifier.settings.feed_token import feed_token, new_feed_token
from notifier.settings.layer import Place, RegistryKey
from notifier.settings.load import Loaded, Origin, Value, load, settle
from notifier.settings.model import QuietHours, ServerSetting
from notifier.settings.paths import Paths
from notifier.settings.policy_folder import policy_of
from notifier.settings.secrets import (
    SecretProblem,
    entries,
    forget,
    needs_secret,
    resolve,
    store,
)
from notifier.settings.template import literal, write_first
from notifier.turn.uri import TurnUriError, parse_turn_uri

__all__ = ["add_arguments", "run"]

OK = 0
FAILED = 1
"""The key ring, the disk, or what was typed, was of no use."""

WRONG = 2
"""Wrong usage or settings."""


def add_arguments(
    parser: argparse.ArgumentParser, *, parents: Sequence[argparse.ArgumentParser] = ()
) -> None:
    """Add the sub-commands of ``config``.

    :param parents: have the options that each of them understands besides its own.
    """
    commands = parser.add_subparsers(dest="config_command", metavar="COMMAND", required=True)
    show = commands.add_parser(
        "show", help="the settings in force, each with where it comes from", parents=parents
    )
    show.add_argument("--json", action="store_true", help="as one JSON object")
    commands.add_parser(
        "check",
        help="name every wrong key, and each file named that is not there; exit status 2 where "
        "there is any",
        parents=parents,
    )
    policy = commands.add_parser(
        "check-policy",
        help="the same for a file before it goes into policy.d; it may lie anywhere",
        parents=parents,
    )
    policy.add_argument("policy", metavar="FILE", type=Path, help="as in docs/policy.md")
    commands.add_parser(
        "path", help="where the settings file is; written where there is none", parents=parents
    )
    password = commands.add_parser(
        "password",
        help="store a server's password or shared secret in the key ring",
        description="Asks for the password without showing it; reads one line of standard input "
        "where that is no terminal.",
        parents=parents,
    )
    password.add_argument("url", metavar="URL", help="an address of the server, as in the settings")
    password.add_argument("--forget", action="store_true", help="delete it from the key ring")
    token = commands.add_parser(
        "feed-token",
        help="the token with which web applications report their calls",
        parents=parents,
    )
    token.add_argument(
        "--new",
        action="store_true",
        help="make another one; within ten seconds the old one is worth nothing",
    )


def run(args: argparse.Namespace, paths: Paths, environ: Mapping[str, str]) -> int:
    """Do what the arguments ask for and return the exit status.

    :raises OutputError: standard output takes nothing any more.
    """
    prepare_output(exact=getattr(args, "json", False))
    if args.config_command == "path":
        with contextlib.suppress(OSError):  # the path is asked for, and that is known
            write_first(paths)
        with writing() as out:  # for scripts: the name's own bytes, whatever the terminal shows
            out.buffer.write(os.fsencode(f"{paths.config_file}{os.linesep}"))
        return OK
    if args.config_command == "feed-token":
        return _feed_token(paths, new=args.new)
    if args.config_command == "check-policy":
        return _check_policy(args.policy.absolute(), environ)
    loaded = load(paths, environ)
    if args.config_command == "check":
        return _check(loaded, environ, paths)
    if args.config_command == "password":
        return _password(loaded, args.url, delete=args.forget)
    return _show(loaded, environ, paths, as_json=args.json)


def _check(loaded: Loaded, environ: Mapping[str, str], paths: Paths) -> int:
    for problem in loaded.problems:
        _put(str(problem))
    if not loaded.problems:
        missing = "" if loaded.file.exists() else " (not written yet: the defaults are in force)"
        _put(f"no problems in {loaded.file}{missing}")
    wrong = bool(loaded.problems)
    for number, setting, missed in _secrets(loaded, environ, paths):
        if missed is not None:
            # A key ring or a variable is this person's, now; the settings may be right.
            own = missed.reason not in _NAMED_IN_VAIN
            wrong = wrong or not own
            _put(f"{'note: ' if own else ''}server[{number}]: {missed.message}")
        if setting.ca_file is not None and not setting.ca_file.is_file():
            wrong = True
            _put(f"server[{number}]: there is no file {setting.ca_file} (ca-file)")
    return WRONG if wrong else OK


_NAMED_IN_VAIN = frozenset({"no-file", "bad", "refused"})
"""Where the settings name a file that is not there, or that is of no use to anybody."""


def _check_policy(file: Path, environ: Mapping[str, str]) -> int:
    """Judge one file by itself; who owns it matters only where it will lie."""
    found = policy_of(file, None)
    layers = [*found.default, *found.mandatory]
    problems = settle(layers, environ, file=file, problems=found.problems).problems
    for problem in problems:
        _put(str(problem))
    if not problems:
        _put(f"no problems in {file}")
    return WRONG if problems else OK


def _secrets(
    loaded: Loaded, environ: Mapping[str, str], paths: Paths
) -> list[tuple[int, ServerSetting, SecretProblem | None]]:
    """Look for the secret of each server; None beside it where it is found or not needed."""
    servers = loaded.settings.servers

    async def look() -> list[Any]:
        # The time matters only to what is made from a secret, and that is thrown away.
        return await asyncio.gather(
            *(resolve(s, environ=environ, now=0, paths=paths) for s in servers)
        )

    found = asyncio.run(look()) if servers else []
    return [
        (number, setting, result if isinstance(result, SecretProblem) else None)
        for number, setting, result in zip(loaded.server_numbers, servers, found, strict=True)
    ]


def _show(loaded: Loaded, environ: Mapping[str, str], paths: Paths, *, as_json: bool) -> int:
    secrets = _secrets(loaded, environ, paths)
    if as_json:
        _put(json.dumps(_as_json(loaded, secrets), ensure_ascii=False, indent=2))
        return OK
    _put(f"# {loaded.file}{'' if loaded.file.exists() else ' (not written yet)'}")
    if loaded.locked("server") and not loaded.settings.servers:
        _put(f"# no servers: {loaded.servers_origin}")
    rows = [
        (f"{value.key} = {_written(value.value)}", _origin(value, loaded.file))
        for value in loaded.values.values()
    ]
    rows += [
        (f"server[{number}] secret", _secret(setting, problem))
        for number, setting, problem in secrets
    ]
    width = min(max(len(left) for left, _ in rows), 60)
    for left, right in rows:
        _put(f"{left:{width}}  # {right}")
    for wrong in loaded.problems:
        print(wrong, file=sys.stderr)
    if loaded.settings.fleet_collector is not None and (refusal := _refusal(paths)) is not None:
        print(f"fleet.collector: figures are not taken: {refusal}", file=sys.stderr)
    return OK


def _refusal(paths: Paths) -> str | None:
    """Why the last figures for the fleet were not taken; None where they were."""
    from notifier.fleet.shared import standing  # wanted by few

    found = standing(paths.state_dir)
    return None if found is None else found.refusal


def _written(value: object) -> str:
    return "not set" if value is None else literal(value)


def _origin(value: Value, file: Path) -> str:
    origin = value.origin
    if origin.file == file:
        return f"line {origin.line}"
    if _scope(value.key) == "organisation" and origin.source == "default":
        return f"{origin}; only policy sets it"
    return str(origin)


def _scope(key: str) -> Scope:
    """Of a setting by its key, which may be of a numbered server or of one language."""
    table, name = key.partition(".")[0].partition("[")[0], key.rpartition(".")[2]
    return _SCOPES[f"{table}.{name}"]


_SCOPES: dict[str, Scope] = {
    f"{section.name}.{definition.key}": definition.scope
    for section in (*SECTIONS, SERVER)
    for definition in section.definitions
}


def _secret(setting: ServerSetting, problem: SecretProblem | None) -> str:
    if not needs_secret(setting):
        return "none needed: no username"
    source = "key ring"
    if setting.secret_file is not None:
        source = f"secret {setting.secret_file}"
    elif setting.password_env is not None:
        source = f"environment variable {setting.password_env}"
    return f"{source}: {'found' if problem is None else problem.message}"


def _as_json(
    loaded: Loaded, secrets: list[tuple[int, ServerSetting, SecretProblem | None]]
) -> dict[str, Any]:
    units = {
        f"{section.name}.{definition.key}": definition.unit or None
        for section in SECTIONS
        for definition in section.definitions
    }
    return {
        "file": str(loaded.file),
        "exists": loaded.file.exists(),
        "settings": [
            {
                "key": value.key,
                "value": _plain(value.value),
                "unit": units.get(value.key),
                "scope": _scope(value.key),
                "origin": _origin_as_json(value.origin),
            }
            for value in loaded.values.values()
        ],
        "secrets": [
            {
                "server": number,
                "needed": needs_secret(setting),
                "secretFile": setting.secret_file,
                "environmentVariable": setting.password_env,
                "keyRingEntries": []
                if setting.secret_file or setting.password_env or not needs_secret(setting)
                else entries(setting),
                "found": needs_secret(setting) and problem is None,
                "problem": None if problem is None else problem.message,
            }
            for number, setting, problem in secrets
        ],
        "problems": [
            {
                **_place_as_json(problem.file),
                "line": problem.line,
                "key": problem.key,
                "message": problem.message,
            }
            for problem in loaded.problems
        ],
    }


def _origin_as_json(origin: Origin) -> dict[str, Any]:
    place = _place_as_json(origin.file)
    return {"source": origin.source, **place, "line": origin.line}


def _place_as_json(place: Place | None) -> dict[str, Any]:
    key = isinstance(place, RegistryKey)
    return {
        "file": None if place is None or key else str(place),
        "registryKey": str(place) if key else None,
    }


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(element) for element in value]
    return str(value) if isinstance(value, Path | QuietHours) else value


def _password(loaded: Loaded, url: str, *, delete: bool) -> int:
    try:
        setting = _server_at(loaded, url)
    except TurnUriError as error:
        return _say(str(error), WRONG)
    if setting is None:
        known = ", ".join(url for server in loaded.settings.servers for url in server.urls)
        return _say(
            f"no server in {loaded.file} has this address; "
            + (f"there are {known}" if known else "there is none yet"),
            WRONG,
        )
    if not needs_secret(setting):
        return _say("this server is used without credentials: give it a username first", WRONG)
    if delete:
        problem = asyncio.run(forget(setting))
        if problem is not None:
            return _say(problem.message, FAILED)
        _put(f"deleted from the key ring: {', '.join(entries(setting))}")
        return OK
    if setting.secret_file is not None:
        return _say(
            f"this server's secret {setting.secret_file} is set by policy, and the key ring is "
            "not asked",
            WRONG,
        )
    if setting.password_env is not None:
        return _say(
            f"this server's secret comes from the environment variable {setting.password_env}, "
            "and the key ring is not asked: take password-env out of the settings first",
            WRONG,
        )
    secret = _asked(setting)
    if secret is None:
        return _say("nothing was read and nothing stored", FAILED)
    problem = asyncio.run(store(setting, secret))
    if problem is not None:
        return _say(problem.message, FAILED)
    _put(f"stored in the key ring: {', '.join(entries(setting))}")
    return OK


def _feed_token(paths: Paths, *, new: bool) -> int:
    try:
        token = (new_feed_token if new else feed_token)(paths)
    except OSError as error:
        message = error.strerror or str(error)
        return _say(f"{paths.feed_token_file} can't be read or written: {message}", FAILED)
    _put(token)
    return OK


def _server_at(loaded: Loaded, url: str) -> ServerSetting | None:
    wanted = str(parse_turn_uri(url)).lower()
    for setting in loaded.settings.servers:
        if any(str(parse_turn_uri(own)).lower() == wanted for own in setting.urls):
            return setting
    return None


def _asked(setting: ServerSetting) -> str | None:
    """Read the secret; None where there is no more input."""
    try:
        if sys.stdin.isatty():
            what = "Shared secret" if setting.credential == "turn-rest" else "Password"
            return getpass.getpass(f"{what} for {entries(setting)[0]}: ")
        return sys.stdin.readline().rstrip("\r\n") or None
    except (EOFError, KeyboardInterrupt, UnicodeError):
        return None


def _put(line: str) -> None:
    with writing() as out:
        print(line, file=out)


def _say(message: str, status: int) -> int:
    print(f"call-notifier config: {message}", file=sys.stderr)
    return status
