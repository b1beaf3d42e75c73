"""What a person can do about each cause, in plain words; front ends translate by its code."""

from collections.abc import Iterable

from notifier.forecast.causes import Cause

__all__ = ["ADVICE", "DEMONSTRATION", "NOT_THEIRS", "advice_for"]

ADVICE: dict[Cause, str] = {
    Cause.NO_ROUTE: (
        "This computer is not connected to any network. "
        "Plug in the network cable or join a Wi-Fi network."
    ),
    Cause.CAPTIVE_PORTAL: (
        "Sign in to the network first: open any web page in your browser, fill in the page that "
        "appears, and test again."
    ),
    Cause.BAD_CREDENTIALS: (
        "The call server refused the user name or password. "
        "Check them in the settings, or ask whoever gave them to you."
    ),
    Cause.TLS: (
        "The secure connection to the call server failed: its certificate is not trusted or has "
        "expired. Check this computer's clock, and tell whoever runs the server."
    ),
    Cause.QUOTA: (
        "The call server has no relay left for this user name. Close other calls and try again, "
        "or ask whoever runs it for a higher limit."
    ),
    Cause.DNS: (
        "The name of the call server is not found. Check its spelling in the settings, and that "
        "web pages open."
    ),
    Cause.RELAY_BLOCKED: (
        "The call server can be reached but passes no data on. "
        "Tell whoever runs it; nothing on this computer can fix that."
    ),
    Cause.RELAY_UNREACHABLE: (
        "No call server answered, or it stopped answering. Check that web pages open. "
        "If they do, a firewall may be in the way: try another network or ask your network's "
        "administrator."
    ),
    Cause.MEDIA_BLOCKED: (
        "Something on the way, mostly a firewall, lets no encrypted call through, though the call "
        "server can be reached. Ask your network's administrator to allow WebRTC (DTLS and SRTP), "
        "or try another network."
    ),
    Cause.LOSS: (
        "Data gets lost on the way. On Wi-Fi, move closer to the router or use a cable; "
        "on a cable, pause large downloads and uploads."
    ),
    Cause.LATENCY: (
        "Data takes long to the call server and back. Pause large downloads and uploads, "
        "and switch off a VPN if you may. On a satellite line this is normal."
    ),
    Cause.JITTER: (
        "Data arrives unevenly. On Wi-Fi, move closer to the router or use a cable, "
        "and pause other traffic."
    ),
    Cause.BANDWIDTH: (
        "The line is slow. Pause downloads, uploads and video streams on every device that "
        "shares it, or switch your camera off in the call."
    ),
    Cause.BANDWIDTH_UP: (
        "Sending is slow. Pause uploads and cloud backups on every device that shares the line, "
        "or switch your camera off in the call."
    ),
    Cause.BANDWIDTH_DOWN: (
        "Receiving is slow. Pause downloads and video streams on every device that shares the "
        "line, or ask for lower video quality in the call."
    ),
    Cause.BUFFERBLOAT: (
        "Calls will lag as soon as somebody uploads or downloads. Keep the line free during a "
        "call, or switch on smart queue management (SQM) in your router."
    ),
    Cause.WIFI: (
        "The Wi-Fi is the weak part of the way. Move closer to the access point, change to its "
        "5 GHz band, or use a cable."
    ),
    Cause.LOCAL_NETWORK: (
        "The trouble is between this computer and its router, not on the line behind it. Try "
        "another cable or port, pause transfers inside this network, or restart the router."
    ),
    Cause.UDP_BLOCKED: (
        "A firewall lets no UDP through, so calls take a slower way. "
        "Ask your network's administrator to allow UDP to the call server, or try another network."
    ),
    Cause.VPN: (
        "A VPN carries your calls. If you may, switch it off during a call and test again."
    ),
    Cause.NO_MEDIA_DEVICE: (
        # That there is none is said beside it, wherever the advice stands.
        "Plug in a microphone or a camera, or check that the one you have is switched on and "
        "not disabled."
    ),
}

DEMONSTRATION = (
    "This test went to the demonstration relay on this computer and says nothing about your "
    "network. Enter a TURN server in the settings."
)


NOT_THEIRS = (
    "The call server refused the user name or password, which your organisation has set. "
    "Tell its help desk; nothing on this computer can fix that."
)
"""In the place of what helps against bad credentials, where the person cannot change them."""


def advice_for(
    causes: Iterable[str], *, demonstration: bool = False, not_theirs: bool = False
) -> tuple[str, ...]:
    """One piece of advice a cause, in their order; a code that is not known has none.

    :param not_theirs: the credentials are an organisation's, which the person never sees.
    """
    known = [
        NOT_THEIRS if not_theirs and cause == Cause.BAD_CREDENTIALS else ADVICE[Cause(cause)]
        for cause in causes
        if cause in ADVICE
    ]
    return (DEMONSTRATION, *known) if demonstration else tuple(known)
