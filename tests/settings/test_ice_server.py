"""What is pasted comes from anywhere: each text gives servers or one plain sentence."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.settings.ice_server import (
    MAX_LENGTH,
    IceServer,
    IceServerError,
    parse_ice_servers,
)
from notifier.turn.uri import parse_turn_uri


def test_one_server() -> None:
    text = '{"urls": "turn:turn.example.org:3478", "username": "ann", "credential": "s3cret"}'

    assert parse_ice_servers(text) == (IceServer(("turn:turn.example.org:3478",), "ann", "s3cret"),)


@pytest.mark.parametrize(
    "wrapped",
    [
        '{"urls": ["turn:a.example"], "username": "u", "credential": "c"}',
        '[{"urls": "turn:a.example", "username": "u", "credential": "c"}]',
        '{"iceServers": [{"urls": "turn:a.example", "username": "u", "credential": "c"}]}',
        '{"iceServers": {"urls": "turn:a.example", "username": "u", "credential": "c"}}',
        (
            '\n {"iceTransportPolicy": "all", "iceServers": '
            '[{"urls": " turn:a.example ", "username": "u", "credential": "c", "x": [1]}]} '
        ),
    ],
)
def test_all_the_ways_people_copy_it(wrapped: str) -> None:
    assert parse_ice_servers(wrapped) == (IceServer(("turn:a.example",), "u", "c"),)


_OF_A = (IceServer(("turn:a.example",), "u", "c"),)


@pytest.mark.parametrize(
    "source",
    [
        "{urls: 'turn:a.example', username: 'u', credential: 'c'}",
        "[{urls: ['turn:a.example',], username: \"u\", credential: `c`,},]",
        "{url: 'turn:a.example', username: 'u', credential: 'c', weight: 1.5, on: true}",
        "const servers = [{urls: 'turn:a.example', username: 'u', credential: 'c'}];",
        "{ // ours\n urls: /* one */ 'turn:a.example', 'username': 'u',\n credential: '\\x63' }",
        "iceServers: [{urls: 'turn:a.example', username: 'u', credential: 'c'}],\n",
        (
            "async function call(room) {\n  const pc = new RTCPeerConnection({\n"
            "    iceServers: [\n      { urls: 'stun:stun.example.org' }, // first\n"
            "      { urls: 'turn:a.example', username: 'u', credential: 'c' },\n"
            "    ],\n    iceTransportPolicy: policy,\n  });\n  return pc;\n}\n"
        ),
    ],
)
def test_the_javascript_that_people_copy(source: str) -> None:
    assert parse_ice_servers(source) == _OF_A


def test_the_inside_of_a_list_is_all_of_it() -> None:
    text = "{urls: 'turn:a.example', username: 'u', credential: 'c'},\n{urls: 'turn:b'},"
    assert parse_ice_servers(text) == (*_OF_A, IceServer(("turn:b",), None, None))


@pytest.mark.parametrize(
    "text",
    ["turn:a.example\nturns:a.example:443\n", " turn:a.example, 'turns:a.example:443'; stun:b"],
)
def test_addresses_alone(text: str) -> None:
    assert parse_ice_servers(text) == (
        IceServer(("turn:a.example", "turns:a.example:443"), None, None),
    )


def test_stun_is_left_out_and_turn_kept_in_order() -> None:
    text = json.dumps(
        [
            {"urls": "stun:stun.example.org"},
            {"urls": ["stun:x.example", "turns:b.example:443", "turn:b.example"]},
            {"urls": "turn:c.example?transport=tcp", "credentialType": "password"},
        ]
    )

    assert [server.urls for server in parse_ice_servers(text)] == [
        ("turns:b.example:443", "turn:b.example"),
        ("turn:c.example?transport=tcp",),
    ]


def test_empty_credentials_are_none() -> None:
    (server,) = parse_ice_servers('{"urls": "turn:a", "username": "", "credential": ""}')

    assert server.username is None
    assert server.credential is None


def test_credential_is_not_in_the_repr() -> None:
    (server,) = parse_ice_servers('{"urls": "turn:a", "username": "u", "credential": "s3cret"}')

    assert "s3cret" not in repr(server)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "nothing was pasted"),
        (" \n", "nothing was pasted"),
        ("{", "it ends too early"),
        ("hello", "line 1 is not as expected"),
        ("turn.example.org", "line 1 is not as expected"),
        ("stun:stun.example.org", "no TURN address"),
        ("turn:a.example hello", "line 1 is not as expected"),
        ("{urls: 'turn:a',\n credential: secret}", "line 2 is not as expected"),
        ("{urls: 'turn:a', credential: load()}", "line 1 is not as expected"),
        ("{urls: `turn:${host}`}", "is not a host name"),
        ("{urls: 'turn:a'", "ends too early"),
        ("{urls: 'turn:a'} hello", "line 1 is not as expected"),
        ("pc = new RTCPeerConnection({iceServers: [{urls: ", "ends too early"),
        ("{urls: 'turn:a', credential: '\\ud800'}", "line 1 is not as expected"),
        ("{urls: 'turn:a', credential: '\\u{110000}'}", "line 1 is not as expected"),
        ("7", "expected object, got number"),
        ("null", "not an RTCIceServer"),
        ("{}", 'missing required field "urls"'),
        ('{"urls": 3}', 'expected text or list, got number at "urls"'),
        ('[{"urls": "turn:a", "credential": 7}]', r'"\[0\]\.credential"'),
        ('{"iceServers": 1}', '"iceServers"'),
        ("[]", "no TURN address"),
        ('{"urls": []}', "no TURN address"),
        ('{"urls": "stun:a.example"}', "no TURN address"),
        ('{"urls": "http://a.example"}', "is not a TURN address"),
        ('{"urls": "turn:a.example:99999"}', "the port must be from 1 to 65535"),
        ('{"urls": "turn:a", "credentialType": "oauth"}', "credentialType"),
        ("[" * 5000, "line 1 is not as expected|nested too deeply"),
        ("{a:" * 5000, "line 1 is not as expected"),
        ("\ud800", "not Unicode"),
        (" " * MAX_LENGTH + "{}", "longer than"),
    ],
)
def test_what_is_wrong_is_said(text: str, says: str) -> None:
    with pytest.raises(IceServerError, match=says):
        parse_ice_servers(text)


def test_a_password_is_never_repeated() -> None:
    for text in (
        '{"urls": "turn:ann:s3cret@turn.example.org"}',
        '{"urls": 3, "credential": "s3cret"}',
        '{"urls": "turn:a", "credential": "s3cret"',
        '{"urls": "turn:a", "credential": ["s3cret"]}',
        "{urls: 'turn:a', credential: s3cret}",
        "{urls: 'turn:a', credential: 's3cret}",
    ):
        with pytest.raises(IceServerError) as caught:
            parse_ice_servers(text)
        assert "s3cret" not in str(caught.value)
        assert caught.value.__cause__ is None


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        servers = parse_ice_servers(text)
    except IceServerError:
        return
    assert servers


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["urls", "username", "credential", "credentialType", "iceServers", "x"]
            ),
            inner | st.sampled_from(["turn:a.example", "stun:b.example", "password"]),
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(_json)
def test_any_json_is_read_or_refused(value: object) -> None:
    try:
        servers = parse_ice_servers(json.dumps(value))
    except IceServerError:
        return
    for server in servers:
        assert server.urls
        for url in server.urls:
            parse_turn_uri(url)


@given(st.text(min_size=1), st.text(min_size=1))
def test_credentials_come_through_unchanged(username: str, credential: str) -> None:
    text = json.dumps({"urls": "turn:a", "username": username, "credential": credential})
    try:
        (server,) = parse_ice_servers(text)
    except IceServerError:
        assert len(text) > MAX_LENGTH or any(
            0xD800 <= ord(c) < 0xE000 for c in username + credential
        )
    else:
        assert (server.username, server.credential) == (username, credential)
