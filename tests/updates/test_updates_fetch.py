"""The feed, fetched from a real server by https."""

import socket
import threading

import pytest

from notifier.updates import fetch as fetch_module
from notifier.updates.feed import MAX_BYTES, FeedError
from notifier.updates.fetch import fetch
from tests.updates.server import Server, slowly


def test_it_is_fetched_and_nothing_is_said_of_the_machine(server: Server) -> None:
    server.pages["/feed.json"] = (200, {}, b'{"version": "0.3.0"}')
    assert fetch(f"{server.url}/feed.json") == b'{"version": "0.3.0"}'
    ((path, headers),) = server.asked
    assert path == "/feed.json"
    assert headers.keys() <= {"Host", "Accept", "User-Agent", "Connection", "Accept-Encoding"}
    assert headers["User-Agent"] == "call-notifier"


def test_no_more_is_read_than_a_feed_may_have(server: Server) -> None:
    server.pages["/feed.json"] = (200, {}, b"x" * (MAX_BYTES * 4))
    assert len(fetch(f"{server.url}/feed.json")) == MAX_BYTES + 1


def test_a_server_with_another_certificate_is_not_believed(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(FeedError, match="certificate"):
        fetch(f"{server.url}/feed.json")
    assert not server.asked


def test_nor_one_with_another_name(server: Server) -> None:
    with pytest.raises(FeedError, match="certificate"):
        fetch(f"{server.url.replace('localhost', '127.0.0.1')}/feed.json")


@pytest.mark.parametrize("url", ["http://localhost/", "file:///etc/hostname", "ftp://localhost/"])
def test_other_schemes_are_not_asked(url: str) -> None:
    with pytest.raises(FeedError, match="https"):
        fetch(url)


def test_it_goes_on_to_the_same_host(server: Server) -> None:
    server.pages["/feed.json"] = (302, {"Location": "/new.json"}, b"")
    server.pages["/new.json"] = (200, {}, b"here")
    assert fetch(f"{server.url}/feed.json") == b"here"


@pytest.mark.parametrize(
    "target",
    [
        "http://localhost/",
        "https://127.0.0.1:1/",
        "https://localhost:1/",
        "file:///etc/hostname",
        "https://me:secret@localhost/",
    ],
)
def test_and_to_no_other_place(server: Server, target: str) -> None:
    server.pages["/feed.json"] = (302, {"Location": target}, b"")
    with pytest.raises(FeedError):
        fetch(f"{server.url}/feed.json")
    assert len(server.asked) == 1


def test_not_round_in_circles(server: Server) -> None:
    server.pages["/feed.json"] = (302, {"Location": "/feed.json"}, b"")
    with pytest.raises(FeedError, match="302"):
        fetch(f"{server.url}/feed.json")
    assert len(server.asked) <= 4


@pytest.mark.parametrize("status", [204, 404, 500, 503])
def test_a_status_that_is_no_answer_is_said(server: Server, status: int) -> None:
    server.pages["/feed.json"] = (status, {}, b"")
    if status == 204:  # an empty answer, which is no feed
        assert fetch(f"{server.url}/feed.json") == b""
        return
    with pytest.raises(FeedError, match=str(status)):
        fetch(f"{server.url}/feed.json")


def test_a_server_that_says_nothing_is_given_up(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch_module, "SILENCE_LIMIT", 0.2)
    server.pages["/feed.json"] = lambda: slowly(1.0)
    with pytest.raises(FeedError, match="timed out"):
        fetch(f"{server.url}/feed.json")


def test_one_that_is_not_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(FeedError, match="refused"):
            fetch(f"https://127.0.0.1:{port}/")


@pytest.mark.parametrize("answer", [b"", b"SSH-2.0-OpenSSH\r\n", b"\x00" * 100])
def test_one_that_speaks_no_tls(answer: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def speak() -> None:
            client, _ = listening.accept()
            with client:
                client.sendall(answer)

        thread = threading.Thread(target=speak)
        thread.start()
        with pytest.raises(FeedError):
            fetch(f"https://127.0.0.1:{listening.getsockname()[1]}/")
        thread.join()
