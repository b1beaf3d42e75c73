"""Every setting, as data: where it stands, what it may be, what it means.

This is the only place that knows them. From it come the checks of :mod:`notifier.settings.load`,
the commented file of :mod:`notifier.settings.template`, the list of ``config show`` and
docs/settings.md. A setting's default is that of :mod:`notifier.settings.model`.

No text a person wrote is repeated in a message about it but TURN addresses without
credentials: people paste passwords into wrong places, and messages end up in logs.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

from notifier.codes import ROWS
from notifier.sentence import Sentence, sentence
from notifier.settings import patterns
from notifier.settings.model import (
    FleetIdentity,
    OnMetered,
    QuietHours,
    SecretKind,
    ServerSetting,
    Settings,
    TrayIcons,
    WatchSites,
)
from notifier.settings.web import ORIGIN, SITE, WebNameError, origin, site
from notifier.turn.uri import TurnUriError, parse_turn_uri

__all__ = [
    "MAX_ATTRIBUTES",
    "MAX_BUDGET_MB",
    "MAX_ORIGINS",
    "MAX_SERVERS",
    "MAX_SITES",
    "MAX_URLS",
    "SECTIONS",
    "SERVER",
    "TEXTS",
    "Definition",
    "Form",
    "Kind",
    "Scope",
    "Section",
    "Where",
    "Wrong",
    "is_secret_key",
    "turn_url",
    "written_meaning",
]

MAX_SERVERS = 16
"""``[[server]]`` tables; each server costs every run time and bytes."""

MAX_URLS = 16
"""TURN URIs of one server."""

MAX_TEXT = 300
"""Characters of a notification sentence; desktops cut longer ones."""

MAX_NAME = 100
"""Characters of a label."""

MAX_USERNAME = 508
"""Bytes of a user name: RFC 8489 section 14.3 says fewer than 509."""

MAX_URL = 300
"""Characters of a TURN URI: a host name has 253 at most."""

MAX_VARIABLE = 100
"""Characters of an environment variable's name."""

MAX_PATH = 4096
"""Characters of a file's name: PATH_MAX of Linux."""

MAX_PATHS = 16

MAX_SITES = 64
"""Host names to watch: their dots still fit on one line, which is how the window writes them."""

MAX_ORIGINS = 32

MAX_HOST = 255
"""Characters of a host name, with ``*.`` before it."""

MAX_BUDGET_MB = 100_000
"""A hundred gigabytes a day: no budget in effect."""

MAX_ATTRIBUTES = 8
"""What an organisation may say of its machines; each is repeated with every figure."""

MAX_SECRET_NAME = 64
"""Characters of a secret's name, which is that of its file."""

TEXTS = "texts"
"""The table of sentences, which may also hold one for each language: ``[texts.de]``."""

_DEFAULT = Settings()
_SERVER_DEFAULT = ServerSetting(urls=())

_SECRET_KEYS = re.compile(
    r"pass(word|wd|phrase|code)?|pwd|pw|(\w+-)*(secret|token)(-key)?|(turn|shared|api|private)-key"
    r"|credentials|auth"
)
_SECRET_IN_URL = re.compile(r"[?&;](user|pass|pwd|secret|cred|token|key|auth)", re.IGNORECASE)


Kind = Literal[
    "switch",
    "choice",
    "number",
    "whole",
    "text",
    "name",
    "url",
    "lines",
    "path",
    "paths",
    "hours",
    "language",
    "secret",
    "turn-urls",
]
"""``whole`` is a number without a fraction, ``name`` that of an environment variable, ``lines`` a
list of short texts, ``hours`` two times of day, ``secret`` the name of one."""

Scope = Literal["person", "organisation"]
"""Who may set something: anybody, or only an organisation by policy."""


class Wrong(ValueError):
    """A value can't be used."""

    def __init__(self, message: Sentence) -> None:
        super().__init__(message)
        self.message = message
        """What was expected."""


@dataclass(frozen=True, slots=True)
class Where:
    """What file names are relative to."""

    directory: Path | None
    """Of the settings file; None where they have to be whole."""

    home: Path | None
    """What ``~`` stands for; None where it is unknown."""


_Read = Callable[[object, Where], object]


@dataclass(frozen=True, slots=True)
class Form:
    """Of what form a value is, for those who make a field for it."""

    kind: Kind
    minimum: float = 0
    maximum: float = 0
    """Of a number; of a text, how many characters; of a list, how many elements."""

    choices: tuple[str, ...] = ()
    """What a choice may be, as in the file."""

    words: tuple[str, ...] = ()
    """How each of these is called."""

    longest: int = 0
    """Of a list: how many characters an element may have."""

    pattern: str = ""
    """What matches it (ECMA-262) can be used: a text, or each element of a list."""


@dataclass(frozen=True, slots=True)
class Definition:
    """One setting."""

    key: str
    """Its name within the table."""

    field: str
    """The attribute of :class:`Settings` or :class:`ServerSetting` that holds it."""

    caption: str
    """What it is called where people see it."""

    default: object
    expected: str
    """What may stand here, to follow the word "expected"."""

    read: _Read
    """From the parsed TOML to the model's value; raises :class:`Wrong`."""

    form: Form
    meaning: str
    """One sentence."""

    example: object
    """A value as it would stand in the file."""

    unit: str = ""
    if_wrong: object = None
    """In force where what stands in the file can't be used; None: the default. For what somebody
    who writes the setting down most likely means to narrow."""

    scope: Scope = "person"
    since: str = "0.1.0"
    """The first version that knows it."""


def written_meaning(definition: Definition) -> str:
    """What a setting means, for whoever writes it into a file: what is in force if it is wrong."""
    if definition.if_wrong is None:
        return definition.meaning
    instead = "false" if definition.if_wrong is False else f'"{definition.if_wrong}"'
    return f"{definition.meaning} A value that can't be used counts as {instead}."


@dataclass(frozen=True, slots=True)
class Section:
    """One table of the file."""

    name: str
    caption: str
    """What it is called in the tools of administrators."""

    meaning: str
    """One sentence."""

    definitions: tuple[Definition, ...]


def is_secret_key(key: str) -> bool:
    """Whether somebody who writes this key means to write down a secret."""
    return _SECRET_KEYS.fullmatch(key.lower().replace("_", "-").replace(" ", "-")) is not None


def _kind(value: object) -> str:
    match value:
        case bool():
            return sentence("true or false")
        case int() | float():
            # A number of thousands of digits is refused by str and would fill the screen.
            return (
                f"{value}"
                if abs(value) < 10**15 or value != value
                else sentence("a far larger number")
            )
        case str():
            return sentence("a text")
        case list():
            return sentence("a list")
        case dict():
            return sentence("a table")
        case None:
            return sentence("nothing")
        case bytes():
            return sentence("data")
        case _:
            return sentence("a date or time")


def _wrong(expected: str, value: object) -> Wrong:
    return Wrong(
        sentence("expected {expected}, found {found}", expected=expected, found=_kind(value))
    )


def _number(minimum: float, maximum: float, *, whole: bool = False) -> tuple[str, _Read, Form]:
    limits = {"minimum": f"{minimum:g}", "maximum": f"{maximum:g}"}
    expected = (
        sentence("a whole number from {minimum} to {maximum}", **limits)
        if whole
        else sentence("a number from {minimum} to {maximum}", **limits)
    )

    def read(value: object, _: Where) -> object:
        # true is a whole number to Python, and nan compares with nothing.
        if (
            isinstance(value, bool)
            or not isinstance(value, int if whole else int | float)
            or not minimum <= value <= maximum
        ):
            raise _wrong(expected, value)
        return value if whole else float(value)

    return expected, read, Form("whole" if whole else "number", minimum, maximum)


_SWITCH = sentence("true or false")


def _switch(value: object, _: Where) -> object:
    if not isinstance(value, bool):
        raise _wrong(_SWITCH, value)
    return value


def _plain_text(value: object, expected: str, limit: int) -> str:
    if not isinstance(value, str):
        raise _wrong(expected, value)
    text = value.strip()
    if not text:
        raise Wrong(sentence("expected {expected}, found an empty text", expected=expected))
    if len(text) > limit:
        raise Wrong(
            sentence(
                "expected {expected}, found one of {count} characters",
                expected=expected,
                count=len(text),
            )
        )
    # Control characters, and the two characters that end lines and paragraphs.
    if any(unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} for character in text):
        raise Wrong(
            sentence(
                "expected {expected}, found a line break or another control character",
                expected=expected,
            )
        )
    return text


def _text(limit: int) -> tuple[str, _Read, Form]:
    expected = sentence("a text of 1 to {limit} characters on one line", limit=limit)
    return (
        expected,
        lambda value, _: _plain_text(value, expected, limit),
        Form("text", 1, limit, pattern=patterns.TEXT),
    )


_USERNAME = sentence("a user name of 1 to {limit} bytes on one line", limit=MAX_USERNAME)


def _username(value: object, _: Where) -> object:
    text = _plain_text(value, _USERNAME, MAX_USERNAME)
    if len(text.encode()) > MAX_USERNAME:
        raise Wrong(
            sentence(
                "expected {expected}, found one of {count} bytes",
                expected=_USERNAME,
                count=len(text.encode()),
            )
        )
    return text


_CREDENTIAL = sentence('"password" or "turn-rest"')


def _credential(value: object, _: Where) -> object:
    if value != "password" and value != "turn-rest":
        raise Wrong(
            sentence(
                "expected {expected}, which says of what kind the secret is; "
                "the secret itself belongs into the key ring (call-notifier config password URL) "
                "or an environment variable (password-env)",
                expected=_CREDENTIAL,
            )
        )
    return value


_ON_METERED = sentence('"light", "full" or "none"')


def _on_metered(value: object, _: Where) -> object:
    if value not in ("light", "full", "none"):
        raise _wrong(_ON_METERED, value)
    return value


_ENVIRONMENT = sentence("the name of an environment variable: letters, digits and _")


def _environment_name(value: object, _: Where) -> object:
    if not isinstance(value, str):
        raise _wrong(_ENVIRONMENT, value)
    if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", value) is None or len(value) > MAX_VARIABLE:
        raise Wrong(sentence("expected {expected}, not the secret itself", expected=_ENVIRONMENT))
    return value


_PATH = sentence(
    "the name of a file: a whole path, one that begins with ~/, or one relative to this file"
)


def _path(value: object, where: Where) -> Path:
    if not isinstance(value, str):
        raise _wrong(_PATH, value)
    if not value or len(value) > MAX_PATH or "\0" in value or "\n" in value:
        raise Wrong(sentence("expected {expected}", expected=_PATH))
    if value == "~" or value.startswith("~"):
        if not value.startswith("~/") or where.home is None:
            raise Wrong(
                sentence(
                    "expected {expected}; whose home directory ~ means is not known",
                    expected=_PATH,
                )
            )
        return where.home / value[2:].lstrip("/")
    if where.directory is None and not Path(value).is_absolute():
        raise Wrong(sentence("expected a whole path, or one that begins with ~/"))
    return (where.directory or Path()) / value


_PATHS = sentence("a list of at most {limit} names of files", limit=MAX_PATHS)


def _paths(value: object, where: Where) -> object:
    if not isinstance(value, list):
        raise _wrong(_PATHS, value)
    if len(value) > MAX_PATHS:
        raise Wrong(
            sentence("expected {expected}, found {found}", expected=_PATHS, found=len(value))
        )
    return tuple(_path(element, where) for element in value)


_URLS = sentence(
    'a TURN address like "turn:turn.example.com:3478", or a list of 1 to {limit}', limit=MAX_URLS
)


def turn_url(value: object) -> str:
    """Check one TURN URI and return it without the blanks around it.

    :raises Wrong: it is none. The address is repeated unless it seems to hold a secret.
    """
    if not isinstance(value, str):
        raise _wrong(sentence('a TURN address like "turn:turn.example.com:3478"'), value)
    url = value.strip()
    if "@" in url or _SECRET_IN_URL.search(url):
        raise Wrong(
            sentence(
                "expected a TURN address without user name and password (RFC 7065 has none); "
                "the name belongs into username, the password into the key ring or password-env"
            )
        )
    if len(url) > MAX_URL:
        raise Wrong(
            sentence("expected a TURN address of at most {limit} characters", limit=MAX_URL)
        )
    try:
        parse_turn_uri(url)
    except TurnUriError as error:
        raise Wrong(error.message) from None
    return url


def _urls(value: object, _: Where) -> object:
    """All of them at once; :mod:`notifier.settings.load` looks at each by itself."""
    elements = value if isinstance(value, list) else [value]
    if not 1 <= len(elements) <= MAX_URLS:
        raise Wrong(
            sentence("expected {expected}, found {found}", expected=_URLS, found=len(elements))
        )
    return tuple(turn_url(element) for element in elements)


_CHECK_URL = sentence(
    "the address of a page over plain HTTP, like http://check.example.com/generate_204"
)


def _check_url(value: object, _: Where) -> object:
    text = _plain_text(value, _CHECK_URL, MAX_URL)
    try:
        parts = urlsplit(text)
        usable = parts.scheme == "http" and parts.hostname and parts.port != 0 and text.isascii()
    except ValueError:  # a port or an IPv6 address that is none
        usable = False
    if not usable or "@" in text or " " in text:
        raise Wrong(
            sentence("expected {expected}, without user name and password", expected=_CHECK_URL)
        )
    return text


_SECURE_URL = sentence(
    'an address like "https://name.example.com/path"; plain http only to this computer itself'
)


def _secure_url(value: object, _: Where) -> object:
    text = _plain_text(value, _SECURE_URL, MAX_URL)
    try:
        parts = urlsplit(text)
        scheme, host = parts.scheme, parts.hostname
        usable = host and parts.port != 0 and text.isascii() and not parts.fragment
    except ValueError:  # a port or an IPv6 address that is none
        usable = False
    # Loopback is where plain HTTP is as good (W3C Secure Contexts, section 3.1).
    if not usable or not (
        scheme == "https" or (scheme == "http" and host in {"localhost", "127.0.0.1", "::1"})
    ):
        raise Wrong(sentence("expected {expected}", expected=_SECURE_URL))
    if "@" in text or " " in text or _SECRET_IN_URL.search(text):
        raise Wrong(
            sentence("expected {expected}, without user name and password", expected=_SECURE_URL)
        )
    return text


_SECRET_NAME = sentence(
    "the name of a secret: at most {limit} small letters, digits and -", limit=MAX_SECRET_NAME
)


def _secret_name(value: object, _: Where) -> object:
    if not isinstance(value, str):
        raise _wrong(_SECRET_NAME, value)
    if re.fullmatch(r"[a-z0-9-]+", value) is None or len(value) > MAX_SECRET_NAME:
        raise Wrong(sentence("expected {expected}, not the secret itself", expected=_SECRET_NAME))
    return value


_IDENTITY = sentence('"none", "installation", "machine" or "person"')


def _identity(value: object, _: Where) -> object:
    if value not in ("none", "installation", "machine", "person"):
        raise _wrong(_IDENTITY, value)
    return value


_ATTRIBUTE = sentence('a name and a value like "site=Berlin"')
_ATTRIBUTES = sentence(
    "a list of at most {limit}, each {what}", limit=MAX_ATTRIBUTES, what=_ATTRIBUTE
)


def _attributes(value: object, _: Where) -> object:
    if not isinstance(value, list):
        raise _wrong(_ATTRIBUTES, value)
    if len(value) > MAX_ATTRIBUTES:
        raise Wrong(
            sentence("expected {expected}, found {found}", expected=_ATTRIBUTES, found=len(value))
        )
    found: dict[str, str] = {}
    for number, element in enumerate(value, 1):
        try:
            text = _plain_text(element, _ATTRIBUTE, MAX_NAME)
        except Wrong as error:
            raise Wrong(_of_number(number, error.message)) from None
        name, _sign, what = (part.strip() for part in text.partition("="))
        if re.fullmatch(r"[a-z][a-z0-9_.]*", name) is None or not what:
            raise Wrong(
                _of_number(
                    number,
                    sentence(
                        "expected {expected}; the name has small letters, digits, _ and . alone",
                        expected=_ATTRIBUTE,
                    ),
                )
            )
        if name in found:
            raise Wrong(_of_number(number, sentence("the name stands there already")))
        found[name] = f"{name}={what}"
    return tuple(found.values())


_HOURS = sentence('two times of day like "22:00-07:00", or "" for no quiet hours')


def _quiet_hours(value: object, _: Where) -> object:
    if not isinstance(value, str):
        raise _wrong(_HOURS, value)
    if not value.strip():
        return None
    match = re.fullmatch(r"\s*(\d{1,2}):(\d\d)\s*-\s*(\d{1,2}):(\d\d)\s*", value, re.ASCII)
    if match is None:
        raise Wrong(sentence("expected {expected}", expected=_HOURS))
    from_hour, from_minute, to_hour, to_minute = map(int, match.groups())
    if max(from_hour, to_hour) > 23 or max(from_minute, to_minute) > 59:
        raise Wrong(
            sentence("expected {expected}; the last minute of a day is 23:59", expected=_HOURS)
        )
    begin, end = from_hour * 60 + from_minute, to_hour * 60 + to_minute
    if begin == end:
        raise Wrong(
            sentence(
                "expected {expected}; to be told nothing at all, set enabled to false",
                expected=_HOURS,
            )
        )
    return QuietHours(begin, end)


_LANGUAGE = sentence(
    'a language as BCP 47 writes it, like "de" or "pt-BR", or "" for the system\'s'
)


def _language(value: object, _: Where) -> object:
    if not isinstance(value, str):
        raise _wrong(_LANGUAGE, value)
    if not value:
        return None
    if re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}", value, re.ASCII) is None:
        raise Wrong(sentence("expected {expected}", expected=_LANGUAGE))
    return value.replace("_", "-")


_ICONS = sentence('"color" or "monochrome"')


def _icons(value: object, _: Where) -> object:
    if value not in ("color", "monochrome"):
        raise _wrong(_ICONS, value)
    return value


_WATCH = sentence('"all", "listed" or "none"')


def _watch(value: object, _: Where) -> object:
    if value not in ("all", "listed", "none"):
        raise _wrong(_WATCH, value)
    return value


def _of_number(number: int, problem: Sentence) -> Sentence:
    return sentence("number {number}: {problem}", number=number, problem=problem)


def _names(
    what: str, check: Callable[[str], str], limit: int, pattern: str
) -> tuple[str, _Read, Form]:
    """A list of names of web pages; one said twice counts once."""
    expected = sentence("a list of at most {limit}, each {what}", limit=limit, what=what)

    def read(value: object, _: Where) -> object:
        if not isinstance(value, list):
            raise _wrong(expected, value)
        if len(value) > limit:
            raise Wrong(
                sentence("expected {expected}, found {found}", expected=expected, found=len(value))
            )
        names: dict[str, None] = {}
        for number, element in enumerate(value, 1):
            if not isinstance(element, str):
                raise Wrong(_of_number(number, _wrong(what, element).message))
            try:
                names[check(element)] = None
            except WebNameError as error:
                raise Wrong(_of_number(number, error.message)) from None
        return tuple(names)

    return expected, read, Form("lines", 0, limit, longest=MAX_HOST, pattern=pattern)


_SITES = _names(SITE, site, MAX_SITES, patterns.SITE)
_ORIGINS = _names(ORIGIN, origin, MAX_ORIGINS, patterns.ORIGIN)
_PORT = _number(1024, 65535, whole=True)
_INTERVAL = _number(30, 86_400)
_SPREAD = _number(0, 0.5)
_BUDGET = _number(0, MAX_BUDGET_MB)
_RETENTION = _number(0, 36_500, whole=True)
_SENDING = _number(60, 86_400)
_SENTENCE = _text(MAX_TEXT)
_LABEL = _text(MAX_NAME)

SECTIONS: tuple[Section, ...] = (
    Section(
        "test",
        "Tests",
        "The connectivity test that runs by itself.",
        (
            Definition(
                "interval",
                "interval_s",
                "Time between tests",
                _DEFAULT.interval_s,
                *_INTERVAL,
                "Time from the end of one test to the start of the next.",
                600,
                "seconds",
            ),
            Definition(
                "spread",
                "spread",
                "Longer or shorter by chance",
                _DEFAULT.spread,
                *_SPREAD,
                "Each wait is made longer or shorter by chance, by at most this part of it, so "
                "that many computers do not test at the same moment.",
                0.1,
            ),
            Definition(
                "data-budget-mb",
                "data_budget_mb",
                "Data budget",
                _DEFAULT.data_budget_mb,
                *_BUDGET,
                "How much data tests may cost in any 24 hours, sent and received together. Tests "
                "by themselves keep within it: they come less often, then without loading the "
                "line, then not at all. Tests you ask for are always made, and count. With 0 no "
                "test runs by itself.",
                10,
                "megabytes",
            ),
            Definition(
                "on-metered",
                "on_metered",
                "Where data is paid for by volume",
                _DEFAULT.on_metered,
                _ON_METERED,
                _on_metered,
                Form(
                    "choice",
                    choices=get_args(OnMetered),
                    words=("Light tests only", "All tests", "No tests"),
                ),
                "What tests by themselves may do where data is paid for by volume: only light "
                "ones that do not load the line, full ones too, or none.",
                "none",
            ),
            Definition(
                "captive-check-url",
                "captive_check_url",
                "Page that shows whether a sign-in is needed",
                _DEFAULT.captive_check_url,
                _CHECK_URL,
                _check_url,
                Form("url", 1, MAX_URL, pattern=patterns.CHECK_URL),
                "A page that answers 204 (No Content) over plain HTTP. Where no server can be "
                "reached, it is fetched to see whether the network wants a sign-in first; without "
                "one, only the system is asked what it knows, and nothing is sent.",
                "http://check.example.com/generate_204",
            ),
        ),
    ),
    Section(
        "notifications",
        "Notifications",
        "What the desktop shows when the network changes.",
        (
            Definition(
                "enabled",
                "notifications",
                "Show notifications",
                _DEFAULT.notifications,
                _SWITCH,
                _switch,
                Form("switch"),
                "Whether notifications are shown; icon and history go on without them.",
                False,
            ),
            Definition(
                "quiet-hours",
                "quiet_hours",
                "Quiet hours",
                _DEFAULT.quiet_hours,
                _HOURS,
                _quiet_hours,
                Form("hours", pattern=patterns.HOURS),
                "A time of each day, by the local clock, in which nothing is told; what changed "
                "then is told afterwards, if it still holds.",
                "22:00-07:00",
            ),
            Definition(
                "respect-do-not-disturb",
                "respect_do_not_disturb",
                "Quiet while the desktop asks for it",
                _DEFAULT.respect_do_not_disturb,
                _SWITCH,
                _switch,
                Form("switch"),
                "Whether nothing is told while the desktop asks for quiet: do not disturb, a "
                "program that fills the screen, a screen that is shared. It is told afterwards.",
                False,
            ),
        ),
    ),
    Section(
        "desktop",
        "Look and language",
        "How the program looks.",
        (
            Definition(
                "language",
                "language",
                "Language",
                _DEFAULT.language,
                _LANGUAGE,
                _language,
                Form("language", pattern=patterns.LANGUAGE),
                "The language of windows and notifications; without one it is the system's.",
                "de",
            ),
            Definition(
                "tray-icons",
                "tray_icons",
                "Icons in the panel",
                _DEFAULT.tray_icons,
                _ICONS,
                _icons,
                Form("choice", choices=get_args(TrayIcons), words=("In colour", "In one colour")),
                "Icons in colour, or in the one colour that goes with the panel; their shapes "
                "tell the states apart in both.",
                "monochrome",
            ),
        ),
    ),
    Section(
        "history",
        "History",
        "What is remembered.",
        (
            Definition(
                "retention-days",
                "retention_days",
                "Keep tests and calls for",
                _DEFAULT.retention_days,
                *_RETENTION,
                "Tests and calls older than this are deleted; 0 keeps them for ever.",
                30,
                "days",
            ),
        ),
    ),
    Section(
        "forecast",
        "Forecast",
        "How it is forecast what a call will be like.",
        (
            Definition(
                "learn-from-calls",
                "learn_from_calls",
                "Learn from calls",
                _DEFAULT.learn_from_calls,
                _SWITCH,
                _switch,
                Form("switch"),
                "Whether the next forecasts on a network are corrected by how your calls went "
                "there. What is learnt stays on this computer; it never makes a good forecast of "
                "a bad one, or the other way round, by itself.",
                False,
            ),
            Definition(
                "model",
                "forecast_model",
                "The organisation's own model",
                _DEFAULT.forecast_model,
                _PATH,
                _path,
                Form("path", 1, MAX_PATH, pattern=patterns.PATH),
                "A model that was trained on the organisation's own calls, asked instead of the "
                "program's own; where it can't be used, that one is.",
                "/etc/call-notifier/call-model.json",
                scope="organisation",
                since="0.2.0",
            ),
        ),
    ),
    Section(
        "calls",
        "Calls",
        "Which of your calls the program watches.",
        (
            Definition(
                "attach",
                "attach_calls",
                "Watch calls",
                _DEFAULT.attach_calls,
                _SWITCH,
                _switch,
                Form("switch"),
                "Whether applications and the browser extension may report calls. Otherwise the "
                "program knows of none.",
                False,
                if_wrong=False,
            ),
            Definition(
                "watch",
                "watch_sites",
                "Calls in the browser",
                _DEFAULT.watch_sites,
                _WATCH,
                _watch,
                Form(
                    "choice",
                    choices=get_args(WatchSites),
                    words=("All web pages", "Only those listed", "No web pages"),
                ),
                "Which web pages' calls the browser extension reports: of all sites, of those "
                "listed, or of none.",
                "listed",
                if_wrong="none",
            ),
            Definition(
                "sites",
                "call_sites",
                "Web pages, one a line",
                _DEFAULT.call_sites,
                *_SITES,
                "Hosts whose pages are watched where only listed ones are; a name that begins "
                "with *. stands for all hosts below it, and not for itself.",
                ["meet.example.com", "*.example.org"],
            ),
            Definition(
                "origins",
                "call_origins",
                "Applications that report by themselves, one a line",
                _DEFAULT.call_origins,
                *_ORIGINS,
                "Web and Electron applications that may report their calls by themselves, over a "
                "WebSocket on this computer, are told verdicts and may ask for tests. Without any "
                "there is no WebSocket.",
                ["https://meet.example.com"],
            ),
            Definition(
                "websocket-port",
                "websocket_port",
                "Port for those applications",
                _DEFAULT.websocket_port,
                *_PORT,
                "The port of that WebSocket, on 127.0.0.1.",
                47200,
            ),
            Definition(
                "collect-sdp",
                "collect_sdp",
                "Keep session descriptions",
                _DEFAULT.collect_sdp,
                _SWITCH,
                _switch,
                Form("switch"),
                "Whether the session descriptions (SDP) that applications send are kept with the "
                "call; addresses of both sides stand in them.",
                True,
            ),
            Definition(
                "ask-for-rating",
                "ask_for_rating",
                "Ask after a call how it was",
                _DEFAULT.ask_for_rating,
                _SWITCH,
                _switch,
                Form("switch"),
                "Whether a window asks after a call how it was.",
                False,
            ),
        ),
    ),
    Section(
        TEXTS,
        "Sentences",
        "The sentences of the notifications, by notification code.",
        tuple(
            Definition(
                str(row.notification_code),
                "texts",
                f"Sentence {row.notification_code}",
                row.notification,
                *_SENTENCE,
                f"Told when the test finds: {row.summary}.",
                row.notification,
            )
            for row in ROWS
        ),
    ),
    Section(
        "geo",
        "Places of addresses",
        "Databases on this computer that tell provider, city and country from an address.",
        (
            Definition(
                "databases",
                "geo_databases",
                "Databases of places, one file a line",
                _DEFAULT.geo_databases,
                _PATHS,
                _paths,
                Form("paths", 0, MAX_PATHS, longest=MAX_PATH, pattern=patterns.PATH),
                "MaxMind DB files; those that do not exist are passed over.",
                ["~/GeoLite2-City.mmdb"],
            ),
        ),
    ),
    Section(
        "updates",
        "Updates",
        "Whether you are told of newer versions; none is ever installed by itself.",
        (
            Definition(
                "check",
                "updates_check",
                "Tell me of newer versions",
                _DEFAULT.updates_check,
                _SWITCH,
                _switch,
                Form("switch"),
                "Whether to look once a day for a newer version, and to tell you where there is "
                "one.",
                False,
                since="0.2.0",
            ),
            Definition(
                "feed",
                "updates_feed",
                "List of versions",
                _DEFAULT.updates_feed,
                _SECURE_URL,
                _secure_url,
                Form("url", 1, MAX_URL, pattern=patterns.SECURE_URL),
                "The list of versions that an organisation offers, as JSON; without one, what "
                "installed the program is asked.",
                "https://updates.example.com/call-notifier.json",
                scope="organisation",
                since="0.2.0",
            ),
        ),
    ),
    Section(
        "fleet",
        "Monitoring",
        "Figures for an organisation's own monitoring; without a collector and a folder there "
        "are none.",
        (
            Definition(
                "collector",
                "fleet_collector",
                "Figures are sent to",
                _DEFAULT.fleet_collector,
                _SECURE_URL,
                _secure_url,
                Form("url", 1, MAX_URL, pattern=patterns.SECURE_URL),
                "The collector that figures are sent to, by OTLP over HTTP; without one none are "
                "sent.",
                "https://otel.example.com/v1/metrics",
                scope="organisation",
                since="0.2.0",
            ),
            Definition(
                "interval",
                "fleet_interval_s",
                "Time between two sends",
                _DEFAULT.fleet_interval_s,
                *_SENDING,
                "Time from one sending of figures to the next.",
                900,
                "seconds",
                scope="organisation",
                since="0.2.0",
            ),
            Definition(
                "identity",
                "fleet_identity",
                "What the figures say of this computer",
                _DEFAULT.fleet_identity,
                _IDENTITY,
                _identity,
                Form(
                    "choice",
                    choices=get_args(FleetIdentity),
                    words=("Nothing", "A random number", "Its name", "Its name and yours"),
                ),
                "What the figures say of where they come from: nothing, a random number of this "
                "installation, the computer's name, or that and the name of who is logged in.",
                "installation",
                scope="organisation",
                since="0.2.0",
            ),
            Definition(
                "attributes",
                "fleet_attributes",
                "Said along with the figures",
                _DEFAULT.fleet_attributes,
                _ATTRIBUTES,
                _attributes,
                Form("lines", 0, MAX_ATTRIBUTES, longest=MAX_NAME, pattern=patterns.ATTRIBUTE),
                "What an organisation says of this computer, sent along with all figures.",
                ["site=Berlin", "department=Sales"],
                scope="organisation",
                since="0.2.0",
            ),
            Definition(
                "token-env",
                "fleet_token_env",
                "Variable that holds the token",
                _DEFAULT.fleet_token_env,
                _ENVIRONMENT,
                _environment_name,
                Form("name", 1, MAX_VARIABLE, pattern=patterns.VARIABLE),
                "The environment variable that holds the token for the collector.",
                "OTEL_TOKEN",
                scope="organisation",
                since="0.2.0",
            ),
            Definition(
                "secret-file",
                "fleet_secret_file",
                "Secret that holds the token",
                _DEFAULT.fleet_secret_file,
                _SECRET_NAME,
                _secret_name,
                Form("secret", 1, MAX_SECRET_NAME, pattern=patterns.SECRET),
                "The secret, which only root can read, that holds the token for the collector.",
                "collector",
                scope="organisation",
                since="0.2.0",
            ),
            Definition(
                "ca-file",
                "fleet_ca_file",
                "Certificates for the collector",
                _DEFAULT.fleet_ca_file,
                _PATH,
                _path,
                Form("path", 1, MAX_PATH, pattern=patterns.PATH),
                "Certificates (PEM) to trust for the collector beside the system's.",
                "/etc/call-notifier/collector-ca.pem",
                scope="organisation",
                since="0.2.0",
            ),
            Definition(
                "textfile",
                "fleet_textfile",
                "Figures are written to the folder",
                _DEFAULT.fleet_textfile,
                _PATH,
                _path,
                Form("path", 1, MAX_PATH, pattern=patterns.PATH),
                "The folder in which a file with the figures is kept for node_exporter's textfile "
                "collector; without one there is no file.",
                "/var/lib/prometheus/node-exporter",
                scope="organisation",
                since="0.2.0",
            ),
        ),
    ),
)
"""All tables but the servers', in the order of the file."""

SERVER = Section(
    "server",
    "TURN servers",
    "A TURN server to test against; there may be several of these tables, each with two brackets.",
    (
        Definition(
            "urls",
            "urls",
            "Addresses",
            _SERVER_DEFAULT.urls,
            _URLS,
            _urls,
            Form("turn-urls", 1, MAX_URLS, longest=MAX_URL, pattern=patterns.TURN_URL),
            "Addresses of the server as RFC 7065 writes them, each tested by itself.",
            ["turn:turn.example.com:3478", "turns:turn.example.com:443"],
        ),
        Definition(
            "label",
            "label",
            "Name of a server",
            _SERVER_DEFAULT.label,
            *_LABEL,
            "The name people read; without one it is the host name.",
            "Head office",
        ),
        Definition(
            "username",
            "username",
            "User name",
            _SERVER_DEFAULT.username,
            _USERNAME,
            _username,
            # A character of UTF-8 has four bytes at most.
            Form("text", 1, MAX_USERNAME // 4, pattern=patterns.TEXT),
            "The user name for the server; without one no credentials are sent.",
            "alice",
        ),
        Definition(
            "credential",
            "credential",
            "Password or shared secret",
            _SERVER_DEFAULT.credential,
            _CREDENTIAL,
            _credential,
            Form(
                "choice",
                choices=get_args(SecretKind),
                words=("Password", "Shared secret (TURN REST)"),
            ),
            "Whether the secret is the user's password, or shared with the server to make "
            "passwords that last an hour (TURN REST).",
            "turn-rest",
        ),
        Definition(
            "password-env",
            "password_env",
            "Variable that holds the password",
            _SERVER_DEFAULT.password_env,
            _ENVIRONMENT,
            _environment_name,
            Form("name", 1, MAX_VARIABLE, pattern=patterns.VARIABLE),
            "The environment variable that holds the secret; without one the key ring is asked.",
            "TURN_PASSWORD",
        ),
        Definition(
            "secret-file",
            "secret_file",
            "Secret that holds the password",
            _SERVER_DEFAULT.secret_file,
            _SECRET_NAME,
            _secret_name,
            Form("secret", 1, MAX_SECRET_NAME, pattern=patterns.SECRET),
            "The secret, which only root can read, that the password or shared secret is taken "
            "from.",
            "turn-office",
            scope="organisation",
            since="0.2.0",
        ),
        Definition(
            "ca-file",
            "ca_file",
            "Certificates to trust",
            _SERVER_DEFAULT.ca_file,
            _PATH,
            _path,
            Form("path", 1, MAX_PATH, pattern=patterns.PATH),
            "Certificates (PEM) to trust for turns: beside the system's.",
            "~/company-ca.pem",
        ),
    ),
)
