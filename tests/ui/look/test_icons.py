"""The icons: every state differs in colour, and in shape where colours can't be seen."""

import itertools
import re

import pytest
from PySide6.QtGui import QColor, QImage

from notifier.codes import ROWS, Connectivity
from notifier.service.events import RunProgress, ServiceState, VerdictReached
from tests.records import example_measurement, example_verdict
from tests.ui.some_calls import live_call
from ui.look import icons
from ui.look.icons import SIZES, Ink, Look, Shape
from ui.look.theme import contrast

PROGRESS = RunProgress("stream", "", 0.4, 8.0)


def _state(summary_code: int | None, *, connectivity: int = 3, **changes: object) -> ServiceState:
    last = None
    if summary_code is not None:
        verdict = example_verdict(summary_code=summary_code, connectivity_code=connectivity)
        last = VerdictReached(verdict, example_measurement(), "net", "schedule", False, 1)
    return ServiceState(last=last, **changes)  # type: ignore[arg-type]


def _pixels(image: QImage) -> list[QColor]:
    return [
        image.pixelColor(x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).alpha() > 200
    ]


def _saturated_hue(shape: Shape, size: int) -> int:
    """The hue that most of the coloured pixels have, degrees."""
    hues = [c.hue() for c in _pixels(icons.image(Look(shape), size)) if c.saturation() > 120]
    return sorted(hues)[len(hues) // 2]


def _difference(one: QImage, other: QImage) -> float:
    """Mean difference of lightness, 0..255, as somebody without colours sees it on grey."""

    def light(image: QImage, x: int, y: int) -> float:
        color = image.pixelColor(x, y)
        lightness = 0.299 * color.red() + 0.587 * color.green() + 0.114 * color.blue()
        share = color.alphaF()
        return lightness * share + 128 * (1 - share)

    size = one.width()
    total = sum(
        abs(light(one, x, y) - light(other, x, y)) for y in range(size) for x in range(size)
    )
    return total / (size * size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("shape", "low", "high"),
    [
        (Shape.GOOD, 110, 160),
        (Shape.LIMITED, 36, 50),
        (Shape.FAIR, 24, 38),
        (Shape.BAD, 340, 370),
        (Shape.NO_CONNECTION, 340, 370),
    ],
)
def test_the_colour_is_the_states_own(shape: Shape, low: int, high: int, size: int) -> None:
    hue = _saturated_hue(shape, size)
    assert low <= hue <= high or low <= hue + 360 <= high


LOOKS = [
    Look(shape, testing=testing, call=call)
    for shape in Shape
    for testing in (False, True)
    for call in (False, True)
    if not (shape is Shape.PAUSED and testing and call)  # a test in hand is not paused
]


@pytest.mark.parametrize("ink", [None, Ink.LIGHT, Ink.DARK, Ink.DARK_OUTLINED])
@pytest.mark.parametrize("size", [16, 22])
def test_no_two_states_look_alike_without_colour(size: int, ink: Ink | None) -> None:
    # One colour has less to tell with; a call ends a test, so that both are there for a moment.
    looks = [look for look in LOOKS if ink is None or not (look.testing and look.call)]
    images = {look: icons.image(look, size, ink) for look in looks}
    for one, other in itertools.combinations(looks, 2):
        difference = _difference(images[one], images[other])
        assert difference > (8 if ink is None else 6.5), f"{one} and {other} at {size} px"


@pytest.mark.parametrize("ink", [None, Ink.LIGHT, Ink.DARK, Ink.LIGHT_OUTLINED])
@pytest.mark.parametrize("size", [16, 24])
def test_each_mark_shows_beside_each_shape(size: int, ink: Ink | None) -> None:
    for shape in Shape:
        plain = icons.image(Look(shape), size, ink)
        for mark in ("testing", "call", "demonstration"):
            marked = icons.image(Look(shape, **{mark: True}), size, ink)
            assert _difference(plain, marked) > 6, f"{mark} on {shape}"


@pytest.mark.parametrize("shape", Shape)
def test_a_test_in_hand_keeps_the_verdicts_colour_and_adds_a_ring(shape: Shape) -> None:
    still, testing = (icons.image(Look(shape, testing=t), 22) for t in (False, True))
    centre = 11
    if shape in (Shape.GOOD, Shape.LIMITED, Shape.BAD, Shape.PAUSED):
        area = testing.copy(centre - 5, centre - 5, 10, 10)
        kept = {c.hue() // 20 for c in _pixels(area) if c.saturation() > 60}
        before = {c.hue() // 20 for c in _pixels(still) if c.saturation() > 60}
        assert not before or kept & before
    blue = [c for c in _pixels(testing) if 200 <= c.hue() <= 225 and c.saturation() > 150]
    assert len(blue) > 8


@pytest.mark.parametrize("shape", Shape)
def test_the_demonstration_has_a_mark(shape: Shape) -> None:
    marked = icons.image(Look(shape, demonstration=True), 16)
    violet = [c for c in _pixels(marked) if 265 <= c.hue() <= 290 and c.saturation() > 100]
    assert len(violet) > 8


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shape", Shape)
def test_a_call_has_a_mark_that_hides_neither_shape_nor_demonstration(
    shape: Shape, size: int
) -> None:
    """In the corner that is free: dark, with a light edge, so that it shows on any panel."""
    marked = icons.image(Look(shape, demonstration=True, call=True), size)
    corner = _pixels(marked.copy(0, 0, size // 2, size // 2))
    lightness = [color.lightness() for color in corner]
    assert min(lightness) < 70
    assert max(lightness) > 200
    plain = icons.image(Look(shape, demonstration=True), size)
    half = size // 2 + size // 8
    assert marked.copy(half, half, size, size) == plain.copy(half, half, size, size)


def test_in_the_tray_a_call_shows_its_own_quality() -> None:
    state = _state(95, live=live_call(code=20))
    assert icons.tray_look_of(state) == Look(Shape.BAD, call=True)
    assert icons.look_of(state) == Look(Shape.GOOD), "the network's own stays in the window"
    unknown = _state(95, live=live_call(code=None), progress=PROGRESS)
    assert icons.tray_look_of(unknown) == Look(Shape.GOOD, testing=True, call=True)
    assert icons.tray_look_of(_state(None, live=live_call(code=90))) == Look(Shape.GOOD, call=True)
    paused = _state(95, live=live_call(code=75), paused_until=1.0)
    assert icons.tray_look_of(paused) == Look(Shape.LIMITED, call=True)
    assert icons.tray_look_of(_state(95)) == icons.look_of(_state(95))
    assert icons.shape_of_code(None) is icons.shape_of_code(123) is Shape.UNKNOWN


def test_an_icon_has_every_size(qapp: object) -> None:
    sizes = {size.width() for size in icons.icon(Look(Shape.GOOD)).availableSizes()}
    assert sizes == set(SIZES)
    assert not icons.program_icon().isNull()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.summary_code))
def test_every_verdict_has_its_shape(row: object) -> None:
    expected = {
        10: Shape.BAD, 20: Shape.BAD, 30: Shape.BAD, 40: Shape.BAD,
        50: Shape.FAIR, 55: Shape.FAIR, 60: Shape.FAIR, 65: Shape.FAIR,
        70: Shape.LIMITED, 75: Shape.LIMITED, 90: Shape.GOOD, 95: Shape.GOOD,
    }  # fmt: skip
    code = row.summary_code  # type: ignore[attr-defined]
    assert icons.look_of(_state(code)) == Look(expected[code])


def test_states_that_are_no_verdict() -> None:
    none = Connectivity.NO_CONNECTION
    assert icons.look_of(ServiceState()) == Look(Shape.UNKNOWN)
    assert icons.look_of(_state(10, connectivity=none)) == Look(Shape.NO_CONNECTION)
    assert icons.look_of(_state(95, connectivity=2)) == Look(Shape.GOOD)
    assert icons.look_of(_state(95, paused_until=1.0)) == Look(Shape.PAUSED)
    assert icons.look_of(_state(95, progress=PROGRESS)) == Look(Shape.GOOD, testing=True)
    assert icons.look_of(_state(20, paused_until=1.0, progress=PROGRESS)) == Look(
        Shape.BAD, testing=True
    )
    assert icons.look_of(_state(None, progress=PROGRESS)) == Look(Shape.UNKNOWN, testing=True)
    assert icons.look_of(_state(90, demonstration=True)) == Look(Shape.GOOD, demonstration=True)


DARK_PANELS = ("#000000", "#131416", "#202428", "#2a2e32", "#353535")
LIGHT_PANELS = ("#ffffff", "#f3f3f3", "#eff0f1", "#e8e8e8", "#d4d0c8")
"""GNOME's, Windows', Plasma's and older panels."""

GRAPHICS = 3.0
"""WCAG 2.2, success criterion 1.4.11."""


def _seen_on(image: QImage, panel: str) -> int:
    """How many pixels stand out enough from this panel."""
    return sum(contrast(color, QColor(panel)) >= GRAPHICS for color in _pixels(image))


@pytest.mark.parametrize("panel", [*DARK_PANELS, *LIGHT_PANELS])
def test_shapes_and_marks_stand_out_from_every_panel(panel: str) -> None:
    inks = [None, Ink.LIGHT_OUTLINED, Ink.DARK_OUTLINED]
    inks.append(Ink.LIGHT if panel in DARK_PANELS else Ink.DARK)
    for ink, shape in itertools.product(inks, Shape):
        for testing in (False, True):
            image = icons.image(Look(shape, testing=testing), 24, ink)
            assert _seen_on(image, panel) > 25, f"{shape} as {ink}"


@pytest.mark.parametrize("shape", Shape)
def test_what_is_in_a_shape_stands_out_from_it(shape: Shape) -> None:
    """The drawing's first fill against the colour of what lies on it."""
    text = icons.svg_path(shape).read_text()
    colors = [QColor(color) for color in re.findall(r'"(#[0-9a-f]{6})"', text)]
    assert max(contrast(colors[0], color) for color in colors[1:]) >= GRAPHICS


@pytest.mark.parametrize("ink", [Ink.LIGHT, Ink.DARK, Ink.TEMPLATE])
def test_the_monochrome_set_has_one_colour_and_holes(ink: Ink) -> None:
    for shape in Shape:
        image = icons.image(Look(shape), 48, ink)
        solid = [c for c in _pixels(image) if c.alpha() == 255]
        assert {c.name() for c in solid} == {icons.ink_color(ink).name()}
    good = icons.image(Look(Shape.GOOD), 32, ink)
    assert good.pixelColor(14, 20).alpha() == 0, "the check is cut out"


@pytest.mark.parametrize("shape", Shape)
def test_a_drawing_shows_on_dark_and_light_panels(shape: Shape) -> None:
    """Somewhere along the middle line something is light, and something is dark."""
    pixels = _pixels(icons.image(Look(shape), 22))
    lightness = [c.lightness() for c in pixels]
    assert max(lightness) - min(lightness) > 80


def test_templates_are_ink_and_paper_and_each_drawing_has_one() -> None:
    folder = icons.svg_path("good").parent
    templates = {path.name for path in (folder / "symbolic").glob("*.svg")}
    assert templates == {path.name for path in folder.glob("*.svg")} - {"call-notifier.svg"}
    for name in templates:
        text = (folder / "symbolic" / name).read_text()
        assert set(re.findall(r"#[0-9a-f]{6}", text)) <= {"#000000", "#ffffff"}, name


def test_every_drawing_is_our_own_plain_geometry() -> None:
    for path in icons.svg_path("good").parent.rglob("*.svg"):
        text = path.read_text()
        assert not re.search(r"<(image|script|foreignObject|text)\b|href", text), path.name
