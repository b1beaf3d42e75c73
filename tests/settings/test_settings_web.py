"""Host names and origins in the settings: as browsers write them, or refused."""

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.settings.web import WebNameError, origin, site


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("meet.example.com", "meet.example.com"),
        (" MEET.Example.COM ", "meet.example.com"),
        ("*.Example.com", "*.example.com"),
        ("localhost", "localhost"),
        ("a_b.example", "a_b.example"),
        ("xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("192.0.2.1", "192.0.2.1"),
        ("3com.example", "3com.example"),
        (".".join(["a" * 63, "b" * 63, "c" * 63, "d" * 61]), None),
    ],
)
def test_host_names(written: str, meant: str | None) -> None:
    assert site(written) == (written if meant is None else meant)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "expected a host name"),
        ("*", 'watch = "all"'),
        ("*.", "expected a host name"),
        ("*.*.example", "expected a host name"),
        ("a.*.example", "expected a host name"),
        ("https://a.example", "without scheme"),
        ("a.example/room", "path"),
        ("a.example:443", "port"),
        ("::1", "port"),
        ("bücher.example", "xn--"),
        ("a..example", "expected a host name"),
        ("a.example.", "expected a host name"),
        (".example", "expected a host name"),
        ("-a.example", "expected a host name"),
        ("a-.example", "expected a host name"),
        ("a b.example", "expected a host name"),
        ("a\n.example", "expected a host name"),
        (f"{'a' * 64}.example", "expected a host name"),
        (".".join(["a" * 63, "b" * 63, "c" * 63, "d" * 62]), "expected a host name"),
        ("192.0.2", "a whole IP address"),
        ("192.0.2.0x1", "a whole IP address"),
        ("1.2.3.256", "a whole IP address"),
    ],
)
def test_what_is_no_host_name(written: str, message: str) -> None:
    with pytest.raises(WebNameError, match=re.escape(message)):
        site(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://meet.example.com", "https://meet.example.com"),
        (" HTTPS://Meet.Example.com ", "https://meet.example.com"),
        ("https://meet.example.com:443", "https://meet.example.com"),
        ("https://meet.example.com:8443", "https://meet.example.com:8443"),
        ("https://meet.example.com:08443", "https://meet.example.com:8443"),
        ("https://[2001:DB8:0::1]:444", "https://[2001:db8::1]:444"),
        ("https://192.0.2.1", "https://192.0.2.1"),
        ("http://localhost", "http://localhost"),
        ("http://localhost:80", "http://localhost"),
        ("http://localhost:443", "http://localhost:443"),
        ("http://127.0.0.1:3000", "http://127.0.0.1:3000"),
        ("http://[0::1]:3000", "http://[::1]:3000"),
        ("file://", "file://"),
        ("app://my-app", "app://my-app"),
        ("app://.", "app://."),
    ],
)
def test_origins(written: str, meant: str) -> None:
    assert origin(written) == meant


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "expected an origin"),
        ("*", "expected an origin"),
        ("null", "expected an origin"),
        ("meet.example.com", "scheme, host and port"),
        ("https://meet.example.com/", "without a path"),
        ("https://meet.example.com/room", "without a path"),
        ("https://meet.example.com?a", "without a path"),
        ("https://ann:secret@meet.example.com", "scheme, host and port"),
        ("https://*.example.com", "expected an origin"),
        ("https://", "expected an origin"),
        ("https://:443", "expected an origin"),
        ("https://a.example:", "expected an origin"),
        ("https://a.example:0", "a port from 1 to 65535"),
        ("https://a.example:65536", "a port from 1 to 65535"),
        ("https://a.example:x", "expected an origin"),
        ("https://a.example:٤٤٣", "expected an origin"),
        ("https://bücher.example", "xn--"),
        ("https://[::1", "expected an origin"),
        ("https://[1.2.3.4]", "a whole IP address"),
        ("https://127.1", "a whole IP address"),
        ("http://meet.example.com", "only of this computer"),
        ("http://127.0.0.2", "only of this computer"),
        ("http://localhost.example", "only of this computer"),
        ("ws://localhost", "expected an origin"),
        ("file:///home/ann/page.html", "expected an origin"),
        ("file://host", "expected an origin"),
        ("app://", "expected an origin"),
        ("app://name/page", "expected an origin"),
        ("chrome-extension://abcdef", "expected an origin"),
    ],
)
def test_what_is_no_origin(written: str, message: str) -> None:
    with pytest.raises(WebNameError, match=re.escape(message)) as wrong:
        origin(written)
    assert "secret" not in str(wrong.value)


WORDS = "https http app file :// : . * [ ] @ / a B 1 localhost 127.0.0.1 ::1 443 - ü %41 \\"
PIECES = st.lists(st.sampled_from([*WORDS.split(), " ", "\n"]), max_size=8).map("".join)


@given(PIECES | st.text(max_size=30))
def test_whatever_is_accepted_stays_what_it_is_and_is_no_more_than_an_origin(text: str) -> None:
    for check in (site, origin):
        try:
            name = check(text)
        except WebNameError:
            continue
        assert check(name) == name
        assert name.isascii()
        assert name == name.lower()
        assert name.isprintable()
        if check is origin and name.startswith("http"):
            parts = urlsplit(name)
            assert f"{parts.scheme}://{parts.netloc}" == name
            assert parts.username is None
            assert parts.scheme == "https" or parts.hostname in {"localhost", "127.0.0.1", "::1"}
