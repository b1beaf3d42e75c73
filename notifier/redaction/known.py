"""What only this machine can say: names and secrets that no expression knows by their shape."""

import base64
import getpass
import json
import os
import socket
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, quote_plus

__all__ = ["LEAST_SECRET", "NOT_PERSONAL", "Known", "variants", "words_of_this_machine"]

LEAST_SECRET = 3
"""Characters; one or two stand in every text, and taking them out would tell what they are."""

NOT_PERSONAL = frozenset({"root", "admin", "administrator", "user", "localhost", "nobody"})
"""User and host names that say nothing about anybody."""

_LEAST_INSIDE = 6
"""Characters from which a secret is looked for inside of base64, too."""


@dataclass(frozen=True, slots=True)
class Known:
    """Texts to be taken out wherever they stand."""

    secrets: tuple[str, ...] = ()
    """Passwords, tokens and user names, whatever is around them."""

    words: Mapping[str, str] = field(default_factory=dict)
    """Names as whole words, and the placeholder for each."""

    sites: tuple[str, ...] = ()
    """Hosts of calls: each becomes ``site-1`` and so on."""


def words_of_this_machine(environ: Mapping[str, str]) -> dict[str, str]:
    """The home folder, the person's name and log-in name, the names of the machine."""
    found: dict[str, str] = {}
    with suppress(RuntimeError):
        home = str(Path.home())
        if len(home) > 1 and home != "/root":
            found[home] = "~"
    users = {environ.get(name, "") for name in ("USER", "USERNAME", "LOGNAME", "SUDO_USER")}
    with suppress(OSError, KeyError, ImportError):
        users.add(getpass.getuser())
    users |= _full_names()
    hosts: set[str] = {environ.get(name, "") for name in ("HOSTNAME", "COMPUTERNAME")}
    with suppress(OSError):
        name = socket.gethostname()
        hosts |= {name, name.partition(".")[0]}
    for names, placeholder in ((users, "[user]"), (hosts, "[host]")):
        for name in names:
            if len(name) >= LEAST_SECRET and name.lower() not in NOT_PERSONAL:
                found.setdefault(name, placeholder)
    return found


def _full_names() -> set[str]:
    """What the system's list of users calls the person (the first field of GECOS)."""
    if sys.platform == "win32":
        return set()
    import pwd

    with suppress(KeyError):
        return {pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0].strip()}
    return set()


def variants(secret: str) -> Iterable[str]:
    """A secret in every form in which it may be written down."""
    raw = secret.encode("utf-8", "surrogatepass")
    yield secret
    yield json.dumps(secret)[1:-1]
    yield json.dumps(secret, ensure_ascii=False)[1:-1]
    yield repr(secret)[1:-1]
    yield repr(raw)[2:-1]
    yield quote(raw, safe="")
    yield quote(raw)
    yield quote_plus(raw)
    yield raw.hex()
    yield raw.hex().upper()
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        yield encode(raw).decode()
        if len(raw) >= _LEAST_INSIDE:
            yield from _inside(raw, encode)


def _inside(raw: bytes, encode: Callable[[bytes], bytes]) -> Iterable[str]:
    """What base64 makes of it in the middle of something: one form for each of three positions."""
    for before in range(3):
        whole = encode(b"\0" * before + raw).decode()
        yield whole[-(-before * 8 // 6) : (before + len(raw)) * 8 // 6]
