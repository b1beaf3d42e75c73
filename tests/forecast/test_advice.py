"""Every cause has advice a person can read."""

import pytest

from notifier.forecast.advice import ADVICE, DEMONSTRATION, NOT_THEIRS, advice_for
from notifier.forecast.causes import Cause


@pytest.mark.parametrize("cause", list(Cause))
def test_every_cause_has_advice(cause: Cause) -> None:
    text = ADVICE[cause]
    assert text[0].isupper()
    assert text.endswith(".")
    assert "  " not in text
    assert len(text) < 250


def test_order_follows_the_causes() -> None:
    assert advice_for(["latency", "loss"]) == (ADVICE[Cause.LATENCY], ADVICE[Cause.LOSS])


def test_unknown_causes_have_none() -> None:
    assert advice_for(["sunspots", "vpn"]) == (ADVICE[Cause.VPN],)


def test_a_demonstration_says_so_first() -> None:
    assert advice_for([], demonstration=True) == (DEMONSTRATION,)
    assert advice_for(["loss"], demonstration=True)[0] == DEMONSTRATION


def test_who_never_sees_a_password_is_not_told_to_check_it() -> None:
    assert advice_for(["bad-credentials", "vpn"], not_theirs=True) == (
        NOT_THEIRS,
        ADVICE[Cause.VPN],
    )
    assert "settings" not in NOT_THEIRS
