"""What the templates and the pages say alike of a setting."""

from notifier.settings.definitions import SECTIONS, SERVER, Definition
from notifier.settings.template import literal

__all__ = [
    "default_in_words",
    "disabled_in_words",
    "expected_in_words",
    "revision",
    "versions",
]


def expected_in_words(definition: Definition) -> str:
    """What may stand there, with its unit."""
    return definition.expected + (f", in {definition.unit}" if definition.unit else "")


def default_in_words(definition: Definition) -> str:
    """What holds without anybody's word."""
    default = definition.default
    return "none" if default is None or default == () else literal(default)


def disabled_in_words(definition: Definition) -> str:
    """What an empty text says, where the setting has such a value; empty where it has none."""
    match definition.form.kind:
        case "lines" | "paths":
            return "an empty list"
        case "hours":
            return "no quiet hours"
        case "language":
            return "the system's language"
        case _:
            return ""


def versions() -> list[str]:
    """The versions that brought settings, the oldest first."""
    found = {one.since for section in (*SECTIONS, SERVER) for one in section.definitions}
    return sorted(found, key=_parts)


def revision() -> str:
    """Major and minor number of the last of them: the templates' own version."""
    return ".".join(str(part) for part in _parts(versions()[-1])[:2])


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
