"""Sentences of the engine that people read, kept translatable.

The engine speaks English. Where a front end speaks another language, it needs to know a sentence's
template and what was put into it; this type carries both and is otherwise the English text, so that
logs, the command line and records take it as it is.
"""

__all__ = ["Sentence", "sentence"]


class Sentence(str):
    """An English sentence that remembers how it was made.

    ``str()`` of one, and of an exception that has one as its only argument, gives it back whole;
    any other operation on it gives plain text.
    """

    __slots__ = ("arguments", "template")

    template: str
    """What a translation is looked up by: with ``{named}`` places, as in :meth:`str.format`."""

    arguments: dict[str, object]
    """What stands in those places; may hold sentences again."""

    def __new__(cls, template: str, arguments: dict[str, object]) -> "Sentence":
        made = super().__new__(cls, template.format(**arguments))
        made.template = template
        made.arguments = arguments
        return made

    @property
    def english(self) -> str:
        """The text alone, for what takes no subclass of ``str`` (msgspec)."""
        return self[:]

    def __str__(self) -> "Sentence":
        return self

    def __reduce__(self) -> tuple[type["Sentence"], tuple[str, dict[str, object]]]:
        return type(self), (self.template, self.arguments)


def sentence(template: str, /, **arguments: object) -> Sentence:
    """Make a sentence; the template has to be a literal, for it is collected from the code.

    :raises KeyError: a place of the template has no argument.
    """
    return Sentence(template, arguments)
