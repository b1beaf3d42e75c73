"""Words beside words, sentences after sentences, as the language of the windows writes them.

Not all languages put the same comma between the parts of a list, and some have no blank between two
sentences.
"""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

__all__ = ["ended", "listed", "lists", "sentences"]


def listed(parts: Iterable[str]) -> str:
    """Several things in one line: "lost packets, the Wi-Fi"; empty ones are left out."""
    comma = QCoreApplication.translate("joined", ", ")
    return comma.join(part for part in parts if part)


def lists(parts: Iterable[str]) -> str:
    """The same of things that are lists themselves: "Monday 9, 10; Tuesday 12"."""
    semicolon = QCoreApplication.translate("joined", "; ")
    return semicolon.join(part for part in parts if part)


def ended(sentence: str) -> str:
    """A sentence with the full stop of the language, where nothing else ends it."""
    if sentence.endswith(
        ("!", "?", "\N{FULLWIDTH EXCLAMATION MARK}", "\N{FULLWIDTH QUESTION MARK}")
    ):
        return sentence
    return QCoreApplication.translate("joined", "{sentence}.").format(
        sentence=sentence.rstrip(".\N{IDEOGRAPHIC FULL STOP}")
    )


def sentences(told: Iterable[str]) -> str:
    """Whole sentences in one paragraph; empty ones are left out."""
    text = ""
    for sentence in told:
        if text and sentence:
            text = QCoreApplication.translate("joined", "{before} {sentence}").format(
                before=text, sentence=sentence
            )
        else:
            text = text or sentence
    return text
