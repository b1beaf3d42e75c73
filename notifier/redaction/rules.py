"""What a secret, a trace of a person or an address looks like, and what stands in its place.

Three kinds. *Secrets* are taken out of everything, also of the log files on the disk. *Traces* of a
person are taken out of what leaves the machine; *addresses* likewise, unless the person agrees.

Every expression reads a text in linear time: each repetition has a bound, or begins only where
nothing of its own kind stands before it. A rule has ``needs``, characters without which it finds
nothing, so that most lines of a log are never looked at.
"""

import base64
import binascii
import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

__all__ = [
    "PLACEHOLDER",
    "REMOVED",
    "RULES",
    "Kind",
    "Number",
    "Rule",
    "is_secret_name",
]

Kind = Literal["secret", "trace", "address"]

REMOVED = "[removed]"
"""What stands in the place of a secret: it must not even be told from another one."""

Number = Callable[[str, str], str]
"""Gives a placeholder such as ``mac-2`` for a text of some sort: the same one each time."""


@dataclass(frozen=True)
class Rule:
    """One sort of text that is not to be read."""

    name: str
    what: str
    """For people, in a few words."""

    kind: Kind
    needs: str
    """One of these characters is in every match."""

    expression: str
    put: Callable[[re.Match[str], Number], str]
    """What stands there afterwards; may be what stood there."""

    example: str
    becomes: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when it is first looked for: a small log needs few of them."""
        return re.compile(self.expression)

    def apply(self, text: str, number: Number) -> str:
        """Look for it everywhere in a text, and put something else there."""
        return self.pattern.sub(lambda match: self.put(match, number), text)

    @property
    def over_lines(self) -> bool:
        """Whether it is looked for in the whole text, and not in each line."""
        return self.expression.startswith("(?s)")


class NamedRule(Rule):
    """One that finds names, and looks at the value behind each that names a secret."""

    def apply(self, text: str, number: Number) -> str:
        parts: list[str] = []
        done = at = 0
        while (match := self.pattern.search(text, at)) is not None:
            at = match.end()
            if not is_secret_name(match["name"]) or (value := _VALUE.match(text, at)) is None:
                continue
            at = value.end()
            if value[0].lower() in _NO_VALUES:
                continue
            quote = value["escaped"] or value["quote"] or ""
            parts += [text[done : value.start()], f"{quote}{REMOVED}{quote}"]
            done = at
        return "".join((*parts, text[done:]))


_VALUE = re.compile(
    r"(?P<escaped>\\{1,4}[\"'])[^\"'\n]*[\"']?"
    r"|(?P<quote>[\"'])(?:(?!(?P=quote))[^\\\n]|\\.)*(?:(?P=quote)|\\?$)"
    # Behind a blank there may be several words.
    r"|(?<=[:=>])[^\s&;,\"']+|(?<=[ \t])[^\s\"'][^\n,;\"']*"
)
_NO_VALUES = {"null", "none", "true", "false"}

_NAMES = (
    r"pass(?:word|wd|phrase|code)?|pwd|secret|token|credential|api[_.-]?key|access[_.-]?key"
    r"|private[_.-]?key|signing[_.-]?key|key[_.-]?id|auth|authorization|cookie|session[_.-]?key"
    r"|signature|user[_.-]?name|user[_.-]?fragment|ufrag|nonce|realm|message[_.-]?integrity"
    r"(?:[_.-]?sha256)?|ssid|bssid|essid|device[_.-]?id|group[_.-]?id"
)
_IS_SECRET = re.compile(rf"(?:^|[^a-z])(?:{_NAMES})s?(?:$|[^a-z])")
_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

_NOT_SECRET = re.compile(
    r"(?:[_.-]env(?:ironment)?(?:[_.-]variable)?|[_.-]file|^password[_.-]env|[_.-]names?)$"
)
"""A name that says where a secret is, not what it is: ``password-env``, ``secret-file``."""

_LONGEST_NAME = 80


def is_secret_name(name: str) -> bool:
    """Whether a value of this name, as settings, JSON and options have them, is a secret."""
    plain = _WORDS.sub("-", name[-_LONGEST_NAME:]).lower()
    return bool(_IS_SECRET.search(plain)) and (
        not _NOT_SECRET.search(plain) or plain.endswith(("user-name", "user_name", "user.name"))
    )


def _removed(match: re.Match[str], number: Number) -> str:
    return REMOVED


def _after_first(match: re.Match[str], number: Number) -> str:
    return f"{match[1]}{REMOVED}"


def _decoded(match: re.Match[str], number: Number) -> str:
    """Base64 of ``user:password``, as HTTP's basic scheme has it (RFC 7617)."""
    text = match[0]
    plain = text.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        said = base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return text
    return REMOVED if ":" in said and said.isprintable() else text


def _random(match: re.Match[str], number: Number) -> str:
    """A long word of capitals, small letters and digits: chance, not language."""
    word = match[0]
    kinds = (str.isupper, str.islower, str.isdigit)
    return REMOVED if all(any(map(kind, word)) for kind in kinds) else word


def _numbered(sort: str) -> Callable[[re.Match[str], Number], str]:
    return lambda match, number: number(sort, match[0].lower())


def _address(match: re.Match[str], number: Number) -> str:
    text, percent, _zone = match[0].partition("%")
    after = ""
    if text.endswith(".") or (text.endswith(":") and not text.endswith("::")):
        text, after = text[:-1], text[-1]
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return match[0]
    if address.is_loopback or address.is_unspecified:
        return match[0]
    if address.is_link_local:
        sort = "link-local"
    elif address.is_multicast:
        sort = "multicast"
    else:
        sort = "public" if address.is_global else "private"
    return number(f"ip{address.version}-{sort}", str(address)) + ("" if percent else after)


def _home(match: re.Match[str], number: Number) -> str:
    return f"{match[1]}[user]"


RULES: tuple[Rule, ...] = (
    Rule(
        "private key",
        "keys in PEM",
        "secret",
        "-",
        (r"(?s)-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----.*?(?:-----END [A-Z ]{0,40}-----|\Z)"),
        _removed,
        "-----BEGIN PRIVATE KEY-----\nMIIEvQIB\n-----END PRIVATE KEY-----",
        "[removed]",
    ),
    Rule(
        "user in a URL",
        "what stands before the @ of an address",
        "secret",
        "@",
        (
            r"(?i)((?<![a-z0-9+.-])(?:[a-z][a-z0-9+.-]*://|(?:turn|stun)s?:))"
            # A / should be written %2F there, and is not always.
            r"(?:[^\s/\"'<>:]{0,256}:[^\s\"'<>]{0,256}@|[^\s/\"'<>]{0,512}@)"
        ),
        lambda match, number: f"{match[1]}{REMOVED}@",
        "https://bob:hunter2@files.example.org/a",
        "https://[removed]@files.example.org/a",
    ),
    Rule(
        "header",
        "the rest of a line of HTTP that authenticates",
        "secret",
        ":=",
        (
            r"(?i)(?<![A-Za-z0-9-])((?:proxy-)?authorization|(?:set-)?cookie|x-api-key|x-auth-token)"
            r"(\\{0,4}[\"']?[ \t]{0,4}[:=][ \t]{0,4})[^\r\n]+"
        ),
        lambda match, number: f"{match[1]}{match[2]}{REMOVED}",
        "Authorization: Digest username=bob, response=12ab",
        "Authorization: [removed]",
    ),
    Rule(
        "bearer token",
        "what follows the word Bearer",
        "secret",
        "rR",
        (r"(?i)(?<![A-Za-z0-9])(bearer[ \t]{1,4})(?!\[removed\])[^\s\"',;]+"),
        _after_first,
        "sent Bearer abc.def-123",
        "sent Bearer [removed]",
    ),
    NamedRule(
        "named value",
        "values of what is called password, secret, token, key, user name …, "
        "in JSON, TOML, options and URLs",
        "secret",
        ":=",
        (r"(?<![\w.-])(?P<name>[\w.-]++)(?:\\{0,4}[\"'])?[ \t]{0,4}(?:=>|[:=])[ \t]{0,4}"),
        _removed,
        'password = "hunter2", token=abc123&x=1',
        'password = "[removed]", token=[removed]&x=1',
    ),
    Rule(
        "secret option",
        "what follows an option such as --password",
        "secret",
        "-",
        (
            r"(?<![\w-])(--?(?:password|passwd|secret|token|api-key|user(?:name)?)[ \t]{1,4})"
            r"(?!-)[^\s]+"
        ),
        _after_first,
        "turnutils --password hunter2",
        "turnutils --password [removed]",
    ),
    Rule(
        "ICE and SRTP keys",
        "lines of a session description that hold keys",
        "secret",
        "=",
        (r"(a=(?:ice-ufrag|ice-pwd|crypto|identity|fingerprint|msid):)[^\r\n\"\\]+"),
        _after_first,
        "a=ice-pwd:asd88fgpdd777uzjYhagZg",
        "a=ice-pwd:[removed]",
    ),
    Rule(
        "TURN user that expires",
        "user names of TURN REST: a time and a name",
        "secret",
        ":",
        (r"(?<![\w.])1\d{9}:[^\s\"'@,;]+"),
        _removed,
        "1767225600:bob",
        "[removed]",
    ),
    Rule(
        "JSON Web Token",
        "signed tokens (RFC 7519)",
        "secret",
        "e",
        (r"(?<![\w-])eyJ[\w-]{4,}(?:\.[\w-]*)*"),
        _removed,
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJib2IifQ.c2ln",
        "[removed]",
    ),
    Rule(
        "known token",
        "tokens that begin as those of well-known services do",
        "secret",
        "_-AI",
        (
            r"(?<![A-Za-z0-9])(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk-|AKIA|AIza|hvs\.)"
            r"[\w-]{8,}"
        ),
        _removed,
        "glpat-x1y2z3a4b5c6",
        "[removed]",
    ),
    Rule(
        "long hexadecimal number",
        "keys, hashes, MESSAGE-INTEGRITY: 32 digits and more",
        "secret",
        "0123456789abcdefABCDEF",
        (r"(?<![0-9A-Fa-f])[0-9A-Fa-f]{32,}(?![0-9A-Fa-f])"),
        _removed,
        "HMAC 8b4a1f0c9d3e5f60718293a4b5c6d7e8f9012345",
        "HMAC [removed]",
    ),
    Rule(
        "octets as Python writes them",
        "eight and more of them in a row",
        "secret",
        "\\",
        (r"(?:\\{1,2}x[0-9a-fA-F]{2}){8,}[^\s\"']*"),
        _removed,
        r"b'\x8b\x4a\x1f\x0c\x9d\x3e\x5f\x60'",
        "b'[removed]'",
    ),
    Rule(
        "base64 of a password",
        "what decodes to a user, a colon and a password",
        "secret",
        "",
        (r"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{6,}={0,2}(?![A-Za-z0-9+/_-])"),
        _decoded,
        "Ym9iOmh1bnRlcjI=",
        "[removed]",
    ),
    Rule(
        "long base64",
        "padded base64 of 24 characters and more, as passwords of TURN REST are",
        "secret",
        "=",
        (r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{22,}=={0,1}(?!=)"),
        _removed,
        "wXcE3vMSuJfkVWhWWD0lEJrYnvk=",
        "[removed]",
    ),
    Rule(
        "random word",
        "32 characters and more with capitals, small letters and digits",
        "secret",
        "0123456789",
        (r"(?<![\w+-])[A-Za-z0-9_+-]{32,}(?![\w+-])"),
        _random,
        "q8ZyYk0Wn3Tt5Ee7Rr9Uu1Ii2Oo4Pp6A",
        "[removed]",
    ),
    Rule(
        "e-mail address",
        "and everything else with an @ in its middle",
        "trace",
        "@",
        (r"(?<![\w.%+-])[\w.%+-]+@[\w-]+(?:\.[\w-]+)*"),
        _numbered("email"),
        "bob@example.org",
        "email-1",
    ),
    Rule(
        "home folder",
        "the person's name in paths",
        "trace",
        "/\\",
        (
            r"((?<![\w.])/(?:home|Users)/|(?<![A-Za-z0-9])[A-Za-z]:[\\/]{1,4}Users[\\/]{1,4})"
            r"(?!\[user\])[^\\/\s\"':;,<>]+"
        ),
        _home,
        "/home/bob/notes.txt",
        "/home/[user]/notes.txt",
    ),
    Rule(
        "UUID",
        "identities of calls, devices, connections",
        "trace",
        "-",
        (r"(?<![0-9A-Za-z])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Za-z])"),
        _numbered("id"),
        "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
        "id-1",
    ),
    Rule(
        "MAC address",
        "of network adapters, gateways, Bluetooth devices",
        "trace",
        ":-_",
        (
            r"(?<![0-9A-Za-z:])[0-9A-Fa-f]{2}(?:([:_-])[0-9A-Fa-f]{2})(?:\1[0-9A-Fa-f]{2}){4}(?![0-9A-Za-z:])"
        ),
        lambda match, number: number("mac", re.sub("[-_]", ":", match[0].lower())),
        "02:00:5e:10:00:ff",
        "mac-1",
    ),
    Rule(
        "IPv4 address",
        "what it is of (private, public, …) stays; loopback stays as it is",
        "address",
        ".",
        (r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d]|\.\d)"),
        _address,
        "192.168.1.20 by 198.51.100.7",
        "ip4-private-1 by ip4-private-2",
    ),
    Rule(
        "IPv6 address",
        "likewise",
        "address",
        ":",
        (
            r"(?<![\w:.])(?:[0-9A-Fa-f]{1,4}:{1,2}|::)(?:[0-9A-Fa-f]{1,4}:{1,2}){0,7}"
            r"(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f]{1,4})?(?![0-9A-Za-z])(?:%[\w.-]+)?"
        ),
        _address,
        "2a00:1450:4001:82b::200e",
        "ip6-public-1",
    ),
)
"""In the order in which they are applied."""

PLACEHOLDER = re.compile(
    r"\[(?:removed|user|host)\]|(?<![\w-])(?:email|id|mac|site|ip[46]-[a-z-]{5,12})-\d+(?![\w-])"
)
"""What the rules themselves write: no name of a person is looked for in it."""
