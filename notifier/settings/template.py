"""The settings file as it is first written: every setting, explained, none of them set.

What only an organisation may set does not stand in it.

Lines of explanation begin with ``# ``, settings to be switched on with ``#`` alone.
"""

import json
import textwrap
from pathlib import Path

from notifier.settings.atomic import create
from notifier.settings.definitions import SECTIONS, SERVER, TEXTS, Definition, written_meaning
from notifier.settings.model import QuietHours
from notifier.settings.paths import Paths

__all__ = ["literal", "template", "write_first"]

_HEAD = """\
# Settings of Call Notifier.
#
# Take away the # in front of a setting to change it. Each setting below shows its default, but
# for those of the servers, which show an example. A wrong setting is left out and never stops
# the program: "call-notifier config check" names it with its line.
"""

_SERVERS = """\
# Without any server the test goes to a relay of its own on this machine, which says nothing
# about your network. Take away the # of [[server]], of urls, and of what else you need.
#
# No password stands in this file. Store it in the key ring with
#     call-notifier config password URL
# or name the environment variable that holds it with password-env.
"""

_LANGUAGES = """\
# Sentences for people of one language stand in a table of their own, and come before those above.
# The language is the one of [desktop], without one that of the system.
"""

_WIDTH = 98


def template() -> str:
    """Return the text of the first settings file."""
    parts = [_HEAD]
    for section in SECTIONS:
        own = [one for one in section.definitions if one.scope == "person"]
        if not own:
            continue
        lines = [*_comment(section.meaning), f"[{section.name}]"]
        for definition in own:
            lines += _explained(definition)
            shown = definition.default
            if shown is None:
                lines.append("# Not set by default; an example:")
                shown = definition.example
            lines.append(f"#{definition.key} = {literal(shown)}")
        if section.name == TEXTS:
            lines += ["#", *_LANGUAGES.splitlines(), f"#[{TEXTS}.de]"]
            lines.append('#950 = "Ihr Netz ist in gutem Zustand"')
        parts.append("\n".join(lines) + "\n")
    lines = [*_comment(SERVER.meaning), *_SERVERS.splitlines(), f"#[[{SERVER.name}]]"]
    for definition in SERVER.definitions:
        if definition.scope == "organisation":
            continue
        lines += _explained(definition)
        if definition.default:
            lines.append(f"# Default: {literal(definition.default)}.")
        lines.append(f"#{definition.key} = {literal(definition.example)}")
    parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def write_first(paths: Paths) -> bool:
    """Write the file, mode 0600, unless something stands in its place already.

    :returns: whether it was written.
    :raises OSError: it can't be written; the program works without.
    """
    return create(paths.config_file, template().encode())


def literal(value: object) -> str:
    """Write a value of the model as TOML."""
    match value:
        case bool():
            return "true" if value else "false"
        case float():
            return f"{value:g}" if value.is_integer() else repr(value)
        case str() | Path() | QuietHours():
            # JSON's strings are TOML's, but for one character that JSON leaves as it is.
            return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
        case list() | tuple():
            return f"[{', '.join(literal(element) for element in value)}]"
        case _:
            return str(value)


def _explained(definition: Definition) -> list[str]:
    expected = definition.expected[0].upper() + definition.expected[1:]
    unit = f", in {definition.unit}" if definition.unit else ""
    if definition.field == TEXTS:  # twelve times the same would drown the sentences
        return _comment(written_meaning(definition))
    return _comment(f"{written_meaning(definition)} {expected}{unit}.")


def _comment(text: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent="# ",
        subsequent_indent="# ",
        break_long_words=False,
        break_on_hyphens=False,
    )
