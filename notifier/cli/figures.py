"""The figures of a run as lines of plain text: what was measured, and how sure it is."""

from collections.abc import Iterator

from notifier.measurement import CallCheck, Intervals, LocalLink, RelayKind, ServerEntry, Side

__all__ = ["first_hop_line", "server_lines"]

_RELAYS: dict[RelayKind, str] = {
    "reflexive": "measured to this computer's own address: the server does not relay to itself",
    "server": "measured to another server: this one does not relay to itself",
}

_SIDES: dict[Side, str] = {"local": "before the router", "beyond": "behind the router"}


def server_lines(server: ServerEntry) -> list[str]:
    """One server: the main figures beside its URL, the others in lines of their own, indented."""
    main: list[str] = []
    if server.error is not None:
        main.append(server.error)
    if server.rtt_ms is not None:
        main.append(f"{server.rtt_ms.median:.0f} ms")
    if server.loss_fraction is not None:
        main.append(f"{server.loss_fraction:.1%} lost")
    rates = server.throughput_kbps
    if rates is not None:
        main.append(_mbps(rates.loop, at_least=rates.loop_at_least))
    lines = [f"{server.url}: {', '.join(main) or 'reachable'}"]
    further: list[str] = []
    if rates is not None and rates.up is not None:
        further.append(f"up {_mbps(rates.up, at_least=rates.up_at_least)}")
    if rates is not None and rates.down is not None:
        further.append(f"down {_mbps(rates.down, at_least=rates.down_at_least)}")
    if server.loaded_rtt_ms is not None:
        least = "at least " if server.loaded_rtt_at_least else ""
        further.append(f"{least}{server.loaded_rtt_ms:.0f} ms under load")
    if server.jitter_ms is not None:
        further.append(f"jitter {server.jitter_ms:.1f} ms")
    if further:
        lines.append(f"  {', '.join(further)}")
    sure = list(_sure(server.intervals))
    if sure:
        lines.append(f"  95% sure: {', '.join(sure)}")
    if server.delay_spikes:
        longest = server.longest_spike_ms
        long = "" if longest is None else f", the longest {longest:.0f} ms"
        times = "once" if server.delay_spikes == 1 else f"{server.delay_spikes} times"
        lines.append(f"  held up {times} by packets sent again{long}")
    if server.relay in _RELAYS:
        lines.append(f"  {_RELAYS[server.relay]}")
    if server.call_check is not None:
        lines.append(f"  WebRTC call: {_call(server.call_check)}")
    return lines


def first_hop_line(local: LocalLink | None) -> str | None:
    """The way to the router, and on which side of it what arises; None where nothing is known."""
    if local is None:
        return None
    figures: list[str] = []
    if local.gateway_rtt_ms is not None:
        figures.append(f"{local.gateway_rtt_ms:.1f} ms")
    if local.gateway_loss_fraction is not None:
        figures.append(f"{local.gateway_loss_fraction:.1%} lost")
    if local.gateway_loaded_rtt_ms is not None:
        figures.append(f"{local.gateway_loaded_rtt_ms:.1f} ms under load")
    wifi = local.wifi
    if wifi is not None and wifi.signal_dbm is not None:
        figures.append(f"Wi-Fi signal {wifi.signal_dbm:.0f} dBm")
    sides = {"loss": local.origin.loss, "jitter": local.origin.jitter, "queue": local.origin.queue}
    figures += [f"{what} {_SIDES[side]}" for what, side in sides.items() if side is not None]
    return f"first hop: {', '.join(figures)}" if figures else None


def _sure(intervals: Intervals | None) -> Iterator[str]:
    """Between which ends the figures lie."""
    known = intervals or Intervals()
    if known.rtt_ms is not None:
        yield f"{known.rtt_ms.low:.1f} to {known.rtt_ms.high:.1f} ms"
    if known.loss_fraction is not None:
        yield f"{known.loss_fraction.low:.1%} to {known.loss_fraction.high:.1%} lost"
    if known.loop_kbps is not None:
        yield f"{known.loop_kbps.low / 1000:.2f} to {known.loop_kbps.high / 1000:.2f} Mbit/s"


def _mbps(kbps: float, *, at_least: bool) -> str:
    return f"{'at least ' if at_least else ''}{kbps / 1000:.2f} Mbit/s"


def _call(check: CallCheck) -> str:
    if not check.connected:
        step = "its two ends did not find each other" if check.ice_ms is None else "no encryption"
        return f"not connected, {step}"
    figures = ["connected"]
    if check.ice_ms is not None and check.dtls_ms is not None:
        figures = [f"connected in {check.ice_ms + check.dtls_ms:.0f} ms"]
    if check.audio_loss_fraction is not None:
        figures.append(f"{check.audio_loss_fraction:.1%} of its sound lost")
    return ", ".join(figures)
