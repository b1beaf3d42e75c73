"""What a verdict means for audio, video and screen sharing: every code, against its sentence."""

import itertools

import pytest

from notifier.codes import BY_SUMMARY, ROWS, Color, Connectivity, Row, Status
from ui.look import icons
from ui.look.icons import Shape
from ui.status import meaning
from ui.status.meaning import Level, Meaning
from ui.words import wording

EXPECTED = {
    10: ("no", "no", "no"),
    20: ("limited", "no", "no"),
    30: ("limited", "limited", "limited"),
    40: ("no", "no", "no"),
    50: ("good", "limited", "no"),
    55: ("good", "limited", "limited"),
    60: ("good", "limited", "limited"),
    65: ("good", "good", "good"),
    70: ("good", "limited", "no"),
    75: ("good", "limited", "limited"),
    90: ("good", "limited", "limited"),
    95: ("good", "good", "good"),
}

RANK = {"no": 0, "limited": 1, "good": 2}


def of(code: int) -> Meaning:
    found = meaning.meaning(code)
    assert found is not None
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.summary_code))
def test_every_code_has_three_levels_with_words(row: object) -> None:
    code = row.summary_code  # type: ignore[attr-defined]
    found = of(code)
    assert tuple(use.level for use in found) == EXPECTED[code]
    assert all(use.words for use in found)


@pytest.mark.parametrize("code", sorted(BY_SUMMARY))
def test_it_says_no_less_than_the_sentence(code: int) -> None:
    sentence = BY_SUMMARY[code].notification
    found = of(code)
    if "good audio" in sentence:
        assert found.audio.level == "good"
    if "thumbnail video" in sentence:
        assert found.video.words == "Thumbnail only"
    if "poor video" in sentence:
        assert (found.video.level, found.video.words) == ("limited", "Poor quality")
    if "fair video" in sentence:
        assert (found.video.level, found.video.words) == ("limited", "Fair")
    if "screen sharing" in sentence:
        assert found.screen.level != "good"
    if "minor issues" in sentence:
        assert "minor issues" in found.audio.words


@pytest.mark.parametrize("codes", [(40, 50, 55, 60, 65), (40, 70, 75, 90, 95)])
def test_more_bandwidth_takes_nothing_away(codes: tuple[int, ...]) -> None:
    for lower, higher in itertools.pairwise(codes):
        for less, more in zip(of(lower), of(higher), strict=True):
            assert RANK[less.level] <= RANK[more.level]


def test_without_a_connection_nothing_is_possible() -> None:
    found = meaning.meaning(10, Connectivity.NO_CONNECTION)
    assert found is not None
    assert {use.words for use in found} == {"Not possible"}
    assert meaning.meaning(95, Connectivity.NO_MEDIA_DEVICE) == of(95)


def test_a_code_of_a_later_version_means_nothing_here() -> None:
    assert meaning.meaning(85) is None


def test_each_level_has_a_word_of_its_own() -> None:
    levels: tuple[Level, ...] = ("good", "limited", "no")
    assert len({meaning.level_word(level) for level in levels}) == len(levels)
    assert len(set(meaning.names())) == 3


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.summary_code))
def test_a_word_has_the_drawing_that_it_has_everywhere(row: Row) -> None:
    """A tick beside what is not good would contradict the word, and so would two drawings for one
    word."""
    drawings = {
        wording.state_word(other.status, Connectivity.SUCCESS): icons.shape_of_code(
            other.summary_code
        )
        for other in ROWS
        if other.color != Color.AMBER or other.status != Status.GOOD
    }
    for use in of(row.summary_code):
        shape = meaning.shape(use.level)
        assert shape == drawings.get(use.words, shape)
        assert shape != Shape.LIMITED, "a tick, if an amber one"
        assert (shape == Shape.GOOD) == use.words.startswith("Good")
