"""Why a collector did not take figures, in words for whoever looks after the machine."""

from notifier.fleet.order import Report

__all__ = ["trouble_of"]


def trouble_of(report: Report) -> str | None:
    """Why figures were not taken, for whoever looks after the machine; None where they were."""
    if report.kind in (None, "taken"):
        return None
    said = f" It says: {report.words}" if report.words else ""
    match report.status:
        case None:
            return f"there is no answer from the collector: {report.words}"
        case 401 | 403:
            return (
                f"the collector refuses the token (HTTP {report.status}); see fleet.token-env and "
                f"fleet.secret-file.{said}"
            )
        case 404 | 405:
            return (
                "at the address of fleet.collector nothing takes OTLP "
                f"(HTTP {report.status}).{said}"
            )
        case status if 300 <= status < 400:
            return f"the collector sends us elsewhere (HTTP {status}), which is not followed."
    if report.kind == "partly":
        return f"the collector took some figures and rejected others.{said}"
    later = ", and is asked again later" if report.kind == "again" else ""
    return f"the collector answered HTTP {report.status}{later}.{said}"
