"""The texts that Qt's own collector does not find: those of the engine, and some plurals.

It reads the windows' code. The engine does not know Qt: its sentences are the literals given to
:func:`notifier.sentence.sentence`, and its tables.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from notifier.forecast.advice import ADVICE, DEMONSTRATION, NOT_THEIRS
from notifier.settings.definitions import SECTIONS, SERVER

__all__ = ["collected", "engine_sentences", "plurals", "settings_texts"]

ROOT = Path(__file__).parent.parent.parent


def engine_sentences() -> Iterator[str]:
    """Every template in the engine's code, and its advice."""
    yield from ADVICE.values()
    yield from (DEMONSTRATION, NOT_THEIRS)
    for path in sorted((ROOT / "notifier").rglob("*.py")):
        yield from _templates(path)


def settings_texts() -> Iterator[str]:
    """What the settings mean, and in which unit; what is expected of them is a sentence."""
    for section in (*SECTIONS, SERVER):
        yield section.meaning
        for definition in section.definitions:
            if definition.field != "texts":  # sentences of the verdict, which the windows' code has
                yield definition.meaning
                if definition.unit:
                    yield definition.unit


def setting_captions() -> Iterator[str]:
    """What the settings and their choices are called in the windows."""
    for section in (*SECTIONS, SERVER):
        for definition in section.definitions:
            if definition.field != "texts":
                yield definition.caption
                yield from definition.form.words


def plurals() -> Iterator[tuple[str, str]]:
    """Context and text of what the windows' code says of a number outside of ``tr``.

    Qt's collector sees a plural there only where the number is a literal.
    """
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(attr="translate"),
                    args=[ast.Constant(value=str(context)), ast.Constant(value=str(text)), _, _],
                ):
                    yield context, text


def collected() -> str:
    """All of them as Python that Qt's collector reads, before the windows' code."""
    lines = ["from PySide6.QtCore import QT_TRANSLATE_NOOP", ""]
    for context, texts in (
        ("engine", engine_sentences()),
        ("setting", setting_captions()),
        ("settings", settings_texts()),
    ):
        lines += [f"QT_TRANSLATE_NOOP({context!r}, {text!r})" for text in dict.fromkeys(texts)]
    for context, text in dict.fromkeys(plurals()):
        lines.append(f'QCoreApplication.translate({context!r}, {text!r}, "", 1)')
    return "\n".join(lines) + "\n"


def _templates(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id != "sentence" or not node.args:
                continue
            template = node.args[0]
            if not isinstance(template, ast.Constant) or not isinstance(template.value, str):
                raise ValueError(f"{path}:{node.lineno}: the template is no literal")
            yield template.value
