"""docs/settings.md."""

from notifier.codes import ROWS
from notifier.settings.definitions import (
    SECTIONS,
    SERVER,
    TEXTS,
    Definition,
    Section,
    written_meaning,
)
from notifier.settings.layer import MAX_BYTES
from notifier.settings.secrets import KEY_RING_LIMIT_S, TURN_REST_LIFETIME_S
from notifier.settings.template import literal

__all__ = ["markdown"]

_HEAD = f"""\
# Settings

<!-- Made by: python -m notifier.settings.publish -->

One TOML file holds them all. It is written, with each setting explained, at the first start;
`call-notifier config path` says where, and writes it where there is none yet. On Linux that is
`$XDG_CONFIG_HOME/call-notifier/settings.toml`, without the variable
`~/.config/call-notifier/settings.toml`.

Nothing in the file can stop the program. What can't be used is left out, and the default holds;
`call-notifier config check` names each wrong key with its line and what was expected, and each
certificate or secret file that is named and not there (exit status 2 where there is any of these).
A password that this person's key ring or environment lacks is a note: the settings may be right.
`call-notifier config show` lists all settings in force, each with where it comes from. A wrong
`[[server]]` table costs that server, a wrong address that address, a file that is no TOML, no UTF-8
or longer than {MAX_BYTES // 1024} KiB the whole file. A running program goes on with what such a
file said before, until it can be read again.

A file that was changed by hand is read again within ten seconds; nothing has to be started anew.
The settings window shows all of them with their meaning and where each value comes from; what only
an organisation can set is seen there where it has. The window changes single values, leaves
comments and order as they are, and takes each change back byte for byte (Ctrl+Z; Ctrl+Shift+Z makes
it again), as long as nobody else has changed the file since.
"""

_SECRETS = f"""\
## Passwords and shared secrets

None ever stands in the file; one that does is refused, and never repeated in a message. It comes
from the environment variable that `password-env` names, and where no variable is named, from the
key ring of the system:

    call-notifier config password turn:turn.example.com            # asks for it
    call-notifier config password turn:turn.example.com < file     # reads one line
    call-notifier config password --forget turn:turn.example.com

In the key ring the service is `call-notifier` and the user name `USERNAME@HOST`, for a shared
secret `turn-rest:USERNAME@HOST`. A server with addresses on several hosts has an entry for each.
A key ring that does not answer within {KEY_RING_LIMIT_S:g} seconds counts as locked.

With `credential = "turn-rest"` the secret is the one shared with the server (coturn:
`use-auth-secret`, `static-auth-secret`). Each test makes a password of it that lasts
{TURN_REST_LIFETIME_S} seconds: the user name is the time of expiry, a colon and `username` if
there is one, the password is the base64 of its HMAC-SHA1 (draft-uberti-behave-turn-rest-00).
"""

_WEB_APPLICATIONS = """\
## The token of web applications

Who names an origin of `origins` on the WebSocket also has to say a token, since any program on
this machine can name an origin that is not its own. It is made at the first use, lies in the state
folder (on Linux `~/.local/state/call-notifier/feed-token`), and only its owner can read it.

    call-notifier config feed-token            # prints it
    call-notifier config feed-token --new      # another one, which it prints
"""


_LANGUAGES = """\

Sentences for people of one language stand in tables of their own, named by the language as BCP 47
writes it:

    [texts.de]
    950 = "Ihr Netz ist in gutem Zustand"

The language is that of `[desktop]`; without one it is the system's. `pt-BR` takes a sentence of
`[texts.pt-BR]`, else of `[texts.pt]`, else of `[texts]`, else the built-in one.
"""

_POLICY = """\
## What an organisation sets

Each of these can be set for everybody on a machine, so that nobody can change it, or proposed:
[policy.md](policy.md). Settings marked *only by policy* stand in no person's file; in the window
they are seen where they are set, and can't be changed.
"""


def markdown() -> str:
    """Return the text of docs/settings.md."""
    parts = [_HEAD]
    parts += [_section(f"[{section.name}]", section) for section in SECTIONS]
    parts += [_section(f"[[{SERVER.name}]]", SERVER), _SECRETS, _WEB_APPLICATIONS, _POLICY]
    return "\n".join(parts)


def _section(name: str, section: Section) -> str:
    head = f"## `{name}`\n\n{section.meaning}\n\n"
    if section.name == TEXTS:
        expected = section.definitions[0].expected
        return (
            f"{head}The keys are the codes, the values are each {expected}.\n\n"
            "| key | the test found | default |\n| --- | --- | --- |\n"
            + "".join(
                _row(f"`{definition.key}`", found, str(definition.default))
                for found, definition in zip(
                    (row.summary for row in ROWS), section.definitions, strict=True
                )
            )
            + _LANGUAGES
        )
    return (
        f"{head}| key | meaning | expected | default | example |\n"
        "| --- | --- | --- | --- | --- |\n"
        + "".join(_row(*_cells(definition)) for definition in section.definitions)
    )


def _cells(definition: Definition) -> tuple[str, ...]:
    default = definition.default
    meaning = written_meaning(definition)
    if definition.scope == "organisation":
        meaning += " *Only by [policy](policy.md).*"
    return (
        f"`{definition.key}`",
        meaning,
        definition.expected + (f", in {definition.unit}" if definition.unit else ""),
        "none" if default is None or default == () else f"`{literal(default)}`",
        f"`{definition.key} = {literal(definition.example)}`",
    )


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |\n"
