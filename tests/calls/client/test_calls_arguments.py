"""What the API's arguments may be, and in which words a wrong one is refused."""

import sys
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.calls.client import arguments
from notifier.calls.client.arguments import Refused
from notifier.calls.vocabulary import FabricUsage


def test_texts_are_limited_in_bytes() -> None:
    assert arguments.text("ä" * 64, "name", 128) == "ä" * 64
    with pytest.raises(Refused, match="name has more than 128 bytes"):
        arguments.text("ä" * 64 + "a", "name", 128)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "argument missing: name"),
        (5, "argument invalid: name is no string"),
        ("", "argument invalid: name is empty"),
        ("\ud800", "argument invalid: name is no Unicode"),
    ],
)
def test_what_is_no_text_is_refused(value: object, said: str) -> None:
    with pytest.raises(Refused) as refused:
        arguments.text(value, "name", 10)
    assert str(refused.value) == said


def test_words_are_those_of_the_enumeration() -> None:
    found = arguments.choice(FabricUsage, "audio", "invalid fabricUsage value")
    assert found is FabricUsage.AUDIO
    for wrong in ("Audio", "", None, 5, b"audio"):
        with pytest.raises(Refused, match=r"^invalid fabricUsage value"):
            arguments.choice(FabricUsage, wrong, "invalid fabricUsage value")


@pytest.mark.parametrize(
    "of",
    [
        {"userID": "u"},
        {"user_id": "u"},
        SimpleNamespace(userID="u"),
        SimpleNamespace(user_id="u"),
    ],
)
def test_keys_are_in_either_case(of: object) -> None:
    assert arguments.field(of, "userID") == "u"
    assert arguments.field(of, "overall") is None


def test_a_user_is_a_text_or_an_object() -> None:
    assert arguments.user("alice") == ("alice", None)
    assert arguments.user({"userName": "Alice", "aliasName": "a1"}) == ("a1", "Alice")
    assert arguments.user(SimpleNamespace(user_name="Alice", alias_name="a1")) == ("a1", "Alice")


@pytest.mark.parametrize(
    "user",
    [
        None,
        "",
        "x" * 129,
        {},
        {"userName": "Alice"},
        {"userName": "", "aliasName": "a"},
        {"userName": "A", "aliasName": "x" * 129},
        {"userName": "A", "aliasName": "a", "loginID": "x" * 129},
        5,
    ],
)
def test_other_users_are_refused(user: object) -> None:
    with pytest.raises(Refused):
        arguments.user(user)


def test_an_identity(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["/opt/phone/softphone.py"])
    config = {
        "applicationVersion": "1.2",
        "siteID": "site",
        "additionalIDs": {"customerID": "c", "unknown": "x", "sessionID": None},
        "disablePrecalltest": True,
    }
    found = arguments.identity(1234, "alice", config)
    assert found.app_id == "1234"
    assert found.application == "softphone"
    assert found.application_version == "1.2"
    assert found.site_id == "site"
    assert found.additional_ids == {"customerID": "c"}
    named = arguments.identity("app", "alice", {"additional_ids": {"product_name": "Phone"}})
    assert named.application == "Phone"


@pytest.mark.parametrize(
    ("argv", "name"),
    [
        (["/opt/phone/__main__.py"], "phone"),
        (["-c"], "Python"),
        ([""], "Python"),
        ([], "Python"),
    ],
)
def test_what_a_program_is_known_by(
    argv: list[str], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", argv)
    assert arguments.identity("app", "alice", None).application == name


@pytest.mark.parametrize(
    "config",
    [
        {"applicationVersion": "x" * 31},
        {"siteID": "x" * 257},
        {"siteID": 5},
        {"additionalIDs": {"customerID": "x" * 257}},
    ],
)
def test_wrong_configurations_are_refused(config: object) -> None:
    with pytest.raises(Refused):
        arguments.identity("app", "alice", config)


@pytest.mark.parametrize("value", [0, 6, 2.5, "5", True, float("nan")])
def test_ratings_are_one_to_five(value: object) -> None:
    with pytest.raises(Refused, match="is not 1 to 5"):
        arguments.stars({"overall": value}, "overall")


def test_ratings() -> None:
    assert arguments.stars({"overall": 5}, "overall") == 5
    assert arguments.stars({"overall": 4.0}, "overall") == 4
    assert arguments.stars({}, "overall") is None


@pytest.mark.parametrize(
    ("servers", "found"),
    [
        (None, []),
        ("turn:a", ["turn:a"]),
        (["turn:a", "turn:b"], ["turn:a", "turn:b"]),
        ({"urls": "turn:a", "credential": "secret"}, ["turn:a"]),
        ([{"urls": ["turn:a", "turn:b"]}, {"url": "turn:c"}], ["turn:a", "turn:b", "turn:c"]),
        ([SimpleNamespace(urls=["turn:a"])], ["turn:a"]),
    ],
)
def test_urls_of_servers(servers: object, found: list[str]) -> None:
    assert arguments.urls(servers) == found


@pytest.mark.parametrize("servers", [[{}], [5], 5, {"urls": [""]}, "x" * 301, ["t:"] * 65])
def test_wrong_servers_are_refused(servers: object) -> None:
    with pytest.raises(Refused):
        arguments.urls(servers)


def test_devices() -> None:
    data = {"deviceList": [{"deviceId": "d", "kind": "audioinput", "label": "Mic"}]}
    (device,) = arguments.devices(data)
    assert (device.device_id, device.kind, device.label) == ("d", "audioinput", "Mic")
    for wrong in (None, {}, {"deviceList": 5}, {"deviceList": [{"deviceId": "d"}]}):
        with pytest.raises(Refused):
            arguments.devices(wrong)


def _raised() -> Exception:
    try:
        raise ValueError("no offer")
    except ValueError as error:
        return error


@pytest.mark.parametrize(
    ("error", "name", "message"),
    [
        (None, None, None),
        ("text", None, "text"),
        (_raised(), "ValueError", "no offer"),
        ({"name": "NotAllowedError", "message": "denied"}, "NotAllowedError", "denied"),
        ({"error": "inner"}, None, "inner"),
        (SimpleNamespace(name="N", message="m", stack="s"), "N", "m"),
        ({"code": 5}, None, '{"code": 5}'),
        (5, None, "5"),
    ],
)
def test_errors_of_all_kinds(error: object, name: str | None, message: str | None) -> None:
    assert arguments.error_data(error)[:2] == (name, message)


def test_the_stack_of_an_exception() -> None:
    stack = arguments.error_data(_raised())[2]
    assert stack is not None
    assert "test_calls_arguments" in stack


def test_logs_of_all_kinds() -> None:
    assert arguments.log_text("line") == ("line", "text")
    assert arguments.log_text({"a": 1}) == ('{"a": 1}', "json")
    assert arguments.log_text(_raised())[1] == "domError"
    assert len(arguments.log_text("x" * 30_000)[0]) == 20_000


class Unspeakable(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no words")


def test_what_can_not_be_written_is_named_by_its_kind() -> None:
    assert arguments.error_data(Unspeakable())[1] == "Unspeakable"


ANY = st.one_of(
    st.none(), st.text(), st.integers(), st.floats(), st.binary(), st.builds(object),
    st.lists(st.text(max_size=3), max_size=3),
    st.dictionaries(st.sampled_from(["urls", "name", "message", "error"]), st.integers()),
)  # fmt: skip


@given(ANY)
def test_anything_is_taken_or_refused(value: Any) -> None:
    arguments.error_data(value)
    arguments.log_text(value)
    for check in (
        lambda: arguments.user(value),
        lambda: arguments.identity(value, "alice", value),
        lambda: arguments.urls(value),
        lambda: arguments.devices(value),
        lambda: arguments.stars({"overall": value}, "overall"),
        lambda: arguments.number({"signal": value}, "signal"),
        lambda: arguments.seconds(value, "interval", 30, 60),
        lambda: arguments.text(value, "name", 10),
    ):
        try:
            check()
        except Refused as refused:
            assert str(refused)  # noqa: PT017 - that it has words is all that is asked
