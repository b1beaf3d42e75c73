"""Tables, as Markdown, and their place in a page."""

from collections.abc import Iterable, Sequence

__all__ = ["filled", "table"]


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; a cell with a line break or a ``|`` in it is the caller's mistake."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def filled(page: str, name: str, text: str) -> str:
    """The page with this text between the comments ``<!-- name -->`` and ``<!-- /name -->``.

    :raises ValueError: where the page has no such place.
    """
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->\n"
    before, opened, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    if not (opened and closed):
        raise ValueError(f"the page has no place between {begin.strip()} and {end.strip()}")
    return f"{before}{begin}\n{text}\n\n{end}{after}"
