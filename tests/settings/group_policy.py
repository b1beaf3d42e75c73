"""What the editor of Group Policy and a client do with an ADMX: values in a registry.

Only what our templates use, after [MS-GPREG] section 3.2.5 and the ADMX schema: "Enabled" writes
the policy's own value or its elements', "Disabled" its value or list, "not configured" deletes all.
"""

from collections.abc import Mapping
from xml.etree import ElementTree as Xml

from tests.settings.fake_registry import FakeRegistry

__all__ = ["NAMESPACE", "Template"]

NAMESPACE = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"


class Template:
    """An ADMX file."""

    def __init__(self, admx: bytes) -> None:
        self.root = Xml.fromstring(admx)  # noqa: S314 (our own)
        self.policies = {
            element.attrib["name"]: element for element in self.root.iter(f"{NAMESPACE}policy")
        }

    def enable(
        self, registry: FakeRegistry, hive: str, name: str, fields: Mapping[str, object]
    ) -> None:
        """Enable a policy with what is entered in its fields, by their ids."""
        policy = self._allowed(name, hive)
        key = rf"{hive}\{policy.attrib['key']}"
        value = policy.find(f"{NAMESPACE}enabledValue")
        if value is not None:
            registry.set(key, policy.attrib["valueName"], _value(value))
        elements = policy.find(f"{NAMESPACE}elements")
        ids = set() if elements is None else {element.attrib["id"] for element in elements}
        assert set(fields) <= ids, (name, set(fields) - ids)
        for element in () if elements is None else elements:
            entered = fields.get(element.attrib["id"])
            if entered is None:
                assert element.get("required") != "true", (name, element.attrib["id"])
                continue
            written = _entered(element, entered)
            registry.set(key, element.attrib["valueName"], written)

    def disable(self, registry: FakeRegistry, hive: str, name: str) -> None:
        """Disable a policy."""
        policy = self._allowed(name, hive)
        key = rf"{hive}\{policy.attrib['key']}"
        for element in policy.iterfind(f"{NAMESPACE}elements/*"):
            registry.delete(key, element.attrib["valueName"])
        value = policy.find(f"{NAMESPACE}disabledValue")
        if value is not None:
            registry.set(key, policy.attrib["valueName"], _value(value))
        for item in policy.iterfind(f"{NAMESPACE}disabledList/{NAMESPACE}item"):
            value = item.find(f"{NAMESPACE}value")
            assert value is not None
            registry.set(rf"{hive}\{item.attrib['key']}", item.attrib["valueName"], _value(value))

    def _allowed(self, name: str, hive: str) -> Xml.Element:
        policy = self.policies[name]
        classes = {"HKLM": ("Machine", "Both"), "HKCU": ("User", "Both")}
        assert policy.attrib["class"] in classes[hive]
        return policy


def _value(element: Xml.Element) -> object:
    value = element[0]
    if value.tag == f"{NAMESPACE}decimal":
        return int(value.attrib["value"])
    assert value.tag == f"{NAMESPACE}string"
    return value.text or ""


def _entered(element: Xml.Element, entered: object) -> object:
    match element.tag.removeprefix(NAMESPACE):
        case "decimal":
            assert isinstance(entered, int)
            assert int(element.attrib["minValue"]) <= entered <= int(element.attrib["maxValue"])
        case "text":
            assert isinstance(entered, str)
            assert len(entered) <= int(element.get("maxLength", "1023"))
        case "multiText":
            assert isinstance(entered, list)
            assert len(entered) <= int(element.attrib["maxStrings"])
            assert len("".join(entered)) <= int(element.attrib["maxLength"])
        case "enum":
            values = element.iterfind(f"{NAMESPACE}item/{NAMESPACE}value")
            assert entered in [_value(value) for value in values]
        case other:
            raise AssertionError(other)
    return entered
