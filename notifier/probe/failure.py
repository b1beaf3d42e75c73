"""Why a server gave no relayed path: the one error that every step of the set-up raises."""

from notifier.measurement import ServerError

__all__ = ["ServerFailure"]


class ServerFailure(Exception):
    """A server gave no relayed path."""

    def __init__(self, error: ServerError, detail: str) -> None:
        super().__init__(detail)
        self.error: ServerError = error
        self.detail = detail
