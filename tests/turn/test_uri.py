"""TURN URIs: every form that is one, and every way not to be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.turn.uri import TurnUri, TurnUriError, parse_turn_uri


@pytest.mark.parametrize(
    ("text", "host", "port", "transport"),
    [
        # RFC 7065 appendix A
        ("turn:example.org", "example.org", 3478, "udp"),
        ("turns:example.org", "example.org", 5349, "tls"),
        ("turn:example.org:8000", "example.org", 8000, "udp"),
        ("turn:example.org?transport=udp", "example.org", 3478, "udp"),
        ("turn:example.org?transport=tcp", "example.org", 3478, "tcp"),
        ("turns:example.org?transport=tcp", "example.org", 5349, "tls"),
        ("turn:192.0.2.1:443?transport=tcp", "192.0.2.1", 443, "tcp"),
        ("turn:[2001:db8::1]", "2001:db8::1", 3478, "udp"),
        ("turns:[2001:db8::1]:443", "2001:db8::1", 443, "tls"),
        ("turn:[::ffff:192.0.2.1]:1", "::ffff:192.0.2.1", 1, "udp"),
        ("TURN:Example.ORG:65535?Transport=UDP", "Example.ORG", 65535, "udp"),
        ("TURNS:example.org?transport=TCP", "example.org", 5349, "tls"),
        ("turn:localhost", "localhost", 3478, "udp"),
        ("turn:turn_1.example.org.", "turn_1.example.org.", 3478, "udp"),
        ("turn:münchen.example", "münchen.example", 3478, "udp"),
    ],
)
def test_uris(text: str, host: str, port: int, transport: str) -> None:
    uri = parse_turn_uri(text)
    assert (uri.host, uri.port, uri.transport) == (host, port, transport)
    assert parse_turn_uri(str(uri)) == uri


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not a TURN address"),
        ("turn", "not a TURN address"),
        ("turn:", "not a TURN address"),
        ("turn:?transport=udp", "not a TURN address"),
        ("example.org", "not a TURN address"),
        ("stun:example.org", "not a TURN address"),
        ("http://example.org", "not a TURN address"),
        ("turn://example.org", "not a TURN address"),
        ("turn:example.org/path", "not a TURN address"),
        ("turn:example.org#part", "not a TURN address"),
        ("turn:example org", "not a TURN address"),
        (" turn:example.org", "not a TURN address"),
        ("turn:example.org\n", "not a TURN address"),
        ("turn:example.org:", "not a TURN address"),
        ("turn:example.org:port", "not a TURN address"),
        ("turn:example.org:-1", "not a TURN address"),
        ("turn:example.org:123456", "not a TURN address"),
        ("turn:example.org:٣٤", "not a TURN address"),
        ("turn:example.org?", "not a TURN address"),
        ("turn:example.org?transport", "not a TURN address"),
        ("turn:example.org?transport=", "not a TURN address"),
        ("turn:example.org?transport=udp&ttl=5", "not a TURN address"),
        ("turn:example.org?transport=tcp?transport=udp", "not a TURN address"),
        ("turn:2001:db8::1", "not a TURN address"),
        ("turn:[]", "not a TURN address"),
        ("turn:[2001:db8::1", "not a TURN address"),
        ("turn:[fe80::1%eth0]", "not a TURN address"),
        # The long s: Unicode says it is an s without regard to case, and TLS hangs on that s.
        ("turn\u017f:example.org", "not a TURN address"),
        ("turn:example.org?tran\u017fport=udp", "not a TURN address"),
        ("turn:[1.2.3.4]", "not an IPv6 address"),
        ("turn:[:::]", "not an IPv6 address"),
        ("turn:[2001:db8::12345]", "not an IPv6 address"),
        ("turn:.example.org", "not a host name"),
        ("turn:example..org", "not a host name"),
        ("turn:ex*mple.org", "not a host name"),
        ("turn:ex\u00a0ample.org", "not a host name"),
        ("turn:" + "a" * 64 + ".org", "not a host name"),
        ("turn:" + ".".join(["a" * 60] * 5), "not a host name"),
        ("turn:example.org:0", "from 1 to 65535"),
        ("turn:example.org:65536", "from 1 to 65535"),
        ("turn:example.org?transport=sctp", "udp or tcp"),
        ("turns:example.org?transport=tls", "udp or tcp"),
        ("turns:example.org?transport=udp", "DTLS"),
    ],
)
def test_malformed_uris(text: str, words: str) -> None:
    with pytest.raises(TurnUriError, match=words) as caught:
        parse_turn_uri(text)
    message = str(caught.value)
    assert "\n" not in message
    if text:
        assert repr(text) in message


@pytest.mark.parametrize("text", ["turn:ann:hunter2@example.org", "ann:hunter2@turn:example.org"])
def test_credentials_in_a_uri_are_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(TurnUriError, match="no user name or password") as caught:
        parse_turn_uri(text)
    assert "hunter2" not in str(caught.value)
    assert "ann" not in str(caught.value)


@pytest.mark.parametrize(
    ("uri", "text"),
    [
        (TurnUri("example.org", 3478, "udp"), "turn:example.org"),
        (TurnUri("example.org", 80, "udp"), "turn:example.org:80"),
        (TurnUri("example.org", 3478, "tcp"), "turn:example.org?transport=tcp"),
        (TurnUri("example.org", 5349, "tls"), "turns:example.org?transport=tcp"),
        (TurnUri("example.org", 3478, "tls"), "turns:example.org:3478?transport=tcp"),
        (TurnUri("2001:db8::1", 3479, "udp"), "turn:[2001:db8::1]:3479"),
    ],
)
def test_uris_as_text(uri: TurnUri, text: str) -> None:
    assert str(uri) == text
    assert parse_turn_uri(text) == uri


_labels = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?", fullmatch=True)
_hosts = st.one_of(
    st.lists(_labels, min_size=1, max_size=4).map(".".join),
    st.ip_addresses(v=4).map(str),
    st.ip_addresses(v=6).map(str),
)


@given(_hosts, st.integers(1, 65535), st.sampled_from(["udp", "tcp", "tls"]))
def test_round_trip(host: str, port: int, transport: str) -> None:
    uri = TurnUri(host, port, transport)  # type: ignore[arg-type]
    assert parse_turn_uri(str(uri)) == uri


@given(st.one_of(st.text(max_size=60), st.text(max_size=60).map("turn:{}".format)))
def test_any_text_is_a_uri_or_an_error(text: str) -> None:
    try:
        uri = parse_turn_uri(text)
    except TurnUriError:
        return
    assert parse_turn_uri(str(uri)) == uri
