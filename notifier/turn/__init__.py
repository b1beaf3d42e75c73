"""STUN (RFC 8489) and TURN (RFC 8656): message codec, URIs and a sans-IO client machine.

This room speaks the protocol and nothing else: it opens no socket, reads no clock and knows
neither measurements nor settings. :mod:`notifier.probe` measures with it, :mod:`notifier.relay`
answers with it.
"""
