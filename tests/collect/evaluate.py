"""``python -m tests.collect.evaluate``: how good the forecast is on networks it has not seen.

Beside it stand other rules and a second call; the output is Markdown. Everybody is judged against
the first call on each network that is held out.

    python -m tests.collect.evaluate --page     # into docs/forecast.md, between two comments
    python -m tests.collect.evaluate --truth    # how far the emulator's own settings would lead

``--truth`` looks at no network that is held out.
"""

import argparse
import math
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from notifier.codes import BY_SUMMARY, Color, Status
from notifier.forecast.causes import Cause
from notifier.quality import call_code
from tests.collect.contenders import Contender, ModelMissing, Told, contenders
from tests.collect.dataset import DATA, Line, read_lines
from tests.collect.markdown import filled, table
from tests.collect.scores import (
    agreement,
    bootstrap,
    calibration_error,
    chance_error,
    equal_mass,
    equal_width,
    weighted_kappa,
)
from tests.collect.truth import acceptable_causes
from tests.collect.truth_features import ceiling

__all__ = ["PAGE", "Judged", "judged", "report"]

PAGE = Path(__file__).parents[2] / "docs" / "forecast.md"

WORST = 15
"""Networks in the list of the worst."""

LOOKED_AT = (*range(150), *range(216, 265))
"""While the shape of the models was being chosen, cross-validated results of these networks were
looked at, held out or not; nothing was ever chosen by the held-out ones among the others."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What was told of a network, and the call that came."""

    line: Line
    told: Told
    came: int
    """The summary code that the first call earned."""

    @property
    def off(self) -> int:
        """How many statuses the forecast is too good; negative: too bad."""
        return _status(self.told.code) - _status(self.came)


def judged(lines: Sequence[Line], contender: Contender) -> list[Judged]:
    """One contender on all networks of which it says something."""
    return [
        Judged(line, told, call_code(line.calls[0]))
        for line in lines
        if (told := contender(line)) is not None
    ]


def report(lines: Sequence[Line], field: Mapping[str, Contender]) -> str:
    """The whole evaluation; details of the first contender.

    :raises ModelMissing: where the forecast has no model.
    """
    results = {name: judged(lines, contender) for name, contender in field.items()}
    results = {name: found for name, found in results.items() if found}
    first = next(iter(results))
    return "\n\n".join(
        [
            f"{len(lines)} networks; in brackets the 95 % interval by bootstrap over networks.",
            table(_SCORES, [_scores(name, found) for name, found in results.items()]),
            _chance(first, results[first]),
            table(_FRESH, [_fresh(name, found) for name, found in results.items()]),
            "### Causes",
            table(_CAUSES, [_causes(n, found) for n, found in results.items() if _names(found)]),
            f"### Status told and status that came: {first}",
            _confusion(results[first]),
            f"### The worst: {first}",
            table(_WORST, [_worst(one) for one in _furthest_off(results[first])]),
        ]
    )


_SCORES = (
    *("", "n", "same code", "same colour", "red told green", "green told red"),
    *("kappa", "ECE", "ECE, equal mass"),
)


def _scores(name: str, found: Sequence[Judged]) -> list[object]:
    colors = Counter((_color(one.told.code), _color(one.came)) for one in found)
    sure = [one for one in found if one.told.confidence is not None]
    confidences = [one.told.confidence or 0.0 for one in sure]
    right = [_color(one.told.code) is _color(one.came) for one in sure]
    errors = [
        f"{calibration_error(confidences, right, bins):.3f}" if sure else ""
        for bins in (equal_width, equal_mass)
    ]
    return [
        name,
        len(found),
        _interval(found, _same_code, ".1%"),
        _interval(found, _same_color, ".1%"),
        colors[Color.GREEN, Color.RED],
        colors[Color.RED, Color.GREEN],
        _interval(found, _kappa, ".2f"),
        *errors,
    ]


def _interval(
    found: Sequence[Judged], score: Callable[[Sequence[Judged]], float], form: str
) -> str:
    value = score(found)
    if math.isnan(value):
        return ""
    edges = bootstrap(lambda drawn: score([found[index] for index in drawn]), len(found))
    low, high = (f"{edge:{form}}" for edge in edges)
    return f"{value:{form}} ({low} to {high})"


def _chance(name: str, found: Sequence[Judged]) -> str:
    """Few forecasts have some calibration error even if each says exactly how likely it is."""
    sure = [one.told.confidence for one in found if one.told.confidence is not None]
    if not sure:
        return f"{name} says nothing of how sure it is."
    width, most = chance_error(sure, equal_width)
    mass, most_mass = chance_error(sure, equal_mass)
    return (
        f'ECE by chance alone, had the confidences of "{name}" been exactly right: {width:.3f} in '
        f"the mean, below {most:.3f} in 95 of 100 such samples (equal mass: {mass:.3f}, "
        f"{most_mass:.3f})."
    )


_FRESH = ("same colour", "looked at early on", "never chosen by")


def _fresh(name: str, found: Sequence[Judged]) -> list[object]:
    """Whether it is any worse where nobody had looked."""
    row: list[object] = [name]
    for fresh in (False, True):
        some = [one for one in found if (one.line.number not in LOOKED_AT) is fresh]
        same = sum(_color(one.told.code) is _color(one.came) for one in some)
        row.append(f"{same} of {len(some)}")
    return row


_CAUSES = ("", "calls that were not green", "first cause right", "but for the direction", "none")


def _names(found: Sequence[Judged]) -> bool:
    return any(one.told.causes is not None for one in found)


def _causes(name: str, found: Sequence[Judged]) -> list[object]:
    """A forecast that is green names no cause, which is not right for a call that was not."""
    right = nearly = none = of = 0
    for one in found:
        accepted = acceptable_causes(one.line.network, one.line.calls[0])
        if not accepted:
            continue
        of += 1
        if not one.told.causes:
            none += 1
            continue
        cause = one.told.causes[0]
        right += cause in accepted
        nearly += _coarse(cause) in {_coarse(each) for each in accepted}
    return [name, of, right, nearly, none]


def _coarse(cause: Cause) -> Cause:
    directions = {Cause.BANDWIDTH_UP, Cause.BANDWIDTH_DOWN}
    return Cause.BANDWIDTH if cause in directions else cause


def _confusion(found: Sequence[Judged]) -> str:
    counts = Counter((_status(one.came), _status(one.told.code)) for one in found)
    return table(
        ["the call was", *(f"told {told.name.lower()}" for told in Status)],
        [[came.name.lower(), *(counts[came, told] for told in Status)] for came in Status],
    )


_WORST = ("network", "family", "told", "calls", "available", "concealed", "frozen", "one way")


def _furthest_off(found: Sequence[Judged]) -> list[Judged]:
    wrong = [one for one in found if _color(one.told.code) is not _color(one.came)]
    wrong.sort(key=lambda one: (-abs(one.off), -(one.told.confidence or 0.0), one.line.name))
    return wrong[:WORST]


def _worst(one: Judged) -> list[object]:
    call = one.line.calls[0]
    sure = "" if one.told.confidence is None else f" ({one.told.confidence:.0%})"
    return [
        one.line.name,
        one.line.family,
        f"{one.told.code}{sure}",
        ", ".join(str(call_code(each)) for each in one.line.calls),
        _unit(call.available_kbps, ".0f", " kbit/s"),
        _unit(call.concealed, ".1%"),
        _unit(call.frozen, ".1%"),
        _unit(call.one_way_ms, ".0f", " ms"),
    ]


def _unit(value: float | None, form: str, unit: str = "") -> str:
    return "" if value is None else f"{value:{form}}{unit}"


def _same_code(found: Sequence[Judged]) -> float:
    return agreement([one.told.code for one in found], [one.came for one in found])


def _same_color(found: Sequence[Judged]) -> float:
    told = [_color(one.told.code) for one in found]
    return agreement(told, [_color(one.came) for one in found])


def _kappa(found: Sequence[Judged]) -> float:
    told = [_status(one.told.code) for one in found]
    return weighted_kappa(told, [_status(one.came) for one in found])


def _color(code: int) -> Color:
    return BY_SUMMARY[code].color


def _status(code: int) -> Status:
    return BY_SUMMARY[code].status


def main() -> int:
    """Print the evaluation, or put it into the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--model", type=Path, help="instead of the one that comes along")
    parser.add_argument("--truth", action="store_true", help="what measuring better could give")
    parser.add_argument("--page", action="store_true", help=f"put it into {PAGE.name}")
    args = parser.parse_args()
    try:
        lines = read_lines(args.data)
        if args.truth:
            name, text = "truth", ceiling(lines)
        else:
            held_out = [line for line in lines if line.held_out]
            name, text = "evaluation", report(held_out, contenders(args.model))
        if args.page:
            page = filled(PAGE.read_text(encoding="utf-8"), name, text)
            PAGE.write_text(page, encoding="utf-8")
        else:
            print(text)
    except (OSError, ValueError, ModelMissing) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
