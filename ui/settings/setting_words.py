"""The settings in people's words: the pages they stand on, how numbers are shown.

What a setting is called, what it means and what it may be comes from
:mod:`notifier.settings.definitions`; a test holds that each of those has a place on a page.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from notifier.settings.definitions import SECTIONS, SERVER, TEXTS, Definition
from ui.words.translation import engine

__all__ = [
    "ADVANCED",
    "BESIDE",
    "BROWSERS",
    "CALLS",
    "HISTORY",
    "KEYS",
    "LOG_IN",
    "LOOK",
    "NOTIFICATIONS",
    "ORGANISATION",
    "PAGES",
    "SENTENCES",
    "SERVERS",
    "TESTS",
    "USED",
    "Page",
    "Words",
    "also",
    "caption",
    "choices",
    "definition_of",
    "expected",
    "meaning",
    "page_caption",
    "word",
    "words_of",
]


@dataclass(frozen=True, slots=True)
class Words:
    """How one setting is shown."""

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
        suffix=QT_TRANSLATE_NOOP("setting", " min"),
        factor=60,
        decimals=2,
    ),
    "test.spread": Words(
        suffix=QT_TRANSLATE_NOOP("setting", " %"),
        factor=0.01,
        step=5,
        decimals=1,
    ),
    "test.data-budget-mb": Words(
        suffix=QT_TRANSLATE_NOOP("setting", " MB a day"),
        special=QT_TRANSLATE_NOOP("setting", "nothing by itself"),
        step=5,
        decimals=2,
    ),
    "test.captive-check-url": Words(
        example="http://check.example.com/generate_204",
    ),
    "history.retention-days": Words(
        suffix=QT_TRANSLATE_NOOP("setting", " days"),
        special=QT_TRANSLATE_NOOP("setting", "for ever"),
    ),
    "calls.sites": Words(
        example="meet.example.com\n*.example.org",
    ),
    "calls.origins": Words(
        example="https://meet.example.com",
    ),
    "geo.databases": Words(
        example="/usr/share/GeoIP/GeoLite2-City.mmdb",
    ),
    "fleet.interval": Words(
        suffix=QT_TRANSLATE_NOOP("setting", " min"),
        factor=60,
        decimals=2,
    ),
}
"""By table and key, where there is something to say."""

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


LOG_IN, BROWSERS, USED = "log-in", "browsers", "used"
"""What can be found beside the settings and the pages: it stands on a page, but not in the file."""

BESIDE: dict[str, tuple[str, object]] = {
    LOG_IN: (LOOK, QT_TRANSLATE_NOOP("setting", "Start when you log in")),
    BROWSERS: (CALLS, QT_TRANSLATE_NOOP("setting", "Browsers")),
    USED: (TESTS, QT_TRANSLATE_NOOP("setting", "Data used by tests")),
}
"""The page and the name of each."""

_ALSO: dict[str, object] = {
    SERVERS: QT_TRANSLATE_NOOP("setting", "TURN STUN ICE relay password secret login account host"),
    "test.interval": QT_TRANSLATE_NOOP("setting", "how often frequency schedule every minutes"),
    "test.data-budget-mb": QT_TRANSLATE_NOOP("setting", "traffic volume limit megabytes cost cap"),
    "test.on-metered": QT_TRANSLATE_NOOP("setting", "mobile cellular hotspot tethering roaming"),
    "test.spread": QT_TRANSLATE_NOOP("setting", "random jitter variation"),
    "test.captive-check-url": QT_TRANSLATE_NOOP("setting", "hotel captive portal log-in hotspot"),
    USED: QT_TRANSLATE_NOOP("setting", "traffic volume megabytes today this month usage"),
    "notifications.enabled": QT_TRANSLATE_NOOP("setting", "mute pop-ups alerts messages silence"),
    "notifications.quiet-hours": QT_TRANSLATE_NOOP("setting", "night mute silence evening"),
    "notifications.respect-do-not-disturb": QT_TRANSLATE_NOOP(
        "setting", "DND focus full screen presentation mute"
    ),
    "updates.check": QT_TRANSLATE_NOOP("setting", "update upgrade release"),
    "desktop.language": QT_TRANSLATE_NOOP("setting", "translation English locale"),
    "desktop.tray-icons": QT_TRANSLATE_NOOP(
        "setting", "tray dark light theme monochrome black white colour color"
    ),
    LOG_IN: QT_TRANSLATE_NOOP("setting", "autostart start-up startup boot automatically login"),
    "calls.attach": QT_TRANSLATE_NOOP("setting", "privacy monitor meetings extension"),
    "calls.watch": QT_TRANSLATE_NOOP("setting", "privacy websites extension add-on"),
    "calls.sites": QT_TRANSLATE_NOOP("setting", "privacy websites domains allow list"),
    BROWSERS: QT_TRANSLATE_NOOP("setting", "extension add-on Firefox Chrome Edge register"),
    "calls.ask-for-rating": QT_TRANSLATE_NOOP("setting", "feedback rating stars survey question"),
    "forecast.learn-from-calls": QT_TRANSLATE_NOOP("setting", "privacy machine learning"),
    SENTENCES: QT_TRANSLATE_NOOP("setting", "texts wording messages notifications language"),
    "history.retention-days": QT_TRANSLATE_NOOP("setting", "delete storage privacy disk months"),
    "geo.databases": QT_TRANSLATE_NOOP("setting", "GeoIP location city country provider"),
}
"""Words that people look for and that stand nowhere on the page, by setting or page. A translation
has words of its own language, however many."""


def also(key: str) -> str:
    """Further words that something is found by, in small letters."""
    return _tr(_ALSO.get(key, "")).casefold()


def _tr(text: object) -> str:
    return QCoreApplication.translate("setting", str(text)) if text else ""


def word(text: object) -> str:
    """Translate a text of this module's tables; empty stays empty."""
    return _tr(text)


def caption(key: str) -> str:
    """What a setting is called."""
    return _tr(_DEFINITIONS[key].caption)


def choices(definition: Definition) -> dict[str, str]:
    """What a choice may be, with what each is called."""
    form = definition.form
    return {value: _tr(text) for value, text in zip(form.choices, form.words, strict=True)}


def words_of(key: str) -> Words:
    """How a setting is shown."""
    return WORDS.get(key, Words())


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

KEYS = tuple(_DEFINITIONS)
"""Of all settings but the sentences (``texts``), which have a page of their own."""
