"""The settings in people's words: their names, the pages they stand on, how numbers are shown.

What a setting means and what it may be comes from :mod:`notifier.settings.definitions`; a test
holds that each of those has words here and a place on a page.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from notifier.settings.definitions import SECTIONS, SERVER, TEXTS, Definition
from ui.translation import engine

__all__ = [
    "ADVANCED",
    "CALLS",
    "HISTORY",
    "LOOK",
    "NOTIFICATIONS",
    "ORGANISATION",
    "PAGES",
    "SENTENCES",
    "SERVERS",
    "TESTS",
    "WORDS",
    "Page",
    "Words",
    "caption",
    "definition_of",
    "expected",
    "meaning",
    "page_caption",
    "word",
]


@dataclass(frozen=True, slots=True)
class Words:
    """How one setting is called and shown."""

    caption: object
    choices: Mapping[str, object] = field(default_factory=dict)
    """Each value of a choice."""

    suffix: object = ""
    """Behind a number, with the blank before it."""

    special: object = ""
    """In place of the smallest number."""

    factor: float = 1.0
    """The setting's own units in one of those that are shown."""

    step: float = 1.0
    decimals: int = 0
    example: str = ""
    """Shown, faintly, where nothing is entered."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the window."""

    name: str
    caption: object
    keys: tuple[str, ...] = ()
    """The settings that have a row on it, in their order."""


WORDS: dict[str, Words] = {
    "test.interval": Words(
        QT_TRANSLATE_NOOP("setting", "Time between tests"),
        suffix=QT_TRANSLATE_NOOP("setting", " min"),
        factor=60,
        decimals=2,
    ),
    "test.spread": Words(
        QT_TRANSLATE_NOOP("setting", "Longer or shorter by chance"),
        suffix=QT_TRANSLATE_NOOP("setting", " %"),
        factor=0.01,
        step=5,
        decimals=1,
    ),
    "test.data-budget-mb": Words(
        QT_TRANSLATE_NOOP("setting", "Data budget"),
        suffix=QT_TRANSLATE_NOOP("setting", " MB a day"),
        special=QT_TRANSLATE_NOOP("setting", "nothing by itself"),
        step=5,
        decimals=2,
    ),
    "test.on-metered": Words(
        QT_TRANSLATE_NOOP("setting", "Where data is paid for by volume"),
        choices={
            "light": QT_TRANSLATE_NOOP("setting", "Light tests only"),
            "full": QT_TRANSLATE_NOOP("setting", "All tests"),
            "none": QT_TRANSLATE_NOOP("setting", "No tests"),
        },
    ),
    "test.captive-check-url": Words(
        QT_TRANSLATE_NOOP("setting", "Page that shows whether a log-in is wanted"),
        example="http://check.example.com/generate_204",
    ),
    "notifications.enabled": Words(QT_TRANSLATE_NOOP("setting", "Show notifications")),
    "notifications.quiet-hours": Words(QT_TRANSLATE_NOOP("setting", "Quiet hours")),
    "notifications.respect-do-not-disturb": Words(
        QT_TRANSLATE_NOOP("setting", "Quiet while the desktop asks for it")
    ),
    "desktop.language": Words(QT_TRANSLATE_NOOP("setting", "Language")),
    "desktop.tray-icons": Words(
        QT_TRANSLATE_NOOP("setting", "Icons in the panel"),
        choices={
            "color": QT_TRANSLATE_NOOP("setting", "In colour"),
            "monochrome": QT_TRANSLATE_NOOP("setting", "In one colour"),
        },
    ),
    "history.retention-days": Words(
        QT_TRANSLATE_NOOP("setting", "Keep tests and calls for"),
        suffix=QT_TRANSLATE_NOOP("setting", " days"),
        special=QT_TRANSLATE_NOOP("setting", "for ever"),
    ),
    "forecast.learn-from-calls": Words(QT_TRANSLATE_NOOP("setting", "Learn from calls")),
    "calls.attach": Words(QT_TRANSLATE_NOOP("setting", "Watch calls")),
    "calls.watch": Words(
        QT_TRANSLATE_NOOP("setting", "Calls in the browser"),
        choices={
            "all": QT_TRANSLATE_NOOP("setting", "All web pages"),
            "listed": QT_TRANSLATE_NOOP("setting", "Only those listed"),
            "none": QT_TRANSLATE_NOOP("setting", "No web pages"),
        },
    ),
    "calls.sites": Words(
        QT_TRANSLATE_NOOP("setting", "Web pages, one a line"),
        example="meet.example.com\n*.example.org",
    ),
    "calls.origins": Words(
        QT_TRANSLATE_NOOP("setting", "Applications that report by themselves, one a line"),
        example="https://meet.example.com",
    ),
    "calls.websocket-port": Words(QT_TRANSLATE_NOOP("setting", "Port for those applications")),
    "calls.collect-sdp": Words(QT_TRANSLATE_NOOP("setting", "Keep session descriptions")),
    "calls.ask-for-rating": Words(QT_TRANSLATE_NOOP("setting", "Ask after a call how it was")),
    "geo.databases": Words(
        QT_TRANSLATE_NOOP("setting", "Databases of places, one file a line"),
        example="/usr/share/GeoIP/GeoLite2-City.mmdb",
    ),
    "updates.check": Words(QT_TRANSLATE_NOOP("setting", "Tell me of newer versions")),
    "updates.feed": Words(QT_TRANSLATE_NOOP("setting", "List of versions")),
    "forecast.model": Words(QT_TRANSLATE_NOOP("setting", "The organisation's own model")),
    "fleet.collector": Words(QT_TRANSLATE_NOOP("setting", "Figures are sent to")),
    "fleet.interval": Words(
        QT_TRANSLATE_NOOP("setting", "Time between two sends"),
        suffix=QT_TRANSLATE_NOOP("setting", " min"),
        factor=60,
        decimals=2,
    ),
    "fleet.identity": Words(
        QT_TRANSLATE_NOOP("setting", "What the figures say of this computer"),
        choices={
            "none": QT_TRANSLATE_NOOP("setting", "Nothing"),
            "installation": QT_TRANSLATE_NOOP("setting", "A random number"),
            "machine": QT_TRANSLATE_NOOP("setting", "Its name"),
            "person": QT_TRANSLATE_NOOP("setting", "Its name and yours"),
        },
    ),
    "fleet.attributes": Words(QT_TRANSLATE_NOOP("setting", "Said along with the figures")),
    "fleet.token-env": Words(QT_TRANSLATE_NOOP("setting", "Variable that holds the token")),
    "fleet.secret-file": Words(QT_TRANSLATE_NOOP("setting", "Secret that holds the token")),
    "fleet.ca-file": Words(QT_TRANSLATE_NOOP("setting", "Certificates for the collector")),
    "fleet.textfile": Words(QT_TRANSLATE_NOOP("setting", "Figures are written to the folder")),
    "server.urls": Words(QT_TRANSLATE_NOOP("setting", "Addresses")),
    "server.label": Words(QT_TRANSLATE_NOOP("setting", "Name of a server")),
    "server.username": Words(QT_TRANSLATE_NOOP("setting", "User name")),
    "server.credential": Words(QT_TRANSLATE_NOOP("setting", "Password or shared secret")),
    "server.password-env": Words(QT_TRANSLATE_NOOP("setting", "Variable that holds the password")),
    "server.secret-file": Words(QT_TRANSLATE_NOOP("setting", "Secret that holds the password")),
    "server.ca-file": Words(QT_TRANSLATE_NOOP("setting", "Certificates to trust")),
}
"""By table and key; the sentences (``texts``) have a page of their own."""

SERVERS, TESTS, NOTIFICATIONS, LOOK, CALLS, SENTENCES, HISTORY, ADVANCED = (
    "servers",
    "tests",
    "notifications",
    "look",
    "calls",
    "sentences",
    "history",
    "advanced",
)

PAGES: tuple[Page, ...] = (
    Page(SERVERS, QT_TRANSLATE_NOOP("setting", "Servers")),
    Page(
        TESTS,
        QT_TRANSLATE_NOOP("setting", "Tests and data"),
        ("test.interval", "test.data-budget-mb", "test.on-metered"),
    ),
    Page(
        NOTIFICATIONS,
        QT_TRANSLATE_NOOP("setting", "Notifications"),
        (
            "notifications.enabled",
            "notifications.quiet-hours",
            "notifications.respect-do-not-disturb",
            "updates.check",
        ),
    ),
    Page(
        LOOK,
        QT_TRANSLATE_NOOP("setting", "Look and language"),
        ("desktop.language", "desktop.tray-icons"),
    ),
    Page(
        CALLS,
        QT_TRANSLATE_NOOP("setting", "Your calls"),
        (
            "calls.attach",
            "calls.watch",
            "calls.sites",
            "calls.ask-for-rating",
            "forecast.learn-from-calls",
        ),
    ),
    Page(SENTENCES, QT_TRANSLATE_NOOP("setting", "Sentences")),
    Page(HISTORY, QT_TRANSLATE_NOOP("setting", "History"), ("history.retention-days",)),
    Page(
        ADVANCED,
        QT_TRANSLATE_NOOP("setting", "Advanced"),
        (
            "test.spread",
            "test.captive-check-url",
            "geo.databases",
            "calls.origins",
            "calls.websocket-port",
            "calls.collect-sdp",
        ),
    ),
)

ORGANISATION: tuple[str, ...] = (
    "updates.feed",
    "forecast.model",
    "fleet.collector",
    "fleet.interval",
    "fleet.identity",
    "fleet.attributes",
    "fleet.token-env",
    "fleet.secret-file",
    "fleet.ca-file",
    "fleet.textfile",
)
"""What only an organisation may set: seen at the end of the last page where it is set, and never
changed there."""


def _tr(text: object) -> str:
    return QCoreApplication.translate("setting", str(text)) if text else ""


def word(text: object) -> str:
    """Translate a text of this module's tables; empty stays empty."""
    return _tr(text)


def caption(key: str) -> str:
    """What a setting is called."""
    return _tr(WORDS[key].caption)


def page_caption(page: Page) -> str:
    """What a page is called."""
    return _tr(page.caption)


def meaning(definition: Definition) -> str:
    """What a setting does, as the settings' documents say it."""
    return QCoreApplication.translate("settings", definition.meaning)


def expected(definition: Definition) -> str:
    """What may be entered, to follow the word "expected"."""
    return engine(definition.expected)


def definition_of(key: str) -> Definition:
    """The definition of a setting by table and key."""
    return _DEFINITIONS[key]


def _definitions() -> Iterator[tuple[str, Definition]]:
    for section in (*SECTIONS, SERVER):
        if section.name != TEXTS:
            for definition in section.definitions:
                yield f"{section.name}.{definition.key}", definition


_DEFINITIONS = dict(_definitions())
