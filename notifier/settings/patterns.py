"""What texts of settings look like, as regular expressions for other programs' checks.

They are written so that ECMA-262 (which JSON Schema asks for) and Python read them alike, and are
a little narrower than the checks of :mod:`notifier.settings.definitions`: what matches can be
used, but for what only two values together show.
"""

__all__ = [
    "ATTRIBUTE",
    "CHECK_URL",
    "HOURS",
    "LANGUAGE",
    "ORIGIN",
    "PATH",
    "SECRET",
    "SECURE_URL",
    "SITE",
    "TAG",
    "TEXT",
    "TURN_URL",
    "VARIABLE",
]

_END = r"$(?!\n)"
"""Python's ``$`` also stands before a line break at the end."""

_OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_IPV4 = rf"{_OCTET}(?:\.{_OCTET}){{3}}"


def _ipv6() -> str:
    """Eight groups, or fewer around ``::`` (RFC 4291 section 2.2); no IPv4 inside."""
    group = "[0-9A-Fa-f]{1,4}"
    forms = [f"(?:{group}:){{7}}{group}"]
    for before in range(8):
        left = f"{group}(?::{group}){{{before - 1}}}" if before else ""
        most = 7 - before
        right = f"(?:{group}(?::{group}){{0,{most - 1}}})?" if most else ""
        forms.append(f"{left}::{right}")
    return f"(?:{'|'.join(forms)})"


_IPV6 = rf"\[{_ipv6()}\]"
_PORT = (
    "(?::(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?"
)
_LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
_HOST = rf"(?![^:/?]{{254}})(?:{_LABEL}\.)*[A-Za-z_](?:[A-Za-z0-9_-]{{0,61}}[A-Za-z0-9_])?"
"""Its last part begins with no digit: browsers take such a name for an address."""

_ANY_HOST = f"(?:{_IPV6}|{_IPV4}|{_HOST})"
_LOOPBACK = rf"(?:localhost|127\.0\.0\.1|\[::1\]){_PORT}"
_CONTROL = r"\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff"

TEXT = rf"^[^{_CONTROL}]*[^\s{_CONTROL}][^{_CONTROL}]*{_END}"
VARIABLE = rf"^[A-Za-z_][A-Za-z0-9_]*{_END}"
SECRET = rf"^[a-z0-9-]+{_END}"
PATH = rf"^(?!~(?!/))[^\u0000\n\ud800-\udfff]+{_END}"
HOURS = (
    r"^(?!([0-9]{2}:[0-9]{2})-\1)"
    rf"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]-(?:[01][0-9]|2[0-3]):[0-5][0-9])?{_END}"
)
_TAG = "[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}"
TAG = rf"^{_TAG}{_END}"
LANGUAGE = rf"^(?:{_TAG})?{_END}"
TURN_URL = (
    rf"^(?:turn:{_ANY_HOST}{_PORT}(?:\?transport=(?:udp|tcp))?"
    rf"|turns:{_ANY_HOST}{_PORT}(?:\?transport=tcp)?){_END}"
)
CHECK_URL = rf"^http://{_ANY_HOST}{_PORT}(?:[/?][!-?A-~]*)?{_END}"
SECURE_URL = (
    rf"^(?:https://{_ANY_HOST}{_PORT}|http://{_LOOPBACK})(?:/[A-Za-z0-9/._~%+,=:!$'()*-]*)?{_END}"
)
SITE = rf"^(?:(?:\*\.)?{_HOST}|{_IPV4}){_END}"
ORIGIN = (
    rf"^(?:file://|app://[a-z0-9._-]{{1,100}}|https://{_ANY_HOST}{_PORT}|http://{_LOOPBACK}){_END}"
)
ATTRIBUTE = rf"^[a-z][a-z0-9_.]*=[^\s{_CONTROL}][^{_CONTROL}]*{_END}"
