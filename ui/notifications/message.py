"""What a notification says, and what can be done from it."""

import enum
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from notifier.codes import BY_NOTIFICATION, Color, Connectivity
from notifier.notify.rule import Decision, Reason
from notifier.verdict import Verdict
from ui.look.icons import Shape
from ui.words import headline, said, wording
from ui.words.joined import ended

__all__ = [
    "ADVICE",
    "DEFAULT",
    "DESKTOP_ENTRY",
    "QUIET_TODAY",
    "Action",
    "Message",
    "Urgency",
    "message",
    "tag_of",
    "title",
]

DESKTOP_ENTRY = "call-notifier"
"""Base name of the installed .desktop file, by which desktops group and mute."""

DEFAULT = "default"
"""The key of the notification itself being clicked (Desktop Notifications Specification 1.2)."""

ADVICE = "advice"
"""The key of "What can I do?"."""

QUIET_TODAY = "quiet-today"
"""The key of "Quiet for today"."""

_MINUTE_MS = 60_000.0


class Urgency(enum.IntEnum):
    """Desktop Notifications Specification 1.2, "Urgency Levels"."""

    LOW = 0
    NORMAL = 1
    CRITICAL = 2


@dataclass(frozen=True, slots=True)
class Action:
    """What a person can choose from a notification."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Message:
    """A notification, plain text, whoever shows it."""

    title: str
    body: str
    urgency: Urgency
    shape: Shape
    """The drawing that goes beside it."""

    tag: str
    """What it says of which network: :func:`tag_of`."""

    actions: tuple[Action, ...] = ()
    """Beside the click on the notification itself, which always opens the window."""

    passing: bool = False
    """Worth no place in a list of what was missed: good news."""


_URGENCY = {
    Color.GREEN: Urgency.LOW,
    Color.AMBER: Urgency.NORMAL,
    Color.RED: Urgency.CRITICAL,
}


def message(verdict: Verdict, decision: Decision | None = None) -> Message:
    """Return how a verdict is told.

    The title is a word for the state and the summary, so that it is understood without the
    colour; where the summary begins with the word already, it is enough. The body is the sentence,
    the first thing that is unusual and the first advice. Where it is known what is the matter (no
    network, a log-in page, a refused password), both say that instead.

    :param decision: why it is told; None: because it is news.
    """
    color = Color(verdict.color)
    reason = None if decision is None else decision.reason
    row = BY_NOTIFICATION.get(verdict.notification_code)
    built_in = row is not None and verdict.notification == row.notification
    # What is the matter, and what to do, says more than that calls would be terrible.
    enough = verdict.refused or (built_in and bool(verdict.advice) and _fact(verdict) is not None)
    lines = [] if enough else [ended(headline.sentence(verdict))]
    if reason is Reason.UNSTABLE:
        lines.append(
            QCoreApplication.translate(
                "message",
                "This network keeps changing. You are told again when it has been steady for a "
                "while.",
            )
        )
    elif decision is not None and decision.bad_ms is not None:
        lines.append(
            QCoreApplication.translate("message", "It was not good for {duration}.").format(
                duration=_lasting(decision.bad_ms)
            )
        )
    if verdict.unusual:
        lines.append(ended(wording.unusual(verdict.unusual[0])))
    if verdict.advice:
        lines.append(wording.advice(verdict.advice[:1]))
    if verdict.refused:
        lines.append(
            QCoreApplication.translate("message", "Until then nothing is known of the network.")
        )
    actions = [Action(QUIET_TODAY, QCoreApplication.translate("message", "Quiet for today"))]
    if verdict.advice and color is not Color.GREEN:
        label = QCoreApplication.translate("message", "What can I do?")
        actions.insert(0, Action(ADVICE, label))
    return Message(
        title=_title(verdict, reason),
        body="\n".join(lines),
        urgency=Urgency.NORMAL if verdict.refused else _URGENCY[color],
        shape=said.shape(verdict),
        tag=tag_of(verdict),
        actions=tuple(actions),
        passing=color is Color.GREEN,
    )


def tag_of(verdict: Verdict) -> str:
    """What a verdict says of which network: its ``notificationID``, unless it says nothing of any.

    The same codes as "no connection" have, and yet not the same news.
    """
    return "refused" if verdict.refused else verdict.notification_id


def _title(verdict: Verdict, reason: Reason | None) -> str:
    summary = wording.summary(verdict.summary_code, verdict.summary)
    if reason is Reason.RECOVERED:
        return QCoreApplication.translate("message", "Good again: {summary}").format(
            summary=summary
        )
    if reason is Reason.UNSTABLE:
        return QCoreApplication.translate("message", "Unstable: {summary}").format(
            summary=_fact(verdict) or summary
        )
    return title(verdict)


def _fact(verdict: Verdict) -> str | None:
    """What is the matter, where that is known better than that calls would be bad."""
    match next(iter(verdict.causes), None):
        case "no-route":
            return QCoreApplication.translate("message", "Not connected to any network")
        case "captive-portal":
            return QCoreApplication.translate("message", "Sign in to the network first")
        case "quota" if verdict.refused:
            return QCoreApplication.translate("message", "The call server has no relay left")
        case "bad-credentials" if verdict.refused:
            return QCoreApplication.translate("message", "The call server refuses the password")
        case _:
            return None


def title(verdict: Verdict) -> str:
    """Return a verdict in few words: one for the state, and the summary; or what is the matter."""
    if (fact := _fact(verdict)) is not None:
        return fact
    if verdict.connectivity_code == Connectivity.NO_CONNECTION:
        return wording.connectivity(verdict.connectivity_code)
    summary = wording.summary(verdict.summary_code, verdict.summary)
    word = wording.state_word(verdict.status_code, verdict.connectivity_code)
    if summary.startswith(word):
        return summary
    return QCoreApplication.translate("message", "{word}: {summary}").format(
        word=word, summary=summary
    )


def _lasting(milliseconds: float) -> str:
    """How long something lasted, in minutes and hours; never less than a minute."""
    minutes = max(1, round(milliseconds / _MINUTE_MS))
    if minutes < 60:
        return QCoreApplication.translate("message", "{minutes} min").format(
            minutes=wording.number(minutes)
        )
    return QCoreApplication.translate("message", "{hours} h {minutes} min").format(
        hours=wording.number(minutes // 60), minutes=wording.number(minutes % 60)
    )
