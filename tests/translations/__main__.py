"""Bring the translations up to date: ``python -m tests.translations [update | release]``.

``update`` takes the code's texts into resources/translations/\\*.ts, which Qt Linguist edits;
``release`` makes the \\*.qm that the program loads. Without a word it does both, and says how many
texts of each language still want a translation.
"""

import sys
from xml.etree import ElementTree

from tests.translations.files import LANGUAGES, release, ts_file, update


def main(words: list[str]) -> int:
    """Return the exit status."""
    if words not in ([], ["update"], ["release"]):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    if words != ["release"]:
        update()
    if words != ["update"]:
        release()
    for language in LANGUAGES:
        root = ElementTree.parse(ts_file(language)).getroot()  # noqa: S314 (our own file)
        texts = root.findall("./context/message/translation")
        missing = sum(1 for text in texts if text.get("type") == "unfinished")
        print(f"{language}: {len(texts)} texts, {missing} of them want a translation")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
