"""The feed on its socket: greeting, order, what is wrong, who is turned away, and its end."""

import asyncio
import json
import os
import random
import struct
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notifier.calls.address import address_of_this_user
from notifier.calls.feed import connection as connection_module
from notifier.calls.feed import server as feed_module
from notifier.calls.feed.connection import WRONG_LIMIT
from notifier.calls.feed.server import CONNECTION_LIMIT, Connection, Feed, FeedError
from notifier.calls.messages import VERSION, Acknowledgement, Failure, Incoming, Log, Welcome
from notifier.calls.policy import FeedPolicy
from tests.calls.talking import Recorder, Talker, feed_at, hello, log_line, until


@pytest.fixture
def address() -> str:
    return address_of_this_user()


async def test_a_client_from_hello_to_its_end(address: str) -> None:
    handler = Recorder()
    handler.answer = lambda connection: Welcome(version=VERSION, acknowledged=41, verdicts=True)
    handler.then = lambda connection, message: connection.send(Acknowledgement(seq=7))
    async with feed_at(address, handler):
        talker = await Talker.at(address)
        talker.say(hello(appId="app"))
        welcome = {"type": "welcome", "version": VERSION, "acknowledged": 41, "verdicts": True}
        assert await talker.hear() == welcome
        talker.say(log_line(1))
        assert await talker.hear() == {"type": "ack", "seq": 7}
        await talker.close()
        await until(lambda: handler.count("closed"))
    assert handler.happened == [
        ("opened", "client-1"),
        ("received", "Log"),
        ("closed", "client-1"),
    ]
    connection = handler.connections[0]
    assert (connection.hello.app_id, connection.origin) == ("app", None)
    connection.send(Acknowledgement(seq=1))  # to nobody, and harmless


async def test_messages_keep_their_order_however_they_are_cut(address: str) -> None:
    handler = Recorder()
    random_cuts = random.Random(5)
    bodies = [json.dumps(hello()).encode()]
    bodies += [json.dumps(log_line(n) | {"pad": "x" * (n * 37 % 900)}).encode() for n in range(200)]
    stream = b"".join(struct.pack("<I", len(body)) + body for body in bodies)
    async with feed_at(address, handler):
        talker = await Talker.at(address)
        while stream:
            length = random_cuts.choice((1, 2, 3, 50, 1000, 20_000))
            talker.writer.write(stream[:length])
            stream = stream[length:]
            await asyncio.sleep(0)
        await until(lambda: len(handler.messages) == 200)
        await talker.close()
    assert [message.message for message in handler.messages if isinstance(message, Log)] == [
        str(n) for n in range(200)
    ]


async def test_what_was_sent_before_the_end_still_counts(address: str) -> None:
    """Also where the client does not wait for anything, and is gone while its turn comes."""
    handler = Recorder()
    async with feed_at(address, handler):
        talker = await Talker.at(address)
        talker.say(hello(), *(log_line(n) for n in range(300)))
        await talker.writer.drain()
        await talker.close()
        await until(lambda: handler.count("closed"))
    assert handler.count("received") == 300


async def test_one_that_is_killed_in_the_middle_of_a_frame(address: str) -> None:
    handler = Recorder()
    async with feed_at(address, handler):
        talker = await Talker.at(address, hello())
        talker.say(log_line())
        talker.writer.write(struct.pack("<I", 500) + b'{"type":"log"')
        await talker.writer.drain()
        talker.writer.transport.abort()
        await until(lambda: handler.count("closed"))
        assert handler.count("received") == 1
        again = await Talker.at(address, hello())
        await again.close()


async def test_a_client_that_only_ends_its_side_is_answered(address: str) -> None:
    handler = Recorder()
    handler.then = lambda connection, message: connection.send(Acknowledgement(seq=3))
    async with feed_at(address, handler):
        talker = await Talker.at(address, hello())
        talker.say(log_line())
        talker.writer.write_eof()
        assert await talker.hear_end() == [{"type": "ack", "seq": 3}]


@pytest.mark.parametrize(
    ("first", "code", "field"),
    [
        ({"type": "log", "timestamp": 1, "callId": "c", "message": "x"}, "hello", None),
        ({"type": "tomorrow", "timestamp": 1}, "hello", None),
        (hello(version=VERSION + 1), "version", "version"),
        (hello(version=0, kind="a kind of another version"), "version", "version"),
        (hello(kind="nonsense"), "field", "kind"),
        ({"type": "hello", "timestamp": 1}, "field", "version"),
        ([1, 2], "json", None),
        (7, "json", None),
    ],
)
async def test_who_does_not_say_hello(
    address: str, first: object, code: str, field: str | None
) -> None:
    handler = Recorder()
    async with feed_at(address, handler):
        talker = await Talker.at(address)
        talker.say(first)
        (answer,) = await talker.hear_end()
        assert (answer["code"], answer.get("field")) == (code, field)
        await talker.close()
    assert handler.happened == []


async def test_silence_ends_by_itself(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection_module, "HELLO_S", 0.2)
    handler = Recorder()
    async with feed_at(address, handler):
        silent = await Talker.at(address)
        friendly = await Talker.at(address, hello())
        (answer,) = await silent.hear_end()
        assert answer["code"] == "hello"
        friendly.say(log_line())
        await until(lambda: handler.count("received"))
        await friendly.close()
        await silent.close()


_STATS = b'{"type": "stats", "timestamp": 1, "callId": "c", "fabricId": "f", "stats": [{}]}'


async def test_wrong_messages_are_named_and_do_no_harm(address: str) -> None:
    handler = Recorder()
    async with feed_at(address, handler):
        talker = await Talker.at(address, hello())
        for body, code, field in [
            (b"", "json", None),
            (b"\xff\xfe", "json", None),
            (b"[" * 500_000, "json", None),
            (b'{"type": "log", "timestamp": NaN}', "json", None),
            (b'{"type": "log", "timestamp": 1, "callId": "\xed\xa0\x80"}', "json", None),
            (b'{"type": "log", "timestamp": 1, "callId": "\\ud800"}', "json", None),
            (b'{"timestamp": 1}', "field", "type"),
            (_STATS[:-2] + b", 3]}", "field", "stats[1]"),
            (
                b'{"type": "log", "timestamp": -1, "callId": "c", "message": ""}',
                "field",
                "timestamp",
            ),
            (b'{"type": "log", "timestamp": 1, "message": ""}', "field", "callId"),
            (
                b'{"type": "stats", "timestamp": 1, "callId": "", "fabricId": "", "stats": [{}]}',
                "field",
                "callId",
            ),
            (_STATS[:-3] + b'"x": ' + b"[" * 300_000, "json", None),
            (json.dumps(hello()).encode(), "hello", None),
        ]:
            talker.put(body)
            answer = await talker.hear()
            assert (answer["type"], answer["code"], answer.get("field")) == ("error", code, field)
        talker.say({"type": "of-tomorrow", "timestamp": 1}, log_line(1, unknown=[1]))
        await until(lambda: handler.count("received"))
        await talker.close()


async def test_a_frame_that_is_too_long_is_passed_over(address: str) -> None:
    handler = Recorder()
    async with feed_at(address, handler):
        talker = await Talker.at(address, hello())
        talker.writer.write(struct.pack("<I", 3_000_000))
        for _ in range(3):
            talker.writer.write(bytes(1_000_000))
            await talker.writer.drain()
        talker.say(log_line())
        assert (await talker.hear())["code"] == "size"
        await until(lambda: handler.count("received"))
        talker.writer.write(b"GET / HTTP/1.1\r\n\r\n")
        (answer,) = await talker.hear_end()
        assert answer["code"] == "size"


async def test_whoever_is_only_ever_wrong_is_sent_away(address: str) -> None:
    handler = Recorder()
    async with feed_at(address, handler):
        talker = await Talker.at(address, hello())
        # A right one in between begins the count anew.
        for count in (WRONG_LIMIT - 1, WRONG_LIMIT):
            talker.put(*[b"nonsense"] * count)
            talker.say(log_line())
        answers = await talker.hear_end()
        await talker.close()
    assert [answer["code"] for answer in answers] == ["json"] * (2 * WRONG_LIMIT - 1) + ["closing"]
    assert handler.count("received") == 1
    assert handler.happened[-1] == ("closed", "client-1")


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
_KINDS = st.sampled_from(
    ["stats", "log", "fabric.add", "ice.state", "feedback", "devices", "hello", "precall.start"]
)
_FIELDS = st.sampled_from(["timestamp", "callId", "fabricId", "stats", "seq", "message", "overall"])
_BODIES = st.one_of(
    st.binary(max_size=200),
    _JSON.map(lambda value: json.dumps(value).encode()),
    st.builds(
        lambda kind, fields: json.dumps({"type": kind, **fields}).encode(),
        _KINDS,
        st.dictionaries(_FIELDS, _JSON, max_size=5),
    ),
)


@settings(max_examples=60)
@given(bodies=st.lists(_BODIES, max_size=30), rest=st.binary(max_size=40))
def test_no_bytes_end_the_feed(bodies: list[bytes], rest: bytes) -> None:
    """Each body is one message, one error, or nothing; then the feed still serves."""

    async def talk() -> None:
        handler = Recorder()
        address = address_of_this_user()
        async with feed_at(address, handler):
            talker = await Talker.at(address, hello("wild"))
            talker.put(*bodies)
            talker.say(hello("end"))
            answers = 0
            while (answer := await talker.hear())["message"] != _SECOND_HELLO:
                assert answer["type"] == "error"
                answers += 1
            assert answers + len(handler.messages) <= len(bodies)
            talker.writer.write(rest)
            await talker.close()
            await until(lambda: ("closed", "wild") in handler.happened)
            other = await Talker.at(address, hello("other"))
            other.say(log_line())
            await until(lambda: ("received", "Log") in handler.happened)
            await other.close()

    asyncio.run(talk())


_SECOND_HELLO = "A connection has one hello, at its beginning."


async def test_the_same_client_again_takes_the_place_of_the_first(address: str) -> None:
    handler = Recorder()
    async with feed_at(address, handler):
        first = await Talker.at(address, hello("same"))
        second = await Talker.at(address, hello("same"))
        (answer,) = await first.hear_end()
        assert answer["code"] == "closing"
        second.say(log_line())
        await until(lambda: handler.count("received"))
        await first.close()
        await second.close()
    assert handler.happened[:4] == [
        ("opened", "same"),
        ("closed", "same"),
        ("opened", "same"),
        ("received", "Log"),
    ]


async def test_another_origin_cannot_take_a_clients_place(address: str) -> None:
    handler = Recorder()
    async with feed_at(address, handler):
        first = await Talker.at(address, hello("same", origin="https://a.example"))
        second = await Talker.at(address)
        second.say(hello("same", origin="https://b.example"))
        (answer,) = await second.hear_end()
        assert (answer["code"], answer["field"]) == ("forbidden", "clientId")
        first.say(log_line())
        await until(lambda: handler.count("received"))
        await first.close()
        await second.close()


async def test_the_handler_may_turn_a_client_away(address: str) -> None:
    handler = Recorder()
    handler.answer = lambda connection: Failure(code="forbidden", message="Not today.")
    async with feed_at(address, handler):
        talker = await Talker.at(address)
        talker.say(hello())
        assert await talker.hear_end() == [
            {"type": "error", "code": "forbidden", "message": "Not today."}
        ]
        await talker.close()
    assert handler.happened == [("opened", "client-1")]


async def test_sites_that_may_not_be_watched(address: str) -> None:
    handler = Recorder()
    listed = FeedPolicy(watch="listed", sites=("*.example.com",))
    async with feed_at(address, handler, policy=listed) as feed:
        watched = await Talker.at(address, hello("a", origin="https://meet.example.com"))
        program = await Talker.at(address, hello("b"))
        other = await Talker.at(address)
        other.say(hello("c", origin="https://example.org"))
        (answer,) = await other.hear_end()
        assert answer["code"] == "forbidden"
        feed.set_policy(FeedPolicy(watch="none"))
        (answer,) = await watched.hear_end()
        assert answer["code"] == "forbidden"
        program.say(log_line())
        await until(lambda: handler.count("received"))
        for talker in (watched, program, other):
            await talker.close()


async def test_not_too_many(address: str) -> None:
    handler = Recorder()
    async with feed_at(address, handler):
        many = [await Talker.at(address, hello(f"{n}")) for n in range(CONNECTION_LIMIT)]
        one_more = await Talker.at(address)
        (answer,) = await one_more.hear_end()
        assert answer["code"] == "too-many"
        await many[0].close()
        await until(lambda: handler.count("closed"))
        await asyncio.sleep(0.05)
        instead = await Talker.at(address, hello("instead"))
        for talker in (*many[1:], one_more, instead):
            await talker.close()


@pytest.mark.allow_log("another user's process")
async def test_another_users_process(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed_module, "is_this_user", lambda peer: False)
    handler = Recorder()
    async with feed_at(address, handler):
        talker = await Talker.at(address)
        talker.say(hello())
        (answer,) = await talker.hear_end()
        assert answer["code"] == "forbidden"
        await talker.close()
    assert handler.happened == []


@pytest.mark.allow_log("could not be worked on")
async def test_a_mistake_of_the_handler_costs_one_message(
    address: str, caplog: pytest.LogCaptureFixture
) -> None:
    handler = Recorder()

    def fail(connection: Connection, message: Incoming) -> None:
        if len(handler.messages) < 3:
            raise RuntimeError("a mistake")

    handler.then = fail
    async with feed_at(address, handler):
        talker = await Talker.at(address, hello())
        talker.say(*(log_line(n) for n in range(4)))
        await until(lambda: handler.count("received") == 4)
        await talker.close()
    assert len([record for record in caplog.records if record.levelname == "ERROR"]) == 1


async def test_all_are_told_when_the_program_ends(address: str) -> None:
    handler = Recorder()
    async with feed_at(address, handler) as feed:
        talkers = [await Talker.at(address, hello(f"{n}")) for n in range(3)]
        began = time.monotonic()
        await feed.stop()
        assert time.monotonic() - began < 1
        assert handler.count("closed") == 3
        assert os.listdir(os.path.dirname(address)) == ["feed.sock.lock"]
        for talker in talkers:
            (answer,) = await talker.hear_end()
            assert answer["code"] == "closing"
            await talker.close()


async def test_nothing_is_told_before_it_has_started(address: str) -> None:
    """Whoever starts it takes up what is kept, and has to be ahead of all clients."""
    handler = Recorder()
    os.mkdir(os.path.dirname(address), 0o700)
    policy = FeedPolicy(origins=("https://a.example",))
    feed = Feed(address, handler, policy=policy, token="t", websocket_port=0)
    serve = asyncio.get_running_loop().create_unix_server
    talkers = []

    async def serve_and_connect(*args: Any, **more: Any) -> asyncio.Server:
        server = await serve(*args, **more)
        talkers.append(await Talker.at(address))
        talkers[0].say(hello())
        await asyncio.sleep(0.1)
        return server

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(asyncio.get_running_loop(), "create_unix_server", serve_and_connect)
        await feed.start()
    assert handler.happened == []
    assert (await talkers[0].hear())["type"] == "welcome"
    await talkers[0].close()
    await feed.stop()


async def test_it_starts_again_after_its_end(address: str) -> None:
    for _ in range(2):
        async with feed_at(address, Recorder()):
            await (await Talker.at(address, hello())).close()


async def test_where_it_cannot_be_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FeedError, match="too long"):
        async with feed_at(str(tmp_path / ("x" * 120)), Recorder()):
            pass
    with pytest.raises(FeedError, match="no named pipes"):
        async with feed_at("\\\\.\\pipe\\call-notifier-test", Recorder()):
            pass
