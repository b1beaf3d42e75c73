"""Which language a person is spoken to in, and which sentence that makes."""

from pathlib import Path

import pytest

from notifier.settings.edit import set_values
from notifier.settings.language import canonical, fallbacks, language_in_force
from notifier.settings.load import load
from notifier.settings.model import Settings
from notifier.settings.paths import Paths


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, None),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "POSIX"}, None),
        ({"LANG": "de_DE.UTF-8"}, "de-DE"),
        ({"LANG": "de_DE@euro"}, "de-DE"),
        ({"LANG": "de_DE", "LC_MESSAGES": "fi_FI.UTF-8"}, "fi-FI"),
        ({"LANG": "de_DE", "LC_MESSAGES": "fi_FI", "LC_ALL": "ja_JP"}, "ja-JP"),
        ({"LANG": "de_DE", "LANGUAGE": "pt_BR:en"}, "pt-BR"),
        ({"LANG": "de_DE", "LANGUAGE": ""}, "de-DE"),
        ({"LANG": "de_DE", "LC_ALL": ""}, "de-DE"),
        ({"LANG": "C", "LANGUAGE": "pt_BR:en"}, None),
        ({"LANG": "../../etc"}, None),
    ],
)
def test_the_language_of_the_environment(environ: dict[str, str], language: str | None) -> None:
    assert language_in_force(None, environ) == language


def test_the_setting_comes_first() -> None:
    assert language_in_force("fr", {"LANG": "de_DE"}) == "fr"


def test_from_a_language_to_its_base() -> None:
    assert canonical("pt_BR") == "pt-br"
    assert canonical("x") is None
    assert fallbacks("zh-Hant_TW") == ["zh-hant-tw", "zh-hant", "zh"]
    assert fallbacks(None) == []


def test_the_most_exact_sentence_is_said() -> None:
    settings = Settings(
        texts={100: "all", 200: "all", 300: "all"},
        texts_by_language={"pt": {100: "pt", 200: "pt"}, "pt-br": {100: "br"}},
    )
    assert settings.texts_for("pt-BR") == {100: "br", 200: "pt", 300: "all"}
    assert settings.texts_for("pt") == {100: "pt", 200: "pt", 300: "all"}
    assert settings.texts_for(None) == settings.texts
    assert settings.sentence_override(100, "pt-PT") == "pt"
    assert settings.sentence_override(400, "pt-PT") is None


def test_sentences_of_a_language_are_written_and_taken_back(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    first = set_values(paths, {"texts.950": "Fine"})
    before = set_values(paths, {"texts.pt-br.950": "Bom", "texts.pt-br.100": "Mau"})
    assert before.count("Fine") == 1
    assert first.count("Fine") == 0
    loaded = load(paths, {})
    assert loaded.problems == ()
    assert loaded.settings.texts == {950: "Fine"}
    assert loaded.settings.texts_by_language == {"pt-br": {950: "Bom", 100: "Mau"}}
    assert loaded.values["texts.pt-br.950"].origin.line is not None
    set_values(paths, {"texts.pt-br.950": None, "texts.pt-br.100": None})
    assert load(paths, {}).settings.texts_by_language == {}


@pytest.mark.parametrize(
    "text",
    [
        '[texts.pt_BR]\n950 = "Bom"\n',
        '[texts]\npt-BR = { 950 = "Bom" }\n',
        'texts.pt-BR.950 = "Bom"\n',
        'texts = { pt-BR = { 950 = "Bom" } }\n',
    ],
)
def test_a_table_is_found_however_it_is_written(tmp_path: Path, text: str) -> None:
    paths = Paths.under(tmp_path)
    paths.config_file.parent.mkdir()
    paths.config_file.write_text(text)
    set_values(paths, {"texts.pt-br.950": "Fora", "texts.pt-br.100": "Mau"})
    assert load(paths, {}).settings.texts_by_language == {"pt-br": {950: "Fora", 100: "Mau"}}
