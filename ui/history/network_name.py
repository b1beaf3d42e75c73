"""What networks are called: how one is on them, and whose they are, as far as that is known."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from notifier.history.queries import Network
from ui.parts.period import moment
from ui.words import wording

__all__ = ["network_about", "network_name", "network_names"]


def network_name(kind: str, provider: str | None, *, demonstration: bool) -> str:
    """Of one: "Wi-Fi, Example Net"."""
    if demonstration:
        return wording.demonstration()
    if not provider:
        return wording.network(kind)
    return QCoreApplication.translate("FilterBar", "{kind}, {provider}").format(
        kind=wording.network(kind), provider=provider
    )


def network_names(networks: Sequence[Network]) -> list[str]:
    """Of all that there are, in their order; numbered where alike, the one known longest first, so
    that none changes its name when another one is used."""
    names = {}
    counts: Counter[str] = Counter()
    for network in sorted(networks, key=lambda one: one.first):
        name = network_name(network.network_type, network.isp, demonstration=network.demonstration)
        counts[name] += 1
        if counts[name] > 1:
            name = QCoreApplication.translate("FilterBar", "{name} ({number})").format(
                name=name, number=QLocale().toString(counts[name])
            )
        names[network.network_id] = name
    return [names[network.network_id] for network in networks]


def network_about(network: Network) -> str:
    """What tells it from another one of the same name: when it was used, and how much."""
    tests = QCoreApplication.translate("FilterBar", "%Ln test(s)", "", network.runs)
    first, last = (
        QLocale().toString(moment(at).date(), QLocale.FormatType.ShortFormat)
        for at in (network.first, network.last)
    )
    return QCoreApplication.translate(
        "FilterBar", "{tests}, first on {first}, last on {last}"
    ).format(tests=tests, first=first, last=last)
