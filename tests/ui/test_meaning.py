"""What a verdict means for audio, video and screen sharing: every code, against its sentence."""

import itertools

import pytest

from notifier.codes import BY_SUMMARY, ROWS, Connectivity
from ui import meaning
from ui.meaning import Meaning

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
        assert (found.video.level, found.video.words) == ("limited", "Poor")
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


def test_each_level_has_a_shape_and_a_word_of_its_own() -> None:
    levels = ("good", "limited", "no")
    assert len({meaning.shape(level) for level in levels}) == 3  # type: ignore[arg-type]
    assert len({meaning.level_word(level) for level in levels}) == 3  # type: ignore[arg-type]
    assert len(set(meaning.names())) == 3
