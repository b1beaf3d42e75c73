"""The rules one by one, and what must hold of all of them together."""

import base64
import json
import time
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notifier.redaction.known import Known, words_of_this_machine
from notifier.redaction.plain import without_secrets
from notifier.redaction.redactor import Redactor
from notifier.redaction.rules import REMOVED, RULES, Rule, is_secret_name

SLOWEST_S = 10.0
"""Of the processor, for 200 kB that are made to be hard, four times; they take some 0.6 s. One
repetition within another takes minutes."""

PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=300)

WORD = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", min_size=1)

TOKEN = st.text(
    "abcdefghijkmnopqrstuvwxyzABCDEFGHIJKLMNPQRSTUVWXYZ0123456789-._~+/=!$*()", min_size=8
).map(lambda text: f"Q{text}7q")
"""What a token, or a password without blanks, quotes and separators, may look like."""

PIECES = st.lists(
    st.one_of(
        PLAIN,
        st.sampled_from([rule.example for rule in RULES]),
        st.sampled_from([rule.becomes for rule in RULES]),
        st.sampled_from(
            [*"@:/='\"\\-.\n ", "password=", "://", "[removed]", "[user]", "ip4-private-1", "::"]
        ),
    ),
    max_size=12,
).map("".join)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_does_what_its_example_says(rule: Rule) -> None:
    assert Redactor().text(rule.example) == rule.becomes
    put = rule.apply(rule.example, lambda sort, _: f"{sort}-1")
    assert put != rule.example, "another rule does it"
    assert not rule.needs or any(
        set(rule.needs) & set(match[0]) for match in rule.pattern.finditer(rule.example)
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_only_secrets_are_kept_from_the_log(rule: Rule) -> None:
    written = without_secrets(rule.example)
    assert (written == rule.becomes) == (rule.kind == "secret")
    assert rule.kind == "secret" or written == rule.example


def test_addresses_stay_where_the_person_agrees() -> None:
    text = "2a00:1450:4001:82b::200e 192.168.1.20 02:00:5e:10:00:ff password=hunter2"
    agreed = Redactor(addresses=True).text(text)
    assert agreed == "2a00:1450:4001:82b::200e 192.168.1.20 mac-1 password=[removed]"


def test_one_thing_has_one_placeholder() -> None:
    redactor = Redactor()
    assert redactor.text("10.0.0.1 fe80::1%wlan0") == "ip4-private-1 ip6-link-local-1"
    assert redactor.text("8.8.8.8 10.0.0.1, then 10.0.0.1.") == (
        "ip4-public-2 ip4-private-1, then ip4-private-1."
    )
    assert redactor.text("FE80:0::1") == "ip6-link-local-1"


@pytest.mark.parametrize(
    "text",
    [
        "Python 3.11.2, Qt 6.11.0, libsrtp 2.5.0-x",
        "at 12:34:56 after 00:01:02.345",
        "std::vector, 127.0.0.1, ::1, 0.0.0.0 and ::",
        "No password is stored in the key ring for it",
        "turns:turn.example.org:5349?transport=tcp",
        "password-env = TURN_PASSWORD",
        'secret-file = "turn-main"',
        "/usr/lib/python3.11/site-packages/PySide6/QtWidgets.abi3.so",
        "notifier.service.events.NotificationDecided at line 120",
        "basic connectivity, a bearer",
        "author=Smith, authority: high, tokenizer=fast, keyboard: us",
    ],
)
def test_what_says_nothing_of_a_person_stays(text: str) -> None:
    assert Redactor().text(text) == text


@pytest.mark.parametrize(
    "line",
    [
        'password = "{}"',
        "password = '{}'",
        '{{"password": "{}", "x": 1}}',
        '{{\\"apiKey\\": \\"{}\\"}}',
        "turn_password={}",
        "TURN_SECRET={} call-notifier",
        "https://h.example/?access_token={}&x=1",
        "https://bob:{}@h.example/",
        "turn:bob:{}@h.example:3478",
        "Authorization: Basic {}",
        '"authorization": "Bearer {}"',
        "Bearer {}",
        "Cookie: session={}; theme=dark",
        "call-notifier --token {}",
        "userName: {}",
        "a=ice-pwd:{}",
        "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:{}",
        "icePwd={}",
        "-----BEGIN EC PRIVATE KEY-----\n{}\n-----END EC PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\n{}",
        "1767225600:{}",
        "ssid: {}",
        "deviceId={}",
        "message-integrity={}",
        "Credentials(username='bob', password='{}')",
    ],
)
@settings(max_examples=30)
@given(secret=TOKEN, before=PLAIN)
def test_no_secret_is_left_where_its_place_tells(line: str, secret: str, before: str) -> None:
    text = f"{before}\n{line.format(secret)}\nafter"
    assert secret not in Redactor().text(text)
    assert secret not in without_secrets(text)


@given(secret=st.text(min_size=3, max_size=40), before=PLAIN, after=PLAIN)
def test_a_secret_that_is_known_is_left_nowhere(secret: str, before: str, after: str) -> None:
    raw = secret.encode("utf-8", "surrogatepass")
    redactor = Redactor(Known(secrets=(secret,)))
    for form in (
        json.dumps(secret)[1:-1],
        repr(secret)[1:-1],
        quote(raw, safe=""),
        raw.hex(),
        base64.b64encode(raw).decode(),
        secret,
    ):
        left = redactor.text(f"{before}\nx{form}y\n{after}")
        assert f"x{form}y" not in left


@given(user=WORD, password=st.text(min_size=8, max_size=30))
def test_a_password_is_found_inside_base64(user: str, password: str) -> None:
    sent = base64.b64encode(f"{user}:{password}".encode()).decode()
    alone = Redactor(Known(secrets=(password,))).text(f"sent {sent}.")
    assert base64.b64encode(password.encode()).decode()[:-4] not in alone
    assert sent not in alone


@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), PLAIN),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(PLAIN, inner, max_size=3)
        ),
        max_leaves=8,
    ),
    st.sampled_from(["password", "clientSecret", "api_key", "X-Auth-Token", "iceUfrag", "ssid"]),
    TOKEN,
)
def test_objects_lose_what_their_names_tell(value: object, name: str, secret: str) -> None:
    planted = {"a": [value, {name: [secret, {"inner": secret}]}], "b": value}
    left = Redactor().value(planted)
    assert secret not in json.dumps(left)
    assert Redactor().value(left) == left


@given(PIECES)
def test_what_went_through_stays_as_it_is(text: str) -> None:
    known = Known(("s3cr3t-pw", "removed"), {"bob": "[user]", "user": "[host]"}, ("meet.example",))
    once = Redactor(known).text(text)
    assert Redactor(known).text(once) == once
    assert without_secrets(without_secrets(text)) == without_secrets(text)


@pytest.mark.parametrize(
    "piece",
    [
        *("a", "a.", "a:", "a@", "a-", "A1a", "1.2.3.4.", "::", "ab:", '\\"', "=>", " :", "\\x41"),
        *("password=", '"x":"', "http://", "turn:", "bearer ", "eyJaaaa.", "/home/", "0123456789"),
        "-----BEGIN PRIVATE KEY-----",
    ],
)
def test_no_text_takes_long(piece: str) -> None:
    began = time.process_time()
    text = piece * (200_000 // len(piece))
    for hard in (text, f"{text} x:=@/\\-_0eAr ", f"password={text}", f'token: "{text}'):
        Redactor().text(hard)
    assert time.process_time() - began < SLOWEST_S


@given(st.text("aA1:=@/.\\\"'-+ %[]", max_size=2000))
def test_made_up_text_takes_no_time(text: str) -> None:
    began = time.process_time()
    Redactor().text(text)
    assert time.process_time() - began < SLOWEST_S


def test_names_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/bob")
    monkeypatch.setattr("socket.gethostname", lambda: "bobs-laptop.example.org")
    words = words_of_this_machine({"USER": "bob", "HOSTNAME": "bobs-laptop"})
    left = Redactor(Known(words=words)).text(
        "/home/bob/.config BOB@bobs-laptop on bobs-laptop.example.org, Bob's: bobbin"
    )
    assert left == "~/.config email-1 on [host], [user]'s: bobbin"


def test_names_that_say_nothing_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "root")
    monkeypatch.setattr("socket.gethostname", lambda: "localhost")
    monkeypatch.setenv("HOME", "/root")
    monkeypatch.setattr("notifier.redaction.known._full_names", set)
    assert words_of_this_machine({"USER": "root"}) == {}


def test_sites_of_calls_are_numbered() -> None:
    redactor = Redactor(Known(sites=("meet.example.org", "Talk.example")))
    left = redactor.text("https://meet.example.org/room of talk.example, turn.example.org")
    assert left == "https://site-1/room of site-2, turn.example.org"


@pytest.mark.parametrize(
    ("name", "secret"),
    [
        ("password", True),
        ("userPassword", True),
        ("X-Api-Key", True),
        ("username", True),
        ("user_name", True),
        ("MESSAGE-INTEGRITY-SHA256", True),
        ("deviceId", True),
        ("password-env", False),
        ("secretFile", False),
        ("passwordEnvironmentVariable", False),
        ("compass", False),
        ("keyboard", False),
        ("authors", False),
    ],
)
def test_names_of_secrets(name: str, secret: bool) -> None:
    assert is_secret_name(name) is secret


def test_a_placeholder_is_no_secret() -> None:
    assert Redactor().text(f"password={REMOVED}") == f"password={REMOVED}"
