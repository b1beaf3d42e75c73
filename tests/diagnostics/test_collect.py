"""What goes into the archive, and above all what does not."""

import base64
import io
import json
import os
import stat
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notifier.diagnostics.bundle import BundleError, about, packed, write
from notifier.diagnostics.collect import PARTS, Piece, collect
from notifier.diagnostics.name import default_name
from notifier.diagnostics.part import Asked, Part
from notifier.diagnostics.parts.kept import LOG_BYTES, log_of
from notifier.history.store import History
from notifier.journal.keeping import log_folder
from notifier.notify.rule import Decision, Reason
from notifier.sentence import sentence
from notifier.settings.atomic import make_private
from notifier.settings.feed_token import feed_token
from notifier.settings.identity import device_id, network_key
from notifier.settings.paths import Paths
from tests.history.test_history_call_records import keep_one
from tests.records import NOON, example_measurement, example_server, example_verdict

PASSWORD = 'p4ss "w\\ürd&=/ x'
"""With all that some encoding changes."""

PLANTED = {
    "password": PASSWORD,
    "user": "turn-user-77",
    "bearer": "Zx9-bearer.token~77",
    "fleet": "fleet_t0ken_value_77",
    "key": "8b4a1f0c9d3e5f60718293a4b5c6d7e8f9012345",
    "mail": "ann.b@corp.example",
    "name": "annabel",
    "mac": "02:42:ac:11:00:77",
    "public": "203.0.113.77",
    "private": "10.77.77.77",
    "six": "2a00:1450:4001:82b::77",
    "site": "secret-room.example.net",
    "uuid": "6ba7b810-9dad-11d1-80b4-00c04fd43077",
    "ssid": "Annabels Netz 77",
}

ADDRESSES = ("public", "private", "six")

SETTINGS = f"""
[[server]]
urls = ["turns:turn.example.org:5349", "turn:{PLANTED["private"]}:3478"]
label = "Head office"
username = "{PLANTED["user"]}"
password-env = "TURN_PASSWORD_77"

[calls]
sites = ["{PLANTED["site"]}"]
watch-sites = "listed"
password = "{PLANTED["bearer"]}"
"""

LOG = """2026-01-01T00:00:00.000Z INFO notifier.x: GET https://{user}:{quoted}@h.example/a?token={bearer}
2026-01-01T00:00:00.000Z INFO notifier.x: Authorization: Basic {basic}
2026-01-01T00:00:00.000Z INFO notifier.x: said {escaped} and {hex} and {represented}
2026-01-01T00:00:00.000Z INFO notifier.x: {{"password": "{escaped}", "iceUfrag": "{bearer}"}}
2026-01-01T00:00:00.000Z INFO notifier.x: Bearer {bearer} key {key} of {mail} at {mac}
2026-01-01T00:00:00.000Z INFO notifier.x: {public} [{six}]:3478 {private}, call on {site} {uuid}
2026-01-01T00:00:00.000Z INFO notifier.x: /home/{name}/x of {name} ssid={ssid}
2026-01-01T00:00:00.000Z INFO notifier.x: 1767225600:{user} export FLEET_TOKEN_77={fleet}
"""


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """An installation with something private in every place that a part reads."""
    home = tmp_path / PLANTED["name"]
    monkeypatch.setenv("HOME", str(home))
    paths = Paths.under(home)
    make_private(paths.config_file.parent)
    paths.config_file.write_text(SETTINGS)
    feed_token(paths)
    device_id(paths)
    network_key(paths)
    raw = PASSWORD.encode()
    words = PLANTED | {
        "quoted": quote(PASSWORD, safe=""),
        "basic": base64.b64encode(f"{PLANTED['user']}:{PASSWORD}".encode()).decode(),
        "escaped": json.dumps(PASSWORD)[1:-1],
        "hex": raw.hex(),
        "represented": repr(PASSWORD),
    }
    folder = make_private(log_folder(paths.state_dir))
    (folder / "tray.log").write_text(LOG.format(**words))
    (folder / "tray.crash.1").write_text(LOG.format(**words))
    with History.open(paths.history_file) as history:
        server = example_server(url="turns:turn.example.org:5349", detail=LOG.format(**words))
        measurement = example_measurement(server)
        run = history.add_run(
            example_verdict(measurement, local_ip=PLANTED["private"], city="Annatown"),
            measurement,
            network_id="4f1c22d0e5b84f1c22d0e5b84f1c22d0",
            origin="tray",
            trigger="schedule",
            demonstration=False,
        )
        history.add_notification(
            run,
            timestamp=NOON,
            network_id="4f1c22d0e5b84f1c22d0e5b84f1c22d0",
            code=950,
            decision=Decision(True, Reason.CHANGED),
        )
        keep_one(history, PLANTED["uuid"], application=PLANTED["site"], user_id=PLANTED["mail"])
    environ = {
        **os.environ,
        "USER": PLANTED["name"],
        "HOME": str(home),
        "TURN_PASSWORD_77": PASSWORD,
        "http_proxy": f"http://{PLANTED['name']}:{PLANTED['bearer']}@proxy.example:3128",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
        "FLEET_TOKEN_77": PLANTED["fleet"],
    }
    front = {"problems": [LOG.format(**words)], "authToken": {"deep": [PLANTED["bearer"]]}}
    return Asked(paths, environ, front=front)


def _read(pieces: list[Piece]) -> dict[str, str]:
    """Through the archive itself, as a help desk reads it."""
    data = packed([(piece.name, piece.text) for piece in pieces])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def _forms(text: str) -> Iterator[str]:
    yield text
    yield json.dumps(text)[1:-1]
    yield json.dumps(json.dumps(text))[1:-1]
    yield quote(text, safe="")
    yield text.encode().hex()
    yield base64.b64encode(text.encode()).decode().rstrip("=")


def test_nothing_private_is_in_any_file(asked: Asked) -> None:
    texts = _read(collect(asked))
    assert set(texts) == {part.name for part in PARTS}
    basic = base64.b64encode(f"{PLANTED['user']}:{PASSWORD}".encode()).decode()
    token = feed_token(asked.paths)
    for name, text in texts.items():
        for what, secret in {**PLANTED, "basic": basic, "feed": token}.items():
            for form in _forms(secret):
                assert form.lower() not in text.lower(), f"{what} is in {name}"


def test_a_line_that_was_cut_through_is_left_out(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    folder = make_private(log_folder(paths.state_dir))
    end = "planted-site.example\nsaid last\n"
    (folder / "tray.log").write_text("x" * (LOG_BYTES - len(end) + 8) + end)
    (folder / "tray.log.1").write_text("older\n")
    assert log_of("tray")(Asked(paths)) == "said last\n"


def test_hosts_of_an_internal_network_have_no_dot(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    paths.config_file.parent.mkdir(parents=True)
    paths.config_file.write_text('[calls]\nsites = ["planted-meet"]\n')
    with History.open(paths.history_file) as history:
        keep_one(history, PLANTED["uuid"], application="planted-intranet")
    texts = _read(collect(Asked(paths)))
    assert not [name for name, text in texts.items() if "planted" in text]


def test_what_helps_is_in_it(asked: Asked) -> None:
    texts = _read(collect(asked))
    assert json.loads(texts["versions.json"])["program"]
    (run,) = json.loads(texts["runs.json"])["runs"]
    assert (run["network"], run["told"], run["why"]) == ("4f1c22", True, "changed")
    assert json.loads(texts["history.json"])["check"] == "ok"
    (call,) = json.loads(texts["calls.json"])["calls"]
    assert call["application"] == "site-1"
    (server,) = json.loads(texts["servers.json"])["servers"]
    assert server["urls"][0] == "turns:turn.example.org:5349"
    assert server["logIn"] == "found in the environment variable TURN_PASSWORD_77"
    settings = {row["key"]: row for row in json.loads(texts["settings.json"])["settings"]}
    assert settings["test.interval"]["from"] == "default"
    assert "~" in texts["files.json"]
    assert "site-1" in texts["log-tray.txt"]
    assert texts["log-tray.txt"].count("\n") == LOG.count("\n")
    assert "tray.crash.1" in texts["crash.txt"]


def test_one_thing_has_one_number_in_all_files(asked: Asked) -> None:
    texts = _read(collect(asked))
    (record,) = json.loads(texts["runs.json"])["records"]
    assert record["localIp"] in texts["log-tray.txt"]


def test_addresses_are_in_it_where_that_was_agreed(asked: Asked) -> None:
    agreed = Asked(asked.paths, asked.environ, addresses=True, front=asked.front)
    texts = _read(collect(agreed))
    for what, secret in PLANTED.items():
        found = any(secret.lower() in text.lower() for text in texts.values())
        assert found == (what in ADDRESSES), what


@settings(max_examples=40)
@given(
    secret=st.text(min_size=4, max_size=30).filter(lambda text: text.isprintable()),
    around=st.text(max_size=60),
)
def test_a_password_that_is_set_is_in_no_file(secret: str, around: str) -> None:
    said = Part("said.txt", sentence("x"), lambda _: f"{around}{secret}{around}")
    told = Part("told.json", sentence("x"), lambda _: {around: [secret, {"b": f"x{secret}y"}]})
    paths = Paths.under(Path("/nowhere"))
    asked = Asked(paths, {"T": secret})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Asked, "loaded", lambda self: _Loaded())
        texts = _read(collect(asked, parts=[said, told]))
    for text in texts.values():
        assert f"x{secret}y" not in text
        assert f"x{json.dumps(secret)[1:-1]}y" not in text


class _Server:
    username = None
    password_env = "T"


class _Settings:
    servers = (_Server(),)
    fleet_token_env = None
    call_sites = ()
    call_origins = ()


class _Loaded:
    settings = _Settings()


def test_a_part_that_fails_costs_its_file_alone(tmp_path: Path) -> None:
    def fail(_: Asked) -> str:
        raise ValueError("password=hunter2 is wrong")

    parts = [Part("a.txt", sentence("x"), fail), Part("b.txt", sentence("x"), lambda _: "fine")]
    one, other = collect(Asked(Paths.under(tmp_path)), parts=parts)
    assert one.text.startswith("Not found out: ValueError: password=[removed]")
    assert other.text == "fine"


def test_a_part_that_hangs_is_not_waited_for(tmp_path: Path) -> None:
    done = threading.Event()

    def hang(_: Asked) -> str:
        done.wait(20)
        return "late"

    parts = [
        Part("a.txt", sentence("x"), hang, limit_s=0.1),
        Part("b.txt", sentence("x"), lambda _: "fine"),
    ]
    began = time.monotonic()
    steps: list[tuple[int, int]] = []
    one, other = collect(
        Asked(Paths.under(tmp_path)),
        parts=parts,
        progress=lambda number, of: steps.append((number, of)),
    )
    assert time.monotonic() - began < 10
    done.set()
    assert one.text == "Not found out: it took longer than 0.1 s.\n"
    assert other.text == "fine"
    assert steps == [(0, 2), (1, 2), (2, 2)]


def test_a_fresh_machine_has_all_files(tmp_path: Path) -> None:
    texts = _read(collect(Asked(Paths.under(tmp_path), {})))
    assert not [name for name, text in texts.items() if text.startswith("Not found out")]
    assert not (tmp_path / "state").exists()
    assert not (tmp_path / "data").exists()


def test_a_damaged_history_is_named(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    make_private(paths.data_dir)
    paths.history_file.write_bytes(b"SQLite format 3\0" + os.urandom(5000))
    texts = _read(collect(Asked(paths, {})))
    assert "problem" in json.loads(texts["history.json"])


def test_the_first_page_lists_the_rest() -> None:
    pieces = [Piece("a.json", sentence("What a is"), "12345")]
    page = about(pieces, addresses=False)
    assert "a.json" in page.text
    assert "What a is" in page.text
    assert "IP addresses were replaced" in page.text
    assert "are in it: this was agreed" in about(pieces, addresses=True).text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_the_archive_is_private_also_over_one_that_was_not(tmp_path: Path) -> None:
    target = tmp_path / "x.zip"
    write(target, [("a.txt", "1")])
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    target.chmod(0o644)
    write(target, [("a.txt", "2")], replacing=True)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with zipfile.ZipFile(target) as archive:
        assert archive.read("a.txt") == b"2"
        assert archive.getinfo("a.txt").external_attr >> 16 & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["x.zip"]


def test_what_is_there_stays(tmp_path: Path) -> None:
    target = tmp_path / "x.zip"
    target.write_text("mine")
    with pytest.raises(BundleError) as raised:
        write(target, [("a.txt", "1")])
    assert raised.value.exists
    assert target.read_text() == "mine"


def test_a_folder_is_no_file_and_one_that_is_missing_is_not_made(tmp_path: Path) -> None:
    for target in (tmp_path, tmp_path / "no" / "x.zip"):
        with pytest.raises(BundleError, match="folder"):
            write(target, [("a.txt", "1")], replacing=True)
    assert not (tmp_path / "no").exists()


def test_a_full_disk_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(BundleError, match=r"x\.zip can't be written: No space left on device\."):
        write(tmp_path / "x.zip", [("a.txt", "1")])
    assert list(tmp_path.iterdir()) == []


def test_the_name_has_the_date() -> None:
    assert default_name(0.0).startswith("call-notifier-diagnostics-19")
    assert default_name().endswith(".zip")


def test_every_part_has_a_name_of_its_own_and_says_something() -> None:
    assert len({part.name for part in PARTS}) == len(PARTS)
    assert all(part.says and 0 < part.limit_s <= 30 for part in PARTS)
