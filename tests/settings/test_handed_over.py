"""Servers from a file that somebody handed over."""

from pathlib import Path

import pytest

from notifier.settings.handed_over import HandedOver, HandedOverError, read_handed_over
from notifier.settings.model import ServerSetting

ONE = ServerSetting(urls=("turn:a.example",), username="ann")
TWO = ServerSetting(urls=("turns:b.example:443",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '{"urls": "turn:a.example", "username": "ann", "credential": "s3cret"}',
            [HandedOver(ONE, "s3cret")],
        ),
        (
            '\ufeff[{"urls": "stun:a.example"}, {"urls": ["turns:b.example:443"]}]',
            [HandedOver(TWO)],
        ),
        (
            """{"iceServers": [
            {"urls": "turn:a.example", "username": "ann", "credential": "x"},
            {"urls": "turns:b.example:443"}]}""",
            [HandedOver(ONE, "x"), HandedOver(TWO)],
        ),
        (
            '[test]\ninterval = 60\n[[server]]\nurls = ["turn:a.example"]\nusername = "ann"\n',
            [HandedOver(ONE)],
        ),
        (
            """[[server]]
            urls = "turn:a.example"
            username = "ann"
            [[server]]
            urls = ["turns:b.example:443"]
            """,
            [HandedOver(ONE), HandedOver(TWO)],
        ),
    ],
)
def test_what_can_be_read(tmp_path: Path, text: str, expected: list[HandedOver]) -> None:
    file = tmp_path / "servers"
    file.write_text(text, encoding="utf-8")
    assert list(read_handed_over(file)) == expected
    assert "s3cret" not in repr(read_handed_over(file))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"\xff\xfe", "UTF-8"),
        (b"hello", "neither JSON nor TOML"),
        (b"{}", "not an RTCIceServer"),
        (b'{"urls": "stun:a.example"}', "no TURN address"),
        (b'[{"urls": ', "ends too early"),
        (b"[test]\n", "no .*server.* table"),
        (b'[[server]]\nurls = ["http://a"]\n', "TURN address"),
        (b"#" * 3_000_000, "longer than"),
    ],
)
def test_what_cannot(tmp_path: Path, data: bytes, why: str) -> None:
    file = tmp_path / "servers"
    file.write_bytes(data)
    with pytest.raises(HandedOverError, match=why):
        read_handed_over(file)


@pytest.mark.parametrize("name", ["", "gone"])
def test_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(HandedOverError):
        read_handed_over(tmp_path / name)
