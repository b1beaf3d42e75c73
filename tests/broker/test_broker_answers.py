"""What root's service answers, and that what is shared with a server never leaves it."""

import json
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from notifier.broker.answers import BURST, MAX_USERS, PER_SECOND, Allowances, Reply, reply_to
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.secret_files import Refusal, SecretFileError
from notifier.settings.secrets import turn_rest
from notifier.settings.secrets_service import MAX_ANSWER, MAX_REQUEST, REFUSALS

SHARED = "shared with the relay"
PASSWORD = "the password of all"
TOKEN = "token of the collector"

REST = ServerSetting(("turn:rest.example",), credential="turn-rest", secret_file="rest")
PLAIN = ServerSetting(
    ("turn:plain.example", "turns:plain.example"), username="all", secret_file="plain"
)
OTHER = ServerSetting(("turn:other.example",), username="ann")
SETTINGS = Settings(servers=(REST, PLAIN, OTHER), fleet_secret_file="token")
NOW = 1_700_000_000.0


@dataclass
class Files:
    """The secrets there are, and which were read."""

    kept: dict[str, str | Refusal] = field(
        default_factory=lambda: {"rest": SHARED, "plain": PASSWORD, "token": TOKEN, "unused": "x y"}
    )
    asked: list[str] = field(default_factory=list)

    def read(self, name: str) -> str:
        self.asked.append(name)
        if name not in self.kept:
            raise SecretFileError("missing")
        return self.kept[name]


def asked(
    name: object, server: object = None, *, settings: Settings = SETTINGS, **more: object
) -> tuple[Reply, list[str]]:
    request = {"secret": name, **({} if server is None else {"server": server}), **more}
    files = Files()
    reply = reply_to(
        json.dumps(request).encode() + b"\n", settings, files.read, now=NOW, chance="c0ffee"
    )
    assert json.loads(reply.line) == reply.document
    for secret in (SHARED, PASSWORD, TOKEN):
        assert secret not in reply.told
        assert secret not in repr(reply)
    return reply, files.asked


def test_a_shared_secret_gives_credentials_that_expire() -> None:
    reply, _ = asked("rest", "turn:rest.example")
    made = turn_rest(SHARED, "c0ffee", now=NOW)
    assert reply.document == {"username": made.username, "password": made.password}
    assert made.username.endswith(":c0ffee"), "nobody's name, where policy gives none"
    assert reply.told == "credentials made from rest given out"


def test_a_name_that_policy_gives_stands_in_them() -> None:
    named = Settings(
        servers=(
            ServerSetting(REST.urls, username="fleet", credential="turn-rest", secret_file="rest"),
        )
    )
    reply, _ = asked("rest", "turn:rest.example", settings=named)
    assert reply.document["username"].endswith(":fleet")


def test_a_password_and_a_token_are_given_as_they_are() -> None:
    assert asked("plain", "turns:plain.example")[0].document == {"value": PASSWORD}
    assert asked("token")[0].document == {"value": TOKEN}


def test_only_what_policy_uses_for_this_is_read_at_all() -> None:
    for request in [
        ("unused", None),
        ("rest", None),
        ("plain", None),
        ("token", "turn:plain.example"),
        ("plain", "turn:rest.example"),
        ("rest", "turn:plain.example"),
        ("rest", "turn:nowhere.example"),
        ("../plain", "turn:plain.example"),
        ("plain\n", "turn:plain.example"),
    ]:
        reply, read = asked(*request)
        assert reply.document == {"refused": "not-named"}, request
        assert read == [], request


def test_one_name_for_a_shared_secret_and_a_password_gives_no_password() -> None:
    both = Settings(
        servers=(REST, ServerSetting(("turn:b",), username="b", secret_file="rest")),
        fleet_secret_file="rest",
    )
    for server in (None, "turn:b"):
        reply, read = asked("rest", server, settings=both)
        assert reply.document == {"refused": "shared"}
        assert read == []
    assert "password" in asked("rest", "turn:rest.example", settings=both)[0].document


def test_a_file_that_is_of_no_use_is_told() -> None:
    def read(_: str) -> str:
        raise SecretFileError("open")

    reply = reply_to(b'{"secret": "token"}\n', SETTINGS, read, now=NOW, chance="c0ffee")
    assert reply.document == {"refused": "open"}
    assert reply.told == "token: open"


def test_what_is_no_request_is_none() -> None:
    for request in [
        b"",
        b"\n",
        b"{}\n",
        b'{"secret": "token"}',  # cut off
        b'{"secret": "token", "more": 1}\n',
        b'{"secret": 1}\n',
        b'{"secret": "token", "server": null}\n',
        b'["token"]\n',
        b"[" * 3000 + b"\n",
        b'{"secret": "' + b"a" * MAX_REQUEST + b'"}\n',
        b"\xff\n",
    ]:
        assert reply_to(request, SETTINGS, Files().read, now=NOW, chance="c0ffee").document == {
            "refused": "request"
        }, request


_words = st.sampled_from(
    ["rest", "plain", "token", "unused", "../rest", "turn:rest.example", "turn:plain.example", None]
)
_documents = st.dictionaries(
    st.sampled_from(["secret", "server", "policy", "value"]), _words | st.text(), max_size=4
)


@given(
    st.binary(max_size=300)
    | st.binary(max_size=300).map(lambda data: data + b"\n")
    | _documents.map(lambda document: json.dumps(document).encode() + b"\n")
)
def test_whatever_is_asked_the_shared_secret_stays(request: bytes) -> None:
    files = Files()
    reply = reply_to(request, SETTINGS, files.read, now=NOW, chance="c0ffee")
    assert SHARED not in reply.line.decode()
    assert set(files.asked) <= {"rest", "plain", "token"}
    assert reply.told.isprintable()
    assert len(reply.line) <= MAX_ANSWER
    if not files.asked:
        assert set(reply.document) == {"refused"}
        assert reply.document["refused"] in REFUSALS


def test_the_longest_answer_fits() -> None:
    longest = "\U0001f512" * 1024
    reply = reply_to(b'{"secret": "token"}\n', SETTINGS, lambda _: longest, now=NOW, chance="")
    assert len(reply.line) <= MAX_ANSWER


def test_a_user_who_asks_too_often_waits_and_others_do_not() -> None:
    allowances = Allowances()
    assert [allowances.take(1000, 0.0) for _ in range(BURST + 1)] == [True] * BURST + [False]
    assert allowances.take(1001, 0.0)
    assert not allowances.take(1000, 0.5 / PER_SECOND)
    assert allowances.take(1000, 1.5 / PER_SECOND)


def test_what_is_known_of_users_stays_small() -> None:
    allowances = Allowances()
    for user in range(3 * MAX_USERS):
        assert allowances.take(user, 0.0)
    assert len(allowances._left) <= MAX_USERS
    allowances.take(1, 10 * BURST / PER_SECOND)
    assert len(allowances._left) == 1
