"""The templates of Group Policy keep the rules of their format.

Microsoft's XML schema of it may not be kept here; these are the rules that matter, and those that
a schema can't say: what is referred to exists.
"""

import re
from collections import Counter
from xml.etree import ElementTree as Xml

import pytest

from notifier.settings.definitions import MAX_SERVERS, SECTIONS, SERVER
from notifier.settings.policy_registry import POLICIES
from notifier.settings.publish.templates import adml, admx
from tests.settings.group_policy import NAMESPACE

TEMPLATE = Xml.fromstring(admx())  # noqa: S314 (our own)
TEXTS = Xml.fromstring(adml())  # noqa: S314 (our own)

FIELD_OF = {
    "decimal": "decimalTextBox",
    "text": "textBox",
    "enum": "dropdownList",
    "multiText": "multiTextBox",
    "boolean": "checkBox",
}
"""Which kind of field shows which kind of element (ADMX schema, "presentation elements")."""

NAME = re.compile(r"\w+")


def found(root: Xml.Element, tag: str) -> list[Xml.Element]:
    return list(root.iter(f"{NAMESPACE}{tag}"))


def kind(element: Xml.Element) -> str:
    return element.tag.removeprefix(NAMESPACE)


POLICY_LIST = found(TEMPLATE, "policy")
PRESENTATIONS = {one.attrib["id"]: one for one in found(TEXTS, "presentation")}


def test_both_are_of_one_revision() -> None:
    assert TEMPLATE.tag == f"{NAMESPACE}policyDefinitions"
    assert TEXTS.tag == f"{NAMESPACE}policyDefinitionResources"
    (resources,) = TEMPLATE.iterfind(f"{NAMESPACE}resources")
    revisions = {TEMPLATE.attrib["revision"], TEXTS.attrib["revision"]}
    assert revisions == {resources.attrib["minRequiredRevision"]}
    assert re.fullmatch(r"[0-9]{1,4}\.[0-9]{1,5}", revisions.pop())


def test_the_parts_stand_in_the_order_of_the_schema() -> None:
    assert [kind(part) for part in TEMPLATE] == [
        *("policyNamespaces", "resources", "supportedOn", "categories", "policies")
    ]
    assert [kind(part) for part in TEXTS] == ["displayName", "description", "resources"]
    order = ["parentCategory", "supportedOn", "enabledValue", "disabledValue", "disabledList"]
    order.append("elements")
    for policy in POLICY_LIST:
        places = [order.index(kind(part)) for part in policy]
        assert places == sorted(places)


def test_every_text_that_is_referred_to_exists_and_no_other() -> None:
    strings = [one.attrib["id"] for one in found(TEXTS, "string")]
    assert max(Counter(strings).values()) == 1
    wanted = {
        match[1]
        for element in TEMPLATE.iter()
        for value in element.attrib.values()
        if (match := re.fullmatch(r"\$\(string\.(\w+)\)", value))
    }
    assert wanted == set(strings)
    for one in found(TEXTS, "string"):
        assert one.text, one.attrib["id"]
        assert NAME.fullmatch(one.attrib["id"])


def test_names_are_unique_and_what_they_refer_to_exists() -> None:
    categories = [one.attrib["name"] for one in found(TEMPLATE, "category")]
    policies = [one.attrib["name"] for one in POLICY_LIST]
    supported = [one.attrib["name"] for one in found(TEMPLATE, "definition")]
    for names in (categories, policies, supported):
        assert len(set(map(str.lower, names))) == len(names)
        assert all(NAME.fullmatch(name) for name in names)
    for reference in found(TEMPLATE, "parentCategory"):
        assert reference.attrib["ref"] in categories
    for policy in POLICY_LIST:
        (version,) = policy.iterfind(f"{NAMESPACE}supportedOn")
        assert version.attrib["ref"] in supported
    used = {reference.attrib["ref"] for reference in found(TEMPLATE, "parentCategory")}
    assert set(categories) == used, "none of them is empty"


@pytest.mark.parametrize("policy", POLICY_LIST, ids=lambda one: one.attrib["name"])
def test_a_policy_and_its_fields_fit(policy: Xml.Element) -> None:
    assert policy.attrib["class"] in ("Machine", "Both")
    assert policy.attrib["key"].startswith(f"{POLICIES}\\")
    elements = policy.find(f"{NAMESPACE}elements")
    if elements is None:
        states = [policy.find(f"{NAMESPACE}{state}Value/*") for state in ("enabled", "disabled")]
        values = [None if state is None else state.attrib["value"] for state in states]
        assert values == ["1", "0"]
        assert "presentation" not in policy.attrib
        assert policy.attrib["valueName"]
        return
    # With a value of its own, "Enabled" would write that too (ADMX schema, policy).
    assert "valueName" not in policy.attrib
    match = re.fullmatch(r"\$\(presentation\.(\w+)\)", policy.attrib["presentation"])
    assert match
    fields = {field.attrib["refId"]: kind(field) for field in PRESENTATIONS[match[1]]}
    assert fields == {one.attrib["id"]: FIELD_OF[kind(one)] for one in elements}
    for element in elements:
        assert element.attrib["valueName"]
        for limit in ("minValue", "maxValue", "maxLength", "maxStrings"):
            assert 0 <= int(element.get(limit, "0")) < 2**32
        if kind(element) == "decimal":
            assert int(element.attrib["minValue"]) < int(element.attrib["maxValue"])


def test_what_a_field_shows_at_first_can_be_kept() -> None:
    by_field = {
        (presentation, element.attrib["id"]): element
        for policy in POLICY_LIST
        for presentation in [policy.get("presentation", "")[len("$(presentation.") : -1]]
        for element in policy.iterfind(f"{NAMESPACE}elements/*")
    }
    for name, presentation in PRESENTATIONS.items():
        for field in presentation:
            element = by_field[name, field.attrib["refId"]]
            if kind(field) == "decimalTextBox":
                shown = int(field.attrib["defaultValue"])
                limits = int(element.attrib["minValue"]), int(element.attrib["maxValue"])
                assert limits[0] <= shown <= limits[1]
            if kind(field) == "dropdownList":
                assert int(field.attrib["defaultItem"]) < len(element)


def test_there_is_a_policy_for_every_setting_and_a_proposal_where_people_may_choose() -> None:
    classes = {one.attrib["name"]: one.attrib["class"] for one in POLICY_LIST}
    for section in SECTIONS:
        for definition in section.definitions:
            name = f"{section.name}_{definition.key}".replace("-", "_")
            theirs = definition.scope == "organisation"
            assert classes.pop(name) == ("Machine" if theirs else "Both")
            assert (classes.pop(f"{name}_recommended", None) is None) == theirs
    for number in range(1, MAX_SERVERS + 1):
        assert classes.pop(f"{SERVER.name}_{number}") == "Both"
        assert classes.pop(f"{SERVER.name}_{number}_recommended") == "Both"
    assert not classes


def test_the_versions_are_those_of_the_settings() -> None:
    supported = {one.attrib["name"] for one in found(TEMPLATE, "definition")}
    assert supported == {
        f"since_{one.since.replace('.', '_')}"
        for section in (*SECTIONS, SERVER)
        for one in section.definitions
    }
