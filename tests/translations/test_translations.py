"""Each language is complete, says the same as the code, and is what Qt loads."""

import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.translations.files import FOLDER, LANGUAGES, SOURCE, lrelease, ts_file, update
from tests.translations.texts import ROOT

_PLACE = re.compile(r"\{[^}]*\}")
_NAME = "Call Notifier"

_TITLES = {
    text
    for file in (ROOT / "ui").rglob("*.py")
    for text in re.findall(
        rf'setWindowTitle\(self\.tr\("([^"]*{_NAME})"\)\)', file.read_text(encoding="utf-8")
    )
}
"""The titles of windows that end with the program's name, as the code has them."""

_KEY = re.compile(r"&(?!&)\S")


@cache
def texts(file: Path) -> dict[tuple[str, str], list[str]]:
    """The translations of each text: one, or one for each plural form; none where it is missing."""
    found: dict[tuple[str, str], list[str]] = {}
    for context in ElementTree.parse(file).getroot().findall("context"):  # noqa: S314 (our own)
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            done = translation.get("type") is None
            forms = [form.text or "" for form in translation.findall("numerusform")]
            key = context.findtext("name") or "", message.findtext("source") or ""
            found[key] = (forms or [translation.text or ""]) if done else []
    return found


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the code says now, collected anew."""
    folder = tmp_path_factory.mktemp("translations")
    update(folder)
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_code_is_there_and_no_other(language: str, fresh: Path) -> None:
    assert texts(ts_file(language)).keys() == texts(ts_file(language, fresh)).keys(), (
        "run python -m tests.translations, and translate what is new"
    )


@pytest.mark.parametrize("language", [*LANGUAGES, SOURCE])
def test_every_text_is_translated(language: str) -> None:
    missing = [key for key, forms in texts(ts_file(language)).items() if not all(forms or [""])]
    assert not missing


@pytest.mark.parametrize("language", [*LANGUAGES, SOURCE])
def test_places_and_keys_are_those_of_the_source(language: str) -> None:
    wrong = []
    for (context, source), forms in texts(ts_file(language)).items():
        for text in forms:
            same_places = sorted(_PLACE.findall(source)) == sorted(_PLACE.findall(text))
            if not same_places or len(_keys(source)) != len(_keys(text)):
                wrong.append((context, source, text))
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_of_windows_end_with_the_name_as_in_the_source(language: str) -> None:
    """Where a title does not, Qt appends the name once more on most desktops."""
    titles = {
        source: forms
        for (_, source), forms in texts(ts_file(language)).items()
        if source in _TITLES
    }
    assert titles.keys() == _TITLES
    assert not {title: forms for title, forms in titles.items() if not forms[0].endswith(_NAME)}


def _keys(text: str) -> list[str]:
    return _KEY.findall(text.replace("&&", ""))


@pytest.mark.parametrize("language", [*LANGUAGES, SOURCE])
def test_what_qt_loads_is_made_of_it(language: str, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    lrelease(ts_file(language), made)
    shipped = FOLDER / f"call-notifier_{language}.qm"
    assert made.read_bytes() == shipped.read_bytes(), "run python -m tests.translations release"
