"""A configuration profile for macOS with every setting, to be edited and signed.

As it is made it changes nothing: it sets what holds anyway, and what has no default stands in
comments, with an example. Its form is Apple's (Device Management, ManagedPreferences); it is read
by :mod:`notifier.settings.policy_profile`. Its identifiers are made of names, so that a new
edition of the file replaces an older one.
"""

import uuid
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from notifier.settings.definitions import (
    SECTIONS,
    SERVER,
    TEXTS,
    Definition,
    Section,
    written_meaning,
)
from notifier.settings.policy_profile import DOMAIN, RECOMMENDED
from notifier.settings.publish.words import expected_in_words

__all__ = ["profile", "with_settings"]

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
"""

_EXPLAINED = (
    "A template: what holds anyway stands in it, and what has no default in comments.",
    f"Settings outside of {RECOMMENDED} can't be changed by people; move them there to propose",
    "them. Delete what you do not need. Explained in docs/policy.md.",
)


def profile() -> bytes:
    """The template."""
    return "".join(_document(_settings())).encode()


def with_settings(settings: Mapping[str, object]) -> bytes:
    """A profile with these tables, those that are proposed in :data:`RECOMMENDED`."""
    return "".join(_document(_values(settings, 7))).encode()


def _document(settings: Iterator[str]) -> Iterator[str]:
    yield _HEAD
    yield "<dict>\n"
    yield from _pair("PayloadContent", 1)
    yield "\t<array>\n\t\t<dict>\n"
    yield from _pair("PayloadContent", 3)
    yield "\t\t\t<dict>\n"
    yield from _pair(DOMAIN, 4)
    yield "\t\t\t\t<dict>\n"
    yield from _pair("Forced", 5)
    yield "\t\t\t\t\t<array>\n\t\t\t\t\t\t<dict>\n"
    yield from _pair("mcx_preference_settings", 7)
    yield from settings
    yield "\t\t\t\t\t\t</dict>\n\t\t\t\t\t</array>\n\t\t\t\t</dict>\n\t\t\t</dict>\n"
    yield from _items(_about("settings", "com.apple.ManagedClient.preferences"), 3)
    yield "\t\t</dict>\n\t</array>\n"
    yield from _items(_about("profile", "Configuration"), 1)
    yield from _items({"PayloadScope": "System"}, 1)
    yield "</dict>\n</plist>\n"


def _about(part: str, kind: str) -> dict[str, object]:
    name = f"{DOMAIN}.policy" if part == "profile" else f"{DOMAIN}.policy.{part}"
    return {
        "PayloadDisplayName": "Call Notifier",
        "PayloadIdentifier": name,
        "PayloadType": kind,
        "PayloadUUID": str(uuid.uuid5(uuid.NAMESPACE_DNS, name)).upper(),
        "PayloadVersion": 1,
    }


def _settings() -> Iterator[str]:
    """Every setting, each with what it means."""
    depth = 7
    yield f"{_tabs(depth)}<dict>\n"
    for line in _EXPLAINED:
        yield f"{_tabs(depth + 1)}<!-- {line} -->\n"
    for section in SECTIONS:
        yield from _section(section, "organisation", depth + 1)
    yield from _comment(f"{SERVER.meaning} All of them, as a list:", depth + 1)
    example = [{one.key: one.example for one in SERVER.definitions}]
    yield from _example(SERVER.name, example, depth + 1)
    yield from _pair(RECOMMENDED, depth + 1)
    yield f"{_tabs(depth + 1)}<dict>\n"
    for section in SECTIONS:
        yield from _section(section, "person", depth + 2)
    yield f"{_tabs(depth + 1)}</dict>\n"
    yield f"{_tabs(depth)}</dict>\n"


def _section(section: Section, scope: str, depth: int) -> Iterator[str]:
    definitions = [one for one in section.definitions if one.scope == scope]
    if not definitions:
        return
    yield from _comment(section.meaning, depth)
    yield from _pair(section.name, depth)
    yield f"{_tabs(depth)}<dict>\n"
    for definition in definitions:
        yield from _comment(
            f"{definition.caption}. {written_meaning(definition)} "
            f"Expected: {expected_in_words(definition)}. Since {definition.since}.",
            depth + 1,
        )
        if definition.default is None or section.name == TEXTS:
            # A sentence that is set, even as it is, comes before its translations.
            yield from _example(definition.key, definition.example, depth + 1)
        else:
            yield from _items({definition.key: _plain(definition)}, depth + 1)
    yield f"{_tabs(depth)}</dict>\n"


def _plain(definition: Definition) -> object:
    default = definition.default
    return [str(one) for one in default] if isinstance(default, tuple) else default


def _comment(text: str, depth: int) -> Iterator[str]:
    yield f"{_tabs(depth)}<!-- {_unclosed(text)} -->\n"


def _example(key: str, value: object, depth: int) -> Iterator[str]:
    inside = "".join(_items({key: value}, depth)).rstrip("\n")
    yield f"{_tabs(depth)}<!--\n{_unclosed(inside)}\n{_tabs(depth)}-->\n"


def _unclosed(text: str) -> str:
    """Two hyphens would end a comment (XML 1.0, section 2.5)."""
    return text.replace("--", "- -")


def _pair(key: str, depth: int) -> Iterator[str]:
    yield f"{_tabs(depth)}<key>{escape(key)}</key>\n"


def _items(table: Mapping[str, object], depth: int) -> Iterator[str]:
    for key, value in table.items():
        yield from _pair(key, depth)
        yield from _values(value, depth)


def _values(value: object, depth: int) -> Iterator[str]:
    tabs = _tabs(depth)
    match value:
        case bool():
            yield f"{tabs}<{'true' if value else 'false'}/>\n"
        case int():
            yield f"{tabs}<integer>{value}</integer>\n"
        case float() if value.is_integer():
            yield f"{tabs}<integer>{value:.0f}</integer>\n"
        case float():
            yield f"{tabs}<real>{value!r}</real>\n"
        case Mapping():
            yield f"{tabs}<dict>\n"
            yield from _items(value, depth + 1)
            yield f"{tabs}</dict>\n"
        case list():
            yield f"{tabs}<array>\n"
            for element in value:
                yield from _values(element, depth + 1)
            yield f"{tabs}</array>\n"
        case _:
            yield f"{tabs}<string>{escape(str(value))}</string>\n"


def _tabs(depth: int) -> str:
    return "\t" * depth
