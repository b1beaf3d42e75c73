"""Administrative templates of Group Policy: ADMX and its English texts, ADML.

The format is described in [MS-GPREG] section 7 and in Microsoft's ADMX schema (PolicyDefinitions,
revision of July 2006, with multiText). What a policy writes is read by
:mod:`notifier.settings.policy_registry`. Each setting has a policy, and what a person may change
a second one that proposes; a setting of the organisation's is one of the machine alone.

An element that is required can't be left empty in the editor. "Disabled" writes a value where the
setting has one that means "none".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from notifier.settings.definitions import (
    MAX_SERVERS,
    SECTIONS,
    SERVER,
    TEXTS,
    Definition,
    Section,
    written_meaning,
)
from notifier.settings.policy_registry import POLICIES, RECOMMENDED
from notifier.settings.publish.words import (
    default_in_words,
    disabled_in_words,
    expected_in_words,
    revision,
    versions,
)
from notifier.settings.template import literal

__all__ = ["adml", "admx"]

_SPACE = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
_ROOT = "call_notifier"
_PROPOSED = "recommended"
"""A suffix of names, and the category of what is only proposed."""

_LONGEST = 16_383
"""Characters of a list of texts: the default of 1023 would end lists of addresses early."""

_LEVELS = ("", f"_{_PROPOSED}")


@dataclass(frozen=True, slots=True)
class _Policy:
    """One entry of the editor."""

    name: str
    caption: str
    explanation: str
    explained: str
    """The name of this text, which several may have in common."""

    section: Section
    presentation: str
    key: str
    """Below :data:`POLICIES`."""

    definitions: tuple[Definition, ...]
    """One, or all of a server."""

    proposed: bool

    @property
    def machine_alone(self) -> bool:
        return all(one.scope == "organisation" for one in self.definitions)


def _policies() -> Iterator[_Policy]:
    for suffix in _LEVELS:
        proposed = bool(suffix)
        below = f"{RECOMMENDED}\\" if proposed else ""
        for section in SECTIONS:
            for definition in section.definitions:
                if proposed and definition.scope == "organisation":
                    continue
                name = _name(section, definition)
                yield _Policy(
                    f"{name}{suffix}",
                    _caption(section, definition),
                    _explanation(section, definition, proposed=proposed),
                    f"{name}{suffix}_explained",
                    section,
                    name,
                    f"{below}{section.name}",
                    (definition,),
                    proposed,
                )
        for number in range(1, MAX_SERVERS + 1):
            yield _Policy(
                f"{SERVER.name}_{number}{suffix}",
                f"TURN server {number}",
                _of_a_server(proposed=proposed),
                f"{SERVER.name}{suffix}_explained",
                SERVER,
                SERVER.name,
                rf"{below}{SERVER.name}\{number}",
                SERVER.definitions,
                proposed,
            )


def _name(section: Section, definition: Definition) -> str:
    return f"{section.name}_{definition.key}".replace("-", "_")


def _caption(section: Section, definition: Definition) -> str:
    if section.name == TEXTS:
        return f"{definition.caption}: {definition.default}"
    return definition.caption


# -- ADMX ------------------------------------------------------------------------------------------


def admx() -> bytes:
    """The policies, without their texts."""
    root = Xml.Element(
        "policyDefinitions", {"xmlns": _SPACE, "revision": revision(), "schemaVersion": "1.0"}
    )
    spaces = Xml.SubElement(root, "policyNamespaces")
    Xml.SubElement(
        spaces, "target", {"prefix": "callnotifier", "namespace": "CallNotifier.Policies"}
    )
    Xml.SubElement(root, "resources", {"minRequiredRevision": revision()})
    supported = Xml.SubElement(Xml.SubElement(root, "supportedOn"), "definitions")
    for version in versions():
        name = _supported(version)
        Xml.SubElement(supported, "definition", {"name": name, "displayName": f"$(string.{name})"})
    categories = Xml.SubElement(root, "categories")
    for name, parent in _categories():
        shown = {"name": name, "displayName": f"$(string.category_{name})"}
        category = Xml.SubElement(categories, "category", shown)
        if parent:
            Xml.SubElement(category, "parentCategory", {"ref": parent})
    policies = Xml.SubElement(root, "policies")
    for policy in _policies():
        policies.append(_policy(policy))
    return _written(root)


def _categories() -> Iterator[tuple[str, str | None]]:
    """Each with the one that it stands in."""
    yield _ROOT, None
    yield from ((section.name, _ROOT) for section in (*SECTIONS, SERVER))
    yield _PROPOSED, _ROOT
    for section in (*SECTIONS, SERVER):
        if any(one.scope == "person" for one in section.definitions):
            yield f"{section.name}_{_PROPOSED}", _PROPOSED


def _supported(version: str) -> str:
    return f"since_{version.replace('.', '_')}"


def _policy(policy: _Policy) -> Xml.Element:
    key = rf"{POLICIES}\{policy.key}"
    attributes = {
        "name": policy.name,
        "class": "Machine" if policy.machine_alone else "Both",
        "displayName": f"$(string.{policy.name})",
        "explainText": f"$(string.{policy.explained})",
        "key": key,
    }
    first = policy.definitions[0]
    alone = first if len(policy.definitions) == 1 else None
    switch = alone is not None and alone.form.kind == "switch"
    if switch:
        attributes["valueName"] = first.key
    else:
        attributes["presentation"] = f"$(presentation.{policy.presentation})"
    element = Xml.Element("policy", attributes)
    suffix = f"_{_PROPOSED}" if policy.proposed else ""
    Xml.SubElement(element, "parentCategory", {"ref": f"{policy.section.name}{suffix}"})
    since = min(one.since for one in policy.definitions)
    Xml.SubElement(element, "supportedOn", {"ref": _supported(since)})
    if switch:
        for state, number in (("enabledValue", "1"), ("disabledValue", "0")):
            Xml.SubElement(Xml.SubElement(element, state), "decimal", {"value": number})
        return element
    if alone is not None and disabled_in_words(alone):
        item = Xml.SubElement(
            Xml.SubElement(element, "disabledList"), "item", {"key": key, "valueName": alone.key}
        )
        Xml.SubElement(Xml.SubElement(item, "value"), "string").text = ""
    elements = Xml.SubElement(element, "elements")
    for definition in policy.definitions:
        required = alone is not None or definition.key == "urls"
        elements.append(_element(definition, required=required))
    return element


def _element(definition: Definition, *, required: bool) -> Xml.Element:
    form = definition.form
    attributes = {"id": definition.key, "valueName": definition.key}
    if required:
        attributes["required"] = "true"
    match form.kind:
        case "switch":
            made = Xml.Element("boolean", {"id": definition.key, "valueName": definition.key})
            for state, number in (("trueValue", "1"), ("falseValue", "0")):
                Xml.SubElement(Xml.SubElement(made, state), "decimal", {"value": number})
        case "choice":
            made = Xml.Element("enum", attributes)
            for choice in form.choices:
                shown = {"displayName": f"$(string.{_choice(definition, choice)})"}
                item = Xml.SubElement(made, "item", shown)
                Xml.SubElement(Xml.SubElement(item, "value"), "string").text = choice
        case "number" | "whole" if _is_whole(definition):
            limits = {"minValue": f"{form.minimum:.0f}", "maxValue": f"{form.maximum:.0f}"}
            made = Xml.Element("decimal", attributes | limits)
        case "number":
            made = Xml.Element("text", attributes | {"maxLength": "20"})
        case "lines" | "paths" | "turn-urls":
            lengths = {"maxLength": str(_LONGEST), "maxStrings": f"{form.maximum:.0f}"}
            made = Xml.Element("multiText", attributes | lengths)
        case _:
            length = {"maxLength": f"{form.maximum:.0f}"} if form.maximum else {}
            made = Xml.Element("text", attributes | length)
    return made


def _is_whole(definition: Definition) -> bool:
    """Whether whole numbers do, for a decimal of a template has no fraction."""
    limits = (definition.form.minimum, definition.form.maximum)
    return all(float(limit).is_integer() for limit in limits)


def _choice(definition: Definition, choice: str) -> str:
    return f"{definition.field}_{choice}".replace("-", "_")


# -- ADML ------------------------------------------------------------------------------------------


def adml() -> bytes:
    """The texts and fields in English."""
    root = Xml.Element(
        "policyDefinitionResources",
        {"xmlns": _SPACE, "revision": revision(), "schemaVersion": "1.0"},
    )
    Xml.SubElement(root, "displayName").text = "Call Notifier"
    Xml.SubElement(root, "description").text = "Policies of Call Notifier"
    resources = Xml.SubElement(root, "resources")
    table = Xml.SubElement(resources, "stringTable")
    for name, text in _strings():
        Xml.SubElement(table, "string", {"id": name}).text = text
    presentations = Xml.SubElement(resources, "presentationTable")
    made = set()
    for policy in _policies():
        if policy.presentation in made or policy.definitions[0].form.kind == "switch":
            continue
        made.add(policy.presentation)
        presentation = Xml.SubElement(presentations, "presentation", {"id": policy.presentation})
        for definition in policy.definitions:
            presentation.append(_field(definition))
    return _written(root)


def _strings() -> Iterator[tuple[str, str]]:
    for version in versions():
        yield _supported(version), f"At least Call Notifier {version}"
    yield f"category_{_ROOT}", "Call Notifier"
    yield f"category_{_PROPOSED}", "Proposed values, which people can change"
    for section in (*SECTIONS, SERVER):
        yield f"category_{section.name}", section.caption
        if any(one.scope == "person" for one in section.definitions):
            yield f"category_{section.name}_{_PROPOSED}", section.caption
        for definition in section.definitions:
            for choice, word in zip(definition.form.choices, definition.form.words, strict=True):
                yield _choice(definition, choice), f"{word} ({choice})"
    for policy in _policies():
        yield policy.name, policy.caption
    yield from {policy.explained: policy.explanation for policy in _policies()}.items()


def _field(definition: Definition) -> Xml.Element:
    caption = f"{definition.caption}:"
    reference = {"refId": definition.key}
    match definition.form.kind:
        case "choice":
            default = definition.form.choices.index(str(definition.default))
            made = Xml.Element(
                "dropdownList", reference | {"noSort": "true", "defaultItem": str(default)}
            )
            made.text = caption
        case "number" | "whole" if _is_whole(definition):
            made = Xml.Element("decimalTextBox", reference | {"defaultValue": _plain(definition)})
            made.text = f"{definition.caption} ({definition.unit}):" if definition.unit else caption
        case "lines" | "paths" | "turn-urls":
            made = Xml.Element("multiTextBox", reference | {"defaultHeight": "4"})
            made.text = caption
        case _:
            made = Xml.Element("textBox", reference)
            Xml.SubElement(made, "label").text = caption
            if definition.default is not None:
                Xml.SubElement(made, "defaultValue").text = _plain(definition)
    return made


def _plain(definition: Definition) -> str:
    default = definition.default
    return default if isinstance(default, str) else literal(default)


def _explanation(section: Section, definition: Definition, *, proposed: bool) -> str:
    disabled = disabled_in_words(definition)
    hold = "and people can't change it" if not proposed else "unless a person chooses otherwise"
    if definition.scope == "organisation":
        hold = "and people see it in their settings"
    if definition.form.kind == "switch":
        states = [f"Enabled: true, {hold}.", f"Disabled: false, {hold}."]
    else:
        states = [f"Enabled: what is entered below holds, {hold}."]
        if disabled:
            states.append(f"Disabled: {disabled}, {hold}.")
        else:
            states.append("Disabled: as if it were not configured.")
    level = "default" if proposed else "mandatory"
    allowed, otherwise = expected_in_words(definition), default_in_words(definition)
    place = f"In a policy file: {level}, {section.name}, {definition.key}."
    parts = [
        written_meaning(definition),
        f"Expected: {allowed}. By default: {otherwise}.",
        "\n".join(states),
        f"{place} Since version {definition.since}.",
    ]
    return "\n\n".join(parts)


def _of_a_server(*, proposed: bool) -> str:
    hold = (
        "They hold where a person has no servers of their own."
        if proposed
        else "They stand in the place of a person's own, who can add no others."
    )
    numbers = "Servers count in the order of their numbers, and numbers may be left out."
    fields = [
        f"{one.caption}: {written_meaning(one)} Expected: {expected_in_words(one)}."
        for one in SERVER.definitions
    ]
    parts = [
        f"A TURN server to test against. {numbers} {hold}",
        *fields,
        "Fields that are left empty are not set. A password never stands here: see docs/policy.md.",
        "Disabled: as if it were not configured.",
    ]
    return "\n\n".join(parts)


def _written(root: Xml.Element) -> bytes:
    Xml.indent(root)
    text = Xml.tostring(root, encoding="unicode", short_empty_elements=True)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
