"""What the engine says to people: all of it can be translated, and is where a window shows it."""

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from pytestqt.qtbot import QtBot

from notifier.autostart.desktop_entry import DesktopEntry
from notifier.calls.address import wrong_folder
from notifier.calls.feed.listening import take_place
from notifier.history.database import open_read_only
from notifier.history.errors import HistoryError
from notifier.history.store import History
from notifier.prediction import Known
from notifier.probe.request import RunRequest
from notifier.sct.process import SctFailed, run_test
from notifier.sct.request import SctRequest
from notifier.sentence import Sentence, sentence
from notifier.service.events import Event, ServiceProblem
from notifier.service.records import Records
from notifier.settings.definitions import SECTIONS, SERVER, Where, turn_url
from notifier.settings.edit import set_values
from notifier.settings.handed_over import read_handed_over
from notifier.settings.ice_server import parse_ice_servers
from notifier.settings.load import Layer, parse, settle
from notifier.settings.model import ServerSetting
from notifier.settings.paths import Paths
from notifier.settings.secrets import SecretProblem, resolve
from notifier.settings.web import origin, site
from tests.translations.texts import ROOT, engine_sentences, plurals
from ui.words.translation import engine

SAID_TO_PEOPLE = {
    # what carries a text that windows show: which of its arguments that is
    "AutostartError": 0,
    "EditError": 0,
    "FeedError": 0,
    "FeedTaken": 0,
    "HandedOverError": 0,
    "HistoryError": 1,
    "IceServerError": 0,
    "Problem": 2,
    "RelayStartError": 0,
    "RunFailed": 1,
    "SctFailed": 1,
    "SecretProblem": 1,
    "ServiceProblem": 1,
    "TurnUriError": 0,
    "UnreadableError": 0,
    "WebNameError": 0,
    "Wrong": 0,
    "_RefusedError": 0,
}

NOT_SHOWN = {"cli"}
"""Rooms whose words no window shows."""


class Marking(QTranslator):
    """Puts each text of the engine in brackets, so that one that was not translated is seen."""

    def translate(
        self, context: str, text: str, comment: str | None = None, n: int = -1
    ) -> str | None:
        del comment, n
        return f"[{text}]" if context == "engine" else None

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def marking(qtbot: QtBot) -> Iterator[QObject]:
    translator = Marking()
    QCoreApplication.installTranslator(translator)
    yield translator
    QCoreApplication.removeTranslator(translator)


def test_no_plain_text_is_said_to_people() -> None:
    found = []
    for path in (ROOT / "notifier").rglob("*.py"):
        if path.relative_to(ROOT / "notifier").parts[0] in NOT_SHOWN:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                place = SAID_TO_PEOPLE.get(node.func.id)
                if place is not None and len(node.args) > place:
                    text = node.args[place]
                    if isinstance(text, ast.Constant | ast.JoinedStr | ast.BinOp):
                        found.append(f"{path}:{node.lineno}")
    assert not found


def test_what_settings_may_be_is_a_sentence() -> None:
    for section in (*SECTIONS, SERVER):
        for definition in section.definitions:
            assert isinstance(definition.expected, Sentence), definition.key


def test_every_plural_has_its_english_forms() -> None:
    text = (ROOT / "resources" / "translations" / "call-notifier_en.ts").read_text("utf-8")
    assert 'type="unfinished"' not in text
    for _, source in plurals():
        assert f"<source>{source}</source>" in text


@cache
def _known() -> frozenset[str]:
    return frozenset(engine_sentences())


def _all_known(text: object) -> bool:
    """Whether it and the sentences within are in what translators get."""
    if not isinstance(text, Sentence):
        return True
    return text.template in _known() and all(map(_all_known, text.arguments.values()))


SETTINGS = """
colour = 1
[test]
interval = "often"
intervall = 5
on-metered = "never"
captive-check-url = "https://a.example"
[notifications]
quiet-hours = "25:00-07:00"
[calls]
sites = ["https://a.example", 3]
[texts.deutsch_]
950 = ""
[[server]]
urls = ["turn:a.example", "turn:a.example", "stun:b.example", 5]
username = ""
[[server]]
label = "one"
password = "secret"
"""


def test_whatever_is_wrong_in_the_settings_is_translated(
    tmp_path: Path, marking: QTranslator
) -> None:
    file = tmp_path / "config.toml"
    layer = parse(SETTINGS, file)
    assert isinstance(layer, Layer)
    problems = settle([layer], {}, file=file).problems
    broken = [parse(text, file) for text in ("a = ", "a = b", "a = [" * 10_000, "." * 300)]
    assert len(problems) > 10
    for problem in (*problems, *broken):
        said = str(problem)
        assert isinstance(said, Sentence)
        assert _all_known(said)
        shown = engine(said)
        assert shown.startswith("[")
        assert shown.replace("[", "").replace("]", "") == said.replace("[", "").replace("]", "")


def _raised(act: Callable[[], object]) -> str:
    with pytest.raises((ValueError, OSError, HistoryError)) as caught:
        act()
    return str(caught.value)


def test_what_is_raised_is_a_sentence(tmp_path: Path, marking: QTranslator) -> None:
    file = tmp_path / "file"
    file.write_text("not a database, and not a folder", encoding="utf-8")
    paths = Paths.under(tmp_path / "home")
    where = Where(tmp_path, None)
    interval = SECTIONS[0].definitions[0]
    acts: list[Callable[[], object]] = [
        lambda: open_read_only(tmp_path / "none"),
        lambda: open_read_only(file),
        lambda: History.open(file / "history"),
        lambda: parse_ice_servers(""),
        lambda: parse_ice_servers("{"),
        lambda: parse_ice_servers('{"urls": 5}'),
        lambda: parse_ice_servers('{"urls": "turn:a b"}'),
        lambda: parse_ice_servers('{"urls": "stun:a"}'),
        lambda: site("a/b"),
        lambda: origin("http://a.example"),
        lambda: turn_url("turn:ann@a.example"),
        lambda: turn_url("turn:a.example:0"),
        lambda: interval.read(True, where),
        lambda: set_values(paths, {"test.interval": 1}),
        lambda: set_values(paths, {"test.none": 1}),
        lambda: read_handed_over(file),
        lambda: read_handed_over(tmp_path),
        lambda: DesktopEntry(file / "autostart", (), ("/bin/true",)).enable(),
        lambda: take_place(str(file / "feed.sock")),
        lambda: take_place("/" + "a" * 200),
    ]
    for act in acts:
        said = _raised(act)
        assert isinstance(said, Sentence), said
        assert _all_known(said), said
        assert engine(said).startswith("["), said


def test_a_socket_in_a_folder_of_others(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert isinstance(wrong_folder(str(tmp_path / "feed.sock")), Sentence)


async def test_a_secret_that_is_not_there() -> None:
    setting = ServerSetting(urls=("turn:a.example",), username="ann", password_env="NONE")
    found = await resolve(setting, environ={}, now=0.0)
    assert isinstance(found, SecretProblem)
    assert isinstance(found.message, Sentence)


async def test_a_test_that_can_not_be_made() -> None:
    request = SctRequest(run=RunRequest(mode="light", servers=()), known=Known())
    for command in (("/none",), ("/bin/false",), ("/bin/echo", "no report")):
        with pytest.raises(SctFailed) as caught:
            await run_test(request, lambda report: None, command=command)
        assert isinstance(str(caught.value), Sentence)
        assert _all_known(str(caught.value))


def test_a_history_that_can_not_be_opened_is_told_in_a_sentence(
    tmp_path: Path, marking: QTranslator
) -> None:
    told: list[Event] = []
    file = tmp_path / "history.sqlite3"
    file.write_bytes(b"no database" * 100)
    records = Records(file, "tray", told.append)
    records.open()
    records.close()
    (tmp_path / "file").touch()
    Records(tmp_path / "file" / "history.sqlite3", "tray", told.append).open()
    problems = [event for event in told if isinstance(event, ServiceProblem)]
    assert [problem.code for problem in problems] == ["history-replaced", "history"]
    for problem in problems:
        assert isinstance(problem.message, Sentence)
        assert engine(problem.message).startswith("[")


def test_sentences_in_sentences_are_translated_too(marking: QTranslator) -> None:
    inner = sentence("a number from {minimum} to {maximum}", minimum=1, maximum=2)
    outer = sentence("expected {expected}", expected=inner)
    assert engine(outer) == "[expected [a number from 1 to 2]]"
