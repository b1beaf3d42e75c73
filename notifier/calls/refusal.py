"""The answer to a message of a call that cannot be applied."""

from typing import Literal

from notifier.calls.messages import CallMessage, Failure

__all__ = ["Refused", "refused"]


class Refused(Exception):
    """A message cannot be applied; ``failure`` is the answer to it."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


def refused(
    message: CallMessage,
    code: Literal["field", "forbidden", "unknown-call", "unknown-fabric", "too-many"],
    text: str,
    *,
    field: str | None = None,
) -> Refused:
    """Say what is wrong with a message.

    :param text: one sentence, without anything that the client said.
    """
    return Refused(
        Failure(
            code=code,
            message=text,
            field=field,
            of=str(message.__struct_config__.tag),
            call_id=message.call_id,
            seq=message.seq,
        )
    )
