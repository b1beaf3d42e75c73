"""What the call sends again while nothing answers, and what counts as an answer."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from notifier.probe.call_relay import Resend, is_dtls, stun_transaction
from notifier.turn.stun import Message, MessageClass, Method

SHORT = 0.001
NEVER = 3600.0


def check(transaction: bytes, kind: MessageClass = MessageClass.REQUEST) -> bytes:
    return Message(Method.BINDING, kind, transaction).encode()


ASK, OTHER = check(b"a" * 12), check(b"b" * 12)
ANSWER = check(b"a" * 12, MessageClass.SUCCESS)
HELLO, REPLY = b"\x16\xfe\xfdhello", b"\x16\xfe\xfdreply"
SPEECH = b"\x80" + b"x" * 80


@given(st.binary(max_size=64))
def test_any_datagram_is_looked_at(datagram: bytes) -> None:
    found = stun_transaction(datagram)
    assert found is None or (found[0] == datagram[8:20] and not is_dtls(datagram))


def test_requests_and_answers_are_told_apart() -> None:
    assert stun_transaction(ASK) == (b"a" * 12, True)
    for kind in (MessageClass.SUCCESS, MessageClass.ERROR, MessageClass.INDICATION):
        assert stun_transaction(check(b"a" * 12, kind)) == (b"a" * 12, False)
    assert stun_transaction(HELLO) is None
    assert stun_transaction(SPEECH) is None


async def copies(sent: list[bytes], count: int) -> None:
    """Wait until so many were sent again."""
    async with asyncio.timeout(30):
        while len(sent) < count:  # noqa: ASYNC110 - the list is the test's own
            await asyncio.sleep(SHORT)


async def test_what_is_not_answered_is_sent_again_and_again() -> None:
    sent: list[bytes] = []
    resend = Resend(sent.append, SHORT)
    resend.sent(ASK)
    resend.sent(HELLO)
    await copies(sent, 6)
    resend.stop()
    assert set(sent) == {ASK, HELLO}
    count = len(sent)
    await asyncio.sleep(20 * SHORT)
    assert len(sent) == count


async def test_an_answer_ends_it() -> None:
    sent: list[bytes] = []
    resend = Resend(sent.append, SHORT)
    resend.sent(ASK)
    resend.sent(HELLO)
    resend.arrived(ANSWER)
    resend.arrived(REPLY)
    await asyncio.sleep(20 * SHORT)
    assert sent == []


async def test_media_is_never_sent_again() -> None:
    sent: list[bytes] = []
    resend = Resend(sent.append, SHORT)
    resend.sent(SPEECH)
    resend.sent(ANSWER)
    await asyncio.sleep(20 * SHORT)
    assert sent == []


async def test_a_flight_is_sent_again_as_a_whole_and_in_its_order() -> None:
    sent: list[bytes] = []
    resend = Resend(sent.append, SHORT)
    flight = [HELLO + bytes([number]) for number in range(3)]
    for datagram in flight:
        resend.sent(datagram)
    await copies(sent, 3)
    resend.stop()
    assert sent[:3] == flight


async def test_a_copy_of_what_came_before_answers_nothing() -> None:
    sent: list[bytes] = []
    resend = Resend(sent.append, SHORT)
    resend.arrived(REPLY)
    resend.sent(HELLO)
    resend.arrived(REPLY)
    await copies(sent, 1)
    resend.stop()
    assert HELLO in sent


async def test_a_check_of_the_peer_triggers_ours_at_once_and_once() -> None:
    sent: list[bytes] = []
    resend = Resend(sent.append, NEVER)
    resend.sent(ASK)
    resend.arrived(OTHER)
    assert sent == [ASK]
    resend.arrived(OTHER)
    assert sent == [ASK]
    resend.stop()


async def test_after_the_end_nothing_is_kept() -> None:
    sent: list[bytes] = []
    resend = Resend(sent.append, SHORT)
    resend.stop()
    resend.sent(ASK)
    resend.arrived(OTHER)
    await asyncio.sleep(20 * SHORT)
    assert sent == []
